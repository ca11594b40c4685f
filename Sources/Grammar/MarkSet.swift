/// A class of marks, such as `country` or `verb.sign`, numbered within a language.
public struct MarkClass: Hashable, Sendable {
    public let index: Int16
    /// Of the 62 that say to rules which classes of marks a token may have: the first classes have one of their own, the others
    /// share what is left.
    @usableFromInline let bit: UInt8

    /// How many have a bit of their own.
    static let own = 40

    init(index: Int16) {
        self.index = index
        let number = Int(index)
        bit = UInt8(number < Self.own ? number : Self.own + (number - Self.own) % (62 - Self.own))
    }

    /// Which of the two words of a token, as `MarkRow.spread` has them, tells of the class, and its bit there.
    @inlinable @inline(__always)
    var spreadWord: Int { Int(index) >> 6 & 1 }
    @inlinable @inline(__always)
    var spreadBit: UInt64 { 1 << UInt64(truncatingIfNeeded: Int(index) & 63) }

    @inlinable
    public static func == (a: MarkClass, b: MarkClass) -> Bool { a.index == b.index }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(index) }

    /// The class that nothing has.
    public static let none = MarkClass(index: .max)
}

/// Some classes of marks, each with a bit of its own, so that a sentence can be asked for all of them at once.
public struct MarkSet: Sendable {
    @usableFromInline private(set) var words: SIMD16<UInt64> = .zero

    @usableFromInline static var wordCount: Int { 16 }
    /// How many classes a lexicon may have.
    static let most = wordCount * UInt64.bitWidth

    public init(_ classes: [MarkClass] = []) {
        for kind in classes { insert(kind) }
    }

    /// A class that the language does not have never occurs, and is left out.
    mutating func insert(_ kind: MarkClass) {
        guard Int(kind.index) < Self.most else { return }
        words[Int(kind.index) >> 6] |= 1 << UInt64(Int(kind.index) & 63)
    }

    mutating func formUnion(_ other: MarkSet) { words |= other.words }

    /// How many classes it has.
    var count: Int { words.indices.reduce(0) { $0 + words[$1].nonzeroBitCount } }
}
