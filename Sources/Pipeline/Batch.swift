import Load
import Model
import Normalize

/// What one transaction takes: articles with all that hangs on them, and what could not be read.
public struct Batch: Sendable {
    public var articles: [Incoming] = []
    /// The ids of articles that are taken back.
    public var withdrawn: [String] = []
    public var rejections: [Rejection] = []

    public init() {}

    public var count: Int { articles.count + withdrawn.count + rejections.count }
}

/// An article that a run came upon.
public struct Found: Sendable {
    public let id: String
    public let contentHash: [UInt8]
    /// The file as the user named it, `-` for standard input.
    public let source: String
}

/// Where a run loads to.
public protocol BatchSink: Sendable {
    /// Which of these articles are stored already, with the same content and read by the same rules.
    /// It is told where they were found. Called by the reader's thread alone.
    func unchanged(among articles: [Found]) throws -> Set<String>

    /// How many batches it takes at once.
    var lanes: Int { get }

    /// Loads all of the batch in one transaction or, when it throws, nothing of it. Called by as many threads at once
    /// as there are lanes, with batches that tell of different articles.
    ///
    /// - Returns: what became of it; its rejections are those of the batch and those of articles that the store
    ///   refused, from which their neighbours have not suffered.
    func load(_ batch: Batch) throws -> Outcome

    /// Takes away what is stored of a scope, was read from where the run reads, and is not there any more, many at a
    /// time. Called by the run's thread, when no batch is under way.
    func prune(_ scope: Scope, keeping isThere: (String) -> Bool, _ withdrawn: (Outcome) -> Void) throws
}
