import Foundation
import Model

/// Figures that count the documents of a package, or tell the money of a contract, which stands as a row of its own.
extension Reading {
    /// "Подписаны 10 документов" is a package and a number: both are of those who signed.
    func ofSigners(_ figures: [Figure], _ agreements: [Agreement]) -> [Figure] {
        let told = agreements.filter { $0.countries.count > 1 && ($0.count != nil || $0.value != nil) }
        guard !told.isEmpty else { return figures }
        return figures.map { figure in
            guard
                let agreement = told.first(where: { agreement in
                    Self.tells(figure, agreement)
                        && figure.evidence.contains { agreement.evidence.contains(where: $0.overlaps) }
                })
            else { return figure }
            var figure = figure
            figure.countries = agreement.countries
            if figure.origin.map({ !agreement.countries.contains($0) }) ?? false { figure.origin = nil }
            if figure.destination.map({ !agreement.countries.contains($0) }) ?? false { figure.destination = nil }
            return figure
        }
    }

    /// "Подписаны 4 протокола": the number of a package of whatever papers is a figure beside it.
    func withCounts(of agreements: [Agreement], _ figures: [Figure]) -> [Figure] {
        let untold = agreements.filter { agreement in
            agreement.kind == .package && agreement.status == .signed && agreement.count != nil
                && !figures.contains { figure in
                    figure.value == Decimal(agreement.count!)
                        && figure.evidence.contains { agreement.evidence.contains(where: $0.overlaps) }
                }
        }
        return figures
            + untold.compactMap { agreement in
                guard let first = agreement.evidence.first, let count = agreement.count,
                    let sentence = document.sentences.firstIndex(where: { document.span($0).overlaps(first) })
                else { return nil }
                return Figure(
                    indicator: Indicator("agreements_count"), subject: agreement.title, value: Decimal(count),
                    unit: .plain(.count), nature: .actual, countries: agreement.countries,
                    speaker: discourse.speakers[sentence], evidence: [first], rule: "figure.package")
            }
    }

    private static func tells(_ figure: Figure, _ agreement: Agreement) -> Bool {
        switch figure.indicator.rawValue {
        case "agreements_count", "contracts_count": agreement.count.map { figure.value == Decimal($0) } ?? false
        case "contracts_value": agreement.value == figure.value
        default: false
        }
    }
}
