import Grammar
import Model
import Morphology

/// Whose a document is.
struct AgreementParties: Equatable {
    var countries: [CountryCode] = []
    var orgs: [String] = []
    /// The name of the document or those who sign it tell them, not the passage at large.
    var isTold = false

    var count: Int { countries.count + orgs.count }
    var isEmpty: Bool { count == 0 }

    /// Whether one names no party that the other lacks.
    func isCompatible(with other: AgreementParties) -> Bool {
        let (a, b) = (Set(countries.map(\.rawValue) + orgs), Set(other.countries.map(\.rawValue) + other.orgs))
        return a.isSubset(of: b) || b.isSubset(of: a)
    }
}

extension AgreementReader {
    /// The parties of a document: those its name tells, else those that act in its clause, else those in focus.
    func parties(of mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention]) -> AgreementParties
    {
        let named = self.named(in: mention.title)
        if named.count >= 2 { return told(named.countries, named.orgs) }
        let actors = self.actors(around: mention, in: sentence, mentions: mentions)
        let context = self.context(mention.sentence)
        let own = reading.discourse.own[mention.sentence]
        if let country = named.countries.first {
            let others = actors.countries.filter { $0 != country }
            if others.count == 1 { return told([country, others[0]]) }
            if let own, own != country { return told([country, own]) }
            if context.countries.contains(country) { return context }
            if others.isEmpty, !actors.orgs.isEmpty { return told([country], actors.orgs) }
            return told([country])
        }
        if !named.orgs.isEmpty { return told(actors.countries.count == 1 ? actors.countries : [], named.orgs) }
        if actors.countries.count >= 2 { return told(actors.countries) }
        if actors.countries.isEmpty, !actors.orgs.isEmpty { return told([], actors.orgs) }
        if let only = actors.countries.first, !context.countries.contains(only), context.orgs.isEmpty {
            if let own, own != only { return told([only, own]) }
            return AgreementParties(countries: [only], orgs: actors.orgs.sorted())
        }
        return context
    }

    private func told(_ countries: [CountryCode], _ orgs: [String] = []) -> AgreementParties {
        AgreementParties(countries: countries.sorted(), orgs: orgs.sorted(), isTold: true)
    }

    /// The states and organisations named in a document's name.
    private func named(in range: Range<Int>) -> AgreementParties {
        var parties = AgreementParties()
        for place in reading.places(in: range) where place.kind == .name || place.kind == .adjective {
            if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
        }
        parties.orgs = organisations(in: range)
        return parties
    }

    private func organisations(in range: Range<Int>) -> [String] {
        var orgs: [String] = []
        for mark in document.marks(reading.marks.organisation, in: range) {
            let name = reading.value(mark)
            if !orgs.contains(name) { orgs.append(name) }
        }
        return orgs
    }

    // MARK: Who acts

    /// The states that act in the clause of a document: by name, capital, adjective or official, not where something happens
    /// and not who tells of it.
    private func actors(around mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention])
        -> AgreementParties
    {
        var parties = AgreementParties()
        for clause in clauses(around: mention, in: sentence, mentions: mentions) {
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
            for name in organisations(in: clause) where !parties.orgs.contains(name) { parties.orgs.append(name) }
        }
        return parties
    }

    /// The parts of a sentence that speak of a document: without other clauses, and without those that say who tells of it.
    private func clauses(around mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention])
        -> [Range<Int>]
    {
        var parts: [Range<Int>] = []
        var first = sentence.lowerBound
        for token in sentence where document.isMark(token, ",") || document.isMark(token, ";") {
            parts.append(first..<token)
            first = token + 1
        }
        parts.append(first..<sentence.upperBound)
        guard var at = parts.firstIndex(where: { $0.upperBound >= mention.title.upperBound }) else { return parts }
        var kept = [at]
        let own = at
        while at > 0, !document.isMark(parts[at - 1].upperBound, ";"),
            !reading.opensClause(parts[at].lowerBound) || isConjoined(parts[at])
        {
            at -= 1
            kept.append(at)
        }
        at = own
        while at + 1 < parts.count, !document.isMark(parts[at].upperBound, ";"),
            !reading.opensClause(parts[at + 1].lowerBound)
        {
            at += 1
            kept.append(at)
        }
        return kept.map { parts[$0] }.filter { part in
            part.overlaps(mention.title)
                || document.marks(reading.marks.speech, in: part).isEmpty
                    && document.marks(reading.marks.speechSource, in: part).isEmpty
        }
    }

    /// Whether a part goes on with another document of the same clause: ", а также меморандум".
    private func isConjoined(_ part: Range<Int>) -> Bool {
        !part.contains { reading.isFiniteVerb($0) }
    }

    /// "в Астане": where, not who.
    private func isLocation(_ place: PlaceMention) -> Bool {
        guard let mark = document.mark(at: place.range.lowerBound - 1, marks.link) else { return false }
        return reading.value(mark) == "in" || reading.value(mark) == "other" || reading.value(mark) == "on"
    }

    // MARK: Who is in focus

    /// Whose affairs a passage tells: the organisation whose summit it is, the leaders that a sentence before has named
    /// together, or the pair.
    private func context(_ sentence: Int) -> AgreementParties {
        let focus = AgreementParties(countries: reading.discourse.focus[sentence])
        for index in stride(from: sentence, through: 0, by: -1) {
            if let summit = summits[index] { return summit }
            if let leaders = assemblies[index] { return leaders }
            if isPair(index) { return focus }
        }
        return focus
    }

    /// Whether a sentence names two states and so makes them the focus.
    private func isPair(_ index: Int) -> Bool {
        let named = reading.places(in: document.sentences[index]).filter { $0.kind != .city }.map(\.country)
        return Set(named).count == 2
    }

    /// By sentence that tells of an organisation's summit or session: that organisation.
    static func summits(_ reading: Reading) -> [Int: AgreementParties] {
        var found: [Int: AgreementParties] = [:]
        let document = reading.document
        for (index, sentence) in document.sentences.enumerated() where !reading.frame.isNoise[sentence.lowerBound] {
            for mark in document.marks(reading.marks.encounter, in: sentence)
            where reading.value(mark) == "summit" || reading.value(mark) == "session" {
                let near = mark.first..<min(sentence.upperBound, mark.end + 6)
                guard let org = document.marks(reading.marks.organisation, in: near).first else { continue }
                found[index] = AgreementParties(orgs: [reading.value(org)])
            }
        }
        return found
    }

    /// By sentence that names officials of three or more states: those states.
    static func assemblies(_ reading: Reading) -> [Int: AgreementParties] {
        var found: [Int: AgreementParties] = [:]
        for (index, sentence) in reading.document.sentences.enumerated() {
            var countries: [CountryCode] = []
            for name in reading.people.names where sentence.contains(name.range.lowerBound) {
                if let country = reading.people.persons[name.person].country, !countries.contains(country) {
                    countries.append(country)
                }
            }
            if countries.count >= 3 { found[index] = AgreementParties(countries: countries.sorted()) }
        }
        return found
    }
}
