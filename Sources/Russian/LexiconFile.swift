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

    static func read(_ file: URL, into lexicon: inout Lexicon, analyzer: MorphologicalAnalyzer) throws {
        for entry in try entries(file) {
            try lexicon.add(
                class: entry.section, phrase: entry.phrase, value: entry.value, example: entry.example,
                place: entry.place, analyzer: analyzer)
        }
    }

    /// - Throws: `LexiconError` naming file and line for a line of another shape or before any section.
    static func entries(_ file: URL) throws -> [Entry] {
        let text = try String(contentsOf: file, encoding: .utf8)
        var entries: [Entry] = []
        var section: String?
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.map(Substring.init).enumerated() {
            let place = "\(file.lastPathComponent):\(index + 1)"
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast())
                continue
            }
            let fields = line.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                .map { Substring($0).trimmed }
            guard fields.count == 3 else {
                throw LexiconError(place: place, message: "an entry is 'phrase | value | example', three fields")
            }
            guard let section else { throw LexiconError(place: place, message: "an entry stands before any [class]") }
            guard !fields[2].isEmpty else {
                throw LexiconError(place: place, message: "the entry '\(fields[0])' has no example")
            }
            entries.append(
                Entry(section: section, phrase: fields[0], value: fields[1], example: fields[2], place: place))
        }
        return entries
    }
}
