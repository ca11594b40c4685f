import Grammar
import Model
import Morphology

/// Offices in the text, with the states and bodies that belong to them.
extension Reading {
    func officeMarks() -> [OfficeMention] {
        var found: [OfficeMention] = []
        var reach = 0
        for mark in officeWords() where mark.first >= reach && !frame.isNoise[mark.first] {
            guard
                let mention = headOfBody(mark) ?? headOfOrganisation(mark)
                    ?? office(at: mark, behind: found.last, reach: reach)
            else { continue }
            found.append(mention)
            reach = mention.range.upperBound
        }
        return doubled(found)
    }

    /// The words for offices, with those that are such only beside a state, a body or a firm.
    private func officeWords() -> [Mark] {
        let bound = document.marks(marks.officeBound).filter { mark in
            document.mark(at: mark.first, marks.office) == nil
                && (places(in: mark.end..<min(document.tokens.count, mark.end + 1)).contains {
                    $0.kind == .name || document.mark(at: $0.range.upperBound, marks.officeBody) != nil
                }
                    || document.mark(at: mark.end, marks.pair) != nil
                    || document.mark(at: mark.end, marks.organisation) != nil
                    || knownFirmAfter(mark.end) != nil || firmAfter(mark) != nil)
        }
        return (document.marks(marks.office) + bound).sorted { ($0.first, -$0.end) < ($1.first, -$1.end) }
    }

    /// Whether a word for an office is another word here.
    private func isOtherWord(_ mark: Mark, behind last: OfficeMention?) -> Bool {
        guard mark.range.count == 1 else { return false }
        // "после" is also a form of "посол".
        if document.word(mark.first)?.readings[0].intersects([.prep, .conj, .verb]) == true { return true }
        // "Азат Султанов", "Н. П. Акимов" and "министр Султан аль-Мари" are no sultans.
        return document.tokens[mark.first].shape.contains(.capitalized)
            && (isSurname(mark.first) || followsInitial(mark.first) || isNamedLikeOffice(mark, behind: last))
    }

    /// The office that a word is, with the state or the body that it is of; nil where it is another word.
    private func office(at mark: Mark, behind last: OfficeMention?, reach: Int) -> OfficeMention? {
        let fields = fields(mark)
        guard fields.count >= 3, let office = Office(rawValue: fields[0]), !isOtherWord(mark, behind: last) else {
            return nil
        }
        var it = OfficeMention(
            range: mark.range, office: office, level: Meeting.Level(rawValue: fields[1]),
            country: CountryCode(fields[2]), person: nil, isPlural: false, countries: [])
        // "министр иностранных дел и внешней торговли", of Hungary for the most, where the text speaks of no Hungary.
        if it.office == .foreignMinister, let country = it.country, !places.contains(where: { $0.country == country }) {
            it.country = nil
        }
        takeFirmPresidedOver(mark, &it)
        takeState(mark, &it)
        takeBody(mark, &it)
        if it.country == nil, it.range.upperBound == mark.end { it.extend(to: endOfList(behind: mark.end)) }
        // "президент Мадагаскара на переходный период"
        if let tail = document.mark(at: it.range.upperBound, marks.officeTail) {
            it.range = it.range.lowerBound..<tail.end
        }
        // "и. о. министра", "врио губернатора": who acts for the holder.
        if let acting = actingBefore(it.range.lowerBound), acting.first >= reach {
            it.range = acting.first..<it.range.upperBound
        }
        it.isPlural = isPlural(mark, level: it.level)
        if it.isPlural { takeStatesOfMany(mark, &it) }
        return it
    }

    /// "министр инвестиций, промышленности и торговли Лазиз Кудратов": where what somebody is charged with ends before a name, of
    /// several things that a comma parts.
    private func endOfList(behind end: Int) -> Int {
        var at = end
        var hasComma = false
        while at < document.tokens.count, at - end < Self.reachOfState,
            !document.tokens[at].shape.contains(.capitalized)
        {
            let isComma = document.isMark(at, ",")
            guard isComma ? document.word(at + 1)?.can(be: .gent) == true : joinsOffice(at) else { return end }
            hasComma = hasComma || isComma
            at += 1
        }
        return hasComma && at < document.tokens.count && document.tokens[at].shape.contains(.capitalized) ? at : end
    }

    /// The firm of a president who is none of a state.
    private func takeFirmPresidedOver(_ mark: Mark, _ it: inout OfficeMention) {
        guard document.mark(at: mark.first, marks.officePresiding) != nil else { return }
        // "президент Государственной нефтяной компании", "президент SOCAR": of no state.
        if it.country == nil, knownFirmAfter(mark.end) == nil,
            it.office != .vicePresident || document.mark(at: mark.end, marks.organisation) == nil,
            let firm = firmAfter(mark)
        {
            (it.office, it.level) = (firm.office, firm.level)
            it.range = it.range.lowerBound..<firm.end
            if it.level == .parliament { takeParliament(&it) }
        }
        // "президент «Деловой России»"
        if it.level.isLeader, opensQuote(mark.end) { (it.office, it.level) = (.executive, .business) }
    }

    /// "руководитель группы дружбы с Кенией в парламенте Сербии": of the state of the parliament, and not of its friend.
    private func takeParliament(_ it: inout OfficeMention) {
        let end = it.range.upperBound
        let behind = end..<min(document.tokens.count, end + Self.reachOfParliament)
        let parliament = document.marks(marks.officeBody, in: behind).first {
            fields($0).last == Meeting.Level.parliament.rawValue
        }
        guard let parliament, (end..<parliament.first).allSatisfy({ document.tokens[$0].kind == .word }) else { return }
        let state =
            place(endingAt: parliament.first).flatMap { $0.kind == .adjective ? $0 : nil }
            ?? places(in: parliament.end..<min(document.tokens.count, parliament.end + 1)).first { $0.kind == .name }
        guard let state else { return }
        it.country = state.country
        it.extend(to: max(parliament.end, state.range.upperBound))
    }

