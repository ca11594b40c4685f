/// A stretch of an article's text: half-open, counted in Unicode scalars from its beginning.
///
/// `text[start:end]` in Python and `substr(body, start + 1, end - start)` in PostgreSQL give the same characters.
public struct Span: Hashable, Sendable {
    public let start: Int
    public let end: Int

    /// - Precondition: `0 <= start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span cannot be reversed: \(start)..<\(end)")
        self.start = start
        self.end = end
    }

    public var length: Int { end - start }

    /// Whether both have a scalar in common.
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Whether the other lies within this one.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

    /// From the beginning of the first to the end of the last.
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}

extension Span: Comparable {
    public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
