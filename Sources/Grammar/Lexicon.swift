import Model
import Morphology

/// A closed list of words and phrases with their classes: what a linguist adds to without touching code.
///
/// A lexicon file is UTF-8 text, one entry a line, four fields parted by tabs:
///
///     class    phrase    value    example
///
/// The phrase is matched by lemma, each word in any form; a phrase that begins with `=` matches only in these very forms;
/// a capitalised word wants a capital, a word in capitals wants capitals throughout. `value` may be empty.
/// The example shows the phrase at work, and a test annotates it. Empty lines and lines that begin with `#` are left out.
///
/// A class: everybody who reads shares it. Unchecked: it is filled, and rules are compiled against it, before anybody else has it.
public final class Lexicon: @unchecked Sendable {
    /// A phrase with its class and its value.
    public struct Entry: Sendable {
        public let kind: MarkClass
        public let phrase: String
        public let value: String
        /// Empty in a lexicon that was compiled before, as its place is.
        public let example: String
        /// `file:line`.
        public let place: String
    }

    public internal(set) var entries: [Entry] = []
    public var symbols = Symbols()
    private var classes: [String: MarkClass] = [:]
    private(set) var names: [String] = []
    var nodes: [Node] = [Node()]
    var steps = Transitions()
    /// The entries that end at nodes, chained in the order of their addition.
    var endings: [Ending] = []
    /// What the phrases ask of their words beyond the symbol: of each entry that asks anything, by its first.
    var wants: [Case] = []
    var firstWant: [Int32] = []

    /// Values that patterns ask for, numbered, and for each entry the number of its value; negative where none asks.
    private(set) var values: [String: Int32] = [:]
    var valueNumbers: [Int32] = []

    /// Sets of symbols that patterns offer to choose from; each word knows in which it is.
    private(set) var choices: [Set<Int32>] = []
    /// For each symbol a bit for each choice that it is in.
    private var choicesOfSymbol: [Int32: UInt64] = [:]
    static let mostChoices = 64

    /// By class, how many tokens a phrase of it has at most, and of how many entries that was told.
    private var longest: [Int] = []
    private var measured = 0

    struct Node: Sendable {
        var firstEnding: Int32 = -1
        var lastEnding: Int32 = -1
        var goesOn = false
    }

    struct Ending: Sendable {
        let entry: Int32
        var next: Int32 = -1
    }

    enum Case: UInt8, Sendable {
        case any, capitalized, upper

        @inline(__always)
        func accepts(_ shape: Token.Shape) -> Bool {
            switch self {
            case .any: true
            case .capitalized: shape.contains(.capitalized)
            case .upper: shape.contains(.upper)
            }
        }
    }

    public init() {}

    /// The class named `name`, made when there was none.
    public func markClass(_ name: String) -> MarkClass {
        if let known = classes[name] { return known }
        precondition(names.count < MarkSet.most, "a sentence has bits for \(MarkSet.most) classes")
        let made = MarkClass(index: Int16(names.count))
        names.append(name)
        classes[name] = made
        return made
    }

    /// The class named `name`; nil when no entry and no rule uses it.
    public func existingClass(_ name: String) -> MarkClass? { classes[name] }

    var classCount: Int { names.count }

    /// The section that a class of marks has in the vocabularies.
    public func name(of kind: MarkClass) -> String { names[Int(kind.index)] }

    /// Adds one phrase.
    ///
    /// - Parameter lastForms: forms of its last word besides those that the dictionary gives, in lower case.
    /// - Throws: `LexiconError` when the phrase has no word.
    public func add(
        class name: String, phrase: String, value: String, example: String, place: String,
        analyzer: MorphologicalAnalyzer, lastForms: [String] = []
    ) throws(LexiconError) {
        var words: [(String, Bool)] = []
        let exact = phrase.utf8.first == UInt8(ascii: "=")
        for part in (exact ? phrase.dropFirst() : phrase[...]).utf8.split(separator: UInt8(ascii: " ")) {
            for piece in Self.pieces(of: String(Substring(part))) {
                words.append((piece, exact))
            }
        }
        guard !words.isEmpty else {
            throw LexiconError(place: place, message: "an entry has no phrase")
        }
        let kind = markClass(name)
        let index = Int32(entries.count)
        entries.append(Entry(kind: kind, phrase: phrase, value: value, example: example, place: place))
        valueNumbers.append(values.isEmpty ? -1 : values[value] ?? -1)
        let wanted = words.map { Self.wanted(of: $0.0) }
        firstWant.append(wanted.allSatisfy { $0 == .any } ? -1 : Int32(wants.count))
        if firstWant[Int(index)] >= 0 { wants += wanted }
        var ends: [Int32] = [0]
        for (at, (word, exact)) in words.enumerated() {
            var numbers = forms(of: word, exact: exact, analyzer: analyzer)
            if at == words.count - 1 { numbers += lastForms.map { symbols.number("=" + $0) } }
            ends = ends.flatMap { node in numbers.map { step(from: node, by: $0) } }
        }
        if ends.count == 1 { return finish(index, at: Int(ends[0])) }
        for end in Set(ends) { finish(index, at: Int(end)) }
    }

