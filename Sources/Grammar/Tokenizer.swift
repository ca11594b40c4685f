/// Cuts a text into tokens in one pass, without looking anything up.
public enum Tokenizer {
    /// The tokens of `text` in order; words have no index yet.
    public static func tokens(of text: [Unicode.Scalar]) -> [Token] {
        text.withUnsafeBufferPointer { tokens(of: $0) }
    }

    private static func tokens(of text: UnsafeBufferPointer<Unicode.Scalar>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 5 + 8)
        var at = 0
        var shape: Token.Shape = .lineStart
        while at < text.count {
            let scalar = text[at]
            switch Self.kind(scalar) {
            case .space:
                shape.insert(.spaceBefore)
                at += 1
            case .newline:
                shape.formUnion([.spaceBefore, .lineStart])
                at += 1
            case .letter, .digit:
                let (end, kind, seen) = run(in: text, from: at)
                shape.formUnion(seen)
                tokens.append(Token(kind: kind, start: Int32(at), end: Int32(end), payload: 0, shape: shape))
                at = end
                shape = []
            case .other:
                tokens.append(
                    Token(
                        kind: .mark, start: Int32(at), end: Int32(at + 1), payload: Int32(bitPattern: scalar.value),
                        shape: shape))
                at += 1
                shape = []
            }
        }
        return tokens
    }

    /// The end of the word or number that begins at `from`.
    private static func run(in text: UnsafeBufferPointer<Unicode.Scalar>, from: Int) -> (Int, Token.Kind, Token.Shape) {
        var at = from
        if Self.kind(text[at]) == .digit {
            at = numberEnd(in: text, from: at)
            // "30-летие", "2024-й": digits, a hyphen and letters are one word; "2023-2024" is not.
            guard at + 1 < text.count, isHyphen(text[at]), Self.kind(text[at + 1]) == .letter else {
                return (at, .number, .digits)
            }
        }
        var shape: Token.Shape = at > from ? .digits : []
        if isUppercase(text[from]) { shape.insert(.capitalized) }
        var letters = 0
        var capitals = 0
        // Of the letters looked up, what they are together.
        var seen: UInt32 = 0
        let table = Letters.table
        while at < text.count {
            let value = text[at].value
            if value < Letters.count {
                let entry = table[Int(value)]
                if entry & Letters.letter != 0 {
                    letters &+= 1
                    capitals &+= Int(entry & Letters.capital != 0 ? 1 : 0)
                    seen |= entry
                    at &+= 1
                    continue
                }
            }
            let kind = Self.kind(text[at])
            if kind == .letter {
                letters += 1
                if isUppercase(text[at]) { capitals += 1 }
                if text[at].value < 0x250 { shape.insert(.latin) }
            } else if kind == .digit {
                shape.insert(.digits)
            } else if isHyphen(text[at]) || isApostrophe(text[at]), at > from, at + 1 < text.count,
                Self.kind(text[at + 1]) == .letter || (Self.kind(text[at + 1]) == .digit && isHyphen(text[at]))
            {
                if isHyphen(text[at]) { shape.insert(.hyphen) }
            } else if text[at].value == 0x301 || isSoftHyphen(text, at) {
                // A stress mark belongs to its letter, and a soft hyphen parts nothing.
            } else {
                break
            }
            at += 1
        }
        if seen & Letters.latin != 0 { shape.insert(.latin) }
        if letters >= 2 && capitals == letters { shape.insert(.upper) }
        return (at, .word, shape)
    }

    /// As ``Kind``'s initializer, looked up where it can be.
    @inline(__always)
    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        guard scalar.value < Letters.count else { return Kind(scalar) }
        let entry = Letters.table[Int(scalar.value)]
        if entry & Letters.space != 0 { return .space }
        if entry & Letters.letter != 0 { return .letter }
        if entry & Letters.digit != 0 { return .digit }
        return entry & Letters.newline != 0 ? .newline : .other
    }

    private static func isSoftHyphen(_ text: UnsafeBufferPointer<Unicode.Scalar>, _ at: Int) -> Bool {
        text[at].value == 0xAD && at + 1 < text.count && Self.kind(text[at + 1]) == .letter
    }

    /// Digits, and single separators that stand between digits.
    private static func numberEnd(in text: UnsafeBufferPointer<Unicode.Scalar>, from: Int) -> Int {
        var at = from
        while at < text.count {
            if Self.kind(text[at]) == .digit {
                at += 1
            } else if at + 1 < text.count, isSeparator(text[at]), Self.kind(text[at + 1]) == .digit {
                at += 2
            } else {
                break
            }
        }
        return at
    }

    /// By range for Cyrillic and ASCII, from the Unicode tables for the rest.
    public static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x410...0x42F, 0x400...0x40F, 0x41...0x5A: true
        case 0..<0x80, 0x430...0x45F: false
        default: scalar.properties.isUppercase
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { Kind(scalar) == .letter }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == "." || scalar == ":"
    }

    public static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

    /// The class of a scalar, from ranges for the scripts of the genre and from the Unicode tables for the rest.
    enum Kind {
        case letter, digit, space, newline, other

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x61...0x7A, 0x41...0x5A, 0x400...0x481, 0x48A...0x52F: self = .letter
            case 0x30...0x39: self = .digit
            case 0x20, 0x09, 0xA0, 0x202F, 0x2009, 0x200B, 0xFEFF: self = .space
            case 0x0A, 0x0D, 0x2028, 0x2029, 0x0B, 0x0C, 0x85: self = .newline
            // Punctuation and currencies.
            case 0..<0x80, 0xA1...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0x2010...0x2027, 0x20A0...0x20C0, 0x2116:
                self = .other
            default:
                if scalar.properties.isAlphabetic {
                    self = .letter
                } else if scalar.properties.isWhitespace {
                    self = .space
                } else {
                    self = .other
                }
            }
        }
    }
}
