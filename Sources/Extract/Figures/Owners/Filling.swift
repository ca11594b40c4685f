import Grammar
import Model
import Morphology

/// Whose a figure is of which its own words name no state: the one rule of who may be put in.
///
/// What the clause names, what its noun depends on, the list or the account that it goes on with have been asked before.
extension FigureReader {
    /// Of what stands or grows somewhere the one state where it does, as far as that is told; of what two do together the pair
    /// that the passage is about.
    func filled(_ indicator: Indicator, clause: Range<Int>, focus: [CountryCode], index: Int) -> [CountryCode] {
        guard pairs(in: clause).isEmpty else { return focus }
        if Self.isPlaced(indicator) {
            if let land = landBefore(clause, index) ?? builtFor(indicator, clause, index) { return [land] }
        }
        // A harvest is one state's, whoever buys of it.
        if Self.isYield(indicator), focus.count == 2, let home = reading.discourse.home, focus.contains(home) {
            return [home]
        }
        return focus
    }

    /// "Фонд выделит Кении заем на достройку плотины. Мощность станции составит 20 МВт": what is built with a loan stands where the
    /// money goes.
    private func builtFor(_ indicator: Indicator, _ clause: Range<Int>, _ index: Int) -> CountryCode? {
        guard Self.isBuilt(indicator),
            indicator != Indicator("freight") || !document.marks(marks.facility, in: clause).isEmpty,
            let loan = lastTold(
                Self.buildingReach, before: index,
                where: {
                    $0.figure.indicator == Indicator("finance")
                        && !document.marks(marks.loan, in: document.sentences[$0.sentence]).isEmpty
                })
        else { return nil }
        return loan.figure.destination
    }

    /// What a state has from its land and its people alone.
    private static func isYield(_ indicator: Indicator) -> Bool {
        ["agriculture", "gdp"].contains(indicator.rawValue)
    }

    /// What is somewhere, and so may be of the state that the words before told to have it.
    private static func isPlaced(_ indicator: Indicator) -> Bool {
        isYield(indicator) || ["infrastructure", "jobs", "freight", "energy", "other"].contains(indicator.rawValue)
    }

    /// What works are measured by.
    private static func isBuilt(_ indicator: Indicator) -> Bool {
        ["infrastructure", "energy", "freight", "people"].contains(indicator.rawValue)
    }

    /// Sentences over which works are still those for which money was told.
    private static let buildingReach = 3
}
