/// An ISO 3166-1 alpha-2 code, such as `KZ`.
///
/// A number, since a place, a person or an office that has one is copied and compared at every turn.
@frozen
public struct CountryCode: Hashable, Sendable, CustomStringConvertible {
    /// The first letter above the second, so that numbers are in the order of the alphabet.
    @usableFromInline let letters: UInt16

    /// Nil unless `text` is two capital Latin letters.
    public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

    /// Nil unless `text` is two capital Latin letters.
    public init?(_ text: String) { self.init(utf8: text.utf8) }

    private init?(utf8: some Collection<UInt8>) {
        var letters: UInt16 = 0
        var count = 0
        for byte in utf8 {
            guard count < 2, (0x41...0x5A).contains(byte) else { return nil }
            letters = letters << 8 | UInt16(byte)
            count += 1
        }
        guard count == 2 else { return nil }
        self.letters = letters
    }

    public var rawValue: String {
        String(unsafeUninitializedCapacity: 2) { bytes in
            bytes[0] = UInt8(truncatingIfNeeded: letters >> 8)
            bytes[1] = UInt8(truncatingIfNeeded: letters)
            return 2
        }
    }

    public var description: String { rawValue }

    @inlinable
    public static func == (a: CountryCode, b: CountryCode) -> Bool { a.letters == b.letters }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(letters) }
}

extension CountryCode: Comparable {
    @inlinable
    public static func < (a: CountryCode, b: CountryCode) -> Bool { a.letters < b.letters }
}
