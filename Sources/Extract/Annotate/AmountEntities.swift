import Foundation
import Grammar
import Model
import Morphology

extension Annotation {
    /// Money, percentages and physical quantities, with the words that say how sure they are.
    mutating func addAmounts() {
        for amount in reading.amounts {
            guard let unit = amount.unit, !isOwned(amount.core, by: .date) else { continue }
            // "8 фунтов 6 унций" are a weight.
            if "\(unit)" == "GBP", amount.core.upperBound + 1 < document.tokens.count,
                document.tokens[amount.core.upperBound].kind == .number,
                !has(marks.scale, at: amount.core.upperBound + 1),
                !document.tokens[amount.core.upperBound].shape.contains(.lineStart)
            {
                for token in amount.core { owners[token].insert(.amount) }
                continue
            }
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
            if kind == .percent, isEscape(amount.core.upperBound) { continue }
            let suffix = kind == .percent ? "" : " \(unit)"
            add(
                kind, span(of: amount),
                amount.value.plain + (amount.valueMax.map { "/" + $0.plain } ?? "") + suffix,
                as: .amount, rule: "\(kind.rawValue.lowercased()).amount")
        }
    }

    /// "миллионы долларов", "6 миллионов норвежских крон", and a scaled number whose currency the sentence has told:
    /// "— 290 млн (около 4,6 млн долларов)".
    mutating func addLooseMoney() {
        for mark in document.marks(marks.currency) where owners[mark.first].isDisjoint(with: [.amount, .date]) {
            var first = mark.first
            if first > 0, document.word(first - 1)?.readings[0].contains(.adjf) == true { first -= 1 }
            let number = numberEnding(at: first)
            if let number { first = number }
            while first > 0, has(marks.scale, at: first - 1) || has(classes.whenCount, at: first - 1) { first -= 1 }
            guard first < mark.first, number != nil || has(marks.scale, at: first) || has(classes.whenCount, at: first)
            else { continue }
            // "от нескольких десятков до нескольких сотен миллионов рублей"
            if reading.opensEnd(first - 1) {
                for from in stride(from: first - 2, through: max(0, first - 6), by: -1)
                where reading.opensRange(from) { first = from }
            }
            add(.money, first..<mark.end, nil, as: .amount, rule: "money.vague")
        }
        var currencies: [Int32: QuantityUnit] = [:]
        for amount in reading.amounts where amount.isMoney {
            currencies[document.sentenceOf[amount.core.lowerBound]] = amount.unit
        }
        for amount in reading.amounts where amount.unit == nil && amount.isScaled && amount.factor >= 1000 {
            let end = amount.core.upperBound
            let unit = currencies[document.sentenceOf[amount.core.lowerBound]]
            guard unit != nil || hasMoneyCue(before: amount.range.lowerBound),
                !isOwned(amount.core, by: [.date, .amount]),
                end >= document.tokens.count || document.tokens[end].kind == .mark
                    || document.word(end)?.readings[0].intersects([.prep, .conj, .verb, .prts]) == true
            else { continue }
            add(
                .money, span(of: amount), unit.map { amount.value.plain + " \($0)" }, as: .amount,
                rule: "money.left_out")
        }
    }

    /// "прибыль в 6 миллиардов": a word for money shortly before.
    private func hasMoneyCue(before token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return (max(sentence.lowerBound, token - 3)..<token).contains { has(classes.moneyCue, at: $0) }
    }

    /// The first token of a number in digits or words, with its scale, that ends before a token.
    private func numberEnding(at end: Int) -> Int? {
        for first in max(0, end - 5)..<max(0, end) where owners[first].isDisjoint(with: [.date, .amount]) {
            if let numeral = reading.number(at: first, limit: end), numeral.end == end { return first }
        }
        return nil
    }

    /// From the word that says how sure the number is, unless that is a verb, to the unit without the dot of its abbreviation.
    private func span(of amount: Amount) -> Range<Int> {
        var end = amount.core.upperBound
        // The dot of "руб." belongs to the span unless it ends the sentence as well.
        let isLast = end >= document.sentence(of: amount.core.lowerBound).upperBound
        if document.isMark(end - 1, ".") {
            if isLast, end - amount.core.lowerBound > 1 { end -= 1 }
        } else if !isLast, document.isMark(end, "."), !document.tokens[end].shape.contains(.spaceBefore),
            end + 1 < document.sentence(of: amount.core.lowerBound).upperBound
        {
            end += 1
        }
        var start = amount.range.lowerBound
        while start < amount.core.lowerBound, !opensSpan(start) { start += 1 }
        // "в размере до 5 млн": of what says how sure it is only the last word.
        if start < amount.core.lowerBound,
            reading.opensEnd(amount.core.lowerBound - 1)
        {
            start = amount.core.lowerBound - 1
        }
        // "от 3 до 5": the word that opens a range belongs to it.
        if start == amount.core.lowerBound, !amount.isPercent || amount.valueMax != nil,
            reading.opensEnd(start - 1) || reading.opensRange(start - 1) && amount.valueMax != nil,
            document.sentenceOf[start - 1] == document.sentenceOf[start]
        {
            start -= 1
        }
        // "несколько сотен миллионов"
        while has(classes.whenCount, at: start - 1),
            has(marks.scale, at: start) || has(classes.whenCount, at: start)
        {
            start -= 1
        }
        return start..<end
    }

    private func opensSpan(_ token: Int) -> Bool {
        guard document.mark(at: token, marks.comparator) != nil, let word = document.word(token) else { return false }
        return !word.readings[0].intersects([.verb, .infn, .prts, .prtf, .grnd])
    }

    /// "%D0%BE": an escape within an address and no percent sign.
    private func isEscape(_ end: Int) -> Bool {
        document.isMark(end - 1, "%") && end < document.tokens.count
            && !document.tokens[end].shape.contains(.spaceBefore)
            && document.tokens[end].shape.contains(.latin)
    }
}
