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
        fileprivate var bySymbol: [Int32: [Int]] = [:]
        fileprivate var byMark: [MarkClass: [Int]] = [:]
        fileprivate var byNumber: [Int] = []
        /// Rules that begin with something else: tried at every token.
        fileprivate var rest: [Int] = []

        fileprivate mutating func add(_ compiled: Compiled) {
            let index = rules.count
            rules.append(compiled)
            guard let starters = compiled.pattern.starters else {
                rest.append(index)
                return
            }
            for starter in starters {
                switch starter {
                case .symbol(let symbol): bySymbol[symbol, default: []].append(index)
                case .mark(let kind): byMark[kind, default: []].append(index)
                case .number: byNumber.append(index)
                }
            }
        }

        /// The rules that may match at a token, in their order.
        fileprivate func candidates(in document: Document, at: Int) -> [Int] {
            var found = rest
            document.visitSymbols(of: at) { symbol in
                if let rules = bySymbol[symbol] { found += rules }
            }
            if document.tokens[at].shape.contains(.digits) { found += byNumber }
            for mark in document.marks(at: at) {
                if let rules = byMark[mark.kind] { found += rules }
            }
            if found.count > 1 { found = Set(found).sorted() }
            return found
        }
    }

    public private(set) var groups: [String: Group] = [:]

    public init() {}

    /// - Throws: `LexiconError` that names the rule when its pattern cannot be read.
    public mutating func add(_ rules: [Rule], to group: String, lexicon: inout Lexicon) throws(LexiconError) {
        for rule in rules {
            let pattern = try Pattern(rule.pattern, lexicon: &lexicon, place: "rule \(rule.name)")
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
        for index in group.candidates(in: document, at: at) {
            let compiled = group.rules[index]
            guard let match = compiled.pattern.match(in: document, at: at, limit: limit) else { continue }
            if match.range.count > best?.match.range.count ?? 0 { best = Hit(rule: compiled.rule, match: match) }
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
