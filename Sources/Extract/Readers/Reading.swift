import Model

/// What a reader makes of one article's worth of input: the article, or why there is none.
public struct Reading: Sendable {
    /// The file as the user named it, `-` for standard input.
    public let source: String
    /// 1-based line of an NDJSON source; nil when the whole file is one article.
    public let line: Int?
    public let outcome: Result<Article, Rejection>

    public init(source: String, line: Int?, outcome: Result<Article, Rejection>) {
        self.source = source
        self.line = line
        self.outcome = outcome
    }

    /// A reading that failed, at the place which the rejection names.
    public init(_ rejection: Rejection) {
        self.init(source: rejection.source, line: rejection.line, outcome: .failure(rejection))
    }
}

/// How many files a reading of sources came upon.
public struct Inventory: Hashable, Sendable {
    /// Files that were opened, or that should have been.
    public var files = 0
    /// Files in folders that are of no kind Chancery reads.
    public var otherKinds = 0

    public init() {}
}

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
