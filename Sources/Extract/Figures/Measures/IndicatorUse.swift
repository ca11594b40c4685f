import Model

/// What a trigger word measures in one class of units.
struct IndicatorUse: Sendable {
    let indicator: Indicator
    let units: UnitClasses
    /// Goods, places and people: they measure only where no word of trade, carriage or work governs the amount.
    let isWeak: Bool
    /// Such things are a quantity only in their thousands: visits of tourists, and not of ministers.
    var isMass = false

    /// Some classes of units.
    struct UnitClasses: Sendable, ExpressibleByArrayLiteral {
        private var bits: UInt8 = 0

        init(_ classes: [UnitClass]) { bits = classes.reduce(0) { $0 | $1.bit } }

        init(arrayLiteral classes: UnitClass...) { self.init(classes) }

        func contains(_ unit: UnitClass) -> Bool { bits & unit.bit != 0 }

        func isDisjoint(with other: UnitClasses) -> Bool { bits & other.bits == 0 }

        func isSubset(of other: UnitClasses) -> Bool { bits & ~other.bits == 0 }
    }

    /// Classes of units, by the letters that the lexicon of indicators uses.
    enum UnitClass: Character, Sendable {
        case money = "m"
        case percent = "p"
        case times = "t"
        case count = "c"
        case physical = "q"

        fileprivate var bit: UInt8 {
            switch self {
            case .money: 1
            case .percent: 2
            case .times: 4
            case .count: 8
            case .physical: 16
            }
        }

        init(_ unit: QuantityUnit?) {
            switch unit {
            case nil, .plain(.count): self = .count
            case .money: self = .money
            case .plain(.percent): self = .percent
            case .plain(.times): self = .times
            case .plain: self = .physical
            }
        }
    }

    /// Reads `projects_count:cpt projects_value:m`; a `w` among the units marks a weak use, a `k` what is
    /// counted in thousands.
    static func parse(_ value: String) -> [IndicatorUse] {
        value.split(separator: " ").compactMap { use in
            let parts = use.split(separator: ":")
            guard parts.count == 2 else { return nil }
            return IndicatorUse(
                indicator: Indicator(String(parts[0])), units: UnitClasses(parts[1].compactMap(UnitClass.init)),
                isWeak: parts[1].contains("w"), isMass: parts[1].contains("k"))
        }
    }
}
