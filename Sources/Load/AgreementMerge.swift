import Postgres

extension Loader {
    /// `agreements` and `agreement_countries`.
    func mergeAgreements(_ rows: Touched.Rows) throws {
        let touched = rows.lost.union(rows.won)
        if touched.isEmpty { return }
        let ids = Parameter(touched)
        if !rows.lost.isEmpty {
            try connection.query(
                """
                delete from chancery.agreements g
                where g.id = any($1)
                  and not exists (
                      select
                      from chancery.agreement_reports r
                      where r.agreement_id = g.id
                  )
                """, Parameter(rows.lost))
        }
        try connection.query(
            """
            with written as (
                insert into chancery.agreements as g
                select *
                from chancery.merged_agreements($1)
                on conflict (id) do update
                set kind = excluded.kind,
                    title = excluded.title,
                    status = excluded.status,
                    countries = excluded.countries,
                    orgs = excluded.orgs,
                    signed_on = excluded.signed_on,
                    signed_from = excluded.signed_from,
                    signed_to = excluded.signed_to,
                    count = excluded.count,
                    value = excluded.value,
                    unit = excluded.unit,
                    term_from = excluded.term_from,
                    term_to = excluded.term_to,
                    reports = excluded.reports,
                    articles = excluded.articles,
                    report_id = excluded.report_id
                where g.* is distinct from excluded.*
                returning g.id, g.countries, g.xmax = 0 as is_new
            )
            insert into chancery.agreement_countries (agreement_id, country)
            select w.id, c.country
            from written w
            cross join unnest(w.countries) c (country)
            where w.is_new
            """, ids)
    }
}
