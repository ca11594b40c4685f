import Grammar
import Model

/// The article's encounters as they build up from mention to mention.
///
/// It keeps what a reader keeps in mind: the day and the city of the tale, and the encounter told last.
struct Story {
    let cast: Cast
    private(set) var journeys: [Journey]
    var clusters: [EncounterCluster] = []
    /// The day of the tale, as the last dated encounter or journey told it.
    private(set) var today: PartialDate?
    private var scene: Place?
    /// The cluster told last.
    private(set) var last: Int?
    private var reached = -1
    /// Encounters referred to and not told yet.
    private var hints: [EncounterCluster] = []
    /// An assembly told right before of which only one side is known as yet.
    private var pending: EncounterCluster?
    /// Assemblies of leaders of whom none is known where they are told.
    private(set) var gatherings: [EncounterCluster] = []
    /// Who has had a number of talks that the article goes through one by one.
    private(set) var holder: Party?
    /// The states of people of whom the text tells them only by where they were met.
    private var origins: [Int: CountryCode] = [:]
    let mainPair: Set<CountryCode>

    init(_ reading: Reading) {
        let actors = reading.actors()
        let scenes = reading.scenes(actors)
        journeys = reading.journeys(scenes).merged(reading.publishedOn)
        cast = Cast(reading: reading, actors: actors, journeys: journeys)
        mainPair = Set(reading.discourse.mainPair)
        for mention in reading.encounterMentions(scenes) { tell(mention) }
        addRosters()
        addSpeakers(scenes)
    }

    mutating func append(_ cluster: EncounterCluster) { clusters.append(cluster) }

    /// The leaders whose speeches an article on a summit goes on to tell took part in it.
    private mutating func addSpeakers(_ scenes: [[EncounterScene]]) {
        let summits = clusters.indices.filter { clusters[$0].kind == .summit && clusters[$0].status == .held }
        guard summits.count == 1, let index = summits.first, EncounterCluster.agree(clusters[index].date, today)
        else { return }
        for speaker in cast.speakers(at: clusters[index], scenes) {
            clusters[index].add([speaker.party], told: speaker.clause)
        }
    }

    private mutating func tell(_ mention: EncounterMention) {
        advance(to: mention.clause.lowerBound)
        if mention.isScene { return move(mention.date, mention.place, mention.status) }
        if mention.isContinued, !mention.isNext { return goOn(mention) }
        let parts = split(mention)
        if parts.isEmpty { gather(mention) }
        for part in parts { tell(one: part) }
    }

    /// "встретились лидеры трех стран": who they are is told nearby, or nowhere.
    private mutating func gather(_ mention: EncounterMention) {
        guard mention.kind == .talks, mention.isAsserted,
            mention.actors.contains(where: { $0.isVague && $0.level == .headOfState })
        else { return }
        var told = cluster(of: mention)
        told.kind = .summit
        gatherings.append(told)
    }

