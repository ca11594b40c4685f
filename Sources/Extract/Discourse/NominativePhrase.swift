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
            noun.isKnown || !indeclinable(noun) || !document.tokens[head].shape.contains(.capitalized)
                || isSaidWithin(head, of: range),
            let place = agreeing(noun, with: head > range.lowerBound ? document.word(head - 1) : nil)
        else { return document.text(range) }
        let parse = noun.readings[place]
        let number: Grammemes = parse.contains(.plur) ? .plur : .sing
        var words: [String] = []
        for token in range {
            let written = document.text(token..<token + 1)
            guard token <= head, let word = document.word(token) else {
                words.append(written)
                continue
            }
            let wanted = token == head ? place : word.readings.firstIndex { $0.intersects(.adjf.union(.prtf)) }
            guard let wanted else {
                words.append(written)
                continue
            }
            var target: Grammemes = .nomn.union(number)
            if token < head, number == .sing {
                let gender = [Grammemes.masc, .femn, .neut].first { parse.contains($0) }
                if let gender { target = target.union(gender) }
            }
            let form = inflected(word, wanted, to: target)
            words.append(
                form.map { document.tokens[token].shape.contains(.upper) ? written : Self.recased($0, like: written) }
                    ?? written)
        }
        return joined(words, range)
    }

    /// "в Госстате": a name that no dictionary knows, behind a preposition that takes the case in which it reads best.
    private func isSaidWithin(_ head: Int, of range: Range<Int>) -> Bool {
        guard head == range.lowerBound, let word = document.word(head), word.text.hasSuffix("е"),
            word.readings[0].contains([.noun, .masc, .sing, .loct])
        else { return false }
        return preposition(at: head - 1) == "into"
    }

    /// A form of a word in one of its readings.
    private func inflected(_ word: Word, _ reading: Int, to target: Grammemes) -> String? {
        let known = memory.inflections.known(word) ?? []
        if let same = known.first(where: { $0.reading == reading && $0.target == target }) { return same.form }
        let made = Inflection(
            reading: reading, target: target, form: language.analyzer.inflect(word.parses[reading], to: target))
        memory.inflections.keep(known + [made], of: word)
        return made.form
    }

    /// The place of the reading of a noun in the case and number of the adjective before it: "транзитные перевозки" are many.
    private func agreeing(_ noun: Word, with adjective: Word?) -> Int? {
        let readings = noun.readings
        let nouns = readings.indices.lazy.filter { readings[$0].contains(.noun) }
        let cases: [Grammemes] = [.nomn, .accs, .gent, .datv, .ablt, .loct]
        guard let adjective, let best = adjective.readings.first(where: { $0.intersects([.adjf, .prtf]) })
        else { return nouns.first }
        let agreed = nouns.first { noun in
            [Grammemes.sing, .plur].contains { number in
                readings[noun].contains(number) && best.contains(number)
                    && cases.contains { readings[noun].intersects($0) && adjective.can(be: $0.union(number)) }
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
        if let isUpper = plainCase(of: written) {
            return isUpper == .none ? String(form) : isUpper == .all ? form.uppercased() : String(form).withCapital()
        }
        guard let first = written.first, first.isUppercase else { return String(form) }
        if written.count > 1, written.allSatisfy(\.isUppercase) { return form.uppercased() }
        return String(form).withCapital()
    }

    private enum Capitals { case none, first, all }

    /// Which letters are capitals, where each is a scalar by itself.
    private static func plainCase(of written: Substring) -> Capitals? {
        var capitals = 0
        var count = 0
        var isFirst = false
        for scalar in written.unicodeScalars {
            guard scalar.value < 0x80 || (0x400...0x45F).contains(scalar.value) else { return nil }
            if Tokenizer.isUppercase(scalar) {
                capitals += 1
                if count == 0 { isFirst = true }
            }
            count += 1
        }
        return !isFirst ? Capitals.none : count > 1 && capitals == count ? .all : .first
    }
}

/// A form of a word's reading that was asked for before.
struct Inflection {
    let reading: Int
    let target: Grammemes
    let form: String?
}
