import Grammar
import Model
import Morphology

/// Encounters told by what was talked about: "обсудили торговлю", "подвели итоги".
extension Reading {
    /// "С премьером обсуждали торговлю", "с министром обсуждены поставки": a verb in the plural with one company and no subject.
    func isHeadless(_ verb: Int, _ joined: [Actor], _ scene: EncounterScene) -> Bool {
        let company = joined.filter { $0.link == .with }
        guard company.count == 1, company[0].kind == .person || company[0].kind == .office,
            company[0].country != nil || company[0].person.flatMap({ people.persons[$0].organisation }) != nil,
            company[0].range.lowerBound - scene.clause.lowerBound <= 3, let word = document.word(verb)
        else { return false }
        return !scene.actors.contains { $0.isSubject && $0.kind != .country }
            // "с премьером обсуждался экспорт", "с премьером речь шла об экспорте"
            && (word.can(be: [.verb, .plur]) || word.can(be: .prts) || word.can(be: [.verb, .past, .impf]))
    }

    /// "были обсуждены", "обсуждались"
    func isPassive(_ verb: Int) -> Bool {
        guard let word = document.word(verb) else { return false }
        return word.can(be: .prts) || document.text(verb..<verb + 1).hasSuffix("сь")
            || document.text(verb..<verb + 1).hasSuffix("ся")
    }

    /// "вопросы обсуждены президентом А и премьером Б": by whom something is done.
    func agentsOfPassive(of verb: Int, _ scene: EncounterScene) -> [Actor] {
        scene.actors.compactMap { actor in
            guard actor.link == .bare, actor.kind == .person || actor.kind == .office, actor.cases.contains(.ablt),
                !actor.cases.contains(.nomn)
            else { return nil }
            var acting = actor
            acting.cases = .nomn
            return acting
        }
    }

    /// Behind a noun of an encounter that is talked about.
    func isOfTopic(_ actor: Actor, behind verb: Int, _ scene: EncounterScene) -> Bool {
        guard actor.range.lowerBound > verb else { return false }
        return document.marks(marks.encounter, in: verb..<actor.range.lowerBound).contains { noun in
            [Meeting.Kind.talks, .call, .visit].contains { $0.rawValue == value(noun) } && !isReferred(noun.range)
        }
    }

    /// "обсудил на саммите с турецким коллегой торговлю": two of those who are there, beside the assembly.
    func confersAside(_ scene: EncounterScene) -> Bool {
        guard let verb = all(marks.encounters.confer, in: scene.clause).first(where: { isFiniteVerb($0.first) }),
            let subject = subjects(of: verb.first, scene).first, let home = subject.country,
            subjects(of: verb.first, scene).count == 1
        else { return false }
        return scene.actors.contains {
            $0.link == .with && ($0.kind == .person || $0.kind == .office) && $0.country != nil && $0.country != home
                && !isOfTopic($0, behind: verb.end, scene)
        }
    }

    /// "обсудил с коллегой подготовку к саммиту": what is talked about, behind the verb and no setting of the talks.
    func isTopic(_ noun: EncounterMention, _ scene: EncounterScene) -> Bool {
        guard [.session, .summit, .forum].contains(noun.kind), !isReferredAside(noun.trigger),
            !isOn(noun.trigger.lowerBound, scene),
            let verb = all(marks.encounters.confer, in: scene.clause).first(where: { isFiniteVerb($0.first) })
        else { return false }
        return noun.trigger.lowerBound >= verb.end
    }
}
