import Grammar
import Model
import Morphology

/// Which names are one person's, and which person holds an office.
extension Reading {
    /// The index of the person a name belongs to, made or made fuller.
    func link(_ name: FoundName, _ context: NameContext) -> Int {
        let parts = name.forms.map { memory.texts.parts(of: $0) }
        if let person = calledByPatronymic(name, parts[0].words) {
            people.persons[person].mentions += 1
            if people.persons[person].organisation == nil, context.organisation == nil {
                people.persons[person].country = people.persons[person].country ?? context.country
            }
            return person
        }
        for index in people.index.candidates(for: parts) {
            let others = people.persons[index].forms
            guard let place = parts.firstIndex(where: { form in others.contains { Self.sameName(form, $0) } })
            else { continue }
            let form = name.forms[place]
            if let told = context.country, let country = people.persons[index].country, told != country,
                !form.contains(" ")
            {
                continue
            }
            let known = people.persons[index].name
            if !form.hasSameBytes(as: known), form.unicodeScalars.count > known.unicodeScalars.count,
                !form.contains(".") || known.contains(".")
            {
                people.persons[index].name = form
                people.persons[index].forms[0] = parts[place]
                people.index.add(parts[place].numbers, surname: parts[place].surname, person: index)
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
            // "министр А" may be told later to head the ministry of foreign affairs.
            let isExact = people.persons[index].office == .minister && context.office == .foreignMinister
            if people.persons[index].office == nil || isExact {
                people.persons[index].office = context.office
                people.persons[index].level = context.level
            }
            return index
        }
        people.persons.append(
            People.Person(
                name: name.forms[0], forms: name.range.count == 1 ? [parts[0]] + parts : [parts[0]],
                country: context.organisation == nil ? context.country ?? name.known?.country : nil,
                organisation: context.organisation, office: context.office ?? name.known?.office,
                level: context.level ?? level(of: name.known?.office),
                first: name.range.lowerBound, mentions: 1))
        let index = people.persons.count - 1
        for place in name.range.count == 1 ? name.forms.indices : 0..<1 {
            let isFirst = name.forms[place].hasSameBytes(as: name.forms[0])
            people.index.add(
                parts[place].numbers, surname: isFirst ? parts[place].surname : nil, person: index)
        }
        return index
    }

    /// "Шавкат Миромонович": the one person told before who has that given name and a surname.
    private func calledByPatronymic(_ name: FoundName, _ words: [String]) -> Int? {
        guard words.count == 2, name.range.count == 2, document.word(name.range.upperBound - 1)?.can(be: .patr) == true
        else { return nil }
        let called = people.persons.indices.filter {
            let known = people.persons[$0].parts.words
            return known.count > 1 && known[0].hasSameBytes(as: words[0])
        }
        return called.count == 1 ? called[0] : nil
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

    /// A letter alone, marks and all.
    private static func isLetter(_ part: String) -> Bool {
        let bytes = part.utf8
        // Most are plain words: of two letters by their bytes alone.
        if bytes.count > 2, let second = bytes.dropFirst(2).first, second == 0xD0 || second == 0xD1 { return false }
        return bytes.count <= 16 && part.count == 1
    }

    /// Whether two names in the nominative can be one person's: one holds the words or initials of the other.
    private static func sameName(_ first: NameTexts.Parts, _ second: NameTexts.Parts) -> Bool {
        let (short, long) = first.numbers.count <= second.numbers.count ? (first, second) : (second, first)
        guard let surname = short.numbers.last, long.numbers.contains(surname) else { return false }
        return (0..<short.numbers.count - 1).allSatisfy { place in
            if long.numbers.contains(short.numbers[place]) { return true }
            let part = short.words[place]
            return long.words.contains { isLetter(part) && $0.hasPrefix(part) || isLetter($0) && part.hasPrefix($0) }
        }
    }

    static func words(_ name: String) -> [String] {
        if var plain = name.foldedPlainly() {
            return plain.withUTF8 { bytes in
                var words: [String] = []
                var first = 0
                for at in 0...bytes.count
                where at == bytes.count || bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: ".") {
                    if at > first {
                        words.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<at]), as: UTF8.self))
                    }
                    first = at + 1
                }
                return words
            }
        }
        return name.lowercased().replacingOccurrences(of: "ё", with: "е")
            .split { $0 == " " || $0 == "." }.map(String.init)
    }

    /// Ties an office without a name to the person who holds it in this article.
    func resolveOffices() {
        var weights = CountryTally()
        for place in places where place.standsForState { weights.add(to: place.country) }
        var known: [OfficeKey: Int?] = [:]
        for index in people.offices.indices where people.offices[index].person == nil && !people.offices[index].isPlural
        {
            if people.offices[index].country == nil, let entered = stateEntered(before: people.offices[index].range) {
                people.offices[index].country = entered
            }
            let office = people.offices[index]
            let isBare = office.range.count == 1 && office.country == nil
            if office.office == .minister, isBare {
                people.offices[index].person = named(before: office.range.lowerBound, of: .minister)
                continue
            }
            // "Сенатор встретился с премьером": the member of a parliament of whom the text spoke last.
            if office.level == .parliament, isBare {
                people.offices[index].person = named(before: office.range.lowerBound, of: .parliament)
                continue
            }
            if office.country == nil, let head = headNamed(by: office) {
                people.offices[index].person = head
                continue
            }
            let key = OfficeKey(office: office.office, level: office.level, country: office.country)
            let holder = known[key] ?? holder(of: office, weights: weights)
            known[key] = .some(holder)
            people.offices[index].person = holder
            // "Визит главы государства начался со встречи с президентом Тамашем Шуйоком": with another than himself.
            if let holder, office.country == nil, isNamedBeside(office, holder),
                let other = self.holder(of: office, weights: weights, besides: holder)
            {
                people.offices[index].person = other
            }
            // "Завтра премьер посетит Луксор": another than the one who is at home there.
            if let holder, office.country == nil, let home = people.persons[holder].country, travels(office, to: home),
                let other = self.holder(of: office, weights: weights, besides: holder)
            {
                people.offices[index].person = other
            }
        }
    }

    /// The office is right before a verb of travel, and that before a place of a state.
    private func travels(_ office: OfficeMention, to state: CountryCode) -> Bool {
        let end = office.range.upperBound
        let sentence = document.sentence(of: office.range.lowerBound)
        let near = end..<max(end, min(sentence.upperBound, end + Self.reachOfTravel))
        guard cases(ofWord: office.range.lowerBound).contains(.nomn),
            let verb = document.marks(marks.encounters.go, in: near).first(where: { isFiniteVerb($0.first) }),
            !(near.lowerBound..<verb.first).contains(where: { document.tokens[$0].kind == .mark })
        else { return false }
        let behind = verb.end..<max(verb.end, min(sentence.upperBound, verb.end + Self.reachOfTravel))
        return places(in: behind).first.map { place in
            place.country == state && place.kind != .adjective && place.kind != .people
                && cases(ofWord: place.range.upperBound - 1).contains(.accs)
        } ?? false
    }

    /// Tokens from an office to its verb of travel, and from that to a place.
    private static let reachOfTravel = 5

    /// "глава ООН", "генсек НАТО": who is told to head that organisation.
    private func headNamed(by office: OfficeMention) -> Int? {
        let isHead = document.mark(at: office.range.lowerBound, marks.officeBound) != nil
        guard isHead || office.office == .secretaryGeneral, let organisation = organisation(of: office) else {
            return nil
        }
        let heads = people.persons.indices.filter {
            people.persons[$0].organisation == organisation
                && (people.persons[$0].office == office.office
                    || isHead && people.persons[$0].office == .secretaryGeneral)
        }
        return heads.count == 1 ? heads[0] : nil
    }

    /// "посетит Португалию и встретится с президентом страны": the state that the sentence has somebody go to.
    private func stateEntered(before office: Range<Int>) -> CountryCode? {
        guard document.mark(at: office.upperBound, marks.own) != nil else { return nil }
        let sentence = document.sentence(of: office.lowerBound)
        let before = sentence.lowerBound..<office.lowerBound
        return places(in: before).last { place in
            guard place.kind == .name || place.kind == .capital || place.kind == .city else { return false }
            let last = place.range.upperBound - 1
            return cases(ofWord: last).contains(.accs) && isLocalPreposition(place.range.lowerBound - 1)
                || cases(ofWord: last).contains(.accs)
                    && document.mark(at: place.range.lowerBound - 1, marks.encounters.go).map {
                        value($0) == "object"
                    } ?? false
        }?.country
    }

    /// The one whom "министр" or "вьетнамский министр" means, of those named before a token.
    func minister(calledBy office: OfficeMention, before token: Int) -> Int? {
        guard office.office == .minister else { return nil }
        if office.country != nil { return onlyMinister(of: office) }
        return office.range.count == 1 ? named(before: token, of: .minister) : nil
    }

    /// "министр" alone is the minister of whom the text spoke last.
    private func named(before token: Int, of level: Meeting.Level) -> Int? {
        people.names.last { $0.range.upperBound <= token && people.persons[$0.person].level == level }?.person
    }

    private struct OfficeKey: Hashable {
        let office: Office
        let level: Meeting.Level?
        let country: CountryCode?
    }

    /// "армянский министр", "армянский парламентарий": the one minister or member of parliament of that state in the article,
    /// whatever his charge.
    private func onlyMinister(of office: OfficeMention) -> Int? {
        guard office.office == .minister || office.level == .parliament && office.office == .other,
            // "депутат Народного собрания Армении" is told by his own seat.
            office.office == .minister || office.range.count <= 2
        else { return nil }
        // "министр обороны Армении" is not the one who heads foreign affairs.
        let isOfCharge = office.office == .minister && office.range.count > Self.wordsOfNoCharge
        let ministers = people.persons.indices.filter {
            people.persons[$0].country == office.country && people.persons[$0].level == office.level
                && !(isOfCharge && people.persons[$0].office == .foreignMinister)
        }
        return ministers.count == 1 ? ministers[0] : nil
    }

    /// "армянский министр", "министр Армении"
    private static let wordsOfNoCharge = 2

    /// Whether the sentence of an office names a person elsewhere in it.
    private func isNamedBeside(_ office: OfficeMention, _ person: Int) -> Bool {
        let sentence = document.sentence(of: office.range.lowerBound)
        return people.names(in: sentence).contains {
            $0.person == person && $0.range.lowerBound > office.range.upperBound + 1
        }
    }

    private func holder(of office: OfficeMention, weights: CountryTally, besides other: Int? = nil) -> Int? {
        let holders = people.persons.indices.filter { person in
            if person == other { return false }
            guard
                people.persons[person].office == office.office
                    || office.level == .headOfState && people.persons[person].level == office.level
            else { return false }
            // "начальник штаба Турции": no other official of that state who is named below.
            if office.office == .other, people.persons[person].first > office.range.lowerBound { return false }
            return office.country == nil || people.persons[person].country == office.country
        }
        if office.country != nil { return holders.first ?? onlyMinister(of: office) }
        // "глава государства" without a state is the head of the state that the article speaks of most.
        func weight(_ person: Int) -> Int { people.persons[person].country.map { weights[$0] } ?? 0 }
        return holders.max { a, b in
            (weight(a), people.persons[a].mentions, -a) < (weight(b), people.persons[b].mentions, -b)
        }
    }
}

