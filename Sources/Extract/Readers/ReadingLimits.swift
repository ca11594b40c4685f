/// What readers take before they call something too large, and when they give up.
public struct ReadingLimits: Sendable {
    /// The longest line of NDJSON and the longest text file, in bytes.
    public var longestArticle: Int
    /// Asked between reads; once true, reading ends early and without an error.
    public var isCancelled: @Sendable () -> Bool

    public init(
        longestArticle: Int = 16 << 20, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.longestArticle = longestArticle
        self.isCancelled = isCancelled
    }
}
