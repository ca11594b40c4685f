import Grammar
import Model

/// Times told by pointing back to another: "за тот же период", "за те же семь месяцев", "к этому сроку".
extension FigureReader {
    /// "…, тогда как за аналогичный период 2020 года ввезли 460 тонн": told of that time, and not compared with it.
    func sameTimeBefore(_ amount: Amount, _ clause: Range<Int>, _ index: Int) -> Period? {
        guard !amount.isPercent, !amount.isTimes else { return nil }
        let here = document.marks(marks.base, in: clause).last {
            reading.value($0) == "same" && $0.end <= amount.core.lowerBound
                && $0.first - clause.lowerBound <= 5 && document.mark(at: $0.first - 1, marks.base) == nil
                && document.mark(at: $0.first - 2, marks.base) == nil
        }
        guard let here,
            (here.end..<amount.core.lowerBound).contains(where: {
                reading.isFiniteVerb($0) || document.isDash($0)
            }),
            let date = reading.dates(in: clause).first(where: { (0...1).contains($0.range.lowerBound - here.end) })
        else { return nil }
        return likePeriod(date, index: index)
    }

    /// "за этот же период": the time told last, where no other follows: "за тот же период прошлого года".
    func samePeriod(_ amount: Amount, sentence: Range<Int>, index: Int) -> Period? {
        guard
            let mark = document.marks(marks.samePeriod, in: sentence).first(where: { mark in
                !reading.dates(in: sentence).contains { (0...1).contains($0.range.lowerBound - mark.end) }
            }), !document.marks(marks.base, in: sentence).contains(where: { $0.end == mark.first })
        else { return nil }
        let last = recent.last { $0.figure.nature == .actual && $0.figure.period != nil && !$0.isBase }
        guard let last, index - last.sentence <= 4 else {
            return timesBefore(index).last?.period ?? (last == nil ? timeOfOpening(index) : nil)
        }
        return timesBefore(index).last { _ in last.sentence < index - 1 }?.period ?? last.figure.period
    }

    /// "В январе – мае главным партнером стала Кения. Об этом сообщили в среду. За указанный период": the time told last where no
    /// figure stands yet.
    private func timeOfOpening(_ index: Int) -> Period? {
        guard found.isEmpty, index > 0 else { return nil }
        let before = document.sentences[max(0, index - Self.reachOfOpening)].lowerBound
        return reading.dates(in: before..<document.sentences[index].lowerBound).last {
            $0.role == .time && !isDay($0) && !isBase($0) && !isPartOfName($0) && !isSigning($0)
        }?.period
    }

    /// Sentences from the time that an article opens with to what points back to it.
    private static let reachOfOpening = 4

    /// The times that the sentence before tells, where no figure stands in it.
    func timesBefore(_ index: Int) -> [CalendarMention] {
        guard index > 0, (found.last?.sentence ?? -1) < index - 1 else { return [] }
        return reading.dates(in: document.sentences[index - 1]).filter {
            $0.role == .time && !isDay($0) && !isBase($0) && !isPartOfName($0) && !isSigning($0)
        }
    }

    /// "(чем за аналогичный период прошлого года)": the time of the figure before, in another year.
    func likePeriod(_ base: CalendarMention, index: Int) -> Period? {
        let before = max(document.sentence(of: base.range.lowerBound).lowerBound, base.range.lowerBound - 4)
        guard document.marks(marks.base, in: before..<base.range.lowerBound).contains(where: { $0.range.count >= 2 })
        else { return nil }
        return sameMonths(in: base, index: index)
    }

    /// Whether a year tells only in which of them a time was that is like another, and no figure has told that one.
    func isLikeUntold(_ base: CalendarMention, _ amount: Amount) -> Bool {
        guard base.date?.month == nil, isToldWhen(base.range.upperBound, amount) else { return false }
        let before = max(document.sentence(of: base.range.lowerBound).lowerBound, base.range.lowerBound - 4)
        return document.marks(marks.base, in: before..<base.range.lowerBound).contains {
            reading.value($0) == "same" && base.range.lowerBound - $0.end <= 1
        } && !found.contains { $0.figure.period?.to != nil }
    }

    /// "(в 2022 году – 5 млн за тот же период)": the time of the figure before, in the year told here.
    func sameMonthsToldBehind(_ amount: Amount, _ year: CalendarMention, index: Int) -> Period? {
        let behind = amount.core.upperBound..<min(amount.core.upperBound + 5, document.tokens.count)
        guard
            let same = (document.marks(marks.samePeriod, in: behind) + document.marks(marks.base, in: behind)).first(
                where: { reading.value($0) == "same" || document.mark(at: $0.first, marks.samePeriod) != nil }),
            !reading.dates.contains(where: { (0...1).contains($0.range.lowerBound - same.end) })
        else { return nil }
        return sameMonths(in: year, index: index)
    }

