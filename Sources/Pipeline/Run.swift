import Dispatch
import Extract
import Foundation
import Load
import Model
import Normalize

/// One run: what is new or changed among the sources is read, extracted, normalized and loaded in batches.
///
/// What is loaded, and in which batches, depends on the sources alone and not on the number of workers.
public struct Run: Sendable {
    /// How many work, and how much goes into one transaction.
    public struct Options: Sendable {
        /// The most articles and rejections of one batch.
        public var batchSize: Int
        /// The most bytes of text of one batch; a single article may be longer.
        public var batchText = 20 << 20
        /// What is loaded of the articles that are there; the rest is left as it is.
        public var scope = Scope()
        /// Whether stored articles of the scope go that are not there any more. Only when all could be read, and
        /// something was there: what is not seen for a fault is not gone.
        public var prunes = false

        public init(batchSize: Int = 1000) { self.batchSize = max(1, batchSize) }
    }

    /// What a run tells while it is under way, always on the thread that called it.
    public struct Observer {
        /// Something could not be read or stored; what the run could do about that is done.
        public var rejected: (Rejection) -> Void
        /// A batch has been loaded.
        public var advanced: (RunSummary) -> Void
        /// An article came, changed or went.
        public var changed: (Outcome.Change) -> Void

        public init(
            rejected: @escaping (Rejection) -> Void = { _ in },
            advanced: @escaping (RunSummary) -> Void = { _ in },
            changed: @escaping (Outcome.Change) -> Void = { _ in }
        ) {
            self.rejected = rejected
            self.advanced = advanced
            self.changed = changed
        }
    }

    private let options: Options
    private let staging: Staging
    private let clock: StageClock

    /// - Parameter clock: told how long each stage works.
    public init(options: Options = Options(), staging: Staging, clock: StageClock = StageClock()) {
        self.options = options
        self.staging = staging
        self.clock = clock
    }

    /// Reads the sources to their end and loads what they give; ends when no thread of its own is left.
    ///
    /// - Throws: what failed first. Batches loaded until then stay loaded.
    public func load(
        _ sources: some EntrySource, into sink: any BatchSink, observer: Observer = Observer(),
        cancellation: Cancellation
    ) throws -> RunSummary {
        let tally = Tally()
        let census = Census()
        let batches = BoundedQueue<Batch>(capacity: 1)
        cancellation.onCancel { batches.cancel() }
        let group = DispatchGroup()
        DispatchQueue(label: "chancery.order").async(group: group) { [self] in
            defer { batches.close() }
            do {
                try collect(sources, from: sink, tally, census, into: batches, cancellation)
            } catch {
                cancellation.cancel(because: error)
            }
        }
        var loaded = RunSummary()
        Lanes(sink, clock).load(batches, cancellation) { rejections, outcome in
            // Those of the batch are told by the names they were given.
            let refused = outcome.rejections.filter { $0.reason == .refused }
            for rejection in rejections + refused { observer.rejected(rejection) }
            for change in outcome.changes { observer.changed(change) }
            loaded.add(outcome)
            observer.advanced(loaded + tally.summary)
        }
        group.wait()
        if let reason = cancellation.reason { throw reason }
        if options.prunes && loaded.rejected == 0 && !census.isEmpty {
            try sink.prune(options.scope, keeping: census.contains) { outcome in
                for change in outcome.changes { observer.changed(change) }
                loaded.add(outcome)
                observer.advanced(loaded + tally.summary)
            }
        }
        return loaded + tally.summary
    }

    /// Fills batches in the order of reading.
    private func collect(
        _ sources: some EntrySource, from sink: any BatchSink, _ tally: Tally, _ census: Census,
        into batches: BoundedQueue<Batch>, _ cancellation: Cancellation
    ) throws {
        var batch = Batch()
        var text = 0
        try staging.run(cancellation: cancellation, clock: clock) { body in
            try withoutActuallyEscaping(body) { body in
                var intake = Intake(sink: sink, tally: tally, census: census, scope: options.scope, pass: body)
                let inventory = try sources.read { try intake.take($0) }
                try intake.flush()
                tally.count(\.files, by: inventory.files)
                tally.count(\.otherKinds, by: inventory.otherKinds)
            }
        } emit: { entry, report in
            switch (entry.content, report) {
            case (.rejection(let rejection), _): batch.rejections.append(rejection)
            case (.withdrawal(let id), _): batch.withdrawn.append(id)
            case (.article, let report?), (.facts, let report?):
                guard options.scope.contains(day: report.publishedOn) else { return tally.count(\.leftOut) }
                batch.articles.append(Incoming(report, source: entry.source, line: entry.line))
                text += report.article.text.utf8.count
            case (.article, nil), (.facts, nil): break
            }
            if batch.count >= options.batchSize || text >= options.batchText {
                batches.handOver(batch)
                (batch, text) = (Batch(), 0)
            }
        }
        if batch.count > 0 { batches.push(batch) }
    }
}
