import Grammar
import Model

extension AgreementReader {
    /// The day of the talks that a document of these parties was signed at: those told last before it, else the only ones.
    ///
    /// A forum's day is no day of the talks.
    func talksDay(of parties: AgreementParties, at mention: DocumentMention) -> PartialDate? {
        let here = document.span(document.sentences[mention.sentence]).end
        let held = meetings.filter { meeting in
            meeting.status == .held && [.talks, .session, .summit].contains(meeting.kind) && isAmong(parties, meeting)
        }
        if let day = dayRightBefore(mention) { return day }
        // "На форуме 1 июня заключены контракты": firms conclude theirs there, on no other day of talks.
        if let day = forumDay(mention) { return day }
        if mention.kind == .contract,
            let forum = meetings.last(where: {
                $0.kind == .forum && $0.status == .held && $0.evidence[0].start < here && isAmong(parties, $0)
            })?.date, forum.isDay
        {
            return held.last { $0.evidence[0].start < here && (day($0) == forum || isNext($0, mention)) }.flatMap(day)
        }
        let talks = held.filter { !($0.date.map { isPast($0, sentence: mention.sentence) } ?? false) }
        // "Саммит прошел в июне 2012 года. По его итогам принята декларация": what is told of long ago.
        if let last = held.last(where: { $0.evidence[0].start < here }), let day = day(last),
            !talks.contains(where: { $0.evidence[0].start < here })
        {
            return isNext(last, mention) ? day : nil
        }
        let days = Set(talks.compactMap(day))
        let before = talks.filter { $0.evidence[0].start < here }
        // "По итогам переговоров подписали": of talks without a day, though how the two met on another is put in.
        if before.contains(where: { $0.date == nil && $0.kind != .session }),
            let last = before.last(where: { $0.date != nil }), isOnEve(last)
        {
            return nil
        }
        if before.contains(where: { day($0) != nil }) { return day(ofTold: before, at: mention) }
        if before.isEmpty, !days.isEmpty {
            return days.count == 1 && talks.contains { isDayTold($0) } ? days.first : nil
        }
        return dayOfEvent(of: parties, at: mention)
    }

    /// "16 сентября лидеры провели заседание. По его итогам принята декларация": the day that the sentence right before ties to
    /// what a document came of.
    private func dayRightBefore(_ mention: DocumentMention) -> PartialDate? {
        guard mention.sentence > 0,
            document.mark(at: document.sentences[mention.sentence].lowerBound, marks.thereof) != nil
        else { return nil }
        let told = events[..<events.lowerBound { $0.sentence <= mention.sentence }].suffix(Self.mostEvents).filter {
            $0.sentence == mention.sentence - 1
        }
        return told.count == 1 && !told[0].isSpan && told[0].kind == .encounter ? told[0].date : nil
    }

    /// "Накануне, 21 августа, прошел форум. Его участники подписали контракты": the day of a forum that the sentence of a
    /// contract or the one right before tells.
    private func forumDay(_ mention: DocumentMention) -> PartialDate? {
        guard mention.kind == .contract, !document.marks(marks.sign, in: document.sentences[mention.sentence]).isEmpty,
            let event = events[..<events.lowerBound { $0.sentence <= mention.sentence }].last, event.kind == .forum,
            !event.isSpan, mention.sentence - event.sentence <= 1,
            event.sentence == mention.sentence
                || !document.tokens[document.sentences[mention.sentence].lowerBound].shape.contains(.lineStart)
        else { return nil }
        return event.date
    }

    /// Whether the article tells of a visit over several days.
    static func hasLongVisit(_ reading: Reading) -> Bool {
        let document = reading.document
        return document.marks(reading.marks.agreements.long).contains { mark in
            (mark.end..<min(document.tokens.count, mark.end + 3)).contains { token in
                document.mark(at: token, reading.marks.encounter).map { reading.value($0) == "visit" } ?? false
            }
        }
    }

    /// "накануне общались": before the day that the article tells of.
    private func isOnEve(_ meeting: Meeting) -> Bool {
        let index = reading.sentenceIndex(atScalar: meeting.evidence[0].start)
        return index < document.sentences.count && !document.marks(marks.eve, in: document.sentences[index]).isEmpty
    }

    /// Whether talks on a date are not those that the article brings.
    func isPast(_ date: PartialDate, sentence: Int) -> Bool {
        guard !date.isDay, let now = reading.publishedOn ?? latestDay() else {
            return isEarlier(date, sentence: sentence)
        }
        return date.year != now.year || date.month != now.month
    }

