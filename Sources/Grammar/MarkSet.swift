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
