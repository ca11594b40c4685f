import Foundation
import Testing

/// Each question of `sql/queries`, asked of the sample articles and of `cookbook/articles.ndjson`, has the answer that stands
/// in `cookbook`. `CHANCERY_RECORD=1 swift test --filter CookbookTests` writes the answers anew; read them before they
/// are committed.
@Suite struct CookbookTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let answers = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cookbook")
    static let queries: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: root.path + "/sql/queries")) ?? [])
        .filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }.sorted()

    /// Loaded once for all questions.
    private static let home: Result<Home, any Error> = Result {
        let home = Home.untilExit()
        let articles = try String(contentsOf: answers.appending(path: "articles.ndjson"), encoding: .utf8)
        let outcome = try home.run("run", root.path + "/seeds/articles", "-", input: articles)
        #expect(outcome.status == 65, "\(outcome.errors)")
        return home
    }

    @Test(arguments: queries)
    func everyQuestionHasItsAnswer(query: String) throws {
        let file = Self.root.appending(path: "sql/queries/\(query).sql")
        let sql = try String(contentsOf: file, encoding: .utf8)
        #expect(sql.split(separator: "\n").first?.wholeMatch(of: /-- .+\?( .+)?/) != nil, "it begins with its question")
        let home = try Self.home.get()
        let outcome = try home.run("psql", "-XqA", "-v", "ON_ERROR_STOP=1", "-f", file.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let answer = Self.answers.appending(path: "\(query).txt")
        if ProcessInfo.processInfo.environment["CHANCERY_RECORD"] != nil {
            try outcome.output.write(to: answer, atomically: true, encoding: .utf8)
        }
        #expect(outcome.output == (try String(contentsOf: answer, encoding: .utf8)))
        #expect(!outcome.output.contains("(0 rows)"), "an answer that says nothing proves nothing")
    }

    @Test func theCookbookIsWhole() throws {
        #expect(Self.queries.count >= 15)
        let answers = try FileManager.default.contentsOfDirectory(atPath: Self.answers.path)
            .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
        #expect(answers == Self.queries)
    }

    @Test func aQuestionTakesItsParameters() throws {
        let file = Self.root.appending(path: "sql/queries/meetings-of-a-pair.sql").path
        let outcome = try Self.home.get().run("psql", "-XqAt", "-v", "a=TM", "-v", "b=IR", "-f", file)
        #expect(outcome.lines.contains { $0.contains("{IR,TM}") })
        #expect(!outcome.output.contains("KZ"))
    }

    /// Committed is what the comments in the database say: `scripts/data-dictionary` writes it.
    @Test func theDictionaryIsThatOfTheDatabase() throws {
        let sql = Self.root.appending(path: "sql/dictionary.sql").path
        let outcome = try Self.home.get().run("psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-f", sql)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let committed = try String(contentsOf: Self.root.appending(path: "sql/DICTIONARY.md"), encoding: .utf8)
        #expect(outcome.output == committed, "run scripts/data-dictionary")
    }
}
