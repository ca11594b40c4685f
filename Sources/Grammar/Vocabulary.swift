import Morphology

/// What is known of one word form, looked up once however often it occurs.
///
/// A handle of one machine word into the vocabulary that made it, so that asking a word costs no reference counting. Valid as
/// long as that vocabulary lives and has not been trimmed: a document keeps its own alive.
public struct Word {
    /// Kept by the vocabulary, which alone writes it, before anybody reads it.
    @usableFromInline let entry: UnsafePointer<Entry>

    @usableFromInline
    struct Entry {
        @usableFromInline let text: String
        @usableFromInline let parses: UnsafeBufferPointer<Parse>
        /// The grammemes of each parse, side by side.
        @usableFromInline let readings: UnsafePointer<Grammemes>
        @usableFromInline let grammemes: Grammemes
        let symbols: UnsafeBufferPointer<Int32>
        /// Where the phrases of the lexicon that begin with this word go on.
        let phrases: UnsafeBufferPointer<Int32>
        /// The phrases of the lexicon that are this word.
        let singles: UnsafeBufferPointer<Lexicon.Single>
        /// For each rule group, the first and the second token by turns, a bit where the word begins or goes on with a rule.
        let startGroups: UInt64
        /// The rules of those groups, for each bit that is set one.
        let starts: UnsafeBufferPointer<RuleSet>
        /// A bit for each choice of symbols that the word is in.
        let choices: UInt64
        @usableFromInline let number: Int
        @usableFromInline let length: Int
        @usableFromInline let isKnown: Bool
        @usableFromInline let isJoined: Bool
        /// The lower-case scalars that it was met as.
        let key: UnsafeBufferPointer<Unicode.Scalar>
    }

    @usableFromInline init(entry: UnsafePointer<Entry>) { self.entry = entry }

    /// Lower case, as written.
    @inlinable public var text: String { entry.pointee.text }

    /// Whether its text, as written, ends in these bytes.
    func ends(in bytes: [UInt8]) -> Bool {
        var text = entry.pointee.text
        return text.withUTF8 { text in
            guard text.count >= bytes.count else { return false }
            let start = text.count - bytes.count
            for place in bytes.indices.reversed() where text[start + place] != bytes[place] { return false }
            return true
        }
    }

    /// How many scalars its text has.
    @inlinable public var length: Int { entry.pointee.length }

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
    @inlinable public var number: Int { entry.pointee.number }

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

    /// Whether a phrase of the lexicon begins with it.
    @inline(__always)
    var opensPhrases: Bool { entry.pointee.singles.count + entry.pointee.phrases.count > 0 }

    @inline(__always)
    var choices: UInt64 { entry.pointee.choices }

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

/// The word forms that one worker has met. Not for use by two threads at once.
public final class Vocabulary {
    private let analyzer: MorphologicalAnalyzer
    private let lexicon: Lexicon
    private let starts: StartIndex
    private let joins: @Sendable ([[Parse]]) -> Bool
    private var entries: [UnsafeMutablePointer<Word.Entry>] = []
    /// Open addressing, a power of two in size: the place in `entries` plus one, and the hash of the lower-case scalars.
    private var table: UnsafeMutableBufferPointer<Slot>
    /// The lower-case scalars of the word looked up, as far as they go in.
    private let scratch = UnsafeMutablePointer<Unicode.Scalar>.allocate(capacity: Vocabulary.longest)
    /// Punctuation that the lexicon names, by scalar.
    private var marks: [UInt32: Word?] = [:]
    private let limit: Int
    /// How often it has begun afresh: what was remembered by the numbers of words holds for one of these times.
    public private(set) var trims = 0

    private struct Slot {
        var hash: UInt32 = 0
        var index: Int32 = 0
        /// The lower-case scalars, kept by the entry.
        var key = UnsafeBufferPointer<Unicode.Scalar>(start: nil, count: 0)
    }

