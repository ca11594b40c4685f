import Grammar
import Model

/// The article's encounters as they build up from mention to mention.
///
/// It keeps what a reader keeps in mind: the day and the city of the tale, and the encounter told last.
struct Story {
    let cast: Cast
    private(set) var journeys: [Journey]
    private(set) var clusters: [EncounterCluster] = []
    /// The day of the tale, as the last dated encounter or journey told it.
    private(set) var today: PartialDate?
    private var scene: Place?
    /// The cluster told last.
    private var last: Int?
    private var reached = -1
    /// Encounters referred to and not told yet.
    private var hints: [EncounterCluster] = []
    /// The states of people of whom the text tells them only by where they were met.
    private var origins: [Int: CountryCode] = [:]
    private let mainPair: Set<CountryCode>

    init(_ reading: Reading) {
        let actors = reading.actors()
        let scenes = reading.scenes(actors)
        journeys = reading.journeys(scenes).merged(reading.publishedOn)
        cast = Cast(reading: reading, actors: actors, journeys: journeys)
        mainPair = Set(reading.discourse.mainPair)
        for mention in reading.encounterMentions(scenes) { tell(mention) }
    }

    private mutating func tell(_ mention: EncounterMention) {
        advance(to: mention.clause.lowerBound)
        if mention.isScene { return move(mention.date, mention.place, mention.status) }
        if mention.isContinued, !mention.isNext { return goOn(mention) }
        for part in split(mention) { tell(one: part) }
    }

    /// "встретится с президентом и премьером": one of ours meets several of theirs one by one.
    private func split(_ mention: EncounterMention) -> [EncounterMention] {
        if mention.kind == .talks || mention.kind == .call, let group = mention.actors.first(where: \.isVague) {
            // "встреча глав МИД ШОС" is one of the organisation, "встречи с главами других стран" are none.
            var part = mention
            part.orgs = cast.organisations(of: group)
            part.kind = group.level == .headOfState ? .summit : .session
            part.level = part.level ?? group.level
            return part.orgs.isEmpty ? [] : [part]
        }
        if let parts = parts(mention) { return parts }
        if !mention.stops.isEmpty {
            return mention.stops.map { stop in
                var part = mention
                part.place = stop
                part.countries = [stop.country].compactMap { $0 }
                return part
            }
        }
        let company = mention.actors.filter { $0.link == .with && ($0.kind == .person || $0.kind == .office) }
        if mention.kind == .talks || mention.kind == .call, company.count > 1, company.count == mention.actors.count,
            Set(company.map(\.country)).count > 1
        {
            // "затем встреча с эмирами А и Б": whoever the tale is about meets them one by one.
            guard
                let subject = cast.hero(of: mention, besides: company.compactMap(\.country))
            else { return [] }
            return company.map { other in
                var part = mention
                part.actors = [subject, other]
                return part
            }
        }
        // "встретился с А, Б и В" of several states, or with several officials of one.
        guard mention.kind == .talks, company.count > 1,
            mention.isSeveral || company.count > 2 && !mention.isSingle || Set(company.compactMap(\.country)).count <= 1
                || areUnequal(company),
            mention.actors.filter({ $0.link != .with }).count <= 1
        else { return [mention] }
        return company.map { other in
            var part = mention
            part.actors = mention.actors.filter { $0.link != .with } + [other]
            return part
        }
    }

    /// A head of state or of government and a minister: nobody sits down with both at once.
    private func areUnequal(_ company: [Actor]) -> Bool {
        let leads: [Meeting.Level] = [.headOfState, .headOfGovernment]
        let levels = company.compactMap(\.level)
        return levels.count == company.count && levels.contains(where: leads.contains)
            && !levels.allSatisfy(leads.contains)
    }

    /// "встретился с лидерами Бразилии, Египта и Сербии": one meets the holders of an office of several states one by one.
    private func parts(_ mention: EncounterMention) -> [EncounterMention]? {
        // "министры Лаоса и Индонезии провели телефонные переговоры с коллегой": each his own.
        if mention.kind == .call,
            let group = mention.actors.first(where: { $0.link == .bare && $0.kind == .group && $0.countries.count > 1 }
            ),
            mention.actors.contains(where: { $0.link == .with && ($0.kind == .person || $0.kind == .office) })
        {
            let others = mention.actors.filter { $0.range != group.range }
            return group.countries.map { country in
                var part = mention
                part.actors = [cast.member(of: group, from: country)] + others
                return part
            }
        }
        guard mention.kind == .talks && !mention.isSingle || mention.kind == .call,
            let group = mention.actors.first(where: { $0.link == .with && $0.kind == .group && $0.countries.count > 1 })
        else { return nil }
        var others = mention.actors.filter { $0.range != group.range }
        if others.isEmpty, let subject = cast.subject(before: mention.clause.lowerBound, besides: group.countries) {
            others = [subject]
        }
        let company = others.filter { $0.link == .with }
        others.removeAll { $0.link == .with }
        guard others.count == 1, !others[0].isPlural else { return nil }
        return company.map { other in
            var part = mention
            part.actors = others + [other]
            return part
        }
            + group.countries.map { country in
                var part = mention
                part.actors = others + [cast.member(of: group, from: country)]
                return part
            }
    }

