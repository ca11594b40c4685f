import Grammar
import Model

/// Units that an amount leaves out and takes over from a neighbour.
extension FigureReader {
    /// "с 3 до 5 млрд долларов", "экспорт – 2,1 млрд, импорт – 800 млн": units and scales taken over from a neighbour.
    func completed(_ amounts: [Amount]) -> [Amount] {
        var amounts = amounts
        completeInOrder(&amounts)
        completeScales(&amounts)
        for index in amounts.indices where amounts[index].unit == nil { completeUnit(&amounts, index) }
        return amounts
    }

    /// Units of a row that is told "соответственно".
    private func completeInOrder(_ amounts: inout [Amount]) {
        // "составили 240 и 58 млн долларов соответственно"
        for index in amounts.indices.dropLast().reversed() where amounts[index].unit == nil && !amounts[index].isScaled
        {
            let next = amounts[index + 1]
            guard let unit = next.unit, isNextInOrder(next, amounts[index]),
                !document.marks(marks.respectively, in: document.sentence(of: next.core.lowerBound)).isEmpty,
                document.isMark(amounts[index].core.upperBound, ",")
                    || document.word(amounts[index].core.upperBound)?.parses[0].tag.grammemes.contains(.conj) == true
            else { continue }
            amounts[index].unit = unit
            amounts[index].value *= next.factor
            amounts[index].isScaled = next.isScaled
            amounts[index].factor = next.factor
        }
    }

    /// Scales of a first amount that only the second has.
    private func completeScales(_ amounts: inout [Amount]) {
        // "с $1,5 до $4,5 миллиона": the scale is the second's too.
        for index in amounts.indices.dropLast() where amounts[index].isMoney && !amounts[index].isScaled {
            let next = amounts[index + 1]
            if next.unit == amounts[index].unit, next.isScaled, amounts[index].value < 1000,
                next.core.lowerBound - amounts[index].core.upperBound == 1,
                reading.opensEnd(amounts[index].core.upperBound)
            {
                amounts[index].value *= next.factor
                amounts[index].isScaled = true
            }
        }
        // "с 8 до 30 млн паломников"
        for index in amounts.indices.dropLast() where amounts[index].unit == nil && !amounts[index].isScaled {
            let next = amounts[index + 1]
            if next.unit == nil, next.isScaled, amounts[index].value < 1000,
                next.core.lowerBound - amounts[index].core.upperBound == 1,
                reading.opensEnd(amounts[index].core.upperBound),
                reading.preposition(at: amounts[index].range.lowerBound - 1) == "from"
            {
                amounts[index].value *= next.factor
                amounts[index].isScaled = true
            }
        }
    }

    /// The unit of an amount that has none, with the scale where that is left out as well: by the first rule that speaks, and
    /// else that of its neighbour.
    private func completeUnit(_ amounts: inout [Amount], _ index: Int) {
        let it = LeftOutUnit(amounts: amounts, index: index)
        for rule in LeftOutRule.all {
            guard let filled = rule.filled(it, self) else { continue }
            amounts[index] = filled
            return
        }
        // "с 60 до 150 тыс. контейнеров"
        if isStartOfMove(it.amount), let next = it.behind, next.unit == nil, countsNoun(next) { return }
        guard it.amount.isScaled, !countsNoun(it.amount), isPriced(it.amount) || !goesOnCounting(amounts, index) else {
            return
        }
        amounts[index].unit = unitOfNeighbour(amounts, index)
    }

    /// Whether nothing stands between two amounts of a row but what joins them: "240 и 58", "в 6, в 4".
    func isNextInOrder(_ next: Amount, _ amount: Amount) -> Bool {
        guard next.core.lowerBound > amount.core.upperBound else { return false }
        let between = amount.core.upperBound + 1..<max(amount.core.upperBound + 1, next.core.lowerBound)
        return between.count <= 2
            && between.allSatisfy { document.word($0)?.can(be: .prep) == true || next.range.contains($0) }
    }