    private mutating func tell(one mention: EncounterMention) {
        if mention.isOfCompany, let last, clusters[last].kind == .talks, clusters[last].persons.count > 1,
            clusters[last].status == mention.status, EncounterCluster.agree(clusters[last].date, mention.date),
            mention.clause.lowerBound - (clusters[last].evidence.last?.upperBound ?? 0) < 90
        {
            return
        }
        var told = cluster(of: mention)
        if mention.isSeveral, mention.isTold, told.kind == .talks, told.status == .held, told.parties.count == 1,
            told.parties[0].person != nil, told.countries.count == 1, told.orgs.isEmpty
        {
            holder = told.parties[0]
            move(told.date, told.place, told.status)
        }
        if mention.isHeadless || mention.actors.isEmpty { complete(&told, mention) }
        if mention.isHeadless, told.parties.count < 2 { return }
        adopt(&told, mention)
        guard inherit(&told, mention) else { return }
        if let after = mention.after, told.date == nil, let day = last.flatMap({ clusters[$0].date }) ?? today,
            day.isDay
        {
            told.date = PartialDate(dayNumber: day.dayNumber + after)
        }
        let asBefore = match(bare(told, mention), mention).flatMap { $0 == last ? $0 : nil }
        if let index = asBefore ?? match(told, mention) {
            clusters[index].take(clusters[index].persons.count > 1 ? bare(told, mention) : told)
            if cast.reading.isHeadline(clusters[index].evidence[0]) { settleTitle(index, mention) }
            last = index
            return
        }
        if becomesCall(&told, mention) { return }
        if let hero = hero(of: told, mention) {
            told.parties.insert(hero, at: 0)
            if let country = hero.country { told.countries.insert(country) }
            if let index = match(told, mention) {
                clusters[index].take(told)
                last = index
                return
            }
        }
        pairUp(&told, mention)
        share(&told, mention)
        settle(&told, mention)
        if isByPhone(told, mention) { told.kind = .call }
        recall(&told, mention)
        guard isOwn(told, mention) else {
            if !mention.isAsserted || told.kind == .call { hints.append(told) }
            let isOfLeaders = mention.actors.contains { $0.kind == .group && $0.level == .headOfState }
            if told.kind == .summit || told.kind == .talks && isOfLeaders, mention.isAsserted || mention.isTold {
                var gathering = told
                gathering.kind = .summit
                gatherings.append(gathering)
            }
            let isAssembly = [.session, .forum, .summit].contains(told.kind)
            if isAssembly, mention.isAsserted, mention.isTold, told.place != nil || !told.countries.isEmpty {
                pending = told
            }
            if isLead(mention, told) { move(told.date, told.place, told.status) }
            return
        }
        // What was only referred to before, in a title, may tell where and when.
        for hint in hints where hint.kind == told.kind && hint.evidence[0].upperBound < 80 {
            guard EncounterCluster.agree(hint.date, told.date), EncounterCluster.agree(hint.place, told.place),
                hint.persons.isSubset(of: told.persons), hint.countries.isSubset(of: told.countries)
            else { continue }
            if told.place == nil { told.place = hint.place }
            told.evidence.insert(contentsOf: hint.evidence, at: 0)
        }
        hints.removeAll { told.evidence.contains($0.evidence[0]) }
        clusters.append(told)
        last = clusters.count - 1
        move(told.date, told.place, told.status)
    }

    /// "в ходе беседы президенты обсудили" and "телефонный разговор состоялся по инициативе": one is the other; true where the
    /// mention told the way of the talks before.
    private mutating func becomesCall(_ told: inout EncounterCluster, _ mention: EncounterMention) -> Bool {
        let isNear = { (range: Range<Int>) in abs(mention.clause.lowerBound - range.lowerBound) < 90 }
        // "Премьеры поговорили" in the title, "поговорили по телефону" below it.
        if told.kind == .call, told.persons.count > 1,
            let title = clusters.firstIndex(where: {
                $0.kind == .talks && $0.persons == told.persons && $0.status == told.status && $0.evidence.count == 1
                    && cast.reading.isHeadline($0.evidence[0])
            })
        {
            clusters[title].kind = .call
            clusters[title].place = nil
            clusters[title].host = nil
            clusters[title].take(told)
            last = title
            return true
        }
        if told.kind == .call, told.parties.isEmpty, told.countries.isEmpty, let last, clusters[last].kind == .talks,
            clusters[last].place == nil || clusters[last].isPlaceAssumed, clusters[last].isReferred,
            isNear(clusters[last].evidence[0])
        {
            clusters[last].kind = .call
            clusters[last].place = nil
            clusters[last].host = nil
            clusters[last].take(told)
            return true
        }
        if told.kind == .talks, told.isReferred, told.place == nil,
            let hint = hints.last(where: { $0.kind == .call && $0.parties.isEmpty && $0.countries.isEmpty }),
            isNear(hint.evidence[0])
        {
            told.kind = .call
            told.date = told.date ?? hint.date
        }
        return false
    }

