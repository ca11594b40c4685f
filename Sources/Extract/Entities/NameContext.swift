import Grammar
import Model
import Morphology

/// The office and the country that stand with a name.
extension Reading {
    struct NameContext {
        var office: Office?
        var level: Meeting.Level?
        var country: CountryCode?
        var organisation: String?
        var officeIndex: Int?
        /// The office is that of the one whose colleague he is.
        var isColleague = false
    }

    /// The office and the country that stand with a name: before it, or in apposition after it.
    func context(of range: Range<Int>, offices: [OfficeMention], places: [Bool]) -> NameContext {
        var context = NameContext()
        if isOfKin(range) { return context }
        if let before = officeBefore(range, offices) {
            takeOffice(before, offices, range, &context)
        } else if let after = apposition(range, offices) {
            let office = offices[after]
            context.office = office.office
            context.level = office.level
            context.country = office.country
            context.officeIndex = after
        }
        // "премьер-министры Дональд Туск (Польша) и Роберт Фицо (Словакия)"
        if context.country == nil { context.country = bracketed(range.upperBound)?.country }
        if let index = context.officeIndex, context.country == nil {
            context.organisation = organisation(of: offices[index])
        }
        if context.office == nil, let colleague = colleague(before: range.lowerBound) {
            context.country = context.country ?? colleague.country
            takeOfficeOfColleague(range, offices, &context)
        }
        // "премьеры Беларуси и Казахстана – А и Б": to each his own.
        if let (office, place) = listedOffice(before: range, offices) {
            context.office = office.office
            context.level = office.level
            if place < office.countries.count { context.country = office.countries[place] }
        }
        takePlaceBeforeDash(range, offices, &context)
        return context
    }

    /// "глава государства и его супруга А": who is there beside an official.
    func isOfKin(_ name: Range<Int>) -> Bool { kin(before: name) != nil }

    /// The word for kin right before a name.
    func kin(before name: Range<Int>) -> Mark? {
        document.marks(marks.nameKin, in: max(0, name.lowerBound - 2)..<name.lowerBound).last.flatMap {
            $0.end == name.lowerBound ? $0 : nil
        }
    }

    /// The office before a name, in the same sentence, that is not taken yet.
    private func officeBefore(_ range: Range<Int>, _ offices: [OfficeMention]) -> Int? {
        var before = lowerBound(range.lowerBound, offices) - 1
        var reach = range.lowerBound
        // "советник президента Нордена Стивен Вуд": the office is of the one behind.
        var owner: NameMention?
        if let last = people.names.last, last.range.upperBound == reach, belongsToNext(last.range) {
            owner = last
            reach = last.range.lowerBound
        } else if before >= 0, belongsToNext(range), cases(ofHead: offices[before].range).contains(.nomn) {
            return nil
        }
        // "шейх", "генерал армии"
        while let title = document.marks(marks.nameTitle, in: max(0, reach - 2)..<reach).last(where: { $0.end == reach }
        ) {
            reach = title.first
        }
        // "министр обороны Вьетнама, генерал армии А"
        if reach < range.lowerBound, document.isMark(reach - 1, ","), before >= 0,
            offices[before].range.upperBound == reach - 1
        {
            reach -= 1
        }
        // "министр иностранных дел принц Фейсал": a title that is no office of its own.
        if before > 0, offices[before].range.lowerBound >= reach, offices[before - 1].range.upperBound == reach {
            before -= 1
        }
        if before > 0, isWithinOffice(before, offices, of: range) {
            before -= 1
            reach = max(offices[before].range.upperBound, offices[before + 1].range.lowerBound)
        }
        // "спецпосланник лидера А Б": the office of the inner one has its name already.
        var isOuter = false
        if before > 0, !isFree(offices[before]), people.names.last?.range.upperBound == range.lowerBound,
            (-1...1).contains(offices[before].range.lowerBound - offices[before - 1].range.upperBound)
        {
            isOuter = true
            before -= 1
            reach = max(offices[before].range.upperBound, offices[before + 1].range.lowerBound)
        }
        guard before >= 0, offices[before].range.upperBound <= range.lowerBound,
            document.sentenceOf[offices[before].range.lowerBound] == document.sentenceOf[range.lowerBound],
            range.lowerBound - offices[before].range.upperBound <= 16,
            isOuter || isFree(offices[before])
                || owner.map({ $0.range.lowerBound >= offices[before].range.upperBound }) == true,
            joinsOffice(
                // A word may be both the office's last and a title of the name: "королева".
                offices[before].range.upperBound..<max(offices[before].range.upperBound, reach),
                listing: offices[before].isPlural) || isApposed(range, to: offices[before])
        else { return nil }
        return before
    }

