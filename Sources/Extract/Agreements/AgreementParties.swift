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
        guard !reading.places.contains(where: { $0.standsForState && $0.country != country }) else { return nil }
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
            reading.places.contains(where: { $0.standsForState && $0.country == host })
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

    /// "Киотский протокол": a document of so many states that a passage never tells them.
    func isMultilateral(_ mention: DocumentMention) -> Bool {
        !document.marks(marks.multilateral, in: mention.title).isEmpty
    }

    /// "соглашение с ЕС", and not "договор ЕАЭС".
    func isJoined(_ org: String, in mention: DocumentMention) -> Bool {
        document.marks(reading.marks.organisation, in: mention.title).contains { mark in
            reading.value(mark) == org
                && document.mark(at: mark.first - 1, marks.link).map { reading.value($0) == "with" } ?? false
        }
    }

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
        if document.mark(at: first - 1, marks.agreements.founding) != nil { return true }
        // "о вступлении в ВТО", "о присоединении Ирана к ШОС": what a state joins has not signed either.
        return document.word(first - 1)?.can(be: .prep) == true
            && (max(0, first - 4)..<first - 1).contains { document.mark(at: $0, marks.agreements.joining) != nil }
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
