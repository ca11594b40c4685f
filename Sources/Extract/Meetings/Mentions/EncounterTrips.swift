import Grammar
import Model
import Morphology

/// Journeys that are made for an assembly: "запланирована поездка на саммит".
extension Reading {
    /// "запланирована поездка на саммит", "визит министра на форум": a journey that is made for it.
    func trip(to noun: EncounterNoun, _ scene: EncounterScene) -> Governor? {
        guard noun.kind == .summit || noun.kind == .forum || noun.kind == .session,
            cases(ofWord: noun.head).contains(.accs),
            let visit = visit(to: noun.head, scene)
        else { return nil }
        for mark in all(marks.encounters.happen, in: scene.clause) where cases(ofWord: visit.end - 1).contains(.nomn) {
            if let status = status(mark, scene) { return Governor(role: .attended, verb: mark.first, status: status) }
        }
        return nil
    }

    /// "прибыл на переговоры в Баку": the other state whose town an official has come to for talks with nobody in particular.
    func goalOfTalks(_ noun: EncounterNoun, _ actors: [Actor], _ scene: EncounterScene) -> CountryCode? {
        guard cases(ofWord: noun.head).contains(.accs),
            isBehindPreposition(noun.head, scene.clause.part(of: noun.head)),
            !actors.contains(where: { $0.link == .with || $0.link == .between }), !isReferredAside(noun.range),
            let verb = finiteVerb(near: noun.head, scene.clause), !isNegated(verb), verbTense(of: verb) != .infinitive,
            document.mark(at: verb, marks.encounters.attend).map({ value($0) == "arrive" }) ?? false,
            let traveller = subjects(of: verb, scene).first, let home = traveller.country,
            traveller.kind == .person || traveller.kind == .office,
            let goal = place(enteredIn: scene.clause.hull).first?.1, goal.city != nil
        else { return nil }
        return goal.country != home ? goal.country : nil
    }

    /// The word for a journey before "на саммит", with whose it is between.
    func visit(to head: Int, _ scene: EncounterScene) -> Mark? {
        var first = head
        while first > scene.clause.lowerBound, head - first < 4, isAttribute(first - 1) { first -= 1 }
        guard first > scene.clause.lowerBound, isLocalPreposition(first - 1) else { return nil }
        return all(marks.encounter, in: scene.clause).last { visit in
            value(visit) == Meeting.Kind.visit.rawValue && visit.end <= first - 1
                && (visit.end..<first - 1).allSatisfy { token in
                    scene.actors.contains { $0.range.contains(token) && $0.cases.contains(.gent) }
                }
        }
    }

    /// "ожидает визита президента для участия в саммите": the journey of somebody else than who tells of it.
    func visit(forTakingPartIn head: Int, _ scene: EncounterScene) -> Mark? {
        guard
            let taking = all(marks.encounters.attend, in: scene.clause).last(where: {
                $0.end <= head && head - $0.end <= 4 && document.mark(at: $0.first - 1, marks.purpose) != nil
            }), verbTense(of: taking.first) == nil
        else { return nil }
        return all(marks.encounter, in: scene.clause).last { visit in
            value(visit) == Meeting.Kind.visit.rawValue && visit.end <= taking.first
                && scene.actors.contains { $0.range.lowerBound == visit.end && $0.cases.contains(.gent) }
        }
    }

    /// "сроки визита", "возможность визита", "вопрос о визите", on no day.
    func isOnlyMooted(_ visit: Mark, _ scene: EncounterScene) -> Bool {
        guard dates(in: scene.clause).isEmpty, !isReferredAside(visit.range) else { return false }
        var first = visit.first
        while first > scene.clause.lowerBound, visit.first - first < 4, isAttribute(first - 1) { first -= 1 }
        // "не получали обращений относительно визита"
        if document.marks(marks.encounters.regarding, in: max(scene.clause.lowerBound, first - 3)..<first).contains(
            where: { $0.end == first })
        {
            return true
        }
        let before = max(scene.clause.lowerBound, first - 2)..<first
        return document.marks(marks.encounters.wish, in: before).contains { wish in
            document.word(wish.first)?.can(be: .noun) == true
                && (wish.end..<first).allSatisfy { document.word($0)?.can(be: .prep) == true }
        }
    }

    /// "решение о визите министра было принято 27 августа": on that day the visit was yet to come.
    func isDecided(_ visit: Mark, _ scene: EncounterScene) -> Bool {
        var first = visit.first
        while first > scene.clause.lowerBound, visit.first - first < 4, isAttribute(first - 1) { first -= 1 }
        return document.word(first - 1)?.can(be: .prep) == true
            && document.mark(at: first - 2, marks.encounters.decision) != nil
    }

    /// "поездка президента на саммит"
    func isForAssembly(_ visit: Mark, _ scene: EncounterScene) -> Bool {
        all(marks.encounter, in: scene.clause).contains { mark in
            guard mark.first > visit.end, mark.first - visit.end <= 10,
                let kind = Meeting.Kind(rawValue: value(mark)), [.summit, .forum, .session].contains(kind),
                cases(ofWord: mark.first).contains(.accs)
            else { return false }
            return self.visit(to: mark.first, scene)?.first == visit.first
        }
    }
}
