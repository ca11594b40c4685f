import Foundation
import Logging
import Synchronization

/// Log messages as plain lines on standard error, nothing before them but the program's name and, when it matters, the level.
struct LineLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let level = event.level >= .warning ? "\(event.level): " : ""
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let tail = fields.map { " \($0.key)=\($0.value)" }.joined()
        StandardError.write("chancery: \(level)\(event.message)\(tail)")
    }
}

/// Standard error, a line at a time: lines of several threads do not mix, and the progress line gives way.
enum StandardError {
    private static let progress = Mutex("")

    static func write(_ message: String) {
        progress.withLock { shown in
            put(clearing(shown) + message + "\n" + shown)
        }
    }

    /// Shows a line in place of the last one; only for a terminal.
    static func showProgress(_ line: String) {
        guard Terminal.isError else { return }
        progress.withLock { shown in
            put(clearing(shown) + line)
            shown = line
        }
    }

    static func endProgress() { showProgress("") }

    private static func clearing(_ shown: String) -> String { shown.isEmpty ? "" : "\r\u{1B}[K" }

    private static func put(_ text: String) {
        // Who closed it does not want to know.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
