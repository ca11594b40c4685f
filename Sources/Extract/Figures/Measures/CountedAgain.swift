import Grammar
import Model
import Morphology

/// Numbers that go on with what was counted before.
extension FigureReader {
    /// "на 40 тысяч больше", "35 000 (годом ранее 33 000)", "теперь их 150": a number that goes on with what was counted.
    func countedAgain(_ amount: Amount, triggers: [Trigger], others: [Amount], index: Int) -> Counted? {
        let moves = isMove(amount)
        if moves, found.last?.sentence != index {
            // "число мест в вузах выросло на 120": where something is moves nowhere.
            let nouns = triggers.filter { noun in
                noun.mark.end <= amount.core.lowerBound && noun.use(.count)?.isWeak == false
                    && document.word(noun.mark.end - 1).map { !$0.can(be: [.noun, .plur, .loct]) || $0.can(be: .gent) }
                        ?? true
            }
            if let noun = governing(amount, .count, others: others, triggers: nouns), noun.cost < 14 {
                return Counted(trigger: noun.0)
            }
        }
        // "число фирм выросло вдвое: сейчас их 4,2 тысячи"
        if isPointedTo(amount), let last = found.last, last.sentence == index,
            last.amount.isTimes || last.amount.isPercent,
            last.trigger?.use(.count) != nil
        {
            return Counted(trigger: last.trigger, own: last.ownTrigger)
        }
        guard
            let previous = recent.last(where: {
                $0.figure.unit == .plain(.count) && $0.figure.indicator != Indicator("rank")
            }), index - previous.sentence <= (moves ? 1 : 2),
            moves || isPointedTo(amount)
                || previous.sentence == index && (amount.isScaled || amount.valueMax != nil) && isCompared(amount)
                || previous.sentence == index && isBase(amount, of: previous)
        else { return nil }
        return previous.trigger == nil
            ? Counted(people: previous.figure.indicator)
            : Counted(trigger: previous.trigger, own: previous.sentence == index)
    }

    /// "на 40 тысяч больше", "прирост на 40 тысяч"
    private func isMove(_ amount: Amount) -> Bool {
        guard preposition(of: amount) == .by else { return false }
        let before = max(0, amount.range.lowerBound - 3)..<amount.range.lowerBound
        return document.mark(at: amount.core.upperBound, marks.direction) != nil
            || document.marks(marks.direction, in: before).contains { $0.end >= amount.range.lowerBound - 2 }
    }

    /// "выросло до 1,4 млн человек против 1,3 млн"
    private func isCompared(_ amount: Amount) -> Bool {
        document.marks(marks.comparedWith, in: max(0, amount.range.lowerBound - 3)..<amount.range.lowerBound).last?.end
            == amount.range.lowerBound
    }

    /// "их число достигло 150", "их станет 150"
    /// "выросло на 11%, впервые превысив 2,1 миллиона"
    func isReachedByGerund(_ amount: Amount) -> Bool {
        [amount.range.lowerBound, amount.range.lowerBound - 1].contains {
            document.word($0)?.readings[0].contains(.grnd) == true
                && (document.mark(at: $0, marks.comparator) != nil || document.mark(at: $0, marks.reach) != nil)
        }
    }

    private func isPointedTo(_ amount: Amount) -> Bool {
        // "эта цифра составила 91,3" counts nothing.
        guard amount.value.isWhole else { return false }
        // "теперь их 61"
        if document.mark(at: amount.range.lowerBound - 1, marks.anaphorCount)?.range.count == 1,
            document.word(amount.core.upperBound) == nil
        {
            return true
        }
        return document.marks(marks.anaphorCount, in: max(0, amount.range.lowerBound - 4)..<amount.range.lowerBound)
            .contains { mark in
                (mark.end..<amount.range.lowerBound).allSatisfy {
                    document.mark(at: $0, marks.reach) != nil || document.word($0)?.can(be: .advb) == true
                        || document.mark(at: $0, marks.direction) != nil || document.word($0)?.can(be: .prep) == true
                        || document.mark(at: $0, marks.nature) != nil
                }
            }
    }

    /// "более 35 000 (33 000 – в 2023 году)": in brackets right behind a number, and much like it.
    private func isBase(_ amount: Amount, of previous: FoundFigure) -> Bool {
        guard document.isMark(amount.range.lowerBound - 1, "("), amount.value >= 10,
            amount.range.lowerBound - 1 - previous.amount.core.upperBound <= 3,
            amount.range.lowerBound > previous.amount.core.upperBound
        else { return false }
        return amount.value < previous.amount.value * 5 && previous.amount.value < amount.value * 5
    }

