import Extract
import Foundation
import Load
import Model
import Normalize
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// A run into PostgreSQL, over one connection or two.
@Suite struct LedgerSinkTests {
    private static let articles = (0..<60).map { number in
        #"{"id": "a\#(number)", "source": "Вестник", "text": "Текст \#(number)"}"#
    }

    /// Loads the articles in batches of three.
    ///
    /// - Parameter another: what stands in for opening the second connection; nil for opening it.
    /// - Returns: how many were loaded, and what the tables hold.
    private func load(
        isRehearsal: Bool = false, another: (@Sendable () throws -> Connection)? = nil
    ) throws -> (new: Int, dump: String) {
        let settings = try TestCluster.migratedDatabase()
        let connection = try TestCluster.connect(settings)
        if isRehearsal { try connection.rehearse() }
        let sink = try LedgerSink(
            connection, lookup: TestCluster.connect(settings),
            another: another ?? { try TestCluster.connect(settings) }, programVersion: "test",
            extractorVersion: "1", paths: ["-"], isRehearsal: isRehearsal)
        let path = NSTemporaryDirectory() + "chancery-sink-\(UUID().uuidString).ndjson"
        try Self.articles.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let staging = Staging(
            options: Staging.Options(extractWorkers: 2, normalizeWorkers: 1), extract: { _ in Facts(language: "ru") },
            normalize: { Normalizer().report(of: $0, facts: $1) })
        let summary = try Pipeline.Run(options: Pipeline.Run.Options(batchSize: 3), staging: staging)
            .load(Sources([path]), into: sink, cancellation: Cancellation())
        try sink.complete(summary)
        return (summary.new, try canonicalDump(TestCluster.connect(settings)))
    }

    @Test func aServerWithoutASecondConnectionGetsAllOverTheFirst() throws {
        let asked = Mutex(0)
        let one = try load {
            asked.withLock { $0 += 1 }
            throw PostgresError(.tooManyConnections, "too many connections for role", sqlState: "53300")
        }
        let two = try load()
        #expect(one.new == 60 && two.new == 60)
        #expect(one.dump == two.dump)
        #expect(asked.withLock { $0 } <= 1)
    }

    @Test func aRehearsalStaysInItsSession() throws {
        let rehearsed = try load(isRehearsal: true) {
            Issue.record("a second connection sees nothing of a rehearsal")
            throw PostgresError(.other, "none")
        }
        #expect(rehearsed.new == 60)
        #expect(!rehearsed.dump.contains("a1"))
    }
}
