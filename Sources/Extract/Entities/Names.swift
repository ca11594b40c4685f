import Grammar
import Model
import Morphology

/// Where a name of a person begins and ends.
extension Reading {
    struct FoundName {
        let range: Range<Int>
        /// Nominative forms by how likely they are, best first; the last word of each is the surname or the whole.
        let forms: [String]
        let known: KnownHolder?
    }

    struct KnownHolder {
        let country: CountryCode?
        let office: Office?
        let name: String
    }

    /// For each token whether it belongs to a place, a region, an office or an organisation, and so to no name.
    func placeIndex(_ offices: [OfficeMention]) -> [Bool] {
        var isTaken = Array(repeating: false, count: document.tokens.count)
        for place in places { for token in place.range { isTaken[token] = true } }
        for province in provinces { for token in province.range { isTaken[token] = true } }
        for office in offices { for token in office.range { isTaken[token] = true } }
        // "спецпредставитель по Ближнему Востоку"
        for body in document.marks(marks.organisation) + document.marks(marks.region) {
            for token in body.range { isTaken[token] = true }
        }
        return isTaken
    }

    /// The name that begins at a token, if one does.
    func name(at: Int, offices: [OfficeMention], places: [Bool]) -> FoundName? {
        guard document.tokens[at].kind == .word, document.tokens[at].shape.contains(.capitalized) else { return nil }
        if let known = nameKnown(at: at, places: places) { return known }
        if let initials = initials(at: at) {
            let surnames = nominatives(
                of: initials.surname..<initials.end, cases: caseHint(before: at, offices: offices))
            return FoundName(range: at..<initials.end, forms: surnames.map { initials.text + $0 }, known: nil)
        }
        guard isNameWord(at, places: places) || opensName(at, offices, places) else { return nil }
        let hint = caseHint(before: at, offices: offices)
        let range = at..<endOfName(from: at, hint, offices: offices, places: places)
        guard !isQuotedTitle(range), isOfPerson(range, offices) else { return nil }
        // "советник президента Нордена Стивен Вуд": whose he is stands in the genitive.
        let cases =
            belongsToNext(range) ? .genitive : hint.isEmpty ? caseHint(behind: range, offices: offices) : hint
        var forms = cases.isEmpty ? likeliestNominatives(of: range) : nominatives(of: range, cases: cases)
        forms = writtenFirst(forms, of: range)
        // A form that the reference rows know is likelier than any the endings give.
        if range.count > 1, let rows = forms.lazy.compactMap({ self.marks.holders[TextKey($0)] }).first {
            let row = row(of: rows)
            let holder = KnownHolder(country: row.country, office: row.office, name: row.name)
            return FoundName(range: range, forms: [holder.name], known: holder)
        }
        return forms.isEmpty ? nil : FoundName(range: range, forms: forms, known: nil)
    }

    /// A name that the reference rows have.
    private func nameKnown(at: Int, places: [Bool]) -> FoundName? {
        guard let mark = document.mark(at: at, marks.personKnown), case let holder = known(mark), isNamed(mark, holder)
        else { return nil }
        // "Мануэль Марреро Крус": the rows have a part of the name, which goes on.
        var end = mark.end
        while end < document.tokens.count, end < mark.end + 2, isNameWord(end, places: places),
            !document.tokens[end].shape.contains(.lineStart),
            document.word(end)?.isKnown == false || document.word(end)?.grammemes.contains(.surn) == true,
            !opensBehindOther(end, from: mark.first)
        {
            end += 1
        }
        return FoundName(range: mark.first..<end, forms: [holder.name], known: holder)
    }

    /// Where a name ends that begins at a token: up to five words, and particles between them.
    private func endOfName(from at: Int, _ hint: CaseSet, offices: [OfficeMention], places: [Bool]) -> Int {
        var end = at + 1
        var particles = 0
        while end < document.tokens.count, end - at - particles < 5 {
            // "Мухаммедом бен Абдель Рахманом": what a particle joins begins no other name.
            let isJoined = document.mark(at: end - 1, marks.nameParticle) != nil
            if !isJoined,
                end - at > 1 && opensAnother(end, hint) || opensBehindOther(end, from: at) || isInAnotherCase(end)
            {
                break
            }
            if isNameWord(end, places: places) || isBoundParticle(end) || isInnerName(end, places: places)
                || isShortLast(end, from: at, places: places) || isOddLast(end, from: at, offices, places),
                !document.tokens[end].shape.contains(.lineStart)
            {
                end += 1
            } else if document.mark(at: end, marks.nameParticle) != nil, end + 1 < document.tokens.count {
                end += 1
                particles += 1
            } else {
                break
            }
        }
        while end > at + 1, document.mark(at: end - 1, marks.nameParticle) != nil,
            document.tokens[end - 1].shape.isDisjoint(with: .capitalized), !isSuffixParticle(end - 1)
        {
            end -= 1
        }
        return end
    }

