import Foundation
import Grammar
import Model

/// What people are who are counted without a word of their own.
extension FigureReader {
    /// "Из Кении приехало 66,5 тысячи. Лидером остается Перу с 540,3 тысячи человек": people behind travellers are travellers where
    /// no other word tells of them.
    func isOfTravellers(
        _ amount: Amount, _ indicator: Indicator, _ trigger: Trigger?, _ sentence: Range<Int>
    ) -> Bool {
        guard amount.unit == nil, amount.isScaled, indicator == Indicator("people"),
            trigger?.use(.count)?.isWeak != false, let last = found.last,
            last.figure.indicator == Indicator("passengers"),
            case let index = Int(document.sentenceOf[sentence.lowerBound]),
            index - last.sentence <= 1, isSameParagraph(index, last.sentence)
        else { return false }
        return !triggersHere.contains { other in
            other.mark != trigger?.mark
                && other.uses.contains {
                    !$0.isWeak && $0.units.contains(.count) && $0.indicator != last.figure.indicator
                }
        } && document.marks(marks.dwell, in: sentence).isEmpty
    }

    /// "постоянную работу получат 20 тысяч человек": a verb of getting or giving, and work for its object.
    func isOfWork(_ clause: Range<Int>) -> Bool {
        let words = document.marks(marks.employment, in: clause)
        return words.contains {
            reading.value($0) == "work" && document.word($0.first)?.can(be: [.noun, .sing]) == true
        }
            && words.contains { reading.value($0) == "get" && reading.isFiniteVerb($0.first) }
    }

    /// "в форуме участвуют 500 человек, из них 300 приехали из Перу": some of people who are told of otherwise.
    func isOfPeopleBefore(_ it: MeaningAsked) -> Bool {
        guard it.indicator == Indicator("passengers"), it.isCount, let last = found.last,
            last.figure.indicator == Indicator("people"), it.amount.value < last.amount.value,
            case let index = Int(document.sentenceOf[it.amount.core.lowerBound]), index - last.sentence <= 1
        else { return false }
        let first = it.amount.range.lowerBound
        return (1...2).contains { back in
            document.mark(at: first - back, marks.again).map { $0.range.count > 1 && $0.end == first } ?? false
        }
    }
}
