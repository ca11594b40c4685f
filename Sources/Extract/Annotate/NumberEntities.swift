import Foundation
import Grammar
import Model
import Morphology

extension Annotation {
    /// Numbers and ordinals that nothing else took.
    mutating func addNumbers() {
        for sentence in document.sentences {
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                guard reading.mayCount(at), owners[at].isDisjoint(with: [.date, .amount]) else {
                    at += 1
                    continue
                }
                if document.mark(at: at, marks.ordinal) != nil {
                    let value = document.mark(at: at, marks.ordinal).map { reading.value($0) }
                    add(.ordinal, at..<at + 1, value, rule: "ordinal.word")
                    at += 1
                } else if let number = document.leadingNumber(at), document.tokens[at].shape.contains(.hyphen) {
                    if document.tokens[at].span.length <= 6 {
                        add(.ordinal, at..<at + 1, String(number), rule: "ordinal.digits")
                    }
                    at += 1
                } else if let numeral = reading.number(at: at, limit: sentence.upperBound),
                    !isOwned(at..<numeral.end, by: [.date, .amount])
                {
                    addNumber(numeral, at: at, in: sentence)
                    at = numeral.end
                } else {
                    at += 1
                }
            }
        }
    }

    private mutating func addNumber(_ numeral: Numeral, at start: Int, in sentence: Range<Int>) {
        // Ages, durations and clock times are entities of their own kinds.
        if document.mark(at: numeral.end, marks.time) != nil || has(classes.whenUnit, at: numeral.end) { return }
        var first = start
        while first > sentence.lowerBound, let word = document.word(first - 1),
            !word.readings[0].intersects([.verb, .infn]),
            document.mark(at: first - 1, marks.comparator)?.end == first
        {
            first -= 1
        }
        var end = numeral.end
        if document.isMark(end - 1, "."), end - start > 1 { end -= 1 }
        add(.number, first..<end, numeral.value.plain, rule: "number.plain")
    }
}