    /// Who took part in the session, forum or summit told just before.
    private mutating func goOn(_ mention: EncounterMention) {
        if let known = pending, !mention.actors.isEmpty, mention.clause.lowerBound - known.evidence[0].upperBound < 60 {
            pending = nil
            var told = known
            told.add(cast.parties(of: mention, scene: scene, clusters: clusters), told: mention.clause)
            let sides = told.countries.union([told.place?.country].compactMap { $0 })
            if sides.count + told.orgs.count >= 2 {
                clusters.append(told)
                last = clusters.count - 1
                move(told.date, told.place, told.status)
                return
            }
        }
        guard let last, let told = clusters[last].evidence.map(\.upperBound).max(),
            mention.clause.lowerBound - told < 60
        else { return }
        if mention.actors.isEmpty {
            if clusters[last].date == nil { clusters[last].date = mention.date }
            if [.talks, .summit].contains(clusters[last].kind) { clusters[last].formats.formUnion(mention.formats) }
            if clusters[last].place?.city == nil, clusters[last].kind != .call, let place = mention.place {
                clusters[last].place = place
            }
            clusters[last].evidence.append(mention.clause)
            return
        }
        // Of talks those who led them, where nobody has been named.
        guard
            [.session, .forum, .summit].contains(clusters[last].kind)
                || clusters[last].kind == .talks && clusters[last].persons.isEmpty
        else { return }
        clusters[last].add(cast.parties(of: mention, scene: scene, clusters: clusters), told: mention.clause)
    }

    /// "26 октября в столице Грузии открылся форум", of nobody in particular, in the first lines: it sets the day of the tale.
    private func isLead(_ mention: EncounterMention, _ told: EncounterCluster) -> Bool {
        clusters.isEmpty && today == nil && mention.isAsserted && mention.isTold && told.date?.isDay == true
            && mention.clause.lowerBound < Self.lead && !mention.isEarlier && !mention.isBefore
    }

    /// Tokens of a headline and a first sentence.
    private static let lead = 60

    // MARK: Time and place of the tale

    /// Journeys told up to here move the tale.
    private mutating func advance(to token: Int) {
        for journey in journeys where journey.clause.lowerBound <= token && journey.clause.lowerBound > reached {
            // A journey without a day or a kind may be a memory.
            if journey.date != nil || journey.kind != nil || scene == nil {
                move(journey.encounterDate, journey.goal, journey.status)
            }
        }
        reached = max(reached, token)
    }

    /// What was told long before the tale's day is a memory and moves nothing.
    private mutating func move(_ date: PartialDate?, _ place: Place?, _ status: Meeting.Status) {
        guard status == .held else { return }
        if let date {
            // "первое заседание состоялось в августе прошлого года": no tale of an article begins there.
            if today == nil, let published = cast.reading.publishedOn, published.isDay,
                published.dayNumber - date.lastDay.dayNumber > 60
            {
                return
            }
            guard date.isDay || today.map({ EncounterCluster.agree($0, date) }) ?? true else { return }
            if let today, date.isDay, today.isDay, abs(today.dayNumber - date.dayNumber) > 10 { return }
            if date.isDay || today == nil { today = date }
        }
        if let place { scene = place }
    }

    // MARK: One mention

    /// "на полях Генассамблеи в Нью-Йорке": where that is says nothing of whose those are who meet.
    private func isAside(_ mention: EncounterMention) -> Bool {
        let reading = cast.reading
        return reading.document.marks(reading.marks.encounters.refer, in: mention.clause)
            .contains { aside in
                // "во время встречи" is the encounter itself.
                reading.value(aside) == "aside" && !(0...3).contains(mention.trigger.lowerBound - aside.end)
            }
    }

