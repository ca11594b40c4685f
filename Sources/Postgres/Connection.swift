import CLibPQ
import Foundation
import Logging
import Synchronization

/// One session with a PostgreSQL server.
///
/// It has one owner at a time: it may move between threads, but two threads at once in it trap, and so does a
/// statement while a `COPY` of the same connection runs. Calls block; keep them off Swift's cooperative pool.
///
/// `@unchecked Sendable`: every use of the `PGconn` goes through `exclusively`, which traps when it is taken.
public final class Connection: @unchecked Sendable {
    private let pointer: OpaquePointer
    private let use = Mutex(Use.free)
    private let notices: Notices
    private var transactionIsOpen = false
    private var isRehearsing = false

    private enum Use { case free, taken, closed }

    /// Connects, or says why not.
    /// - Throws: `PostgresError` of kind `notReachable`, `badSettings`, `notAuthorised`, `databaseMissing`, `notReady`,
    ///   `tooManyConnections`.
    public init(_ settings: ConnectionSettings = ConnectionSettings(), logger: Logger = Logger(label: "postgres"))
        throws
    {
        notices = Notices(logger: logger)
        pointer = try Handshake(settings).connect()
        PQsetErrorVerbosity(pointer, PQERRORS_DEFAULT)
        PQsetNoticeReceiver(pointer, Notices.receive, Unmanaged.passUnretained(notices).toOpaque())
        // Dates and bytes come back in one format whatever the server, the database or the role prefers. Statements here are
        // long and their work is short: compiling them would take most of the time. And what they look up was written a
        // moment ago: it lies in memory, where going to a row costs little more than going on to the next.
        try script(
            """
            set datestyle = 'ISO, YMD'; set bytea_output = 'hex'; set standard_conforming_strings = on; set jit = off;
            set random_page_cost = 1.1
            """)
    }

    deinit {
        if use.withLock({ $0 != .closed }) { PQfinish(pointer) }
    }

    /// Ends the session. A transaction that is open is rolled back by the server. Closing twice is harmless.
    public func close() {
        let wasOpen = use.withLock { use in
            precondition(use != .taken, "a connection was closed while in use")
            defer { use = .closed }
            return use == .free
        }
        if wasOpen { PQfinish(pointer) }
    }

    /// The server's process for this session.
    public var backendPID: Int { exclusively { Int(PQbackendPID($0)) } }

    /// 150018 is 15.18.
    public var serverVersion: Int { exclusively { Int(PQserverVersion($0)) } }

    /// The name of the encoding the database stores text in: `UTF8`.
    public var serverEncoding: String {
        exclusively { PQparameterStatus($0, "server_encoding").map { String(cString: $0) } ?? "" }
    }

    /// Runs one statement.
    /// - Throws: `PostgresError`; a parameter with a NUL character is of kind `data`.
    @discardableResult
    public func query(_ sql: SQL, _ parameters: Parameter...) throws -> QueryResult {
        try query(sql, parameters: parameters)
    }

    @discardableResult
    public func query(_ sql: SQL, parameters: [Parameter]) throws -> QueryResult {
        for parameter in parameters where parameter.text?.utf8.contains(0) == true {
            throw PostgresError(
                .data, "a text with a NUL character cannot be stored", sqlState: "22021", sql: sql.text)
        }
        return try exclusively { connection in
            let texts = parameters.map { $0.text.map { strdup($0) } }
            defer { for text in texts { free(text ?? nil) } }
            let values = texts.map { UnsafePointer($0 ?? nil) }
            guard PQsendQueryParams(connection, sql.text, Int32(values.count), nil, values, nil, nil, 0) == 1 else {
                throw lost(of: sql)
            }
            return try lastResult(of: sql, on: connection)
        }
    }