    private mutating func tell(one mention: EncounterMention) {
        if mention.isOfCompany, let last, clusters[last].kind == .talks, clusters[last].persons.count > 1,
            clusters[last].status == mention.status, EncounterCluster.agree(clusters[last].date, mention.date),
            mention.clause.lowerBound - (clusters[last].evidence.last?.upperBound ?? 0) < 90
        {
            return
        }
        var told = cluster(of: mention)
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
        settle(&told, mention)
        guard isOwn(told, mention) else {
            if !mention.isAsserted || told.kind == .call { hints.append(told) }
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
        guard let last, let told = clusters[last].evidence.map(\.upperBound).max(),
            mention.clause.lowerBound - told < 60
        else { return }
        if mention.actors.isEmpty {
            if clusters[last].date == nil { clusters[last].date = mention.date }
            if clusters[last].place?.city == nil, clusters[last].kind != .call, let place = mention.place {
                clusters[last].place = place
            }
            clusters[last].evidence.append(mention.clause)
            return
        }
        guard [.session, .forum, .summit].contains(clusters[last].kind) else { return }
        for party in cast.parties(of: mention, scene: scene, clusters: clusters) {
            clusters[last].add(party)
            if let country = party.country { clusters[last].countries.insert(country) }
        }
        clusters[last].evidence.append(mention.clause)
    }

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

    private mutating func cluster(of mention: EncounterMention) -> EncounterCluster {
        var parties = cast.parties(of: mention, scene: scene, clusters: clusters)
        for index in parties.indices where parties[index].country == nil {
            parties[index].country = parties[index].person.flatMap { origins[$0] }
        }
        if mention.kind == .talks, mention.isAsserted, let traveller = cast.traveller(meeting: parties, mention) {
            parties.append(traveller)
        }
        if mention.isThere, mention.kind != .talks, parties.isEmpty, let traveller = cast.traveller(to: mention) {
            parties.append(traveller)
        }
        let told = Set(parties.compactMap(\.country))
        // An official without a state, met in a state that nobody else comes from, is that state's.
        if let country = cast.accreditation(of: mention) ?? mention.place?.country
            ?? (mention.date == nil ? scene?.country : nil), !told.isEmpty,
            !told.contains(country)
        {
            for index in parties.indices
            where parties[index].isStateless && parties[index].office != .secretaryGeneral {
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
        if kind == .talks, Set(parties.compactMap(\.country)).count >= 3, level == .headOfState { kind = .summit }
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

    /// Fills what the tale knows: the day, the city, the states in focus.
    private func settle(_ told: inout EncounterCluster, _ mention: EncounterMention) {
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
        if told.kind == .summit, told.orgs.isEmpty, told.countries.count < 2, mention.trigger.count > 1,
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
        if told.date == nil, !mention.isUndated { told.date = today }
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
            if mention.isAsserted { return !named.isEmpty || mention.date != nil || mention.place != nil }
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
            if told.kind == .forum, mention.isWorldly, mention.isTold, told.place != nil { return true }
            return sides.count >= 2 || isComing && told.place != nil
        case .visit:
            return false
        }
    }

    // MARK: Which

    /// The encounter told before that this one is; the last told first.
    private func match(_ told: EncounterCluster, _ mention: EncounterMention) -> Int? {
        let order = clusters.indices.sorted { ($0 == last ? 1 : 0, $0) > ($1 == last ? 1 : 0, $1) }
        return order.first { isSame(clusters[$0], told, mention) }
    }

    /// "в двухдневном саммите примут участие": of the summit that has been told to have begun, and no more is said of it.
    private func isBareRepeat(_ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        [.summit, .forum].contains(b.kind) && b.status == .planned && b.date == nil && b.place == nil && b.orgs.isEmpty
            && !b.isNext && mention.countries.isEmpty && b.ordinal == nil
    }

    /// "с президентом и спикером парламента": two of one state who are told by their offices.
    private func areOtherOffices(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        let high: Set<Office> = [.president, .monarch, .primeMinister, .speaker, .foreignMinister]
        return a.parties.contains { x in
            b.parties.contains { y in
                guard x.person == nil, y.person == nil, x.country == y.country, let m = x.office, let n = y.office
                else {
                    return false
                }
                return m != n && high.contains(m) && high.contains(n)
            }
        }
    }

    /// "проходят переговоры" and "сначала премьеры встретятся один на один": both of what is under way.
    private func isGoingOn(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        a.isOngoing && b.status == .planned && a.kind == .talks && b.kind == .talks && !b.isNext
            && a.persons.count >= 2 && a.persons == b.persons
    }

    /// A summit of one organisation in one city on days that lie together.
    private func areOneAssembly(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        guard a.kind == .summit, a.status == b.status, let x = a.date, let y = b.date, x.isDay, y.isDay,
            abs(x.dayNumber - y.dayNumber) <= 3, !a.orgs.isDisjoint(with: b.orgs), let city = a.place?.city
        else { return false }
        return city == b.place?.city
    }

    private func isSame(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        // "в ходе беседы" speaks of the call told before.
        let isLike =
            a.kind == b.kind
            || a.kind == .call && b.kind == .talks
                && (!mention.isTold || mention.isConferred && a.persons == b.persons)
        guard isLike, EncounterCluster.agree(a.date, b.date) || areOneAssembly(a, b) else { return false }
        let isSameDay = a.date != nil && a.date == b.date && a.date!.isDay
        // The same principals on the same day meet once.
        if isSameDay, b.kind == .talks, a.persons.count >= 2, a.persons == b.persons { return true }
        // "заседание Совета министров СНГ" is not that of the commission of two states.
        if a.kind == .session, a.orgs.isEmpty, a.countries.count >= 2, !b.orgs.isEmpty { return false }
        // "помимо переговоров с коллегой примет участие": the verb of something else tells no other talks.
        if !mention.isTold, b.date == nil, b.place == nil || a.place == b.place, b.kind == .talks, a.persons.count >= 2,
            a.persons == b.persons
        {
            return true
        }
        if mention.isAsserted {
            guard a.isPlaceAssumed || EncounterCluster.agree(a.place, b.place) else { return false }
            guard
                a.isExpected || b.isExpected || a.status == b.status || b.status == .cancelled
                    || isGoingOn(a, b) && !mention.isTimed
                    || !mention.isTold && b.status == .held || isBareRepeat(b, mention)
            else {
                return false
            }
        }
        if b.isNext && !a.isNext && !isSameDay && !(a.status == .planned && a.countries == b.countries) { return false }
        // "Предыдущая встреча" is not the one that the tale is about.
        if mention.isEarlier, a.evidence[0].upperBound != mention.clause.upperBound, a.date == nil || a.date != b.date {
            return false
        }
        if let x = a.ordinal, let y = b.ordinal, x != y { return false }
        if !a.orgs.isEmpty, !b.orgs.isEmpty, a.orgs.isDisjoint(with: b.orgs) { return false }
        if b.parties.isEmpty && b.countries.isEmpty { return !(mention.isBefore && a.status == .planned) }
        if b.kind == .talks || b.kind == .call {
            // "саммит двух стран" is not the talks of their ministers.
            if a.persons.isEmpty || b.persons.isEmpty, let x = a.topLevel, let y = b.topLevel, x != y { return false }
            if areOtherOffices(a, b) { return false }
            return (a.persons.isSubset(of: b.persons) || b.persons.isSubset(of: a.persons))
                && (a.countries.isSubset(of: b.countries) || b.countries.isSubset(of: a.countries))
        }
        // "прилетел на саммит" and then "в саммите, который прошел 4 мая"
        if b.kind == .summit, b.orgs.isEmpty, !b.isNext, a.isExpected, a.date == nil { return true }
        // "саммит Россия – Центральная Азия" names whose it is.
        if b.kind == .summit, !mention.countries.isEmpty, !a.countries.isEmpty,
            a.countries.isDisjoint(with: mention.countries)
        {
            return false
        }
        if b.kind == .summit, b.orgs.isEmpty, b.place == nil, b.date == nil, !b.isNext { return true }
        if b.kind == .summit, !a.orgs.isEmpty, !a.orgs.isDisjoint(with: b.orgs) { return true }
        return a.countries.isEmpty || b.countries.isEmpty || !a.countries.isDisjoint(with: b.countries)
    }
}