    /// - Parameters:
    ///   - rules: all that its words may be matched by.
    ///   - limit: the number of forms after which it begins afresh, so that memory stays bounded.
    ///   - joins: whether the parses of a hyphenated word's parts make it two words that a hyphen joins.
    public init(
        analyzer: MorphologicalAnalyzer, lexicon: Lexicon, rules: RuleBook = RuleBook(), limit: Int = 400_000,
        joins: @escaping @Sendable ([[Parse]]) -> Bool = { _ in false }
    ) {
        self.analyzer = analyzer
        self.lexicon = lexicon
        precondition(rules.numbered.count <= 32, "a word has bits for 32 groups of rules")
        starts = StartIndex(rules.numbered)
        self.joins = joins
        self.limit = limit
        table = Self.emptyTable(Self.smallest)
    }

    deinit {
        entries.forEach(Self.free)
        table.deallocate()
        scratch.deallocate()
    }

    private static func emptyTable(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
        let table = UnsafeMutableBufferPointer<Slot>.allocate(capacity: size)
        table.initialize(repeating: Slot())
        return table
    }

    private static let smallest = 1 << 14

    /// To be called between articles: words and indices given before it no longer hold when it empties the vocabulary.
    public func trim() {
        guard entries.count > limit else { return }
        trims += 1
        entries.forEach(Self.free)
        entries.removeAll()
        marks.removeAll()
        table.deallocate()
        table = Self.emptyTable(Self.smallest)
    }

    /// The word of an index.
    @inline(__always)
    func word(_ index: Int32) -> Word { Word(entry: entries[Int(index)]) }

    /// The index of a word form, in any case.
    func index(of form: UnsafeBufferPointer<Unicode.Scalar>) -> Int32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let letters = Letters.table
        for place in 0..<form.count {
            let value = form[place].value
            let lower =
                value < Letters.count
                ? unsafeBitCast(letters[Int(value)] & Letters.scalar, to: Unicode.Scalar.self) : Self.lower(form[place])
            if place < Self.longest { scratch[place] = lower }
            hash = (hash ^ UInt64(lower.value)) &* 0x100_0000_01b3
        }
        hash ^= hash >> 29
        let short = UInt32(truncatingIfNeeded: hash)
        let mask = table.count - 1
        var slot = Int(short) & mask
        while table[slot].index != 0 {
            if table[slot].hash == short, matches(table[slot].key, form) { return table[slot].index - 1 }
            slot = (slot + 1) & mask
        }
        let index = Int32(entries.count)
        let made = make(form)
        entries.append(made)
        table[slot] = Slot(hash: short, index: index + 1, key: made.pointee.key)
        if entries.count * 2 > table.count { grow() }
        return index
    }

    /// The word for a text, in any case: for a part of a word that stands by itself.
    public func word(for text: some StringProtocol) -> Word {
        word(Array(text.unicodeScalars).withUnsafeBufferPointer { index(of: $0) })
    }

    /// Punctuation as the lexicon's phrases name it; nil where none does.
    func mark(_ scalar: UInt32) -> Word? {
        if let known = marks[scalar] { return known }
        var word: Word?
        if let letter = Unicode.Scalar(scalar), let symbol = lexicon.symbols["=" + String(letter)] {
            let made = entry(
                text: String(letter), key: [letter], parses: [], symbols: [symbol], isKnown: false, isJoined: false)
            entries.append(made)
            word = Word(entry: made)
        }
        // A text of all the signs there are shall not fill the memory.
        if marks.count < 4096 { marks[scalar] = .some(word) }
        return word
    }

    /// Whether a key is that of the form whose small letters are in `scratch`.
    @inline(__always)
    private func matches(
        _ key: UnsafeBufferPointer<Unicode.Scalar>, _ form: UnsafeBufferPointer<Unicode.Scalar>
    ) -> Bool {
        guard key.count == form.count else { return false }
        for at in 0..<min(key.count, Self.longest) where key[at] != scratch[at] { return false }
        var at = Self.longest
        while at < key.count {
            if key[at] != Self.lower(form[at]) { return false }
            at += 1
        }
        return true
    }

    private func grow() {
        let old = table
        table = Self.emptyTable(old.count * 2)
        for known in old where known.index != 0 {
            var slot = Int(known.hash) & (table.count - 1)
            while table[slot].index != 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = known
        }
        old.deallocate()
    }

    // MARK: Making words

    /// A word of absurd length is not worth a look into the dictionary, and would cost time by its square.
    private static let longest = 64

