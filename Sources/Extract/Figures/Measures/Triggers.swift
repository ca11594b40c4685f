import Grammar
import Model
import Morphology

/// The words that say what is measured, and which of them governs an amount.
extension FigureReader {
    func triggers(in sentence: Range<Int>) -> [Trigger] {
        document.marks(marks.indicator, in: sentence).compactMap {
            if reading.frame.isNoise[$0.first] || isHomonym($0) || isInBodyName($0, sentence) { return nil }
            return Trigger(mark: $0, uses: marks.indicatorUses[$0.entry] ?? [])
        }
    }

    /// The trigger that governs an amount, by the words between them; nil when none is near enough.
    func governing(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, others: [Amount], triggers: [Trigger]
    ) -> (Trigger, cost: Double)? {
        if let moved = movedBehind(amount, unit, triggers) { return (moved, 0) }
        var best: (Trigger, Double)?
        // "7 из 16 млрд вложит": the whole does not stand in the way.
        let others = others.filter {
            $0.core.lowerBound != amount.core.upperBound + 1
                || document.mark(at: amount.core.upperBound, marks.outOf) == nil
        }
        for (index, trigger) in triggers.enumerated() where trigger.use(unit) != nil {
            // "экспорт зерна": the head measures, what depends on it does not.
            if index > 0, let head = triggers[index - 1].use(unit), depends(trigger, on: triggers[index - 1]),
                !isFrame(triggers[index - 1], of: trigger, unit),
                // "товаров несырьевого экспорта на 2 млрд", "предоставление кредита в 2 млрд"
                !(head.isWeak && trigger.use(unit)!.isWeak == false && head.indicator == trigger.use(unit)!.indicator
                    && (Self.isGoods(head.indicator) || head.indicator == Indicator("finance")))
            {
                // "газопровод мощностью 5 млн кубометров доставит газ": how large it is, right before the amount, is of the thing.
                if trigger.mark.end == amount.range.lowerBound,
                    document.word(trigger.mark.first)?.can(be: [.noun, .ablt, .sing]) == true
                {
                    return (triggers[index - 1], 0)
                }
                continue
            }
            // "саудовский фонд инвестирует 5 млн": who does it measures nothing.
            if index + 1 < triggers.count, case let deed = triggers[index + 1], trigger.mark.end == deed.mark.first,
                deed.mark.end <= amount.core.lowerBound, deed.use(unit)?.isWeak == false,
                reading.isFiniteVerb(deed.mark.first) || deed.use(unit)?.indicator == Indicator("investment"),
                document.word(deed.mark.first)?.can(be: .noun) == false,
                document.word(trigger.mark.end - 1)?.can(be: [.noun, .nomn]) == true
            {
                continue
            }
            // "инвестиции и кредиты составили": of two in a row the first, save the two directions of trade.
            if index > 0, isSecondInRow(trigger, triggers[index - 1], unit) { continue }
            // "стоимость экспорта достигла 5 млн": a frame of what depends on it.
            if index + 1 < triggers.count, isFrame(trigger, of: triggers[index + 1], unit) { continue }
            if isBesideTrade(trigger, unit, triggers) || isValueOfTrade(trigger, unit, triggers)
                || isWorthOfGoods(trigger, unit, triggers)
            {
                continue
            }
            if index + 1 < triggers.count, isDocument(trigger, on: triggers[index + 1]),
                triggers[index + 1].mark.first - trigger.mark.end <= 3
            {
                continue
            }
            if isMeasureOfMoney(trigger, amount, triggers) || isInBrackets(trigger, before: amount, unit, triggers) {
                continue
            }
            var cost: Double
            if trigger.mark.first >= amount.core.upperBound {
                cost = costBehind(trigger, amount, others)
            } else if trigger.mark.end <= amount.core.lowerBound {
                cost = costBefore(trigger, amount, unit, others)
            } else {
                continue
            }
            if trigger.use(unit)!.isWeak, !isNameInRow(trigger, amount), !isFramedBy(trigger, amount, unit) {
                if index > 0, isObject(trigger, of: triggers[index - 1], unit) { continue }
                // "до 1,8 млн тонн, металла": the next of a list.
                if trigger.mark.first >= amount.core.upperBound,
                    (amount.core.upperBound..<trigger.mark.first).contains(where: { document.isMark($0, ",") })
                {
                    continue
                }
                cost = 12 + cost * 0.3
            }
            if isOfCause(trigger), !isItsOwn(amount, trigger, unit) { cost += 10 }
            // "из которых 4 млн составил экспорт, а 5 млн – импорт": a word that stood behind its amount is used up.
            if let last = found.last, last.trigger?.mark == trigger.mark,
                trigger.mark.first >= last.amount.core.upperBound, trigger.mark.end <= amount.core.lowerBound,
                triggers.contains(where: {
                    $0.mark.first >= amount.core.upperBound && $0.use(unit)?.isWeak == false
                })
            {
                cost += 8
            }
            if cost < best?.1 ?? .infinity { best = (trigger, cost) }
        }
        guard let best, best.1 < 22 else { return nil }
        return (best.0, best.1)
    }

