import Grammar
import Model
import Morphology

/// Which figure or word of measure told before an amount goes on with.
extension FigureReader {
    /// "перевалили 2 млн тонн, в том числе 1,8 млн тонн нефти, 118 тыс. тонн зерна": goods in a row go the way of the first.
    func goodsOf(
        _ weak: Trigger, _ amount: Amount, _ unit: IndicatorUse.UnitClass, _ index: Int
    ) -> Trigger? {
        // "Инвестиции составили 5 млн. Больше всего поступило из Кении – 3 млн"
        if unit == .money, let use = weak.use(unit), use.isWeak, use.indicator == Indicator("finance"),
            let last = recent.last(where: { $0.amount.isMoney }), last.figure.indicator == Indicator("investment"),
            index - last.sentence <= 1, let strong = last.trigger, strong.use(unit)?.isWeak == false
        {
            return strong
        }
        guard unit == .physical, weak.use(unit)?.isWeak == true,
            let previous = recent.last(where: { !$0.amount.isPercent && !$0.amount.isTimes }),
            previous.figure.unit == amount.unit, let strong = previous.trigger, strong.use(unit)?.isWeak == false
        else { return nil }
        // "Вывезли 3 млн тонн. На пшеницу пришлось 2 млн тонн, на ячмень – 1 млн"
        if index - previous.sentence <= 1, isSameParagraph(index, previous.sentence),
            Self.isGoods(previous.figure.indicator),
            document.marks(marks.share, in: document.sentences[index]).contains(where: {
                reading.isFiniteVerb($0.first)
            })
        {
            return strong
        }
        // "Перевалили 3 млн тонн. Из этого объема нефть составила 2 млн тонн"
        if index - previous.sentence <= 1, !document.marks(marks.partOf, in: document.sentences[index]).isEmpty {
            return strong
        }
        // "ввезено 122 тыс. тонн муки и 16 тыс. тонн маргарина": goods behind the amount before are that one's.
        let last = found.last.map { $0.sentence == index ? $0.amount.core.upperBound : 0 } ?? 0
        let isBehindLast = (0...2).contains(weak.mark.first - max(last, previous.amount.core.upperBound))
        guard weak.mark.first >= amount.core.upperBound || isBehindLast, previous.sentence == index,
            !(previous.amount.core.upperBound..<max(previous.amount.core.upperBound, amount.core.lowerBound))
                .contains(where: { reading.isFiniteVerb($0) || document.isMark($0, ";") })
        else { return nil }
        return strong
    }

    /// The figure that a percentage or a multiple right behind it explains: "2 млн тонн зерна, что на 9% меньше",
    /// "2 млн тонн (в 2,8 раза больше)".
    func gloss(_ amount: Amount, triggers: [Trigger], index: Int) -> FoundFigure? {
        // "1,5 млрд евро (2,1 млрд долларов)": the same in another currency.
        if amount.isMoney, let previous = found.last, previous.amount.isMoney, previous.amount.unit != amount.unit,
            previous.amount.core.upperBound == amount.range.lowerBound - 1,
            document.isMark(amount.range.lowerBound - 1, "(")
        {
            return previous
        }
        guard amount.isPercent || amount.isTimes, let previous = found.last, previous.sentence == index,
            previous.trigger != nil, !previous.amount.isPercent, !previous.amount.isTimes
        else { return nil }
        let between = previous.amount.core.upperBound..<max(previous.amount.core.upperBound, amount.range.lowerBound)
        // "удобрения (378 тыс. тонн, –5%)"
        if amount.direction != nil, between.count == 1, document.isMark(between.lowerBound, ","),
            document.isMark(amount.core.upperBound, ")")
        {
            return previous
        }
        guard between.count <= 7, !between.contains(where: reading.isFiniteVerb),
            let opening = between.first(where: {
                document.isMark($0, "(") || document.isDash($0) && preposition(of: amount) == .by
                    || document.isMark($0, ",")
                        && (document.mark(at: $0 + 1, marks.relative) != nil
                            || document.mark(at: $0 + 1, marks.anaphor)?.range.count == 1)
            }), opening - between.lowerBound <= 2,
            change(
                amount, trigger: nil, clause: opening + 1..<min(document.tokens.count, amount.core.upperBound + 3),
                sentence: document.sentence(of: opening)) != nil,
            case let parting = between.first(where: { document.tokens[$0].kind == .mark }) ?? opening,
            !triggers.contains(where: { (parting..<amount.core.lowerBound).contains($0.mark.first) })
        else { return nil }
        return previous
    }

