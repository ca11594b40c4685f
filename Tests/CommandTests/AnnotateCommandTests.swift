import Foundation
import Testing

@Suite struct AnnotateCommandTests {
    private func row(_ line: String) throws -> [String: Any] {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["id", "error", "entities"])
        return object
    }

    @Test func aLineInGivesALineOut() throws {
        let input = """
            {"id": "a", "text": "Казахстан выделил 5 млн долларов.", "published_on": "2024-11-27"}
            {"id": "b"

            {"id": "d", "text": "Товарооборот вырос на 10 процентов.", "published_on": "2024-02-30"}
            {"id": "e", "text": "Встреча состоялась."}

            """
        let outcome = try Chancery.run("annotate", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try #require(outcome.lines.count == 5)
        #expect(try outcome.lines.map { try row($0)["id"] as? String } == ["a", nil, nil, "d", "e"])
        #expect(
            outcome.lines[0]
                == #"{"id": "a", "error": null, "entities": [{"type": "COUNTRY", "start": 0, "end": 9, "normal": "KZ"}, "#
                + #"{"type": "MONEY", "start": 18, "end": 32, "normal": "5000000 USD"}]}"#)
        #expect(outcome.lines[3].contains(#""error": "-:4: `published_on`"#))
        #expect(outcome.lines[4] == #"{"id": "e", "error": null, "entities": []}"#)
        #expect(outcome.errorLines.count == 3)
    }

    @Test func wordsComeWithTheParseOfTheirSentence() throws {
        let input = #"{"id": "a", "text": "Стороны подписали меморандум."}"# + "\n"
        let outcome = try Chancery.run("annotate", "--words", input: input)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.lines == [
                #"{"id": "a", "error": null, "entities": [], "words": "#
                    + #"[{"start": 0, "end": 7, "lemma": "сторона", "tag": "NOUN,inan,femn plur,nomn"}, "#
                    + #"{"start": 8, "end": 17, "lemma": "подписать", "tag": "VERB,perf,tran plur,past,indc"}, "#
                    + #"{"start": 18, "end": 28, "lemma": "меморандум", "tag": "NOUN,inan,masc sing,accs"}]}"#
            ])
    }

    @Test func strictTellsByTheExitCode() throws {
        #expect(try Chancery.run("annotate", "--strict", input: "x\n").status == 65)
        #expect(try Chancery.run("annotate", input: "").output.isEmpty)
    }

    /// A line that is cut, doubled or no JSON gets its line too, and the one after it its own.
    @Test(arguments: ["annotate", "extract"]) func everyDamagedLineIsAnswered(command: String) throws {
        let line = #"{"id": "a", "text": "Президент Казахстана 5 мая принял посла. Экспорт достиг 5 млн долларов."}"#
        let scalars = Array(line.unicodeScalars)
        let damaged = (1..<scalars.count).map { cut in
            String(String.UnicodeScalarView(scalars[..<cut] + scalars.dropFirst(cut + cut % 7 + 1)))
        }
        let input = damaged.flatMap { [$0, line] }.joined(separator: "\n") + "\n"
        let outcome = try Chancery.run(command, input: input)
        #expect(outcome.status == 0)
        try #require(outcome.lines.count == damaged.count * 2)
        #expect(Set(stride(from: 1, to: outcome.lines.count, by: 2).map { outcome.lines[$0] }).count == 1)
    }
}
