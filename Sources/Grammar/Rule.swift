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

    /// The rules of one recognizer, with what each can begin with, so that most tokens try none.
    public struct Group: Sendable {
        public fileprivate(set) var rules: [Compiled] = []
        fileprivate var bySymbol: [Int32: RuleSet] = [:]
        /// By class; those of classes beyond its end are empty.
        fileprivate var byMark: [RuleSet] = []
        fileprivate var byNumber = RuleSet()
        fileprivate var byCapital = RuleSet()
        fileprivate var byPunctuation = RuleSet()
        /// Rules that begin with something else: tried at every token.
        fileprivate var rest = RuleSet()

        fileprivate mutating func add(_ compiled: Compiled) {
            let index = rules.count
            rules.append(compiled)
            guard let starters = compiled.pattern.starters else {
                rest.insert(index)
                return
            }
            for starter in starters {
                switch starter {
                case .symbol(let symbol): bySymbol[symbol, default: RuleSet()].insert(index)
                case .mark(let kind):
                    while byMark.count <= Int(kind.index) { byMark.append(RuleSet()) }
                    byMark[Int(kind.index)].insert(index)
                case .number: byNumber.insert(index)
                case .capital: byCapital.insert(index)
                case .punctuation: byPunctuation.insert(index)
                }
            }
        }

        /// The rules that may match at a token.
        fileprivate func candidates(in document: Document, at: Int) -> RuleSet {
            let token = document.row.tokens[at]
            var found = rest
            if let word = document.row.word(at) {
                for symbol in word.symbols {
                    if let rules = bySymbol[symbol] { found.formUnion(rules) }
                }
                if token.shape.contains(.capitalized) { found.formUnion(byCapital) }
            } else if token.kind == .mark {
                found.formUnion(byPunctuation)
            }
            if token.shape.contains(.digits) { found.formUnion(byNumber) }
            document.visitKinds(at: at) { kind in
                if Int(kind.index) < byMark.count { found.formUnion(byMark[Int(kind.index)]) }
            }
            return found
        }
    }

    public private(set) var groups: [String: Group] = [:]

    public init() {}

    /// - Throws: `LexiconError` that names the rule when its pattern cannot be read.
    public mutating func add(_ rules: [Rule], to group: String, lexicon: inout Lexicon) throws(LexiconError) {
        for rule in rules {
            let pattern = try Pattern(rule.pattern, lexicon: &lexicon, place: "rule \(rule.name)")
            guard groups[group, default: Group()].rules.count < RuleSet.size else {
                throw LexiconError(place: "rule \(rule.name)", message: "the group \(group) has too many rules")
            }
            groups[group, default: Group()].add(Compiled(rule: rule, pattern: pattern))
        }
    }

    public struct Hit: Sendable {
        public let rule: Rule
        public let match: Match
    }

    /// The best match of a group that begins at a token.
    public func hit(_ group: String, in document: Document, at: Int, limit: Int) -> Hit? {
        groups[group].flatMap { best(of: $0, in: document, at: at, limit: limit) }
    }

    private func best(of group: Group, in document: Document, at: Int, limit: Int) -> Hit? {
        var best: Hit?
        var longest = 0
        group.candidates(in: document, at: at).forEach { index in
            let compiled = group.rules[index]
            guard let match = compiled.pattern.match(in: document, at: at, limit: limit, longerThan: longest) else {
                return
            }
            longest = match.range.count
            best = Hit(rule: compiled.rule, match: match)
        }
        return best
    }

    /// The matches of a group in a token range, from left to right, none overlapping.
    public func hits(_ group: String, in document: Document, range: Range<Int>) -> [Hit] {
        guard let group = groups[group] else { return [] }
        var hits: [Hit] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if let hit = best(of: group, in: document, at: at, limit: range.upperBound) {
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

    mutating func insert(_ place: Int) {
        if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
    }

    @inline(__always)
    mutating func formUnion(_ other: RuleSet) {
        low |= other.low
        high |= other.high
    }

    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
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
