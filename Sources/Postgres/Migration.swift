import Crypto
import Foundation

/// One numbered file of DDL, `0001_articles.sql`, applied once and never edited again.
public struct Migration: Hashable, Sendable {
    public let number: Int
    /// The file's name without number and ending.
    public let name: String
    public let script: String
    /// SHA-256 of the file.
    public let checksum: [UInt8]

    public init(number: Int, name: String, script: String) {
        self.number = number
        self.name = name
        self.script = script
        checksum = Array(SHA256.hash(data: Array(script.utf8)))
    }

    /// The migrations of a folder, by number; files of other kinds are none.
    /// - Throws: `PostgresError` of kind `migrationFailed` when the folder cannot be read, a `.sql` file is not named
    ///   `NNNN_name.sql`, or two have one number.
    public static func read(folder: URL) throws -> [Migration] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".sql") }
        } catch {
            throw PostgresError(.migrationFailed, "the migrations cannot be read: \(folder.path)")
        }
        let migrations = try names.sorted().map { try read(file: folder.appending(path: $0)) }
        for (a, b) in zip(migrations, migrations.dropFirst()) where a.number == b.number {
            throw PostgresError(.migrationFailed, "two migrations have the number \(a.number): \(a.name), \(b.name)")
        }
        return migrations
    }

    private static func read(file: URL) throws -> Migration {
        let file = (name: file.lastPathComponent, bytes: FileManager.default.contents(atPath: file.path))
        guard let match = file.name.wholeMatch(of: /(\d{4})_([a-z0-9_]+)\.sql/), let number = Int(match.1) else {
            throw PostgresError(.migrationFailed, "a migration is named NNNN_name.sql, and this is not: \(file.name)")
        }
        guard let bytes = file.bytes, let script = String(validating: bytes, as: UTF8.self) else {
            throw PostgresError(.migrationFailed, "the migration cannot be read as UTF-8: \(file.name)")
        }
        return Migration(number: number, name: String(match.2), script: script)
    }
}
