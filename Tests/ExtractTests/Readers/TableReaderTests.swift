import Model
import Testing

@testable import Extract

@Suite struct TableReaderTests {
    private func read(_ table: String, as name: String = "t.csv", limit: Int = 16 << 20) throws -> [SourceEntry] {
        let scratch = try Scratch()
        return try entries([try scratch.write(name, table)], limit: limit)
    }

    /// `id: text` of what was read, `line reason` of what was not.
    private func told(_ all: [SourceEntry]) -> [String] {
        all.map { $0.article.map { "\($0.id): \($0.text)" } ?? "\($0.rejection!.line ?? 0) \($0.rejection!.reason)" }
    }

    @Test func aTableOfExcelInWindows1251IsRead() throws {
        let all = try entries([samples + "table-1251.csv"])
        let articles = all.compactMap(\.article)
        #expect(articles.map(\.id) == ["kz;1", "2"])
        #expect(articles.map(\.text) == ["Первая строка\r\n«Вторая», \"сказал\" он", "Текст второй"])
        #expect(articles.map(\.title) == ["Встреча", nil])
        #expect(articles.map(\.publishedOn?.description) == ["2024-11-27", "2024-11-28"])
        #expect(articles.map(\.url) == ["https://a.example/1", nil])
        #expect(
            articles[0].provenance?.description
                == "csv in windows-1251 (by its letters), text from column text, date from column published_on")
        #expect(all.map(\.line) == [2, 4])
    }

    @Test func aTableInUTF8IsRead() throws {
        let article = try #require(try entries([samples + "table.csv"]).first?.article)
        #expect(article.text == "Президенты встретились, подписали договор.")
        #expect(article.source == "Вести" && article.language == "ru" && article.title == "Договор")
        #expect(article.provenance?.encoding == "UTF-8" && article.provenance?.encodingBasis == "byte order mark")
    }

    @Test(arguments: [
        ("id,text\n1,а\n2,б\n", ["1: а", "2: б"]),
        ("id,text\r\n1,а\r\n2,б", ["1: а", "2: б"]),
        ("text\tid\nа, б; в\t1\n", ["1: а, б; в"]),
        ("sep=;\nid;text\n1;а, б\n", ["1: а, б"]),
        ("\n\nid,text\n\n1,а\n\n", ["1: а"]),
        ("id,text\n1,\"а\n\nб\"\n", ["1: а\n\nб"]),
        ("id,text\n1,АО \"Заря\" растёт\n", ["1: АО \"Заря\" растёт"]),
        ("id,text\n1,\"АО \"\"Заря\"\"\"\n", ["1: АО \"Заря\""]),
        ("id,text\n1,а,б\n2,в\n", ["2 malformed", "2: в"]),
        ("id,text\n1\n2,в\n", ["2 malformed", "2: в"]),
        ("id,text\n,а\n2,\n3,в\n", ["2 malformed", "3 noText", "3: в"]),
        (
            "id,text,published_on\n1,а,31.02.2024\n2,б,весной\n3,в,2024-11-27\n",
            ["2 invalidDate", "3 invalidDate", "3: в"]
        ),
        // A stray quote spoils its own record, wherever it closes.
        ("id,text\n1,а\n2,\"б\n3,в\n4,г\n", ["1: а", "3 malformed", "3: в", "4: г"]),
        ("id,text\n2,\"б\nи ещё\n3,\"в\"\n4,\"г\nд\"\n", ["2 malformed", "3: в", "4: г\nд"]),
        ("id,text\n1,\"Заря\" растёт\n2,б\n", ["2 malformed", "2: б"]),
        ("id,text\n2,\"б\nКроме того, нет\n3,в\n", ["2 malformed", "3: в"]),
    ])
    func recordsAreRead(table: String, expected: [String]) throws {
        #expect(told(try read(table)) == expected)
    }

    @Test(arguments: [
        ("", Rejection.Reason.empty, "header line"),
        ("id,text\n", .empty, "no records below its header"),
        (
            "id,body,date\n1,а,2024-11-27\n", .malformed,
            "has no column `text`, but \"id\", \"body\", \"date\"; name the columns id, text"
        ),
        ("номер;текст\n1;а\n", .malformed, "has no column `id`"),
        ("id,text,published_on\n1,а,\"вес\nной\"\n", .invalidDate, "`published_on` \"вес ной\" is no date"),
        ("id,text,text\n1,а,б\n", .malformed, "two columns `text`"),
    ])
    func aTableWithoutItsColumnsIsRejected(table: String, reason: Rejection.Reason, says: String) throws {
        let all = try read(table)
        #expect(all.count == 1)
        #expect(all.first?.rejection?.reason == reason)
        #expect(all.first?.rejection?.detail.contains(says) == true, "\(all)")
    }

    @Test func aRecordLongerThanTheLimitLeavesItsNeighboursAlone() throws {
        let long = String(repeating: "а", count: 3000)
        #expect(told(try read("id,text\n1,а\n2,\(long)\n3,в\n", limit: 4096)) == ["1: а", "3 tooLarge", "3: в"])
    }

    @Test func manyRecordsAreReadInPieces() throws {
        let rows = (1...20_000).map { "\($0),\"Запись, \($0)\nвторая строка\"\n" }.joined()
        let all = try read("id,text\n" + rows, limit: 4096)
        #expect(all.count == 20_000 && all.allSatisfy { $0.article != nil })
        #expect(all.last?.line == 40_000)
    }

    @Test func whatIsNotUTF8IsRejectedByItself() throws {
        let scratch = try Scratch()
        let rows =
            Array(("id,text\n1,а\n" + String(repeating: "2,б\n", count: 40_000)).utf8) + [0x33, 0x2C, 0xFF, 0x0A]
        let all = try entries([try scratch.write("t.csv", rows + Array("4,г\n".utf8))])
        #expect(all.suffix(2).map { $0.rejection?.reason } == [.invalidEncoding, nil])
    }
}
