import Model
import Morphology

/// A stretch of tokens with a class: a lexicon's find, or an entity built from several of them.
public struct Mark: Hashable, Sendable {
    public let kind: MarkClass
    /// Of a lexicon entry, or of an entity in the list that made it.
    public let entry: Int32
    @usableFromInline let firstToken: Int32
    @usableFromInline let endToken: Int32

    @inlinable
    public init(kind: MarkClass, entry: Int32, first: Int, end: Int) {
        self.kind = kind
        self.entry = entry
        firstToken = Int32(truncatingIfNeeded: first)
        endToken = Int32(truncatingIfNeeded: end)
    }

    @inlinable public var first: Int { Int(firstToken) }
    /// The token after the last.
    @inlinable public var end: Int { Int(endToken) }
    @inlinable public var range: Range<Int> { first..<end }
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
    public let sentences: [Range<Int>]
    /// For each token the index of its sentence.
    public let sentenceOf: [Int32]
    /// Freed with the document, as `marks` is.
    @usableFromInline let row: TokenRow
    @usableFromInline let marks: MarkRow
    private let government: Government
    /// The words with a capital or a hyphen, in order: names are made of them, and who looks for names goes over these alone.
    public private(set) lazy var namelike = {
        var found: [Int] = []
        // Room for as many as most texts have: to grow time and again takes longer than to look.
        found.reserveCapacity(tokens.count / 4)
        for place in tokens.indices
        where tokens[place].kind == .word && !tokens[place].shape.isDisjoint(with: [.capitalized, .hyphen]) {
            found.append(place)
        }
        return found
    }()
    /// The place of the parse that context chooses for each token; negative in sentences that nobody has asked for.
    private var chosen: [Int32]
    /// What a match in progress remembers.
    let scratch: UnsafeMutablePointer<Int32>

    /// Reads a text: tokens, sentences, and every mark of the language's lexicon.
    public init(text: String, language: Language, vocabulary: Vocabulary) {
        scalars = Scalars.of(text)
        let scalars = scalars
        tokens = Self.parted(
            Self.tokens(of: scalars, vocabulary: vocabulary), scalars: scalars, vocabulary: vocabulary)
        self.vocabulary = vocabulary
        lexicon = language.lexicon
        government = language.government
        row = TokenRow(tokens, vocabulary: vocabulary)
        scratch = .allocate(capacity: Pattern.scratchSize)
        sentences = Sentences.ranges(in: row, abbreviations: language.abbreviations)
        var sentenceOf = Array(repeating: Int32(0), count: tokens.count)
        for (index, range) in sentences.enumerated() {
            for token in range { sentenceOf[token] = Int32(index) }
        }
        self.sentenceOf = sentenceOf
        chosen = Array(repeating: -1, count: tokens.count)
        marks = MarkRow(tokens: row, lexicon: language.lexicon, sentences: sentences)
    }

    deinit {
        row.free()
        marks.free()
        scratch.deallocate()
    }

