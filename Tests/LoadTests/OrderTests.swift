import Foundation
import Load
import Model
import Normalize
import Postgres
import TestSupport
import Testing

/// Property 1: the fact tables are a function of the set of articles.
@Suite struct OrderTests {
    static let articles = Sample.corpus(120, seed: 7)
    static let expected = Result { try Warehouse.fresh(articles) }

    @Test(arguments: [(1, 1), (2, 7), (3, 50), (4, 119)])
    func orderAndBatchSizeDoNotMatter(seed: Int, size: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let warehouse = try Warehouse()
        try warehouse.load(Self.articles.shuffled(using: &random), by: size)
        #expect(try warehouse.dump() == Self.expected.get())
    }

    @Test func loadingAgainChangesNothing() throws {
        let warehouse = try Warehouse()
        try warehouse.load(Self.articles)
        for seed in 1...2 {
            var random = SplitMix(seed: UInt64(seed))
            let outcome = try warehouse.load(Self.articles.shuffled(using: &random), by: 11)
            #expect(outcome.unchanged == Self.articles.count)
            #expect(outcome.new + outcome.replaced == 0)
        }
        #expect(try warehouse.dump() == Self.expected.get())
    }

    @Test func severalLoadersGiveWhatOneDoes() throws {
        let warehouse = try Warehouse()
        let run = try warehouse.begin()
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 4) { worker in
            failures.catching {
                let loader = Loader(try TestCluster.connect(warehouse.settings))
                let mine = Self.articles.enumerated().filter { $0.offset % 4 == worker }.map(\.element)
                for start in stride(from: 0, to: mine.count, by: 5) {
                    try loader.load(reports: Array(mine[start..<min(start + 5, mine.count)]), run: run)
                }
            }
        }
        #expect(failures.all.isEmpty)
        try warehouse.loader.finishRun(run, .completed)
        #expect(try warehouse.dump() == Self.expected.get())
        #expect(try warehouse.column("select articles_new::text from chancery.loads") == ["120"])
    }

    /// Two loaders with the very same articles: whoever comes second finds them there.
    @Test func loadersThatOverlapDoNotDisturbEachOther() throws {
        let warehouse = try Warehouse()
        let run = try warehouse.begin()
        let failures = Failures()
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            failures.catching {
                let loader = Loader(try TestCluster.connect(warehouse.settings))
                var random = SplitMix(seed: UInt64(worker))
                let mine = Self.articles.shuffled(using: &random)
                for start in stride(from: 0, to: mine.count, by: 30) {
                    let outcome = try loader.load(reports: Array(mine[start..<start + 30]), run: run)
                    if !outcome.rejections.isEmpty { throw outcome.rejections[0] }
                }
            }
        }
        #expect(failures.all.isEmpty)
        #expect(try warehouse.dump() == Self.expected.get())
    }

    @Test func mergedTablesEqualTheViewsThatDefineThem() throws {
        let warehouse = try Warehouse()
        try warehouse.load(Self.articles, by: 9)
        try warehouse.load(Sample.corpus(60, seed: 8), by: 9)
        let run = try warehouse.begin()
        try warehouse.loader.withdraw((0..<20).map { "a\($0 * 4)" }, run: run)
        #expect(try warehouse.column(mergedDiffer) == ["0"])
        #expect(try warehouse.column("select count(*)::text from chancery.misjoined") == ["0"])
        #expect(try warehouse.column("select (max(reports) > 1)::text from chancery.meetings") == ["true"])
    }
}

/// How many rows stand in a merged table and not in the view that defines it, or the other way round.
let mergedDiffer = SQL(
    verbatim: "select ("
        + [
            "meetings", "figures", "agreements", "meeting_countries", "figure_countries", "agreement_countries",
            "meeting_participants", "people",
        ].map { table in
            """
            (
                select count(*)
                from (
                    (table chancery.\(table) except table chancery.\(table)_merged)
                    union all
                    (table chancery.\(table)_merged except table chancery.\(table))
                ) differing
            )
            """
        }.joined(separator: " + ") + ")::text")

/// Errors thrown on other threads. `@unchecked Sendable`: guarded by `lock`.
final class Failures: @unchecked Sendable {
    private let lock = NSLock()
    private var errors: [any Error] = []

    var all: [any Error] { lock.withLock { errors } }

    func catching(_ body: () throws -> Void) {
        do { try body() } catch { lock.withLock { errors.append(error) } }
    }
}