    /// "поставили втрое больше зерна, это приблизительно 9 млн тонн": the figure right before, in another measure.
    func thisIs(_ amount: Amount, _ unit: IndicatorUse.UnitClass, index: Int) -> FoundFigure? {
        guard let previous = found.last, previous.sentence == index, let trigger = previous.trigger,
            trigger.use(unit) != nil, unit == .physical || unit == .money,
            let this = document.marks(
                marks.anaphor, in: max(0, amount.range.lowerBound - 2)..<amount.range.lowerBound
            ).last, this.range.count == 1, this.end >= amount.range.lowerBound - 1,
            document.isMark(this.first - 1, ","), previous.amount.core.upperBound < this.first
        else { return nil }
        return previous
    }

    /// What "этот показатель" before an amount points to: the word that measured in the last figure, or in the sentence before.
    func pointed(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, clause: Range<Int>, index: Int
    ) -> Trigger? {
        if let whole = wholeAimedAt(amount, clause, index) { return whole }
        if let trade = tradeOfPair(amount, unit, index) { return trade }
        // "показатель, напротив, вырос": a word between commas opens no clause.
        let sentence = document.sentence(of: amount.core.lowerBound)
        let isFirst = found.last.map { $0.sentence < index } ?? true
        let opening = isFirst && triggersHere.isEmpty ? sentence.lowerBound : clause.lowerBound
        let before = opening..<max(opening, amount.core.lowerBound)
        // "он вырос на 33%" is no person's doing.
        let isPronoun = document.marks(marks.pronoun, in: before).contains { mark in
            (mark.end..<min(mark.end + 2, before.upperBound)).contains {
                document.mark(at: $0, marks.direction) != nil || document.mark(at: $0, marks.reach) != nil
            }
        }
        // "прибавка к показателю прошлого года 6%": what is compared with points to nothing.
        let points = document.marks(marks.anaphor, in: before).contains { mark in
            !document.marks(marks.base, in: before).contains { $0.range.overlaps(mark.range) }
        }
        guard isPronoun || points || isBare(amount, unit, clause, index)
        else { return nil }
        // "ВВП вырастет на 4%, инфляция составит 3%. В Перу ждут роста на 6%"
        if amount.isPercent, found.last?.figure.indicator == .other,
            let grown = lastTold(1, before: index, where: { $0.figure.indicator == Indicator("gdp") }),
            document.marks(marks.direction, in: clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound))
                .contains(where: { reading.value($0) == "up" && document.word($0.first)?.can(be: .noun) == true })
        {
            return grown.trigger
        }
        let last = lastTold(2, before: index) { $0.trigger != nil }?.trigger
        if isPronoun, let agreeing = agreeingWithPronoun(before, unit, index, rather: last) { return agreeing }
        let named = antecedent.flatMap { index - $0.sentence <= 2 ? $0.trigger : nil }
        let isNamedLater = antecedent.map { $0.sentence > found.last?.sentence ?? -1 } ?? false
        return (isNamedLater ? [named, last] : [last, named]).compactMap { $0 }.first { $0.use(unit) != nil }
    }

    /// "Экспорт превысил импорт, сложилось положительное сальдо. Оно составило 5 млн": the last subject of the sentence before that a
    /// pronoun agrees with, where what was measured last does not.
    private func agreeingWithPronoun(
        _ before: Range<Int>, _ unit: IndicatorUse.UnitClass, _ index: Int, rather last: Trigger?
    ) -> Trigger? {
        guard index > 0,
            let pronoun = document.marks(marks.pronoun, in: before).last.flatMap({ document.word($0.first) }),
            let gender = [Grammemes.masc, .femn, .neut].first(where: {
                pronoun.can(be: $0.union([.npro, .nomn, .sing]))
            })
        else { return nil }
        func agrees(_ trigger: Trigger, _ wanted: Grammemes) -> Bool {
            trigger.mark.range.contains { document.word($0)?.can(be: gender.union(wanted)) == true }
        }
        if let last, agrees(last, [.noun, .sing]) { return nil }
        return triggers(in: document.sentences[index - 1]).last {
            $0.use(unit)?.isWeak == false && agrees($0, [.noun, .nomn, .sing])
        }
    }

    /// "Российско-иранский за семь месяцев – 2,9 млрд": the adjective of two states alone, behind a trade told of others.
    private func tradeOfPair(_ amount: Amount, _ unit: IndicatorUse.UnitClass, _ index: Int) -> Trigger? {
        let first = document.sentences[index].lowerBound
        guard amount.isMoney || amount.isPercent, triggersHere.isEmpty,
            document.tokens[first].shape.contains(.hyphen), let word = document.word(first),
            word.can(be: [.adjf, .masc, .nomn]),
            Set(reading.places(in: first..<first + 1).map(\.country)).count == 2,
            document.word(first + 1)?.readings[0].intersects([.noun, .adjf]) != true,
            let told = lastTold(3, before: index, where: { $0.figure.indicator == Indicator("trade_turnover") })?
                .trigger
        else { return nil }
        return told.use(unit) == nil ? nil : told
    }

    /// "Оборот составил 5 млн, экспорт – 3 млн, импорт – 2 млн. Наша цель – 10 млн": a goal behind both directions is of the whole trade.
    private func wholeAimedAt(_ amount: Amount, _ clause: Range<Int>, _ index: Int) -> Trigger? {
        guard amount.isMoney, triggersHere.isEmpty, let last = found.last, (1...2).contains(index - last.sentence),
            Self.isGoods(last.figure.indicator), self.nature(amount, clause: clause, sentence: clause) == .target
        else { return nil }
        let told = recent.filter { index - $0.sentence <= 4 && $0.figure.indicator == Indicator("trade_turnover") }
        return told.last { $0.figure.countries == last.figure.countries }?.trigger
    }

    /// What "это" points to measures what its figure did, whatever its word may measure elsewhere.
    func pointedIndicator(_ pointed: Trigger, _ unit: IndicatorUse.UnitClass) -> Indicator {
        if unit == .percent || unit == .times, let last = found.last,
            last.figure.indicator == Indicator("passengers"),
            last.trigger?.mark == pointed.mark || pointed.use(unit)?.indicator == Indicator("people")
        {
            return last.figure.indicator
        }
        return pointed.use(unit)!.indicator
    }

    /// "Ориентир прежний – 30 млрд", "насчитали спад на 3%": a frame or a change of nothing, right behind a sentence that
    /// says of what.
    private func isBare(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, _ clause: Range<Int>, _ index: Int
    ) -> Bool {
        guard let antecedent, !triggersHere.contains(where: { $0.use(unit) != nil }),
            found.last.map({ $0.sentence < index }) ?? true
        else { return false }
        if amount.isMoney {
            let isFramed = document.marks(marks.nature, in: clause).contains { mark in
                document.mark(at: mark.first, marks.indicatorFrame) != nil
            }
            let told = recent.last { $0.trigger != nil }?.sentence ?? antecedent.sentence
            if isFramed { return index - max(antecedent.sentence, told) <= 2 }
        }
        // "Экономика региона вырастет на 5%. В Кении банк ждет 4%"
        if amount.isPercent, let last = found.last, last.figure.indicator == Indicator("gdp"),
            index - last.sentence <= 1,
            last.figure.measure == .change, !reading.places(in: clause).isEmpty,
            preposition(of: amount) == .none, self.nature(amount, clause: clause, sentence: clause) != .actual
        {
            return true
        }
        guard antecedent.sentence == index - 1 else { return false }
        // "А именно до 16 млн тонн." right behind the title or a sentence that says of what.
        if unit == .physical, triggersHere.isEmpty {
            return !document.sentences[index].contains(where: reading.isFiniteVerb)
        }
        // "Экономика региона растет. / Банк ждет роста на 5%": a growth is of what the paragraph before told of.
        if !isSameParagraph(index, antecedent.sentence) {
            guard amount.isPercent, antecedent.trigger.use(.percent)?.indicator == Indicator("gdp") else {
                return false
            }
        }
        if amount.isMoney, triggersHere.isEmpty {
            // "Думаю, что 15 миллиардов мы можем иметь"
            return self.nature(amount, clause: clause, sentence: clause) != .actual
        }
        guard amount.isPercent else { return false }
        if preposition(of: amount) == .by { return !document.marks(marks.direction, in: clause).isEmpty }
        // "Прирост составил 21%"
        return document.marks(marks.direction, in: clause.lowerBound..<amount.core.lowerBound).contains { mark in
            document.word(mark.first)?.can(be: [.noun, .nomn]) == true
                && (document.mark(at: mark.end, marks.reach) != nil || document.isDash(mark.end))
        }
    }

    /// The figure just before, when an amount without a word of its own goes on with it: "… – на 2,9% больше".
    func inheritable(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, sentence: Range<Int>, index: Int
    ) -> FoundFigure? {
        let isLine = isListLine(index) && isListLine(index - 1)
        let isListed = (listed[amount.core.lowerBound] != nil || isLine) && unit != .percent && unit != .times
        guard
            let previous = recent.last(where: {
                $0.figure.indicator != Indicator("rank") && (!isListed || $0.figure.unit == amount.unit)
            }),
            index == previous.sentence
                || index - previous.sentence == 1
                    && (isSameParagraph(index, previous.sentence)
                        || isLine || isOfPlace(amount, sentence)
                        || document.mark(at: sentence.lowerBound, marks.anaphor) != nil)
                || index - previous.sentence <= 2 && listed[amount.core.lowerBound] != nil
                    && (amount.isPercent || previous.figure.unit == amount.unit)
                || index - previous.sentence == 2 && isSameParagraph(index, previous.sentence)
                    && unit == .physical && previous.figure.unit == amount.unit && triggersHere.isEmpty
        else { return nil }
        if amount.isPercent || amount.isTimes { return previous }
        // "продали 5 тыс. тонн. Всего произведено 6 тыс. тонн": what is made is not sold.
        if unit == .physical, Self.isGoods(previous.figure.indicator), triggersHere.isEmpty,
            !document.marks(marks.produce, in: sentence).isEmpty
        {
            return nil
        }
        // "отправили 2 млрд долларов, или 6% ВВП. Другие передали 1 млрд": what a part of it was measured by is not measured.
        if amount.isMoney, previous.figure.indicator == Indicator("share"),
            previous.trigger?.use(.percent)?.indicator == Indicator("gdp")
        {
            return lastTold(1, before: index) { $0.figure.unit == amount.unit }
        }
        // "Оборот составил 9 млн, из них 4 млн – экспорт. В десятку партнеров вошли Перу (2 млн), Чили (1 млн)": partners trade both ways.
        if isListed, Self.isGoods(previous.figure.indicator), previous.sentence < index,
            document.marks(marks.partner, in: sentence).contains(where: { reading.value($0) == "of" }),
            let whole = lastTold(3, before: index, where: { $0.figure.indicator == Indicator("trade_turnover") }),
            whole.figure.unit == amount.unit
        {
            return whole
        }
        let isAlike = previous.trigger?.use(unit) != nil || previous.figure.unit == amount.unit
        return isAlike ? previous : nil
    }

    /// "– Перу – 3,6% и 81 млн долларов": whether a sentence is a line of a list.
    private func isListLine(_ index: Int) -> Bool {
        guard index >= 0, case let first = document.sentences[index].lowerBound else { return false }
        return document.tokens[first].shape.contains(.lineStart) && document.tokens[first].kind == .mark
    }

    /// "Перу осталось на первом месте с 5 млн долларов": by how much one has a place among those told of.
    private func isOfPlace(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        reading.preposition(at: amount.range.lowerBound - 1) == "from"
            && !document.marks(marks.ordinal, in: sentence.lowerBound..<amount.range.lowerBound).isEmpty
    }

    /// "Перу получило 5 млн тонн зерна на сумму 742 млн долларов": what the goods before are worth.
    func worth(_ amount: Amount, index: Int) -> FoundFigure? {
        guard amount.isMoney, let goods = found.last, goods.sentence == index, isShareable(goods.amount.unit),
            !goods.amount.isMoney, goods.figure.measure == .level,
            ["exports", "imports", "energy"].contains(goods.figure.indicator.rawValue),
            let frame = frame(endingAt: amount.range.lowerBound), preposition(of: amount) == .by,
            goods.amount.core.upperBound <= frame.first, frame.first - goods.amount.core.upperBound <= 4,
            (goods.amount.core.upperBound..<frame.first).allSatisfy({
                document.word($0)?.can(be: .gent) == true
                    || document.word($0)?.can(be: .prep) == true
            }),
            // "импортировало 5 млн тонн на сумму 742 млн"
            !triggersHere.contains(where: {
                $0.mark.end <= goods.amount.core.lowerBound
                    && $0.use(.money).map { !$0.isWeak && Self.isGoods($0.indicator) } ?? false
            })
        else { return nil }
        return goods
    }

    /// What an inherited amount measures: money that goes on from a share is of the whole that the share was of.
    func inherited(_ previous: FoundFigure, _ unit: IndicatorUse.UnitClass) -> Indicator {
        let before = previous.figure.indicator
        if unit == .money || unit == .physical, IndicatorUse.UnitClass(previous.amount.unit) != unit,
            let use = previous.trigger?.use(unit)
        {
            return use.indicator
        }
        guard unit == .money, before == Indicator("share") || before == .other else { return before }
        return .other
    }

    /// "рост составил 10,6%, в 2022 году – 10,4%": a row of percentages under one word moves one way.
    func sameChange(_ amount: Amount, trigger: Trigger?, index: Int) -> Figure.Direction? {
        guard amount.isPercent, let previous = found.last, index - previous.sentence <= 1, previous.amount.isPercent,
            let trigger, previous.trigger?.mark == trigger.mark,
            preposition(of: amount) == .none
                || preposition(of: amount) == .reaching && previous.figure.indicator == Indicator("gdp")
                    && preposition(of: previous.amount) == .reaching
        else { return nil }
        // "В целом рост составит 5%. В Кении ждут 4%, в Перу – 6%"
        let isPlaced = listed[amount.core.lowerBound] != nil || !reading.places(in: document.sentences[index]).isEmpty
        if previous.figure.indicator == Indicator("gdp"),
            previous.sentence == index || isPlaced && previous.figure.nature != .actual
        {
            return previous.figure.direction
        }
        // "рост торговли составит 15%, а через год достигнет планки в 20%": a growth again, and no part of the trade.
        guard previous.figure.measure == .change,
            ["trade_turnover", "exports", "imports", "freight", "passengers"].contains(
                previous.figure.indicator.rawValue),
            document.marks(marks.share, in: document.sentences[index]).allSatisfy({
                document.mark(at: $0.first, marks.reach) != nil
            })
        else { return nil }
        return previous.figure.direction
    }
}
