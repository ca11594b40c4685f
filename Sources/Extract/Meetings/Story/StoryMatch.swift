import Grammar
import Model

/// Which encounter told before a mention speaks of.
extension Story {
    /// The encounter told before that this one is; the last told first.
    func match(_ told: EncounterCluster, _ mention: EncounterMention) -> Int? {
        let order = clusters.indices.sorted { ($0 == last ? 1 : 0, $0) > ($1 == last ? 1 : 0, $1) }
        return order.first { isSame(clusters[$0], told, mention) }
    }

    /// Told by the headline or the first sentence, before the day and the city of the tale are known, and told again now.
    func isAnnounced(_ index: Int, before mention: EncounterMention) -> Bool {
        let first = clusters[index].evidence[0].lowerBound
        return cast.reading.isHeadline(clusters[index].evidence[0])
            || mention.isTold && clusters[index].date == nil && cast.reading.document.sentenceOf[first] == 0
                && cast.reading.document.sentenceOf[mention.clause.lowerBound] > 0
    }

    /// "в двухдневном саммите примут участие": of the summit that has been told to have begun, and no more is said of it.
    func isBareRepeat(_ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        [.summit, .forum].contains(b.kind) && b.status == .planned && b.date == nil && b.place == nil && b.orgs.isEmpty
            && !b.isNext && mention.countries.isEmpty && b.ordinal == nil
    }

    /// "с президентом и спикером парламента": two of one state who are told by their offices.
    func areOtherOffices(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        // "с президентом А и премьером": in one breath the one who is named is not the other.
        // "Также состоялась встреча с начальником штаба": with another than whoever was met before.
        let isOneBreath = a.evidence.contains(mention.clause) || isBesides(mention)
        let isAny = isBesides(mention)
        let high: Set<Office> = [.president, .monarch, .primeMinister, .speaker, .foreignMinister]
        return a.parties.contains { x in
            b.parties.contains { y in
                guard x.person == nil && y.person == nil || isOneBreath && (x.person == nil || y.person == nil),
                    x.country == y.country, x.country != nil, let m = x.office,
                    let n = y.office, !a.parties.contains(where: { $0.office == n && $0.country == y.country }),
                    !b.parties.contains(where: { $0.office == m && $0.country == x.country })
                else {
                    return false
                }
                return m != n && (isAny || high.contains(m) && high.contains(n))
            }
        }
    }

    /// "также", "кроме того" before what a verb tells of its own.
    private func isBesides(_ mention: EncounterMention) -> Bool {
        let (document, marks) = (cast.reading.document, cast.reading.marks)
        let first = document.sentence(of: mention.clause.lowerBound).lowerBound
        return mention.isTold && mention.clause.lowerBound == first
            && document.mark(at: first, marks.encounters.besides) != nil
    }

    /// "проходят переговоры" and "сначала премьеры встретятся один на один": both of what is under way.
    func isGoingOn(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        guard a.isOngoing, b.status == .planned, !b.isNext, a.kind == b.kind else { return false }
        // "участвует в саммите" and "лидеры проведут переговоры"
        if a.kind == .summit { return !a.orgs.isEmpty && a.orgs == b.orgs && b.date == nil }
        return a.kind == .talks && a.persons.count >= 2 && a.persons == b.persons
    }

    /// "лидеры ШОС проведут заседание", "Саммит ШОС проходит 15–16 сентября": what was told to be planned is under way.
    func hasBegun(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        a.kind == .summit && b.kind == .summit && a.status == .planned && b.isOngoing && b.status == .held
            && a.date == nil
            && !a.orgs.isEmpty && a.orgs == b.orgs && a.place != nil && EncounterCluster.agree(a.place, b.place)
    }

    /// A summit of one organisation in one city on days that lie together.
    func areOneAssembly(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        guard a.kind == .summit, a.status == b.status, let x = a.date, let y = b.date, x.isDay, y.isDay,
            abs(x.dayNumber - y.dayNumber) <= 3, !a.orgs.isDisjoint(with: b.orgs), let city = a.place?.city
        else { return false }
        return b.place == nil || city == b.place?.city
    }

    /// "Встреча прошла 8 июня. «Сегодня мы провели переговоры», – сказал министр": on the day that he tells of.
    func areOneDay(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard mention.isOfSpeech, a.status == .held, let x = a.date, let y = b.date, x.isDay, y.isDay else {
            return false
        }
        return (0...Self.daysToWords).contains(y.dayNumber - x.dayNumber) && !b.persons.isEmpty
            && a.persons.isSuperset(of: b.persons)
    }

    /// Days from what somebody tells of to the article.
    private static let daysToWords = 2

    /// A month or a year that is not that of the tale, or a day a week and more before it.
    func isLongPast(_ date: PartialDate) -> Bool {
        guard let now = today ?? cast.reading.publishedOn else { return false }
        if !date.isDay { return date.lastDay < now.firstDay }
        return now.isDay && now.dayNumber - date.dayNumber > 7
    }

    /// "Президенты встретились. Ранее сообщалось, что лидеры пообедают вместе": what was to come as somebody said before it came.
    func isForetold(_ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard b.status == .planned, !b.isNext else { return false }
        let (document, marks) = (cast.reading.document, cast.reading.marks)
        let sentence = document.sentence(of: mention.clause.lowerBound)
        guard let earlier = document.mark(at: sentence.lowerBound, marks.encounters.earlier),
            earlier.end < mention.clause.lowerBound
        else { return false }
        let before = earlier.end..<mention.clause.lowerBound
        return !document.marks(marks.speech, in: before).isEmpty
            || !document.marks(marks.encounters.reported, in: before).isEmpty
    }

