import Foundation
import Grammar

/// Where the lexicon is kept as it was compiled last, so that a start needs not compile it again.
///
/// It is an aid and nothing depends on it: what is missing, old or damaged is compiled anew and kept if the folder allows it.
struct LexiconStore {
    private let file: URL
    private let key: UInt64

    private static let magic: UInt64 = 0x3158_454C_5948_4331
    /// The magic number, the key and the checksum.
    private static let headSize = 3 * MemoryLayout<UInt64>.size

    /// - Parameters:
    ///   - folder: that of the dictionary.
    ///   - sources: all that the lexicon is made from.
    init(folder: URL, sources: [URL]) {
        file = folder.appending(path: "lexicon-ru.compiled")
        var key = Checksum()
        // Another program may compile otherwise.
        key.add(Self.stamp(of: "/proc/self/exe"))
        for name in ["meta.json", "words.dawg"] { key.add(Self.stamp(of: folder.appending(path: name).path)) }
        for source in sources {
            guard let bytes = try? Data(contentsOf: source, options: .mappedIfSafe) else { continue }
            bytes.withUnsafeBytes { key.add($0) }
        }
        self.key = key.value
    }

    /// Length, time and place of a file.
    private static func stamp(of path: String) -> [Int] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        return [Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_ino)]
    }

    func read() -> Lexicon? {
        guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe), bytes.count > Self.headSize else {
            return nil
        }
        return bytes.withUnsafeBytes { bytes in
            let body = UnsafeRawBufferPointer(rebasing: bytes[Self.headSize...])
            guard bytes.loadUnaligned(as: UInt64.self) == Self.magic,
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == key,
                bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == Checksum.of(body)
            else { return nil }
            return Lexicon(compiled: body)
        }
    }

    /// Written aside and put in place at once: others may be reading it.
    func keep(_ lexicon: Lexicon) {
        let body = lexicon.compiled()
        var bytes = Data()
        for number in [Self.magic, key, body.withUnsafeBytes(Checksum.of)] {
            withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
        }
        bytes.append(contentsOf: body)
        try? bytes.write(to: file, options: .atomic)
    }
}

/// A sum of bytes that other bytes hardly have, eight at a time. It guards against accidents only.
private struct Checksum {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = Checksum()
        sum.add(bytes)
        return sum.value
    }

    private mutating func add(_ number: UInt64) {
        value = (value ^ number) &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 32
    }

    mutating func add(_ numbers: [Int]) {
        for number in numbers { add(UInt64(bitPattern: Int64(number))) }
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(UInt64(bytes.count))
        var at = 0
        while at + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        while at < bytes.count {
            add(UInt64(bytes[at]))
            at += 1
        }
    }
}