    /// Tokens from a group of deputies to the parliament that it is of.
    private static let reachOfParliament = 6

    /// The state that stands beside an office.
    private func takeState(_ mark: Mark, _ it: inout OfficeMention) {
        // "казахстанский лидер"
        if it.country == nil, let before = place(endingAt: mark.first), before.kind == .adjective {
            it.country = before.country
            it.range = before.range.lowerBound..<it.range.upperBound
        }
        // "президент Республики Казахстан", "министр торговли и интеграции Казахстана"
        if let after = countryAfter(mark, office: it.office) {
            // "министр внешней торговли Северной Македонии": what is told wins over what the office mostly is.
            it.country = after.range.lowerBound <= mark.end ? after.country : it.country ?? after.country
            it.extend(to: after.range.upperBound)
        }
    }

    /// The assembly, the province or the firm of an office, which stand for their state.
    private func takeBody(_ mark: Mark, _ it: inout OfficeMention) {
        // "министр обороны РА", "председатель комитета Государственной Думы"
        let assembly = it.country == nil ? assemblyAfter(mark) : nil
        if assembly != nil, it.level == .official { it.level = .parliament }
        if it.country == nil, let state = abbreviationAfter(mark) ?? assembly {
            it.country = CountryCode(value(state))
            it.extend(to: state.end)
        }
        // "губернатор Омской области": an official of the state that it lies in.
        if it.country == nil, let province = provinceAfter(mark) {
            it.country = CountryCode(value(province))
            it.range = it.range.lowerBound..<province.end
            // "глава Республики Алтай"
            if it.level.isLeader { (it.office, it.level) = (.governor, .official) }
        }
        // "гендиректор компании Toyota", "президент «Лукойла»": at home where the firm is.
        if it.country == nil, let firm = knownFirmAfter(it.range.upperBound) {
            it.country = firm.country
            if it.level.isLeader { (it.office, it.level) = (.executive, .business) }
            it.range = it.range.lowerBound..<end(of: firm)
        }
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
                // "председатель кабинета министров – руководитель администрации президента"
                last.level == office.level
                    || document.isDash(last.range.upperBound) && last.level.isLeader
                        && (last.country == nil
                            || office.office == .other && office.country ?? last.country == last.country)
            {
                found[found.count - 1] = OfficeMention(
                    range: last.range.lowerBound..<office.range.upperBound,
                    office: office.office == .foreignMinister ? .foreignMinister : last.office, level: last.level,
                    country: last.country ?? office.country, person: nil, isPlural: false)
            } else if let last = found.last, isPremierToo(last, office) || isTitleToo(last, office) {
                // "национальный лидер, председатель совета А": the office that is none of those without a name of their own.
                let isBehind = last.office == .other && office.office != .other
                found[found.count - 1] = OfficeMention(
                    range: last.range.lowerBound..<office.range.upperBound,
                    office: isBehind ? office.office : last.office, level: last.level,
                    country: last.country ?? office.country, person: nil, isPlural: false)
            } else if let last = found.last, document.isMark(last.range.upperBound, "("),
                office.range.lowerBound == last.range.upperBound + 1, document.isMark(office.range.upperBound, ")"),
                last.level == office.level, !last.isPlural
            {
                // "председатель хурала (спикер парламента) А"
                found[found.count - 1] = OfficeMention(
                    range: last.range.lowerBound..<office.range.upperBound + 1, office: last.office, level: last.level,
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

    /// "с вице-президентом ОАЭ, правителем Дубая Мухаммедом": an office of a state, and behind the comma a dignity of its holder, who
    /// is named behind that.
    private func isTitleToo(_ first: OfficeMention, _ second: OfficeMention) -> Bool {
        let end = second.range.upperBound
        // "национальным лидером, председателем совета А"
        let isDignity =
            second.office == .other || first.office == .other && first.level.isLeader
            // "с министром промышленности ОАЭ, главой компании «Масдар» Султаном Аль Джабером"
            || second.office == .executive && (first.level == .minister || first.level == .official)
        return first.country != nil && !first.isPlural && !second.isPlural && isDignity
            && (second.country == nil || second.country == first.country)
            && document.isMark(first.range.upperBound, ",") && second.range.lowerBound == first.range.upperBound + 1
            && cases(ofHead: first.range) == cases(ofHead: second.range)
            && end < document.tokens.count && document.tokens[end].shape.contains(.capitalized)
    }

    /// Tokens between an office and the states that are listed behind it.
    static let reachOfEnumeration = 8

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

    /// Tokens from an office to its state: "министр образования, культуры, спорта, науки и технологий Японии".
    private static let reachOfState = 14

    /// The country that an office belongs to, with nothing but the words of its body between.
    private func countryAfter(_ mark: Mark, office: Office) -> PlaceMention? {
        let end = mark.end
        let limit = min(document.tokens.count, end + Self.reachOfState)
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
            if between.contains(where: isNamePart) { return nil }
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

    /// A word that an office's name may go on with: a lower-case or capitalised noun or adjective in the genitive, "и", "по".
    func joinsOffice(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        if document.mark(at: token, marks.office) != nil { return false }
        if word.can(be: .conj) || word.can(be: .prep) { return word.length <= 2 }
        return word.can(be: .gent) || word.can(be: .datv) || word.can(be: .loct)
    }
}
