/// In which encoding bytes are, and how that was told.
struct DetectedCharset {
    let charset: Charset
    let basis: String

    /// Weighs what the bytes are against what they are declared to be.
    ///
    /// Russian in an encoding of one byte a letter is as good as never valid UTF-8, so valid UTF-8 is UTF-8 whatever its
    /// declaration says: pages saved or converted by tools keep a stale one.
    ///
    /// - Parameter bytes: all of the text, or, with `isCut`, its beginning.
    /// - Throws: `Encoding.Fault` when it is binary, or text in an encoding that is not read here or cannot be told.
    init(_ bytes: ArraySlice<UInt8>, declared: String?, isCut: Bool = false) throws(Encoding.Fault) {
        if bytes.starts(with: Encoding.mark) {
            self.init(.utf8, "byte order mark")
            return
        }
        if let fault = Encoding.fault(inHead: bytes) { throw fault }
        if bytes.contains(0) { throw .binary("binary data") }
        let charset = declared.flatMap(Charset.labelled)
        let letters = Letters(bytes, isCut: isCut)
        if letters.isUTF8 {
            if letters.isASCII, let declared, let charset, !charset.isUTF8 {
                self.init(charset, "declared \(declared)")
            } else {
                self.init(
                    .utf8,
                    charset.map { $0.isUTF8 ? "declared" : "by its bytes, declared \($0.name)" } ?? "by its bytes")
            }
            return
        }
        if let charset, !charset.isUTF8 {
            guard letters.score(as: charset) <= 0, let other = letters.likeliest, other.name != charset.name else {
                self.init(charset, "declared")
                return
            }
            self.init(other, "by its letters, declared \(charset.name)")
            return
        }
        let utf8 = letters.utf8
        if utf8.faults * 100 <= utf8.wide {
            self.init(.utf8, "\(utf8.faults) faulty bytes replaced")
        } else if let declared, charset == nil {
            throw .unread(declared)
        } else if let likeliest = letters.likeliest {
            self.init(likeliest, "by its letters" + (charset.map { ", declared \($0.name)" } ?? ""))
        } else {
            throw .invalid(byte: utf8.first)
        }
    }

    private init(_ charset: Charset, _ basis: String) {
        self.charset = charset
        self.basis = basis
    }
}

/// What the bytes above ASCII look like.
private struct Letters {
    let isUTF8: Bool
    let isASCII: Bool
    private let bytes: ArraySlice<UInt8>
    private let isCut: Bool

    init(_ bytes: ArraySlice<UInt8>, isCut: Bool) {
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        self.bytes = bytes
        self.isCut = isCut
        isUTF8 = isASCII || String(validating: isCut ? bytes.dropLast(bytes.cutCharacter) : bytes, as: UTF8.self) != nil
    }

    /// The bytes that are no part of a character of UTF-8, where the first is, and the characters of two bytes and more.
    var utf8: (faults: Int, first: Int, wide: Int) {
        var (faults, first, wide) = (0, 0, 0)
        var iterator = bytes.makeIterator()
        var decoder = Unicode.UTF8.ForwardParser()
        var position = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar):
                wide += scalar.count > 1 ? 1 : 0
                position += scalar.count
            case .error(let length):
                if isCut && position + 4 > bytes.count { return (faults, first, wide) }
                if faults == 0 { first = position }
                faults += 1
                position += length
            case .emptyInput: return (faults, first, wide)
            }
        }
    }

    /// The encoding in which the bytes read as Russian, if there is one and it is clear.
    var likeliest: Charset? {
        let scored = Charset.guessable.map { ($0, score(as: $0)) }.sorted { $0.1 > $1.1 }
        return scored[0].1 > 0 && scored[0].1 > 2 * scored[1].1 ? scored[0].0 : nil
    }

    /// How much the bytes read like Russian: small letters after letters speak for it, capitals after small letters and
    /// signs that are no letters against it. Not above 0 when they do not.
    func score(as charset: Charset) -> Int {
        let kinds = charset.letters.map(Kind.init)
        var score = 0
        var letters = 0
        var previous = Kind.other
        for byte in bytes.prefix(1 << 18) {
            let kind = byte < 0x80 ? .other : kinds[Int(byte & 0x7F)]
            switch (previous, kind) {
            case (_, .common):
                score += 2
                letters += 1
            case (_, .small):
                score += 1
                letters += 1
            case (.common, .capital), (.small, .capital):
                score -= 4
                letters += 1
            case (_, .capital): letters += 1
            case (_, .odd): score -= 3
            case (_, .other): break
            }
            previous = kind
        }
        return letters >= 6 && score >= letters ? score : min(score, 0)
    }

    private enum Kind {
        case common, small, capital, odd, other

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "о", "е", "а", "и", "н", "т", "с", "р", "в", "л", "к", "м", "д", "п", "у": self = .common
            case "а"..."я", "ё": self = .small
            case "А"..."Я", "Ё": self = .capital
            case "«", "»", "–", "—", "…", "№", "“", "”", "„", "’", "\u{A0}", "°", "©", "·", "•": self = .other
            default: self = .odd
            }
        }
    }
}

/// What markup declares about its own encoding, read before it can be decoded.
enum CharsetDeclaration {
    /// `encoding` of an XML declaration, `charset` of a `meta` tag; nil when there is neither.
    static func read(_ head: ArraySlice<UInt8>) -> String? {
        let head = head.prefix(1 << 14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
        if let declaration = head.prefix(256).part(between: "<?xml", and: "?>"),
            let label = label(after: "encoding", in: declaration)
        {
            return label
        }
        var rest = head
        while let tag = rest.part(between: "<meta", and: ">") {
            if let label = label(after: "charset", in: tag) { return label }
            rest = rest[tag.endIndex...]
        }
        return nil
    }

    private static func label(after name: StaticString, in tag: ArraySlice<UInt8>) -> String? {
        guard let found = tag.first(name) else { return nil }
        let value = tag[found.upperBound...].drop(while: \.isASCIISpace)
        guard value.first == UInt8(ascii: "=") else { return nil }
        let label = value.dropFirst().drop { $0.isASCIISpace || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            .prefix(while: \.isLabelByte)
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Where the first such bytes are.
    func first(_ needle: StaticString) -> Range<Int>? {
        let needle = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
        var rest = self
        while let next = rest.firstIndex(of: needle[0]) {
            rest = rest[next...]
            if rest.starts(with: needle) { return next..<next + needle.count }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// What stands between two marks, the first of each.
    fileprivate func part(between start: StaticString, and end: StaticString) -> ArraySlice<UInt8>? {
        guard let start = first(start), let end = self[start.upperBound...].first(end) else { return nil }
        return self[start.upperBound..<end.lowerBound]
    }
}

extension UInt8 {
    fileprivate var isLabelByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): true
        default: false
        }
    }
}
