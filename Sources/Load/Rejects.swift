import Model
import Postgres

extension Loader {
    /// Writes rejections, or brings those that were there up to date; the day they were first seen stays.
    func store(_ rejections: [Rejection], _ run: Run) throws {
        for rejection in rejections {
            try connection.query(
                """
                insert into chancery.rejects (source, line, article_id, reason, detail, load_id)
                values ($1, $2, $3, $4, $5, $6)
                on conflict (source, line) do update
                set article_id = excluded.article_id,
                    reason = excluded.reason,
                    detail = excluded.detail,
                    last_seen = excluded.last_seen,
                    load_id = excluded.load_id
                """,
                Parameter(rejection.source.storable), Parameter(rejection.line),
                Parameter(rejection.articleID?.storable), Parameter(rejection.reason.rawValue),
                Parameter(rejection.detail.storable), Parameter(run.id))
        }
    }

    /// Deletes what lies below `roots` and was found sound, or not at all, by the run.
    func forgetRejects(below roots: [String], notSeenBy run: Run) throws {
        try connection.query(
            """
            delete from chancery.rejects r
            using unnest($1::text[]) root (path)
            where (r.source = root.path or starts_with(r.source, rtrim(root.path, '/') || '/'))
              and r.load_id is distinct from $2
            """, Parameter(roots.map(\.storable)), Parameter(run.id))
    }
}
