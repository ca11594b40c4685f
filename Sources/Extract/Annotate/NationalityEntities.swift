import Grammar
import Model
import Morphology

extension Annotation {
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
        var adjectives: [Int: CountryWord] = [:]
        for word in words where !word.isPeople { adjectives[word.tokens.upperBound] = word }
        for word in words where !isOwned(word.tokens, by: .person) {
            let next = described(by: word)
            let isOfPerson = start.contains(next) && !stateStart.contains(next) || has(classes.origin, at: next)
            let isNationality = word.isPeople || isOfPerson
            var tokens = word.tokens
            // "боснийские сербы": a people that a state's adjective tells apart.
            if word.isPeople, let adjective = adjectives[tokens.lowerBound],
                document.word(tokens.lowerBound)?.can(be: .noun) == true
            {
                tokens = adjective.tokens.lowerBound..<tokens.upperBound
            }
            add(
                isNationality ? .nationality : .country, tokens, word.code,
                rule: word.isPeople ? "nationality.people" : isNationality ? "nationality.person" : "country.adjective")
        }
        addCitizens(adjectives)
    }

    /// The noun that an adjective of a country belongs to: behind further adjectives, ages and adjectives of other countries.
    private func described(by adjective: CountryWord) -> Int {
        var at = adjective.tokens.upperBound
        for _ in 0..<4 {
            guard let word = document.word(at), !isCapitalized(at), !has(classes.profession, at: at),
                !has(marks.office, at: at),
                word.can(be: .adjf) || word.can(be: .conj) || document.leadingNumber(at) != nil
            else { return at }
            at += 1
        }
        return at
    }

    /// "граждане Франции", "французские граждане".
    private mutating func addCitizens(_ adjectives: [Int: CountryWord]) {
        for citizen in document.marks(classes.citizen) {
            if let mark = document.mark(at: citizen.end, marks.country)
                ?? document.mark(at: citizen.end, classes.state),
                isCapitalized(mark.first)
            {
                let value = reading.value(mark)
                add(.nationality, citizen.first..<mark.end, value.isEmpty ? nil : value, rule: "nationality.citizen")
            } else if let adjective = adjectives[citizen.first] {
                add(
                    .nationality, adjective.tokens.lowerBound..<citizen.end, adjective.code,
                    rule: "nationality.citizen")
            }
        }
    }
}