    /// "пресс-секретарь российского лидера Дмитрий Песков": the office that agrees is the outer one.
    private func isWithinOffice(_ inner: Int, _ offices: [OfficeMention], of range: Range<Int>) -> Bool {
        let (inner, outer) = (offices[inner], offices[inner - 1])
        guard !agrees(range, inner), agrees(range, outer),
            // "российского" belongs to both.
            (-1...3).contains(inner.range.lowerBound - outer.range.upperBound)
        else { return false }
        // "министр Леван Беридзе принял министра": two offices and no outer one.
        let between = outer.range.upperBound..<max(outer.range.upperBound, inner.range.lowerBound)
        return !between.contains(where: isFiniteVerb)
    }

    /// Gives a name the office before it, with the state that is its own.
    private func takeOffice(
        _ before: Int, _ offices: [OfficeMention], _ range: Range<Int>, _ context: inout NameContext
    ) {
        let office = offices[before]
        context.office = office.office
        context.level = office.level
        context.country = office.country
        if context.country == nil, !office.isPlural { context.country = delegation(headedBy: office) }
        // "премьер-министры Армении и Грузии А и Б": to each his own.
        let earlier = people.names.count - people.names.lowerBound { $0.range.lowerBound < office.range.upperBound }
        if office.countries.count > 1 {
            context.country = earlier < office.countries.count ? office.countries[earlier] : nil
        }
        // "президентов России А и США Б"
        if office.isPlural, let place = place(endingAt: range.lowerBound), place.kind == .name,
            place.range.lowerBound >= office.range.upperBound
        {
            context.country = place.country
        }
        if !office.isPlural { context.officeIndex = before }
    }

    /// "лидеры встретились: Казахстана – Касым-Жомарта Токаева"
    private func takePlaceBeforeDash(
        _ range: Range<Int>, _ offices: [OfficeMention], _ context: inout NameContext
    ) {
        guard context.country == nil, range.lowerBound >= 2, document.isDash(range.lowerBound - 1),
            let place = place(endingAt: range.lowerBound - 1), place.kind == .name
        else { return }
        context.country = place.country
        if context.office == nil, let leaders = offices[..<lowerBound(range.lowerBound, offices)].last,
            leaders.isPlural,
            document.sentenceOf[leaders.range.lowerBound] == document.sentenceOf[range.lowerBound]
        {
            context.office = leaders.office
            context.level = leaders.level
        }
    }

    /// The office of several states that stands before a dash and the list of its holders, and which of them a name is.
    private func listedOffice(before range: Range<Int>, _ offices: [OfficeMention]) -> (OfficeMention, Int)? {
        let index = lowerBound(range.lowerBound, offices) - 1
        guard index >= 0, case let office = offices[index],
            // "вице-премьеры двух стран – А и Б": which is whose is not told.
            office.countries.count > 1
                || office.isPlural && office.countries.isEmpty && endsInPair(office.range),
            document.isDash(office.range.upperBound), range.lowerBound - office.range.upperBound <= 24,
            document.sentenceOf[office.range.lowerBound] == document.sentenceOf[range.lowerBound]
        else { return nil }
        let earlier = people.names.filter { (office.range.upperBound..<range.lowerBound).contains($0.range.lowerBound) }
        let gaps = (office.range.upperBound + 1..<range.lowerBound).filter { token in
            !earlier.contains { $0.range.contains(token) }
        }
        guard gaps.allSatisfy({ document.isMark($0, ",") || isShortConjunction($0) }),
            earlier.count < max(2, office.countries.count)
        else { return nil }
        return (office, earlier.count)
    }

    private func endsInPair(_ office: Range<Int>) -> Bool {
        document.marks(marks.pair, in: office).contains { $0.end == office.upperBound }
    }

