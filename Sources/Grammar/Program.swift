import Morphology

/// A pattern as a matcher runs it: its steps in one row, each with the step that follows.
///
/// A match goes from step to step and comes back where one fails, and remembers where it is in registers that it restores on
/// its way back, so that it needs no memory of its own.
final class Program: Sendable {
    private let steps: [Step]
    /// In bytes.
    private let endings: [[UInt8]?]
    private let symbols: [Int32]
    private let start: Int
    let names: [String]

    /// Three for what is remembered under each name, its first token and its end and where it began to be read; two for each
    /// loop, its rounds and where the last one began.
    let registerCount: Int

    private struct Step: Sendable {
        enum Kind: UInt8, Sendable {
            // These take one token, whatever follows.
            case symbol, anySymbol, grammemes, number, digits, numberWord, punctuation, dash, capital, any
            case mark, markWithValue, gap, either, not, enter, loop, open, close, accept
        }

        let kind: Kind
        /// A symbol, the place of several, a class, a scalar, a slot, a loop, the first of two choices, the most tokens of a gap.
        var first: Int32 = 0
        /// A value, an ending, the number of symbols, the second of two choices, the least of rounds or digits.
        var second: Int32 = 0
        /// The most of rounds or digits, the number of a choice of symbols.
        var third: Int32 = 0
        /// Of a loop, its first step.
        var body: Int32 = 0
        var grammemes = Grammemes()
        var next: Int32 = 0
    }

    init(_ root: [Pattern.Node], lexicon: inout Lexicon) {
        var compiler = Compiler()
        start = compiler.sequence(root[...], then: compiler.accept, &lexicon)
        steps = compiler.steps
        endings = compiler.endings.map { $0.map { Array($0.utf8) } }
        symbols = compiler.symbols
        names = compiler.names
        registerCount = 3 * names.count + 2 * compiler.loops
    }
}

// MARK: Compiling

extension Program {
    private struct Compiler {
        var steps = [Step(kind: .accept)]
        var endings: [String?] = []
        var symbols: [Int32] = []
        var names: [String] = []
        var loops = 0
        /// The place of the step that ends a match.
        let accept = 0

        private mutating func add(_ step: Step, then next: Int = 0) -> Int {
            var step = step
            step.next = Int32(next)
            steps.append(step)
            return steps.count - 1
        }

        mutating func sequence(_ nodes: ArraySlice<Pattern.Node>, then next: Int, _ lexicon: inout Lexicon) -> Int {
            nodes.reversed().reduce(next) { step($1, then: $0, &lexicon) }
        }

        private mutating func step(_ node: Pattern.Node, then next: Int, _ lexicon: inout Lexicon) -> Int {
            switch node {
            case .symbol(let symbol): return add(Step(kind: .symbol, first: symbol), then: next)
            case .grammemes(let wanted): return add(Step(kind: .grammemes, grammemes: wanted), then: next)
            case .mark(let kind, nil): return add(Step(kind: .mark, first: Int32(kind.index)), then: next)
            case .mark(let kind, let value?):
                let step = Step(kind: .markWithValue, first: Int32(kind.index), second: lexicon.valueNumber(value))
                return add(step, then: next)
            case .number: return add(Step(kind: .number), then: next)
            case .digits(let count):
                let step = Step(kind: .digits, second: Int32(count.lowerBound), third: Int32(count.upperBound))
                return add(step, then: next)
            case .numberWord(let ending, let digits):
                endings.append(ending)
                let step = Step(kind: .numberWord, second: Int32(endings.count - 1), third: Int32(digits ?? -1))
                return add(step, then: next)
            case .punctuation(let scalar):
                return add(Step(kind: .punctuation, first: Int32(bitPattern: scalar.value)), then: next)
            case .dash: return add(Step(kind: .dash), then: next)
            case .capital: return add(Step(kind: .capital), then: next)
            case .any: return add(Step(kind: .any), then: next)
            case .gap(let most): return add(Step(kind: .gap, first: Int32(most)), then: next)
            case .repeated(let inner, 0, 1) where inner.takesSomething:
                let body = step(inner, then: next, &lexicon)
                return add(Step(kind: .either, first: Int32(body), second: Int32(next)))
            case .repeated(let inner, let min, let max):
                let loop = Int32(loops)
                loops += 1
                let place = add(Step(kind: .loop, first: loop, second: Int32(min), third: Int32(max)), then: next)
                let body = step(inner, then: place, &lexicon)
                steps[place].body = Int32(body)
                return add(Step(kind: .enter, first: loop), then: place)
            case .either(let options):
                let words = options.compactMap(\.loneSymbol)
                if words.count == options.count {
                    symbols += words
                    let step = Step(
                        kind: .anySymbol, first: Int32(symbols.count - words.count), second: Int32(words.count),
                        third: lexicon.choice(of: words) ?? -1)
                    return add(step, then: next)
                }
                let starts = options.map { sequence($0[...], then: next, &lexicon) }
                return starts.dropLast().reversed().reduce(starts.last!) { other, option in
                    add(Step(kind: .either, first: Int32(option), second: Int32(other)))
                }
            case .not(let inner):
                // What is not there has nothing to be remembered.
                let body = step(inner.withoutNames, then: accept, &lexicon)
                return add(Step(kind: .not, first: Int32(body)), then: next)
            case .capture(let name, let inner):
                let slot = names.firstIndex(of: name) ?? names.count
                if slot == names.count { names.append(name) }
                let close = add(Step(kind: .close, first: Int32(slot)), then: next)
                let body = step(inner, then: close, &lexicon)
                return add(Step(kind: .open, first: Int32(slot)), then: body)
            }
        }
    }
}

