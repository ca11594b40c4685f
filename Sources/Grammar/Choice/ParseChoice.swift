import Morphology

/// Chooses one parse for each word of a sentence: how common each parse is, weighed with the government of prepositions and
/// verbs, with concord, apposition and coordination, and with the agreement of subject and verb.
///
/// A beam search from left to right over states of one clause; the weights are the language's ``Government``. The signs are
/// those of a school grammar (Русская грамматика, 1980, §§ 1720-1850); a word's share of parses is OpenCorpora's.
struct ParseChoice {
    private let government: Government
    private let row: TokenRow
    private var beam: [Path] = [Path(score: 0, state: State(), trace: -1)]
    private var next: [Path] = []
    /// What each path chose, one behind the other.
    private var traces: [Trace] = []
    private var candidates: [Candidate] = []

    /// Paths kept after each token.
    private static let width = 6
    /// Parses looked at of each word; beyond them are vocatives and rare doubles.
    private static let mostParses = 16

    private struct Path {
        var score: Int32
        var state: State
        var trace: Int32
    }

    private struct Trace {
        let parse: Int32
        let before: Int32
    }

    /// How the last nominal is joined to what comes.
    private enum Distance: UInt8, Comparable {
        case adjacent, joined, far

        static func < (one: Distance, other: Distance) -> Bool { one.rawValue < other.rawValue }
    }

    /// What of a clause decides on its next word.
    private struct State {
        /// The cases that an open preposition governs, as digits, the commonest in the lowest four bits; 0 for none open.
        var governed: UInt32 = 0
        var adjective: Candidate?
        var last: Candidate?
        var isBehindNumber = false
        var distance = Distance.far
        /// The case that what is joined shall have.
        var coordinated: UInt8 = 0
        var verb: Candidate?
        var subject: Candidate?
        var hasObject = false

        /// Whether the same words would weigh the same behind both, as far as it matters.
        func isAlike(_ other: State) -> Bool {
            governed == other.governed && isBehindNumber == other.isBehindNumber && distance == other.distance
                && coordinated == other.coordinated && hasObject == other.hasObject
                && Self.isAlike(adjective, other.adjective) && Self.isAlike(last, other.last)
                && Self.isAlike(verb, other.verb) && Self.isAlike(subject, other.subject)
        }

        /// Nothing waits for a nominal any more.
        mutating func close() {
            governed = 0
            adjective = nil
            last = nil
            isBehindNumber = false
            distance = .far
        }

        /// A number, or a word that counts, stands last.
        mutating func count() {
            last = nil
            isBehindNumber = true
            distance = .adjacent
            adjective = nil
        }

        private static func isAlike(_ one: Candidate?, _ other: Candidate?) -> Bool {
            guard let one, let other else { return one == nil && other == nil }
            return one.kind == other.kind && one.grammaticalCase == other.grammaticalCase && one.number == other.number
                && one.gender == other.gender && one.animacy == other.animacy
        }
    }

    /// The places of the chosen parses, one a token of the range; 0 for what is no word.
    static func choose(in range: Range<Int>, of row: TokenRow, by government: Government) -> [Int32] {
        var choice = ParseChoice(government: government, row: row)
        for token in range { choice.read(token) }
        return choice.chosen(count: range.count)
    }

    private init(government: Government, row: TokenRow) {
        self.government = government
        self.row = row
    }

    private func chosen(count: Int) -> [Int32] {
        var places = Array(repeating: Int32(0), count: count)
        var trace = beam[0].trace
        for token in places.indices.reversed() {
            places[token] = traces[Int(trace)].parse
            trace = traces[Int(trace)].before
        }
        return places
    }

