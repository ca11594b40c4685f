import Grammar
import Model

/// Times told by how long before another they were: "годом ранее", "месяцем раньше".
extension FigureReader {
    /// By how many months the time of an amount lies before the one told beside it; nil when no word says so.
    ///
    /// The words stand right behind the amount, "4 млн долларов годом ранее", or before it in its clause, "годом ранее он
    /// составлял 4 млн". Behind "чем" they are what a growth is compared with.
    func monthsBefore(_ amount: Amount, sentence: Range<Int>) -> Int? {
        if isOfSeasonBefore(amount, sentence) { return 12 }
        for mark in document.marks(marks.earlier, in: sentence) {
            guard let months = Int(reading.value(mark)) else { continue }
            if mark.first >= amount.core.upperBound {
                let between = amount.core.upperBound..<mark.first
                if between.count <= 1, !between.contains(where: { opensAnew($0) }) { return months }
                // "4 млн долларов за тот же период годом ранее"
                if between.count <= 5, let same = document.marks(marks.base, in: between).first,
                    reading.value(same) == "same", same.end == mark.first, same.first - amount.core.upperBound <= 1,
                    preposition(of: amount) != .by
                {
                    return months
                }
                continue
            }
            if isToldWhen(mark.end, amount) { return months }
            let between = mark.end..<max(mark.end, amount.core.lowerBound)
            let isBracketed = between.count == 1 && document.isMark(mark.end, "(")
            guard isBracketed || !isBase(mark), between.count <= 12,
                !between.contains(where: opensAnew),
                !reading.amounts.contains(where: { between.contains($0.core.lowerBound) && $0.core != amount.core })
            else { continue }
            return months
        }
        return nil
    }

    /// "больше показателя аналогичного периода прошлого сезона (365 тонн)": a like time of a year that has no date.
    private func isOfSeasonBefore(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        guard document.isMark(amount.range.lowerBound - 1, "("),
            let same = document.marks(marks.base, in: sentence).last(where: {
                reading.value($0) == "same" && (0...3).contains(amount.range.lowerBound - 1 - $0.end)
            })
        else { return false }
        return document.marks(marks.spanBefore, in: same.end..<amount.range.lowerBound).first != nil
    }

    /// "В прошлом сезоне Кения вывезла 5 тонн": a span whose bounds nobody tells.
    func isOfSpanBefore(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        let before = sentence.lowerBound..<max(sentence.lowerBound, amount.core.lowerBound)
        return document.marks(marks.spanBefore, in: before).contains { span in
            document.mark(at: span.first - 1, marks.base) == nil
                && !document.marks(marks.base, in: before).contains { $0.end == span.first }
                && !reading.dates(in: span.end..<max(span.end, amount.core.lowerBound)).contains { $0.role == .time }
        }
    }

    /// "меньше, чем годом ранее, когда страна была второй, а экспорт составил 5 млн": what a clause behind a time tells of it.
    func isToldWhen(_ end: Int, _ amount: Amount) -> Bool {
        guard document.isMark(end, ","), document.mark(at: end + 1, marks.whenThen) != nil,
            amount.core.lowerBound > end
        else { return false }
        return (end + 1..<amount.core.lowerBound).allSatisfy {
            !document.isMark($0, ";")
                && (!document.isMark($0, ",") || document.word($0 + 1)?.readings[0].contains(.conj) == true)
        }
    }

    /// The time so many months before that of the figure beside an amount, or the one told beside it.
    func timeBefore(_ months: Int, sentence: Range<Int>, index: Int) -> Period? {
        let last = recent.last { $0.figure.nature == .actual && $0.figure.period != nil && !$0.isBase }
        if let last, last.sentence == index { return last.figure.period.flatMap { Self.shifted($0, by: months) } }
        let earlier = document.marks(marks.earlier, in: sentence)
        let told = reading.dates(in: sentence).first { date in
            date.role == .time && !isDay(date) && !isBase(date) && !earlier.contains { $0.range.overlaps(date.range) }
        }
        if let told { return Self.shifted(told.period, by: months) }
        guard let last, index - last.sentence <= Self.nearSentences else { return nil }
        return last.figure.period.flatMap { Self.shifted($0, by: months) }
    }

