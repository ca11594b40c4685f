import Foundation
import Postgres

extension Loader {
    /// Which meeting each report of these blocks tells of.
    /// - Returns: the meetings that won or lost a report by that, and those the articles tell of.
    func joinMeetings(_ blocks: Set<UUID>, _ articles: Parameter) throws -> [UUID] {
        guard !blocks.isEmpty else { return [] }
        return try connection.query(
            """
            with joined as materialized (
                select telling_id, row_id
                from chancery.joined_tellings($1)
            ), moved as (
                update chancery.meeting_reports r
                set meeting_id = j.row_id
                from chancery.meeting_reports o
                join joined j on j.telling_id = o.telling_id
                where o.block_id = any($1)
                  and o.meeting_id <> j.row_id
                  and r.id = o.id
                returning o.meeting_id as before, r.meeting_id as after
            )
            select before
            from moved
            union
            select after
            from moved
            union
            select j.row_id
            from chancery.meeting_reports r
            join joined j on j.telling_id = r.telling_id
            where r.article_id = any($2)
            """, Parameter(blocks), articles
        ).rows.compactMap { $0.uuid(0) }
    }

    /// `meetings`, `meeting_countries`, `meeting_participants` and, of those who take part, `people`.
    func mergeMeetings(_ ids: Parameter) throws {
        let before = try participants(ids)
        try connection.query(
            """
            delete from chancery.meetings m
            where m.id = any($1)
              and not exists (
                  select
                  from chancery.meeting_reports r
                  where r.meeting_id = m.id
              )
            """, ids)
        try connection.query(
            """
            insert into chancery.meetings as m
            select *
            from chancery.merged_meetings($1)
            on conflict (id) do update
            set kind = excluded.kind,
                countries = excluded.countries,
                orgs = excluded.orgs,
                level = excluded.level,
                visit = excluded.visit,
                formats = excluded.formats,
                status = excluded.status,
                date = excluded.date,
                date_from = excluded.date_from,
                date_to = excluded.date_to,
                place_city = excluded.place_city,
                place_country = excluded.place_country,
                host = excluded.host,
                reports = excluded.reports,
                articles = excluded.articles,
                report_id = excluded.report_id
            where m.* is distinct from excluded.*
            """, ids)
        try mergeMeetingCountries(ids)
        try mergeParticipants(ids)
        let names = before.union(try participants(ids))
        if !names.isEmpty { try mergePeople(Parameter(names.sorted())) }
    }

    private func mergeMeetingCountries(_ ids: Parameter) throws {
        try connection.query(
            """
            delete from chancery.meeting_countries c
            where c.meeting_id = any($1)
              and not exists (
                  select
                  from chancery.meetings m
                  where m.id = c.meeting_id
                    and c.country = any(m.countries)
              )
            """, ids)
        try connection.query(
            """
            insert into chancery.meeting_countries
            select *
            from chancery.meeting_countries_merged
            where meeting_id = any($1)
            on conflict do nothing
            """, ids)
    }

    private func mergeParticipants(_ ids: Parameter) throws {
        try connection.query(
            """
            with named as materialized (
                select *
                from chancery.merged_participants($1)
            ), gone as (
                delete from chancery.meeting_participants p
                where p.meeting_id = any($1)
                  and not exists (
                      select
                      from named n
                      where n.meeting_id = p.meeting_id
                        and n.position = p.position
                  )
            )
            insert into chancery.meeting_participants as p
            select *
            from named
            on conflict (meeting_id, position) do update
            set name = excluded.name,
                country = excluded.country,
                office = excluded.office
            where p.* is distinct from excluded.*
            """, ids)
    }

    private func participants(_ ids: Parameter) throws -> Set<String> {
        let rows = try connection.query(
            """
            select distinct name
            from chancery.meeting_participants
            where meeting_id = any($1)
            """, ids
        ).rows
        return Set(rows.compactMap { $0[0] })
    }

    private func mergePeople(_ names: Parameter) throws {
        try connection.query(
            """
            delete from chancery.people p
            where p.name = any($1)
              and not exists (
                  select
                  from chancery.meeting_participants m
                  where m.name = p.name
              )
            """, names)
        try connection.query(
            """
            insert into chancery.people as p
            select *
            from chancery.people_merged
            where name = any($1)
            on conflict (name) do update
            set countries = excluded.countries,
                offices = excluded.offices,
                meetings = excluded.meetings
            where p.* is distinct from excluded.*
            """, names)
    }
}