    /// Whether capitalised words are somebody's name: by an office before them, a word that only names have, or a person known by it.
    private func isOfPerson(_ range: Range<Int>, _ offices: [OfficeMention]) -> Bool {
        let at = range.lowerBound
        let follows = followsOffice(at, offices: offices)
        if range.count == 1 {
            guard let word = document.word(at), !isBodyNamed(at, word) else { return false }
            // "губернатор Висконсина": a town or a region.
            if word.isKnown, word.can(be: .geox), !word.grammemes.intersects([.name, .surn]) { return false }
            let opens = startsSentence(at)
            return surnameOfKnownPerson(at) || follows && !(word.isKnown && word.can(be: .name)) && !opens
                || word.can(be: .surn) && !opens && word.readings[0].contains(.surn)
        }
        let hasName =
            range.contains {
                document.word($0).map { $0.can(be: .name) || $0.can(be: .patr) || $0.can(be: .surn) } ?? false
            } || opensWithFamily(at, range)
        if follows || hasName { return true }
        return range.allSatisfy { document.word($0)?.isKnown == false }
            && (!startsSentence(at) || isApposed(range.upperBound, offices))
            && range.allSatisfy { document.tokens[$0].shape.isDisjoint(with: .latin) }
    }

    /// "форум «Диалог Райсина»": the last of two or three words in quotation marks, of which the first is none of a name.
    private func isQuotedTitle(_ name: Range<Int>) -> Bool {
        guard closesQuote(name.upperBound),
            let opening = (max(0, name.upperBound - 4)..<name.upperBound - 1).last(where: opensQuote),
            let first = document.word(opening + 1)
        else { return false }
        return first.isKnown && !first.grammemes.intersects(.properName)
    }

    /// "Такеши Ямамото, министр торговли": an office behind the comma is the name's.
    private func isApposed(_ end: Int, _ offices: [OfficeMention]) -> Bool {
        guard document.isMark(end, ",") else { return false }
        let next = lowerBound(end + 1, offices)
        return next < offices.count && offices[next].range.lowerBound == end + 1
    }

    /// "Дахиром Шире Мохамедом": a word of another kind with a capital between two words of a name.
    private func isInnerName(_ token: Int, places: [Bool]) -> Bool {
        guard token > 0, token + 1 < document.tokens.count, let word = document.word(token),
            document.tokens[token].kind == .word, document.tokens[token].shape.contains(.capitalized), !places[token],
            document.tokens[token].shape.isDisjoint(with: [.upper, .digits, .latin]),
            // "Пак Но Ван", "Ли До Хун": behind a family name a syllable may look like a preposition or a conjunction.
            document.mark(at: token - 1, marks.nameFamily) != nil && word.length <= 3
                || document.marks(at: token).isEmpty && word.length > 2 && !word.can(be: .verb)
                    && !isFunctionWord(word),
            isNameWord(token - 1, places: places), goesOnWithCapital(token),
            isNameWord(token + 1, places: places)
                || document.mark(at: token - 1, marks.nameFamily) != nil && !places[token + 1]
        else { return false }
        return true
    }

    /// "министр Лаудемар Нету", "Такэо Мори": a surname that is a word of another kind, behind the first word of a name.
    private func isOddLast(_ token: Int, from start: Int, _ offices: [OfficeMention], _ places: [Bool]) -> Bool {
        guard token == start + 1, document.tokens[token].shape.contains(.capitalized), !places[token],
            document.tokens[token].kind == .word, document.marks(at: token).isEmpty,
            document.tokens[token].shape.isDisjoint(with: [.upper, .digits, .latin])
        else { return false }
        return officeBefore(start, offices)?.range.upperBound == start
            || document.word(start).map { $0.isKnown && $0.can(be: .name) } ?? false
    }

    /// "министр Ле Хоай Чунг", "председатель То Лам": right behind an office even a short word of another kind opens a name.
    private func opensName(_ token: Int, _ offices: [OfficeMention], _ places: [Bool]) -> Bool {
        guard document.tokens[token].span.length <= 3 || document.marks(at: token).isEmpty, !places[token],
            !document.tokens[token].shape.contains(.lineStart),
            document.tokens[token].shape.isDisjoint(with: [.upper, .digits, .latin]),
            officeBefore(token, offices)?.range.upperBound == token
                || document.marks(marks.officeColleague, in: max(0, token - 2)..<token).last?.end == token
                || document.marks(marks.nameTitle, in: max(0, token - 1)..<token).last?.end == token,
            token + 1 < document.tokens.count,
            !document.tokens[token + 1].shape.contains(.lineStart)
        else { return false }
        return isNameWord(token + 1, places: places)
    }

