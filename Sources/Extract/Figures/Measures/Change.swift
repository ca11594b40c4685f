import Grammar
import Model
import Morphology

/// Which way a quantity moved, and by what preposition an amount is taken.
extension FigureReader {
    /// Which way a quantity moved, when the amount says how far; nil when the amount is a level.
    func change(_ amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>) -> Figure.Direction? {
        if let direction = amount.direction { return direction }
        if isPartOfNamed(amount) { return nil }
        // "составил 61% импорта, превзойдя Перу (13%), Чили (9%)"
        if amount.isPercent, isBehindState(amount), let last = found.last, last.figure.indicator == Indicator("share"),
            last.sentence == Int(document.sentenceOf[amount.core.lowerBound])
        {
            return nil
        }
        let preposition = self.preposition(of: amount)
        let near = nearestDirection(amount, clause: clause)
        if let same = sameMove(amount, preposition) { return same }
        if amount.isTimes { return near?.direction ?? .up }
        // "на 3,7% меньше"
        if let behind = comparative(behind: amount) { return behind }
        if let direct = direction(endingAt: amount.range.lowerBound) ?? byAdjective(amount) { return direct }
        // "нарастила поставки почти вполовину (46%)"
        if amount.isPercent, document.isMark(amount.range.lowerBound - 1, "("),
            document.word(amount.range.lowerBound - 2)?.readings[0].contains(.advb) == true,
            let near, near.mark.end < amount.range.lowerBound, reading.isFiniteVerb(near.mark.first)
        {
            return near.direction
        }
        if let row = changeOfRow(amount, preposition, near, trigger, clause) { return row.direction }
        if preposition == .by, isWorth(amount) { return nil }
        // "темпы роста замедлились до 13% с 15%"
        if amount.isPercent, isBehindFrom(amount), let previous = found.last, previous.amount.isPercent,
            previous.figure.measure == .change, self.preposition(of: previous.amount) == .reaching,
            amount.range.lowerBound - previous.amount.core.upperBound <= 2
        {
            return previous.figure.direction
        }
        guard let near else { return nil }
        // "рост экономики замедлился до 1,2%"
        if preposition == .reaching || isStartOfMove(amount), amount.isPercent, isOfGrowth(amount, clause) {
            return .up
        }
        if preposition == .reaching { return nil }
        if preposition == .by { return moved(by: amount, near) }
        guard preposition == .none,
            let near = near.mark.end <= amount.core.lowerBound ? near : growth(before: amount, trigger, clause)
        else { return nil }
        return moved(to: amount, behind: near)
    }

    /// "вырос на 5%", "на 5% больше": which way, by the nearest word of change.
    private func moved(by amount: Amount, _ near: (mark: Mark, direction: Figure.Direction)) -> Figure.Direction? {
        if near.mark.first < amount.core.lowerBound {
            // "руды – 1 млн тонн, на 18% больше, и газа – на 510 млн": how much more is told by the number right before.
            if amount.isMoney || isShareable(amount.unit), document.word(near.mark.first)?.can(be: .comp) == true,
                let other = reading.amounts(before: near.mark.first), other.isPercent || other.isTimes,
                near.mark.first - other.core.upperBound <= (document.isMark(other.core.upperBound, ".") ? 1 : 0)
            {
                return nil
            }
            // "поставил вдвое меньше – на 5 млн": how much less is told by the number before.
            if amount.isMoney || isShareable(amount.unit), let other = reading.amounts(before: near.mark.first),
                other.isTimes || other.isPercent, other.core.upperBound == near.mark.first,
                (near.mark.end..<amount.range.lowerBound).contains(where: document.isDash)
            {
                return nil
            }
            return isSumOfAnother(near.mark.end..<amount.range.lowerBound, amount) ? nil : near.direction
        }
        // "на 1,4 млн тонн, или вдвое больше"
        let isCompared = document.word(near.mark.first)?.can(be: .comp) == true
        // "продала на 5 млн – на 6% меньше": what is less by the second amount is the first.
        if isCompared,
            reading.amounts(in: amount.core.upperBound..<near.mark.first).contains(where: {
                self.preposition(of: $0) == .by
                    || $0.isTimes
                        && (document.isMark(amount.core.upperBound, ",") || document.isDash(amount.core.upperBound))
                        && (amount.isMoney || document.mark(at: amount.core.upperBound + 1, marks.orElse) == nil)
            })
        {
            return nil
        }
        // "торговали на 178 млн долларов, рост – 31%": a growth of its own, of the time before.
        let between = amount.core.upperBound..<near.mark.first
        // "на 110 МВт с возможностью увеличения": what may grow later.
        if !isCompared,
            between.contains(where: {
                document.tokens[$0].kind == .mark || document.word($0)?.readings[0].contains(.prep) == true
            })
        {
            return nil
        }
        // "наторговали на 5 млн – на 6% больше": how much more is told by the number beside it.
        if reading.amounts.contains(where: { between.contains($0.core.lowerBound) && $0.isPercent }) { return nil }
        return between.count <= (isCompared ? 8 : 3) ? near.direction : nil
    }

