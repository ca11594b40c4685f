import Foundation
import Load
import Postgres
import Testing

/// What the operator sees of a run: messages, metrics, the ledger, and checks.
@Suite struct OperationTests {
    private static let article =
        #"{"id": "a", "text": "Товарооборот Казахстана и Китая достиг 5 млрд долларов."}"# + "\n"

    @Test func messagesAreJSONLinesWhenAskedFor() throws {
        let database = try TestDatabase()
        let outcome = try database.run("-", "--log-format", "json", input: Self.article + "{\n")
        #expect(outcome.status == 65)
        let lines = try outcome.errorLines.map {
            try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
        }
        #expect(lines.allSatisfy { $0["time"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/) != nil })
        #expect(lines.contains { $0["level"] == "warning" && $0["message"]?.hasPrefix("-:2: ") == true })
        let end = try #require(lines.first { $0["message"] == "run completed" })
        #expect(end["new"] == "1" && end["rejected"] == "1" && end["read"] == "2")

        let quiet = try database.run("-", "-q", "--log-format", "json", input: Self.article)
        #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
    }

    @Test func aFailureIsToldInJSONToo() throws {
        let outcome = try Chancery.run(
            "run", "--database", "host=/nonexistent dbname=x", "-",
            environment: ["CHANCERY_LOG_FORMAT": "json"], input: Self.article)
        #expect(outcome.status == 69)
        let line = try #require(outcome.errorLines.last)
        let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        #expect(object["level"] == "critical" && object["exit"] == "69")
        #expect(try Chancery.run("run", "--log-format", "xml").status == 64)
    }

    @Test func metricsAreWrittenWholeHoweverTheRunEnds() throws {
        let scratch = Scratch()
        let file = scratch.path + "/chancery.prom"
        let database = try TestDatabase()
        #expect(try database.run("-", "-q", "--metrics", file, input: Self.article + "{\n").status == 65)
        let first = try String(contentsOfFile: file, encoding: .utf8)
        for line in [
            "chancery_run_exit_code 65", #"chancery_rows{table="articles"} 1"#, #"chancery_rows{table="rejects"} 1"#,
            #"chancery_run_articles{what="new"} 1"#, "# TYPE chancery_run_stage_seconds gauge",
        ] {
            #expect(first.contains(line + "\n"), "\(first)")
        }
        #expect(first.contains("chancery_run_completed_timestamp_seconds 1"))
        for line in first.split(separator: "\n") {
            #expect(
                line.wholeMatch(of: /# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[a-z]+"\})? -?[0-9.e+-]+/) != nil,
                "\(line)")
        }

        // The server is gone: what was known of the ledger stays.
        let failed = try Chancery.run("run", "--database", "host=/nonexistent dbname=x", "-q", "--metrics", file, "-")
        #expect(failed.status == 69)
        let second = try String(contentsOfFile: file, encoding: .utf8)
        #expect(second.contains("chancery_run_exit_code 69\n"))
        #expect(second.contains(#"chancery_rows{table="articles"} 1"# + "\n"))
        #expect(second.components(separatedBy: "# TYPE chancery_rows gauge").count == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["chancery.prom"])

        let unwritable = try database.run("-", "-q", "--metrics", "/nonexistent/chancery.prom", input: Self.article)
        #expect(unwritable.status != 0)
        #expect(unwritable.errors.contains("/nonexistent/chancery.prom"))
    }

    @Test func theLedgerTellsOfARun() throws {
        let database = try TestDatabase()
        let outcome = try database.run("-", "-q", input: Self.article + Self.article)
        #expect(outcome.status == 0)
        // Not even that the database was made ready: cron sends mail for every word.
        #expect(outcome.output + outcome.errors == "")
        let connection = try database.connect()
        let row = try #require(
            try connection.query(
                """
                select
                    status, files, articles_new, articles_repeated, figures, extract_seconds > 0, load_seconds > 0,
                    check_seconds > 0, schema_version, server_version, program_version
                from chancery.runs
                """
            ).first)
        #expect((0..<8).map { row[$0] } == ["completed", "1", "1", "1", "1", "t", "t", "t"])
        #expect((8..<11).allSatisfy { row[$0]?.isEmpty == false })
        let status = try Chancery.run("status", "--database", database.target)
        #expect(status.output.contains("extract "))
        #expect(status.output.contains(Self.version))
    }

    private static let version = "0.1.0/"

    @Test func aKilledRunIsToldAtOnce() throws {
        let database = try TestDatabase()
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let running = try database.start(["-", "--batch-size", "1"], standardInput: pipe.fileHandleForReading)
        try pipe.fileHandleForReading.close()
        let lines = (0..<1100).map { #"{"id": "\#($0)", "text": "Переговоры Казахстана и Китая."}"# + "\n" }.joined()
        let writing = pipe.fileHandleForWriting
        Thread.detachNewThread { try? writing.write(contentsOf: Data(lines.utf8)) }
        func told() throws -> String {
            try Chancery.run("status", "--database", database.target).output
        }
        while running.process.isRunning, try !told().contains("running") { Thread.sleep(forTimeInterval: 0.05) }
        kill(running.process.processIdentifier, SIGKILL)
        #expect(try running.wait().status == 128 + SIGKILL)
        // The server sees that the connection is gone a moment later.
        for _ in 0..<200 where try !told().contains("interrupted") { Thread.sleep(forTimeInterval: 0.05) }
        #expect(try told().contains("interrupted"))
        withExtendedLifetime(writing) {}
    }

    @Test func checkSaysWhatIsWrong() throws {
        let database = try TestDatabase()
        #expect(try database.run("-", "-q", input: Self.article).status == 0)
        let sound = try Chancery.run("check", "--database", database.target)
        #expect(sound.status == 0, "\(sound.errors)")
        #expect(sound.lines.count >= 15 && sound.lines.allSatisfy { $0.hasPrefix("holds ") })

        try database.connect().query("update chancery.articles set body = '#' || body")
        let broken = try Chancery.run("check", "--quiet", "--database", database.target)
        #expect(broken.status == 70)
        #expect(
            broken.errors.contains("check quotes: Every quote is the text between its offsets. Not so: figure report "))
        #expect(broken.output.isEmpty)
        #expect(try Chancery.run("check", "indicators", "--database", database.target).status == 0)
        let unknown = try Chancery.run("check", "nonsense", "--database", database.target)
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("quotes"))
    }

    /// A fault in what a run loads ends it with 70; that of another article is no matter of its own.
    @Test func aRunTestsWhatItLoaded() throws {
        let database = try TestDatabase()
        #expect(try database.run("-", "-q", input: Self.article).status == 0)
        let connection = try database.connect()
        try connection.query("update chancery.articles set body = '#' || body")
        let other = Self.article.replacing(#""a""#, with: #""b""#)
        #expect(try database.run("-", "-q", input: other).status == 0)
        try connection.script(
            """
            create function chancery.spoil() returns trigger language plpgsql as
            'begin new.body := ''#'' || new.body; return new; end';
            create trigger spoil before insert on chancery.articles for each row execute function chancery.spoil();
            """)
        let third = Self.article.replacing(#""a""#, with: #""c""#)
        let outcome = try database.run("-", "-q", input: third)
        #expect(outcome.status == 70)
        #expect(outcome.errors.contains("check quotes"))
        #expect(try database.column("select status from chancery.loads order by started_at desc limit 1") == ["failed"])
        let fourth = Self.article.replacing(#""a""#, with: #""d""#)
        #expect(try database.run("-", "-q", "--no-check", input: fourth).status == 0)
    }
}
