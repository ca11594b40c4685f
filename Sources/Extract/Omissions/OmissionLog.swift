import Grammar
import Model

/// What the recognizers passed over in one article, by their own word; kept only for `chancery explain`.
///
/// Lives within one reading, on one thread.
final class OmissionLog {
    private struct Entry {
        let range: Range<Int>
        let kind: Omission.Kind
        let reason: Omission.Reason
    }

    private var left: [Entry] = []
    private var taken: [Omission.Kind: [Range<Int>]] = [:]

    /// A recognizer made a fact of these tokens.
    func take(_ range: Range<Int>, _ kind: Omission.Kind) { taken[kind, default: []].append(range) }

    /// A recognizer made no fact of these tokens.
    func leave(_ range: Range<Int>, _ kind: Omission.Kind, _ reason: Omission.Reason) {
        left.append(Entry(range: range, kind: kind, reason: reason))
    }

    func isKnown(_ token: Int, _ kind: Omission.Kind) -> Bool {
        taken[kind, default: []].contains { $0.contains(token) }
            || left.contains { $0.kind == kind && $0.range.contains(token) }
    }

    /// What no recognizer took in the end, in order; of two that overlap the reason given first.
    func omissions(in document: Document) -> [Omission] {
        var found: [Entry] = []
        for entry in left
        where !taken[entry.kind, default: []].contains(where: { $0.overlaps(entry.range) })
            && !found.contains(where: { $0.kind == entry.kind && $0.range.overlaps(entry.range) })
        {
            found.append(entry)
        }
        return found.map { Omission(document.span($0.range), $0.kind, $0.reason) }.sorted { $0.span < $1.span }
    }
}
