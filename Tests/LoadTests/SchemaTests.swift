import Foundation
import Load
import Model
import Postgres
import TestSupport
import Testing

@Suite struct SchemaTests {
    @Test func everyObjectAndColumnIsExplained() throws {
        let warehouse = try Warehouse()
        let silent = try warehouse.column(
            """
            select c.relname || '.' || a.attname
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'chancery'::regnamespace
              and c.relkind in ('r', 'v', 'm', 'p')
              and col_description(c.oid, a.attnum) is null
            union all
            select relname
            from pg_class
            where relnamespace = 'chancery'::regnamespace
              and relkind in ('r', 'v', 'm', 'p', 'S')
              and obj_description(oid, 'pg_class') is null
            union all
            select typname
            from pg_type
            where typnamespace = 'chancery'::regnamespace
              and typtype in ('d', 'e')
              and obj_description(oid, 'pg_type') is null
            union all
            select proname
            from pg_proc
            where pronamespace = 'chancery'::regnamespace
              and obj_description(oid, 'pg_proc') is null
            union all
            select nspname
            from pg_namespace
            where nspname = 'chancery'
              and obj_description(oid, 'pg_namespace') is null
            """)
        #expect(silent == [])
    }

    /// The words of the contract and those of the check constraints are the same.
    @Test(arguments: [
        ("meeting_kind", Meeting.Kind.allCases.map(\.rawValue)),
        ("meeting_level", Meeting.Level.allCases.map(\.rawValue)),
        ("meeting_status", Meeting.Status.allCases.map(\.rawValue)),
        ("visit_kind", Meeting.Visit.allCases.map(\.rawValue)),
        ("office", Office.allCases.map(\.rawValue)), ("unit", QuantityUnit.Plain.allCases.map(\.rawValue) + ["USD"]),
        ("figure_comparator", Figure.Comparator.allCases.map(\.rawValue)),
        ("figure_measure", Figure.Measure.allCases.map(\.rawValue)),
        ("figure_direction", Figure.Direction.allCases.map(\.rawValue)),
        ("figure_nature", Figure.Nature.allCases.map(\.rawValue)),
        ("agreement_kind", Agreement.Kind.allCases.map(\.rawValue)),
        ("agreement_status", Agreement.Status.allCases.map(\.rawValue)),
    ])
    func everyWordOfTheModelIsAWordOfTheSchema(domain: String, words: [String]) throws {
        let connection = try Warehouse().connection
        let cast = SQL(verbatim: "select $1::chancery.\(domain)")
        for word in words { #expect(try connection.query(cast, Parameter(word)).first?[0] == word) }
        for wrong in ["", "none", words[0].uppercased() + " "] {
            #expect(throws: PostgresError.self) { try connection.query(cast, Parameter(wrong)) }
        }
    }

    /// The owner of an ordinary database is no superuser, and owns neither the cluster nor `public`.
    @Test func anOrdinaryOwnerCanMigrateAndLoad() throws {
        let role = "r" + UUID().uuidString.lowercased().replacing("-", with: "")
        let owner = try TestCluster.connect()
        try owner.query(SQL(verbatim: "create role \(role) login"))
        let settings = try TestCluster.database(options: "owner \(role) template template0")
        let connection = try TestCluster.connect(settings)
        try connection.query(SQL(verbatim: "set session authorization \(role)"))
        try Migrator(folder: TestCluster.migrations).migrate(connection)
        let loader = Loader(connection)
        try loader.reference(Warehouse.reference)
        try loader.acquireRunLock()
        let run = try loader.beginRun(programVersion: "test", extractorVersion: "1", paths: [])
        #expect(try loader.load(reports: Sample.corpus(5, seed: 1), run: run).new == 5)
        try loader.finishRun(run, .completed)
    }

    @Test func listingsAreAsWideAsTheirHeaders() throws {
        let warehouse = try Warehouse()
        try warehouse.load(Sample.corpus(30, seed: 2))
        let run = try warehouse.begin()
        let rejection = Rejection(source: "x", line: 4, reason: .empty, detail: "empty")
        try warehouse.loader.load(batch: [], rejections: [rejection], run: run)
        for listing in [
            try warehouse.loader.lastRuns(), try warehouse.loader.rejects(), try warehouse.loader.newestMeetings(),
            try warehouse.loader.newestFigures(3), try warehouse.loader.newestAgreements(),
        ] {
            #expect(!listing.rows.isEmpty)
            #expect(listing.rows.allSatisfy { $0.count == listing.header.count })
        }
        #expect(try warehouse.loader.rejects().rows == [["x:4", "empty", today(warehouse), "empty"]])
        #expect(try warehouse.loader.newestFigures(3).rows.count <= 3)
        // Without its lock a run is dead, whatever its row says.
        #expect(try warehouse.loader.lastRuns().rows.map { $0[2] } == ["interrupted", "completed"])
        try warehouse.loader.acquireRunLock()
        #expect(try warehouse.loader.lastRuns().rows.map { $0[2] } == ["running", "completed"])
        let totals = try warehouse.loader.totals()
        #expect((totals.articles, totals.rejects) == (30, 1))
        #expect(totals.meetings > 0 && totals.figures > 0 && totals.agreements > 0)
    }

    private func today(_ warehouse: Warehouse) throws -> String {
        try warehouse.column("select to_char(now(), 'YYYY-MM-DD')")[0] ?? ""
    }
}
