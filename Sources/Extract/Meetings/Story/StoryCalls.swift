import Grammar
import Model

/// Talks that turn out to have been held by telephone, and calls that go on with the ones told before.
extension Story {
    /// "в ходе беседы президенты обсудили" and "телефонный разговор состоялся по инициативе": one is the other; true where the
    /// mention told the way of the talks before.
    func becomesCall(_ told: inout EncounterCluster, _ mention: EncounterMention) -> Bool {
        let isNear = { (range: Range<Int>) in abs(mention.clause.lowerBound - range.lowerBound) < 90 }
        // "Премьеры поговорили" in the title or the first sentence, "поговорили по телефону" below it.
        if told.kind == .call, told.countries.count + told.orgs.count > 1,
            let title = clusters.firstIndex(where: { isTitle($0, of: told, mention) })
        {
            clusters[title].kind = .call
            clusters[title].place = nil
            clusters[title].host = nil
            clusters[title].take(told)
            last = title
            return true
        }
        if told.kind == .call, told.parties.isEmpty, told.countries.isEmpty, let last, clusters[last].kind == .talks,
            clusters[last].place == nil || clusters[last].isPlaceAssumed,
            clusters[last].isReferred || clusters[last].isOpen || mention.isTold,
            isNear(clusters[last].evidence[0])
        {
            clusters[last].kind = .call
            clusters[last].place = nil
            clusters[last].host = nil
            clusters[last].take(told)
            return true
        }
        if told.kind == .talks, told.isReferred, told.place == nil,
            let hint = hints.last(where: { $0.kind == .call && $0.parties.isEmpty && $0.countries.isEmpty }),
            isNear(hint.evidence[0])
        {
            told.kind = .call
            told.date = told.date ?? hint.date
        }
        return false
    }

    /// "Президент провел телефонный разговор с А. Он также поговорил с Б": in an article that tells of calls and nothing else.
    func isFurtherCall(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard told.isOpen, told.status == .held, told.place == nil, told.date == nil, let last,
            clusters[last].kind == .call, !clusters[last].persons.isDisjoint(with: told.persons),
            told.persons.count > 1,
            clusters.allSatisfy({ $0.kind == .call }), told.formats.isEmpty,
            !cast.reading.document.marks(cast.reading.marks.encounters.join, in: mention.clause).isEmpty
        else { return false }
        return !journeys.contains { $0.status == .held && $0.traveller?.person.map(told.persons.contains) ?? false }
    }

    /// Whether talks told by words that leave the way open, at the head of the article, are the call that it goes on to tell.
    private func isTitle(_ talks: EncounterCluster, of call: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard talks.kind == .talks, talks.isOpen, talks.status == call.status,
            talks.evidence.allSatisfy({
                $0.lowerBound < Self.lead && mention.clause.lowerBound - $0.lowerBound < Self.lead
            }),
            talks.countries == call.countries, talks.orgs == call.orgs, talks.persons.isSubset(of: call.persons),
            talks.topLevel == call.topLevel, EncounterCluster.agree(talks.date, call.date)
        else { return false }
        return talks.place == nil || talks.isPlaceAssumed
    }
}
