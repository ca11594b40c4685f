import Foundation
import Postgres

extension Loader {
    /// `meetings`, `meeting_countries`, `meeting_participants` and, of those who take part, `people`.
    func mergeMeetings(_ rows: Touched.Rows) throws {
        let touched = rows.lost.union(rows.won)
        if touched.isEmpty { return }
        let ids = Parameter(touched)
        let before = try participants(ids)
        if !rows.lost.isEmpty {
            try connection.query(
                """
                delete from chancery.meetings m
                where m.id = any($1)
                  and not exists (
                      select
                      from chancery.meeting_reports r
                      where r.meeting_id = m.id
                  )
                """, Parameter(rows.lost))
        }
        try connection.query(
            """
            with written as (
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
                returning m.id, m.countries, m.xmax = 0 as is_new
            )
            insert into chancery.meeting_countries (meeting_id, country)
            select w.id, c.country
            from written w
            cross join unnest(w.countries) c (country)
            where w.is_new
            """, ids)
        try mergeParticipants(ids)
        try mergePeople(ids, before)
    }

    private func mergeParticipants(_ ids: Parameter) throws {
        try connection.query(
            """
            with named as materialized (
                select *
                from chancery.merged_participants($1)
            ), gone as (
                delete from chancery.meeting_participants
                where meeting_id = any($1)
                  and (meeting_id, position) not in (select n.meeting_id, n.position from named n)
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

    /// Four arrays: meeting, name, country and office of everybody who takes part in one of these meetings.
    private func participants(_ ids: Parameter) throws -> [Parameter] {
        let rows = try connection.query(
            """
            select meeting_id, name, country, office
            from chancery.meeting_participants
            where meeting_id = any($1)
            """, ids
        ).rows
        return (0..<4).map { column in Parameter(rows.map { $0[column] }) }
    }

    /// Adds to `people` what these meetings give that they did not give before. Only who lost something is looked up in
    /// all meetings: somebody who meets every day is in thousands of them.
    private func mergePeople(_ ids: Parameter, _ before: [Parameter]) throws {
        let changes = try connection.query(Self.peopleChanges, parameters: [ids] + before).rows
        let gains = changes.filter { $0.bool(1) == false }
        if !gains.isEmpty {
            try connection.query(
                """
                insert into chancery.people as p
                select name, countries::text[], offices::text[], meetings
                from unnest($1::text[], $2::text[], $3::text[], $4::integer[]) g (name, countries, offices, meetings)
                on conflict (name) do update
                set countries = array(
                        select distinct c collate "C"
                        from unnest(p.countries || excluded.countries) c
                        order by 1
                    ),
                    offices = array(
                        select distinct o collate "C"
                        from unnest(p.offices || excluded.offices) o
                        order by 1
                    ),
                    meetings = p.meetings + excluded.meetings
                """,
                parameters: [0, 2, 3, 4].map { column in Parameter(gains.map { $0[column] }) })
        }
        let losers = changes.filter { $0.bool(1) == true }.compactMap { $0[0] }
        if !losers.isEmpty { try recountPeople(Parameter(losers)) }
    }

    /// Who gained and who lost: `$1` are the meetings, `$2` to `$5` who took part in them before. Of those who only gained,
    /// what they gained.
    private static let peopleChanges: SQL = """
        with before as (
            select *
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) b (meeting_id, name, country, office)
        ), after as (
            select meeting_id, name, country::text, office::text
            from chancery.meeting_participants
            where meeting_id = any($1)
        ), old as (
            select
                name, count(distinct meeting_id) as meetings,
                coalesce(array_agg(distinct country) filter (where country is not null), '{}') as countries,
                coalesce(array_agg(distinct office) filter (where office is not null), '{}') as offices
            from before
            group by name
        ), new as (
            select
                name, count(distinct meeting_id) as meetings,
                coalesce(array_agg(distinct country) filter (where country is not null), '{}') as countries,
                coalesce(array_agg(distinct office) filter (where office is not null), '{}') as offices
            from after
            group by name
        ), compared as (
            select
                name, new.meetings is null or old.meetings > new.meetings or not old.countries <@ new.countries
                    or not old.offices <@ new.offices as has_lost,
                new.countries, new.offices, new.meetings - coalesce(old.meetings, 0) as meetings,
                (old.meetings, old.countries, old.offices) is not distinct from (new.meetings, new.countries, new.offices)
                    as is_same
            from new
            full join old using (name)
        )
        select
            name, coalesce(has_lost, false) or meetings = 0, coalesce(countries, '{}'), coalesce(offices, '{}'), meetings
        from compared
        where not is_same
        order by name
        """

    private func recountPeople(_ names: Parameter) throws {
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