    /// The tokens as they are written, words with their places in the vocabulary.
    private static func tokens(of scalars: [Unicode.Scalar], vocabulary: Vocabulary) -> [Token] {
        withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: scalars.count + 1) { small in
            scalars.withUnsafeBufferPointer { text in
                var tokens = Tokenizer.tokens(of: text, small: small.baseAddress!)
                vocabulary.number(&tokens, small: UnsafePointer(small.baseAddress!))
                return tokens
            }
        }
    }

    /// Cuts the words that a hyphen only joins into their halves and the hyphen: январь-июль.
    private static func parted(_ tokens: [Token], scalars: [Unicode.Scalar], vocabulary: Vocabulary) -> [Token] {
        func index(_ range: Range<Int>) -> Int32 {
            scalars[range].withUnsafeBufferPointer { vocabulary.index(of: $0) }
        }
        func isJoined(_ token: Token) -> Bool {
            token.kind == .word && token.shape.contains(.hyphen) && vocabulary.word(token.payload).isJoined
        }
        guard let first = tokens.firstIndex(where: isJoined) else { return tokens }
        var parted: [Token] = []
        parted.reserveCapacity(tokens.count + 2)
        parted += tokens[..<first]
        for token in tokens[first...] {
            let range = Int(token.start)..<Int(token.end)
            guard isJoined(token), let hyphen = scalars[range].firstIndex(where: Tokenizer.isHyphen)
            else {
                parted.append(token)
                continue
            }
            let shape = token.shape.subtracting([.hyphen, .upper])
            parted.append(
                Token(
                    kind: .word, start: token.start, end: Int32(hyphen),
                    payload: index(range.lowerBound..<hyphen), shape: shape))
            parted.append(
                Token(
                    kind: .mark, start: Int32(hyphen), end: Int32(hyphen + 1),
                    payload: Int32(bitPattern: Unicode.Scalar("-").value), shape: []))
            let second = hyphen + 1
            parted.append(
                Token(
                    kind: .word, start: Int32(second), end: token.end,
                    payload: index(second..<range.upperBound),
                    shape: scalars[second].properties.isUppercase ? .capitalized : []))
        }
        return parted
    }

    /// The word of a token; nil for numbers and marks, and beyond the text. Valid as long as the document.
    @inlinable
    public func word(_ token: Int) -> Word? { row.word(token) }

    /// The parse of a token's word that its sentence speaks for; nil where it is no word.
    public func parse(at token: Int) -> Parse? {
        word(token).map { $0.parses[chosenPlace(of: $0, at: token)] }
    }

    /// The grammemes of that parse.
    public func reading(at token: Int) -> Grammemes? {
        word(token).map { $0.readings[chosenPlace(of: $0, at: token)] }
    }

    private func chosenPlace(of word: Word, at token: Int) -> Int {
        guard word.readings.count > 1 else { return 0 }
        if chosen[token] < 0 {
            let sentence = sentence(of: token)
            chosen.replaceSubrange(sentence, with: ParseChoice.choose(in: sentence, of: row, by: government))
        }
        return Int(chosen[token])
    }

    /// Whether a token is written just so.
    public func isWritten(_ text: String, at token: Int) -> Bool {
        text.unicodeScalars.elementsEqual(scalars[Int(tokens[token].start)..<Int(tokens[token].end)])
    }

    /// Whether a token range is written just so, white space and all.
    public func isWritten(_ written: [Unicode.Scalar], in range: Range<Int>) -> Bool {
        let start = Int(tokens[range.lowerBound].start)
        guard Int(tokens[range.upperBound - 1].end) - start == written.count else { return false }
        // Names differ at their ends the most.
        for place in written.indices.reversed() where written[place] != scalars[start + place] { return false }
        return true
    }

    /// What a token range is written with.
    public func scalars(in range: Range<Int>) -> [Unicode.Scalar] {
        let span = span(range)
        return Array(scalars[span.start..<span.end])
    }

    /// The characters of a token range.
    public func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return text(span(range))
    }

    /// The characters of a span.
    public func text(_ span: Span) -> String {
        scalars.withUnsafeBufferPointer { all in
            String(scalars: UnsafeBufferPointer(rebasing: all[span.start..<min(span.end, all.count)]))
        }
    }

    /// The characters from the first token of a range to the end of its last.
    public func span(_ range: Range<Int>) -> Span {
        Span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }

    /// The digits that a word begins with before a hyphen: 2024 of "2024-й", 73 of "73-километровый".
    public func leadingNumber(_ token: Int) -> Int? {
        let it = tokens[token]
        guard it.kind == .word, it.shape.isSuperset(of: [.digits, .hyphen]) else { return nil }
        var at = Int(it.start)
        var number = 0
        while at < Int(it.end), at - Int(it.start) < 10, ("0"..."9").contains(scalars[at]) {
            number = number * 10 + Int(scalars[at].value - 0x30)
            at += 1
        }
        guard (1...9).contains(at - Int(it.start)), Tokenizer.isHyphen(scalars[at]) else { return nil }
        return number
    }

    /// The value of a number in digits alone, of which there are not so many that it would not fit.
    public func plainNumber(_ token: Int) -> Int? {
        let it = tokens[token]
        guard it.kind == .number, it.payload > 0, it.payload < 19 else { return nil }
        return scalars[Int(it.start)..<Int(it.end)].reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }

    /// Whether a token is a word with a capital.
    @inlinable @inline(__always)
    public func isCapitalized(_ token: Int) -> Bool {
        // Nothing but words has capitals.
        token >= 0 && token < row.count && row.tokens[token].shape.contains(.capitalized)
    }

    /// Whether a token is the given mark.
    @inlinable
    public func isMark(_ token: Int, _ scalar: Unicode.Scalar) -> Bool { row.isMark(token, scalar) }

    /// Whether a token is a dash, of any length, that stands apart from the words around it.
    @inlinable
    public func isDash(_ token: Int) -> Bool { row.isDash(token) }

    /// The tokens of the sentence that a token lies in.
    public func sentence(of token: Int) -> Range<Int> { sentences[Int(sentenceOf[token])] }

    // MARK: Marks

    /// Marks of all classes that begin at a token, the longest first. Valid as long as the document.
    @inlinable
    public func marks(at token: Int) -> UnsafeBufferPointer<Mark> { marks.at(token) }

    /// The longest mark of a class that begins at a token.
    @inlinable @inline(__always)
    public func mark(at token: Int, _ kind: MarkClass) -> Mark? {
        marks.mayHave(kind, at: token) ? knownMark(at: token, kind) : nil
    }

    @usableFromInline
    func knownMark(at token: Int, _ kind: MarkClass) -> Mark? {
        for mark in marks.at(token) where mark.kind == kind { return mark }
        return nil
    }

    /// Whether a mark of one of some classes may begin at a token; where it says no, none does.
    @inlinable @inline(__always)
    public func mayHave(_ classes: MarkClasses, at token: Int) -> Bool { marks.mayHave(classes, at: token) }

    /// Whether any mark begins at a token.
    @inlinable
    public func hasMarks(at token: Int) -> Bool { !marks.at(token).isEmpty }

    /// All marks of a class, in order. Valid as long as the document.
    @inlinable
    public func marks(_ kind: MarkClass) -> MarkList { marks.all(kind) }

    /// Marks of a class that lie within a token range, in order. Valid as long as the document.
    @inlinable @inline(__always)
    public func marks(_ kind: MarkClass, in range: Range<Int>) -> MarkList {
        mayHave(kind, in: range) ? marks.within(range, kind) : MarkList()
    }

    /// Whether a sentence, by its number, has a mark of a class.
    @inlinable @inline(__always)
    public func has(_ kind: MarkClass, inSentence sentence: Int) -> Bool { marks.has(kind, inSentence: sentence) }

    /// Whether a sentence, by its number, has a mark of any of some classes.
    @inlinable @inline(__always)
    public func has(_ kinds: MarkSet, inSentence sentence: Int) -> Bool { marks.has(kinds, inSentence: sentence) }

    /// Whether a mark of a class may lie within a token range; where it says no, none does.
    @inlinable @inline(__always)
    public func mayHave(_ kind: MarkClass, in range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        guard range.lowerBound >= 0, range.lowerBound < row.count else { return true }
        let sentence = Int(sentenceOf[range.lowerBound])
        return marks.has(kind, inSentence: sentence) || range.upperBound > sentences[sentence].upperBound
    }

    /// What the lexicon says of the entry that a mark is of.
    public func value(of mark: Mark) -> String { lexicon.entries[Int(mark.entry)].value }
}
