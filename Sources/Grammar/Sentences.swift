/// Cuts a token sequence into sentences.
///
/// A line break ends one unless a lower-case word goes on. `.`, `!`, `?` and `…` end one before a capital, a digit, a quote or
/// a dash, unless an abbreviation or an initial owns the dot. What is longer than any sentence is cut, so that the work on one
/// is bounded.
public enum Sentences {
    static let longest = 500
    private static let longestClosing = 8

    static func ranges(in document: TokenRow, abbreviations: Abbreviations) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(document.count / 12 + 4)
        var first = 0
        for at in 0..<document.count {
            // Behind a word, on one line with it, nothing begins.
            let mayBegin =
                at > 0 && (document.tokens[at - 1].kind == .mark || document.tokens[at].shape.contains(.lineStart))
            guard at - first >= longest || mayBegin && isBoundary(before: at, from: first, document, abbreviations)
            else { continue }
            ranges.append(first..<at)
            first = at
        }
        if first < document.count { ranges.append(first..<document.count) }
        return ranges
    }

    /// - Parameter first: the token that the sentence begins with so far.
    private static func isBoundary(
        before at: Int, from first: Int, _ document: TokenRow, _ abbreviations: Abbreviations
    ) -> Bool {
        let token = document.tokens[at]
        if token.shape.contains(.lineStart) {
            // "с главами Вьетнама и", and "Индонезии" on the next line: nothing ends with a conjunction or a preposition.
            if token.kind == .word, let last = document.word(at - 1), last.readings[0].intersects([.conj, .prep]),
                !document.tokens[at - 1].shape.contains(.capitalized)
            {
                return false
            }
            return !(token.kind == .word && !token.shape.contains(.capitalized) && !token.shape.contains(.digits))
                || endsSentence(at - 1, document)
        }
        guard token.shape.contains(.spaceBefore) else { return isGlued(at, document, abbreviations) }
        var last = at - 1
        while last > 0, at - last <= longestClosing, isClosing(last, document) { last -= 1 }
        guard endsSentence(last, document), opensSentence(at, document), !goesOn(at, document) else { return false }
        // "2. Назначить": a number at the beginning of a line and the dot of its list.
        if last == at - 1, last > 0, document.isMark(last, "."), document.tokens[last - 1].kind == .number,
            document.tokens[last - 1].shape.contains(.lineStart), document.tokens[last - 1].span.length <= 2
        {
            return false
        }
        if document.isMark(last, "."), last > 0, let word = document.word(last - 1),
            !document.tokens[last].shape.contains(.spaceBefore)
        {
            let isInitial =
                word.length == 1 && document.tokens[last - 1].shape.contains(.capitalized)
                && !isWhole(last - 1, document, abbreviations)
            if isInitial { return false }
            guard word.length <= abbreviations.longest else { return true }
            guard let kind = abbreviations.kind(of: word) else { return true }
            if kind.contains(.never) { return false }
            // "в 2024 г. Стороны", "т.г. Стороны", but "в г. Габала"
            if kind.contains(.behindNumber), last > 1,
                document.tokens[last - 2].kind != .number, !document.tokens[last - 2].shape.contains(.digits),
                !document.isMark(last - 2, ".")
            {
                return false
            }
            // "В мае 2024 г. Путин посетил": no more than a time has been told.
            if kind.contains(.behindNumber), isTime(from: first, before: last - 1, document, abbreviations) {
                return false
            }
            if kind.contains(.scale) {
                // "на 6 млн. «Торговля растет», – сказал он": a quotation begins anew.
                if at + 1 < document.count, document.isMark(at, "\"") || document.isMark(at, "«") {
                    let next = document.tokens[at + 1]
                    return next.kind == .word && next.shape.contains(.capitalized) && !next.shape.contains(.upper)
                }
                return token.kind == .word && token.shape.contains(.capitalized) && !token.shape.contains(.upper)
                    && document.word(at).map { abbreviations.units.contains($0.text) } != true
            }
            if kind.contains(.sometimes) {
                return token.kind == .word && token.shape.contains(.capitalized)
            }
        }
        return true
    }

    /// "встретился с Ван И. Стороны": a letter that is a whole name behind the one that it goes with.
    private static func isWhole(_ letter: Int, _ document: TokenRow, _ abbreviations: Abbreviations) -> Bool {
        letter > 0 && document.tokens[letter - 1].shape.contains(.capitalized)
            && document.word(letter - 1).map { abbreviations.beforeLetters.contains($0.text) } ?? false
    }

    /// Whether all that stands before a token, back to where the sentence, a quotation or what a colon brings begins, only tells
    /// a time.
    private static func isTime(
        from first: Int, before end: Int, _ document: TokenRow, _ abbreviations: Abbreviations
    ) -> Bool {
        var at = end
        while at > first, end - at <= longestTime {
            let token = at - 1
            let isPart =
                document.word(token).map { abbreviations.timeWords.contains($0.text) }
                ?? (document.tokens[token].kind == .number || document.isDash(token) || document.isMark(token, "."))
            if !isPart { break }
            at -= 1
        }
        guard at < end, let opener = document.word(at) else { return false }
        if at == first { return true }
        guard opener.length <= longestOpener else { return false }
        return document.isMark(at - 1, "«") || document.isMark(at - 1, "\"")
            || document.isMark(at - 1, ":") || document.isDash(at - 1)
    }

    /// Letters of the longest preposition that a phrase of time opens with: "до".
    private static let longestOpener = 2

    /// Tokens of the longest phrase of time: "за первые десять месяцев 2024".
    private static let longestTime = 12

    /// "…завершились.Также отмечено", "…завершились.«Отмечено»": pages lose the space between paragraphs.
    private static func isGlued(_ at: Int, _ document: TokenRow, _ abbreviations: Abbreviations) -> Bool {
        let first = document.isMark(at, "«") && at + 1 < document.count ? at + 1 : at
        guard at >= 2, document.isMark(at - 1, "."), let before = document.word(at - 2),
            let word = document.word(first), before.length > 3, word.length > 1,
            document.tokens[first].shape.contains(.capitalized),
            document.tokens[first].shape.isDisjoint(with: [.latin, .upper]),
            document.tokens[at - 2].shape.isDisjoint(with: [.latin, .upper])
        else { return false }
        return before.length > abbreviations.longest || abbreviations.kind(of: before) == nil
    }

    /// "…что еще нам остается?» — добавил он": behind a dash the author's own words go on in lower case.
    private static func goesOn(_ at: Int, _ document: TokenRow) -> Bool {
        guard document.isDash(at), at + 1 < document.count, document.tokens[at + 1].kind == .word else { return false }
        return document.tokens[at + 1].shape.isDisjoint(with: [.capitalized, .digits])
    }

    private static func endsSentence(_ at: Int, _ document: TokenRow) -> Bool {
        document.isMark(at, ".") || document.isMark(at, "!") || document.isMark(at, "?") || document.isMark(at, "…")
    }

    private static func isClosing(_ at: Int, _ document: TokenRow) -> Bool {
        document.isMark(at, "»") || document.isMark(at, "\"") || document.isMark(at, ")") || document.isMark(at, "”")
    }

    private static func opensSentence(_ at: Int, _ document: TokenRow) -> Bool {
        let token = document.tokens[at]
        switch token.kind {
        case .word: return token.shape.contains(.capitalized) || token.shape.contains(.digits)
        case .number: return true
        case .mark: return !document.isMark(at, ",") && !document.isMark(at, ")") && !document.isMark(at, "%")
        }
    }
}

