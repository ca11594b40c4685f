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
