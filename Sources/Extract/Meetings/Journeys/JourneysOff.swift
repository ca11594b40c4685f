import Grammar
import Model

/// Journeys that are called off or put off.
extension Reading {
    /// "Премьер отменил визит. Он должен был принять участие в форуме": an assembly of which nothing is told but that somebody was
    /// to attend it on a journey that does not come about.
    func wasToBe(_ cluster: EncounterCluster, on journeys: [Journey]) -> Bool {
        guard [.forum, .session, .summit].contains(cluster.kind), cluster.status == .planned else { return false }
        let isOff = journeys.contains { journey in
            (journey.status == .cancelled || journey.isPostponed)
                && journey.traveller?.person.map(cluster.persons.contains) ?? false
        }
        return isOff && cluster.evidence.allSatisfy(wasPlanned)
    }

    /// "планировал принять участие", "должен был выступить"
    private func wasPlanned(_ clause: Range<Int>) -> Bool {
        document.marks(marks.planned, in: clause).contains { plan in
            guard let word = document.word(plan.first) else { return false }
            if word.can(be: .adjs) {
                return document.word(plan.end).map { $0.can(be: [.verb, .past, .impf]) } ?? false
            }
            return word.can(be: [.verb, .past])
        }
    }
}
