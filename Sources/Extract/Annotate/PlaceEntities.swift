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
        var at = 0
        while at < document.tokens.count {
            // Only what the lexicon knows, a compound, or a name.
            guard document.hasMarks(at: at) || !document.tokens[at].shape.isDisjoint(with: [.capitalized, .hyphen])
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
        if let mark = document.mark(at: at, classes.notCountry) { return mark.end }
        if has(classes.cityWord, at: at) { return addCity(at: at) }
        if let mark = document.mark(at: at, marks.country) ?? document.mark(at: at, classes.state), isCountry(mark) {
            let code = mark.kind == marks.country ? reading.value(mark) : nil
            add(.country, mark.range, code, as: .place, rule: "country.name")
            return mark.end
        }
        guard document.tokens[at].kind == .word else { return at + 1 }
        if document.tokens[at].shape.contains(.hyphen), addCompound(at: at) { return at + 1 }
        if let mark = document.mark(at: at, marks.countryAdjective) ?? document.mark(at: at, classes.stateAdjective),
            document.word(at)?.can(be: .adjf) == true
        {
            let isDistrict = isCapitalized(at) && has(classes.district, at: mark.end)
            guard !isLanguage(mark), !isDistrict else { return mark.end }
            words.append(CountryWord(tokens: mark.range, code: code(mark), isPeople: false))
            return mark.end
        }
        if let mark = document.mark(at: at, marks.countryPeople) ?? document.mark(at: at, classes.nation) {
            let code = mark.kind == marks.countryPeople ? reading.value(mark) : nil
            guard !isLanguage(mark) else { return mark.end }
            words.append(CountryWord(tokens: mark.range, code: code, isPeople: true))
            return mark.end
        }
        return addCity(at: at)
    }

    private func code(_ mark: Mark) -> String? {
        let value = reading.value(mark)
        return value.isEmpty ? nil : value
    }

    /// A capital, and no given name that sounds like a country: "Доминик", "Ливия Клаусова".
    private func isCountry(_ mark: Mark) -> Bool {
        guard isCapitalized(mark.first) else { return false }
        guard mark.range.count == 1, let word = document.word(mark.first) else { return true }
        if word.parses[0].tag.grammemes.contains(.name) { return false }
        return true
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

    /// "российско-украинский": each half by itself.
    private mutating func addCompound(at: Int) -> Bool {
        guard let word = document.word(at) else { return false }
        let parts = word.text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return false }
        var start = document.span(at..<at + 1).start
        var isFound = false
        for (index, part) in parts.enumerated() {
            let end = start + part.unicodeScalars.count
            if let code = code(ofPart: part, isLast: index == parts.count - 1) {
                add(.country, span: Span(start, end), code.isEmpty ? nil : code, rule: "country.half")
                isFound = true
            }
            start = end + 1
        }
        if isFound { owners[at].insert(.place) }
        return isFound
    }

    private func code(ofPart part: Substring, isLast: Bool) -> String? {
        guard isLast else { return document.lexicon.value(of: "=" + part, marks.countryPrefix) }
        for parse in document.vocabulary.word(for: part).parses where parse.tag.grammemes.contains(.adjf) {
            if let code = document.lexicon.value(of: parse.lemma, marks.countryAdjective) { return code }
        }
        return nil
    }

    // MARK: Cities

    private mutating func addCity(at: Int) -> Int {
        if let mark = document.mark(at: at, classes.cityWord), !isBehindName(at), !has(classes.nameCarrier, at: at - 1)
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
        if let mark = document.mark(at: at, classes.cityAdjective), document.word(at)?.can(be: .adjf) == true,
            !has(classes.regionNoun, at: mark.end), !isBehindName(at)
        {
            let value = reading.value(mark)
            add(.city, mark.range, value.isEmpty ? nil : value, as: .place, rule: "city.adjective")
            return mark.end
        }
        if let capital = capital(at: at) {
            add(.city, capital.tokens, capital.normal, rule: "city.capital_of")
            return at + 1
        }
        let isNamed = isNamedCity(at)
        if isNamed || isPlaceOfDictionary(at) {
            add(.city, at..<at + 1, nil, as: .place, rule: isNamed ? "city.called" : "city.dictionary")
            return at + 1
        }
        return at + 1
    }

    /// "столица Венгрии", "бельгийская столица".
    private func capital(at: Int) -> (tokens: Range<Int>, normal: String?)? {
        guard has(classes.capital, at: at) else { return nil }
        if let mark = document.mark(at: at + 1, marks.country), document.word(at + 1)?.can(be: .gent) == true {
            return (at..<mark.end, nil)
        }
        if document.mark(at: at - 1, marks.countryAdjective)?.end == at { return (at - 1..<at + 1, nil) }
        return nil
    }

    private func city(_ mark: Mark) -> String? {
        if mark.kind == marks.countryCapital {
            return document.lexicon.entries[Int(mark.entry)].phrase + ", " + reading.value(mark)
        }
        let fields = reading.fields(mark)
        return fields.count >= 2 ? "\(fields[1]), \(fields[0])" : nil
    }

    /// No small word or noun that a city happens to be called by, and no name of a person.
    private func isCity(_ mark: Mark) -> Bool {
        if has(classes.nameCarrier, at: mark.first - 1) { return false }
        guard mark.range.count == 1, let word = document.word(mark.first) else { return true }
        let best = word.parses[0].tag.grammemes
        if best.intersects([.prep, .conj, .prcl, .npro, .verb, .advb, .adjf, .name, .patr]) { return false }
        if word.isKnown, !word.grammemes.contains(.geox), startsSentence(mark.first) { return false }
        if has(classes.regionName, at: mark.first), mark.kind != marks.countryCapital { return false }
        return !isBehindName(mark.first)
    }

    /// Behind a given name or an initial: a surname.
    private func isBehindName(_ token: Int) -> Bool {
        guard token > 0, !document.tokens[token].shape.contains(.lineStart) else { return false }
        if isCapitalized(token - 1), let before = document.word(token - 1),
            before.parses[0].tag.grammemes.contains(.name)
        {
            return true
        }
        return document.isMark(token - 1, ".") && token > 1 && isCapitalized(token - 2)
            && document.tokens[token - 2].span.length == 1
    }

    /// "в городе Сазерленд": any capitalised word behind the word for a town.
    private func isNamedCity(_ token: Int) -> Bool {
        guard isCapitalized(token), token > 0, owners[token].isEmpty,
            document.tokens[token].shape.isDisjoint(with: [.latin, .upper, .lineStart])
        else { return false }
        var before = token - 1
        if document.isMark(before, "."), before > 0 {
            before -= 1
            // "2011 г. По": a year, not a town.
            if startsSentence(token) || before > 0 && document.tokens[before - 1].kind == .number { return false }
        }
        guard has(classes.cityCue, at: before), let word = document.word(token) else { return false }
        if word.isKnown, word.grammemes.intersects([.name, .surn]) { return false }
        return !word.can(be: .adjf) || !word.isKnown
    }

    /// A place that the dictionary knows, behind a preposition of place, and no region, river or mountain.
    private func isPlaceOfDictionary(_ token: Int) -> Bool {
        guard isCapitalized(token), owners[token].isEmpty, let word = document.word(token), word.isKnown,
            word.parses[0].tag.grammemes.contains(.geox.union(.noun)), !has(classes.regionName, at: token),
            let mark = document.mark(at: token - 1, marks.preposition), ["into", "from"].contains(reading.value(mark))
        else { return false }
        return !isCapitalized(token + 1)
    }

    // MARK: Nationalities

    /// An adjective of a country is a nationality where it tells of a person who serves no state; else the country.
    mutating func addNationalities(_ words: [CountryWord], offices: [OfficeSpan]) {
        var stateStart: Set<Int> = []
        var start: Set<Int> = []
        for office in offices {
            if office.isState {
                stateStart.insert(office.tokens.lowerBound)
            } else {
                start.insert(office.tokens.lowerBound)
            }
        }
        for word in words where !isOwned(word.tokens, by: .person) {
            var next = word.tokens.upperBound
            // Another adjective may stand between: "американский чернокожий певец".
            if !start.contains(next), !stateStart.contains(next), document.word(next)?.can(be: .adjf) == true,
                !isCapitalized(next)
            {
                next += 1
            }
            let isNationality = word.isPeople || start.contains(next) && !stateStart.contains(next)
            add(
                isNationality ? .nationality : .country, word.tokens, word.code,
                rule: word.isPeople ? "nationality.people" : isNationality ? "nationality.person" : "country.adjective")
        }
    }
}
