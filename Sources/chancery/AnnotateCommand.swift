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

    @OptionGroup var filter: FilterOptions

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
        try filter.print(stages) { EntityLine.errorLine(id: $0, error: $1) }
    }
}
