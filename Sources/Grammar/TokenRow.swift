/// The tokens of a text and what is known of each, side by side where every step of every match can reach them.
///
/// Unchecked memory: whoever makes a row frees it, and lets nobody look into it afterwards.
@usableFromInline
struct TokenRow {
    @usableFromInline let count: Int
    @usableFromInline let tokens: UnsafeMutablePointer<Token>
    /// What the vocabulary has for a token: its word, or punctuation that the lexicon names.
    @usableFromInline let entries: UnsafeMutablePointer<Word?>

    init(_ all: [Token], vocabulary: Vocabulary) {
        count = all.count
        tokens = .allocate(capacity: count)
        entries = .allocate(capacity: count)
        for (place, token) in all.enumerated() {
            (tokens + place).initialize(to: token)
            let entry: Word? =
                switch token.kind {
                case .word: vocabulary.word(token.payload)
                case .mark: vocabulary.mark(UInt32(bitPattern: token.payload))
                case .number: nil
                }
            (entries + place).initialize(to: entry)
        }
    }

    func free() {
        tokens.deallocate()
        entries.deallocate()
    }

    /// The word of a token; nil for numbers and marks, and beyond the text.
    @inlinable @inline(__always)
    func word(_ token: Int) -> Word? {
        guard token >= 0, token < count, tokens[token].kind == .word else { return nil }
        return entries[token]
    }

    /// Whether a token is the given mark.
    @inlinable @inline(__always)
    func isMark(_ token: Int, _ scalar: Unicode.Scalar) -> Bool {
        token >= 0 && token < count && tokens[token].kind == .mark
            && tokens[token].payload == Int32(bitPattern: scalar.value)
    }

    /// Whether a token is a dash, of any length, that stands apart from the words around it.
    @inlinable
    func isDash(_ token: Int) -> Bool {
        guard token >= 0, token < count, tokens[token].kind == .mark else { return false }
        switch tokens[token].payload {
        case 0x2D, 0x2013, 0x2014, 0x2212: return true
        default: return false
        }
    }
}

/// The marks of a text by the token they begin at, in memory as unchecked as that of `TokenRow`.
@usableFromInline
struct MarkRow {
    @usableFromInline let marks: UnsafeMutablePointer<Mark>
    /// For each token, and the end, the place of its first mark.
    @usableFromInline let first: UnsafeMutablePointer<Int32>
    @usableFromInline let count: Int
    /// For each token a bit for each class of its marks; two classes may share one.
    @usableFromInline let classes: UnsafeMutablePointer<UInt64>
    /// For each token the bits from it to the end of its sentence, with those of ``MarkRow/numberBit``.
    let ahead: UnsafeMutablePointer<UInt64>
    /// For each sentence, and behind them for the whole text, a bit for each class of its marks, as ``MarkSet`` has them: most
    /// recognizers ask most sentences for what they have not, and are answered by this alone.
    @usableFromInline let present: UnsafeMutablePointer<UInt64>

    init(
        _ all: [Mark], first places: [Int32], tokens: TokenRow, sentences: [Range<Int>], sentenceOf: [Int32]
    ) {
        marks = .allocate(capacity: all.count)
        marks.initialize(from: all, count: all.count)
        first = .allocate(capacity: places.count)
        first.initialize(from: places, count: places.count)
        count = places.count - 1
        classes = .allocate(capacity: count)
        classes.initialize(repeating: 0, count: count)
        let presentCount = MarkSet.wordCount * (sentences.count + 1)
        present = .allocate(capacity: presentCount)
        present.initialize(repeating: 0, count: presentCount)
        let whole = present + MarkSet.wordCount * sentences.count
        for mark in all {
            classes[mark.first] |= Self.bit(of: mark.kind)
            let kind = Int(mark.kind.index)
            present[Int(sentenceOf[mark.first]) * MarkSet.wordCount + kind >> 6] |= 1 << UInt64(kind & 63)
            whole[kind >> 6] |= 1 << UInt64(kind & 63)
        }
        ahead = .allocate(capacity: count)
        for sentence in sentences {
            var bits: UInt64 = 0
            for token in sentence.reversed() {
                bits |= classes[token]
                bits |= Self.numberBits(tokens.tokens[token])
                (ahead + token).initialize(to: bits)
            }
        }
    }

