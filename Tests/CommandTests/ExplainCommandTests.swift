import Foundation
import Testing

@Suite struct ExplainCommandTests {
    @Test func eachEntityStandsWithItsRule() throws {
        let text = "Президент Казахстана 5 ноября принял в Астане посла Нидерландов. Экспорт достиг 5,3млн тенге."
        let input = #"{"id": "a", "text": "\#(text)", "published_on": "2024-11-27"}"# + "\n"
        let outcome = try Chancery.run("explain", "-", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        func line(_ words: String) -> String? {
            outcome.lines.first { $0.contains("«\(words)»") && $0.contains("rule") }
        }
        #expect(try #require(line("Астане")).contains("Астана, KZ"))
        #expect(try #require(line("Астане")).hasSuffix("rule city.name"))
        #expect(try #require(line("5 ноября")).hasSuffix("rule when.day"))
        #expect(try #require(line("5 ноября")).contains("2024-11-05"))
        #expect(try #require(line("5,3млн тенге")).contains("5300000 KZT"))
        #expect(try #require(line("Нидерландов")).contains("NL"))
        // No terminal, no colours; the text itself is there with its facts marked.
        #expect(!outcome.output.contains("\u{1B}"))
        #expect(outcome.output.contains("[F1 Экспорт достиг 5,3млн тенге]."))
    }

    @Test func whatIsOddAboutASourceIsTold() throws {
        let scratch = Scratch()
        let file = try scratch.write("a.txt", "Встреча прошла в Астане.")
        let packed = Process()
        packed.executableURL = URL(filePath: "/usr/bin/env")
        packed.arguments = ["gzip", file]
        try packed.run()
        packed.waitUntilExit()
        let handle = try #require(FileHandle(forUpdatingAtPath: file + ".gz"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("мусор".utf8))
        let outcome = try Chancery.run("explain", file + ".gz")
        #expect(outcome.status == 0 && outcome.output.contains("Астане"))
        #expect(outcome.errors.contains(file + ".gz: "), "\(outcome.errors)")
    }
}
