import Grammar
import Model
import Morphology

extension Annotation {
    /// The city that begins at a token, by the names that are known; the token after it.
    mutating func addCity(at: Int) -> Int {
        if let mark = document.mark(at: at, classes.cityWord), !isBehindName(at), !isCarried(mark),
            !fillsQuotation(mark.range)
        {
            add(.city, mark.range, reading.value(mark), as: .place, rule: "city.seat")
            return mark.end
        }
        if let mark = document.mark(at: at, marks.countryCapital) ?? document.mark(at: at, marks.city),
            isCapitalized(at), isCity(mark)
        {
            add(.city, mark.range, city(mark), as: .place, rule: "city.name")
            return mark.end
        }
        if let adjective = cityAdjective(at: at) {
            add(.city, at..<at + 1, adjective.normal, as: .place, rule: "city.adjective")
            return at + 1
        }
        if let tokens = capital(at: at) {
            add(.city, tokens, nil, rule: "city.capital_of")
            return at + 1
        }
        return addCityByContext(at: at)
    }

    /// The same of a word that no list of places has.
    mutating func addUnmarkedCity(at: Int) -> Int {
        if document.word(at)?.isKnown == false, let adjective = cityAdjective(at: at) {
            add(.city, at..<at + 1, adjective.normal, as: .place, rule: "city.adjective")
            return at + 1
        }
        return addCityByContext(at: at)
    }

    private mutating func addCityByContext(at: Int) -> Int {
        guard isCapitalized(at), owners[at].isEmpty else { return at + 1 }
        if let end = calledCity(at: at) {
            add(.city, at..<end, nil, as: .place, rule: "city.called")
            return end
        }
        if isPlaceOfDictionary(at) || isGuessedCity(at) {
            add(.city, at..<at + 1, nil, as: .place, rule: "city.behind_preposition")
        }
        return at + 1
    }

    /// What the article calls a town in one place is one in the others: "Стрельба в Уолдроне. Жители Уолдрона".
    mutating func addCitiesAgain() {
        let names = guessedCities()
        guard !names.isEmpty else { return }
        for token in document.namelike
        where isCapitalized(token) && owners[token].isDisjoint(with: [.place, .organisation, .date, .amount]) {
            guard let word = document.word(token), !word.isKnown,
                names.contains(reading.memory.cityStems.number(of: word)),
                !isCapitalized(token - 1) || document.tokens[token].shape.contains(.lineStart) || startsSentence(token),
                !isCapitalized(token + 1) || token + 1 < document.tokens.count && startsSentence(token + 1),
                !isBehindName(token), !fillsQuotation(token..<token + 1), !has(classes.nameCarrier, at: token - 1)
            else { continue }
            add(.city, token..<token + 1, nil, as: .place, rule: "city.again")
        }
    }

    /// By the numbers of their stems.
    private func guessedCities() -> Set<Int32> {
        var names: Set<Int32> = []
        for span in unknownCities() {
            let token = document.tokens.lowerBound { Int($0.start) < span.start }
            guard token < document.tokens.count, document.tokens[token].start == span.start,
                let word = document.word(token), !word.isKnown, word.text.unicodeScalars.count >= 5,
                document.tokens[token].end == span.end
            else { continue }
            names.insert(reading.memory.cityStems.number(of: word))
        }
        return names
    }

    /// What a name keeps in every case: all but a vowel or two at its end.
    static func stem(of word: String) -> Substring {
        var stem = word[...]
        while stem.count > 4, let last = stem.last, "аеиоуыэюяйь".contains(last) { stem = stem.dropLast() }
        return stem.hasSuffix("ом") && stem.count > 6 ? stem.dropLast(2) : stem
    }

    /// "столица Венгрии", "бельгийская столица", where the name of the city does not follow.
    private func capital(at: Int) -> Range<Int>? {
        guard has(classes.capital, at: at) else { return nil }
        var tokens: Range<Int>?
        if let mark = document.mark(at: at + 1, marks.country), document.word(at + 1)?.can(be: .gent) == true {
            tokens = at..<mark.end
        } else if document.mark(at: at - 1, marks.countryAdjective)?.end == at {
            tokens = at - 1..<at + 1
        }
        guard let found = tokens else { return nil }
        let next = found.upperBound
        return next < document.tokens.count && isCapitalized(next) && !startsSentence(next)
            || has(classes.cityCue, at: next) || document.isMark(next, "(") || document.isDash(next) ? nil : found
    }

