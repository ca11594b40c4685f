import Foundation
import Load
import Model
import Normalize
import Postgres
import TestSupport
import Testing

/// What one article does wrong never costs another one.
@Suite struct RefusalTests {
    private static let good = Sample.corpus(20, seed: 5)
    private static let expected = Result { try Warehouse.fresh(good) }

    /// Articles that the database refuses, each at another point of the batch's transaction.
    private static let bad: [(name: String, article: ArticleReport)] = [
        ("a NUL in the text", Sample.report("bad", [.trade(1, year: 2020, words: "с \0 внутри")])),
        ("a NUL in the id", Sample.report("b\0d", [])),
        ("an id too long for an index", Sample.report((0..<4000).map { String($0, radix: 36) }.joined(), [])),
        ("a country that is none", Sample.report("bad", [.meeting(on: "2024", [.kz, CountryCode("XX")!])])),
        ("an indicator that is none", indicator("made_up")),
        ("a NUL in a participant's name", Sample.report("bad", [.meeting(on: "2024", ["A\0B"])])),
        ("two reports of one id", twice(Sample.report("bad", [.trade(1, year: 2020)]))),
    ]

    private static func indicator(_ code: String) -> ArticleReport {
        guard case .figure(var figure, let words) = Told.trade(1, year: 2020) else { fatalError() }
        figure.indicator = Indicator(code)
        return Sample.report("bad", [.figure(figure, words)])
    }

    private static func twice(_ report: ArticleReport) -> ArticleReport {
        ArticleReport(
            article: report.article, contentHash: report.contentHash, language: "ru", title: nil, publishedOn: nil,
            countries: [], meetings: [], figures: report.figures + report.figures, agreements: [])
    }

