import Morphology

/// What is known of one word form, looked up once however often it occurs.
public final class Word: Sendable {
    /// Lower case, as written.
    public let text: String
    /// Best first, never empty.
    public let parses: [Parse]
    /// The grammemes of all parses together: what the word could be.
    public let grammemes: Grammemes
    /// The symbols that lexicons and rules may name it by: its form and its lemmas.
    public let symbols: [Int32]
    /// A form of the dictionary, not a guess by analogy.
    public let isKnown: Bool
    /// Joined by a hyphen from words that each stand for themselves: a document reads its halves.
    public let isJoined: Bool

    init(text: String, parses: [Parse], grammemes: Grammemes, symbols: [Int32], isKnown: Bool, isJoined: Bool) {
        self.text = text
        self.parses = parses
        self.grammemes = grammemes
        self.symbols = symbols
        self.isKnown = isKnown
        self.isJoined = isJoined
    }

    /// The best parse with all of `wanted`.
    public func parse(_ wanted: Grammemes) -> Parse? { parses.first { $0.tag.grammemes.contains(wanted) } }

    public func can(be wanted: Grammemes) -> Bool { parses.contains { $0.tag.grammemes.contains(wanted) } }

    public var lemma: String { parses[0].lemma }
}

/// The word forms that one worker has met. Not for use by two threads at once.
public final class Vocabulary {
    private let analyzer: MorphologicalAnalyzer
    private let symbols: Symbols
    private let joins: @Sendable ([[Parse]]) -> Bool
    public private(set) var words: [Word] = []
    /// Open addressing: index into `words` plus one, by hash of the lower-case scalars.
    private var table: [Int32]
    private var keys: [[Unicode.Scalar]] = []
    private let limit: Int

    /// - Parameters:
    ///   - limit: the number of forms after which it begins afresh, so that memory stays bounded.
    ///   - joins: whether the parses of a hyphenated word's parts make it two words that a hyphen joins.
    public init(
        analyzer: MorphologicalAnalyzer, symbols: Symbols, limit: Int = 400_000,
        joins: @escaping @Sendable ([[Parse]]) -> Bool = { _ in false }
    ) {
        self.analyzer = analyzer
        self.symbols = symbols
        self.joins = joins
        self.limit = limit
        table = Array(repeating: 0, count: 1 << 14)
    }

    /// To be called between articles: indices given before it no longer hold when it empties the vocabulary.
    public func trim() {
        guard words.count > limit else { return }
        words.removeAll()
        keys.removeAll()
        table = Array(repeating: 0, count: 1 << 14)
    }

    /// The index of a word form, in any case.
    public func index(of form: ArraySlice<Unicode.Scalar>) -> Int32 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for scalar in form { hash = (hash ^ UInt64(Self.lower(scalar).value)) &* 0x100_0000_01b3 }
        hash ^= hash >> 29
        var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[slot] != 0 {
            let index = table[slot] - 1
            if matches(keys[Int(index)], form) { return index }
            slot = (slot + 1) & (table.count - 1)
        }
        let key = form.map(Self.lower)
        let index = Int32(words.count)
        words.append(make(key))
        keys.append(key)
        table[slot] = index + 1
        if words.count * 2 > table.count { grow() }
        return index
    }

    private func matches(_ key: [Unicode.Scalar], _ form: ArraySlice<Unicode.Scalar>) -> Bool {
        guard key.count == form.count else { return false }
        var at = form.startIndex
        for scalar in key {
            if scalar != Self.lower(form[at]) { return false }
            at += 1
        }
        return true
    }

    private func grow() {
        table = Array(repeating: 0, count: table.count * 2)
        for (index, key) in keys.enumerated() {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for scalar in key { hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01b3 }
            hash ^= hash >> 29
            var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
            while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = Int32(index) + 1
        }
    }

    /// A word of absurd length is not worth a look into the dictionary, and would cost time by its square.
    private static let longest = 64

    private func make(_ key: [Unicode.Scalar]) -> Word {
        // A combining acute marks the stress and is no part of the spelling.
        let text = String(String.UnicodeScalarView(key.prefix(Self.longest).filter { $0.value != 0x301 }))
        let parses = analyzer.parses(of: text)
        var found: [Int32] = []
        if let form = symbols["=" + text] { found.append(form) }
        var all = parses[0].tag.grammemes
        for parse in parses {
            all = all.union(parse.tag.grammemes)
            if let number = symbols[parse.lemma], !found.contains(number) { found.append(number) }
        }
        return Word(
            text: text, parses: parses, grammemes: all, symbols: found, isKnown: analyzer.isKnown(text),
            isJoined: isJoined(text))
    }

    private func isJoined(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count > 1 }) else { return false }
        return joins(parts.map { analyzer.parses(of: String($0)) })
    }

    @inline(__always)
    static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x410...0x42F: Unicode.Scalar(scalar.value + 0x20)!
        case 0x400...0x40F: Unicode.Scalar(scalar.value + 0x50)!
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)!
        case 0..<0x80, 0x430...0x45F: scalar
        default:
            scalar.properties.lowercaseMapping.unicodeScalars.count == 1
                ? scalar.properties.lowercaseMapping.unicodeScalars.first! : scalar
        }
    }
}
