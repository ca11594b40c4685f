import Morphology

/// A pattern as a matcher runs it: its steps in one row, each with the step that follows.
///
/// A match goes from step to step and comes back where one fails, and remembers where it is in registers that it restores on
/// its way back, so that it needs no memory of its own.
///
/// The row holds the pattern twice: as it is written, and bare of its names. Of the rules that are tried at a token most fail and
/// all but one are shorter than another, so that what they would remember is asked for when the best is known.
///
/// Unchecked: the row is written before anybody has the program, and never again.
final class Program: @unchecked Sendable {
    private let steps: UnsafePointer<Step>
    private let symbols: UnsafeBufferPointer<Int32>
    /// What words can be all of.
    private let grammemes: UnsafeBufferPointer<Grammemes>
    /// In bytes; none where any will do.
    private let endings: UnsafeBufferPointer<UnsafeBufferPointer<UInt8>?>
    private let start: Int
    private let bareStart: Int
    let names: [String]

    /// Three for what is remembered under each name, its first token and its end and where it began to be read; two for each
    /// loop, its rounds and where the last one began.
    let registerCount: Int

    private struct Step {
        enum Kind: UInt8 {
            // These take one token, whatever follows.
            case symbol, anySymbol, grammemes, number, digits, numberWord, punctuation, dash, capital, any
            case mark, markWithValue, gap, either, not, enter, loop, open, close, accept
        }

        let kind: Kind
        /// A symbol, the place of several or of grammemes, a class, a scalar, a slot, a loop, the first of two choices, the most
        /// tokens of a gap.
        var first: Int32 = 0
        /// A value, an ending, the number of symbols, the second of two choices, the least of rounds or digits.
        var second: Int32 = 0
        /// The most of rounds or digits, the number of a choice of symbols.
        var third: Int32 = 0
        /// Of a loop, its first step.
        var body: Int32 = 0
        var next: Int32 = 0
        /// Of a class, its bit among those of `MarkRow`.
        var bit: UInt64 = 0
    }

    init(_ root: [Pattern.Node], lexicon: Lexicon) {
        var compiler = Compiler()
        start = compiler.sequence(root[...], then: compiler.accept, lexicon)
        names = compiler.names
        bareStart =
            names.isEmpty ? start : compiler.sequence(root.map(\.withoutNames)[...], then: compiler.accept, lexicon)
        steps = Self.kept(compiler.steps).baseAddress!
        symbols = Self.kept(compiler.symbols)
        grammemes = Self.kept(compiler.grammemes)
        endings = Self.kept(compiler.endings.map { $0.map { Self.kept(Array($0.utf8)) } })
        registerCount = 3 * names.count + 2 * compiler.loops
    }

    deinit {
        steps.deallocate()
        symbols.deallocate()
        grammemes.deallocate()
        for ending in endings { ending?.deallocate() }
        endings.deallocate()
    }

    /// A row in memory of its own, where to look into it counts no references.
    private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        let row = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = row.initialize(fromContentsOf: elements)
        return UnsafeBufferPointer(row)
    }
}

// MARK: Compiling

extension Program {
    private struct Compiler {
        var steps = [Step(kind: .accept)]
        var endings: [String?] = []
        var symbols: [Int32] = []
        var grammemes: [Grammemes] = []
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

        mutating func sequence(_ nodes: ArraySlice<Pattern.Node>, then next: Int, _ lexicon: Lexicon) -> Int {
            nodes.reversed().reduce(next) { step($1, then: $0, lexicon) }
        }

