import Grammar
import Model
import Morphology

/// Whose a document is.
struct AgreementParties: Equatable {
    var countries: [CountryCode] = []
    var orgs: [String] = []

    var count: Int { countries.count + orgs.count }
    var isEmpty: Bool { count == 0 }
}

extension AgreementReader {
    /// The parties of a document: those its name tells, else those that act in its clause, else the pair in focus.
    func parties(of mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention]) -> AgreementParties
    {
        let named = self.named(in: mention.title, isTitle: true)
        if named.count >= 2 { return named }
        let actors = self.actors(around: mention, in: sentence, mentions: mentions)
        let focus = reading.discourse.focus[mention.sentence]
        if named.count == 1 {
            if let country = named.countries.first {
                let others = actors.countries.filter { $0 != country }
                if others.count == 1 { return AgreementParties(countries: [country, others[0]].sorted()) }
                if let own = reading.discourse.own[mention.sentence], own != country {
                    return AgreementParties(countries: [country, own].sorted())
                }
                if focus.contains(country) { return AgreementParties(countries: focus) }
                return named
            }
            if actors.countries.isEmpty { return named }
        }
        if actors.countries.count >= 2 { return AgreementParties(countries: actors.countries.sorted()) }
        if actors.countries.isEmpty, !actors.orgs.isEmpty { return AgreementParties(orgs: actors.orgs.sorted()) }
        if let only = actors.countries.first, !focus.contains(only) {
            if let own = reading.discourse.own[mention.sentence], own != only {
                return AgreementParties(countries: [only, own].sorted())
            }
            return AgreementParties(countries: [only], orgs: actors.orgs.sorted())
        }
        return AgreementParties(countries: focus)
    }

    /// The states and organisations named in a token range.
    private func named(in range: Range<Int>, isTitle: Bool) -> AgreementParties {
        var parties = AgreementParties()
        for place in reading.places(in: range) where place.kind == .name || place.kind == .adjective {
            if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
        }
        for mark in document.marks(reading.marks.organisation, in: range) {
            let name = reading.value(mark)
            if !parties.orgs.contains(name) { parties.orgs.append(name) }
        }
        parties.countries.sort()
        parties.orgs.sort()
        return parties
    }

    /// The states that act in the clause of a document: by name, capital, adjective or official, not where something happens.
    private func actors(around mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention])
        -> AgreementParties
    {
        var clause = mention.title
        while clause.lowerBound > sentence.lowerBound, !document.isMark(clause.lowerBound - 1, ";") {
            clause = clause.lowerBound - 1..<clause.upperBound
        }
        while clause.upperBound < sentence.upperBound, !document.isMark(clause.upperBound, ";") {
            clause = clause.lowerBound..<clause.upperBound + 1
        }
        var parties = AgreementParties()
        func isInside(_ token: Int) -> Bool { mentions.contains { $0.title.contains(token) && token >= $0.noun } }
        for place in reading.places(in: clause)
        where place.kind != .city && !isInside(place.range.lowerBound) && !isLocation(place) {
            if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
        }
        for name in reading.people.names where clause.contains(name.range.lowerBound) {
            if let country = reading.people.persons[name.person].country, !parties.countries.contains(country) {
                parties.countries.append(country)
            }
        }
        for mark in document.marks(reading.marks.organisation, in: clause) where !isInside(mark.first) {
            let name = reading.value(mark)
            if !parties.orgs.contains(name) { parties.orgs.append(name) }
        }
        return parties
    }

    /// "в Астане": where, not who.
    private func isLocation(_ place: PlaceMention) -> Bool {
        guard let mark = document.mark(at: place.range.lowerBound - 1, marks.link) else { return false }
        return reading.value(mark) == "in" || reading.value(mark) == "other"
    }
}
