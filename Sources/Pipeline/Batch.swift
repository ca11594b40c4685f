import Model
import Normalize

/// What one transaction takes: articles with all that hangs on them, and what could not be read.
public struct Batch: Sendable {
    public var reports: [ArticleReport] = []
    public var rejections: [Rejection] = []

    public init(reports: [ArticleReport] = [], rejections: [Rejection] = []) {
        self.reports = reports
        self.rejections = rejections
    }

    public var isEmpty: Bool { reports.isEmpty && rejections.isEmpty }
}

/// How an article stands to what is stored.
public enum Standing: Sendable { case new, changed, unchanged }

/// Where a run loads to.
public protocol BatchSink: Sendable {
    /// How an article with that content stands to what was stored when the run began. Called by the reader.
    func standing(of id: String, contentHash: [UInt8]) -> Standing

    /// Loads all of the batch or, when it throws, nothing of it. Called from one thread at a time.
    ///
    /// - Returns: the articles that could not be stored, which the rest of the batch has not suffered from.
    func load(_ batch: Batch) throws -> [Rejection]
}
