import Load
import Pipeline

/// What an analyst wants to see after a run: what came in, how much there is now, and the newest of it.
struct Summary {
    private let run: RunSummary
    private let loader: Loader
    private let database: Database

    init(_ run: RunSummary, _ loader: Loader, _ database: Database) {
        self.run = run
        self.loader = loader
        self.database = database
    }

    func text() throws -> String {
        let totals = try loader.totals()
        var sections = [told, "The ledger holds \(totals.text)."]
        if run.new + run.changed > 0 {
            sections += [
                try loader.newestMeetings().titled("Newest meetings"),
                try loader.newestFigures().titled("Newest figures"),
                try loader.newestAgreements().titled("Newest agreements"),
            ].compactMap(\.self)
        }
        sections.append("To look into it: \(database.psqlCommand)")
        return sections.joined(separator: "\n\n")
    }

    private var told: String {
        var counts = ["\(run.new) new", "\(run.changed) changed", "\(run.unchanged) unchanged"]
        if run.withdrawn > 0 { counts.append("\(run.withdrawn) withdrawn") }
        if run.leftOut > 0 { counts.append("\(run.leftOut) left out") }
        if run.repeated > 0 { counts.append("\(run.repeated) repeated") }
        if run.rejected > 0 { counts.append("\(run.rejected) rejected") }
        let news = run.new + run.changed + run.withdrawn + run.rejected == 0 ? "Nothing is new. " : ""
        let others = run.otherKinds > 0 ? ", \(counted(run.otherKinds, "file")) of other kinds left alone" : ""
        return "\(news)Read \(counted(run.read, "article")) in \(counted(run.files, "file")): "
            + counts.joined(separator: ", ") + others + "."
    }
}

extension Totals {
    var text: String {
        [
            counted(articles, "article"), counted(meetings, "meeting"), counted(figures, "figure"),
            counted(agreements, "agreement"),
        ].joined(separator: ", ")
    }
}

extension Listing {
    /// As a table under a title; nil when there are no rows. Columns in which nothing stands are left out.
    func titled(_ title: String) -> String? {
        guard !rows.isEmpty else { return nil }
        let told = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        let table = Table(headings: told.map { header[$0] }, rows: rows.map { row in told.map { row[$0] } })
        return "\(title)\n\(table.text(width: Terminal.columns))"
    }
}

/// `1 article`, `2 articles`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