    private mutating func read(_ token: Int) {
        next.removeAll(keepingCapacity: true)
        if let word = row.word(token), !row.tokens[token].shape.contains(.latin) {
            candidates.removeAll(keepingCapacity: true)
            for place in 0..<min(word.parses.count, Self.mostParses) {
                candidates.append(Candidate(word.readings[place], share: word.parses[place].score, place: place))
            }
            let governed = candidates.contains { $0.kind == .preposition } ? government.governed[word.text] ?? 0 : 0
            let isRelative = word.grammemes.contains(.apro) && government.relative.contains(word.lemma)
            let isJoining = candidates.contains { $0.kind == .conjunction } && government.joining.contains(word.text)
            let isCounting =
                word.grammemes.intersects([.advb, .comp, .numr]) && government.counting.contains(word.text)
            let isCapitalized = row.tokens[token].shape.contains(.capitalized)
            if word.grammemes.contains(.name), government.womensNames.contains(word.text) {
                for place in candidates.indices where candidates[place].isGivenName && candidates[place].gender == 1 {
                    candidates[place].likelihood += weight(.rareName)
                }
            }
            for path in beam {
                // "которой" begins a clause, but for a preposition before it.
                let state = isRelative && path.state.governed == 0 ? State() : path.state
                for candidate in candidates {
                    var after = state
                    var score = candidate.likelihood
                    switch candidate.kind {
                    case .preposition:
                        if state.governed != 0 { score += weight(.openPreposition) }
                        if state.adjective?.kind == .adjective { score += weight(.openAdjective) }
                        after.close()
                        after.governed = governed
                    case .conjunction:
                        if isJoining { after.distance = max(.joined, state.distance) } else { after = State() }
                    case .finite, .infinitive: score += self.verb(candidate, &after)
                    case .other: if isCounting { after.count() }
                    default:
                        if candidate.grammaticalCase == 0 {
                            score += weight(.discord)
                        } else {
                            score += nominal(candidate, isCapitalized, &after)
                            if isCounting { after.count() }
                        }
                    }
                    keep(Path(score: path.score + score, state: after, trace: path.trace), candidate.place)
                }
            }
        } else {
            for path in beam {
                var after = path.state
                if row.tokens[token].kind == .number {
                    after.count()
                } else if row.tokens[token].kind == .word {
                    // What is written in Latin stands for a noun of any case.
                    after.governed = 0
                    after.adjective = nil
                    after.distance = .far
                } else if row.isMark(token, ",") {
                    after.distance = max(.joined, after.distance)
                } else if !row.isMark(token, "«"), !row.isMark(token, "»"), !row.isMark(token, "\"") {
                    after.governed = 0
                    after.adjective = nil
                    after.distance = .far
                }
                keep(Path(score: path.score, state: after, trace: path.trace), 0)
            }
        }
        if next.count > Self.width {
            next.sort { $0.score > $1.score }
            next.removeLast(next.count - Self.width)
        } else if let best = next.indices.max(by: { next[$0].score < next[$1].score }) {
            next.swapAt(0, best)
        }
        swap(&beam, &next)
    }

    /// Of two paths into one state the likelier stays.
    private mutating func keep(_ path: Path, _ parse: Int32) {
        if let known = next.firstIndex(where: { $0.state.isAlike(path.state) }) {
            guard next[known].score < path.score else { return }
            traces.append(Trace(parse: parse, before: path.trace))
            next[known] = Path(score: path.score, state: path.state, trace: Int32(traces.count - 1))
        } else {
            traces.append(Trace(parse: parse, before: path.trace))
            next.append(Path(score: path.score, state: path.state, trace: Int32(traces.count - 1)))
        }
    }

    private func weight(_ sign: Government.Sign) -> Int32 { government.weight(sign) }

    private func verb(_ verb: Candidate, _ after: inout State) -> Int32 {
        var score: Int32 = 0
        if after.governed != 0 { score += weight(.openPreposition) }
        if after.adjective?.kind == .adjective { score += weight(.openAdjective) }
        if verb.kind == .finite {
            if let subject = after.subject {
                score += weight(subject.agreesAsSubject(with: verb) ? .agreement : .disagreement)
            }
            if after.verb?.kind == .finite, after.distance != .joined { score += weight(.secondVerb) }
        }
        after.close()
        // "победу одержала": the object may come first.
        if after.verb != nil { after.hasObject = false }
        after.verb = verb
        after.coordinated = 0
        return score
    }

