import Model

/// Splits a table into records (RFC 4180): quoted cells may hold separators, quotes and line breaks.
///
/// Holds one record at a time. A quote that is not closed where it should be spoils its own record only: reading goes on
/// with the line after the one it began on, and the lines it had taken in are read again.
struct TableRecords {
    enum Record: Equatable {
        case whole(line: Int, cells: [[UInt8]])
        case faulty(line: Int, detail: String)
        case tooLong(line: Int)
    }

    private let source: ByteSource
    private let separator: UInt8
    private let limit: Int
    private var buffer: [UInt8]
    private var place = 0
    private var line: Int
    /// Lines before this one are read as lines: a quote in them has already failed.
    private var plainUntil = 0
    private var hasEnded = false

    /// - Parameters:
    ///   - buffer: bytes already taken from the source.
    ///   - line: the number of their first line.
    init(_ source: ByteSource, buffer: ArraySlice<UInt8>, line: Int, separator: UInt8, limit: Int) {
        self.source = source
        self.buffer = Array(buffer)
        self.line = line
        self.separator = separator
        self.limit = limit
    }

    /// The next record, nil after the last; empty lines are none.
    mutating func next() throws(Rejection) -> Record? {
        while true {
            if place > 1 << 16 {
                buffer.removeFirst(place)
                place = 0
            }
            guard let record = try scan() else { return nil }
            if case .whole(_, let cells) = record, cells.count == 1, cells[0].allSatisfy(\.isASCIISpace) { continue }
            return record
        }
    }

    /// The byte at an offset from the beginning of the record, read when it is not there yet; nil at the end.
    private mutating func byte(_ offset: Int) throws(Rejection) -> UInt8? {
        while place + offset >= buffer.count {
            guard !hasEnded else { return nil }
            let piece = try source.read(upTo: 1 << 16)
            if piece.isEmpty { hasEnded = true } else { buffer += piece }
        }
        return buffer[place + offset]
    }

    private mutating func scan() throws(Rejection) -> Record? {
        guard try byte(0) != nil else { return nil }
        let start = line
        let isPlain = line < plainUntil
        var lines = 0
        var offset = 0
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var state = State.begin
        while offset <= limit {
            let next = try byte(offset)
            offset += 1
            switch (state, next) {
            case (.quoted, nil):
                return fail("a quote is opened and not closed until the end of the file; close it", start, lines)
            case (.quoted, 0x22): state = .closing
            case (.quoted, 0x0A) where isPlain:
                return fail("a quote is opened and not closed; close it", start, lines)
            case (.quoted, let byte?):
                if byte == 0x0A { lines += 1 }
                cell.append(byte)
            case (.closing, 0x22):
                cell.append(0x22)
                state = .quoted
            case (_, nil), (_, 0x0A):
                if cell.last == 0x0D, state != .closing { cell.removeLast() }
                cells.append(cell)
                let used = next == nil ? offset - 1 : offset
                if used == 0 { return nil }
                place += used
                line = start + lines + (next == nil ? 0 : 1)
                return .whole(line: start, cells: cells)
            case (_, separator?):
                cells.append(cell)
                cell = []
                state = .begin
            case (.begin, 0x22): state = .quoted
            case (.closing, 0x0D): break
            case (.closing, _):
                return fail(
                    "something follows a closing quote\(lines > 0 ? " on line \(start + lines)" : ""); double the quotes "
                        + "inside a quoted cell", start, lines)
            case (_, let byte?):
                cell.append(byte)
                state = .plain
            }
        }
        return try skip(start, lines)
    }

    private enum State { case begin, plain, quoted, closing }

    /// Goes on after the record's first line.
    private mutating func fail(_ detail: String, _ start: Int, _ lines: Int) -> Record {
        plainUntil = max(plainUntil, start + lines)
        let end = buffer[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? buffer.count
        place = end
        line = start + 1
        return .faulty(line: start, detail: detail)
    }

    /// Past a record that is too long: to the end of its first line, since a quote may be what made it long.
    private mutating func skip(_ start: Int, _ lines: Int) throws(Rejection) -> Record {
        while true {
            if let end = buffer[place...].firstIndex(of: 0x0A) {
                place = end + 1
                break
            }
            buffer.removeAll(keepingCapacity: true)
            place = 0
            if try byte(0) == nil { break }
        }
        line = start + 1
        plainUntil = max(plainUntil, start + lines)
        return .tooLong(line: start)
    }
}
