import Model

/// Which of what could not be read is told line by line: the first of one kind in one file. Of a file that is wrong as a
/// whole nobody reads a message a line; the rest is counted, and `chancery.rejects` names all.
struct Complaints {
    private static let most = 20

    private struct Kind: Hashable {
        let source: String
        let reason: Rejection.Reason
    }

    private var counts: [Kind: Int] = [:]

    /// Takes note of a rejection, and says whether to tell it.
    mutating func tells(_ rejection: Rejection) -> Bool {
        guard rejection.line != nil else { return true }
        let kind = Kind(source: rejection.source, reason: rejection.reason)
        counts[kind, default: 0] += 1
        return counts[kind]! <= Self.most
    }

    /// How many were not told, a line for each file and kind, in order.
    var rest: [String] {
        counts.filter { $0.value > Self.most }
            .map { kind, count in
                "\(kind.source): \(count - Self.most) more like these (\(kind.reason.rawValue)); the table chancery.rejects names all"
            }
            .sorted()
    }
}
