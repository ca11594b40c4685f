import Foundation
import Model
import Normalize
import Postgres

/// Writes what was read into the tables of the schema `chancery`.
///
/// A loader belongs to one connection and shares its rule: one owner at a time. Several loaders, each with a
/// connection of its own, may load one run at once. Only one of them takes the run's lock, and holds it to the end.
public struct Loader: Sendable {
    let connection: Connection

    public init(_ connection: Connection) { self.connection = connection }

    /// "loadlock" in ASCII: one run at a time in a database.
    static let runLock = AdvisoryLock(key: 0x6C6F_6164_6C6F_636B)
    /// "loadmerg" in ASCII: merged rows are computed by one transaction at a time, each seeing what the one before wrote.
    static let mergeLock = AdvisoryLock(key: 0x6C6F_6164_6D65_7267)
}
