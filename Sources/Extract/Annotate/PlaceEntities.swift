import Grammar
import Model
import Morphology

extension Annotation {
    /// A country's adjective or people in the text, to be told from a nationality once the offices are known.
    struct CountryWord {
        let tokens: Range<Int>
        let code: String?
        let isPeople: Bool
    }

    /// Countries by name and by halves of compounds, and cities; gives the adjectives and peoples for later.
    mutating func addPlaces() -> [CountryWord] {
        var words: [CountryWord] = []
        let document = document
        var at = 0
        while at < document.tokens.count {
            // Only what the lexicon knows, a compound, a name, or what may be an adjective of a small town.
            guard
                document.mayHave(marks.placeOpeners, at: at)
                    || !document.tokens[at].shape.isDisjoint(with: [.capitalized, .hyphen])
                    || document.word(at)?.isKnown == false
            else {
                at += 1
                continue
            }
            let next = addPlace(at: at, &words)
            at = max(at + 1, next)
        }
        return words
    }

    private mutating func addPlace(at: Int, _ words: inout [CountryWord]) -> Int {
        // Every class that is asked for below is one of these.
        guard document.mayHave(marks.placeMarks, at: at) else {
            if document.tokens[at].shape.contains(.hyphen), addCompound(at: at) { return at + 1 }
            return document.word(at) == nil ? at + 1 : addUnmarkedCity(at: at)
        }
        if let mark = document.mark(at: at, classes.notCountry) { return mark.end }
        if has(classes.cityWord, at: at) { return addCity(at: at) }
        if let mark = document.mark(at: at, marks.country) ?? document.mark(at: at, classes.state), isCountry(mark) {
            add(.country, mark.range, code(mark), as: .place, rule: "country.name")
            return mark.end
        }
        // "US Open", but not "Us Weekly"
        if let mark = document.mark(at: at, classes.latinCountry), isCapitalized(mark.first),
            document.tokens[mark.first].shape.contains(.upper) || document.text(mark.range).count > 3
        {
            add(.country, mark.range, code(mark), rule: "country.latin")
            return mark.end
        }
        if let republic = republic(at: at) {
            add(.country, republic.tokens, republic.code, as: .place, rule: "country.republic")
            return republic.tokens.upperBound
        }
        guard document.tokens[at].kind == .word else { return at + 1 }
        if document.tokens[at].shape.contains(.hyphen), addCompound(at: at) { return at + 1 }
        if let mark = document.mark(at: at, marks.countryAdjective) ?? document.mark(at: at, classes.stateAdjective),
            document.word(at)?.can(be: .adjf) == true
        {
            let isDistrict = isCapitalized(at) && has(classes.district, at: mark.end)
            guard !isLanguage(mark), !isTongue(mark), !isDistrict else { return mark.end }
            words.append(CountryWord(tokens: mark.range, code: code(mark), isPeople: false))
            return mark.end
        }
        if let mark = document.mark(at: at, marks.countryPeople) ?? document.mark(at: at, classes.nation) {
            let code = mark.kind == marks.countryPeople ? reading.value(mark) : nil
            guard !isLanguage(mark), !isTongue(mark) else { return mark.end }
            words.append(CountryWord(tokens: mark.range, code: code, isPeople: true))
            return mark.end
        }
        return addCity(at: at)
    }

    private func code(_ mark: Mark) -> String? {
        let value = reading.value(mark)
        return value.isEmpty ? nil : value
    }

    /// "Республика Аргентина", "Чешская республика", "глава российского государства": a state by its adjective or name and the
    /// word for one.
    private func republic(at: Int) -> (tokens: Range<Int>, code: String?)? {
        if has(classes.stateNoun, at: at), isCapitalized(at), let mark = document.mark(at: at + 1, marks.country),
            isCapitalized(at + 1), document.word(at + 1)?.can(be: .nomn) == true,
            !document.tokens[at + 1].shape.contains(.lineStart)
        {
            return (at..<mark.end, code(mark))
        }
        guard
            let mark = document.mark(at: at, marks.countryAdjective) ?? document.mark(at: at, classes.stateAdjective),
            let noun = document.mark(at: mark.end, classes.stateNoun), !document.isMark(noun.end, "-")
        else { return nil }
        return (mark.first..<noun.end, code(mark))
    }