/// Who can be meant by a name, by its words, so that an article of many people takes no longer for each of them.
///
/// Words are told apart by their numbers among the texts of names. A class, since it is asked at every name.
final class PersonIndex {
    private var byWord = NumberedLists<Int>()
    private var bySurname = NumberedLists<Int>()
    private var surnames = NumberedLists<Void>()

    /// Whether some name is known.
    var isEmpty: Bool { byWord.isEmpty }

    /// Whether it is the last word of some name, lower case.
    func isSurname(_ word: Int32) -> Bool { surnames.contains(at: word) }

    /// - Parameter words: of the name, lower case; the last is the surname.
    func add(_ words: [Int32], surname: Int32?, person: Int) {
        for word in words where !byWord.contains(at: word, where: { $0 == person }) {
            byWord.append(person, at: word)
        }
        if let last = words.last, !bySurname.contains(at: last, where: { $0 == person }) {
            bySurname.append(person, at: last)
        }
        if let surname, !isSurname(surname) { surnames.append((), at: surname) }
    }

    /// The persons of whom one of the names could be a shorter or longer form, in order.
    func candidates(for names: [NameTexts.Parts]) -> [Int] {
        guard !isEmpty else { return [] }
        var found: [Int] = []
        // Most names are one person's, found by each of their words.
        for name in names {
            if let last = name.numbers.last { byWord.forEach(at: last) { if found.last != $0 { found.append($0) } } }
            for word in name.numbers { bySurname.forEach(at: word) { if found.last != $0 { found.append($0) } } }
        }
        guard found.count > 1 else { return found }
        found.sort()
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    }
}