    @Test(arguments: bad.indices, [0, 10, 20])
    func aRefusedArticleCostsNoNeighbour(bad index: Int, at place: Int) throws {
        let bad = Self.bad[index].article
        var batch = Self.good.map { Incoming($0, source: "good.ndjson") }
        batch.insert(Incoming(bad, source: "bad.ndjson", line: 17), at: place)
        let warehouse = try Warehouse()
        let run = try warehouse.begin()
        let outcome = try warehouse.loader.load(batch: batch, run: run)
        #expect(outcome.new == Self.good.count, "\(Self.bad[index].name)")
        #expect(outcome.rejections.map(\.reason) == [.refused])
        #expect(outcome.rejections.first?.line == 17)
        #expect(
            try warehouse.rows("select source, line, reason from chancery.rejects") == [
                "bad.ndjson|17|refused_by_database"
            ])
        #expect(try warehouse.dump() == Self.expected.get())
        #expect(try warehouse.rows("select articles_new, rejected from chancery.loads") == ["20|1"])
    }

    @Test func severalRefusedArticlesAreAllFound() throws {
        var batch = Self.good
        for (place, index) in [(20, 6), (11, 3), (10, 4), (3, 0), (0, 1)] {
            batch.insert(Self.bad[index].article, at: place)
        }
        let warehouse = try Warehouse()
        // Three of the five have the id "bad" and differ: the first is taken, and refused.
        let outcome = try warehouse.load(batch)
        #expect(outcome.new == 20)
        #expect(
            outcome.rejections.map(\.reason.rawValue).sorted() == [
                "conflicting_id", "conflicting_id", "conflicting_id", "refused_by_database", "refused_by_database",
            ])
        #expect(try warehouse.dump() == Self.expected.get())
    }

    @Test func aRefusalTellsTheCodeAndNeverTheText() throws {
        let warehouse = try Warehouse()
        let unknown = try warehouse.load([Sample.report("a", [.meeting(on: "2024", [.kz, CountryCode("XX")!])])])
        #expect(unknown.rejections.first?.detail.contains("(country)=(XX)") == true)
        let words = try warehouse.load([Sample.report("b", [.trade(1, year: 2020, words: "тайна \0 слов")])])
        #expect(words.rejections.first?.detail.contains("тайна") == false)
    }

    @Test func ofTwoTextsUnderOneIdTheFirstStays() throws {
        let first = Sample.report("a", [.trade(1, year: 2020)])
        let second = Sample.report("a", [.trade(2, year: 2020, words: "другой текст")])
        let warehouse = try Warehouse()
        let outcome = try warehouse.load([first, second, first])
        #expect((outcome.new, outcome.rejections.count) == (1, 1))
        #expect(outcome.rejections.first?.reason == .conflictingID)
        #expect(try warehouse.column("select value from chancery.figures") == ["1"])
    }

    /// Faults that are nobody's article: the run fails, and what was there stays.
    @Test(arguments: [("53100", PostgresError.Kind.noSpace), ("42501", .permission), ("57014", .cancelled)])
    func aFaultOfTheServerIsNoArticles(sqlState: String, kind: PostgresError.Kind) throws {
        let warehouse = try Warehouse()
        try warehouse.load(Array(Self.good[..<10]))
        let before = try warehouse.dump()
        try warehouse.fail(with: "raise exception 'made up' using errcode = '\(sqlState)'")
        let error = #expect(throws: PostgresError.self) { try warehouse.load(Self.good) }
        #expect(error?.kind == kind)
        #expect(try warehouse.dump() == before)
        #expect(try warehouse.column("select count(*)::text from chancery.rejects") == ["0"])
    }

    @Test func aDeadlockIsTriedAgain() throws {
        let warehouse = try Warehouse()
        try warehouse.connection.script("create sequence public.tries")
        try warehouse.fail(
            with: "if nextval('public.tries') < 3 then raise exception 'made up' using errcode = '40P01'; end if")
        #expect(try warehouse.load(Self.good).new == 20)
        #expect(try warehouse.dump() == Self.expected.get())
        #expect(try warehouse.rows("select articles_new, batches from chancery.loads") == ["20|1"])
    }

    /// Property 3: killed in the middle of a batch, the tables are as before; the next run completes the work.
    @Test(arguments: ["articles", "agreement_reports", "meetings", "agreement_countries", "people", "load_batches"])
    func aTerminatedBackendLeavesWholeBatches(table: String) throws {
        let warehouse = try Warehouse()
        try warehouse.load(Array(Self.good[..<10]))
        let before = try warehouse.dump()
        try warehouse.fail(on: table, with: "perform pg_terminate_backend(pg_backend_pid())")
        let error = #expect(throws: PostgresError.self) { try warehouse.load(Self.good) }
        #expect(error?.kind == .terminated)

        let later = try TestCluster.connect(warehouse.settings)
        #expect(try canonicalDump(later) == before)
        try later.script(SQL(verbatim: "drop trigger fault on chancery.\(table)"))
        let loader = Loader(later)
        try loader.acquireRunLock()
        let run = try loader.beginRun(programVersion: "test", extractorVersion: "1", paths: [])
        #expect(try later.query("select count(*) from chancery.loads where status = 'interrupted'").first?.int(0) == 1)
        try loader.load(reports: Self.good, run: run)
        #expect(try canonicalDump(later) == Self.expected.get())
    }
}

extension Warehouse {
    /// Loads on a session that ends when a row reaches the table, if one does.
    func breakOff(_ articles: [ArticleReport], at table: String) throws {
        try fail(on: table, with: "perform pg_terminate_backend(pg_backend_pid())")
        let doomed = Loader(try TestCluster.connect(settings))
        do {
            let run = try doomed.beginRun(programVersion: "test", extractorVersion: "1", paths: [])
            try doomed.load(reports: articles, run: run)
        } catch let error as PostgresError where error.kind == .terminated {}
        try connection.script("drop function public.fault cascade")
    }

    /// Makes every row that is written to a table run some PL/pgSQL first.
    func fail(on table: String = "agreement_reports", with statement: String) throws {
        try connection.script(
            SQL(
                verbatim: """
                    create function public.fault() returns trigger language plpgsql as $$
                    begin
                        \(statement);
                        return new;
                    end
                    $$;
                    create trigger fault before insert on chancery.\(table)
                        for each row execute function public.fault();
                    """))
    }
}
