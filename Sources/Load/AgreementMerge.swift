import Foundation
import Postgres

extension Loader {
    /// Which agreement each report of these blocks tells of.
    /// - Returns: the agreements that won or lost a report by that, and those the articles tell of.
    func joinAgreements(_ blocks: Set<UUID>, _ articles: Parameter) throws -> [UUID] {
        guard !blocks.isEmpty else { return [] }
        return try connection.query(
            """
            with joined as materialized (
                select telling_id, row_id
                from chancery.joined_tellings($1)
            ), moved as (
                update chancery.agreement_reports r
                set agreement_id = j.row_id
                from chancery.agreement_reports o
                join joined j on j.telling_id = o.telling_id
                where o.block_id = any($1)
                  and o.agreement_id <> j.row_id
                  and r.id = o.id
                returning o.agreement_id as before, r.agreement_id as after
            )
            select before
            from moved
            union
            select after
            from moved
            union
            select j.row_id
            from chancery.agreement_reports r
            join joined j on j.telling_id = r.telling_id
            where r.article_id = any($2)
            """, Parameter(blocks), articles
        ).rows.compactMap { $0.uuid(0) }
    }

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
