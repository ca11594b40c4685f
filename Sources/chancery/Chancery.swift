import ArgumentParser
import Foundation
import Logging

/// The command. It wires the modules together, and says how it ended.
@main
struct Chancery: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "chancery",
        abstract: "Reads news about diplomacy and keeps a ledger of it in PostgreSQL.",
        discussion: """
            Settings of the connection are libpq's own: a URI with --database, PGHOST and the like, PGSERVICE, ~/.pgpass. \
            With none given, Chancery keeps a PostgreSQL of its own in its state folder.

            \(ExitStatus.help)
            """,
        version: version,
        subcommands: [
            RunCommand.self, ExtractCommand.self, LoadCommand.self, AnnotateCommand.self, ExplainCommand.self,
            StatusCommand.self, CheckCommand.self, PsqlCommand.self, MigrateCommand.self,
            ClusterCommand.self,
        ]
    )

    static func main() {
        LoggingSystem.bootstrap { StandardErrorLogHandler(label: $0) }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            Failure(error).exit()
        }
    }
}
