import Foundation
import Model
import Normalize
import Postgres

/// A table whose rows hang on articles.
protocol ReportTable {
    var name: String { get }
    var columns: [String] { get }
    /// Writes the article's rows, none or several, in a fixed order.
    func write(_ report: ArticleReport, to rows: inout CopyRows) throws
}

extension CopyRows {
    mutating func add(_ uuid: UUID) { add(uuid.text) }

    mutating func add(_ value: Decimal?) { add(value.map { $0.description }) }

    mutating func add(_ country: CountryCode?) { add(country?.rawValue) }

    mutating func add(_ countries: [CountryCode]) { add(array: countries.map(\.rawValue)) }

    /// A date as far as it is known, with the first and the last day it can be: three columns.
    mutating func add(partial date: PartialDate?) {
        add(date?.description)
        add(date?.firstDay.description)
        add(date?.lastDay.description)
    }

    /// The first and the last day of a period: two columns.
    mutating func add(_ period: Period?) {
        add(period?.from?.firstDay.description)
        add(period?.to?.lastDay.description)
    }

    /// A row of its own to lead to, until it is joined, and what joining goes by: six columns.
    mutating func add(_ telling: Telling) {
        add(telling.id)
        add(telling.block)
        add(telling.id)
        add(telling.days?.first.description)
        add(telling.days?.last.description)
        add(array: telling.marks)
    }

    /// The columns that every kind of report ends with; `WordColumns.names` names them.
    mutating func add<Content>(wordsOf report: Report<Content>) {
        let first = report.fact.evidence.first ?? Span(0, 0)
        add(first.start)
        add(first.end)
        add(JSON.array(report.fact.evidence.map { "{\"start\": \($0.start), \"end\": \($0.end)}" }))
        add(report.quote)
        add(report.sentence)
        add(report.fact.rule)
    }
}

enum WordColumns {
    static let names = ["char_start", "char_end", "evidence", "quote", "sentence", "rule"]
}

extension String {
    /// Without NUL, which PostgreSQL cannot store: for messages, never for what an article says.
    var storable: String { replacing("\0", with: "\u{2400}") }
}

/// The little JSON that goes into `jsonb` columns. Source: RFC 8259, section 7.
enum JSON {
    static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ", ") + "]" }

    static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": json += "\\" + String(scalar)
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
