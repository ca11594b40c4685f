import Foundation
import Postgres
import Testing

@Suite struct RunCommandTests {
    static let articles = [
        "а/встреча.txt": """
        Состоялись переговоры президентов Казахстана и Таджикистана

        27.11.2024 14:25

        Президент Казахстана Касым-Жомарт Токаев провел переговоры с Президентом Таджикистана Эмомали Рахмоном в Астане.
        По итогам подписана Декларация о союзническом взаимодействии. Товарооборот достиг 1,4 миллиарда долларов США.
        """,
        "а/пусто.txt": "Сегодня в столице прошел концерт.",
        "б.ndjson": (0..<30).map {
            #"{"id": "б-\#($0)", "published_on": "2025-03-\#(10 + $0 % 20)", "text": "#
                + #""Премьер-министры Казахстана и Узбекистана встретились. Экспорт вырос на \#($0 + 1) процентов."}"#
        }.joined(separator: "\n"),
    ]

    static func write(_ scratch: Scratch) throws {
        for (name, text) in articles { try scratch.write("in/\(name)", text) }
        try scratch.write("in/страница.css", "p {}")
    }

    @Test func aSecondRunHasNothingToDo() throws {
        let scratch = Scratch()
        try Self.write(scratch)
        let home = Home()
        let first = try home.run("run", "in", folder: scratch.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.lines.first
                == "Read 32 articles in 3 files: 32 new, 0 changed, 0 unchanged, 1 file of other kinds left alone.")
        #expect(first.output.contains("The ledger holds 32 articles, "))
        #expect(first.output.contains("psql"))
        let dump = try home.run("psql", "-AtXc", "select id, content_hash from chancery.articles order by 1").output
        #expect(dump.split(separator: "\n").count == 32)

        let second = try home.run("run", "\(scratch.path)/in", "\(scratch.path)/in/а")
        #expect(second.status == 0)
        #expect(second.lines.first?.hasPrefix("Nothing is new. Read 32 articles in 3 files: 0 new, ") == true)
        let again = try home.run("psql", "-AtXc", "select id, content_hash from chancery.articles order by 1").output
        #expect(again == dump)

        let status = try home.run("status")
        #expect(status.status == 0)
        #expect(status.output.hasPrefix("The ledger holds 32 articles, "))
        #expect(status.output.matches(of: /completed/).count == 2)
    }

    @Test func psqlTakesAllArgumentsAndOpensTheSameDatabase() throws {
        let home = Home()
        #expect(try home.run("migrate").status == 0)
        let seen = try home.run("psql", "-X", "-v", "n=7", "-At", "-f", "-", input: "select current_user, :n;\n")
        #expect(seen.output == "chancery|7\n", "\(seen.errors)")
        #expect(try home.run("psql", "--help").output.contains("psql is the PostgreSQL interactive terminal"))
        #expect(try home.run("psql", "-Xc", "select 1/0").status == 1)
    }

    @Test func theClusterStartsAndStops() throws {
        let home = Home()
        #expect(try home.run("db", "status").status == 69)
        #expect(try home.run("db", "start").output.contains("running"))
        #expect(try home.run("db", "status").status == 0)
        #expect(try home.run("db", "stop").output.contains("stopped"))
        #expect(try home.run("db", "status").status == 69)
    }

    @Test func orderBatchesAndWorkersDoNotChangeTheTables() throws {
        let scratch = Scratch()
        try Self.write(scratch)
        let ways = [
            ["in"],
            ["--extract-workers", "1", "--normalize-workers", "1", "--batch-size", "1", "in/б.ndjson", "in"],
            ["--extract-workers", "2", "--normalize-workers", "2", "--batch-size", "7", "in", "in/а", "in"],
            ["--extract-workers", "4", "--normalize-workers", "4", "--batch-size", "10", "in/б.ndjson", "in/"],
        ]
        let dumps = try ways.map { way in
            let database = try TestDatabase()
            for _ in 1...3 {
                let outcome = try database.start(way, folder: scratch.path).wait()
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            return try database.dump()
        }
        #expect(dumps[0].contains("б-29"))
        for dump in dumps { #expect(dump == dumps[0]) }
    }

    @Test func aChangedArticleReplacesItsOwnRows() throws {
        let scratch = Scratch()
        let database = try TestDatabase()
        let path = try scratch.write("a.txt", "Переговоры Казахстана и Китая.")
        try scratch.write("b.txt", "Переговоры Казахстана и России.")
        #expect(try database.run(scratch.path).status == 0)
        try scratch.write("a.txt", "Переговоры Казахстана и Турции.")
        let outcome = try database.run(path)
        #expect(outcome.lines.first == "Read 1 article in 1 file: 0 new, 1 changed, 0 unchanged.")
        #expect(
            try database.column("select article_id || ' ' || country from chancery.article_countries order by 1")
                == ["a KZ", "a TR", "b KZ", "b RU"])
    }

    @Test func standardInputIsLoaded() throws {
        let database = try TestDatabase()
        let outcome = try database.run("-", "-q", input: #"{"id": "a", "text": "Встреча."}"# + "\nx\n")
        #expect(outcome.status == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorLines.filter { !$0.contains("migrated") }.count == 1)
        #expect(try database.column("select source || line from chancery.rejects") == ["-2"])
    }
}
