import Grammar
import Model

extension FigureReader {
    /// The time measured, or for a target the time by which.
    func period(
        _ amount: Amount, indicator: Indicator, nature: Figure.Nature, clause: Range<Int>, sentence: Range<Int>,
        index: Int, own: Bool
    ) -> Period? {
        if let base = bracketed(amount, sentence) {
            return base.date.flatMap { Period(from: $0.firstDay, to: $0.lastDay) } ?? base.period
        }
        if isLongAgo(amount, clause) { return nil }
        var best: (mention: CalendarMention, cost: Double)?
        for date in reading.dates(in: sentence)
        where !isDay(date) && !isBase(date) && !isPartOfName(date) && !isSigning(date) && !isEmbedded(date, amount)
            && !isCompared(date, with: amount)
        {
            // A stock has no time but the one told right with it.
            if Self.isStock(indicator), date.role == .time, !clause.overlaps(date.range) { continue }
            let isBefore = date.range.upperBound <= amount.core.lowerBound
            // The number may be the date's own: "25 апреля" of a text that has lost a word.
            guard isBefore || amount.core.upperBound <= date.range.lowerBound else { continue }
            let between =
                isBefore
                ? date.range.upperBound..<amount.core.lowerBound : amount.core.upperBound..<date.range.lowerBound
            if date.role == .deadline && nature == .actual { continue }
            // What is still to come is not told of a year that is over.
            if nature != .actual, date.role == .time, isOver(date) { continue }
            var cost = Double(between.count) * 0.3 + reading.separation(between.lowerBound, between.upperBound)
            if !isBefore { cost += 2 }
            if cost < best?.cost ?? 14 { best = (date, cost) }
        }
        if let mention = best?.mention {
            if let same = sameMonths(mention, index: index) { return same }
            if nature != .actual, mention.role == .time, mention.date != nil {
                return Period(from: nil, to: mention.period.to)
            }
            return mention.period
        }
        // A sentence that goes on with the figure of the one before keeps its time.
        guard nature == .actual, Self.isFlow(indicator), let previous = found.last(where: { !$0.isBase }),
            previous.figure.nature == .actual,
            Self.isFlow(previous.figure.indicator),
            isSameParagraph(index, previous.sentence), index - previous.sentence <= 2 || !own
        else { return reportPeriod(indicator, nature: nature, index: index) }
        return previous.figure.period ?? reportPeriod(indicator, nature: nature, index: index)
    }

    /// "чем в июне прошлого года (2,3 млн)": the amount in brackets is of the time that the figure is compared with.
    func bracketed(_ amount: Amount, _ sentence: Range<Int>) -> CalendarMention? {
        reading.dates(in: sentence).first { date in
            document.isMark(date.range.upperBound, "(") && amount.core.upperBound < document.tokens.count
                && amount.core.lowerBound > date.range.upperBound
                && amount.range.lowerBound - date.range.upperBound <= 2 && isBase(date)
        }
    }

    /// "еще пару лет назад был около половины": a time that is no more exact than that.
    private func isLongAgo(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let near = clause.clamped(to: max(0, amount.core.lowerBound - 10)..<amount.core.upperBound + 6)
        return document.marks(marks.ago, in: near).contains { document.mark(at: $0.first - 1, marks.time) != nil }
    }

    private func isOver(_ date: CalendarMention) -> Bool {
        guard let to = date.period.to, let today = reading.publishedOn else { return false }
        return to.lastDay.dayNumber < today.firstDay.dayNumber
    }

    /// A report on trade goes on with its period over several paragraphs, and to its end where it has only one.
    private func reportPeriod(_ indicator: Indicator, nature: Figure.Nature, index: Int) -> Period? {
        guard nature == .actual, Self.isTrade(indicator),
            let last = found.last(where: {
                Self.isTrade($0.figure.indicator) && $0.figure.nature == .actual && !$0.isBase
            })
        else { return nil }
        if index - last.sentence <= 3 { return last.figure.period }
        guard let period = last.figure.period, index - last.sentence <= 12 else { return nil }
        let isOnly = found.suffix(Self.reportReach).allSatisfy {
            !Self.isTrade($0.figure.indicator) || $0.figure.nature != .actual || $0.figure.period == period
        }
        return isOnly ? period : nil
    }

    /// How many figures back a report's period is looked for.
    private static let reportReach = 24

