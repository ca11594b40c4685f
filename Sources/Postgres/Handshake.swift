import CLibPQ
import Foundation

/// Opens a connection, and when that fails finds out why.
///
/// libpq hides the SQLSTATE of a refused connection. With verbose errors, asked for before the server has
/// answered, it prints it, whatever language the server speaks.
struct Handshake {
    private let settings: ConnectionSettings
    private let environment: [String: String]

    init(_ settings: ConnectionSettings, environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.settings = settings
        self.environment = environment
    }

    func connect() throws -> OpaquePointer {
        try settings.check()
        guard let connection = start() else { throw PostgresError(.outOfMemory, "out of memory for a connection") }
        do {
            try finish(connection)
            return connection
        } catch {
            PQfinish(connection)
            throw error
        }
    }

    private func start() -> OpaquePointer? {
        let parameters = settings.parameters(environment: environment)
        let texts = parameters.map { (strdup($0.keyword), strdup($0.value)) }
        defer {
            for (keyword, value) in texts {
                free(keyword)
                free(value)
            }
        }
        let keywords = texts.map { UnsafePointer($0.0) } + [nil]
        let values = texts.map { UnsafePointer($0.1) } + [nil]
        return PQconnectStartParams(keywords, values, 1)
    }

    private func finish(_ connection: OpaquePointer) throws {
        PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
        guard PQstatus(connection) != CONNECTION_BAD else { throw refusal(connection) }
        let deadline = timeout(connection).map { ContinuousClock.now + $0 }
        var status = PGRES_POLLING_WRITING
        while status != PGRES_POLLING_OK {
            guard status != PGRES_POLLING_FAILED else { throw refusal(connection) }
            guard wait(connection, for: status == PGRES_POLLING_READING ? POLLIN : POLLOUT, until: deadline) else {
                throw PostgresError(.notReachable, "the server at \(address(connection)) does not answer")
            }
            status = PQconnectPoll(connection)
        }
    }

    /// What `connect_timeout` says, 0 being for ever; `PQconnectStart` leaves it to its caller.
    private func timeout(_ connection: OpaquePointer) -> Duration? {
        guard let options = PQconninfo(connection) else { return nil }
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if strcmp(keyword, "connect_timeout") == 0, let value = option.pointee.val,
                let seconds = Int(String(cString: value)), seconds > 0
            {
                return .seconds(seconds)
            }
            option += 1
        }
        return nil
    }

    /// False when the deadline has passed.
    private func wait(_ connection: OpaquePointer, for events: Int32, until deadline: ContinuousClock.Instant?) -> Bool
    {
        var descriptor = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
        while true {
            var milliseconds: Int32 = -1
            if let deadline {
                let left = (deadline - .now) / .milliseconds(1)
                guard left > 0 else { return false }
                milliseconds = Int32(min(left.rounded(.up), 1e6))
            }
            let ready = poll(&descriptor, 1, milliseconds)
            if ready > 0 { return true }
            if ready < 0 && errno != EINTR { return true }
        }
    }

    private func address(_ connection: OpaquePointer) -> String {
        let host = PQhost(connection).map { String(cString: $0) } ?? ""
        let port = PQport(connection).map { String(cString: $0) } ?? ""
        return "\(host):\(port)"
    }

    private func refusal(_ connection: OpaquePointer) -> PostgresError {
        let needsPassword = PQconnectionNeedsPassword(connection) == 1
        return Self.refusal(String(cString: PQerrorMessage(connection)), needsPassword: needsPassword)
    }

    /// The error behind libpq's verbose message; of several hosts the last one that was a server's answer decides.
    static func refusal(_ verbose: String, needsPassword: Bool) -> PostgresError {
        var sqlState: String?
        var lines: [String] = []
        for line in verbose.split(separator: "\n") where !line.starts(with: /\p{Lu}+:  \w+, \w+\.c:\d+$/) {
            if let match = line.firstMatch(of: /:  ([0-9A-Z]{5}):/) {
                sqlState = String(match.1)
                lines.append(String(line.replacing(":  \(match.1):", with: ":")))
            } else {
                lines.append(String(line))
            }
        }
        let message = lines.joined(separator: "\n").trimmed
        let kind: PostgresError.Kind =
            if message.contains("No space left on device") {
                .noSpace
            } else if let sqlState {
                PostgresError.Kind(sqlState: sqlState, message: message)
            } else if needsPassword || message.contains("requirepeer") {
                .notAuthorised
            } else if message.contains("definition of service") || message.hasPrefix("invalid ") {
                .badSettings
            } else {
                .notReachable
            }
        return PostgresError(kind, message, sqlState: sqlState)
    }
}
