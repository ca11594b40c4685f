import Grammar
import Model

extension Reading {
    /// Every distinct encounter that the article tells, one row each.
    ///
    /// Mentions are found clause by clause, those of one encounter are brought together, and journeys give them the visit they
    /// were part of; a journey that nobody was met on is a row of its own.
    func meetings() -> [Meeting] {
        let story = Story(self)
        var clusters = story.clusters
        var used = Set<Int>()
        for index in clusters.indices {
            for (at, journey) in story.journeys.enumerated() where isPart(clusters[index], of: journey) {
                used.insert(at)
                if clusters[index].visit == nil { clusters[index].visit = journey.kind }
                if clusters[index].place == nil { clusters[index].place = journey.goal }
                if clusters[index].date == nil, clusters[index].status == journey.status {
                    clusters[index].date = journey.date
                }
            }
        }
        var meetings = clusters.map(meeting)
        meetings += lone(story.journeys.enumerated().filter { !used.contains($0.offset) }.map(\.element))
        return meetings.sorted { ($0.evidence[0], $0.rule) < ($1.evidence[0], $1.rule) }
    }

    /// Whether an encounter happened on a journey: the traveller takes part, where and when the journey led.
    private func isPart(_ cluster: EncounterCluster, of journey: Journey) -> Bool {
        guard cluster.kind != .call,
            cluster.status == journey.status || cluster.status == .planned && journey.status == .held
        else { return false }
        if let person = journey.traveller.person, !cluster.persons.isEmpty {
            guard cluster.persons.contains(person) || cluster.kind != .talks else { return false }
        } else if let country = journey.traveller.country {
            guard cluster.countries.contains(country) else { return false }
        }
        guard let goal = journey.goal.country, cluster.countries.contains(goal) || cluster.place?.country == goal else {
            return false
        }
        if let place = cluster.place, let country = place.country, country != goal { return false }
        guard let a = cluster.date, let b = journey.date else { return true }
        if a.isDay, b.isDay { return abs(a.dayNumber - b.dayNumber) <= 5 }
        return EncounterCluster.agree(a, b)
    }

    /// Journeys with no encounter: told once each, and only with a time or a city.
    private func lone(_ journeys: [Journey]) -> [Meeting] {
        var found: [Meeting] = []
        for journey in journeys {
            guard let person = journey.traveller.person, let country = people.persons[person].country,
                let goal = journey.goal.country, goal != country, journey.kind != nil || journey.status != .held,
                journey.date != nil || journey.status != .held
            else { continue }
            let participant = participant(person)
            if let index = found.firstIndex(where: {
                $0.participants == [participant] && $0.host == goal && EncounterCluster.agree($0.date, journey.date)
            }) {
                found[index].evidence.append(document.span(journey.clause))
                if found[index].visit == nil { found[index].visit = journey.kind }
                continue
            }
            found.append(
                Meeting(
                    kind: .visit, countries: [country, goal].sorted(), level: people.persons[person].level,
                    participants: [participant], visit: journey.kind, status: journey.status, date: journey.date,
                    place: journey.goal, host: goal, evidence: [document.span(journey.clause)], rule: "meeting.visit"))
        }
        return found
    }

    private func participant(_ person: Int) -> Participant {
        let it = people.persons[person]
        return Participant(name: it.name, country: it.country, office: it.office)
    }

    private func meeting(_ cluster: EncounterCluster) -> Meeting {
        var countries = cluster.countries
        if let country = cluster.place?.country, cluster.kind != .talks { countries.insert(country) }
        let levels = cluster.parties.compactMap(\.level)
        var level = Meeting.Level.allCases.first { levels.contains($0) } ?? cluster.level
        if level == nil, cluster.kind == .summit { level = .headOfState }
        var kind = cluster.kind
        // Leaders of three states or more hold a summit, whatever it is called.
        if kind == .talks, Set(cluster.parties.compactMap(\.country)).count >= 3, level == .headOfState {
            kind = .summit
        }
        var host = cluster.host ?? cluster.place?.country
        if let known = host, !countries.contains(known) || cluster.kind == .call { host = nil }
        return Meeting(
            kind: kind, countries: countries.sorted(), orgs: cluster.orgs.sorted(), level: level,
            participants: cluster.parties.compactMap(\.person).map(participant), visit: cluster.visit,
            formats: Meeting.Format.allCases.filter(cluster.formats.contains), status: cluster.status,
            date: cluster.date,
            place: cluster.place, host: host, evidence: cluster.evidence.prefix(6).map(document.span).sorted(),
            rule: cluster.rule)
    }
}
