import Grammar
import Model
import Morphology

/// A name of a person in the text.
struct NameMention {
    /// Tokens of the name alone.
    let range: Range<Int>
    /// Index into `People.persons`.
    let person: Int
    /// Its last word stands as it does in the nominative.
    let isNominative: Bool
}

/// An office in the text, with or without its holder's name.
struct OfficeMention {
    /// Tokens of the office, with the country or body that belongs to it.
    let range: Range<Int>
    let office: Office
    let level: Meeting.Level?
    let country: CountryCode?
    /// The holder, where the text names one here or elsewhere.
    var person: Int?
    /// More than one holder: "президенты", "главы государств".
    let isPlural: Bool
    /// The states of several holders, in order: "премьер-министры Армении и Грузии".
    var countries: [CountryCode] = []
}

/// Who appears in an article.
struct People {
    struct Person {
        /// Nominative, as full as the article ever gives it.
        var name: String
        /// What a lone surname could be in the nominative.
        var forms: [String] = []
        var country: CountryCode?
        /// The organisation that the office is one of.
        var organisation: String?
        var office: Office?
        var level: Meeting.Level?
        /// Token of the first mention.
        var first: Int
        var mentions = 0
    }

    var persons: [Person] = []
    /// In order.
    var names: [NameMention] = []
    /// In order.
    var offices: [OfficeMention] = []
}

extension Reading {
    /// Finds offices and names, ties them together, and links each short form to the fullest.
    mutating func readPeople() {
        let offices = officeMarks()
        let places = placeIndex(offices)
        var holder: [Int: Int] = [:]
        var at = 0
        while at < document.tokens.count {
            guard !frame.isNoise[at], let name = name(at: at, offices: offices, places: places) else {
                at += 1
                continue
            }
            let context = self.context(of: name.range, offices: offices, places: places)
            let person = link(name, context)
            let surname = document.text(name.range.upperBound - 1..<name.range.upperBound)
            let isNominative = Self.folded(people.persons[person].name).hasSuffix(Self.folded(surname))
            people.names.append(NameMention(range: name.range, person: person, isNominative: isNominative))
            if let office = context.officeIndex { holder[office] = person }
            at = name.range.upperBound
        }
        people.offices = offices.enumerated().map { index, office in
            var office = office
            office.person = holder[index]
            return office
        }
        resolveOffices()
    }

    private static func folded(_ text: String) -> String { text.replacingOccurrences(of: "ё", with: "е") }

    // MARK: Offices

    private func officeMarks() -> [OfficeMention] {
        var found: [OfficeMention] = []
        var reach = 0
        let bound = document.marks(marks.officeBound).filter { mark in
            document.mark(at: mark.first, marks.office) == nil
                && (places(in: mark.end..<min(document.tokens.count, mark.end + 1)).contains {
                    $0.kind == .name || document.mark(at: $0.range.upperBound, marks.officeBody) != nil
                }
                    || document.mark(at: mark.end, marks.pair) != nil)
        }
        let offices = (document.marks(marks.office) + bound).sorted { ($0.first, -$0.end) < ($1.first, -$1.end) }
        for mark in offices where mark.first >= reach && !frame.isNoise[mark.first] {
            if let headed = headOfBody(mark) {
                found.append(headed)
                reach = headed.range.upperBound
                continue
            }
            let fields = fields(mark)
            guard fields.count >= 3, let office = Office(rawValue: fields[0]) else { continue }
            // "после" is also a form of "посол".
            if mark.range.count == 1, let best = document.word(mark.first)?.parses[0].tag.grammemes,
                best.intersects([.prep, .conj, .verb])
            {
                continue
            }
            var range = mark.range
            var country = CountryCode(fields[2])
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
            let isPlural = isPlural(mark, level: Meeting.Level(rawValue: fields[1]))
            var countries: [CountryCode] = []
            if isPlural { (range, countries) = countryList(from: range) }
            found.append(
                OfficeMention(
                    range: range, office: office, level: Meeting.Level(rawValue: fields[1]),
                    country: countries.count > 1 ? nil : country, person: nil, isPlural: isPlural, countries: countries)
            )
            reach = range.upperBound
        }
        return doubled(found)
    }

