import Extract
import Foundation
import Model
import Normalize
import Synchronization

/// The gate behind the reader: lets pass what is new or changed, and each id only once.
///
/// Of two records with one id and different content the first stays and the second is rejected. Sources are read in an
/// order of their own, so which is the first depends on neither the arguments nor the workers.
///
/// The store is asked about many articles at once. For one thread, the reader's; what was counted may be read by any.
struct Intake {
    private let sink: any BatchSink
    private let tally: Tally
    private let pass: (SourceEntry) throws -> Void
    private var seen: [UUID: UInt64] = [:]
    private var held: [(entry: SourceEntry, hash: [UInt8]?)] = []
    private var heldText = 0

    /// How many entries, and how many bytes of text, one question to the store is about.
    private static let question = (entries: 512, text: 4 << 20)

    /// - Parameter pass: takes what is to be loaded, in the order of reading.
    init(sink: any BatchSink, tally: Tally, pass: @escaping (SourceEntry) throws -> Void) {
        self.sink = sink
        self.tally = tally
        self.pass = pass
    }

    mutating func take(_ entry: SourceEntry) throws {
        switch entry.outcome {
        case .failure: held.append((entry, nil))
        case .success(let article):
            let hash = article.contentHash
            let earlier = seen[article.id.digest]
            seen[article.id.digest] = earlier ?? hash.digest
            switch earlier {
            case nil: held.append((entry, hash))
            case hash.digest: tally.count(\.repeated)
            default: held.append((entry.conflicting(with: article.id), nil))
            }
            heldText += article.text.utf8.count
        }
        if held.count >= Self.question.entries || heldText >= Self.question.text { try flush() }
    }

    /// Passes on all that waits for an answer.
    mutating func flush() throws {
        let asked = held.compactMap { entry, hash in
            hash.flatMap { hash in (try? entry.outcome.get()).map { (id: $0.id, contentHash: hash) } }
        }
        let unchanged = asked.isEmpty ? [] : try sink.unchanged(among: asked)
        defer { (held, heldText) = ([], 0) }
        for (entry, _) in held {
            if case .success(let article) = entry.outcome, unchanged.contains(article.id) {
                tally.count(\.unchanged)
            } else {
                try pass(entry)
            }
        }
    }
}

/// What the reader has counted, for the run's thread to look at.
final class Tally: Sendable {
    private let counted = Mutex(RunSummary())

    var summary: RunSummary { counted.withLock { $0 } }

    func count(_ what: WritableKeyPath<RunSummary, Int>, by number: Int = 1) {
        counted.withLock { $0[keyPath: what] += number }
    }
}

extension SourceEntry {
    fileprivate func conflicting(with id: String) -> SourceEntry {
        SourceEntry(
            Rejection(
                source: source, line: line, articleID: id, reason: .conflictingID,
                detail: "an earlier record of this run has the id \"\(id)\" and says something else; "
                    + "give each article an id of its own"))
    }
}

/// Ids and contents are kept as digests: a run of a million articles remembers them in some tens of megabytes.
extension String {
    fileprivate var digest: UUID {
        UUID(namespace: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), name: self)
    }
}

extension [UInt8] {
    fileprivate var digest: UInt64 { prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
