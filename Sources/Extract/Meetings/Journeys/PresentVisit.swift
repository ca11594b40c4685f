import Grammar
import Model

/// A visit as one of the encounters on it tells: who is a guest in which state, and when.
private struct PresentVisit {
    let kind: Meeting.Visit
    let land: CountryCode
    let status: Meeting.Status
    let date: PartialDate?
    let countries: Set<CountryCode>
    let persons: Set<Int>
}

extension Reading {
    /// "В рамках официального визита премьер встретился с президентом. Сегодня же запланированы переговоры премьера с
    /// вице-президентом": the other encounters of a guest in the same state within days are part of the visit that one of them is
    /// told to be part of, and are there.
    func shareVisits(_ clusters: inout [EncounterCluster]) {
        var visits: [Int: [PresentVisit]] = [:]
        for cluster in clusters {
            guard let visit = visit(toldBy: cluster) else { continue }
            for guest in cluster.persons where people.persons[guest].country.map({ $0 != visit.land }) ?? false {
                visits[guest, default: []].append(visit)
            }
        }
        guard !visits.isEmpty else { return }
        for index in clusters.indices where clusters[index].visit == nil {
            let cluster = clusters[index]
            let visit = cluster.parties.lazy.compactMap(\.person)
                .compactMap { guest in visits[guest]?.first { self.isPart(cluster, of: $0) } }.first
            guard let visit else { continue }
            clusters[index].visit = visit.kind
            if clusters[index].place == nil { clusters[index].place = Place(city: nil, country: visit.land) }
        }
    }

    /// The visit of talks of two states, one of which is at home.
    private func visit(toldBy cluster: EncounterCluster) -> PresentVisit? {
        guard let kind = cluster.visit, cluster.kind == .talks, cluster.status != .cancelled, cluster.orgs.isEmpty,
            cluster.countries.count == 2, let land = cluster.place?.country ?? cluster.host,
            cluster.countries.contains(land)
        else { return nil }
        return PresentVisit(
            kind: kind, land: land, status: cluster.status, date: cluster.date, countries: cluster.countries,
            persons: cluster.persons)
    }

    private func isPart(_ cluster: EncounterCluster, of visit: PresentVisit) -> Bool {
        guard [.talks, .forum, .session].contains(cluster.kind), cluster.status != .cancelled, !cluster.isDetached,
            cluster.orgs.isEmpty, cluster.countries == visit.countries,
            cluster.place?.country ?? visit.land == visit.land,
            cluster.host ?? visit.land == visit.land, !(cluster.status == .held && visit.status == .planned)
        else { return false }
        // "Ранее они уже встречались": of the same two at no time that is told.
        if cluster.date == nil, cluster.status == .held, cluster.place == nil, cluster.persons == visit.persons {
            return false
        }
        guard let day = cluster.date else { return true }
        guard let near = visit.date ?? publishedOn else { return false }
        guard day.isDay, near.isDay else { return EncounterCluster.agree(day, near) && day.month != nil }
        return abs(day.dayNumber - near.dayNumber) <= Self.daysOfPresentVisit
    }

    private static let daysOfPresentVisit = 3
}