extension [Pattern.Node] {
    /// The symbol that is all there is.
    fileprivate var loneSymbol: Int32? {
        guard count == 1, case .symbol(let symbol) = self[0] else { return nil }
        return symbol
    }
}

extension Pattern.Node {
    /// Whether it takes a token at least, whatever it matches.
    var takesSomething: Bool {
        switch self {
        case .gap, .not: false
        case .repeated(let inner, let min, _): min > 0 && inner.takesSomething
        case .either(let options): options.allSatisfy { $0.contains(where: \.takesSomething) }
        case .capture(_, let inner): inner.takesSomething
        default: true
        }
    }

    fileprivate var withoutNames: Pattern.Node {
        switch self {
        case .capture(_, let inner): inner.withoutNames
        case .repeated(let inner, let min, let max): .repeated(inner.withoutNames, min: min, max: max)
        case .either(let options): .either(options.map { $0.map(\.withoutNames) })
        case .not(let inner): .not(inner.withoutNames)
        default: self
        }
    }
}

// MARK: Running

extension Program {
    /// The end of the match that begins at a token.
    func run(in document: Document, at: Int, limit: Int) -> Int? {
        steps.withUnsafeBufferPointer { steps in
            for register in 0..<3 * names.count { document.scratch[register] = -1 }
            var matcher = Matcher(
                steps: steps, document: document, row: document.row, marks: document.marks, program: self, limit: limit,
                slots: document.scratch, loops: document.scratch + 3 * names.count)
            let end = matcher.run(start, at)
            return end < 0 ? nil : end
        }
    }

    private struct Matcher {
        let steps: UnsafeBufferPointer<Step>
        // The caller keeps both alive; a match is too short to count references for.
        unowned(unsafe) let document: Document
        let row: TokenRow
        let marks: MarkRow
        unowned(unsafe) let program: Program
        let limit: Int
        let slots: UnsafeMutablePointer<Int32>
        let loops: UnsafeMutablePointer<Int32>
        /// Bounds the work of one attempt, so that no text makes a pattern slow.
        var budget = 10_000

        /// The end of the match from a step on; negative when there is none.
        mutating func run(_ step: Int, _ at: Int) -> Int {
            var step = step
            var at = at
            while true {
                budget -= 1
                guard budget > 0 else { return -1 }
                let it = steps[step]
                switch it.kind {
                case .accept: return at
                case .either:
                    if !fails(Int(it.first), at) {
                        let end = run(Int(it.first), at)
                        if end >= 0 { return end }
                    }
                    step = Int(it.second)
                    continue
                case .gap:
                    var next = at
                    while next <= limit, next - at <= Int(it.first) {
                        let end = run(Int(it.next), next)
                        if end >= 0 { return end }
                        next += 1
                    }
                    return -1
                case .mark, .markWithValue: return mark(it, at)
                case .not: if run(Int(it.first), at) >= 0 { return -1 }
                case .enter: return enter(it, at)
                case .loop: return again(it, at)
                case .open: return open(it, at)
                case .close: return close(it, at)
                default:
                    guard at < limit, accepts(it, at) else { return -1 }
                    at += 1
                }
                step = Int(it.next)
            }
        }

