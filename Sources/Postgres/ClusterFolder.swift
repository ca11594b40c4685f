import Foundation

/// Where a private cluster keeps what it has: `data`, `socket`, `log` and a lock, in one state folder.
struct ClusterFolder: Sendable {
    let state: URL
    var data: URL { state.appending(path: "data") }
    var socket: URL { state.appending(path: "socket") }
    var log: URL { state.appending(path: "log") }
    var logFile: URL { log.appending(path: "postgres.log") }
    var lock: URL { state.appending(path: "cluster.lock") }
    /// `initdb` works here; what is whole is renamed to `data`.
    var unfinished: URL { state.appending(path: "data.unfinished") }

    /// TCP is off; the port is only a part of the socket's name.
    static let port = 5432
    /// `sun_path` holds 108 bytes with the NUL that ends it. Source: unix(7).
    static let longestSocket = 107

    init(state: URL) { self.state = state.standardizedFileURL }

    /// - Throws: `PostgresError` of kind `clusterFolder` when no cluster can live at such a path.
    func checkPath() throws {
        let socket = socket.appending(path: ".s.PGSQL.\(Self.port)").path
        if socket.utf8.count > Self.longestSocket {
            let spare = socket.utf8.count - Self.longestSocket
            throw PostgresError(
                .clusterFolder,
                "the state folder's path is \(spare) bytes too long for a Unix socket: \(state.path)",
                mend: "Set CHANCERY_HOME to a folder whose path has at most \(state.path.utf8.count - spare) bytes.")
        }
        // libpq takes a comma for a second host; pg_ctl hands the path to a shell inside double quotes.
        if let bad = state.path.first(where: { ",\"$`\\\n".contains($0) }) {
            throw PostgresError(
                .clusterFolder, "the state folder's path holds the character \(String(reflecting: String(bad)))",
                mend: "Set CHANCERY_HOME to a folder with a plainer name.")
        }
    }

    /// The major version that made the data folder; nil when there is none.
    func dataVersion(as user: SystemUser) throws -> Int? {
        guard exists(data) else { return nil }
        let outcome = try Command(path: "cat", arguments: [data.appending(path: "PG_VERSION").path], user: user).run()
        guard outcome.status == 0, let major = Int(outcome.output.trimmed) else {
            throw PostgresError(
                .clusterFolder, "\(data.path) is not a PostgreSQL data folder",
                mend: "Move it away, or set CHANCERY_HOME to another folder.")
        }
        return major
    }

    /// Whether something of that name is there, be it a dangling link.
    func exists(_ url: URL) -> Bool {
        var status = stat()
        return lstat(url.path, &status) == 0
    }

    /// The user who owns the data folder; nil when there is none.
    func dataOwner() -> SystemUser? {
        var status = stat()
        guard lstat(data.path, &status) == 0 else { return nil }
        return SystemUser(uid: status.st_uid)
    }

    /// Makes a folder for `user` unless it is there; never changes one that is, which might be anybody's.
    func make(_ url: URL, mode: mode_t, user: SystemUser?) throws {
        guard mkdir(url.path, mode) == 0 else {
            if errno == EEXIST { return }
            throw failure("cannot make \(url.path)")
        }
        guard chmod(url.path, mode) == 0 else { throw failure("cannot set the rights of \(url.path)") }
        if let user, geteuid() == 0, lchown(url.path, user.uid, user.gid) != 0 {
            throw failure("cannot give \(url.path) to \(user.name)")
        }
    }

    /// Makes the state folder and those above it, readable for all: what is in it has rights of its own.
    func makeState() throws {
        var missing: [URL] = []
        var url = state
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
            missing.append(url)
            url = url.deletingLastPathComponent()
        }
        for url in missing.reversed() { try make(url, mode: 0o755, user: nil) }
    }

    private func failure(_ what: String) -> PostgresError {
        let reason = String(cString: strerror(errno))
        return PostgresError(
            .clusterFolder, "\(what): \(reason)", mend: "Set CHANCERY_HOME to a folder that you may write to.")
    }
}
