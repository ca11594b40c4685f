import Grammar
import Model

/// Rows of which a later item leaves out unit and scale.
extension FigureReader {
    /// Whether a bare number behind a state and a dash is the next of a row of money or goods.
    func goesOnInRow(_ last: Amount, _ next: Amount) -> Bool {
        let apart = document.sentenceOf[next.core.lowerBound] - document.sentenceOf[last.core.lowerBound]
        // "- Перу — 620 тонн;", "- Чили — 584;"
        let isNextLine =
            apart == 1
            && document.tokens[document.sentence(of: next.core.lowerBound).lowerBound].shape.contains(.lineStart)
            && document.tokens[document.sentence(of: last.core.lowerBound).lowerBound].shape.contains(.lineStart)
        // "с Перу торгуем на 3 млрд, с Чили – на 6"
        let isBy =
            document.isDash(next.core.lowerBound - 2) && apart == 0 && preposition(of: next) == .by
            && preposition(of: last) == .by
        guard isShareable(last.unit), document.isDash(next.core.lowerBound - 1) || isBy,
            document.word(next.core.upperBound).map({ _ in
                document.tokens[next.core.upperBound].shape.contains(.lineStart)
            }) ?? true,
            apart == 0 || isNextLine,
            next.core.lowerBound - last.core.upperBound <= (isBy ? 7 : 6)
        else { return false }
        let between = last.core.upperBound..<next.core.lowerBound
        return !reading.places(in: between).isEmpty && !between.contains(where: reading.isFiniteVerb)
    }

    /// Whether a bare number is what a quantity goes up to next: nothing stands between the two but when.
    func goesOnReaching(_ last: Amount, _ next: Amount) -> Bool {
        guard preposition(of: next) == .reaching, preposition(of: last) == .reaching, !isStartOfMove(last),
            document.sentenceOf[last.core.lowerBound] == document.sentenceOf[next.core.lowerBound]
        else { return false }
        let between = last.core.upperBound..<next.range.lowerBound
        let dates = reading.dates(in: between)
        return between.count <= 9
            && between.allSatisfy { token in
                if dates.contains(where: { $0.range.contains(token) }) { return true }
                guard let word = document.word(token) else { return !document.isMark(token, ";") }
                return !reading.isFiniteVerb(token) && !word.readings[0].contains([.noun, .nomn])
            }
    }

    /// "стоимостью 14,5 млрд": whether the word right before a number tells what a thing costs.
    func isPriced(_ amount: Amount) -> Bool {
        guard let frame = document.mark(at: amount.range.lowerBound - 1, marks.annotation.moneyCue) else {
            return false
        }
        return document.word(frame.first)?.can(be: [.noun, .ablt, .sing]) == true
    }

    /// Whether a fraction of what is counted in thousands stands by a state and a dash, as the next of a row.
    func goesOnByPlace(_ last: Amount, _ next: Amount) -> Bool {
        guard last.unit == nil, last.isScaled, next.value < 1000, !next.value.isWhole,
            document.word(next.core.upperBound) == nil || document.isMark(next.core.upperBound, ","),
            document.sentenceOf[next.core.lowerBound] == document.sentenceOf[last.core.lowerBound],
            document.isDash(next.core.upperBound) || document.isDash(next.core.lowerBound - 1),
            next.core.lowerBound - last.core.upperBound <= 10
        else { return false }
        let between = last.core.upperBound..<next.core.lowerBound
        return !reading.places(in: between).isEmpty && !between.contains(where: reading.isFiniteVerb)
    }

    /// Whether a bare number stands behind a word of trade and a dash, as the next of a row.
    func goesOnUnderWord(_ last: Amount, _ next: Amount) -> Bool {
        guard isShareable(last.unit), document.isDash(next.core.lowerBound - 1), next.value < 1000,
            document.word(next.core.upperBound) == nil,
            document.sentenceOf[last.core.lowerBound] == document.sentenceOf[next.core.lowerBound],
            let word = document.word(next.core.lowerBound - 2), word.can(be: [.noun, .nomn])
        else { return false }
        let between = last.core.upperBound..<next.core.lowerBound
        return between.count <= 5 && document.mark(at: next.core.lowerBound - 2, marks.opposite) != nil
            && !between.contains(where: reading.isFiniteVerb)
    }

    /// Whether a bare number behind "это", a time before it, is what was told of another time in its sentence.
    func isThatNow(_ next: Amount, behind last: Amount) -> Bool {
        guard last.isMoney, last.isScaled, document.word(next.core.upperBound) == nil,
            let this = document.marks(
                marks.anaphor, in: max(0, next.range.lowerBound - 2)..<next.range.lowerBound
            ).last, this.range.count == 1,
            document.sentenceOf[next.core.lowerBound] == document.sentenceOf[last.core.lowerBound]
        else { return false }
        let between = last.core.upperBound..<this.first
        return between.count <= 4 && between.contains { document.isMark($0, ",") || document.isMark($0, ";") }
    }

    /// Whether a bare number is what is counted on after what was told in its sentence: "рассчитываем на 8".
    func isExpected(_ next: Amount, behind last: Amount) -> Bool {
        guard isShareable(last.unit), last.isScaled, document.word(next.core.upperBound) == nil,
            document.sentenceOf[next.core.lowerBound] == document.sentenceOf[last.core.lowerBound],
            preposition(of: next) == .by, document.word(next.core.lowerBound - 1)?.readings[0].contains(.prep) == true,
            let hope = document.mark(at: next.core.lowerBound - 2, marks.nature)
        else { return false }
        return reading.isFiniteVerb(hope.first) && next.core.lowerBound - last.core.upperBound <= 10
    }
}