    /// Runs statements separated by `;` and throws their results away. Outside a transaction they are one of their own.
    public func script(_ sql: SQL) throws {
        try exclusively { connection in
            guard PQsendQuery(connection, sql.text) == 1 else { throw lost(of: sql) }
            _ = try lastResult(of: sql, on: connection)
        }
    }

    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// When the connection is lost while the commit is under way, nobody knows whether it took place; the error is of
    /// kind `connectionLost`, and what `body` did must bear being done again.
    /// - Precondition: no transaction is open. They do not nest.
    public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        precondition(!transactionIsOpen, "transactions do not nest")
        transactionIsOpen = true
        defer { transactionIsOpen = false }
        try query(isRehearsing ? "savepoint rehearsed" : "begin")
        do {
            let value = try body()
            // `set constraints` outlives the savepoint, and the next transaction defers what may be deferred as this one did.
            if isRehearsing {
                try script("set constraints all immediate; set constraints all deferred; release rehearsed")
            } else {
                try commit()
            }
            return value
        } catch {
            // The first error is the one to tell; when the rollback fails too, the session is gone and the server rolls back.
            _ = try? query(isRehearsing ? "rollback to rehearsed" : "rollback")
            throw error
        }
    }

    /// From now on nothing is committed: this session sees what its transactions would do, others never do, and with
    /// its end all is as it was.
    /// - Precondition: no transaction is open.
    public func rehearse() throws {
        precondition(!transactionIsOpen && !isRehearsing, "a rehearsal is no part of a transaction")
        try query("begin")
        isRehearsing = true
    }

    /// `commit` of a transaction that a failed statement has doomed reports ROLLBACK and no error.
    private func commit() throws {
        let result = try query("commit")
        if String(cString: PQcmdStatus(result.pointer)) != "COMMIT" {
            throw PostgresError(
                .other, "the transaction had failed and was rolled back", sqlState: "25P02", sql: "commit")
        }
    }

    /// Whether a transaction is open and healthy; false after a statement in it failed.
    var isInTransaction: Bool { exclusively { PQtransactionStatus($0) == PQTRANS_INTRANS } }

    /// The one door to the `PGconn`.
    func exclusively<Value>(_ body: (OpaquePointer) throws -> Value) rethrows -> Value {
        use.withLock { use in
            precondition(use != .taken, "a connection has one owner at a time: it is in use already")
            precondition(use != .closed, "the connection is closed")
            use = .taken
        }
        defer { use.withLock { $0 = .free } }
        return try body(pointer)
    }

    /// Reads the results of a statement to their end, so that the session is ready for the next.
    ///
    /// `PQexec` would keep the last of them only, and after a session was ended that is the broken socket and not the
    /// server's reason: the first error is the one to tell.
    func lastResult(of sql: SQL, on connection: OpaquePointer) throws -> QueryResult {
        var last: QueryResult?
        var failure: (any Error)?
        while let result = PQgetResult(connection) {
            let status = PQresultStatus(result)
            do {
                last = try checked(result, of: sql)
            } catch {
                failure = failure ?? error
            }
            // A session that broke in a COPY can go on reporting it for ever; one that a script began is not fed here.
            if status == PGRES_COPY_IN, PQputCopyEnd(connection, "COPY needs copyIn") == 1 { continue }
            if status == PGRES_COPY_IN || status == PGRES_COPY_OUT { break }
        }
        if let failure { throw failure }
        guard let last else { throw lost(of: sql) }
        return last
    }

    /// The result when it is one, else the error it stands for.
    func checked(_ result: OpaquePointer?, of sql: SQL) throws -> QueryResult {
        guard let result else { throw lost(of: sql) }
        let owner = QueryResult(owning: result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_EMPTY_QUERY: return owner
        default: throw PostgresError(result: result, of: sql, on: pointer, lastWords: notices.lastWords)
        }
    }

    func lost(of sql: SQL) -> PostgresError {
        PostgresError(lostBy: pointer, of: sql, lastWords: notices.lastWords)
    }
}
