import Foundation
import Postgres
import Testing

/// What was withdrawn, what is gone, what is read again, and what would be.
@Suite struct ReloadTests {
    private static func record(
        _ id: Int, on day: String = "2025-03-10", source: String = "Вестник",
        with guest: String = "президентом Узбекистана Шавкатом Мирзиёевым"
    ) -> String {
        #"{"id": "\#(id)", "source": "\#(source)", "published_on": "\#(day)", "text": "#
            + #""Президент Казахстана Касым-Жомарт Токаев встретился с \#(guest). "#
            + #"Экспорт вырос на \#(id) процентов. Подписан Меморандум о торговле."}"# + "\n"
    }

    private static func tombstone(_ id: Int) -> String { "{\"id\": \"\(id)\", \"withdrawn\": true}\n" }

    /// The dump of a database into which these records alone were loaded.
    private func fresh(_ records: String) throws -> String {
        let database = try TestDatabase()
        #expect(try database.run("-", input: records).status == 0)
        return try database.dump()
    }

    private func ids(_ database: TestDatabase) throws -> [String?] {
        try database.column("select id from chancery.articles order by id")
    }

    @Test func aTombstoneWithdrawsWhereverItStands() throws {
        let database = try TestDatabase()
        let all = (1...4).map { Self.record($0) }.joined()
        #expect(try database.run("-", input: all).status == 0)
        let outcome = try database.run(
            "-", "--batch-size", "1", input: Self.tombstone(2) + Self.tombstone(9) + Self.record(2))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.lines.first == "Read 1 article in 1 file: 0 new, 0 changed, 0 unchanged, 1 withdrawn, 1 repeated.")
        #expect(try ids(database) == ["1", "3", "4"])
        #expect(try database.run("-", "--batch-size", "1", input: Self.record(5) + Self.tombstone(5)).status == 0)
        let kept = [1, 3, 4].map { Self.record($0) }.joined()
        #expect(try database.dump() == fresh(kept))
        #expect(
            try database.column("select articles_withdrawn from chancery.loads order by started_at") == ["0", "1", "0"])
    }

    @Test func whatIsGoneFromTheFolderIsPruned() throws {
        let scratch = Scratch()
        for id in 1...3 { try scratch.write("in/\(id).ndjson", Self.record(id)) }
        let database = try TestDatabase()
        #expect(try database.run(scratch.path).status == 0)
        try FileManager.default.removeItem(atPath: scratch.path + "/in/2.ndjson")
        #expect(try database.run(scratch.path).status == 0)
        #expect(try ids(database) == ["1", "2", "3"])

        // What cannot be read may be there still, and an empty folder is a fault.
        let faulty = try scratch.write("in/4.ndjson", "{\n")
        #expect(try database.run("--prune", scratch.path).status == 65)
        try FileManager.default.removeItem(atPath: faulty)
        let empty = Scratch()
        let nothing = try database.run("--prune", empty.path)
        #expect(nothing.status == 65 && nothing.errors.contains("nothing was pruned"))
        #expect(try ids(database) == ["1", "2", "3"])

        let outcome = try database.run("--prune", scratch.path)
        #expect(outcome.status == 0)
        #expect(outcome.lines.first?.hasSuffix("0 new, 0 changed, 2 unchanged, 1 withdrawn.") == true)
        #expect(try database.dump() == fresh(Self.record(1) + Self.record(3)))
    }

    /// A folder is the whole truth about what was read from it, and about nothing else.
    @Test func pruningKeepsToItsFolder() throws {
        let scratch = Scratch()
        let (ours, theirs) = (scratch.path + "/ours", scratch.path + "/ours-too")
        for id in 1...3 { try scratch.write("ours/\(id).ndjson", Self.record(id)) }
        try scratch.write("ours-too/4.ndjson", Self.record(4))
        let database = try TestDatabase()
        #expect(try database.run(ours, theirs).status == 0)
        #expect(try database.run("-", input: Self.record(5)).status == 0)

        // One is gone, one has moved to the other folder and was seen there.
        try FileManager.default.removeItem(atPath: ours + "/1.ndjson")
        try FileManager.default.moveItem(atPath: ours + "/2.ndjson", toPath: theirs + "/2.ndjson")
        #expect(try database.run("--dry-run", theirs).status == 0)
        #expect(
            try database.column("select file from chancery.article_files where article_id = '2'")
                == [ours + "/2.ndjson"])
        #expect(try database.run(theirs).status == 0)
        #expect(try database.run("--prune", ours).status == 0)
        #expect(try ids(database) == ["2", "3", "4", "5"])
        #expect(
            try database.column("select file from chancery.article_files order by article_id")
                == [theirs + "/2.ndjson", ours + "/3.ndjson", theirs + "/4.ndjson", "-"])
    }

    @Test func pruningKeepsToItsSourceAndDays() throws {
        let others = Self.record(7, source: "Другой") + Self.record(8, on: "2025-04-01")
        let database = try TestDatabase()
        #expect(try database.run("-", input: Self.record(1) + Self.record(2) + others).status == 0)
        let options = ["--prune", "--source", "Вестник", "--from", "2025-03", "--to", "2025-03"]
        let outcome = try database.start(["-"] + options, input: Data(Self.record(1).utf8)).wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try ids(database) == ["1", "7", "8"])
    }

    @Test func aBackfillTakesItsSourceAndDaysAnew() throws {
        let database = try TestDatabase()
        let records = [
            Self.record(1, on: "2025-03-09"), Self.record(2), Self.record(3, source: "Другой"),
            Self.record(4, on: "2025-03-11"),
        ].joined()
        #expect(try database.run("-", input: records).status == 0)
        let dump = try database.dump()
        // Read by older rules, as it were.
        try database.connect().query("update chancery.articles set extractor_version = '0.0.1'")
        let day = ["-", "--source", "Вестник", "--from", "2025-03-10", "--to", "2025-03-10"]
        let outcome = try database.start(day, input: Data(records.utf8)).wait()
        #expect(outcome.lines.first == "Read 4 articles in 1 file: 0 new, 1 changed, 0 unchanged, 3 left out.")
        #expect(
            try database.column("select id from chancery.articles where extractor_version <> '0.0.1'") == ["2"])
        #expect(try database.run("-", input: records).status == 0)
        #expect(try database.dump() == dump)
        let again = try database.start(day + ["--again"], input: Data(records.utf8)).wait()
        #expect(again.lines.first == "Read 4 articles in 1 file: 0 new, 1 changed, 0 unchanged, 3 left out.")
        #expect(try database.dump() == dump)
    }

    @Test func aDryRunShowsAndChangesNothing() throws {
        let database = try TestDatabase()
        #expect(try database.run("-", input: Self.record(1) + Self.record(2) + Self.record(3)).status == 0)
        let dump = try database.dump()
        // One of them brings people whom the ledger does not know yet.
        let fourth = Self.record(4, with: "президентом Таджикистана Эмомали Рахмоном")
        let input = Self.record(1) + Self.record(2, on: "2025-03-12") + fourth + "{\n"
        let outcome = try database.run("-", "--dry-run", "--batch-size", "1", input: input + Self.tombstone(3))
        #expect(outcome.status == 65)
        #expect(Array(outcome.lines.prefix(3)) == ["changed\t2", "new\t4", "withdrawn\t3"])
        #expect(outcome.output.contains("would load 1 new and 1 changed, withdraw 1, and leave 1 unchanged."))
        #expect(outcome.output.contains("holds 3 articles, "))
        #expect(try database.dump() == dump)
        #expect(try database.column("select count(*) from chancery.loads") == ["1"])
        #expect(try database.column("select count(*) from chancery.rejects") == ["0"])
        // What was shown is what happens.
        #expect(
            try database.run("-", input: Self.record(1) + Self.record(2, on: "2025-03-12") + fourth).status == 0)
        #expect(outcome.output.contains("it would hold 3 articles, "))
    }

    @Test func aDryRunNeedsTheSchemaAndDoesNotMakeIt() throws {
        let database = try TestDatabase()
        let outcome = try database.run("-", "--dry-run", input: Self.record(1))
        #expect(outcome.status == 78)
        #expect(try database.column("select to_regclass('chancery.articles') is null") == ["t"])
    }

    @Test func factsExtractedElsewhereLoadAsRunWouldLoadThem() throws {
        let scratch = Scratch()
        try RunCommandTests.write(scratch)
        let whole = try TestDatabase()
        #expect(try whole.run(scratch.path + "/in").status == 0)

        let facts = try Chancery.run("extract", "--with-text", scratch.path + "/in")
        #expect(facts.status == 0)
        let file = try scratch.write("facts.ndjson", facts.output)
        let database = try TestDatabase()
        let load = ["load", "--database", database.target]
        let outcome = try Chancery.start(load + ["--batch-size", "7", file]).wait()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try database.dump() == whole.dump())
        #expect(
            try Chancery.start(load + [file]).wait().lines.first?.hasPrefix("Nothing is new. Read 32 articles") == true)

        // The contract's line alone holds no text; words outside the text, another version and no JSON are told apart.
        let plain = try Chancery.run("extract", scratch.path + "/in/б.ndjson").lines[0]
        let line = try #require(facts.lines.first { $0.contains("б-7") })
        let lines = [
            plain, line.replacing("\"start\": ", with: "\"start\": 9"),
            line.replacing("\"extractor\": \"", with: "\"extractor\": \"x"),
            "{", "{\"id\": \"б-7\", \"withdrawn\": true}",
        ]
        let faulty = try Chancery.start(load + ["-"], input: Data(lines.joined(separator: "\n").utf8)).wait()
        #expect(faulty.status == 65)
        #expect(faulty.errorLines.map { $0.contains("--with-text") } == [true, false, false, false])
        #expect(faulty.errorLines.allSatisfy { $0.hasPrefix("chancery: -:") })
        #expect(try database.column("select count(*) from chancery.articles where id = 'б-7'") == ["0"])
    }
}
