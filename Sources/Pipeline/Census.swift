import Foundation
import Normalize
import Synchronization

/// The articles that a run came upon, written by the reader's thread and read by the run's.
///
/// Ids and contents are kept as digests, 24 bytes an article: all that a run remembers of each until its end. They
/// lie on many small shelves, so that none is ever copied whole to make room for more.
final class Census: Sendable {
    private let shelves = Mutex(Shelves())

    enum Standing { case first, same, another, withdrawn }

    var isEmpty: Bool { shelves.withLock { $0.isEmpty } }

    /// Takes note of an article; tells what was known of its id.
    func add(_ id: String, _ hash: [UInt8]) -> Standing {
        let (key, content) = (Key(id), hash.digest)
        return shelves.withLock { shelves in
            guard let earlier = shelves[key] else {
                shelves.put(content, for: key)
                return .first
            }
            return earlier == Shelves.withdrawn ? .withdrawn : earlier == content ? .same : .another
        }
    }

    func withdraw(_ id: String) {
        let key = Key(id)
        shelves.withLock { $0.put(Shelves.withdrawn, for: key) }
    }

    func isWithdrawn(_ id: String) -> Bool {
        let key = Key(id)
        return shelves.withLock { shelves in shelves[key] == Shelves.withdrawn }
    }

    /// Whether the article is there, and not taken back.
    func contains(_ id: String) -> Bool {
        let key = Key(id)
        return shelves.withLock { $0[key].map { $0 != Shelves.withdrawn } ?? false }
    }
}

/// An id as far as it is remembered: no two of a run have the same.
private struct Key: Equatable {
    let high: UInt64
    let low: UInt64

    init(_ id: String) {
        let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        (high, low) = withUnsafeBytes(of: UUID(namespace: nobody, name: id).uuid) { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }
}

private struct Shelves {
    /// Stands in the place of a content.
    static let withdrawn: UInt64 = 0

    private var shelves = [[(key: Key, content: UInt64)]](repeating: [], count: 1 << 12)

    private(set) var isEmpty = true

    subscript(key: Key) -> UInt64? { shelves[Self.number(key)].first { $0.key == key }?.content }

    mutating func put(_ content: UInt64, for key: Key) {
        isEmpty = false
        let number = Self.number(key)
        if let place = shelves[number].firstIndex(where: { $0.key == key }) {
            shelves[number][place].content = content
        } else {
            shelves[number].append((key, content))
        }
    }

    private static func number(_ key: Key) -> Int { Int(truncatingIfNeeded: key.high & (1 << 12 - 1)) }
}

extension [UInt8] {
    /// Never that of a withdrawn one.
    fileprivate var digest: UInt64 { prefix(8).reduce(0) { $0 << 8 | UInt64($1) } | 1 }
}
