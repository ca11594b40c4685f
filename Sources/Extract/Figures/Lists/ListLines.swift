import Grammar
import Model
import Morphology

/// Lists of one line an item, and items that go on with the head of the one before.
extension FigureReader {
    /// "– Чили – 1,6 млн человек;": a line of a list whose head ended in a colon.
    func openBullet(_ amounts: [Amount], in sentence: Range<Int>, index: Int) {
        let last = bullet
        let wasGoods = isGoodsLine
        bullet = nil
        isGoodsLine = false
        guard index > 0, let amount = amounts.first, amounts.count <= 2,
            document.tokens[sentence.lowerBound].shape.contains(.lineStart)
        else { return }
        let before = document.sentences[index - 1]
        let opens = document.isMark(before.upperBound - 1, ":")
        guard opens || last != nil || wasGoods else { return }
        let places = reading.places(in: sentence.lowerBound..<amount.core.lowerBound)
        if places.isEmpty, opens || wasGoods, isOfGoods(amount, in: sentence) {
            if opens { listHead = lastTold(3, before: index) { Self.isGoods($0.figure.indicator) } }
            isGoodsLine = listHead != nil
            return
        }
        guard let place = places.last, places.count == 1, place.kind == .name,
            place.range.lowerBound - sentence.lowerBound <= 3, isItem(place, amount)
        else { return }
        if opens {
            listHead = lastTold(5, before: index) { !$0.amount.isPercent && $0.figure.measure == .level }
        }
        bullet = place
        listed[amount.core.lowerBound] = place
    }

    /// "Крупнейшие покупатели (в долларах США):", "– Перу – 2,9 миллиарда;": the money that the sentence above a list tells for all of
    /// its lines.
    func unitOfList(_ amount: Amount) -> QuantityUnit? {
        let index = Int(document.sentenceOf[amount.core.lowerBound])
        guard amount.isScaled, document.tokens[document.sentences[index].lowerBound].shape.contains(.lineStart),
            let head = reading.listHead(of: index).map({ document.sentences[$0] }),
            let close = head.last(where: { document.isMark($0, ")") }), head.upperBound - close <= 2,
            let open = (head.lowerBound..<close).last(where: { document.isMark($0, "(") }), close - open <= 5
        else { return nil }
        return (open + 1..<close).lazy.compactMap { self.reading.currency(at: $0)?.unit }.first
    }

    /// "– ячмень – 38 тыс. тонн;": a name of goods, a dash and how much.
    func isOfGoods(_ amount: Amount, in sentence: Range<Int>) -> Bool {
        guard amount.isMoney || isShareable(amount.unit) else { return false }
        let before = sentence.lowerBound..<amount.range.lowerBound
        return before.count >= 2 && document.isDash(before.upperBound - 1)
            && before.allSatisfy { document.mark(at: $0, marks.opposite) == nil && !reading.isFiniteVerb($0) }
    }

    /// The figure that a list of goods is of, for the line at hand.
    func lineOfGoods(_ amount: Amount, _ unit: IndicatorUse.UnitClass) -> FoundFigure? {
        isGoodsLine && (unit == .money || unit == .physical) ? listHead : nil
    }

    /// "помощь объемом 185 тонн. В нее вошли 48 тонн муки": a part of what was told right before.
    func madeOf(_ amount: Amount, _ unit: IndicatorUse.UnitClass, index: Int) -> FoundFigure? {
        guard unit == .physical || unit == .money, let previous = found.last, index - previous.sentence <= 1,
            previous.trigger != nil, previous.amount.unit == amount.unit
        else { return nil }
        let sentence = document.sentences[index]
        return document.mark(at: sentence.lowerBound, marks.madeOf) == nil ? nil : previous
    }

    /// Notes what the sentence before a list tells of each of its lines: "экспорт вырос:", "– в страны союза – на 5%;".
    func followList(_ amounts: [Amount], _ triggers: [Trigger], in sentence: Range<Int>, index: Int) {
        let isLine = document.tokens[sentence.lowerBound].shape.contains(.lineStart)
        guard index > 0, isLine, triggers.isEmpty, !amounts.isEmpty, !sentence.contains(where: reading.isFiniteVerb)
        else {
            listOpening = nil
            return
        }
        let before = document.sentences[index - 1]
        guard document.isMark(before.upperBound - 1, ":") else { return }
        var strong = self.triggers(in: before).first { $0.uses.contains { !$0.isWeak } }
        let move = document.marks(marks.direction, in: before).last {
            reading.isFiniteVerb($0.first) || document.word($0.first)?.can(be: .infn) == true
        }
        // "Экономика региона ускоряется. Быстрее всех будут расти:"
        if strong == nil, move != nil, let told = antecedent, index - told.sentence <= 3,
            told.trigger.use(.percent)?.indicator == Indicator("gdp")
        {
            strong = told.trigger
        }
        let isOpen = reading.amounts(in: before).isEmpty
        let isComing = before.contains { reading.tense($0) == .futr || isAuxiliary($0) }
        listOpening =
            isOpen
            ? strong.map { ($0, move.flatMap { Figure.Direction(rawValue: reading.value($0)) }, isComing) } : nil
    }

    /// "будут"
    private func isAuxiliary(_ token: Int) -> Bool {
        document.word(token)?.parses[0].tag.grammemes.contains([.verb, .futr, .impf]) == true
    }

