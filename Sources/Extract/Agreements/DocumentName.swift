import Grammar
import Model
import Morphology

/// How a document's name is written as a title.
extension AgreementReader {
    /// A name in the nominative: its noun and the adjectives before it inflected, the rest as written.
    func title(_ mention: DocumentMention) -> String {
        if let shared = mention.shared { return title(shared, mention) + " " + document.text(mention.title) }
        return title(mention.title, mention)
    }

    private func title(_ range: Range<Int>, _ mention: DocumentMention) -> String {
        guard let noun = document.word(mention.noun) else { return document.text(range) }
        let number: Grammemes = mention.isPlural ? .plur : .sing
        let parses = noun.parses.filter { $0.tag.grammemes.contains(.noun) }
        guard let parse = parses.first(where: { $0.tag.grammemes.contains(number) }) ?? parses.first else {
            return document.text(range)
        }
        var target: Grammemes = .nomn.union(number)
        let gender = [Grammemes.masc, .femn, .neut].first { parse.tag.grammemes.contains($0) }
        var text = ""
        let isQuoted = (max(0, range.lowerBound - 1)..<range.lowerBound).contains { opensQuote($0) }
        var dropsQuote = isQuoted
        for token in range {
            if dropsQuote, closesQuote(token) {
                dropsQuote = false
                continue
            }
            if token > range.lowerBound, document.tokens[token].shape.contains(.spaceBefore) { text += " " }
            let written = document.text(token..<token + 1)
            guard token <= mention.noun, let word = document.word(token),
                let wanted = token == mention.noun
                    ? parse : word.parses.first(where: { $0.tag.grammemes.intersects(.adjf.union(.prtf)) })
            else {
                text += written
                continue
            }
            target = .nomn.union(number)
            if token < mention.noun, number == .sing, let gender { target = target.union(gender) }
            let form = language.analyzer.inflect(wanted, to: target)
            text += form.map { Reading.recased($0, like: written) } ?? written
        }
        return text
    }
}
