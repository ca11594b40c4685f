import Grammar
import Model
import Morphology

/// A state, by its name or its capital's, among names joined by hyphens, with its scalars in the word.
struct JoinedName {
    let first: Int
    let end: Int
    let country: CountryCode
    /// Of a capital.
    let city: String?
}

/// Names joined by hyphens without spaces: "форум Грузия-Казахстан", "дорога Баку-Тбилиси-Карс", "саммит Россия-Африка".
extension Reading {
    /// The states that a token names, of which at least two parts name a state, a capital, a region or an organisation.
    func joinedNames(at token: Int) -> [JoinedName] {
        guard document.tokens[token].shape.contains([.hyphen, .capitalized]), let word = document.word(token),
            isCapitalizedThroughout(token)
        else { return [] }
        return memory.joined.of(word) { joinedNames(in: word) }
    }

    /// Every part begins with a capital: no "Вашингтон-стрит".
    private func isCapitalizedThroughout(_ token: Int) -> Bool {
        let span = document.tokens[token].span
        return (span.start..<span.end).allSatisfy { place in
            let opens = place == span.start || Tokenizer.isHyphen(document.scalars[place - 1])
            return !opens || document.scalars[place].properties.isUppercase
        }
    }

    private func joinedNames(in word: Word) -> [JoinedName] {
        var found: [JoinedName] = []
        var others = 0
        var first = 0
        for part in word.text.split(separator: "-", omittingEmptySubsequences: false) {
            let end = first + part.unicodeScalars.count
            if let name = name(joined: part, first, end) {
                found.append(name)
            } else if knownValue(of: part, marks.region) != nil || knownValue(of: part, marks.organisation) != nil
                || opensRegion(part)
            {
                others += 1
            }
            first = end + 1
        }
        return found.count + others >= 2 ? found : []
    }

    /// "Китай-Центральная Азия": an adjective whose noun stands behind.
    private func opensRegion(_ part: Substring) -> Bool {
        document.vocabulary.word(for: part).readings[0].contains([.adjf, .nomn])
    }

    private func name(joined part: Substring, _ first: Int, _ end: Int) -> JoinedName? {
        if let code = knownValue(of: part, marks.country).flatMap({ CountryCode($0) }) {
            return JoinedName(first: first, end: end, country: code, city: nil)
        }
        guard let code = knownValue(of: part, marks.countryCapital).flatMap({ CountryCode($0) }) else { return nil }
        return JoinedName(first: first, end: end, country: code, city: capitalCity(of: code))
    }

    /// Of a name in the nominative, by its lemma or as it is written.
    private func knownValue(of part: Substring, _ kind: MarkClass) -> String? {
        for parse in document.vocabulary.word(for: part).parses where parse.tag.grammemes.contains(.nomn) {
            if let value = document.lexicon.value(of: parse.lemma, kind) { return value }
        }
        return document.lexicon.value(of: "=" + part, kind)
    }
}
