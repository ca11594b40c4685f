import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

/// Serialized: each test starts servers of its own.
@Suite(.serialized) struct PrivateClusterTests {
    private func cluster(_ folder: URL = TestCluster.temporaryFolder().appending(path: "s")) -> PrivateCluster {
        PrivateCluster(stateFolder: folder, logger: TestCluster.quiet)
    }

    private func pid(_ cluster: PrivateCluster) throws -> pid_t {
        guard case .running(let pid?) = try cluster.status() else { throw CancellationError() }
        return pid_t(pid)
    }

    /// What a shell command prints, with its status.
    private func shell(_ command: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    @Test func itLivesFromAbsentToStopped() throws {
        let cluster = cluster()
        defer { try? cluster.stop() }
        #expect(try cluster.status() == .absent)
        try cluster.stop()
        let connection = try TestCluster.connect(cluster.ensureRunning())
        let row = try connection.query(
            """
            select current_user, current_database(), current_setting('data_checksums'), current_setting('listen_addresses'),
                current_setting('server_encoding'), current_setting('lc_collate'), current_setting('fsync')
            """
        ).first
        #expect((0..<7).map { row?[$0] } == ["chancery", "chancery", "on", "", "UTF8", "C.UTF-8", "on"])
        try connection.script("create table kept (n integer); insert into kept values (1)")
        connection.close()
        try cluster.stop()
        #expect(try cluster.status() == .stopped)
        try cluster.stop()
        let again = try TestCluster.connect(cluster.ensureRunning())
        #expect(try again.query("select n from kept").first?.int(0) == 1)
    }

    @Test func aLongLogMovesAside() throws {
        let cluster = cluster()
        defer { try? cluster.stop() }
        _ = try cluster.ensureRunning()
        let log = cluster.logFile.path
        #expect(try shell("truncate -s 17M '\(log)'").status == 0)
        let connection = try TestCluster.connect(cluster.ensureRunning())
        #expect(try shell("stat -c %s '\(log).1'").output == "\(17 << 20)\n")
        _ = try? connection.query("select 1/0")
        #expect(try shell("cat '\(log)'").output.contains("division by zero"))
        _ = try cluster.ensureRunning()
        #expect(try shell("stat -c %s '\(log).1'").output == "\(17 << 20)\n")
    }

    @Test func theServerIsNotRootAndHoldsNothingOfOurs() throws {
        let cluster = try TestCluster.cluster()
        let pid = try pid(cluster)
        let user = try shell("ps -o user= -p \(pid)").output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(user != "root" && !user.isEmpty)
        #expect(geteuid() != 0 || user == "postgres")
        // A lock, a pipe or a terminal that the server inherited would be held for its whole life.
        let open = try shell("ls -l /proc/\(pid)/fd").output
        #expect(!open.contains("cluster.lock"))
        #expect(!open.contains("/dev/pts") && !open.contains("/dev/tty"))
        #expect(try shell("ps -o sid= -p \(pid)").output.contains("\(pid)"))
    }

    /// Whoever reads the output of the program that starts the server sees its end when the program ends.
    @Test func startingInAPipelineDoesNotHang() async throws {
        let folder = TestCluster.temporaryFolder()
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardOutputContent]
        ) { [folder = folder as URL] in
            _ = try PrivateCluster(stateFolder: folder).ensureRunning()
            print("started")
        }
        #expect(String(decoding: result.standardOutputContent, as: UTF8.self).contains("started"))
        let left = cluster(folder)
        _ = try pid(left)
        _ = try TestCluster.connect(left.settings)
        try left.stop()
    }

    @Test(.enabled(if: geteuid() == 0)) func anotherUserCannotConnect() throws {
        let cluster = try TestCluster.cluster()
        let target = try #require(cluster.settings.target)
        let psql = "psql -X -w -c 'select 1' \"\(target)\""
        #expect(try shell("cd / && \(psql)").status == 0)
        #expect(try shell("cd / && setpriv --reuid=postgres --regid=postgres --init-groups \(psql)").status == 0)
        let denied = try shell("cd / && setpriv --reuid=nobody --regid=nogroup --clear-groups \(psql)")
        #expect(denied.status != 0)
        #expect(denied.output.contains("Permission denied"))
        // Even with the folder and the socket open to all, the map lets nobody else in.
        let socket = cluster.stateFolder.appending(path: "socket").path
        defer { _ = try? shell("chmod 0750 \(socket); chmod 0700 \(socket)/.s.PGSQL.5432") }
        #expect(try shell("chmod 0755 \(socket); chmod 0777 \(socket)/.s.PGSQL.5432").status == 0)
        let mapped = try shell("cd / && setpriv --reuid=nobody --regid=nogroup --clear-groups \(psql)")
        #expect(mapped.output.contains("Peer authentication failed"))
        let tcp = try shell("cd / && psql -X -w -c 'select 1' 'host=127.0.0.1 port=5432 user=chancery dbname=chancery'")
        #expect(tcp.status != 0)
    }

    @Test func itComesBackAfterAKillWithAllCommittedRows() throws {
        let cluster = cluster()
        defer { try? cluster.stop() }
        let connection = try TestCluster.connect(cluster.ensureRunning())
        try connection.script("create table kept (n integer)")
        for round in 1...3 {
            let connection = try TestCluster.connect(cluster.settings)
            try connection.query("insert into kept values ($1)", Parameter(round))
            kill(try pid(cluster), SIGKILL)
            let back = try TestCluster.connect(cluster.ensureRunning())
            #expect(try back.query("select count(*) from kept").first?.int(0) == round)
        }
    }

    @Test func startsAtOnceGiveOneServer() async throws {
        let cluster = cluster()
        defer { try? cluster.stop() }
        let folder = cluster.stateFolder
        async let other = #expect(processExitsWith: .success) { [folder = folder as URL] in
            _ = try PrivateCluster(stateFolder: folder).ensureRunning()
        }
        let failures = Mutex<[any Error]>([])
        DispatchQueue.concurrentPerform(iterations: 3) { _ in
            do { _ = try TestCluster.connect(cluster.ensureRunning()) } catch { failures.withLock { $0.append(error) } }
        }
        _ = await other
        #expect(failures.withLock { $0.isEmpty })
        #expect(try shell("pgrep -fc -- '-D \(folder.path)/data'").output.trimmingCharacters(in: .newlines) != "0")
    }

    @Test func anInitdbThatWasKilledIsBegunAnew() throws {
        let cluster = cluster()
        defer { try? cluster.stop() }
        let unfinished = cluster.stateFolder.appending(path: "data.unfinished")
        try FileManager.default.createDirectory(at: unfinished, withIntermediateDirectories: true)
        try Data("14\n".utf8).write(to: unfinished.appending(path: "PG_VERSION"))
        if geteuid() == 0 { _ = try shell("chown -R postgres \(unfinished.path)") }
        _ = try TestCluster.connect(cluster.ensureRunning())
        #expect(!FileManager.default.fileExists(atPath: unfinished.path))
    }

    @Test(arguments: [("99", "apt-get install postgresql-99"), ("9", "pg_upgrade -b /usr/lib/postgresql/9/bin")])
    func anotherVersionsDataIsRefusedAndKept(version: String, mend: String) throws {
        let cluster = cluster()
        let file = try strangeData(in: cluster, version: version)
        let error = #expect(throws: PostgresError.self) { try cluster.ensureRunning() }
        #expect(error?.kind == .clusterVersion)
        #expect(error?.mend?.contains(mend) == true)
        #expect(try String(contentsOf: file, encoding: .utf8) == version + "\n")
    }

    @Test func aFolderThatIsNoClusterIsRefusedAndKept() throws {
        let cluster = cluster()
        let file = try strangeData(in: cluster, version: "a diary")
        #expect(#expect(throws: PostgresError.self) { try cluster.ensureRunning() }?.kind == .clusterFolder)
        #expect(FileManager.default.fileExists(atPath: file.path))
    }

    private func strangeData(in cluster: PrivateCluster, version: String) throws -> URL {
        let data = cluster.stateFolder.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data((version + "\n").utf8).write(to: data.appending(path: "PG_VERSION"))
        if geteuid() == 0 { _ = try shell("chown -R postgres \(data.path)") }
        return data.appending(path: "PG_VERSION")
    }

    @Test func aPathTooLongForASocketIsRefused() throws {
        let base = TestCluster.temporaryFolder().path
        let room = 107 - "/socket/.s.PGSQL.5432".utf8.count - base.utf8.count - 1
        let error = #expect(throws: PostgresError.self) {
            try cluster(URL(filePath: base + "/" + String(repeating: "x", count: room + 1))).ensureRunning()
        }
        #expect(error?.kind == .clusterFolder)
        #expect(error?.mend?.contains("at most \(room + base.utf8.count + 1) bytes") == true)
        let longest = cluster(URL(filePath: base + "/" + String(repeating: "x", count: room)))
        defer { try? longest.stop() }
        _ = try TestCluster.connect(longest.ensureRunning())
    }

    @Test(arguments: ["a,b", "a\"b", "a$b", "a`b"]) func aPathThatAShellWouldReadIsRefused(name: String) throws {
        let error = #expect(throws: PostgresError.self) {
            try cluster(TestCluster.temporaryFolder().appending(path: name)).ensureRunning()
        }
        #expect(error?.kind == .clusterFolder)
    }

    @Test func aPathWithSpacesAndQuotesWorks() throws {
        let cluster = cluster(TestCluster.temporaryFolder().appending(path: "it's ours \u{436}"))
        defer { try? cluster.stop() }
        _ = try TestCluster.connect(cluster.ensureRunning())
    }

    @Test(.enabled(if: geteuid() == 0)) func aFolderClosedToTheServersUserIsRefused() throws {
        let closed = TestCluster.temporaryFolder()
        chmod(closed.path, 0o700)
        let error = #expect(throws: PostgresError.self) { try cluster(closed.appending(path: "state")).ensureRunning() }
        #expect(error?.kind == .clusterFolder)
        #expect(error?.message.contains("postgres") == true)
    }

    /// The caller's PGHOST and its like are the caller's, not the cluster's.
    @Test func theCallersEnvironmentDoesNotReachIt() async throws {
        let folder = TestCluster.temporaryFolder()
        await #expect(processExitsWith: .success) { [folder = folder as URL] in
            for (name, value) in [
                ("PGPORT", "1"), ("PGDATA", "/nonexistent"), ("PGOPTIONS", "-c x.y=1"), ("PGUSER", "x"),
            ] {
                setenv(name, value, 1)
            }
            let cluster = PrivateCluster(stateFolder: folder)
            _ = try Connection(cluster.ensureRunning()).query("select 1")
            try cluster.stop()
        }
    }
}
