import Dispatch
import Foundation
import Testing

@testable import Pipeline

@Suite struct StageTests {
    struct Broken: Error, Equatable { let at: Int }

    @Test(arguments: [1, 2, 4])
    func everyElementIsWorkedOnOnce(workers: Int) {
        let input = BoundedQueue<Int>(capacity: 2)
        let output = BoundedQueue<Int>(capacity: 2)
        let group = DispatchGroup()
        Stage("double", workers: workers) { 2 * $0 }
            .start(from: input, to: output, in: group, cancelling: Cancellation())
        DispatchQueue(label: "producer").async(group: group) {
            for number in 0..<500 { input.push(number) }
            input.close()
        }
        var taken: [Int] = []
        while let number = output.pop() { taken.append(number) }
        group.wait()
        #expect(taken.sorted() == (0..<500).map { 2 * $0 })
        if workers == 1 { #expect(taken == taken.sorted()) }
    }

    @Test(arguments: [1, 3])
    func aParcelGoesOnInItsOrder(workers: Int) {
        let input = BoundedQueue<Int>(capacity: 20)
        let output = BoundedQueue<Int>(capacity: 3)
        let group = DispatchGroup()
        input.push(contentsOf: Array(0..<20))
        input.close()
        Stage("double", workers: workers, parcel: 8) { 2 * $0 }
            .start(from: input, to: output, in: group, cancelling: Cancellation())
        var taken: [Int] = []
        while let number = output.pop() { taken.append(number) }
        group.wait()
        #expect(taken.sorted() == (0..<20).map { 2 * $0 })
        if workers == 1 { #expect(taken == taken.sorted()) }
    }

    /// As many at once as there are workers: each waits until all of them have begun.
    @Test func theWorkersWorkAtTheSameTime() {
        let input = BoundedQueue<Int>(capacity: 3)
        let output = BoundedQueue<Int>(capacity: 3)
        let group = DispatchGroup()
        let all = DispatchGroup()
        for number in 1...3 {
            all.enter()
            input.push(number)
        }
        input.close()
        Stage("meet", workers: 3) { (number: Int) in
            all.leave()
            all.wait()
            return number
        }.start(from: input, to: output, in: group, cancelling: Cancellation())
        group.wait()
        #expect(output.count == 3)
    }

    @Test func whatAWorkerThrowsCancels() {
        let input = BoundedQueue<Int>(capacity: 1)
        let output = BoundedQueue<Int>(capacity: 1)
        let cancellation = Cancellation()
        cancellation.onCancel {
            input.cancel()
            output.cancel()
        }
        let group = DispatchGroup()
        Stage("break", workers: 2) { (number: Int) throws -> Int in
            if number == 7 { throw Broken(at: number) }
            return number
        }.start(from: input, to: output, in: group, cancelling: cancellation)
        DispatchQueue(label: "producer").async(group: group) {
            for number in 0... where !input.push(number) { break }
        }
        while output.pop() != nil {}
        group.wait()
        #expect(cancellation.reason as? Broken == Broken(at: 7))
    }
}

@Suite struct CancellationTests {
    @Test func theFirstReasonCounts() {
        let cancellation = Cancellation()
        #expect(!cancellation.isCancelled)
        cancellation.cancel(because: Interruption(signal: SIGTERM))
        cancellation.cancel(because: Interruption(signal: SIGINT))
        #expect(cancellation.reason as? Interruption == Interruption(signal: SIGTERM))
    }

    @Test func handlersAreCalledOnceEvenWhenLate() {
        let cancellation = Cancellation()
        let calls = BoundedQueue<String>(capacity: 8)
        cancellation.onCancel { calls.push("early") }
        cancellation.cancel(because: Interruption(signal: SIGINT))
        cancellation.cancel(because: Interruption(signal: SIGINT))
        cancellation.onCancel { calls.push("late") }
        calls.close()
        #expect([calls.pop(), calls.pop(), calls.pop()] == ["early", "late", nil])
    }
}