/// Abbreviations that a dot follows, lower case without it.
public struct Abbreviations: Sendable {
    /// A name or a number follows: им., ул.
    public let neverFinal: Set<String>
    /// They may close a sentence; a capital decides: г., др.
    public let sometimesFinal: Set<String>
    /// Of those that may close a sentence the ones that do so only behind a number, and else have a name behind them: г.
    public let finalBehindNumber: Set<String>
    /// They close a sentence before a capital, but not before capitals, which are a unit: млн. TEU, долл. США.
    public let scales: Set<String>
    /// Units in lower case, whose capital begins no sentence behind a scale: 6 тыс. МВт.
    public let units: Set<String>
    /// Words of which a phrase of time before such an abbreviation is made up: в, мае, месяцев.
    public let timeWords: Set<String>
    /// Names that one of a single letter follows, which is no initial: Ван.
    public let beforeLetters: Set<String>
    /// How many scalars the longest has.
    let longest: Int
    /// What each is of these, by the hash of its letters.
    private let kinds: [UInt32: [(text: String, kinds: Kinds)]]

    struct Kinds: OptionSet {
        let rawValue: UInt8
        static let never = Kinds(rawValue: 1)
        static let sometimes = Kinds(rawValue: 2)
        static let behindNumber = Kinds(rawValue: 4)
        static let scale = Kinds(rawValue: 8)
    }

    public init(
        neverFinal: Set<String>, sometimesFinal: Set<String>, finalBehindNumber: Set<String> = [], scales: Set<String>,
        units: Set<String> = [], timeWords: Set<String> = [], beforeLetters: Set<String> = []
    ) {
        self.beforeLetters = beforeLetters
        self.neverFinal = neverFinal
        self.sometimesFinal = sometimesFinal.union(finalBehindNumber)
        self.finalBehindNumber = finalBehindNumber
        self.scales = scales
        self.units = units
        self.timeWords = timeWords
        var kinds: [String: Kinds] = [:]
        for (words, kind) in [
            (neverFinal, Kinds.never), (self.sometimesFinal, .sometimes), (finalBehindNumber, .behindNumber),
            (scales, .scale),
        ] {
            for word in words { kinds[word, default: []].insert(kind) }
        }
        self.kinds = Dictionary(grouping: kinds.map { (text: $0.key, kinds: $0.value) }) { Self.hash(of: $0.text) }
        longest = neverFinal.union(self.sometimesFinal).union(scales).map(\.unicodeScalars.count).max() ?? 0
    }

    /// What a word is of these; nil where it is none. Found by the letters as they are written: a string's own hash looks for other
    /// ways to write each.
    func kind(of word: Word) -> Kinds? {
        kinds[Self.hash(of: word.text)]?.first { $0.text == word.text }?.kinds
    }

    private static func hash(of text: String) -> UInt32 {
        var hash = WordHash()
        for scalar in text.unicodeScalars { hash.add(scalar.value) }
        return hash.value
    }
}
