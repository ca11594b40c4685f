import Foundation
import Load
import Logging
import Model
import Normalize
import Postgres
import Synchronization
import TestSupport
import Testing

/// How the work of the database grows with what is in it, told by the rows that its plans pass on and not by time:
/// of twice as much about twice as many, and for a batch as many as before.
@Suite(.serialized) struct GrowthTests {
    private static let sizes = (200, 400)

    /// Two ledgers, one with twice the articles of the other.
    private static let ledgers: Result<(Counted, Counted), any Error> = Result {
        let articles = Sample.chronicle(0..<sizes.1)
        return try (Counted(Array(articles.prefix(sizes.0))), Counted(articles))
    }

    @Test(arguments: CheckTests.checks.map(\.name))
    func aCheckOfAllGrowsWithTheLedger(name: String) throws {
        let check = try #require(CheckTests.checks.first { $0.name == name })
        try expectGrowth(of: name) { _ = try $0.loader.fault(check) }
    }

    @Test(arguments: [
        "trade_by_year", "targets", "growth_claims", "contradictions", "meetings_by_pair", "who_met_whom", "visits",
        "freshness", "coverage", "meeting_register", "figure_register", "agreement_register", "meeting_sources",
        "figure_sources", "agreement_sources", "misjoined",
    ])
    func aViewGrowsWithTheLedger(view: String) throws {
        let whole = SQL(verbatim: "select count(t::text) from chancery.\(view) t")
        try expectGrowth(of: view) { _ = try $0.connection.query(whole) }
    }

    private func expectGrowth(of name: String, _ work: (Warehouse) throws -> Void) throws {
        let (small, large) = try Self.ledgers.get()
        let (few, many) = try (small.rows(work), large.rows(work))
        #expect(few.all > 0, "plans are told")
        #expect(many.all < 3 * few.all + 1000, "\(name): \(few), then \(many)")
    }

    /// What is there already has no part in what a batch costs, nor in what it costs to check it or to find it unchanged.
    @Test func aBatchCostsTheSameInALargerLedger() throws {
        let batch = Sample.chronicle(0..<20, edition: 1)
        let rows = try [Self.sizes.0, Self.sizes.1].map { size in
            let ledger = try Counted(Sample.chronicle(0..<size))
            // Tables as small as these are read whole sooner than by key.
            try ledger.warehouse.connection.query("set enable_seqscan = off")
            let found = batch.map { FoundArticle(id: $0.article.id, contentHash: $0.contentHash, file: "-") }
            return try (
                load: ledger.rows { try $0.load(batch) },
                check: ledger.rows { warehouse in
                    for check in CheckTests.checks where check.name != "ledger" {
                        _ = try warehouse.loader.fault(check, articles: found.map(\.id))
                    }
                },
                lookup: ledger.rows { _ = try $0.loader.unchanged(among: found, extractorVersion: "1") }
            )
        }
        for (few, many) in [
            (rows[0].load, rows[1].load), (rows[0].check, rows[1].check), (rows[0].lookup, rows[1].lookup),
        ] {
            #expect(few.all > 0, "plans are told")
            #expect(Double(many.all) < 1.2 * Double(few.all) + 1000, "\(few), then \(many)")
        }
    }
}

/// A ledger that counts the rows that pass through the plans of its statements, those within functions included.
private struct Counted {
    let warehouse: Warehouse
    private let plans: Plans

    init(_ articles: [ArticleReport]) throws {
        let plans = Plans()
        var logger = Logger(label: "plans") { _ in plans }
        logger.logLevel = .debug
        warehouse = try Warehouse(logger: logger)
        self.plans = plans
        try warehouse.load(articles, by: 100)
        for statement: SQL in [
            "analyze", "load 'auto_explain'", "set auto_explain.log_min_duration = 0",
            "set auto_explain.log_analyze = on", "set auto_explain.log_timing = off",
            "set auto_explain.log_nested_statements = on", "set auto_explain.log_format = json",
            "set auto_explain.log_level = notice",
        ] { try warehouse.connection.query(statement) }
    }

    func rows(_ work: (Warehouse) throws -> Void) throws -> Plans.Rows {
        plans.clear()
        try work(warehouse)
        return plans.rows
    }
}

/// What auto_explain says. Source: manual, section F.4.
private final class Plans: LogHandler {
    /// How many rows went through, by the kinds of nodes.
    struct Rows: CustomStringConvertible {
        var nodes: [String: Int] = [:]
        var all: Int { nodes.values.reduce(0, +) }
        var description: String { "\(all), \(nodes.sorted { $0.value > $1.value }.prefix(6))" }
    }

    private let counted = Mutex(Rows())

    var rows: Rows { counted.withLock { $0 } }

    func clear() { counted.withLock { $0 = Rows() } }

    func log(event: LogEvent) {
        let message = "\(event.message)"
        guard message.hasPrefix("duration:"), let start = message.firstIndex(of: "{"),
            let said = try? JSONSerialization.jsonObject(with: Data(message[start...].utf8)) as? [String: Any],
            let plan = said["Plan"] as? [String: Any]
        else { return }
        counted.withLock { Self.count(plan, in: &$0) }
    }

    /// What a node gives and what it looks at in vain, and one for each time that it is run; and what those below it do.
    private static func count(_ node: [String: Any], in rows: inout Rows) {
        let each = [
            "Actual Rows", "Rows Removed by Filter", "Rows Removed by Join Filter", "Rows Removed by Index Recheck",
        ].reduce(1) { $0 + (node[$1] as? Int ?? 0) }
        let name = ["Node Type", "Relation Name", "CTE Name"].compactMap { node[$0] as? String }.joined(separator: " ")
        rows.nodes[name, default: 0] += each * (node["Actual Loops"] as? Int ?? 1)
        for below in node["Plans"] as? [[String: Any]] ?? [] { count(below, in: &rows) }
    }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .debug }
        set {}
    }
}

extension Sample {
    /// Seven articles a month, of three pairs in turn: what is told of one year does not grow with their number. Only
    /// the first tell some meetings by the month: such a one is compared with all days of its pair.
    fileprivate static func chronicle(_ numbers: Range<Int>, edition: Int = 0) -> [ArticleReport] {
        numbers.map { number in
            let (year, month, day) = (1900 + number / 84, 1 + number / 7 % 12, 1 + 4 * (number % 7))
            let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            let pair: [CountryCode] = [[.kz, .tj], [.de, .kz], [.kz, .uz]][number % 3]
            let names = [["К. Токаев", "Э. Рахмон"], ["Токаев"], []][number / 2 % 3]
            return report(
                "a\(number)", on: date,
                [
                    .meeting(
                        on: number < 40 && number % 10 == 0 ? String(date.prefix(7)) : date, names, pair,
                        level: .headOfState,
                        status: number % 4 == 0 ? .planned : .held, city: ["Астана", nil][number % 2]),
                    .trade(
                        Decimal(1000 + number % 7), year: 1800 + number / 6,
                        nature: number % 5 == 0 ? .target : .actual, countries: pair, speaker: names.first),
                    .declaration("Декларация о деле \(number / 2)", on: date),
                    .trade(Decimal(1 + edition), year: year),
                ])
        }
    }
}
