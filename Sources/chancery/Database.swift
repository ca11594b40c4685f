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
    /// Nil where it is the user's own.
    private let cluster: PrivateCluster?
    /// How much the cluster had said when it was opened.
    private let said: Int

    var isPrivate: Bool { cluster != nil }

    init(target: String? = nil, places: Places) throws {
        if let configured = ConnectionSettings.configured(target: target) {
            settings = configured
            (cluster, said) = (nil, 0)
        } else {
            let cluster = PrivateCluster(stateFolder: places.state)
            said = cluster.logLength
            settings = try cluster.ensureRunning()
            self.cluster = cluster
        }
    }

    func connect() throws -> Connection { try Connection(settings) }

    /// Why the server was lost, where the private cluster says more than its sessions were told.
    func reason(_ error: any Error) -> any Error {
        guard let lost = error as? PostgresError, lost.isFatal || lost.kind == .notReady, let cluster else {
            return error
        }
        return cluster.fullDisk(since: said) ?? lost
    }

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
