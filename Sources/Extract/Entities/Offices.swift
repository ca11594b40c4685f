import Grammar
import Model
import Morphology

/// Offices in the text, with the states and bodies that belong to them.
extension Reading {
    func officeMarks() -> [OfficeMention] {
        var found: [OfficeMention] = []
        var reach = 0
        let bound = document.marks(marks.officeBound).filter { mark in
            document.mark(at: mark.first, marks.office) == nil
                && (places(in: mark.end..<min(document.tokens.count, mark.end + 1)).contains {
                    $0.kind == .name || document.mark(at: $0.range.upperBound, marks.officeBody) != nil
                }
                    || document.mark(at: mark.end, marks.pair) != nil
                    || document.mark(at: mark.end, marks.organisation) != nil
                    || knownFirmAfter(mark.end) != nil || firmAfter(mark) != nil)
        }
        let offices = (document.marks(marks.office) + bound).sorted { ($0.first, -$0.end) < ($1.first, -$1.end) }
        for mark in offices where mark.first >= reach && !frame.isNoise[mark.first] {
            if let headed = headOfBody(mark) ?? headOfOrganisation(mark) {
                found.append(headed)
                reach = headed.range.upperBound
                continue
            }
            let fields = fields(mark)
            guard fields.count >= 3, var office = Office(rawValue: fields[0]) else { continue }
            // "после" is also a form of "посол".
            if mark.range.count == 1, let best = document.word(mark.first)?.readings[0],
                best.intersects([.prep, .conj, .verb])
            {
                continue
            }
            // "Азат Султанов" and "министр Султан аль-Мари" are no sultans.
            if mark.range.count == 1, document.tokens[mark.first].shape.contains(.capitalized),
                isSurname(mark.first) || isNamedLikeOffice(mark, behind: found.last)
            {
                continue
            }
            var range = mark.range
            var level = Meeting.Level(rawValue: fields[1])
            var country = CountryCode(fields[2])
            // "президент Государственной нефтяной компании", "президент SOCAR": of no state.
            if document.mark(at: mark.first, marks.officePresiding) != nil, country == nil, let firm = firmAfter(mark) {
                (office, level) = (firm.office, firm.level)
                range = range.lowerBound..<firm.end
            }
            // "президент «Деловой России»"
            if level.isLeader, opensQuote(mark.end), document.mark(at: mark.first, marks.officePresiding) != nil {
                (office, level) = (.executive, .business)
            }
            // "казахстанский лидер"
            if country == nil, let before = place(endingAt: mark.first), before.kind == .adjective {
                country = before.country
                range = before.range.lowerBound..<range.upperBound
            }
            // "президент Республики Казахстан", "министр торговли и интеграции Казахстана"
            if let after = countryAfter(mark, office: office) {
                // "министр внешней торговли Северной Македонии": what is told wins over what the office mostly is.
                country = after.range.lowerBound <= mark.end ? after.country : country ?? after.country
                range = range.lowerBound..<max(range.upperBound, after.range.upperBound)
            }
            // "министр обороны РА", "председатель комитета Государственной Думы"
            let assembly = country == nil ? assemblyAfter(mark) : nil
            if assembly != nil, level == .official { level = .parliament }
            if country == nil, let state = abbreviationAfter(mark) ?? assembly {
                country = CountryCode(value(state))
                range = range.lowerBound..<max(range.upperBound, state.end)
            }
            // "губернатор Омской области": an official of the state that it lies in.
            if country == nil, let province = provinceAfter(mark) {
                country = CountryCode(value(province))
                range = range.lowerBound..<province.end
                // "глава Республики Алтай"
                if level.isLeader { (office, level) = (.governor, .official) }
            }
            // "гендиректор компании Toyota", "президент «Лукойла»": at home where the firm is.
            if country == nil, let firm = knownFirmAfter(range.upperBound) {
                country = firm.country
                if level.isLeader { (office, level) = (.executive, .business) }
                range = range.lowerBound..<end(of: firm)
            }
            // "президент Мадагаскара на переходный период"
            if let tail = document.mark(at: range.upperBound, marks.officeTail) { range = range.lowerBound..<tail.end }
            // "и. о. министра", "врио губернатора": who acts for the holder.
            if let acting = actingBefore(range.lowerBound), acting.first >= reach {
                range = acting.first..<range.upperBound
            }
            let isPlural = isPlural(mark, level: level)
            var countries: [CountryCode] = []
            if isPlural {
                (range, countries) = countryList(from: range)
                if countries.isEmpty { (range, countries) = adjectiveList(before: mark.first, range) }
                if countries.isEmpty { (range, countries) = enumeration(behind: range) }
                // "депутаты бундестага"
                if countries.isEmpty, let country { countries = [country] }
            }
            found.append(
                OfficeMention(
                    range: range, office: office, level: level, country: countries.count > 1 ? nil : country,
                    person: nil, isPlural: isPlural, countries: countries)
            )
            reach = range.upperBound
        }
        return doubled(found)
    }

