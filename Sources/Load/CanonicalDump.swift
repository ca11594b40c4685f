import Postgres

/// The tables whose rows are a function of the articles, with the columns that order them.
enum FactTable: String, CaseIterable {
    case articles
    case articleCountries = "article_countries"
    case meetingReports = "meeting_reports"
    case figureReports = "figure_reports"
    case agreementReports = "agreement_reports"
    case meetings
    case meetingCountries = "meeting_countries"
    case meetingParticipants = "meeting_participants"
    case people
    case figures
    case figureCountries = "figure_countries"
    case agreements
    case agreementCountries = "agreement_countries"

    /// Every order is of UUIDs, numbers or text in the collation "C": the same in every database.
    var order: String {
        switch self {
        case .articles, .meetingReports, .figureReports, .agreementReports, .meetings, .figures, .agreements: "id"
        case .articleCountries: "article_id, country"
        case .meetingCountries: "meeting_id, country"
        case .meetingParticipants: "meeting_id, position"
        case .people: "name"
        case .figureCountries: "figure_id, country"
        case .agreementCountries: "agreement_id, country"
        }
    }

    var dump: SQL {
        SQL(verbatim: "copy (select * from chancery.\(rawValue) order by \(order)) to stdout")
    }
}

/// All fact tables as text, each under its name: equal for equal sets of articles, however they were loaded.
public func canonicalDump(_ connection: Connection) throws -> String {
    var text = ""
    for table in FactTable.allCases {
        text += "-- \(table.rawValue)\n"
        try connection.copyOut(table.dump) { text += $0 }
    }
    return text
}