    private mutating func cluster(of mention: EncounterMention) -> EncounterCluster {
        var parties = cast.parties(of: mention, scene: scene, clusters: clusters)
        for index in parties.indices where parties[index].country == nil {
            parties[index].country = parties[index].person.flatMap { origins[$0] }
        }
        if mention.kind == .talks, mention.isAsserted, let traveller = cast.traveller(meeting: parties, mention) {
            parties.append(traveller)
        }
        if mention.kind == .talks, mention.isAsserted, mention.host == nil {
            parties = cast.hosted(parties, of: mention)
            parties += cast.officials(metBy: parties, mention)
        }
        if mention.kind == .talks, parties.isEmpty, mention.isTold, mention.isAsserted {
            parties = cast.guestAndHost(of: mention)
        }
        if mention.kind == .talks, !mention.isTold, mention.countries.isEmpty, mention.orgs.isEmpty, parties.count == 1,
            let guest = cast.guest(of: parties[0], mention)
        {
            parties.append(guest)
        }
        if mention.isThere, mention.kind != .talks, parties.isEmpty, let traveller = cast.traveller(to: mention) {
            parties.append(traveller)
        }
        let told = Set(parties.compactMap(\.country))
        // An official without a state, met in a state that nobody else comes from, is that state's.
        if let country = cast.accreditation(of: mention) ?? mention.place?.country
            ?? (mention.date == nil ? scene?.country : nil), !told.isEmpty,
            !told.contains(country), mention.host == nil, !isAside(mention)
        {
            for index in parties.indices
            where parties[index].isStateless && parties[index].office != .secretaryGeneral
                && !journeys.contains(where: {
                    $0.goal?.country == country && $0.traveller?.person != nil
                        && $0.traveller?.person == parties[index].person
                })
            {
                parties[index].country = country
                if let person = parties[index].person { origins[person] = country }
            }
        }
        // "Министр принял посла Японии": one of the two states that the article is about.
        if told.count == 1, mention.isAsserted || mention.isMutual, mention.kind == .talks, mainPair.count == 2,
            mainPair.isSuperset(of: told),
            let other = mainPair.subtracting(told).first
        {
            for index in parties.indices
            where parties[index].isStateless && parties[index].office != .secretaryGeneral {
                parties[index].country = other
            }
        }
        var countries = Set(mention.countries)
        countries.formUnion(parties.compactMap(\.country))
        let level = Meeting.Level.allCases.first { level in parties.contains { $0.level == level } } ?? mention.level
        var kind = mention.kind
        // Leaders of three states or more hold a summit, whatever it is called.
        let leads = parties.filter { $0.level == .headOfState || $0.level == .headOfGovernment }
        if kind == .talks, Set(leads.compactMap(\.country)).count >= 3, level == .headOfState { kind = .summit }
        if kind == .session, mention.isOfLeaders, !mention.orgs.isEmpty { kind = .summit }
        return EncounterCluster(
            kind: kind, parties: parties, countries: countries,
            orgs: Set(mention.orgs).union(kind == .call || kind == .talks ? parties.compactMap(\.organisation) : []),
            level: mention.level,
            visit: mention.visit, formats: kind == .talks || kind == .summit ? Set(mention.formats) : [],
            status: mention.status, date: mention.date, place: kind == .call ? nil : mention.place, host: mention.host,
            ordinal: mention.ordinal, evidence: [mention.clause], rule: mention.rule, isNext: mention.isNext,
            isDetached: mention.isDetached, isExpected: mention.isExpected,
            isOngoing: mention.isOngoing,
            isReferred: !mention.isTold && !(kind != .talks && kind != .call && mention.isAsserted))
    }

    /// A session that nobody is said to hold, told behind a summit or a forum, is theirs.
    private func adopt(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .session, last.map({ told.orgs.isSubset(of: clusters[$0].orgs) }) ?? false,
            mention.countries.isEmpty, !mention.isMutual, !told.isNext,
            told.ordinal == nil, let last, clusters[last].kind == .summit || clusters[last].kind == .forum,
            clusters[last].status == told.status || !mention.isTold || clusters[last].isExpected,
            EncounterCluster.agree(clusters[last].date, told.date),
            EncounterCluster.agree(clusters[last].place, told.place)
        else { return }
        told.kind = clusters[last].kind
    }

