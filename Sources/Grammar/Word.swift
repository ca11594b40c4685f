import Model
import Morphology

/// What is known of one word form, looked up once however often it occurs.
///
/// A handle of one machine word into the vocabulary that made it, so that asking a word costs no reference counting. Valid as
/// long as that vocabulary lives and has not been trimmed: a document keeps its own alive.
public struct Word {
    /// Kept by the vocabulary, which alone writes it, before anybody reads it.
    @usableFromInline let entry: UnsafePointer<Entry>

    /// What is asked most stands first: a cache line of it, and a second one.
    @usableFromInline
    struct Entry {
        @usableFromInline let grammemes: Grammemes
        /// For each rule group, the first and the second token by turns, a bit where the word begins or goes on with a rule.
        let startGroups: UInt64
        /// A bit for each choice of symbols that the word is in.
        let choices: UInt64
        /// The grammemes of each parse, side by side.
        @usableFromInline let readings: UnsafePointer<Grammemes>
        /// The lower-case scalars that it was met as.
        let key: UnsafePointer<Unicode.Scalar>
        /// For each rule group a bit where a rule of it may need the word, wherever it stands.
        let openGroups: UInt32
        let keyCount: Int32
        @usableFromInline let number: Int32
        @usableFromInline let length: UInt8
        @usableFromInline let isKnown: Bool
        @usableFromInline let isJoined: Bool
        /// Whether a phrase of the lexicon begins with it.
        let opensPhrases: Bool
        let candidateCount: UInt8

        /// The phrases of the lexicon that are this word.
        let singles: UnsafeBufferPointer<Lexicon.Single>
        /// Where the phrases of the lexicon that begin with this word go on.
        let phrases: UnsafeBufferPointer<Int32>
        let symbols: UnsafeBufferPointer<Int32>
        @usableFromInline let parses: UnsafeBufferPointer<Parse>
        /// The rules of those groups, for each bit that is set one.
        let starts: UnsafePointer<RuleSet>
        let candidates: UnsafePointer<Candidate>
        let traits: ChoiceTraits
        @usableFromInline let text: String
    }

    @usableFromInline init(entry: UnsafePointer<Entry>) { self.entry = entry }

    /// Lower case, as written.
    @inlinable public var text: String { entry.pointee.text }

    /// Whether its text, as written, ends in these bytes.
    func ends(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        entry.pointee.text.withBytes { text in
            guard text.count >= bytes.count else { return false }
            let start = text.count - bytes.count
            for place in bytes.indices.reversed() where text[start + place] != bytes[place] { return false }
            return true
        }
    }

    /// How many scalars its text has.
    @inlinable public var length: Int { Int(entry.pointee.length) }

    /// Best first, never empty.
    @inlinable public var parses: Parses { Parses(all: entry.pointee.parses) }

    /// The grammemes of each parse, best first.
    @inlinable public var readings: UnsafeBufferPointer<Grammemes> {
        UnsafeBufferPointer(start: entry.pointee.readings, count: entry.pointee.parses.count)
    }

    /// The grammemes of all parses together: what the word could be.
    @inlinable public var grammemes: Grammemes { entry.pointee.grammemes }

    /// A form of the dictionary, not a guess by analogy.
    @inlinable public var isKnown: Bool { entry.pointee.isKnown }

    /// Its place in the vocabulary.
    @inlinable public var number: Int { Int(entry.pointee.number) }

    /// Joined by a hyphen from words that each stand for themselves: a document reads its halves.
    @inlinable public var isJoined: Bool { entry.pointee.isJoined }

    @inlinable public var lemma: String { parses[0].lemma }

    /// The symbols that lexicons and rules may name it by: its form and its lemmas.
    @inline(__always)
    var symbols: UnsafeBufferPointer<Int32> { entry.pointee.symbols }

    @inline(__always)
    var phrases: UnsafeBufferPointer<Int32> { entry.pointee.phrases }

    @inline(__always)
    var singles: UnsafeBufferPointer<Lexicon.Single> { entry.pointee.singles }

    /// What the choice among its parses sees of them.
    @inline(__always)
    var candidates: UnsafeBufferPointer<Candidate> {
        UnsafeBufferPointer(start: entry.pointee.candidates, count: Int(entry.pointee.candidateCount))
    }

    @inline(__always)
    var choiceTraits: ChoiceTraits { entry.pointee.traits }

    /// Whether a phrase of the lexicon begins with it.
    @inline(__always)
    var opensPhrases: Bool { entry.pointee.opensPhrases }

    @inline(__always)
    var choices: UInt64 { entry.pointee.choices }

    /// Whether the word can begin a rule of a group.
    @inline(__always)
    func begins(_ group: Int) -> Bool { entry.pointee.startGroups & 1 << UInt64(2 * group) != 0 }

    /// Whether a rule of a group may need the word, wherever it stands.
    @inline(__always)
    func opens(_ group: Int) -> Bool { entry.pointee.openGroups & 1 << UInt32(group) != 0 }

    /// The rules of a group that the word can begin.
    @inline(__always)
    func first(_ group: Int) -> RuleSet {
        starts(2 * group)
    }

    /// The rules of a group whose second token the word can be.
    @inline(__always)
    func second(_ group: Int) -> RuleSet {
        starts(2 * group + 1)
    }

    @inline(__always)
    private func starts(_ place: Int) -> RuleSet {
        let groups = entry.pointee.startGroups
        let bit: UInt64 = 1 << UInt64(place)
        return groups & bit == 0 ? RuleSet() : entry.pointee.starts[(groups & (bit - 1)).nonzeroBitCount]
    }

    /// The best parse with all of `wanted`.
    @inlinable
    public func parse(_ wanted: Grammemes) -> Parse? { place(of: wanted).map { entry.pointee.parses[$0] } }

    /// Whether some parse has all of these grammemes.
    @inlinable
    public func can(be wanted: Grammemes) -> Bool { place(of: wanted) != nil }

    @inlinable
    func place(of wanted: Grammemes) -> Int? {
        guard entry.pointee.grammemes.contains(wanted) else { return nil }
        let readings = entry.pointee.readings
        for place in 0..<entry.pointee.parses.count where readings[place].contains(wanted) { return place }
        return nil
    }
}

/// The readings of a word, best first, valid as long as the word is.
public struct Parses: RandomAccessCollection {
    @usableFromInline let all: UnsafeBufferPointer<Parse>

    @inlinable init(all: UnsafeBufferPointer<Parse>) { self.all = all }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { all.count }

    @inlinable
    public subscript(_ place: Int) -> Parse {
        _read { yield all[place] }
    }
}