    private func isSecondInRow(_ trigger: Trigger, _ first: Trigger, _ unit: IndicatorUse.UnitClass) -> Bool {
        guard unit == .money, let use = first.use(unit), !use.isWeak, trigger.mark.first - first.mark.end == 1,
            document.word(first.mark.end)?.parses[0].tag.grammemes.contains(.conj) == true,
            document.mark(at: trigger.mark.first, marks.opposite) == nil
        else { return false }
        let cases: [Grammemes] = [.nomn, .gent, .accs]
        return cases.contains { one in
            document.word(first.mark.end - 1)?.can(be: one.union(.noun)) == true
                && document.word(trigger.mark.first)?.can(be: one.union(.noun)) == true
        }
    }

    /// "…, строительство – 16%": the name of an item, right before its dash.
    private func isNameInRow(_ trigger: Trigger, _ amount: Amount) -> Bool {
        amount.isPercent && document.isDash(trigger.mark.end)
            && (1...2).contains(amount.range.lowerBound - trigger.mark.end)
            && document.word(trigger.mark.first)?.can(be: [.noun, .nomn]) == true
            && (document.isMark(trigger.mark.first - 1, ",")
                || document.word(trigger.mark.first - 1)?.parses[0].tag.grammemes.contains(.conj) == true)
    }

    /// "госдолг достиг 177% ВВП": what the money is measured by is not what is measured.
    private func isMeasureOfMoney(_ trigger: Trigger, _ amount: Amount, _ triggers: [Trigger]) -> Bool {
        amount.isPercent && trigger.mark.first == amount.core.upperBound
            && trigger.use(.percent)?.indicator == Indicator("gdp")
            && triggers.contains {
                $0.mark.end <= amount.core.lowerBound && $0.use(.percent)?.indicator == Indicator("finance")
            }
    }

    /// "стоимость внешней торговли", "стоимость газа": a word that only frames the trade or the goods behind it.
    private func isFrame(_ head: Trigger, of trigger: Trigger, _ unit: IndicatorUse.UnitClass) -> Bool {
        guard head.mark.range.count == 1, document.mark(at: head.mark.first, marks.indicatorFrame) != nil,
            depends(trigger, on: head), let use = trigger.use(unit)
        else { return false }
        return ["trade_turnover", "exports", "imports"].contains(use.indicator.rawValue)
    }

    /// "импортировала из Кении товаров на 5 млн": goods bought or sold are worth what was bought or sold.
    private func isBesideTrade(_ goods: Trigger, _ unit: IndicatorUse.UnitClass, _ triggers: [Trigger]) -> Bool {
        guard unit == .money, goods.use(unit)?.isWeak == true, let use = goods.use(unit), Self.isGoods(use.indicator)
        else {
            return false
        }
        return triggers.contains { trade in
            guard trade.use(unit)?.isWeak == false, Self.isGoods(trade.use(unit)!.indicator),
                trade.mark.end <= goods.mark.first, goods.mark.first - trade.mark.end <= 5
            else { return false }
            return !(trade.mark.end..<goods.mark.first).contains { document.isMark($0, ",") }
        }
    }

    /// "экспорт вырос, но его стоимость не превышает 5 млн": the value of the trade that was told of before.
    private func isValueOfTrade(_ frame: Trigger, _ unit: IndicatorUse.UnitClass, _ triggers: [Trigger]) -> Bool {
        guard unit == .money, frame.mark.range.count == 1,
            document.mark(at: frame.mark.first, marks.indicatorFrame) != nil,
            (1...2).contains(where: { document.mark(at: frame.mark.first - $0, marks.theirs) != nil })
        else { return false }
        return triggers.contains { trade in
            trade.mark.end <= frame.mark.first && trade.use(unit)?.isWeak == false
                && Self.isGoods(trade.use(unit)!.indicator)
        }
    }

