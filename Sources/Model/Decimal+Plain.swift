import Foundation

extension Decimal {
    /// Without an exponent or a group sign.
    ///
    /// Most numbers are whole and no more than a machine word holds, which is told much sooner than a decimal's digits.
    public var plain: String {
        let near = NSDecimalNumber(decimal: self).doubleValue
        if abs(near) < 1e15, let whole = Int64(exactly: near), Decimal(whole) == self { return String(whole) }
        return description
    }
}
