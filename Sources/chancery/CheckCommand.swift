import ArgumentParser
import Foundation
import Load
import Postgres

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tests the data: that quotes are in their texts, that rows are what the reports give, and so on.",
        discussion: """
            Each check is a file of sql/checks: a query whose rows are what is wrong. `run` does the same for the articles that \
            it loaded. Exits with 70 when one of them does not hold.
            """)

    @Argument(help: ArgumentHelp("Only these checks (default: all).", valueName: "name"))
    var names: [String] = []

    @OptionGroup var database: DatabaseOptions

    @OptionGroup var log: LogOptions

    @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
    var quiet = false

    func validate() throws { StandardError.isQuiet = quiet }

    func run() throws {
        let places = Places()
        let checks = try DataCheck.read(folder: places.data().appending(path: "sql/checks"))
        if let unknown = names.first(where: { name in !checks.contains { $0.name == name } }) {
            throw ValidationError(
                "There is no check \(unknown); there are: \(checks.map(\.name).joined(separator: " ")).")
        }
        let connection = try database.open(places).connect()
        try Migrator(folder: places.data().appending(path: "sql/migrations")).check(connection)
        let loader = Loader(connection)
        var broken = 0
        for check in checks where names.isEmpty || names.contains(check.name) {
            if let fault = try loader.fault(check) {
                broken += 1
                StandardError.write("\(fault)", level: .error)
            } else if !quiet {
                try StandardOutput.write("holds   \(check.name.padded(to: 20)) \(check.rule)")
            }
        }
        if broken > 0 { throw ArgumentParser.ExitCode(ExitStatus.fault.rawValue) }
    }
}

extension Loader {
    /// Tests what a run has loaded, and says what does not hold.
    /// - Parameter articles: those loaded, or nil for all there are.
    /// - Returns: how many checks do not hold.
    func reportingFaults(_ checks: [DataCheck], articles: [String]?) throws -> Int {
        var broken = 0
        for check in checks {
            guard let fault = try fault(check, articles: articles) else { continue }
            broken += 1
            StandardError.write("\(fault)", level: .error)
        }
        return broken
    }
}
