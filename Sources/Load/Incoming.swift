import Normalize

/// An article's report with the place it was read from, to name when the database refuses it.
public struct Incoming: Sendable {
    public let report: ArticleReport
    /// The file as the user named it, `-` for standard input.
    public let source: String
    /// 1-based line of an NDJSON source; nil when the file is the article.
    public let line: Int?

    public init(_ report: ArticleReport, source: String, line: Int? = nil) {
        self.report = report
        self.source = source
        self.line = line
    }

    var id: String { report.article.id }
}
