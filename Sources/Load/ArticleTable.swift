import Model
import Normalize
import Postgres

/// `articles`: one row an article.
struct ArticleTable: ReportTable {
    let extractorVersion: String

    let name = "chancery.articles"
    let columns = [
        "id", "source", "url", "title", "language", "published_on", "content_hash", "extractor_version", "format",
        "encoding", "part", "published_from", "body",
    ]

    func write(_ report: ArticleReport, to rows: inout CopyRows) throws {
        rows.add(report.article.id)
        rows.add(report.article.source)
        rows.add(report.article.url)
        rows.add(report.title)
        rows.add(report.language)
        // A whole day or nothing: the column says on which day, and half a date is none.
        rows.add(report.publishedOn.flatMap { $0.isDay ? $0.description : nil })
        rows.add(bytes: report.contentHash)
        rows.add(extractorVersion)
        let provenance = report.article.provenance
        rows.add(provenance?.format.rawValue)
        rows.add(provenance?.encoding)
        rows.add(provenance?.part)
        rows.add(provenance?.dateFrom)
        rows.add(report.article.text)
        try rows.endRow()
    }
}
