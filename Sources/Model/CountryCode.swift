/// An ISO 3166-1 alpha-2 code, such as `KZ`.
public struct CountryCode: Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String

    /// Nil unless `text` is two capital Latin letters.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2, bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        rawValue = String(text)
    }

    public var description: String { rawValue }
}

extension CountryCode: Comparable {
    public static func < (a: CountryCode, b: CountryCode) -> Bool { a.rawValue < b.rawValue }
}
