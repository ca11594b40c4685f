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
    /// - Parameter moving: the statement that does it, see `movingMeetings`.
    func join(_ rows: inout Touched.Rows, moving: SQL) throws {
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
        let moved = try connection.query(
            moving, Parameter(scope.map { $0[0] }), Parameter(scope.map { $0[1] }), Parameter(scope.map { $0[2] }),
            Parameter(unsettled.lazy.map(\.id))
        ).rows
        for row in moved {
            guard let id = row.uuid(0), let isLost = row.bool(1) else { continue }
            if isLost { rows.lost.insert(id) } else { rows.won.insert(id) }
        }
    }

    static let movingMeetings = moving(reports: "meeting_reports", row: "meeting_id")
    static let movingAgreements = moving(reports: "agreement_reports", row: "agreement_id")

    /// Moves reports to the rows they belong to; gives the rows that lost one by that, those that won one, and those
    /// that the tellings `$4` lead to.
    private static func moving(reports: String, row: String) -> SQL {
        SQL(
            verbatim: """
                with joined as materialized (
                    select block_id, telling_id, row_id
                    from chancery.joined_tellings($1, $2, $3)
                ), moved as (
                    update chancery.\(reports) r
                    set \(row) = j.row_id
                    from chancery.\(reports) o
                    join joined j on j.block_id = o.block_id and j.telling_id = o.telling_id
                    where o.\(row) <> j.row_id
                      and r.id = o.id
                    returning o.\(row) as before, r.\(row) as after
                )
                select before, true
                from moved
                union
                select after, false
                from moved
                union
                select row_id, false
                from joined
                where telling_id = any($4)
                """)
    }
}
