import Grammar
import Model
import Morphology

/// A journey of an official to another state, as the text tells it.
struct Journey {
    /// Tokens of the words that tell it.
    let clause: Range<Int>
    let traveller: Actor
    let kind: Meeting.Visit?
    /// Where to; at least the country.
    let goal: Place
    var date: PartialDate?
    var status: Meeting.Status
}

extension Reading {
    /// Who travels where: "прибыл с официальным визитом в Баку", "визит президента в Кыргызстан".
    func journeys(_ actors: [Actor]) -> [Journey] {
        var found: [Journey] = []
        for sentence in document.sentences where !frame.isNoise[sentence.lowerBound] {
            let here = actors.filter { sentence.contains($0.range.lowerBound) }
            for clause in clauses(of: sentence) {
                let scene = Scene(
                    sentence: sentence, clause: clause, next: nil,
                    actors: here.filter { clause.contains($0.range.lowerBound) }, all: here)
                found.append(contentsOf: journeys(in: scene))
            }
        }
        return found
    }

    private func journeys(in scene: Scene) -> [Journey] {
        var found: [Journey] = []
        for mark in document.marks(marks.encounters.go, in: scene.clause) {
            guard let tense = tense(of: mark.first) else { continue }
            let word = document.word(mark.first)
            let isParticiple = word?.can(be: .prtf) == true && word?.can(be: .verb) == false
            let traveller: Actor? =
                if isParticiple {
                    scene.all.last {
                        $0.range.upperBound <= mark.first && mark.first - $0.range.upperBound <= 3 && $0.kind == .person
                    }
                        ?? scene.all.first { $0.range.lowerBound > mark.first && $0.kind == .person }
                } else if let subject = subjects(of: mark.first, scene).first {
                    subject
                } else {
                    // "китайского лидера ждут в Москве"
                    scene.actors.first { $0.kind == .person && $0.link == .bare && $0.cases.contains(.accs) }
                }
            guard let traveller, let goal = goal(of: mark, value(mark) == "object", scene) else { continue }
            found.append(
                made(
                    scene, traveller, goal, near: mark.first,
                    status: tense == .future || tense == .infinitive
                        || !document.marks(marks.planned, in: scene.clause).isEmpty
                        ? .planned : .held))
        }
        // "визит президента в Кыргызстан"
        for mark in document.marks(marks.encounter, in: scene.clause)
        where value(mark) == Meeting.Kind.visit.rawValue && !isIdle(mark.range) {
            let traveller =
                scene.actors.first {
                    $0.range.lowerBound >= mark.end && $0.range.lowerBound - mark.end <= 1 && $0.cases.contains(.gent)
                        && $0.kind == .person
                }
            guard let traveller else { continue }
            let behind = traveller.range.upperBound..<max(traveller.range.upperBound, scene.clause.upperBound)
            guard let goal = place(enteredIn: behind) ?? place(in: behind) else { continue }
            let verb = finiteVerb(near: mark.first, scene.clause)
            let isPlanned =
                verb.map { tense(of: $0) == .future } ?? false
                || document.marks(marks.encounters.happen, in: scene.sentence).contains { value($0) == "planned" }
                || !document.marks(marks.planned, in: max(scene.clause.lowerBound, mark.first - 6)..<mark.first).isEmpty
            found.append(made(scene, traveller, goal, near: mark.first, status: isPlanned ? .planned : .held))
        }
        return found
    }

    private func made(_ scene: Scene, _ traveller: Actor, _ goal: Place, near token: Int, status: Meeting.Status)
        -> Journey
    {
        let kind = document.marks(marks.visitKind, in: scene.sentence)
            .min { abs($0.first - token) < abs($1.first - token) }.flatMap { Meeting.Visit(rawValue: value($0)) }
        let dates = self.dates(in: scene.clause).filter { $0.role == .time && $0.date != nil }
        let date = dates.min { abs($0.range.lowerBound - token) < abs($1.range.lowerBound - token) }?.date
        var status = status
        if !document.marks(marks.cancelled, in: scene.sentence).isEmpty { status = .cancelled }
        if !document.marks(marks.postponed, in: scene.sentence).isEmpty { status = .planned }
        return Journey(clause: scene.clause, traveller: traveller, kind: kind, goal: goal, date: date, status: status)
    }

    /// Where a verb of travel leads.
    private func goal(of mark: Mark, _ isObject: Bool, _ scene: Scene) -> Place? {
        let behind = mark.end..<scene.clause.upperBound
        if isObject {
            for place in places(in: behind) where place.kind != .adjective && place.kind != .people {
                guard cases(ofWord: place.range.upperBound - 1).contains(.accs),
                    !isBehindPreposition(place.range.lowerBound, behind)
                else { continue }
                return Place(city: place.city, country: place.country)
            }
            return nil
        }
        return place(enteredIn: behind) ?? place(in: behind) ?? place(enteredIn: scene.clause)
            ?? place(in: scene.clause)
    }

    /// "в Баку" in the accusative: whither.
    private func place(enteredIn range: Range<Int>) -> Place? {
        for place in places(in: range) where place.kind != .adjective && place.kind != .people && place.kind != .seat {
            guard
                cases(ofWord: place.range.upperBound - 1).contains(.accs)
                    || document.word(place.range.lowerBound)?.isKnown == false,
                place.range.lowerBound > range.lowerBound,
                let before = document.word(place.range.lowerBound - 1), before.can(be: .prep), before.text.count <= 2
            else { continue }
            return Place(city: place.city, country: place.country)
        }
        return nil
    }
}
