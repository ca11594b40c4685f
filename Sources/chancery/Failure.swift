import ArgumentParser
import Extract
import Foundation
import Grammar
import Load
import Model
import Morphology
import Pipeline
import Postgres

/// An error at the end of its way: what is said of it, and the exit code it leaves by.
struct Failure {
    private let error: any Error

    init(_ error: any Error) { self.error = error }

    func exit() -> Never {
        if isOfTheCommandLine { Chancery.exit(withError: error) }
        StandardError.endProgress()
        StandardError.write(description, level: .critical, fields: ["exit": "\(status.rawValue)"])
        Foundation.exit(status.rawValue)
    }

    /// Help, a wrong option, or an exit code that a command chose.
    private var isOfTheCommandLine: Bool {
        Chancery.exitCode(for: error) != .failure || error is ArgumentParser.ExitCode
    }

    /// What the program leaves with, a code that a command chose among them.
    var exitCode: Int32 { isOfTheCommandLine ? Chancery.exitCode(for: error).rawValue : status.rawValue }

    var status: ExitStatus {
        switch error {
        case is DataFault: .fault
        case is ConfigurationError, is DictionaryError, is LexiconError: .configuration
        case let error as PostgresError: error.kind.status
        case let error as LoadError: error.kind == .reference ? .configuration : .busy
        case let error as Interruption: error.signal == SIGINT ? .interrupted : .terminated
        case let error as CocoaError: error.code == .fileWriteOutOfSpace ? .noSpace : .configuration
        case let error as SystemCallError: error.code == ENOSPC ? .noSpace : .fault
        default: .fault
        }
    }

    /// What is wrong and, on lines of its own, what mends it.
    var description: String {
        switch error {
        case let error as CocoaError:
            "\(error.filePath ?? "a file"): \(error.code == .fileReadNoSuchFile ? "no such file" : error.localizedDescription)"
        case let error as any CustomStringConvertible: error.description
        default: error.localizedDescription
        }
    }
}

extension PostgresError.Kind {
    fileprivate var status: ExitStatus {
        switch self {
        case .notReachable, .notReady, .tooManyConnections, .outOfMemory, .terminated, .connectionLost, .clusterStart:
            .unavailable
        case .notAuthorised, .permission: .notPermitted
        case .noSpace, .serverDisk: .noSpace
        case .lockTaken, .serialization: .busy
        case .schemaNewer: .schemaNewer
        case .clusterFolder: .cannotCreate
        case .badSettings, .databaseMissing, .serverTooOld, .wrongEncoding, .schemaOlder, .migrationEdited,
            .serverMissing, .clusterVersion:
            .configuration
        case .cancelled, .data, .migrationFailed, .other: .fault
        }
    }
}

/// What a run has loaded does not pass the data tests; which of them has been told.
struct DataFault: Error, CustomStringConvertible {
    let checks: Int

    var description: String {
        "\(counted(checks, "check")) of the data \(checks == 1 ? "does" : "do") not hold; what was loaded stays\nRun `chancery check` to see all of it."
    }
}

/// A call to the system that failed.
struct SystemCallError: Error, CustomStringConvertible {
    let operation: String
    let code: Int32

    var description: String { "cannot \(operation): \(String(cString: strerror(code)))" }
}
