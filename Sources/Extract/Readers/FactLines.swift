import Model

/// NDJSON files of facts, as `chancery extract --with-text` prints them, and `-` for standard input.
public struct FactLines: EntrySource {
    private let paths: [String]
    private let limits: ReadingLimits
    private let extractorVersion: String

    /// - Parameter extractorVersion: facts that another version extracted are rejected.
    public init(_ paths: [String], limits: ReadingLimits = ReadingLimits(), extractorVersion: String) {
        self.paths = paths
        self.limits = limits
        self.extractorVersion = extractorVersion
    }

    /// Reads every line as an entry of facts, of a withdrawal or of what is wrong with it.
    public func read(_ body: (SourceEntry) throws -> Void) throws -> Inventory {
        var inventory = Inventory()
        for path in Set(paths).sorted(by: bytewise) where !limits.isCancelled() {
            inventory.files += 1
            var reader: NDJSONReader
            do throws(Rejection) {
                let source =
                    path == "-"
                    ? ByteSource(descriptor: 0, name: "-", isCancelled: limits.isCancelled, warn: limits.warn)
                    : try ByteSource(path: path, name: path, isCancelled: limits.isCancelled, warn: limits.warn)
                reader = try NDJSONReader(source, limits: limits, linewise: false, parse: content)
            } catch {
                try body(SourceEntry(error))
                continue
            }
            while let entry = reader.next() { try body(entry) }
        }
        return inventory
    }

    private func content(of text: String, source: String, line: Int) throws(Rejection) -> SourceEntry.Content {
        try FactRecord.content(of: text, source: source, line: line, extractorVersion: extractorVersion)
    }
}