    /// The time of the figure before, in another year.
    private func sameMonths(in year: CalendarMention, index: Int) -> Period? {
        guard let date = year.date, date.month == nil,
            let last = recent.last(where: { !$0.isBase && $0.figure.period != nil }), index - last.sentence <= 2,
            let period = last.figure.period, let from = period.from, let to = period.to, from.year == to.year,
            date.year != from.year
        else { return nil }
        return Period(
            from: PartialDate(year: date.year, month: from.month!)?.firstDay,
            to: PartialDate(year: date.year, month: to.month!)?.lastDay)
    }

    /// "за те же семь месяцев", "за полгода" without a year: the time of the figures before, when it is as long.
    func sameMonths(_ mention: CalendarMention, index: Int) -> Period? {
        // "во втором квартале" names a time of its own.
        guard !["date.quarter", "date.half", "date.half_of_year"].contains(mention.rule),
            !mention.range.contains(where: {
                document.tokens[$0].kind == .number && document.text($0..<$0 + 1).count >= 4
            }),
            document.marks(marks.yearRelative, in: mention.range).isEmpty,
            document.marks(marks.month, in: mention.range).isEmpty,
            let length = Self.length(mention.period),
            let last = lastTold(
                6, before: index,
                where: { told in
                    told.figure.nature == .actual && !told.isBase
                        && told.figure.period.flatMap(Self.length).map { abs(length - $0) <= 3 && $0 < 360 } ?? false
                })
        else { return nil }
        return last.figure.period
    }

    static func length(_ period: Period) -> Int? {
        guard let from = period.from, let to = period.to else { return nil }
        return to.lastDay.dayNumber - from.firstDay.dayNumber
    }

    /// "За десять месяцев Кения вывезла 5 млн тонн. Впервые взяла чай Куба: в сентябре – 2 тонны": a part of the time of a report, told
    /// of one thing alone in a paragraph before.
    func isMonthWithin(_ previous: FoundFigure, _ index: Int) -> Bool {
        guard !isSameParagraph(index, previous.sentence), let from = previous.figure.period?.from,
            let to = previous.figure.period?.to
        else { return false }
        return found.suffix(8).contains { told in
            guard told.figure.nature == .actual, told.sentence < previous.sentence, !told.isBase,
                told.figure.indicator == previous.figure.indicator, let first = told.figure.period?.from,
                let last = told.figure.period?.to
            else { return false }
            return first.firstDay.dayNumber <= from.firstDay.dayNumber && to.lastDay.dayNumber <= last.lastDay.dayNumber
                && last.lastDay.dayNumber - first.firstDay.dayNumber
                    > (to.lastDay.dayNumber - from.firstDay.dayNumber) * 3
        }
    }

    /// "продали на 5% больше, чем за тот же период прошлого года": of the time told last, which the base is like.
    func timeOfBase(_ sentence: Range<Int>, _ index: Int) -> Period? {
        guard
            document.marks(marks.base, in: sentence).contains(where: { base in
                reading.value(base) == "same"
                    && reading.dates(in: base.end..<min(base.end + 4, sentence.upperBound)).contains(where: isBase)
            }), !reading.dates(in: sentence).contains(where: { $0.role == .time && !isBase($0) && !isDay($0) })
        else { return nil }
        let last = lastTold(4, before: index) {
            $0.figure.nature == .actual && !$0.isBase && $0.figure.period?.to != nil
        }
        return last?.figure.period
    }

    /// Whether the report has told of one time alone right before a paragraph: of several nobody knows which goes on.
    func isOfOneTime(_ index: Int) -> Bool {
        let told = found.suffix(6).filter {
            $0.sentence < index && $0.figure.nature == .actual && !$0.isBase && Self.isFlow($0.figure.indicator)
                && !isAside($0, index)
        }
        let periods = Set(told.compactMap(\.figure.period))
        // "с 1 июля по 19 сентября" is "с 1 июля" of a report that was written then.
        return periods.count <= 1 || Set(periods.map(\.from)).count == 1 && Set(periods.compactMap(\.to)).count <= 1
    }

    /// "теперь он составляет 5 млн": what is so now; not "ушло 5 тонн: соседи теперь берут меньше".
    func isNow(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        func parts(_ token: Int) -> Bool { document.isMark(token, ":") || document.isMark(token, ";") }
        let first = (clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound)).last(where: parts)
        let end = (amount.core.upperBound..<max(amount.core.upperBound, clause.upperBound)).first(where: parts)
        return !document.marks(marks.now, in: (first ?? clause.lowerBound)..<(end ?? clause.upperBound)).isEmpty
    }

    /// "План до 2030 года. К этому сроку оборот доведут до 5 млн": the time by which, as the words before told it last.
    func sameDeadline(_ clause: Range<Int>, _ index: Int) -> Period? {
        guard let mark = document.marks(marks.sameDeadline, in: clause).first else { return nil }
        let told = document.sentences[max(0, index - 1)].lowerBound..<mark.first
        let date = reading.dates(in: told).last { $0.role == .deadline || isToCome($0) }
        return date.flatMap { $0.period.to }.flatMap { Period(from: nil, to: $0.lastDay) }
    }
}
