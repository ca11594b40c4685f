import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct CopyTests {
    private func table() throws -> Connection {
        let connection = try TestCluster.connect(TestCluster.database())
        try connection.script("create table t (n integer primary key, word text)")
        return connection
    }

    @Test func textsArriveAsTheyAre() throws {
        let texts: [String?] = [
            nil, "", "\\N", "\\.", "a\tb", "a\nb\r\nc", "\\", "\\\\t", "\u{1}\u{7F}", "Қ🇰🇿", "\"'", " ", "\\x41",
        ]
        let connection = try table()
        let count = try connection.copyIn(table: "t", columns: ["n", "word"]) { rows in
            for (index, text) in texts.enumerated() {
                rows.add(index)
                rows.add(text)
                try rows.endRow()
            }
        }
        #expect(count == texts.count)
        #expect(try connection.query("select word from t order by n").rows.map { $0[0] } == texts)
    }

    /// More than one buffer, and a row larger than the buffer.
    @Test func manyAndLargeRowsArrive() throws {
        let connection = try table()
        try connection.copyIn(table: "public.t", columns: ["word", "n"]) { rows in
            for n in 0..<30_000 {
                rows.add(n == 17 ? String(repeating: "ж\\", count: 200_000) : "w\(n)")
                rows.add(n)
                try rows.endRow()
            }
        }
        let row = try connection.query("select count(*), sum(n), max(length(word)) from t").first
        #expect((0..<3).map { row?.int($0) } == [30_000, 449_985_000, 400_000])
    }

    @Test func anErrorInTheBodyLeavesNothingAndTheSessionUsable() throws {
        struct Stop: Error {}
        let connection = try table()
        #expect(throws: Stop.self) {
            try connection.copyIn(table: "t", columns: ["n"]) { rows in
                rows.add(1)
                try rows.endRow()
                throw Stop()
            }
        }
        #expect(try connection.query("select count(*) from t").first?.int(0) == 0)
    }

    @Test(arguments: [0, 1, 499, 999]) func aRefusedRowIsNamedByItsLine(bad: Int) throws {
        let connection = try table()
        let error = #expect(throws: PostgresError.self) {
            try connection.copyIn(table: "t", columns: ["n"]) { rows in
                for n in 0..<1000 {
                    rows.add(n == bad ? "тайна" : "\(n)")
                    try rows.endRow()
                }
            }
        }
        #expect(error?.kind == .data)
        #expect(error?.copyPlace?.line == bad + 1)
        #expect(error?.copyPlace?.table == "t")
        #expect(error?.sql == "copy \"t\" (\"n\") from stdin")
        #expect(try connection.query("select count(*) from t").first?.int(0) == 0)
    }

    @Test func aNULIsRefusedAndNamedByItsLine() throws {
        let connection = try table()
        let error = #expect(throws: PostgresError.self) {
            try connection.copyIn(table: "public.t", columns: ["n", "word"]) { rows in
                for n in 1...3 {
                    rows.add(n)
                    rows.add(n == 2 ? "a\0b" : "ab")
                    try rows.endRow()
                }
            }
        }
        #expect(error?.kind == .data)
        #expect(error?.copyPlace?.line == 2)
        #expect(error?.copyPlace?.table == "t")
    }

    @Test func aSessionEndedInTheMiddleIsToldApartFromABadRow() throws {
        let connection = try table()
        let pid = Parameter(connection.backendPID)
        let other = try TestCluster.connect()
        let error = #expect(throws: PostgresError.self) {
            try connection.copyIn(table: "t", columns: ["n", "word"]) { rows in
                for n in 0..<200_000 {
                    if n == 100_000 {
                        try other.query("select pg_terminate_backend($1)", pid)
                        while try other.query("select from pg_stat_activity where pid = $1", pid).count > 0 {}
                    }
                    rows.add(n)
                    rows.add("some words to fill a buffer")
                    try rows.endRow()
                }
            }
        }
        #expect(error?.kind == .terminated)
    }

    @Test func aRowOfAnotherWidthTraps() async throws {
        let target = try #require(TestCluster.cluster().settings.target)
        for width in [1, 3] {
            await #expect(processExitsWith: trap) { [target = target as String, width = width as Int] in
                let connection = try Connection(ConnectionSettings(target: target))
                try connection.script("create temporary table t (n integer, m integer)")
                try connection.copyIn(table: "t", columns: ["n", "m"]) { rows in
                    for _ in 0..<width { rows.add(1) }
                    try rows.endRow()
                }
            }
        }
    }

    @Test func copyOutGivesEveryLine() throws {
        let connection = try TestCluster.connect()
        var lines: [String] = []
        try connection.copyOut("copy (select n, null, E'a\\tb' from generate_series(1, 3) n) to stdout") {
            lines.append($0)
        }
        #expect(lines == ["1\t\\N\ta\\tb\n", "2\t\\N\ta\\tb\n", "3\t\\N\ta\\tb\n"])
        #expect(throws: CancellationError.self) {
            try connection.copyOut("copy (select generate_series(1, 100000)) to stdout") { _ in
                throw CancellationError()
            }
        }
        #expect(try connection.query("select 1").first?.int(0) == 1)
    }

    @Test func aCopyInAScriptFailsAndDoesNotHang() throws {
        let connection = try table()
        #expect(throws: PostgresError.self) { try connection.script("select 1; copy t from stdin; select 2") }
        #expect(try connection.query("select 1").first?.int(0) == 1)
    }

    @Test func aFileIsReadByTheServer() throws {
        let connection = try table()
        let csv = Array("word,n\n\"a, \"\"b\"\"\",1\n,2\n".utf8)
        #expect(try connection.copyIn("copy t (word, n) from stdin (format csv, header match)", file: csv) == 2)
        #expect(try connection.query("select word from t order by n").rows.map { $0[0] } == ["a, \"b\"", nil])
    }
}
