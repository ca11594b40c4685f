import Foundation
import Load
import Postgres
import Testing

/// What can be wrong with the database: each its own message, with the mend, and its own exit code.
@Suite struct DatabaseFaultTests {
    private func article() throws -> Scratch {
        let scratch = Scratch()
        try scratch.write("a.txt", "Встреча в Астане.")
        return scratch
    }

    @Test func aDatabaseThatIsNotReachable() throws {
        let scratch = try article()
        let outcome = try Chancery.run("run", scratch.path, environment: ["PGHOST": "/nonexistent"])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("PGHOST"))
    }

    @Test func aWrongPassword() throws {
        let scratch = try article()
        let home = Home()
        #expect(try home.run("migrate").status == 0)
        let connection = try home.connect()
        try connection.query("create role reader login password 'right'")
        let rules = home.path + "/data/pg_hba.conf"
        let before = try String(contentsOfFile: rules, encoding: .utf8)
        let handle = try #require(FileHandle(forWritingAtPath: rules))
        try handle.write(contentsOf: Data(("local all reader scram-sha-256\n" + before).utf8))
        try handle.close()
        try connection.query("select pg_reload_conf()")
        let target = "host=\(home.path)/socket dbname=chancery user=reader"
        // The server rereads its rules when it gets round to it.
        var outcome: Chancery.Outcome
        repeat {
            outcome = try Chancery.run(
                "run", "--database", target, scratch.path, environment: ["PGPASSWORD": "wrong-as-it-is"])
        } while !outcome.errors.contains("password")
        #expect(outcome.status == 77)
        #expect(outcome.errors.contains(".pgpass"))
        #expect(!outcome.errors.contains("wrong-as-it-is"))
    }

    @Test func aRoleThatMayNot() throws {
        let scratch = try article()
        let database = try TestDatabase()
        let stranger = database.target.replacing("user='chancery'", with: "user='stranger'")
        #expect(stranger != database.target)
        let outcome = try Chancery.run("run", "--database", stranger, scratch.path)
        #expect(outcome.status == 77)
    }

    @Test func aDatabaseThatIsNotThere() throws {
        let scratch = try article()
        let outcome = try Chancery.run("run", "--database", TestDatabase().target + "x", scratch.path)
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("createdb"))
    }

    @Test func aSchemaNewerThanTheProgram() throws {
        let scratch = try article()
        let database = try TestDatabase()
        #expect(try database.run(scratch.path).status == 0)
        try database.connect().query(
            "insert into chancery.migrations (number, name, checksum) values (9999, 'later', sha256(''))")
        for command in ["run", "status", "migrate"] {
            let arguments = [command, "--database", database.target] + (command == "run" ? [scratch.path] : [])
            let outcome = try Chancery.start(arguments).wait()
            #expect(outcome.status == 76)
            #expect(outcome.errors.contains("9999 later"))
        }
    }

    @Test func anotherRunInProgress() throws {
        let scratch = try article()
        let database = try TestDatabase()
        #expect(try database.run("-", input: "").status == 65)
        let other = Loader(try database.connect())
        try other.acquireRunLock()
        let outcome = try database.run(scratch.path)
        #expect(outcome.status == 75)
        #expect(outcome.errors.contains("another run is in progress"))
        try other.releaseRunLock()
        #expect(try database.run(scratch.path).status == 0)
    }

    /// A server that cannot write its log of changes goes down, and tells its sessions nothing of why.
    @Test(.enabled(if: SmallDisk.isPossible)) func noFreeSpaceForTheServerItself() throws {
        let disk = try SmallDisk(megabytes: 100)
        chmod(disk.path, 0o755)
        let environment = ["CHANCERY_HOME": disk.path + "/h"]
        defer { _ = try? Chancery.run("db", "stop", environment: environment) }
        #expect(try Chancery.run("db", "start", environment: environment).status == 0)
        #expect(try Chancery.run("migrate", environment: environment).status == 0)
        try disk.fill()
        let words = (0..<20_000).map { "слово\($0)" }.joined(separator: " ")
        let input = (0..<60).map { "{\"id\": \"\($0)\", \"text\": \"\(words)\"}" }.joined(separator: "\n")
        let outcome = try Chancery.start(
            ["run", "--batch-size", "10", "-"], environment: environment, input: Data(input.utf8)
        ).wait()
        #expect(outcome.status == 74, "\(outcome.errors)")
        #expect(outcome.errors.contains("No space left on device"), "\(outcome.errors)")
        try disk.grow(to: 400)
        let again = try Chancery.start(
            ["run", "--batch-size", "10", "-"], environment: environment, input: Data(input.utf8)
        ).wait()
        #expect(again.status == 0, "\(again.errors)")
    }

    /// Mounting a small file system takes root, and more than some containers give.
    @Test(.enabled(if: SmallDisk.isPossible)) func noFreeSpace() throws {
        let disk = try SmallDisk(megabytes: 24)
        let home = Home()
        #expect(try home.run("db", "start").status == 0)
        try home.connect().query(SQL(verbatim: "create tablespace small location '\(disk.path)'"))
        let database = try TestDatabase(in: home, with: "tablespace small")
        // Text that does not compress, more of it than there is room for.
        var generator = SystemRandomNumberGenerator()
        let lines = (0..<30).map { number in
            let scalars = (0..<400_000).map { _ in
                Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FFF, using: &generator))!
            }
            return "{\"id\": \"\(number)\", \"text\": \"\(String(String.UnicodeScalarView(scalars)))\"}"
        }
        let input = lines.joined(separator: "\n")
        let outcome = try database.run("-", "--batch-size", "10", input: input)
        #expect(outcome.status == 74, "\(outcome.errors)")
        #expect(outcome.errors.contains("Free space"))

        // What was committed is whole batches; with room again the next run loads the rest.
        try disk.grow(to: 128)
        let loaded = try #require(try database.column("select count(*) from chancery.articles").first??.description)
        #expect(try #require(Int(loaded)) % 10 == 0)
        #expect(try database.run("-", "--batch-size", "10", input: input).status == 0)
        #expect(try database.column("select count(*) from chancery.articles") == ["30"])
    }
}

/// A file system of a few megabytes, for as long as the object lives.
final class SmallDisk {
    let path: String

    static let isPossible: Bool = geteuid() == 0 && (try? SmallDisk(megabytes: 1)) != nil

    init(megabytes: Int) throws {
        var template = Array("/tmp/ccd-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            rmdir(path)
            throw CocoaError(.fileWriteNoPermission)
        }
        if let user = getpwnam("postgres") { chown(path, user.pointee.pw_uid, user.pointee.pw_gid) }
    }

    func grow(to megabytes: Int) throws {
        guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=\(megabytes)m") == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    /// Leaves no room.
    func fill() throws {
        guard FileManager.default.createFile(atPath: path + "/filler", contents: nil),
            let file = FileHandle(forWritingAtPath: path + "/filler")
        else { throw CocoaError(.fileWriteNoPermission) }
        let block = Data(count: 1 << 16)
        while (try? file.write(contentsOf: block)) != nil {}
        try file.close()
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }
}
