import Model

/// What the article tells elsewhere, and the reference rows, of people of whom a place gives no more than a surname.
extension Reading {
    /// Lone surnames that the first reading passed over: "Пашинян прибыл" in a title, before the whole name, and holders of
    /// high office whom the article never names in full.
    func claimSurnames(_ offices: [OfficeMention], _ places: [Bool]) {
        var found: [NameMention] = []
        let states = CountrySet(self.places.lazy.map(\.country))
        for token in document.namelike
        where document.tokens[token].shape.contains(.capitalized) && !frame.isNoise[token] && !places[token] {
            // What costs least is asked first.
            guard let word = document.word(token),
                document.tokens[token].shape.isDisjoint(with: [.upper, .latin, .digits]),
                !document.isCapitalized(token + 1) || document.tokens[token + 1].shape.contains(.lineStart),
                people.name(around: token) == nil,
                !document.isCapitalized(token - 1) || document.tokens[token].shape.contains(.lineStart)
                    || people.name(around: token - 1) != nil,
                !word.isKnown || word.readings[0].contains(.surn)
                    // "Макрон" is a word of the dictionary too.
                    || !startsSentence(token) || people.index.isSurname(spellings(of: word)[0])
                    || opensAsSubject(token),
                document.marks(at: token).allSatisfy({ $0.kind != marks.nameNot && $0.kind != marks.encounter })
            else { continue }
            let range = token..<token + 1
            guard let lone = lone(at: range, cases: caseHint(before: token, offices: offices)),
                lone.surnames.contains(where: { isSurnameOfSomebody($0, in: states) })
            else { continue }
            let forms = zip(lone.forms, lone.surnames).filter { isSurnameOfSomebody($1, in: states) }.map(\.0)
            let person = link(
                FoundName(range: range, forms: forms, known: nil),
                context(of: range, offices: offices, places: places))
            let isNominative = people.persons[person].parts.words.last.map { $0 == Self.words(word.text).last }
            found.append(NameMention(range: range, person: person, isNominative: isNominative ?? true))
        }
        guard !found.isEmpty else { return }
        people.names = (people.names + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// "Токаев провел переговоры", "Токаев: торговля растет", "Токаев и Мишустин встретились": a surname that is a form of a common
    /// word too, first in its sentence, where no such form stands.
    private func opensAsSubject(_ token: Int) -> Bool {
        guard let word = document.word(token), !word.can(be: [.noun, .nomn]), token + 2 < document.tokens.count else {
            return false
        }
        return document.isMark(token + 1, ":") || isFiniteVerb(token + 1)
            || isShortConjunction(token + 1) && document.isCapitalized(token + 2)
    }

    /// Of someone in the article, or of a holder of office whose state the article speaks of.
    private func isSurnameOfSomebody(_ surname: NameForms.Surname?, in states: CountrySet) -> Bool {
        guard let surname else { return false }
        if people.index.isSurname(surname.number) { return true }
        // "Гутерриш", where the text speaks of the UN.
        if surname.bodies.contains(where: isOfBodyTold) { return true }
        return surname.holders.contains { row in
            row.country.map(states.contains) == true && (publishedOn.map { row.isInForce(on: $0) } ?? true)
        } || isSole(surname.holders)
    }

    /// Of one leader of a state and of nobody else who holds high office: "Мирзиёев".
    private func isSole(_ rows: some Sequence<HolderRow>) -> Bool {
        var first: HolderRow?
        for row in rows where publishedOn.map({ row.isInForce(on: $0) }) ?? true {
            guard row.office == .president || row.office == .monarch || row.office == .primeMinister,
                first.map({ $0.name == row.name && $0.country == row.country }) ?? true
            else { return false }
            first = first ?? row
        }
        return first != nil
    }

    /// "Министр иностранных дел Вьетнама провел встречи" in a title, and "министр иностранных дел Ле Хоай Чунг" below: of the
    /// one state that the article names for the office and for nobody else.
    func nationalise() {
        for index in people.persons.indices {
            let person = people.persons[index]
            guard person.country == nil, person.organisation == nil, let office = person.office else { continue }
            if let side = side(before: person.first) ?? origin(before: person.first)
                ?? sender(before: person.first) ?? (office == .mayor ? town(before: person.first) : nil)
            {
                people.persons[index].country = side
                continue
            }
            let told = CountrySet(
                people.offices.lazy.filter { $0.office == office && $0.person == nil && !$0.isPlural }
                    .compactMap(\.country))
            let taken = CountrySet(people.persons.lazy.filter { $0.office == office }.compactMap(\.country))
            let free = told.subtracting(taken)
            if free.count == 1 { people.persons[index].country = free.first }
        }
    }

    /// "со стороны России участвуют", "с казахстанской стороны присутствовали": the side told last in the sentence before a name.
    private func side(before token: Int) -> CountryCode? {
        let sentence = document.sentence(of: token)
        let sides = document.marks(marks.encounters.side, in: sentence.lowerBound..<token)
        guard let side = sides.last else { return nil }
        // "с казахстанской стороны – министр А, с латвийской – министр Б"
        if let other = places(in: side.end..<max(side.end, token)).last(where: {
            $0.kind == .adjective && document.isDash($0.range.upperBound)
        }) {
            return other.country
        }
        if let before = place(endingAt: side.first), before.kind == .adjective,
            document.mark(at: before.range.lowerBound - 1, marks.encounters.with) != nil
        {
            return before.country
        }
        guard document.mark(at: side.first - 1, marks.encounters.with) != nil else { return nil }
        return places(in: side.end..<min(document.tokens.count, side.end + 1)).first { $0.kind == .name }?.country
    }

    /// "делегация бундестага во главе с вице-президентом А": the state whose delegation somebody heads.
    private func sender(before token: Int) -> CountryCode? {
        let near = max(document.sentence(of: token).lowerBound, token - Self.wordsOfHead)..<token
        // "таджикскую делегацию в Дохе возглавил министр А"
        if let verb = document.marks(marks.encounters.lead, in: near).last(where: { isFiniteVerb($0.first) }),
            let led = document.marks(marks.encounters.part, in: near.lowerBound..<verb.first).last(where: {
                value($0) == "delegation" && cases(ofWord: $0.first).contains(.accs)
            }), people.names(in: led.end..<token).isEmpty,
            let state = place(endingAt: led.first), state.kind == .adjective
        {
            return state.country
        }
        guard let head = document.marks(marks.encounters.headed, in: near).last,
            let delegation = document.marks(
                marks.encounters.part, in: max(near.lowerBound - Self.wordsOfHead, 0)..<head.first
            ).last(where: { value($0) == "delegation" }),
            document.sentenceOf[delegation.first] == document.sentenceOf[token]
        else { return nil }
        let between = delegation.end..<head.first
        guard !between.contains(where: { document.isMark($0, ",") || isFiniteVerb($0) }) else { return nil }
        return document.marks(marks.officeAssembly, in: between).first.flatMap { CountryCode(value($0)) }
            ?? places(in: between).first { $0.kind == .name }?.country
            ?? place(endingAt: delegation.first).flatMap { $0.kind == .adjective ? $0.country : nil }
    }

    /// "В Стамбул прибыл президент. Мэр города А встретил его": the state of the town that the sentence, or the one before, has named
    /// last.
    private func town(before token: Int) -> CountryCode? {
        let sentence = Int(document.sentenceOf[token])
        let from = document.sentences[max(0, sentence - 1)].lowerBound
        return places(in: from..<token).last { ($0.kind == .city || $0.kind == .capital) && !isDateline($0) }?.country
    }

    /// Tokens from the words for heading a delegation to the name of the head, and back to the delegation.
    private static let wordsOfHead = 10

    /// "Из Кении прилетел заместитель председателя парламента А": the state that the sentence says an official has come from, with
    /// nobody else between.
    private func origin(before token: Int) -> CountryCode? {
        let sentence = document.sentence(of: token)
        guard
            let go = document.marks(marks.encounters.go, in: sentence.lowerBound..<token).last(where: {
                value($0) == "goal" && document.word($0.first)?.can(be: [.verb, .past]) == true
            }),
            let from = places(in: sentence.lowerBound..<go.first).last(where: { $0.kind == .name }),
            document.mark(at: from.range.lowerBound - 1, marks.outOf) != nil,
            people.names(in: from.range.upperBound..<token).isEmpty,
            !(from.range.upperBound..<token).contains(where: { document.isMark($0, ",") || document.isMark($0, ";") })
        else { return nil }
        return from.country
    }

    /// Gives a state and an office to those whom the text gives neither: the one holder of that surname who was in office when
    /// the article appeared. What the text says of somebody is never overruled.
    func recallHolders() {
        let mentioned = CountrySet(places.lazy.map(\.country))
        for index in people.persons.indices {
            guard people.persons[index].organisation == nil,
                people.persons[index].country == nil || people.persons[index].office == nil
            else { continue }
            let person = people.persons[index]
            if let row = body(of: person) {
                people.persons[index].organisation = row.organisation
                people.persons[index].office = person.office ?? row.office
                people.persons[index].level = person.level ?? .official
                continue
            }
            var rows: Set<HolderRow> = []
            for form in person.forms {
                guard let surname = form.words.last, surname.unicodeScalars.count > 2 else { continue }
                for row in marks.holdersBySurname[TextKey(surname)] ?? [] where fits(row, form.words, person) {
                    rows.insert(row)
                }
            }
            if rows.isEmpty { continue }
            let near = rows.filter { $0.country.map(mentioned.contains) ?? false }
            // A surname alone is somebody's only where the text speaks of the state.
            let isWhole = person.parts.words.count > 1
            let chosen = near.isEmpty && (isWhole || isSole(rows)) ? rows : near
            guard let row = chosen.first, chosen.allSatisfy({ $0.country == row.country }),
                publishedOn != nil || chosen.allSatisfy({ $0.name == row.name })
            else { continue }
            people.persons[index].country = person.country ?? row.country
            if person.office == nil, chosen.allSatisfy({ $0.office == row.office }) {
                people.persons[index].office = row.office
                people.persons[index].level = level(of: people.persons[index].office)
            }
        }
    }

    /// "Гутерриш призвал к миру", "встретился с Каей Каллас": who spoke for an organisation when the article appeared, of whom the
    /// text tells no state; by the surname alone only where it speaks of the organisation.
    private func body(of person: People.Person) -> HolderRow? {
        let words = person.parts.words
        guard person.country == nil, let surname = words.last, let bodies = marks.bodiesBySurname[TextKey(surname)]
        else { return nil }
        let rows = bodies.filter { row in
            publishedOn.map { row.isInForce(on: $0) } ?? false
                && fits(row, words, person) && (words.count > 1 || isOfBodyTold(row))
        }
        return Set(rows.map(\.organisation)).count == 1 ? rows.first : nil
    }

    /// In force when the article appeared, of an organisation that it names.
    private func isOfBodyTold(_ row: HolderRow) -> Bool {
        publishedOn.map { row.isInForce(on: $0) } ?? false
            && document.marks(marks.organisation).contains { value($0) == row.organisation }
    }

    /// Nothing that the text says of somebody speaks against a row.
    private func fits(_ row: HolderRow, _ words: [String], _ person: People.Person) -> Bool {
        if let country = person.country, country != row.country { return false }
        if let office = person.office, office != row.office { return false }
        if let publishedOn, !row.isInForce(on: publishedOn) { return false }
        let known = row.words
        return words.dropLast().allSatisfy { word in
            known.contains {
                $0 == word || word.unicodeScalars.count == 1 && $0.hasPrefix(word) || Self.areSpellings($0, word)
            }
        }
    }

    /// "Эммануэль" and "Эмманюэль", "Мухаммад" and "Мохаммед": a foreign given name in two spellings, which begin alike and
    /// differ in a letter or two; not that of a man and a woman.
    static func areSpellings(_ one: String, _ other: String) -> Bool {
        let (a, b) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
        let shorter = min(a.count, b.count)
        guard shorter >= 4, a[0] == b[0], abs(a.count - b.count) <= 1, !one.hasPrefix(other), !other.hasPrefix(one)
        else { return false }
        let most = shorter >= 6 ? 2 : 1
        // Levenshtein's distance, row by row.
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, its) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = letter == its ? diagonal : min(diagonal, above, row[j]) + 1
                diagonal = above
            }
        }
        return row[b.count] <= most
    }
}
