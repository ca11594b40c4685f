import Grammar
import Model

/// The assembly that an encounter is held beside, with a clause of its own.
extension Reading {
    /// "встретятся на полях саммита, который пройдет в Осло 10 октября": the clause that tells where and when the assembly is.
    func frame(of mention: EncounterMention, _ scene: EncounterScene) -> Clause? {
        guard mention.kind == .talks, mention.status != .cancelled else { return nil }
        let assemblies = all(marks.encounter, in: scene.clause).filter { mark in
            ["summit", "session", "forum"].contains(value(mark)) && !mark.range.overlaps(mention.trigger)
                && (isReferredAside(mark.range) || isOn(mark.first, scene))
        }
        return assemblies.lazy.compactMap { mark in
            self.relative(of: mark.first, scene).flatMap { clause in
                let verbs = self.all(self.marks.encounters.happen, in: clause)
                return verbs.contains { self.isFiniteVerb($0.first) && !self.isNegated($0.first) } ? clause : nil
            }
        }.first
    }

    /// The day of an assembly that lasts no longer, or the month, or the year of days in two months.
    func time(ofFrame clause: Clause, for mention: EncounterMention) -> PartialDate? {
        guard let told = timeTold(in: clause), var date = told.date else { return nil }
        if mention.status == .planned { date = coming(date, told, isSure: true) }
        return told.spansDays ? monthOf(told, date) : date
    }
}
