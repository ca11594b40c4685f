import Grammar
import Model
import Morphology

/// Offices of several holders, with the states of each in order: "премьер-министры Армении и Грузии".
extension Reading {
    /// The states of several holders of an office.
    func takeStatesOfMany(_ mark: Mark, _ it: inout OfficeMention) {
        (it.range, it.countries) = countryList(from: it.range)
        if it.countries.isEmpty { (it.range, it.countries) = adjectiveList(before: mark.first, it.range) }
        if it.countries.isEmpty { (it.range, it.countries) = enumeration(behind: it.range) }
        // "депутаты бундестага"
        if it.countries.isEmpty, let country = it.country { it.countries = [country] }
        if it.countries.count > 1 { it.country = nil }
    }

    /// Whether several holders are meant. "главы" is also the genitive of one; "государств" and a list of states decide.
    func isPlural(_ mark: Mark, level: Meeting.Level?) -> Bool {
        guard let head = document.word(mark.first), head.can(be: .noun.union(.plur)) else { return false }
        // "губернаторов" could be a surname too.
        let one: Grammemes = [.noun, .sing]
        let singular = head.readings.filter { $0.contains(one) && !$0.contains(.surn) }
        if singular.isEmpty { return true }
        // "премьеры" is also a genitive of "премьера", which holds no office.
        if head.can(be: [.noun, .plur, .masc]), !singular.contains(where: { $0.contains(Grammemes.masc) }) {
            return true
        }
        // "главы МИД России и Турции"
        guard level.isLeader else {
            return countryList(from: mark.range).countries.count > 1
        }
        if document.mark(at: mark.end, marks.pair) != nil { return true }
        let complement = mark.range.dropFirst().contains { token in
            guard let word = document.word(token) else { return false }
            return word.can(be: .noun.union(.plur)) && !word.can(be: .noun.union(.sing))
        }
        return complement || countryList(from: mark.range).countries.count > 1
    }

    /// An office's tokens with the states that it lists behind: "главы Армении, Грузии и Ирана", "президенты двух стран".
    private func countryList(from range: Range<Int>) -> (range: Range<Int>, countries: [CountryCode]) {
        var range = range
        // "мэры Вены и Баку": of towns.
        let isMayor = document.mark(at: range.lowerBound, marks.office).map { fields($0)[0] == "mayor" } ?? false
        func names(_ place: PlaceMention) -> Bool {
            place.kind == .name || isMayor && (place.kind == .city || place.kind == .capital)
        }
        var countries = places(in: range).filter(names).map(\.country)
        if let pair = document.mark(at: range.upperBound, marks.pair) {
            return (range.lowerBound..<pair.end, countries)
        }
        while true {
            var at = range.upperBound
            // "главы дипломатии из Перу и Чили"
            if countries.isEmpty, document.mark(at: at, marks.outOf) != nil { at += 1 }
            if !countries.isEmpty {
                guard document.isMark(at, ",") || isShortConjunction(at) else { break }
                at += 1
                // "послы Чили, ЕС и Перу": an organisation among the states.
                while let body = document.mark(at: at, marks.organisation),
                    document.isMark(body.end, ",") || isShortConjunction(body.end)
                {
                    at = body.end + 1
                }
            }
            guard let place = places(in: at..<min(document.tokens.count, at + 1)).first, names(place) else { break }
            countries.append(place.country)
            range = range.lowerBound..<place.range.upperBound
        }
        return (range, countries)
    }

    /// "президенты пяти стран региона – Кении, Чили и Перу", "лидеры трех стран (Кения, Чили, Перу)": the states that are told
    /// one by one behind how many they are or where they lie.
    private func enumeration(behind range: Range<Int>) -> (range: Range<Int>, countries: [CountryCode]) {
        let sentence = document.sentence(of: range.lowerBound)
        let limit = min(sentence.upperBound, range.upperBound + Self.reachOfEnumeration)
        guard
            let opener = (range.upperBound..<max(range.upperBound, limit)).first(where: {
                document.isDash($0) || document.isMark($0, ":") || document.isMark($0, "(")
            }), opener > range.upperBound,
            (range.upperBound..<opener).allSatisfy({ token in
                document.word(token)?.can(be: .gent) ?? (document.tokens[token].kind == .number)
            })
        else { return (range, []) }
        let listed = statesListed(from: opener + 1)
        guard listed.codes.count > 1, document.isMark(opener, "(") == document.isMark(listed.end, ")") else {
            return (range, [])
        }
        let isGenitive = places(in: opener + 1..<listed.end).allSatisfy { state in
            document.word(state.range.upperBound - 1).map { $0.can(be: .gent) || $0.can(be: .fixd) } ?? false
        }
        guard document.isMark(opener, "(") || isGenitive else { return (range, []) }
        return (range.lowerBound..<(document.isMark(opener, "(") ? listed.end + 1 : listed.end), listed.codes)
    }

    /// "польские сенаторы", "польские и чешские министры", "польский и чешский министры": the states of the adjectives that end where
    /// the office begins.
    private func adjectiveList(before office: Int, _ range: Range<Int>) -> (range: Range<Int>, countries: [CountryCode])
    {
        var countries: [CountryCode] = []
        var first = office
        var areMany = true
        while let state = place(endingAt: first), state.kind == .adjective,
            case let word = document.word(state.range.upperBound - 1)
        {
            countries.insert(state.country, at: 0)
            areMany = areMany && word?.can(be: .plur) == true
            first = state.range.lowerBound
            guard isShortConjunction(first - 1) || document.isMark(first - 1, ",") else { break }
            first -= 1
        }
        guard !countries.isEmpty, areMany || countries.count > 1 else { return (range, []) }
        if isShortConjunction(first) || document.isMark(first, ",") { first += 1 }
        return (min(first, range.lowerBound)..<range.upperBound, countries)
    }

    func isNamePart(_ token: Int) -> Bool {
        document.tokens[token].shape.contains(.capitalized)
            && document.word(token)?.readings[0].intersects([.name, .patr]) ?? false
    }

    /// "министр сельского, лесного и водного хозяйства": the comma of a list that ends in a conjunction.
    func listsOffice(_ token: Int) -> Bool {
        guard document.isMark(token, ","), document.word(token - 1)?.can(be: .gent) == true else { return false }
        var at = token + 1
        while at < document.tokens.count, at - token < 9 {
            if isShortConjunction(at) { return true }
            guard document.isMark(at, ",") || joinsOffice(at), document.tokens[at].shape.isDisjoint(with: .capitalized)
            else { return false }
            at += 1
        }
        return false
    }
}
