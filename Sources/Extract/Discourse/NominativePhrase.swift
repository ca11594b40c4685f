import Grammar
import Model
import Morphology

/// Phrases as they are in the nominative.
extension Reading {
    /// A noun phrase with its head and the adjectives before it in the nominative; the rest as it stands.
    func nominativePhrase(_ range: Range<Int>) -> String {
        guard
            let head = range.first(where: { token in
                guard let word = document.word(token) else { return false }
                return word.can(be: .noun)
                    && !(word.can(be: .adjf) && token + 1 < range.upperBound
                        && document.word(token + 1)?.can(be: .noun) == true)
            }), let noun = document.word(head),
            noun.isKnown || !indeclinable(noun) || !document.tokens[head].shape.contains(.capitalized),
            let parse = agreeing(noun, with: head > range.lowerBound ? document.word(head - 1) : nil)
        else { return document.text(range) }
        let number: Grammemes = parse.tag.grammemes.contains(.plur) ? .plur : .sing
        var words: [String] = []
        for token in range {
            let written = document.text(token..<token + 1)
            guard token <= head, let word = document.word(token) else {
                words.append(written)
                continue
            }
            let wanted = token == head ? parse : word.parses.first { $0.tag.grammemes.intersects(.adjf.union(.prtf)) }
            guard let wanted else {
                words.append(written)
                continue
            }
            var target: Grammemes = .nomn.union(number)
            if token < head, number == .sing {
                let gender = [Grammemes.masc, .femn, .neut].first { parse.tag.grammemes.contains($0) }
                if let gender { target = target.union(gender) }
            }
            let form = language.analyzer.inflect(wanted, to: target)
            words.append(
                form.map { document.tokens[token].shape.contains(.upper) ? written : Self.recased($0, like: written) }
                    ?? written)
        }
        return joined(words, range)
    }

    /// The parse of a noun in the case and number of the adjective before it: "транзитные перевозки" are many.
    private func agreeing(_ noun: Word, with adjective: Word?) -> Parse? {
        let nouns = noun.parses.filter { $0.tag.grammemes.contains(.noun) }
        let cases: [Grammemes] = [.nomn, .accs, .gent, .datv, .ablt, .loct]
        guard let adjective, let best = adjective.parses.first(where: { $0.tag.grammemes.intersects([.adjf, .prtf]) })
        else { return nouns.first }
        let agreed = nouns.first { noun in
            [Grammemes.sing, .plur].contains { number in
                noun.tag.grammemes.contains(number) && best.tag.grammemes.contains(number)
                    && cases.contains {
                        !noun.tag.grammemes.intersection($0).isEmpty && adjective.can(be: $0.union(number))
                    }
            }
        }
        return agreed ?? nouns.first
    }

    /// The words with the white space that the text has between them.
    private func joined(_ words: [String], _ range: Range<Int>) -> String {
        var text = ""
        for (word, token) in zip(words, range) {
            if token > range.lowerBound, document.tokens[token].shape.contains(.spaceBefore) { text += " " }
            text += word
        }
        return text
    }

    /// Lower case but for a first letter that was a capital, after hyphens too, and for a part that was all capitals: "ГПБ-Ипотека".
    static func recased(_ form: String, like written: String) -> String {
        guard written.utf8.contains(UInt8(ascii: "-")) else { return recasedPart(form[...], like: written[...]) }
        let parts = form.split(separator: "-", omittingEmptySubsequences: false)
        let models = written.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == models.count else { return recasedPart(form[...], like: written[...]) }
        return zip(parts, models).map { recasedPart($0, like: $1) }.joined(separator: "-")
    }

    private static func recasedPart(_ form: Substring, like written: Substring) -> String {
        guard let first = written.first, first.isUppercase else { return String(form) }
        if written.count > 1, written.allSatisfy(\.isUppercase) { return form.uppercased() }
        return form.prefix(1).uppercased() + form.dropFirst()
    }
}
