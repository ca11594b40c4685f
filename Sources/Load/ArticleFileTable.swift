import Normalize
import Postgres

/// `article_files`: one row an article, the file it was read from.
struct ArticleFileTable: ReportTable {
    /// The files by the ids of articles.
    let files: [String: String]

    let name = "chancery.article_files"
    let columns = ["article_id", "file"]

    func write(_ report: ArticleReport, to rows: inout CopyRows) throws {
        rows.add(report.article.id)
        rows.add(files[report.article.id]?.storable)
        try rows.endRow()
    }
}

extension Loader {
    /// Takes note of where articles that are stored were found this time.
    public func note(_ files: [(id: String, file: String)]) throws {
        guard !files.isEmpty else { return }
        try connection.query(
            """
            insert into chancery.article_files
            select *
            from unnest($1::text[], $2::text[])
            on conflict (article_id) do update
            set file = excluded.file
            """, Parameter(files.map(\.id)), Parameter(files.map(\.file.storable)))
    }
}