    /// "аль-Тани": a particle joined to the name behind it.
    private func isBoundParticle(_ token: Int) -> Bool {
        guard document.tokens[token].shape.contains(.hyphen), document.tokens[token].kind == .word else { return false }
        let parts = document.text(token..<token + 1).split(separator: "-")
        guard parts.count == 2, parts[1].first?.isUppercase == true, parts[0].first?.isLowercase == true else {
            return false
        }
        return document.lexicon.value(of: "=" + parts[0], marks.nameParticle) != nil
    }

    /// The row of a person in force when the article appeared; else the last.
    private func row(of rows: [HolderRow]) -> HolderRow {
        let today = publishedOn ?? PartialDate(year: 9999)!
        return rows.first { $0.isInForce(on: today) } ?? rows[rows.count - 1]
    }

    private func isSuffixParticle(_ token: Int) -> Bool {
        document.word(token)?.text.hasSuffix("ы") == true || document.word(token)?.text.hasSuffix("у") == true
    }

    func startsSentence(_ token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return sentence.lowerBound == token
            || (sentence.lowerBound..<token).allSatisfy { document.tokens[$0].kind != .word }
    }

    func known(_ mark: Mark) -> KnownHolder {
        let rows = memory.holders.of(mark.entry) {
            let own = HolderRow(value(mark))
            return marks.holders[TextKey(own.name)] ?? [own]
        }
        let row = row(of: rows)
        // Who is in office no more, or not yet, is known by his state alone.
        let isPast = publishedOn.map { !row.isInForce(on: $0) } ?? false
        // Who left a state's office for an organisation's speaks for that.
        if isPast, let day = publishedOn, let surname = row.words.last,
            marks.bodiesBySurname[TextKey(surname)]?.contains(where: { $0.name == row.name && $0.isInForce(on: day) })
                ?? false
        {
            return KnownHolder(country: nil, office: nil, name: row.name)
        }
        return KnownHolder(country: row.country, office: isPast ? nil : row.office, name: row.name)
    }

    /// "А.Асадов", "С. А. Лавров", "К.-Ж. Токаев": the initials as written, and where the surname begins.
    func initials(at: Int) -> (text: String, surname: Int, end: Int)? {
        guard document.isMark(at + 1, "."), document.word(at)?.length == 1 else { return nil }
        var text = ""
        var token = at
        while token + 1 < document.tokens.count, let word = document.word(token), word.length <= 2,
            document.tokens[token].shape.contains(.capitalized), document.isMark(token + 1, "."),
            word.length == 1
        {
            text += document.text(token..<token + 1) + "."
            token += 2
            // Of a double name.
            if document.isMark(token, "-"), document.isMark(token + 2, "."), text.count < 6 {
                text += "-"
                token += 1
            }
            if text.count >= 6 { break }
        }
        guard !text.isEmpty, token < document.tokens.count, document.tokens[token].shape.contains(.capitalized),
            document.tokens[token].kind == .word, document.tokens[token].span.length > 2,
            !document.tokens[token].shape.contains(.lineStart)
        else { return nil }
        return (text + " ", token, token + 1)
    }

    private func followsOffice(_ token: Int, offices: [OfficeMention]) -> Bool {
        guard let office = officeBefore(token, offices) else { return false }
        if token - 1 >= office.range.upperBound, isShortConjunction(token - 1), !office.isPlural { return false }
        return (office.range.upperBound..<token).allSatisfy {
            document.mark(at: $0, marks.nameTitle) != nil
                || isPostOfEnvoy($0, office)
                || joinsOffice($0) && !document.tokens[$0].shape.contains(.capitalized)
                    // "Побывал президент Грузии и в парке Рудаки": another place, and no more of the office.
                    && !(isShortConjunction($0) && isLocalPreposition($0 + 1))
        }
    }

    /// "посол Кореи в Грузии": the state where an ambassador is accredited stands before his name.
    private func isPostOfEnvoy(_ token: Int, _ office: OfficeMention) -> Bool {
        office.office == .ambassador
            && places(in: max(0, token - 2)..<token + 1).contains { $0.kind == .name && $0.range.contains(token) }
    }

    func officeBefore(_ token: Int, _ offices: [OfficeMention]) -> OfficeMention? {
        offices[..<lowerBound(token, offices)].last.flatMap {
            $0.range.upperBound <= token && token - $0.range.upperBound <= 8
                && document.sentenceOf[token] == document.sentenceOf[$0.range.lowerBound] ? $0 : nil
        }
    }

    func lowerBound(_ token: Int, _ offices: [OfficeMention]) -> Int {
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
        guard !people.index.isEmpty, let word = document.word(token) else { return false }
        return spellings(of: word).contains(where: people.index.isSurname)
    }

    /// A word as it is written, and its lemmas, by their numbers among the texts of names.
    func spellings(of word: Word) -> [Int32] {
        memory.spellings.of(word) {
            var texts = [word.text]
            for parse in word.parses where !texts.contains(where: { $0.hasSameBytes(as: parse.lemma) }) {
                texts.append(parse.lemma)
            }
            return texts.map { memory.texts.number(of: TextKey($0)) }
        }
    }
}
