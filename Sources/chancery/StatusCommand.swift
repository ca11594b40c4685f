import ArgumentParser
import Foundation
import Load
import Postgres

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows what is loaded, the last runs, and what could not be read.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: ArgumentHelp("How many runs and rejects are shown.", valueName: "n"))
    var limit = 10

    func run() throws {
        let places = Places()
        let database = try database.open(places)
        let connection = try database.connect()
        try Migrator(folder: places.data().appending(path: "sql/migrations")).check(connection)
        let loader = Loader(connection)
        let totals = try loader.totals()
        var sections = ["The ledger holds \(totals.text)."]
        sections.append(try loader.lastRuns(limit).titled("Last runs") ?? "There has been no run yet.")
        if let rejects = try loader.rejects(limit).titled("Could not be read (\(totals.rejects))") {
            sections.append(rejects)
        }
        try StandardOutput.write(sections.joined(separator: "\n\n"))
    }
}
