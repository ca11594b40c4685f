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
            "Files (NDJSON, text, pages, feeds, CSV), folders of them, or - for NDJSON on standard input.",
            valueName: "path"))
    var paths: [String] = ["-"]

    @Flag(help: "Exit with 65 when something could not be read.")
    var strict = false

    @OptionGroup var workers: WorkerOptions

    func run() throws {
        let reader = try Reader(places: Places())
        try Filter(staging: reader.staging(workers.staging), line: \.jsonLine).print(paths, strict: strict)
    }
}