    /// "глава белорусского государства": the state's adjective stands before the body.
    private func headOfBody(_ mark: Mark) -> OfficeMention? {
        guard mark.kind == marks.officeBound, mark.range.count == 1,
            let state = places(in: mark.end..<min(document.tokens.count, mark.end + 1)).first, state.kind == .adjective,
            let body = document.mark(at: state.range.upperBound, marks.officeBody)
        else { return nil }
        let fields = fields(body)
        guard fields.count >= 2, let office = Office(rawValue: fields[0]) else { return nil }
        return OfficeMention(
            range: mark.first..<body.end, office: office, level: Meeting.Level(rawValue: fields[1]),
            country: state.country, person: nil, isPlural: false)
    }

    /// "заместитель премьер-министра – министр транспорта": two offices of one holder. Who heads the foreign ministry beside
    /// another office is the foreign minister; else the first office counts.
    private func doubled(_ offices: [OfficeMention]) -> [OfficeMention] {
        var found: [OfficeMention] = []
        for office in offices {
            if let last = found.last, document.isDash(last.range.upperBound),
                office.range.lowerBound == last.range.upperBound + 1, !last.isPlural, !office.isPlural,
                last.level == office.level
            {
                found[found.count - 1] = OfficeMention(
                    range: last.range.lowerBound..<office.range.upperBound,
                    office: office.office == .foreignMinister ? .foreignMinister : last.office, level: last.level,
                    country: last.country ?? office.country, person: nil, isPlural: false)
            } else {
                found.append(office)
            }
        }
        return found
    }

    /// Whether several holders are meant. "главы" is also the genitive of one; "государств" and a list of states decide.
    private func isPlural(_ mark: Mark, level: Meeting.Level?) -> Bool {
        guard let head = document.word(mark.first), head.can(be: .noun.union(.plur)) else { return false }
        if !head.can(be: .noun.union(.sing)) { return true }
        guard level == .headOfState || level == .headOfGovernment else { return false }
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
        var countries = places(in: range).filter { $0.kind == .name }.map(\.country)
        if let pair = document.mark(at: range.upperBound, marks.pair) {
            return (range.lowerBound..<pair.end, countries)
        }
        while true {
            var at = range.upperBound
            if !countries.isEmpty {
                guard document.isMark(at, ",") || isShortConjunction(at) else { break }
                at += 1
            }
            guard let place = places(in: at..<min(document.tokens.count, at + 1)).first, place.kind == .name else {
                break
            }
            countries.append(place.country)
            range = range.lowerBound..<place.range.upperBound
        }
        return (range, countries)
    }

    private func isShortConjunction(_ token: Int) -> Bool {
        document.word(token).map { $0.can(be: .conj) && $0.text.unicodeScalars.count == 1 } ?? false
    }

    private func place(endingAt end: Int) -> PlaceMention? {
        places(in: max(0, end - 6)..<end).last { $0.range.upperBound == end }
    }

    /// The country that an office belongs to, with nothing but the words of its body between.
    private func countryAfter(_ mark: Mark, office: Office) -> PlaceMention? {
        let end = mark.end
        let limit = min(document.tokens.count, end + 9)
        // "президент Республики" "Республики Узбекистан": the state's long form may begin within the office.
        for place in places(in: mark.first + 1..<limit) where place.range.upperBound > end {
            let between = end..<max(end, place.range.lowerBound)
            guard between.allSatisfy({ joinsOffice($0) }), !(between.last.map(isShortConjunction) ?? false) else {
                return nil
            }
            // An adjective of country before a body: "министр Казахстана", "глава казахстанского МИД".
            if place.kind == .city || place.kind == .capital && between.count > 0 { continue }
            // "президента Владимира Путина и его американского коллеги": a name ends the office.
            if between.contains(where: isGivenName) { return nil }
            return place
        }
        return nil
    }

    private func isGivenName(_ token: Int) -> Bool {
        document.tokens[token].shape.contains(.capitalized)
            && document.word(token)?.parses[0].tag.grammemes.intersects([.name, .patr]) ?? false
    }

    /// A word that an office's name may go on with: a lower-case or capitalised noun or adjective in the genitive, "и", "по".
    private func joinsOffice(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        if document.mark(at: token, marks.office) != nil { return false }
        if word.can(be: .conj) || word.can(be: .prep) { return word.text.unicodeScalars.count <= 2 }
        return word.can(be: .gent) || word.can(be: .datv) || word.can(be: .loct)
    }

