import Foundation
import Postgres
import Testing

/// Each fault costs its own article and nothing else, is told once, and is gone when it is mended.
@Suite struct BadInputTests {
    struct Fault {
        let name: String
        let bytes: [UInt8]
        let reason: String
        /// The line that is told, nil for the whole file.
        var line: Int?
    }

    static func utf16(_ text: String, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private static func lines(_ bad: some Sequence<UInt8>) -> [UInt8] {
        let name = UUID().uuidString
        return Array("{\"id\": \"\(name)-1\", \"text\": \"Встреча.\"}\n".utf8) + bad
            + Array("\n{\"id\": \"\(name)-3\", \"text\": \"Переговоры.\"}\n".utf8)
    }

    static let faults: [Fault] = [
        Fault(name: "empty.txt", bytes: [], reason: "empty"),
        Fault(name: "latin.txt", bytes: Array("Да ".utf8) + [0xE4, 0xE0], reason: "invalid_encoding"),
        Fault(name: "marked.txt", bytes: utf16("Встреча в Астане.", mark: true), reason: "invalid_encoding"),
        Fault(name: "unmarked.txt", bytes: utf16("Встреча в Астане.", mark: false), reason: "invalid_encoding"),
        Fault(name: "zero.txt", bytes: Array("Встреча\0в Астане".utf8), reason: "binary"),
        Fault(name: "program.txt", bytes: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], reason: "binary"),
        Fault(name: "cut.ndjson", bytes: lines(#"{"id": "cut", "text": "Вс"#.utf8), reason: "malformed", line: 2),
        Fault(name: "mute.ndjson", bytes: lines(#"{"id": "mute"}"#.utf8), reason: "no_text", line: 2),
        Fault(
            name: "never.ndjson",
            bytes: lines(#"{"id": "never", "text": "Встреча.", "published_on": "2024-02-30"}"#.utf8),
            reason: "invalid_date", line: 2),
        Fault(
            name: "twice.ndjson",
            bytes: Array(#"{"id": "twice", "text": "Одно."}"#.utf8) + [0x0A]
                + Array(#"{"id": "twice", "text": "Другое."}"#.utf8),
            reason: "conflicting_id", line: 2),
        Fault(
            name: "long.ndjson", bytes: lines([UInt8](repeating: 0x61, count: 50 << 20)), reason: "too_large", line: 2),
    ]

    /// Whoever gives a file that is none of ours is told so without a message a line.
    @Test func ofAFileThatIsWrongThroughoutTheFirstLinesAreTold() throws {
        let scratch = Scratch()
        try scratch.write("in/alien.ndjson", String(repeating: "{\"name\": \"x\"}\n", count: 45))
        try scratch.write("in/mute.ndjson", "{\"id\": \"mute\"}\n{\"id\": \"good\", \"text\": \"Встреча.\"}\n")
        let database = try TestDatabase()
        let outcome = try database.run("in", folder: scratch.path)
        #expect(outcome.status == 65, "\(outcome.errors)")
        let told = outcome.errorLines.filter { !$0.contains("migrated to") }
        #expect(told.count { $0.hasPrefix("chancery: in/alien.ndjson:") } == 21, "\(told.joined(separator: "\n"))")
        #expect(told.count { $0.hasPrefix("chancery: in/mute.ndjson:1: ") } == 1)
        #expect(told.last?.hasPrefix("chancery: in/alien.ndjson: 25 more like these (") == true, "\(told.last ?? "")")
        #expect(told.count == 22)
        #expect(
            try database.column("select count(*)::text from chancery.rejects where source like '%/alien.ndjson'")
                == ["45"])
        #expect(outcome.output.contains("46 rejected"))
    }

    @Test func everyFaultIsToldOnceAndTheRestIsLoaded() throws {
        let scratch = Scratch()
        for fault in Self.faults { try scratch.write("in/\(fault.name)", fault.bytes) }
        try scratch.write("in/good.txt", "Встреча в Астане.")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/in/unreadable.txt", withDestinationPath: "/proc/self/mem")
        let database = try TestDatabase()
        let outcome = try database.run("in", "nowhere", folder: scratch.path)
        #expect(outcome.status == 65, "\(outcome.errors)")

        let expected =
            (Self.faults.map { fault in
                ["in/\(fault.name)", fault.line.map { ":\($0)" } ?? "", fault.reason]
            } + [["nowhere", "", "missing"], ["in/unreadable.txt", "", "unreadable"]])
        let told = outcome.errorLines.filter { !$0.contains("migrated to") }
        #expect(told.count == expected.count, "\(told.joined(separator: "\n"))")
        for fault in expected {
            #expect(told.count { $0.hasPrefix("chancery: \(fault[0])\(fault[1]): ") } == 1, "\(fault)")
        }
        let rejects = try database.column(
            "select source || coalesce(':' || line, '') || ' ' || reason from chancery.rejects order by 1")
        #expect(
            rejects.compactMap(\.self).sorted() == expected.map { "\(scratch.path)/\($0[0])\($0[1]) \($0[2])" }.sorted()
        )
        // Two good lines beside each bad one, of the conflicting ones the first, and the good file.
        #expect(try database.column("select count(*) from chancery.articles") == ["10"])
        #expect(try database.column("select body from chancery.articles where id = 'twice'") == ["Одно."])

        for fault in Self.faults { try FileManager.default.removeItem(atPath: "\(scratch.path)/in/\(fault.name)") }
        try FileManager.default.removeItem(atPath: "\(scratch.path)/in/unreadable.txt")
        try scratch.write("nowhere/found.txt", "Переговоры.")
        let mended = try database.run("in", "nowhere", folder: scratch.path)
        #expect(mended.status == 0, "\(mended.errors)")
        #expect(try database.column("select count(*) from chancery.rejects") == ["0"])
    }
}
