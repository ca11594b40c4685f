import Extract
import Foundation
import Model
import Normalize
import Testing

@testable import Pipeline

@Suite struct FilterTests {
    @Test(arguments: [1, 2, 4])
    func everyLineGetsItsLineInOrder(workers: Int) throws {
        let pipe = Pipe()
        let lines =
            (0..<60).map { $0 % 7 == 3 ? "{\"id\": \"a\($0)\"}" : "{\"id\": \"a\($0)\", \"text\": \"т\"}" } + [
                "", "x\"\\",
            ]
        Thread.detachNewThread {
            try? pipe.fileHandleForWriting.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
            try? pipe.fileHandleForWriting.close()
        }
        let staging = Staging(
            options: Staging.Options(extractWorkers: workers, normalizeWorkers: workers),
            extract: { article in
                if article.id.hasSuffix("0") { Thread.sleep(forTimeInterval: 0.002) }
                return Facts(language: "ru")
            },
            normalize: { article, facts in
                ArticleReport(
                    article: article, contentHash: article.contentHash, language: "ru", title: nil,
                    publishedOn: nil, countries: [], meetings: [], figures: [], agreements: [])
            })
        var written: [String] = []
        var rejected: [Int?] = []
        try Filter(staging: staging) { $0.article.id }.run(
            Sources(["-"], linewise: true, standardInput: pipe.fileHandleForReading.fileDescriptor)
        ) {
            written.append($0)
        } rejected: {
            rejected.append($0.line)
        }
        #expect(written.count == lines.count)
        #expect(rejected == (0..<60).filter { $0 % 7 == 3 }.map { $0 + 1 } + [61, 62])
        for (number, line) in written.enumerated() where number < 60 {
            #expect(number % 7 == 3 ? line.hasPrefix("{\"id\": \"a\(number)\"") : line == "a\(number)")
        }
    }

    @Test func aLineThatCannotBeWrittenEndsTheFilter() throws {
        struct Full: Error {}
        let pipe = Pipe()
        let line = Data("{\"id\": \"a\", \"text\": \"т\"}\n".utf8)
        try pipe.fileHandleForWriting.write(contentsOf: line + line)
        // Not closed: the filter may not wait for more.
        let cancellation = Cancellation()
        let staging = Staging(
            options: Staging.Options(extractWorkers: 1, normalizeWorkers: 1), extract: { _ in Facts(language: "ru") },
            normalize: { article, _ in
                ArticleReport(
                    article: article, contentHash: [], language: "ru", title: nil, publishedOn: nil, countries: [],
                    meetings: [], figures: [], agreements: [])
            })
        let sources = Sources(
            ["-"], limits: ReadingLimits(isCancelled: { cancellation.isCancelled }), linewise: true,
            standardInput: pipe.fileHandleForReading.fileDescriptor)
        #expect(throws: Full.self) {
            try Filter(staging: staging) { $0.article.id }
                .run(sources, cancellation: cancellation) { _ in
                    throw Full()
                } rejected: { _ in
                }
        }
    }
}
