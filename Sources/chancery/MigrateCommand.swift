import ArgumentParser
import Foundation
import Load
import Logging
import Postgres

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Takes the database forward to what this program needs; `run` does so by itself.")

    @OptionGroup var database: DatabaseOptions

    @OptionGroup var log: LogOptions

    func run() throws {
        let places = Places()
        let migrator = try Migrator(folder: places.data().appending(path: "sql/migrations"))
        let connection = try database.open(places).connect()
        for migration in try migrator.migrate(connection) {
            try StandardOutput.write("applied \(migration.number) \(migration.name)")
        }
        try Loader(connection).reportingGrants()
        let newest = migrator.migrations.last.map { "\($0.number) \($0.name)" } ?? "none"
        try StandardOutput.write("the database is at migration \(newest)")
    }
}

extension Loader {
    /// Grants the roles what they need; that one of them is missing is a warning and hinders nobody else.
    func reportingGrants() throws {
        let logger = Logger(label: "roles")
        for lack in try grantRoles() { logger.warning("\(lack)") }
    }
}
