import Grammar
import Model
import Morphology

/// The states that the parts of a word with hyphens name.
struct HyphenatedStates {
    /// "казахско-таджикский": beginnings of adjectives, and the adjective that is the last part.
    var halves: [StatePart] = []
    /// "форум Грузия-Казахстан", "дорога Баку-Тбилиси-Карс", "саммит Россия-Африка": names and capitals, where at least two parts
    /// are a state, a capital, a region or an organisation. Only what is capitalized throughout is meant so.
    var names: [StatePart] = []
    /// "Узбекистаном-Турцией": each part is a form of a state's name.
    var isAllStates = false
    /// "Россия-Африка"
    var hasRegion = false
}

/// One of them, with its scalars in the word.
struct StatePart {
    let first: Int
    let end: Int
    /// Empty for a state that has none.
    let code: String
    /// Of a capital.
    var city: String?

    var country: CountryCode? { CountryCode(code) }
}

extension Reading {
    /// What a word with hyphens names; nothing of another.
    func hyphenatedStates(of word: Word) -> HyphenatedStates {
        memory.hyphenated.of(word) { hyphenatedStates(in: word) }
    }

    /// Names joined by hyphens without spaces, each with a capital.
    func joinedNames(at token: Int) -> [StatePart] {
        guard document.tokens[token].shape.contains([.hyphen, .capitalized]), let word = document.word(token),
            isCapitalizedThroughout(token)
        else { return [] }
        return hyphenatedStates(of: word).names
    }

    /// Every part begins with a capital: no "Вашингтон-стрит".
    private func isCapitalizedThroughout(_ token: Int) -> Bool {
        let span = document.tokens[token].span
        return (span.start..<span.end).allSatisfy { place in
            let opens = place == span.start || Tokenizer.isHyphen(document.scalars[place - 1])
            return !opens || document.scalars[place].properties.isUppercase
        }
    }

    private func hyphenatedStates(in word: Word) -> HyphenatedStates {
        let parts = word.text.split(separator: "-", omittingEmptySubsequences: false)
        var states = HyphenatedStates()
        guard parts.count >= 2 else { return states }
        states.isAllStates = true
        var others = 0
        var first = 0
        for (index, part) in parts.enumerated() {
            let end = first + part.unicodeScalars.count
            let parses = document.vocabulary.word(for: part).parses
            if let code = index == parts.count - 1 ? adjectiveCode(parses) : prefixCode(part) {
                states.halves.append(StatePart(first: first, end: end, code: code))
            }
            if let (code, city) = named(part, parses) {
                states.names.append(StatePart(first: first, end: end, code: code.rawValue, city: city))
            } else if knownValue(of: part, parses, marks.region) != nil {
                states.hasRegion = true
                others += 1
            } else if knownValue(of: part, parses, marks.organisation) != nil || opensRegion(parses) {
                others += 1
            }
            states.isAllStates = states.isAllStates && parses.contains { value(ofLemma: $0, marks.country) != nil }
            first = end + 1
        }
        if states.names.count + others < 2 { states.names = [] }
        return states
    }

    /// "казахско-": of what begins an adjective.
    private func prefixCode(_ part: Substring) -> String? {
        document.lexicon.value(of: "=" + part, marks.countryPrefix)
    }

    private func adjectiveCode(_ parses: Parses) -> String? {
        parses.lazy.filter { $0.tag.grammemes.contains(.adjf) }
            .compactMap { self.value(ofLemma: $0, self.marks.countryAdjective) }.first
    }

    /// "Китай-Центральная Азия": an adjective whose noun stands behind.
    private func opensRegion(_ parses: Parses) -> Bool {
        parses.first?.tag.grammemes.contains([.adjf, .nomn]) == true
    }

    private func named(_ part: Substring, _ parses: Parses) -> (CountryCode, city: String?)? {
        if let code = knownValue(of: part, parses, marks.country).flatMap({ CountryCode($0) }) { return (code, nil) }
        return knownValue(of: part, parses, marks.countryCapital).flatMap { CountryCode($0) }
            .map { ($0, capitalCity(of: $0)) }
    }

    /// Of a name in the nominative, by its lemma or as it is written.
    private func knownValue(of part: Substring, _ parses: Parses, _ kind: MarkClass) -> String? {
        parses.lazy.filter { $0.tag.grammemes.contains(.nomn) }.compactMap { self.value(ofLemma: $0, kind) }.first
            ?? document.lexicon.value(of: "=" + part, kind)
    }

    private func value(ofLemma parse: Parse, _ kind: MarkClass) -> String? {
        document.lexicon.value(of: parse.lemma, kind)
    }
}