    /// A coming one has the kind, the organisation and the states of the one that it follows; false where there is none.
    private func inherit(_ told: inout EncounterCluster, _ mention: EncounterMention) -> Bool {
        if told.kind == .talks, told.parties.isEmpty, told.isNext || told.status == .planned,
            let last, clusters[last].kind == .summit
        {
            told.kind = .summit
        }
        let kind = told.kind
        let isLike = { (cluster: EncounterCluster) in
            mention.isContinued ? [.session, .forum, .summit].contains(cluster.kind) : cluster.kind == kind
        }
        guard told.isNext, told.kind != .talks, told.kind != .call else { return true }
        guard let before = clusters.last(where: { isLike($0) && $0.status == .held }) ?? clusters.last(where: isLike)
        else {
            return !mention.isContinued
        }
        if mention.isContinued { told.kind = before.kind }
        if told.orgs.isEmpty, told.countries.isEmpty {
            told.orgs = before.orgs
            if before.orgs.isEmpty { told.countries = before.countries }
        }
        return true
    }

    /// Without its parties, where they are "стороны" or "сопредседатели" and so those of the encounter told before.
    private func bare(_ told: EncounterCluster, _ mention: EncounterMention) -> EncounterCluster {
        guard !mention.actors.isEmpty,
            mention.actors.allSatisfy({
                $0.kind == .group && $0.level == nil && $0.countries.isEmpty || $0.kind == .pronoun && $0.isPlural
            })
        else { return told }
        var bare = told
        bare.parties = []
        bare.countries = Set(mention.countries)
        return bare
    }

    /// "оргкомитет Форума регионов Беларуси и России. Форум должен состояться в Минске": whose it is was told before.
    private func recall(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard [.session, .forum].contains(told.kind), mention.isAsserted, told.orgs.isEmpty, mention.countries.isEmpty,
            told.parties.isEmpty, !told.isNext || told.kind == .forum
        else { return }
        let known = told.place?.country.map { [$0] } ?? []
        guard
            let hint = hints.last(where: {
                $0.kind == told.kind && $0.orgs.isEmpty && $0.countries.count >= 2
                    && $0.countries.isSuperset(of: known) && mention.clause.lowerBound - $0.evidence[0].upperBound < 90
            })
        else { return }
        told.countries.formUnion(hint.countries)
    }

    /// Fills what the tale knows: the day, the city, the states in focus.
    private func settle(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        // "Затем прошли переговоры в узком и расширенном составах" of nobody named before: of the two states in focus.
        if told.kind == .talks, told.parties.isEmpty, told.countries.isEmpty, told.orgs.isEmpty, mention.isAsserted,
            !told.formats.isEmpty, mainPair.count == 2
        {
            told.countries = mainPair
            told.parties = cast.leaders(of: mainPair)
        }
        if told.status == .held, told.kind != .call, !told.isDetached { setScene(&told, mention) }
        if let place = told.place, let country = place.country, told.kind == .talks, !told.countries.contains(country),
            mention.place == nil,
            let goal = journeys.last(where: { journey in
                journey.clause.lowerBound <= mention.clause.lowerBound
                    && journey.goal?.country.map(told.countries.contains) ?? false
                    && journey.traveller?.person.map(told.persons.contains) ?? false
            })?.goal
        {
            // A trip of several stages: where the one goes whom he meets is from.
            told.place = goal
        }
        if told.place == nil, told.status == .planned, [.summit, .session, .forum].contains(told.kind), !told.isNext {
            told.place = goal(of: told, mention)
        }
        if told.kind == .summit, told.orgs.isEmpty, told.countries.count < 2,
            mention.trigger.count > 1
                || cast.reading.document.mark(at: mention.trigger.upperBound, cast.reading.marks.nameNot) != nil,
            !mention.isRegional
        {
            told.orgs = cast.organisation(before: mention.trigger.lowerBound)
        }
        guard told.orgs.isEmpty, mention.isAsserted, mention.isMutual || told.kind == .forum && !told.parties.isEmpty
        else { return }
        if told.kind == .session || told.kind == .forum, told.countries.count < 2 {
            var known = told.countries
            if let country = told.place?.country { known.insert(country) }
            if known.isSubset(of: mainPair), told.kind == .session || known.count < 2 || told.parties.isEmpty {
                told.countries.formUnion(mainPair)
            }
        }
    }