    /// "за те же семь месяцев", "за полгода" without a year: the time of the figures before, when it is as long.
    private func sameMonths(_ mention: CalendarMention, index: Int) -> Period? {
        guard
            !mention.range.contains(where: {
                document.tokens[$0].kind == .number && document.text($0..<$0 + 1).count >= 4
            }),
            document.marks(marks.yearRelative, in: mention.range).isEmpty,
            document.marks(marks.month, in: mention.range).isEmpty,
            let length = Self.length(mention.period),
            let last = found.last(where: { $0.figure.nature == .actual && $0.figure.period != nil }),
            index - last.sentence <= 6, let period = last.figure.period, let other = Self.length(period),
            abs(length - other) <= 3, other < 360
        else { return nil }
        return period
    }

    private static func length(_ period: Period) -> Int? {
        guard let from = period.from, let to = period.to else { return nil }
        return to.lastDay.dayNumber - from.firstDay.dayNumber
    }

    /// "отгрузки, составлявшие в 2020 году 700 тыс. тонн, поднялись до 1,8 млн": the time within a participle's phrase is told of
    /// nothing outside it.
    private func isEmbedded(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let floor = document.sentence(of: date.range.lowerBound).lowerBound
        var at = date.range.lowerBound - 1
        while at > floor, date.range.lowerBound - at < 8, !document.isMark(at, ",") { at -= 1 }
        guard at > floor, document.isMark(at, ","), let word = document.word(at + 1),
            word.parses[0].tag.grammemes.contains(.prtf)
        else { return false }
        if amount.core.lowerBound < at { return true }
        return (date.range.upperBound..<max(date.range.upperBound, amount.core.lowerBound)).contains {
            document.isMark($0, ",")
        }
    }

    private static func isTrade(_ indicator: Indicator) -> Bool {
        ["trade_turnover", "exports", "imports", "freight"].contains(indicator.rawValue)
    }

    /// The day or days on which something was said or signed; a quantity is measured over more.
    private func isDay(_ date: CalendarMention) -> Bool {
        guard date.role == .time, let from = date.period.from, let to = date.period.to else { return false }
        return to.dayNumber - from.dayNumber < 7
    }

    /// Quantities that run up over a time, unlike stocks such as companies, projects and documents.
    private static func isFlow(_ indicator: Indicator) -> Bool {
        switch indicator.rawValue {
        case "trade_turnover", "exports", "imports", "investment", "freight", "passengers", "energy", "agriculture",
            "gdp",
            "share":
            true
        default: false
        }
    }

    /// What is there, and does not run up over a time.
    private static func isStock(_ indicator: Indicator) -> Bool {
        ["companies_count", "infrastructure", "people", "flights"].contains(indicator.rawValue)
    }

    /// "подписанный в сентябре": the date of a document.
    private func isSigning(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 3)..<date.range.lowerBound
        return document.marks(marks.agreements.sign, in: before).contains { mark in
            document.word(mark.first).map { $0.can(be: .prtf) || $0.can(be: .prts) } == true
                && (mark.end..<date.range.lowerBound).count <= 1
        }
    }

    /// "плюс 13 % к 2023-му": what looks like a time by which is a base.
    func isCompared(_ date: CalendarMention, with amount: Amount) -> Bool {
        date.role == .deadline && amount.isPercent
            && (0...1).contains(date.range.lowerBound - amount.core.upperBound)
    }

    /// What a figure is compared with: "по сравнению с 2023 годом", "чем годом ранее".
    private func isBase(_ date: CalendarMention) -> Bool {
        let sentence = document.sentence(of: date.range.lowerBound)
        return document.marks(marks.base, in: sentence).contains { base in
            base.end <= date.range.lowerBound && date.range.lowerBound - base.end <= 5
                && !(base.end..<date.range.lowerBound).contains {
                    document.isMark($0, ",") || reading.isFiniteVerb($0)
                }
                || base.first >= date.range.lowerBound && base.end <= date.range.upperBound
                || base.first < date.range.lowerBound && base.end > date.range.lowerBound
                || base.end == date.range.lowerBound
        }
    }

    /// The years in a document's name.
    private func isPartOfName(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 14)..<date.range.lowerBound
        guard let name = document.marks(marks.document, in: before).last else { return false }
        let between = name.end..<date.range.lowerBound
        return document.sentenceOf[name.first] == document.sentenceOf[date.range.lowerBound]
            && !between.contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
    }
}