    private func city(_ mark: Mark) -> String? {
        if mark.kind == marks.countryCapital {
            return document.lexicon.entries[Int(mark.entry)].phrase + ", " + reading.value(mark)
        }
        let fields = reading.fields(mark)
        return fields.count >= 2 ? "\(fields[1]), \(fields[0])" : nil
    }

    /// No small word or noun that a city happens to be called by, no name of a person, no club in quotation marks.
    private func isCity(_ mark: Mark) -> Bool {
        if isCarried(mark) || fillsQuotation(mark.range) { return false }
        guard mark.range.count == 1, let word = document.word(mark.first) else { return true }
        let best = word.readings[0]
        // Of a capital that the dictionary lacks its guess says nothing; "Астану" is as often the city as a given name.
        let isSurelyNamed = mark.kind == marks.countryCapital && (!word.isKnown || isAsOftenPlace(word))
        if !isSurelyNamed, best.intersects([.prep, .conj, .prcl, .npro, .verb, .advb, .adjf, .name, .patr]) {
            return false
        }
        if word.isKnown, !word.grammemes.contains(.geox), startsSentence(mark.first) { return false }
        if has(classes.regionName, at: mark.first), mark.kind != marks.countryCapital { return false }
        // "МАИ" is no Маи.
        if document.tokens[mark.first].shape.contains(.upper), word.text.unicodeScalars.count <= 4 { return false }
        if has(marks.office, at: mark.first) || has(classes.profession, at: mark.first) { return false }
        if best.contains(.surn), !isBehindPreposition(mark.first), !has(classes.cityCue, at: mark.first - 1) {
            return false
        }
        return !isBehindName(mark.first) && !opensName(mark)
    }

    /// "штат Нью-Йорк", "префектура Киото": in the nominative behind a word for another thing, which has the name from the city.
    private func isCarried(_ mark: Mark) -> Bool {
        guard let carrier = document.mark(at: mark.first - 1, classes.nameCarrier), reading.value(carrier) != "person"
        else { return false }
        guard mark.range.count == 1, let word = document.word(mark.first) else { return true }
        // "улица Пушкина" has its name from a man.
        return document.lexicon.entries[Int(mark.entry)].phrase.lowercasedWord() == word.text || !word.can(be: .gent)
            || word.grammemes.contains(.surn)
    }

    /// "София Никитина", "Орландо Ортега": a given name and no city, where a surname follows.
    private func opensName(_ mark: Mark) -> Bool {
        let next = mark.end
        guard let word = document.word(mark.first), isCapitalized(next), let surname = document.word(next),
            document.tokens[next].shape.isDisjoint(with: [.lineStart, .latin, .upper, .digits]),
            !isBehindPreposition(mark.first), !has(classes.cityCue, at: mark.first - 1),
            owners[mark.first].isDisjoint(with: .quoted),
            !surname.isKnown || surname.readings[0].contains(.surn),
            document.mark(at: next, marks.city) == nil, document.mark(at: next, marks.country) == nil,
            document.mark(at: next, marks.organisation) == nil
        else { return false }
        if has(classes.given, at: mark.first) || word.grammemes.contains(.name) { return true }
        return document.lexicon.entries[Int(mark.entry)].phrase.lowercasedWord() == word.text
            && mark.kind != marks.countryCapital
    }

    /// Behind a given name or an initial: a surname.
    private func isBehindName(_ token: Int) -> Bool {
        guard token > 0, !document.tokens[token].shape.contains(.lineStart) else { return false }
        if isCapitalized(token - 1), let before = document.word(token - 1),
            before.readings[0].contains(.name)
        {
            return true
        }
        return document.isMark(token - 1, ".") && token > 1 && isCapitalized(token - 2)
            && document.tokens[token - 2].span.length == 1
    }

