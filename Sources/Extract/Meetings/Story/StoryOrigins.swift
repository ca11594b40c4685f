import Model

/// The states of those of whom the text does not tell them where it names them.
extension Story {
    /// Gives those whose state one encounter tells, in all that they took part in.
    func settleOrigins() {
        for index in clusters.indices {
            for place in clusters[index].parties.indices where clusters[index].parties[place].isStateless {
                guard let state = clusters[index].parties[place].person.flatMap({ origins[$0] }) else { continue }
                clusters[index].parties[place].country = state
                clusters[index].countries.insert(state)
            }
            settleOther(&clusters[index])
        }
    }

    /// Of two states that meet, all others named being of the one: the one of whom it is not told is of the other.
    private func settleOther(_ told: inout EncounterCluster) {
        let named = told.parties.indices.filter { told.parties[$0].person != nil }
        let stateless = named.filter { told.parties[$0].isStateless }
        let known = Set(named.compactMap { told.parties[$0].country })
        guard told.countries.count == 2, told.orgs.isEmpty, stateless.count == 1, known.count == 1,
            told.kind != .visit, told.kind != .summit, let other = told.countries.subtracting(known).first
        else { return }
        told.parties[stateless[0]].country = other
    }
}
