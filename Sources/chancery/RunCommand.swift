import ArgumentParser
import Extract
import Foundation
import Pipeline

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads what is new or changed, loads it, and prints what the ledger then holds.",
        discussion: """
            Reads .txt files (one article each), .ndjson and .jsonl files (one record a line), saved HTML pages, RSS and \
            Atom feeds, CSV with named columns, any of these packed with gzip, folders of them, and - for standard input. \
            Nothing is fetched. Without a path it reads the sample articles that Chancery comes with. A record \
            {"id": …, "withdrawn": true} takes its article back.

            \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("Files, folders of them, or -.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var options: LoadingOptions

    func run() throws {
        let cancellation = Cancellation()
        let signals = Signals(cancelling: cancellation)
        defer { withExtendedLifetime(signals) {} }
        let places = Places()
        let paths = try paths.isEmpty ? [sample(places)] : paths
        let limits = ReadingLimits(of: cancellation)
        try Loading(options: options, places: places, cancellation: cancellation)
            .run(paths, Sources(paths, limits: limits), LateReader(places: places).staging(options.workers.staging))
    }

    private func sample(_ places: Places) throws -> String {
        let folder = try places.data().appending(path: "seeds/articles").path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw ConfigurationError(
                problem: "the sample articles are not found at \(folder)", mend: "Name the files or folders to read.")
        }
        return folder
    }
}
