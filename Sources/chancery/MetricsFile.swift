import Foundation
import Load

/// How the last run ended and what the ledger holds, for node_exporter's textfile collector.
///
/// Source: "Text-based format" in "Exposition formats", prometheus.io.
struct MetricsFile {
    /// What the database says.
    typealias Ledger = [Metric]

    let path: String
    /// The exit code of the run.
    var status: Int32 = 0
    /// Nil when the database could not be asked.
    var ledger: Ledger?

    init(path: String) { self.path = path }

    /// Puts the file in place whole: whoever reads it sees the old one or the new one.
    func write() throws {
        let new = path + ".\(getpid())"
        do {
            try Data(text(old: try? String(contentsOfFile: path, encoding: .utf8)).utf8).write(to: URL(filePath: new))
            chmod(new, 0o644)
        } catch {
            unlink(new)
            throw error
        }
        guard rename(new, path) == 0 else {
            let code = errno
            unlink(new)
            throw SystemCallError(operation: "write \(path)", code: code)
        }
    }

    /// - Parameter old: the file as it was. What the ledger holds is taken over from it when nobody could be asked.
    func text(old: String?, now: Date = Date()) -> String {
        let own = [
            Metric("chancery_run_exit_code", "How the last run ended: 0, or a code of sysexits.", Double(status)),
            Metric(
                "chancery_run_ended_timestamp_seconds", "When the last run ended.", now.timeIntervalSince1970.rounded()),
        ]
        let told = own.map(\.text).joined()
        guard let ledger else {
            let names = own.map(\.name)
            let kept = (old ?? "").split(separator: "\n").filter { line in !names.contains { line.contains($0) } }
            return told + kept.map { $0 + "\n" }.joined()
        }
        return told + ledger.map(\.text).joined()
    }
}

extension Metric {
    /// Its lines: help, type and a sample for each label.
    fileprivate var text: String {
        let samples = samples.map { sample in
            let labels = sample.label.map { "{\($0.name)=\"\($0.value)\"}" } ?? ""
            return "\(name)\(labels) \(Self.number(sample.value))\n"
        }
        return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + samples.joined()
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
