import Foundation
import Logging

/// Takes a database forward to what the program needs: each migration once, in order, in a transaction of its own.
public struct Migrator: Sendable {
    public let migrations: [Migration]
    /// Where the applied ones are recorded: `schema.table`.
    private let ledger: String
    private let lock: AdvisoryLock
    private let logger: Logger

    /// The oldest server the migrations are written for.
    public static let oldestServer = 150_000

    /// - Parameters:
    ///   - folder: holds the files `NNNN_name.sql`.
    ///   - ledger: the table, with its schema, where applied migrations are recorded; made when absent.
    public init(
        folder: URL, ledger: String = "chancery.migrations", logger: Logger = Logger(label: "migrate")
    ) throws {
        self.init(try Migration.read(folder: folder), ledger: ledger, logger: logger)
    }

    public init(
        _ migrations: [Migration], ledger: String = "chancery.migrations", logger: Logger = Logger(label: "migrate")
    ) {
        precondition(ledger.split(separator: ".").count == 2, "the ledger is named schema.table")
        self.migrations = migrations.sorted { $0.number < $1.number }
        self.ledger = ledger
        self.logger = logger
        // "chancery" in ASCII; all that migrates this ledger in this database waits here.
        lock = AdvisoryLock(key: 0x6368_616E_6365_7279)
    }

    /// Applies what is waiting; returns it. Two programs that migrate at once take turns.
    /// - Throws: `PostgresError` of kind `schemaNewer`, `migrationEdited`, `migrationFailed`, `serverTooOld`,
    ///   `wrongEncoding`, or what the server says. Those before the failed one stay applied.
    @discardableResult
    public func migrate(_ connection: Connection) throws -> [Migration] {
        try checkServer(connection)
        try connection.lock(lock)
        defer { try? connection.unlock(lock) }
        try makeLedger(connection)
        let waiting = try pending(connection)
        for migration in waiting {
            try apply(migration, connection)
            logger.info("migrated to \(migration.number) \(migration.name)")
        }
        return waiting
    }

    /// That the database is as this program needs it, without changing anything.
    /// - Throws: as `migrate`, and `schemaOlder` when migrations are waiting.
    public func check(_ connection: Connection) throws {
        try checkServer(connection)
        let waiting = try pending(connection)
        if let first = waiting.first {
            throw PostgresError(
                .schemaOlder, "the database lacks \(waiting.count) migrations, from \(first.number) \(first.name) on")
        }
    }

    /// The migrations that the database has not seen.
    public func pending(_ connection: Connection) throws -> [Migration] {
        let applied = try applied(connection)
        let newest = migrations.last?.number ?? 0
        if let newer = applied.last, newer.number > newest {
            throw PostgresError(
                .schemaNewer,
                "the database is at migration \(newer.number) \(newer.name), this program knows \(newest) of them")
        }
        for past in applied {
            guard let known = migrations.first(where: { $0.number == past.number }) else {
                throw PostgresError(
                    .migrationEdited, "the database has migration \(past.number) \(past.name), the program does not")
            }
            if known.checksum != past.checksum {
                throw PostgresError(
                    .migrationEdited, "migration \(known.number) \(known.name) was edited after it was applied")
            }
        }
        let waiting = migrations.filter { migration in !applied.contains { $0.number == migration.number } }
        if let first = waiting.first, let last = applied.last, first.number < last.number {
            throw PostgresError(
                .migrationEdited,
                "migration \(first.number) \(first.name) comes before \(last.number), already applied",
                mend: "Give it a number after \(last.number).")
        }
        return waiting
    }

    private struct Applied {
        let number: Int
        let name: String
        let checksum: [UInt8]
    }

    private func applied(_ connection: Connection) throws -> [Applied] {
        guard try exists(connection) else { return [] }
        return try connection.query(
            SQL(verbatim: "select number, name, checksum from \(SQL.identifier(ledger)) order by number")
        ).rows.map { Applied(number: $0.int(0) ?? 0, name: $0[1] ?? "", checksum: $0.bytes(2) ?? []) }
    }

    private func exists(_ connection: Connection) throws -> Bool {
        try connection.query("select to_regclass($1) is not null", Parameter(SQL.identifier(ledger)))
            .first?.bool(0) == true
    }

    private func checkServer(_ connection: Connection) throws {
        guard connection.serverVersion >= Self.oldestServer else {
            let version = connection.serverVersion
            throw PostgresError(.serverTooOld, "the server is PostgreSQL \(version / 10_000)")
        }
        guard connection.serverEncoding == "UTF8" else {
            // Offsets count Unicode scalars, and `substr` does so in UTF8 alone.
            throw PostgresError(.wrongEncoding, "the database stores text as \(connection.serverEncoding)")
        }
    }

    private func makeLedger(_ connection: Connection) throws {
        guard try !exists(connection) else { return }
        let schema = ledger.split(separator: ".").first.map { String($0) } ?? ""
        let table = SQL.identifier(ledger)
        try connection.transaction {
            // `create schema if not exists` wants the right to create one even where it exists.
            if try connection.query("select to_regnamespace($1)", Parameter(SQL.identifier(schema))).first?[0] == nil {
                try connection.script(SQL(verbatim: "create schema \(SQL.identifier(schema))"))
            }
            try connection.script(
                SQL(
                    verbatim: """
                        create table \(table) (
                            number integer primary key,
                            name text not null,
                            checksum bytea not null check (octet_length(checksum) = 32),
                            applied_at timestamptz not null default now()
                        );
                        comment on table \(table) is 'The migrations applied to this schema, each once.';
                        comment on column \(table).number is 'The number its file begins with.';
                        comment on column \(table).name is 'The rest of the file''s name.';
                        comment on column \(table).checksum is 'SHA-256 of the file as it was applied.';
                        comment on column \(table).applied_at is 'When it was applied.';
                        """))
        }
    }

    private func apply(_ migration: Migration, _ connection: Connection) throws {
        do {
            try connection.transaction {
                try connection.script(SQL(verbatim: migration.script))
                guard connection.isInTransaction else {
                    throw PostgresError(.migrationFailed, "it ends the transaction it runs in")
                }
                try connection.query(
                    SQL(verbatim: "insert into \(SQL.identifier(ledger)) (number, name, checksum) values ($1, $2, $3)"),
                    Parameter(migration.number), Parameter(migration.name), Parameter(bytes: migration.checksum))
            }
        } catch let error as PostgresError
            where error.kind == .other || error.kind == .data || error.kind == .migrationFailed
        {
            throw PostgresError(
                .migrationFailed, "migration \(migration.number) \(migration.name): \(error.message)",
                sqlState: error.sqlState, sql: error.sql, detail: error.detail)
        }
    }
}
