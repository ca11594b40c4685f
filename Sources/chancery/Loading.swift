import ArgumentParser
import Extract
import Foundation
import Load
import Model
import Pipeline
import Postgres

/// How articles get into the ledger, for the commands that load.
struct LoadingOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @OptionGroup var workers: WorkerOptions

    @Option(help: ArgumentHelp("The most articles in one transaction.", valueName: "n"))
    var batchSize = 1000

    @Option(help: ArgumentHelp("Load only articles of this source.", valueName: "name"))
    var source: String?

    @Option(help: ArgumentHelp("Load only articles published on this day or later.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Load only articles published on this day or earlier.", valueName: "day"))
    var to: String?

    @Flag(help: "Load articles anew that have not changed.")
    var again = false

    @Flag(
        help:
            "What is given is all there is of it: withdraw the articles that were read from there and are not there any more."
    )
    var prune = false

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
    var quiet = false

    @Flag(inversion: .prefixedNo, help: "Test what was loaded, as check does; of more than 2000 articles some.")
    var check = true

    @Option(
        help: ArgumentHelp(
            "Write how the run ended and what the ledger holds, for node_exporter's textfile collector.",
            valueName: "file"))
    var metrics: String?

    @OptionGroup var log: LogOptions

    func validate() throws {
        StandardError.isQuiet = quiet
        guard (1...100_000).contains(batchSize) else {
            throw ValidationError("--batch-size takes a number from 1 to 100000.")
        }
        for (name, day) in [("--from", from), ("--to", to)] {
            if let day, PartialDate(iso: day) == nil {
                throw ValidationError("\(name) takes a day as 2024-11-27, or a month or a year.")
            }
        }
    }

    var scope: Scope {
        Scope(
            source: source, from: from.flatMap { PartialDate(iso: $0) }, to: to.flatMap { PartialDate(iso: $0) })
    }
}

/// One run into the ledger, from opening the database to the summary.
struct Loading {
    let options: LoadingOptions
    let places: Places
    let cancellation: Cancellation

    /// - Throws: the exit code for rejected lines, or what ended the run.
    func run(
        _ paths: [String], _ entries: some EntrySource, _ staging: @autoclosure () throws -> Staging
    ) throws {
        guard let metrics = options.metrics, !options.dryRun else {
            return try perform(paths, entries, staging()) { _ in }
        }
        var file = MetricsFile(path: metrics)
        let outcome = Result { try perform(paths, entries, staging()) { file.ledger = $0 } }
        if case .failure(let error) = outcome { file.status = Failure(error).exitCode }
        let written = Result { try file.write() }
        // What ended the run is told by its exit code; here only what it does not tell.
        if case (.failure, .failure(let error)) = (outcome, written) {
            StandardError.write(Failure(error).description, level: .error)
        }
        try outcome.get()
        try written.get()
    }

    /// - Parameter told: called with what the ledger says at the end, however the run has ended.
    private func perform(
        _ paths: [String], _ entries: some EntrySource, _ staging: Staging, _ told: (MetricsFile.Ledger?) -> Void
    ) throws {
        let database = try options.database.open(places)
        do {
            try perform(paths, entries, staging, database, told)
        } catch {
            throw database.reason(error)
        }
    }

    private func perform(
        _ paths: [String], _ entries: some EntrySource, _ staging: Staging, _ database: Database,
        _ told: (MetricsFile.Ledger?) -> Void
    ) throws {
        let connection = try database.connect()
        try prepare(connection)
        let loader = Loader(connection)
        let before = options.dryRun ? try loader.totals() : nil
        let clock = StageClock()
        let ledger = try LedgerSink(
            connection, lookup: database.connect(), another: database.connect, programVersion: Chancery.version,
            extractorVersion: Extractor.version, paths: paths, reloads: options.again, isRehearsal: options.dryRun,
            clock: clock)
        defer { if options.metrics != nil { told(try? loader.metrics()) } }
        let summary = try load(entries, staging, into: ledger, clock) { summary in
            guard options.check, summary.new + summary.changed + summary.withdrawn > 0 else { return }
            let checks = try DataCheck.read(folder: places.data().appending(path: "sql/checks"))
            let broken = try clock.measure(\.check) {
                try loader.reportingFaults(checks, articles: ledger.loadedArticles)
            }
            if broken > 0 { throw DataFault(checks: broken) }
        }
        StandardError.endProgress()
        options.log.tell(summary)
        if let before {
            try show(summary.rehearsed(from: before, to: loader.totals()))
        } else if !options.quiet {
            try show(Summary(summary, loader, database).text())
        }
        if options.prune && (summary.rejected > 0 || summary.isEmpty) {
            StandardError.write(
                "nothing was pruned: "
                    + (summary.isEmpty
                        ? "no article was found, and an empty folder is more likely a fault"
                        : "what could not be read may still be there"),
                level: .warning)
            throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue)
        }
        if summary.rejected > 0 { throw ArgumentParser.ExitCode(ExitStatus.rejected.rawValue) }
    }

    private func prepare(_ connection: Connection) throws {
        let migrator = try Migrator(folder: places.data().appending(path: "sql/migrations"))
        if options.dryRun {
            try migrator.check(connection)
            try connection.rehearse()
        } else if try !migrator.migrate(connection).isEmpty {
            try Loader(connection).reportingGrants()
        }
        try Loader(connection).reference(places.data().appending(path: "seeds/reference"))
    }

    private func load(
        _ entries: some EntrySource, _ staging: Staging, into ledger: LedgerSink, _ clock: StageClock,
        check: (RunSummary) throws -> Void
    ) throws -> RunSummary {
        var settings = Pipeline.Run.Options(batchSize: options.batchSize)
        settings.scope = options.scope
        settings.prunes = options.prune
        var complaints = Complaints()
        let observer = Pipeline.Run.Observer { rejection in
            if complaints.tells(rejection) { StandardError.write("\(rejection)", level: .warning) }
        } advanced: { summary in
            StandardError.showProgress("\(summary.read) read, \(summary.new + summary.changed) loaded")
        } changed: { change in
            if options.dryRun { try? StandardOutput.write("\(change.kind)\t\(change.id)") }
        }
        defer { for line in complaints.rest { StandardError.write(line, level: .warning) } }
        do {
            let summary = try Pipeline.Run(options: settings, staging: staging, clock: clock)
                .load(entries, into: ledger, observer: observer, cancellation: cancellation)
            try check(summary)
            try ledger.complete(summary)
            return summary
        } catch {
            ledger.fail(Failure(error).description)
            throw error
        }
    }

    private func show(_ text: String) throws {
        do {
            try StandardOutput.write(text)
        } catch let error as SystemCallError where error.code == EPIPE {
            // All is loaded; whoever was to read about it has gone.
        }
    }
}

extension RunSummary {
    fileprivate var isEmpty: Bool { read - rejected == 0 }

    /// What a run would have done.
    fileprivate func rehearsed(from before: Totals, to after: Totals) -> String {
        "Nothing was changed. The run would load \(new) new and \(changed) changed, withdraw \(withdrawn), and leave "
            + "\(unchanged) unchanged.\nThe ledger holds \(before.text); it would hold \(after.text)."
    }
}
