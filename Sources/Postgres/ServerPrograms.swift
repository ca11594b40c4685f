import Foundation

/// PostgreSQL's server programs of one major version: `initdb`, `pg_ctl`, `postgres`.
struct ServerPrograms: Hashable, Sendable {
    let folder: URL
    let major: Int

    /// The oldest that Chancery's schema runs on.
    static let oldest = Migrator.oldestServer / 10_000

    /// Where Debian's packages put each version, below which `15/bin` stands.
    private static let debian = URL(filePath: "/usr/lib/postgresql")

    var initdb: String { folder.appending(path: "initdb").path }
    var pgCtl: String { folder.appending(path: "pg_ctl").path }
    var postgres: String { folder.appending(path: "postgres").path }

    /// Those of `major`, else those `pg_config` names, else the newest installed.
    /// - Throws: `PostgresError` of kind `serverMissing`.
    static func find(major: Int? = nil) throws -> ServerPrograms {
        if let major {
            guard let found = installed().first(where: { $0.major == major }) else {
                throw PostgresError(
                    .serverMissing, "PostgreSQL \(major) is not installed",
                    mend: "Run: apt-get install postgresql-\(major)")
            }
            return found
        }
        guard let found = installed().first(where: { $0.major >= oldest }) else {
            throw PostgresError(.serverMissing, "no PostgreSQL server of version \(oldest) or later is installed")
        }
        return found
    }

    /// The preferred first: the client library's own version, then the newest.
    private static func installed() -> [ServerPrograms] {
        let configured = (try? Command(path: "pg_config", arguments: ["--bindir"]).run())?.output.trimmed
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian.path)) ?? []
        let folders = versions.compactMap { Int($0) }.sorted(by: >).map { debian.appending(path: "\($0)/bin") }
        return ((configured.map { [URL(filePath: $0)] } ?? []) + folders).compactMap { ServerPrograms(folder: $0) }
    }

    private init?(folder: URL) {
        self.folder = folder
        // `pg_config` comes with the client library and can name a folder without a server.
        for name in ["initdb", "pg_ctl", "postgres"]
        where !FileManager.default.isExecutableFile(atPath: folder.appending(path: name).path) { return nil }
        guard let version = try? Command(path: folder.appending(path: "postgres").path, arguments: ["--version"]).run(),
            let match = version.output.firstMatch(of: /PostgreSQL\) (\d+)/), let major = Int(match.1)
        else { return nil }
        self.major = major
    }
}
