import Grammar
import Model
import Morphology

/// Whose a document is.
struct AgreementParties: Equatable {
    var countries: [CountryCode] = []
    var orgs: [String] = []
    /// Of the organisations those that a word joins to who signs: "с ЕАЭС", "Иран и ЕАЭС".
    var partners: [String] = []
    /// The one state is who it is concluded with: "подписал с Мьянмой".
    var isPartner = false
    /// The name of the document or those who sign it tell them, not the passage at large.
    var isTold = false

    var count: Int { countries.count + orgs.count }
    var isEmpty: Bool { count == 0 }
    /// All of them are told, not the one that the passage lacks.
    var isNamed: Bool { isTold && countries.count >= 2 }

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
            let focus = reading.discourse.focus[mention.sentence]
            if focus.contains(country) { return AgreementParties(countries: focus) }
            if context.countries.contains(country) { return context }
            if others.isEmpty, !actors.orgs.isEmpty { return told([country], actors.orgs) }
            return told(withHome([country]))
        }
        if !named.orgs.isEmpty, actors.countries.count < 2 { return told(actors.countries, named.orgs) }
        if actors.countries.count >= 2 { return told(actors.countries) }
        if actors.countries.isEmpty, !actors.orgs.isEmpty { return told([], actors.orgs) }
        if actors.countries.count == 1, actors.isPartner, context.count < 2 { return told(withHome(actors.countries)) }
        if let only = actors.countries.first, !actors.partners.isEmpty { return told([only], actors.partners) }
        if let only = actors.countries.first, !context.countries.contains(only), context.orgs.isEmpty {
            if let own, own != only { return told([only, own]) }
            return AgreementParties(countries: [only], orgs: actors.orgs.sorted())
        }
        return context
    }

    /// Whether a document's own name tells who its parties are.
    func isTold(by mention: DocumentMention) -> Bool { named(in: mention.title).count >= 2 }

    private func told(_ countries: [CountryCode], _ orgs: [String] = []) -> AgreementParties {
        AgreementParties(countries: countries.sorted(), orgs: orgs.sorted(), isTold: true)
    }

    /// The states and organisations named in a document's name.
    private func named(in range: Range<Int>) -> AgreementParties {
        var parties = AgreementParties()
        for place in reading.places(in: range)
        where (place.kind == .name || place.kind == .adjective) && !isLanguage(place) {
            if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
        }
        parties.orgs = organisations(in: range)
        return parties
    }

    private func organisations(in range: Range<Int>) -> [String] {
        var orgs: [String] = []
        for mark in document.marks(reading.marks.organisation, in: range) where !isFounded(mark) {
            let name = reading.value(mark)
            if !orgs.contains(name) { orgs.append(name) }
        }
        return orgs
    }

    /// "Договор о создании Союзного государства": what a document founds has not signed it.
    private func isFounded(_ organisation: Mark) -> Bool {
        document.mark(at: organisation.first - 1, marks.founding) != nil
    }

    /// Whether a word joins an organisation to those who sign.
    private func isPartner(_ organisation: Mark) -> Bool {
        let before = organisation.first - 1
        if let link = document.mark(at: before, marks.link) {
            return ["with", "between"].contains(reading.value(link)) && document.mark(at: before, marks.stop) == nil
        }
        func joins(_ token: Int) -> Bool {
            document.word(token)?.text == "и" && !reading.places(in: token - 2..<token + 3).isEmpty
        }
        return before > 0 && joins(before) || organisation.end < document.tokens.count && joins(organisation.end)
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
            where place.kind != .city && !isInside(place.range.lowerBound) && !isLocation(place)
                && !isWitness(place.range.lowerBound) && !isLanguage(place)
            {
                if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
                parties.isPartner = parties.isPartner || isJoined(place)
            }
            for name in reading.people.names(in: clause) where !isWitness(name.range.lowerBound) {
                if let country = reading.people.persons[name.person].country, !parties.countries.contains(country) {
                    parties.countries.append(country)
                }
            }
            for name in organisations(in: clause) where !parties.orgs.contains(name) { parties.orgs.append(name) }
            for mark in document.marks(reading.marks.organisation, in: clause)
            where isPartner(mark) && !isInside(mark.first) && !parties.partners.contains(reading.value(mark)) {
                parties.partners.append(reading.value(mark))
            }
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
            !reading.opensClause(parts[at + 1].lowerBound) || goesOn(behind: parts[at].upperBound, mentions),
            !isRelative(parts[at + 1]) || (at + 1..<parts.count).contains(where: { tellsOfSigning(parts[$0]) })
        {
            at += 1
            kept.append(at)
        }
        return kept.map { parts[$0] }.filter { part in
            part.overlaps(mention.title) || tellsOfSigning(part)
                || document.marks(reading.marks.speech, in: part).isEmpty
                    && document.marks(reading.marks.speechSource, in: part).isEmpty
        }
    }

    private func tellsOfSigning(_ part: Range<Int>) -> Bool {
        !document.marks(marks.sign, in: part).isEmpty || !document.marks(marks.act, in: part).isEmpty
    }

    /// Whether a relative clause begins at a part: "которую", "в которых".
    private func isRelative(_ part: Range<Int>) -> Bool {
        part.prefix(2).contains { document.word($0)?.can(be: [.adjf, .anph]) == true }
    }

    /// Whether a part goes on with another document of the same clause: ", а также меморандум".
    private func isConjoined(_ part: Range<Int>) -> Bool {
        !part.contains { reading.isFiniteVerb($0) }
    }

    /// "в присутствии президента США": who looks on signs nothing.
    private func isWitness(_ token: Int) -> Bool { Self.isWitness(token, reading) }

    private static func isWitness(_ token: Int, _ reading: Reading) -> Bool {
        let document = reading.document
        let sentence = document.sentence(of: token)
        guard
            let mark = document.marks(reading.marks.agreements.witness, in: sentence.lowerBound..<token).last
        else { return false }
        return !(mark.end..<token).contains { reading.isFiniteVerb($0) || opensOther($0, reading) }
    }

    /// "при участии президента США министры подписали": a nominative ends the circumstance.
    private static func opensOther(_ token: Int, _ reading: Reading) -> Bool {
        guard let word = reading.document.word(token), reading.people.name(at: token) == nil else { return false }
        return word.can(be: [.noun, .nomn]) && !word.can(be: .gent)
            && !reading.document.tokens[token].shape.contains(.capitalized)
    }

    /// "на английском языке" names no state.
    private func isLanguage(_ place: PlaceMention) -> Bool {
        place.kind == .adjective && document.mark(at: place.range.upperBound, marks.language) != nil
    }

    /// A party, and the state that the article is about when that is another.
    private func withHome(_ countries: [CountryCode]) -> [CountryCode] {
        guard let home = reading.discourse.home, !countries.contains(home) else { return countries }
        return countries + [home]
    }

    /// "с Мьянмой": with whom.
    private func isJoined(_ place: PlaceMention) -> Bool {
        document.mark(at: place.range.lowerBound - 1, marks.link).map { reading.value($0) == "with" } ?? false
    }

    /// "в Астане": where, not who.
    private func isLocation(_ place: PlaceMention) -> Bool {
        guard let mark = document.mark(at: place.range.lowerBound - 1, marks.link) else { return false }
        return reading.value(mark) == "in" || reading.value(mark) == "other" || reading.value(mark) == "on"
    }

    // MARK: Who is in focus

    /// Whose affairs a passage tells: all who meet at the summit that the article is about, the officials that a sentence
    /// before has named together, or the pair.
    private func context(_ sentence: Int) -> AgreementParties {
        if let summit { return summit }
        for index in stride(from: sentence, through: 0, by: -1) {
            if let leaders = assemblies[index] { return leaders }
            if let row = row(index) { return AgreementParties(countries: row) }
            if let pair = pair(index) { return AgreementParties(countries: pair) }
        }
        return AgreementParties(countries: reading.discourse.focus[sentence])
    }

    /// Three states or more that a sentence names in a row: "президенты Грузии, Армении и Ирана".
    private func row(_ index: Int) -> [CountryCode]? {
        var row: [CountryCode] = []
        var end = 0
        for place in reading.places(in: document.sentences[index]) where place.kind == .name {
            let isNext = (end..<place.range.lowerBound).allSatisfy { document.isMark($0, ",") || isConjunction($0) }
            if !row.isEmpty, !isNext || place.range.lowerBound == end {
                if Set(row).count >= 3 { break }
                row = []
            }
            row.append(place.country)
            end = place.range.upperBound
        }
        return Set(row).count >= 3 ? Set(row).sorted() : nil
    }

    /// The two states that a sentence names, when they are two and one of them is in focus.
    private func pair(_ index: Int) -> [CountryCode]? {
        let sentence = document.sentences[index]
        if reading.frame.titleTokens.contains(sentence.lowerBound) { return nil }
        let places = reading.places(in: sentence).filter {
            $0.kind != .city && !isWitness($0.range.lowerBound) && !isLanguage($0)
        }
        let named = Set(places.map(\.country))
        return named.count == 2 ? named.sorted() : nil
    }

    /// Those who meet at the summit that the article opens with: its organisation, else the states whose leaders are named,
    /// three or more of them together.
    static func summit(_ reading: Reading, assemblies: [Int: AgreementParties]) -> AgreementParties? {
        let document = reading.document
        let sentences = document.sentences.filter { !reading.frame.isNoise[$0.lowerBound] }
        for sentence in sentences.prefix(4) {
            let encounters = document.marks(reading.marks.encounter, in: sentence)
            if encounters.contains(where: { reading.value($0) == "talks" }) { continue }
            for mark in encounters where isSummit(reading.value(mark)) && !isAside(mark, reading) {
                let isSession = reading.value(mark) == "session"
                let near = isSession ? mark.first..<min(sentence.upperBound, mark.end + 8) : sentence
                if let org = document.marks(reading.marks.organisation, in: near).first {
                    return AgreementParties(orgs: [reading.value(org)])
                }
                guard !isSession, !assemblies.isEmpty else { continue }
                let leaders = reading.people.persons.filter {
                    $0.level == .headOfState || $0.level == .headOfGovernment
                }
                let countries = Set(leaders.compactMap(\.country)).sorted()
                if countries.count >= 3 { return AgreementParties(countries: countries) }
            }
        }
        return nil
    }

    private static func isSummit(_ kind: String) -> Bool { kind == "summit" || kind == "session" }

    /// "на полях саммита": the article tells of something beside it.
    private static func isAside(_ mark: Mark, _ reading: Reading) -> Bool {
        let before = max(0, mark.first - 4)..<mark.first
        return reading.document.marks(reading.marks.agreements.stop).contains { before.contains($0.first) }
    }

    /// By sentence that names officials of three or more states: those states.
    static func assemblies(_ reading: Reading) -> [Int: AgreementParties] {
        var found: [Int: AgreementParties] = [:]
        for (index, sentence) in reading.document.sentences.enumerated() {
            var countries: [CountryCode] = []
            for name in reading.people.names(in: sentence) where !isWitness(name.range.lowerBound, reading) {
                if let country = reading.people.persons[name.person].country, !countries.contains(country) {
                    countries.append(country)
                }
            }
            if countries.count >= 3 { found[index] = AgreementParties(countries: countries.sorted()) }
        }
        return found
    }
}
