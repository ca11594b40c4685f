import Foundation
import Load
import Postgres
import TestSupport
import Testing

/// What a batch costs is a matter of the batch, not of how much there is: no table of reports is read from end to end,
/// though for a tenth of its rows the planner would.
@Suite struct KeyTests {
    @Test(arguments: [
        ("figure_reports", "figure_id", "merged_figures($1)"),
        ("agreement_reports", "agreement_id", "merged_agreements($1)"),
        ("agreement_reports", "block_id", "joined_tellings($1, $2, $2)"),
        ("agreement_reports", "block_id", "joining_scope($1, $2, $2)"),
    ])
    func whatIsTouchedIsLookedUpByKey(table: String, key: String, function: String) throws {
        let warehouse = try Warehouse()
        try warehouse.load([Sample.report("a", [.trade(1, year: 2023), .declaration("Декларация о дружбе")])])
        try warehouse.multiply("figure_reports", keys: ["id", "figure_id"])
        try warehouse.multiply("agreement_reports", keys: ["id", "agreement_id", "block_id", "telling_id"])
        let ids = try warehouse.column(SQL(verbatim: "select \(key) from chancery.\(table) limit 2000"))
        let days = Parameter(ids.map { _ in "2024-11-27" })
        let plan = try warehouse.connection.query(
            SQL(verbatim: "explain select * from chancery.\(function)"),
            parameters: function.contains("$2") ? [Parameter(ids), days] : [Parameter(ids)]
        ).rows.compactMap { $0[0] }
        #expect(plan.filter { $0.contains(/Index.* Scan .*_reports/) } != [])
        #expect(plan.filter { $0.contains(/Seq Scan on (\w+_reports|articles)/) } == [])
    }
}

extension Warehouse {
    /// Twenty thousand copies of the rows of a table, each with keys of its own.
    fileprivate func multiply(_ table: String, keys: [String]) throws {
        let columns = try column(
            """
            select quote_ident(attname)
            from pg_attribute
            where attrelid = $1::regclass
              and attnum > 0
            """, Parameter("chancery.\(table)")
        ).compactMap(\.self)
        let values = columns.map { keys.contains($0) ? "gen_random_uuid()" : $0 }
        try connection.script(
            SQL(
                verbatim: """
                    insert into chancery.\(table) (\(columns.joined(separator: ", ")))
                    select \(values.joined(separator: ", "))
                    from chancery.\(table)
                    cross join generate_series(1, 20000);
                    analyze chancery.\(table)
                    """))
    }
}
