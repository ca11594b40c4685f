import Grammar
import Model

extension FigureReader {
    /// The time measured, or for a target the time by which.
    func period(
        _ amount: Amount, indicator: Indicator, nature: Figure.Nature, clause: Range<Int>, sentence: Range<Int>,
        index: Int, own: Bool
    ) -> Period? {
        var best: (mention: CalendarMention, cost: Double)?
        for date in reading.dates(in: sentence)
        where !isDay(date) && !isBase(date) && !isPartOfName(date) && !isSigning(date) {
            let isBefore = date.range.upperBound <= amount.core.lowerBound
            let between =
                isBefore
                ? date.range.upperBound..<amount.core.lowerBound : amount.core.upperBound..<date.range.lowerBound
            guard between.lowerBound <= between.upperBound else { continue }
            if date.role == .deadline && nature == .actual { continue }
            var cost = Double(between.count) * 0.3 + reading.separation(between.lowerBound, between.upperBound)
            if !isBefore { cost += 2 }
            if cost < best?.cost ?? 14 { best = (date, cost) }
        }
        if let mention = best?.mention {
            if nature != .actual, mention.role == .time, mention.date != nil {
                return Period(from: nil, to: mention.period.to)
            }
            return mention.period
        }
        // A sentence that goes on with the figure of the one before keeps its time.
        guard nature == .actual, Self.isFlow(indicator), let previous = found.last, previous.figure.nature == .actual,
            Self.isFlow(previous.figure.indicator),
            isSameParagraph(index, previous.sentence), index - previous.sentence <= 2 || !own
        else { return reportPeriod(indicator, nature: nature, index: index) }
        return previous.figure.period ?? reportPeriod(indicator, nature: nature, index: index)
    }

    /// A report on trade goes on with its period over several paragraphs.
    private func reportPeriod(_ indicator: Indicator, nature: Figure.Nature, index: Int) -> Period? {
        guard nature == .actual, Self.isTrade(indicator),
            let last = found.last(where: { Self.isTrade($0.figure.indicator) && $0.figure.nature == .actual }),
            index - last.sentence <= 3
        else { return nil }
        return last.figure.period
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

    /// "подписанный в сентябре": the date of a document.
    private func isSigning(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 3)..<date.range.lowerBound
        return document.marks(marks.agreements.sign, in: before).contains { mark in
            document.word(mark.first)?.can(be: .prtf) == true && (mark.end..<date.range.lowerBound).count <= 1
        }
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
