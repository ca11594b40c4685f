import Morphology

/// The lemmas and word forms that some lexicon entry or rule names, numbered, so that matching compares integers.
public struct Symbols: Sendable {
    private var numbers: [String: Int32] = [:]

    public init() {}

    /// The number of `text`, given now when it had none.
    public mutating func number(_ text: String) -> Int32 {
        let key = Self.folded(text)
        if let known = numbers[key] { return known }
        let number = Int32(numbers.count)
        numbers[key] = number
        return number
    }

    /// The number of `text`, nil when nothing names it.
    public subscript(_ text: String) -> Int32? { numbers[Self.folded(text)] }

    /// Lower case, е for ё.
    static func folded(_ text: String) -> String {
        if let plain = text.foldedPlainly() { return plain }
        let lower = text.lowercased()
        guard lower.unicodeScalars.contains("ё") else { return lower }
        return String(String.UnicodeScalarView(lower.unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
    }
}
