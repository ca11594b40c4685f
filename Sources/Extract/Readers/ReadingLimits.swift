/// What readers take before they call something too large, and when they give up.
public struct ReadingLimits: Sendable {
    /// The longest line of NDJSON and the longest text file, in bytes.
    public var longestArticle: Int
    /// Asked between reads; once true, reading ends early and without an error.
    public var isCancelled: @Sendable () -> Bool
    /// Told what is odd about a source that is read all the same, in one line that names it.
    public var warn: @Sendable (String) -> Void

    public init(
        longestArticle: Int = 16 << 20, isCancelled: @escaping @Sendable () -> Bool = { false },
        warn: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.longestArticle = longestArticle
        self.isCancelled = isCancelled
        self.warn = warn
    }
}
