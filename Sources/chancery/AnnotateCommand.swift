import ArgumentParser
import Extract
import Foundation
import Model
import Normalize
import Pipeline

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Prints the entities of articles as NDJSON: one line out for one line in, no database.",
        discussion: """
            Reads as "extract" does. Each line holds the names of countries, cities, persons and organisations, offices, dates \
            and numbers with their spans, counted in Unicode scalars, and their normal form. A line that cannot be read gives \
            a line with "error" set, and a message on standard error.
            """)

    @Argument(
        help: ArgumentHelp(
            "Files (NDJSON, text, pages, feeds, CSV), folders of them, or - for NDJSON on standard input.",
            valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(help: "Exit with 65 when something could not be read.")
    var strict = false

    @Flag(help: "Print the words too, each with its lemma and the grammemes that its sentence speaks for.")
    var words = false

    @OptionGroup var workers: WorkerOptions

    func run() throws {
        let reader = try Reader(places: Places())
        if words {
            try print(reader.parsing(workers.staging))
        } else {
            try print(reader.annotating(workers.staging))
        }
    }

    private func print<Read>(_ stages: Stages<Read, String>) throws {
        let filter = Filter(
            staging: stages, line: { $0 }, errorLine: { EntityLine.errorLine(id: $0, error: $1) })
        try filter.print(paths, strict: strict)
    }
}

extension Filter {
    /// Reads files, folders or standard input and prints a line for each article.
    ///
    /// - Throws: the exit code for rejected lines when `strict` asks for it, or what ended the filter.
    func print(_ paths: [String], strict: Bool) throws {
        let cancellation = Cancellation()
        let limits = ReadingLimits(of: cancellation)
        var rejected = 0
        try run(Sources(paths, limits: limits, linewise: true), cancellation: cancellation) {
            try StandardOutput.write($0)
        } rejected: { rejection in
            rejected += 1
            StandardError.write("\(rejection)", level: .warning)
        }
        if strict && rejected > 0 { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }
}
