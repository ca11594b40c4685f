import Foundation
import Model

/// Figures that count the documents of a package, or tell the money of a contract, which stands as a row of its own.
extension FigureReader {
    /// "Подписаны 10 документов" is a package and a number: both are of those who signed. Nil where it is no such number.
    func signers(_ indicator: Indicator, _ value: Decimal, _ evidence: Span) -> [CountryCode]? {
        packages.first { Self.tells(indicator, value, $0) && $0.evidence.contains(where: evidence.overlaps) }?.countries
    }

    private static func tells(_ indicator: Indicator, _ value: Decimal, _ agreement: Agreement) -> Bool {
        switch indicator.rawValue {
        case "agreements_count", "contracts_count": agreement.count.map { value == Decimal($0) } ?? false
        case "contracts_value": agreement.value == value
        default: false
        }
    }
}

extension FigureReader.Parties {
    /// Of these states, and of no end besides them.
    func within(_ states: [CountryCode]?) -> Self {
        guard let states else { return self }
        return Self(
            countries: states, origin: origin.flatMap { states.contains($0) ? $0 : nil },
            destination: destination.flatMap { states.contains($0) ? $0 : nil })
    }
}

extension Reading {
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
}
