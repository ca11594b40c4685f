import Model

/// The first line of a table: the names of its columns and what parts them.
struct TableHeader: Equatable {
    /// In small letters, as they stand.
    let names: [String]
    let separator: UInt8

    /// The columns that are read.
    static let known = ["id", "text", "title", "published_on", "source", "url", "lang"]

    /// - Returns: nil when no line, split in any of the usual ways, names a column for the text and one for the id.
    init?(_ head: ArraySlice<UInt8>) {
        let head = head.starts(with: Encoding.mark) ? head.dropFirst(Encoding.mark.count) : head
        let line = head.prefix { $0 != 0x0A }
        guard line.count <= 4096, let header = Self.splits(of: line).first(where: \.isWhole) else { return nil }
        self = header
    }

    /// The likeliest reading of a line, whole or not.
    init(line: ArraySlice<UInt8>) {
        let splits = Self.splits(of: line)
        self =
            splits.first(where: \.isWhole)
            ?? splits.max { a, b in
                a.recognized < b.recognized || a.recognized == b.recognized && a.names.count < b.names.count
            }!
    }

    var isWhole: Bool { names.contains("id") && names.contains("text") }

    private var recognized: Int { names.count(where: Self.known.contains) }

    private init(names: [String], separator: UInt8) {
        (self.names, self.separator) = (names, separator)
    }

    private static func splits(of line: ArraySlice<UInt8>) -> [TableHeader] {
        [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].map { separator in
            TableHeader(
                names: line.split(separator: separator, omittingEmptySubsequences: false).map {
                    String(decoding: $0, as: UTF8.self).trimmed.trimmingQuotes.trimmed.lowercased()
                }, separator: separator)
        }
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
