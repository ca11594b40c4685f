import Grammar
import Model
import Morphology

/// Who leads the sides of an encounter, told in a clause of its own: "сопредседателями выступили А и Б", "белорусскую делегацию
/// возглавил А, латвийскую – Б", "с белорусской стороны участвовал А".
extension Reading {
    /// Those whom the clause tells to lead or speak for a side, each with the state of that side.
    func heads(in scene: EncounterScene) -> [Actor] {
        var verbs = spokenFor(in: scene)
        if let verb = headship(in: scene) { verbs.append(verb) }
        guard !verbs.isEmpty else { return chairs(in: scene) }
        var found: [Actor] = []
        for actor in scene.actors
        where actor.isSubject && (actor.kind == .person || actor.kind == .office) && !actor.isPlural {
            let leads = verbs.contains { verb in
                let between = min(verb + 1, actor.range.upperBound)..<max(verb, actor.range.lowerBound)
                return scene.clause.part(of: verb).contains(actor.range.lowerBound)
                    && !between.contains { isFiniteVerb($0) }
                    && document.marks(marks.encounters.retinue, in: between).isEmpty
            }
            if leads { found.append(sided(actor, scene)) }
        }
        return found
    }

    /// "от Турции участвует А, Катар представляет Б, от ООН участвует В": the verbs of those who are there for a side, each within
    /// its own commas.
    private func spokenFor(in scene: EncounterScene) -> [Int] {
        var verbs = all(marks.encounters.attend, in: scene.clause)
        verbs += all(marks.encounters.lead, in: scene.clause)
        // One alone may only go along with others.
        guard verbs.count > 1 else { return [] }
        let found = verbs.filter { mark in
            guard isFiniteVerb(mark.first), !isNegated(mark.first) else { return false }
            let own = segment(of: mark.first, scene)
            if sender(in: own) != nil { return true }
            return document.mark(at: mark.first, marks.encounters.lead) != nil
                && scene.actors.contains {
                    $0.kind == .country && $0.link == .bare && $0.range.lowerBound == own.lowerBound
                        && $0.cases.contains(.accs)
                }
        }.map(\.first)
        return found.count > 1 && found.contains { sender(in: segment(of: $0, scene)) != nil } ? found : []
    }

    /// From comma to comma around a token.
    private func segment(of token: Int, _ scene: EncounterScene) -> Range<Int> {
        let part = scene.clause.part(of: token)
        let from = (part.lowerBound..<token).last { document.isMark($0, ",") }.map { $0 + 1 } ?? part.lowerBound
        let to = (token..<max(token, part.upperBound)).first { document.isMark($0, ",") } ?? part.upperBound
        return from..<max(from, to)
    }

    /// "от Турции", "от ООН": for whom somebody is there.
    private func sender(in segment: Range<Int>) -> (country: CountryCode?, organisation: String?)? {
        for mark in document.marks(marks.encounters.onBehalf, in: segment) {
            let behind = mark.end..<max(mark.end, min(segment.upperBound, mark.end + 3))
            if let state = places(in: behind).first(where: { $0.range.lowerBound == mark.end && $0.kind == .name }) {
                return (state.country, nil)
            }
            if let body = document.marks(marks.organisation, in: behind).first, body.first == mark.end {
                return (nil, value(body))
            }
        }
        return nil
    }

    /// "протокол подписали сопредседатели комиссии министр А и министр Б"
    private func chairs(in scene: EncounterScene) -> [Actor] {
        guard
            let chair = all(marks.encounters.chair, in: scene.clause).first(where: {
                cases(ofWord: $0.first).contains(.nomn) && document.word($0.first)?.can(be: .plur) == true
            })
        else { return [] }
        var found: [Actor] = []
        for actor in scene.actors where actor.range.lowerBound >= chair.end {
            let isNext = found.isEmpty ? actor.range.lowerBound - chair.end <= 3 : actor.isCoordinated
            guard isNext, actor.kind == .person || actor.kind == .office, actor.cases.contains(.nomn) else { break }
            found.append(actor)
        }
        return found.count > 1 ? found : []
    }

