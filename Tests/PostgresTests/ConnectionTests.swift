import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct ConnectionTests {
    @Test(arguments: ["", "a\tb\nc\\d\r", "'; drop table x; --", "Қазақстан 🇰🇿", "\\N", "{\"a\",NULL}"])
    func parametersComeBackAsTheyWent(text: String) throws {
        let connection = try TestCluster.connect()
        #expect(try connection.query("select $1::text", Parameter(text)).first?[0] == text)
        #expect(try connection.query("select ($1::text[])[2]", Parameter(["x", text])).first?[0] == text)
    }

    @Test func valuesOfEveryTypeComeBack() throws {
        let connection = try TestCluster.connect()
        let id = UUID()
        let row = try connection.query(
            "select $1::text, $2::bytea, $3::bigint, $4::boolean, $5::uuid, $6::text, cardinality($7::uuid[])",
            Parameter.null, Parameter(bytes: [0, 255, 92]), Parameter(Int.min), true, Parameter(id), "",
            Parameter([id, id])
        ).first
        #expect(row?[0] == nil)
        #expect(row?.bytes(1) == [0, 255, 92])
        #expect(row?.int(2) == Int.min)
        #expect(row?.bool(3) == true)
        #expect(row?.uuid(4) == id)
        #expect(row?[5] == "")
        #expect(row?.int(6) == 2)
    }

    @Test func anIDIsReadAndWrittenAsTheServerDoes() throws {
        let connection = try TestCluster.connect()
        for _ in 0..<50 {
            let id = UUID()
            let row = try connection.query("select $1::text, $1::uuid, upper($1)", Parameter(id.text)).first
            #expect(row?[0] == id.uuidString.lowercased() && row?[1] == id.text)
            #expect(row?.uuid(1) == id && row?.uuid(2) == id)
        }
        let wrong = try connection.query("select '', null, '00', repeat('0', 34), repeat('g', 32), 'é'").first
        #expect((0..<6).allSatisfy { wrong?.uuid($0) == nil })
    }

    /// A role can prefer another style; offsets of dates and the format of bytes must not depend on it.
    @Test func theSessionSpeaksOneFormatWhateverTheDatabasePrefers() throws {
        let settings = try TestCluster.database()
        let name = try TestCluster.connect(settings).query("select current_database()").first?[0] ?? ""
        let set = "alter database \(name) set datestyle = 'German'; alter database \(name) set bytea_output = 'escape'"
        try TestCluster.connect().script(SQL(verbatim: set))
        let row = try TestCluster.connect(settings).query("select date '2024-11-27', '\\x5c00'::bytea").first
        #expect(row?[0] == "2024-11-27")
        #expect(row?.bytes(1) == [0x5C, 0])
    }

    @Test func aTextWithNULIsRefusedBeforeItIsCut() throws {
        let connection = try TestCluster.connect()
        let error = #expect(throws: PostgresError.self) { try connection.query("select $1::text", "a\0b") }
        #expect(error?.kind == .data)
    }

    @Test func aTransactionThatThrowsLeavesNothing() throws {
        struct Stop: Error {}
        let connection = try TestCluster.connect(TestCluster.database())
        try connection.script("create table t (n integer primary key)")
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.query("insert into t values (1)")
                throw Stop()
            }
        }
        #expect(try connection.query("select count(*) from t").first?.int(0) == 0)
        try connection.transaction { try connection.query("insert into t values (1)") }
        #expect(try connection.query("select count(*) from t").first?.int(0) == 1)
    }

    /// `commit` reports no error for a transaction that a swallowed error has doomed.
    @Test func aDoomedTransactionDoesNotPassForCommitted() throws {
        let connection = try TestCluster.connect()
        #expect(throws: PostgresError.self) {
            try connection.transaction { _ = try? connection.query("select 1/0") }
        }
        #expect(try connection.query("select 1").first?.int(0) == 1)
    }

    @Test func anErrorCarriesTheStatementAndNotItsArguments() throws {
        let connection = try TestCluster.connect(TestCluster.database())
        try connection.script("create table t (word text primary key)")
        try connection.query("insert into t values ($1)", "secret")
        let error = #expect(throws: PostgresError.self) { try connection.query("insert into t values ($1)", "secret") }
        #expect(error?.kind == .data)
        #expect(error?.sqlState == "23505")
        #expect(error?.sql == "insert into t values ($1)")
        #expect(error.map { "\($0)" }?.contains("secret") == false)
    }

    @Test func aStatementThatIsCancelledSaysSo() throws {
        let connection = try TestCluster.connect()
        let watcher = try TestCluster.connect()
        let pid = Parameter(connection.backendPID)
        Thread.detachNewThread {
            while (try? watcher.query("select from pg_stat_activity where pid = $1 and query ~ 'pg_sleep'", pid).count)
                == 0
            {}
            _ = try? watcher.query("select pg_cancel_backend($1)", pid)
        }
        let error = #expect(throws: PostgresError.self) { try connection.query("select pg_sleep(600)") }
        #expect(error?.kind == .cancelled)
        #expect(try connection.query("select 1").first?.int(0) == 1)
    }

    @Test func aSessionLockIsHeldByOneAndNamesItsHolder() throws {
        let lock = AdvisoryLock(key: -7_000_000_000_000_000_001)
        let settings = try TestCluster.database()
        let (first, second) = (try TestCluster.connect(settings), try TestCluster.connect(settings))
        #expect(try first.holder(of: lock) == nil)
        #expect(try first.tryLock(lock))
        #expect(try !second.tryLock(lock))
        #expect(try second.holder(of: lock)?.pid == first.backendPID)
        #expect(try second.holder(of: AdvisoryLock(key: 7)) == nil)
        try first.unlock(lock)
        #expect(try second.tryLock(lock))
        // The same key in another database is another lock.
        #expect(try TestCluster.connect(TestCluster.database()).tryLock(lock))
    }

    @Test func misuseTraps() async throws {
        let target = try #require(TestCluster.cluster().settings.target)
        await #expect(processExitsWith: trap) { [target = target as String] in
            let connection = try Connection(ConnectionSettings(target: target))
            try connection.script("create temporary table t (n integer)")
            try connection.copyIn(table: "t", columns: ["n"]) { _ in try connection.query("select 1") }
        }
        await #expect(processExitsWith: trap) { [target = target as String] in
            let connection = try Connection(ConnectionSettings(target: target))
            connection.close()
            connection.close()
            try connection.query("select 1")
        }
        await #expect(processExitsWith: trap) { [target = target as String] in
            let connection = try Connection(ConnectionSettings(target: target))
            try connection.transaction { try connection.transaction {} }
        }
    }
}

/// How a process ends on a failed precondition.
#if arch(x86_64)
    let trap = ExitTest.Condition.signal(SIGILL)
#else
    let trap = ExitTest.Condition.signal(SIGTRAP)
#endif