    /// "в городе Сазерленд", "в городе Перт Амбой": what has a capital behind the word for a town.
    private func calledCity(at token: Int) -> Int? {
        guard isCapitalized(token), token > 0, owners[token].isEmpty, document.tokens[token].span.length > 1,
            document.tokens[token].shape.isDisjoint(with: [.latin, .upper, .lineStart])
        else { return nil }
        var before = token - 1
        if document.isMark(before, "."), before > 0 {
            before -= 1
            // "2011 г. По": a year, not a town; "Г. Петров": an initial.
            if startsSentence(token) || isCapitalized(before)
                || before > 0 && document.tokens[before - 1].kind == .number
            {
                return nil
            }
        }
        guard has(classes.cityCue, at: before), let word = document.word(token) else { return nil }
        if word.isKnown, word.grammemes.intersects([.name, .surn]) { return nil }
        guard !word.can(be: .adjf) || !word.isKnown else { return nil }
        var end = token + 1
        while end < document.tokens.count, end - token < 3, isCapitalized(end), let more = document.word(end),
            !more.isKnown || more.grammemes.contains(.geox), !more.grammemes.intersects([.name, .surn, .patr]),
            document.tokens[end].shape.isDisjoint(with: [.latin, .upper, .lineStart]), owners[end].isEmpty
        {
            end += 1
        }
        return end
    }

    /// A place that the dictionary knows, behind a preposition of place, and no region, river or mountain.
    private func isPlaceOfDictionary(_ token: Int) -> Bool {
        guard isCapitalized(token), owners[token].isEmpty, let word = document.word(token), word.isKnown,
            word.readings[0].contains(.geox.union(.noun)), !has(classes.regionName, at: token),
            document.tokens[token].shape.isDisjoint(with: [.upper, .latin]), !has(marks.organisation, at: token),
            let mark = document.mark(at: token - 1, marks.preposition), ["into", "from"].contains(reading.value(mark))
        else { return false }
        return !isCapitalized(token + 1)
    }

    /// "в Каслтоне", "из Монигалла", "Модесто (Калифорния)": a word that no dictionary has, where a place stands.
    private func isGuessedCity(_ token: Int) -> Bool {
        guard isCapitalized(token), owners[token].isEmpty, let word = document.word(token), !word.isKnown,
            word.length > 3, !word.can(be: .adjf),
            document.tokens[token].shape.isDisjoint(with: [.latin, .upper, .lineStart, .digits]),
            !has(classes.regionName, at: token), !has(classes.given, at: token), !has(classes.placeNot, at: token),
            !isCapitalized(token + 1) || startsSentence(token + 1), !has(marks.nameParticle, at: token + 1)
        else { return false }
        if has(classes.placeInto, at: token - 1) { return true }
        guard document.isMark(token + 1, ",") || document.isMark(token + 1, "("), !isCapitalized(token - 1) else {
            return false
        }
        return has(classes.regionName, at: token + 2)
            || has(classes.regionNoun, at: token + 2) && isCapitalized(token + 3)
    }

    // MARK: Adjectives

    /// "московский", "сеульский": of a city, and not of the region or the street that is called after it.
    private func cityAdjective(at: Int) -> (normal: String?, Void)? {
        guard let word = document.word(at), word.can(be: .adjf) else { return nil }
        let mark = document.mark(at: at, classes.cityAdjective)
        guard mark != nil || !word.isKnown, !isBehindName(at), !namesRegion(at) else { return nil }
        if let mark {
            let value = reading.value(mark)
            return (value.isEmpty ? nil : value, ())
        }
        guard let city = cityOfUnknownAdjective(word) else { return nil }
        return (city, ())
    }

    /// Whether a word for a region, a street or the hour follows, other adjectives and numbers in brackets left out:
    /// "Рязанской, Костромской и Тверской областях".
    private func namesRegion(_ adjective: Int) -> Bool {
        var at = adjective + 1
        while at < min(document.tokens.count, adjective + 24), !document.tokens[at].shape.contains(.lineStart) {
            if has(classes.regionNoun, at: at) { return at == adjective + 1 || isCapitalized(adjective) }
            if has(classes.streetNoun, at: at) { return at == adjective + 1 }
            let isLink =
                document.isMark(at, ",") || document.isMark(at, "(") || document.isMark(at, ")")
                || document.tokens[at].kind == .number || has(classes.listWord, at: at)
                || isCapitalized(at) && document.word(at)?.can(be: .adjf) == true
            guard isLink else { return false }
            at += 1
        }
        return false
    }

    /// The city that an adjective unknown to the dictionary comes from, by what its ending may have replaced.
    private func cityOfUnknownAdjective(_ word: Word) -> String? {
        reading.memory.adjectiveCities.of(word) { city(ofUnknownAdjective: word) }
    }

    private func city(ofUnknownAdjective word: Word) -> String? {
        reading.cityStems(of: word).lazy.compactMap { reading.cityRow($0) }.first.map { "\($0.name), \($0.country)" }
    }
}
