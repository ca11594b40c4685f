import Model
import Normalize
import Postgres

/// `article_countries`: one row a country that an article mentions.
struct ArticleCountryTable: ReportTable {
    let name = "chancery.article_countries"
    let columns = ["article_id", "country", "mentions"]

    func write(_ report: ArticleReport, to rows: inout CopyRows) throws {
        for country in report.countries {
            rows.add(report.article.id)
            rows.add(country.code)
            rows.add(country.mentions)
            try rows.endRow()
        }
    }
}
