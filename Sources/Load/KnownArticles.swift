import Postgres

/// What the database holds of an article: enough to tell whether it must be read anew.
public struct KnownArticle: Hashable, Sendable {
    public let contentHash: [UInt8]
    public let extractorVersion: String
}

extension Loader {
    /// What is there of these articles; those that are not there are left out. One statement, whatever the number.
    public func known(_ ids: some Sequence<String>) throws -> [String: KnownArticle] {
        let ids = ids.filter { !$0.utf8.contains(0) }
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.query(
            """
            select id, content_hash, extractor_version
            from chancery.articles
            where id = any($1)
            """, Parameter(ids)
        ).rows
        return Dictionary(rows.map(Self.known)) { first, _ in first }
    }

    /// What is there of all articles: about 150 bytes each in memory.
    public func knownAll() throws -> [String: KnownArticle] {
        let rows = try connection.query("select id, content_hash, extractor_version from chancery.articles").rows
        return Dictionary(rows.map(Self.known)) { first, _ in first }
    }

    /// The content hashes of those of these articles that the given version of the extractor has read: an article with
    /// the same hash need not be read again.
    public func knownHashes(for ids: some Sequence<String>, extractorVersion: String) throws -> [String: [UInt8]] {
        try known(ids).compactMapValues { $0.extractorVersion == extractorVersion ? $0.contentHash : nil }
    }

    private static func known(_ row: QueryResult.Row) -> (String, KnownArticle) {
        (row[0] ?? "", KnownArticle(contentHash: row.bytes(1) ?? [], extractorVersion: row[2] ?? ""))
    }
}
