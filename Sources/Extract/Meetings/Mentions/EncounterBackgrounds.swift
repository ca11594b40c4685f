import Grammar
import Model

/// Assemblies that are told as no more than where two met: "А и Б встретились на саммите", "последняя встреча прошла на саммите".
extension Reading {
    enum Background {
        /// Two are told to have met there.
        case ofTwo
        /// Two, if those of whom the article has told before are no more.
        case ofPair
    }

    /// What a summit, a forum or a session is the background of, where its clause tells nothing of itself.
    func background(_ noun: EncounterNoun, _ scene: EncounterScene) -> Background? {
        guard [.summit, .forum, .session].contains(noun.kind), !noun.isBody,
            isOn(noun.head, scene), !isTaken(noun, scene)
        else { return nil }
        if areTalksOfTwo(at: noun, scene) { return .ofTwo }
        for verb in all(marks.encounters.meet, in: scene.clause) where !isNegated(verb.first) && !isIdle(verb.range) {
            guard verbTense(of: verb.first) == .past else { continue }
            if meetsSomebody(scene) || meetThere(verb, scene) { return .ofTwo }
            if mayBeOfPair(verb, scene) { return .ofPair }
        }
        return nil
    }

    /// "они пообщались на саммите", "лидеры двух стран виделись на саммите": of two, where those who were told before are no more.
    private func mayBeOfPair(_ verb: Mark, _ scene: EncounterScene) -> Bool {
        let subjects = subjects(of: verb.first, scene)
        guard subjects.count == 1, let subject = subjects.first, subject.isPlural, subject.countries.isEmpty,
            !subject.isVague
        else { return false }
        return subject.kind == .pronoun || subject.kind == .group && subject.level != nil
    }

    private func meetsSomebody(_ scene: EncounterScene) -> Bool {
        scene.actors.contains { actor in
            actor.link == .with && !actor.isPlural && [.person, .office, .colleague, .pronoun].contains(actor.kind)
        }
    }

    /// "принял участие в саммите и встретился с премьером": there is a verb for the assembly too.
    private func isTaken(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        all(marks.encounters.attend, in: scene.clause).contains { attending in
            document.mark(at: attending.first, marks.encounters.meet) == nil && attending.end <= noun.head
        }
            || all(marks.speech, in: scene.clause).contains { isFiniteVerb($0.first) && $0.end <= noun.head }
    }

    /// "встреча А с Б прошла на саммите", "запланированная встреча на саммите не состоялась", "первая состоялась на саммите".
    private func areTalksOfTwo(at noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard
            let verb = all(marks.encounters.happen, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && verbTense(of: $0.first) == .past
            })
        else { return false }
        return all(marks.encounter, in: scene.clause).contains { talks in
            talks.range != noun.range && value(talks) == Meeting.Kind.talks.rawValue && talks.end <= noun.head
                && cases(ofWord: talks.first).contains(.nomn)
                && !isBehindPreposition(talks.first, scene.clause.part(of: talks.first))
                && !scene.actors.contains { actor in
                    actor.isVague && (0...1).contains(actor.range.lowerBound - talks.end)
                }
        } || countedTalks(in: scene).map { $0.end <= verb.first } ?? false
    }

    /// "первая", "последняя": talks by their place in a row, whose noun is left out.
    func countedTalks(in scene: EncounterScene) -> Mark? {
        let clause = scene.clause.hull
        // Behind the mark of a list.
        guard let first = clause.first(where: { document.tokens[$0].kind != .mark }) else { return nil }
        guard
            let counted = document.mark(at: first, marks.ordinal)
                ?? document.mark(at: first, marks.encounters.previous),
            document.word(first)?.can(be: [.adjf, .nomn, .femn]) == true,
            counted.end >= clause.upperBound || document.word(counted.end)?.readings[0].contains(.noun) != true
        else { return nil }
        return counted
    }
}
