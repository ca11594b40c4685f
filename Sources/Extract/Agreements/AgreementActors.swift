import Grammar
import Model
import Morphology

/// Who acts in the clause of a document, and who is only named there.
extension AgreementReader {
    /// The states that act in the clause of a document: by name, capital, adjective or official, not where something happens
    /// and not who tells of it.
    func actors(around mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention])
        -> AgreementParties
    {
        let asides = self.asides(of: mentions, without: mention)
        return actors(in: clauses(around: mention, in: sentence, mentions: mentions)) { token in
            mentions.contains { $0.title.contains(token) && token >= $0.noun }
                || asides.contains { $0.contains(token) }
        }
    }

    /// The states that act in some clauses, but for the names of documents.
    func actors(in clauses: [Range<Int>], isInside: (Int) -> Bool) -> AgreementParties {
        var parties = AgreementParties()
        for clause in clauses {
            for place in reading.states(in: clause)
            where !isInside(place.range.lowerBound) && !isLocation(place) && !isRoute(place)
                && !isWitness(place.range.lowerBound) && !isLanguage(place) && !isSource(place.range.lowerBound)
                && !isInBrackets(place) && !reading.isDateline(place)
                && reading.people.name(at: place.range.lowerBound) == nil
            {
                // "Брюссель" for the union.
                if let seat = seat(place) {
                    if !parties.orgs.contains(seat) { parties.orgs.append(seat) }
                    if !parties.partners.contains(seat) { parties.partners.append(seat) }
                    continue
                }
                if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
                parties.isPartner = parties.isPartner || isJoined(place)
            }
            // "губернатор Ленинградской области"
            for part in reading.standIns(in: clause)
            where !isInside(part.range.lowerBound) && !isLocation(part)
                && !isWitness(part.range.lowerBound) && !parties.countries.contains(part.country)
            {
                parties.countries.append(part.country)
            }
            for name in reading.people.names(in: clause) where !isWitness(name.range.lowerBound) {
                if let country = reading.people.persons[name.person].country, !parties.countries.contains(country) {
                    parties.countries.append(country)
                }
            }
            for name in organisations(in: clause, isLocated: false) where !parties.orgs.contains(name) {
                parties.orgs.append(name)
            }
            for mark in document.marks(reading.marks.organisation, in: clause)
            where isPartner(mark) && !isInside(mark.first) && !parties.partners.contains(reading.value(mark)) {
                parties.partners.append(reading.value(mark))
            }
            if parties.subject == nil { parties.subject = subject(of: clause, isInside: isInside) }
        }
        return parties
    }

    /// The organisation whose members conclude a document: "лидеры стран СНГ подписали декларацию".
    func members(of mention: DocumentMention, in sentence: Range<Int>) -> String? {
        let before = sentence.lowerBound..<mention.phrase
        guard let verb = before.last(where: { document.mark(at: $0, marks.sign) != nil && reading.isFiniteVerb($0) }),
            !(verb..<mention.phrase).contains(where: { document.mark(at: $0, marks.link) != nil })
        else { return nil }
        return Self.members(in: sentence.lowerBound..<verb, reading)
    }

    /// The organisation that words before it say is all its members.
    static func members(in range: Range<Int>, _ reading: Reading) -> String? {
        let (document, marks) = (reading.document, reading.marks)
        let mark = document.marks(marks.organisation, in: range).last {
            document.mark(at: $0.first - 1, marks.agreements.member) != nil
        }
        return mark.map { reading.value($0) }
    }

    /// "переговоры между Грузией и Ираном по заключению договора": the two that a document before whose act they stand is of.
    func between(before mention: DocumentMention, in sentence: Range<Int>) -> [CountryCode]? {
        guard let act = document.marks(marks.act, in: sentence.lowerBound..<mention.phrase).last,
            let link = document.marks(marks.link, in: sentence.lowerBound..<act.first).last(where: {
                reading.value($0) == "between"
            }), act.first - link.end <= 8
        else { return nil }
        let places = reading.states(in: link.end..<act.first)
        guard places.count == 2, places[0].range.lowerBound == link.end, places[0].country != places[1].country,
            isConjunction(places[0].range.upperBound), places[1].range.lowerBound == places[0].range.upperBound + 1
        else { return nil }
        return places.map(\.country)
    }

    /// The organisation that a clause begins with, by name or by one of its bodies, and that concludes: "Совет ЕС одобрил".
    private func subject(of clause: Range<Int>, isInside: (Int) -> Bool) -> String? {
        guard let mark = document.marks(reading.marks.organisation, in: clause).first, !isInside(mark.first),
            clause.contains(where: { token in
                document.mark(at: token, marks.sign) != nil
                    && (reading.isFiniteVerb(token) || document.word(token)?.can(be: .infn) == true)
            })
        else { return nil }
        let before = clause.lowerBound..<mark.first
        return before.count <= 1 && before.allSatisfy { document.word($0)?.can(be: [.noun, .nomn]) == true }
            ? reading.value(mark) : nil
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
        while at > 0, !isElliptic(parts[own], before: mention.phrase), !document.isMark(parts[at - 1].upperBound, ";"),
            !reading.opensClause(parts[at].lowerBound) || isConjoined(parts[at])
        {
            at -= 1
            kept.append(at)
        }
        at = own
        while at + 1 < parts.count, !document.isMark(parts[at].upperBound, ";"),
            !isElliptic(parts[at + 1], before: parts[at + 1].upperBound),
            !reading.opensClause(parts[at + 1].lowerBound) || goesOn(behind: parts[at].upperBound, mentions),
            !isRelative(parts[at + 1]) || (at + 1..<parts.count).contains(where: { tellsOfSigning(parts[$0]) })
        {
            at += 1
            kept.append(at)
        }
        return kept.map { parts[$0] }.filter { part in
            part.overlaps(mention.title) || tellsOfSigning(part) || goesOnWithStates(part)
                || document.marks(reading.marks.speech, in: part).isEmpty
                    && document.marks(reading.marks.speechSource, in: part).isEmpty
        }
    }

    /// "подписали соглашение, а Литва и Латвия – меморандум": others do the same, and a dash stands for the verb.
    private func isElliptic(_ part: Range<Int>, before limit: Int) -> Bool {
        guard let dash = (part.lowerBound..<max(part.lowerBound, limit)).last(where: { document.isDash($0) }),
            !part.contains(where: { reading.isFiniteVerb($0) })
        else { return false }
        return reading.places(in: part.lowerBound..<dash).contains {
            $0.kind == .name && document.word($0.range.lowerBound)?.can(be: .nomn) == true
        }
    }

    /// "предложил Грузии, Ирану и Оману подписать": a comma in a row of states parts no clauses.
    private func goesOnWithStates(_ part: Range<Int>) -> Bool {
        let next = part.upperBound + 1
        return next < document.tokens.count && reading.places(in: next..<next + 1).contains { $0.kind == .name }
            && reading.places(in: part).last.map { $0.kind == .name && $0.range.upperBound == part.upperBound } ?? false
    }

    private func tellsOfSigning(_ part: Range<Int>) -> Bool {
        !document.marks(marks.sign, in: part).isEmpty || !document.marks(marks.act, in: part).isEmpty
    }

    /// Whether a relative clause begins at a part: "которую", "в которых", and not "его доход".
    func isRelative(_ part: Range<Int>) -> Bool {
        part.prefix(2).contains { token in
            document.word(token).map { $0.can(be: [.adjf, .anph]) && !$0.can(be: .fixd) } ?? false
        }
    }

    /// Whether a part goes on with another document of the same clause: ", а также меморандум".
    private func isConjoined(_ part: Range<Int>) -> Bool {
        !part.contains { reading.isFiniteVerb($0) }
    }

    /// "в присутствии президента США": who looks on signs nothing.
    func isWitness(_ token: Int) -> Bool { Self.isWitness(token, reading) }

    static func isWitness(_ token: Int, _ reading: Reading) -> Bool {
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

    /// "сообщают российские СМИ": who tells the news is no party.
    private func isSource(_ token: Int) -> Bool {
        (token + 1..<min(token + 3, document.tokens.count)).contains {
            document.mark(at: $0, reading.marks.speechSource) != nil
        }
    }

    /// "на английском языке" names no state.
    func isLanguage(_ place: PlaceMention) -> Bool {
        place.kind == .adjective && document.mark(at: place.range.upperBound, marks.language) != nil
    }

    /// The organisation that a capital stands for in an article that names it.
    private func seat(_ place: PlaceMention) -> String? {
        guard place.kind == .capital, let mark = document.mark(at: place.range.lowerBound, marks.seat) else {
            return nil
        }
        let name = reading.value(mark)
        return document.marks(reading.marks.organisation).contains { reading.value($0) == name } ? name : nil
    }

    /// "газопровод Туркменистан – Афганистан – Пакистан": where a line runs.
    private func isRoute(_ place: PlaceMention) -> Bool {
        func isLinked(_ dash: Int, _ next: Int) -> Bool {
            document.isDash(dash) && reading.places(in: next..<next + 1).contains { $0.kind != .adjective }
        }
        let (first, end) = (place.range.lowerBound, place.range.upperBound)
        let isChained =
            isLinked(first - 1, first - 2) && (isLinked(end, end + 1) || isLinked(first - 3, first - 4))
            || isLinked(end, end + 1) && isLinked(end + 2, end + 3)
        return isChained
    }

    /// A party, and the state that the article is about when that is another.
    func withHome(_ countries: [CountryCode]) -> [CountryCode] {
        guard let home = reading.discourse.home, !countries.contains(home) else { return countries }
        return countries + [home]
    }

    /// "с Мьянмой": with whom.
    func isJoined(_ place: PlaceMention) -> Bool {
        document.mark(at: place.range.lowerBound - 1, marks.link).map { reading.value($0) == "with" } ?? false
    }

    /// "в Астане": where, not who.
    func isLocation(_ place: PlaceMention) -> Bool {
        // "в столице Кении"
        let isCapital = document.mark(at: place.range.lowerBound - 1, marks.capital) != nil
        if isLocation(place.range.lowerBound - (isCapital ? 1 : 0)) { return true }
        // "зависимость от Грузии и Ирана"
        let joint = place.range.lowerBound - 1
        guard place.kind == .name, joint > 0, isConjunction(joint),
            let before = reading.places(in: max(0, joint - 4)..<joint).last, before.range.upperBound == joint,
            before.kind == .name
        else { return false }
        return isLocation(before)
    }

    /// Whether a preposition before a name says where, whence or what for.
    func isLocation(_ token: Int) -> Bool {
        guard let mark = document.mark(at: token - 1, marks.link) else { return false }
        return reading.value(mark) == "in" || reading.value(mark) == "other" || reading.value(mark) == "on"
    }
}
