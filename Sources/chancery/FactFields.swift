import Foundation
import Model

extension Fact {
    /// What it says, by the contract's field names, in the contract's order; what is not told is left out.
    var fields: [(String, String)] {
        switch self {
        case let meeting as Meeting: meeting.told
        case let figure as Figure: figure.told
        case let agreement as Agreement: agreement.told
        default: []
        }
    }
}

/// Leaves out what is absent and what is empty.
private func told(_ fields: KeyValuePairs<String, String?>) -> [(String, String)] {
    fields.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
}

extension Sequence {
    fileprivate func list(_ text: (Element) -> String) -> String { map(text).joined(separator: ", ") }
}

extension Period {
    fileprivate var text: String { "\(from?.description ?? "…") – \(to?.description ?? "…")" }
}

extension Meeting {
    fileprivate var told: [(String, String)] {
        chancery.told([
            "kind": kind.rawValue, "countries": countries.list(\.rawValue), "orgs": orgs.list(\.self),
            "level": level?.rawValue,
            "participants": participants.list { person in
                [person.name, person.office?.rawValue, person.country?.rawValue].compactMap(\.self)
                    .joined(separator: " ")
            },
            "visit": visit?.rawValue, "formats": formats.list(\.rawValue), "status": status.rawValue,
            "date": date?.description,
            "place": place.map { [$0.city, $0.country?.rawValue].compactMap(\.self).joined(separator: ", ") },
            "host": host?.rawValue,
        ])
    }
}

extension Figure {
    fileprivate var told: [(String, String)] {
        chancery.told([
            "indicator": indicator.rawValue, "subject": subject,
            "value": "\(value)\(valueMax.map { " – \($0)" } ?? "") \(unit)",
            "comparator": comparator.rawValue, "measure": measure.rawValue, "direction": direction?.rawValue,
            "nature": nature.rawValue, "period": period?.text, "countries": countries.list(\.rawValue),
            "origin": origin?.rawValue, "destination": destination?.rawValue, "speaker": speaker,
        ])
    }
}

extension Agreement {
    fileprivate var told: [(String, String)] {
        chancery.told([
            "kind": kind.rawValue, "title": title, "status": status.rawValue,
            "countries": countries.list(\.rawValue), "orgs": orgs.list(\.self),
            "signed_on": signedOn?.description, "count": count.map(String.init),
            "value": value.map { "\($0) \(unit.map(\.description) ?? "")" }, "term": term?.text,
        ])
    }
}
