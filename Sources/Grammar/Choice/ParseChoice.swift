import Morphology

/// Chooses one parse for each word of a sentence: how common each parse is, weighed with the government of prepositions and
/// verbs, with concord, apposition and coordination, and with the agreement of subject and verb.
///
/// A beam search from left to right over states of one clause; the weights are the language's ``Government``. The signs are
/// those of a school grammar (Русская грамматика, 1980, §§ 1720-1850); a word's share of parses is OpenCorpora's.
struct ParseChoice {
    /// Of each sign, those of the government.
    let weights: UnsafePointer<Int32>
    private let row: TokenRow
    /// The paths to the last token and those to the one being read, in memory that is there as long as the choice.
    private var beam: UnsafeMutablePointer<Path>
    private var next: UnsafeMutablePointer<Path>
    private var beamCount = 1
    private var nextCount = 0
    /// The parse and what came before it of each path that was kept, token by token.
    private let traces: UnsafeMutablePointer<Trace>
    private var traceCount = 0
    /// Where the paths of the next token stand, by a hash of their states: open addressing, one more than the place, 0 for free.
    private let places: UnsafeMutablePointer<UInt8>
    private static let placeCount = 256

    /// Paths kept after each token.
    private static let width = 6

    private struct Path {
        var score: Int32
        var state: State
        /// Its last step, and that before it among the traces.
        var parse: Int32 = 0
        var before: Int32 = -1
    }

    private struct Trace {
        let parse: Int32
        let before: Int32
    }

    /// How the last nominal is joined to what comes.
    enum Distance: UInt64, Comparable {
        case adjacent, joined, far

        static func < (one: Distance, other: Distance) -> Bool { one.rawValue < other.rawValue }
    }

    /// What of a clause decides on its next word.
    ///
    /// All that two paths are compared by is packed into two numbers.
    struct State {
        /// The cases that an open preposition governs, as digits, the commonest in the lowest four bits; 0 for none open.
        var governed: UInt32 = 0
        var isBehindGivenName = false
        var isVerbTransitive = false
        /// Four words, and the smaller things above them.
        private var packed = Distance.far.rawValue << State.distancePlace

        private static let numberPlace = 4 * Signature.width
        private static let distancePlace = numberPlace + 1
        private static let coordinatedPlace = distancePlace + 2
        private static let objectPlace = coordinatedPlace + 3

        /// Whether the same words would weigh the same behind both, as far as it matters.
        @inline(__always)
        func isAlike(_ other: State) -> Bool { packed == other.packed && governed == other.governed }

        /// Alike states have the same; from 0 to 255.
        @inline(__always)
        var hash: Int {
            let mixed = (packed ^ UInt64(governed) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
            return Int(truncatingIfNeeded: mixed >> 56)
        }

        @inline(__always)
        private func bits(_ place: UInt64, _ width: UInt64) -> UInt64 { packed >> place & (1 << width - 1) }

        @inline(__always)
        private mutating func set(_ place: UInt64, _ width: UInt64, to value: UInt64) {
            packed = packed & ~((1 << width - 1) << place) | value << place
        }

        @inline(__always)
        private func word(_ place: UInt64) -> Signature {
            Signature(bits: UInt16(truncatingIfNeeded: bits(place * Signature.width, Signature.width)))
        }

        @inline(__always)
        private mutating func setWord(_ place: UInt64, to word: Signature) {
            set(place * Signature.width, Signature.width, to: UInt64(word.bits))
        }

        var adjective: Signature {
            get { word(0) }
            set { setWord(0, to: newValue) }
        }
        var last: Signature {
            get { word(1) }
            set { setWord(1, to: newValue) }
        }
        var verb: Signature {
            get { word(2) }
            set { setWord(2, to: newValue) }
        }
        var subject: Signature {
            get { word(3) }
            set { setWord(3, to: newValue) }
        }
        var isBehindNumber: Bool {
            get { bits(Self.numberPlace, 1) != 0 }
            set { set(Self.numberPlace, 1, to: newValue ? 1 : 0) }
        }
        var distance: Distance {
            get { Distance(rawValue: bits(Self.distancePlace, 2)) ?? .far }
            set { set(Self.distancePlace, 2, to: newValue.rawValue) }
        }
        /// The case that what is joined shall have.
        var coordinated: UInt8 {
            get { UInt8(truncatingIfNeeded: bits(Self.coordinatedPlace, 3)) }
            set { set(Self.coordinatedPlace, 3, to: UInt64(newValue)) }
        }
        var hasObject: Bool {
            get { bits(Self.objectPlace, 1) != 0 }
            set { set(Self.objectPlace, 1, to: newValue ? 1 : 0) }
        }

        /// Nothing waits for a nominal any more.
        mutating func close() {
            governed = 0
            adjective = .none
            last = .none
            isBehindNumber = false
            distance = .far
        }

        /// A number, or a word that counts, stands last.
        mutating func count() {
            last = .none
            isBehindNumber = true
            distance = .adjacent
            adjective = .none
        }
    }

