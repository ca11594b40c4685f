import Foundation
import Model
import Normalize
import Postgres

/// `agreement_reports`: one row a document that an article tells of.
struct AgreementReportTable: ReportTable {
    let name = "chancery.agreement_reports"
    let columns =
        [
            "id", "article_id", "agreement_id", "block_id", "telling_id", "span_from", "span_to", "marks", "kind",
            "title", "status", "countries", "orgs", "signed_on",
            "signed_from", "signed_to", "count", "value", "unit", "term_from", "term_to",
        ] + WordColumns.names

    func write(_ report: ArticleReport, to rows: inout CopyRows) throws {
        for told in report.agreements {
            let agreement = told.fact
            rows.add(told.id)
            rows.add(report.article.id)
            rows.add(told.telling)
            rows.add(agreement.kind.rawValue)
            rows.add(agreement.title)
            rows.add(agreement.status.rawValue)
            rows.add(agreement.countries)
            rows.add(array: agreement.orgs)
            rows.add(partial: agreement.signedOn)
            rows.add(agreement.count)
            rows.add(agreement.value)
            rows.add(agreement.unit?.description)
            rows.add(agreement.term)
            rows.add(wordsOf: told)
            try rows.endRow()
        }
    }
}
