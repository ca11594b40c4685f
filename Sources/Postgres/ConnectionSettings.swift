import CLibPQ
import Foundation

/// Where the database is: libpq's own settings, and nothing beside them.
public struct ConnectionSettings: Hashable, Sendable {
    /// A URI, a keyword/value string or a plain database name; nil leaves all to the environment
    /// (PGHOST, PGSERVICE, ~/.pgpass, …).
    public let target: String?

    public init(target: String? = nil) { self.target = target }

    /// Keywords and values, such as `["host": "/run/postgresql", "dbname": "news"]`.
    public init(keywords: KeyValuePairs<String, String>) {
        target = keywords.map { "\($0)=\(Self.quoted($1))" }.joined(separator: " ")
    }

    /// Whether the caller's environment names a database of the caller's own. PGPASSWORD, PGSSLMODE and their like do
    /// not: they say how to connect, not where.
    public static func isConfiguredByEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        ["PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE", "PGDATABASE", "PGUSER"]
            .contains { environment[$0]?.isEmpty == false }
    }

    /// The user's own database when `target` or the environment names one, else nil: the private cluster it is.
    public static func configured(
        target: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> ConnectionSettings? {
        if let target, !target.isEmpty { return ConnectionSettings(target: target) }
        return isConfiguredByEnvironment(environment) ? ConnectionSettings() : nil
    }

    /// What to give psql, pg_dump and other programs of PostgreSQL as their database; nil for "as the environment says".
    public var programArgument: String? { target }

    /// Source: manual, section 34.1.1.1 "Keyword/Value Connection Strings".
    private static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}

extension ConnectionSettings {
    /// What libpq is told. Later keywords win over earlier ones and over the target; the environment comes last.
    func parameters(environment: [String: String]) -> [(keyword: String, value: String)] {
        var parameters = [("fallback_application_name", "chancery")]
        if environment["PGCONNECT_TIMEOUT"] == nil { parameters.append(("connect_timeout", "10")) }
        if let target { parameters.append(("dbname", target)) }
        parameters.append(("client_encoding", "UTF8"))
        return parameters.map { (keyword: $0.0, value: $0.1) }
    }

    /// - Throws: `PostgresError` of kind `badSettings` when libpq cannot read the target.
    func check() throws {
        guard let target, target.contains("=") || target.hasPrefix("postgres") && target.contains("://") else { return }
        if let options = PQconninfoParse(target, nil) {
            PQconninfoFree(options)
        } else {
            // libpq's message quotes what it could not read, and with it perhaps a password.
            throw PostgresError(.badSettings, "the connection string cannot be read")
        }
    }
}