    /// Sentences back to which "годом ранее" counts from.
    private static let nearSentences = 2

    /// "в 2021 году поставили 8 млн, в нынешнем поставим 11": the year whose noun is told before, by an adjective alone.
    func yearLeftOut(before amount: Amount, _ sentence: Range<Int>) -> Period? {
        guard let today = reading.publishedOn, let mark = yearAlone(before: amount, sentence),
            let offset = Int(reading.value(mark)),
            let year = PartialDate(year: today.year + offset, month: nil)
        else { return nil }
        return Period(from: year.firstDay, to: year.lastDay)
    }

    /// Whether a time stands before the adjective that leaves its noun out, and so is of another amount.
    func isBeforeEllipsis(_ date: CalendarMention, _ amount: Amount) -> Bool {
        guard date.range.upperBound <= amount.core.lowerBound else { return false }
        return yearAlone(before: amount, document.sentence(of: amount.core.lowerBound)).map {
            $0.first >= date.range.upperBound
        } ?? false
    }

    private func yearAlone(before amount: Amount, _ sentence: Range<Int>) -> Mark? {
        let last = reading.amounts(before: amount.range.lowerBound)?.core.upperBound ?? sentence.lowerBound
        let near = max(sentence.lowerBound, last)..<max(sentence.lowerBound, last, amount.range.lowerBound)
        guard let mark = document.marks(marks.yearAlone, in: near).last,
            // "в прошлом сезоне": the noun is another one.
            document.word(mark.end).map({ reading.isFiniteVerb(mark.end) || !$0.can(be: .noun) && !$0.can(be: .adjf) })
                ?? document.isDash(mark.end)
        else { return nil }
        return mark
    }

    /// "Кении – на 4% в 2023 году и на 5% в 2024-м, Перу – на 6% и 7%": two amounts of the next of a row are of the same two times.
    func pairedPeriod(_ amount: Amount, index: Int) -> Period? {
        guard amount.isPercent, let at = reading.place(of: amount) else {
            return nil
        }
        func joined(_ one: Int) -> Bool {
            guard one >= 0, one + 1 < reading.amounts.count else { return false }
            let gap =
                reading.amounts[one].core
                .upperBound..<max(
                    reading.amounts[one].core.upperBound, reading.amounts[one + 1].range.lowerBound)
            return reading.amounts[one].isPercent && reading.amounts[one + 1].isPercent && (1...2).contains(gap.count)
                && document.word(gap.lowerBound)?.readings[0].contains(.conj) == true
        }
        guard let place = joined(at) ? 0 : joined(at - 1) ? 1 : nil else { return nil }
        // Those of the sentence stand last.
        let row = Array(found[((found.lastIndex { $0.sentence != index } ?? -1) + 1)...])
        guard row.count >= 2, row[0].figure.countries == row[1].figure.countries,
            let first = row[0].figure.period, let second = row[1].figure.period, first != second,
            row[1].amount.core.upperBound <= amount.core.lowerBound
        else { return nil }
        return place == 0 ? first : second
    }

    /// "чем годом ранее", "к показателю годом ранее": what something is compared with.
    private func isBase(_ mark: Mark) -> Bool {
        (1...3).contains { back in
            document.mark(at: mark.first - back, marks.base).map { $0.end <= mark.first && mark.first - $0.end <= 1 }
                ?? false
        }
    }

    private func opensAnew(_ token: Int) -> Bool {
        document.isMark(token, ",") || document.isMark(token, ";") || document.isMark(token, ")")
    }

    /// A time of whole months, so many months before; nil for one that is open.
    private static func shifted(_ period: Period, by months: Int) -> Period? {
        guard let from = period.from?.firstDay, let to = period.to?.lastDay, let first = from.month, let last = to.month
        else { return nil }
        func moved(_ year: Int, _ month: Int) -> PartialDate? {
            let count = year * 12 + month - 1 - months
            return PartialDate(year: count / 12, month: count % 12 + 1)
        }
        return Period(from: moved(from.year, first)?.firstDay, to: moved(to.year, last)?.lastDay)
    }
}
