import Postgres

/// How many rows there are.
public struct Totals: Hashable, Sendable {
    public let articles: Int
    public let meetings: Int
    public let figures: Int
    public let agreements: Int
    public let rejects: Int
}

extension Loader {
    /// How many rows there are of each kind.
    public func totals() throws -> Totals {
        let row = try connection.query(
            """
            select
                (select count(*) from chancery.articles),
                (select count(*) from chancery.meetings),
                (select count(*) from chancery.figures),
                (select count(*) from chancery.agreements),
                (select count(*) from chancery.rejects)
            """
        ).first
        return Totals(
            articles: row?.int(0) ?? 0, meetings: row?.int(1) ?? 0, figures: row?.int(2) ?? 0,
            agreements: row?.int(3) ?? 0, rejects: row?.int(4) ?? 0)
    }

    /// The last runs, the newest first.
    public func lastRuns(_ limit: Int = 5) throws -> Listing {
        try listing(
            """
            select
                to_char(started_at, 'YYYY-MM-DD HH24:MI:SS') as started, round(seconds, 1) as seconds, status,
                articles_read as read, nullif(articles_new, 0) as new, nullif(articles_replaced, 0) as replaced,
                nullif(articles_unchanged, 0) as unchanged, nullif(articles_withdrawn, 0) as withdrawn,
                nullif(rejected, 0) as rejected,
                concat_ws(
                    ' ', 'read ' || round(read_seconds, 1), 'extract ' || round(extract_seconds, 1),
                    'normalize ' || round(normalize_seconds, 1), 'load ' || round(load_seconds, 1),
                    'check ' || round(check_seconds, 1)
                ) as stages,
                concat_ws('/', program_version, extractor_version, schema_version) as versions,
                array_to_string(paths, ' ') as paths, error
            from chancery.runs
            order by started_at desc, id
            limit $1
            """, limit)
    }

    /// What could not be read, that of the latest runs first.
    public func rejects(_ limit: Int = 20) throws -> Listing {
        try listing(
            """
            select
                source || coalesce(':' || line, '') as place, reason, to_char(first_seen, 'YYYY-MM-DD') as since, detail
            from chancery.rejects
            order by last_seen desc, source, line nulls first
            limit $1
            """, limit)
    }

    /// Meetings, the latest first.
    public func newestMeetings(_ limit: Int = 5) throws -> Listing {
        try listing(
            """
            select
                date, status, kind, level, array_to_string(countries, ' ') as countries, participants,
                place_city as place, reports
            from chancery.meeting_register
            order by date_from desc nulls last, published_on desc nulls last, id
            limit $1
            """, limit)
    }

    /// Figures of the most recently published articles.
    public func newestFigures(_ limit: Int = 5) throws -> Listing {
        try listing(
            """
            select
                published_on as published, indicator, nature,
                case comparator when 'gt' then '>' when 'lt' then '<' when 'approx' then '~' else '' end
                    || trim_scale(value) || coalesce('–' || trim_scale(value_max), '') as value,
                unit, direction, period_from as "from", period_to as "to", array_to_string(countries, ' ') as countries,
                subject, reports
            from chancery.figure_register
            order by published_on desc nulls last, article_id, id
            limit $1
            """, limit)
    }

    /// Agreements, those signed last first.
    public func newestAgreements(_ limit: Int = 5) throws -> Listing {
        try listing(
            """
            select
                signed_on as signed, status, kind, title, array_to_string(countries || orgs, ' ') as parties,
                count, trim_scale(value) as value, unit, reports
            from chancery.agreement_register
            order by signed_from desc nulls last, published_on desc nulls last, id
            limit $1
            """, limit)
    }

    private func listing(_ sql: SQL, _ limit: Int) throws -> Listing {
        let result = try connection.query(sql, Parameter(limit))
        let columns = result.columns
        return Listing(
            header: columns, rows: result.rows.map { row in columns.indices.map { row[$0] ?? "" } })
    }
}
