/// A session's advisory lock: it goes when the session goes, however that ends, and so never outlives its holder.
public struct AdvisoryLock: Hashable, Sendable {
    public let key: Int

    public init(key: Int) { self.key = key }

    /// Who holds a lock.
    public struct Holder: Hashable, Sendable {
        public let pid: Int
        public let user: String?
        public let application: String?
        /// When the session began; nil when this role may not see it.
        public let since: String?
    }
}

extension Connection {
    /// Takes the lock for the session; false when another session holds it.
    public func tryLock(_ lock: AdvisoryLock) throws -> Bool {
        try query("select pg_try_advisory_lock($1)", Parameter(lock.key)).first?.bool(0) == true
    }

    /// Takes the lock for the session, waiting for it.
    public func lock(_ lock: AdvisoryLock) throws { try query("select pg_advisory_lock($1)", Parameter(lock.key)) }

    /// Takes the lock until the transaction ends, waiting for it.
    public func lockTransaction(_ lock: AdvisoryLock) throws {
        try query("select pg_advisory_xact_lock($1)", Parameter(lock.key))
    }

    /// Gives back a lock that this session holds.
    public func unlock(_ lock: AdvisoryLock) throws { try query("select pg_advisory_unlock($1)", Parameter(lock.key)) }

    /// The session that holds the lock, nil when none does.
    public func holder(of lock: AdvisoryLock) throws -> AdvisoryLock.Holder? {
        let row = try query(
            """
            select a.pid, a.usename, a.application_name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ')
            from pg_locks l
            join pg_stat_activity a using (pid)
            where l.locktype = 'advisory'
              and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
              and l.objsubid = 1
              and (l.classid::bigint << 32 | l.objid::bigint) = $1::bigint
            limit 1
            """, Parameter(lock.key)
        ).first
        return row.map { row in
            AdvisoryLock.Holder(pid: row.int(0) ?? 0, user: row[1], application: row[2], since: row[3])
        }
    }
}
