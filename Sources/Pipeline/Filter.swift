import Extract
import Foundation
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
                try write(rejection.jsonLine)
                rejected(rejection)
            }
        }
    }
}

extension Rejection {
    /// The line that stands for an article that could not be read: the contract's fields, and no facts.
    public var jsonLine: String {
        let id = articleID.map(\.json) ?? "null"
        return """
            {"id": \(id), "lang": null, "published_on": null, "error": \(description.json), \
            "countries": [], "meetings": [], "figures": [], "agreements": []}
            """
    }
}

extension String {
    /// As a string of JSON on one line.
    fileprivate var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // A string is always encodable.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
