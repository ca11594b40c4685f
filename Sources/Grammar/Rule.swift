/// One piece of knowledge about how the language says something: a name, what it looks for, what it makes of it, and the
/// sentences that justify it.
public final class Rule: Sendable {
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
    /// A rule with what its pattern was compiled to.
    public final class Compiled: Sendable {
        public let rule: Rule
        public let pattern: Pattern
        /// What it cannot match without among its first tokens, as bits of `MarkRow`.
        let requiredNear: UInt64
        /// How many tokens it matches at most.
        let mostTokens: Int

        init(rule: Rule, pattern: Pattern, lexicon: Lexicon) {
            self.rule = rule
            self.pattern = pattern
            requiredNear = pattern.requiredNear { lexicon.longest($0) }
            mostTokens = pattern.mostTokens { lexicon.longest($0) }
        }
    }

    public private(set) var groups: [String: Group] = [:]
    /// The groups by their numbers.
    private(set) var numbered: [Group] = []

    public init() {}

    /// - Throws: `LexiconError` that names the rule when its pattern cannot be read.
    public mutating func add(_ rules: [Rule], to group: String, lexicon: Lexicon) throws(LexiconError) {
        var compiled = groups[group]?.rules ?? []
        lexicon.measureClasses()
        for rule in rules {
            let pattern = try Pattern(rule.pattern, lexicon: lexicon, place: "rule \(rule.name)")
            guard compiled.count < RuleSet.size else {
                throw LexiconError(place: "rule \(rule.name)", message: "the group \(group) has too many rules")
            }
            compiled.append(Compiled(rule: rule, pattern: pattern, lexicon: lexicon))
        }
        let made = Group(compiled, number: groups[group]?.number ?? numbered.count)
        groups[group] = made
        if made.number < numbered.count { numbered[made.number] = made } else { numbered.append(made) }
    }

    /// A place where a rule matched.
    public struct Hit: Sendable {
        public let rule: Rule
        public let match: Match
    }
}

/// Some rules of a group, by their places.
struct RuleSet: Sendable {
    static let size = 128
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    @inline(__always)
    var isEmpty: Bool { low | high == 0 }

    mutating func insert(_ place: Int) {
        if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
    }

    @inline(__always)
    mutating func formUnion(_ other: RuleSet) {
        low |= other.low
        high |= other.high
    }

    @inline(__always)
    mutating func formIntersection(_ other: RuleSet) {
        low &= other.low
        high &= other.high
    }

    @inline(__always)
    func visit(_ body: (Int) -> Void) {
        var rest = low
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        rest = high
        while rest != 0 {
            body(64 + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}
