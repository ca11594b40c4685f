import ArgumentParser
import Extract
import Foundation
import Load
import Model
import Pipeline
import Postgres

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads what is new or changed, loads it, and prints what the ledger then holds.",
        discussion: """
            Reads .txt files (one article each), .ndjson and .jsonl files (one record a line), saved HTML pages, RSS and \
            Atom feeds, CSV with named columns, any of these packed with gzip, folders of them, and - for standard input. \
            Nothing is fetched. Without a path it reads the sample articles that Chancery comes with.

            \(ExitStatus.help)
            """)

    @Argument(help: ArgumentHelp("Files, folders of them, or -.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var database: DatabaseOptions

    @OptionGroup var workers: WorkerOptions

    @Option(help: ArgumentHelp("The most articles in one transaction.", valueName: "n"))
    var batchSize = 1000

    @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
    var quiet = false

    func validate() throws {
        guard (1...100_000).contains(batchSize) else {
            throw ValidationError("--batch-size takes a number from 1 to 100000.")
        }
    }

    func run() throws {
        let cancellation = Cancellation()
        let signals = Signals(cancelling: cancellation)
        defer { withExtendedLifetime(signals) {} }
        let places = Places()
        let paths = try paths.isEmpty ? [sample(places)] : paths
        let reader = try Reader(places: places)

        let database = try database.open(places)
        let connection = try database.connect()
        try prepare(connection, places)
        let ledger = try LedgerSink(
            connection, lookup: database.connect(), programVersion: Chancery.version,
            extractorVersion: Extractor.version, paths: paths)
        let summary = try load(paths, with: reader, into: ledger, cancellation)
        StandardError.endProgress()
        if !quiet { try show(Summary(summary, Loader(connection), database)) }
        if summary.rejected > 0 { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }

    private func show(_ summary: Summary) throws {
        do {
            try StandardOutput.write(summary.text())
        } catch let error as SystemCallError where error.code == EPIPE {
            // All is loaded; whoever was to read about it has gone.
        }
    }

    private func sample(_ places: Places) throws -> String {
        let folder = try places.data().appending(path: "seeds/articles").path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw ConfigurationError(
                problem: "the sample articles are not found at \(folder)", mend: "Name the files or folders to read.")
        }
        return folder
    }

    private func prepare(_ connection: Connection, _ places: Places) throws {
        let applied = try Migrator(folder: places.data().appending(path: "sql/migrations")).migrate(connection)
        if !applied.isEmpty { try Loader(connection).reportingGrants() }
        try Loader(connection).reference(places.data().appending(path: "seeds/reference"))
    }

    private func load(
        _ paths: [String], with reader: Reader, into ledger: LedgerSink, _ cancellation: Cancellation
    ) throws -> RunSummary {
        let limits = ReadingLimits(isCancelled: { cancellation.isCancelled })
        let run = Pipeline.Run(
            options: Pipeline.Run.Options(batchSize: batchSize), staging: reader.staging(workers.staging))
        let observer = Pipeline.Run.Observer { rejection in
            StandardError.write("chancery: \(rejection)")
        } advanced: { summary in
            StandardError.showProgress("\(summary.read) read, \(summary.new + summary.changed) loaded")
        }
        do {
            let summary = try run.load(
                Sources(paths, limits: limits), into: ledger, observer: observer, cancellation: cancellation)
            try ledger.complete(summary)
            return summary
        } catch {
            ledger.fail(Failure(error).description)
            throw error
        }
    }
}
