import Postgres

extension Loader {
    /// `figures` and `figure_countries`.
    func mergeFigures(_ rows: Touched.Rows) throws {
        let touched = rows.lost.union(rows.won)
        if touched.isEmpty { return }
        let ids = Parameter(touched)
        if !rows.lost.isEmpty {
            try connection.query(
                """
                delete from chancery.figures f
                where f.id = any($1)
                  and not exists (
                      select
                      from chancery.figure_reports r
                      where r.figure_id = f.id
                  )
                """, Parameter(rows.lost))
        }
        try connection.query(
            """
            with written as (
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
                returning f.id, f.countries, f.xmax = 0 as is_new
            )
            insert into chancery.figure_countries (figure_id, country)
            select w.id, c.country
            from written w
            cross join unnest(w.countries) c (country)
            where w.is_new
            """, ids)
    }
}
