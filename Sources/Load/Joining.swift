import Foundation
import Postgres

/// Which row of meetings or agreements each report tells of.
extension Loader {
    /// Where reports lead that say what these do: most of what comes is told already, and changes nothing about what is
    /// joined with what.
    /// - Precondition: the reports that go are gone, and those that come are not there yet.
    func known(_ rows: Touched.Rows) throws -> [UUID: UUID] {
        guard !rows.tellings.isEmpty else { return [:] }
        let tellings = Array(rows.tellings)
        let found = try connection.query(
            """
            select telling_id, row_id
            from chancery.known_tellings($1, $2, $3)
            where row_id is not null
            """,
            Parameter(tellings.lazy.map(\.value.block)), Parameter(tellings.lazy.map(\.key)),
            Parameter(tellings.map(\.value.first))
        ).rows
        return Dictionary(found.compactMap { row in row.uuid(0).flatMap { id in row.uuid(1).map { (id, $0) } } }) { $1 }
    }

    /// Joins anew whatever the tellings that came or went can have to do with, and moves the reports that belong
    /// elsewhere by that.
    func join(_ rows: inout Touched.Rows, _ joint: Joint) throws {
        let unsettled = rows.unsettled
        guard !unsettled.isEmpty else { return }
        let scope = try connection.query(
            """
            select block_id, first_day, last_day
            from chancery.joining_scope($1, $2, $3)
            """,
            Parameter(unsettled.lazy.map(\.place.block)), Parameter(unsettled.map(\.place.first)),
            Parameter(unsettled.map(\.place.last))
        ).rows
        let leading = try connection.query(
            joint.leading, Parameter(scope.map { $0[0] }), Parameter(scope.map { $0[1] }),
            Parameter(scope.map { $0[2] }), Parameter(unsettled.lazy.map(\.id))
        ).rows
        var moves: [(report: UUID, row: UUID)] = []
        for row in leading {
            guard let after = row.uuid(2) else { continue }
            rows.won.insert(after)
            guard let report = row.uuid(0), let before = row.uuid(1) else { continue }
            rows.lost.insert(before)
            moves.append((report, after))
        }
        guard !moves.isEmpty else { return }
        try connection.query(joint.moving, Parameter(moves.lazy.map(\.report)), Parameter(moves.lazy.map(\.row)))
    }
}

/// The statements that join the reports of one kind.
struct Joint {
    /// Of the blocks and days `$1` to `$3`: reports that lead to another row than they belong to, with both; and the
    /// rows that the tellings `$4` lead to. How much else there is in the tables has no part in what it costs.
    let leading: SQL
    /// Makes the reports `$1` lead to the rows `$2`.
    let moving: SQL

    static let meetings = Joint(reports: "meeting_reports", row: "meeting_id")
    static let agreements = Joint(reports: "agreement_reports", row: "agreement_id")

    private init(reports: String, row: String) {
        leading = SQL(
            verbatim: """
                with joined as materialized (
                    select block_id, telling_id, row_id
                    from chancery.joined_tellings($1, $2, $3)
                ), told as materialized (
                    select distinct r.id, r.block_id, r.telling_id, r.row_id
                    from unnest($1::uuid[], $2::date[], $3::date[]) s (block_id, first_day, last_day)
                    cross join lateral (
                        select t.id, t.block_id, t.telling_id, t.\(row) as row_id
                        from chancery.\(reports) t
                        where t.block_id = s.block_id
                          and t.span_from between s.first_day and s.last_day
                        union all
                        select t.id, t.block_id, t.telling_id, t.\(row)
                        from chancery.\(reports) t
                        where t.block_id = s.block_id
                          and s.first_day is null
                        offset 0
                    ) r
                )
                select t.id, t.row_id, j.row_id
                from told t
                join joined j on j.block_id = t.block_id and j.telling_id = t.telling_id
                where t.row_id <> j.row_id
                union all
                select null, null, row_id
                from joined
                where telling_id = any($4)
                """)
        moving = SQL(
            verbatim: """
                update chancery.\(reports) r
                set \(row) = m.row_id
                from unnest($1::uuid[], $2::uuid[]) m (report_id, row_id)
                where r.id = m.report_id
                """)
    }
}
