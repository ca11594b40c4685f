import Foundation

/// A value that travels beside a statement, in PostgreSQL's text format.
public struct Parameter: Sendable {
    /// Nil is NULL; the empty string is the empty string.
    let text: String?

    public static let null = Parameter(nil as String?)

    public init(_ text: String?) { self.text = text }
    public init(_ number: Int?) { text = number.map { String($0) } }
    public init(_ truth: Bool?) { text = truth.map { $0 ? "t" : "f" } }
    public init(_ uuid: UUID?) { text = uuid.map { $0.text } }
    public init(_ elements: [String]) { text = ArrayLiteral.text(elements) }
    public init(_ elements: [String?]) { text = ArrayLiteral.text(elements) }
    public init(_ elements: [Int]) { text = ArrayLiteral.text(elements.map { String($0) }) }
    public init(_ elements: some Sequence<UUID>) {
        text = ArrayLiteral.text(elements.map { $0.text })
    }
    public init(bytes: [UInt8]?) { text = bytes.map(Hex.bytea) }
    public init(bytes elements: [[UInt8]]) { text = ArrayLiteral.text(elements.map { Hex.bytea($0) }) }
}

extension Parameter: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral text: String) { self.init(text) }
    public init(integerLiteral number: Int) { self.init(number) }
    public init(booleanLiteral truth: Bool) { self.init(truth) }
}

/// PostgreSQL's text form of an array. Source: manual, section 8.15.6 "Array Input and Output Syntax".
public enum ArrayLiteral {
    /// Every element is quoted, so that `NULL`, the empty string, commas and braces stay what they are.
    public static func text(_ elements: [String?]) -> String {
        var text = "{"
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            guard let element else {
                text += "NULL"
                continue
            }
            text += "\""
            if element.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
                for scalar in element.unicodeScalars {
                    if scalar == "\"" || scalar == "\\" { text += "\\" }
                    text.unicodeScalars.append(scalar)
                }
            } else {
                text += element
            }
            text += "\""
        }
        return text + "}"
    }
}

/// The hex format of `bytea`. Source: manual, section 8.4.1.
enum Hex {
    static let digits = Array("0123456789abcdef".utf8)

    static func bytea(_ bytes: [UInt8]) -> String { "\\x" + string(bytes) }

    static func string(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless `text` is `\x` and pairs of hex digits.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var rest = Array(text.utf8)[...]
        guard rest.starts(with: "\\x".utf8), rest.count % 2 == 0 else { return nil }
        rest = rest.dropFirst(2)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rest.count / 2)
        while let high = rest.popFirst(), let low = rest.popFirst() {
            guard let high = value(high), let low = value(low) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
