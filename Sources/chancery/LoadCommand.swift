import ArgumentParser
import Extract
import Normalize
import Pipeline

struct LoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Loads the facts that extract --with-text printed, here or elsewhere.",
        discussion: """
            Reads NDJSON files, or - for standard input. Each line carries its article's text, so that every quote can be \
            checked; facts of another version of the rules are rejected. The tables come out as run would have made them.

            \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("Files of facts, or - for standard input.", valueName: "path"))
    var paths: [String] = ["-"]

    @OptionGroup var options: LoadingOptions

    func run() throws {
        let cancellation = Cancellation()
        let signals = Signals(cancelling: cancellation)
        defer { withExtendedLifetime(signals) {} }
        let limits = ReadingLimits(of: cancellation)
        let normalizer = Normalizer()
        let staging = Staging(
            options: options.workers.staging,
            entries: { entry in
                if case .facts(_, let facts) = entry.content { facts } else { nil }
            }, normalize: normalizer.report(of:facts:))
        try Loading(options: options, places: Places(), cancellation: cancellation)
            .run(paths, FactLines(paths, limits: limits, extractorVersion: Extractor.version), staging)
    }
}
