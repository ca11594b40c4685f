import Grammar
import Model
import Morphology

/// Relative clauses: whoever one speaks of where he is not its subject, and who takes part in what one is said of.
extension Reading {
    /// "спикер А, с которой министр увиделся", "премьер Б, которого принял президент": the one who stands before the clause, in
    /// the case and behind the preposition of its pronoun.
    func antecedent(of clause: Clause, among actors: [Actor]) -> Actor? {
        let first = clause.lowerBound
        guard clause.isRelative, document.isMark(first - 1, ",") else { return nil }
        let with = document.mark(at: first, marks.encounters.with).flatMap { value($0) == "with" ? $0 : nil }
        let pronoun = with?.end ?? first
        guard isRelative(pronoun), let word = document.word(pronoun), word.can(be: .apro), !word.can(be: .nomn),
            let actor = actors.last(where: { $0.range.upperBound <= first - 1 }), actor.range.upperBound == first - 1,
            actor.kind == .person || actor.kind == .office, !actor.isPlural, word.can(be: .sing)
        else { return nil }
        let cases = self.cases(ofWord: pronoun)
        let wanted: Grammemes = with != nil ? .ablt : [.accs, .datv]
        guard cases.intersects(wanted), with != nil || document.word(pronoun + 1)?.can(be: .noun) != true else {
            return nil
        }
        var told = Actor(
            range: pronoun..<pronoun + 1, kind: actor.kind, person: actor.person, country: actor.country,
            office: actor.office, level: actor.level, cases: cases.intersection(wanted))
        if with != nil { told.link = .with }
        return told
    }

    /// Whoever holds or attends an encounter as the relative clauses behind its noun tell, and the place that receives it.
    ///
    /// - Parameter isOpen: nobody else is told to take part.
    func toldInRelatives(of noun: EncounterNoun, _ scene: EncounterScene, isOpen: Bool)
        -> (actors: [Actor], place: Place?)
    {
        var actors: [Actor] = []
        var place: Place?
        // "комиссия, прошлое заседание которой Минск принимал": of another noun.
        if let relative = relative(of: noun, scene),
            isRelative(relative.lowerBound) || isShortPreposition(relative.lowerBound),
            all(marks.encounters.hold, in: relative).contains(where: { verbTense(of: $0.first) != nil })
        {
            place = receivingPlace(relative)
            if place == nil {
                let inside = inner(relative, of: scene, all: [])
                actors += subjects(of: relative.upperBound, inside)
                // "заседание, которое министр проведет с коллегой А"
                actors += inside.actors.filter { $0.link == .with && ($0.kind == .person || $0.kind == .office) }
            }
        }
        actors += members(of: noun, scene)
        return (actors + attenders(inRelativeOf: noun, scene, isOpen: isOpen && actors.isEmpty), place)
    }

    /// "саммит «четверки», в которую входят США и Япония"
    private func members(of noun: EncounterNoun, _ scene: EncounterScene) -> [Actor] {
        guard noun.kind == .summit || noun.kind == .session,
            let members = scene.clauses.first(where: { clause in
                clause.isRelative && clause.lowerBound > noun.head && !all(marks.encounters.made, in: clause).isEmpty
            }), members.lowerBound - noun.range.upperBound <= Self.reachOfMembers
        else { return [] }
        let states = scene.all.filter {
            members.contains($0.range.lowerBound) && $0.kind == .country && $0.isSubject
        }
        return states.count > 1 ? states : []
    }

    /// Tokens from an assembly to the clause that tells of whom it is made up.
    private static let reachOfMembers = 10

    /// "заседание, на которое прибыл премьер-министр"
    private func attenders(inRelativeOf noun: EncounterNoun, _ scene: EncounterScene, isOpen: Bool) -> [Actor] {
        guard let relative = relative(of: noun, scene),
            let pronoun = (relative.lowerBound..<min(relative.lowerBound + 3, relative.upperBound)).first(where: {
                isRelative($0)
            }), pronoun > relative.lowerBound, isShortPreposition(pronoun - 1),
            let mark = all(marks.encounters.attend, in: relative).first
        else { return [] }
        let inside = inner(relative, of: scene, all: scene.all)
        let verb = verbTense(of: mark.first) == nil ? finiteVerb(near: mark.first, relative) ?? mark.first : mark.first
        guard !isNegated(verb) else { return [] }
        let subjects = subjects(of: verb, inside)
        // "встреча, в которой участвовали министры А и Б": of talks those of two states.
        let isWhole = noun.kind != .talks && noun.kind != .call
        guard isWhole || isOpen && Set(subjects.compactMap(\.country)).count >= 2 else { return [] }
        return subjects.isEmpty ? delegations(in: inside) : subjects
    }

    private func inner(_ clause: Clause, of scene: EncounterScene, all: [Actor]) -> EncounterScene {
        EncounterScene(
            sentence: scene.sentence, clause: clause, clauses: scene.clauses,
            actors: scene.all.filter { clause.contains($0.range.lowerBound) }, all: all)
    }
}
