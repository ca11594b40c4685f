import Dispatch
import Extract
import Foundation
import Load
import Model
import Normalize
import Testing

@testable import Pipeline

/// A store that takes two batches at once and lets a test say when each is done.
///
/// `@unchecked Sendable`: `condition` guards all mutable state.
private final class Counter: BatchSink, @unchecked Sendable {
    let lanes: Int
    private let condition = NSCondition()
    // By the number that the batch bears, which its outcome bears too.
    private var begun: [Int] = []
    private var ended: [Int] = []
    private let work: @Sendable (Counter, Int) throws -> Void

    /// - Parameter work: called with the number of each batch.
    init(lanes: Int = 2, work: @escaping @Sendable (Counter, Int) throws -> Void) {
        self.lanes = lanes
        self.work = work
    }

    var order: [Int] { condition.withLock { ended } }

    /// Waits until a batch has begun, or has ended.
    func wait(begun number: Int) { wait { self.begun.contains(number) } }
    func wait(ended number: Int) { wait { self.ended.contains(number) } }

    private func wait(until isSo: () -> Bool) {
        condition.lock()
        defer { condition.unlock() }
        while !isSo() { condition.wait() }
    }

    func hasBegun(_ number: Int) -> Bool { condition.withLock { begun.contains(number) } }

    func unchanged(among articles: [Found]) -> Set<String> { [] }

    func prune(_ scope: Scope, keeping isThere: (String) -> Bool, _ withdrawn: (Outcome) -> Void) {}

    func load(_ batch: Batch) throws -> Outcome {
        let number = batch.rejections.first?.line ?? batch.withdrawn.first.flatMap { Int($0) } ?? -1
        note(number, in: \.begun)
        try work(self, number)
        note(number, in: \.ended)
        var outcome = Outcome()
        outcome.new = number
        return outcome
    }

    private func note(_ number: Int, in list: ReferenceWritableKeyPath<Counter, [Int]>) {
        condition.lock()
        self[keyPath: list].append(number)
        condition.broadcast()
        condition.unlock()
    }
}

/// Two batches under way.
@Suite(.timeLimit(.minutes(1))) struct LaneTests {
    struct Full: Error {}

    private func batch(_ number: Int, withdraws: Bool = false) -> Batch {
        var batch = Batch()
        if withdraws {
            batch.withdrawn = ["\(number)"]
        } else {
            batch.rejections = [Rejection(source: "s", line: number, reason: .empty, detail: "empty")]
        }
        return batch
    }

    /// Loads the batches; gives what was told, in that order, and why the run ended.
    private func load(_ batches: [Batch], into sink: Counter, _ cancellation: Cancellation = Cancellation())
        -> (told: [Int], reason: (any Error)?)
    {
        let queue = BoundedQueue<Batch>(capacity: 1)
        cancellation.onCancel { queue.cancel() }
        DispatchQueue(label: "feed").async {
            for batch in batches { queue.push(batch) }
            queue.close()
        }
        var told: [Int] = []
        Lanes(sink, StageClock()).load(queue, cancellation) { _, outcome in told.append(outcome.new) }
        return (told, cancellation.reason)
    }

    @Test func outcomesAreToldInTheOrderOfTheBatches() {
        let sink = Counter { sink, number in
            // The first is done last of all that can be under way beside it.
            if number == 0 { sink.wait(ended: 4) }
        }
        let (told, reason) = load((0..<8).map { batch($0) }, into: sink)
        #expect(reason == nil)
        #expect(told == Array(0..<8))
        #expect(sink.order.firstIndex(of: 0)! > sink.order.firstIndex(of: 4)!)
    }

    @Test func whatIsTakenBackWaitsForWhatCameBefore() {
        let sink = Counter { sink, number in
            if number == 1 {
                sink.wait(begun: 0)
                Thread.sleep(forTimeInterval: 0.1)
                #expect(!sink.hasBegun(2))
            }
            // What comes later may overtake it.
            if number == 2 { #expect(Set(sink.order).isSuperset(of: [0, 1])) }
        }
        let (told, _) = load([batch(0), batch(1), batch(2, withdraws: true), batch(3)], into: sink)
        #expect(told == [0, 1, 2, 3])
    }

    /// The batch that is under way beside the one that fails is loaded, and no other after them.
    @Test func aFailureEndsTheRunAndLeavesWholeBatches() {
        let cancellation = Cancellation()
        let sink = Counter { sink, number in
            if number == 1 {
                sink.wait(begun: 0)
                throw Full()
            }
            if number == 0 { sink.wait(begun: 1) }
            // Whatever thread runs first: the failure is known before any later batch is done.
            while number > 1, cancellation.reason == nil { Thread.sleep(forTimeInterval: 0.001) }
        }
        let (told, reason) = load((0..<20).map { batch($0) }, into: sink, cancellation)
        #expect(reason is Full)
        #expect(told.first == 0)
        #expect(sink.order == [0] || sink.order == [0, 2])
    }

    /// One that waits for its turn behind a batch that fails is not loaded.
    @Test func aFailureLetsGoWhatWaitsForIt() {
        let sink = Counter { sink, number in
            if number == 0 {
                Thread.sleep(forTimeInterval: 0.05)
                throw Full()
            }
        }
        let (told, reason) = load([batch(0), batch(1, withdraws: true), batch(2)], into: sink)
        #expect(reason is Full)
        #expect(told == [] && sink.order == [])
    }

    @Test func oneLaneTakesOneAfterTheOther() {
        let sink = Counter(lanes: 1) { sink, number in #expect(sink.order == Array(0..<number)) }
        #expect(load((0..<5).map { batch($0) }, into: sink).told.count == 5)
    }
}