    /// "А встретился с Б. А прилетел 9 сентября. Беседа А с Б прошла во вторник": the first lines tell what the text dates below, and not
    /// the day of the arrival.
    func isOfLead(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard a.isDateAssumed, a.kind == .talks, b.kind == .talks, a.persons.count == 2, a.persons == b.persons,
            mention.isTold || mention.isVerbal, !b.isNext, !mention.isBefore, !mention.isEarlier, a.status == b.status,
            let first = a.date, let day = b.date, first.isDay, day.isDay
        else { return false }
        return cast.reading.document.sentenceOf[a.evidence[0].lowerBound] <= 1
            && (1...Self.daysOfStay).contains(day.dayNumber - first.dayNumber)
    }

    /// Days from an arrival to what somebody has come for.
    private static let daysOfStay = 4

    /// "переговорил по телефону с премьером, беседа состоялась 12 октября": in the sentence of the call.
    func isNounOfCall(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        let sentenceOf = cast.reading.document.sentenceOf
        return b.parties.isEmpty && b.countries.isEmpty && b.place == nil && !mention.isNext && !mention.isEarlier
            && a.evidence.last.map { sentenceOf[$0.lowerBound] == sentenceOf[mention.clause.lowerBound] } ?? false
    }

    /// "Премьер назвал цель встречи с президентом", in the title: the first that the text tells to be planned.
    func isOfTitle(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        a.isReferred && a.status == .held && a.date == nil && b.status == .planned && !b.isReferred && !b.isNext
            && a.evidence.count == 1 && cast.reading.isHeadline(a.evidence[0])
    }

    /// Talks of which nothing is told but in what company they are.
    func isLaterFormat(_ b: EncounterCluster) -> Bool {
        b.kind == .talks && !b.formats.isEmpty && b.parties.isEmpty && b.countries.isEmpty && b.date == nil
            && b.place == nil
    }

    /// Told in the sentence right before.
    func isNear(_ clause: Range<Int>, _ mention: EncounterMention) -> Bool {
        let sentenceOf = cast.reading.document.sentenceOf
        return sentenceOf[mention.clause.lowerBound] - sentenceOf[clause.lowerBound] <= 1
    }

    /// "Перед общей беседой А и Б переговорили с глазу на глаз": two, by name, of the three and more who met.
    func isOfTwoAmongMany(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard b.kind == .talks, a.kind == .talks || a.isOfTalks, a.persons.count > 2, b.persons.count == 2,
            b.countries.count == 2, b.orgs.isEmpty, a.persons.isSuperset(of: b.persons),
            mention.actors.count(where: { $0.kind == .person }) == 2, !a.evidence.contains(mention.clause)
        else { return false }
        let (document, marks) = (cast.reading.document, cast.reading.marks)
        return mention.formats == [.narrow] || mention.isBefore
            || !document.marks(marks.encounters.bilateral, in: mention.clause).isEmpty
            || document.marks(marks.encounters.refer, in: mention.clause).contains { refer in
                ["before", "after"].contains(cast.reading.value(refer))
                    && document.marks(marks.encounter, in: refer.end..<min(mention.clause.upperBound, refer.end + 4))
                        .contains { !$0.range.overlaps(mention.trigger) }
            }
    }

    /// Whether an encounter told before is the one of a mention: by the first rule that speaks of the two.
    private func isSame(_ known: EncounterCluster, _ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        let pair = EncounterPair(known: known, told: told, mention: mention, story: self)
        guard pair.isLike, pair.isOfOneTime else { return false }
        return EncounterMatchRules.all.verdict(on: pair) ?? pair.mayShareState
    }

    /// Whether a mention tells only in what company the talks were that were told right before.
    func isOfCompanyTold(_ mention: EncounterMention) -> Bool {
        guard mention.isOfCompany, let last else { return false }
        return clusters[last].kind == .talks && clusters[last].persons.count > 1
            && clusters[last].status == mention.status && EncounterCluster.agree(clusters[last].date, mention.date)
            && mention.clause.lowerBound - (clusters[last].evidence.last?.upperBound ?? 0) < Self.reachOfCompany
    }

    /// Tokens from talks to what tells in what company they were.
    private static let reachOfCompany = 90

    /// A mention with its day, with those who held the offices that it tells on that day, and with the kind that it recalls.
    func atItsTime(_ given: EncounterMention) -> EncounterMention {
        var mention = given
        // "1 июня прошло заседание. Накануне министра принял премьер": the day before that.
        if mention.isOnEve, !clusters.contains(where: { $0.evidence.contains(mention.clause) }), let today, today.isDay,
            let date = mention.date, today.dayNumber == date.dayNumber
        {
            mention.date = PartialDate(dayNumber: today.dayNumber - 1)
        }
        mention.actors = mention.actors.map { cast.reading.holder($0, on: mention.date) }
        if let kind = kindRecalled(mention) { mention.kind = kind }
        return mention
    }

    /// Adds whom the passage is about; whether an encounter of his told before is the one.
    func tellsAgainOfHero(_ told: inout EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard let hero = hero(of: told, mention) else { return false }
        told.parties.insert(hero, at: 0)
        if let country = hero.country { told.countries.insert(country) }
        guard let index = match(told, mention) else { return false }
        clusters[index].take(told)
        last = index
        return true
    }
}