    /// "(Польша)": the state that stands alone in brackets, the first of which is the token.
    func bracketed(_ opening: Int) -> PlaceMention? {
        guard document.isMark(opening, "("),
            let place = places(in: opening + 1..<min(document.tokens.count, opening + 5)).first, place.kind == .name,
            place.range.lowerBound == opening + 1, document.isMark(place.range.upperBound, ")")
        else { return nil }
        return place
    }

    /// "делегация Намибии во главе с министром", "намибийская делегация во главе с министром": the state that sends it.
    private func delegation(headedBy office: OfficeMention) -> CountryCode? {
        let start = document.sentence(of: office.range.lowerBound).lowerBound
        let before = max(start, office.range.lowerBound - 4)..<office.range.lowerBound
        guard let headed = document.marks(marks.encounters.headed, in: before).last,
            headed.end == office.range.lowerBound
        else { return nil }
        let reach = max(start, headed.first - 8)..<headed.first
        guard let sent = document.marks(marks.encounters.part, in: reach).last(where: { value($0) == "delegation" })
        else { return nil }
        let state = places(in: sent.end..<max(sent.end, headed.first)).first { $0.kind == .name }
        return (state ?? place(endingAt: sent.first).flatMap { $0.kind == .adjective ? $0 : nil })?.country
    }

    /// "генеральный секретарь ООН", "президент Европейского совета"
    func organisation(of office: OfficeMention) -> String? {
        let end = min(document.sentence(of: office.range.lowerBound).upperBound, office.range.upperBound + 3)
        let found =
            document.marks(marks.organisation, in: office.range.lowerBound..<end).first
            // The last word of the office may be the first of a long name: "секретарь Организации по безопасности".
            ?? (office.range.upperBound - 1..<end).lazy.compactMap {
                self.document.mark(at: $0, self.marks.organisation)
            }
            .first
        // "еврокомиссар": the word itself says whose.
        if found == nil, let own = document.mark(at: office.range.lowerBound, marks.officeOfBody) { return value(own) }
        // "генеральный секретарь Организации": of the one told last.
        if found == nil, office.office == .secretaryGeneral,
            document.mark(at: office.range.upperBound, marks.nameNot) != nil
        {
            let before = document.sentences[max(0, Int(document.sentenceOf[office.range.lowerBound]) - 2)].lowerBound
            return document.marks(marks.organisation, in: before..<office.range.lowerBound).last.map(value)
        }
        guard let found,
            (office.range.upperBound..<max(office.range.upperBound, found.first)).allSatisfy(joinsOffice)
        else { return nil }
        return value(found)
    }

    /// Whether another's name stands right behind a name, which tells only whose he is: "советник Нордена Стивен Вуд".
    func belongsToNext(_ name: Range<Int>) -> Bool {
        name.upperBound < document.tokens.count && !document.tokens[name.upperBound].shape.contains(.lineStart)
            && document.isCapitalized(name.upperBound) && opensBehindOther(name.upperBound, from: name.lowerBound)
    }

    /// No name stands behind it yet: "президент А и его коллега Б" gives the office to the first.
    private func isFree(_ office: OfficeMention) -> Bool {
        office.isPlural || (people.names.last.map { $0.range.lowerBound < office.range.upperBound } ?? true)
    }

    /// Whether a name can stand in the case of an office; a name that tells none agrees with any.
    private func agrees(_ name: Range<Int>, _ office: OfficeMention) -> Bool {
        func cases(_ range: Range<Int>, _ wanted: (Grammemes) -> Bool) -> Grammemes {
            // Of what the dictionary lacks the case is a guess.
            for token in range
            where document.word(token)?.isKnown == true || document.tokens[token].shape.contains(.hyphen) {
                let readings = document.word(token)?.readings.filter(wanted) ?? []
                guard !readings.isEmpty else { continue }
                return readings.reduce(Grammemes()) { $0.union($1.intersection(Grammemes.cases)) }
            }
            return Grammemes()
        }
        let own = cases(name) { $0.contains(.name) && $0.contains(.sing) }
        let head = cases(office.range) { $0.contains(.noun) && (office.isPlural || $0.contains(.sing)) }
        return own.isEmpty || head.isEmpty || own.intersects(head)
    }

