import Foundation

@testable import Morphology

/// The Python package pymorphy3, asked by way of scripts/oracle-morphology.py.
enum Oracle {
    struct Reading: Hashable, Decodable {
        let lemma: String
        let tag: String

        init(_ parse: Parse) {
            lemma = parse.lemma
            tag = parse.tag.description
        }

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            lemma = try pair.decode(String.self)
            tag = try pair.decode(String.self)
        }
    }

    struct Answer: Decodable {
        let word: String
        let parses: Set<Reading>
        let best: Reading
        let score: Double
        let nominative: String?
    }

    static let isInstalled: Bool =
        (try? run(["-c", "import pymorphy3"], input: nil))?.status == 0

    static func answers(to words: [String]) throws -> [Answer] {
        let script = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../scripts/oracle-morphology.py")
        let output = try run([script.standardized.path, TestDictionary.folder], input: words)
        guard output.status == 0 else { throw Failure(status: output.status) }
        let decoder = JSONDecoder()
        return try output.text.split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(Answer.self, from: $0)
        }
    }

    struct Failure: Error { let status: Int32 }

    /// Words and answers go by way of files, so that neither side waits for the other's pipe.
    private static func run(_ arguments: [String], input: [String]?) throws -> (status: Int32, text: Data) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = folder.appendingPathComponent("words")
        let answers = folder.appendingPathComponent("answers")
        try Data(((input ?? []).joined(separator: "\n") + "\n").utf8).write(to: words)
        try Data().write(to: answers)

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardInput = try FileHandle(forReadingFrom: words)
        process.standardOutput = try FileHandle(forWritingTo: answers)
        if input == nil { process.standardError = FileHandle.nullDevice }
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try Data(contentsOf: answers))
    }
}
