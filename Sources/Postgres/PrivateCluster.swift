import CLibPQ
import Foundation
import Logging

/// A PostgreSQL of Chancery's own, in its state folder, for those who have none.
///
/// It listens on a Unix socket only. The socket lies in a folder that no other user may enter, and `peer`
/// authentication maps three users to the owner role, `chancery`: root, the caller, and the user the server runs as.
/// Called by root it runs as the unprivileged user `postgres`, since `initdb` and `pg_ctl` refuse root; otherwise as
/// the caller. It outlives the program that started it.
///
/// Nothing here ever deletes a data folder or a `postmaster.pid`.
public struct PrivateCluster: Sendable {
    public let stateFolder: URL
    private let folder: ClusterFolder
    private let logger: Logger

    /// The owner role and the database have this name.
    public static let name = "chancery"

    /// In bytes; see `limitLog`.
    private static let longestLog = 16 << 20

    public init(stateFolder: URL, logger: Logger = Logger(label: "cluster")) {
        self.stateFolder = stateFolder
        folder = ClusterFolder(state: stateFolder)
        self.logger = logger
    }

    /// Whether there is a server, and whether it answers.
    public enum Status: Hashable, Sendable {
        /// There is no data folder yet.
        case absent
        case stopped
        /// Started, and not yet open for sessions.
        case starting
        case running(pid: Int?)
    }

    /// How to connect to its database. The server must be the user's that owns the data.
    public var settings: ConnectionSettings {
        let owner = folder.dataOwner()?.name ?? SystemUser(uid: geteuid())?.name ?? ""
        return ConnectionSettings(keywords: [
            "host": folder.socket.path, "port": "\(ClusterFolder.port)", "dbname": Self.name, "user": Self.name,
            "requirepeer": owner,
        ])
    }

    /// The server's log, for the operator.
    public var logFile: URL { folder.logFile }

    /// How much the server has said until now; see `fullDisk`.
    public var logLength: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.logFile.path)
        return attributes?[.size] as? Int ?? 0
    }

    /// That the server has found its disk full since then: one that goes down for it tells only its log.
    public func fullDisk(since length: Int) -> PostgresError? {
        guard let user = try? owner() else { return nil }
        let full = logText(user, from: min(length, logLength)).split(separator: "\n")
            .last { $0.contains("No space left on device") }
        guard let full else { return nil }
        return PostgresError(.noSpace, "the server has gone down: \(Self.lastWords(in: String(full)) ?? String(full))")
    }

    /// Asks the server that is there.
    public func status() throws -> Status {
        try folder.checkPath()
        guard folder.exists(folder.data) else { return .absent }
        return switch ping() {
        case PQPING_OK: .running(pid: pid())
        case PQPING_REJECT: .starting
        default: .stopped
        }
    }

    /// The settings of a server that runs, started when it did not; made when there was none.
    /// - Throws: `PostgresError` of kind `serverMissing`, `clusterFolder`, `clusterVersion`, `clusterStart`.
    public func ensureRunning() throws -> ConnectionSettings {
        if case .running = try status() {
            limitLog()
            return settings
        }
        try start()
        return settings
    }

    /// Starts the server unless it runs. Of two processes that start it at once, one does and the other waits.
    public func start() throws {
        try folder.checkPath()
        let user = try owner()
        try folder.makeState()
        try checkAccess(user)
        let lock = try FileLock(folder.lock, user: user)
        defer { withExtendedLifetime(lock) {} }
        if ping() == PQPING_OK { return }
        let programs = try programs(user)
        try folder.make(folder.socket, mode: 0o750, user: user)
        try folder.make(folder.log, mode: 0o750, user: user)
        if !folder.exists(folder.data) { try initialise(programs, user) }
        try configure(folder.data, user)
        try launch(programs, user)
    }

    /// Stops the server, ending its sessions; harmless when it does not run.
    public func stop() throws {
        try folder.checkPath()
        guard folder.exists(folder.data) else { return }
        let user = try owner()
        try checkAccess(user)
        let lock = try FileLock(folder.lock, user: user)
        defer { withExtendedLifetime(lock) {} }
        let programs = try programs(user)
        let outcome = try Command(
            path: programs.pgCtl, arguments: ["stop", "-D", folder.data.path, "-m", "fast", "-w", "-t", "120", "-s"],
            user: user
        ).run()
        if outcome.status != 0 && ping() != PQPING_NO_RESPONSE {
            throw PostgresError(.clusterStart, "the server does not stop: \(outcome.output.trimmed)")
        }
    }
}

