import ArgumentParser
import Extract
import Foundation
import Model
import Normalize
import Pipeline

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Prints the facts of articles as NDJSON: one line out for one line in, no database.",
        discussion: """
            Reads NDJSON from standard input, or the files and folders given. A line that cannot be read gives a line with \
            "error" set, and a message on standard error; it never stops the stream, and the exit code is 0 all the same \
            unless --strict asks for 65.
            """)

    @Argument(
        help: ArgumentHelp(
            "Files (.ndjson, .jsonl, .txt), folders of them, or - for standard input.", valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(help: "Exit with 65 when something could not be read.")
    var strict = false

    @OptionGroup var workers: WorkerOptions

    func run() throws {
        let reader = try Reader(places: Places())
        let cancellation = Cancellation()
        let limits = ReadingLimits(isCancelled: { cancellation.isCancelled })
        let sources = Sources(paths, limits: limits, linewise: true)
        var rejected = 0
        try Filter(staging: reader.staging(workers.staging), line: \.jsonLine).run(
            sources, cancellation: cancellation
        ) {
            try StandardOutput.write($0)
        } rejected: { rejection in
            rejected += 1
            StandardError.write("chancery: \(rejection)")
        }
        if strict && rejected > 0 { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }
}

/// Results, a line at a time and at once: who reads them may be waiting for each.
enum StandardOutput {
    /// - Throws: `SystemCallError`, when the disk is full for instance.
    static func write(_ line: String) throws {
        var line = line + "\n"
        try line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = Foundation.write(STDOUT_FILENO, rest.baseAddress, rest.count)
                if written < 0 && errno != EINTR {
                    throw SystemCallError(operation: "write to standard output", code: errno)
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, written)))
            }
        }
    }
}
