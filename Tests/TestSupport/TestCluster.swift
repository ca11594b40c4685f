import Foundation
import Logging
import Postgres

/// One private cluster for all tests of a process, in a folder with a short name; stopped and removed at exit.
public enum TestCluster {
    private static let prefix = "/tmp/cpg-"

    private static let started: Result<PrivateCluster, any Error> = Result {
        sweep()
        let cluster = PrivateCluster(stateFolder: temporaryFolder(), logger: quiet)
        atexit { TestCluster.removeAll(of: getpid()) }
        _ = try cluster.ensureRunning()
        return cluster
    }

    public static func cluster() throws -> PrivateCluster { try started.get() }

    public static let quiet: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    /// A new folder that any user may enter and whose name leaves room for a socket's. Removed at exit, and a cluster in
    /// it is stopped.
    public static func temporaryFolder() -> URL {
        var template = Array("\(prefix)\(getpid())-XXXXXX".utf8CString)
        let url = URL(filePath: String(cString: mkdtemp(&template)))
        chmod(url.path, 0o755)
        return url
    }

    public static func connect(_ settings: ConnectionSettings? = nil) throws -> Connection {
        try Connection(settings ?? cluster().settings, logger: quiet)
    }

    /// A new empty database of its own.
    public static func database(options: String = "template template0") throws -> ConnectionSettings {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        try connect().query(SQL(verbatim: "create database \(name) \(options)"))
        return try settings(["dbname": name])
    }

    /// A new database with the schema `chancery`.
    public static func migratedDatabase() throws -> ConnectionSettings {
        let template = try migrated.get()
        return try copying.withLock { try database(options: "template \(template)") }
    }

    /// PostgreSQL copies a template for one at a time.
    private static let copying = NSLock()

    private static let migrated: Result<String, any Error> = Result {
        let settings = try database()
        let connection = try connect(settings)
        try Migrator(folder: migrations, logger: quiet).migrate(connection)
        return try connection.query("select current_database()").first?[0] ?? ""
    }

    /// The cluster's address with other keywords.
    public static func settings(_ keywords: [String: String]) throws -> ConnectionSettings {
        let extra = keywords.map { "\($0)='\($1)'" }.joined(separator: " ")
        return try ConnectionSettings(target: cluster().settings.target! + " " + extra)
    }

    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    public static let migrations = root.appending(path: "sql/migrations")

    /// What test processes left that were killed.
    private static func sweep() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? [] {
            guard let match = name.wholeMatch(of: /cpg-(\d+)-.{6}/), let pid = pid_t(match.1) else { continue }
            if kill(pid, 0) != 0 && errno == ESRCH { removeAll(of: pid) }
        }
    }

    private static func removeAll(of pid: pid_t) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/tmp")) ?? []
        where name.hasPrefix("cpg-\(pid)-") {
            let url = URL(filePath: "/tmp/" + name)
            try? PrivateCluster(stateFolder: url, logger: quiet).stop()
            try? FileManager.default.removeItem(at: url)
        }
    }
}
