import Grammar
import Model

/// Speeches that a page prints as they were held, with neither quotation marks nor verbs of speech.
extension Reading {
    /// "Выступление президента Кении на форуме. Уважаемые гости!": gives to the orator what nobody else is told to say, up to where he
    /// thanks them, or a report goes on with him, "Затем президент провел переговоры".
    func attributeToOrator(_ attributions: inout Attributions) {
        guard let (opening, orator) = oration() else { return }
        for index in opening..<document.sentences.count {
            let sentence = document.sentences[index]
            if index > opening, document.tokens[sentence.lowerBound].shape.contains(.lineStart),
                tells(of: orator, sentence)
            {
                return
            }
            if attributions.speakers[index] == nil { attributions.attribute(index, to: orator) }
            if document.mark(at: sentence.lowerBound, marks.orationEnd) != nil { return }
        }
    }

    /// The sentence of a speech in which its hearers are addressed, and whose speech it is.
    private func oration() -> (Int, Attribution)? {
        for (index, sentence) in document.sentences.prefix(Self.linesOfHead).enumerated() {
            guard let mark = document.marks(marks.oration, in: sentence).first,
                mark.first - sentence.lowerBound <= Self.wordsBefore,
                let orator = who(at: mark.end, limit: sentence.upperBound)
            else { continue }
            let next = index + 1..<min(index + 1 + Self.linesOfHead, document.sentences.count)
            guard let address = next.first(where: isAddress)
            else {
                return nil
            }
            return (address, orator)
        }
        return nil
    }

    /// "Уважаемые гости!"
    private func isAddress(_ index: Int) -> Bool {
        let sentence = document.sentences[index]
        return document.isMark(sentence.upperBound - 1, "!")
            && document.mark(at: sentence.lowerBound, marks.orationEnd) == nil
    }

    /// Whether a paragraph begins with somebody as its subject.
    private func tells(of orator: Attribution, _ sentence: Range<Int>) -> Bool {
        people.names(in: sentence).contains { $0.isNominative && people.persons[$0.person].name == orator.name }
    }

    /// Lines of a page above a speech, and of its address.
    private static let linesOfHead = 8

    /// "Полный текст выступления", "Вступительное слово"
    private static let wordsBefore = 3
}
