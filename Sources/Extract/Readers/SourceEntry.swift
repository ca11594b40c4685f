import Model

/// One article's worth of a source: the article, that it is taken back, or why there is none.
public struct SourceEntry: Sendable {
    /// The file as the user named it, `-` for standard input.
    public let source: String
    /// 1-based line on which it begins; nil when the whole file is one article.
    public let line: Int?
    public let content: Content

    /// In one piece of memory of its own: an entry is passed from queue to queue, and an article is heavy to copy.
    public indirect enum Content: Sendable {
        case article(Article)
        /// An article whose facts were extracted elsewhere.
        case facts(Article, Facts)
        /// A tombstone: the source takes back the article with that id.
        case withdrawal(id: String)
        case rejection(Rejection)
    }

    public init(source: String, line: Int?, content: Content) {
        self.source = source
        self.line = line
        self.content = content
    }

    public init(source: String, line: Int?, outcome: Result<Article, Rejection>) {
        switch outcome {
        case .success(let article): self.init(source: source, line: line, content: .article(article))
        case .failure(let rejection): self.init(source: source, line: line, content: .rejection(rejection))
        }
    }

    /// An entry that could not be read, at the place which the rejection names.
    public init(_ rejection: Rejection) {
        self.init(source: rejection.source, line: rejection.line, content: .rejection(rejection))
    }

    public var article: Article? {
        switch content {
        case .article(let article), .facts(let article, _): article
        case .withdrawal, .rejection: nil
        }
    }
}

/// What gives entries one after the other.
public protocol EntrySource: Sendable {
    /// Reads everything. Nothing that is wrong with a source ends it: that is an entry, too.
    ///
    /// - Parameter body: what it throws ends the reading.
    func read(_ body: (SourceEntry) throws -> Void) throws -> Inventory
}

/// How many files reading came upon.
public struct Inventory: Hashable, Sendable {
    /// Files that were opened, or that should have been.
    public var files = 0
    /// Files in folders that are of no kind Chancery reads.
    public var otherKinds = 0

    public init() {}
}
