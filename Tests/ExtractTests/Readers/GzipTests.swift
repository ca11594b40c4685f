import Foundation
import Model
import Synchronization
import Testing

@testable import Extract

@Suite struct GzipTests {
    /// gzip's own, run on a text.
    private func packed(_ text: some Sequence<UInt8>) throws -> [UInt8] {
        let scratch = try Scratch()
        let path = try scratch.write("a", text)
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-n", path]
        try gzip.run()
        gzip.waitUntilExit()
        return Array(try Data(contentsOf: URL(filePath: path + ".gz")))
    }

    private let records = (1...3).map { #"{"id": "\#($0)", "text": "Запись \#($0)."}"# + "\n" }.joined()

    @Test func everyFormatIsReadFromGzip() throws {
        let scratch = try Scratch()
        let files: [(String, [UInt8])] = [
            ("a.ndjson.gz", Array(records.utf8)), ("b.txt.gz", Array("Текст.".utf8)),
            ("c.csv.gz", Array("id,text\nc,Текст\n".utf8)),
            ("d.html.GZ", try Array(Data(contentsOf: URL(filePath: samples + "agency-1251.html")))),
            ("e.xml.gz", try Array(Data(contentsOf: URL(filePath: samples + "wire-1251.xml")))),
            // Packed without a word of it in the name.
            ("f.txt", Array("Упакован.".utf8)),
            ("g", Array("<!DOCTYPE html><p>Президенты двух стран встретились в столице.".utf8)),
        ]
        for (name, bytes) in files { try scratch.write(name, packed(bytes)) }
        let ids = try entries([scratch.path]).map { $0.article?.id ?? "\($0.rejection!)" }
        #expect(
            ids == [
                "1", "2", "3", "b", "c", "d", "https://vostok.example/n/1?a=1&b=2", "https://vostok.example/n/2", "f",
                "g",
            ])
    }

    @Test func severalMembersAndPaddingAreOneFile() throws {
        let scratch = try Scratch()
        let bytes = try packed(records.utf8) + packed(#"{"id": "4", "text": "Ещё."}"#.utf8) + [0, 0, 0]
        #expect(try entries([try scratch.write("a.ndjson.gz", bytes)]).map { $0.article?.id } == ["1", "2", "3", "4"])
    }

    @Test func whatIsBrokenOffLosesNothingBeforeIt() throws {
        let scratch = try Scratch()
        // Random words do not pack well: the cut is far behind the first records.
        var state: UInt64 = 7
        let long = (1...4000).map { number -> String in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return #"{"id": "\#(number)", "text": "Запись \#(state)."}"# + "\n"
        }.joined()
        let whole = try packed(long.utf8)
        let all = try entries([try scratch.write("a.ndjson.gz", whole.dropLast(whole.count / 4))])
        #expect(all.count > 1000)
        #expect(all.dropLast().allSatisfy { $0.article != nil })
        #expect(all.last?.rejection?.reason == .malformed)
        #expect(all.last?.rejection?.detail.contains("breaks off after") == true, "\(all.last!)")
    }

    @Test(
        arguments: [
            ([0x1F, 0x8B], "breaks off"), ([0x1F, 0x8B, 0x08, 0, 0, 0xFF], "breaks off"),
            ([0x1F, 0x8B, 0x07, 0, 0, 0, 0, 0, 0, 0, 0], "is damaged"),
        ] as [([UInt8], String)])
    func brokenDataAreRejectedOnce(bytes: [UInt8], says: String) throws {
        for name in ["a.ndjson.gz", "a.html.gz", "a.txt.gz", "a.csv.gz", "a.xml.gz"] {
            let scratch = try Scratch()
            let all = try entries([try scratch.write(name, bytes)])
            #expect(all.count == 1)
            #expect(all.first?.rejection?.reason == .malformed)
            #expect(all.first?.rejection?.detail.contains(says) == true, "\(all)")
        }
    }

    /// As gzip has it, of a file that was padded or written over.
    @Test func whatFollowsWholeDataIsLeftOutWithAWarning() throws {
        let scratch = try Scratch()
        let files = try [
            scratch.write("a.ndjson.gz", packed(records.utf8) + Array("мусор".utf8)),
            scratch.write("b.txt.gz", packed("Текст.".utf8) + [0, 0] + [UInt8](repeating: 0x0A, count: 200_000)),
        ]
        let warnings = Mutex<[String]>([])
        let limits = ReadingLimits(warn: { warning in warnings.withLock { $0.append(warning) } })
        var ids: [String?] = []
        _ = try Sources(files, limits: limits).read { ids.append($0.article?.id) }
        #expect(ids == ["1", "2", "3", "b"])
        _ = try FactLines([files[0]], limits: limits, extractorVersion: "1").read { _ in }
        let told = warnings.withLock { $0 }
        #expect(told.count == 3 && zip(told, files + files).allSatisfy { $0.hasPrefix($1 + ": ") }, "\(told)")
    }

    @Test func damageIsTold() throws {
        let scratch = try Scratch()
        var bytes = try packed(records.utf8)
        bytes[bytes.count - 6] ^= 0xFF
        let damaged = try entries([try scratch.write("b.ndjson.gz", bytes)])
        #expect(damaged.last?.rejection?.detail.contains("is damaged after") == true, "\(damaged)")
    }

    @Test func aPageThatSwellsIsTooLarge() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a.html.gz", packed([UInt8](repeating: 0x20, count: 1 << 20)))
        #expect(try entries([path], limit: 1 << 16).first?.rejection?.reason == .tooLarge)
    }
}