    /// "рост составил 5%": which way, by the word of change before an amount without a preposition.
    private func moved(
        to amount: Amount, behind near: (mark: Mark, direction: Figure.Direction)
    ) -> Figure.Direction? {
        // "рост составил 21 процент", "прибавка в 5 процентов", "плюс 5%", "продовольствие прибавило 8,5 процента"
        let between = near.mark.end..<max(near.mark.end, amount.range.lowerBound)
        if amount.isPercent {
            let reaches = document.marks(marks.reach, in: between).count
            // "ВВП вырос на 5%, инфляция составила 8%": a thing of its own moved nowhere.
            if reading.isFiniteVerb(near.mark.first), isSubjectAnew(between) { return nil }
            // "прибавил по сравнению с прошлым годом 13%"
            let bases = document.marks(marks.base, in: between).count
            let times = reading.dates(in: between).reduce(0) { $0 + $1.range.count }
            return between.count - times <= 6 + reaches * 3 + min(bases, 1) * 6
                && reading.separation(between.lowerBound, between.upperBound) < 4
                ? near.direction : nil
        }
        return between.isEmpty && document.word(near.mark.first)?.can(be: .conj) == true ? near.direction : nil
    }

    /// "экспорт вырос на 5%, поставлено товаров на сумму 3 млн", "торговля растет и дошла до рекорда: страны наторговали на 3 млн":
    /// money under a verb of trade of its own is a level.
    private func isSumOfAnother(_ between: Range<Int>, _ amount: Amount) -> Bool {
        guard amount.isMoney || isShareable(amount.unit) else { return false }
        // "отгрузив 9 млн тонн на 5 млн": what the amount before is worth.
        if amount.isMoney, let goods = reading.amounts(before: amount.range.lowerBound), !goods.isMoney,
            isShareable(goods.unit), self.preposition(of: goods) != .by,
            (goods.core.upperBound..<amount.range.lowerBound).allSatisfy({ token in
                document.word(token).map { $0.can(be: .prep) || $0.can(be: .noun) || $0.can(be: .adjf) } ?? false
            })
        {
            return true
        }
        let parting = between.last { document.isMark($0, ",") || document.isMark($0, ":") || document.isDash($0) }
        guard let parting else { return false }
        return triggersHere.contains { trigger in
            (parting..<between.upperBound).contains(trigger.mark.first)
                && (reading.isFiniteVerb(trigger.mark.first)
                    || document.word(trigger.mark.first)?.parses[0].tag.grammemes.contains(.grnd) == true)
        }
    }

    /// "добавили кредит на 5 млн", "нарастили портфель контрактом еще на 3 млн": how much a loan or a contract is of.
    private func isWorth(_ amount: Amount) -> Bool {
        guard amount.isMoney else { return false }
        let first = amount.range.lowerBound
        return triggersHere.contains { trigger in
            guard let use = trigger.use(.money), !use.isWeak,
                ["finance", "contracts_value"].contains(use.indicator.rawValue),
                trigger.mark.end <= first, first - trigger.mark.end <= 2
            else { return false }
            return document.word(trigger.mark.end - 1)?.can(be: [.noun, .accs]) == true
                && (trigger.mark.end..<first).allSatisfy {
                    document.word($0).map { $0.can(be: .prep) || $0.can(be: .advb) || $0.can(be: .prcl) } ?? false
                }
        }
    }

