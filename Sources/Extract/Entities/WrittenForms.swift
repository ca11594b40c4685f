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
        let words = Self.spaced(best).map { $0.lowercasedWord() }
        guard words.count == range.count else { return forms }
        let given = words.dropLast()
        let isInCase = zip(range, given).contains { token, word in
            document.word(token).map { !$0.text.isSame(as: word) } ?? true
        }
        guard isInCase, let surname = surname(behind: Array(given), like: written.text), surname != words.last else {
            return forms
        }
        let form = Self.spaced(best).dropLast().joined(separator: " ") + " " + Self.cased(surname)
        return [form] + forms.filter { $0 != form }
    }

    /// What spaces part.
    private static func spaced(_ text: String) -> [String] {
        if !TextKey(text).isPlain { return text.split(separator: " ").map(String.init) }
        return text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// The word that follows the given names elsewhere and begins like the one written here.
    private func surname(behind given: [String], like written: String) -> String? {
        let shared = written.dropLast(2)
        guard shared.count > 2, let first = given.first else { return nil }
        for token in document.tokens.indices.dropLast(given.count)
        where document.tokens[token].shape.contains(.capitalized)
            && document.word(token).map({ $0.text.isSame(as: first) }) == true
        {
            let end = token + given.count
            guard zip(token..<end, given).allSatisfy({ document.word($0)?.text == $1 }),
                document.tokens[end].shape.contains(.capitalized), let word = document.word(end), !word.isKnown,
                word.text.hasPrefix(shared)
            else { continue }
            return word.text
        }
        return nil
    }
}

extension String {
    /// As `==`, told by the bytes where no letter could be written otherwise.
    fileprivate func isSame(as other: String) -> Bool {
        hasSameBytes(as: other) || utf8.first == other.utf8.first && self == other
            || !(TextKey(self).isPlain && TextKey(other).isPlain) && self == other
    }
}
