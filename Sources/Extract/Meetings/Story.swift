import Grammar
import Model

/// The article's encounters as they build up from mention to mention.
///
/// It keeps what a reader keeps in mind: the day and the city of the tale, the traveller, and who "the presidents" are.
struct Story {
    let reading: Reading
    let actors: [Actor]
    let journeys: [Journey]
    private(set) var clusters: [EncounterCluster] = []
    /// The day of the tale, as the last dated encounter told it.
    private var today: PartialDate?
    private var scene: Place?
    /// The cluster told last.
    private var last: Int?

    init(_ reading: Reading) {
        self.reading = reading
        actors = reading.actors()
        journeys = reading.journeys(actors)
        for mention in reading.encounterMentions(actors) { tell(mention) }
    }

    private var people: [People.Person] { reading.people.persons }

    // MARK: Telling

    private mutating func tell(_ mention: EncounterMention) {
        advance(to: mention.clause.lowerBound)
        var told = cluster(of: mention)
        if let after = mention.after, let today, today.isDay, told.date == nil {
            told.date = PartialDate(dayNumber: today.dayNumber + after)
        }
        if let index = match(told, mention) {
            clusters[index].take(told)
            last = index
            return
        }
        guard isOwn(told, mention) else { return }
        settle(&told, mention)
        clusters.append(told)
        last = clusters.count - 1
        if told.status == .held, let date = told.date, date.isDay { today = later(date) }
        if told.status == .held, let place = told.place { scene = place }
    }

    /// A date told long before the tale's is a memory and moves nothing.
    private func later(_ date: PartialDate) -> PartialDate {
        guard let today, abs(today.dayNumber - date.dayNumber) > 10 else { return date }
        return today
    }

    /// Journeys told up to here move the tale.
    private mutating func advance(to token: Int) {
        for journey in journeys where journey.clause.lowerBound <= token && journey.status == .held {
            guard journey.clause.lowerBound > reached else { continue }
            scene = journey.goal
            if let date = journey.date, date.isDay { today = later(date) }
        }
        reached = max(reached, token)
    }
    private var reached = -1

    private func cluster(of mention: EncounterMention) -> EncounterCluster {
        let parties = resolve(mention)
        var countries = Set(mention.countries)
        countries.formUnion(parties.compactMap(\.country))
        var place = mention.place
        // An encounter of two states in a state's name alone may be where one of them is.
        if place == nil, mention.kind != .call, let today, EncounterCluster.agree(mention.date, today),
            mention.status == .held,
            mention.isAsserted, mention.date != nil || mention.after == 0
        {
            place = scene
        }
        return EncounterCluster(
            kind: mention.kind, parties: parties, countries: countries, orgs: Set(mention.orgs),
            level: mention.level, visit: mention.visit,
            formats: mention.kind == .talks || mention.kind == .summit ? Set(mention.formats) : [],
            status: mention.status, date: mention.date, place: mention.kind == .call ? nil : place, host: mention.host,
            ordinal: mention.ordinal, evidence: [mention.clause], rule: mention.rule, isNext: mention.isNext)
    }

    // MARK: Who

    private func resolve(_ mention: EncounterMention) -> [Party] {
        var parties: [Party] = []
        func add(_ party: Party) {
            if let person = party.person, parties.contains(where: { $0.person == person }) { return }
            parties.append(party)
        }
        for actor in mention.actors {
            switch actor.kind {
            case .person:
                let holder = actor.person.map { people[$0] }
                add(
                    Party(
                        person: actor.person, country: holder?.country ?? actor.country,
                        office: holder?.office ?? actor.office, level: actor.level ?? holder?.level))
            case .office:
                if actor.country != nil {
                    add(Party(person: nil, country: actor.country, office: actor.office, level: actor.level))
                }
            case .country:
                add(Party(person: nil, country: actor.country, office: nil, level: nil))
            case .group:
                for party in group(actor, mention) { add(party) }
            case .guest, .host, .colleague, .pronoun:
                if let party = counterpart(actor, mention, parties) { add(party) }
            case .delegation:
                break
            }
        }
        return parties
    }

    /// Those whom "президенты" or "стороны" means: the last that met, else the article's own of that level.
    private func group(_ actor: Actor, _ mention: EncounterMention) -> [Party] {
        let fits = { (party: Party) in actor.level == nil || party.level == actor.level }
        for cluster in clusters.reversed() where cluster.kind != .forum {
            let members = cluster.parties.filter { $0.person != nil && fits($0) }
            if Set(members.compactMap(\.country)).count >= 2, members.count <= 3 { return members }
        }
        return principals(of: actor.level).prefix(2).map(party)
    }

    private func party(_ index: Int) -> Party {
        Party(person: index, country: people[index].country, office: people[index].office, level: people[index].level)
    }

    /// The article's leading persons, one of each state, those of the pair in focus first.
    private func principals(of level: Meeting.Level?) -> [Int] {
        let pair = reading.discourse.mainPair
        var found: [Int] = []
        let ranked = people.indices.filter { index in
            let it = people[index]
            guard let country = it.country, it.level != nil else { return false }
            return (level == nil || it.level == level) && pair.contains(country)
        }.sorted { (rank($0), people[$0].first) < (rank($1), people[$1].first) }
        for index in ranked where !found.contains(where: { people[$0].country == people[index].country }) {
            found.append(index)
        }
        return found.count >= 2 ? found : []
    }