    /// The verb of a clause that tells who leads or sits for a side.
    private func headship(in scene: EncounterScene) -> Int? {
        if all(marks.encounters.chair, in: scene.clause).contains(where: { cases(ofWord: $0.first).contains(.ablt) }),
            let verb = all(marks.encounters.attend, in: scene.clause).first(where: { isFiniteVerb($0.first) })
        {
            return verb.first
        }
        // "Сопредседателями были министр А и министр Б"
        if let chair = all(marks.encounters.chair, in: scene.clause).first(where: {
            cases(ofWord: $0.first).contains(.ablt) && document.word($0.first)?.can(be: .plur) == true
        }), let verb = finiteVerb(near: chair.first, scene.clause), distance(chair.range, verb..<verb + 1) <= 1,
            document.mark(at: verb, marks.encounters.seated) != nil
        {
            return verb
        }
        // "Его сопредседателем был министр А", "сопредседателем комиссии является вице-премьер А"
        if let chair = all(marks.encounters.chair, in: scene.clause).first(where: {
            cases(ofWord: $0.first) == .ablt && document.word($0.first)?.can(be: .sing) == true
        }), let verb = finiteVerb(near: chair.first, scene.clause), distance(chair.range, verb..<verb + 1) <= 5,
            document.mark(at: verb, marks.encounters.seated) != nil
        {
            return verb
        }
        // "Сопредседателями являются с туркменской стороны министр А, с российской – министр Б"
        if !side(in: scene).isEmpty,
            let chair = all(marks.encounters.chair, in: scene.clause).first(where: {
                cases(ofWord: $0.first).contains(.ablt)
            }), let verb = finiteVerb(near: chair.first, scene.clause), distance(chair.range, verb..<verb + 1) <= 2
        {
            return verb
        }
        for mark in all(marks.encounters.lead, in: scene.clause)
        where isFiniteVerb(mark.first) && !isNegated(mark.first) {
            if hasSide(of: mark, scene) { return mark.first }
        }
        // "с белорусской стороны участвовал министр"
        guard !side(in: scene).isEmpty else { return nil }
        return all(marks.encounters.attend, in: scene.clause).compactMap { mark in
            guard document.mark(at: mark.first, marks.encounters.take) != nil else { return nil }
            return isFiniteVerb(mark.first) ? mark.first : finiteVerb(near: mark.first, scene.clause)
        }.first { !isNegated($0) }
    }

    /// "возглавил делегацию", "представил белорусскую сторону", "Беларусь представлял".
    private func hasSide(of verb: Mark, _ scene: EncounterScene) -> Bool {
        all(marks.encounters.part, in: scene.clause).contains { part in
            let kind = value(part)
            return (kind == "delegation" || kind == "both") && cases(ofWord: part.first).contains(.accs)
                && !isBehindPreposition(part.first, scene.clause.part(of: part.first))
                && distance(part.range, verb.range) <= 6
        }
            || places(in: scene.clause).contains { place in
                place.kind == .name && place.range.lowerBound == scene.clause.lowerBound
                    && cases(ofWord: place.range.upperBound - 1).contains(.accs) && place.range.upperBound <= verb.first
            }
    }

    /// "с белорусской стороны", "от Беларуси": the words for a side behind a preposition.
    private func side(in scene: EncounterScene) -> [Mark] {
        all(marks.encounters.part, in: scene.clause).filter { part in
            value(part) == "both" && document.word(part.first)?.can(be: .sing) == true
                && isBehindPreposition(part.first, scene.clause.part(of: part.first))
                && places(in: max(scene.clause.lowerBound, part.first - 1)..<min(scene.clause.upperBound, part.end + 2))
                    .contains { $0.kind == .adjective || $0.kind == .name }
        }
    }

    /// "Турцию на саммите представлял вице-президент А": with the state in the accusative, or else that of the side named last
    /// before it, where the office tells none.
    func sided(_ actor: Actor, _ scene: EncounterScene) -> Actor {
        guard actor.country == nil,
            actor.person.flatMap({ people.persons[$0].organisation }) == nil
        else { return actor }
        if let sender = sender(in: segment(of: actor.range.lowerBound, scene)) {
            var sided = actor
            sided.country = sender.country
            sided.origin = origin(sender.organisation, actor.countries)
            return sided
        }
        let states = places(in: scene.clause).filter { place in
            (place.kind == .adjective || place.kind == .name)
                && !scene.actors.contains {
                    ($0.kind == .person || $0.kind == .office) && $0.range.contains(place.range.lowerBound)
                }
        }
        let objects = scene.actors.filter { $0.kind == .country && $0.link == .bare && $0.cases.contains(.accs) }
        var sided = actor
        sided.country =
            (objects.last { $0.range.upperBound <= actor.range.lowerBound } ?? objects.first)?.country
            ?? (states.last { $0.range.upperBound <= actor.range.lowerBound } ?? states.first)?.country
            ?? senderTold(before: scene)
        return sided
    }

    /// "Делегация России прибыла в Пхеньян. Ее возглавляет министр": the state of the delegation told last.
    private func senderTold(before scene: EncounterScene) -> CountryCode? {
        let before = max(0, scene.sentence.lowerBound - Self.reachOfDelegation)..<scene.sentence.lowerBound
        guard let told = document.marks(marks.encounters.part, in: before).last(where: { value($0) == "delegation" })
        else { return nil }
        return senderOfDelegation(told.end, isPlural: false)?.country
            ?? places(in: max(0, told.first - 3)..<told.first).last { $0.kind == .adjective }?.country
    }

    /// Tokens of a sentence or two.
    private static let reachOfDelegation = 60
}
