import Foundation
import Model

extension Figure: KeyedFact {
    /// Sets sorted, each member once; a direction only where something changes.
    var normalized: Figure {
        var figure = self
        figure.countries = countries.sortedSet
        figure.evidence = evidence.sortedUnique
        if measure == .level { figure.direction = nil }
        if valueMax == value { figure.valueMax = nil }
        return figure
    }

    /// Whether another figure of the article states this same quantity.
    func saysTheSame(as other: Figure) -> Bool {
        indicator == other.indicator && value == other.value && valueMax == other.valueMax && unit == other.unit
            && measure == other.measure && direction == other.direction && nature == other.nature
            && countries == other.countries && origin == other.origin && destination == other.destination
            && (period == nil || other.period == nil || period == other.period)
    }

    /// Figures are one when all that is measured agrees. Without a period they are of the year of publication.
    func telling(_ context: KeyContext) -> Telling {
        Telling(
            "figure",
            block: [
                indicator.rawValue, countries.map(\.rawValue).joined(separator: ","), origin?.rawValue,
                destination?.rawValue, value.plain, valueMax?.plain, unit.description, measure.rawValue,
                direction?.rawValue, nature.rawValue,
                period.map { "\($0.from?.description ?? "")/\($0.to?.description ?? "")" } ?? context.year,
                indicator.isOpen ? subject?.folded : nil,
            ])
    }
}

extension Indicator {
    /// Whether it measures many things, so that only the subject tells which.
    var isOpen: Bool { self == .other || self == .share }
}
