import Grammar
import Morphology

/// How else the article writes a name whose surname the dictionary lacks.
extension Reading {
    /// "Штефаном Раду Опрей" beside "Штефан Раду Опря": the nominative that the article has behind the given names.
    ///
    /// Only where these show their case, since else the other place may be in any case as well.
    func writtenFirst(_ forms: [String], of range: Range<Int>) -> [String] {
        guard let best = forms.first, range.count > 1, let written = document.word(range.upperBound - 1),
            !written.isKnown
        else { return forms }
        let pieces = memory.texts.parts(of: best).pieces
        guard pieces.count == range.count else { return forms }
        let given = pieces.dropLast().map(\.number)
        let isInCase = zip(range, given).contains { $1 != number(at: $0) }
        guard isInCase, let surname = surname(behind: given, like: written.text), surname != pieces.last?.lower else {
            return forms
        }
        let form = pieces.dropLast().map(\.written).joined(separator: " ") + " " + Self.cased(surname)
        return [form] + forms.filter { $0 != form }
    }

    /// The number of what a token's word reads among the texts of names.
    private func number(at token: Int) -> Int32? { document.word(token).map { spellings(of: $0)[0] } }

    /// The word that follows the given names elsewhere and begins like the one written here.
    ///
    /// - Parameter given: the numbers of the names among the texts of names.
    private func surname(behind given: [Int32], like written: String) -> String? {
        let shared = written.dropLast(2)
        guard shared.count > 2, let first = given.first else { return nil }
        for token in document.namelike
        where token + given.count < document.tokens.count && document.tokens[token].shape.contains(.capitalized)
            && number(at: token) == first
        {
            let end = token + given.count
            guard zip(token..<end, given).allSatisfy({ number(at: $0) == $1 }),
                document.tokens[end].shape.contains(.capitalized), let word = document.word(end), !word.isKnown,
                word.text.hasPrefix(shared)
            else { continue }
            return word.text
        }
        return nil
    }
}
