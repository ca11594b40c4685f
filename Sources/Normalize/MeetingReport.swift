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

    func telling(_ context: KeyContext) -> Telling {
        let occasion = Occasion(date, isPast: status == .held, context)
        return Telling(
            "meeting",
            block: [
                kind.rawValue, countries.map(\.rawValue).joined(separator: ","), orgs.joined(separator: ","),
                level?.rawValue, occasion.period,
            ],
            days: occasion.days,
            marks: participants.flatMap(\.marks) + [place?.city].compactMap { $0.map { "@=\($0.folded)" } })
    }
}
