import ArgumentParser
import Foundation
import Postgres

struct PsqlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "psql",
        abstract: "Opens psql on the right database; all arguments are psql's own.")

    @Argument(parsing: .captureForPassthrough)
    var arguments: [String] = []

    func run() throws {
        let database = try Database(places: Places())
        let target = database.settings.programArgument.map { ["--dbname=\($0)"] } ?? []
        throw replaceProcess(by: "psql", target + arguments)
    }
}

/// Becomes another program. Returns only when that fails, with the reason.
func replaceProcess(by program: String, _ arguments: [String]) -> any Error {
    var pointers = ([program] + arguments).map { strdup($0) }
    pointers.append(nil)
    execvp(program, pointers)
    guard errno == ENOENT else { return SystemCallError(operation: "start \(program)", code: errno) }
    return ConfigurationError(problem: "\(program) is not installed", mend: "Run: apt-get install postgresql-client")
}
