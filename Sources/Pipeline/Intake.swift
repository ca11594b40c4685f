import Extract
import Foundation
import Model
import Normalize

/// The gate behind the reader: lets pass what is new or changed, and each id only once.
///
/// Of two records with one id and different content the first stays and the second is rejected. Sources are read in an
/// order of their own, so which is the first depends on neither the arguments nor the workers.
///
/// `@unchecked Sendable`: `lock` guards `tally`; only the reader's thread touches `seen`.
final class Intake: @unchecked Sendable {
    private let sink: any BatchSink
    private let lock = NSLock()
    private var tally = RunSummary()
    private var seen: [UUID: UInt64] = [:]

    init(sink: any BatchSink) { self.sink = sink }

    /// The entry to pass on, or nil when there is nothing to do about it.
    func admit(_ entry: SourceEntry) -> SourceEntry? {
        guard case .success(let article) = entry.outcome else { return count(\.read, passing: entry) }
        let hash = article.contentHash
        if let earlier = seen.updateValue(hash.digest, forKey: article.id.digest) {
            guard earlier != hash.digest else { return count(\.repeated, passing: nil) }
            seen[article.id.digest] = earlier
            return count(\.read, passing: entry.conflicting(with: article.id))
        }
        switch sink.standing(of: article.id, contentHash: hash) {
        case .unchanged: return count(\.unchanged, passing: nil)
        case .new: return count(\.new, passing: entry)
        case .changed: return count(\.changed, passing: entry)
        }
    }

    func count(_ inventory: Inventory) {
        lock.withLock {
            tally.files += inventory.files
            tally.otherKinds += inventory.otherKinds
        }
    }

    func summary(rejected: Int) -> RunSummary {
        var summary = lock.withLock { tally }
        summary.rejected = rejected
        return summary
    }

    private func count(_ what: WritableKeyPath<RunSummary, Int>, passing entry: SourceEntry?) -> SourceEntry? {
        lock.withLock {
            tally.read += 1
            if what != \.read { tally[keyPath: what] += 1 }
        }
        return entry
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
