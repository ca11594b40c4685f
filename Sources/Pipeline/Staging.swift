import Dispatch
import Extract
import Model
import Normalize

/// Reads, extracts and normalizes concurrently, and gives what comes of it in the order of reading.
///
///     reader ─▸ queue ─▸ extract × n ─▸ queue ─▸ normalize × n ─▸ queue ─▸ order ─▸ the caller
///
/// Every queue is bounded and so is what is under way between the reader and the caller: memory does not grow with
/// the number of articles, and a slow caller slows the reader down.
public struct Stages<Extracted: Sendable, Report: Sendable>: Sendable {
    public typealias Options = StagingOptions

    private let options: Options
    private let extract: @Sendable (SourceEntry) throws -> Extracted?
    private let normalize: @Sendable (Article, Extracted) -> Report

    /// - Parameter extract: what it throws ends the run.
    public init(
        options: Options, extract: @escaping @Sendable (Article) throws -> Extracted,
        normalize: @escaping @Sendable (Article, Extracted) -> Report
    ) {
        self.init(options: options, entries: { try $0.article.map(extract) }, normalize: normalize)
    }

    /// - Parameter entries: what an entry holds or gives; nil for one without an article.
    public init(
        options: Options, entries extract: @escaping @Sendable (SourceEntry) throws -> Extracted?,
        normalize: @escaping @Sendable (Article, Extracted) -> Report
    ) {
        self.options = options
        self.extract = extract
        self.normalize = normalize
    }

    /// Runs the stages until the reader has ended and everything it read has been given.
    ///
    /// - Parameters:
    ///   - read: called on a thread of its own; calls its argument with each entry and ends when that throws.
    ///   - emit: called on this thread, in the order of reading.
    ///   - clock: told how long reading, extracting and normalizing took.
    /// - Throws: the reason the run was cancelled for: what a stage, the reader or `emit` threw first, or a signal.
    public func run(
        cancellation: Cancellation, clock: StageClock = StageClock(),
        read: @escaping @Sendable (_ body: (SourceEntry) throws -> Void) throws -> Void,
        emit: (SourceEntry, Report?) throws -> Void
    ) throws {
        let flow = Flow<Extracted, Report>(options)
        cancellation.onCancel { flow.cancel() }
        let group = DispatchGroup()
        start(read, flow, group, cancellation, clock)
        Stage("extract", workers: options.extractWorkers, parcel: options.parcel) { [extract] parcel in
            try clock.measure(\.extract) { try parcel.extracted(by: extract) }
        }
        .start(from: flow.read, to: flow.extracted, in: group, cancelling: cancellation)
        Stage("normalize", workers: options.normalizeWorkers, parcel: options.parcel) { [normalize] parcel in
            clock.measure(\.normalize) { parcel.normalized(by: normalize) }
        }
        .start(from: flow.extracted, to: flow.normalized, in: group, cancelling: cancellation)
        do {
            try give(flow, emit)
        } catch {
            cancellation.cancel(because: error)
        }
        group.wait()
        if let reason = cancellation.reason { throw reason }
    }

    private func start(
        _ read: @escaping @Sendable (_ body: (SourceEntry) throws -> Void) throws -> Void,
        _ flow: Flow<Extracted, Report>, _ group: DispatchGroup, _ cancellation: Cancellation, _ clock: StageClock
    ) {
        DispatchQueue(label: "chancery.read").async(group: group) {
            var number = 0
            var since = ContinuousClock.now
            do {
                try read { entry in
                    clock.add(ContinuousClock.now - since, to: \.read)
                    defer { since = .now }
                    let parcel = Parcel<Extracted, Report>(number: number, entry: entry)
                    guard flow.window.enter(weight: parcel.weight), flow.read.push(parcel) else { throw Ended() }
                    number += 1
                }
            } catch is Ended {
                // The reason is known where it was cancelled.
            } catch {
                cancellation.cancel(because: error)
            }
            flow.read.close()
        }
    }

    private func give(_ flow: Flow<Extracted, Report>, _ emit: (SourceEntry, Report?) throws -> Void) throws {
        var order = Reordering<Parcel<Extracted, Report>>()
        while true {
            let parcels = flow.normalized.pop(upTo: options.parcel)
            guard !parcels.isEmpty else { return }
            for parcel in parcels {
                for ready in order.take(parcel, number: parcel.number) {
                    try emit(ready.entry, ready.report)
                    flow.window.leave(weight: ready.weight)
                }
            }
        }
    }

}

/// Facts for reports: what `extract` and `run` do.
public typealias Staging = Stages<Facts, ArticleReport>

/// How many work, and how much is under way at once.
public struct StagingOptions: Sendable {
    public var extractWorkers: Int
    public var normalizeWorkers: Int
    /// Bytes of text between the reader and the caller.
    public var textUnderWay = 64 << 20
    /// How many a worker takes at once.
    let parcel = 8

    public init(extractWorkers: Int, normalizeWorkers: Int) {
        self.extractWorkers = max(1, extractWorkers)
        self.normalizeWorkers = max(1, normalizeWorkers)
    }

    /// As many extractors as there are cores; normalizing is light, so one for every four of them.
    public static func forCores(_ cores: Int) -> StagingOptions {
        StagingOptions(extractWorkers: cores, normalizeWorkers: (cores + 3) / 4)
    }
}

/// Cancelled elsewhere, for a reason that is known there.
private struct Ended: Error {}

/// The queues of one run.
private struct Flow<Extracted: Sendable, Report: Sendable>: Sendable {
    let window: Window
    let read: BoundedQueue<Parcel<Extracted, Report>>
    let extracted: BoundedQueue<Parcel<Extracted, Report>>
    let normalized: BoundedQueue<Parcel<Extracted, Report>>

    init(_ options: StagingOptions) {
        let workers = options.extractWorkers + options.normalizeWorkers
        window = Window(items: 16 * workers, weight: options.textUnderWay)
        read = BoundedQueue(capacity: 2 * options.parcel * options.extractWorkers)
        extracted = BoundedQueue(capacity: 2 * options.parcel * options.normalizeWorkers)
        normalized = BoundedQueue(capacity: 2 * options.parcel * workers)
    }

    func cancel() {
        window.cancel()
        for queue in [read, extracted, normalized] { queue.cancel() }
    }
}

/// One entry on its way, with what has come of it so far; what was rejected passes through.
private struct Parcel<Extracted: Sendable, Report: Sendable>: Sendable {
    let number: Int
    let entry: SourceEntry
    var extracted: Extracted?
    var report: Report?

    init(number: Int, entry: SourceEntry) {
        self.number = number
        self.entry = entry
    }

    var article: Article? { entry.article }

    /// The bytes of text, and something for the rest.
    var weight: Int { 1024 + (article?.text.utf8.count ?? 0) }

    func extracted(by extract: (SourceEntry) throws -> Extracted?) rethrows -> Parcel {
        var parcel = self
        parcel.extracted = try extract(entry)
        return parcel
    }

    func normalized(by normalize: (Article, Extracted) -> Report) -> Parcel {
        var parcel = self
        if let article, let extracted { parcel.report = normalize(article, extracted) }
        parcel.extracted = nil
        return parcel
    }
}
