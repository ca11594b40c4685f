import Foundation
import Postgres
import TestSupport
import Testing

/// Each way not to get a session has its own kind, with what mends it.
@Suite struct ConnectionFailureTests {
    private func failure(_ settings: ConnectionSettings) -> PostgresError? {
        #expect(throws: PostgresError.self) { try TestCluster.connect(settings) }
    }

    @Test func nothingListens() {
        #expect(failure(ConnectionSettings(target: "host=/nonexistent dbname=x user=x"))?.kind == .notReachable)
        #expect(failure(ConnectionSettings(target: "postgresql://x@127.0.0.1:1/x"))?.kind == .notReachable)
        #expect(failure(ConnectionSettings(target: "postgresql://x@no.such.host.invalid/x"))?.kind == .notReachable)
    }

    /// A listener that accepts and says nothing.
    @Test func theServerDoesNotAnswer() throws {
        let (port, socket) = try silentListener()
        defer { close(socket) }
        let error = failure(ConnectionSettings(target: "host=127.0.0.1 port=\(port) dbname=x user=x connect_timeout=1"))
        #expect(error?.kind == .notReachable)
        #expect(error?.message.contains("127.0.0.1:\(port)") == true)
    }

    @Test func theDatabaseIsMissing() throws {
        let error = failure(try TestCluster.settings(["dbname": "nowhere"]))
        #expect(error?.kind == .databaseMissing)
        #expect(error?.sqlState == "3D000")
        #expect(error?.message.hasSuffix("FATAL: database \"nowhere\" does not exist") == true)
        #expect(error?.mend?.contains("createdb") == true)
    }

    @Test func theRoleIsNotOurs() throws {
        let error = failure(try TestCluster.settings(["user": "postgres"]))
        #expect(error?.kind == .notAuthorised)
        #expect(error?.sqlState == "28000")
    }

    @Test func thePasswordIsWrongOrMissing() throws {
        try passwordRole.get()
        let wrong = failure(try TestCluster.settings(["user": "lodger", "password": "guess", "dbname": "postgres"]))
        #expect(wrong?.kind == .notAuthorised)
        #expect(wrong?.sqlState == "28P01")
        #expect(wrong.map { "\($0)" }?.contains("guess") == false)
        let missing = failure(
            try TestCluster.settings(["user": "lodger", "dbname": "postgres", "passfile": "/dev/null"]))
        #expect(missing?.kind == .notAuthorised)
        _ = try TestCluster.connect(
            TestCluster.settings(["user": "lodger", "password": "right", "dbname": "postgres"]))
    }

    @Test func thereAreTooManyConnections() throws {
        try passwordRole.get()
        try TestCluster.connect().query("create role crowd login connection limit 0 password 'right'")
        let error = failure(try TestCluster.settings(["user": "crowd", "password": "right", "dbname": "postgres"]))
        #expect(error?.kind == .tooManyConnections)
    }

    @Test(arguments: [
        "postgresql://user:sesame@host:port/db", "host=x sesame", "nonsense='x' password=sesame", "service=unheard_of",
    ])
    func theSettingsAreNone(target: String) {
        let error = failure(ConnectionSettings(target: target))
        #expect(error?.kind == .badSettings)
        #expect(error.map { "\($0)" }?.contains("sesame") == false)
    }

    @Test func theServerIsNotTheOwners() throws {
        let error = failure(try TestCluster.settings(["requirepeer": "nobody"]))
        #expect(error?.kind == .notAuthorised)
    }

    @Test(
        arguments: [
            (["PGHOST": "db"], true), (["PGSERVICE": "news"], true), (["PGDATABASE": "x"], true),
            (["PGUSER": "x"], true),
            (["PGPASSWORD": "x", "PGSSLMODE": "require"], false), (["PGHOST": ""], false), ([:], false),
        ] as [([String: String], Bool)])
    func theEnvironmentNamesADatabaseOrLeavesItToUs(environment: [String: String], names: Bool) {
        #expect(ConnectionSettings.isConfiguredByEnvironment(environment) == names)
        #expect((ConnectionSettings.configured(target: nil, environment: environment) != nil) == names)
        #expect(ConnectionSettings.configured(target: "news", environment: environment)?.target == "news")
    }

    private func silentListener() throws -> (port: Int, socket: Int32) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length)
                listen(descriptor, 1)
                return getsockname(descriptor, pointer, &length)
            }
        }
        try #require(port == 0)
        return (Int(UInt16(bigEndian: address.sin_port)), descriptor)
    }
}

/// A role `lodger` with the password `right`, let in by password where the private cluster lets nobody.
private let passwordRole = Result {
    let connection = try TestCluster.connect()
    try connection.query("create role lodger login password 'right'")
    let file = try connection.query("show hba_file").first?[0] ?? ""
    let rules = "local all lodger,crowd scram-sha-256\n" + (try String(contentsOfFile: file, encoding: .utf8))
    // In place, so that the file stays its owner's.
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.write(contentsOf: Data(rules.utf8))
    try handle.close()
    try connection.query("select pg_reload_conf()")
    // The reload reaches the postmaster in its own time.
    while try connection.query("select from pg_hba_file_rules where 'lodger' = any(user_name)").count == 0 {}
    let probe = try TestCluster.settings(["user": "lodger", "password": "right", "dbname": "postgres"])
    while (try? TestCluster.connect(probe)) == nil {}
}