    /// The bits of a range of tokens, with those of ``MarkRow/numberBit``; of what lies beyond the text none.
    func bits(of range: Range<Int>, in tokens: TokenRow) -> UInt64 {
        var bits: UInt64 = 0
        for token in range.clamped(to: 0..<count) {
            bits |= classes[token]
            bits |= Self.numberBits(tokens.tokens[token])
        }
        return bits
    }

    /// Of a number, and of a word with a digit.
    static let numberBit: UInt64 = 1 << 63
    static let numberWordBit: UInt64 = 1 << 62
    static let digitBits = numberBit | numberWordBit

    @inline(__always)
    private static func numberBits(_ token: Token) -> UInt64 {
        guard token.shape.contains(.digits) else { return 0 }
        return token.kind == .number ? numberBit : numberWordBit
    }

    @inlinable @inline(__always)
    static func bit(of kind: MarkClass) -> UInt64 { 1 << UInt64(kind.bit) }

    @inlinable @inline(__always)
    func mayHave(_ kind: MarkClass, at token: Int) -> Bool {
        token >= 0 && token < count && classes[token] & Self.bit(of: kind) != 0
    }

    @inlinable @inline(__always)
    func mayHave(_ kinds: MarkClasses, at token: Int) -> Bool {
        token >= 0 && token < count && classes[token] & kinds.bits != 0
    }

    /// Whether a sentence has a mark of a class.
    @inlinable @inline(__always)
    func has(_ kind: MarkClass, inSentence sentence: Int) -> Bool {
        let word = Int(kind.index) >> 6
        return word < MarkSet.wordCount
            && present[sentence * MarkSet.wordCount + word] & 1 << UInt64(Int(kind.index) & 63) != 0
    }

    /// Whether a sentence has a mark of any of some classes.
    @inlinable @inline(__always)
    func has(_ kinds: MarkSet, inSentence sentence: Int) -> Bool {
        let its = UnsafeRawPointer(present + sentence * MarkSet.wordCount).loadUnaligned(as: SIMD16<UInt64>.self)
        return its & kinds.words != .zero
    }

    /// Appends the marks of a class that lie within a token range, in order.
    func append(_ kind: MarkClass, in range: Range<Int>, to found: inout [Mark]) {
        let bit = Self.bit(of: kind)
        let within = range.clamped(to: 0..<count)
        var token = within.lowerBound
        while token < within.upperBound {
            // Few tokens have such a mark, so that four are asked at once.
            if token + 4 <= within.upperBound,
                (classes[token] | classes[token + 1] | classes[token + 2] | classes[token + 3]) & bit == 0
            {
                token += 4
                continue
            }
            if classes[token] & bit != 0 {
                for mark in at(token) where mark.kind == kind && mark.end <= range.upperBound { found.append(mark) }
            }
            token += 1
        }
    }

    func free() {
        marks.deallocate()
        present.deallocate()
        first.deallocate()
        classes.deallocate()
        ahead.deallocate()
    }

    /// The marks that begin at a token; none beyond the text.
    @inlinable @inline(__always)
    func at(_ token: Int) -> UnsafeBufferPointer<Mark> {
        guard token >= 0, token < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: marks + Int(first[token]), count: Int(first[token + 1] - first[token]))
    }
}

/// Some classes of marks, asked for at once.
public struct MarkClasses: Sendable {
    @usableFromInline let bits: UInt64

    public init(_ classes: [MarkClass]) { bits = classes.reduce(0) { $0 | MarkRow.bit(of: $1) } }
}
