import Dispatch
import Foundation
import Load
import Model

/// The threads that load batches, as many as the store takes at once. Their outcomes are told in the order of the batches.
///
/// No two batches of a run tell of one article, so that in what order they are committed makes no difference. Only
/// what is taken back may have come in an earlier one: such a batch waits until all before it are done.
struct Lanes {
    private let sink: any BatchSink
    private let clock: StageClock

    init(_ sink: any BatchSink, _ clock: StageClock) {
        self.sink = sink
        self.clock = clock
    }

    private struct Loaded: Sendable {
        let number: Int
        let rejections: [Rejection]
        /// Nil of a batch that failed.
        let outcome: Outcome?
    }

    /// Loads batches until the queue is closed or cancelled, and waits for those under way.
    ///
    /// - Parameter told: called on this thread with what a batch brought to be rejected, and what became of the batch.
    func load(
        _ batches: BoundedQueue<Batch>, _ cancellation: Cancellation,
        told: (_ rejections: [Rejection], _ outcome: Outcome) -> Void
    ) {
        let turns = Turns(batches)
        let outcomes = BoundedQueue<Loaded>(capacity: sink.lanes)
        let group = DispatchGroup()
        for number in 1...sink.lanes {
            DispatchQueue(label: "chancery.load.\(number)").async(group: group) { [sink, clock] in
                while let (number, batch) = turns.next() {
                    var outcome: Outcome?
                    do {
                        if !batch.withdrawn.isEmpty { turns.awaitAll(before: number) }
                        if let reason = cancellation.reason { throw reason }
                        outcome = try clock.measure(\.load) { try sink.load(batch) }
                    } catch {
                        cancellation.cancel(because: error)
                    }
                    turns.finish(number)
                    outcomes.push(Loaded(number: number, rejections: batch.rejections, outcome: outcome))
                }
            }
        }
        group.notify(queue: DispatchQueue(label: "chancery.load.end")) { outcomes.close() }
        var order = Reordering<Loaded>()
        while let loaded = outcomes.pop() {
            for ready in order.take(loaded, number: loaded.number) {
                if let outcome = ready.outcome { told(ready.rejections, outcome) }
            }
        }
        group.wait()
    }
}

/// Numbers batches as they are taken, and knows which are done.
///
/// `@unchecked Sendable`: `condition` guards all mutable state.
private final class Turns: @unchecked Sendable {
    private let batches: BoundedQueue<Batch>
    private let taking = NSLock()
    private let condition = NSCondition()
    private var taken = 0
    private var underWay: Set<Int> = []

    init(_ batches: BoundedQueue<Batch>) { self.batches = batches }

    /// Waits for the next batch; nil once there is none.
    func next() -> (number: Int, batch: Batch)? {
        // Who waits for the next batch has its number, too.
        taking.lock()
        defer { taking.unlock() }
        guard let batch = batches.pop() else { return nil }
        condition.lock()
        defer { condition.unlock() }
        defer { taken += 1 }
        underWay.insert(taken)
        return (taken, batch)
    }

    /// The batch is loaded, or never will be.
    func finish(_ number: Int) {
        condition.lock()
        defer { condition.unlock() }
        underWay.remove(number)
        condition.broadcast()
    }

    /// Waits until all batches before that one are done.
    func awaitAll(before number: Int) {
        condition.lock()
        defer { condition.unlock() }
        while underWay.contains(where: { $0 < number }) { condition.wait() }
    }
}
