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
            Reads .txt files (one article each), .ndjson and .jsonl files (one record a line), folders of them, and - for \
            NDJSON on standard input. Without a path it reads the sample articles that Chancery comes with.

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

    @Flag(inversion: .prefixedNo, help: "Test what was loaded, as `check` does.")
    var check = true

    @Option(
        help: ArgumentHelp(
            "Write how the run ended and what the ledger holds, for node_exporter's textfile collector.",
            valueName: "file"))
    var metrics: String?

    @OptionGroup var log: LogOptions

    func validate() throws {
        guard (1...100_000).contains(batchSize) else {
            throw ValidationError("--batch-size takes a number from 1 to 100000.")
        }
    }

    func run() throws {
        guard let metrics else { return try load() }
        var file = MetricsFile(path: metrics)
        let outcome = Result { try load { file.ledger = $0 } }
        if case .failure(let error) = outcome { file.status = Failure(error).exitCode }
        do {
            try file.write()
        } catch {
            StandardError.write("\(Failure(error).description)", level: .error)
            try outcome.get()
            throw error
        }
        try outcome.get()
    }

    /// - Parameter told: called with what the ledger says of the run, once it has been opened and again at the end.
    private func load(_ told: (MetricsFile.Ledger?) -> Void = { _ in }) throws {
        let cancellation = Cancellation()
        let signals = Signals(cancelling: cancellation)
        defer { withExtendedLifetime(signals) {} }
        let places = Places()
        let paths = try paths.isEmpty ? [sample(places)] : paths
        let reader = try Reader(places: places)

        let database = try database.open(places)
        let connection = try database.connect()
        try prepare(connection, places)
        let clock = StageClock()
        let ledger = try LedgerSink(
            connection, lookup: database.connect(), programVersion: Chancery.version,
            extractorVersion: Extractor.version, paths: paths, clock: clock)
        let checks = try check ? DataCheck.read(folder: places.data().appending(path: "sql/checks")) : []
        defer { if metrics != nil { told(try? Loader(connection).metrics()) } }
        let summary = try load(paths, with: reader, into: ledger, cancellation, clock) { summary in
            guard summary.new + summary.changed > 0 else { return }
            let broken = try clock.measure(\.check) {
                try Loader(connection).reportingFaults(checks, articles: ledger.loadedArticles)
            }
            if broken > 0 { throw DataFault(checks: broken) }
        }
        StandardError.endProgress()
        log.tell(summary, quiet: quiet)
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
        _ paths: [String], with reader: Reader, into ledger: LedgerSink, _ cancellation: Cancellation,
        _ clock: StageClock, check: (RunSummary) throws -> Void
    ) throws -> RunSummary {
        let limits = ReadingLimits(isCancelled: { cancellation.isCancelled })
        let run = Pipeline.Run(
            options: Pipeline.Run.Options(batchSize: batchSize), staging: reader.staging(workers.staging), clock: clock)
        let observer = Pipeline.Run.Observer { rejection in
            StandardError.write("\(rejection)", level: .warning)
        } advanced: { summary in
            StandardError.showProgress("\(summary.read) read, \(summary.new + summary.changed) loaded")
        }
        do {
            let summary = try run.load(
                Sources(paths, limits: limits), into: ledger, observer: observer, cancellation: cancellation)
            try check(summary)
            try ledger.complete(summary)
            return summary
        } catch {
            ledger.fail(Failure(error).description)
            throw error
        }
    }
}
