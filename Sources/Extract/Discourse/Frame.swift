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
            if publishedOn == nil, index < 12, let date = pageDate(line) {
                if isClock(line) { clock = clock ?? date } else { publishedOn = date }
            }
            if isBelow, isProse(line) { isBelow = false }
            if isBelow || isFurniture(line) {
                isBelow = isBelow || proseSeen && opensTitles(line)
                for token in line { frame.isNoise[token] = true }
                continue
            }
            if let title = article.title ?? frame.title, index < 6, !proseSeen, readTitle(title, again: line) {
                continue
            }
            proseSeen = proseSeen || isProse(line)
            if !titleSeen, !proseSeen, index < 6, isTitle(line, hasMore: lines.count > index + 1) {
                frame.title = document.text(line)
                frame.titleTokens = line
                titleSeen = true
            }
        }
        // Some pages are dated at their foot, on a line of its own.
        if publishedOn == nil {
            for line in lines.suffix(12) where publishedOn == nil && line.count <= 6 && !isClock(line) {
                publishedOn = pageDate(line)
            }
        }
        publishedOn = publishedOn ?? clock
    }

    /// "Подписано соглашение » Вести – новости дня", "Подписано соглашение": a title told again, once with the name of the site.
    ///
    /// - Returns: whether the line is one of these.
    private func readTitle(_ title: String, again line: Range<Int>) -> Bool {
        guard mayBeginAlike(title, line) else { return false }
        let text = document.text(line)
        if text == title {
            frame.titleTokens = line
            return true
        }
        if isWithSite(title, text) {
            for token in frame.titleTokens { frame.isNoise[token] = true }
            if frame.title != nil { frame.title = text }
            frame.titleTokens = line
            return true
        }
        guard isWithSite(text, title) else { return false }
        for token in line { frame.isNoise[token] = true }
        return true
    }

    /// Whether a line may begin as a title does, in whatever way the first letter is written: nearly none does.
    private func mayBeginAlike(_ title: String, _ line: Range<Int>) -> Bool {
        let span = document.span(line)
        let written = document.scalars[span.start..<min(span.start + 2, span.end)]
        let own = title.unicodeScalars.prefix(2)
        guard own.first != written.first else { return true }
        // A letter with its mark behind it may be written as one, and some signs stand for others (Unicode Standard Annex 15).
        let isPlain = { (scalar: Unicode.Scalar) in scalar.value < 0x300 || (0x400...0x482).contains(scalar.value) }
        return !own.allSatisfy(isPlain) || !written.allSatisfy(isPlain)
    }

    /// Whether a line goes on behind a title with a mark and the name of the site.
    private func isWithSite(_ line: String, _ title: String) -> Bool {
        // By bytes: nearly no line begins so.
        guard line.utf8.starts(with: title.utf8), title.unicodeScalars.count >= Self.leastTitle else { return false }
        let behind = Substring(line.utf8.dropFirst(title.utf8.count))
        return behind.first { !$0.isWhitespace }.map { "»|–—-:•/".contains($0) } == true
    }

    /// A shorter line may open like a title by chance.
    private static let leastTitle = 20

    /// "понедельник, 26 января 2026 г.": a line of a weekday and a day, as the head of a site shows them.
    private func isClock(_ line: Range<Int>) -> Bool {
        line.count <= 8 && document.mark(at: line.lowerBound, marks.weekday) != nil
            && !line.contains(where: isTimeOfDay)
    }

    /// Token ranges of the text's lines.
    private func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        lines.reserveCapacity(document.tokens.count / 32)
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
        let ends = document.isMark(line.upperBound - 1, ".") || document.isMark(line.upperBound - 1, "!")
        if !ends, line.count <= Self.longestTicker, isTicker(line) { return true }
        guard let mark = document.marks(marks.noise, in: line).first else {
            return words == 1 && line.count <= 2 && !ends && document.marks(at: line.lowerBound).isEmpty
                && line.lowerBound > 0
        }
        if mark.first - line.lowerBound > 1 { return line.count <= 4 }
        return document.isMark(mark.end, ":") || line.count <= 6 || (words <= 12 && !ends)
            || isImperative(mark)
    }

    /// What a site shows of markets and weather: "USD/KZT 475,3 EUR/KZT 510,2", "Доллар 92,5", "+6° Киев +4° Варшава".
    private func isTicker(_ line: Range<Int>) -> Bool {
        let tokens = document.tokens
        if line.contains(where: { document.isMark($0, "°") || document.isMark($0, "℃") }) { return true }
        let words = line.count { tokens[$0].kind == .word }
        return 2 * words <= line.count
            && line.allSatisfy {
                tokens[$0].kind != .word || tokens[$0].shape.contains(.latin)
                    || document.mark(at: $0, marks.currency) != nil
            }
    }

    /// Tokens of a line of rates or weather.
    private static let longestTicker = 16

    /// A line of sentences, as no headline is.
    private func isProse(_ line: Range<Int>) -> Bool {
        line.count >= 8 && endsSentence(line)
    }

    func endsSentence(_ line: Range<Int>) -> Bool {
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

    private func isImperative(_ mark: Mark) -> Bool {
        document.word(mark.first)?.can(be: .impr) ?? false
    }

    /// A line near the top without a full stop that reads as a heading.
    private func isTitle(_ line: Range<Int>, hasMore: Bool) -> Bool {
        guard hasMore, line.count >= 3, line.count <= 30 else { return false }
        let last = line.upperBound - 1
        if [".", "…", ":", ";", ","].contains(where: { document.isMark(last, $0) }) { return false }
        // "19 января 2023, 15:33 Агентство"
        if document.tokens[line.lowerBound].kind == .number, line.count <= 12, pageDate(line) != nil { return false }
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

    /// The value of a token of plain digits, or of the digits that a word begins with.
    func integer(_ token: Int?) -> Int? {
        guard let token, document.tokens.indices.contains(token) else { return nil }
        if let number = document.leadingNumber(token) { return number }
        guard document.tokens[token].kind == .number, document.tokens[token].span.length <= 9 else { return nil }
        return document.plainNumber(token)
    }

    func monthNumber(_ range: Range<Int>?) -> Int? {
        guard let range, let mark = document.mark(at: range.lowerBound, marks.month) else { return nil }
        return Int(value(mark))
    }
}