    private func make(_ form: UnsafeBufferPointer<Unicode.Scalar>) -> UnsafeMutablePointer<Word.Entry> {
        let key = form.map(Self.lower)
        // A combining acute marks the stress, a soft hyphen a break: no part of the spelling.
        let spelled = key.prefix(Self.longest).filter { $0.value != 0x301 && $0.value != 0xAD }
        let text = String(scalars: spelled)
        let parses = analyzer.parses(of: text)
        var found: [Int32] = []
        if let form = lexicon.symbols["=" + text] { found.append(form) }
        var last = ""
        for parse in parses where parse.lemma != last {
            last = parse.lemma
            if let number = lexicon.symbols[last], !found.contains(number) { found.append(number) }
        }
        return entry(
            text: text, key: key, parses: parses, symbols: found, isKnown: analyzer.isKnown(text),
            isJoined: isJoined(text))
    }

    private func entry(
        text: String, key: [Unicode.Scalar], parses: [Parse], symbols: [Int32], isKnown: Bool, isJoined: Bool
    ) -> UnsafeMutablePointer<Word.Entry> {
        let readings = parses.map(\.tag.grammemes)
        let (startGroups, starts) = starts.rules(symbols: symbols, readings: readings)
        let nodes = symbols.compactMap { lexicon.opening($0) }
        let phrases = nodes.filter { lexicon.goesOn($0) }
        let singles = nodes.flatMap { lexicon.singles(of: $0) }
        var room = Room(
            Room.size(parses) + Room.size(readings) + Room.size(symbols) + Room.size(phrases) + Room.size(singles)
                + Room.size(starts) + Room.size(key))
        // What a form is told apart by lies next to the entry.
        let key = room.copied(key)
        room.entry.initialize(
            to: Word.Entry(
                text: text, parses: room.copied(parses), readings: room.copiedReadings(readings),
                grammemes: readings.reduce(Grammemes()) { $0.union($1) },
                symbols: room.copied(symbols), phrases: room.copied(phrases), singles: room.copied(singles),
                startGroups: startGroups, starts: room.copied(starts), choices: lexicon.choices(of: symbols),
                number: entries.count, length: text.unicodeScalars.count, isKnown: isKnown, isJoined: isJoined,
                key: key))
        return room.entry
    }

    private static func free(_ entry: UnsafeMutablePointer<Word.Entry>) {
        UnsafeMutableBufferPointer(mutating: entry.pointee.parses).deinitialize()
        entry.deinitialize(count: 1)
        UnsafeMutableRawPointer(entry).deallocate()
    }

    /// Memory for an entry and behind it all that it points to: who asks a word one thing asks it another, and so both are at hand.
    private struct Room {
        let entry: UnsafeMutablePointer<Word.Entry>
        private var next: UnsafeMutableRawPointer

        init(_ more: Int) {
            let size = MemoryLayout<Word.Entry>.stride
            let start = UnsafeMutableRawPointer.allocate(byteCount: size + more, alignment: 16)
            entry = start.bindMemory(to: Word.Entry.self, capacity: 1)
            next = start + size
        }

        static func size<Element>(_ elements: [Element]) -> Int {
            elements.count * MemoryLayout<Element>.stride + MemoryLayout<Element>.alignment
        }

        mutating func copied<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
            let place = next.alignedUp(for: Element.self).bindMemory(to: Element.self, capacity: elements.count)
            place.initialize(from: elements, count: elements.count)
            next = UnsafeMutableRawPointer(place + elements.count)
            return UnsafeBufferPointer(start: place, count: elements.count)
        }

        mutating func copiedReadings(_ readings: [Grammemes]) -> UnsafePointer<Grammemes> {
            UnsafePointer(copied(readings).baseAddress!)
        }
    }

    private func isJoined(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "-")) else { return false }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count > 1 }) else { return false }
        return joins(parts.map { analyzer.parses(of: String($0)) })
    }

    @inline(__always)
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x430...0x45F: scalar
        case 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20)!
        case 0x400...0x40F: Unicode.Scalar(scalar.value + 0x50)!
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)!
        case 0..<0x80: scalar
        default: lowerByTable(scalar)
        }
    }

    private static func lowerByTable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first! : scalar
    }
}
