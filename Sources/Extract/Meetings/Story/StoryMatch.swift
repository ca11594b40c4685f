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
    private func isBareRepeat(_ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        [.summit, .forum].contains(b.kind) && b.status == .planned && b.date == nil && b.place == nil && b.orgs.isEmpty
            && !b.isNext && mention.countries.isEmpty && b.ordinal == nil
    }

    /// "с президентом и спикером парламента": two of one state who are told by their offices.
    private func areOtherOffices(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
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
    private func isGoingOn(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        guard a.isOngoing, b.status == .planned, !b.isNext, a.kind == b.kind else { return false }
        // "участвует в саммите" and "лидеры проведут переговоры"
        if a.kind == .summit { return !a.orgs.isEmpty && a.orgs == b.orgs && b.date == nil }
        return a.kind == .talks && a.persons.count >= 2 && a.persons == b.persons
    }

    /// "лидеры ШОС проведут заседание", "Саммит ШОС проходит 15–16 сентября": what was told to be planned is under way.
    private func hasBegun(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        a.kind == .summit && b.kind == .summit && a.status == .planned && b.isOngoing && b.status == .held
            && a.date == nil
            && !a.orgs.isEmpty && a.orgs == b.orgs && a.place != nil && EncounterCluster.agree(a.place, b.place)
    }

    /// A summit of one organisation in one city on days that lie together.
    private func areOneAssembly(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        guard a.kind == .summit, a.status == b.status, let x = a.date, let y = b.date, x.isDay, y.isDay,
            abs(x.dayNumber - y.dayNumber) <= 3, !a.orgs.isDisjoint(with: b.orgs), let city = a.place?.city
        else { return false }
        return b.place == nil || city == b.place?.city
    }

    /// "Встреча прошла 8 июня. «Сегодня мы провели переговоры», – сказал министр": on the day that he tells of.
    private func areOneDay(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard mention.isOfSpeech, a.status == .held, let x = a.date, let y = b.date, x.isDay, y.isDay else {
            return false
        }
        return (0...Self.daysToWords).contains(y.dayNumber - x.dayNumber) && !b.persons.isEmpty
            && a.persons.isSuperset(of: b.persons)
    }

    /// Days from what somebody tells of to the article.
    private static let daysToWords = 2

    /// A month or a year that is not that of the tale, or a day a week and more before it.
    private func isLongPast(_ date: PartialDate) -> Bool {
        guard let now = today ?? cast.reading.publishedOn else { return false }
        if !date.isDay { return date.lastDay < now.firstDay }
        return now.isDay && now.dayNumber - date.dayNumber > 7
    }

    /// "Президенты встретились. Ранее сообщалось, что лидеры пообедают вместе": what was to come as somebody said before it came.
    private func isForetold(_ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
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
    private func isOfLead(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
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
    private func isNounOfCall(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        let sentenceOf = cast.reading.document.sentenceOf
        return b.parties.isEmpty && b.countries.isEmpty && b.place == nil && !mention.isNext && !mention.isEarlier
            && a.evidence.last.map { sentenceOf[$0.lowerBound] == sentenceOf[mention.clause.lowerBound] } ?? false
    }

    /// "Премьер назвал цель встречи с президентом", in the title: the first that the text tells to be planned.
    private func isOfTitle(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        a.isReferred && a.status == .held && a.date == nil && b.status == .planned && !b.isReferred && !b.isNext
            && a.evidence.count == 1 && cast.reading.isHeadline(a.evidence[0])
    }

    /// Talks of which nothing is told but in what company they are.
    private func isLaterFormat(_ b: EncounterCluster) -> Bool {
        b.kind == .talks && !b.formats.isEmpty && b.parties.isEmpty && b.countries.isEmpty && b.date == nil
            && b.place == nil
    }

    /// Told in the sentence right before.
    private func isNear(_ clause: Range<Int>, _ mention: EncounterMention) -> Bool {
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

    private func isSame(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        // "в ходе беседы" speaks of the call told before, "на пленарном заседании" of the session.
        let isLike =
            a.kind == b.kind
            || a.kind == .summit && b.kind == .session && b.topLevel == .headOfState && !b.orgs.isEmpty
                && b.orgs.isSubset(of: a.orgs)
            || mention.isPlenary && (a.kind == .session || a.kind == .summit) && mention.orgs.isEmpty
                && mention.countries.isEmpty
            // "в продолжение беседы в Душанбе": no call has a place.
            || a.kind == .call && b.kind == .talks && mention.place == nil
                && (!mention.isTold || isNounOfCall(a, b, mention)
                    || (mention.isConferred || b.isOpen) && a.persons == b.persons && b.place == nil)
        guard isLike,
            EncounterCluster.agree(a.date, b.date) || areOneAssembly(a, b) || isOfLead(a, b, mention)
                || areOneDay(a, b, mention)
        else { return false }
        // "Четырехсторонняя встреча прошла на полях саммита НАТО": beside it, and not the same.
        if !mention.orgs.isEmpty, a.orgs != b.orgs, cast.reading.isAtMargins(mention.trigger) { return false }
        // "принял министра Японии, а позже – главу ЕБРР": one guest of the same verb after another.
        if mention.isReception, a.kind == .talks, a.orgs != b.orgs, a.evidence.contains(mention.clause) { return false }
        // "после чего намечается трехсторонняя встреча": of more than have met so far.
        if b.kind == .talks, a.countries.count + a.orgs.count == 2, b.countries.count + b.orgs.count > 2,
            isOfSides(mention)
        {
            return false
        }
        if isOfTwoAmongMany(a, b, mention) { return false }
        // "Встреча министров трех стран пройдет в мае, сказано по итогам переговоров А и Б": of two who have met by now.
        if b.kind == .talks, b.status == .held, a.status == .planned, a.persons.isEmpty, a.countries.count > 2,
            b.persons.count == 2, b.countries.count == 2
        {
            return false
        }
        // "Встреча лидеров Центральной Азии пройдет в Ташкенте. Путин прибыл на саммит «Россия – Центральная Азия»"
        if a.kind == .summit, b.kind == .summit, a.isRegional, mention.isRegional, a.orgs.isEmpty, b.orgs.isEmpty,
            a.countries.isEmpty != mention.countries.isEmpty, a.place != nil,
            cast.reading.document.sentenceOf[a.evidence[0].lowerBound] > 0
                || mention.countries.allSatisfy({ $0 != a.place?.country })
        {
            return false
        }
        // "в саммите ЕАЭС и заседании совета СНГ"
        if mention.isListed, a.kind == .summit || b.kind == .summit, a.evidence.contains(mention.clause),
            a.orgs != b.orgs
        {
            return false
        }
        // "Состоялся саммит ОТГ. Прошел также саммит «Центральная Азия – Венгрия»": of a state with a region.
        if b.kind == .summit, mention.isRegional, mention.isTold, !mention.countries.isEmpty, b.orgs.isEmpty,
            !a.orgs.isEmpty
        {
            return false
        }
        // "Переговоры проходят в Минске. Накануне президенты пообщались": not those that are under way.
        if a.isOngoing, a.date == nil, mention.isTold || mention.isVerbal, b.status == .held, !b.isOngoing,
            let date = b.date, date.isDay, let now = cast.reading.publishedOn, date < now
        {
            return false
        }
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
                    || isGoingOn(a, b) && !mention.isTimed || hasBegun(a, b)
                    || !mention.isTold && b.status == .held || isBareRepeat(b, mention)
                    || a.status == .held && a.kind == b.kind && isForetold(b, mention) || isOfTitle(a, b)
            else {
                return false
            }
        }
        // "встретится с премьером. Запланирована также встреча в расширенном составе": of those with whom the day began.
        if b.isNext, isLaterFormat(b), a.status == b.status, a.evidence.last.map({ isNear($0, mention) }) ?? false {
            return true
        }
        if b.isNext && !a.isNext && !isSameDay && !(a.status == .planned && a.countries == b.countries) { return false }
        // "Предыдущая встреча" is not the one that the tale is about.
        if mention.isEarlier, a.evidence[0].upperBound != mention.clause.upperBound, a.date == nil || a.date != b.date {
            return false
        }
        // "До этого они встречались в марте": not the talks of the tale, which have no day of their own.
        if mention.isBefore, mention.isVerbal, a.status == .held, a.date == nil, let date = b.date, isLongPast(date) {
            return false
        }
        // "Переговоры прошли на границе. Ранее президенты встречались в Ханое": told with a place of its own.
        if mention.isBefore, mention.isVerbal, mention.place != nil, a.status == .held,
            a.place == nil || a.isPlaceAssumed,
            a.evidence.allSatisfy({ !cast.reading.isHeadline($0) }), a.persons.count > 1,
            cast.reading.document.sentenceOf[a.evidence[0].lowerBound]
                != cast.reading.document.sentenceOf[mention.clause.lowerBound]
        {
            return false
        }
        if let x = a.ordinal, let y = b.ordinal, x != y { return false }
        if !a.orgs.isEmpty, !b.orgs.isEmpty, a.orgs.isDisjoint(with: b.orgs) { return false }
        if b.parties.isEmpty && b.countries.isEmpty {
            return !(mention.isBefore && b.status == .held && a.status == .planned)
        }
        if b.kind == .talks || b.kind == .call {
            // "саммит двух стран" is not the talks of their ministers.
            if a.persons.isEmpty || b.persons.isEmpty, let x = a.topLevel, let y = b.topLevel, x != y { return false }
            if areOtherOffices(a, b, mention) { return false }
            return (a.persons.isSubset(of: b.persons) || b.persons.isSubset(of: a.persons))
                && (a.countries.isSubset(of: b.countries) || b.countries.isSubset(of: a.countries))
        }
        // "саммит ОТГ пройдет в Габале. Азербайджан для участия в саммите 6 октября посетит президент": of the one told right before.
        if b.kind == .summit, b.orgs.isEmpty, !a.orgs.isEmpty, mention.countries.isEmpty, !mention.isRegional,
            !b.isNext,
            b.ordinal == nil, a.status == b.status, a.evidence.last.map({ isNear($0, mention) }) ?? false
        {
            return true
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
        // "в заседании ЕМПС участвовали премьеры А и Б": of the one told right before, by others who took part.
        if b.kind == .session, a.orgs == b.orgs, !a.orgs.isEmpty, b.date == nil, b.place == nil, !b.isNext,
            a.topLevel == nil || b.topLevel == nil || a.topLevel == b.topLevel
        {
            return true
        }
        return a.countries.isEmpty || b.countries.isEmpty || !a.countries.isDisjoint(with: b.countries)
    }
}
