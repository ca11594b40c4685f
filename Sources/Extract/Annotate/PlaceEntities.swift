import Grammar
import Model
import Morphology

extension Annotation {
    /// A country's adjective or people in the text, to be told from a nationality once the offices are known.
    struct CountryWord {
        let tokens: Range<Int>
        let span: Span
        let code: String?
        let isPeople: Bool
    }

    /// Countries by name and by halves of compounds, and cities; gives the adjectives and peoples for later.
    mutating func addPlaces() -> [CountryWord] {
        var words: [CountryWord] = []
        var at = 0
        while at < document.tokens.count {
            let next = addPlace(at: at, &words)
            at = max(at + 1, next)
        }
        return words
    }

    private mutating func addPlace(at: Int, _ words: inout [CountryWord]) -> Int {
        if let mark = document.mark(at: at, marks.country) ?? document.mark(at: at, classes.state), isProper(mark) {
            let code = mark.kind == marks.country ? reading.value(mark) : nil
            add(.country, mark.range, code, as: .place)
            return mark.end
        }
        guard document.tokens[at].kind == .word else { return at + 1 }
        if document.tokens[at].shape.contains(.hyphen), addCompound(at: at) { return at + 1 }
        if let mark = document.mark(at: at, marks.countryAdjective) ?? document.mark(at: at, classes.stateAdjective),
            document.word(at)?.can(be: .adjf) == true
        {
            let code = mark.kind == marks.countryAdjective ? reading.value(mark) : nil
            words.append(CountryWord(tokens: mark.range, span: document.span(mark.range), code: code, isPeople: false))
            return mark.end
        }
        if let mark = document.mark(at: at, marks.countryPeople) ?? document.mark(at: at, classes.nation) {
            let code = mark.kind == marks.countryPeople ? reading.value(mark) : nil
            words.append(CountryWord(tokens: mark.range, span: document.span(mark.range), code: code, isPeople: true))
            return mark.end
        }
        return addCity(at: at)
    }

    /// A name of one common word ("Мали", "Чад") wants its capital; several words or an abbreviation tell by themselves.
    private func isProper(_ mark: Mark) -> Bool { isCapitalized(mark.first) }

    /// "российско-украинский": each half by itself.
    private mutating func addCompound(at: Int) -> Bool {
        guard let word = document.word(at) else { return false }
        let parts = word.text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2 else { return false }
        var start = document.span(at..<at + 1).start
        var isFound = false
        for (index, part) in parts.enumerated() {
            let end = start + part.unicodeScalars.count
            var code = document.lexicon.value(of: "=" + part, marks.countryPrefix)
            if index == parts.count - 1 {
                code =
                    reading.language.analyzer.parses(of: String(part)).lazy
                    .filter { $0.tag.grammemes.contains(.adjf) }
                    .compactMap { [document, marks] in document.lexicon.value(of: $0.lemma, marks.countryAdjective) }
                    .first
            }
            if let code, CountryCode(code) != nil, index > 0 || parts.count > 1 {
                add(.country, span: Span(start, end), code)
                isFound = true
            }
            start = end + 1
        }
        if isFound { owners[at].insert(.place) }
        return isFound
    }

    // MARK: Cities

    private mutating func addCity(at: Int) -> Int {
        if let mark = document.mark(at: at, marks.countryCapital) ?? document.mark(at: at, marks.city),
            isCapitalized(at), !isPartOfName(mark)
        {
            add(.city, mark.range, city(mark), as: .place)
            return mark.end
        }
        if let mark = document.mark(at: at, classes.cityAdjective), document.word(at)?.can(be: .adjf) == true {
            add(.city, mark.range, reading.value(mark), as: .place)
            return mark.end
        }
        if isNamedCity(at) {
            add(.city, at..<at + 1, nil, as: .place)
            return at + 1
        }
        return at + 1
    }

    private func city(_ mark: Mark) -> String? {
        if mark.kind == marks.countryCapital {
            return document.lexicon.entries[Int(mark.entry)].phrase + ", " + reading.value(mark)
        }
        let fields = reading.fields(mark)
        return fields.count >= 2 ? "\(fields[1]), \(fields[0])" : nil
    }

    /// A surname or a given name that is also a city's: behind or before another name.
    private func isPartOfName(_ mark: Mark) -> Bool {
        guard mark.range.count == 1, let word = document.word(mark.first) else { return false }
        if mark.first > 0, isCapitalized(mark.first - 1), !document.tokens[mark.first].shape.contains(.lineStart),
            let before = document.word(mark.first - 1), before.parses[0].tag.grammemes.contains(.name)
        {
            return true
        }
        if document.isMark(mark.first - 1, "."), mark.first > 1, isCapitalized(mark.first - 2),
            document.tokens[mark.first - 2].span.length == 1
        {
            return true
        }
        return word.parses[0].tag.grammemes.intersects([.name, .patr])
    }

    /// "в городе Сазерленд": any capitalised word behind the word for a town.
    private func isNamedCity(_ token: Int) -> Bool {
        guard isCapitalized(token), token > 0, !document.tokens[token].shape.contains(.latin) else { return false }
        var before = token - 1
        if document.isMark(before, "."), before > 0 { before -= 1 }
        guard let cue = document.mark(at: before, classes.cityCue), let word = document.word(token) else {
            return false
        }
        return cue.end >= token - 1 && !word.can(be: .adjf)
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
        for word in words {
            var next = word.tokens.upperBound
            // Another adjective may stand between: "американский чернокожий певец".
            if !start.contains(next), !stateStart.contains(next), document.word(next)?.can(be: .adjf) == true,
                !isCapitalized(next)
            {
                next += 1
            }
            if word.isPeople || start.contains(next) && !stateStart.contains(next) {
                add(.nationality, word.tokens, word.code)
            } else {
                add(.country, word.tokens, word.code)
            }
        }
    }
}
