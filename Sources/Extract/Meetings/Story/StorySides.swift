import Grammar
import Model

/// What the text before a mention tells of the sides and the kind of its encounter.
extension Story {
    /// "На переговорах с премьером обсудили торговлю": whoever the tale is about, where only the one whom he meets is told.
    func hero(of told: EncounterCluster, _ mention: EncounterMention) -> Party? {
        // "в ходе встречи с министром стороны отметили": the sides are he and the other.
        // "с послом Ирана в Казахстане": where he is accredited is no side that is told besides.
        let post = cast.accreditation(of: mention)
        let actors = mention.actors.filter {
            ($0.kind != .group || $0.level != nil || !$0.countries.isEmpty)
                && !($0.kind == .country && $0.country == post)
        }
        guard !mention.isOfStranger, told.kind == .talks || told.kind == .call, told.parties.count == 1,
            actors.count == 1,
            actors[0].link == .with,
            actors[0].kind == .person
                || (actors[0].kind == .office || actors[0].kind == .colleague && actors[0].country != nil)
                    && (mention.isTold || mention.status == .cancelled),
            let home = told.parties[0].country.map({ [$0] }) ?? told.parties[0].organisation.map({ _ in [] })
        else { return nil }
        if let holder, let country = holder.country, told.status == .held, !home.contains(country) { return holder }
        // "встреча с послом Ирана в Казахстане": of the state where he is accredited.
        if let country = cast.accreditation(of: mention), !home.contains(country) {
            let known = cast.subject(before: mention.clause.lowerBound, besides: home)
            guard let known, known.country == country, known.level != nil else {
                return Party(person: nil, country: country, office: nil, level: nil)
            }
            return Party(person: known.person, country: country, office: known.office, level: known.level)
        }
        // "в Осло, куда накануне прибыл президент А, прошли переговоры с Б": he who has come there.
        let arrival = journeys.last {
            mention.clause.contains($0.clause.lowerBound) && $0.clause.upperBound <= mention.trigger.lowerBound
        }
        guard
            let subject = cast.traveller(
                before: arrival?.clause.upperBound ?? mention.clause.lowerBound, besides: home,
                isHeld: told.status == .held)
                ?? cast.subject(before: mention.clause.lowerBound, besides: home), subject.level != nil
        else { return nil }
        // "Премьер Ирана приедет в Осло. 2 мая запланирована беседа с президентом Чили": of him whom all of the article is about.
        if mention.isTold, let hero = protagonist(atLeast: Self.encountersOfHero), let country = hero.country,
            !home.contains(country), hero.person != subject.person,
            clusters.count(where: { $0.persons.contains(subject.person ?? -1) }) < 2
        {
            return hero
        }
        // "Госсекретаря принял премьер Японии. В Джакарте прошли переговоры с министром": of her whom the tale is about.
        if mention.isTold, let hero = protagonist(), let country = hero.country, !home.contains(country),
            hero.person != subject.person,
            clusters.contains(where: { $0.persons == [hero.person ?? -1, subject.person ?? -1] })
        {
            return hero
        }
        return Party(person: subject.person, country: subject.country, office: subject.office, level: subject.level)
    }

    /// Who takes part in two encounters or more, and in more than anybody else.
    ///
    /// - Parameter least: in how many he must have taken part.
    private func protagonist(atLeast least: Int = 2) -> Party? {
        var counts: [Int: Int] = [:]
        for cluster in clusters { for person in cluster.persons { counts[person, default: 0] += 1 } }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, first.value >= least, ranked.count < 2 || ranked[1].value < first.value else {
            return nil
        }
        return cast.party(first.key)
    }

    /// Encounters of one whom an article is about as a whole.
    private static let encountersOfHero = 4

