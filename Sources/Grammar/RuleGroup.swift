import Morphology

extension RuleBook {
    /// The rules of one recognizer, with what each can begin with, so that most tokens try none.
    ///
    /// What a word can begin is known with the word, see ``Vocabulary``.
    public final class Group: Sendable {
        public let rules: [Compiled]
        /// Its place in the rule book.
        let number: Int
        private let programs: [Program]
        private let first: Starts
        private let second: Starts
        /// Rules that begin with something else: tried at every token.
        private let rest: RuleSet
        private let (hasRest, startsWithCapital, startsWithPunctuation): (Bool, Bool, Bool)
        /// Rules that a mark begins, whatever follows; by class, those of classes beyond its end are empty.
        private let byMark: [RuleSet]
        /// The bits of their classes, as those of `MarkRow`: most tokens have none of them.
        private let markBits: UInt64
        private let secondMarkBits: UInt64
        /// Rules whose second token can be anything.
        private let anySecond: RuleSet
        /// What each rule cannot match without, as bits of `MarkRow`, and what of it within the next few tokens.
        private let required: [UInt64]
        private let requiredNear: [UInt64]
        /// All that some rule cannot match without near by, and the rules that do without.
        private let nearBits: UInt64
        private let needsNothingNear: RuleSet
        /// How many tokens each matches at most: none is tried that could not be longer than what is found.
        private let mostTokens: [Int]
        /// The marks and words of which a sentence without a digit must have one for any rule to match in it, where every rule needs
        /// a digit or one of these.
        fileprivate let openers: Pattern.Openers
        private let needsOpener: Bool

        init(_ rules: [Compiled], number: Int) {
            var (first, second) = (Starts(), Starts())
            var (rest, anySecond) = (RuleSet(), RuleSet())
            for (index, compiled) in rules.enumerated() {
                guard let heads = compiled.pattern.heads else {
                    rest.insert(index)
                    continue
                }
                for head in heads {
                    first.add(head.first, index)
                    if case .mark = head.first { continue }
                    if let seconds = head.second {
                        for starter in seconds { second.add(starter, index) }
                    } else {
                        anySecond.insert(index)
                    }
                }
            }
            self.rules = rules
            self.number = number
            programs = rules.map(\.pattern.program)
            byMark = first.byMark
            markBits = first.markBits
            secondMarkBits = second.markBits
            self.first = first
            self.second = second
            self.rest = rest
            hasRest = !rest.isEmpty
            startsWithCapital = !first.byCapital.isEmpty
            startsWithPunctuation = first.hasPunctuation
            self.anySecond = anySecond
            required = rules.map(\.pattern.required)
            requiredNear = rules.map(\.requiredNear)
            mostTokens = rules.map(\.mostTokens)
            nearBits = requiredNear.reduce(0, |)
            needsNothingNear = rules.indices.reduce(into: RuleSet()) { set, index in
                if rules[index].requiredNear == 0 { set.insert(index) }
            }
            let openers = rules.compactMap(\.pattern.openers)
            self.openers = openers.reduce(into: Pattern.Openers()) { $0.formUnion($1) }
            needsOpener = openers.count == rules.count
        }

        /// Whether a range, or the sentence that it lies in, has what every rule needs, or a digit.
        public func mayMatch(in document: Document, _ range: Range<Int>) -> Bool {
            guard needsOpener, !range.isEmpty, document.marks.ahead[range.lowerBound] & MarkRow.digitBits == 0
            else { return true }
            let sentence = Int(document.sentenceOf[range.lowerBound])
            if document.sentences[sentence].upperBound < range.upperBound
                || document.has(openers.marks, inSentence: sentence)
            {
                return true
            }
            guard !openers.symbols.isEmpty else { return false }
            return range.contains { document.row.word($0)?.opens(number) == true }
        }

        /// The best match that begins at a token.
        public func hit(in document: Document, at: Int, limit: Int) -> Hit? {
            guard mayBegin(in: document, at: at) else { return nil }
            let near = document.marks.bits(from: at, to: min(at + Pattern.nearTokens, limit))
            let candidates = candidates(in: document, at: at, limit: limit, near: near)
            if candidates.isEmpty { return nil }
            var best = -1
            var longest = 0
            // What lies ahead is known to the end of the sentence.
            let ahead = limit <= document.sentence(of: at).upperBound ? document.marks.ahead[at] : ~0
            candidates.visit { index in
                guard required[index] & ~ahead == 0, requiredNear[index] & ~near == 0, mostTokens[index] > longest,
                    let end = programs[index].end(in: document, at: at, limit: limit), end - at > longest
                else { return }
                longest = end - at
                best = index
            }
            guard best >= 0, let match = rules[best].pattern.match(in: document, at: at, limit: limit) else {
                return nil
            }
            return Hit(rule: rules[best].rule, match: match)
        }

