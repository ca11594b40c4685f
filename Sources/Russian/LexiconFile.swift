import Foundation
import Grammar
import Model
import Morphology

/// A vocabulary as a linguist keeps it: sections `[class]`, and in them one entry a line, `phrase | value | example`.
///
/// Empty lines and lines that begin with `#` are left out.
enum LexiconFile {
    struct Entry {
        let section: String
        let phrase: String
        let value: String
        let example: String
        /// `file:line`.
        let place: String
    }

    static func read(_ file: URL, into lexicon: Lexicon, analyzer: MorphologicalAnalyzer) throws {
        for entry in try entries(file) {
            try lexicon.add(
                class: entry.section, phrase: entry.phrase, value: entry.value, example: entry.example,
                place: entry.place, analyzer: analyzer)
        }
    }

    /// - Throws: `LexiconError` naming file and line for a line of another shape or before any section.
    static func entries(_ file: URL) throws -> [Entry] {
        var text = try String(contentsOf: file, encoding: .utf8)
        let name = file.lastPathComponent
        var entries: [Entry] = []
        var section: String?
        // Byte by byte: the vocabularies are read at every start.
        try text.withUTF8 { bytes in
            for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .enumerated()
            {
                guard let first = line.first, first != UInt8(ascii: "#") else { continue }
                if first == UInt8(ascii: "["), line.last == UInt8(ascii: "]"), line.count > 1 {
                    section = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
                    continue
                }
                let place = "\(name):\(index + 1)"
                let fields = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                guard fields.count == 3 else {
                    throw LexiconError(place: place, message: "an entry is 'phrase | value | example', three fields")
                }
                guard let section else {
                    throw LexiconError(place: place, message: "an entry stands before any [class]")
                }
                let (phrase, value, example) = (trimmed(fields[0]), trimmed(fields[1]), trimmed(fields[2]))
                guard !example.isEmpty else {
                    throw LexiconError(place: place, message: "the entry '\(phrase)' has no example")
                }
                entries.append(Entry(section: section, phrase: phrase, value: value, example: example, place: place))
            }
        }
        return entries
    }

    /// Most fields stand between single spaces.
    private static func trimmed(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var field = field
        while field.first == UInt8(ascii: " ") { field.removeFirst() }
        while field.last == UInt8(ascii: " ") { field.removeLast() }
        return String(decoding: field, as: UTF8.self).trimmed
    }
}