    /// Who holds the talks that the article goes through, with the one whom a mention names, or else with whom its paragraph opens:
    /// "Президент Черногории пригласил коллегу. На встрече говорили о туризме".
    func complete(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard let holder, told.kind == .talks || told.kind == heldKind, told.status == .held else { return }
        if heldKind == .call { told.kind = .call }
        if mention.isHeadless {
            guard told.parties.count == 1, !told.countries.contains(where: { $0 == holder.country }) else { return }
        } else {
            guard !mention.isTold, told.parties.isEmpty, told.countries.isEmpty,
                let guest = cast.opener(before: mention.clause.lowerBound), guest.country != holder.country,
                !clusters.contains(where: { $0.persons.contains(guest.person ?? -1) && $0.kind == .talks })
            else { return }
            told.parties = [guest]
        }
        told.parties.insert(holder, at: 0)
        told.countries.formUnion(told.parties.compactMap(\.country))
        if told.kind == .call { told.place = nil }
    }

    /// "Предыдущие переговоры прошли в Баку", "предыдущий разговор состоялся в мае": of those whose talks were told last.
    func precede(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .talks || told.kind == .call, told.parties.isEmpty,
            told.countries.isEmpty, told.orgs.isEmpty, told.date != nil || told.place != nil, let last,
            case let known = clusters[last],
            known.kind == .talks || known.kind == .call || known.isOfTalks && told.kind == .talks,
            mention.isEarlier || isOfSeries(known, mention)
        else { return }
        let isRightBehind =
            mention.actors.isEmpty
            && mention.clause.lowerBound - (known.evidence.map(\.upperBound).max() ?? 0) < Self.reachOfTalks
        let isOfAnotherDay =
            mention.isTold && told.status == .held && known.persons.count > 1
            && !EncounterCluster.agree(mention.date, known.date)
        guard isRightBehind || isOfAnotherDay else { return }
        told.parties = areConsultations(mention) ? [] : known.parties
        told.countries = known.countries
        told.orgs = known.orgs
        // "Последняя встреча «тройки» прошла в Риме"
        if known.isOfTalks { (told.kind, told.isOfTalks) = (.summit, true) }
        let reading = cast.reading
        if known.kind == .call, told.place == nil,
            reading.document.mark(at: mention.trigger.lowerBound, reading.marks.encounters.either) != nil
        {
            told.kind = .call
        }
    }

    /// "Консультации прошли 27 апреля в Пекине": of officials of the two states on a day of their own, whoever met before.
    func areConsultations(_ mention: EncounterMention) -> Bool {
        guard let date = mention.date, let last, !EncounterCluster.agree(date, clusters[last].date) else {
            return false
        }
        return cast.reading.document.mark(at: mention.trigger.lowerBound, cast.reading.marks.encounters.consulting)
            != nil
    }

    /// "Затем они виделись 10 ноября в Дананге. Переговоры прошли 16 июля 2018 года в Хельсинки": the same two at another time.
    private func isOfSeries(_ known: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard mention.isTold, mention.actors.isEmpty, mention.status != .planned, known.persons.count == 2,
            let date = mention.date, date.month != nil
        else { return false }
        return !EncounterCluster.agree(date, known.date)
    }

    /// "Следующая встреча пройдет в октябре в Вене", "второй раунд намечен на май": of those whose talks were told last; of a body that
    /// has sat, its next session.
    func succeed(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .talks, told.status == .planned, mention.isTold, told.parties.isEmpty,
            told.countries.isEmpty,
            told.orgs.isEmpty, mention.actors.isEmpty, mention.isNext || (told.ordinal ?? 0) > 1,
            mention.date != nil || mention.place?.city != nil,
            let known = last.map({ clusters[$0] }), known.status == .held,
            mention.isVerbal
                || mention.clause.lowerBound - (known.evidence.map(\.upperBound).max() ?? 0) < Self.reachOfTalks
        else { return }
        switch known.kind {
        case .talks:
            guard known.countries.count + known.orgs.count > 1,
                mention.place?.country.map({ known.countries.contains($0) || known.countries.count == 2 }) ?? true
            else { return }
            (told.parties, told.countries, told.orgs) = (known.parties, known.countries, known.orgs)
            // "энергетики вновь соберутся": who will come is not told.
            if mention.isOfTrade {
                told.parties = known.parties.map { Party(country: $0.country, office: $0.office, level: $0.level) }
            }
        case .summit where mention.isVerbal:
            (told.kind, told.isOfTalks, told.orgs) = (.summit, known.isOfTalks, known.orgs)
            told.countries = known.orgs.isEmpty ? known.countries : []
        case .session, .forum:
            guard isCalledMeeting(mention), known.countries.count + known.orgs.count > 1 else { return }
            (told.kind, told.countries, told.orgs) = (known.kind, known.orgs.isEmpty ? known.countries : [], known.orgs)
        default: return
        }
    }

