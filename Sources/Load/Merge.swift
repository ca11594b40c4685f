import Foundation
import Postgres

/// The merged rows that a transaction must compute anew: of old reports that went and of new ones that came.
struct Touched {
    var meetings: Set<UUID> = []
    var figures: Set<UUID> = []
    var agreements: Set<UUID> = []
}

extension Loader {
    /// Brings meetings, figures, agreements and what hangs on them up to date with the reports.
    ///
    /// Under a lock until the transaction ends: of two transactions that report on one meeting the second must see
    /// the reports of the first, which it does from the moment the first has committed.
    func merge(_ touched: Touched) throws {
        if touched.meetings.isEmpty && touched.figures.isEmpty && touched.agreements.isEmpty { return }
        try connection.lockTransaction(Self.mergeLock)
        if !touched.meetings.isEmpty { try mergeMeetings(Parameter(touched.meetings)) }
        if !touched.figures.isEmpty { try mergeFigures(Parameter(touched.figures)) }
        if !touched.agreements.isEmpty { try mergeAgreements(Parameter(touched.agreements)) }
    }

    private func mergeMeetings(_ ids: Parameter) throws {
        let before = try participants(ids)
        try connection.query("delete from chancery.meetings where id = any($1)", ids)
        try connection.query(
            "insert into chancery.meetings select * from chancery.meetings_merged where id = any($1)", ids)
        try connection.query(
            """
            insert into chancery.meeting_countries
            select *
            from chancery.meeting_countries_merged
            where meeting_id = any($1)
            """, ids)
        try connection.query(
            """
            insert into chancery.meeting_participants
            select *
            from chancery.meeting_participants_merged
            where meeting_id = any($1)
            """, ids)
        let names = before.union(try participants(ids))
        if !names.isEmpty { try mergePeople(Parameter(names.sorted())) }
    }

    private func participants(_ ids: Parameter) throws -> Set<String> {
        let rows = try connection.query(
            "select distinct name from chancery.meeting_participants where meeting_id = any($1)", ids
        ).rows
        return Set(rows.compactMap { $0[0] })
    }

    private func mergePeople(_ names: Parameter) throws {
        try connection.query("delete from chancery.people where name = any($1)", names)
        try connection.query(
            "insert into chancery.people select * from chancery.people_merged where name = any($1)", names)
    }

    private func mergeFigures(_ ids: Parameter) throws {
        try connection.query("delete from chancery.figures where id = any($1)", ids)
        try connection.query(
            "insert into chancery.figures select * from chancery.figures_merged where id = any($1)", ids)
        try connection.query(
            """
            insert into chancery.figure_countries
            select *
            from chancery.figure_countries_merged
            where figure_id = any($1)
            """, ids)
    }

    private func mergeAgreements(_ ids: Parameter) throws {
        try connection.query("delete from chancery.agreements where id = any($1)", ids)
        try connection.query(
            "insert into chancery.agreements select * from chancery.agreements_merged where id = any($1)", ids)
        try connection.query(
            """
            insert into chancery.agreement_countries
            select *
            from chancery.agreement_countries_merged
            where agreement_id = any($1)
            """, ids)
    }
}
