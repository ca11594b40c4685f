/// The strings of a JSON array, left in the mapped file and found by number.
///
/// Reads no more JSON than the dictionary's compiler writes: a flat array of strings without escapes.
struct StringTable: Sendable {
    private let file: MappedFile
    private let places: [Range<UInt32>]

    /// Reads the array that begins at the first `[` at or after `start`.
    init(_ file: MappedFile, from start: Int = 0) throws(DictionaryError) {
        self.file = file
        let bytes = file.bytes
        var places: [Range<UInt32>] = []
        places.reserveCapacity(bytes.count / 16)
        var position = start
        while position < bytes.count, bytes[position] != UInt8(ascii: "[") { position += 1 }
        position += 1
        while true {
            guard position < bytes.count else {
                throw DictionaryError(file: file.path, problem: "the file is cut short")
            }
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "]") { break }
            guard byte == UInt8(ascii: "\"") else { continue }
            let begin = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                guard bytes[position] != UInt8(ascii: "\\") else {
                    throw DictionaryError(file: file.path, problem: "unexpected escape at byte \(position)")
                }
                position += 1
            }
            places.append(UInt32(begin)..<UInt32(position))
            position += 1
        }
        self.places = places
    }

    var count: Int { places.count }

    /// The bytes of a string, valid as long as this table.
    subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
        let place = places[number]
        return UnsafeBufferPointer(
            rebasing: file.bytes.bindMemory(to: UInt8.self)[Int(place.lowerBound)..<Int(place.upperBound)])
    }

    func string(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }
}

// MARK: Reading meta.json, a list of pairs

extension StringTable {
    /// The place behind the string `key`.
    static func place(of key: String, in text: String) -> Int? {
        let text = Array(text.utf8)
        let quoted = Array("\"\(key)\"".utf8)
        guard text.count >= quoted.count else { return nil }
        return (0...text.count - quoted.count)
            .first { text[$0..<$0 + quoted.count].elementsEqual(quoted) }
            .map { $0 + quoted.count }
    }

    /// The string that follows the string `key`.
    static func value(of key: String, in text: String) -> String? {
        guard let place = place(of: key, in: text) else { return nil }
        let pieces = text.utf8.dropFirst(place).split(
            separator: UInt8(ascii: "\""), maxSplits: 2, omittingEmptySubsequences: false)
        return pieces.count > 2 ? String(pieces[1]) : nil
    }
}
