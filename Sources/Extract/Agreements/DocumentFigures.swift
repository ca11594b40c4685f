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

    private static func tells(_ figure: Figure, _ agreement: Agreement) -> Bool {
        switch figure.indicator.rawValue {
        case "agreements_count", "contracts_count": agreement.count.map { figure.value == Decimal($0) } ?? false
        case "contracts_value": agreement.value == figure.value
        default: false
        }
    }
}
