import Grammar
import Model
import Morphology

/// Which lines of a page are the article, and what its head says.
struct Frame {
    /// For each token whether it belongs to the page rather than to the article.
    var isNoise: [Bool] = []
    var title: String?
    /// Tokens of the title line, when the text repeats it.
    var titleTokens: Range<Int> = 0..<0
}

extension Reading {
    /// Parts page furniture from prose and finds the title and the date of the page.
    func readFrame() {
        frame.isNoise = Array(repeating: false, count: document.tokens.count)
        publishedOn = article.publishedOn
        let lines = self.lines()
        var titleSeen = article.title != nil
        var proseSeen = false
        /// Below a heading such as "Новости по теме", behind the article.
        var isBelow = false
        /// The day that the clock of a site shows, which is that of the visit.
        var clock: PartialDate?
        for (index, line) in lines.enumerated() {
            if publishedOn == nil, index < 12, let date = dateline(line) {
                if isClock(line) { clock = clock ?? date } else { publishedOn = date }
            }
            if isBelow, isProse(line) { isBelow = false }
            if isBelow || isFurniture(line) {
                isBelow = isBelow || proseSeen && opensTitles(line)
                for token in line { frame.isNoise[token] = true }
                continue
            }
            proseSeen = proseSeen || isProse(line)
            if !titleSeen, !proseSeen, index < 6, isTitle(line, hasMore: lines.count > index + 1) {
                frame.title = document.text(line)
                frame.titleTokens = line
                titleSeen = true
            } else if let title = article.title, index < 6, document.text(line) == title {
                frame.titleTokens = line
            }
        }
        // Some pages are dated at their foot, on a line of its own.
        if publishedOn == nil {
            for line in lines.suffix(12) where publishedOn == nil && line.count <= 6 && !isClock(line) {
                publishedOn = dateline(line)
            }
        }
        publishedOn = publishedOn ?? clock
    }

    /// "понедельник, 26 января 2026 г.": a line of a weekday and a day, as the head of a site shows them.
    private func isClock(_ line: Range<Int>) -> Bool {
        line.count <= 8 && document.mark(at: line.lowerBound, marks.weekday) != nil
            && !line.contains { document.tokens[$0].kind == .number && document.text($0..<$0 + 1).contains(":") }
    }

