import CLibPQ

extension Connection {
    /// Copies rows into a table; returns how many. All of them arrive, or none.
    ///
    ///     try connection.copyIn(table: "chancery.articles", columns: ["id", "title"]) { rows in
    ///         rows.add(article.id)
    ///         rows.add(article.title)
    ///         try rows.endRow()
    ///     }
    ///
    /// No statement may run on this connection inside `body`.
    @discardableResult
    public func copyIn(table: String, columns: [String], _ body: (inout CopyRows) throws -> Void) throws -> Int {
        let names = columns.map(SQL.identifier).joined(separator: ", ")
        let sql = SQL(verbatim: "copy \(SQL.identifier(table)) (\(names)) from stdin")
        return try copyIn(sql) { send in
            var rows = CopyRows(table: table, width: columns.count, send: send)
            try body(&rows)
            try rows.finish()
        }
    }

    /// Gives a file as it is to a `copy … from stdin` statement, whose options say how to read it; returns how many
    /// rows it had.
    @discardableResult
    public func copyIn(_ sql: SQL, file: [UInt8]) throws -> Int {
        try copyIn(sql) { send in try file.withUnsafeBytes { try send($0) } }
    }

    private func copyIn(_ sql: SQL, _ feed: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws
        -> Int
    {
        try exclusively { connection in
            _ = try checked(PQexec(connection, sql.text), of: sql)
            do {
                try feed { try Self.send($0, on: connection) }
            } catch is CopyBroke {
                // Ended below: the server's own reason, where it gave one, waits among the results.
            } catch {
                PQputCopyEnd(connection, "the client gave up")
                _ = try? lastResult(of: sql, on: connection)
                throw error
            }
            PQputCopyEnd(connection, nil)
            return try lastResult(of: sql, on: connection).affected
        }
    }

    private static func send(_ bytes: UnsafeRawBufferPointer, on connection: OpaquePointer) throws {
        let sent = bytes.withMemoryRebound(to: CChar.self) {
            PQputCopyData(connection, $0.baseAddress, Int32($0.count))
        }
        if sent != 1 { throw CopyBroke() }
    }

    /// Text of a `copy … to stdout` statement, line by line as the server sends it, each with its newline.
    public func copyOut(_ sql: SQL, _ line: (String) throws -> Void) throws {
        try exclusively { connection in
            _ = try checked(PQexec(connection, sql.text), of: sql)
            var failure: (any Error)?
            var buffer: UnsafeMutablePointer<CChar>?
            while true {
                let length = PQgetCopyData(connection, &buffer, 0)
                guard length > 0, let bytes = buffer else { break }
                defer { PQfreemem(bytes) }
                // The rest is read to its end even after a failure, or the session would be of no more use.
                if failure == nil {
                    let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(length)), as: UTF8.self)
                    do { try line(text) } catch { failure = error }
                }
            }
            _ = try lastResult(of: sql, on: connection)
            if let failure { throw failure }
        }
    }

    /// Thrown through the body of a copy when the connection takes no more.
    private struct CopyBroke: Error {}
}

/// Rows on their way into a table, in the text format of `COPY`. Source: manual, `COPY`, "Text Format".
public struct CopyRows {
    private let table: String
    private let width: Int
    private let send: (UnsafeRawBufferPointer) throws -> Void
    private var bytes: [UInt8] = []
    private var column = 0
    private var hasNUL = false
    /// Rows ended so far.
    public private(set) var count = 0

    private static let flushAt = 1 << 16

    init(table: String, width: Int, send: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.table = table
        self.width = width
        self.send = send
        bytes.reserveCapacity(Self.flushAt * 2)
    }

    /// The next column's text; nil is NULL and the empty string is the empty string.
    public mutating func add(_ text: String?) {
        separate()
        guard var text else {
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(UInt8(ascii: "N"))
            return
        }
        text.withUTF8 { escape($0) }
    }

    public mutating func add(_ number: Int?) { add(number.map { String($0) }) }

    public mutating func add(_ truth: Bool?) { add(truth.map { $0 ? "t" : "f" }) }

    public mutating func add(bytes: [UInt8]) { add(Hex.bytea(bytes)) }

    public mutating func add(array: [String]) { add(ArrayLiteral.text(array)) }

    /// Ends the row.
    /// - Precondition: every column has been added.
    /// - Throws: `PostgresError` of kind `data` for a text with a NUL character, which PostgreSQL cannot store.
    public mutating func endRow() throws {
        precondition(column == width, "a row of \(width) columns has \(column)")
        count += 1
        if hasNUL {
            let name = table.split(separator: ".").last.map { String($0) } ?? table
            throw PostgresError(
                .data, "a text with a NUL character cannot be stored", sqlState: "22021",
                copyPlace: PostgresError.CopyPlace(table: name, line: count))
        }
        column = 0
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= Self.flushAt { try flush() }
    }

    mutating func finish() throws {
        precondition(column == 0, "the last row was not ended")
        try flush()
    }

    private mutating func flush() throws {
        guard !bytes.isEmpty else { return }
        try bytes.withUnsafeBytes { try send($0) }
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func separate() {
        precondition(column < width, "a row of \(width) columns has more")
        if column > 0 { bytes.append(UInt8(ascii: "\t")) }
        column += 1
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case 0: hasNUL = true
            case UInt8(ascii: "\\"): append("\\")
            case UInt8(ascii: "\n"): append("n")
            case UInt8(ascii: "\r"): append("r")
            case UInt8(ascii: "\t"): append("t")
            default: bytes.append(byte)
            }
        }
    }

    private mutating func append(_ escaped: Unicode.Scalar) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: escaped))
    }
}
