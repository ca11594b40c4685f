import Foundation
import Postgres

/// A fault of loading that is no fault of the database.
public struct LoadError: Error, Sendable {
    public let kind: Kind
    public let message: String
    public let mend: String?

    public enum Kind: String, CaseIterable, Sendable {
        /// Another run holds the lock.
        case anotherRun
        /// A later run found this one without its lock and declared it dead.
        case superseded
        /// A reference file cannot be read.
        case reference
    }

    init(_ kind: Kind, _ message: String, mend: String? = nil) {
        self.kind = kind
        self.message = message
        self.mend = mend
    }
}

extension LoadError: CustomStringConvertible {
    public var description: String { mend.map { "\(message)\n\($0)" } ?? message }
}

extension LoadError {
    static func anotherRun(_ holder: AdvisoryLock.Holder?, since: String?) -> LoadError {
        var text = "another run is in progress"
        if let holder {
            text += ": process \(holder.pid) of the database"
            if let user = holder.user { text += ", user \(user)" }
        }
        if let since = since ?? holder?.since { text += ", since \(since)" }
        return LoadError(
            .anotherRun, text,
            mend: "Wait for it to end; `chancery status` shows it. A run that was killed does not hold the lock.")
    }

    static let superseded = LoadError(
        .superseded, "the run lost its lock, and a later run has taken its place",
        mend: "Let the later run end; it reads what this one did not.")
}
