import Grammar
import Model
import Morphology

/// What an amount is a figure by: a word of the lexicon that governs it, or a figure told before that it goes on with.
extension FigureReader {
    struct Basis {
        let rule: String
        let unit: QuantityUnit
        let indicator: Indicator
        let trigger: Trigger?
        /// Whether the trigger stands in the amount's own sentence and tells of it alone.
        var isOwn = false
        /// The thing that the amount is of, in a list of things.
        var item: Range<Int>?
    }

    /// Nil, with the reason noted, where an amount is none.
    func basis(
        of amount: Amount, others: [Amount], triggers: [Trigger], clause: Range<Int>, sentence: Range<Int>, index: Int
    ) -> Basis? {
        let unitClass = IndicatorUse.UnitClass(amount.unit)
        if let line = basisOfLine(amount, unitClass, index: index) { return line }
        guard let unit = amount.unit else {
            return basisOfCount(amount, others: others, triggers: triggers, clause: clause, index: index)
        }
        if let goods = worth(amount, index: index) {
            let indicator = goods.figure.indicator
            return Basis(
                rule: "figure.worth", unit: unit,
                indicator: indicator == Indicator("energy") ? Indicator("exports") : indicator, trigger: goods.trigger,
                isOwn: goods.ownTrigger)
        }
        if let same = basisToldBefore(amount, unit, others: others, triggers: triggers, index: index) { return same }
        if let paired = respective[amount.core.lowerBound] ?? wholeOfShare(amount), let use = paired.use(unitClass) {
            return Basis(rule: "figure.governed", unit: unit, indicator: use.indicator, trigger: paired, isOwn: true)
        }
        if let governing = governing(amount, unitClass, others: others, triggers: triggers),
            !(isOfCause(governing.0)
                || governing.0.use(unitClass)!.isWeak && governing.0.mark.first >= amount.core.upperBound)
                || pointed(amount, unitClass, clause: clause, index: index) == nil
        {
            let trigger = goodsOf(governing.0, amount, unitClass, index) ?? governing.0
            guard let use = trigger.use(unitClass) else {
                return basisOfLoose(amount, unit, clause: clause, index: index)
            }
            return Basis(
                rule: "figure.governed", unit: unit, indicator: use.indicator, trigger: trigger,
                isOwn: sentence.contains(trigger.mark.first))
        }
        if let pointed = pointed(amount, unitClass, clause: clause, index: index) {
            return Basis(
                rule: "figure.anaphor", unit: unit, indicator: pointedIndicator(pointed, unitClass), trigger: pointed)
        }
        if let previous = inheritable(amount, unitClass, sentence: sentence, index: index) {
            return Basis(
                rule: "figure.inherited", unit: unit, indicator: inherited(previous, unitClass),
                trigger: previous.trigger)
        }
        return basisOfLoose(amount, unit, clause: clause, index: index)
    }

    /// In a list of one line a state, or one line a thing.
    private func basisOfLine(_ amount: Amount, _ unitClass: IndicatorUse.UnitClass, index: Int) -> Basis? {
        if let head = listHead, bullet != nil, head.trigger != nil, head.amount.unit == amount.unit {
            return Basis(
                rule: "figure.bullet", unit: amount.unit ?? .plain(.count), indicator: head.figure.indicator,
                trigger: head.trigger)
        }
        guard let head = lineOfGoods(amount, unitClass) ?? madeOf(amount, unitClass, index: index),
            let unit = amount.unit
        else { return nil }
        return Basis(rule: "figure.goods", unit: unit, indicator: head.figure.indicator, trigger: head.trigger)
    }

    /// A number of what is counted.
    private func basisOfCount(
        _ amount: Amount, others: [Amount], triggers: [Trigger], clause: Range<Int>, index: Int
    ) -> Basis? {
        if !document.marks(marks.harm, in: clause).isEmpty { return left(amount, .harm) }
        guard
            let counted = counted(amount, triggers: triggers, others: others, index: index)
                ?? countedInList(amount, index: index)
        else { return left(amount, .nothingCounted) }
        if let people = counted.people {
            return Basis(
                rule: "figure.people_counted", unit: .plain(.count), indicator: people, trigger: nil, isOwn: true)
        }
        guard let use = counted.trigger?.use(.init(nil)) else { return left(amount, .factorWithoutChange) }
        return Basis(
            rule: "figure.governed", unit: .plain(.count), indicator: use.indicator, trigger: counted.trigger,
            isOwn: counted.own)
    }

