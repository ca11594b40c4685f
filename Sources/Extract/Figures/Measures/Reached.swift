import Grammar
import Model
import Morphology

/// What verbs and times beside an amount tell of whether it has been reached.
extension FigureReader {
    /// "цена – 47 млн долларов, еще три машины поставят до конца года": a time behind a comma and a verb of its own.
    func isOfNextStatement(_ date: CalendarMention, behind amount: Amount) -> Bool {
        let between = amount.core.upperBound..<max(amount.core.upperBound, date.range.lowerBound)
        guard let comma = between.first(where: { document.isMark($0, ",") }) else { return false }
        // "проведено 20 встреч, чтобы в 2027 году привлечь вложения"
        if reading.value(at: comma + 1, marks.managed) == "purpose" { return true }
        // "летает семь рейсов, к концу года их станет девять"
        if document.isMark(date.range.lowerBound - 1, ","),
            (date.range.upperBound..<min(date.range.upperBound + 4, document.tokens.count)).contains(where: {
                reading.tense($0) == .futr
            })
        {
            return true
        }
        // "превысил 12 тыс. человек, а с июня"
        if reading.value(at: comma + 1, marks.contrast) != nil, date.range.lowerBound - comma <= 3 { return true }
        return (comma..<between.upperBound).contains(where: reading.isFiniteVerb)
    }

    /// "превысил 12 тыс. человек, а с июня рейсы участятся": a time behind an amount whose statement tells of the future, where the
    /// amount's own does not.
    func isOfComingStatement(_ date: CalendarMention, behind amount: Amount) -> Bool {
        guard date.range.lowerBound >= amount.core.upperBound, isOfNextStatement(date, behind: amount) else {
            return false
        }
        let sentence = document.sentence(of: amount.core.lowerBound)
        let verb = (date.range.upperBound..<max(date.range.upperBound, sentence.upperBound)).first(
            where: reading.isFiniteVerb)
        return verb.map { reading.tense($0) == .futr } ?? false
    }

    /// "составил почти 2 млрд": a verb of reaching in the past, right before the amount.
    func isReached(_ amount: Amount) -> Bool {
        let verb = amount.range.lowerBound - 1
        return document.mark(at: verb, marks.reach) != nil && reading.tense(verb) == .past && !isToReach(verb)
    }

    /// "завод, две трети выпуска которого намечено продавать": a word of intent soon behind a part.
    func isAimedBehind(_ amount: Amount) -> Bool {
        document.marks(
            marks.nature, in: amount.core.upperBound..<min(amount.core.upperBound + 4, document.tokens.count)
        )
        .contains { nature(of: $0) == .target }
    }

    /// "инвестиции достигнут 5 млрд": right before an amount the form is of those who will reach it, and no participle.
    func isToReach(_ verb: Int) -> Bool {
        document.word(verb).map { $0.can(be: .prts) && $0.can(be: [.verb, .futr, .plur]) } ?? false
    }
}
