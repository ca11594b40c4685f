import Grammar
import Model
import Morphology

/// What tonnes are of: goods that are sold, carried, grown or dug.
extension FigureReader {
    /// Goods that go abroad or are told of buyers and sellers are traded, whatever the verb; what a road bears is carried.
    func ofTonnes(
        _ indicator: Indicator, _ amount: Amount, _ trigger: Trigger?, _ clause: Range<Int>
    ) -> Indicator {
        // "мощность порта 10 млн тонн", "завод мощностью 50 тыс. тонн"
        if indicator == Indicator("energy"), let trigger,
            trigger.uses.contains(where: { $0.indicator == Indicator("infrastructure") && $0.units.contains(.physical) }
            )
        {
            // "построят порт и завод мощностью 3 млн тонн": of the thing that stands last before it.
            let before = clause.lowerBound..<max(clause.lowerBound, trigger.mark.first)
            let plant = triggersHere.last {
                before.contains($0.mark.first) && $0.use(.count)?.indicator == Indicator("companies_count")
            }
            let place = document.marks(marks.facility, in: clause).last
            return place == nil
                || plant.map { $0.mark.first > place!.first && place!.first < trigger.mark.first } == true
                ? Indicator("infrastructure") : Indicator("freight")
        }
        // "доля экспорта составила 6 млн тонн"
        if indicator == Indicator("share"), let trigger,
            let part = triggersHere.first(where: { depends($0, on: trigger) })
        {
            return part.use(.physical)?.indicator ?? indicator
        }
        // "отправить по ней 15 млн тонн грузов": loads are carried, whoever sends them.
        if Self.isGoods(indicator),
            triggersHere.contains(where: {
                $0.mark.first == amount.core.upperBound && $0.mark.range.count == 1
                    && $0.use(.physical)?.indicator == Indicator("freight")
                    && document.word($0.mark.first)?.can(be: .noun) == true
            })
        {
            return Indicator("freight")
        }
        guard let trigger, trigger.use(.physical)?.isWeak == true else { return indicator }
        // "через территорию Кении ушло 60 млн тонн нефти"
        if indicator == Indicator("energy"),
            document.marks(marks.preposition, in: clause).contains(where: { reading.value($0) == "via" }),
            triggersHere.contains(where: {
                clause.contains($0.mark.first) && reading.isFiniteVerb($0.mark.first)
                    && $0.use(.physical).map {
                        Self.isGoods($0.indicator) || $0.indicator == Indicator("freight")
                    } ?? false
            })
        {
            return Indicator("freight")
        }
        if indicator == Indicator("exports"), !isTraded(clause) {
            return document.marks(marks.produce, in: clause).isEmpty ? indicator : .other
        }
        // "через станцию передано 7 млн тонн"
        if indicator == Indicator("energy"), trigger.use(.money)?.indicator == Indicator("projects_value") {
            return Indicator("freight")
        }
        // "производство сои": of what it is says what it is.
        if indicator == .other, let made = triggersHere.first(where: { depends($0, on: trigger) })?.use(.physical) {
            return made.indicator
        }
        if indicator == Indicator("infrastructure") { return Indicator("freight") }
        guard indicator == Indicator("agriculture") else { return indicator }
        // "через терминал пройдет 5 тыс. тонн зерна"
        if !document.marks(marks.facility, in: clause).isEmpty,
            document.marks(marks.preposition, in: clause).contains(where: { reading.value($0) == "via" })
        {
            return Indicator("freight")
        }
        // "готов принимать зерно"; what is only got may be grown.
        let isTaken = document.marks(marks.receive, in: clause).contains { mark in
            document.word(mark.first)?.can(be: .noun) == false && document.mark(at: mark.first, marks.indicator) == nil
        }
        return trader(before: amount) ?? (isTaken || reachesAbroad(clause) ? Indicator("exports") : indicator)
    }

    /// Whether anything in a clause speaks of selling, buying or sending.
    private func isTraded(_ clause: Range<Int>) -> Bool {
        if isSold(clause) || reachesAbroad(clause) || isOfTrade(clause) { return true }
        return clause.contains { token in
            document.mark(at: token, marks.receive) != nil || document.mark(at: token, marks.dispatch) != nil
                || document.mark(at: token, marks.give) != nil
        }
    }
}