    /// A quantity that goes on with a figure told before.
    private func basisToldBefore(
        _ amount: Amount, _ unit: QuantityUnit, others: [Amount], triggers: [Trigger], index: Int
    ) -> Basis? {
        let unitClass = IndicatorUse.UnitClass(unit)
        func same(_ rule: String, _ previous: FoundFigure) -> Basis {
            Basis(rule: rule, unit: unit, indicator: previous.figure.indicator, trigger: previous.trigger)
        }
        if let previous = gloss(amount, triggers: triggers, index: index) { return same("figure.gloss", previous) }
        if let whole = wholeOfRow(amount, others: others, index: index) { return same("figure.part", whole) }
        if let item = itemBefore(amount, triggers: triggers, index: index) { return same("figure.list", item) }
        if let row = rowItem(amount, unitClass, index: index) ?? nextDeal(amount, index: index) {
            return same("figure.row", row)
        }
        if let item = namedItem(amount, index: index), let head = item.previous.trigger {
            return Basis(
                rule: "figure.item", unit: unit, indicator: item.previous.figure.indicator, trigger: head,
                isOwn: item.previous.ownTrigger, item: item.name)
        }
        if let told = thisIs(amount, unitClass, index: index) {
            return Basis(
                rule: "figure.this_is", unit: unit, indicator: inherited(told, unitClass), trigger: told.trigger)
        }
        if let line = listOpening?.trigger, triggersHere.first?.mark == line.mark, let use = line.use(unitClass) {
            return Basis(rule: "figure.line", unit: unit, indicator: use.indicator, trigger: line)
        }
        return nil
    }

    /// A quantity that no word of the lexicon governs.
    private func basisOfLoose(_ amount: Amount, _ unit: QuantityUnit, clause: Range<Int>, index: Int) -> Basis? {
        if amount.isTimes { return left(amount, .factorWithoutChange) }
        if !document.marks(marks.harm, in: clause).isEmpty { return left(amount, .harm) }
        // "родились 11 тыс. детей, что на 3% меньше": a growth of what is no figure.
        if amount.isPercent, found.last?.sentence != index, preposition(of: amount) == .by,
            document.isMark(amount.range.lowerBound - 3, ","),
            document.mark(at: amount.range.lowerBound - 2, marks.relative) != nil
        {
            return left(amount, .nothingCounted)
        }
        // "две трети голосов": what no word measures is a way of counting.
        if amount.isPercent, !amount.core.contains(where: { document.tokens[$0].shape.contains(.digits) }),
            document.mark(at: amount.core.upperBound - 1, marks.numberFraction) != nil
        {
            return left(amount, .partOfUnit)
        }
        // A length of nothing that is built is how far away a thing is, how high or how deep.
        let isBuilt =
            unit == .plain(.kilometre)
            && (!document.marks(marks.build, in: clause).isEmpty || isLengthOfBuilt(amount, index: index))
        if !isBuilt, unit == .plain(.kilometre) || unit == .plain(.metre) { return left(amount, .distance) }
        return Basis(
            rule: "figure.without_indicator", unit: unit, indicator: meaning(of: amount, in: clause), trigger: nil,
            isOwn: true)
    }

    /// "Газопровод свяжет два города. Кенийская часть составит 85 км": what was told right before is that long.
    private func isLengthOfBuilt(_ amount: Amount, index: Int) -> Bool {
        guard document.mark(at: amount.range.lowerBound - 1, marks.reach) != nil else { return false }
        let first = document.sentences[max(0, index - 1)].lowerBound
        return document.marks(marks.indicator, in: first..<amount.core.lowerBound).contains { mark in
            marks.indicatorUses[mark.entry]?.contains {
                $0.indicator == Indicator("infrastructure") && $0.units.contains(.physical)
            } == true
        }
    }
}
