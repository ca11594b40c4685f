/// A set of OpenCorpora grammemes: part of speech, case, number and whatever else a tag may say of a word form.
///
/// Two machine words, so that asking whether a parse is a noun in the genitive costs two instructions.
@frozen
public struct Grammemes: Hashable, Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    @inlinable init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The empty set.
    @inlinable public init() { self.init(low: 0, high: 0) }

    /// The set of the one grammeme at this place of ``codes``.
    @inlinable init(bit: Int) {
        self.init(low: bit < 64 ? 1 << UInt64(bit) : 0, high: bit < 64 ? 0 : 1 << UInt64(bit - 64))
    }

    /// Reads codes parted by commas or spaces, as in `"NOUN,masc,sing nomn"`. Nil if a code is unknown.
    public init?(_ codes: String) {
        var codes = codes
        guard let set = codes.withUTF8({ Grammemes(utf8: $0) }) else { return nil }
        self = set
    }

    /// Whether every grammeme of `other` is in this set.
    @inlinable public func contains(_ other: Grammemes) -> Bool {
        low & other.low == other.low && high & other.high == other.high
    }

    /// Whether some grammeme is in both.
    @inlinable public func intersects(_ other: Grammemes) -> Bool {
        low & other.low != 0 || high & other.high != 0
    }

    @inlinable public func union(_ other: Grammemes) -> Grammemes {
        Grammemes(low: low | other.low, high: high | other.high)
    }

    @inlinable public func intersection(_ other: Grammemes) -> Grammemes {
        Grammemes(low: low & other.low, high: high & other.high)
    }

    @inlinable public func subtracting(_ other: Grammemes) -> Grammemes {
        Grammemes(low: low & ~other.low, high: high & ~other.high)
    }

    @inlinable public func symmetricDifference(_ other: Grammemes) -> Grammemes {
        Grammemes(low: low ^ other.low, high: high ^ other.high)
    }

    @inlinable public mutating func formUnion(_ other: Grammemes) { self = union(other) }

    @inlinable public mutating func subtract(_ other: Grammemes) { self = subtracting(other) }

    @inlinable public var isEmpty: Bool { low | high == 0 }

    @inlinable public var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }
}

extension Grammemes: ExpressibleByArrayLiteral {
    @inlinable public init(arrayLiteral elements: Grammemes...) {
        self = elements.reduce(Grammemes()) { $0.union($1) }
    }
}

extension Grammemes: CustomStringConvertible {
    /// The codes in the dictionary's order, parted by commas. ``Tag/description`` keeps the tag's own order.
    public var description: String { members.map { Grammemes.codes[$0] }.joined(separator: ",") }

    /// The places of the members in ``codes``.
    var members: [Int] {
        var places: [Int] = []
        for (word, first) in [(low, 0), (high, 64)] {
            var rest = word
            while rest != 0 {
                places.append(first + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return places
    }
}
