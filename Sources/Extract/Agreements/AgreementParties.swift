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
    /// The parties of a document; where one state alone is told, with the one whose town is.
    func parties(of mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention]) -> AgreementParties
    {
        let parties = beside(
            members(of: whole(partiesTold(of: mention, in: sentence, mentions: mentions))), mention)
        guard parties.countries.count == 1, parties.orgs.isEmpty, Self.signedKinds.contains(mention.kind),
            let other = townsman(of: parties.countries[0]) ?? host(of: parties.countries[0], in: sentence)
        else { return parties }
        return told(parties.countries + [other])
    }

    /// "В Саранске подписано соглашение. Документ привезла делегация Уханьского университета (Китай)": in an article that
    /// names one state and the towns and regions of one more, that other state.
    private func townsman(of country: CountryCode) -> CountryCode? {
        guard !reading.places.contains(where: { $0.kind != .city && $0.country != country }) else { return nil }
        let opening = reading.frame.titleTokens.upperBound
        let first = document.sentences.first { $0.lowerBound >= opening } ?? opening..<opening
        let towns = (reading.places + reading.provinces).filter {
            $0.kind == .city && $0.country != country && document.mark(at: $0.range.lowerBound, marks.venue) == nil
                // "Договор был подписан в Париже", told later, is no town of the news.
                && ($0.range.lowerBound < first.upperBound || !isLocation($0.range.lowerBound))
                && !isPlaceOfSigning($0)
        }
        let others = Set(towns.map(\.country))
        return others.count == 1 ? others.first : nil
    }

    /// "Канцлер посетил Узбекистан и Казахстан. В Самарканде он подписал соглашение": the state of the town where it was signed,
    /// one of those that the article names.
    private func host(of country: CountryCode, in sentence: Range<Int>) -> CountryCode? {
        let towns = reading.places(in: sentence).filter {
            $0.kind == .city && isLocation($0.range.lowerBound) && !isPlaceOfSigning($0)
        }
        guard let host = Set(towns.map(\.country)).only, host != country,
            reading.places.contains(where: { $0.kind != .city && $0.country == host })
        else { return nil }
        return host
    }

    /// "соглашение, подписанное 8 декабря 1991 года в Минске": where an older document was signed.
    private func isPlaceOfSigning(_ town: PlaceMention) -> Bool {
        let first = town.range.lowerBound
        return isLocation(first)
            && document.marks(marks.sign, in: max(0, first - Self.reachOfSigning)..<first).contains { mark in
                document.word(mark.first)?.readings[0].contains(.prtf) == true
                    && !(mark.end..<first).contains { document.isMark($0, ",") }
            }
    }

    private static let reachOfSigning = 7

    /// Those whom a document's name tells, else those that act in its clause, else those in focus.
    private func partiesTold(of mention: DocumentMention, in sentence: Range<Int>, mentions: [DocumentMention])
        -> AgreementParties
    {
        let named = concluding(
            self.named(in: mention.title), mention, in: sentence, mentions: mentions)
        if isMultilateral(mention), named.countries.count < 2 {
            return accession(to: mention, named, in: sentence, mentions: mentions)
        }
        // What an organisation's summit decides is its own, whoever it is about.
        if let summit, !summit.orgs.isEmpty, Self.decidedKinds.contains(mention.kind),
            named.orgs.contains(where: summit.orgs.contains)
        {
            return summit
        }
        if named.count >= 2 {
            return told(named.countries + signer(of: mention, named, sentence, mentions), named.orgs)
        }
        if named.countries.count == 1, isBetween(mention), !isOurs(mention) { return told(named.countries, named.orgs) }
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
            // "Соглашение с Пакистаном Евросоюз подписал"
            if others.isEmpty, actors.orgs.count == 1, joinsState(mention) { return told([country], actors.orgs) }
            // "ЕАЭС и Иран подписали соглашение. Такое же соглашение с Вьетнамом": the organisation has one with another state.
            if others.isEmpty, joinsState(mention), let home = homeLeague, !home.countries.contains(country) {
                return told([country], home.orgs)
            }
            if others.isEmpty, joinsState(mention), let first = first(ofRow: mention, mentions), first != country {
                return told([country, first])
            }
            if let own, own != country { return told([country, own]) }
            // "Лидеры союза подписали соглашение с Монголией"
            if others.isEmpty, joinsState(mention), context.countries.isEmpty, !context.orgs.isEmpty {
                return told([country], context.orgs)
            }
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
        if actors.countries.count >= 2 {
            let joined = named.orgs.filter { isJoined($0, in: mention) && !actors.partners.contains($0) }
            return told(actors.countries, actors.partners + joined)
        }
        if actors.countries.isEmpty, !actors.orgs.isEmpty { return told([], actors.orgs) }
        // "Евразийский банк развития подписал с Арменией соглашение"
        if actors.countries.count == 1, actors.isPartner,
            let subject = actors.subject ?? teller(of: mention, in: sentence)
        {
            return told(actors.countries, [subject])
        }
        if actors.countries.count == 1, actors.isPartner {
            // "С Ираном, сказал президент Армении, действует соглашение"
            if let own, own != actors.countries[0], mention.kind != .package { return told(actors.countries + [own]) }
            if context.count < 2 || !context.countries.contains(actors.countries[0]) {
                return told(withHome(actors.countries))
            }
        }
        if let only = actors.countries.first, !actors.partners.isEmpty { return told([only], actors.partners) }
        if let only = actors.countries.first, !context.countries.contains(only), context.orgs.isEmpty {
            if let own, own != only { return told([only, own]) }
            let isOfTwo = Self.signedKinds.contains(mention.kind) && actors.orgs.isEmpty
            return AgreementParties(countries: isOfTwo ? withHome([only]).sorted() : [only], orgs: actors.orgs.sorted())
        }
        if actors.isEmpty, let due = due(mention) { return due }
        if let all = sides(of: mention, in: sentence) { return AgreementParties(countries: all) }
        if summit == nil, let all = participants(of: mention, in: sentence) { return all }
        if summit == nil, let met = outcome(of: mention, in: sentence) { return met }
        // The treaty that founds a union is of the states, whose affairs its council discusses.
        if !context.orgs.isEmpty, founds(context.orgs, mention) {
            return AgreementParties(countries: reading.discourse.focus[mention.sentence])
        }
        return context
    }

    /// "Киотский протокол": a document of so many states that a passage never tells them.
    func isMultilateral(_ mention: DocumentMention) -> Bool {
        !document.marks(marks.multilateral, in: mention.title).isEmpty
    }

    /// "Гана присоединилась к Женевской конвенции": of a document of many, those who join or leave it.
    private func accession(
        to mention: DocumentMention, _ named: AgreementParties, in sentence: Range<Int>, mentions: [DocumentMention]
    ) -> AgreementParties {
        guard
            (sentence.lowerBound..<mention.title.lowerBound).contains(where: {
                document.mark(at: $0, marks.accession) != nil
            })
        else { return told(named.countries, named.orgs) }
        let actors = self.actors(around: mention, in: sentence, mentions: mentions)
        return told(Set(named.countries + actors.countries).sorted(), named.orgs)
    }

    /// "соглашение между Эфиопией и Сомалилендом": both sides are told, be one of them no state.
    private func isBetween(_ mention: DocumentMention) -> Bool {
        func isUnknown(_ token: Int) -> Bool {
            guard mention.title.contains(token),
                !document.tokens[token].shape.isDisjoint(with: [.capitalized, .upper])
            else { return false }
            return document.word(token).map { !$0.isKnown || $0.can(be: .geox) } ?? false
        }
        guard Self.signedKinds.contains(mention.kind),
            let link = document.marks(marks.link, in: mention.title).first(where: { reading.value($0) == "between" }),
            link.end < mention.title.upperBound,
            let place = reading.places(in: link.end..<mention.title.upperBound).first
        else { return false }
        let (first, end) = (place.range.lowerBound, place.range.upperBound)
        if first == link.end, isConjunction(end) {
            return isUnknown(end + 1) || isAdjective(end + 1) && isUnknown(end + 2)
        }
        // "между агентством ТАНЮГ и Вьетнамским агентством": the name of a body is none of a state.
        return isConjunction(first - 1) && isUnknown(first - 2) && first - 2 == link.end
    }

    /// "между Ираном и нашей страной": whose it is the article tells.
    private func isOurs(_ mention: DocumentMention) -> Bool {
        mention.title.contains { document.word($0)?.can(be: .apro) == true }
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

    /// "соглашение с Ираном": a state that its name joins.
    private func joinsState(_ mention: DocumentMention) -> Bool {
        reading.places(in: mention.headEnd..<max(mention.headEnd, mention.title.upperBound)).contains(where: isJoined)
    }

    /// "соглашение с ЕС", and not "договор ЕАЭС".
    func isJoined(_ org: String, in mention: DocumentMention) -> Bool {
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

    func told(_ countries: [CountryCode], _ orgs: [String] = []) -> AgreementParties {
        AgreementParties(countries: countries.sorted(), orgs: orgs.sorted(), isTold: true)
    }

    /// The states and organisations named in a document's name.
    func named(in range: Range<Int>) -> AgreementParties {
        var parties = AgreementParties()
        for place in reading.places(in: range)
        where (place.kind == .name || place.kind == .adjective || place.kind == .people && isJoined(place))
            && !isLanguage(place) && !isOfQuoted(place, in: range)
        {
            if !parties.countries.contains(place.country) { parties.countries.append(place.country) }
        }
        // "между Астраханской и Атырауской областями"
        if parties.countries.count < 2 {
            for part in reading.standIns(in: range)
            where !isLocation(part) && !parties.countries.contains(part.country) {
                parties.countries.append(part.country)
            }
        }
        parties.orgs = organisations(in: range)
        return parties
    }

    /// "«Турецкий поток»": a name in quotes that an adjective opens.
    private func isOfQuoted(_ place: PlaceMention, in title: Range<Int>) -> Bool {
        place.kind == .adjective && place.range.lowerBound > title.lowerBound && opensQuote(place.range.lowerBound - 1)
            && document.word(place.range.upperBound)?.can(be: .noun) == true
            && (place.range.upperBound..<min(title.upperBound, place.range.upperBound + 3)).contains { closesQuote($0) }
    }

    /// - Parameter isLocated: whether those count that say where: "после выхода из ЕС".
    func organisations(in range: Range<Int>, isLocated: Bool = true) -> [String] {
        var orgs: [String] = []
        for mark in document.marks(reading.marks.organisation, in: range)
        where !isFounded(mark) && (isLocated || !isLocation(mark.first)) {
            let name = reading.value(mark)
            if !orgs.contains(name) { orgs.append(name) }
        }
        return orgs
    }

    /// "Договор о создании Союзного государства": what a document founds has not signed it.
    func isFounded(_ organisation: Mark) -> Bool { Self.isFounded(organisation, reading) }

    static func isFounded(_ organisation: Mark, _ reading: Reading) -> Bool {
        let (document, marks) = (reading.document, reading.marks)
        var first = organisation.first
        // "о создании Евразийского экономического союза (ЕАЭС)"
        if document.isMark(first - 1, "("),
            let full = document.marks(marks.organisation, in: max(0, first - 8)..<first).last(where: {
                $0.end == first - 1
            })
        {
            first = full.first
        }
        return document.mark(at: first - 1, marks.agreements.founding) != nil
    }

    /// Whether a word joins an organisation to those who sign.
    func isPartner(_ organisation: Mark) -> Bool {
        // "десять стран АСЕАН"
        if document.mark(at: organisation.first - 1, marks.member) != nil { return true }
        if isOfOfficial(organisation) { return true }
        let before = organisation.first - 1
        if let link = document.mark(at: before, marks.link) {
            return ["with", "between"].contains(reading.value(link)) && document.mark(at: before, marks.stop) == nil
        }
        func joins(_ token: Int) -> Bool {
            document.word(token)?.text == "и" && !reading.places(in: token - 2..<token + 3).isEmpty
        }
        // "ЕАЭС (Армения, Россия) и Иран"
        var end = organisation.end
        if document.isMark(end, "("),
            let closes = (end..<document.tokens.count).first(where: { document.isMark($0, ")") })
        {
            end = closes + 1
        }
        return before > 0 && joins(before) || end < document.tokens.count && joins(end)
    }

    /// "министр Японии и секретарь САДК", "президент ЕАБР Анна Белова и министр Японии": whose official stands beside that of a state.
    private func isOfOfficial(_ organisation: Mark) -> Bool {
        func isAnd(_ token: Int) -> Bool { document.word(token)?.parses[0].tag.grammemes.contains(.conj) == true }
        var low = organisation.first
        while low > max(0, organisation.first - 4), !isAnd(low - 1),
            document.word(low - 1)?.can(be: .noun) == true || isAdjective(low - 1)
        {
            low -= 1
        }
        guard low < organisation.first,
            !document.marks(reading.marks.office, in: low..<organisation.end).isEmpty
        else { return false }
        if low > 1, isAnd(low - 1), !reading.places(in: max(0, low - 8)..<low).isEmpty { return true }
        var end = organisation.end
        if let name = reading.people.name(at: end) { end = name.range.upperBound }
        let ahead = end + 1..<min(document.tokens.count, end + 8)
        return isAnd(end) && !ahead.isEmpty && !reading.places(in: ahead).isEmpty
            && !document.marks(reading.marks.office, in: ahead).isEmpty
    }
}