    /// The firm or the society that a president is one of, with adjectives before it, or a name in Latin letters.
    private func firmAfter(_ mark: Mark) -> (office: Office, level: Meeting.Level?, end: Int)? {
        for token in mark.end..<min(document.tokens.count, mark.end + 4) {
            // "Российской Федерации" is a state.
            if places(in: mark.end..<token + 1).contains(where: { $0.kind == .name && $0.range.contains(token) }) {
                return nil
            }
            if let firm = document.mark(at: token, marks.officeFirm) {
                let fields = fields(firm)
                guard fields.count >= 2, let office = Office(rawValue: fields[0]) else { return nil }
                return (office, Meeting.Level(rawValue: fields[1]), firm.end)
            }
            if document.tokens[token].kind == .word, document.tokens[token].shape.contains(.latin) {
                return (.executive, .business, token + 1)
            }
            guard document.word(token)?.can(be: [.adjf, .gent]) == true else { return nil }
        }
        return nil
    }

    /// A firm known by its state, right behind an office or with words for a firm and quotation marks between.
    func knownFirmAfter(_ end: Int) -> PlaceMention? {
        firms(in: end..<min(document.tokens.count, end + 4)).first { firm in
            (end..<firm.range.lowerBound).allSatisfy {
                document.mark(at: $0, marks.officeFirm) != nil || opensQuote($0)
                    // "АО «Казатомпром»"
                    || document.tokens[$0].shape.contains(.upper) && document.tokens[$0].span.length <= 4
                    || document.word($0)?.can(be: .gent) == true && !document.tokens[$0].shape.contains(.capitalized)
            }
        }
    }

    /// With the quotation mark that closes a firm's name.
    func end(of firm: PlaceMention) -> Int {
        firm.range.upperBound + (closesQuote(firm.range.upperBound) ? 1 : 0)
    }

    /// The words for holding an office for the time being that end where the office begins.
    func actingBefore(_ office: Int) -> Mark? {
        document.marks(marks.officeActing, in: max(0, office - 6)..<office).last { $0.end == office }
    }

    /// "заместитель премьер-министра – министр транспорта": two offices of one holder. Who heads the foreign ministry beside
    /// another office is the foreign minister, but for a head of government; else the first office counts.
    private func doubled(_ offices: [OfficeMention]) -> [OfficeMention] {
        var found: [OfficeMention] = []
        for office in offices {
            if let last = found.last,
                document.isDash(last.range.upperBound)
                    // "вице-премьер, министр иностранных дел"
                    || document.isMark(last.range.upperBound, ",") && last.office == .deputyPrimeMinister
                        && (office.office == .foreignMinister || office.office == .minister),
                office.range.lowerBound == last.range.upperBound + 1, !last.isPlural, !office.isPlural,
                last.level == office.level
            {
                found[found.count - 1] = OfficeMention(
                    range: last.range.lowerBound..<office.range.upperBound,
                    office: office.office == .foreignMinister ? .foreignMinister : last.office, level: last.level,
                    country: last.country ?? office.country, person: nil, isPlural: false)
            } else if let last = found.last, isPremierToo(last, office) {
                found[found.count - 1] = OfficeMention(
                    range: last.range.lowerBound..<office.range.upperBound, office: last.office, level: last.level,
                    country: last.country ?? office.country, person: nil, isPlural: false)
            } else {
                found.append(office)
            }
        }
        return found
    }

