/// Cuts a text into tokens in one pass, without looking anything up.
public enum Tokenizer {
    /// The tokens of `text` in order; words have no index yet.
    public static func tokens(of text: [Unicode.Scalar]) -> [Token] {
        withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: text.count + 1) { small in
            text.withUnsafeBufferPointer { tokens(of: $0, small: small.baseAddress!) }
        }
    }

    /// The same; the payload of a word is the ``WordHash`` of its small letters, by which the vocabulary finds it.
    ///
    /// - Parameter small: takes the scalars of words in small letters, each at its place in the text. As long as the text.
    static func tokens(
        of text: UnsafeBufferPointer<Unicode.Scalar>, small: UnsafeMutablePointer<Unicode.Scalar>
    ) -> [Token] {
        let scanner = Scanner(text: text, small: small, table: Letters.table)
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 5 + 8)
        var at = 0
        var shape: Token.Shape = .lineStart
        while at < text.count {
            let entry = scanner.entry(at)
            if entry & Letters.space != 0 {
                shape.insert(.spaceBefore)
                at += 1
            } else if entry & Letters.newline != 0 {
                shape.formUnion([.spaceBefore, .lineStart])
                at += 1
            } else {
                let token =
                    entry & (Letters.letter | Letters.digit) == 0
                    ? Token(
                        kind: .mark, start: Int32(truncatingIfNeeded: at), end: Int32(truncatingIfNeeded: at &+ 1),
                        payload: Int32(bitPattern: text[at].value), shape: shape)
                    : scanner.plainWord(from: at, entry, shape) ?? scanner.run(from: at, shape)
                tokens.append(token)
                at = Int(token.end)
                shape = []
            }
        }
        return tokens
    }

    /// Where a text is looked at, and where its small letters go.
    private struct Scanner {
        let text: UnsafeBufferPointer<Unicode.Scalar>
        let small: UnsafeMutablePointer<Unicode.Scalar>
        let table: UnsafePointer<UInt32>

        /// What there is to know of a scalar, as ``Letters`` has it.
        @inline(__always)
        func entry(_ at: Int) -> UInt32 {
            let scalar = text[at]
            return scalar.value < Letters.count ? table[Int(scalar.value)] : Letters.entry(of: scalar)
        }

        @inline(__always)
        func isLetter(_ at: Int) -> Bool { entry(at) & Letters.letter != 0 }

        @inline(__always)
        func isDigit(_ at: Int) -> Bool { entry(at) & Letters.digit != 0 }

        /// The word that begins at `from` where it is nothing but letters and a space, a comma or a dot ends it, as nearly all are;
        /// nil for any other.
        @inline(__always)
        func plainWord(from: Int, _ entry: UInt32, _ before: Token.Shape) -> Token? {
            guard entry & Letters.letter != 0 else { return nil }
            let word = plain(from: from, WordHash())
            guard word.end < text.count, case let next = text[word.end].value,
                next == 0x20 || next == 0x2C || next == 0x2E, word.end > from
            else { return nil }
            var shape = before
            if entry & Letters.capital != 0 { shape.insert(.capitalized) }
            if word.some & Letters.latin != 0 { shape.insert(.latin) }
            if word.end &- from >= 2 && word.all & Letters.capital != 0 { shape.insert(.upper) }
            return Token(
                kind: .word, start: Int32(truncatingIfNeeded: from), end: Int32(truncatingIfNeeded: word.end),
                payload: Int32(bitPattern: word.hash.value), shape: shape)
        }

        /// The word or number that begins at `from`.
        func run(from: Int, _ before: Token.Shape) -> Token {
            var at = from
            var shape = before
            var hash = WordHash()
            if isDigit(from) {
                let (end, separators) = numberEnd(from: from)
                at = end
                shape.insert(.digits)
                // "30-летие", "2024-й": digits, a hyphen and letters are one word; "2023-2024" is not.
                guard at + 1 < text.count, isHyphen(text[at]), isLetter(at + 1) else {
                    return Token(
                        kind: .number, start: Int32(from), end: Int32(at),
                        payload: separators == 0 ? Int32(at - from) : 0, shape: shape)
                }
                for place in from..<at {
                    small[place] = text[place]
                    hash.add(text[place].value)
                }
            } else if entry(from) & Letters.capital != 0 {
                shape.insert(.capitalized)
            }
            // Letters so far, what the scalars are in part, and what all its letters are.
            var (letters, some, all) = (0, UInt32(0), ~UInt32(0))
            while true {
                // Nearly all that a word consists of are letters of the table.
                let plain = plain(from: at, hash)
                letters &+= plain.end &- at
                (at, hash) = (plain.end, plain.hash)
                some |= plain.some
                all &= plain.all
                guard at < text.count else { break }
                let entry = entry(at)
                // And nearly always white space ends it.
                if entry & Letters.space != 0 { break }
                if entry & Letters.letter != 0 {
                    letters &+= 1
                    all &= entry
                } else if entry & Letters.digit == 0 {
                    let scalar = text[at]
                    if isHyphen(scalar) || isApostrophe(scalar), at > from, at + 1 < text.count,
                        isLetter(at + 1) || isDigit(at + 1) && isHyphen(scalar)
                    {
                        if isHyphen(scalar) { shape.insert(.hyphen) }
                    } else if scalar.value == 0x301 || isSoftHyphen(at) {
                        // A stress mark belongs to its letter, and a soft hyphen parts nothing.
                    } else {
                        break
                    }
                }
                some |= entry
                let letter = entry & Letters.scalar
                small[at] = unsafeBitCast(letter, to: Unicode.Scalar.self)
                hash.add(letter)
                at &+= 1
            }
            if some & Letters.digit != 0 { shape.insert(.digits) }
            if some & Letters.latin != 0 { shape.insert(.latin) }
            if letters >= 2 && all & Letters.capital != 0 { shape.insert(.upper) }
            return Token(
                kind: .word, start: Int32(from), end: Int32(at), payload: Int32(bitPattern: hash.value), shape: shape)
        }

        /// Goes over letters of the table.
        ///
        /// A function by itself, and never part of the other, so that all that its loop needs stays in registers.
        @inline(never)
        private func plain(
            from first: Int, _ before: WordHash
        ) -> (end: Int, hash: WordHash, some: UInt32, all: UInt32) {
            guard let text = text.baseAddress else { return (first, before, 0, ~0) }
            let (count, table, small) = (self.text.count, table, small)
            var (at, hash, some, all) = (first, before, UInt32(0), ~UInt32(0))
            while at < count, text[at].value < Letters.count {
                let entry = table[Int(text[at].value)]
                guard entry & Letters.letter != 0 else { break }
                all &= entry
                some |= entry
                let letter = entry & Letters.scalar
                small[at] = unsafeBitCast(letter, to: Unicode.Scalar.self)
                hash.add(letter)
                at &+= 1
            }
            return (at, hash, some, all)
        }

        private func isSoftHyphen(_ at: Int) -> Bool {
            text[at].value == 0xAD && at + 1 < text.count && isLetter(at + 1)
        }

        /// Behind digits and single separators that stand between digits, and how many of the latter.
        private func numberEnd(from: Int) -> (end: Int, separators: Int) {
            var at = from
            var separators = 0
            while at < text.count {
                if isDigit(at) {
                    at += 1
                } else if at + 1 < text.count, isSeparator(text[at]), isDigit(at + 1) {
                    at += 2
                    separators += 1
                } else {
                    break
                }
            }
            return (at, separators)
        }
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

    /// Whether a sign joins the letters around it to one word.
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
