import Dispatch
import Foundation
import Load
import Model
import Normalize
import Postgres
import TestSupport
import Testing

/// Two batches of one run under way, each on a connection of its own.
@Suite(.timeLimit(.minutes(2))) struct LaneTests {
    private static let articles = Sample.corpus(40, seed: 11)
    private static let first = Array(articles[..<20])
    private static let second = Array(articles[20...])

    /// Holds the first batch where its merging writes, until the second has come as far as it can.
    private final class Stage {
        let warehouse: Warehouse
        let run: Run
        private let latch: Connection
        let one: Connection
        let two: Connection
        let failures = Failures()
        private let group = DispatchGroup()
        private static let key = 20_261

        init() throws {
            warehouse = try Warehouse()
            run = try warehouse.begin()
            latch = try TestCluster.connect(warehouse.settings)
            one = try TestCluster.connect(warehouse.settings)
            two = try TestCluster.connect(warehouse.settings)
            try warehouse.fail(on: "figures", with: "perform pg_advisory_xact_lock(\(Self.key))")
            try latch.query("select pg_advisory_lock($1)", Parameter(Self.key))
        }

        func start(_ connection: Connection, _ articles: [ArticleReport]) {
            // What another thread does with the connection ends before `wait` returns.
            let failures = failures
            let run = run
            DispatchQueue(label: "lane").async(group: group) {
                failures.catching { try Loader(connection).load(reports: articles, run: run) }
            }
        }

        /// Waits until a session waits for a lock, and tells which tables it has written.
        func awaitWaiting(_ connection: Connection, pid: Int) throws -> Set<String?> {
            while try warehouse.column(
                "select count(*)::text from pg_locks where pid = $1 and not granted", Parameter(pid)) == ["0"]
            { Thread.sleep(forTimeInterval: 0.01) }
            return Set(
                try warehouse.column(
                    """
                    select c.relname::text
                    from pg_locks l
                    join pg_class c on c.oid = l.relation
                    where l.pid = $1
                      and l.mode = 'RowExclusiveLock'
                    """, Parameter(pid)))
        }

        func release() throws { try latch.query("select pg_advisory_unlock($1)", Parameter(Self.key)) }

        func wait() throws {
            group.wait()
            try warehouse.connection.script("drop function public.fault cascade")
        }
    }

    /// Brings both batches on their way; tells the processes of their sessions.
    private func begin(_ stage: Stage, _ second: [ArticleReport] = second) throws -> (one: Int, two: Int) {
        let pids = (one: stage.one.backendPID, two: stage.two.backendPID)
        stage.start(stage.one, Self.first)
        let merging = try stage.awaitWaiting(stage.one, pid: pids.one)
        #expect(merging.contains("figures"))
        stage.start(stage.two, second)
        let waiting = try stage.awaitWaiting(stage.two, pid: pids.two)
        // All that articles say is written while the other merges, and nothing of what is so.
        #expect(
            waiting.isSuperset(of: [
                "articles", "article_countries", "figure_reports", "meeting_reports", "agreement_reports",
            ]))
        #expect(waiting.isDisjoint(with: ["meetings", "figures", "agreements"]))
        return pids
    }

    @Test func oneWritesWhileTheOtherMerges() throws {
        let stage = try Stage()
        try stage.two.query("set lock_timeout = '50ms'")
        _ = try begin(stage)
        // Longer than others would have to wait.
        Thread.sleep(forTimeInterval: 0.2)
        try stage.release()
        try stage.wait()
        #expect(stage.failures.all.isEmpty)
        #expect(try stage.warehouse.dump() == Warehouse.fresh(Self.articles))
        #expect(
            try stage.warehouse.rows("select number, articles_new from chancery.load_batches order by number")
                == ["1|20", "2|20"])
    }

    /// Property 3 with two: whichever of them is killed, the other is whole, and the next run completes the work.
    @Test(arguments: [true, false])
    func oneIsKilledBesideTheOther(isFirst: Bool) throws {
        let stage = try Stage()
        let pids = try begin(stage)
        let doomed = Parameter(isFirst ? pids.one : pids.two)
        try stage.warehouse.connection.query("select pg_terminate_backend($1)", doomed)
        while try stage.warehouse.column(
            "select count(*)::text from pg_stat_activity where pid = $1", doomed) != ["0"]
        { Thread.sleep(forTimeInterval: 0.01) }
        try stage.release()
        try stage.wait()
        #expect(stage.failures.all.count == 1)
        #expect(try stage.warehouse.dump() == Warehouse.fresh(isFirst ? Self.second : Self.first))
        let outcome = try stage.warehouse.load(Self.articles)
        #expect((outcome.new, outcome.unchanged) == (20, 20))
        #expect(try stage.warehouse.dump() == Warehouse.fresh(Self.articles))
    }

    /// A run that a later one has declared dead gets neither of its batches in.
    @Test func aSupersededRunGetsNeitherIn() throws {
        let stage = try Stage()
        let before = try stage.warehouse.dump()
        _ = try begin(stage)
        _ = try stage.warehouse.begin()
        try stage.release()
        try stage.wait()
        #expect(stage.failures.all.compactMap { ($0 as? LoadError)?.kind } == [.superseded, .superseded])
        #expect(try stage.warehouse.dump() == before)
    }

    @Test func whatIsRefusedOfOneIsNoMatterOfTheOther() throws {
        let stage = try Stage()
        let bad = Sample.report("bad", [.meeting(on: "2024-11-27", [.kz, CountryCode("XX")!]), .trade(1, year: 2020)])
        _ = try begin(stage, Self.second + [bad])
        try stage.release()
        try stage.wait()
        #expect(stage.failures.all.isEmpty)
        #expect(try stage.warehouse.column("select article_id from chancery.rejects") == ["bad"])
        #expect(try stage.warehouse.dump() == Warehouse.fresh(Self.articles))
    }

    /// An article that another loader has written and not yet committed is waited for, and then known: it is refused
    /// neither alone nor among others.
    @Test(arguments: [1, 3])
    func anArticleThatAnotherLoaderInsertsIsTakenAsKnown(count: Int) throws {
        let stage = try Stage()
        let pids = (one: stage.one.backendPID, two: stage.two.backendPID)
        stage.start(stage.one, Self.first)
        _ = try stage.awaitWaiting(stage.one, pid: pids.one)
        stage.start(stage.two, Array(Self.first.suffix(count)))
        let waiting = try stage.awaitWaiting(stage.two, pid: pids.two)
        #expect(waiting.contains("articles"))
        #expect(!waiting.contains("article_countries"))
        try stage.release()
        try stage.wait()
        #expect(stage.failures.all.isEmpty)
        #expect(try stage.warehouse.column("select article_id from chancery.rejects").isEmpty)
        #expect(try stage.warehouse.dump() == Warehouse.fresh(Self.first))
        #expect(
            try stage.warehouse.rows("select number, articles_new from chancery.load_batches order by number")
                == ["1|20"])
    }
}
