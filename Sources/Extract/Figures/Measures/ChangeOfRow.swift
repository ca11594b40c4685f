import Grammar
import Model

/// What a rule says of an amount whose move is told with another.
enum ChangeVerdict {
    case moved(Figure.Direction)
    /// That the amount is a level.
    case level

    init(_ direction: Figure.Direction?) { self = direction.map(Self.moved) ?? .level }

    var direction: Figure.Direction? { if case .moved(let way) = self { way } else { nil } }
}

/// Which way the next of a row moved: as the one before did.
extension FigureReader {
    /// - Parameters:
    ///   - near: the word of change nearest to the amount.
    ///   - trigger: what the amount measures by a word of its own.
    func changeOfRow(
        _ amount: Amount, _ preposition: Preposition, _ near: (mark: Mark, direction: Figure.Direction)?,
        _ trigger: Trigger?, _ clause: Range<Int>
    ) -> ChangeVerdict? {
        guard amount.isPercent else { return isShareOfNext(amount, preposition, near, trigger) ? .level : nil }
        // "в Узбекистан – рост на 31%, Таджикистан – на 15%"
        if preposition == .by || document.isMark(amount.range.lowerBound - 1, "("),
            listed[amount.core.lowerBound] != nil, near == nil,
            let previous = recent.last(where: { $0.amount.isPercent }), areInOneSentence(previous.amount, amount)
        {
            return ChangeVerdict(previous.figure.direction)
        }
        if isShareOfNext(amount, preposition, near, trigger) { return .level }
        if preposition == .none, let way = directionBesideDash(amount, near) { return .moved(way) }
        if preposition == .by, let row = directionBehindBy(amount, near, clause) { return row }
        // "экспорт вырос:", "– в страны союза – на 5%;"
        if near == nil, let opening = listOpening, let direction = opening.direction,
            preposition == .by || opening.trigger.use(.percent)?.indicator == Indicator("gdp")
        {
            return .moved(direction)
        }
        return nil
    }

    /// "вырос (+21%), доля Перу – 41%": a part of the whole has not moved.
    private func isShareOfNext(
        _ amount: Amount, _ preposition: Preposition, _ near: (mark: Mark, direction: Figure.Direction)?,
        _ trigger: Trigger?
    ) -> Bool {
        guard preposition == .none, near == nil, let trigger, amount.direction == nil else { return false }
        return document.mark(at: trigger.mark.first, marks.share) != nil
            && document.isDash(amount.range.lowerBound - 1)
    }

    /// "снизились: Перу – 54%, Чили – около 50%", "промышленность прибавила 6%, стройка – 16%"
    private func directionBesideDash(
        _ amount: Amount, _ near: (mark: Mark, direction: Figure.Direction)?
    ) -> Figure.Direction? {
        guard let previous = found.last, previous.amount.isPercent, let direction = previous.figure.direction,
            areInOneSentence(previous.amount, amount), preposition(of: previous.amount) == .none
        else { return nil }
        if near == nil, listed[amount.core.lowerBound] != nil, listed[previous.amount.core.lowerBound] != nil {
            return direction
        }
        let between = previous.amount.core.upperBound..<amount.range.lowerBound
        guard document.isDash(amount.range.lowerBound - 1), amount.direction == nil, previous.amount.direction == nil,
            // "экспорт прибавил 6%, доля Китая – 16%"
            document.marks(marks.share, in: between).isEmpty, isItemOfRow(between.dropLast())
        else { return nil }
        return direction
    }

    /// "торговля выросла на 23%; перевозки – на 50%", "экспорт вырос вдвое (с 2 до 4 млрд), импорт – на 28%"
    private func directionBehindBy(
        _ amount: Amount, _ near: (mark: Mark, direction: Figure.Direction)?, _ clause: Range<Int>
    ) -> ChangeVerdict? {
        if near == nil, !clause.contains(where: reading.isFiniteVerb), let previous = found.last,
            previous.amount.isPercent, preposition(of: previous.amount) == .by,
            document.sentenceOf[amount.core.lowerBound] - document.sentenceOf[previous.amount.core.lowerBound] <= 1
        {
            return ChangeVerdict(previous.figure.direction)
        }
        // "…, импорт упал на 3%": a word of change behind a comma is of the next.
        let isNextOnes =
            near.map { near in
                near.mark.first > amount.core.upperBound
                    && (amount.core.upperBound..<near.mark.first).contains { document.isMark($0, ",") }
            } ?? true
        guard isNextOnes, document.isDash(amount.range.lowerBound - 2) || near == nil,
            let previous = recent.last(where: { $0.figure.direction != nil }),
            document.sentenceOf[amount.core.lowerBound] == previous.sentence,
            // "прибавил 3% и составил 5 млн, экспорт – на 7%"
            !(previous.amount.core.upperBound..<amount.core.lowerBound).contains(where: {
                reading.isFiniteVerb($0) && document.mark(at: $0, marks.reach) == nil
            })
        else { return nil }
        return ChangeVerdict(previous.figure.direction)
    }
}