    /// "с премьер-министром, министром обороны Катара Омаром Аль Тани": of the two offices only the last tells a state and has
    /// a name behind it.
    private func isPremierToo(_ first: OfficeMention, _ second: OfficeMention) -> Bool {
        let end = second.range.upperBound
        return first.office == .primeMinister && first.country == nil && second.country != nil && !second.isPlural
            && (second.office == .foreignMinister || second.office == .minister)
            && document.isMark(first.range.upperBound, ",") && second.range.lowerBound == first.range.upperBound + 1
            && end < document.tokens.count && document.tokens[end].kind == .word
            && document.tokens[end].shape.contains(.capitalized)
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

    /// Tokens between an office and the states that are listed behind it.
    private static let reachOfEnumeration = 8

    /// "польские сенаторы", "польские и чешские министры": the states of the adjectives that end where the office begins.
    private func adjectiveList(before office: Int, _ range: Range<Int>) -> (range: Range<Int>, countries: [CountryCode])
    {
        var countries: [CountryCode] = []
        var first = office
        while let state = place(endingAt: first), state.kind == .adjective,
            document.word(state.range.upperBound - 1)?.can(be: .plur) == true
        {
            countries.insert(state.country, at: 0)
            first = state.range.lowerBound
            guard isShortConjunction(first - 1) || document.isMark(first - 1, ",") else { break }
            first -= 1
        }
        guard !countries.isEmpty else { return (range, []) }
        if isShortConjunction(first) || document.isMark(first, ",") { first += 1 }
        return (min(first, range.lowerBound)..<range.upperBound, countries)
    }

    func isShortConjunction(_ token: Int) -> Bool {
        document.word(token).map { $0.length == 1 && $0.can(be: .conj) } ?? false
    }

    func place(endingAt end: Int) -> PlaceMention? {
        var index = places.lowerBound { $0.range.lowerBound < end }
        while index > 0, places[index - 1].range.lowerBound >= end - 6 {
            index -= 1
            if places[index].range.upperBound == end { return places[index] }
        }
        return nil
    }

    /// The country that an office belongs to, with nothing but the words of its body between.
    private func countryAfter(_ mark: Mark, office: Office) -> PlaceMention? {
        let end = mark.end
        let limit = min(document.tokens.count, end + 9)
        // "президент Республики" "Республики Узбекистан": the state's long form may begin within the office.
        for place in places(in: mark.first + 1..<limit) where place.range.upperBound > end {
            let between = end..<max(end, place.range.lowerBound)
            guard between.allSatisfy({ joinsOffice($0) || listsOffice($0) }),
                !(between.last.map(isShortConjunction) ?? false)
            else {
                return nil
            }
            // "посол ЕС в Кыргызстане", "координатор ООН в Кыргызстане": where he is accredited.
            if place.kind != .adjective, isShortPreposition(place.range.lowerBound - 1) {
                return nil
            }
            // An adjective of country before a body: "министр Казахстана", "глава казахстанского МИД".
            let isOfCity = between.isEmpty && (office == .mayor || office == .governor)
            if place.kind == .city && !isOfCity || place.kind == .capital && between.count > 0 { continue }
            // "генеральный секретарь Багдад Амреев": a given name.
            if place.kind == .capital, place.range.upperBound < document.tokens.count,
                document.tokens[place.range.upperBound].kind == .word,
                document.tokens[place.range.upperBound].shape.contains(.capitalized),
                !document.tokens[place.range.upperBound].shape.contains(.lineStart)
            {
                return nil
            }
            // "президента Владимира Путина и его американского коллеги": a name ends the office.
            if between.contains(where: isGivenName) { return nil }
            return place
        }
        return nil
    }

    /// An abbreviation that stands for a state only in an article that speaks of the state.
    private func abbreviationAfter(_ mark: Mark) -> Mark? {
        let end = mark.end
        return document.marks(marks.officeState, in: end..<min(document.tokens.count, end + 5)).first { state in
            (end..<max(end, state.first)).allSatisfy(joinsOffice)
                && places.contains { $0.country.rawValue == value(state) }
        }
    }

    /// "депутат Мажилиса", "председатель комитета Госдумы": the parliament that only one state has.
    private func assemblyAfter(_ mark: Mark) -> Mark? {
        let end = mark.end
        return document.marks(marks.officeAssembly, in: mark.first..<min(document.tokens.count, end + 8)).first {
            (end..<max(end, $0.first)).allSatisfy(joinsOffice)
        }
    }

    /// The part of a state that an office belongs to.
    private func provinceAfter(_ mark: Mark) -> Mark? {
        let end = mark.end
        return document.marks(marks.provinceName, in: mark.first + 1..<min(document.tokens.count, end + 4)).first {
            province in
            province.end > end && (end..<max(end, province.first)).allSatisfy(joinsOffice)
        }
    }

    private func isGivenName(_ token: Int) -> Bool {
        document.tokens[token].shape.contains(.capitalized)
            && document.word(token)?.readings[0].intersects([.name, .patr]) ?? false
    }

    /// "министр сельского, лесного и водного хозяйства": the comma of a list that ends in a conjunction.
    private func listsOffice(_ token: Int) -> Bool {
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

    /// A word that an office's name may go on with: a lower-case or capitalised noun or adjective in the genitive, "и", "по".
    func joinsOffice(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        if document.mark(at: token, marks.office) != nil { return false }
        if word.can(be: .conj) || word.can(be: .prep) { return word.length <= 2 }
        return word.can(be: .gent) || word.can(be: .datv) || word.can(be: .loct)
    }
}
