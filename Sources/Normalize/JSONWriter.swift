import Model

/// Writes one JSON value in a fixed order of fields, which `Encodable` does not promise and which absent fields would leave.
public struct JSONWriter {
    private let bytes = ByteBuffer(capacity: 1 << 12)
    private var needsComma = false

    public init() {}

    public var text: String { String(uncheckedUTF8: bytes.written) }

    /// Writes braces around what `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        separate()
        add("{")
        needsComma = false
        body(&self)
        add("}")
        needsComma = true
    }

    /// Writes the name of the next value, behind a comma where it is not the first.
    public mutating func key(_ name: StaticString) {
        bytes.add(key: name, behindComma: needsComma)
        needsComma = false
    }

    public mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { raw("null") }
    }

    /// - Parameter value: digits as JSON writes a number.
    public mutating func field(_ name: StaticString, number value: String?) {
        key(name)
        raw(value ?? "null")
    }

    public mutating func field(_ name: StaticString, number value: Int) {
        key(name)
        number(value)
    }

    public mutating func array<Element>(
        _ name: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
    ) {
        key(name)
        add("[")
        needsComma = false
        for element in elements { write(&self, element) }
        add("]")
        needsComma = true
    }

    public mutating func numbers(_ values: [Int]) {
        raw("[" + values.map { "\($0)" }.joined(separator: ", ") + "]")
    }

    /// Writes a text in quotes, with what JSON wants escaped.
    public mutating func string(_ value: String) {
        let bytes = bytes
        let isWritten = value.withBytes { text in
            guard !Self.mayNeedEscape(text) else { return false }
            bytes.add(plain: text, behindComma: needsComma)
            return true
        }
        if !isWritten {
            separate()
            bytes.add(UInt8(ascii: "\""))
            addEscaped(value)
            bytes.add(UInt8(ascii: "\""))
        }
        needsComma = true
    }

    private mutating func addEscaped(_ value: String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": add("\\\"")
            case "\\": add("\\\\")
            case "\n": add("\\n")
            case "\r": add("\\r")
            case "\t": add("\\t")
            case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                add("\\u")
                for byte in (String(repeating: "0", count: 4 - digits.count) + digits).utf8 { bytes.add(byte) }
            default: for byte in UTF8.encode(scalar)! { bytes.add(byte) }
            }
        }
    }

    /// Whether there are quotes, backslashes, controls, or what the line separators begin with: eight bytes at a time, the last of
    /// them twice where they are no multiple of eight (Hacker's Delight, § 6-1, on finding a byte in a word).
    private static func mayNeedEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 8, let start = text.baseAddress else {
            return text.contains {
                $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0xE2
            }
        }
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
        var at = 0
        while true {
            let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
            let controls = (word &- ones &* 0x20) & ~word & highs
            let signs = hasZero(word ^ ones &* 0x22) | hasZero(word ^ ones &* 0x5C) | hasZero(word ^ ones &* 0xE2)
            if controls | signs != 0 { return true }
            if at == text.count - 8 { return false }
            at = min(at + 8, text.count - 8)
        }
    }

    private mutating func number(_ value: Int) {
        separate()
        if value < 0 { add("-") }
        bytes.add(digits: value.magnitude)
        needsComma = true
    }

    private mutating func raw(_ value: String) {
        separate()
        value.withBytes { bytes.add($0) }
        needsComma = true
    }

    private mutating func separate() {
        if needsComma {
            bytes.add(UInt8(ascii: ","))
            bytes.add(UInt8(ascii: " "))
        }
        needsComma = false
    }

    private mutating func add(_ text: StaticString) {
        bytes.add(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

/// Bytes that grow at their end: a line of JSON is thousands of pieces of a few bytes, for each of which an array does much more
/// than to copy them.
///
/// Unchecked memory, which this class alone reaches and frees; what it writes it has made room for.
private final class ByteBuffer {
    private var start: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int

    init(capacity: Int) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { start.deallocate() }

    /// Valid until more is added.
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    @inline(__always)
    func reserve(_ added: Int) {
        if capacity - count < added { grow(added) }
    }

    private func grow(_ added: Int) {
        capacity = max(2 * capacity, count + added)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }

    @inline(__always)
    func add(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    @inline(__always)
    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).update(from: first, count: bytes.count)
        count += bytes.count
    }

    /// A string that needs no escape, and its quotation marks.
    func add(plain text: UnsafeBufferPointer<UInt8>, behindComma: Bool) {
        reserve(text.count + 4)
        if behindComma {
            start[count] = UInt8(ascii: ",")
            start[count + 1] = UInt8(ascii: " ")
            count += 2
        }
        start[count] = UInt8(ascii: "\"")
        if let first = text.baseAddress { (start + (count + 1)).update(from: first, count: text.count) }
        start[count + text.count + 1] = UInt8(ascii: "\"")
        count += text.count + 2
    }

    /// A key, its quotation marks and its colon, byte by byte: it has a few.
    func add(key: StaticString, behindComma: Bool) {
        let length = key.utf8CodeUnitCount
        reserve(length + 6)
        if behindComma {
            start[count] = UInt8(ascii: ",")
            start[count + 1] = UInt8(ascii: " ")
            count += 2
        }
        let (from, to) = (key.utf8Start, start + count)
        to[0] = UInt8(ascii: "\"")
        for place in 0..<length { to[place + 1] = from[place] }
        to[length + 1] = UInt8(ascii: "\"")
        to[length + 2] = UInt8(ascii: ":")
        to[length + 3] = UInt8(ascii: " ")
        count += length + 4
    }

    func add(digits value: UInt) {
        var length = 1
        var power: UInt = 10
        // Of the powers of ten the last that there is has twenty digits.
        while length < 20, value >= power {
            length += 1
            power = length < 20 ? power * 10 : power
        }
        reserve(length)
        var rest = value
        for place in stride(from: count + length - 1, through: count, by: -1) {
            start[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count += length
    }
}
