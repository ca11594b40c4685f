import Foundation
import Load
import Model
import Postgres
import TestSupport
import Testing

@Suite struct RunTests {
    @Test func oneRunAtATime() throws {
        let warehouse = try Warehouse()
        try warehouse.loader.acquireRunLock()
        _ = try warehouse.begin()
        let other = Loader(try TestCluster.connect(warehouse.settings))
        let error = #expect(throws: LoadError.self) { try other.acquireRunLock() }
        #expect(error?.kind == .anotherRun)
        #expect(error?.message.contains("process \(warehouse.connection.backendPID) ") == true)
        #expect(error?.message.contains("user chancery") == true)
        #expect(error?.message.contains("since 20") == true)
        // The holder's end, however it comes, frees the lock.
        warehouse.connection.close()
        while true {
            do { try other.acquireRunLock() } catch let error as LoadError where error.kind == .anotherRun { continue }
            break
        }
    }

    @Test func aKilledRunIsRecognisedByTheNext() throws {
        let warehouse = try Warehouse()
        let killed = try warehouse.begin()
        try warehouse.loader.load(reports: [Sample.report("a", [])], run: killed)
        let later = try warehouse.begin()
        try warehouse.loader.finishRun(later, .failed("no\0space"))
        #expect(
            try warehouse.rows(
                "select status, finished_at is null, articles_new, error from chancery.loads order by started_at")
                == ["interrupted|f|1|∅", "failed|f|0|no\u{2400}space"])
    }

    /// A run whose lock went with its session must not go on beside the run that took its place.
    @Test func aSupersededRunWritesNoMore() throws {
        let warehouse = try Warehouse()
        let old = try warehouse.begin()
        let new = try warehouse.begin()
        let before = try warehouse.dump()
        for act in [
            { _ = try warehouse.loader.load(reports: [Sample.report("a", [])], run: old) },
            { try warehouse.loader.countUnchanged(1, run: old) }, { try warehouse.loader.finishRun(old, .completed) },
        ] {
            #expect(#expect(throws: LoadError.self, performing: act)?.kind == .superseded)
        }
        #expect(try warehouse.dump() == before)
        try warehouse.loader.load(reports: [Sample.report("a", [])], run: new)
    }

    @Test func theLedgerCountsEverything() throws {
        let warehouse = try Warehouse()
        try warehouse.load([Sample.report("a", []), Sample.report("b", []), Sample.report("c", [])])
        let run = try warehouse.begin()
        let rejection = Rejection(source: "x", reason: .empty, detail: "empty")
        try warehouse.loader.load(
            reports: [Sample.report("a", []), Sample.report("b", [.trade(1, year: 2020)]), Sample.report("d", [])],
            rejections: [rejection], run: run)
        try warehouse.loader.countUnchanged(4, run: run)
        try warehouse.loader.load(batch: [], rejections: [], run: run)
        try warehouse.loader.withdraw(["c", "none"], run: run)
        try warehouse.loader.finishRun(run, .completed)
        let row = try warehouse.connection.query(
            """
            select concat_ws(' ', status, articles_read, articles_new, articles_replaced, articles_unchanged,
                articles_withdrawn, rejected, batches)
            from chancery.loads
            where id = $1
            """, Parameter(run.id)
        ).first
        #expect(row?[0] == "completed 7 1 1 5 1 1 2")
        let sums = try warehouse.connection.query(
            """
            select sum(articles_new), sum(articles_replaced), sum(articles_withdrawn), sum(rejected), sum(figures)
            from chancery.load_batches
            where load_id = $1
            """, Parameter(run.id)
        ).first
        #expect((0..<5).map { sums?.int($0) } == [1, 1, 1, 1, 1])
    }

    @Test func whatBecomesReadableLeavesTheRejects() throws {
        let warehouse = try Warehouse()
        let sources = ["in/a.txt", "in/b.ndjson", "in", "input/c.txt", "-", "in/d.txt"]
        let first = try warehouse.begin()
        try warehouse.loader.load(
            batch: [],
            rejections: sources.map { Rejection(source: $0, reason: .empty, detail: "empty") }
                + [Rejection(source: "in/b.ndjson", line: 3, reason: .malformed, detail: "not JSON")],
            run: first)
        try warehouse.loader.finishRun(first, .completed, roots: ["in"])
        #expect(try warehouse.column("select count(*)::text from chancery.rejects") == ["7"])

        let second = try warehouse.begin()
        let again = Rejection(source: "in/d.txt", reason: .binary, detail: "binary")
        try warehouse.loader.load(batch: [], rejections: [again], run: second)
        try warehouse.loader.finishRun(second, .failed("interrupted"), roots: ["in"])
        #expect(try warehouse.column("select count(*)::text from chancery.rejects") == ["7"])

        let third = try warehouse.begin()
        try warehouse.loader.load(batch: [], rejections: [again], run: third)
        try warehouse.loader.finishRun(third, .completed, roots: ["in/"])
        #expect(
            try warehouse.rows(
                "select source, reason, first_seen < last_seen from chancery.rejects order by source collate \"C\"")
                == ["-|empty|f", "in|empty|f", "in/d.txt|binary|t", "input/c.txt|empty|f"])
    }

    @Test(arguments: Rejection.Reason.allCases) func everyReasonIsStorable(reason: Rejection.Reason) throws {
        let warehouse = try Warehouse()
        let run = try warehouse.begin()
        let rejection = Rejection(source: "a\0b", line: 1, articleID: "\0", reason: reason, detail: "\0")
        try warehouse.loader.load(batch: [], rejections: [rejection], run: run)
        #expect(try warehouse.loader.rejects().rows.map { $0[0] } == ["a\u{2400}b:1"])
    }
}