    // MARK: Names

    private struct Name {
        let range: Range<Int>
        /// Nominative forms by how likely they are, best first; the last word of each is the surname or the whole.
        let forms: [String]
        let known: KnownHolder?
    }

    private struct KnownHolder {
        let country: CountryCode?
        let office: Office?
        let name: String
    }

    /// For each token whether it belongs to a place, an office or an organisation, and so to no name.
    private func placeIndex(_ offices: [OfficeMention]) -> [Bool] {
        var isTaken = Array(repeating: false, count: document.tokens.count)
        for place in places { for token in place.range { isTaken[token] = true } }
        for office in offices { for token in office.range { isTaken[token] = true } }
        for organisation in document.marks(marks.organisation) {
            for token in organisation.range { isTaken[token] = true }
        }
        return isTaken
    }

    /// The name that begins at a token, if one does.
    private func name(at: Int, offices: [OfficeMention], places: [Bool]) -> Name? {
        guard document.tokens[at].kind == .word, document.tokens[at].shape.contains(.capitalized) else { return nil }
        if let mark = document.mark(at: at, marks.personKnown) {
            let holder = known(mark)
            return Name(range: mark.range, forms: [holder.name], known: holder)
        }
        if let initials = initials(at: at) {
            return Name(
                range: at..<initials.end,
                forms: nominatives(of: initials.surname..<initials.end).map { initials.text + $0 }, known: nil)
        }
        guard isNameWord(at, places: places) else { return nil }
        var end = at + 1
        while end < document.tokens.count, end - at < 5 {
            if isNameWord(end, places: places), !document.tokens[end].shape.contains(.lineStart) {
                end += 1
            } else if document.mark(at: end, marks.nameParticle) != nil, end + 1 < document.tokens.count {
                end += 1
            } else {
                break
            }
        }
        while end > at + 1, document.mark(at: end - 1, marks.nameParticle) != nil,
            document.tokens[end - 1].shape.isDisjoint(with: .capitalized), !isSuffixParticle(end - 1)
        {
            end -= 1
        }
        let range = at..<end
        let follows = followsOffice(at, offices: offices)
        if range.count == 1 {
            guard let word = document.word(at) else { return nil }
            let opens = startsSentence(at)
            let known = surnameOfKnownPerson(at)
            guard
                known || follows && !word.can(be: .name) && !opens
                    || (word.can(be: .surn) && !opens && word.parses[0].tag.grammemes.contains(.surn))
            else {
                return nil
            }
        } else {
            let hasName = range.contains {
                document.word($0).map { $0.can(be: .name) || $0.can(be: .patr) || $0.can(be: .surn) } ?? false
            }
            let unknown = range.allSatisfy { document.word($0)?.isKnown == false }
            guard
                follows || hasName
                    || unknown && !startsSentence(at)
                        && range.allSatisfy({ document.tokens[$0].shape.isDisjoint(with: .latin) })
            else { return nil }
        }
        let forms = nominatives(of: range, cases: caseHint(before: at, offices: offices))
        // A form that the reference rows know is likelier than any the endings give.
        if range.count > 1, let rows = forms.lazy.compactMap({ marks.holders[$0] }).first {
            let fields = row(of: rows)
            let holder = KnownHolder(
                country: CountryCode(fields[0]), office: Office(rawValue: fields[1]), name: fields[4])
            return Name(range: range, forms: [holder.name], known: holder)
        }
        return forms.isEmpty ? nil : Name(range: range, forms: forms, known: nil)
    }

    /// The row of a person in force when the article appeared; else the last.
    private func row(of rows: [String]) -> [String] {
        let split = rows.map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        let today = publishedOn ?? PartialDate(year: 9999)!
        let inForce = split.first { fields in
            let from = PartialDate(iso: fields[2]).map { $0 <= today } ?? true
            return from && (PartialDate(iso: fields[3]).map { today < $0 } ?? true)
        }
        return inForce ?? split[split.count - 1]
    }

    private func isSuffixParticle(_ token: Int) -> Bool {
        document.word(token)?.text.hasSuffix("ы") == true || document.word(token)?.text.hasSuffix("у") == true
    }

