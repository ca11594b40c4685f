import Grammar
import Model
import Morphology

/// What documents, loans and estimates promise, and so is still to come.
extension FigureReader {
    /// "контракт на поставку 100 автобусов", "банк одобрил заем в 5 млн": what was agreed is still to come.
    func isPledged(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        let kind: String
        switch indicator.rawValue {
        case "exports", "imports", "energy": kind = "goods"
        case "finance": kind = "money"
        default: return false
        }
        if isOfDocument(amount, indicator, clause) { return true }
        return document.marks(marks.pledge, in: clause).contains { mark in
            guard reading.value(mark) == kind, mark.end <= amount.core.lowerBound else { return false }
            return !(mark.end..<amount.core.lowerBound).contains {
                document.isMark($0, ";") || reading.isFiniteVerb($0)
            }
        }
    }

    /// "соглашение с правительством Перу о приобретении 8 самолетов", "решение о предоставлении Перу кредита": a trade or a loan
    /// that a document is about.
    private func isOfDocument(_ amount: Amount, _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        let before = clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound)
        if indicator == Indicator("finance") {
            guard let kind = document.marks(marks.document, in: before).last else { return false }
            let behind = kind.end..<before.upperBound
            return behind.contains { reading.value(at: $0, marks.agreements.link) == "about" }
                && !behind.contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
        return triggersHere.contains { trade in
            guard trade.mark.end <= amount.core.lowerBound, amount.core.lowerBound - trade.mark.end <= 3,
                trade.uses.contains(where: { Self.isGoods($0.indicator) }),
                document.word(trade.mark.first)?.readings[0].contains(.noun) == true,
                ["about", "on"].contains(reading.value(at: trade.mark.first - 1, marks.agreements.link)),
                let kind = document.marks(
                    marks.document, in: clause.lowerBound..<max(clause.lowerBound, trade.mark.first)
                ).last
            else { return false }
            return !(kind.end..<trade.mark.first).contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
    }

    /// "стройка оценивается в 5 млрд": what is estimated is not yet spent.
    func isEstimated(_ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        indicator == Indicator("projects_value")
            && document.marks(marks.estimate, in: clause).contains { reading.tense($0.first) == .pres }
    }
}
