import Morphology

extension Pattern {
    /// What a token must be, as far as it can be told without trying to match.
    enum Starter {
        case symbol(Int32)
        case grammemes(Grammemes)
        case mark(MarkClass)
        /// A number of so many digits alone; nil for any number.
        case number(ClosedRange<Int>?)
        /// A word that begins with digits.
        case numberWord
        case capital
        case punctuation(Unicode.Scalar)
        case dash
    }

    /// One way for a match to begin.
    struct Head {
        let first: Starter
        /// All that the second token can be; nil where the match may end before it, or where that is no short list.
        let second: [Starter]?
    }

    /// All ways for a match to begin; nil when it can begin with anything.
    var heads: [Head]? { Self.heads(of: root[...]) }

    private static func heads(of nodes: ArraySlice<Node>) -> [Head]? {
        guard let first = nodes.first else { return nil }
        let rest = nodes.dropFirst()
        if let starter = first.starter {
            // A mark may be of several tokens.
            if case .mark = starter { return [Head(first: starter, second: nil)] }
            return [Head(first: starter, second: starters(of: rest))]
        }
        switch first {
        case .capture(_, let inner): return heads(of: [inner] + rest)
        case .either(let options):
            var all: [Head] = []
            for option in options {
                guard let some = heads(of: option + rest) else { return nil }
                all += some
            }
            return all
        case .repeated(let inner, let min, let max):
            guard inner.takesSomething else { return nil }
            let again = max > 1 ? [Node.repeated(inner, min: Swift.max(0, min - 1), max: max - 1)] : []
            guard let within = heads(of: [inner] + again + rest) else { return nil }
            if min > 0 { return within }
            return heads(of: rest).map { within + $0 }
        // A look ahead takes nothing: the rule begins with what stands behind it.
        case .not: return heads(of: rest)
        default: return nil
        }
    }

    /// The classes of marks that every match has, and whether it has a token with a digit, as bits of `MarkRow`.
    var required: UInt64 { Self.required(of: root) }

    private static func required(of nodes: [Node]) -> UInt64 {
        nodes.reduce(0) { bits, node in
            switch node {
            case .mark(let kind, _): bits | MarkRow.bit(of: kind)
            case .number, .digits: bits | MarkRow.numberBit
            case .numberWord: bits | MarkRow.numberWordBit
            case .capture(_, let inner): bits | required(of: [inner])
            case .repeated(let inner, let min, _): min > 0 ? bits | required(of: [inner]) : bits
            case .either(let options):
                options.isEmpty ? bits : bits | options.reduce(~0) { $0 & required(of: $1) }
            default: bits
            }
        }
    }

    /// Of what every match without a digit has something.
    struct Openers {
        var marks = MarkSet()
        var symbols: Set<Int32> = []

        /// Words are in more sentences than marks are, "в" and "с" in most.
        fileprivate var weight: Int { marks.count + 100 * symbols.count }

        mutating func formUnion(_ other: Openers) {
            marks.formUnion(other.marks)
            symbols.formUnion(other.symbols)
        }
    }

    /// As few openers as can be told; nil where a match may have none.
    var openers: Openers? { Self.openers(of: root) }

    /// Of several the last: a rule begins with its small words.
    private static func openers(of nodes: [Node]) -> Openers? {
        nodes.compactMap(openers(of:)).reversed().min { $0.weight < $1.weight }
    }

    private static func openers(of node: Node) -> Openers? {
        switch node {
        case .mark(let kind, _): return Openers(marks: MarkSet([kind]))
        case .symbol(let symbol): return Openers(symbols: [symbol])
        case .number, .digits, .numberWord: return Openers()
        case .capture(_, let inner): return openers(of: inner)
        case .repeated(let inner, let min, _): return min > 0 ? openers(of: inner) : nil
        case .either(let options):
            let all = options.compactMap(openers(of:))
            return all.count == options.count ? all.reduce(into: Openers()) { $0.formUnion($1) } : nil
        default: return nil
        }
    }

    /// How many tokens ``requiredNear`` looks at.
    static let nearTokens = 6

    /// Of the bits of `required` those that every match has among its first ``nearTokens`` tokens, wherever it begins: "в" opens a
    /// date only where a month, a year or the like stands close behind.
    ///
    /// - Parameter width: how many tokens a mark of a class has at most.
    func requiredNear(width: (MarkClass) -> Int) -> UInt64 { Self.near(root, behind: 0, width).bits }

    /// How many tokens a match has at most.
    func mostTokens(width: (MarkClass) -> Int) -> Int { Self.near(root, behind: 0, width).end }

    /// What nodes have within reach that begin so many tokens behind the beginning at most, and where they end at most.
    private static func near(_ nodes: [Node], behind: Int, _ width: (MarkClass) -> Int) -> (bits: UInt64, end: Int) {
        var (bits, at) = (UInt64(0), behind)
        for node in nodes {
            let its = near(node, behind: at, width)
            bits |= its.bits
            at = its.end
        }
        return (bits, at)
    }

    private static func near(_ node: Node, behind: Int, _ width: (MarkClass) -> Int) -> (bits: UInt64, end: Int) {
        let isNear = behind < nearTokens
        switch node {
        case .mark(let kind, _): return (isNear ? MarkRow.bit(of: kind) : 0, behind + width(kind))
        case .number, .digits: return (isNear ? MarkRow.numberBit : 0, behind + 1)
        case .numberWord: return (isNear ? MarkRow.numberWordBit : 0, behind + 1)
        case .symbol, .grammemes, .punctuation, .dash, .capital, .any: return (0, behind + 1)
        case .gap(let most): return (0, behind + most)
        case .not: return (0, behind)
        case .capture(_, let inner): return near(inner, behind: behind, width)
        case .repeated(let inner, let min, let max):
            let once = near(inner, behind: behind, width)
            return (min > 0 ? once.bits : 0, behind + (once.end - behind) * max)
        case .either(let options):
            let all = options.map { near($0, behind: behind, width) }
            return (
                all.isEmpty ? 0 : all.reduce(~0) { $0 & $1.bits }, all.map(\.end).max() ?? behind
            )
        }
    }

    /// All that the next token can be; nil when there need be none, or when that is no short list.
    private static func starters(of nodes: ArraySlice<Node>) -> [Starter]? {
        guard let first = nodes.first else { return nil }
        let rest = nodes.dropFirst()
        if let starter = first.starter { return [starter] }
        switch first {
        case .capture(_, let inner): return starters(of: [inner] + rest)
        case .either(let options):
            var all: [Starter] = []
            for option in options {
                guard let some = starters(of: option + rest) else { return nil }
                all += some
            }
            return all
        case .repeated(let inner, let min, _):
            guard inner.takesSomething, let within = starters(of: [inner]) else { return nil }
            if min > 0 { return within }
            return starters(of: rest).map { within + $0 }
        case .not: return starters(of: rest)
        default: return nil
        }
    }
}

extension Pattern.Node {
    /// What a token must be for a node that takes one, or a mark, and nothing else.
    fileprivate var starter: Pattern.Starter? {
        switch self {
        case .symbol(let symbol): .symbol(symbol)
        case .grammemes(let wanted): .grammemes(wanted)
        case .mark(let kind, _): .mark(kind)
        case .number: .number(nil)
        case .digits(let count): .number(count)
        case .numberWord: .numberWord
        case .capital: .capital
        case .punctuation(let scalar): .punctuation(scalar)
        case .dash: .dash
        default: nil
        }
    }
}
