import Model

/// One article's worth of a source: the article, or why there is none.
public struct SourceEntry: Sendable {
    /// The file as the user named it, `-` for standard input.
    public let source: String
    /// 1-based line on which it begins; nil when the whole file is one article.
    public let line: Int?
    public let outcome: Result<Article, Rejection>

    public init(source: String, line: Int?, outcome: Result<Article, Rejection>) {
        self.source = source
        self.line = line
        self.outcome = outcome
    }

    /// An entry that could not be read, at the place which the rejection names.
    public init(_ rejection: Rejection) {
        self.init(source: rejection.source, line: rejection.line, outcome: .failure(rejection))
    }
}

/// How many files reading came upon.
public struct Inventory: Hashable, Sendable {
    /// Files that were opened, or that should have been.
    public var files = 0
    /// Files in folders that are of no kind Chancery reads.
    public var otherKinds = 0

    public init() {}
}