    /// A word with a case, behind whatever the state holds.
    private func nominal(_ word: Candidate, _ isCapitalized: Bool, _ after: inout State) -> Int32 {
        let isModifier = word.kind != .noun
        var score: Int32 = 0
        if let adjective = after.adjective {
            score +=
                word.agrees(with: adjective)
                ? weight(.concord)
                : adjective.kind == .participle
                    ? weight(.openParticiple)
                    : adjective.kind == .numeral && word.grammaticalCase == 2
                        && (adjective.grammaticalCase == 1 || adjective.grammaticalCase == 4)
                        ? weight(.counted) : weight(.discord)
        } else if after.governed != 0 {
            score += governed(word.grammaticalCase, by: after.governed)
        } else {
            score += free(word, isModifier, isCapitalized, after)
        }
        if isModifier {
            after.adjective = word
            return score
        }
        let isFree = after.governed == 0
        let isAttribute = word.grammaticalCase == 2 && after.distance == .adjacent && after.last != nil
        if isFree {
            if word.grammaticalCase == 1, after.subject == nil { after.subject = word }
            if word.grammaticalCase == 4 { after.hasObject = true }
        }
        if !isAttribute || after.coordinated == 0 { after.coordinated = word.grammaticalCase }
        after.governed = 0
        after.adjective = nil
        after.last = word
        after.isBehindNumber = false
        after.distance = .adjacent
        return score
    }

    private func governed(_ it: UInt8, by cases: UInt32) -> Int32 {
        var rest = cases
        var rank: Int32 = 0
        while rest != 0 {
            if rest & 15 == UInt32(it) { return weight(.governed) + rank * weight(.rarer) }
            rest >>= 4
            rank += 1
        }
        return weight(.ungoverned)
    }

    /// A nominal that neither a preposition nor an adjective waits for.
    private func free(_ word: Candidate, _ isModifier: Bool, _ isCapitalized: Bool, _ state: State) -> Int32 {
        let it = word.grammaticalCase
        if state.isBehindNumber, state.distance == .adjacent {
            return weight(it == 2 ? .counted : it == 1 || it == 4 ? .countedNominative : .uncounted)
        }
        if let last = state.last, state.distance == .adjacent {
            if last.isGivenName, isCapitalized, !isModifier {
                return weight(it == last.grammaticalCase && word.number == last.number ? .name : .otherBehindName)
            }
            if it == 2 { return weight(.attribute) }
            if it == 6 { return weight(.freeLocative) }
            if !isModifier, it == last.grammaticalCase,
                word.isProperName || word.animacy == 1 && last.animacy == 1
            {
                return weight(.apposition)
                    + (isCapitalized && word.animacy == 1 ? weight(.capitalizedApposition) : 0)
            }
            return weight(.otherBehindNoun)
        }
        if let last = state.last, state.distance == .joined {
            if word.kind == .participle, word.agrees(with: last) { return weight(.postposed) }
            if it == last.grammaticalCase || it == state.coordinated { return weight(.coordination) }
            if it == 6 { return weight(.freeLocative) }
            return it == 2 ? weight(.freeGenitive) : weight(.otherInCoordination)
        }
        switch it {
        case 1:
            if state.subject != nil { return weight(.secondSubject) }
            guard let verb = state.verb else { return weight(.subject) }
            if verb.kind == .infinitive { return weight(.subject) + weight(.subjectOfInfinitive) }
            return weight(.subject) + weight(word.agreesAsSubject(with: verb) ? .agreement : .disagreement)
        case 2: return weight(.freeGenitive)
        case 3: return weight(.freeDative)
        case 4:
            guard state.verb?.isTransitive == true else { return weight(.objectWithoutVerb) }
            return weight(state.hasObject ? .secondObject : .object)
        case 5: return weight(.freeInstrumental)
        default: return weight(.freeLocative)
        }
    }
}
