import Morphology

/// The lemmas and word forms that some lexicon entry or rule names, numbered, so that matching compares integers.
public struct Symbols: Sendable {
    private var numbers: [Spelling: Int32] = [:]

    public init() {}

    /// The number of `text`, given now when it had none.
    public mutating func number(_ text: String) -> Int32 {
        let next = Int32(numbers.count)
        let key = Spelling(text)
        if let known = numbers[key] { return known }
        numbers[key] = next
        return next
    }

    /// The number of `text`, nil when nothing names it.
    public subscript(_ text: String) -> Int32? { numbers[Spelling(text)] }

    /// Lower case, е for ё, compared byte by byte: a string's own comparison looks for other ways to write each letter.
    private struct Spelling: Hashable {
        let text: String

        init(_ text: String) {
            if let plain = text.foldedPlainly() {
                self.text = plain
                return
            }
            var scalars = String.UnicodeScalarView()
            for scalar in text.lowercased().unicodeScalars {
                switch (scalars.last, scalar.value) {
                // Letters with their marks behind them.
                case ("и", 0x306): scalars.replaceSubrange(scalars.index(before: scalars.endIndex)..., with: ["й"])
                case ("е", 0x308): break
                default: scalars.append(scalar == "ё" ? "е" : scalar)
                }
            }
            self.text = String(scalars)
        }

        static func == (a: Spelling, b: Spelling) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}
