import Grammar
import Model

/// Amounts that are no figures.
extension FigureReader {
    /// "больше трети (38,5%)": a part in words that the brackets behind it tell in digits.
    func isToldExactly(_ amount: Amount, _ others: [Amount]) -> Bool {
        guard amount.isPercent, !amount.core.contains(where: { document.tokens[$0].shape.contains(.digits) }),
            let open = (amount.core.upperBound..<min(amount.core.upperBound + 4, document.tokens.count)).first(where: {
                document.isMark($0, "(")
            })
        else { return false }
        return others.contains {
            $0.isPercent && $0.range.lowerBound == open + 1 && document.isMark($0.core.upperBound, ")")
                && abs($0.value - amount.value) < 10
        }
    }

    /// "в 100 км от Лимы": how far away a thing is.
    func isDistance(_ amount: Amount) -> Bool {
        // "груз преодолеет 7 тыс. км"
        if amount.unit == .plain(.kilometre) || amount.unit == .plain(.metre),
            amount.range.contains(where: { document.mark(at: $0, marks.passing) != nil })
                || document.mark(at: amount.range.lowerBound - 1, marks.passing) != nil
        {
            return true
        }
        // "в 130 км к востоку от столицы", "в 300 км южнее столицы"
        if amount.unit == .plain(.kilometre), document.mark(at: amount.core.upperBound, marks.liesToward) != nil {
            return true
        }
        guard amount.unit == .plain(.kilometre), let from = document.mark(at: amount.core.upperBound, marks.preposition)
        else { return false }
        guard reading.value(from) == "from", from.end < document.tokens.count else { return false }
        let before = document.mark(at: amount.range.lowerBound - 1, marks.preposition)
        return document.tokens[from.end].shape.contains(.capitalized)
            || before.map { reading.value($0) == "into" } ?? false
    }

    /// "275 долларов за тысячу кубометров": of how much a price is.
    func isPerUnit(_ amount: Amount) -> Bool {
        // "по условной цене за 1 кВт·ч"
        if IndicatorUse.UnitClass(amount.unit) == .physical, [1, 1000].contains(amount.value),
            document.mark(at: amount.range.lowerBound - 1, marks.perOne) != nil
        {
            return true
        }
        guard !amount.isMoney, amount.unit != nil, let price = reading.amounts(before: amount.core.lowerBound),
            price.isMoney, (1...2).contains(amount.core.lowerBound - price.core.upperBound)
        else { return false }
        return document.mark(at: price.core.upperBound, marks.perUnit) != nil
            || document.mark(at: price.core.upperBound, marks.perOne) != nil
    }

    /// "грузы пойдут вдвое быстрее": how things are done is no quantity.
    func isManner(_ amount: Amount) -> Bool {
        amount.isTimes && document.word(amount.core.upperBound)?.readings[0].contains(.comp) == true
            && document.mark(at: amount.core.upperBound, marks.direction) == nil
    }
}
