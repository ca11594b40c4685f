import Foundation
import Model
import Testing

@testable import Extract

@Suite struct NDJSONReaderTests {
    @Test func aRecordHasTheFieldsOfItsLine() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "a.ndjson",
            #"{"id": "x-1", "source": "МИД", "url": "https://example.org/1", "title": "Т", "published_on": "2024-02-29", "#
                + #""lang": "ru", "text": "Да\r\n\u0439 🤝", "extra": [1, {"a": null}]}"# + "\n")
        let article = try #require(try entries([path]).first?.article)
        #expect(
            article
                == Article(
                    id: "x-1", source: "МИД", url: "https://example.org/1", title: "Т",
                    publishedOn: PartialDate(year: 2024, month: 2, day: 29), language: "ru", text: "Да\r\nй 🤝"))
    }

    @Test func nullIsAbsent() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "a.jsonl", #"{"id": "1", "text": "т", "url": null, "title": null, "published_on": null, "lang": null}"#)
        #expect(try entries([path]).first?.article == Article(id: "1", text: "т"))
    }

    struct Fault: CustomTestStringConvertible {
        let testDescription: String
        let line: [UInt8]
        let reason: Rejection.Reason
        let id: String?
        let says: String

        init(_ line: String, _ reason: Rejection.Reason, id: String? = nil, _ says: String) {
            testDescription = line
            self.line = Array(line.utf8)
            self.reason = reason
            self.id = id
            self.says = says
        }

        init(_ name: String, _ line: [UInt8], _ reason: Rejection.Reason, _ says: String) {
            testDescription = name
            self.line = line
            self.reason = reason
            id = nil
            self.says = says
        }
    }

    @Test(arguments: [
        Fault(#"{"id": "b", "text": "да""#, .malformed, "is not JSON (Unexpected end of file"),
        Fault(#"{"id": "b", "text": "да"} x"#, .malformed, "is not JSON"),
        Fault("встреча", .malformed, "is not JSON"),
        Fault(#"["b"]"#, .malformed, "not a JSON object"),
        Fault("17", .malformed, "not a JSON object"),
        Fault(#"{"text": "да"}"#, .malformed, "no `id`"),
        Fault(#"{"id": " ", "text": "да"}"#, .malformed, id: " ", "no `id`"),
        Fault(#"{"id": 17, "text": "да"}"#, .malformed, "`id` is not a string"),
        Fault(#"{"id": "b", "text": "да", "title": {}}"#, .malformed, id: "b", "`title` is not a string"),
        Fault(#"{"id": "b", "text": "\ud83e да"}"#, .malformed, "is not JSON"),
        Fault(#"{"id": "b"}"#, .noText, id: "b", "no `text`"),
        Fault(#"{"id": "b", "text": null}"#, .noText, id: "b", "no `text`"),
        Fault(#"{"id": "b", "text": " \n\u00a0"}"#, .noText, id: "b", "no `text`"),
        Fault(#"{"id": "b", "text": "да\u0000нет"}"#, .binary, id: "b", "`text` holds a NUL"),
        Fault(#"{"id": "b", "text": "т", "published_on": "2024-02-30"}"#, .invalidDate, id: "b", "2024-02-30"),
        Fault(#"{"id": "b", "text": "т", "published_on": "2023-02-29"}"#, .invalidDate, id: "b", "2023-02-29"),
        Fault(#"{"id": "b", "text": "т", "published_on": "27.11.2024"}"#, .invalidDate, id: "b", "27.11.2024"),
        Fault(#"{"id": "b", "text": "т", "published_on": "2024-11"}"#, .invalidDate, id: "b", "2024-11"),
        Fault(#"{"id": "b", "text": "т", "published_on": ""}"#, .invalidDate, id: "b", "a day"),
        Fault(
            "invalid UTF-8", Array(#"{"id": "b", "text": ""#.utf8) + [0xD4] + Array(#""}"#.utf8), .invalidEncoding,
            "at byte 21;"),
        Fault("a NUL byte", Array(#"{"id": "b\#0"}"#.utf8), .binary, "NUL at byte 9,"),
    ])
    func aFaultyLineIsRejectedAmongGoodOnes(_ fault: Fault) throws {
        let scratch = try Scratch()
        let before = Array("{\"id\": \"a\", \"text\": \"а\"}\r\n\r\n".utf8)
        let after = Array("\n{\"id\": \"c\", \"text\": \"в\"}".utf8)
        let path = try scratch.write("a.ndjson", before + fault.line + after)
        let all = try entries([path])
        #expect(all.map(\.line) == [1, 3, 4])
        #expect(all.map { $0.article?.id } == ["a", nil, "c"])
        let rejection = try #require(all[1].rejection)
        #expect(rejection.reason == fault.reason)
        #expect(rejection.articleID == fault.id)
        #expect(rejection.description.hasPrefix("\(path):3: "))
        #expect(rejection.detail.contains(fault.says), "\(rejection)")
        #expect(!rejection.description.contains("\n"))
    }

    @Test func aLineOfFiftyMegabytesIsRejectedAndReadingGoesOn() throws {
        let scratch = try Scratch()
        var bytes = Array("{\"id\": \"a\", \"text\": \"а\"}\n{\"id\": \"b\", \"text\": \"".utf8)
        bytes += [UInt8](repeating: 0x61, count: 50 << 20)
        bytes += Array("\"}\n{\"id\": \"c\", \"text\": \"в\"}\n".utf8)
        let all = try entries([try scratch.write("a.ndjson", bytes)])
        #expect(all.map { $0.article?.id } == ["a", nil, "c"])
        #expect(all[1].rejection?.reason == .tooLarge)
        #expect(all[1].rejection?.line == 2)
    }

    @Test func linesLongerThanAPieceAreWhole() throws {
        let scratch = try Scratch()
        let long = String(repeating: "д", count: 100_000)
        let path = try scratch.write(
            "a.ndjson", (1...3).map { "{\"id\": \"\($0)\", \"text\": \"\(long)\($0)\"}\n" }.joined())
        #expect(try entries([path]).map { $0.article?.text } == (1...3).map { long + "\($0)" })
    }

    @Test(arguments: [
        ("", Rejection.Reason.empty), ("\n \r\n", .empty), ("\u{1F}\u{8B}", nil),
    ])
    func aSourceWithoutRecordsIsEmpty(_ text: String, _ reason: Rejection.Reason?) throws {
        let scratch = try Scratch()
        let all = try entries([try scratch.write("a.ndjson", text)])
        #expect(all.count == 1)
        #expect(all[0].rejection?.reason == reason ?? .malformed)
    }

    @Test(arguments: [true, false], [true, false])
    func aSourceInUTF16IsRejectedAsAWhole(bigEndian: Bool, mark: Bool) throws {
        let scratch = try Scratch()
        let lines = "{\"id\": \"a\", \"text\": \"Встреча\"}\n{\"id\": \"b\", \"text\": \"Переговоры\"}\n"
        let all = try entries([try scratch.write("a.ndjson", utf16(lines, bigEndian: bigEndian, mark: mark))])
        #expect(all.count == 1)
        #expect(all[0].rejection?.reason == .invalidEncoding)
        #expect(all[0].line == nil)
    }

    @Test func asAFilterEveryLineCounts() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.ndjson", "\n{\"id\": \"a\", \"text\": \"а\"}\n\n")
        let all = try entries([path], linewise: true)
        #expect(all.map(\.line) == [1, 2, 3])
        #expect(all.map { $0.article?.id } == [nil, "a", nil])
        #expect(try entries([try scratch.write("b.ndjson", "")], linewise: true).isEmpty)
    }

    @Test func standardInputIsReadAsItComes() throws {
        let pipe = Pipe()
        let sources = Sources(["-", "-"], standardInput: pipe.fileHandleForReading.fileDescriptor)
        let lines = Array("\u{FEFF}{\"id\": \"a\", \"text\": \"а\"}\n{\"id\": \"b\", \"text\": \"б\"}".utf8)
        // One byte at a time: neither the mark nor a character nor a line comes whole.
        Thread.detachNewThread {
            for byte in lines { try? pipe.fileHandleForWriting.write(contentsOf: [byte]) }
            try? pipe.fileHandleForWriting.close()
        }
        var all: [SourceEntry] = []
        let inventory = try sources.read { all.append($0) }
        #expect(all.map { $0.article?.id } == ["a", "b"])
        #expect(all.map(\.source) == ["-", "-"])
        #expect(inventory.files == 1)
    }

    @Test func cancellingEndsAReadingThatWaits() throws {
        let pipe = Pipe()
        let limits = ReadingLimits(isCancelled: { true })
        var all: [SourceEntry] = []
        _ = try Sources(["-"], limits: limits, standardInput: pipe.fileHandleForReading.fileDescriptor)
            .read { all.append($0) }
        #expect(all.isEmpty)
    }
}