    /// Whether an office's name can go on over a range: its words, a name in quotation marks, an abbreviation in brackets, and,
    /// where several holders are listed, their names.
    func joinsOffice(_ range: Range<Int>, listing: Bool) -> Bool {
        // "казахстанский лидер и Владимир Путин" are two.
        if !listing, range.last.map(isShortConjunction) ?? false { return false }
        // "сказал президент на переговорах с Нгози": a preposition leads to somebody else.
        if range.last.flatMap({ document.word($0) })?.readings[0].contains(.prep) == true { return false }
        // "премьер по приглашению Мишустина прибыл": so does what he acts upon.
        // "российского министра и его египетского коллеги Самира": another than the minister.
        if !listing,
            !document.marks(marks.officeBeyond, in: range).isEmpty
                || !document.marks(marks.officeColleague, in: range).isEmpty
        {
            return false
        }
        var at = range.lowerBound
        while at < range.upperBound {
            if document.isMark(at, "«") || document.isMark(at, "(") {
                let closing: Unicode.Scalar = document.isMark(at, "(") ? ")" : "»"
                guard let end = (at..<range.upperBound).first(where: { document.isMark($0, closing) }) else {
                    return false
                }
                at = end + 1
                continue
            }
            // "президент МККК Мирьяна Сполярич"
            if let organisation = document.mark(at: at, marks.organisation), organisation.end <= range.upperBound {
                at = organisation.end
                continue
            }
            // "посол Казахстана в Королевстве Бельгия А": the last word of a state's long name does not decline.
            if let state = places(in: at..<range.upperBound).first, state.kind == .name, state.range.lowerBound == at,
                state.range.count > 1
            {
                at = state.range.upperBound
                continue
            }
            // "министр провинции Белуджистан А": the name of a part of a state need not decline.
            if at + 1 < range.upperBound, document.mark(at: at, marks.officePart) != nil,
                document.word(at)?.can(be: .gent) == true, document.tokens[at + 1].shape.contains(.capitalized)
            {
                at += 2
                continue
            }
            let isName = listing && people.name(around: at) != nil
            guard isName || joinsOffice(at) || listsOffice(at) || listing && document.isMark(at, ",") else {
                return false
            }
            at += 1
        }
        return true
    }

    /// "спикер сената Чехии — А Б, прибыл", "президент Ирана, А Б, прибыл": the name behind a dash or within commas.
    private func isApposed(_ name: Range<Int>, to office: OfficeMention) -> Bool {
        let end = office.range.upperBound
        guard end + 1 == name.lowerBound, name.count > 1, !office.isPlural, office.country != nil,
            name.upperBound < document.tokens.count, agrees(name, office)
        else { return false }
        if document.isDash(end) { return true }
        // "Прилетел спикер сената Чехии, А Б."
        let sentence = document.sentence(of: name.lowerBound)
        if document.isMark(end, ","), name.upperBound + 1 >= sentence.upperBound,
            (sentence.lowerBound..<office.range.lowerBound).contains(where: isFiniteVerb)
        {
            return true
        }
        guard document.isMark(end, ","), document.isMark(name.upperBound, ","),
            let next = document.word(name.upperBound + 1)
        else { return false }
        // "президент Ирана, А Б, министр В Г": a list.
        return !next.readings[0].contains(.noun) || isFiniteVerb(name.upperBound + 1)
    }

    /// "Серик Жумангарин, заместитель премьер-министра Казахстана": the office right behind a comma.
    private func apposition(_ range: Range<Int>, _ offices: [OfficeMention]) -> Int? {
        guard
            document.isMark(range.upperBound, ",") || document.isMark(range.upperBound, "(")
                || document.isDash(range.upperBound)
        else { return nil }
        let index = lowerBound(range.upperBound, offices)
        guard index < offices.count, offices[index].range.lowerBound == range.upperBound + 1, !offices[index].isPlural
        else { return nil }
        // "президент А Б, премьер-министр В Г": the next of a list has the office.
        let next = offices[index].range.upperBound
        if next < document.tokens.count, document.tokens[next].kind == .word,
            document.tokens[next].shape.contains(.capitalized), !document.tokens[next].shape.contains(.lineStart),
            places(in: next..<next + 1).isEmpty
        {
            return nil
        }
        // "…, – сказал президент" opens with a verb; an office alone behind a dash is an apposition only in the nominative.
        return index
    }
}