    /// ", сельское хозяйство", ", а стройка": nothing but the name of the next of a row.
    func isItemOfRow(_ between: Range<Int>) -> Bool {
        guard (2...5).contains(between.count), document.isMark(between.lowerBound, ","),
            document.word(between.upperBound - 1)?.can(be: [.noun, .nomn]) == true
        else { return false }
        return between.dropFirst().allSatisfy { token in
            document.word(token).map { $0.can(be: .nomn) || $0.can(be: .conj) || $0.can(be: .gent) } ?? false
        }
    }

    /// Whether a word of measure in the nominative opens another clause.
    private func isSubjectAnew(_ between: Range<Int>) -> Bool {
        guard let comma = between.last(where: { document.isMark($0, ",") }) else { return false }
        return triggersHere.contains { trigger in
            trigger.mark.first > comma && trigger.mark.end <= between.upperBound
                && document.word(trigger.mark.first)?.can(be: [.noun, .nomn]) == true
                && (trigger.mark.end..<between.upperBound).contains(where: reading.isFiniteVerb)
        }
    }

    /// "импорта нефти, 95% которого идет из Кении": a part of what the clause before named.
    func isPartOfNamed(_ amount: Amount) -> Bool {
        guard amount.isPercent else { return false }
        // "увеличившись вдвое и составив 38% от общего объема"
        if reading.preposition(at: amount.core.upperBound) == "from",
            document.word(amount.core.upperBound)?.length == 2,
            document.marks(marks.reach, in: max(0, amount.range.lowerBound - 3)..<amount.range.lowerBound).first != nil,
            preposition(of: amount) == .none
        {
            return true
        }
        return document.mark(at: amount.core.upperBound, marks.which) != nil
            && document.isMark(amount.range.lowerBound - 1, ",")
    }

    /// "на 34%, или на 4 млрд долларов": the same move in another measure.
    private func sameMove(_ amount: Amount, _ preposition: Preposition) -> Figure.Direction? {
        guard preposition == .by || preposition == .none && isOrElse(amount), let previous = found.last,
            let direction = previous.figure.direction, self.preposition(of: previous.amount) == .by,
            IndicatorUse.UnitClass(previous.amount.unit) != IndicatorUse.UnitClass(amount.unit)
        else { return nil }
        let between = previous.amount.core.upperBound..<max(previous.amount.core.upperBound, amount.core.lowerBound)
        guard (1...4).contains(between.count),
            between.contains(where: {
                document.isMark($0, "(") || document.word($0)?.parses[0].tag.grammemes.contains(.conj) == true
            })
        else { return nil }
        return between.contains { document.mark(at: $0, marks.direction) != nil || reading.isFiniteVerb($0) }
            ? nil : direction
    }

    /// "на 11%, или 3 млн, больше"
    private func isOrElse(_ amount: Amount) -> Bool {
        document.mark(at: amount.range.lowerBound - 1, marks.orElse) != nil
            && (document.isMark(amount.range.lowerBound - 2, ",")
                || found.last?.amount.core.upperBound == amount.range.lowerBound - 1)
    }

    /// "темпы роста экономики достигнут 10% благодаря увеличению вложений": what comes behind is of the cause.
    private func growth(before amount: Amount, _ trigger: Trigger?, _ clause: Range<Int>) -> (
        mark: Mark, direction: Figure.Direction
    )? {
        guard trigger?.use(.percent)?.indicator == Indicator("gdp") else { return nil }
        return nearestDirection(amount, clause: clause.lowerBound..<amount.core.lowerBound)
    }

