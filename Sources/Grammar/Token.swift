import Model

/// One token: a word, a number in digits, or a mark.
public struct Token: Sendable {
    /// What a token consists of.
    public enum Kind: UInt8, Sendable {
        /// Letters, with inner hyphens and apostrophes; also `COP29`, `30-летие`, `2024-й`.
        case word
        /// Digits with inner separators: `5,3`, `1.844.036,12`, `14:25`. Groups divided by spaces are several tokens.
        case number
        /// Everything else, one scalar each.
        case mark
    }

    // The small fields stand last: so a token takes sixteen bytes, and its place in a row is found by a shift.
    public let start: Int32
    public let end: Int32
    /// For words the index in the vocabulary, for marks the scalar's value, for numbers how many digits they have; 0 for those
    /// with separators.
    public internal(set) var payload: Int32
    public let kind: Kind
    public let shape: Shape

    @inline(__always)
    init(kind: Kind, start: Int32, end: Int32, payload: Int32, shape: Shape) {
        self.start = start
        self.end = end
        self.payload = payload
        self.kind = kind
        self.shape = shape
    }

    /// What it is where it is a mark.
    @inlinable public var mark: Unicode.Scalar? {
        kind == .mark ? Unicode.Scalar(UInt32(bitPattern: payload)) : nil
    }

    @inlinable public var span: Span { Span(Int(start), Int(end)) }

    /// How a token is written and what stands before it.
    public struct Shape: OptionSet, Sendable {
        public let rawValue: UInt8
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Begins with a capital letter.
        @inlinable public static var capitalized: Shape { Shape(rawValue: 1) }
        /// Two letters or more, all of them capitals.
        @inlinable public static var upper: Shape { Shape(rawValue: 2) }
        /// White space stands before it.
        @inlinable public static var spaceBefore: Shape { Shape(rawValue: 4) }
        /// A line break stands before it, or it is the first.
        @inlinable public static var lineStart: Shape { Shape(rawValue: 8) }
        /// Contains a digit.
        @inlinable public static var digits: Shape { Shape(rawValue: 16) }
        /// Contains a hyphen.
        @inlinable public static var hyphen: Shape { Shape(rawValue: 32) }
        /// Latin letters.
        @inlinable public static var latin: Shape { Shape(rawValue: 64) }
    }
}
