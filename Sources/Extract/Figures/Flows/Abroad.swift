import Grammar
import Model

/// What is sold and got at all, and trade with all the world, which has no state on its other side.
extension FigureReader {
    /// "за рубеж", "внешнеторговый", "весь экспорт": all the world stands on the other side.
    func reachesAbroad(_ clause: Range<Int>) -> Bool {
        if !document.marks(marks.abroad, in: clause).isEmpty || isOfWholeTrade(clause) { return true }
        // "поступило из 40 стран", "вывезли в 53 государства"
        let isOfMany = document.marks(marks.own, in: clause).contains { mark in
            reading.amount(endingAt: mark.first).map { $0.unit == nil && $0.value >= 3 } ?? false
                && document.word(mark.end - 1)?.can(be: .plur) == true
        }
        if isOfMany { return true }
        // "Всего Кения продала 5 млн тонн"
        let first = document.sentence(of: clause.lowerBound).lowerBound
        return clause.lowerBound == first && document.mark(at: first, marks.inAll) != nil
    }

    /// "общий объем кенийского экспорта": of all that the state sells, where nothing tells whither.
    private func isOfWholeTrade(_ clause: Range<Int>) -> Bool {
        document.marks(marks.whole, in: clause).contains { mark in
            guard let owner = reading.places(in: mark.end..<min(mark.end + 2, clause.upperBound)).first,
                owner.kind == .adjective, document.mark(at: owner.range.upperBound, marks.opposite) != nil
            else { return false }
            return reading.places(in: clause).allSatisfy { $0.country == owner.country }
        }
    }

    /// "получает из Кении 200 МВт"
    func isGot(_ clause: Range<Int>) -> Bool {
        clause.contains { document.mark(at: $0, marks.receive) != nil && reading.isFiniteVerb($0) }
            && reading.places(in: clause).contains { governor(of: $0.range.lowerBound, in: clause) == "from" }
    }

    /// Whether a clause tells of what is sold or supplied, and not of what is produced.
    func isSold(_ clause: Range<Int>) -> Bool {
        document.marks(marks.indicator, in: clause).contains { mark in
            marks.indicatorUses[mark.entry]?.contains {
                !$0.isWeak && ($0.indicator == Indicator("exports") || $0.indicator == Indicator("imports"))
            } == true
        }
    }
}
