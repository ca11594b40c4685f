import Foundation
import Grammar
import Model

/// A unit of the lexicon, and what the number before it is multiplied by.
struct UnitValue {
    let unit: QuantityUnit
    let factor: Decimal
}

/// Units behind a number, or in one word with it.
extension Reading {
    func unit(at: Int, limit: Int) -> (QuantityUnit, Decimal, Int)? {
        guard at < limit else { return nil }
        // "5 миллиардов [долларов]"
        if document.isMark(at, "["), let inner = unit(at: at + 1, limit: limit), document.isMark(inner.2, "]") {
            return (inner.0, inner.1, inner.2 + 1)
        }
        if let (found, after) = currency(at: at), let unit = found {
            var end = after
            if document.isMark(end, "."), end + 1 < limit, !document.tokens[end].shape.contains(.spaceBefore) {
                end += 1
            }
            return (unit, 1, end)
        }
        // "77 тысяч контейнеров (ДФЭ)"
        if document.isMark(at + 1, "("), at + 3 < limit, document.isMark(at + 3, ")"),
            let mark = document.mark(at: at + 2, marks.unit), let teu = unitValue(mark), teu.unit == .plain(.teu)
        {
            return (teu.unit, teu.factor, at + 4)
        }
        if let mark = document.mark(at: at, marks.unit) {
            return unitValue(mark).map { ($0.unit, $0.factor, mark.end) }
        }
        return nil
    }

    /// What a unit's value in the lexicon says: `tonne 1000`.
    func unitValue(_ mark: Mark) -> UnitValue? {
        memory.units.of(mark.entry) {
            let fields = value(mark).split(separator: " ")
            guard fields.count == 2, let unit = QuantityUnit(fields[0]), let factor = Decimal(string: String(fields[1]))
            else { return nil }
            return UnitValue(unit: unit, factor: factor)
        }
    }

    /// "вдвое", "удвоиться".
    func timesWord(at: Int) -> Amount? {
        guard let mark = document.mark(at: at, marks.times) else { return nil }
        let fields = value(mark).split(separator: " ")
        guard let first = fields.first, let factor = Decimal(string: String(first)) else { return nil }
        return Amount(
            range: mark.range, core: mark.range, value: factor, valueMax: nil, unit: .plain(.times), comparator: .eq,
            isScaled: false, direction: fields.count > 1 ? Figure.Direction(rawValue: String(fields[1])) : nil)
    }

    /// "73-километровый", "6,1-процентный": number and unit in one adjective.
    func unitAdjective(at: Int) -> Amount? {
        guard document.tokens[at].shape.isSuperset(of: [.digits, .hyphen]), let word = document.word(at),
            let hyphen = word.text.unicodeScalars.firstIndex(where: Tokenizer.isHyphen),
            let unit = memory.unitAdjectives.of(
                word, { self.unit(ofAdjective: word.text[word.text.unicodeScalars.index(after: hyphen)...]) }),
            let number = Decimal(string: String(word.text[..<hyphen]).replacing(",", with: "."))
        else { return nil }
        return Amount(
            range: at..<at + 1, core: at..<at + 1, value: number * unit.factor, valueMax: nil, unit: unit.unit,
            comparator: .eq, isScaled: false)
    }

    func unit(ofAdjective text: some StringProtocol) -> UnitValue? {
        for parse in document.vocabulary.word(for: text).parses {
            guard let value = document.lexicon.value(of: parse.lemma, marks.unitAdjective) else { continue }
            let fields = value.split(separator: " ")
            guard fields.count == 2, let unit = QuantityUnit(fields[0]), let factor = Decimal(string: String(fields[1]))
            else { continue }
            return UnitValue(unit: unit, factor: factor)
        }
        return nil
    }
}