    /// The unit of an amount near by that a scaled number goes on from: the one under the same preposition, else the last.
    func unitOfNeighbour(_ amounts: [Amount], _ index: Int) -> QuantityUnit? {
        let amount = amounts[index]
        let home = document.sentenceOf[amount.core.lowerBound]
        // Thousands without a unit count things as often as they leave a unit out.
        let isThousands = amount.factor == 1000
        // "Перу (1,9 миллиона долларов), Чили (699,9 тысячи)"
        if isThousands, index > 0, isShareable(amounts[index - 1].unit), isInBrackets(amount),
            isInBrackets(amounts[index - 1]),
            home == document.sentenceOf[amounts[index - 1].core.lowerBound]
        {
            return amounts[index - 1].unit
        }
        let earlier = amounts[..<index].reversed().prefix(4).prefix {
            home - document.sentenceOf[$0.core.lowerBound] <= (isThousands ? 0 : 1)
        }.filter { isShareable($0.unit) && !(isThousands && $0.isMoney) && isPlausible($0.unit, amount) }
        let own = preposition(of: amount)
        // "пропустит 3,5 млн контейнеров, вторая очередь, на 7,5 млн, – еще больше": of what was counted right before.
        if own == .by, index > 0, amounts[index - 1].unit == nil, amounts[index - 1].isScaled, !isThousands,
            home == document.sentenceOf[amounts[index - 1].core.lowerBound], countsNoun(amounts[index - 1])
        {
            return nil
        }
        // "инвестиции достигли 6 млрд долларов. […] В портфеле 24 проекта на 8,8 млрд"
        if earlier.isEmpty,
            own == .by || isPriced(amount) || isReachedByPercent(amounts, index) || isOfMoneyAlone(amount),
            amount.factor >= 1_000_000
        {
            let told = amounts[..<index].suffix(Self.longestCount)
            let money = told.filter { $0.isMoney || own != .by && isShareable($0.unit) && $0.isScaled }
            if let unit = money.last?.unit, unit.isMoney, money.allSatisfy({ $0.unit == unit }) { return unit }
        }
        // "В Перу поставлено 52 млн, в Чили – 180 млн кВт·ч": of the row that it opens.
        if own == .none, let last = earlier.first, home != document.sentenceOf[last.core.lowerBound],
            preposition(of: last) == .by, index + 1 < amounts.count, isShareable(amounts[index + 1].unit),
            amounts[index + 1].unit != last.unit, home == document.sentenceOf[amounts[index + 1].core.lowerBound],
            document.isDash(amounts[index + 1].range.lowerBound - 1)
        {
            return amounts[index + 1].unit
        }
        // "[…] 5 млн кВт·ч. По трубе пойдет 400 млн, а с осени – 2 млрд кубометров": the row of its own sentence.
        if own == .none, let last = earlier.first, home != document.sentenceOf[last.core.lowerBound],
            index + 1 < amounts.count, case let next = amounts[index + 1], isShareable(next.unit), !next.isMoney,
            next.isScaled, next.unit != last.unit, home == document.sentenceOf[next.core.lowerBound],
            !(amount.core.upperBound..<next.core.lowerBound).contains(where: reading.isFiniteVerb)
        {
            return next.unit
        }
        // "[…] 5 млн тонн. Оборот поднимут до 1 млрд, а потом – до 3 млрд долларов": of the next under the same preposition.
        if own != .none, let last = earlier.first, home != document.sentenceOf[last.core.lowerBound],
            index + 1 < amounts.count, case let next = amounts[index + 1], isShareable(next.unit), next.isScaled,
            home == document.sentenceOf[next.core.lowerBound], preposition(of: next) == own,
            !(amount.core.upperBound..<next.core.lowerBound).contains(where: reading.isFiniteVerb)
        {
            return next.unit
        }
        if let alike = earlier.first(where: { own != .none && preposition(of: $0) == own }) ?? earlier.first {
            return alike.unit
        }
        guard !isThousands else { return nil }
        return amounts[(index + 1)...].prefix(8).first {
            document.sentenceOf[$0.core.lowerBound] == home && isShareable($0.unit)
        }?.unit
    }

    /// "торговля сократилась на 9,4%, до 163,6 млрд": where a percentage right before has brought what is told in money alone.
    private func isReachedByPercent(_ amounts: [Amount], _ index: Int) -> Bool {
        guard index > 0, amounts[index - 1].isPercent || amounts[index - 1].isTimes,
            preposition(of: amounts[index]) == .reaching
        else { return false }
        let last = amounts[index - 1]
        let sentence = document.sentence(of: amounts[index].core.lowerBound)
        return sentence.contains(last.core.lowerBound) && amounts[index].range.lowerBound - last.core.upperBound <= 2
            && document.marks(marks.indicator, in: sentence.lowerBound..<last.core.lowerBound).last.map { mark in
                marks.indicatorUses[mark.entry]?.contains { $0.units.contains(.money) && !$0.isWeak } ?? false
            } ?? false
    }

