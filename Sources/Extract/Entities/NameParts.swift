import Grammar
import Model
import Morphology

/// Which words can be a part of a name.
extension Reading {
    /// Whether a token can be a part of a name: capitalised, no place, no office, no organisation, no word of another kind.
    func isNameWord(_ token: Int, places: [Bool]) -> Bool {
        guard token < document.tokens.count, let word = document.word(token),
            document.tokens[token].shape.contains(.capitalized), !places[token],
            document.tokens[token].shape.isDisjoint(with: [.upper, .digits, .latin]),
            word.length > 1
        else { return false }
        for mark in document.marks(at: token) {
            if mark.kind == marks.office && !goesOnAsName(mark, word) || mark.kind == marks.organisation
                || mark.kind == marks.document
                || mark.kind == marks.nameNot || mark.kind == marks.nameTitle && !word.can(be: .name)
                || mark.kind == marks.month && !isGivenNameOfMonth(token, word)
                || mark.kind == marks.encounter
                || mark.kind == marks.annotation.institution && !word.can(be: .surn) && mark.range.count == 1
            {
                return false
            }
        }
        if document.tokens[token].shape.contains(.hyphen), hyphenatedStates(of: word).isAllStates { return false }
        if word.grammemes.intersects(.properName) { return true }
        if document.mark(at: token, marks.nameFamily) != nil,
            goesOnWithCapital(token), document.word(token + 1).map({ !$0.isKnown || $0.length <= 4 }) == true,
            !isFunctionWord(word) || !startsSentence(token) && document.tokens[token - 1].kind == .word
        {
            return true
        }
        // "Секу Туре": a given name that the dictionary has as another word.
        if document.mark(at: token, marks.annotation.given) != nil, !startsSentence(token),
            goesOnWithCapital(token)
        {
            return true
        }
        // An ordinary word of the dictionary is a name only in mid-sentence, and only as a noun; or behind a given name,
        // where it has a surname's ending: "Игорь Бабушкин".
        if word.isKnown {
            if token > 0, document.tokens[token - 1].shape.contains(.capitalized),
                document.word(token - 1)?.readings[0].contains(.name) == true,
                hasSurnameEnding(word)
            {
                return true
            }
            // "Каталин Тот"
            if token > 0, word.can(be: .apro), document.tokens[token - 1].shape.contains(.capitalized),
                document.word(token - 1).map({ !$0.isKnown || $0.can(be: .name) }) == true, !startsSentence(token - 1)
            {
                return true
            }
            return !startsSentence(token) && word.can(be: .noun) && !word.can(be: .initials)
                && (!word.can(be: .geox) || isGivenNameOfPlace(token, places: places) || isBehindGivenName(token))
        }
        return true
    }

    /// "гендиректор Фонда развития": a word for a body, with a common noun in the genitive behind it.
    func isBodyNamed(_ token: Int, _ word: Word) -> Bool {
        guard token + 1 < document.tokens.count, let next = document.word(token + 1),
            document.tokens[token + 1].shape.isDisjoint(with: [.capitalized, .lineStart]),
            next.readings[0].contains([.noun, .gent])
        else { return false }
        return word.readings.contains { $0.contains([.noun, .gent]) && !$0.intersects(.properName) }
    }

    /// "Со", "До", "Но": capitals make a name of it only in mid-sentence.
    func isFunctionWord(_ word: Word) -> Bool { word.can(be: .conj) || word.can(be: .prep) }

    private func hasSurnameEnding(_ word: Word) -> Bool {
        memory.surnameEndings.of(word) { !language.surnameEndings(of: word.text).isEmpty }
    }

    /// "Марта Фишер", "Августа Санчеса": with a capital before another, no number before it.
    private func isGivenNameOfMonth(_ token: Int, _ word: Word) -> Bool {
        guard word.can(be: .name.union(.sing)),
            !document.tokens[max(0, token - 1)].shape.contains(.digits)
        else { return false }
        return goesOnWithCapital(token)
    }

    /// "премьер-министр Италии Джорджия Мелони": a name on the map behind an office and before a capital is a given name.
    private func isGivenNameOfPlace(_ token: Int, places: [Bool]) -> Bool {
        guard token > 0, token + 1 < document.tokens.count, places[token - 1], !places[token + 1],
            document.word(token + 1).map({ !$0.isKnown || $0.grammemes.intersects(.properName) }) == true
        else { return false }
        return goesOnWithCapital(token)
    }

    /// "Джон Маккензи": a name on the map behind a given name is a surname.
    private func isBehindGivenName(_ token: Int) -> Bool {
        guard token > 0, document.tokens[token - 1].shape.contains(.capitalized), !startsSentence(token - 1) else {
            return false
        }
        return document.word(token - 1)?.readings[0].contains(.name) == true
    }

    /// Whether a word with a capital stands right behind, on one line with it.
    func goesOnWithCapital(_ token: Int) -> Bool {
        guard token + 1 < document.tokens.count else { return false }
        let next = document.tokens[token + 1]
        return next.kind == .word && next.shape.contains(.capitalized)
            && next.shape.isDisjoint(with: [.lineStart, .upper, .digits])
    }
}
