import Grammar
import Model
import Morphology

/// The day that a line at the head or the foot of a page tells, in each of the ways that pages write it.
extension Reading {
    /// "27.11.2024 14:25", "18 июл 2025", "22.05.17 14:40", "АНКАРА, 13 сентября 2018 г. –".
    func pageDate(_ line: Range<Int>) -> PartialDate? {
        let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 8)
        guard head.contains(where: { document.tokens[$0].shape.contains(.digits) }) else { return nil }
        return head.lazy.compactMap { self.numericDate($0) }.first ?? shortMonthDate(in: head)
            ?? shortYearDate(line) ?? wordedDate(in: head, of: line)
    }

    /// `27.11.2024`, `27/11/2024`, `27-11-2024`, `2024-11-27` or `2024/11/27`.
    func numericDate(_ token: Int) -> PartialDate? {
        guard let digits = dateDigits(token) else { return nil }
        switch digits.lengths {
        case (1...2, 1...2, 4):
            return PartialDate(year: digits.values.2, month: digits.values.1, day: digits.values.0)
        case (4, 1...2, 1...2) where !digits.isDotted:
            return PartialDate(year: digits.values.0, month: digits.values.1, day: digits.values.2)
        default:
            return nil
        }
    }

    /// Three numbers with the same sign between them, and how many digits each has.
    private struct DateDigits {
        let values: (Int, Int, Int)
        let lengths: (Int, Int, Int)
        let isDotted: Bool
    }

    private func dateDigits(_ token: Int) -> DateDigits? {
        let number = document.tokens[token]
        guard number.kind == .number else { return nil }
        let sign: Unicode.Scalar = document.isMark(token + 1, "/") ? "/" : "-"
        let isDotted = document.scalars[Int(number.start)..<Int(number.end)].contains(".")
        // Most numbers are no dates.
        guard isDotted || document.isMark(token + 1, sign) else { return nil }
        var head = document.text(token..<token + 1)[...]
        if isDotted {
            let parts = head.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2]) {
                return DateDigits(
                    values: (first, second, third), lengths: (parts[0].count, parts[1].count, parts[2].count),
                    isDotted: true)
            }
            // "08:22.22/07/2022": a clock with the day right behind it.
            guard parts.count == 2, parts[0].contains(":") else { return nil }
            head = parts[1]
        }
        guard document.isMark(token + 1, sign), token + 4 < document.tokens.count, document.isMark(token + 3, sign),
            !(token + 1...token + 4).contains(where: { document.tokens[$0].shape.contains(.spaceBefore) }),
            let first = Int(head), let second = integer(token + 2), let third = integer(token + 4)
        else { return nil }
        func length(_ token: Int) -> Int { document.tokens[token].span.length }
        return DateDigits(
            values: (first, second, third), lengths: (head.count, length(token + 2), length(token + 4)),
            isDotted: false)
    }

    /// "18 июл 2025", "Янв. 24, 2023", the month shortened, in the first words of a line.
    private func shortMonthDate(in head: Range<Int>) -> PartialDate? {
        guard let mark = document.marks(marks.encounters.monthShort, in: head).first, let month = Int(value(mark)),
            mark.first - head.lowerBound <= 4
        else { return nil }
        var end = document.isMark(mark.end, ".") ? mark.end + 1 : mark.end
        var day = mark.first > head.lowerBound ? integer(mark.first - 1) : nil
        if document.isMark(end + 1, ","), document.tokens[end].span.length <= 2, let first = integer(end) {
            day = first
            end += 2
        }
        guard let day, end < document.tokens.count, document.tokens[end].span.length == 4, let year = integer(end)
        else { return nil }
        return PartialDate(year: year, month: month, day: day)
    }

    /// "22.05.17 14:40", "Бишкек, 01.04.25.": a short year, told with the time of day and nothing else, or behind a city.
    private func shortYearDate(_ line: Range<Int>) -> PartialDate? {
        let isClocked = line.count == 2 && isTimeOfDay(line.upperBound - 1)
        let token = isClocked ? line.lowerBound : line.lowerBound + 2
        guard
            isClocked
                || line.count > 3 && document.isMark(token - 1, ",") && document.isCapitalized(line.lowerBound)
                    && (document.isMark(token + 1, ".") || document.isMark(token + 1, "(")
                        || document.isDash(token + 1)),
            let digits = dateDigits(token), digits.isDotted, digits.lengths == (2, 2, 2)
        else { return nil }
        return PartialDate(year: 2000 + digits.values.2, month: digits.values.1, day: digits.values.0)
    }

    /// "03 Март 2025", "АНКАРА, 13 сентября 2018 г. –": a day with its month and year in words.
    private func wordedDate(in head: Range<Int>, of line: Range<Int>) -> PartialDate? {
        guard head.contains(where: { document.mark(at: $0, marks.month) != nil }) else { return nil }
        for hit in hits(marks.rules.date, in: head) where hit.rule.gives == "day" {
            guard let yearRange = hit.match["y"], let year = integer(yearRange.lowerBound),
                let month = monthNumber(hit.match["m"]), let day = integer(hit.match["d"]?.lowerBound)
            else { continue }
            if isColumn(hit.match.range, of: line) || heads(hit.match.range, line) {
                return PartialDate(year: year, month: month, day: day)
            }
        }
        return nil
    }

    /// Whether a date stands where the line of a page, or the head of a dispatch, has it.
    private func heads(_ date: Range<Int>, _ line: Range<Int>) -> Bool {
        let opens = date.lowerBound == line.lowerBound
        if line.count <= 12, opens || date.upperBound >= line.upperBound - 3 { return true }
        func behind(_ reach: Int) -> Range<Int> {
            date.upperBound..<min(line.upperBound, date.upperBound + reach)
        }
        // "14 мая 2025, 09:20 | Просмотров: 1 307 | Комментарии: 4"
        if opens, behind(2).contains(where: isTimeOfDay) { return true }
        // "10:08, 26 мая 2022, Бишкек – Агентство, Анна Громова"
        if isTimeOfDay(line.lowerBound), date.lowerBound - line.lowerBound <= 2, document.isMark(date.upperBound, ",") {
            return true
        }
        // "Ташкент, 16 февраля, 2017, 11:06 — Агентство."
        if opensBehindName(date, line), behind(3).contains(where: isTimeOfDay),
            behind(4).contains(where: { document.isDash($0) })
        {
            return true
        }
        let opensDispatch = behind(3).contains { document.isDash($0) || document.isMark($0, ".") }
        return (opensDispatch || document.isMark(date.upperBound - 1, "."))
            && document.tokens[line.lowerBound].shape.contains(.upper)
    }

    /// Whether nothing but a name and a comma stand before a date in its line.
    private func opensBehindName(_ date: Range<Int>, _ line: Range<Int>) -> Bool {
        date.lowerBound == line.lowerBound + 2 && document.isMark(date.lowerBound - 1, ",")
            && document.isCapitalized(line.lowerBound)
    }

    /// "Экономика | 18 июля 2025 г. 08:15 | Автор", "Обновлено 18 июля 2025 г. в 08:15": a date that stands between the bars of a
    /// line that is no sentence, or with a clock behind it.
    private func isColumn(_ date: Range<Int>, of line: Range<Int>) -> Bool {
        guard !endsSentence(line) else { return false }
        func isBar(_ token: Int) -> Bool { ["|", "/", "·", "•"].contains { document.isMark(token, $0) } }
        let opens = date.lowerBound == line.lowerBound || isBar(date.lowerBound - 1)
        var end = date.upperBound
        while end < line.upperBound, end - date.upperBound < 3, isDateTail(end) { end += 1 }
        if end < line.upperBound, isTimeOfDay(end) { return opens || date.lowerBound - line.lowerBound <= 2 }
        return opens && (end == line.upperBound || isBar(end)) && line.contains(where: isBar)
    }

    /// What may stand between a date and the time of day: a comma, "г.", "года", "в".
    private func isDateTail(_ token: Int) -> Bool {
        document.isMark(token, ".") || document.isMark(token, ",") || isLocalPreposition(token)
            || document.tokens[token].kind == .word && document.tokens[token].span.length <= 4
    }

    /// "14:25"
    func isTimeOfDay(_ token: Int) -> Bool {
        document.tokens[token].kind == .number && document.text(token..<token + 1).contains(":")
    }
}