    /// The number of a value, given now when no pattern asked for it before.
    func valueNumber(_ value: String) -> Int32 {
        if let known = values[value] { return known }
        let number = Int32(values.count)
        values[value] = number
        for index in entries.indices where entries[index].value == value { valueNumbers[index] = number }
        return number
    }

    /// The number of a set of symbols, given now when there was none; nil when there are too many.
    func choice(of symbols: [Int32]) -> Int32? {
        let choice = Set(symbols)
        if let known = choices.firstIndex(of: choice) { return Int32(known) }
        guard choices.count < Self.mostChoices else { return nil }
        for symbol in choice { choicesOfSymbol[symbol, default: 0] |= 1 << UInt64(choices.count) }
        choices.append(choice)
        return Int32(choices.count - 1)
    }

    /// The choices that one of the symbols is in, a bit for each.
    func choices(of symbols: [Int32]) -> UInt64 { symbols.reduce(0) { $0 | (choicesOfSymbol[$1] ?? 0) } }

    private func finish(_ entry: Int32, at node: Int) {
        let ending = Int32(endings.count)
        endings.append(Ending(entry: entry))
        if nodes[node].firstEnding < 0 {
            nodes[node].firstEnding = ending
        } else {
            endings[Int(nodes[node].lastEnding)].next = ending
        }
        nodes[node].lastEnding = ending
    }

    private func step(from node: Int32, by symbol: Int32) -> Int32 {
        if let known = steps[node, symbol] { return known }
        let made = Int32(nodes.count)
        nodes.append(Node())
        nodes[Int(node)].goesOn = true
        steps.add(node, symbol, to: made)
        return made
    }

    /// The symbols that stand for one word of a phrase: itself for an exact word or a mark, its lemmas otherwise.
    private func forms(of word: String, exact: Bool, analyzer: MorphologicalAnalyzer) -> [Int32] {
        let isWord = word.unicodeScalars.contains(where: Tokenizer.isLetter)
        if exact || !isWord || Self.wanted(of: word) == .upper { return [symbols.number("=" + word)] }
        let lower = word.lowercasedWord()
        if analyzer.isLemma(lower) { return [symbols.number(lower)] }
        let parses = analyzer.parses(of: lower)
        var lemmas = parses.filter { $0.lemma == $0.word }.map(\.lemma)
        // Of "сум" the dictionary has all forms but this, so that they alone are read as its own.
        if lemmas.isEmpty { lemmas = parses.prefix(1).map(\.lemma) + [lower] }
        var unique: [String] = []
        for lemma in lemmas where unique.count < 3 && !unique.contains(lemma) { unique.append(lemma) }
        return unique.map { symbols.number($0) }
    }

    private static func wanted(of word: String) -> Case {
        var letters = 0
        var areUpper = true
        for scalar in word.unicodeScalars where Tokenizer.isLetter(scalar) {
            let isUpper = Tokenizer.isUppercase(scalar)
            if letters == 0 && !isUpper { return .any }
            letters += 1
            areUpper = areUpper && isUpper
        }
        return letters == 0 ? .any : letters > 1 && areUpper ? .upper : .capitalized
    }

    /// A phrase's word as the tokenizer would cut it: `кВт·ч` is three.
    private static func pieces(of word: String) -> [String] {
        if word.unicodeScalars.allSatisfy(Tokenizer.isLetter) { return [word] }
        let scalars = Array(word.unicodeScalars)
        return Tokenizer.tokens(of: scalars).map {
            String(String.UnicodeScalarView(scalars[Int($0.start)..<Int($0.end)]))
        }
    }

    /// The value of the one-word phrase of a class, by its lemma or `=form`; nil when there is none.
    public func value(of word: String, _ kind: MarkClass) -> String? {
        guard let node = symbols[word].flatMap(opening) else { return nil }
        var ending = nodes[Int(node)].firstEnding
        while ending >= 0 {
            let entry = entries[Int(endings[Int(ending)].entry)]
            if entry.kind == kind { return entry.value }
            ending = endings[Int(ending)].next
        }
        return nil
    }

    /// Sees how long the phrases of each class are; to be called before ``longest(_:)``, behind the last entry.
    func measureClasses() {
        guard measured < entries.count else { return }
        measured = entries.count
        longest = Array(repeating: 1, count: names.count)
        for entry in entries {
            longest[Int(entry.kind.index)] = max(longest[Int(entry.kind.index)], Self.mostTokens(of: entry.phrase))
        }
    }