    /// "Второй форум прошел в Оше. Третий форум пройдет в 2026 году": the next of those that are counted, where nothing else tells
    /// whose it is.
    func isNextOfSeries(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard mention.isTold, mention.date != nil || mention.place != nil,
            [.session, .forum, .summit].contains(told.kind),
            let ordinal = told.ordinal, told.orgs.isEmpty, told.parties.isEmpty, told.countries.isEmpty,
            !mention.isWorldly
        else { return false }
        let host = told.place?.country
        return clusters.contains { before in
            // "Пройдет четвертая встреча. Первая состоялась в 2018 году"
            let isFirst = told.status == .held && before.status == .planned && told.date != nil
            // "29 мая пройдет второй саммит. Третий намечен на 2027 год"
            let isThird =
                told.status == .planned && before.status == .planned && before.ordinal.map { $0 < ordinal } ?? false
                && !EncounterCluster.agree(told.date, before.date)
            guard before.kind == told.kind, before.status == .held || isFirst || isThird else { return false }
            // "Первое заседание состоялось в 2022 году": of those before, where it is of another time.
            let isCounted =
                told.status == .planned
                ? ordinal > 1 && (before.ordinal ?? ordinal - 1) == ordinal - 1
                : told.date != nil
                    && (before.ordinal.map { $0 > ordinal } ?? !EncounterCluster.agree(told.date, before.date))
            return isCounted
                && host.map {
                    before.countries.contains($0) || before.countries.count > 2 || !before.orgs.isEmpty
                        || before.isRegional
                } ?? true
        }
    }

    /// Tokens of three or four sentences.
    static let reachOfTalks = 90

    /// "В министерстве прошла встреча с послом Кореи": with the other of the two states that the article is about.
    func pairUp(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .talks, mention.isTold, mention.isAsserted, !mention.isOfStranger, told.countries.count == 1,
            told.orgs.isEmpty, mainPair.count == 2, mainPair.isSuperset(of: told.countries), !mention.actors.isEmpty,
            mention.actors.allSatisfy({ $0.link == .with && ($0.kind == .person || $0.kind == .office) }),
            let other = mainPair.subtracting(told.countries).first
        else { return }
        told.countries.insert(other)
    }

    /// "обсудили подготовку к бизнес-форуму, который пройдет в Риме": of those two who prepare it.
    func share(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        if told.kind == .forum, told.orgs.isEmpty, told.parties.isEmpty, told.countries.isEmpty, mention.isTold,
            !mention.isWorldly, let pair = cast.visit(around: mention)
        {
            told.countries = pair
            return
        }
        guard told.kind == .forum || told.kind == .session, told.status == .planned, told.orgs.isEmpty,
            told.parties.isEmpty,
            !mention.isWorldly, mention.isTold, let country = told.place?.country,
            told.countries.isSubset(of: [country]),
            let last, clusters[last].kind == .talks || clusters[last].kind == .call,
            clusters[last].countries.count == 2,
            clusters[last].countries.contains(country),
            mention.clause.lowerBound - (clusters[last].evidence.map(\.upperBound).max() ?? 0) < 40
        else { return }
        told.countries = clusters[last].countries
    }

    /// "состоялся разговор президента с премьером": with no place and nobody on a journey, over the telephone.
    func isByPhone(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard told.kind == .talks, told.place == nil, told.formats.isEmpty, told.visit == nil, told.persons.count == 2,
            told.status != .cancelled,
            !journeys.contains(where: {
                $0.status == told.status && $0.traveller?.person.map(told.persons.contains) ?? false
            }),
            cast.reading.document.mark(at: mention.trigger.lowerBound, cast.reading.marks.encounters.distant) != nil
        else { return false }
        return told.parties.allSatisfy(\.level.isLeader)
    }

