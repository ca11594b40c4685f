import Grammar
import Model

/// What documents cost, which makes deals of them.
extension AgreementReader {
    /// "на сумму 15 млн долларов" right behind a name.
    func hasSum(after end: Int, limit: Int) -> Bool {
        // "договоры, сумма которых составила 3 млн долларов"
        let first = isPriced(behind: end) ? end + 1 : end
        return reading.amounts(in: first..<max(first, min(limit, first + 8))).contains { amount in
            amount.isMoney
                && !(first..<max(first, amount.range.lowerBound)).contains { document.tokens[$0].kind == .mark }
                && !isOfFunds(first..<max(first, amount.range.lowerBound))
        }
    }

    /// "соглашения о займах на 15 млн", "для получения помощи в 15 млн": money lent or given is no price of the papers.
    func isOfFunds(_ title: Range<Int>) -> Bool {
        document.marks(reading.marks.indicator, in: title).contains { mark in
            reading.marks.indicatorUses[mark.entry]?.contains {
                $0.indicator == Indicator("finance") && !$0.isWeak && $0.units.contains(.money)
            } == true
        }
    }

    /// ", сумма которых", ", превышающую": what follows a comma tells the price, or more of a sum.
    func isPriced(behind comma: Int) -> Bool {
        document.isMark(comma, ",")
            && (comma + 1..<min(document.tokens.count, comma + 3)).contains {
                document.mark(at: $0, marks.price) != nil
                    || document.mark(at: $0, reading.marks.comparator) != nil
                        && document.word($0)?.parses[0].tag.grammemes.contains(.prtf) == true
            }
    }
}
