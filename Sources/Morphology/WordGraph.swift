/// A set of byte strings, some with a number, as a minimal automaton in a mapped file: the format of the dawgdic
/// library, which pymorphy's dictionaries are compiled with.
///
/// The file is an array of 32-bit units behind its length, then the guide behind its length. A node is the place of
/// its unit; the child behind `label` is at `node ^ offset ^ label` and bears that label, or there is none. A node
/// that ends a key has a leaf at `node ^ offset` with the value. The guide holds for each node the labels of its first
/// child and its next sibling, for completion (dawgdic `dictionary-unit.h`, `guide-unit.h`).
///
/// Sendable because the pointers lead into the read-only mapping that `file` keeps alive.
struct WordGraph: @unchecked Sendable {
    typealias Node = UInt32

    static let root: Node = 0

    private let file: MappedFile
    private let units: UnsafePointer<UInt32>
    private let unitCount: UInt32
    private let guide: UnsafePointer<UInt8>

    init(_ path: String) throws(DictionaryError) {
        file = try MappedFile(path)
        let bytes = file.bytes
        let damaged = DictionaryError(file: path, problem: "the file is damaged or cut short")
        guard bytes.count >= 8 else { throw damaged }
        let count = Int(UInt32(littleEndian: bytes.load(as: UInt32.self)))
        let guideStart = 4 + 4 * count
        guard count > 0, guideStart + 4 <= bytes.count else { throw damaged }
        let guideCount = Int(UInt32(littleEndian: bytes.load(fromByteOffset: guideStart, as: UInt32.self)))
        guard guideCount == count, guideStart + 4 + 2 * count == bytes.count else { throw damaged }

        unitCount = UInt32(count)
        units = (bytes.baseAddress! + 4).assumingMemoryBound(to: UInt32.self)
        guide = (bytes.baseAddress! + guideStart + 4).assumingMemoryBound(to: UInt8.self)
    }

    // MARK: Following

    /// The node behind `label`, if there is one.
    @inline(__always)
    func child(of node: Node, behind label: UInt8) -> Node? {
        let next = node ^ offset(of: node) ^ UInt32(label)
        // The highest bit marks leaves, whose low bits are a value and not a label.
        guard next < unitCount, UInt32(littleEndian: units[Int(next)]) & 0x8000_00FF == UInt32(label) else {
            return nil
        }
        return next
    }

    @inline(__always)
    func node(behind bytes: some Sequence<UInt8>, from start: Node = root) -> Node? {
        var node = start
        for byte in bytes {
            guard let next = child(of: node, behind: byte) else { return nil }
            node = next
        }
        return node
    }

    /// The number stored with the key that ends at this node.
    func value(at node: Node) -> UInt32? {
        guard endsKey(node) else { return nil }
        let leaf = node ^ offset(of: node)
        guard leaf < unitCount else { return nil }
        return UInt32(littleEndian: units[Int(leaf)]) & 0x7FFF_FFFF
    }

    private func endsKey(_ node: Node) -> Bool { UInt32(littleEndian: units[Int(node)]) & 0x100 != 0 }

    /// Bit 9 tells that the offset is counted in steps of 256.
    @inline(__always)
    private func offset(of node: Node) -> UInt32 {
        let unit = UInt32(littleEndian: units[Int(node)])
        return (unit >> 10) << ((unit & 0x200) >> 6)
    }

    // MARK: Records

    /// What parts a word from its record in a key. The record is big-endian numbers in Base64 with a line feed.
    static let recordSeparator: UInt8 = 1

    /// Calls `body` with each record of the word that ends at `node`, in the order of the file, as its Base64 digits
    /// run together: six bits a digit, the last 64 bits of them.
    @inline(__always)
    func forEachRecord(at node: Node, _ body: (_ digits: UInt64) -> Void) {
        guard let start = child(of: node, behind: WordGraph.recordSeparator) else { return }
        // The path to where we are, and the digits on it: a record is a long way down with few forks.
        withUnsafeTemporaryAllocation(of: (node: Node, digits: UInt64).self, capacity: WordGraph.longestRecord) {
            path in
            var depth = 0
            path[0] = (start, 0)
            if endsKey(start) { body(0) }
            var label = guide[2 * Int(start)]
            while true {
                if label != 0, depth + 1 < path.count, let next = child(of: path[depth].node, behind: label) {
                    let digit = base64Digit(label)
                    let digits = digit < 64 ? path[depth].digits << 6 | UInt64(digit) : path[depth].digits
                    depth += 1
                    path[depth] = (next, digits)
                    if endsKey(next) { body(digits) }
                    label = guide[2 * Int(next)]
                } else {
                    guard depth > 0 else { return }
                    label = guide[2 * Int(path[depth].node) + 1]
                    depth -= 1
                }
            }
        }
    }

    /// Bounded, so that a damaged file cannot send us in circles.
    private static let longestRecord = 17

    /// Calls `body` with every word that has a record, in the order of the file.
    func forEachWord(_ body: (_ word: [UInt8]) -> Void) {
        var word: [UInt8] = []
        forEachWord(below: WordGraph.root, &word, body)
    }

    private func forEachWord(below node: Node, _ word: inout [UInt8], _ body: ([UInt8]) -> Void) {
        var label = guide[2 * Int(node)]
        while label != 0, let child = child(of: node, behind: label) {
            if label == WordGraph.recordSeparator {
                body(word)
            } else {
                word.append(label)
                forEachWord(below: child, &word, body)
                word.removeLast()
            }
            label = guide[2 * Int(child) + 1]
        }
    }
}

/// The value of a Base64 digit, and 255 for padding and line feeds.
@inline(__always)
private func base64Digit(_ label: UInt8) -> UInt8 {
    switch label {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): label - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): label - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): label - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: 255
    }
}
