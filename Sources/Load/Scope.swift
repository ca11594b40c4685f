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
    /// The ids of stored articles of a scope, in order, a good many at a time.
    public func storedIDs(in scope: Scope, _ body: ([String]) throws -> Void) throws {
        var last = ""
        while true {
            let ids = try connection.query(
                """
                select id
                from chancery.articles
                where id > $1
                  and ($2::text is null or source = $2)
                  and ($3::date is null or published_on >= $3::date)
                  and ($4::date is null or published_on <= $4::date)
                order by id
                limit 10000
                """,
                Parameter(last), Parameter(scope.source), Parameter(scope.from?.firstDay.description),
                Parameter(scope.to?.lastDay.description)
            ).rows.compactMap { $0[0] }
            guard let end = ids.last else { return }
            try body(ids)
            last = end
        }
    }
}
