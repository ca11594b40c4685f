/// Writes one JSON value in a fixed order of fields, which `Encodable` does not promise and which absent fields would leave.
public struct JSONWriter {
    private var bytes: [UInt8] = []
    private var needsComma = false

    public init() { bytes.reserveCapacity(1 << 12) }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        separate()
        add("{")
        needsComma = false
        body(&self)
        add("}")
        needsComma = true
    }

    public mutating func key(_ name: StaticString) {
        separate()
        add("\"")
        add(name)
        add("\": ")
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

    public mutating func string(_ value: String) {
        separate()
        add("\"")
        var value = value
        let isWritten = value.withUTF8 { text in
            guard !text.contains(where: Self.mayNeedEscape) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if !isWritten { addEscaped(value) }
        add("\"")
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
                bytes.append(contentsOf: (String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: bytes.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
    }

    /// Quotes, backslashes, controls, and what the line separators begin with.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    private mutating func number(_ value: Int) {
        separate()
        if value < 0 { add("-") }
        let first = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[first...].reverse()
        needsComma = true
    }

    private mutating func raw(_ value: String) {
        separate()
        bytes.append(contentsOf: value.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { add(", ") }
        needsComma = false
    }

    private mutating func add(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
