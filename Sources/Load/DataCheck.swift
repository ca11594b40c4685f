import Foundation
import Postgres

/// A test of the data: a query whose rows are what is wrong.
public struct DataCheck: Hashable, Sendable {
    /// The name of its file: `quotes`.
    public let name: String
    /// What must hold; the file's first line says so.
    public let rule: String
    /// Gives `place` and `detail`; `$1` are the ids of the articles to look at, or null for all.
    let sql: String

    public init(name: String, script: String) throws {
        guard let first = script.split(separator: "\n").first, first.hasPrefix("-- ") else {
            throw LoadError(.reference, "the check \(name) does not begin with what must hold, as a comment")
        }
        self.name = name
        rule = String(first.dropFirst(3))
        sql = script
    }

    /// The checks of a folder, by name.
    public static func read(folder: URL) throws -> [DataCheck] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard names.contains(where: { $0.hasSuffix(".sql") }) else {
            throw LoadError(.reference, "the checks cannot be read: \(folder.path)")
        }
        return try names.filter { $0.hasSuffix(".sql") }.sorted().map { name in
            let script = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return try DataCheck(name: String(name.dropLast(4)), script: script)
        }
    }

    /// Rows that break a check.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        public let check: DataCheck
        public let count: Int
        /// Some of them: where, and what is there.
        public let examples: [String]

        public var description: String {
            let more = count > examples.count ? "; and \(count - examples.count) more" : ""
            return "check \(check.name): \(check.rule) Not so: \(examples.joined(separator: "; "))\(more)"
        }
    }
}

extension Loader {
    /// What breaks a check; nil when it holds.
    /// - Parameter articles: look only at what these say and at the rows that their reports lead to.
    public func fault(_ check: DataCheck, articles: [String]? = nil) throws -> DataCheck.Fault? {
        // Materialized: for the first three of an order the planner would compare all with all, since none is expected.
        let wrapped = SQL(
            verbatim: """
                with fault as materialized (
                \(check.sql)
                )
                select count(*) over (), place, detail
                from fault
                where $1::text[] is null
                   or true
                order by place
                limit 3
                """)
        let scope = articles.map { Parameter($0) } ?? Parameter(nil as String?)
        let rows = try connection.query(wrapped, scope).rows
        guard let first = rows.first else { return nil }
        let examples = rows.map { row in [row[1], row[2]].compactMap(\.self).joined(separator: ": ") }
        return DataCheck.Fault(check: check, count: first.int(0) ?? rows.count, examples: examples)
    }
}
