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

    @OptionGroup var filter: FilterOptions

    @Flag(help: "Print with the facts what load needs: the article itself, its sentences, and the rules.")
    var withText = false

    @OptionGroup var workers: WorkerOptions

    func run() throws {
        let reader = try Reader(places: Places())
        try filter.print(reader.extracting(workers.staging, withText: withText)) {
            ArticleReport.errorLine(id: $0, error: $1)
        }
    }
}
