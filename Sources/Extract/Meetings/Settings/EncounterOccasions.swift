import Grammar
import Model

/// When and where one of several encounters of the same people was.
struct EncounterOccasion: Hashable {
    let date: PartialDate?
    let place: Place?
}

extension Reading {
    /// "дважды встречались: в мае в Найроби и в ноябре в Белграде", "встречались 12 мая в Найроби, до этого – в ноябре в Белграде": the
    /// occasions that a clause tells one by one, at least two; none where it tells of one.
    func occasions(of mention: EncounterMention, _ scene: EncounterScene) -> [EncounterOccasion] {
        guard mention.status == .held, mention.isTold || mention.isVerbal, mention.kind != .forum else { return [] }
        let times = all(marks.encounters.times, in: scene.clause).first
        var start = max(times?.end ?? mention.trigger.upperBound, mention.trigger.upperBound)
        // "предыдущие встречи прошли в мае в Осло и в июне в Риме"
        let verb = all(marks.encounters.happen, in: scene.clause).first { isFiniteVerb($0.first) && $0.first >= start }
        if let verb, dates(in: start..<verb.first).isEmpty { start = verb.end }
        let end = scene.sentence.upperBound
        guard start < end else { return [] }
        // "дважды встречались в прошлом году: в мае и в ноябре": what is before the colon tells the year.
        if times != nil,
            let colon = (start..<end).first(where: { document.isMark($0, ":") || document.isDash($0) }),
            dates(in: start..<colon).allSatisfy({ $0.date?.month == nil })
        {
            start = colon + 1
        }
        let segments = segments(in: start..<end)
        let year = dates(in: scene.clause.lowerBound..<start).last { $0.date != nil && $0.date?.month == nil }?.date?
            .year
        var found: [EncounterOccasion] = []
        for (number, segment) in segments.enumerated() {
            if segment.contains(where: { isFiniteVerb($0) }) { break }
            // "а в ноябре – в Белграде": the dash stands for the verb.
            let isElliptic = segment.contains { at in
                document.isDash(at) && at > segment.lowerBound && at + 1 < segment.upperBound
                    && (dates(touching: at - 1..<at).contains { $0.range.upperBound == at }
                        || document.marks(marks.encounters.earlier, in: segment.lowerBound..<at).contains {
                            $0.end == at
                        }
                        || document.marks(marks.encounters.then, in: segment.lowerBound..<at).contains { $0.end == at })
            }
            // "в Вене с президентом А, в Осло с премьером Б": of others each.
            let isOfOthers = scene.all.contains {
                segment.contains($0.range.lowerBound) && [.person, .office, .colleague].contains($0.kind)
            }
            let isWhole = !isOfOthers && isWholeOccasion(segment)
            guard times != nil || number == 0 || isElliptic || opensEarlier(segment) || isWhole else { break }
            // "увиделись в Дели, а до этого, в марте, в Ереване": the first has its place and no time.
            let first = times != nil || number == 0 ? openOccasion(in: segment, before: start, scene) : nil
            guard let occasion = occasion(in: segment, of: year) ?? first else {
                if number == 0, times == nil { return [] }
                break
            }
            found.append(occasion)
        }
        return found.count > 1 && Set(found).count == found.count ? found : []
    }

    /// Parts a range at commas and at conjunctions that a time or a place follows.
    private func segments(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var first = range.lowerBound
        while first < range.upperBound,
            document.isMark(first, ":") || document.isDash(first) || document.isMark(first, ",")
        {
            first += 1
        }
        for at in first..<max(first, range.upperBound) where at > first {
            let isEnd = document.isMark(at, ".") || document.isMark(at, ";")
            let isConjunction = isShortConjunction(at) && opensOccasion(at + 1)
            guard document.isMark(at, ",") || isConjunction || isEnd else { continue }
            found.append(first..<at)
            first = at + 1
            if isEnd { break }
        }
        let isWhole = first < range.upperBound && !document.isMark(first - 1, ".") && !document.isMark(first - 1, ";")
        if isWhole { found.append(first..<range.upperBound) }
        // "в мае в Найроби, а в ноябре": nothing between the comma and the conjunction; "до этого, в марте, в Ереване": one.
        return found.filter { !$0.isEmpty }.reduce(into: []) { joined, segment in
            if let last = joined.last, opensEarlier(last), dates(in: last).isEmpty || places(in: last).isEmpty {
                joined[joined.count - 1] = last.lowerBound..<segment.upperBound
            } else {
                joined.append(segment)
            }
        }
    }

    /// "а до этого": the words for an earlier time open a segment.
    private func opensEarlier(_ segment: Range<Int>) -> Bool {
        document.marks(
            marks.encounters.earlier, in: segment.lowerBound..<min(segment.upperBound, segment.lowerBound + 3)
        )
        .contains { $0.first - segment.lowerBound <= 1 }
    }

    /// "в Пекине 18 октября 2023 года", "вторая – в Осло в 2023-м": with a time and a place of its own, and no more words before them
    /// than what counts it.
    private func isWholeOccasion(_ segment: Range<Int>) -> Bool {
        guard timeTold(in: segment) != nil || timeAlone(in: segment) != nil,
            place(in: segment, near: segment.lowerBound..<segment.lowerBound) != nil
        else { return false }
        let opening = segment.prefix(4).first { token in
            !isShortConjunction(token) && !document.isDash(token) && document.mark(at: token, marks.ordinal) == nil
        }
        return opening.map(opensOccasion) ?? false
    }

    /// A time or a preposition of place stands at a token.
    private func opensOccasion(_ token: Int) -> Bool {
        !dates(touching: token..<min(token + 1, document.tokens.count)).isEmpty || isLocalPreposition(token)
            || document.mark(at: token, marks.encounters.earlier) != nil
    }

    /// Where it was that the words begin with, of a time told before the verb or not at all.
    private func openOccasion(in segment: Range<Int>, before start: Int, _ scene: EncounterScene) -> EncounterOccasion?
    {
        let before = scene.clause.lowerBound..<start
        let date = dates(in: before).last { $0.role == .time && $0.date != nil && !$0.spansDays }?.date
        return place(in: segment, near: segment.lowerBound..<segment.lowerBound).map {
            EncounterOccasion(date: date, place: $0)
        }
    }

    /// The first time told in tokens that has a date; nil where there is none.
    func timeTold(in range: Range<Int>) -> CalendarMention? {
        dates(in: range).first { $0.role == .time && $0.date != nil }
    }

    /// The time that a segment tells, with its place; nil where there is none.
    private func occasion(in segment: Range<Int>, of year: Int?) -> EncounterOccasion? {
        guard let told = timeTold(in: segment), var date = told.date else {
            // "в 2023-м"
            return timeAlone(in: segment).map { EncounterOccasion(date: $0, place: place(in: segment, near: segment)) }
        }
        if !isOfYear(told) {
            // "встречались в июле", written in June: the year before.
            let isAhead = publishedOn.map { date.firstDay > $0.lastDay } ?? false
            let told = year ?? (isAhead ? date.year - 1 : date.year)
            date = PartialDate(year: told, month: date.month, day: date.day) ?? date
        }
        if told.spansDays, let month = PartialDate(year: date.year, month: date.month) { date = month }
        return EncounterOccasion(date: date, place: place(in: segment, near: told.range))
    }
}