    /// "пассажиропоток 980 тысяч", "население 5 млн": people told in one word.
    func isFlow(_ trigger: Trigger, _ word: Word) -> Bool {
        guard let indicator = trigger.use(.count)?.indicator else { return false }
        return ["passengers", "people", "jobs", "flights", "agriculture"].contains(indicator.rawValue)
            && trigger.use(.percent) != nil && word.can(be: [.noun, .sing]) && !word.can(be: .anim)
    }

    /// "20 проектов находятся в проработке, а 11 – на стадии реализации": how many are told of otherwise.
    private func isRest(_ amount: Amount, of last: FoundFigure) -> Bool {
        last.figure.unit == .plain(.count) && last.trigger != nil && last.figure.indicator != Indicator("rank")
            && document.isDash(amount.core.upperBound)
            && document.word(amount.core.upperBound + 1)?.readings[0].contains(.prep) == true
            && (document.mark(at: amount.range.lowerBound - 1, marks.contrast) != nil
                && document.isMark(amount.range.lowerBound - 2, ",")
                // "502 позиции с нашей стороны и 360 – с иранской"
                || document.word(amount.range.lowerBound - 1)?.readings[0].contains(.conj) == true
                    && !(last.amount.core.upperBound..<amount.range.lowerBound).contains(where: reading.isFiniteVerb))
    }

    /// "Страну посетили 120 тыс. туристов. За восемь месяцев – 95 тысяч.": a verbless sentence of the same count.
    func countedAgain(_ amount: Amount, index: Int) -> Counted? {
        if let last = found.last, last.sentence == index, isRest(amount, of: last) {
            return Counted(trigger: last.trigger, own: last.ownTrigger)
        }
        var dash = amount.range.lowerBound - 1
        // "за полгода – уже 2,1 тысячи"
        while let word = document.word(dash), word.readings[0].intersects([.advb, .prcl]) { dash -= 1 }
        guard amount.isScaled, document.isDash(dash),
            let previous = recent.last(where: { !$0.amount.isPercent && !$0.amount.isTimes }),
            previous.figure.unit == .plain(.count), previous.figure.indicator != Indicator("rank"),
            index - previous.sentence <= 1, previous.trigger != nil,
            !document.sentences[index].contains(where: reading.isFiniteVerb)
                || previous.sentence == index
                    && !(previous.amount.core.upperBound..<amount.core.lowerBound).contains(where: reading.isFiniteVerb)
        else { return nil }
        return Counted(trigger: previous.trigger, own: previous.sentence == index)
    }

    /// "451 договор, из них стороны намерены пересмотреть около 40": fewer of those told right before.
    private func isPartOf(_ whole: FoundFigure, _ amount: Amount, _ index: Int) -> Bool {
        guard whole.sentence == index, amount.value < whole.amount.value,
            case let between = whole.amount.core.upperBound..<max(whole.amount.core.upperBound, amount.core.lowerBound),
            let again = document.marks(marks.again, in: between).last, again.range.count == 2,
            reading.preposition(at: again.first) == "of" || document.isMark(again.first - 1, ",")
        else { return false }
        return reading.amounts(in: again.end..<max(again.end, amount.range.lowerBound)).isEmpty
            && !(again.end..<amount.range.lowerBound).contains { document.isMark($0, ",") }
            && document.word(amount.core.upperBound)?.can(be: .noun) != true
    }

    func ellipsis(_ amount: Amount, index: Int) -> Counted? {
        guard
            let previous = recent.last(where: {
                $0.figure.unit == .plain(.count) && $0.figure.indicator != Indicator("rank")
            }),
            index - previous.sentence <= 1, previous.trigger != nil,
            // "140 студентов, причем 35 из них"
            amount.value < previous.amount.value && previous.sentence == index
                && document.mark(at: amount.core.upperBound, marks.again)?.range.count == 2
                || (1...3).contains(where: { back in
                    document.mark(at: amount.range.lowerBound - back, marks.again)?.end == amount.range.lowerBound
                }) || isPartOf(previous, amount, index)
        else { return nil }
        return Counted(trigger: previous.trigger, own: previous.sentence == index)
    }
}
