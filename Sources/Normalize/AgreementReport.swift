import Foundation
import Model

extension Agreement: KeyedFact {
    /// Sets sorted, each member once.
    var normalized: Agreement {
        var agreement = self
        agreement.countries = countries.sortedSet
        agreement.orgs = orgs.sortedSet
        agreement.evidence = evidence.sortedUnique
        return agreement
    }

    /// A document is told by its kind, its parties and its name; a package or a contract without a name of its own, by its day.
    func keyFields(_ context: KeyContext) -> [String?] {
        let isNamed = kind != .package && kind != .contract && title.contains(" ")
        return [
            kind.rawValue, countries.map(\.rawValue).joined(separator: ","), orgs.joined(separator: ","), titleKey,
            isNamed ? nil : signedOn?.description ?? context.moment, count.map(String.init), value?.plain,
        ]
    }

    /// The words of the title, so that case, quotes and dashes do not part two mentions of one document.
    private var titleKey: String {
        title.lowercased().replacingOccurrences(of: "ё", with: "е")
            .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