        /// The matches in a token range, from left to right, none overlapping.
        public func hits(in document: Document, range: Range<Int>) -> [Hit] {
            guard mayMatch(in: document, range) else { return [] }
            var hits: [Hit] = []
            var at = range.lowerBound
            while true {
                at = candidate(in: document, range: at..<range.upperBound)
                guard at < range.upperBound else { break }
                if let hit = hit(in: document, at: at, limit: range.upperBound) {
                    hits.append(hit)
                    at = hit.match.range.upperBound
                } else {
                    at += 1
                }
            }
            return hits
        }

        /// The first token of a range that has a digit or at which some rule may match; the range's end when there is none.
        public func candidate(in document: Document, range: Range<Int>) -> Int {
            // Nearly all tokens of a text come by here, so that each is looked at once and at little else.
            let (tokens, words, classes) = (document.row.tokens, document.row.entries, document.marks.classes)
            var at = range.lowerBound
            guard !hasRest else { return at }
            while at < range.upperBound {
                let token = tokens[at]
                if token.shape.contains(.digits) || classes[at] & markBits != 0 { return at }
                switch token.kind {
                case .word:
                    if startsWithCapital, token.shape.contains(.capitalized) { return at }
                    if let word = words[at], word.begins(number) { return at }
                case .number: return at
                case .mark: if startsWithPunctuation { return at }
                }
                at += 1
            }
            return at
        }

        /// Whether some rule may match at a token, by the token alone: most are asked no more.
        @inline(__always)
        private func mayBegin(in document: Document, at: Int) -> Bool {
            if hasRest || document.marks.classes[at] & markBits != 0 { return true }
            let token = document.row.tokens[at]
            switch token.kind {
            case .word:
                return token.shape.contains(.capitalized) && startsWithCapital || token.shape.contains(.digits)
                    || document.row.word(at)?.begins(number) == true
            case .number: return true
            case .mark: return startsWithPunctuation
            }
        }

        /// The rules that may match at a token.
        ///
        /// - Parameter near: what stands there and close behind, as bits of `MarkRow`.
        private func candidates(in document: Document, at: Int, limit: Int, near: UInt64) -> RuleSet {
            var found = first.rules(document.row, at)
            if let word = document.row.word(at) { found.formUnion(word.first(number)) }
            // Most words that a rule begins with, "в" and "на", have nothing near that it would need.
            if near & nearBits == 0 { found.formIntersection(needsNothingNear) }
            if !found.isEmpty { found.formIntersection(seconds(in: document, at: at + 1, limit: limit)) }
            found.formUnion(rest)
            if document.marks.classes[at] & markBits != 0 {
                for mark in document.marks.at(at) where Int(mark.kind.index) < byMark.count {
                    found.formUnion(byMark[Int(mark.kind.index)])
                }
            }
            return found
        }

        /// The rules whose second token a token can be.
        private func seconds(in document: Document, at: Int, limit: Int) -> RuleSet {
            var found = anySecond
            guard at < limit, at < document.row.count else { return found }
            found.formUnion(second.rules(document.row, at))
            if let word = document.row.word(at) { found.formUnion(word.second(number)) }
            if document.marks.classes[at] & secondMarkBits != 0 {
                for mark in document.marks.at(at) where Int(mark.kind.index) < second.byMark.count {
                    found.formUnion(second.byMark[Int(mark.kind.index)])
                }
            }
            return found
        }

        /// For words as first and as second tokens, whatever marks they bear.
        fileprivate var wordStarts: [Starts] { [first, second] }
    }
}

/// The rules of all groups that a word can begin, and those whose second token it can be.
///
/// Most symbols are in few groups or none: the word asks for what concerns it, instead of every group for the word.
struct StartIndex: Sendable {
    private struct Part {
        /// Twice the number of the group, and one more for second tokens.
        let place: Int
        let rules: RuleSet
    }

    private var bySymbol: [Int32: [Part]] = [:]
    /// For each symbol that opens rules a bit for each of their groups.
    private var openers: [Int32: UInt32] = [:]
    private var byGrammemes: [(wanted: Grammemes, parts: [Part])] = []

