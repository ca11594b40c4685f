import Model

/// One token: a word, a number in digits, or a mark.
public struct Token: Sendable {
    public enum Kind: UInt8, Sendable {
        /// Letters, with inner hyphens and apostrophes; also `COP29`, `30-летие`, `2024-й`.
        case word
        /// Digits with inner separators: `5,3`, `1.844.036,12`, `14:25`. Groups divided by spaces are several tokens.
        case number
        /// Everything else, one scalar each.
        case mark
    }

    public let kind: Kind
    public let start: Int32
    public let end: Int32
    /// For words the index in the vocabulary, for marks the scalar's value, for numbers 0.
    public let payload: Int32
    public let shape: Shape

    public var span: Span { Span(Int(start), Int(end)) }

    public struct Shape: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Begins with a capital letter.
        public static let capitalized = Shape(rawValue: 1)
        /// Two letters or more, all of them capitals.
        public static let upper = Shape(rawValue: 2)
        /// White space stands before it.
        public static let spaceBefore = Shape(rawValue: 4)
        /// A line break stands before it, or it is the first.
        public static let lineStart = Shape(rawValue: 8)
        /// Contains a digit.
        public static let digits = Shape(rawValue: 16)
        /// Contains a hyphen.
        public static let hyphen = Shape(rawValue: 32)
        /// Latin letters.
        public static let latin = Shape(rawValue: 64)
    }
}
