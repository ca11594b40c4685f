import Model

/// A stretch of tokens with a class: a lexicon's find, or an entity built from several of them.
public struct Mark: Hashable, Sendable {
    public let kind: MarkClass
    /// Of a lexicon entry, or of an entity in the list that made it.
    public let entry: Int32
    public let first: Int
    /// The token after the last.
    public let end: Int

    public init(kind: MarkClass, entry: Int32, first: Int, end: Int) {
        self.kind = kind
        self.entry = entry
        self.first = first
        self.end = end
    }

    public var range: Range<Int> { first..<end }
}

/// A text with its tokens, sentences, words and marks. Not for use by two threads at once.
///
/// A class, since every step of every match looks into it.
public final class Document {
    public let scalars: [Unicode.Scalar]
    public let tokens: [Token]
    /// The words of the tokens, by payload.
    public let vocabulary: Vocabulary
    public let lexicon: Lexicon
    /// Token ranges, in order, covering all tokens.
    public private(set) var sentences: [Range<Int>] = []
    /// For each token the index of its sentence.
    public private(set) var sentenceOf: [Int32] = []
    /// By class, in order of their first token.
    private var byClass: [[Mark]] = []
    /// By first token.
    private var byToken: [[Mark]]

    /// Reads a text: tokens, sentences, and every mark of the language's lexicon.
    public init(text: String, language: Language, vocabulary: Vocabulary) {
        scalars = Array(text.unicodeScalars)
        let scalars = scalars
        tokens = Self.parted(
            Tokenizer.tokens(of: scalars) { vocabulary.index(of: $0) }, scalars: scalars, vocabulary: vocabulary)
        self.vocabulary = vocabulary
        lexicon = language.lexicon
        byToken = Array(repeating: [], count: tokens.count)
        sentences = Sentences.ranges(in: self, abbreviations: language.abbreviations)
        sentenceOf = Array(repeating: 0, count: tokens.count)
        for (index, range) in sentences.enumerated() {
            for token in range { sentenceOf[token] = Int32(index) }
        }
        annotate()
    }

    /// Cuts the words that a hyphen only joins into their halves and the hyphen: январь-июль.
    private static func parted(_ tokens: [Token], scalars: [Unicode.Scalar], vocabulary: Vocabulary) -> [Token] {
        var parted: [Token] = []
        parted.reserveCapacity(tokens.count)
        for token in tokens {
            let range = Int(token.start)..<Int(token.end)
            guard token.kind == .word, token.shape.contains(.hyphen), vocabulary.words[Int(token.payload)].isJoined,
                let hyphen = scalars[range].firstIndex(where: Tokenizer.isHyphen)
            else {
                parted.append(token)
                continue
            }
            let shape = token.shape.subtracting([.hyphen, .upper])
            parted.append(
                Token(
                    kind: .word, start: token.start, end: Int32(hyphen),
                    payload: vocabulary.index(of: scalars[range.lowerBound..<hyphen]), shape: shape))
            parted.append(
                Token(
                    kind: .mark, start: Int32(hyphen), end: Int32(hyphen + 1),
                    payload: Int32(bitPattern: Unicode.Scalar("-").value), shape: []))
            let second = hyphen + 1
            parted.append(
                Token(
                    kind: .word, start: Int32(second), end: token.end,
                    payload: vocabulary.index(of: scalars[second..<range.upperBound]),
                    shape: scalars[second].properties.isUppercase ? .capitalized : []))
        }
        return parted
    }

    /// The word of a token; nil for numbers and marks.
    @inline(__always)
    public func word(_ token: Int) -> Word? {
        guard tokens.indices.contains(token), tokens[token].kind == .word else { return nil }
        return vocabulary.words[Int(tokens[token].payload)]
    }

