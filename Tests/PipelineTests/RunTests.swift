import Dispatch
import Extract
import Foundation
import Load
import Model
import Normalize
import Testing

@testable import Pipeline

/// A store in memory that keeps every batch, and can be made to fail.
///
/// `@unchecked Sendable`: `lock` guards all mutable state.
private final class Store: BatchSink, @unchecked Sendable {
    private let lock = NSLock()
    private var hashes: [String: [UInt8]] = [:]
    private var loaded: [Batch] = []
    private let failing: @Sendable (Int) throws -> Void

    let lanes: Int

    init(lanes: Int = 1, failing: @escaping @Sendable (Int) throws -> Void = { _ in }) {
        self.lanes = lanes
        self.failing = failing
    }

    var batches: [Batch] { lock.withLock { loaded } }
    var reports: [ArticleReport] { batches.flatMap { $0.articles.map(\.report) } }
    var ids: [String] { reports.map(\.article.id) }

    func unchanged(among articles: [Found]) -> Set<String> {
        lock.withLock { Set(articles.filter { hashes[$0.id] == $0.contentHash }.map(\.id)) }
    }

    func prune(_ scope: Scope, keeping isThere: (String) -> Bool, _ withdrawn: (Outcome) -> Void) {
        lock.withLock {
            var outcome = Outcome()
            for id in hashes.keys.filter({ !isThere($0) }) {
                hashes[id] = nil
                outcome.withdrawn += 1
            }
            withdrawn(outcome)
        }
    }

    func load(_ batch: Batch) throws -> Outcome {
        try failing(batches.count)
        var outcome = Outcome()
        outcome.rejections = batch.rejections
        lock.withLock {
            loaded.append(batch)
            for incoming in batch.articles {
                let article = incoming.report.article
                if article.text.contains("refused") {
                    outcome.rejections.append(
                        Rejection(
                            source: incoming.source, line: incoming.line, articleID: article.id, reason: .refused,
                            detail: "refused"))
                } else if hashes.updateValue(incoming.report.contentHash, forKey: article.id) == nil {
                    outcome.new += 1
                } else {
                    outcome.replaced += 1
                }
            }
        }
        return outcome
    }
}

@Suite final class RunTests: Sendable {
    struct Full: Error {}