    /// Whether it is a growth that reached a percentage.
    private func isOfGrowth(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        document.marks(marks.direction, in: clause.lowerBound..<amount.core.lowerBound).contains { mark in
            guard reading.value(mark) == "up", let word = document.word(mark.first) else { return false }
            let best = word.parses[0].tag.grammemes
            // "прогноз роста ВВП"
            let isOfOutput = triggersHere.contains {
                $0.mark.first >= mark.end && $0.use(.percent)?.indicator == Indicator("gdp")
                    && (mark.end..<$0.mark.first).allSatisfy { document.word($0)?.can(be: .adjf) == true }
            }
            if isOfOutput, best.contains(.noun) { return true }
            let isPace = document.mark(at: mark.first - 1, marks.pace) != nil
            return best.contains(.noun) && (best.contains(.nomn) || best.contains(.accs) || isPace)
                && !(mark.end..<amount.core.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "плюс 5%": the word right before the amount, where it is no verb that takes it as an object.
    func direction(endingAt end: Int) -> Figure.Direction? {
        guard let word = document.word(end - 1), !word.can(be: .verb),
            let mark = document.mark(at: end - 1, marks.direction)
        else { return nil }
        return Figure.Direction(rawValue: reading.value(mark))
    }

    /// "52-процентный рост", "двукратное падение"
    private func byAdjective(_ amount: Amount) -> Figure.Direction? {
        guard amount.core.count == 1, document.tokens[amount.core.lowerBound].shape.contains(.hyphen),
            document.word(amount.core.upperBound)?.can(be: .noun) == true,
            let mark = document.mark(at: amount.core.upperBound, marks.direction)
        else { return nil }
        return Figure.Direction(rawValue: reading.value(mark))
    }

    enum Preposition { case none, by, reaching, other }

    /// "сумму", "общую сумму"
    func frame(endingAt end: Int) -> Mark? {
        [end - 1, end - 2].lazy.filter { $0 >= 0 }.compactMap { self.document.mark(at: $0, self.marks.indicatorFrame) }
            .first { $0.end == end }
    }

    /// The word of growth or decline that is nearest to an amount in its clause.
    func nearestDirection(_ amount: Amount, clause: Range<Int>) -> (mark: Mark, direction: Figure.Direction)? {
        var best: (mark: Mark, direction: Figure.Direction, distance: Double)?
        for mark in document.marks(marks.direction, in: clause) where !amount.core.overlaps(mark.range) {
            guard let direction = Figure.Direction(rawValue: reading.value(mark)) else { continue }
            // "не превышали 0,2%"
            if document.mark(at: mark.first, marks.reach) != nil,
                document.word(mark.first - 1)?.readings[0].contains(.prcl) == true
            {
                continue
            }
            // "больше всего – на 5 млн – продано чая"
            if document.mark(at: mark.first, marks.superlative) != nil { continue }
            // "более чем на 40%": a comparator of the amount itself tells nothing.
            if amount.range.contains(mark.first),
                document.marks(marks.comparator, in: amount.range).contains(where: { $0.range.contains(mark.first) })
            {
                continue
            }
            // "больше трети (38%)": nor does that of another.
            if document.mark(at: mark.first, marks.comparator) != nil,
                reading.amounts(in: mark.first..<mark.end + 3).contains(where: { $0.range.contains(mark.first) })
            {
                continue
            }
            let isBefore = mark.end <= amount.core.lowerBound
            let between = isBefore ? mark.end..<amount.core.lowerBound : amount.core.upperBound..<mark.first
            let distance =
                Double(between.count) + reading.separation(between.lowerBound, between.upperBound) + (isBefore ? 0 : 4)
            if distance < best?.distance ?? 24 { best = (mark, direction, distance) }
        }
        return best.map { ($0.mark, $0.direction) }
    }

    private func comparative(behind amount: Amount) -> Figure.Direction? {
        guard preposition(of: amount) == .by || amount.isPercent else { return nil }
        // "на 11%, или на 3 млн, больше"
        var end = amount.core.upperBound
        let next = reading.amounts.lowerBound { $0.core.lowerBound < end }
        if next < reading.amounts.count, case let other = reading.amounts[next], other.core.lowerBound - end <= 4,
            document.isMark(end, ","), document.mark(at: end + 1, marks.orElse) != nil
        {
            end = other.core.upperBound + (document.isMark(other.core.upperBound, ",") ? 1 : 0)
        }
        for at in [amount.core.upperBound, amount.core.upperBound + 1, end] where at < document.tokens.count {
            // "на 3% меньше", "12% прироста"
            guard let mark = document.mark(at: at, marks.direction), let word = document.word(at),
                word.can(be: .comp)
                    || at == amount.core.upperBound && amount.isPercent && word.can(be: [.noun, .gent, .sing])
                        && preposition(of: amount) != .by
            else { continue }
            return Figure.Direction(rawValue: reading.value(mark))
        }
        return nil
    }
}
