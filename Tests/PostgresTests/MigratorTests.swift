import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct MigratorTests {
    private static let first = Migration(number: 1, name: "a", script: "create table made.a (n integer)")
    private static let second = Migration(number: 2, name: "b", script: "create table made.b (n integer)")

    private func migrator(_ migrations: Migration...) -> Migrator {
        Migrator(migrations, ledger: "made.done", logger: TestCluster.quiet)
    }

    private func failure(_ body: () throws -> Void) -> PostgresError? {
        #expect(throws: PostgresError.self, performing: body)
    }

    @Test func eachIsAppliedOnce() throws {
        let connection = try TestCluster.connect(TestCluster.database())
        #expect(try migrator(Self.first).migrate(connection) == [Self.first])
        #expect(failure { try migrator(Self.first, Self.second).check(connection) }?.kind == .schemaOlder)
        #expect(try migrator(Self.second, Self.first).migrate(connection) == [Self.second])
        #expect(try migrator(Self.first, Self.second).migrate(connection).isEmpty)
        try migrator(Self.first, Self.second).check(connection)
        #expect(
            try connection.query("select number, name from made.done order by number").rows.map { $0[1] } == ["a", "b"])
    }

    @Test func aDatabaseOfANewerProgramIsRefused() throws {
        let connection = try TestCluster.connect(TestCluster.database())
        try migrator(Self.first, Self.second).migrate(connection)
        #expect(failure { try migrator(Self.first).migrate(connection) }?.kind == .schemaNewer)
        #expect(failure { try migrator(Self.first).check(connection) }?.kind == .schemaNewer)
    }

    @Test func anAppliedFileThatChangedOrWentIsRefused() throws {
        let connection = try TestCluster.connect(TestCluster.database())
        try migrator(Self.first, Self.second).migrate(connection)
        let edited = Migration(number: 1, name: "a", script: "create table made.a (n bigint)")
        #expect(failure { try migrator(edited, Self.second).migrate(connection) }?.kind == .migrationEdited)
        #expect(failure { try migrator(Self.second).migrate(connection) }?.kind == .migrationEdited)
        let early = Migration(number: 0, name: "z", script: "create table made.z (n integer)")
        #expect(failure { try migrator(early, Self.first, Self.second).migrate(connection) }?.kind == .migrationEdited)
        #expect(try connection.query("select to_regclass('made.z')").first?[0] == nil)
    }

    @Test func aFailedOneLeavesNothingAndThoseBeforeItStay() throws {
        let connection = try TestCluster.connect(TestCluster.database())
        let broken = Migration(number: 2, name: "broken", script: "create table made.c (n integer); select 1/0")
        let error = failure { try migrator(Self.first, broken).migrate(connection) }
        #expect(error?.kind == .migrationFailed)
        #expect(error?.message == "migration 2 broken: division by zero")
        #expect(try connection.query("select to_regclass('made.c')").first?[0] == nil)
        #expect(try connection.query("select count(*) from made.done").first?.int(0) == 1)
        #expect(try migrator(Self.first, Self.second).migrate(connection) == [Self.second])
    }

    @Test func oneThatEndsItsTransactionIsRefused() throws {
        let connection = try TestCluster.connect(TestCluster.database())
        let commits = Migration(number: 1, name: "commits", script: "select 1; commit")
        #expect(failure { try migrator(commits).migrate(connection) }?.kind == .migrationFailed)
        #expect(try connection.query("select count(*) from made.done").first?.int(0) == 0)
    }

    @Test func programsThatMigrateAtOnceTakeTurns() throws {
        let settings = try TestCluster.database()
        let slow = Migration(number: 3, name: "slow", script: "select pg_sleep(0.1); create table made.d (n integer)")
        let applied = Counter()
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            guard let connection = try? TestCluster.connect(settings) else { return }
            let count = try? migrator(Self.first, Self.second, slow).migrate(connection).count
            applied.add(count ?? 100)
        }
        #expect(applied.sum == 3)
    }

    @Test func aDatabaseOfAnotherEncodingIsRefused() throws {
        let settings = try TestCluster.database(options: "template template0 encoding 'SQL_ASCII' locale 'C'")
        let connection = try TestCluster.connect(settings)
        #expect(failure { try migrator(Self.first).migrate(connection) }?.kind == .wrongEncoding)
    }

    @Test func filesAreReadByTheirNames() throws {
        let folder = TestCluster.temporaryFolder()
        for (name, text) in [("0002_b.sql", "select 2"), ("0001_a_1.sql", "select 1"), ("README.md", "")] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        #expect(
            try Migration.read(folder: folder) == [
                Migration(number: 1, name: "a_1", script: "select 1"),
                Migration(number: 2, name: "b", script: "select 2"),
            ])
        try Data("select 3".utf8).write(to: folder.appending(path: "0002_c.sql"))
        #expect(failure { _ = try Migration.read(folder: folder) }?.message.contains("number 2") == true)
        try FileManager.default.removeItem(at: folder.appending(path: "0002_c.sql"))
        try Data("".utf8).write(to: folder.appending(path: "3-c.sql"))
        #expect(failure { _ = try Migration.read(folder: folder) }?.message.contains("3-c.sql") == true)
        #expect(failure { _ = try Migration.read(folder: folder.appending(path: "none")) }?.kind == .migrationFailed)
    }
}

/// `@unchecked Sendable`: guarded by `lock`.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    var sum: Int { lock.withLock { value } }

    func add(_ number: Int) { lock.withLock { value += number } }
}
