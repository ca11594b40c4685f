import ArgumentParser
import Extract
import Foundation
import Model
import Pipeline

/// What `extract` and `annotate` read, and what they make of faults.
struct FilterOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files (NDJSON, text, pages, feeds, CSV), folders of them, or - for NDJSON on standard input.",
            valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(help: "Exit with 65 when something could not be read.")
    var strict = false

    /// Prints a line for each article.
    ///
    /// - Throws: the exit code for rejected lines when `strict` asks for it, or what ended the filter.
    func print<Read>(_ stages: Stages<Read, String>, errorLine: @escaping @Sendable (String?, String) -> String) throws
    {
        let filter = Filter(staging: stages, line: { $0 }, errorLine: errorLine)
        let cancellation = Cancellation()
        let sources = Sources(paths, limits: ReadingLimits(of: cancellation), linewise: true)
        var rejected = 0
        try filter.run(sources, cancellation: cancellation) {
            try StandardOutput.write($0)
        } rejected: { rejection in
            rejected += 1
            StandardError.write("\(rejection)", level: .warning)
        }
        if strict && rejected > 0 { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }
}

/// How many work at what.
struct WorkerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many extract at once (default: as many as there are cores).", valueName: "n"))
    var extractWorkers: Int?

    @Option(help: ArgumentHelp("How many normalize at once (default: one for every four cores).", valueName: "n"))
    var normalizeWorkers: Int?

    func validate() throws {
        for (name, count) in [("--extract-workers", extractWorkers), ("--normalize-workers", normalizeWorkers)] {
            if let count, !(1...256).contains(count) { throw ValidationError("\(name) takes a number from 1 to 256.") }
        }
    }

    var staging: Staging.Options {
        var options = Staging.Options.forCores(ProcessInfo.processInfo.activeProcessorCount)
        if let extractWorkers { options.extractWorkers = extractWorkers }
        if let normalizeWorkers { options.normalizeWorkers = normalizeWorkers }
        return options
    }
}