    /// "на полях форума", of one that was told before.
    func isAtMargins(_ mention: EncounterMention) -> Bool {
        let reading = cast.reading
        return reading.document.marks(reading.marks.encounter, in: mention.clause).contains { noun in
            noun.range != mention.trigger && reading.isAtMargins(noun.range)
        }
    }

    /// Whether the body that sits is one of two states: by its own words, or by those that the article calls it by elsewhere.
    func isOfTwoStates(_ mention: EncounterMention) -> Bool {
        let (document, marks) = (cast.reading.document, cast.reading.marks)
        let sentence = document.sentence(of: mention.trigger.lowerBound)
        if !document.marks(marks.pair, in: sentence).isEmpty { return true }
        return document.marks(marks.encounters.joint).contains { joint in
            joint.range.overlaps(sentence)
                || !document.marks(
                    marks.encounters.body, in: joint.first..<min(document.tokens.count, joint.end + Self.reachOfBody)
                ).isEmpty
        }
    }

    /// Tokens from what tells of two states to the body: "межправительственная армяно-грузинская комиссия".
    private static let reachOfBody = 5

    /// "Накануне, 21 августа, в Душанбе прошел бизнес-форум": of firms, in the town and in the days of the talks of the two whom the
    /// article is about, with no name of its own.
    func isBesideTalks(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard told.kind == .forum, mention.isTold, mention.level == .business, !mention.isWorldly, told.parties.isEmpty,
            told.countries.isEmpty, let country = told.place?.country, mainPair.count == 2, mainPair.contains(country),
            !cast.reading.document.isMark(mention.trigger.upperBound, "«")
        else { return false }
        return clusters.contains { talks in
            guard talks.kind == .talks, talks.status == told.status, talks.countries == mainPair,
                talks.topLevel.isLeader, talks.place?.country == nil || talks.place?.country == country
            else { return false }
            guard let a = talks.date, let b = told.date, a.isDay, b.isDay else {
                return EncounterCluster.agree(talks.date, told.date)
            }
            return abs(a.dayNumber - b.dayNumber) <= Self.daysBesideTalks
        }
    }

    /// Days between talks and the forum of firms that goes with them.
    private static let daysBesideTalks = 2

    /// "прибыл в Астану на саммит. Запланирована серия двусторонних встреч. В частности, он встретится с президентом": several that are to
    /// come, in the town where one of the two is or will be in these days.
    func stage(of told: EncounterCluster, _ mention: EncounterMention) -> Place? {
        guard mention.ordinal == nil, told.countries.count == 2, !mention.isUndated, isOfSeveral(mention) else {
            return nil
        }
        func isNear(_ clause: Range<Int>) -> Bool {
            (0..<Self.reachOfTalks).contains(mention.clause.lowerBound - clause.upperBound)
        }
        func isThen(_ date: PartialDate?) -> Bool {
            guard let day = told.date else { return !mention.isTimed }
            guard let near = date ?? cast.reading.publishedOn, day.isDay, near.isDay else { return false }
            return abs(day.dayNumber - near.dayNumber) <= Self.daysBesideTalks
        }
        let assembly = clusters.last { other in
            other.kind == .summit && other.status != .cancelled && other.place?.city != nil && isThen(other.date)
                && !other.persons.isDisjoint(with: told.persons) && other.evidence.contains(where: isNear)
        }
        let journey = journeys.last { journey in
            isNear(journey.clause) && journey.traveller?.person.map(told.persons.contains) ?? false
        }
        let goal = journey.flatMap { it in
            it.goal?.city != nil && it.status != .cancelled && isThen(it.date) ? it.goal : nil
        }
        return assembly?.place ?? goal ?? others(beside: told, mention)?.place
    }

