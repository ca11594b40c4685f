import Extract
import Model
import Normalize

/// One line out for one entry in, in the order of reading, always: what was found, or a line with `error` set.
public struct Filter<Extracted: Sendable, Report: Sendable>: Sendable {
    private let staging: Stages<Extracted, Report>
    private let line: @Sendable (Report) -> String
    private let errorLine: @Sendable (_ id: String?, _ error: String) -> String

    /// - Parameters:
    ///   - line: what came of an article as one line of JSON, without its end.
    ///   - errorLine: the line for what could not be read.
    public init(
        staging: Stages<Extracted, Report>, line: @escaping @Sendable (Report) -> String,
        errorLine: @escaping @Sendable (_ id: String?, _ error: String) -> String
    ) {
        self.staging = staging
        self.line = line
        self.errorLine = errorLine
    }

    /// Reads the sources to their end.
    ///
    /// - Parameters:
    ///   - write: takes each line, without its end. What it throws ends the filter.
    ///   - rejected: told of what could not be read, after its line.
    /// - Throws: what failed first.
    public func run(
        _ sources: Sources, cancellation: Cancellation = Cancellation(), write: (String) throws -> Void,
        rejected: (Rejection) -> Void
    ) throws {
        try staging.run(cancellation: cancellation) { body in
            _ = try sources.read(body)
        } emit: { entry, report in
            switch (entry.content, report) {
            case (.article, let report?), (.facts, let report?): try write(line(report))
            case (.article, nil), (.facts, nil): break
            case (.withdrawal(let id), _): try write(ArticleReport.withdrawalLine(id: id))
            case (.rejection(let rejection), _):
                try write(errorLine(rejection.articleID, rejection.description))
                rejected(rejection)
            }
        }
    }
}

extension Filter where Extracted == Facts, Report == ArticleReport {
    /// - Parameter line: an article's facts as one line of JSON, without its end.
    public init(staging: Staging, line: @escaping @Sendable (ArticleReport) -> String) {
        self.init(staging: staging, line: line) { ArticleReport.errorLine(id: $0, error: $1) }
    }
}
