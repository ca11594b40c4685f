import Model

extension Meeting: KeyedFact {
    /// Sets sorted, each member once.
    var normalized: Meeting {
        var meeting = self
        meeting.countries = countries.sortedSet
        meeting.orgs = orgs.sortedSet
        meeting.formats = Meeting.Format.allCases.filter { formats.contains($0) }
        meeting.evidence = evidence.sortedUnique
        return meeting
    }

    func keyFields(_ context: KeyContext) -> [String?] {
        [
            kind.rawValue, countries.map(\.rawValue).joined(separator: ","), orgs.joined(separator: ","),
            level?.rawValue, status.rawValue, date?.description ?? context.moment, place?.city,
        ]
    }
}