    /// Token ranges of the text's lines.
    private func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var first = 0
        for at in document.tokens.indices.dropFirst() where document.tokens[at].shape.contains(.lineStart) {
            lines.append(first..<at)
            first = at
        }
        if first < document.tokens.count { lines.append(first..<document.tokens.count) }
        return lines
    }

    /// A counter, a caption, a call to read on: a line that no sentence is in.
    private func isFurniture(_ line: Range<Int>) -> Bool {
        let tokens = document.tokens
        let words = line.count(where: { tokens[$0].kind == .word })
        if words == 0 {
            // A lone number or bullet; a line with a date stays, since it may date the page.
            return !line.contains { document.tokens[$0].kind == .number && numericDate($0) != nil }
        }
        // A table of rates or codes: "UZS – 0,56%".
        if words <= 3, line.count <= 8, line.allSatisfy({ tokens[$0].kind != .word || isCode($0) }) { return true }
        let ends = document.isMark(line.upperBound - 1, ".") || document.isMark(line.upperBound - 1, "!")
        guard let mark = document.marks(marks.noise, in: line).first else {
            return words == 1 && line.count <= 2 && !ends && document.marks(at: line.lowerBound).isEmpty
                && line.lowerBound > 0
        }
        if mark.first - line.lowerBound > 1 { return line.count <= 4 }
        return document.isMark(mark.end, ":") || line.count <= 6 || (words <= 12 && !ends)
            || isImperative(mark)
    }

    /// A line of sentences, as no headline is.
    private func isProse(_ line: Range<Int>) -> Bool {
        line.count >= 8 && endsSentence(line)
    }

    private func endsSentence(_ line: Range<Int>) -> Bool {
        let last = line.upperBound - 1
        return document.isMark(last, ".") || document.isMark(last, "!") || document.isMark(last, "…")
            || document.isMark(last, "»") && document.isMark(last - 1, ".")
    }

    /// A heading by itself, under which other articles are named.
    private func opensTitles(_ line: Range<Int>) -> Bool {
        guard let mark = document.marks(marks.noise, in: line).first, mark.first == line.lowerBound else {
            return false
        }
        return value(mark) == "below" && line.upperBound - mark.end <= 1
    }

    private func isCode(_ token: Int) -> Bool {
        let shape = document.tokens[token].shape
        return shape.contains(.latin) && shape.contains(.upper) && !shape.contains(.hyphen)
    }

    private func isImperative(_ mark: Mark) -> Bool {
        document.word(mark.first)?.can(be: .impr) ?? false
    }

    /// A line near the top without a full stop that reads as a heading.
    private func isTitle(_ line: Range<Int>, hasMore: Bool) -> Bool {
        guard hasMore, line.count >= 3, line.count <= 30 else { return false }
        let last = line.upperBound - 1
        if [".", "…", ":", ";", ","].contains(where: { document.isMark(last, $0) }) { return false }
        // "19 января 2023, 15:33 Агентство"
        if document.tokens[line.lowerBound].kind == .number, line.count <= 12, dateline(line) != nil { return false }
        if document.isDash(line.lowerBound) || document.isMark(line.lowerBound, "•") { return false }
        if holdsSentences(line) { return false }
        return line.filter { document.tokens[$0].kind == .word }.count >= 3
    }

    /// Whether a sentence ends within a line and another begins: a paragraph that was cut off.
    private func holdsSentences(_ line: Range<Int>) -> Bool {
        line.dropLast().contains { token in
            document.isMark(token, ".") && token - line.lowerBound >= Self.shortestSentence
                && document.tokens[token + 1].shape.contains([.capitalized, .spaceBefore])
                && document.tokens[token - 1].kind == .word && document.tokens[token - 1].span.length > 3
                && document.marks(marks.speechBack, in: token + 1..<line.upperBound).first?.first == token + 1
        }
    }

    /// Tokens of a sentence that tells something; fewer may be the name of a column.
    private static let shortestSentence = 5

    /// A date at the head of a page: "27.11.2024 14:25", "03 Март 2025", "АНКАРА, 13 сентября 2018 г. –".
    private func dateline(_ line: Range<Int>) -> PartialDate? {
        let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 8)
        guard head.contains(where: { document.tokens[$0].shape.contains(.digits) }) else { return nil }
        for token in head {
            if document.tokens[token].kind == .number, let date = numericDate(token) { return date }
        }
        if let date = shortDate(in: head) ?? shortYear(line) { return date }
        // A day is told with its month.
        guard head.contains(where: { document.mark(at: $0, marks.month) != nil }) else { return nil }
        for hit in hits(marks.rules.date, in: head) where hit.rule.gives == "day" {
            guard let yearRange = hit.match["y"], let year = integer(yearRange.lowerBound),
                let month = monthNumber(hit.match["m"]), let day = integer(hit.match["d"]?.lowerBound)
            else { continue }
            if isColumn(hit.match.range, of: line) { return PartialDate(year: year, month: month, day: day) }
            let isAlone =
                hit.match.range.upperBound >= line.upperBound - 3 || hit.match.range.lowerBound == line.lowerBound
            let opensDispatch = (hit.match.range.upperBound..<min(line.upperBound, hit.match.range.upperBound + 3))
                .contains {
                    document.isDash($0) || document.isMark($0, ".")
                }
            // "14 мая 2025, 09:20 | Просмотров: 1 307 | Комментарии: 4"
            let hasClock = (hit.match.range.upperBound..<min(line.upperBound, hit.match.range.upperBound + 2))
                .contains { document.tokens[$0].kind == .number && document.text($0..<$0 + 1).contains(":") }
            if isAlone && line.count <= 12 || hasClock && hit.match.range.lowerBound == line.lowerBound
                || (opensDispatch || document.isMark(hit.match.range.upperBound - 1, "."))
                    && document.tokens[line.lowerBound].shape.contains(.upper)
            {
                return PartialDate(year: year, month: month, day: day)
            }
        }
        return nil
    }

    /// "Экономика | 18 июля 2025 г. 08:15 | Автор", "Обновлено 18 июля 2025 г. в 08:15": a date that stands between the bars of a
    /// line that is no sentence, or with a clock behind it.
    private func isColumn(_ date: Range<Int>, of line: Range<Int>) -> Bool {
        guard !endsSentence(line) else { return false }
        func isBar(_ token: Int) -> Bool { ["|", "/", "·", "•"].contains { document.isMark(token, $0) } }
        let opens = date.lowerBound == line.lowerBound || isBar(date.lowerBound - 1)
        var end = date.upperBound
        while end < line.upperBound, end - date.upperBound < 3, isDateTail(end) { end += 1 }
        let hasClock =
            end < line.upperBound && document.tokens[end].kind == .number
            && document.text(end..<end + 1).contains(":")
        if hasClock { return opens || date.lowerBound - line.lowerBound <= 2 }
        return opens && (end == line.upperBound || isBar(end)) && line.contains(where: isBar)
    }

    /// What may stand between a date and the time of day: a comma, "г.", "года", "в".
    private func isDateTail(_ token: Int) -> Bool {
        document.isMark(token, ".") || document.isMark(token, ",") || isLocalPreposition(token)
            || document.tokens[token].kind == .word && document.tokens[token].span.length <= 4
    }

    /// "18 июл 2025", "Янв. 24, 2023", the month shortened, in the first words of a line.
    private func shortDate(in head: Range<Int>) -> PartialDate? {
        guard let mark = document.marks(marks.encounters.monthShort, in: head).first, let month = Int(value(mark))
        else {
            return nil
        }
        var end = document.isMark(mark.end, ".") ? mark.end + 1 : mark.end
        var day = mark.first > head.lowerBound ? integer(mark.first - 1) : nil
        guard mark.first - head.lowerBound <= 4 else { return nil }
        if document.isMark(end + 1, ","), document.tokens[end].span.length <= 2, let first = integer(end) {
            day = first
            end += 2
        }
        guard let day, end < document.tokens.count, document.tokens[end].span.length == 4, let year = integer(end)
        else {
            return nil
        }
        return PartialDate(year: year, month: month, day: day)
    }

    /// "22.05.17 14:40", "Бишкек, 01.04.25.": a short year, told with the time of day and nothing else, or behind a city.
    private func shortYear(_ line: Range<Int>) -> PartialDate? {
        let isClocked = line.count == 2 && document.text(line.upperBound - 1..<line.upperBound).contains(":")
        let token = isClocked ? line.lowerBound : line.lowerBound + 2
        guard
            isClocked
                || line.count > 3 && document.isMark(token - 1, ",") && document.tokens[token].kind == .number
                    && document.isCapitalized(line.lowerBound)
                    && (document.isMark(token + 1, ".") || document.isMark(token + 1, "(")
                        || document.isDash(token + 1))
        else { return nil }
        let parts = document.text(token..<token + 1).split(separator: ".")
        guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }), let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return PartialDate(year: 2000 + year, month: month, day: day)
    }

    /// `27.11.2024`, `27/11/2024`, `27-11-2024` or `2024-11-27`.
    func numericDate(_ token: Int) -> PartialDate? {
        let number = document.tokens[token]
        guard number.kind == .number else { return nil }
        // Most numbers are no dates.
        guard
            document.isMark(token + 1, "/") || document.isMark(token + 1, "-")
                || document.scalars[Int(number.start)..<Int(number.end)].contains(".")
        else { return nil }
        let text = document.text(token..<token + 1)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        {
            return PartialDate(year: year, month: month, day: day)
        }
        // "29/11/2022", "20-08-2018"
        if token + 4 < document.tokens.count, text.count <= 2, document.tokens[token + 4].span.length == 4,
            document.isMark(token + 1, "/") && document.isMark(token + 3, "/")
                || document.isMark(token + 1, "-") && document.isMark(token + 3, "-"),
            !(token + 1...token + 4).contains(where: { document.tokens[$0].shape.contains(.spaceBefore) }),
            let day = Int(text), let month = integer(token + 2), let year = integer(token + 4)
        {
            return PartialDate(year: year, month: month, day: day)
        }
        if token + 4 < document.tokens.count, text.count == 4, document.isMark(token + 1, "-"),
            document.isMark(token + 3, "-"),
            let year = Int(text), let month = integer(token + 2), let day = integer(token + 4),
            document.tokens[token + 2].span.length <= 2, document.tokens[token + 4].span.length <= 2
        {
            return PartialDate(year: year, month: month, day: day)
        }
        return nil
    }

    /// The value of a token of plain digits, or of the digits that a word begins with.
    func integer(_ token: Int?) -> Int? {
        guard let token, document.tokens.indices.contains(token) else { return nil }
        if let number = document.leadingNumber(token) { return number }
        guard document.tokens[token].kind == .number, document.tokens[token].span.length <= 9 else { return nil }
        return Int(document.text(token..<token + 1))
    }

    func monthNumber(_ range: Range<Int>?) -> Int? {
        guard let range, let mark = document.mark(at: range.lowerBound, marks.month) else { return nil }
        return Int(value(mark))
    }
}
