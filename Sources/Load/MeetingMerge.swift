import Postgres

extension Loader {
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
            from chancery.meetings_merged
            where id = any($1)
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
            delete from chancery.meeting_participants p
            using chancery.meetings m
            join chancery.meeting_reports r on r.id = m.report_id
            where m.id = any($1)
              and p.meeting_id = m.id
              and p.position > jsonb_array_length(r.participants)
            """, ids)
        try connection.query(
            """
            insert into chancery.meeting_participants as p
            select *
            from chancery.meeting_participants_merged
            where meeting_id = any($1)
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
