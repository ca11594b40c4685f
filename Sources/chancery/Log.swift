import ArgumentParser
import Extract
import Foundation
import Logging
import Model
import Pipeline
import Synchronization

/// How messages look on standard error.
enum LogFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// Plain lines: the program's name and, when it matters, the level.
    case text
    /// An object a line: `time`, `level`, `message`, and fields.
    case json
}

/// How messages are written, for commands that cron and services run.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Messages as text or as JSON lines (default: CHANCERY_LOG_FORMAT, else text).", valueName: "format"))
    var logFormat: LogFormat?

    func validate() throws {
        if let logFormat { StandardError.format = logFormat }
    }

    /// A line for machines about a run that has ended; people read its summary.
    func tell(_ summary: RunSummary) {
        guard StandardError.format == .json else { return }
        StandardError.write(
            "run completed", level: .info,
            fields: [
                "files": "\(summary.files)", "read": "\(summary.read)", "new": "\(summary.new)",
                "changed": "\(summary.changed)", "unchanged": "\(summary.unchanged)",
                "repeated": "\(summary.repeated)", "rejected": "\(summary.rejected)",
            ])
    }
}

/// Log messages on standard error, in its format.
struct StandardErrorLogHandler: LogHandler {
    let label: String
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        StandardError.write("\(event.message)", level: event.level, fields: fields, label: label)
    }
}

extension ReadingLimits {
    /// Reading that ends when the run is cancelled, and tells what is odd about a source on standard error.
    init(of cancellation: Cancellation) {
        self.init(
            isCancelled: { cancellation.isCancelled }, warn: { StandardError.write($0, level: .warning) })
    }
}

/// Standard error, a line at a time: lines of several threads do not mix, and the progress line gives way.
enum StandardError {
    private static let progress = Mutex("")
    private static let chosen = Mutex(
        ProcessInfo.processInfo.environment["CHANCERY_LOG_FORMAT"].flatMap { LogFormat(rawValue: $0) } ?? .text)

    private static let silence = Mutex(false)

    static var format: LogFormat {
        get { chosen.withLock { $0 } }
        set { chosen.withLock { $0 = newValue } }
    }

    /// Whether what goes as it should is passed over.
    static var isQuiet: Bool {
        get { silence.withLock { $0 } }
        set { silence.withLock { $0 = newValue } }
    }

    /// - Parameter label: the part of the program that speaks.
    static func write(
        _ message: String, level: Logger.Level, fields: [String: String] = [:], label: String? = nil
    ) {
        if level < .notice && isQuiet { return }
        switch format {
        case .text:
            // What ends a command and what could not be read are told as they are; others' warnings by name.
            let mark = label != nil && level >= .warning ? "\(level): " : ""
            let shown = label == nil ? [] : fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
            writeLine("chancery: \(mark)\(message)\(shown.joined())")
        case .json:
            var object = fields
            object["time"] = Date().ISO8601Format(.iso8601(timeZone: .gmt, includingFractionalSeconds: true)) + "Z"
            object["level"] = level.rawValue
            object["message"] = message
            object["part"] = label
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            writeLine(String(decoding: (try? encoder.encode(object)) ?? Data(), as: UTF8.self))
        }
    }

    private static func writeLine(_ line: String) {
        progress.withLock { shown in
            put(clearing(shown) + line + "\n" + shown)
        }
    }

    /// Shows a line in place of the last one; only for a terminal.
    static func showProgress(_ line: String) {
        guard Terminal.isError, format == .text else { return }
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