extension PrivateCluster {
    /// The user the server runs as: the owner of the data; for a new cluster `postgres` when root calls, else the caller.
    private func owner() throws -> SystemUser {
        let caller = try SystemUser.current()
        if let owner = folder.dataOwner() {
            guard caller.uid == 0 || caller.uid == owner.uid else {
                throw PostgresError(
                    .clusterFolder, "the cluster in \(folder.state.path) belongs to the user \(owner.name)",
                    mend: "Run as \(owner.name) or as root, or set CHANCERY_HOME to a folder of your own.")
            }
            return owner
        }
        guard caller.uid == 0 else { return caller }
        guard let user = SystemUser(name: "postgres") else {
            throw PostgresError(
                .serverMissing, "PostgreSQL does not run as root, and there is no user postgres to run it as")
        }
        return user
    }

    /// That the user can walk down to the state folder: root's own folders are often closed to others.
    private func checkAccess(_ user: SystemUser) throws {
        let test = ["-c", "cd -- \"$1\"", "sh", folder.state.path]
        if try Command(path: "sh", arguments: test, user: user).run().status == 0 { return }
        throw PostgresError(
            .clusterFolder, "the user \(user.name), as whom PostgreSQL runs, cannot enter \(folder.state.path)",
            mend: "Set CHANCERY_HOME to a folder that all may enter, such as /var/lib/chancery.")
    }

    private func programs(_ user: SystemUser) throws -> ServerPrograms {
        guard let major = try folder.dataVersion(as: user) else { return try ServerPrograms.find() }
        guard major >= ServerPrograms.oldest, let found = try? ServerPrograms.find(major: major) else {
            let running = try? ServerPrograms.find()
            let mend =
                if major < ServerPrograms.oldest, let running {
                    "Run as \(user.name): \(running.folder.path)/pg_upgrade -b /usr/lib/postgresql/\(major)/bin "
                        + "-B \(running.folder.path) -d '\(folder.data.path)' -D NEW_FOLDER"
                } else {
                    "Run: apt-get install postgresql-\(major)"
                }
            throw PostgresError(
                .clusterVersion,
                "the data in \(folder.data.path) was made by PostgreSQL \(major), which is not usable here"
                    + (running.map { "; installed is \($0.major)" } ?? ""), mend: mend)
        }
        return found
    }

    /// Makes the data folder, with the database in it, and puts it in place whole.
    private func initialise(_ programs: ServerPrograms, _ user: SystemUser) throws {
        logger.info("making a database cluster in \(folder.data.path)")
        // Only an initdb of ours that was killed leaves this: it never held a row.
        if rmdir(folder.unfinished.path) != 0 && errno == ENOTEMPTY {
            try must("find", [folder.unfinished.path, "-mindepth", "1", "-delete"], user)
            rmdir(folder.unfinished.path)
        }
        try folder.make(folder.unfinished, mode: 0o700, user: user)
        try must(
            programs.initdb,
            [
                "-D", folder.unfinished.path, "--username=\(Self.name)", "--locale=C.UTF-8", "--encoding=UTF8",
                "--data-checksums", "--auth-local=peer", "--auth-host=reject", "--no-instructions",
            ], user)
        try must(
            programs.postgres, ["--single", "-D", folder.unfinished.path, "-j", "postgres"], user,
            input: "create database \(Self.name)\n\n\n")
        try suit(folder.unfinished, user)
        try configure(folder.unfinished, user)
        guard rename(folder.unfinished.path, folder.data.path) == 0 else {
            throw PostgresError(.clusterFolder, "cannot make \(folder.data.path): \(String(cString: strerror(errno)))")
        }
    }

