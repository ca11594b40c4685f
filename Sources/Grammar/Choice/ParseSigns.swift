import Morphology

/// What speaks for and against a word behind what a clause has so far.
extension ParseChoice {
    @inline(__always)
    func weight(_ sign: Government.Sign) -> Int32 { weights[sign.rawValue] }

    func verb(_ candidate: Candidate, _ after: inout State) -> Int32 {
        let verb = candidate.signature
        var score: Int32 = 0
        if after.governed != 0 { score += weight(.openPreposition) }
        if after.adjective.kind == .adjective { score += weight(.openAdjective) }
        if verb.kind == .finite {
            if !after.subject.isNone {
                score += weight(after.subject.agreesAsSubject(with: verb) ? .agreement : .disagreement)
            }
            if after.verb.kind == .finite, after.distance != .joined { score += weight(.secondVerb) }
        }
        after.close()
        // "победу одержала": the object may come first.
        if !after.verb.isNone { after.hasObject = false }
        after.verb = verb
        after.isVerbTransitive = candidate.isTransitive
        after.coordinated = 0
        return score
    }

    /// A word with a case, behind whatever the state holds.
    @inline(__always)
    func nominal(_ candidate: Candidate, _ isCapitalized: Bool, _ after: inout State) -> Int32 {
        let word = candidate.signature
        let isModifier = word.kind != .noun
        var score: Int32 = 0
        let adjective = after.adjective
        if !adjective.isNone {
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
            score += free(candidate, isModifier, isCapitalized, after)
        }
        if isModifier {
            after.adjective = word
            return score
        }
        let isFree = after.governed == 0
        let isAttribute = word.grammaticalCase == 2 && after.distance == .adjacent && !after.last.isNone
        if isFree {
            if word.grammaticalCase == 1, after.subject.isNone { after.subject = word }
            if word.grammaticalCase == 4 { after.hasObject = true }
        }
        if !isAttribute || after.coordinated == 0 { after.coordinated = word.grammaticalCase }
        after.governed = 0
        after.adjective = .none
        after.last = word
        after.isBehindGivenName = candidate.isGivenName
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
    @inline(__always)
    private func free(_ candidate: Candidate, _ isModifier: Bool, _ isCapitalized: Bool, _ state: State) -> Int32 {
        let word = candidate.signature
        let last = state.last
        let it = word.grammaticalCase
        if state.isBehindNumber, state.distance == .adjacent {
            return weight(it == 2 ? .counted : it == 1 || it == 4 ? .countedNominative : .uncounted)
        }
        if !last.isNone, state.distance == .adjacent {
            if state.isBehindGivenName, isCapitalized, !isModifier {
                return weight(it == last.grammaticalCase && word.number == last.number ? .name : .otherBehindName)
            }
            if it == 2 { return weight(.attribute) }
            if it == 6 { return weight(.freeLocative) }
            if !isModifier, it == last.grammaticalCase,
                candidate.isProperName || word.animacy == 1 && last.animacy == 1
            {
                return weight(.apposition)
                    + (isCapitalized && word.animacy == 1 ? weight(.capitalizedApposition) : 0)
            }
            return weight(.otherBehindNoun)
        }
        if !last.isNone, state.distance == .joined {
            if word.kind == .participle, word.agrees(with: last) { return weight(.postposed) }
            if it == last.grammaticalCase || it == state.coordinated { return weight(.coordination) }
            if it == 6 { return weight(.freeLocative) }
            return it == 2 ? weight(.freeGenitive) : weight(.otherInCoordination)
        }
        switch it {
        case 1:
            if !state.subject.isNone { return weight(.secondSubject) }
            let verb = state.verb
            if verb.isNone { return weight(.subject) }
            if verb.kind == .infinitive { return weight(.subject) + weight(.subjectOfInfinitive) }
            return weight(.subject) + weight(word.agreesAsSubject(with: verb) ? .agreement : .disagreement)
        case 2: return weight(.freeGenitive)
        case 3: return weight(.freeDative)
        case 4:
            guard state.isVerbTransitive else { return weight(.objectWithoutVerb) }
            return weight(state.hasObject ? .secondObject : .object)
        case 5: return weight(.freeInstrumental)
        default: return weight(.freeLocative)
        }
    }
}
