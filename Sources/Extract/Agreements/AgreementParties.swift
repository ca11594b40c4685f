import Grammar
import Model
import Morphology

/// Whose a document is.
struct AgreementParties: Equatable {
    var countries: [CountryCode] = []
    var orgs: [String] = []
    /// Of the organisations those that a word joins to who signs: "с ЕАЭС", "Иран и ЕАЭС".
    var partners: [String] = []
    /// The organisation that concludes: "ЕС подписал".
    var subject: String?
    /// The one state is who it is concluded with: "подписал с Мьянмой".
    var isPartner = false
    /// The name of the document or those who sign it tell them, not the passage at large.
    var isTold = false

    var count: Int { countries.count + orgs.count }
    var isEmpty: Bool { count == 0 }
    /// All of them are told, not the one that the passage lacks.
    var isNamed: Bool { isTold && countries.count >= 2 }

    /// Whether one names no party that the other lacks.
    func isSame(as other: AgreementParties) -> Bool {
        Set(countries) == Set(other.countries) && Set(orgs) == Set(other.orgs)
    }

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
        // What an organisation's summit decides is its own, whoever it is about.
        if let summit, !summit.orgs.isEmpty, Self.decidedKinds.contains(mention.kind),
            named.orgs.contains(where: summit.orgs.contains)
        {
            return summit
        }
        if named.count >= 2 {
            return told(named.countries + signer(of: mention, named, sentence, mentions), named.orgs)
        }
        if named.isEmpty, let org = members(of: mention, in: sentence) { return told([], [org]) }
        if named.isEmpty, let two = between(before: mention, in: sentence) { return told(two) }
        let actors = self.actors(around: mention, in: sentence, mentions: mentions)
        // "ЕС заключил соглашение с Молдавией"
        if named.count == 1, actors.countries.allSatisfy(named.countries.contains),
            let subject = actors.subject, !named.orgs.contains(subject)
        {
            return told(named.countries, named.orgs + [subject])
        }
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
        if !named.orgs.isEmpty, actors.countries.count < 2 {
            return told(actors.countries.isEmpty ? partner(of: named.orgs) : actors.countries, named.orgs)
        }
        // "приблизят Украину к подписанию соглашения с ЕС": of several the nearest.
        if !named.orgs.isEmpty, isJoined(named.orgs[0], in: mention), actors.countries.count > 2,
            let nearest = nearest(before: mention, in: sentence)
        {
            return told([nearest], named.orgs)
        }
        if actors.countries.count >= 2 { return told(actors.countries) }
        if actors.countries.isEmpty, !actors.orgs.isEmpty { return told([], actors.orgs) }
        if actors.countries.count == 1, actors.isPartner, context.count < 2 { return told(withHome(actors.countries)) }
        if let only = actors.countries.first, !actors.partners.isEmpty { return told([only], actors.partners) }
        if let only = actors.countries.first, !context.countries.contains(only), context.orgs.isEmpty {
            if let own, own != only { return told([only, own]) }
            return AgreementParties(countries: [only], orgs: actors.orgs.sorted())
        }
        // The treaty that founds a union is of the states, whose affairs its council discusses.
        if !context.orgs.isEmpty, founds(context.orgs, mention) {
            return AgreementParties(countries: reading.discourse.focus[mention.sentence])
        }
        return context
    }

    private func founds(_ orgs: [String], _ mention: DocumentMention) -> Bool {
        document.marks(reading.marks.organisation, in: mention.title).contains {
            orgs.contains(reading.value($0)) && isFounded($0)
        }
    }

    /// "Россия подписала меморандумы с Угандой и Суданом": who signs with those that a name joins.
    private func signer(
        of mention: DocumentMention, _ named: AgreementParties, _ sentence: Range<Int>, _ mentions: [DocumentMention]
    ) -> [CountryCode] {
        guard let first = reading.places(in: mention.headEnd..<mention.title.upperBound).first, isJoined(first) else {
            return []
        }
        let others = actors(around: mention, in: sentence, mentions: mentions).countries
            .filter { !named.countries.contains($0) }
        return others.count == 1 ? others : []
    }

    /// "соглашение с ЕС", and not "договор ЕАЭС".
    private func isJoined(_ org: String, in mention: DocumentMention) -> Bool {
        document.marks(reading.marks.organisation, in: mention.title).contains { mark in
            reading.value(mark) == org
                && document.mark(at: mark.first - 1, marks.link).map { reading.value($0) == "with" } ?? false
        }
    }

    /// The last state that is named before a document in its sentence.
    private func nearest(before mention: DocumentMention, in sentence: Range<Int>) -> CountryCode? {
        reading.places(in: sentence.lowerBound..<mention.phrase).last { $0.kind == .name && !isLocation($0) }?.country
    }

    private static let decidedKinds: Set<Agreement.Kind> = [
        .other, .declaration, .statement, .program, .plan, .roadmap,
    ]

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
    func isFounded(_ organisation: Mark) -> Bool {
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
            where place.kind != .city && !isInside(place.range.lowerBound) && !isLocation(place) && !isRoute(place)
                && !isWitness(place.range.lowerBound) && !isLanguage(place)
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
            if parties.subject == nil { parties.subject = subject(of: clause, isInside: isInside) }
        }
        return parties
    }

    /// The organisation whose members conclude a document: "лидеры стран СНГ подписали декларацию".
    private func members(of mention: DocumentMention, in sentence: Range<Int>) -> String? {
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
    private func between(before mention: DocumentMention, in sentence: Range<Int>) -> [CountryCode]? {
        guard let act = document.marks(marks.act, in: sentence.lowerBound..<mention.phrase).last,
            let link = document.marks(marks.link, in: sentence.lowerBound..<act.first).last(where: {
                reading.value($0) == "between"
            }), act.first - link.end <= 8
        else { return nil }
        let places = reading.places(in: link.end..<act.first).filter { $0.kind != .city }
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
    private func withHome(_ countries: [CountryCode]) -> [CountryCode] {
        guard let home = reading.discourse.home, !countries.contains(home) else { return countries }
        return countries + [home]
    }

    /// "с Мьянмой": with whom.
    private func isJoined(_ place: PlaceMention) -> Bool {
        document.mark(at: place.range.lowerBound - 1, marks.link).map { reading.value($0) == "with" } ?? false
    }

    /// "в Астане": where, not who.
    func isLocation(_ place: PlaceMention) -> Bool {
        // "в столице Кении"
        let isCapital = document.mark(at: place.range.lowerBound - 1, marks.capital) != nil
        guard let mark = document.mark(at: place.range.lowerBound - (isCapital ? 2 : 1), marks.link) else {
            return false
        }
        return reading.value(mark) == "in" || reading.value(mark) == "other" || reading.value(mark) == "on"
    }
}
