import Grammar
import Model
import Morphology

/// Who is meant by one who has no name: "гость", "коллега", "он".
extension Cast {
    /// The guest, where a delegation without a state is received.
    func guest(of delegation: Actor, _ mention: EncounterMention, _ known: [Party], _ scene: Place?) -> Party? {
        var actor = delegation
        actor.kind = .guest
        return counterpart(actor, mention, known, scene)
    }

    func counterpart(_ actor: Actor, _ mention: EncounterMention, _ known: [Party], _ scene: Place?) -> Party? {
        let others = Set(known.compactMap(\.country))
            .union(mention.actors.filter { $0.kind == .person || $0.kind == .office }.compactMap(\.country))
        let offices = offices(meantBy: actor)
        /// From the state told, or else from one that the others are not from.
        func fits(_ index: Int) -> Bool { fits(index, from: people[index].country) }
        func fits(_ index: Int, from home: CountryCode?) -> Bool {
            // "Генсек ООН прибыл. Он выступит": of no state, but the one who is spoken of.
            if people[index].organisation != nil {
                return actor.kind == .pronoun && actor.country == nil && offices?.contains(people[index].office) ?? true
            }
            guard let country = home, offices?.contains(people[index].office) ?? true else { return false }
            return actor.country.map { $0 == country } ?? !others.contains(country)
        }
        switch actor.kind {
        case .colleague:
            guard
                let office = known.first?.office ?? mention.actors.first(where: { $0.kind == .person })?.office
                    ?? colleagueOf(actor, mention)
            else { return nil }
            if let holder = people.indices.first(where: { people[$0].office == office && fits($0) }) {
                return party(holder)
            }
            return actor.country.map { Party(person: nil, country: $0, office: office, level: known.first?.level) }
        case .guest:
            let travellers = journeys.filter { $0.clause.lowerBound <= mention.clause.lowerBound }
                .compactMap(\.traveller)
                .filter { traveller in
                    traveller.person.map { fits($0, from: people[$0].country ?? traveller.country) } ?? false
                }
            // "гостей принял президент": whoever came, where nobody else did.
            if actor.isPlural, Set(travellers.map(\.person)).count != 1 { return nil }
            if let traveller = travellers.last, let person = traveller.person {
                return party(person, country: traveller.country)
            }
            return before(mention.clause.lowerBound) { fits($0) && people[$0].country != scene?.country }
        case .host:
            return before(mention.clause.lowerBound) { fits($0) && people[$0].country == scene?.country }
        case .pronoun:
            if let traveller = traveller(meantBy: actor, mention, where: fits) { return traveller }
            // A subject of the sentence before is likelier meant than anyone else named there.
            let named = before(actor.range.lowerBound, isSubject: true, where: fits)
            if let office = officeBefore(actor, others), offices?.contains(office.office) ?? true { return office }
            return named ?? before(actor.range.lowerBound, where: fits)
        default:
            return nil
        }
    }

    /// "Дипломат встретился с премьером": the offices that a word for somebody told before may mean; nil for a pronoun.
    func offices(meantBy actor: Actor) -> Set<Office?>? {
        // "министр вылетит в Берлин, где его примет канцлер"
        if let office = actor.office {
            return office == .minister ? [.minister, .foreignMinister, .deputyPrimeMinister] : [office]
        }
        guard let mark = reading.document.mark(at: actor.range.lowerBound, reading.marks.encounters.same) else {
            return nil
        }
        return Set(reading.value(mark).split(separator: " ").map { Office(rawValue: String($0)) })
    }

    /// "Прибыл министр Лаоса. Он встретится с премьером": an official without a name who was the subject of the sentence before,
    /// or of this one.
    func officeBefore(_ pronoun: Actor, _ others: Set<CountryCode>) -> Party? {
        let token = pronoun.range.lowerBound
        guard pronoun.country == nil,
            let subject = actors.last(where: {
                $0.range.upperBound <= token && $0.isSubject && ($0.kind == .person || $0.kind == .office)
            }), subject.kind == .office, let country = subject.country, !others.contains(country),
            reading.document.sentenceOf[token] - reading.document.sentenceOf[subject.range.lowerBound] <= 1
        else { return nil }
        return Party(person: nil, country: country, office: subject.office, level: subject.level)
    }

    /// The person named last before a token who fits.
    func before(_ token: Int, isSubject: Bool = false, where fits: (Int) -> Bool) -> Party? {
        actors.last {
            $0.range.upperBound <= token && (!isSubject || $0.isSubject && token - $0.range.upperBound < 60)
                && $0.person.map(fits) == true && !reading.goesAlong($0)
        }?.person.map { party($0) }
    }
}
