/// What a figure is counted in: a currency or one of the contract's units.
public enum QuantityUnit: Hashable, Sendable, CustomStringConvertible {
    /// Money, by its ISO 4217 code.
    case money(Currency)
    case plain(Plain)

    /// Units that are no money.
    public enum Plain: String, CaseIterable, Sendable {
        case percent, times, count, tonne, kilometre, kilogram, hectare, watt, barrel, teu, litre, metre
        case cubicMetre = "cubic_metre"
        case squareMetre = "square_metre"
        case kilowattHour = "kilowatt_hour"
    }

    /// Reads `USD` or `cubic_metre`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        if let currency = Currency(text) {
            self = .money(currency)
        } else if let plain = Plain(rawValue: String(text)) {
            self = .plain(plain)
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .money(let currency): currency.rawValue
        case .plain(let unit): unit.rawValue
        }
    }

    public var isMoney: Bool { if case .money = self { true } else { false } }
}

/// An ISO 4217 code: three capital Latin letters.
public struct Currency: Hashable, Sendable {
    public let rawValue: String

    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 3, bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        rawValue = String(text)
    }
}