    /// "экспортировала в Перу продукцию стоимостью 5 млн": what goods that are traded are worth.
    private func isWorthOfGoods(_ frame: Trigger, _ unit: IndicatorUse.UnitClass, _ triggers: [Trigger]) -> Bool {
        guard unit == .money, frame.mark.range.count == 1,
            document.mark(at: frame.mark.first, marks.indicatorFrame) != nil,
            document.word(frame.mark.first)?.can(be: [.ablt, .sing]) == true
        else { return false }
        // "шести поездов Hyundai общей стоимостью"
        let before = frame.mark.first - (document.word(frame.mark.first - 1)?.can(be: [.adjf, .ablt]) == true ? 2 : 1)
        guard document.word(before)?.can(be: .noun) == true || document.tokens[max(0, before)].shape.contains(.latin)
        else { return false }
        return triggers.contains { trade in
            trade.use(unit)?.isWeak == false && Self.isGoods(trade.use(unit)!.indicator)
                && (1...8).contains(frame.mark.first - trade.mark.end)
                && !(trade.mark.end..<frame.mark.first).contains { document.isMark($0, ",") }
        }
    }

    /// "за счет сокращения импорта": what a thing comes of is not what is measured.
    func isOfCause(_ trigger: Trigger) -> Bool {
        let before = max(0, trigger.mark.first - 4)..<trigger.mark.first
        return document.marks(marks.cause, in: before).contains { cause in
            !(cause.end..<trigger.mark.first).contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
    }

    /// "за счет кредита в 5 млн", "в размере 5 млн": a sum that only a preposition parts from its noun is its own.
    private func isItsOwn(_ amount: Amount, _ trigger: Trigger, _ unit: IndicatorUse.UnitClass) -> Bool {
        unit == .money && trigger.mark.end < amount.range.lowerBound && amount.range.lowerBound - trigger.mark.end <= 2
            && document.word(trigger.mark.end)?.readings[0].contains(.prep) == true
    }

    /// "экспорт зерна", "инвестиции в экономику", "вложить в проекты": the second word hangs on the first.
    func depends(_ trigger: Trigger, on head: Trigger) -> Bool {
        guard trigger.mark.first >= head.mark.end, trigger.mark.first - head.mark.end <= 4,
            !isDocument(head, on: trigger), let word = document.word(trigger.mark.end - 1),
            let headWord = document.word(head.mark.end - 1)
        else { return false }
        // "инвестиции Китая в экономику"
        let owner = reading.places(in: head.mark.end..<min(head.mark.end + 1, trigger.mark.first)).first {
            $0.kind != .adjective
        }
        var between = (owner?.range.upperBound ?? head.mark.end)..<trigger.mark.first
        let isPrepositional = !between.isEmpty && document.word(between.lowerBound)?.can(be: .prep) == true
        if isPrepositional {
            guard headWord.can(be: .noun) || headWord.can(be: .verb) || headWord.can(be: .infn),
                word.can(be: .noun), between.count <= 3, hasAllSenses(head, of: trigger)
            else { return false }
            between = between.dropFirst()
        } else {
            guard headWord.can(be: .noun), owner == nil, between.count <= 2,
                document.word(trigger.mark.first).map({ $0.can(be: .gent) || $0.can(be: .ablt) }) == true
            else { return false }
        }
        return between.allSatisfy { token in
            document.word(token).map { $0.can(be: .adjf) || $0.can(be: .prtf) } ?? false
        }
    }

    /// "ввезла российские товары, составив": goods right behind a verb of trade measure nothing themselves.
    private func isObject(_ goods: Trigger, of verb: Trigger, _ unit: IndicatorUse.UnitClass) -> Bool {
        guard verb.use(unit)?.isWeak == false, let word = document.word(verb.mark.first),
            word.can(be: .verb) || word.can(be: .grnd), !word.can(be: .noun), verb.mark.end <= goods.mark.first,
            document.word(goods.mark.first)?.can(be: .accs) == true
        else { return false }
        return (verb.mark.end..<goods.mark.first).allSatisfy { document.word($0)?.can(be: .adjf) == true }
    }

    /// "соглашение о займе": the document is of the money, and not the other way round.
    private func isDocument(_ head: Trigger, on trigger: Trigger) -> Bool {
        head.use(.money)?.indicator == Indicator("contracts_value")
            && trigger.use(.money)?.indicator == Indicator("finance")
    }

    /// Whether what stands behind a preposition could be measured only as the head can: of "экспорт в долларах" nothing.
    private func hasAllSenses(_ head: Trigger, of trigger: Trigger) -> Bool {
        head.uses.contains { use in !use.isWeak && trigger.uses.contains { !$0.units.isDisjoint(with: use.units) } }
    }

    private func costBehind(_ trigger: Trigger, _ amount: Amount, _ others: [Amount]) -> Double {
        let between = amount.core.upperBound..<trigger.mark.first
        let joins = between.allSatisfy { token in
            document.word(token).map { $0.can(be: .adjf) || $0.can(be: .prtf) } ?? false
        }
        // "на 5% больше пассажиров"
        if amount.isPercent || amount.isTimes, between.count == 1,
            document.word(between.lowerBound)?.can(be: .comp) == true,
            document.mark(at: between.lowerBound, marks.direction) != nil,
            document.mark(at: between.lowerBound, marks.comparedTo) == nil,
            document.word(trigger.mark.first)?.can(be: [.gent, .plur]) == true
        {
            return 0
        }
        // "вдвое ниже обязательств по контракту": with what something is compared is not what is measured.
        if amount.isPercent || amount.isTimes, document.mark(at: amount.core.upperBound, marks.comparedTo) != nil {
            return 30
        }
        if joins, let word = document.word(trigger.mark.first), word.can(be: .noun) || word.can(be: .adjf) {
            return word.can(be: .gent) || amount.unit == nil ? 0 : 3
        }
        if isGiven(as: trigger, between, others) { return 0 }
        // "длиной 5 км и мощностью 7 МВт": a noun in the instrumental is of its own amount right behind it.
        if others.contains(where: { $0.range.lowerBound == trigger.mark.end }),
            document.word(trigger.mark.end - 1)?.can(be: [.noun, .ablt, .sing]) == true
        {
            return 30
        }
        // "из которых 8 млн пришлось на экспорт"
        if !amount.isPercent, !amount.isTimes, let fall = document.mark(at: between.lowerBound, marks.share),
            reading.isFiniteVerb(fall.first), reading.preposition(at: fall.end) == "by",
            (fall.end + 1..<max(fall.end + 1, trigger.mark.first)).allSatisfy({
                document.word($0)?.can(be: .adjf) == true
            })
        {
            return 0
        }
        // "из них 8 млн составил экспорт, 3 млн – импорт"
        if between.count == 1, document.isDash(between.lowerBound),
            document.word(trigger.mark.first)?.can(be: [.noun, .nomn]) == true,
            !others.contains(where: { other in
                (0...4).contains(other.range.lowerBound - trigger.mark.end)
                    // "8 млн – экспорт, а 3 млн – импорт": the next stands the same way round.
                    && !(document.isDash(other.core.upperBound)
                        && triggersHere.contains { $0.mark.first == other.core.upperBound + 1 })
            })
        {
            return 0
        }
        if others.contains(where: { between.contains($0.core.lowerBound) }) { return 30 }
        // "торговля составила 5 млн: подешевел газ": the colon opens why.
        if amount.unit != nil, between.contains(where: { document.isMark($0, ":") }) { return 30 }
        // "прибавила 6%, сельское хозяйство – 3%": of the next of a row.
        if between.contains(where: { document.isMark($0, ",") }),
            document.isDash(trigger.mark.end),
            others.contains(where: { (1...3).contains($0.range.lowerBound - trigger.mark.end) })
        {
            return 30
        }
        // "в 50 раз нарастили закупки": what a verb of growth has for its object.
        let isObject = between.allSatisfy { token in
            guard let word = document.word(token) else { return false }
            return word.can(be: .adjf) || document.mark(at: token, marks.direction) != nil && word.can(be: .tran)
        }
        if isObject, amount.isPercent || amount.isTimes, document.word(trigger.mark.first)?.can(be: .accs) == true {
            return 0
        }
        let purpose = isOfPurpose(trigger, between) ? 10.0 : 0
        return 7 + purpose + Double(between.count) * 0.8
            + reading.separation(between.lowerBound, between.upperBound) * 2
    }

    /// "на этот проект": what a preposition takes is no subject, whatever its form.
    private func isBehindPreposition(_ token: Int) -> Bool {
        var at = token - 1
        while let word = document.word(at), word.readings[0].contains(.adjf) || word.readings[0].contains(.prtf) {
            at -= 1
        }
        return document.word(at)?.readings[0].contains(.prep) == true
    }

    /// "строительство увеличит число палат в 2 раза": what makes a number of things grow has not grown itself.
    private func isDoer(_ trigger: Trigger, _ amount: Amount) -> Bool {
        guard amount.isPercent || amount.isTimes, document.word(trigger.mark.end - 1)?.can(be: [.noun, .nomn]) == true,
            let frame = document.marks(marks.indicatorFrame, in: trigger.mark.end..<amount.core.lowerBound).first(
                where: {
                    document.word($0.first)?.can(be: [.noun, .accs]) == true
                }), frame.first > trigger.mark.end, document.word(frame.end)?.can(be: .gent) == true,
            document.mark(at: frame.end, marks.indicator) == nil
        else { return false }
        let verb = frame.first - 1
        return reading.isFiniteVerb(verb) && document.word(verb)?.can(be: .tran) == true
            && document.mark(at: verb, marks.direction) != nil
            && !(trigger.mark.end..<verb).contains { document.isMark($0, ",") }
    }

    private func costBefore(
        _ trigger: Trigger, _ amount: Amount, _ unit: IndicatorUse.UnitClass, _ others: [Amount]
    ) -> Double {
        let between = trigger.mark.end..<amount.core.lowerBound
        if isDoer(trigger, amount) { return .infinity }
        var cost = 1 + Double(between.count) * 0.45 + reading.separation(between.lowerBound, between.upperBound)
        for other in others where between.contains(other.core.lowerBound) {
            cost += IndicatorUse.UnitClass(other.unit) == unit ? 2 : 0.5
        }
        // A subject in the nominative reaches over its predicate; that of a share over what the share is of.
        if let word = document.word(trigger.mark.end - 1), word.can(be: .nomn), !isBehindPreposition(trigger.mark.first)
        {
            let isShare =
                (unit == .percent || unit == .times) && document.mark(at: trigger.mark.first, marks.share) != nil
                && word.can(be: .noun)
                // "рост доли до 16% и увеличение оборота на 11%"
                && (document.parse(at: trigger.mark.first)?.tag.grammemes.contains(.gent) != true
                    || !others.contains { between.contains($0.core.lowerBound) })
            cost -= isShare ? 8 : 1
        }
        return cost
    }

    /// "двукратный рост взаимного товарооборота", "18-процентный рост экспорта": what an amount told by an adjective is the growth of.
    private func movedBehind(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, _ triggers: [Trigger]
    ) -> Trigger? {
        let noun = amount.core.upperBound
        guard unit == .percent || unit == .times, amount.core.count == 1,
            document.word(amount.core.lowerBound)?.can(be: .adjf) == true,
            document.mark(at: noun, marks.direction) != nil, document.word(noun)?.can(be: .noun) == true
        else { return nil }
        return triggers.first { trigger in
            trigger.mark.first > noun && trigger.use(unit)?.isWeak == false
                && document.word(trigger.mark.end - 1)?.can(be: .gent) == true
                && (noun + 1..<trigger.mark.first).allSatisfy { document.word($0)?.can(be: [.adjf, .gent]) == true }
        }
    }

    /// "проект принесет доход в размере 5 млн": a gain right before its own amount, whatever brings it.
    private func isFramedBy(_ trigger: Trigger, _ amount: Amount, _ unit: IndicatorUse.UnitClass) -> Bool {
        unit == .money && trigger.use(unit)?.indicator == .other && preposition(of: amount) != .by
            && (1...2).contains(amount.range.lowerBound - trigger.mark.end)
            && document.word(trigger.mark.end)?.readings[0].contains(.prep) == true
            && document.word(trigger.mark.first)?.can(be: [.noun, .accs]) == true
    }
}
