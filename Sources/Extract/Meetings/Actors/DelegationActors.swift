import Grammar
import Model
import Morphology

/// Delegations: who heads them, and the state that sends them.
extension Reading {
    /// "делегация парламента во главе со спикером": who heads a delegation acts for it.
    func headed(_ actors: [Actor]) -> [Actor] {
        var found: [Actor] = []
        found.reserveCapacity(actors.count)
        /// Where the head ends that a delegation was told with last.
        var headed = -1
        for actor in actors {
            // "во главе с министром А и министром Б"
            if actor.isCoordinated, let head = found.last, head.range.upperBound == headed, actor.cases.contains(.ablt),
                (1...2).contains(actor.range.lowerBound - headed), actor.kind == .person || actor.kind == .office
            {
                var second = actor
                second.cases = head.cases
                second.link = head.link
                second.country = actor.country ?? head.country
                found.append(second)
                headed = actor.range.upperBound
                continue
            }
            // "делегация Сената во главе с его председателем А": whose he is has been told.
            if let last = found.last, last.kind == .pronoun, !last.isSubject,
                (0...1).contains(actor.range.lowerBound - last.range.upperBound),
                isHeaded(at: last.range.lowerBound)
            {
                found.removeLast()
            }
            // "делегация парламента Грузии во главе со спикером", "делегация российских депутатов во главе со спикером"
            let isOfState =
                found.count > 1
                && (found[found.count - 1].kind == .country
                    || found[found.count - 1].isPlural && found[found.count - 1].person == nil
                        && found[found.count - 1].cases.contains(.gent)
                        && found[found.count - 1].range.lowerBound - found[found.count - 2].range.upperBound <= 1)
            let at = found.count - (isOfState ? 2 : 1)
            if at >= 0, case let last = found[at], last.kind == .delegation,
                actor.kind == .person || actor.kind == .office,
                (0...9).contains(actor.range.lowerBound - last.range.upperBound),
                document.marks(marks.encounters.headed, in: last.range.upperBound..<actor.range.lowerBound)
                    .contains(where: { isHead(actor, behind: $0) })
            {
                var head = actor
                head.origin = origin(last.organisation, actor.countries)
                head.cases = last.cases
                head.link = last.link
                head.isCoordinated = last.isCoordinated
                let between = last.range.upperBound..<actor.range.lowerBound
                head.country =
                    actor.country ?? last.country ?? places(in: between).first { $0.kind == .name }?.country
                    ?? (isOfState ? places(in: between).first { $0.kind == .adjective }?.country : nil)
                    // "делегация Омской области во главе с губернатором", "делегация бундестага"
                    ?? provinces(in: between).first?.country
                    ?? document.marks(marks.officeAssembly, in: between).first.flatMap { CountryCode(value($0)) }
                head.delegation = last.range.lowerBound
                found[at] = head
                if isOfState { found.removeLast() }
                headed = actor.range.upperBound
            } else if let last = found.last, last.kind == .delegation, actor.kind == .person || actor.kind == .office,
                actor.cases.contains(.nomn),
                isLed(last.range.upperBound..<max(last.range.upperBound, actor.range.lowerBound))
            {
                // "с делегацией, которую возглавляет министр"
                var head = Actor(
                    range: last.range.lowerBound..<actor.range.upperBound, kind: actor.kind, person: actor.person,
                    country: actor.country ?? last.country, office: actor.office, level: actor.level, cases: last.cases)
                head.link = last.link
                head.isCoordinated = last.isCoordinated
                head.origin = origin(last.organisation)
                found[found.count - 1] = head
            } else if actor.kind == .delegation, let last = found.last, last.kind == .person || last.kind == .office,
                (0...2).contains(actor.range.lowerBound - last.range.upperBound), last.cases.contains(.ablt),
                isHeaded(at: last.range.lowerBound)
            {
                // "возглавляемая министром делегация"
                var head = last
                head.cases = actor.cases
                head.link = .bare
                head.isCoordinated = false
                head.country =
                    last.country
                    ?? places(in: last.range.upperBound..<actor.range.upperBound).first { $0.kind == .adjective }?
                    .country
                found[found.count - 1] = head
            } else {
                found.append(actor)
            }
        }
        return found
    }

    /// "во главе с" right before a token.
    private func isHeaded(at token: Int) -> Bool {
        document.marks(marks.encounters.headed, in: max(0, token - 3)..<token).contains { $0.end == token }
    }

    /// ", которую возглавляет"
    private func isLed(_ between: Range<Int>) -> Bool {
        between.count == 3 && document.isMark(between.lowerBound, ",") && isRelative(between.lowerBound + 1)
            && document.mark(at: between.lowerBound + 2, marks.encounters.lead) != nil
    }

    /// "во главе с министром", "во главе с его председателем А"
    private func isHead(_ actor: Actor, behind mark: Mark) -> Bool {
        let between = mark.end..<max(mark.end, actor.range.lowerBound)
        return between.count <= 4
            && between.allSatisfy {
                document.word($0)?.can(be: .ablt) == true || document.word($0)?.can(be: .npro) == true
                    || document.word($0)?.can(be: .gent) == true
            }
    }

    /// Tokens from a delegation to the state that sends it.
    private static let reachOfSender = 7