    private func startsSentence(_ token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return sentence.lowerBound == token
            || (sentence.lowerBound..<token).allSatisfy { document.tokens[$0].kind != .word }
    }

    private func known(_ mark: Mark) -> KnownHolder {
        let fields = fields(mark)
        return KnownHolder(country: CountryCode(fields[0]), office: Office(rawValue: fields[1]), name: fields[4])
    }

    /// "А.Асадов", "С. А. Лавров": the initials as written, and where the surname begins.
    private func initials(at: Int) -> (text: String, surname: Int, end: Int)? {
        var text = ""
        var token = at
        while token + 1 < document.tokens.count, let word = document.word(token), word.text.unicodeScalars.count <= 2,
            document.tokens[token].shape.contains(.capitalized), document.isMark(token + 1, "."),
            word.text.unicodeScalars.count == 1
        {
            text += document.text(token..<token + 1) + "."
            token += 2
            if text.count >= 6 { break }
        }
        guard !text.isEmpty, token < document.tokens.count, document.tokens[token].shape.contains(.capitalized),
            document.tokens[token].kind == .word, document.tokens[token].span.length > 2,
            !document.tokens[token].shape.contains(.lineStart)
        else { return nil }
        return (text + " ", token, token + 1)
    }

    /// Whether a token can be a part of a name: capitalised, no place, no office, no organisation, no word of another kind.
    private func isNameWord(_ token: Int, places: [Bool]) -> Bool {
        guard token < document.tokens.count, let word = document.word(token),
            document.tokens[token].shape.contains(.capitalized), !places[token],
            document.tokens[token].shape.isDisjoint(with: [.upper, .digits, .latin]),
            word.text.unicodeScalars.count > 1
        else { return false }
        for mark in document.marks(at: token) {
            if mark.kind == marks.office || mark.kind == marks.organisation || mark.kind == marks.document
                || mark.kind == marks.nameNot || mark.kind == marks.month || mark.kind == marks.encounter
            {
                return false
            }
        }
        if word.grammemes.intersects(.properName) { return true }
        // An ordinary word of the dictionary is a name only in mid-sentence, and only as a noun; or behind a given name,
        // where it has a surname's ending: "Игорь Бабушкин".
        if word.isKnown {
            if token > 0, document.tokens[token - 1].shape.contains(.capitalized),
                document.word(token - 1)?.parses[0].tag.grammemes.contains(.name) == true,
                language.surnameEndings.contains(where: { word.text.hasSuffix($0.ending) })
            {
                return true
            }
            return !startsSentence(token) && word.can(be: .noun) && !word.can(be: .geox) && !word.can(be: .initials)
        }
        return true
    }

    private func followsOffice(_ token: Int, offices: [OfficeMention]) -> Bool {
        guard let office = officeBefore(token, offices) else { return false }
        if token - 1 >= office.range.upperBound, isShortConjunction(token - 1), !office.isPlural { return false }
        return (office.range.upperBound..<token).allSatisfy {
            document.mark(at: $0, marks.nameTitle) != nil
                || joinsOffice($0) && !document.tokens[$0].shape.contains(.capitalized)
        }
    }

    private func officeBefore(_ token: Int, _ offices: [OfficeMention]) -> OfficeMention? {
        offices[..<lowerBound(token, offices)].last.flatMap {
            $0.range.upperBound <= token && token - $0.range.upperBound <= 8
                && document.sentenceOf[token] == document.sentenceOf[$0.range.lowerBound] ? $0 : nil
        }
    }