    init(_ groups: [RuleBook.Group]) {
        for (number, group) in groups.enumerated() {
            for symbol in group.openers.symbols { openers[symbol, default: 0] |= 1 << UInt32(number) }
            for (turn, starts) in group.wordStarts.enumerated() {
                let place = 2 * number + turn
                for (symbol, rules) in starts.bySymbol {
                    bySymbol[symbol, default: []].append(Part(place: place, rules: rules))
                }
                for (wanted, rules) in starts.byGrammemes {
                    let index = byGrammemes.firstIndex { $0.wanted == wanted } ?? byGrammemes.count
                    if index == byGrammemes.count { byGrammemes.append((wanted, [])) }
                    byGrammemes[index].parts.append(Part(place: place, rules: rules))
                }
            }
        }
    }

    /// A bit for each group that has rules which a word opens.
    func openGroups(symbols: [Int32]) -> UInt32 { symbols.reduce(0) { $0 | (openers[$1] ?? 0) } }

    /// A bit for each place where there are rules for a word, and for each of them the rules.
    func rules(symbols: [Int32], readings: [Grammemes]) -> (places: UInt64, rules: [RuleSet]) {
        var places: UInt64 = 0
        var sets: [RuleSet] = []
        func add(_ parts: [Part]) {
            for part in parts {
                let bit: UInt64 = 1 << UInt64(part.place)
                let rank = (places & (bit - 1)).nonzeroBitCount
                if places & bit == 0 {
                    sets.insert(part.rules, at: rank)
                    places |= bit
                } else {
                    sets[rank].formUnion(part.rules)
                }
            }
        }
        for symbol in symbols {
            if let parts = bySymbol[symbol] { add(parts) }
        }
        for (wanted, parts) in byGrammemes where readings.contains(where: { $0.contains(wanted) }) { add(parts) }
        return (places, sets)
    }
}

/// The rules of a group by what a token must be.
private struct Starts {
    private(set) var bySymbol: [Int32: RuleSet] = [:]
    private(set) var byGrammemes: [(wanted: Grammemes, rules: RuleSet)] = []
    private(set) var byMark: [RuleSet] = []
    private(set) var byCapital = RuleSet()
    private var byNumberWord = RuleSet()
    /// By how many digits a number has; 0 for what has more than digits, the last for all beyond.
    private var byDigits = Array(repeating: RuleSet(), count: Self.mostDigits + 1)
    private var byDash = RuleSet()
    private var byPunctuation: [(scalar: Int32, rules: RuleSet)] = []

    private static let mostDigits = 9

    var markBits: UInt64 {
        byMark.indices.reduce(0) { bits, index in
            byMark[index].isEmpty ? bits : bits | MarkRow.bit(of: MarkClass(index: Int16(index)))
        }
    }

    var hasPunctuation: Bool { !byDash.isEmpty || !byPunctuation.isEmpty }

    /// The rules for a token, but for those that its word or its marks decide on.
    @inline(__always)
    func rules(_ row: TokenRow, _ at: Int) -> RuleSet {
        let token = row.tokens[at]
        switch token.kind {
        case .word:
            var found = token.shape.contains(.capitalized) ? byCapital : RuleSet()
            if token.shape.contains(.digits) { found.formUnion(byNumberWord) }
            return found
        case .number: return byDigits[min(Int(token.payload), Self.mostDigits)]
        case .mark:
            var found = row.isDash(at) ? byDash : RuleSet()
            for (scalar, rules) in byPunctuation where scalar == token.payload { found.formUnion(rules) }
            return found
        }
    }

    mutating func add(_ starter: Pattern.Starter, _ rule: Int) {
        switch starter {
        case .symbol(let symbol): bySymbol[symbol, default: RuleSet()].insert(rule)
        case .grammemes(let wanted):
            if !byGrammemes.contains(where: { $0.wanted == wanted }) { byGrammemes.append((wanted, RuleSet())) }
            byGrammemes[byGrammemes.firstIndex { $0.wanted == wanted }!].rules.insert(rule)
        case .mark(let kind):
            while byMark.count <= Int(kind.index) { byMark.append(RuleSet()) }
            byMark[Int(kind.index)].insert(rule)
        case .number(let count):
            for digits in byDigits.indices where count.map({ Self.allows(digits, $0) }) ?? true {
                byDigits[digits].insert(rule)
            }
        case .numberWord: byNumberWord.insert(rule)
        case .capital: byCapital.insert(rule)
        case .punctuation(let scalar):
            let scalar = Int32(bitPattern: scalar.value)
            if !byPunctuation.contains(where: { $0.scalar == scalar }) { byPunctuation.append((scalar, RuleSet())) }
            byPunctuation[byPunctuation.firstIndex { $0.scalar == scalar }!].rules.insert(rule)
        case .dash: byDash.insert(rule)
        }
    }

    private static func allows(_ digits: Int, _ count: ClosedRange<Int>) -> Bool {
        digits == mostDigits ? count.upperBound >= digits : count.contains(digits)
    }
}
