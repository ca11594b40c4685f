import Foundation
import Model
import Normalize
import Postgres

/// `meeting_reports`: one row a meeting that an article tells of.
struct MeetingReportTable: ReportTable {
    let name = "chancery.meeting_reports"
    let columns =
        [
            "id", "article_id", "meeting_id", "block_id", "telling_id", "span_from", "span_to", "marks", "kind",
            "countries", "orgs", "level", "participants", "visit", "formats",
            "status", "date", "date_from", "date_to", "place_city", "place_country", "host",
        ] + WordColumns.names

    func write(_ report: ArticleReport, to rows: inout CopyRows) throws {
        for told in report.meetings {
            let meeting = told.fact
            rows.add(told.id)
            rows.add(report.article.id)
            rows.add(told.telling)
            rows.add(meeting.kind.rawValue)
            rows.add(meeting.countries)
            rows.add(array: meeting.orgs)
            rows.add(meeting.level?.rawValue)
            rows.add(JSON.array(meeting.participants.map(Self.json)))
            rows.add(meeting.visit?.rawValue)
            rows.add(array: meeting.formats.map(\.rawValue))
            rows.add(meeting.status.rawValue)
            rows.add(partial: meeting.date)
            rows.add(meeting.place?.city)
            rows.add(meeting.place?.country)
            rows.add(meeting.host)
            rows.add(wordsOf: told)
            try rows.endRow()
        }
    }

    private static func json(_ participant: Participant) -> String {
        "{\"name\": \(JSON.string(participant.name)), \"country\": \(JSON.string(participant.country?.rawValue)), "
            + "\"office\": \(JSON.string(participant.office?.rawValue))}"
    }
}