    /// "Кроме того, состоятся встречи с эмиром и премьером": the talks to come that were told right before, of the same one with others,
    /// on the same day or in a month that is theirs too.
    func others(beside told: EncounterCluster, _ mention: EncounterMention) -> EncounterCluster? {
        clusters.last { other in
            other.kind == .talks && other.status == .planned && other.place?.city != nil
                && (other.date == told.date || told.date == nil && !mention.isTimed && other.date?.isDay == false)
                && !other.persons.isDisjoint(with: told.persons)
                && other.evidence.contains {
                    (0..<Self.reachOfTalks).contains(mention.clause.lowerBound - $0.upperBound)
                }
        }
    }

    /// "двусторонние встречи", "серия встреч", in its clause or in the sentence before.
    private func isOfSeveral(_ mention: EncounterMention) -> Bool {
        let (reading, document) = (cast.reading, cast.reading.document)
        let sentence = Int(document.sentenceOf[mention.trigger.lowerBound])
        let from = document.sentences[max(0, sentence - 1)].lowerBound
        let told = from..<max(from, mention.clause.upperBound)
        return !document.marks(reading.marks.encounters.bilateral, in: told).isEmpty
            || document.marks(reading.marks.encounter, in: told).contains { noun in
                guard reading.value(noun) == Meeting.Kind.talks.rawValue, let word = document.word(noun.end - 1),
                    word.can(be: [.noun, .plur]), !word.can(be: .pltm)
                else { return false }
                // "состоятся встречи": the verb tells that they are several.
                return !word.can(be: [.noun, .sing])
                    || (max(from, noun.first - 2)..<noun.first).contains {
                        document.word($0)?.can(be: [.verb, .plur]) == true
                            || document.word($0)?.can(be: [.prts, .plur]) == true
                    }
            }
    }

    /// "А встретился в Мадриде с Б. В встретился с Г": a third state's city where only others are told to have talked, and no
    /// assembly brings all of them.
    func isSceneOfOthers(_ told: EncounterCluster) -> Bool {
        guard told.kind == .talks, let scene, let country = scene.country, !told.countries.contains(country) else {
            return false
        }
        let there = clusters.filter { $0.place == scene }
        return !there.isEmpty
            && there.allSatisfy {
                $0.kind == .talks && !$0.countries.contains(country) && $0.countries.isDisjoint(with: told.countries)
                    && $0.persons.isDisjoint(with: told.persons)
            }
            && !journeys.contains {
                $0.goal?.country == country && $0.traveller?.person.map(told.persons.contains) ?? false
            }
    }

    /// "Затем к беседе присоединился президент В": another encounter, of those who had talked and of him.
    func join(_ mention: EncounterMention) {
        guard let last, clusters[last].kind == .talks, clusters[last].persons.count == 2,
            clusters[last].status == mention.status, clusters[last].parties.allSatisfy(\.level.isLeader),
            mention.clause.lowerBound - (clusters[last].evidence.map(\.upperBound).max() ?? 0) < Self.reachOfTalks,
            let guest = cluster(of: mention).parties.first, let country = guest.country,
            !clusters[last].countries.contains(country)
        else { return }
        var told = clusters[last]
        (told.kind, told.isOfTalks, told.formats) = (.summit, true, [])
        told.parties.append(guest)
        told.countries.insert(country)
        told.evidence = [mention.clause]
        clusters.append(told)
        self.last = clusters.count - 1
    }

    /// "они пообщались на саммите": whether those who were told before are two of two states.
    func isOfTwo(_ mention: EncounterMention) -> Bool {
        let parties = cluster(of: mention).parties
        return parties.count == 2 && parties.allSatisfy { $0.person != nil }
            && Set(parties.compactMap(\.country)).count == 2
    }

    /// "встретились лидеры трех стран": who they are is told nearby, or nowhere.
    func gather(_ mention: EncounterMention) {
        guard mention.kind == .talks, mention.isAsserted,
            mention.actors.contains(where: { $0.isVague && $0.level == .headOfState })
        else { return }
        var told = cluster(of: mention)
        told.kind = .summit
        gatherings.append(told)
        if mention.isTold, told.place != nil { pending = told }
    }
}
