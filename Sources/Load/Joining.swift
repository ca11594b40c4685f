import Foundation
import Postgres

/// Which row of meetings or agreements each report tells of.
extension Loader {
    /// Where reports of other articles than these lead that say what these do: most of what comes is told already, and
    /// changes nothing about what is joined with what.
    /// - Precondition: the reports that go are gone.
    func known(_ rows: Touched.Rows, besides articles: Parameter, _ joint: Joint) throws -> [UUID: UUID] {
        guard !rows.tellings.isEmpty else { return [:] }
        let tellings = Array(rows.tellings)
        let found = try connection.query(
            """
            select telling_id, row_id
            from chancery.known_tellings($1, $2, $3, $4, $5)
            where row_id is not null
            """,
            Parameter(tellings.lazy.map(\.value.block)), Parameter(tellings.lazy.map(\.key)),
            Parameter(tellings.map(\.value.first)), Parameter(joint.isOfMeetings), articles
        ).rows
        return Dictionary(found.compactMap { row in row.uuid(0).flatMap { id in row.uuid(1).map { (id, $0) } } }) { $1 }
    }

    /// Makes reports lead to the rows where their tellings are known to lead.
    /// - Precondition: they lead to rows of their own.
    func lead(_ reports: [(id: UUID, telling: UUID)], to rows: [UUID: UUID], _ joint: Joint) throws {
        try move(
            reports.compactMap { report in
                rows[report.telling].flatMap { $0 == report.telling ? nil : (report: report.id, row: $0) }
            }, joint)
    }

    /// Joins anew whatever the tellings that came or went can have to do with, and moves the reports that belong
    /// elsewhere by that.
    func join(_ rows: inout Touched.Rows, _ joint: Joint) throws {
        let unsettled = rows.unsettled
        guard !unsettled.isEmpty else { return }
        let scope = try connection.query(
            """
            select block_id, first_day, last_day
            from chancery.joining_scope($1, $2, $3, $4)
            """,
            Parameter(unsettled.lazy.map(\.place.block)), Parameter(unsettled.map(\.place.first)),
            Parameter(unsettled.map(\.place.last)), Parameter(joint.isOfMeetings)
        ).rows
        let leading = try connection.query(
            joint.leading, Parameter(scope.map { $0[0] }), Parameter(scope.map { $0[1] }),
            Parameter(scope.map { $0[2] }), Parameter(unsettled.lazy.map(\.id)), Parameter(joint.isOfMeetings)
        ).rows
        var moves: [(report: UUID, row: UUID)] = []
        for row in leading {
            guard let after = row.uuid(2) else { continue }
            rows.won.insert(after)
            guard let report = row.uuid(0), let before = row.uuid(1) else { continue }
            rows.lost.insert(before)
            moves.append((report, after))
        }
        try move(moves, joint)
    }

    private func move(_ moves: [(report: UUID, row: UUID)], _ joint: Joint) throws {
        guard !moves.isEmpty else { return }
        try connection.query(joint.moving, Parameter(moves.lazy.map(\.report)), Parameter(moves.lazy.map(\.row)))
    }
}

/// The statements that join the reports of one kind.
struct Joint {
    /// Else of agreements.
    let isOfMeetings: Bool
    /// Of the blocks and days `$1` to `$3`: reports that lead to another row than they belong to, with both; and the
    /// rows that the tellings `$4` belong to. `$5` is `isOfMeetings`. How much else there is in the tables has no part
    /// in what it costs.
    let leading: SQL
    /// Makes the reports `$1` lead to the rows `$2`.
    let moving: SQL

    static let meetings = Joint(reports: "meeting_reports", row: "meeting_id", isOfMeetings: true)
    static let agreements = Joint(reports: "agreement_reports", row: "agreement_id", isOfMeetings: false)

    private init(reports: String, row: String, isOfMeetings: Bool) {
        self.isOfMeetings = isOfMeetings
        leading = SQL(
            verbatim: """
                with joined as materialized (
                    select block_id, span_from, telling_id, row_id, led_to
                    from chancery.joined_tellings($1, $2, $3, $5)
                )
                select r.id, r.row_id, j.row_id
                from joined j
                cross join lateral (
                    select t.id, t.\(row) as row_id
                    from chancery.\(reports) t
                    where t.block_id = j.block_id
                      and t.span_from = j.span_from
                      and t.telling_id = j.telling_id
                    union all
                    select t.id, t.\(row)
                    from chancery.\(reports) t
                    where j.span_from is null
                      and t.block_id = j.block_id
                      and t.span_from is null
                      and t.telling_id = j.telling_id
                    offset 0
                ) r
                where j.led_to <> array[j.row_id]
                  and r.row_id <> j.row_id
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
