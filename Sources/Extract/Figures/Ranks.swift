import Foundation
import Grammar
import Model

extension FigureReader {
    /// "занимает второе место", "в пятерке крупнейших": places in an order, by the rules of the group `rank`.
    func ranks(in sentence: Range<Int>, index: Int) -> [FoundFigure] {
        reading.hits("rank", in: sentence).compactMap { hit in
            guard !reading.frame.isNoise[sentence.lowerBound], let ordinal = hit.match["o"],
                let value = place(ordinal)
            else { return nil }
            let clause = reading.clause(around: hit.match.range.lowerBound, in: sentence)
            let amount = Amount(
                range: hit.match.range, core: ordinal, value: value, valueMax: nil, unit: .plain(.count),
                comparator: .eq,
                isScaled: false)
            let nature = self.nature(amount, clause: clause, sentence: sentence)
            let parties = self.parties(
                Indicator("rank"), amount: amount, trigger: nil, clause: clause, sentence: sentence,
                index: index)
            let figure = Figure(
                indicator: Indicator("rank"), subject: nil, value: value, unit: .plain(.count), nature: nature,
                period: nil, countries: parties.countries, speaker: reading.discourse.speakers[index],
                evidence: [document.span(hit.match.range)], rule: hit.rule.name)
            reading.log?.take(ordinal, .number)
            return FoundFigure(figure: figure, amount: amount, sentence: index, trigger: nil, ownTrigger: false)
        }
    }

    private func place(_ range: Range<Int>) -> Decimal? {
        for kind in [marks.ordinal, marks.group, marks.number] {
            if let mark = document.mark(at: range.lowerBound, kind) { return Decimal(string: reading.value(mark)) }
        }
        return reading.integer(range.lowerBound).map { Decimal($0) }
    }
}
