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
public struct Lexicon: Sendable {
    public struct Entry: Sendable {
        public let kind: MarkClass
        public let phrase: String
        public let value: String
        public let example: String
        /// `file:line`.
        public let place: String
    }

    public private(set) var entries: [Entry] = []
    public var symbols = Symbols()
    private var classes: [String: MarkClass] = [:]
    private var names: [String] = []
    private var nodes: [Node] = [Node()]
    /// What each phrase asks of its words beyond the symbol, parallel to `entries`.
    private var wants: [[Case]] = []

    struct Node: Sendable {
        var next: [Int32: Int32] = [:]
        var entries: [Int32] = []
    }

    enum Case: UInt8, Sendable { case any, capitalized, upper }

    public init() {}

    /// The class named `name`, made when there was none.
    public mutating func markClass(_ name: String) -> MarkClass {
        if let known = classes[name] { return known }
        let made = MarkClass(index: Int16(names.count))
        names.append(name)
        classes[name] = made
        return made
    }

    /// The class named `name`; nil when no entry and no rule uses it.
    public func existingClass(_ name: String) -> MarkClass? { classes[name] }

    public func name(of kind: MarkClass) -> String { names[Int(kind.index)] }

    /// Adds one phrase.
    ///
    /// - Throws: `LexiconError` when the phrase has no word.
    public mutating func add(
        class name: String, phrase: String, value: String, example: String, place: String,
        analyzer: MorphologicalAnalyzer
    ) throws(LexiconError) {
        var words: [(String, Bool)] = []
        let exact = phrase.hasPrefix("=")
        for part in (exact ? phrase.dropFirst() : phrase[...]).split(separator: " ") {
            for piece in Self.pieces(of: String(part)) {
                words.append((piece, exact))
            }
        }
        guard !words.isEmpty else {
            throw LexiconError(place: place, message: "an entry has no phrase")
        }
        let kind = markClass(name)
        let index = Int32(entries.count)
        entries.append(Entry(kind: kind, phrase: phrase, value: value, example: example, place: place))
        wants.append(words.map { Self.wanted(of: $0.0) })
        var ends: [Int32] = [0]
        for (word, exact) in words {
            let numbers = forms(of: word, exact: exact, analyzer: analyzer)
            ends = ends.flatMap { node in numbers.map { step(from: node, by: $0) } }
        }
        for end in Set(ends) { nodes[Int(end)].entries.append(index) }
    }

    private mutating func step(from node: Int32, by symbol: Int32) -> Int32 {
        if let known = nodes[Int(node)].next[symbol] { return known }
        let made = Int32(nodes.count)
        nodes.append(Node())
        nodes[Int(node)].next[symbol] = made
        return made
    }

    /// The symbols that stand for one word of a phrase: itself for an exact word or a mark, its lemmas otherwise.
    private mutating func forms(of word: String, exact: Bool, analyzer: MorphologicalAnalyzer) -> [Int32] {
        let isWord = word.unicodeScalars.contains { $0.properties.isAlphabetic }
        if exact || !isWord || Self.wanted(of: word) == .upper { return [symbols.number("=" + word)] }
        let parses = analyzer.parses(of: word.lowercased())
        var lemmas = parses.filter { $0.lemma == $0.word }.map(\.lemma)
        // Of "сум" the dictionary has all forms but this, so that they alone are read as its own.
        if lemmas.isEmpty { lemmas = parses.prefix(1).map(\.lemma) + [word.lowercased()] }
        var seen: Set<String> = []
        return lemmas.filter { seen.insert($0).inserted }.prefix(3).map { symbols.number($0) }
    }

    private static func wanted(of word: String) -> Case {
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        guard let first = letters.first, first.properties.isUppercase else { return .any }
        return letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase } ? .upper : .capitalized
    }

    /// A phrase's word as the tokenizer would cut it: `кВт·ч` is three.
    private static func pieces(of word: String) -> [String] {
        let scalars = Array(word.unicodeScalars)
        return Tokenizer.tokens(of: scalars) { _ in 0 }.map {
            String(String.UnicodeScalarView(scalars[Int($0.start)..<Int($0.end)]))
        }
    }

    /// The value of the one-word phrase of a class, by its lemma or `=form`; nil when there is none.
    public func value(of word: String, _ kind: MarkClass) -> String? {
        guard let symbol = symbols[word], let node = nodes[0].next[symbol] else { return nil }
        return nodes[Int(node)].entries.lazy.map { entries[Int($0)] }.first { $0.kind == kind }?.value
    }

    /// Every entry that begins at token `first`, longest last.
    func visitMatches(in document: Document, at first: Int, _ visit: (_ entry: Int32, _ end: Int) -> Void) {
        descend(node: 0, document: document, first: first, at: first, visit)
    }

    private func descend(
        node: Int32, document: Document, first: Int, at: Int, _ visit: (Int32, Int) -> Void
    ) {
        for entry in nodes[Int(node)].entries where satisfied(entry, document: document, first: first) {
            visit(entry, at)
        }
        guard at < document.tokens.count, !nodes[Int(node)].next.isEmpty else { return }
        if at > first && document.tokens[at].shape.contains(.lineStart) { return }
        document.visitSymbols(of: at) { symbol in
            if let next = nodes[Int(node)].next[symbol] {
                descend(node: next, document: document, first: first, at: at + 1, visit)
            }
        }
    }

    private func satisfied(_ entry: Int32, document: Document, first: Int) -> Bool {
        for (offset, want) in wants[Int(entry)].enumerated() {
            let shape = document.tokens[first + offset].shape
            switch want {
            case .any: continue
            case .capitalized: if !shape.contains(.capitalized) { return false }
            case .upper: if !shape.contains(.upper) { return false }
            }
        }
        return true
    }
}

/// A class of marks, such as `country` or `verb.sign`, numbered within a language.
public struct MarkClass: Hashable, Sendable {
    public let index: Int16

    /// The class that nothing has.
    public static let none = MarkClass(index: .max)
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