    /// "делегация Кении", "делегации Кении и Чили": the state right behind; "делегация парламента Кении": the one state that sends
    /// it.
    func senderOfDelegation(_ end: Int, isPlural: Bool) -> PlaceMention? {
        // "делегация французской компании"
        if !isPlural, let state = places(in: end..<min(document.tokens.count, end + 1)).first, state.kind == .adjective,
            state.range.lowerBound == end, document.word(end)?.can(be: [.adjf, .gent, .sing]) == true,
            document.word(state.range.upperBound)?.can(be: [.noun, .gent, .sing]) == true
        {
            return state
        }
        // "делегация Национального собрания (НС) Вьетнама"
        guard let state = places(in: end..<min(document.tokens.count, end + Self.reachOfSender)).first,
            state.kind == .name || state.kind == .capital && state.range.lowerBound == end,
            cases(ofWord: state.range.upperBound - 1).contains(.gent)
        else { return nil }
        if state.range.lowerBound == end { return state }
        let isOfBody = (end..<state.range.lowerBound).allSatisfy { token in
            document.word(token)?.can(be: .gent) == true || document.tokens[token].shape.contains(.upper)
                || document.isMark(token, "(") || document.isMark(token, ")")
        }
        guard !isPlural, isOfBody,
            statesListed(from: state.range.lowerBound).codes.count == 1
        else { return nil }
        return state
    }

    /// "делегация из Кении", "делегация предпринимателей из Омской области": the state that it comes from, with the end of its words.
    func homeOfDelegation(_ end: Int) -> (country: CountryCode, end: Int)? {
        // "делегация Ферганской области", "делегация белорусских промышленников"
        let next = end..<min(document.tokens.count, end + 2)
        // "делегация провинции Хунань"
        let name = document.mark(at: end, marks.province) == nil ? end : end + 1
        if let part = provinces(in: next).first, part.range.lowerBound == name, cases(ofWord: end).contains(.gent) {
            return (part.country, part.range.upperBound)
        }
        if let state = places(in: next).first, state.kind == .adjective, state.range.lowerBound == end,
            document.word(end)?.can(be: [.adjf, .gent, .plur]) == true,
            document.word(state.range.upperBound)?.can(be: [.noun, .gent, .plur]) == true
        {
            // Those who make it up may stand for themselves.
            return (state.country, end)
        }
        let limit = min(document.tokens.count, end + Self.reachOfMembers)
        let outOf = (end..<limit).first { document.mark(at: $0, marks.outOf) != nil }
        guard let outOf, (end..<outOf).allSatisfy({ document.word($0)?.can(be: .gent) == true }) else { return nil }
        let states = statesListed(from: outOf + 1)
        if states.codes.count == 1 { return (states.codes[0], states.end) }
        let behind = outOf + 1..<min(document.tokens.count, outOf + 4)
        guard states.codes.isEmpty,
            let part = provinces(in: behind).first(where: { $0.range.lowerBound == outOf + 1 })
        else {
            return places(in: behind).first { place in
                place.range.lowerBound == outOf + 1 && (place.kind == .capital || place.kind == .city)
            }.map { ($0.country, $0.range.upperBound) }
        }
        return (part.country, part.range.upperBound)
    }

    /// Tokens from a delegation to where it comes from: "делегация представителей деловых кругов из Кении".
    private static let reachOfMembers = 5

    /// Whether a delegation without a head may be one of officials: of a state, and not of sportsmen, students or a firm.
    func isOfState(_ actor: Actor) -> Bool {
        guard actor.kind == .delegation, actor.country != nil, !actor.isPlural, actor.organisation == nil else {
            return false
        }
        let sentence = document.sentence(of: actor.range.lowerBound)
        let around =
            max(sentence.lowerBound, actor.range.lowerBound - 2)..<min(sentence.upperBound, actor.range.upperBound + 3)
        return document.marks(marks.encounters.unofficial, in: around).isEmpty
    }

    /// "парламентская делегация Ирана", "делегация министерства торговли Ирана": what says that officials are sent.
    func officialSender(of delegation: Mark, _ phrase: Range<Int>) -> Mark? {
        let sentence = document.sentence(of: delegation.first)
        let around =
            max(sentence.lowerBound, delegation.first - 2)..<max(phrase.upperBound, delegation.end)
        return document.marks(marks.encounters.sent, in: around).first {
            $0.end <= delegation.first
                ? cases(ofWord: $0.first).intersects(cases(ofWord: delegation.first))
                : $0.first == delegation.end && cases(ofWord: $0.first).contains(.gent)
        }
    }

    /// States named one behind the other from a token on.
    ///
    /// - Parameter byCapitals: capitals stand for their states: "представители Тегерана и Вашингтона".
    func statesListed(from token: Int, byCapitals: Bool = false) -> (codes: [CountryCode], end: Int) {
        var codes: [CountryCode] = []
        var end = token
        for place in places(in: token..<min(document.tokens.count, token + 16))
        where place.kind == (byCapitals ? .capital : .name) {
            let isNext = place.range.lowerBound == end + 1 && (document.isMark(end, ",") || isShortConjunction(end))
            guard codes.isEmpty ? place.range.lowerBound == token : isNext else { break }
            codes.append(place.country)
            end = place.range.upperBound
        }
        return (codes, end)
    }
}