        private mutating func step(_ node: Pattern.Node, then next: Int, _ lexicon: Lexicon) -> Int {
            switch node {
            case .symbol(let symbol): return add(Step(kind: .symbol, first: symbol), then: next)
            case .grammemes(let wanted):
                grammemes.append(wanted)
                return add(Step(kind: .grammemes, first: Int32(grammemes.count - 1)), then: next)
            case .mark(let kind, nil):
                return add(Step(kind: .mark, first: Int32(kind.index), bit: MarkRow.bit(of: kind)), then: next)
            case .mark(let kind, let value?):
                let step = Step(
                    kind: .markWithValue, first: Int32(kind.index), second: lexicon.valueNumber(value),
                    bit: MarkRow.bit(of: kind))
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
                let body = step(inner, then: next, lexicon)
                return add(Step(kind: .either, first: Int32(body), second: Int32(next)))
            case .repeated(let inner, let min, let max):
                let loop = Int32(loops)
                loops += 1
                let place = add(Step(kind: .loop, first: loop, second: Int32(min), third: Int32(max)), then: next)
                let body = step(inner, then: place, lexicon)
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
                let starts = options.map { sequence($0[...], then: next, lexicon) }
                return starts.dropLast().reversed().reduce(starts.last!) { other, option in
                    add(Step(kind: .either, first: Int32(option), second: Int32(other)))
                }
            case .not(let inner):
                // What is not there has nothing to be remembered.
                let body = step(inner.withoutNames, then: accept, lexicon)
                return add(Step(kind: .not, first: Int32(body)), then: next)
            case .capture(let name, let inner):
                let slot = names.firstIndex(of: name) ?? names.count
                if slot == names.count { names.append(name) }
                let close = add(Step(kind: .close, first: Int32(slot)), then: next)
                let body = step(inner, then: close, lexicon)
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
    /// The end of the match that begins at a token, with what it remembers in the document's registers.
    func run(in document: Document, at: Int, limit: Int) -> Int? {
        for register in 0..<3 * names.count { document.scratch[register] = -1 }
        return end(from: start, in: document, at: at, limit: limit)
    }

    /// The same end, and nothing is remembered.
    func end(in document: Document, at: Int, limit: Int) -> Int? {
        end(from: bareStart, in: document, at: at, limit: limit)
    }

    private func end(from step: Int, in document: Document, at: Int, limit: Int) -> Int? {
        var matcher = Matcher(
            steps: steps, document: document, row: document.row, marks: document.marks, program: self, limit: limit,
            slots: document.scratch, loops: document.scratch + 3 * names.count)
        let end = matcher.run(step, at)
        return end < 0 ? nil : end
    }

    private struct Matcher {
        let steps: UnsafePointer<Step>
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
            var it = steps + step
            var at = at
            while true {
                budget &-= 1
                guard budget > 0 else { return -1 }
                switch it.pointee.kind {
                case .accept: return at
                case .either:
                    let first = Int(it.pointee.first)
                    if !fails(first, at) {
                        let end = run(first, at)
                        if end >= 0 { return end }
                    }
                    it = steps + Int(it.pointee.second)
                    continue
                case .gap:
                    var next = at
                    while next <= limit, next - at <= Int(it.pointee.first) {
                        let end = run(Int(it.pointee.next), next)
                        if end >= 0 { return end }
                        next += 1
                    }
                    return -1
                case .mark, .markWithValue: return mayMark(it, at) ? mark(it, at) : -1
                case .not: if run(Int(it.pointee.first), at) >= 0 { return -1 }
                case .enter: return enter(it, at)
                case .loop: return again(it, at)
                case .open: return open(it, at)
                case .close: return close(it, at)
                default:
                    guard at < limit, accepts(it, at) else { return -1 }
                    at &+= 1
                }
                it = steps + Int(it.pointee.next)
            }
        }

        /// Whether a step that takes one token, or a mark, cannot take this one: looked up before anything has to be remembered.
        private func fails(_ step: Int, _ at: Int) -> Bool {
            let it = steps + step
            switch it.pointee.kind {
            case .mark, .markWithValue: return !mayMark(it, at)
            case .gap, .either, .not, .enter, .loop, .open, .close, .accept: return false
            default: return at >= limit || !accepts(it, at)
            }
        }

        @inline(__always)
        private func mayMark(_ it: UnsafePointer<Step>, _ at: Int) -> Bool {
            at < limit && marks.classes[at] & it.pointee.bit != 0
        }

        private mutating func mark(_ it: UnsafePointer<Step>, _ at: Int) -> Int {
            let kind = Int16(truncatingIfNeeded: it.pointee.first)
            for mark in marks.at(at) where mark.kind.index == kind && mark.end <= limit {
                if it.pointee.kind == .markWithValue,
                    document.lexicon.valueNumbers[Int(mark.entry)] != it.pointee.second
                {
                    continue
                }
                let end = run(Int(it.pointee.next), mark.end)
                if end >= 0 { return end }
            }
            return -1
        }

        /// A loop inside another begins anew each time.
        private mutating func enter(_ it: UnsafePointer<Step>, _ at: Int) -> Int {
            let loop = loops + 2 * Int(it.pointee.first)
            let outer = (loop[0], loop[1])
            loop[0] = 0
            let end = run(Int(it.pointee.next), at)
            (loop[0], loop[1]) = outer
            return end
        }

        /// One more round, if that takes anything, else what follows.
        private mutating func again(_ it: UnsafePointer<Step>, _ at: Int) -> Int {
            let loop = loops + 2 * Int(it.pointee.first)
            let (rounds, began) = (loop[0], loop[1])
            // A round that took nothing leads nowhere.
            guard rounds == 0 || at > Int(began) else { return -1 }
            if rounds < it.pointee.third {
                (loop[0], loop[1]) = (rounds + 1, Int32(at))
                let end = run(Int(it.pointee.body), at)
                (loop[0], loop[1]) = (rounds, began)
                if end >= 0 { return end }
            }
            return rounds >= it.pointee.second ? run(Int(it.pointee.next), at) : -1
        }

        private mutating func open(_ it: UnsafePointer<Step>, _ at: Int) -> Int {
            let slot = slots + 3 * Int(it.pointee.first)
            let outer = slot[2]
            slot[2] = Int32(at)
            let end = run(Int(it.pointee.next), at)
            slot[2] = outer
            return end
        }

        private mutating func close(_ it: UnsafePointer<Step>, _ at: Int) -> Int {
            let slot = slots + 3 * Int(it.pointee.first)
            let before = (slot[0], slot[1])
            (slot[0], slot[1]) = (slot[2], Int32(at))
            let end = run(Int(it.pointee.next), at)
            if end < 0 { (slot[0], slot[1]) = before }
            return end
        }

        private func accepts(_ step: UnsafePointer<Step>, _ at: Int) -> Bool {
            let token = row.tokens[at]
            switch step.pointee.kind {
            case .symbol: return row.word(at).map { holds($0.symbols, step.pointee.first) } ?? false
            case .anySymbol:
                guard let word = row.word(at) else { return false }
                if step.pointee.third >= 0 { return word.choices & (1 << UInt64(step.pointee.third)) != 0 }
                let first = Int(step.pointee.first)
                for place in first..<first + Int(step.pointee.second) where holds(word.symbols, program.symbols[place])
                {
                    return true
                }
                return false
            case .grammemes: return row.word(at)?.can(be: program.grammemes[Int(step.pointee.first)]) ?? false
            case .number: return token.kind == .number
            case .digits:
                return token.kind == .number && token.payload >= step.pointee.second
                    && token.payload <= step.pointee.third
            case .numberWord: return isNumberWord(step, at)
            case .punctuation: return token.kind == .mark && token.payload == step.pointee.first
            case .dash: return row.isDash(at)
            case .capital: return token.kind == .word && token.shape.contains(.capitalized)
            default: return step.pointee.kind == .any
            }
        }

        @inline(__always)
        private func holds(_ symbols: UnsafeBufferPointer<Int32>, _ wanted: Int32) -> Bool {
            for symbol in symbols where symbol == wanted { return true }
            return false
        }

        private func isNumberWord(_ step: UnsafePointer<Step>, _ at: Int) -> Bool {
            guard row.tokens[at].shape.isSuperset(of: [.digits, .hyphen]), let number = document.leadingNumber(at)
            else {
                return false
            }
            if step.pointee.third >= 0, Self.digits(of: number) != Int(step.pointee.third) { return false }
            guard let ending = program.endings[Int(step.pointee.second)] else { return true }
            return row.word(at)?.ends(in: ending) == true
        }

        private static func digits(of number: Int) -> Int {
            var (digits, rest) = (1, number / 10)
            while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
            return digits
        }
    }
}
