import Grammar
import Model

/// A journey that is told as what comes before another.
extension Reading {
    /// "После визита в Осло 25 мая премьер отправится в Вену": the visit that the way on begins from.
    func formerJourneys(in scene: EncounterScene) -> [Journey] {
        all(marks.encounters.go, in: scene.clause).prefix(1).flatMap { verb -> [Journey] in
            guard let tense = verbTense(of: verb.first), tense != .infinitive, !isNegated(verb.first),
                let visit = visitBefore(scene), !(visit.noun..<visit.end).contains(verb.first),
                case let travellers = travellers(of: verb, scene), let traveller = travellers.first,
                travellers.count == 1,
                traveller.kind == .person || traveller.kind == .office, traveller.level != nil,
                let home = home(of: traveller),
                visit.goal.country != home
            else { return [] }
            let isAhead = visit.date.map { date in publishedOn.map { date.firstDay > $0 } ?? false } ?? false
            // "после визита в Осло вылетит в Вену": whether it is there by now is not told.
            guard visit.date != nil || tense == .past else { return [] }
            let kind = visitKinds(in: max(scene.clause.lowerBound, visit.noun - 3)..<visit.noun + 1).last
            return [
                Journey(
                    clause: scene.clause.hull, traveller: traveller,
                    kind: kind.flatMap { Meeting.Visit(rawValue: value($0)) }, goal: visit.goal, date: visit.date,
                    status: isAhead ? .planned : .held, spansDays: visit.spansDays)
            ]
        }
    }

    /// A visit that is over when something else is done: its noun, whither, and the end of its words.
    struct VisitBefore {
        let noun: Int
        let end: Int
        let goal: Place
        var date: PartialDate?
        var spansDays = false
    }

    /// "после визита в Осло 25 мая", "по завершении поездки в Осло"
    func visitBefore(_ scene: EncounterScene) -> VisitBefore? {
        for mark in all(marks.encounter, in: scene.clause) where value(mark) == Meeting.Kind.visit.rawValue {
            guard let reference = reference(to: mark.first, scene.clause),
                ["after", "over"].contains(value(reference)),
                let (place, goal) = place(
                    enteredIn: mark.end..<max(mark.end, min(scene.clause.upperBound, mark.end + Self.reachOfGoal))
                ).first
            else { continue }
            var visit = VisitBefore(noun: mark.first, end: place.upperBound, goal: goal)
            let told = dates(touching: place.upperBound..<min(scene.clause.upperBound, place.upperBound + 2)).first {
                $0.role == .time && $0.date?.month != nil && $0.range.lowerBound - place.upperBound <= 1
            }
            if let told {
                visit = VisitBefore(
                    noun: mark.first, end: told.range.upperBound, goal: goal, date: told.date, spansDays: told.spansDays
                )
            }
            return visit
        }
        return nil
    }

    /// Tokens from a visit to whither it is.
    private static let reachOfGoal = 4
}
