import Grammar
import Model
import Morphology

/// Encounters referred to: "по итогам переговоров", "на полях саммита", "перед саммитом".
extension Reading {
    /// "по итогам", "на", "в ходе" right before a noun and its adjectives.
    func reference(to head: Int, _ clause: Clause) -> Mark? {
        var first = head
        while first > clause.lowerBound, head - first < 4,
            isAttribute(first - 1) || document.word(first - 1)?.can(be: .prtf) == true
        {
            first -= 1
        }
        return (max(clause.lowerBound, first - 4)..<first).lazy.compactMap { token in
            self.document.mark(at: token, self.marks.encounters.refer)
        }.first { $0.end == first }
    }

    func isReferred(_ range: Range<Int>) -> Bool {
        (max(0, range.lowerBound - 6)..<range.lowerBound).contains { token in
            document.mark(at: token, marks.encounters.refer).map { $0.end <= range.lowerBound } ?? false
        }
    }

    /// "на полях саммита", "в ходе саммита"
    func isReferredAside(_ range: Range<Int>) -> Bool {
        (max(0, range.lowerBound - 5)..<range.lowerBound).contains { token in
            document.mark(at: token, marks.encounters.refer).map { value($0) == "aside" && $0.end <= range.lowerBound }
                ?? false
        }
    }

    /// "в преддверии саммита", "накануне заседания"
    func isReferredBefore(_ range: Range<Int>) -> Bool {
        (max(0, range.lowerBound - 4)..<range.lowerBound).contains { token in
            document.mark(at: token, marks.encounters.refer).map { value($0) == "before" && $0.end <= range.lowerBound }
                ?? false
        }
    }

    /// "по итогам саммита ШОС в Астане подписали", "в ходе армяно-грузинского форума сообщили": a session, summit or forum that
    /// something was done at, told with whose it is.
    func isPassed(_ noun: EncounterNoun, _ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        // "по итогам встречи министров Грузии и Армении в Батуми принята декларация"
        let isOfStates = noun.kind == .talks && mention.actors.contains { $0.kind == .group && $0.countries.count > 1 }
        guard [.session, .summit, .forum].contains(noun.kind) || isOfStates, mention.status == .held, !isGeneric(noun),
            let reference = reference(to: noun.head, scene.clause), value(reference) != "before",
            let verb = finiteVerb(near: noun.head, scene.clause), let tense = verbTense(of: verb),
            tense == .past || tense == .present, !isNegated(verb)
        else { return false }
        if mention.countries.count >= 2 { return true }
        if isOfStates { return mention.date != nil || mention.place != nil }
        // "на полях сессии Генассамблеи ООН": months of it are the setting of all that is done there.
        if noun.kind == .session, value(reference) == "aside", mention.orgs.contains(where: isStanding) { return false }
        let isOfMany = !mention.orgs.isEmpty || noun.kind == .summit && mention.isRegional
        // "9 мая на полях саммита ШОС министры встретились": the day is that of what was done.
        return isOfMany && (mention.date != nil && value(reference) != "aside" || mention.place != nil)
    }

    /// "перед саммитом ШОС в Астане": an organisation's summit that is to come, told with where it is.
    func isAhead(_ noun: EncounterNoun, _ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .summit, !mention.orgs.isEmpty, mention.date == nil, !isGeneric(noun),
            let reference = reference(to: noun.head, scene.clause), value(reference) == "before"
        else { return false }
        let behind = noun.range.upperBound..<max(noun.range.upperBound, scene.clause.upperBound)
        return places(in: behind).contains { isLocative($0.range, behind, .loct) }
    }

    /// The organisation's assembly that sits for months.
    func isStanding(_ organisation: String) -> Bool {
        document.lexicon.entries.contains { $0.kind == marks.encounters.standing && $0.value == organisation }
    }
}
