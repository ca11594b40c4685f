import ArgumentParser
import Foundation
import Postgres

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Takes the database forward to what this program needs; `run` does so by itself.")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let places = Places()
        let migrator = try Migrator(folder: places.data().appending(path: "sql/migrations"))
        let applied = try migrator.migrate(try database.open(places).connect())
        for migration in applied { try StandardOutput.write("applied \(migration.number) \(migration.name)") }
        let newest = migrator.migrations.last.map { "\($0.number) \($0.name)" } ?? "none"
        try StandardOutput.write("the database is at migration \(newest)")
    }
}
