import Extract
import Load
import Model
import Normalize
import Synchronization

/// The gate behind the reader: lets pass what is new or changed, and each id only once.
///
/// Of two records with one id and different content the first stays and the second is rejected. Sources are read in an
/// order of their own, so which is the first depends on neither the arguments nor the workers.
///
/// An article that is taken back is not passed on, wherever in the run its tombstone stands.
///
/// The store is asked about many articles at once. For one thread, the reader's; what was counted may be read by any.
struct Intake {
    private let sink: any BatchSink
    private let tally: Tally
    private let census: Census
    private let scope: Scope
    private let pass: (SourceEntry) throws -> Void
    private var held: [(entry: SourceEntry, hash: [UInt8]?)] = []
    private var heldText = 0

    /// How many entries, and how many bytes of text, one question to the store is about.
    private static let question = (entries: 512, text: 4 << 20)

    /// - Parameters:
    ///   - census: learns of every article that is there.
    ///   - scope: what is to be loaded; the rest is left out.
    ///   - pass: takes what is to be loaded, in the order of reading.
    init(
        sink: any BatchSink, tally: Tally, census: Census, scope: Scope, pass: @escaping (SourceEntry) throws -> Void
    ) {
        self.sink = sink
        self.tally = tally
        self.census = census
        self.scope = scope
        self.pass = pass
    }

    mutating func take(_ entry: SourceEntry) throws {
        switch entry.content {
        case .rejection: held.append((entry, nil))
        case .withdrawal(let id):
            census.withdraw(id)
            held.append((entry, nil))
        case .article(let article), .facts(let article, _):
            let hash = article.contentHash
            switch census.add(article.id, hash) {
            case .first:
                if scope.contains(article) ?? true { held.append((entry, hash)) } else { tally.count(\.leftOut) }
            case .same, .withdrawn: tally.count(\.repeated)
            case .another: held.append((entry.conflicting(with: article.id), nil))
            }
            heldText += article.text.utf8.count
        }
        if held.count >= Self.question.entries || heldText >= Self.question.text { try flush() }
    }

    /// Passes on all that waits for an answer.
    mutating func flush() throws {
        let asked = held.compactMap { entry, hash in
            hash.flatMap { hash in entry.article.map { Found(id: $0.id, contentHash: hash, source: entry.source) } }
        }
        let unchanged = asked.isEmpty ? [] : try sink.unchanged(among: asked)
        defer { (held, heldText) = ([], 0) }
        for (entry, _) in held {
            if let article = entry.article, unchanged.contains(article.id) {
                tally.count(\.unchanged)
            } else if let article = entry.article, census.isWithdrawn(article.id) {
                tally.count(\.repeated)
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
