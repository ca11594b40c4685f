import Grammar
import Model
import Morphology

/// Journeys of those who speak and of those who are spoken to: "«Я посетил вашу страну», – сказал президент".
extension Reading {
    /// "я посетил Баку", "Вы побывали в Баку": whoever speaks, or the leader whom he speaks to.
    func spoken(of verb: Int, _ scene: EncounterScene) -> Actor? {
        let before = max(scene.clause.lowerBound, verb - Self.reachOfPronoun)..<verb
        let behind = verb + 1..<max(verb + 1, min(scene.clause.upperBound, verb + 3))
        for token in [Array(before), Array(behind)].joined() {
            guard let pronoun = document.word(token), pronoun.can(be: [.npro, .nomn]) else { continue }
            if pronoun.can(be: [.per1, .sing]) { return speaker(of: scene) }
            if pronoun.can(be: .per2) { return addressee(of: scene) }
        }
        return nil
    }

    /// The one leader of the other of the two states in focus than the speaker's, where he is alone.
    func addressee(of scene: EncounterScene) -> Actor? {
        let pair = discourse.mainPair
        guard let home = speaker(of: scene)?.country, pair.count == 2, pair.contains(home),
            let state = pair.first(where: { $0 != home })
        else { return nil }
        let told = people.persons.indices.filter {
            people.persons[$0].country == state && people.persons[$0].isLeader
        }
        guard told.count == 1, case let person = people.persons[told[0]] else { return nil }
        return Actor(
            range: scene.sentence.lowerBound..<scene.sentence.lowerBound + 1, kind: .person, person: told[0],
            country: state, office: person.office, level: person.level, cases: .nomn)
    }

    /// "посетил вашу страну", "побывали в нашей стране": the other of the two states in focus than the traveller's.
    func stateAddressed(_ verb: Mark, by traveller: Actor, _ scene: EncounterScene) -> Place? {
        let pair = discourse.mainPair
        let behind = verb.end..<max(verb.end, min(scene.clause.upperBound, verb.end + Self.reachOfState))
        guard pair.count == 2, let home = traveller.country, pair.contains(home),
            document.marks(marks.encounters.nation, in: behind).contains(where: { nation in
                let possessive = nation.first - 1
                return document.mark(at: possessive, marks.encounters.yours) != nil
                    || document.mark(at: possessive, marks.encounters.ours) != nil
            })
        else { return nil }
        return Place(city: nil, country: pair.first { $0 != home })
    }

    /// "поблагодарил коллегу за визит в Баку в мае": whoever is thanked for a journey that is told with its time.
    func thankedTraveller(of visit: Mark, _ scene: EncounterScene) -> Actor? {
        let from = max(scene.clause.lowerBound, visit.first - Self.reachOfThanks)
        guard let cause = (from..<visit.first).last(where: { document.mark(at: $0, marks.encounters.cause) != nil }),
            all(marks.encounters.thank, in: scene.clause).contains(where: { $0.end <= cause && isFiniteVerb($0.first) }
            ),
            let guest = scene.actors.last(where: { $0.range.upperBound == cause }), guest.link == .bare,
            guest.cases.intersects([.accs, .datv]),
            dates(in: visit.end..<max(visit.end, scene.clause.upperBound)).contains(where: {
                $0.role == .time && $0.date?.month != nil
            })
        else { return nil }
        guard guest.kind == .colleague else { return guest.kind == .person ? guest : nil }
        // "коллегу": the one of the other state who is named last.
        guard let goal = place(enteredIn: visit.end..<min(scene.clause.upperBound, visit.end + 4)).first?.1.country,
            let name = people.names(in: 0..<cause).last(where: {
                people.persons[$0.person].country.map { $0 != goal } ?? false
            }), case let person = people.persons[name.person]
        else { return nil }
        return Actor(
            range: name.range, kind: .person, person: name.person, country: person.country, office: person.office,
            level: person.level, cases: .nomn)
    }

    /// Tokens from a pronoun to the verb of its journey, from a verb to the state, from thanks to what they are for.
    private static let reachOfPronoun = 6
    private static let reachOfState = 5
    private static let reachOfThanks = 5
}
