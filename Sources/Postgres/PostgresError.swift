/// What went wrong with the database, where, and what mends it.
///
/// It carries the statement and never its arguments. The server's DETAIL and CONTEXT can hold data of the rows, so
/// they are kept apart and are not printed.
public struct PostgresError: Error, Sendable {
    public let kind: Kind
    /// The five characters of the server's SQLSTATE; nil when the fault is on this side of the connection.
    public let sqlState: String?
    public let message: String
    public let sql: String?
    /// May hold data of the rows.
    public let detail: String?
    /// Where a COPY stood when the server refused a row.
    public let copyPlace: CopyPlace?
    /// What the operator can do about it.
    public let mend: String?

    public init(
        _ kind: Kind, _ message: String, sqlState: String? = nil, sql: String? = nil, detail: String? = nil,
        copyPlace: CopyPlace? = nil, mend: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.sqlState = sqlState
        self.sql = sql
        self.detail = detail
        self.copyPlace = copyPlace
        self.mend = mend ?? kind.mend
    }

    /// What went wrong, by what can be done about it.
    public enum Kind: String, CaseIterable, Sendable {
        /// Nothing answers at the address, or no longer does before a session began.
        case notReachable
        /// The URI, the service or an option of the connection is not one.
        case badSettings
        /// Wrong or missing password, unknown role, no entry in pg_hba.conf or pg_ident.conf.
        case notAuthorised
        case databaseMissing
        /// The server is starting up, recovering or shutting down.
        case notReady
        case tooManyConnections
        /// The role may not do this.
        case permission
        case noSpace
        /// The server cannot read or write its own files.
        case serverDisk
        case outOfMemory
        /// An administrator or a shutdown ended the session.
        case terminated
        /// The session broke: the server crashed or the network did.
        case connectionLost
        /// A serialization failure or a deadlock: the transaction can be tried again as it is.
        case serialization
        case cancelled
        /// The server refuses a value: wrong for its type, against a constraint, too large.
        case data
        case serverTooOld
        case wrongEncoding
        /// The database was migrated by a newer program.
        case schemaNewer
        /// Migrations are waiting.
        case schemaOlder
        /// A migration that was applied has changed, or is gone.
        case migrationEdited
        case migrationFailed
        /// Another session holds the advisory lock.
        case lockTaken
        /// PostgreSQL's server programs, or the user to run them as, are not on this machine.
        case serverMissing
        /// The state folder cannot hold a cluster: path too long, not traversable, another user's.
        case clusterFolder
        /// The cluster was made by another major version.
        case clusterVersion
        case clusterStart
        case other
    }

    /// A row of a COPY: the table as the server names it, without schema, and the 1-based line.
    public struct CopyPlace: Hashable, Sendable {
        public let table: String
        public let line: Int
    }
}

extension PostgresError: CustomStringConvertible {
    /// The message with SQLSTATE, then the mend; without the statement, which is for logs.
    public var description: String {
        var text = message
        if let sqlState { text += " (SQLSTATE \(sqlState))" }
        if let mend { text += "\n" + mend }
        return text
    }
}

extension PostgresError {
    /// Trying the same transaction again can succeed.
    public var isTransient: Bool { kind == .serialization }

    /// The session is gone and with it what it had not committed.
    public var isFatal: Bool { [.terminated, .connectionLost, .notReachable].contains(kind) }
}

extension PostgresError.Kind {
    /// A new session writes files of its own, and says XX000 when the disk is full, of one of them without the reason; so
    /// do some statements.
    init(sqlState: String, message: String) {
        let isFull = message.contains("No space left on device") || message.contains("could not write init file")
        self = isFull ? .noSpace : Self(sqlState: sqlState)
    }

    /// Source: manual, appendix A "PostgreSQL Error Codes".
    init(sqlState: String) {
        switch sqlState {
        case "3D000": self = .databaseMissing
        case "53100": self = .noSpace
        case "53200": self = .outOfMemory
        case "58030", "58P01": self = .serverDisk
        case "53300": self = .tooManyConnections
        case "57P01", "57P02", "57P05": self = .terminated
        case "57P03": self = .notReady
        case "57014": self = .cancelled
        case "40001", "40P01": self = .serialization
        case "42501": self = .permission
        default:
            switch sqlState.prefix(2) {
            case "28": self = .notAuthorised
            case "08": self = .connectionLost
            case "22", "23", "54": self = .data
            default: self = .other
            }
        }
    }

    var mend: String? {
        switch self {
        case .notReachable:
            "Check that the server runs and that PGHOST, PGPORT or the URI name it; `pg_isready` asks it. "
                + "Without any of them Chancery starts its own."
        case .badSettings:
            "Give a URI such as postgresql://user@host/database, or set PGHOST, PGDATABASE, PGUSER or PGSERVICE."
        case .notAuthorised:
            "Check PGUSER and the password (~/.pgpass, mode 0600, or PGPASSWORD), and the server's pg_hba.conf."
        case .databaseMissing: "Create it: createdb --encoding=UTF8 --template=template0 NAME"
        case .notReady: "Wait until the server has started or recovered, then run again."
        case .tooManyConnections: "Run with fewer connections or raise max_connections."
        case .permission: "Ask the owner of the database for the right, or connect as the owner."
        case .noSpace: "Free space on the server's disk, then run again: what was committed is kept."
        case .serverDisk: "Look into the server's log and at its disk, then run again: what was committed is kept."
        case .outOfMemory: "Give the server more memory or run with smaller batches."
        case .terminated, .connectionLost: "Run again: what was committed is kept, the rest is read anew."
        case .serialization, .cancelled: "Run again."
        case .serverTooOld: "Use PostgreSQL 15 or later."
        case .wrongEncoding: "Create a database for it: createdb --encoding=UTF8 --template=template0 NAME"
        case .schemaNewer: "Install the newer Chancery that migrated this database."
        case .schemaOlder: "Run: chancery migrate"
        case .migrationEdited: "Put the file back as it was when it was applied; changes go into a new migration."
        case .serverMissing: "Run: apt-get install postgresql"
        case .lockTaken, .data, .migrationFailed, .clusterFolder, .clusterVersion, .clusterStart, .other: nil
        }
    }
}