    /// A new cluster's postgresql.conf is made for any machine; a ledger is one program's, and loads are long: each
    /// checkpoint within one makes it log all pages of all indexes once more. What the operator writes there later stays.
    private func suit(_ data: URL, _ user: SystemUser) throws {
        let eighth = Int(ProcessInfo.processInfo.physicalMemory >> 23)
        let disk = try? FileManager.default.attributesOfFileSystem(forPath: data.path)
        let free = ((disk?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0) >> 30
        try must(
            "sh", ["-c", "cat >> \"$1\"", "sh", data.appending(path: "postgresql.conf").path], user,
            input: """

                # Written by chancery when it made the cluster; yours to change.
                shared_buffers = \(min(max(eighth, 128), 1024))MB
                max_wal_size = \(min(max(free / 8, 1), 4))GB

                """)
    }

    /// What must be so whatever postgresql.conf says; an operator's settings there are kept.
    private func configure(_ data: URL, _ user: SystemUser) throws {
        let socket = folder.socket.path.replacing("'", with: "''")
        try write(
            """
            # Written by chancery at every start; put settings of your own into postgresql.conf.
            listen_addresses = ''
            port = \(ClusterFolder.port)
            unix_socket_directories = '\(socket)'
            unix_socket_permissions = 0700
            log_checkpoints = off

            """, to: data.appending(path: "chancery.conf"), user)
        try write(
            """
            # Written by chancery at every start.
            local all all peer map=chancery

            """, to: data.appending(path: "pg_hba.conf"), user)
        var names = ["root", user.name]
        let caller = try SystemUser.current().name
        if !names.contains(caller) { names.append(caller) }
        try write(
            "# Written by chancery at every start.\n"
                + names.map { "chancery \"\($0)\" \(Self.name)\n" }.joined(),
            to: data.appending(path: "pg_ident.conf"), user)
        let include = "include 'chancery.conf'"
        try must(
            "sh",
            [
                "-c", "grep -qxF \"$1\" \"$2\" || echo \"$1\" >> \"$2\"", "sh", include,
                data.appending(path: "postgresql.conf").path,
            ], user)
    }

    /// Written as the server's user: root does not write into folders that another controls.
    private func write(_ text: String, to url: URL, _ user: SystemUser) throws {
        try must(
            "sh", ["-c", "umask 077; cat > \"$1.new\" && mv -f -- \"$1.new\" \"$1\"", "sh", url.path], user,
            input: text,
            doing: "writing \(url.path)")
    }

    /// - Parameter doing: what is told when it fails; the program's name says enough where it has one purpose.
    private func must(
        _ path: String, _ arguments: [String], _ user: SystemUser, input: String = "", doing: String? = nil
    ) throws {
        let outcome = try Command(path: path, arguments: arguments, input: input, user: user).run()
        guard outcome.status == 0 else {
            let isFull = outcome.output.contains("No space left on device")
            throw PostgresError(isFull ? .noSpace : .clusterStart, "\(doing ?? path) failed: \(outcome.output.trimmed)")
        }
    }

    /// Starts the postmaster and waits until it takes sessions.
    ///
    /// After a SIGKILL its children hold the shared memory for some moments more, and a start fails on it.
    private func launch(_ programs: ServerPrograms, _ user: SystemUser) throws {
        var pause = 0.25
        while true {
            let end = logEnd(user)
            let outcome = try Command(
                path: programs.pgCtl,
                arguments: ["start", "-D", folder.data.path, "-l", folder.logFile.path, "-w", "-t", "600", "-s"],
                user: user
            ).run()
            if outcome.status == 0 || ping() == PQPING_OK { return }
            let said = logText(user, from: end)
            let isPassing =
                said.contains("pre-existing shared memory block") || said.contains("lock file \"postmaster.pid\"")
            guard isPassing, pause < 10 else {
                let isFull = said.contains("No space left on device")
                throw PostgresError(
                    isFull ? .noSpace : .clusterStart,
                    "the server does not start: \(Self.lastWords(in: said) ?? (said.isEmpty ? outcome.output : said).trimmed)",
                    mend: isFull ? nil : "Its log is \(folder.logFile.path).")
            }
            logger.info("the server that was killed is still there, trying again in \(pause) s")
            Thread.sleep(forTimeInterval: pause)
            pause *= 2
        }
    }

    /// The server appends to its log for as long as it runs: a long one moves to a second file, in the place of the one
    /// before. Copied and emptied, since the server holds it open.
    private func limitLog() {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.logFile.path)
        guard let size = attributes?[.size] as? Int, size > Self.longestLog, let user = try? owner() else { return }
        let script = "test \"$(stat -c %s \"$1\")\" -gt \"$2\" && cp -- \"$1\" \"$1.1\" && : > \"$1\""
        let arguments = ["-c", script, "sh", folder.logFile.path, "\(Self.longestLog)"]
        _ = try? Command(path: "sh", arguments: arguments, user: user).run()
    }

    /// What the server said last before it went down, without the time and the process.
    private static func lastWords(in log: String) -> String? {
        log.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /\] (?:FATAL|PANIC): +(.+)/).map { String($0.1) }
        }.last
    }

    private func logEnd(_ user: SystemUser) -> Int {
        let outcome = try? Command(path: "stat", arguments: ["-c", "%s", folder.logFile.path], user: user).run()
        return outcome.flatMap { $0.status == 0 ? Int($0.output.trimmed) : nil } ?? 0
    }

    private func logText(_ user: SystemUser, from start: Int) -> String {
        let arguments = ["-c", "+\(start + 1)", folder.logFile.path]
        let outcome = try? Command(path: "tail", arguments: arguments, user: user).run()
        return outcome.flatMap { $0.status == 0 ? $0.output : nil } ?? ""
    }

    /// Whether a server answers; needs no right to connect.
    private func ping() -> PGPing {
        let socket = folder.socket.appending(path: ".s.PGSQL.\(ClusterFolder.port)")
        guard folder.exists(socket) else { return PQPING_NO_RESPONSE }
        return PQping(settings.target ?? "")
    }

    /// The first line of postmaster.pid, where this user may read it.
    private func pid() -> Int? {
        let text = try? String(contentsOf: folder.data.appending(path: "postmaster.pid"), encoding: .utf8)
        return text?.split(separator: "\n").first.flatMap { Int($0) }
    }
}
