import Foundation
import Grammar
import Model

/// Two amounts that are the ends of one range.
extension Reading {
    /// "от 30% до 40%", "$3–$5 млрд": a range of which both ends carry the unit.
    func joinedRanges(_ amounts: [Amount]) -> [Amount] {
        var merged: [Amount] = []
        for amount in amounts {
            guard let first = merged.last, first.unit != nil, first.unit == amount.unit, first.valueMax == nil,
                amount.valueMax == nil, amount.core.lowerBound - first.core.upperBound == 1,
                case let sharesScale = first.isMoney && !first.isScaled && amount.isScaled && first.value < 1000,
                isRange(first, amount, sharesScale: sharesScale),
                case let value = sharesScale ? first.value.times(amount.factor) : first.value, value < amount.value
            else {
                merged.append(amount)
                continue
            }
            merged[merged.count - 1] = Amount(
                range: first.range.lowerBound..<amount.range.upperBound,
                core: first.core.lowerBound..<amount.core.upperBound, value: value, valueMax: amount.value,
                unit: first.unit, comparator: first.comparator, isScaled: amount.isScaled, factor: amount.factor)
        }
        return merged
    }

    /// Whether two amounts with one token between them are the ends of a range: "от" and "до", or a dash that no spaces set off
    /// or that parts a number from the scale of both.
    private func isRange(_ first: Amount, _ second: Amount, sharesScale: Bool) -> Bool {
        let joint = first.core.upperBound
        if document.isDash(joint) {
            return sharesScale
                || (first.isMoney || first.isPercent) && !document.tokens[joint].shape.contains(.spaceBefore)
        }
        return opensEnd(joint)
            && (opensRange(first.range.lowerBound - 1)
                || opensRange(first.core.lowerBound - 1))
    }

    /// "от" of "от 3 до 5"
    func opensRange(_ token: Int) -> Bool { isWord(token, language.rangeWords.from) }

    /// "до" of "от 3 до 5"
    func opensEnd(_ token: Int) -> Bool { isWord(token, language.rangeWords.to) }

    private func isWord(_ token: Int, _ text: String) -> Bool {
        document.word(token)?.text.hasSameBytes(as: text) ?? false
    }
}
