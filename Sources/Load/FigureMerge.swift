import Postgres

extension Loader {
    /// `figures` and `figure_countries`.
    func mergeFigures(_ ids: Parameter) throws {
        try connection.query(
            """
            delete from chancery.figures f
            where f.id = any($1)
              and not exists (
                  select
                  from chancery.figure_reports r
                  where r.figure_id = f.id
              )
            """, ids)
        try connection.query(
            """
            insert into chancery.figures as f
            select *
            from chancery.merged_figures($1)
            on conflict (id) do update
            set indicator = excluded.indicator,
                subject = excluded.subject,
                value = excluded.value,
                value_max = excluded.value_max,
                unit = excluded.unit,
                comparator = excluded.comparator,
                measure = excluded.measure,
                direction = excluded.direction,
                nature = excluded.nature,
                period_from = excluded.period_from,
                period_to = excluded.period_to,
                countries = excluded.countries,
                origin = excluded.origin,
                destination = excluded.destination,
                speaker = excluded.speaker,
                reports = excluded.reports,
                articles = excluded.articles,
                report_id = excluded.report_id
            where f.* is distinct from excluded.*
            """, ids)
        try connection.query(
            """
            delete from chancery.figure_countries c
            where c.figure_id = any($1)
              and not exists (
                  select
                  from chancery.figures f
                  where f.id = c.figure_id
                    and c.country = any(f.countries)
              )
            """, ids)
        try connection.query(
            """
            insert into chancery.figure_countries
            select *
            from chancery.figure_countries_merged
            where figure_id = any($1)
            on conflict do nothing
            """, ids)
    }
}
