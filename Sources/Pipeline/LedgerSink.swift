import Foundation
import Load
import Model
import Postgres
import Synchronization

/// The ledger in PostgreSQL, taken for one run. The reader asks on one connection while batches go in on two others: one
/// takes the rows of a batch while the other merges, which one at a time does. The second is opened when a batch comes
/// while the first is busy; where the server has none to give, batches wait for the first.
public struct LedgerSink: BatchSink {
    private let loader: Loader
    private let loaders: Loaders
    private let lookup: Loader
    private let run: Load.Run
    private let roots: [String]
    private let isRehearsal: Bool
    private let clock: StageClock
    private let loaded = LoadedArticles()
    public let lanes: Int

    /// Takes the lock that one run at a time holds, and opens the run's row.
    ///
    /// - Parameters:
    ///   - connection: to a database that is migrated and has its reference rows.
    ///   - lookup: a connection of its own to the same database.
    ///   - another: opens one more.
    ///   - paths: what the run was told to read.
    ///   - reloads: whether articles are loaded anew that have not changed.
    ///   - isRehearsal: whether nothing is to be changed; `connection` sees to that for what goes through it.
    ///   - clock: that of the run; its times go into the run's row.
    /// - Throws: `LoadError` of kind `anotherRun`.
    public init(
        _ connection: Connection, lookup: Connection, another: @escaping @Sendable () throws -> Connection,
        programVersion: String, extractorVersion: String,
        paths: [String], reloads: Bool = false, isRehearsal: Bool = false, clock: StageClock = StageClock()
    ) throws {
        self.isRehearsal = isRehearsal
        self.clock = clock
        loader = Loader(connection)
        // What a rehearsal does is seen by its own session alone.
        lanes = isRehearsal ? 1 : 2
        loaders = Loaders(loader, another)
        self.lookup = Loader(lookup)
        roots = paths.map(\.absolutePath)
        try loader.acquireRunLock()
        run = try loader.beginRun(
            programVersion: programVersion, extractorVersion: extractorVersion, paths: roots, reloads: reloads)
    }

    /// Those that need not be read again.
    public func unchanged(among articles: [Found]) throws -> Set<String> {
        if run.reloads { return [] }
        var path = (of: "-", is: "-")
        let found = articles.map { article in
            if path.of != article.source { path = (article.source, article.source.absolutePath) }
            return FoundArticle(id: article.id, contentHash: article.contentHash, file: path.is)
        }
        let unchanged = try lookup.unchanged(among: found, extractorVersion: run.extractorVersion)
        if !isRehearsal {
            try lookup.note(
                unchanged.filter(\.isElsewhere).map { (id: found[$0.place].id, file: found[$0.place].file) })
        }
        return Set(unchanged.map { found[$0.place].id })
    }

    /// Rejections are stored by absolute paths: what was named otherwise from another folder is the same source.
    public func load(_ batch: Batch) throws -> Outcome {
        var path = (of: "-", is: "-")
        let articles = batch.articles.map { incoming in
            if path.of != incoming.source { path = (incoming.source, incoming.source.absolutePath) }
            return Incoming(incoming.report, source: path.is, line: incoming.line)
        }
        let rejections = batch.rejections.map(\.withAbsolutePath)
        let outcome = try loaders.lend { loader in
            let outcome = try loader.load(
                batch: articles, withdrawn: batch.withdrawn, rejections: rejections, run: run)
            try loader.recordProgress(run, clock.times)
            return outcome
        }
        loaded.add(batch.articles.map(\.report.article.id))
        return outcome
    }

    public func prune(_ scope: Scope, keeping isThere: (String) -> Bool, _ withdrawn: (Outcome) -> Void) throws {
        try loader.storedIDs(in: scope, below: roots) { ids in
            let gone = ids.filter { !isThere($0) }
            for start in stride(from: 0, to: gone.count, by: 1000) {
                withdrawn(try loader.withdraw(Array(gone[start..<min(start + 1000, gone.count)]), run: run))
            }
        }
    }

    /// The articles of all batches so far; when they are many, some of them, spread evenly.
    public var loadedArticles: [String] { loaded.ids }

    /// Closes the run's row: all there is below its paths has been seen.
    public func complete(_ summary: RunSummary) throws {
        try loader.countUnchanged(summary.unchanged, run: run)
        try loader.recordProgress(run, clock.times, files: summary.files, repeated: summary.repeated)
        try loader.finishRun(run, .completed, roots: roots)
    }

    /// Closes the run's row with the reason, as far as the connection still can.
    public func fail(_ reason: String) {
        try? loader.recordProgress(run, clock.times)
        try? loader.finishRun(run, .failed(reason))
    }
}

/// Loaders that are lent to one thread at a time: the first, whose session holds the run's lock, and a second where that
/// is busy. So a run whose lock is gone notices with the next batch.
///
/// `@unchecked Sendable`: `condition` guards all mutable state.
private final class Loaders: @unchecked Sendable {
    private let condition = NSCondition()
    private let first: Loader
    private var isFirstLent = false
    private var second: Loader?
    private var isSecondLent = false
    /// Nil once it has been called.
    private var another: (@Sendable () throws -> Connection)?

    init(_ first: Loader, _ another: @escaping @Sendable () throws -> Connection) {
        self.first = first
        self.another = another
    }

    /// Waits for a loader and gives it back when `body` is done.
    func lend<Value>(_ body: (Loader) throws -> Value) rethrows -> Value {
        let (loader, isFirst) = take()
        defer { giveBack(isFirst) }
        return try body(loader)
    }

    private func take() -> (Loader, isFirst: Bool) {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if !isFirstLent {
                isFirstLent = true
                return (first, true)
            }
            if let another {
                self.another = nil
                isSecondLent = true
                // Whoever has the first can give it back meanwhile.
                condition.unlock()
                let opened = (try? another()).map { Loader($0) }
                condition.lock()
                second = opened
                if let opened { return (opened, false) }
            } else if let second, !isSecondLent {
                isSecondLent = true
                return (second, false)
            } else {
                condition.wait()
            }
        }
    }

    private func giveBack(_ isFirst: Bool) {
        condition.lock()
        defer { condition.unlock() }
        if isFirst { isFirstLent = false } else { isSecondLent = false }
        condition.broadcast()
    }
}

/// Which articles a run has loaded, or every so manieth of them: neither memory nor the tests grow with the corpus.
private final class LoadedArticles: Sendable {
    private static let most = 2000
    private let known = Mutex(Sample())

    private struct Sample {
        var ids: [String] = []
        var seen = 0
        var step = 1
    }

    var ids: [String] { known.withLock { $0.ids } }

    func add(_ ids: [String]) {
        known.withLock { known in
            for id in ids {
                if known.seen % known.step == 0 { known.ids.append(id) }
                known.seen += 1
                if known.ids.count > Self.most {
                    known.ids = known.ids.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
                    known.step *= 2
                }
            }
        }
    }
}

extension String {
    /// Without `.` and `..`; links stay. Standard input has no path.
    fileprivate var absolutePath: String { self == "-" ? self : URL(filePath: self).standardizedFileURL.path }
}

extension Rejection {
    fileprivate var withAbsolutePath: Rejection {
        Rejection(source: source.absolutePath, line: line, articleID: articleID, reason: reason, detail: detail)
    }
}
