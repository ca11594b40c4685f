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
    public final class Compiled: Sendable {
        public let rule: Rule
        public let pattern: Pattern

        init(rule: Rule, pattern: Pattern) {
            self.rule = rule
            self.pattern = pattern
        }
    }

    /// The rules of one recognizer, with what each can begin with, so that most tokens try none.
    public final class Group: Sendable {
        public let rules: [Compiled]
        private let programs: [Program]
        /// For each symbol the place of its rules in `ofSymbols`; those of symbols beyond its end are none.
        private let bySymbol: [UInt16]
        private let ofSymbols: [RuleSet]
        /// By class; those of classes beyond its end are empty.
        private let byMark: [RuleSet]
        private let byNumber: RuleSet
        private let byCapital: RuleSet
        private let byPunctuation: RuleSet
        /// Rules that begin with something else: tried at every token.
        private let rest: RuleSet

        fileprivate init(_ rules: [Compiled]) {
            var bySymbol: [UInt16] = []
            var ofSymbols = [RuleSet()]
            var byMark: [RuleSet] = []
            var (byNumber, byCapital, byPunctuation, rest) = (RuleSet(), RuleSet(), RuleSet(), RuleSet())
            for (index, compiled) in rules.enumerated() {
                guard let starters = compiled.pattern.starters else {
                    rest.insert(index)
                    continue
                }
                for starter in starters {
                    switch starter {
                    case .symbol(let symbol):
                        while bySymbol.count <= Int(symbol) { bySymbol.append(0) }
                        if bySymbol[Int(symbol)] == 0 {
                            bySymbol[Int(symbol)] = UInt16(ofSymbols.count)
                            ofSymbols.append(RuleSet())
                        }
                        ofSymbols[Int(bySymbol[Int(symbol)])].insert(index)
                    case .mark(let kind):
                        while byMark.count <= Int(kind.index) { byMark.append(RuleSet()) }
                        byMark[Int(kind.index)].insert(index)
                    case .number: byNumber.insert(index)
                    case .capital: byCapital.insert(index)
                    case .punctuation: byPunctuation.insert(index)
                    }
                }
            }
            self.rules = rules
            programs = rules.map(\.pattern.program)
            self.bySymbol = bySymbol
            self.ofSymbols = ofSymbols
            self.byMark = byMark
            self.byNumber = byNumber
            self.byCapital = byCapital
            self.byPunctuation = byPunctuation
            self.rest = rest
        }

        /// The best match that begins at a token.
        public func hit(in document: Document, at: Int, limit: Int) -> Hit? {
            let candidates = candidates(in: document, at: at)
            if candidates.isEmpty { return nil }
            var best: (index: Int, match: Match)?
            var longest = 0
            candidates.visit { index in
                guard let match = programs[index].match(in: document, at: at, limit: limit, longerThan: longest) else {
                    return
                }
                longest = match.range.count
                best = (index, match)
            }
            return best.map { Hit(rule: rules[$0.index].rule, match: $0.match) }
        }

        /// The rules that may match at a token.
        fileprivate func candidates(in document: Document, at: Int) -> RuleSet {
            let token = document.row.tokens[at]
            var found = rest
            if let word = document.row.word(at) {
                for symbol in word.symbols where Int(symbol) < bySymbol.count {
                    found.formUnion(ofSymbols[Int(bySymbol[Int(symbol)])])
                }
                if token.shape.contains(.capitalized) { found.formUnion(byCapital) }
            } else if token.kind == .mark {
                found.formUnion(byPunctuation)
            }
            if token.shape.contains(.digits) { found.formUnion(byNumber) }
            for mark in document.marks.at(at) where Int(mark.kind.index) < byMark.count {
                found.formUnion(byMark[Int(mark.kind.index)])
            }
            return found
        }
    }

    public private(set) var groups: [String: Group] = [:]

    public init() {}

    /// - Throws: `LexiconError` that names the rule when its pattern cannot be read.
    public mutating func add(_ rules: [Rule], to group: String, lexicon: inout Lexicon) throws(LexiconError) {
        var compiled = groups[group]?.rules ?? []
        for rule in rules {
            let pattern = try Pattern(rule.pattern, lexicon: &lexicon, place: "rule \(rule.name)")
            guard compiled.count < RuleSet.size else {
                throw LexiconError(place: "rule \(rule.name)", message: "the group \(group) has too many rules")
            }
            compiled.append(Compiled(rule: rule, pattern: pattern))
        }
        groups[group] = Group(compiled)
    }

    public struct Hit: Sendable {
        public let rule: Rule
        public let match: Match
    }

    /// The best match of a group that begins at a token.
    public func hit(_ group: String, in document: Document, at: Int, limit: Int) -> Hit? {
        groups[group]?.hit(in: document, at: at, limit: limit)
    }

    /// The matches of a group in a token range, from left to right, none overlapping.
    public func hits(_ group: String, in document: Document, range: Range<Int>) -> [Hit] {
        guard let group = groups[group] else { return [] }
        var hits: [Hit] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if let hit = group.hit(in: document, at: at, limit: range.upperBound) {
                hits.append(hit)
                at = hit.match.range.upperBound
            } else {
                at += 1
            }
        }
        return hits
    }
}

/// Some rules of a group, by their places.
struct RuleSet: Sendable {
    static let size = 128
    private var low: UInt64 = 0
    private var high: UInt64 = 0

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