    private let folder = NSTemporaryDirectory() + "chancery-run-" + UUID().uuidString.prefix(8)

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Articles of uneven weight, so that workers overtake one another, with a faulty line and a repetition.
    private func write(_ name: String, _ lines: [String]) throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try lines.joined(separator: "\n").write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        return "\(folder)/\(name)"
    }

    private func line(_ id: Int, _ text: String? = nil) -> String {
        #"{"id": "a\#(id)", "text": "\#(text ?? String(repeating: "текст ", count: 1 + id * 37 % 50))"}"#
    }

    private func load(
        _ paths: [String], into store: Store, workers: Int = 2, batchSize: Int = 10,
        cancellation: Cancellation = Cancellation(), observer: Pipeline.Run.Observer = Pipeline.Run.Observer(),
        extracting: @escaping @Sendable (Article) -> Void = { _ in }
    ) throws -> RunSummary {
        let staging = Staging(
            options: Staging.Options(extractWorkers: workers, normalizeWorkers: workers),
            extract: { article in
                extracting(article)
                return Facts(language: "ru", title: "\(article.text.count)")
            },
            normalize: { article, facts in
                ArticleReport(
                    article: article, contentHash: article.contentHash, language: facts.language,
                    title: facts.title, publishedOn: nil, countries: [], meetings: [], figures: [], agreements: [])
            })
        let limits = ReadingLimits(isCancelled: { cancellation.isCancelled })
        return try Pipeline.Run(options: Pipeline.Run.Options(batchSize: batchSize), staging: staging)
            .load(Sources(paths, limits: limits), into: store, observer: observer, cancellation: cancellation)
    }

    @Test(arguments: [1, 2, 4])
    func theWorkersDoNotChangeTheResult(workers: Int) throws {
        let path = try write("a.ndjson", (0..<95).map { line($0) } + ["{"] + (95..<100).map { line($0) })
        let store = Store()
        let summary = try load([path], into: store, workers: workers) { article in
            if article.id.hasSuffix("0") { Thread.sleep(forTimeInterval: 0.002) }
        }
        #expect(store.ids == (0..<100).map { "a\($0)" })
        #expect(store.batches.map { $0.count } == Array(repeating: 10, count: 10) + [1])
        #expect(store.batches[9].rejections.map(\.line) == [96])
        #expect(store.reports.allSatisfy { $0.title == "\($0.article.text.count)" })
        #expect(summary.read == 101 && summary.new == 100 && summary.rejected == 1 && summary.files == 1)
    }

    @Test func whatIsStoredIsNotLoadedAgain() throws {
        let path = try write("a.ndjson", (0..<20).map { line($0) })
        let store = Store()
        _ = try load([path], into: store)
        let second = try load([path], into: store)
        #expect(store.batches.count == 2)
        #expect(second.read == 20 && second.unchanged == 20 && second.new == 0)

        _ = try write("a.ndjson", (0..<20).map { line($0, $0 == 7 ? "другое" : nil) })
        let third = try load([path], into: store)
        #expect(third.changed == 1 && third.unchanged == 19)
        #expect(store.batches.last?.articles.map(\.report.article.id) == ["a7"])
    }

    @Test func ofTwoTextsWithOneIDTheFirstByNameStays() throws {
        let first = try write("a.ndjson", [line(1), line(2, "одно"), line(2, "одно")])
        let second = try write("b.ndjson", [line(2, "другое"), line(3), line(2, "одно")])
        for paths in [[first, second], [second, first], [folder]] {
            let store = Store()
            var rejected: [Rejection] = []
            let summary = try load(
                paths, into: store, observer: Pipeline.Run.Observer(rejected: { rejected.append($0) }))
            #expect(store.ids == ["a1", "a2", "a3"])
            #expect(store.reports[1].article.text == "одно")
            #expect(rejected.map(\.reason) == [.conflictingID])
            #expect(rejected.map(\.description)[0].contains("b.ndjson:1: "))
            #expect(summary.read == 6 && summary.new == 3 && summary.repeated == 2 && summary.rejected == 1)
        }
    }

    @Test func whatTheStoreRefusesIsTold() throws {
        let path = try write("a.ndjson", [line(1), line(2, "refused"), line(3)])
        var rejected: [Rejection] = []
        let summary = try load([path], into: Store(), observer: Pipeline.Run.Observer { rejected.append($0) })
        #expect(rejected.map(\.articleID) == ["a2"])
        #expect(rejected.map(\.line) == [2])
        #expect(summary.rejected == 1 && summary.new == 2 && summary.read == 3)
    }

    @Test func whatLoadingThrowsEndsTheRunAndSurfaces() throws {
        // Endless input: the run ends only if the failure reaches the reader.
        let pipe = Pipe()
        let writer = DispatchQueue(label: "writer")
        let store = Store { if $0 == 3 { throw Full() } }
        let end = pipe.fileHandleForWriting.fileDescriptor
        signal(SIGPIPE, SIG_IGN)
        writer.async {
            for id in 0... {
                let bytes = Array("{\"id\": \"\(id)\", \"text\": \"т\"}\n".utf8)
                guard Foundation.write(end, bytes, bytes.count) == bytes.count else { return }
            }
        }
        let cancellation = Cancellation()
        let staging = Staging(
            options: Staging.Options(extractWorkers: 2, normalizeWorkers: 1),
            extract: { _ in Facts(language: "ru") },
            normalize: { article, _ in
                ArticleReport(
                    article: article, contentHash: article.contentHash, language: "ru", title: nil,
                    publishedOn: nil, countries: [], meetings: [], figures: [], agreements: [])
            })
        let sources = Sources(
            ["-"], limits: ReadingLimits(isCancelled: { cancellation.isCancelled }),
            standardInput: pipe.fileHandleForReading.fileDescriptor)
        #expect(throws: Full.self) {
            try Pipeline.Run(options: Pipeline.Run.Options(batchSize: 5), staging: staging)
                .load(sources, into: store, cancellation: cancellation)
        }
        #expect(store.batches.count == 3)
        try pipe.fileHandleForReading.close()
        writer.sync {}
    }

    @Test func anInterruptionLeavesWholeBatches() throws {
        let path = try write("a.ndjson", (0..<200).map { line($0) })
        let cancellation = Cancellation()
        let store = Store { if $0 == 2 { cancellation.cancel(because: Interruption(signal: SIGTERM)) } }
        #expect(throws: Interruption(signal: SIGTERM)) {
            try load([path], into: store, cancellation: cancellation)
        }
        #expect(store.ids == (0..<30).map { "a\($0)" })
        let rest = try load([path], into: store)
        #expect(rest.new == 170 && rest.unchanged == 30)
    }

    @Test func oneSlowArticleDoesNotLetTheRestPileUp() throws {
        let path = try write("a.ndjson", (0..<1000).map { line($0) })
        let begun = BoundedQueue<String>(capacity: 1000)
        let release = DispatchSemaphore(value: 0)
        let staging = Staging.Options(extractWorkers: 2, normalizeWorkers: 1)
        let done = DispatchGroup()
        DispatchQueue(label: "run").async(group: done) {
            _ = try? self.load([path], into: Store(), workers: 2) { article in
                begun.push(article.id)
                if article.id == "a0" { release.wait() }
            }
        }
        // Everything that can begin while the first article is held back has begun when nothing more comes.
        var last = -1
        while begun.count != last || last == 0 {
            last = begun.count
            Thread.sleep(forTimeInterval: 0.1)
        }
        #expect(begun.count <= 16 * (staging.extractWorkers + 2))
        release.signal()
        done.wait()
        #expect(begun.count == 1000)
    }
}