    /// The one day that the text ties to talks told before a document, else that of those it goes on from.
    private func day(ofTold talks: [Meeting], at mention: DocumentMention) -> PartialDate? {
        // "По завершении заседания подписан протокол": of the session, not of the talks beside it.
        let kinds = document.marks(reading.marks.encounter, in: document.sentences[mention.sentence]).map {
            reading.value($0)
        }
        let sessions = kinds.contains("session") ? talks.filter { $0.kind == .session } : []
        let held = sessions.isEmpty ? talks : sessions
        let beside = held.filter { isBeside($0, mention) }
        // "Министр провел переговоры с коллегой. Они подписали план": of talks without a day.
        if let last = beside.last, last.date == nil, last.kind == .talks { return nil }
        let told = held.filter { isDayTold($0, upTo: mention.sentence) }
        // "Всего в ходе двухдневного визита подписано 15 документов": on which day stays open.
        if hasLongVisit || Set(held.compactMap(day)).count > 1 {
            if kinds.contains("visit") { return nil }
            return told.last { isBeside($0, mention, isNext: hasLongVisit && $0.kind == .talks) }.flatMap(day)
        }
        return told.first.flatMap(day)
    }

    /// Whether the text ties an encounter to its day, of a document before it tells of that: of the days told no other stands nearer.
    ///
    /// A day that an encounter has from the tale alone is no day of signing.
    private func isDayTold(_ meeting: Meeting, upTo limit: Int = .max) -> Bool {
        guard let day = day(meeting) else { return false }
        return sentences(of: meeting, upTo: limit).contains { first in
            for index in stride(from: first, through: max(0, first - Self.reachOfTold), by: -1) {
                // "Накануне гость прибыл": the talks told behind it are of the day after.
                if index < first, isOfArrivalOnEve(index) { return false }
                let days = daysTold(in: index)
                if !days.isEmpty { return days.contains { past($0) == day && !isOfSeveralDays($0) } }
            }
            return false
        }
    }

    /// "накануне прибыл в Лиму": of an eve, where nobody met.
    private func isOfArrivalOnEve(_ index: Int) -> Bool {
        let sentence = document.sentences[index]
        if document.marks(marks.eve, in: sentence).isEmpty { return false }
        let span = document.span(sentence)
        return !meetings.contains { $0.evidence.contains { $0.start >= span.start && $0.start < span.end } }
    }

    /// The days and months of what has happened that a sentence tells.
    private func daysTold(in index: Int) -> [CalendarMention] {
        reading.dates(in: document.sentences[index]).filter { mention in
            mention.role == .time && past(mention)?.month != nil && !isSaid(mention) && !isDateline(mention)
                && !datesPage(mention)
        }
    }

    /// "саммит, проходивший 27–28 июля": on which of them a document was signed stays open.
    private func isOfSeveralDays(_ mention: CalendarMention) -> Bool {
        mention.date?.isDay == true && mention.period.from != mention.period.to
    }

    /// The sentences that tell of an encounter, up to one.
    private func sentences(of meeting: Meeting, upTo limit: Int) -> [Int] {
        meeting.evidence.map { reading.sentenceIndex(atScalar: $0.start) }.filter { $0 <= limit }
    }

    /// Whether a document stands right behind the words on an encounter, or further on in their paragraph.
    private func isBeside(_ meeting: Meeting, _ mention: DocumentMention, isNext: Bool = false) -> Bool {
        guard let last = sentences(of: meeting, upTo: mention.sentence).max() else { return false }
        if isNext { return mention.sentence - last < 2 }
        return mention.sentence - last < Self.reachBeside
            || !(last + 1...mention.sentence).contains {
                document.tokens[document.sentences[$0].lowerBound].shape.contains(.lineStart)
            }
    }

    private static let reachBeside = 3
    /// Sentences behind a day that may tell of an encounter on it.
    private static let reachOfTold = 12

    private func day(_ meeting: Meeting) -> PartialDate? { meeting.date.flatMap { $0.month == nil ? nil : $0 } }

    /// Whether those who conclude a document are among those who meet.
    private func isAmong(_ parties: AgreementParties, _ meeting: Meeting) -> Bool {
        if parties.countries.isEmpty { return !Set(parties.orgs).isDisjoint(with: meeting.orgs) }
        return Set(parties.countries).isSubset(of: meeting.countries)
    }

    /// Whether a sentence goes on from an encounter told in it or right before: "по итогам переговоров подписан план".
    private func isNext(_ meeting: Meeting, _ mention: DocumentMention) -> Bool {
        let own = document.sentences[mention.sentence]
        let start = meeting.evidence[0].start
        if start >= document.span(own).start { return true }
        return start >= document.span(document.sentences[max(0, mention.sentence - 1)]).start
            && !document.marks(marks.stop, in: own).isEmpty
    }

    // MARK: The event of the news

    /// A day of the news and what its sentence says happened.
    struct EventDay {
        let date: PartialDate
        /// Of a span the days are many.
        let isSpan: Bool
        let sentence: Int
        let kind: Kind

        /// Told by a noun, by a verb alone, or of a forum.
        enum Kind { case encounter, meeting, forum }
    }