    /// "Следом идет Чили – 5 тыс. тонн зерна": the next state of a row that the sentence before told of.
    func rowItem(_ amount: Amount, _ unit: IndicatorUse.UnitClass, index: Int) -> FoundFigure? {
        guard unit == .physical || unit == .money,
            let previous = recent.last(where: { $0.amount.unit == amount.unit }), index - previous.sentence == 1,
            previous.figure.origin != nil, previous.figure.destination != nil, previous.figure.measure == .level,
            !triggersHere.contains(where: { $0.mark.end <= amount.core.lowerBound && $0.use(unit)?.isWeak == false })
        else { return nil }
        let sentence = document.sentences[index]
        // "Больше всего продали в Перу – 5 млн. Главным поставщиком было Чили – 3 млн": the other way round.
        let isSeller = !document.marks(marks.seller, in: sentence.lowerBound..<amount.core.lowerBound).isEmpty
        if isSeller, previous.figure.indicator == Indicator("exports"), previous.figure.origin == onlyHome {
            return nil
        }
        let places = reading.places(in: sentence.lowerBound..<amount.core.lowerBound)
        guard places.count == 1, let place = places.last, place.kind == .name || place.kind == .capital,
            document.word(place.range.upperBound - 1)?.can(be: .nomn) == true, isItem(place, amount)
        else { return nil }
        return previous
    }

    /// "соглашения на 50 млн долларов по строительству, на 40 млн – по добыче": the next of what was signed.
    func nextDeal(_ amount: Amount, index: Int) -> FoundFigure? {
        guard amount.isMoney, let previous = found.last, previous.sentence == index, previous.trigger != nil,
            previous.figure.indicator == Indicator("contracts_value"), previous.amount.unit == amount.unit,
            preposition(of: amount) == .by, previous.amount.core.upperBound < amount.range.lowerBound
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.range.lowerBound
        let isNext =
            between.contains { document.isMark($0, ",") || document.word($0)?.can(be: .conj) == true }
            && !between.contains { reading.isFiniteVerb($0) || document.isMark($0, ";") }
        let behind = amount.core.upperBound + (document.isDash(amount.core.upperBound) ? 1 : 0)
        return isNext && document.word(behind)?.can(be: .prep) == true ? previous : nil
    }

    /// "заключено контрактов на 6 млрд. Портфель таков: энергетика – 3 млрд, стройка – 2 млрд, связь – 1 млрд": parts that together
    /// are no more than the whole told before, and not much less.
    func wholeOfRow(_ amount: Amount, others: [Amount], index: Int) -> FoundFigure? {
        guard amount.isMoney else { return nil }
        let row = others.filter {
            $0.unit == amount.unit
                && (document.isDash($0.range.lowerBound - 1) || opensBracket($0.range.lowerBound - 1))
        }
        guard row.count >= 3, row.contains(where: { $0.core == amount.core }),
            row.count == others.lazy.filter({ $0.unit == amount.unit }).count,
            document.marks(marks.opposite, in: document.sentences[index]).isEmpty,
            let whole = lastTold(2, before: index, where: { $0.sentence < index && $0.amount.unit == amount.unit }),
            whole.figure.measure == .level, whole.figure.valueMax == nil,
            ["contracts_value", "projects_value", "investment", "finance"].contains(whole.figure.indicator.rawValue)
        else { return nil }
        let sum = row.reduce(0) { $0 + $1.value }
        return sum <= whole.figure.value && sum * 2 >= whole.figure.value ? whole : nil
    }

    /// "экспорт нефти сократился на 62%, оборудования – на 13%": an item in the genitive under the head of the one before.
    func namedItem(_ amount: Amount, index: Int) -> (previous: FoundFigure, name: Range<Int>)? {
        guard let last = found.last, last.sentence == index, last.amount.core.upperBound < amount.core.lowerBound,
            let previous = recent.last(where: { $0.sentence == index && $0.amount.unit == amount.unit }),
            let head = previous.trigger, listed[amount.core.lowerBound] == nil,
            let word = document.word(head.mark.first), word.can(be: .noun), !reading.isFiniteVerb(head.mark.first)
        else { return nil }
        var first = last.amount.core.upperBound
        if document.isMark(first, ")") { first += 1 }
        if document.isMark(first, ",") { first += 1 }
        if document.word(first)?.parses[0].tag.grammemes.contains(.conj) == true { first += 1 }
        guard
            let dash = (first..<amount.range.lowerBound).first(where: {
                document.isDash($0) || document.isMark($0, "(")
            }),
            amount.range.lowerBound - dash <= 2, (1...4).contains(dash - first),
            document.word(dash - 1)?.can(be: .noun) == true,
            !(first..<dash).contains(where: { document.mark(at: $0, marks.opposite) != nil }),
            (first..<dash).allSatisfy({ token in
                // "Рижского порта" is an item, "Риги" a place.
                guard let part = document.word(token),
                    !document.tokens[token].shape.contains(.capitalized) || token + 1 < dash && part.can(be: .adjf)
                else { return false }
                return part.can(be: .gent) && !part.can(be: .nomn.union(.sing)) && !part.can(be: .prep)
                    && !reading.isFiniteVerb(token)
            })
        else { return nil }
        return (previous, first..<dash)
    }

    /// The head of a list with an item in the place of the first one's.
    func subject(of head: Trigger?, item: Range<Int>) -> String? {
        head.map { "\(reading.nominativePhrase($0.mark.range)) \(document.text(item))" }
    }
}
