import Model
import Postgres

/// A part of the ledger: articles of a source, published within days.
public struct Scope: Hashable, Sendable {
    public var source: String?
    /// The first day, included; nil for any.
    public var from: PartialDate?
    /// The last day, included; nil for any.
    public var to: PartialDate?

    public init(source: String? = nil, from: PartialDate? = nil, to: PartialDate? = nil) {
        self.source = source
        self.from = from
        self.to = to
    }

    var isDated: Bool { from != nil || to != nil }

    /// Whether an article belongs to it; nil when only its text may tell the day.
    public func contains(_ article: Article) -> Bool? {
        if let source, article.source != source { return false }
        guard isDated, article.publishedOn == nil else { return contains(day: article.publishedOn) }
        return nil
    }

    /// Whether what was published on that day belongs to it; what has no date belongs to no days.
    public func contains(day: PartialDate?) -> Bool {
        guard isDated else { return true }
        guard let day, day.isDay else { return false }
        return from.map { $0.firstDay <= day } ?? true && to.map { day <= $0.lastDay } ?? true
    }
}

extension Loader {
    /// The ids of stored articles of a scope that were last read from these files or below these folders, in order, a
    /// good many at a time.
    public func storedIDs(in scope: Scope, below roots: [String], _ body: ([String]) throws -> Void) throws {
        var last = ""
        while true {
            let ids = try connection.query(
                """
                select a.id
                from chancery.articles a
                join chancery.article_files f on f.article_id = a.id
                where a.id > $1
                  and ($2::text is null or a.source = $2)
                  and ($3::date is null or a.published_on >= $3::date)
                  and ($4::date is null or a.published_on <= $4::date)
                  and exists (
                      select
                      from unnest($5::text[]) root (path)
                      where f.file = root.path
                         or starts_with(f.file, rtrim(root.path, '/') || '/')
                  )
                order by a.id
                limit 10000
                """,
                Parameter(last), Parameter(scope.source), Parameter(scope.from?.firstDay.description),
                Parameter(scope.to?.lastDay.description), Parameter(roots.map(\.storable))
            ).rows.compactMap { $0[0] }
            guard let end = ids.last else { return }
            try body(ids)
            last = end
        }
    }
}