    private func rank(_ index: Int) -> Int {
        people[index].level.flatMap { Meeting.Level.allCases.firstIndex(of: $0) } ?? 9
    }

    /// Whom "гость", "коллега" or "он" means beside those already known.
    private func counterpart(_ actor: Actor, _ mention: EncounterMention, _ known: [Party]) -> Party? {
        let others = Set(known.compactMap(\.country)).union(
            mention.actors.compactMap { $0.kind == .person ? $0.country : nil })
        switch actor.kind {
        case .colleague:
            let office = known.first?.office ?? mention.actors.first { $0.kind == .person }?.office
            if let country = actor.country {
                let level = known.first?.level
                let holder = people.indices.first {
                    people[$0].country == country && people[$0].office == office && office != nil
                }
                return holder.map(party) ?? Party(person: nil, country: country, office: office, level: level)
            }
            let holder = people.indices.first {
                people[$0].office == office && office != nil && people[$0].country.map { !others.contains($0) } ?? false
            }
            return holder.map(party)
        case .guest:
            let travellers = journeys.filter { $0.clause.lowerBound <= mention.clause.lowerBound }.compactMap(
                \.traveller.person)
            if let traveller = travellers.last(where: { index in
                people[index].country.map { actor.country == nil ? !others.contains($0) : $0 == actor.country } ?? false
            }) {
                return party(traveller)
            }
            return before(mention.clause.lowerBound) { index in
                people[index].country.map {
                    (actor.country == nil ? !others.contains($0) && $0 != scene?.country : $0 == actor.country)
                } ?? false
            }
        case .host:
            return before(mention.clause.lowerBound) { index in
                people[index].country.map { !others.contains($0) && $0 == scene?.country } ?? false
            }
        case .pronoun:
            return before(actor.range.lowerBound) { index in
                people[index].country.map { !others.contains($0) } ?? false
            }
        default:
            return nil
        }
    }

    /// The person named last before a token who fits.
    private func before(_ token: Int, where fits: (Int) -> Bool) -> Party? {
        actors.last { $0.range.upperBound <= token && $0.person.map(fits) == true }?.person.map(party)
    }

    // MARK: Which

    /// The encounter told before that this one is.
    private func match(_ told: EncounterCluster, _ mention: EncounterMention) -> Int? {
        let order = clusters.indices.sorted { a, b in (a == last ? 1 : 0, a) > (b == last ? 1 : 0, b) }
        return order.first { isSame(clusters[$0], told, mention) }
    }

    private func isSame(_ a: EncounterCluster, _ b: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard a.kind == b.kind, EncounterCluster.agree(a.date, b.date) else { return false }
        guard b.kind == .talks || !mention.isAsserted || EncounterCluster.agree(a.place, b.place) else { return false }
        if b.kind == .talks, b.date != nil || mention.isAsserted, !EncounterCluster.agree(a.place, b.place) {
            return false
        }
        if a.status != b.status, mention.isAsserted, !(a.status == .planned && b.status == .cancelled) { return false }
        if b.isNext && !a.isNext { return false }
        if let x = a.ordinal, let y = b.ordinal, x != y { return false }
        if !a.orgs.isEmpty, !b.orgs.isEmpty, a.orgs.isDisjoint(with: b.orgs) { return false }
        if b.parties.isEmpty && b.countries.isEmpty { return true }
        if b.kind == .talks || b.kind == .call {
            let persons = a.persons.isSubset(of: b.persons) || b.persons.isSubset(of: a.persons)
            let countries = a.countries.isSubset(of: b.countries) || b.countries.isSubset(of: a.countries)
            guard persons && countries else { return false }
            // Two persons of one state are two talks.
            return true
        }
        return a.countries.isEmpty || b.countries.isEmpty || !a.countries.isDisjoint(with: b.countries)
    }

    /// Whether a mention that matches nothing tells an encounter of its own.
    private func isOwn(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        var sides = Set(told.countries.map(\.rawValue)).union(told.orgs)
        switch told.kind {
        case .talks, .call:
            let persons = told.parties.filter { $0.person != nil || $0.office != nil }
            if sides.count < 2 { return false }
            return mention.isAsserted && (!persons.isEmpty || told.date != nil)
                || Set(persons.compactMap(\.country)).count >= 2
        case .summit, .session, .forum:
            if let country = told.place?.country { sides.insert(country.rawValue) }
            guard mention.isAsserted || told.date != nil else { return false }
            return sides.count >= 2
                || mention.isAsserted && !reading.discourse.mainPair.isEmpty && (told.date != nil || told.place != nil)
        case .visit:
            return false
        }
    }

    /// Fills what the tale knows: the day, the city, the states in focus.
    private func settle(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        if told.status == .held, told.kind != .call {
            if told.date == nil, !mention.isNext { told.date = today }
            if told.place == nil, EncounterCluster.agree(told.date, today) { told.place = scene }
        }
        if told.countries.count < 2, told.kind == .session || told.kind == .forum, told.orgs.isEmpty {
            let pair = reading.discourse.mainPair
            if told.countries.isSubset(of: Set(pair)) { told.countries.formUnion(pair) }
        }
    }
}
