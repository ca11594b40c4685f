import Postgres

/// What the database holds of an article: enough to tell whether it must be read anew.
public struct KnownArticle: Hashable, Sendable {
    public let contentHash: [UInt8]
    public let extractorVersion: String
}

/// An article that a run came upon.
public struct FoundArticle: Sendable {
    public let id: String
    public let contentHash: [UInt8]
    /// Its file by the absolute path, `-` for standard input.
    public let file: String

    public init(id: String, contentHash: [UInt8], file: String) {
        self.id = id
        self.contentHash = contentHash
        self.file = file
    }
}

extension Loader {
    /// Those of these articles that are there with the same content, read by that version of the rules: their places among
    /// them, and whether they were last read from another file. One statement, whatever the number.
    public func unchanged(among found: [FoundArticle], extractorVersion: String) throws
        -> [(place: Int, isElsewhere: Bool)]
    {
        guard !found.isEmpty else { return [] }
        let rows = try connection.query(
            """
            select found.number, f.file is distinct from found.file
            from unnest($1::text[], $2::bytea[], $3::text[]) with ordinality found (id, hash, file, number)
            join chancery.articles a on a.id = found.id
            left join chancery.article_files f on f.article_id = a.id
            where a.content_hash = found.hash
              and a.extractor_version = $4
            """,
            Parameter(found.map(\.id.storable)), Parameter(bytes: found.map(\.contentHash)),
            Parameter(found.map(\.file.storable)), Parameter(extractorVersion)
        ).rows
        return rows.compactMap { row in row.int(0).map { ($0 - 1, row.bool(1) ?? true) } }
    }

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

    private static func known(_ row: QueryResult.Row) -> (String, KnownArticle) {
        (row[0] ?? "", KnownArticle(contentHash: row.bytes(1) ?? [], extractorVersion: row[2] ?? ""))
    }
}
