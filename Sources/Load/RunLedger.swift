import Foundation
import Model
import Postgres

/// One run of the program, a row of `loads`.
public struct Run: Hashable, Sendable {
    public let id: UUID
    public let extractorVersion: String
    /// Whether articles are loaded anew that have not changed.
    public let reloads: Bool
}

/// How a run that can still speak ends.
public enum RunEnd: Hashable, Sendable {
    case completed
    case failed(String)
}

extension Loader {
    /// Takes the lock that one run at a time holds, for as long as this connection lives.
    /// - Throws: `LoadError` of kind `anotherRun`, which says whose it is and since when.
    public func acquireRunLock() throws {
        if try connection.tryLock(Self.runLock) { return }
        let since = try connection.query(
            """
            select to_char(started_at, 'YYYY-MM-DD HH24:MI:SS TZ')
            from chancery.loads
            where status = 'running'
            order by started_at desc
            limit 1
            """
        ).first?[0]
        throw LoadError.anotherRun(try connection.holder(of: Self.runLock), since: since)
    }

    /// Lets the next run begin while this connection stays open.
    public func releaseRunLock() throws { try connection.unlock(Self.runLock) }

    /// Opens the run's row. Runs that are still `running` there were killed: nobody else can hold the lock.
    /// - Precondition: this connection holds the run's lock.
    public func beginRun(
        programVersion: String, extractorVersion: String, paths: [String], reloads: Bool = false
    ) throws -> Run {
        let run = Run(id: UUID(), extractorVersion: extractorVersion, reloads: reloads)
        try connection.transaction {
            try connection.query(
                """
                update chancery.loads l
                set status = 'interrupted',
                    finished_at = (
                        select max(b.committed_at)
                        from chancery.load_batches b
                        where b.load_id = l.id
                    )
                where l.status = 'running'
                """)
            try connection.query(
                """
                insert into chancery.loads (id, program_version, extractor_version, host, pid, paths)
                values ($1, $2, $3, $4, $5, $6)
                """,
                Parameter(run.id), Parameter(programVersion), Parameter(extractorVersion),
                Parameter(hostName()), Parameter(Int(getpid())),
                Parameter(paths.map(\.storable)))
        }
        return run
    }

    /// Closes the run's row.
    ///
    /// A completed run has seen all there is below `roots`, the files and folders it read: rejects there that it did
    /// not find again are gone.
    /// - Throws: `LoadError` of kind `superseded`.
    public func finishRun(_ run: Run, _ end: RunEnd, roots: [String] = []) throws {
        try connection.transaction {
            var error: String?
            if case .failed(let reason) = end { error = reason }
            let closed = try connection.query(
                """
                update chancery.loads
                set status = $2,
                    finished_at = clock_timestamp(),
                    error = $3
                where id = $1
                  and status = 'running'
                """,
                Parameter(run.id), error == nil ? "completed" : "failed", Parameter(error?.storable))
            guard closed.affected == 1 else { throw LoadError.superseded }
            if end == .completed { try forgetRejects(below: roots, notSeenBy: run) }
        }
    }

    /// Adds articles that were found unchanged before they reached a batch.
    public func countUnchanged(_ count: Int, run: Run) throws {
        guard count > 0 else { return }
        var outcome = Outcome()
        outcome.unchanged = count
        try connection.transaction { try record(outcome, run) }
    }

    /// Adds a transaction's counts to the run's row, in that transaction. When a later run has declared this one dead
    /// nothing is found to add to, and the transaction fails: two runs never write at once for long.
    func record(_ outcome: Outcome, _ run: Run) throws {
        let isBatch = outcome.new + outcome.replaced + outcome.withdrawn + outcome.rejections.count > 0
        let row = try connection.query(
            """
            update chancery.loads
            set articles_read = articles_read + $2::bigint + $3 + $4,
                articles_new = articles_new + $2,
                articles_replaced = articles_replaced + $3,
                articles_unchanged = articles_unchanged + $4,
                articles_withdrawn = articles_withdrawn + $5,
                rejected = rejected + $6,
                batches = batches + $7
            where id = $1
              and status = 'running'
            returning batches
            """,
            Parameter(run.id), Parameter(outcome.new), Parameter(outcome.replaced), Parameter(outcome.unchanged),
            Parameter(outcome.withdrawn), Parameter(outcome.rejections.count), Parameter(isBatch ? 1 : 0)
        ).first
        guard let number = row?.int(0) else { throw LoadError.superseded }
        guard isBatch else { return }
        try connection.query(
            """
            insert into chancery.load_batches (
                load_id, number, articles_new, articles_replaced, articles_withdrawn, rejected, meetings, figures,
                agreements
            )
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            Parameter(run.id), Parameter(number), Parameter(outcome.new), Parameter(outcome.replaced),
            Parameter(outcome.withdrawn), Parameter(outcome.rejections.count), Parameter(outcome.meetings),
            Parameter(outcome.figures), Parameter(outcome.agreements))
    }
}

/// The machine's own name, asked of the kernel: Foundation may ask the network.
private func hostName() -> String? {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
