import ArgumentParser
import Foundation
import Logging
import Postgres

/// Which database, for the commands that need one.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The database: a URI or a connection string of libpq (default: PGHOST, PGSERVICE and the like, else Chancery's own).",
            valueName: "uri"))
    var database: String?

    func open(_ places: Places) throws -> Database { try Database(target: database, places: places) }
}

/// The database that the ledger is in: the user's own, or the private cluster, started when it does not run.
struct Database {
    let settings: ConnectionSettings
    let isPrivate: Bool

    init(target: String? = nil, places: Places) throws {
        if let configured = ConnectionSettings.configured(target: target) {
            settings = configured
            isPrivate = false
        } else {
            settings = try PrivateCluster(stateFolder: places.state).ensureRunning()
            isPrivate = true
        }
    }

    func connect() throws -> Connection { try Connection(settings) }

    /// What opens psql on it, fit to be typed; without a password.
    var psqlCommand: String {
        guard !isPrivate, let target = settings.programArgument else { return "\(Self.thisProgram) psql" }
        let shown = target.replacing(/(:\/\/[^:@\/]*):[^@\/]*@/) { "\($0.1)@" }
            .replacing(/password\s*=\s*('[^']*'|\S+)/, with: "")
        return "psql '\(shown.replacing("'", with: "'\\''"))'"
    }

    /// As it can be called from any folder: by name where it was called so, else by its path.
    private static var thisProgram: String {
        let name = CommandLine.arguments[0]
        return name.contains("/") ? URL(filePath: name).standardizedFileURL.path : name
    }
}