        /// Whether a step that takes one token cannot take this one: looked up before anything has to be remembered.
        private func fails(_ step: Int, _ at: Int) -> Bool {
            steps[step].kind.rawValue <= Step.Kind.any.rawValue && (at >= limit || !accepts(steps[step], at))
        }

        private mutating func mark(_ it: Step, _ at: Int) -> Int {
            let kind = Int16(truncatingIfNeeded: it.first)
            for mark in marks.at(at) where mark.kind.index == kind && mark.end <= limit {
                if it.kind == .markWithValue, document.lexicon.valueNumbers[Int(mark.entry)] != it.second { continue }
                let end = run(Int(it.next), mark.end)
                if end >= 0 { return end }
            }
            return -1
        }

        /// A loop inside another begins anew each time.
        private mutating func enter(_ it: Step, _ at: Int) -> Int {
            let loop = loops + 2 * Int(it.first)
            let outer = (loop[0], loop[1])
            loop[0] = 0
            let end = run(Int(it.next), at)
            (loop[0], loop[1]) = outer
            return end
        }

        /// One more round, if that takes anything, else what follows.
        private mutating func again(_ it: Step, _ at: Int) -> Int {
            let loop = loops + 2 * Int(it.first)
            let (rounds, began) = (loop[0], loop[1])
            // A round that took nothing leads nowhere.
            guard rounds == 0 || at > Int(began) else { return -1 }
            if rounds < it.third {
                (loop[0], loop[1]) = (rounds + 1, Int32(at))
                let end = run(Int(it.body), at)
                (loop[0], loop[1]) = (rounds, began)
                if end >= 0 { return end }
            }
            return rounds >= it.second ? run(Int(it.next), at) : -1
        }

        private mutating func open(_ it: Step, _ at: Int) -> Int {
            let slot = slots + 3 * Int(it.first)
            let outer = slot[2]
            slot[2] = Int32(at)
            let end = run(Int(it.next), at)
            slot[2] = outer
            return end
        }

        private mutating func close(_ it: Step, _ at: Int) -> Int {
            let slot = slots + 3 * Int(it.first)
            let before = (slot[0], slot[1])
            (slot[0], slot[1]) = (slot[2], Int32(at))
            let end = run(Int(it.next), at)
            if end < 0 { (slot[0], slot[1]) = before }
            return end
        }

        private func accepts(_ it: Step, _ at: Int) -> Bool {
            switch it.kind {
            case .symbol: return row.word(at)?.symbols.contains(it.first) ?? false
            case .anySymbol:
                guard let word = row.word(at) else { return false }
                if it.third >= 0 { return word.choices & (1 << UInt64(it.third)) != 0 }
                for place in Int(it.first)..<Int(it.first + it.second)
                where word.symbols.contains(program.symbols[place]) {
                    return true
                }
                return false
            case .grammemes: return row.word(at)?.can(be: it.grammemes) ?? false
            case .number: return row.tokens[at].kind == .number
            case .digits:
                let token = row.tokens[at]
                return token.kind == .number && (Int(it.second)...Int(it.third)).contains(token.span.length)
                    && document.scalars[token.span.start..<token.span.end].allSatisfy { ("0"..."9").contains($0) }
            case .numberWord:
                guard let number = document.leadingNumber(at) else { return false }
                if it.third >= 0, String(number).utf8.count != Int(it.third) { return false }
                guard let ending = program.endings[Int(it.second)] else { return true }
                return row.word(at)?.ends(in: ending) == true
            case .punctuation: return row.tokens[at].kind == .mark && row.tokens[at].payload == it.first
            case .dash: return row.isDash(at)
            case .capital: return row.tokens[at].kind == .word && row.tokens[at].shape.contains(.capitalized)
            default: return it.kind == .any
            }
        }
    }
}