    /// A capital, and no given name that sounds like a country: "Доминик", "Ливия Клаусова"; a name with an office or a
    /// preposition of place before it, or nothing to go with it, is the country's: "президент Сальвадора".
    private func isCountry(_ mark: Mark) -> Bool {
        guard isCapitalized(mark.first), isWrittenLike(mark) else { return false }
        // "Дмитрий Ливанов", "Мартин Куба"
        if mark.range.count == 1, reading.isSurname(mark.first) { return false }
        guard mark.range.count == 1, let word = document.word(mark.first),
            word.readings[0].contains(.name)
        else { return true }
        guard word.grammemes.contains(.geox) else { return false }
        if isBehindPreposition(mark.first) { return true }
        if has(marks.office, at: mark.first - 1) { return word.can(be: .gent.union(.sing)) }
        // "Ливан" is as often the state as a form of a given name.
        if isAsOftenPlace(word) { return !isCapitalized(mark.first - 1) && !isCapitalized(mark.end) }
        return !isCapitalized(mark.first - 1) && !isCapitalized(mark.end) && !startsSentence(mark.first)
    }

    /// Whether the reading as a place's name is no rarer than the best.
    func isAsOftenPlace(_ word: Word) -> Bool {
        word.parses.contains { $0.tag.grammemes.contains(.geox) && $0.score >= word.parses[0].score }
    }

    /// "БиГ", but not "Биг": capitals within a word stand as they are listed.
    private func isWrittenLike(_ mark: Mark) -> Bool {
        let phrase = document.lexicon.entries[Int(mark.entry)].phrase
        guard mark.range.count == 1, phrase.unicodeScalars.count <= 4,
            phrase.unicodeScalars.dropFirst().contains(where: Tokenizer.isUppercase)
        else { return true }
        return document.text(mark.range) == phrase
    }

    /// "в", "из", "на": behind it stands a place.
    func isBehindPreposition(_ token: Int) -> Bool {
        guard token > 0, !document.tokens[token].shape.contains(.lineStart) else { return false }
        if has(classes.placePreposition, at: token - 1) { return true }
        return reading.preposition(at: token - 1).map { ["into", "from"].contains($0) }
            ?? false
    }

    /// "английский язык", "на русском, английском и других языках".
    private func isLanguage(_ mark: Mark) -> Bool {
        var at = mark.end
        while at < min(document.tokens.count, mark.end + 8) {
            if has(classes.languageCue, at: at) { return true }
            guard document.isMark(at, ",") || document.word(at).map({ $0.can(be: .conj) || $0.can(be: .adjf) }) == true
            else {
                return false
            }
            at += 1
        }
        return false
    }

    /// "владеет английским", "говорит на немецком, испанском и итальянском": the adjective by itself, behind a word for speaking
    /// or in a row of languages.
    private func isTongue(_ mark: Mark) -> Bool {
        guard mark.range.count == 1, let word = document.word(mark.first), !isCapitalized(mark.first),
            word.can(be: .adjf.union(.masc)), mark.end < document.tokens.count
        else { return false }
        let next = document.word(mark.end)?.readings[0]
        if let next, next.intersects([.noun, .adjf, .prtf]) { return false }
        var at = mark.first - 1
        while at > 0, mark.first - at < 12 {
            if has(classes.languageVerb, at: at) { return true }
            guard
                document.tokens[at].kind == .mark && !document.isMark(at, ".")
                    || document.word(at).map({
                        $0.can(be: .conj) || $0.can(be: .prep) || $0.can(be: .adjf) || $0.can(be: .advb)
                    })
                        == true
            else { return false }
            at -= 1
        }
        return false
    }

    /// "российско-украинский": each half by itself.
    private mutating func addCompound(at: Int) -> Bool {
        guard let word = document.word(at) else { return false }
        var halves = reading.hyphenatedStates(of: word).halves
        if halves.isEmpty { halves = reading.joinedNames(at: at).filter { $0.city == nil } }
        guard !halves.isEmpty else { return false }
        let start = document.span(at..<at + 1).start
        for half in halves {
            add(
                .country, span: Span(start + half.first, start + half.end), half.code.isEmpty ? nil : half.code,
                rule: "country.half")
        }
        owners[at].insert(.place)
        return true
    }
}