    /// The places of the chosen parses, one a token of the range; 0 for what is no word.
    static func choose(in range: Range<Int>, of row: TokenRow, by government: Government) -> [Int32] {
        // A path goes on with each candidate of a word.
        let most = width * Candidate.most
        return withUnsafeTemporaryAllocation(of: Path.self, capacity: 2 * most) { room in
            withUnsafeTemporaryAllocation(of: Trace.self, capacity: range.count * width + 1) { traces in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: placeCount) { places in
                    government.weights.withUnsafeBufferPointer { weights in
                        let beam = room.baseAddress!
                        var choice = ParseChoice(
                            weights: weights.baseAddress!, row: row, beam: beam, next: beam + most,
                            traces: traces.baseAddress!, places: places.baseAddress!)
                        for token in range { choice.read(token) }
                        return choice.chosen(count: range.count)
                    }
                }
            }
        }
    }

    private init(
        weights: UnsafePointer<Int32>, row: TokenRow, beam: UnsafeMutablePointer<Path>,
        next: UnsafeMutablePointer<Path>,
        traces: UnsafeMutablePointer<Trace>, places: UnsafeMutablePointer<UInt8>
    ) {
        self.weights = weights
        self.row = row
        self.beam = beam
        self.next = next
        self.traces = traces
        self.places = places
        beam.initialize(to: Path(score: 0, state: State()))
    }

    private func chosen(count: Int) -> [Int32] {
        var places = Array(repeating: Int32(0), count: count)
        var trace = beam[0].before
        for token in places.indices.reversed() {
            places[token] = traces[Int(trace)].parse
            trace = traces[Int(trace)].before
        }
        return places
    }

    private mutating func read(_ token: Int) {
        nextCount = 0
        places.initialize(repeating: 0, count: Self.placeCount)
        if let word = row.word(token), !row.tokens[token].shape.contains(.latin) {
            let traits = word.choiceTraits
            let isCapitalized = row.tokens[token].shape.contains(.capitalized)
            for place in 0..<beamCount {
                let path = beam[place]
                // "которой" begins a clause, but for a preposition before it.
                let state = traits.isRelative && path.state.governed == 0 ? State() : path.state
                for candidate in word.candidates {
                    var after = state
                    var score = candidate.likelihood
                    switch candidate.signature.kind {
                    case .preposition:
                        if state.governed != 0 { score += weight(.openPreposition) }
                        if state.adjective.kind == .adjective { score += weight(.openAdjective) }
                        after.close()
                        after.governed = traits.governed
                    case .conjunction:
                        if traits.isJoining { after.distance = max(.joined, state.distance) } else { after = State() }
                    case .finite, .infinitive: score += self.verb(candidate, &after)
                    case .other: if traits.isCounting { after.count() }
                    default:
                        if candidate.signature.grammaticalCase == 0 {
                            score += weight(.discord)
                        } else {
                            score += nominal(candidate, isCapitalized, &after)
                            if traits.isCounting { after.count() }
                        }
                    }
                    keep(
                        Path(
                            score: path.score + score, state: after, parse: Int32(candidate.place),
                            before: path.before))
                }
            }
        } else {
            for place in 0..<beamCount {
                let path = beam[place]
                var after = path.state
                if row.tokens[token].kind == .number {
                    after.count()
                } else if row.tokens[token].kind == .word {
                    // What is written in Latin stands for a noun of any case.
                    after.governed = 0
                    after.adjective = .none
                    after.distance = .far
                } else if row.isMark(token, ",") {
                    after.distance = max(.joined, after.distance)
                } else if !row.isMark(token, "«"), !row.isMark(token, "»"), !row.isMark(token, "\"") {
                    after.governed = 0
                    after.adjective = .none
                    after.distance = .far
                }
                keep(Path(score: path.score, state: after, parse: 0, before: path.before))
            }
        }
        if nextCount > Self.width {
            keepBest()
        } else if let best = (0..<nextCount).max(by: { next[$0].score < next[$1].score }) {
            (next[0], next[best]) = (next[best], next[0])
        }
        for place in 0..<nextCount {
            (traces + traceCount).initialize(to: Trace(parse: next[place].parse, before: next[place].before))
            next[place].before = Int32(traceCount)
            traceCount += 1
        }
        (beam, next, beamCount) = (next, beam, nextCount)
    }

    /// Of two paths into one state the likelier stays.
    @inline(__always)
    private mutating func keep(_ path: Path) {
        var slot = path.state.hash
        while places[slot] != 0 {
            let known = next + (Int(places[slot]) - 1)
            if known.pointee.state.isAlike(path.state) {
                if known.pointee.score < path.score { known.pointee = path }
                return
            }
            slot = (slot + 1) & (Self.placeCount - 1)
        }
        (next + nextCount).initialize(to: path)
        nextCount += 1
        places[slot] = UInt8(nextCount)
    }

    /// Leaves the likeliest paths, best first, of equals the earlier.
    private mutating func keepBest() {
        for place in 1..<nextCount {
            let path = next[place]
            var to = min(place, Self.width)
            while to > 0, next[to - 1].score < path.score {
                if to < Self.width { next[to] = next[to - 1] }
                to -= 1
            }
            if to < Self.width { next[to] = path }
        }
        nextCount = Self.width
    }
}