    /// The characters of a token range.
    public func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return text(span(range))
    }

    public func text(_ span: Span) -> String {
        String(String.UnicodeScalarView(scalars[span.start..<min(span.end, scalars.count)]))
    }

    /// The characters from the first token of a range to the end of its last.
    public func span(_ range: Range<Int>) -> Span {
        Span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }

    /// The digits that a word begins with before a hyphen: 2024 of "2024-й", 73 of "73-километровый".
    public func leadingNumber(_ token: Int) -> Int? {
        let it = tokens[token]
        guard it.kind == .word, it.shape.isSuperset(of: [.digits, .hyphen]) else { return nil }
        let digits = scalars[Int(it.start)..<Int(it.end)].prefix { ("0"..."9").contains($0) }
        guard (1...9).contains(digits.count), Tokenizer.isHyphen(scalars[Int(it.start) + digits.count]) else {
            return nil
        }
        return Int(String(String.UnicodeScalarView(digits)))
    }

    /// Whether a token is the given mark.
    @inline(__always)
    public func isMark(_ token: Int, _ scalar: Unicode.Scalar) -> Bool {
        token >= 0 && token < tokens.count && tokens[token].kind == .mark
            && tokens[token].payload == Int32(bitPattern: scalar.value)
    }

    /// Whether a token is a dash, of any length, that stands apart from the words around it.
    public func isDash(_ token: Int) -> Bool {
        isMark(token, "–") || isMark(token, "—") || isMark(token, "-") || isMark(token, "−")
    }

    public func sentence(of token: Int) -> Range<Int> { sentences[Int(sentenceOf[token])] }

    func visitSymbols(of token: Int, _ visit: (Int32) -> Void) {
        let it = tokens[token]
        switch it.kind {
        case .word:
            for symbol in vocabulary.words[Int(it.payload)].symbols { visit(symbol) }
        case .mark:
            if let scalar = Unicode.Scalar(UInt32(bitPattern: it.payload)),
                let symbol = lexicon.symbols["=" + String(scalar)]
            {
                visit(symbol)
            }
        case .number:
            break
        }
    }

    // MARK: Marks

    /// Marks of a class that begin at a token.
    public func marks(at token: Int) -> [Mark] { token >= 0 && token < byToken.count ? byToken[token] : [] }

    /// The longest mark of a class that begins at a token.
    public func mark(at token: Int, _ kind: MarkClass) -> Mark? {
        marks(at: token).filter { $0.kind == kind }.max { $0.end < $1.end }
    }

    /// All marks of a class, in order.
    public func marks(_ kind: MarkClass) -> [Mark] {
        Int(kind.index) < byClass.count ? byClass[Int(kind.index)] : []
    }

    /// Marks of a class that lie within a token range, in order.
    public func marks(_ kind: MarkClass, in range: Range<Int>) -> [Mark] {
        let all = marks(kind)
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].first < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return all[low...].prefix { $0.first < range.upperBound }.filter { $0.end <= range.upperBound }
    }

    public func value(of mark: Mark) -> String { lexicon.entries[Int(mark.entry)].value }

    public func add(_ mark: Mark) {
        byToken[mark.first].append(mark)
        while byClass.count <= Int(mark.kind.index) { byClass.append([]) }
        let at = byClass[Int(mark.kind.index)].firstIndex { $0.first > mark.first }
        byClass[Int(mark.kind.index)].insert(mark, at: at ?? byClass[Int(mark.kind.index)].count)
    }

    public func remove(_ kind: MarkClass, where drop: (Mark) -> Bool) {
        guard Int(kind.index) < byClass.count else { return }
        byClass[Int(kind.index)].removeAll(where: drop)
        for token in byToken.indices where !byToken[token].isEmpty {
            byToken[token].removeAll { $0.kind == kind && drop($0) }
        }
    }

    /// Marks every lexicon entry; of one class the longer covers the shorter, and equal ones all stay.
    private func annotate() {
        var reach: [Int16: Int] = [:]
        for token in tokens.indices {
            var found: [Mark] = []
            lexicon.visitMatches(in: self, at: token) { entry, end in
                found.append(
                    Mark(kind: lexicon.entries[Int(entry)].kind, entry: entry, first: token, end: end))
            }
            if found.isEmpty { continue }
            found.sort { ($0.end, -$0.entry) > ($1.end, -$1.entry) }
            var longest: [Int16: Int] = [:]
            for mark in found {
                let kind = mark.kind.index
                if let covered = reach[kind], mark.end <= covered { continue }
                if let other = longest[kind], other > mark.end { continue }
                longest[kind] = mark.end
                byToken[token].append(mark)
                while byClass.count <= Int(kind) { byClass.append([]) }
                byClass[Int(kind)].append(mark)
            }
            for (kind, end) in longest { reach[kind] = max(reach[kind] ?? 0, end) }
        }
    }
}