    /// The days within reach of the news that sentences tie to an encounter or a forum, in order.
    static func events(_ reader: AgreementReader) -> [EventDay] {
        guard let now = reader.reading.publishedOn ?? reader.latestDay() else { return [] }
        return reader.reading.dates.compactMap { mention in
            guard mention.role == .time, let date = mention.date, date.isDay, date <= now,
                now.dayNumber - date.dayNumber <= reachOfNews, !reader.isSaid(mention), !reader.isDateline(mention),
                !reader.datesPage(mention), !reader.isAppointed(mention)
            else { return nil }
            let sentence = Int(reader.document.sentenceOf[mention.range.lowerBound])
            return reader.event(sentence).map {
                EventDay(
                    date: date,
                    isSpan: mention.period.from != mention.period.to || reader.isEnd(mention), sentence: sentence,
                    kind: $0)
            }
        }
    }

    static let reachOfNews = 10

    /// "конгресс, который завершился в пятницу": the last of several days.
    private func isEnd(_ date: CalendarMention) -> Bool {
        let around = max(0, date.range.lowerBound - 2)..<min(document.tokens.count, date.range.upperBound + 2)
        return document.marks(marks.end, in: around).contains { reading.tense($0.first) == .past }
    }

    /// "назначенные на 1 апреля": a day that was meant.
    private func isAppointed(_ date: CalendarMention) -> Bool {
        [date.range.lowerBound, date.range.lowerBound - 1].contains { token in
            document.mark(at: token, marks.link).map { reading.value($0) == "on" } ?? false
        }
    }

    private func event(_ index: Int) -> EventDay.Kind? {
        let sentence = document.sentences[index]
        let kinds = document.marks(reading.marks.encounter, in: sentence).map { reading.value($0) }
        if kinds.contains(where: { ["talks", "session", "summit"].contains($0) }) { return .encounter }
        // "в четверг президенты встретились в Лиме"
        let hasMet = document.marks(reading.marks.encounters.meet, in: sentence).contains {
            reading.tense($0.first) == .past
        }
        if hasMet { return .meeting }
        return kinds.contains("forum") ? .forum : nil
    }

    /// The day that a sentence before ties to an encounter, else the only day of an encounter told below.
    private func dayOfEvent(of parties: AgreementParties, at mention: DocumentMention) -> PartialDate? {
        let before = events[..<events.lowerBound { $0.sentence <= mention.sentence }]
        if before.last?.kind == .meeting, isOnMargins(mention) { return nil }
        if let day = newsDay(before: mention.sentence) { return day }
        for event in before.suffix(Self.mostEvents).reversed() {
            if event.sentence < mention.sentence - 1, isOfOthers(event.sentence, than: parties) { continue }
            switch event.kind {
            case .forum:
                if mention.sentence - event.sentence <= 1 { return nil }
            case .meeting where mention.sentence - event.sentence > Self.reachOfMeeting || isOnMargins(mention):
                continue
            case .encounter, .meeting: return event.isSpan ? nil : event.date
            }
        }
        let after = events.dropFirst(before.count).prefix(Self.mostEvents).filter {
            $0.kind == .encounter && names(parties, in: $0.sentence)
        }
        let days = Set(after.map(\.date))
        return days.count == 1 && !after.contains(where: \.isSpan) ? days.first : nil
    }

    /// "31 августа президент Перу принял премьера Кении", told far before what others concluded: whether a sentence names states, and
    /// not those that conclude.
    private func isOfOthers(_ index: Int, than parties: AgreementParties) -> Bool {
        let sentence = document.sentences[index]
        let persons = reading.people.names(in: sentence).compactMap { reading.people.persons[$0.person].country }
        let named = Set(reading.states(in: sentence).map(\.country)).union(persons)
        let own = Set(parties.countries)
        if named.isEmpty || named.isSubset(of: own) || !own.isEmpty && own.isSubset(of: named) { return false }
        if !own.isEmpty { return true }
        return !document.marks(reading.marks.organisation, in: sentence).contains {
            parties.orgs.contains(reading.value($0))
        } && !document.marks(reading.marks.encounter, in: sentence).contains { reading.value($0) == "summit" }
    }

    private static let mostEvents = 20
    /// Sentences behind one that tells by a verb who met.
    private static let reachOfMeeting = 2

    /// "на полях саммита": signed beside something else.
    private func isOnMargins(_ mention: DocumentMention) -> Bool {
        !document.marks(reading.marks.encounters.margins, in: document.sentences[mention.sentence]).isEmpty
    }

    /// Whether a sentence names one of the parties or its official.
    private func names(_ parties: AgreementParties, in index: Int) -> Bool {
        let sentence = document.sentences[index]
        return reading.places(in: sentence).contains { parties.countries.contains($0.country) }
            || reading.people.names(in: sentence).contains {
                reading.people.persons[$0.person].country.map(parties.countries.contains) ?? false
            }
            || document.marks(reading.marks.organisation, in: sentence).contains {
                parties.orgs.contains(reading.value($0))
            }
    }
}
