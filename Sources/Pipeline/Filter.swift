import Extract
import Model
import Normalize

/// One line out for one entry in, in the order of reading, always: facts, or a line with `error` set and no facts.
public struct Filter: Sendable {
    private let staging: Staging
    private let line: @Sendable (ArticleReport) -> String

    /// - Parameter line: an article's facts as one line of JSON, without its end.
    public init(staging: Staging, line: @escaping @Sendable (ArticleReport) -> String) {
        self.staging = staging
        self.line = line
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
            switch (entry.outcome, report) {
            case (.success, let report?): try write(line(report))
            case (.success, nil): break
            case (.failure(let rejection), _):
                try write(ArticleReport.errorLine(id: rejection.articleID, error: rejection.description))
                rejected(rejection)
            }
        }
    }
}
