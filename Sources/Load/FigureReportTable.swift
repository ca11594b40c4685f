import Model
import Normalize
import Postgres

/// `figure_reports`: one row a quantity that an article states.
struct FigureReportTable: ReportTable {
    let name = "chancery.figure_reports"
    let columns =
        [
            "id", "article_id", "figure_id", "indicator", "subject", "value", "value_max", "unit", "comparator",
            "measure", "direction", "nature", "period_from", "period_to", "countries", "origin", "destination",
            "speaker",
        ] + WordColumns.names

    func write(_ report: ArticleReport, to rows: inout CopyRows) throws {
        for told in report.figures {
            let figure = told.fact
            rows.add(told.id)
            rows.add(report.article.id)
            rows.add(told.telling.id)
            rows.add(figure.indicator.rawValue)
            rows.add(figure.subject)
            rows.add(figure.value)
            rows.add(figure.valueMax)
            rows.add(figure.unit.description)
            rows.add(figure.comparator.rawValue)
            rows.add(figure.measure.rawValue)
            rows.add(figure.direction?.rawValue)
            rows.add(figure.nature.rawValue)
            rows.add(figure.period)
            rows.add(figure.countries)
            rows.add(figure.origin)
            rows.add(figure.destination)
            rows.add(figure.speaker)
            rows.add(wordsOf: told)
            try rows.endRow()
        }
    }
}
