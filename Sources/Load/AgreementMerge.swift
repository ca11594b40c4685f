import Postgres

extension Loader {
    /// `agreements` and `agreement_countries`.
    func mergeAgreements(_ ids: Parameter) throws {
        try connection.query(
            """
            delete from chancery.agreements g
            where g.id = any($1)
              and not exists (
                  select
                  from chancery.agreement_reports r
                  where r.agreement_id = g.id
              )
            """, ids)
        try connection.query(
            """
            insert into chancery.agreements as g
            select *
            from chancery.agreements_merged
            where id = any($1)
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
            """, ids)
        try connection.query(
            """
            delete from chancery.agreement_countries c
            where c.agreement_id = any($1)
              and not exists (
                  select
                  from chancery.agreements g
                  where g.id = c.agreement_id
                    and c.country = any(g.countries)
              )
            """, ids)
        try connection.query(
            """
            insert into chancery.agreement_countries
            select *
            from chancery.agreement_countries_merged
            where agreement_id = any($1)
            on conflict do nothing
            """, ids)
    }
}