    /// "посещает Шанхай. Он примет участие в выставке": where the journey leads that was told right before.
    private func goal(of told: EncounterCluster, _ mention: EncounterMention) -> Place? {
        guard
            let journey = journeys.last(where: { $0.clause.lowerBound <= mention.clause.lowerBound }),
            mention.clause.lowerBound - journey.clause.upperBound < 30,
            let person = journey.traveller?.person, told.persons.contains(person),
            let goal = journey.goal, goal.country != cast.reading.people.persons[person].country
        else { return nil }
        return goal
    }

    /// What the title told before the day and the city of the tale were known, and the body tells again.
    private mutating func settleTitle(_ index: Int, _ mention: EncounterMention) {
        guard clusters[index].status == .held, clusters[index].kind != .call, mention.status == .held,
            !mention.isDetached, !mention.isEarlier, !mention.isBefore
        else { return }
        var told = clusters[index]
        setScene(&told, mention)
        clusters[index] = told
    }

    /// The day and the city of the tale, where an encounter has none of its own.
    private func setScene(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        if told.date == nil, !mention.isUndated, !mention.isPast || told.kind != .talks || told.isReferred {
            told.date = today
        }
        if told.place == nil, EncounterCluster.agree(told.date, today), !mention.isEarlier, !mention.isBefore {
            told.place = scene
            told.isPlaceAssumed = scene != nil
        }
    }

    /// Whether a mention that matches nothing tells an encounter of its own.
    private func isOwn(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        switch told.kind {
        case .talks, .call:
            guard told.countries.count + told.orgs.count >= 2 else { return false }
            let named = told.parties.filter { $0.person != nil || $0.office != nil }
            if mention.isAsserted {
                if !named.isEmpty || mention.date != nil || mention.place != nil { return true }
                // "прошли консультации между МИД Узбекистана и Японии", on the day of the tale.
                return mention.isTold && told.status == .held && told.date != nil && told.date == today
            }
            return Set(named.compactMap { $0.organisation ?? $0.country?.rawValue }).count >= 2
        case .summit, .session, .forum:
            guard mention.isAsserted else { return false }
            // "решение о дате следующего заседания" tells of none yet.
            if told.isNext, told.date == nil, told.place == nil, !mention.isTold { return false }
            var sides = Set(told.countries.map(\.rawValue)).union(told.orgs)
            if let country = told.place?.country { sides.insert(country.rawValue) }
            // A region's leaders are several, though no state is named but the host.
            let isComing = told.kind == .summit && mention.isRegional && told.status == .planned && told.date != nil
            // "саммит ОДКБ пройдет в пятницу": of an organisation, wherever it is.
            if told.kind == .summit, !told.orgs.isEmpty, mention.isTold || told.date != nil { return true }
            // "саммит Китай – Центральная Азия прошел в Сиане": of a state with a region.
            if told.kind == .summit, mention.isRegional, !sides.isEmpty,
                told.place != nil || told.date != nil
            {
                return true
            }
            if told.kind != .session, mention.isWorldly, mention.isTold,
                told.place != nil || mention.date != nil && !told.countries.isEmpty
            {
                return true
            }
            // "примет участие в саммите «Центральная Азия – Германия»"
            if told.kind == .summit, mention.isRegional, mention.isTold, !mention.countries.isEmpty,
                !told.persons.isEmpty
            {
                return true
            }
            return sides.count >= 2 || isComing && told.place != nil
        case .visit:
            return false
        }
    }
}
