import CLibPQ
import Logging
import Synchronization

/// Takes the server's notices off standard error, where libpq would print them, and into the log.
final class Notices: Sendable {
    private let logger: Logger
    private let fatal = Mutex<LastWords?>(nil)

    /// What the server said when it ended the session: it comes as a notice when it finds the session idle.
    struct LastWords {
        let sqlState: String
        let message: String
    }

    init(logger: Logger) { self.logger = logger }

    var lastWords: LastWords? { fatal.withLock { $0 } }

    static let receive: PQnoticeReceiver = { context, result in
        guard let context, let result else { return }
        Unmanaged<Notices>.fromOpaque(context).takeUnretainedValue().take(result)
    }

    private func take(_ result: OpaquePointer) {
        let severity = field(.severity, of: result) ?? ""
        let message = field(.message, of: result) ?? ""
        switch severity {
        case "FATAL", "PANIC":
            fatal.withLock { $0 = LastWords(sqlState: field(.sqlState, of: result) ?? "", message: message) }
            logger.debug("\(message)")
        case "WARNING": logger.warning("\(message)")
        default: logger.debug("\(message)")
        }
    }
}

/// The fields of an error or a notice. Source: manual, section 34.3.1, `PQresultErrorField`.
enum ErrorField: String {
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case detail = "D"
    case context = "W"
}

func field(_ field: ErrorField, of result: OpaquePointer) -> String? {
    PQresultErrorField(result, Int32(field.rawValue.utf8.first!)).map { String(cString: $0) }
}

extension PostgresError {
    /// The error a statement ended with.
    init(result: OpaquePointer, of sql: SQL, on connection: OpaquePointer, lastWords: Notices.LastWords?) {
        guard let sqlState = field(.sqlState, of: result) else {
            self.init(lostBy: connection, of: sql, lastWords: lastWords)
            return
        }
        self.init(
            Kind(sqlState: sqlState, message: field(.message, of: result) ?? ""),
            field(.message, of: result) ?? "", sqlState: sqlState, sql: sql.text,
            detail: field(.detail, of: result), copyPlace: field(.context, of: result).flatMap(CopyPlace.init))
    }

    /// The error when the server gives none of its own any more.
    init(lostBy connection: OpaquePointer, of sql: SQL, lastWords: Notices.LastWords?) {
        if let lastWords {
            let kind = Kind(sqlState: lastWords.sqlState, message: lastWords.message)
            self.init(
                kind == .other ? .connectionLost : kind, lastWords.message, sqlState: lastWords.sqlState, sql: sql.text)
        } else {
            let message = String(cString: PQerrorMessage(connection)).trimmed
            let isLost = PQstatus(connection) == CONNECTION_BAD
            self.init(isLost ? .connectionLost : .other, message, sql: sql.text)
        }
    }
}

extension PostgresError.CopyPlace {
    /// Reads `COPY articles, line 3, column title: "…"`; the words between are in the server's language.
    init?(_ context: String) {
        for line in context.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^COPY ([^,]+), \S+ (\d+)/), let number = Int(match.2) else {
                continue
            }
            self.init(table: String(match.1), line: number)
            return
        }
        return nil
    }
}

extension StringProtocol {
    /// Without the white space at both ends.
    var trimmed: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        return String(rest)
    }
}
