import Grammar
import Model

/// The rows that encounters and journeys become.
extension Reading {
    /// Journeys on which no encounter is told: one row each, with a day or a kind of visit.
    func visits(_ journeys: [Journey]) -> [Meeting] {
        let rows = journeys.compactMap(visit)
        // "приедет мэр", in the headline, of the one whom the text names.
        return rows.filter { row in
            !row.participants.isEmpty
                || !rows.contains {
                    !$0.participants.isEmpty && $0.countries == row.countries && $0.host == row.host
                        && $0.status == row.status && $0.level == row.level
                        && EncounterCluster.agree($0.place, row.place) && EncounterCluster.agree($0.date, row.date)
                        && (row.date == nil || $0.date != nil)
                }
        }
    }

    func visit(_ journey: Journey) -> Meeting? {
        guard let traveller = journey.traveller, let goal = journey.goal, let host = goal.country,
            // A delegation of nobody in particular that has come did so at some time.
            traveller.person != nil || traveller.office != nil
                || isOfState(traveller) && (journey.date?.month != nil || journey.status == .planned)
        else { return nil }
        let organisation = traveller.person.flatMap { people.persons[$0].organisation }
        let country =
            traveller.person.flatMap { people.persons[$0].country } ?? traveller.country
            ?? (organisation == nil ? presumedHome(of: traveller, goingTo: host) : nil)
        // "премьеры Польши и Чехии прибыли в Киев": one visit of all.
        let states = country.map { [$0] } ?? traveller.countries
        guard !states.isEmpty || organisation != nil, !states.contains(host) else { return nil }
        // Somebody without an office is no official on a visit.
        if let it = traveller.person.map({ people.persons[$0] }), it.office == nil, it.level == nil { return nil }
        return Meeting(
            kind: .visit, countries: (states + [host]).sorted(),
            orgs: [organisation].compactMap { $0.map(whole) },
            level: traveller.person.flatMap { people.persons[$0].level } ?? traveller.level,
            participants: [participant(Party(person: traveller.person, country: country))].compactMap { $0 },
            visit: journey.kind,
            status: journey.status, date: journey.date, place: goal, host: host,
            evidence: [document.span(journey.clause)], rule: "meeting.visit")
    }

    /// "В мае в Осло приезжал министр культуры А": a minister whose state is not told, on a journey to one of the two states that the
    /// article is about, is from the other.
    private func presumedHome(of traveller: Actor, goingTo host: CountryCode) -> CountryCode? {
        let pair = discourse.mainPair
        guard let person = traveller.person.map({ people.persons[$0] }), let office = person.office,
            [.minister, .foreignMinister, .deputyPrimeMinister, .primeMinister, .speaker].contains(office),
            traveller.countries.isEmpty, pair.count == 2, pair.contains(host)
        else { return nil }
        return pair.first { $0 != host }
    }

    /// The organisation that a body of it speaks for: the European Commission for the Union.
    private func whole(_ organisation: String) -> String {
        document.lexicon.value(of: organisation.lowercased(), marks.encounters.organOf) ?? organisation
    }

    /// Whether an organisation, or a body of it, has leaders like a state.
    func isUnion(_ organisation: String) -> Bool {
        document.lexicon.value(of: "=" + whole(organisation).lowercased(), marks.encounters.union) != nil
    }

    /// "саммит ЕС в Брюсселе": an organisation by itself in a town where it sits.
    private func isAtSeat(_ cluster: EncounterCluster) -> Bool {
        guard cluster.orgs.count == 1, let organisation = cluster.orgs.first, let city = cluster.place?.city,
            let towns = document.lexicon.value(of: "=" + whole(organisation).lowercased(), marks.encounters.seat)
        else { return false }
        return towns.split(separator: ";").contains(Substring(city))
    }

    private func participant(_ party: Party) -> Participant? {
        guard let person = party.person else { return nil }
        let it = people.persons[person]
        // Who speaks for an organisation is of no state.
        return Participant(
            name: it.name, country: party.organisation == nil ? it.country ?? party.country : nil, office: it.office)
    }

    /// "вице-премьер А, сопредседатель эстонско-чилийской комиссии, поговорил с вице-премьером Чили Б": of two states the one that
    /// nobody else is of is that of the only one whose state nothing tells.
    private func participants(_ cluster: EncounterCluster) -> [Participant] {
        var named = cluster.parties.compactMap(participant)
        let others = cluster.countries.subtracting(named.compactMap(\.country))
        let isOfNone = named.indices.filter { named[$0].country == nil }
        if [.talks, .call].contains(cluster.kind), cluster.countries.count == 2, cluster.orgs.isEmpty,
            others.count == 1, isOfNone.count == 1, named.count == cluster.parties.count
        {
            named[isOfNone[0]].country = others.first
        }
        return named
    }

    func meeting(_ cluster: EncounterCluster) -> Meeting {
        var countries = cluster.countries
        let isAtSeat = isAtSeat(cluster)
        // "Лидеры трех стран встретились в Вене": on the ground of a fourth, which has no part in it.
        let isOfLeaders =
            cluster.kind == .summit && cluster.orgs.isEmpty && cluster.isOfTalks && cluster.parties.count > 2
        if let country = cluster.place?.country, cluster.kind != .talks, !isAtSeat, !isOfLeaders {
            countries.insert(country)
        }
        var level = cluster.topLevel
        if cluster.kind == .summit { level = level ?? .headOfState }
        var host = cluster.host ?? cluster.place?.country
        if let known = host, !countries.contains(known) || cluster.kind == .call { host = nil }
        // Whoever receives is at home, as far as nothing else is told.
        let place = cluster.place ?? host.flatMap { Place(city: nil, country: $0) }
        return Meeting(
            kind: cluster.kind, countries: countries.sorted(), orgs: Set(cluster.orgs.map(whole)).sorted(),
            level: level,
            participants: participants(cluster), visit: cluster.visit,
            formats: Meeting.Format.allCases.filter(cluster.formats.contains), status: cluster.status,
            date: cluster.date,
            place: place, host: host, evidence: cluster.evidence.prefix(6).map(document.span).sorted(),
            rule: cluster.rule)
    }
}
