import Foundation
import Grammar
import Model
import Morphology

extension Annotation {
    /// Money, percentages and physical quantities, with the words that say how sure they are.
    mutating func addAmounts() {
        for amount in reading.amounts {
            guard let unit = amount.unit, !isOwned(amount.core, by: .date) else { continue }
            let kind: Entity.Kind
            switch unit {
            case .money: kind = .money
            case .plain(.percent): kind = .percent
            case .plain(.times), .plain(.count): continue
            case .plain: kind = .quantity
            }
            if kind == .percent, document.tokens[amount.core.upperBound - 1].kind == .word,
                document.mark(at: amount.core.upperBound - 1, marks.numberFraction) != nil
            {
                continue
            }
            let suffix = kind == .percent ? "" : " \(unit)"
            add(
                kind, span(of: amount),
                Self.plain(amount.value) + (amount.valueMax.map { "/" + Self.plain($0) } ?? "") + suffix,
                as: .amount)
        }
    }

    /// From the word that says how sure the number is, unless that is a verb, to the unit without the dot of its abbreviation.
    private func span(of amount: Amount) -> Range<Int> {
        var end = amount.core.upperBound
        if document.isMark(end - 1, "."), end - amount.core.lowerBound > 1 { end -= 1 }
        var start = amount.range.lowerBound
        while start < amount.core.lowerBound, !opensSpan(start) { start += 1 }
        // "от 3 до 5": the word that opens a range belongs to it.
        if start == amount.core.lowerBound, amount.valueMax != nil || true,
            let word = document.word(start - 1)?.text,
            word == reading.language.rangeWords.to
                || word == reading.language.rangeWords.from && amount.valueMax != nil,
            document.sentenceOf[start - 1] == document.sentenceOf[start]
        {
            start -= 1
        }
        return start..<end
    }

    private func opensSpan(_ token: Int) -> Bool {
        guard document.mark(at: token, marks.comparator) != nil, let word = document.word(token) else { return false }
        return !word.parses[0].tag.grammemes.intersects([.verb, .infn, .prts, .grnd])
    }

    /// A decimal without grouping or exponent.
    static func plain(_ value: Decimal) -> String { "\(value)" }
}
