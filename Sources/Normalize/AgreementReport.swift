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

    /// A document with a name is told by its kind, its parties and its name (`DocumentName`); a package or what has no name
    /// of its own, by its day, and by its number and worth where they are told.
    func telling(_ context: KeyContext) -> Telling {
        let parties = [
            kind.rawValue, countries.map(\.rawValue).joined(separator: ","), orgs.joined(separator: ","),
        ]
        let marks = [
            count.map { "#=\($0)" }, value.map { "$=\($0.plain) \(unit?.description ?? "")" },
        ].compactMap(\.self)
        if hasName && kind != .contract {
            let name = DocumentName(self, hasDay: signedOn?.isDay == true)
            return Telling(
                "agreement", block: parties + [name.stem], days: signedOn?.days, marks: marks + name.marks)
        }
        let title = hasName ? title.folded : nil
        let occasion = Occasion(signedOn, isPast: status == .signed, context)
        return Telling("agreement", block: parties + [title, occasion.period], days: occasion.days, marks: marks)
    }

    /// Whether the title tells this document from others of its kind: a kind word and what it is about.
    private var hasName: Bool { kind != .package && title.words.count > 2 }
}