    /// "торговля выросла вчетверо, однако 130 миллионов – это мало", "Ориентир – 300 миллионов": where the last word of measure before
    /// a number is told in money alone, or nothing but a goal is.
    private func isOfMoneyAlone(_ amount: Amount) -> Bool {
        guard preposition(of: amount) == .none || preposition(of: amount) == .reaching else { return false }
        let before = document.sentence(of: amount.core.lowerBound).lowerBound..<amount.range.lowerBound
        if let word = document.marks(marks.indicator, in: before).last {
            let uses = marks.indicatorUses[word.entry] ?? []
            return uses.contains { $0.units.contains(.money) && !$0.isWeak }
                && !uses.contains { $0.units.contains(.count) }
        }
        return document.isDash(amount.range.lowerBound - 1)
            && document.marks(marks.nature, in: before).contains {
                document.mark(at: $0.first, marks.indicatorFrame) != nil
            }
    }

    /// "по трубе длиной 140 км пойдет 400 млн": nothing is so many millions of kilometres long.
    private func isPlausible(_ unit: QuantityUnit?, _ amount: Amount) -> Bool {
        amount.factor < 1_000_000 || unit != .plain(.kilometre) && unit != .plain(.metre)
    }

    /// "из Кении приехало 2 млн человек, из Перу – 1 млн", "туристов было 2 млн": what is counted stands before.
    private func goesOnCounting(_ amounts: [Amount], _ index: Int) -> Bool {
        let amount = amounts[index]
        // "продаст на 2 млн" leaves money out.
        guard preposition(of: amount) == .none else { return false }
        let sentence = document.sentence(of: amount.core.lowerBound)
        // Of a row the first says what: "Перу – 26 млн бутылок, Чили (5 млн), Куба (3 млн)".
        var at = index - 1
        while at >= 0, index - at <= Self.longestCount, amounts[at].unit == nil,
            sentence.contains(amounts[at].core.lowerBound)
        {
            // "пришло 43 фирмы, они вложили 310 млрд": behind a verb of its own no row goes on.
            if !amounts[at].isScaled, amount.factor > 1000,
                (amounts[at].core.upperBound..<amount.core.lowerBound).contains(where: reading.isFiniteVerb)
            {
                break
            }
            if countsNoun(amounts[at]) { return true }
            at -= 1
        }
        let before = sentence.lowerBound..<amount.core.lowerBound
        guard index == 0 || !sentence.contains(amounts[index - 1].core.lowerBound) else { return false }
        return document.marks(marks.indicator, in: before).contains { mark in
            guard let uses = marks.indicatorUses[mark.entry] else { return false }
            return uses.contains { $0.units.contains(.count) } && !uses.contains { $0.units.contains(.money) }
                && document.word(mark.end - 1).map {
                    $0.can(be: [.noun, .gent, .plur]) && !$0.can(be: [.noun, .nomn, .plur])
                } ?? false
                && (mark.first == before.lowerBound || document.word(mark.first - 1)?.can(be: .noun) != true)
        }
    }

    /// Amounts of a row back to the one that says what is counted, at most.
    private static let longestCount = 10

    private func isInBrackets(_ amount: Amount) -> Bool {
        opensBracket(amount.range.lowerBound - 1)
            && (document.isMark(amount.core.upperBound, ")") || document.isMark(amount.core.upperBound, "/"))
    }

    func isShareable(_ unit: QuantityUnit?) -> Bool {
        guard let unit else { return false }
        return unit.isMoney || IndicatorUse.UnitClass(unit) == .physical
    }

    /// Whether a noun that can be counted follows the number.
    private func countsNoun(_ amount: Amount) -> Bool {
        var at = amount.core.upperBound
        // "2,7 млн штук"
        if document.mark(at: at, marks.countFrame) != nil { return true }
        for _ in 0..<4 {
            guard let word = document.word(at) else { return false }
            // "45 млн гранта": of money that is given in one.
            if document.mark(at: at, marks.indicator).map({ mark in
                marks.indicatorUses[mark.entry]?.contains { $0.units.contains(.money) && !$0.isWeak } == true
            }) == true, word.readings[0].contains([.noun, .sing, .gent]), !word.can(be: [.gent, .plur]) {
                return false
            }
            if document.marks(at: at).contains(where: { mark in
                (mark.kind == marks.indicator
                    && marks.indicatorUses[mark.entry]?.contains { $0.units.contains(.count) } == true)
                    || mark.kind == marks.countryPeople
            }) {
                return true
            }
            // "1,5 млн семей": it leaves no unit out, whether the lexicon knows the noun or not.
            if word.can(be: [.noun, .gent, .plur]), !word.can(be: [.noun, .sing]), document.marks(at: at).isEmpty {
                return true
            }
            guard word.can(be: .adjf) || word.can(be: .prtf) else { return false }
            at += 1
        }
        return false
    }
}
