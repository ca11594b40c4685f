import Foundation
import Testing

@Suite struct ExtractCommandTests {
    private func id(_ line: String) throws -> String? {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(
            Set(object.keys)
                == ["id", "lang", "published_on", "error", "countries", "meetings", "figures", "agreements"])
        return object["id"] as? String
    }

    @Test func aLineInGivesALineOut() throws {
        let input = """
            {"id": "a", "text": "Казахстан и Таджикистан подписали соглашение.", "published_on": "2024-11-27"}
            {"id": "b"

            {"id": "c", "text": " "}
            {"id": "d", "text": "Товарооборот вырос на 10 процентов.", "published_on": "2024-02-30"}
            {"id": "e", "text": "Встреча состоялась."}

            """
        let outcome = try Chancery.run("extract", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try #require(outcome.lines.count == 6)
        #expect(try outcome.lines.map(id) == ["a", nil, nil, "c", "d", "e"])
        #expect(outcome.lines[0].contains(#""error": null"#))
        #expect(outcome.lines[0].contains(#"{"code": "KZ", "mentions": 1}"#))
        #expect(outcome.lines[4].contains(#""error": "-:5: `published_on`"#))
        #expect(outcome.errorLines.map { $0.prefix(14) } == (2...5).map { "chancery: -:\($0):" })
    }

    @Test func strictTellsByTheExitCode() throws {
        #expect(try Chancery.run("extract", "--strict", input: "x\n").status == 65)
        #expect(try Chancery.run("extract", "--strict", input: #"{"id": "a", "text": "т"}"#).status == 0)
        #expect(try Chancery.run("extract", input: "").output.isEmpty)
    }

    @Test func theWorkersDoNotChangeTheOutput() throws {
        let input = (0..<40).map { number in
            let text = String(
                repeating: "Президенты Казахстана и Узбекистана провели переговоры. ", count: 1 + number % 9)
            return #"{"id": "\#(number)", "text": "\#(text)", "published_on": "2024-11-27"}"#
        }.joined(separator: "\n")
        let outputs = try ["1", "2", "4"].map {
            try Chancery.run("extract", "--extract-workers", $0, "--normalize-workers", $0, input: input).output
        }
        #expect(outputs[0].split(separator: "\n").count == 40)
        #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
    }

    @Test func filesAndFoldersCanBeGiven() throws {
        let scratch = Scratch()
        try scratch.write("in/б.txt", "Встреча в Астане.")
        try scratch.write("in/a.ndjson", #"{"id": "x", "text": "т"}"#)
        let outcome = try Chancery.run("extract", "in", "nowhere", folder: scratch.path)
        #expect(try outcome.lines.map(id) == [nil, "x", "б"])
        #expect(outcome.errors.hasPrefix("chancery: nowhere: no such file or folder"))
    }

    @Test func aFullDiskIsTold() throws {
        let outcome = try Chancery.run("extract", input: "x\n")
        #expect(outcome.status == 0)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "echo x | '\(Chancery.program.path)' extract > /dev/full 2> /dev/null"]
        shell.environment = Chancery.environment
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 74)
    }
}
