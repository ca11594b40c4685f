/// One piece of knowledge about how the language says something: a name, what it looks for, what it makes of it, and the
/// sentences that justify it.
public struct Rule: Sendable {
    /// Unique, dotted: `date.months_of_year`.
    public let name: String
    public let pattern: String
    /// What a recognizer makes of the match; its meaning belongs to the recognizer that asks for it.
    public let gives: String
    /// Sentences in which it must match.
    public let examples: [String]
    /// Sentences in which it must not.
    public let counterexamples: [String]

    public init(
        _ name: String, _ pattern: String, gives: String = "", examples: [String], not counterexamples: [String] = []
    ) {
        self.name = name
        self.pattern = pattern
        self.gives = gives
        self.examples = examples
        self.counterexamples = counterexamples
    }
}

/// Rules by the recognizer they speak to, compiled, each group in its order: of two that begin together the longer match wins,
/// of two of one length the earlier.
public struct RuleBook: Sendable {
    public struct Compiled: Sendable {
        public let rule: Rule
        public let pattern: Pattern
    }

    public private(set) var groups: [String: [Compiled]] = [:]

    public init() {}

    /// - Throws: `LexiconError` that names the rule when its pattern cannot be read.
    public mutating func add(_ rules: [Rule], to group: String, lexicon: inout Lexicon) throws(LexiconError) {
        for rule in rules {
            let pattern = try Pattern(rule.pattern, lexicon: &lexicon, place: "rule \(rule.name)")
            groups[group, default: []].append(Compiled(rule: rule, pattern: pattern))
        }
    }

    public struct Hit: Sendable {
        public let rule: Rule
        public let match: Match
    }

    /// The best match of a group that begins at a token.
    public func hit(_ group: String, in document: Document, at: Int, limit: Int) -> Hit? {
        var best: Hit?
        for compiled in groups[group] ?? [] {
            guard let match = compiled.pattern.match(in: document, at: at, limit: limit) else { continue }
            if match.range.count > best?.match.range.count ?? 0 { best = Hit(rule: compiled.rule, match: match) }
        }
        return best
    }

    /// The matches of a group in a token range, from left to right, none overlapping.
    public func hits(_ group: String, in document: Document, range: Range<Int>) -> [Hit] {
        var hits: [Hit] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if let hit = hit(group, in: document, at: at, limit: range.upperBound) {
                hits.append(hit)
                at = hit.match.range.upperBound
            } else {
                at += 1
            }
        }
        return hits
    }
}