    /// How many tokens a mark of a class has at most.
    func longest(_ kind: MarkClass) -> Int { Int(kind.index) < longest.count ? longest[Int(kind.index)] : 1 }

    /// As many as words, where it consists of them; of other signs each byte may be one.
    private static func mostTokens(of phrase: String) -> Int {
        var phrase = phrase
        return phrase.withUTF8 { bytes in
            var spaces = 0
            for byte in bytes {
                switch byte {
                case UInt8(ascii: " "): spaces += 1
                case 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "="), UInt8(ascii: "-"): break
                default: return bytes.count
                }
            }
            return bytes.contains(0xC2) || bytes.contains(0xE2) ? bytes.count : spaces + 1
        }
    }

    /// The node of the phrases that begin with a symbol.
    func opening(_ symbol: Int32) -> Int32? { steps[0, symbol] }

    /// Appends a mark for every entry of several words that begins at token `first`.
    func appendPhrases(in tokens: TokenRow, at first: Int, to found: inout [Mark]) {
        guard first + 1 < tokens.count, let word = tokens.entries[first] else { return }
        for node in word.phrases { goOn(from: node, tokens, first: first, at: first + 1, &found) }
    }

    /// A phrase of one word.
    struct Single {
        let kind: MarkClass
        let wanted: Case
        let entry: Int32
    }

    /// The phrases that end at a node behind their first word.
    func singles(of node: Int32) -> [Single] {
        var singles: [Single] = []
        var ending = nodes[Int(node)].firstEnding
        while ending >= 0 {
            let entry = Int(endings[Int(ending)].entry)
            let wanted = firstWant[entry] < 0 ? .any : wants[Int(firstWant[entry])]
            singles.append(Single(kind: entries[entry].kind, wanted: wanted, entry: Int32(entry)))
            ending = endings[Int(ending)].next
        }
        return singles
    }

    /// Whether longer phrases lead through a node.
    func goesOn(_ node: Int32) -> Bool { nodes[Int(node)].goesOn }

    private func descend(_ node: Int32, _ tokens: TokenRow, first: Int, at: Int, _ found: inout [Mark]) {
        let it = nodes[Int(node)]
        var ending = it.firstEnding
        while ending >= 0 {
            let (entry, next) = (endings[Int(ending)].entry, endings[Int(ending)].next)
            if isSatisfied(entry, tokens, first..<at) {
                found.append(Mark(kind: entries[Int(entry)].kind, entry: entry, first: first, end: at))
            }
            ending = next
        }
        if it.goesOn { goOn(from: node, tokens, first: first, at: at, &found) }
    }

    private func goOn(from node: Int32, _ tokens: TokenRow, first: Int, at: Int, _ found: inout [Mark]) {
        guard at < tokens.count, let word = tokens.entries[at], !tokens.tokens[at].shape.contains(.lineStart) else {
            return
        }
        for symbol in word.symbols {
            if let next = steps[node, symbol] { descend(next, tokens, first: first, at: at + 1, &found) }
        }
    }

    private func isSatisfied(_ entry: Int32, _ tokens: TokenRow, _ range: Range<Int>) -> Bool {
        let want = Int(firstWant[Int(entry)])
        guard want >= 0 else { return true }
        for (offset, token) in range.enumerated() {
            let shape = tokens.tokens[token].shape
            if !wants[want + offset].accepts(shape) { return false }
        }
        return true
    }
}

/// Which node follows which by what symbol: open addressing, since a dictionary for each node would take long to build.
struct Transitions: Sendable {
    struct Slot: Sendable {
        var node: Int32 = 0
        var symbol: Int32 = 0
        /// Zero in a free slot; the root follows nothing.
        var next: Int32 = 0
    }

    private(set) var slots = Array(repeating: Slot(), count: 1 << 12)
    private(set) var count = 0

    init() {}

    init(slots: [Slot], count: Int) {
        self.slots = slots
        self.count = count
    }

    subscript(node: Int32, symbol: Int32) -> Int32? {
        let slot = slots[place(node, symbol)]
        return slot.next == 0 ? nil : slot.next
    }

    mutating func add(_ node: Int32, _ symbol: Int32, to next: Int32) {
        slots[place(node, symbol)] = Slot(node: node, symbol: symbol, next: next)
        count += 1
        guard count * 2 > slots.count else { return }
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.next != 0 { slots[place(slot.node, slot.symbol)] = slot }
    }

    @inline(__always)
    private func place(_ node: Int32, _ symbol: Int32) -> Int {
        let mixed = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
        var place = Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
        while slots[place].next != 0, slots[place].node != node || slots[place].symbol != symbol {
            place = (place + 1) & (slots.count - 1)
        }
        return place
    }
}

/// A fault in a lexicon, a gazetteer or a rule, with its place.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
    public let place: String
    public let message: String

    public init(place: String, message: String) {
        self.place = place
        self.message = message
    }

    public var description: String { "\(place): \(message)" }
}
