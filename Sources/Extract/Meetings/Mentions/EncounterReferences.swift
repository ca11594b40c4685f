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
        refers("aside", to: range, within: 5)
    }

    /// "в преддверии саммита", "накануне заседания"
    func isReferredBefore(_ range: Range<Int>) -> Bool {
        refers("before", to: range, within: 4)
    }

    /// "в рамках визита прошел форум" refers to the visit: no verb of what happened stands between.
    private func refers(_ kind: String, to range: Range<Int>, within reach: Int) -> Bool {
        (max(0, range.lowerBound - reach)..<range.lowerBound).contains { token in
            guard let mark = document.mark(at: token, marks.encounters.refer), value(mark) == kind,
                mark.end <= range.lowerBound
            else { return false }
            // "в рамках подготовки к визиту"
            return !(mark.end..<range.lowerBound).contains {
                isFiniteVerb($0) || kind == "aside" && document.mark(at: $0, marks.encounters.preparing) != nil
            }
        }
    }

    /// "по итогам саммита ШОС в Астане подписали", "в ходе армяно-грузинского форума сообщили": a session, summit or forum that
    /// something was done at, told with whose it is.
    func isPassed(_ noun: EncounterNoun, _ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        // "по итогам встречи министров Грузии и Армении в Батуми принята декларация"
        let isOfStates = noun.kind == .talks && mention.actors.contains { $0.kind == .group && $0.countries.count > 1 }
        guard [.session, .summit, .forum].contains(noun.kind) || isOfStates, mention.status == .held, !isGeneric(noun),
            let reference = reference(to: noun.head, scene.clause), value(reference) != "before",
            isDone(noun, scene)
        else { return false }
        // "на заседании комиссии между Грузией и Ираном"
        let sides = mention.actors.filter { $0.link == .between && $0.kind == .country }.compactMap(\.country)
        if Set(mention.countries + sides).count >= 2 { return true }
        // "на полях саммита ШОС в Астане": where something else was.
        if isAtMargins(noun.range) { return false }
        // "по окончании трехсторонней встречи глав МИД Грузии, Армении и Ирана"
        let isOfThree = !document.marks(
            marks.encounters.three, in: max(scene.clause.lowerBound, noun.range.lowerBound - 2)..<noun.range.lowerBound
        ).isEmpty
        if isOfStates { return mention.date != nil || mention.place != nil || isOfThree }
        // "на сессии Генассамблеи ООН": months of it are the setting of all that is done there.
        if noun.kind == .session, mention.orgs.contains(where: isStanding) { return false }
        let isOfMany = !mention.orgs.isEmpty || noun.kind == .summit && mention.isRegional
        // "9 мая на полях саммита ШОС министры встретились": the day is that of what was done; documents are adopted at it.
        let isItsDay =
            value(reference) != "aside"
            || finiteVerb(near: noun.head, scene.clause).map { verb in
                // "в пятницу на заседании совета состоялся обмен мнениями"
                let deeds =
                    [marks.agreements.sign]
                    + (isOn(noun.head, scene) ? [marks.encounters.confer, marks.encounters.happen] : [])
                return deeds.contains { document.mark(at: verb, $0) != nil }
            } ?? false
        return isOfMany && (mention.date != nil && isItsDay || mention.place != nil)
    }

    /// Something has been done there, or is: "подписали в ходе саммита", "гостеприимство, оказанное в ходе саммита".
    private func isDone(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard let verb = finiteVerb(near: noun.head, scene.clause) else { return scene.clause.isBygone }
        return [.past, .present].contains(verbTense(of: verb)) && !isNegated(verb)
    }

    /// "на полях саммита", "в кулуарах форума"
    func isAtMargins(_ range: Range<Int>) -> Bool {
        margins(before: range.lowerBound).contains { !(($0.end..<range.lowerBound).contains { isFiniteVerb($0) }) }
    }

    /// "на полях", a few tokens before what it is beside.
    func margins(before token: Int) -> MarkList {
        document.marks(marks.encounters.margins, in: max(0, token - 6)..<token)
    }

    /// "перед саммитом ШОС в Астане": an organisation's summit that is to come, told with where it is.
    func isAhead(_ noun: EncounterNoun, _ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .summit, !mention.orgs.isEmpty, mention.date == nil, !isGeneric(noun),
            let reference = reference(to: noun.head, scene.clause), value(reference) == "before"
        else { return false }
        let behind = noun.range.upperBound..<max(noun.range.upperBound, scene.clause.upperBound)
        return places(in: behind).contains { isLocative($0.range, behind, .loct) }
    }

    /// "темой его переговоров с белорусскими властями была торговля": what they were about says that they were.
    func isMatter(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks, cases(ofWord: noun.head).contains(.gent),
            let verb = finiteVerb(near: noun.head, scene.clause), verbTense(of: verb) == .past, !isNegated(verb)
        else { return false }
        return document.marks(marks.encounters.matter, in: max(scene.clause.lowerBound, noun.head - 3)..<noun.head)
            .contains { !cases(ofWord: $0.first).contains(.gent) || cases(ofWord: $0.first).contains(.ablt) }
    }

    /// The organisation's assembly that sits for months.
    func isStanding(_ organisation: String) -> Bool {
        marks.standing.contains(organisation)
    }
}
