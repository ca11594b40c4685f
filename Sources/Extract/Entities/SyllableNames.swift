import Grammar
import Morphology

/// Chinese, Korean and Vietnamese names: a family name, then syllables that may be words of another kind elsewhere.
extension Reading {
    /// "Ван Сяомин", "Нгуен Ван Тхань": a family name before a given name that the dictionary lacks.
    func opensWithFamily(_ token: Int, _ range: Range<Int>) -> Bool {
        document.mark(at: token, marks.nameFamily) != nil && document.word(range.upperBound - 1)?.isKnown == false
            && document.tokens[range.upperBound - 1].shape.isDisjoint(with: [.latin, .upper])
            || isOfSyllables(range)
    }

    /// "Пак Но Ван", "Ли До Хун": a family name before two short words, whatever these are elsewhere.
    func isOfSyllables(_ name: Range<Int>) -> Bool {
        name.count == 3 && document.mark(at: name.lowerBound, marks.nameFamily) != nil
            && name.allSatisfy {
                document.tokens[$0].span.length <= Self.lettersOfSyllable
                    && document.tokens[$0].shape.isDisjoint(with: [.latin, .upper])
            }
    }

    /// Letters of a syllable of a Korean or a Vietnamese name, with the ending of a case.
    private static let lettersOfSyllable = 6

    /// "Ли Мин Хо", "Пак Чин Су": a third short word with a capital behind two of a name.
    func isShortLast(_ token: Int, from start: Int, places: [Bool]) -> Bool {
        guard token == start + 2, let word = document.word(token), !places[token],
            word.length <= (document.mark(at: start, marks.nameFamily) == nil ? 4 : Self.lettersOfSyllable),
            document.tokens[token].shape.contains(.capitalized), document.mark(at: token, marks.office) == nil,
            document.mark(at: token, marks.organisation) == nil, document.mark(at: token, marks.nameNot) == nil,
            document.tokens[token].shape.isDisjoint(with: [.upper, .digits, .latin])
        else { return false }
        return (start..<token).allSatisfy { document.tokens[$0].span.length <= 5 }
    }
}
