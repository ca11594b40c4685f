import Grammar
import Model
import Morphology

/// The preposition that an amount stands behind: "на 5", "до 5", "с 3 до 5".
extension FigureReader {
    /// The kind of preposition that governs an amount: by how much, up to how much.
    func preposition(of amount: Amount) -> Preposition {
        var at = amount.core.lowerBound - 1
        var floor = amount.range.lowerBound
        // What says how sure the number is may stand on either side of the preposition.
        for _ in 0..<4 {
            guard at >= 0, let word = document.word(at) else { return .none }
            // "на рекордную величину в 9 процентов"
            if at > 0, reading.preposition(at: at) == "into",
                let frame = frame(endingAt: at)
            {
                at = frame.first - 1
                floor = at
                continue
            }
            if word.can(be: .prep), let kind = document.mark(at: at, marks.preposition) {
                switch reading.value(kind) {
                // "вышла на отметку 12 млрд"
                case "by": return reachesFrame(at + 1..<amount.core.lowerBound) ? .reaching : .by
                // "прибавила к уровню прошлого года 20%": what it is compared with, and not how far it went.
                case "to"
                where amount.isPercent && floor < amount.range.lowerBound
                    && !reading.opensEnd(at):
                    return .none
                case "to": return .reaching
                default: return .other
                }
            }
            if word.can(be: .prep) && at < floor { return .other }
            if let frame = frame(endingAt: at + 1) {
                at = frame.first - 1
                floor = at
                continue
            }
            if at >= floor || word.can(be: .adjf) || document.mark(at: at, marks.comparator) != nil {
                at -= 1
            } else {
                return .none
            }
        }
        return .none
    }

    /// Whether a mark that is reached, and no sum, stands behind a preposition.
    private func reachesFrame(_ range: Range<Int>) -> Bool {
        document.marks(marks.frameReached, in: range).contains { document.word($0.first)?.can(be: .accs) == true }
    }

    /// "способен принять до 5 млн тонн", "выделит до 70 стипендий": the most that may be, where nothing moves to it.
    func isAtMost(_ amount: Amount, clause: Range<Int>) -> Bool {
        guard amount.comparator == .eq, !amount.isPercent || document.isDash(amount.range.lowerBound - 2),
            !amount.isTimes, reading.opensEnd(amount.range.lowerBound - 1),
            !reading.amounts.contains(where: { $0.core.upperBound == amount.range.lowerBound - 1 })
        else { return false }
        if isEndOfMove(amount) { return false }
        // "вырос более чем в 7 раз, до 4,6 тыс."
        if let last = found.last, last.figure.measure == .change, last.amount.isTimes || last.amount.isPercent,
            (0...1).contains(amount.range.lowerBound - 1 - last.amount.core.upperBound)
        {
            return false
        }
        // "прогноз для Кении снижен до 3%, для Перу – до 2%"
        if amount.isPercent, let last = found.last, last.amount.isPercent, preposition(of: last.amount) == .reaching,
            last.figure.comparator == .eq,
            document.sentenceOf[last.amount.core.lowerBound] == document.sentenceOf[amount.core.lowerBound]
        {
            return false
        }
        // "довести до 3 млрд долларов, а затем и до 5"
        if let last = found.last, last.amount.unit == amount.unit, preposition(of: last.amount) == .reaching,
            last.figure.comparator == .eq, case let between = last.amount.core.upperBound..<amount.range.lowerBound,
            !between.isEmpty, between.count <= 9, !between.contains(where: reading.isFiniteVerb)
        {
            return false
        }
        // "экспорт вырос, готовы принять до 5 тыс. рабочих": of the verb behind the last comma.
        var before = clause.lowerBound..<amount.range.lowerBound
        if let comma = before.last(where: { document.isMark($0, ",") }),
            (comma..<before.upperBound).contains(where: { token in
                reading.isFiniteVerb(token)
                    || document.word(token)?.parses[0].tag.grammemes.intersects([.infn, .grnd]) == true
            })
        {
            before = comma..<before.upperBound
        }
        return !before.contains { token in
            document.mark(at: token, marks.direction) != nil || document.mark(at: token, marks.moveTo) != nil
                || document.mark(at: token, marks.times) != nil
                || document.mark(at: token, marks.reach) != nil
                || document.mark(at: token, marks.nature).map { reading.value($0) == "goal" } ?? false
        }
    }

    /// "с 9 млн в 2016 году до 14 млн в 2017-м": where it came to from the amount before.
    private func isEndOfMove(_ amount: Amount) -> Bool {
        let sentence = document.sentence(of: amount.core.lowerBound)
        guard let start = reading.amounts(before: amount.core.lowerBound), start.unit == amount.unit,
            sentence.contains(start.core.lowerBound),
            isBehindFrom(start),
            amount.core.lowerBound - start.core.upperBound <= 12
        else { return false }
        return !(start.core.upperBound..<amount.core.lowerBound).contains {
            document.isMark($0, ",") || document.isMark($0, ")")
        }
    }

    /// "с 9 млн", "со 150 тысяч": where a move began.
    func isBehindFrom(_ amount: Amount) -> Bool {
        [amount.core.lowerBound - 1, amount.range.lowerBound - 1].contains { document.mark(at: $0, marks.with) != nil }
    }
}
