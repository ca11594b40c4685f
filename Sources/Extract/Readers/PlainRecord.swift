import Foundation

/// A record as most sources write it: one object whose values are strings and nulls.
///
/// It is read in one pass over its bytes. What is anything else, faulty ones included, is left to the library's decoder, which
/// knows all of JSON (RFC 8259) and what to complain of.
extension Fields {
    /// Nil where the line is no such record, or no UTF-8.
    init?(plain line: [UInt8]) {
        self.init()
        let isRead = line.withUnsafeBufferPointer { bytes in
            var scanner = PlainScanner(bytes: bytes)
            return scanner.read(into: &self)
        }
        if !isRead { return nil }
    }

    fileprivate mutating func set(_ key: Key, _ value: String) {
        switch key {
        case .id: id = value
        case .text: text = value
        case .source: source = value
        case .url: url = value
        case .title: title = value
        case .lang: lang = value
        case .publishedOn: publishedOn = value
        case .withdrawn: break
        }
    }
}

private struct PlainScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private var seen: Set<String> = []

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read(into fields: inout Fields) -> Bool {
        guard take("{") else { return false }
        repeat {
            // Two fields of one name are for the decoder to choose from.
            guard let name = string(), seen.insert(name).inserted, take(":") else { return false }
            let key = Fields.Key(rawValue: name)
            if key == .withdrawn { return false }
            if takeNull() { continue }
            guard let value = string() else { return false }
            if let key { fields.set(key, value) }
        } while take(",")
        guard take("}") else { return false }
        skipSpace()
        return at == bytes.count
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D || bytes[at] == 0x0A {
            at += 1
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(sign.value) else { return false }
        at += 1
        return true
    }

    private mutating func takeNull() -> Bool {
        skipSpace()
        guard at + 4 <= bytes.count, bytes[at..<at + 4].elementsEqual("null".utf8) else { return false }
        at += 4
        return true
    }

    /// A string's value; nil for what is none.
    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let first = at
        var escapes = 0
        while true {
            skipPlain()
            guard at < bytes.count, bytes[at] != UInt8(ascii: "\"") else { break }
            guard bytes[at] >= 0x20 else { return nil }
            if bytes[at] == UInt8(ascii: "\\") {
                escapes += 1
                at += 1
            }
            at += 1
        }
        guard at < bytes.count else { return nil }
        let raw = UnsafeBufferPointer(rebasing: bytes[first..<at])
        at += 1
        return escapes == 0 ? String(checkingUTF8: raw) : Self.unescaped(raw)
    }

    /// Goes over what ends no string and is no escape, eight bytes at a time.
    private mutating func skipPlain() {
        guard let start = bytes.baseAddress else { return }
        var here = at
        while here + 8 <= bytes.count, !Self.hasSign(UnsafeRawPointer(start + here).loadUnaligned(as: UInt64.self)) {
            here &+= 8
        }
        while here < bytes.count {
            let byte = bytes[here]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            here &+= 1
        }
        at = here
    }

    /// Whether one of eight bytes is a quotation mark, a backslash or a control; of others with the highest bit it is never said
    /// (Hacker's Delight, § 6-1, on finding a byte in a word).
    private static func hasSign(_ word: UInt64) -> Bool {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
        let controls = (word &- ones &* 0x20) & ~word & highs
        return controls | hasZero(word ^ ones &* 0x22) | hasZero(word ^ ones &* 0x5C) != 0
    }

    private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
        // An escape is never shorter than what it stands for.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: raw.count) { buffer in
            var (at, count) = (0, 0)
            while at < raw.count, let start = raw.baseAddress, let target = buffer.baseAddress {
                let found = memchr(start + at, Int32(UInt8(ascii: "\\")), raw.count - at)
                let plain =
                    found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - start - at } ?? raw.count - at
                (target + count).update(from: start + at, count: plain)
                count += plain
                at += plain
                guard at < raw.count else { break }
                guard let (scalar, next) = escape(in: raw, at: at + 1), let bytes = UTF8.encode(scalar) else {
                    return nil
                }
                count = buffer[count...].update(fromContentsOf: bytes)
                at = next
            }
            return String(checkingUTF8: UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// What stands behind a backslash, and where it ends.
    private static func escape(in raw: UnsafeBufferPointer<UInt8>, at: Int) -> (Unicode.Scalar, Int)? {
        guard at < raw.count else { return nil }
        switch raw[at] {
        case UInt8(ascii: "\""): return ("\"", at + 1)
        case UInt8(ascii: "\\"): return ("\\", at + 1)
        case UInt8(ascii: "/"): return ("/", at + 1)
        case UInt8(ascii: "n"): return ("\n", at + 1)
        case UInt8(ascii: "r"): return ("\r", at + 1)
        case UInt8(ascii: "t"): return ("\t", at + 1)
        case UInt8(ascii: "b"): return ("\u{8}", at + 1)
        case UInt8(ascii: "f"): return ("\u{C}", at + 1)
        case UInt8(ascii: "u"):
            guard let first = unit(in: raw, at: at + 1) else { return nil }
            if let scalar = Unicode.Scalar(first) { return (scalar, at + 5) }
            guard first < 0xDC00, at + 6 < raw.count, raw[at + 5] == UInt8(ascii: "\\"),
                raw[at + 6] == UInt8(ascii: "u"), let second = unit(in: raw, at: at + 7),
                (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            else { return nil }
            return (scalar, at + 11)
        default: return nil
        }
    }

    private static func unit(in raw: UnsafeBufferPointer<UInt8>, at: Int) -> UInt32? {
        guard at + 4 <= raw.count else { return nil }
        var value: UInt32 = 0
        for byte in raw[at..<at + 4] {
            switch byte {
            case 0x30...0x39: value = value << 4 + UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 + UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 + UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}