    private func lowerBound(_ token: Int, _ offices: [OfficeMention]) -> Int {
        var low = 0
        var high = offices.count
        while low < high {
            let middle = (low + high) / 2
            if offices[middle].range.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A lone surname that the article has given in full before.
    private func surnameOfKnownPerson(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        return people.persons.contains { person in
            guard let last = person.name.split(separator: " ").last?.lowercased() else { return false }
            return word.text == last || word.parses.contains { $0.lemma == last }
        }
    }

    // MARK: Nominatives

    static let cases: [Grammemes] = [.nomn, .gent, .datv, .accs, .ablt, .loct]

    /// The cases that the words before a name allow, best first.
    private func caseHint(before token: Int, offices: [OfficeMention]) -> [Grammemes] {
        if let office = officeBefore(token, offices),
            (office.range.upperBound..<token).allSatisfy({ joinsOffice($0) }),
            let head = office.range.first(where: { document.word($0)?.can(be: .noun) == true }),
            let word = document.word(head)
        {
            return Self.cases.filter { word.can(be: .noun.union($0)) }
        }
        return []
    }

    /// The likeliest nominative of a name that stands by itself.
    func nominativeName(_ range: Range<Int>) -> String { nominatives(of: range)[0] }

    /// The nominative of a name, for each case in which all its words agree; the likeliest first.
    private func nominatives(of range: Range<Int>, cases hint: [Grammemes] = []) -> [String] {
        var forms: [String] = []
        let order = hint + Self.cases.filter { !hint.contains($0) }
        for grammar in order {
            for gender in [Grammemes.masc, .femn] {
                var parts: [String] = []
                for token in range {
                    guard let part = nominative(of: token, in: grammar, gender: gender) else { break }
                    parts.append(part)
                }
                guard parts.count == range.count else { continue }
                let form = parts.joined(separator: " ")
                if !forms.contains(form) { forms.append(form) }
            }
            if !forms.isEmpty && hint.contains(grammar) { break }
        }
        if forms.isEmpty { forms = [document.text(range)] }
        return forms
    }

    /// A name's word in the nominative, if it can stand in the given case and gender.
    private func nominative(of token: Int, in grammar: Grammemes, gender: Grammemes) -> String? {
        guard let word = document.word(token) else { return document.text(token..<token + 1) }
        let written = document.text(token..<token + 1)
        if document.mark(at: token, marks.nameParticle) != nil { return written }
        let names = word.parses.filter {
            let it = $0.tag.grammemes
            return (it.contains(.noun) || it.contains(.adjf)) && it.contains(.sing) && it.contains(grammar)
                && (it.contains(gender) || it.intersects(.msf))
        }
        let proper = names.first { $0.tag.grammemes.intersects(.properName) }
        if proper == nil, !word.grammemes.intersects(.properName),
            let form = surname(word.text, in: grammar, gender: gender)
        {
            return Self.cased(form, like: written)
        }
        guard let parse = proper ?? names.first else { return indeclinable(word) ? written : nil }
        if grammar == .nomn { return written }
        guard let form = language.analyzer.inflect(parse, to: .nomn.union(.sing)) else { return nil }
        return Self.cased(form, like: written)
    }

    /// The nominative of a surname by its ending.
    private func surname(_ text: String, in grammar: Grammemes, gender: Grammemes) -> String? {
        for ending in language.surnameEndings
        where text.hasSuffix(ending.ending) && text.count > ending.ending.count + 1
            && ending.grammemes.contains(grammar) && ending.grammemes.contains(gender)
        {
            return text.dropLast(ending.ending.count) + ending.nominative
        }
        return nil
    }

    private func indeclinable(_ word: Word) -> Bool {
        word.can(be: .fixd) || (!word.isKnown && word.text.last.map { "еиоуыэю".contains($0) } == true)
    }

    /// Capitals where the written form has them: at the beginning and after hyphens.
    static func cased(_ form: String, like written: String) -> String {
        var capital = true
        return String(
            form.map { letter in
                defer { capital = letter == "-" || letter == "'" || letter == "’" }
                return capital ? Character(letter.uppercased()) : letter
            })
    }

    // MARK: Linking

    private struct Context {
        var office: Office?
        var level: Meeting.Level?
        var country: CountryCode?
        var organisation: String?
        var officeIndex: Int?
    }

    /// The office and the country that stand with a name: before it, or in apposition after it.
    private func context(of range: Range<Int>, offices: [OfficeMention], places: [Bool]) -> Context {
        var context = Context()
        var before = lowerBound(range.lowerBound, offices) - 1
        var reach = range.lowerBound
        while reach > 0, document.mark(at: reach - 1, marks.nameTitle) != nil { reach -= 1 }
        // "пресс-секретарь российского лидера Дмитрий Песков": the office that agrees, not the one within it.
        if before > 0, !agrees(range, offices[before]), agrees(range, offices[before - 1]),
            (0...3).contains(offices[before].range.lowerBound - offices[before - 1].range.upperBound)
        {
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
        if before >= 0, offices[before].range.upperBound <= range.lowerBound,
            document.sentenceOf[offices[before].range.lowerBound] == document.sentenceOf[range.lowerBound],
            range.lowerBound - offices[before].range.upperBound <= 16, isOuter || isFree(offices[before]),
            joinsOffice(offices[before].range.upperBound..<reach, listing: offices[before].isPlural)
        {
            let office = offices[before]
            context.office = office.office
            context.level = office.level
            context.country = office.country
            // "премьер-министры Армении и Грузии А и Б": to each his own.
            let earlier = people.names.filter { $0.range.lowerBound >= office.range.upperBound }.count
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
        } else if let after = apposition(range, offices) {
            let office = offices[after]
            context.office = office.office
            context.level = office.level
            context.country = office.country
            context.officeIndex = after
        }
        if let index = context.officeIndex, context.country == nil {
            context.organisation = organisation(of: offices[index])
        }
        if context.office == nil, let colleague = colleague(before: range.lowerBound) {
            context.country = context.country ?? colleague.country
            // His office is that of the one whose colleague he is, told last.
            if let last = offices[..<lowerBound(range.lowerBound, offices)].last(where: { !$0.isPlural }) {
                context.office = last.office
                context.level = last.level
            }
        }
        // "Казахстана – Касым-Жомарта Токаева"
        if context.country == nil, range.lowerBound >= 2, document.isDash(range.lowerBound - 1),
            let place = place(endingAt: range.lowerBound - 1), place.kind == .name
        {
            context.country = place.country
            if context.office == nil, let leaders = offices[..<lowerBound(range.lowerBound, offices)].last,
                leaders.isPlural,
                document.sentenceOf[leaders.range.lowerBound] == document.sentenceOf[range.lowerBound]
            {
                context.office = leaders.office
                context.level = leaders.level
            }
        }
        return context
    }

    /// "генеральный секретарь ООН", "президент Европейского совета"
    private func organisation(of office: OfficeMention) -> String? {
        let end = min(document.sentence(of: office.range.lowerBound).upperBound, office.range.upperBound + 3)
        let found = document.marks(marks.organisation, in: office.range.lowerBound..<end).first
        guard let found,
            (office.range.upperBound..<max(office.range.upperBound, found.first)).allSatisfy(joinsOffice)
        else { return nil }
        return value(found)
    }

    /// No name stands behind it yet: "президент А и его коллега Б" gives the office to the first.
    private func isFree(_ office: OfficeMention) -> Bool {
        office.isPlural || (people.names.last.map { $0.range.lowerBound < office.range.upperBound } ?? true)
    }

    private struct Colleague {
        let country: CountryCode?
    }

    /// Whether a name can stand in the case of an office; a name that tells none agrees with any.
    private func agrees(_ name: Range<Int>, _ office: OfficeMention) -> Bool {
        func cases(_ range: Range<Int>, _ wanted: (Grammemes) -> Bool) -> Grammemes {
            for token in range {
                let parses = (document.word(token)?.parses ?? []).filter { wanted($0.tag.grammemes) }
                guard !parses.isEmpty else { continue }
                return parses.reduce(Grammemes()) { $0.union($1.tag.grammemes.intersection(Grammemes.cases)) }
            }
            return Grammemes()
        }
        let own = cases(name) { $0.contains(.name) }
        let head = cases(office.range) { $0.contains(.noun) && (office.isPlural || $0.contains(.sing)) }
        return own.isEmpty || head.isEmpty || own.intersects(head)
    }

    /// "узбекский коллега": the state of a colleague whose name begins at a token.
    private func colleague(before token: Int) -> Colleague? {
        guard let mark = document.marks(marks.officeColleague, in: max(0, token - 2)..<token).last, mark.end == token
        else {
            return nil
        }
        return Colleague(country: place(endingAt: mark.first).flatMap { $0.kind == .adjective ? $0.country : nil })
    }

    /// Whether an office's name can go on over a range: its words, a name in quotation marks, an abbreviation in brackets, and,
    /// where several holders are listed, their names.
    private func joinsOffice(_ range: Range<Int>, listing: Bool) -> Bool {
        // "казахстанский лидер и Владимир Путин" are two.
        if !listing, range.last.map(isShortConjunction) ?? false { return false }
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
            let isName = listing && people.names.contains { $0.range.contains(at) }
            guard isName || joinsOffice(at) || listing && document.isMark(at, ",") else { return false }
            at += 1
        }
        return true
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
        // "…, – сказал президент" opens with a verb; an office alone behind a dash is an apposition only in the nominative.
        return index
    }

    /// The index of the person a name belongs to, made or made fuller.
    private mutating func link(_ name: Name, _ context: Context) -> Int {
        for (index, person) in people.persons.enumerated() {
            let fits = { (form: String) in
                Self.sameName(form, person.name) || person.forms.contains { Self.sameName(form, $0) }
            }
            guard let form = name.forms.first(where: fits) else { continue }
            if context.country != nil, person.country != nil, context.country != person.country,
                form.split(separator: " ").count == 1
            {
                continue
            }
            if form.count > person.name.count, !form.contains(".") || person.name.contains(".") {
                people.persons[index].name = form
            }
            people.persons[index].mentions += 1
            // Known so far from elsewhere, and told here to speak for an organisation.
            if let organisation = context.organisation, people.persons[index].organisation == nil {
                people.persons[index].organisation = organisation
                people.persons[index].country = nil
                people.persons[index].office = context.office
                people.persons[index].level = context.level
            }
            if people.persons[index].organisation != nil { return index }
            if people.persons[index].country == nil { people.persons[index].country = context.country }
            if people.persons[index].office == nil {
                people.persons[index].office = context.office
                people.persons[index].level = context.level
            }
            return index
        }
        people.persons.append(
            People.Person(
                name: name.forms[0], forms: name.range.count == 1 ? name.forms : [],
                country: context.organisation == nil ? context.country ?? name.known?.country : nil,
                organisation: context.organisation, office: context.office ?? name.known?.office,
                level: context.level ?? level(of: name.known?.office),
                first: name.range.lowerBound, mentions: 1))
        return people.persons.count - 1
    }

    private func weight(of person: People.Person) -> Int {
        guard let country = person.country else { return 0 }
        return places.filter { $0.country == country && $0.kind != .city }.count
    }

    func level(of office: Office?) -> Meeting.Level? {
        switch office {
        case .president, .monarch: .headOfState
        case .primeMinister: .headOfGovernment
        case .deputyPrimeMinister, .foreignMinister, .minister: .minister
        case .speaker: .parliament
        case .ambassador, .governor, .mayor, .secretaryGeneral, .vicePresident, .other: .official
        case .executive: .business
        case nil: nil
        }
    }

    /// Whether two names in the nominative can be one person's: one holds the words or initials of the other.
    static func sameName(_ a: String, _ b: String) -> Bool {
        let first = words(a)
        let second = words(b)
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        guard let surname = short.last else { return false }
        guard long.contains(surname) else { return false }
        return short.dropLast().allSatisfy { part in
            long.contains {
                $0 == part || (part.count == 1 && $0.hasPrefix(part)) || ($0.count == 1 && part.hasPrefix($0))
            }
        }
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().replacingOccurrences(of: "ё", with: "е")
            .split { $0 == " " || $0 == "." }.map(String.init)
    }

    /// "армянский министр" is the one minister of that state in the article, whatever his charge.
    private func onlyMinister(of office: OfficeMention) -> Int? {
        guard office.office == .minister else { return nil }
        let ministers = people.persons.indices.filter {
            people.persons[$0].country == office.country && people.persons[$0].level == .minister
        }
        return ministers.count == 1 ? ministers[0] : nil
    }

    /// Ties an office without a name to the person who holds it in this article.
    private mutating func resolveOffices() {
        for index in people.offices.indices where people.offices[index].person == nil && !people.offices[index].isPlural
        {
            let office = people.offices[index]
            let holders = people.persons.indices.filter { person in
                let it = people.persons[person]
                guard it.office == office.office || it.level == office.level && office.level == .headOfState else {
                    return false
                }
                return office.country == nil || it.country == office.country
            }
            if office.country != nil {
                people.offices[index].person = holders.first ?? onlyMinister(of: office)
            } else {
                // "глава государства" without a state is the head of the state that the article speaks of most.
                people.offices[index].person = holders.max { a, b in
                    (weight(of: people.persons[a]), people.persons[a].mentions, -a)
                        < (weight(of: people.persons[b]), people.persons[b].mentions, -b)
                }
            }
        }
    }
}
