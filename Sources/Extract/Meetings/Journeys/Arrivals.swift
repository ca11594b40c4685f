import Grammar
import Model
import Morphology

/// What tells where somebody has come to, and is no encounter itself.
extension Reading {
    /// "В аэропорту Ташкента премьера Кыргызстана встретил глава правительства": who is met there has come to the town.
    func arrivals(in scene: EncounterScene, behind before: [Actor]) -> [Journey] {
        guard
            let verb = all(marks.encounters.greet, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && verbTense(of: $0.first) == .past
            })
        else { return [] }
        let port = all(marks.encounters.arrival, in: scene.clause).first { cases(ofWord: $0.first).contains(.loct) }
        let told = port == nil ? guestMeant(by: verb, scene, before) : nil
        guard port != nil || told != nil,
            let place = placeOfPort(port, scene.clause)
                ?? place(in: scene.clause.hull, near: port?.range ?? verb.range),
            let country = place.country,
            port != nil || place.city != nil
        else { return [] }
        let named = scene.actors.first { actor in
            actor.kind == .person && actor.link == .bare && actor.cases.contains(.accs) && !actor.cases.contains(.nomn)
                && distance(actor.range, verb.range) < Self.reachOfGreeting
        }
        // "В аэропорту делегацию встретил спикер": whoever heads it.
        let head =
            scene.actors.contains { $0.kind == .delegation && $0.link == .bare && $0.cases.contains(.accs) }
            ? before.last { $0.delegation != nil && $0.kind == .person } : nil
        guard let guest = port == nil ? told : named ?? head, let home = guest.country, home != country else {
            return []
        }
        let date = dates(in: scene.clause).first { $0.role == .time && $0.date?.isDay == true && !$0.spansDays }
        var journey = Journey(
            clause: scene.clause.hull, traveller: guest, kind: nil, goal: place, date: date?.date, status: .held)
        journey.isScene = true
        return [journey]
    }

    /// "в аэропорту Найроби": the town right behind.
    private func placeOfPort(_ port: Mark?, _ clause: Clause) -> Place? {
        guard let port else { return nil }
        return places(in: port.end..<min(clause.upperBound, port.end + 2)).first { $0.city != nil }
            .flatMap { Place(city: $0.city, country: $0.country) }
    }

    /// "Президент прибыл в Россию. В Иркутске его встретили губернатор и посол": whom the pronoun before the verb means.
    private func guestMeant(by verb: Mark, _ scene: EncounterScene, _ before: [Actor]) -> Actor? {
        let pronoun = scene.actors.first { actor in
            actor.kind == .pronoun && !actor.isPlural && actor.cases.contains(.accs)
                && actor.range.upperBound == verb.first
        }
        guard let pronoun, case let guest = meant(by: pronoun, scene, before), guest.kind == .person else { return nil }
        return guest
    }

    /// Tokens between the verb and whom they greet.
    private static let reachOfGreeting = 12

    /// "В мае президента Латвии примет Осло": a town that is to receive somebody, who will come there.
    func hosted(in scene: EncounterScene) -> [Journey] {
        guard
            let verb = all(marks.encounters.receive, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && verbTense(of: $0.first) == .future && !isNegated($0.first)
            }), let town = receivingPlace(scene.clause), town.city != nil, let country = town.country,
            !scene.actors.contains(where: { $0.isSubject && ($0.kind == .person || $0.kind == .office) }),
            let guest = scene.actors.first(where: { actor in
                actor.kind == .person && actor.link == .bare && actor.cases.contains(.accs)
                    && !actor.cases.contains(.nomn) && actor.country != nil && actor.country != country
                    && distance(actor.range, verb.range) < Self.reachOfGreeting
            })
        else { return [] }
        let date = timeTold(in: scene.clause)
        return [
            Journey(
                clause: scene.clause.hull, traveller: guest, kind: nil, goal: town,
                date: date.flatMap { told in told.date.map { coming($0, told, isSure: true) } }, status: .planned)
        ]
    }

    /// "Заседание намечено на осень, его примет Минск": which town the one told before comes to.
    func received(in scene: EncounterScene) -> EncounterMention? {
        guard let verb = all(marks.encounters.receive, in: scene.clause).first(where: { isFiniteVerb($0.first) }),
            let it = scene.actors.first(where: { $0.kind == .pronoun }), it.cases.contains(.accs),
            it.range.lowerBound == scene.clause.lowerBound, abs(verb.first - it.range.lowerBound) <= 2,
            scene.actors.allSatisfy({ $0.kind == .pronoun || $0.kind == .country }),
            let place = receivingPlace(scene.clause)
        else { return nil }
        var mention = EncounterMention(going: .session, on: verb.range, scene)
        mention.isAsserted = true
        mention.place = place
        return mention
    }
}
