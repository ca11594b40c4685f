/// Comma-separated values with a header line (RFC 4180): quoted cells may hold commas, quotes and line breaks.
public struct CSV: Sendable {
    public let header: [String]
    public let rows: [Row]

    /// One row, whose cells are asked for by their column.
    public struct Row: Sendable {
        /// 1-based line of the file on which the row begins.
        public let line: Int
        public let cells: [String]
        fileprivate let columns: [String: Int]

        /// The cell under a heading, empty when there is no such heading.
        public subscript(_ column: String) -> String { columns[column].map { cells[$0] } ?? "" }

        /// The values of a cell that holds several, parted by bars.
        public func list(_ column: String) -> [String] {
            self[column].split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
        }
    }

    /// What is wrong with a file, and in which line.
    public struct Fault: Error, Sendable, CustomStringConvertible {
        public let file: String
        public let line: Int
        public let message: String

        public var description: String { "\(file):\(line): \(message)" }
    }

    /// - Parameters:
    ///   - file: named in errors only.
    ///   - required: headings that must be there.
    /// - Throws: `Fault` for a missing heading, a row of another width, a quote that is not closed.
    public init(_ text: String, file: String, required: [String] = []) throws(Fault) {
        var records: [(line: Int, cells: [String])] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        var line = 1
        var start = 1
        var previous: UInt8 = 0
        func flush() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if quoted {
                if byte == UInt8(ascii: "\"") { quoted = false } else { cell.append(byte) }
            } else {
                switch byte {
                case UInt8(ascii: "\""):
                    if previous == byte { cell.append(byte) }
                    quoted = true
                case UInt8(ascii: ","): flush()
                case UInt8(ascii: "\n"):
                    flush()
                    if cells.count > 1 || cells[0].isEmpty == false { records.append((start, cells)) }
                    cells = []
                    start = line
                case UInt8(ascii: "\r"): break
                default: cell.append(byte)
                }
            }
            previous = byte
        }
        if quoted { throw Fault(file: file, line: start, message: "a quote is not closed") }
        if !cell.isEmpty || !cells.isEmpty {
            flush()
            records.append((start, cells))
        }
        guard let first = records.first else { throw Fault(file: file, line: 1, message: "there is no header line") }
        header = first.cells
        for name in required where !header.contains(name) {
            throw Fault(file: file, line: 1, message: "there is no column '\(name)'")
        }
        var columns: [String: Int] = [:]
        for (index, name) in header.enumerated() { columns[name] = index }
        for record in records where record.cells.count != header.count {
            throw Fault(
                file: file, line: record.line,
                message: "\(record.cells.count) cells where the header has \(header.count)")
        }
        rows = records.dropFirst().map { Row(line: $0.line, cells: $0.cells, columns: columns) }
    }
}

extension StringProtocol {
    /// Without white space at either end.
    @inlinable public var trimmed: String {
        if !hasSpaceAtAnEnd { return String(self) }
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }

    /// False where English or Russian letters, digits or signs stand at both ends.
    @inlinable var hasSpaceAtAnEnd: Bool {
        func isPlain(_ scalar: Unicode.Scalar) -> Bool {
            (0x21..<0x7F).contains(scalar.value) || (0x400..<0x460).contains(scalar.value)
        }
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
        return !isPlain(first) || !isPlain(last)
    }
}
