import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Pipeline

@Suite struct BoundedQueueTests {
    @Test func whatGoesInFirstComesOutFirst() {
        let queue = BoundedQueue<Int>(capacity: 3)
        for number in 1...3 { #expect(queue.push(number)) }
        #expect((1...3).map { _ in queue.pop() } == [1, 2, 3])
    }

    @Test func whatLiesThereIsTakenTogether() {
        let queue = BoundedQueue<Int>(capacity: 5)
        #expect(queue.push(contentsOf: [1, 2, 3, 4, 5]))
        #expect(queue.pop(upTo: 2) == [1, 2])
        #expect(queue.pop(upTo: 8) == [3, 4, 5])
        queue.close()
        #expect(queue.pop(upTo: 8).isEmpty)
        #expect(!queue.push(contentsOf: [6]))
    }

    @Test func whoTakesSeveralLeavesTheOthersTheirShare() {
        let queue = BoundedQueue<Int>(capacity: 4)
        queue.push(contentsOf: [1, 2, 3, 4])
        #expect(queue.pop(upTo: 8, among: 2) == [1, 2])
        #expect(queue.pop(upTo: 8, among: 4) == [3])
    }

    @Test func moreThanThereIsRoomForGoesInAsRoomComes() {
        let queue = BoundedQueue<Int>(capacity: 2)
        let group = DispatchGroup()
        DispatchQueue(label: "producer").async(group: group) {
            queue.push(contentsOf: Array(1...9))
            queue.close()
        }
        var taken: [Int] = []
        while true {
            let some = queue.pop(upTo: 3)
            if some.isEmpty { break }
            taken += some
        }
        group.wait()
        #expect(taken == Array(1...9))
    }

    @Test func closedItGivesWhatIsLeftAndTakesNothing() {
        let queue = BoundedQueue<Int>(capacity: 2)
        queue.push(1)
        queue.close()
        queue.close()
        #expect(!queue.push(2))
        #expect(queue.pop() == 1)
        #expect(queue.pop() == nil)
        #expect(queue.pop() == nil)
    }

    @Test func cancelledItDropsWhatIsLeft() {
        let queue = BoundedQueue<Int>(capacity: 2)
        queue.push(1)
        queue.cancel()
        #expect(queue.count == 0)
        #expect(queue.pop() == nil)
        #expect(!queue.push(2))
        queue.close()
        #expect(queue.pop() == nil)
    }

    @Test func cancellingAfterClosingDropsWhatIsLeft() {
        let queue = BoundedQueue<Int>(capacity: 2)
        queue.push(1)
        queue.close()
        queue.cancel()
        #expect(queue.pop() == nil)
    }

    @Test func whoHandsOverWaitsUntilItIsTaken() {
        let queue = BoundedQueue<Int>(capacity: 1)
        let group = DispatchGroup()
        let isHanded = Mutex(false)
        DispatchQueue(label: "producer").async(group: group) {
            let answer = queue.handOver(1)
            isHanded.withLock { $0 = answer }
        }
        while queue.count == 0 { usleep(1000) }
        #expect(group.wait(timeout: .now() + 0.05) == .timedOut)
        #expect(queue.pop() == 1)
        group.wait()
        #expect(isHanded.withLock { $0 })
    }

    @Test func whoHandsOverIsLetGoWhenItIsCancelled() {
        let queue = BoundedQueue<Int>(capacity: 1)
        let group = DispatchGroup()
        let isHanded = Mutex(true)
        DispatchQueue(label: "producer").async(group: group) {
            let answer = queue.handOver(1)
            isHanded.withLock { $0 = answer }
        }
        while queue.count == 0 { usleep(1000) }
        queue.cancel()
        group.wait()
        #expect(!isHanded.withLock { $0 })
        #expect(!queue.handOver(2))
    }

    @Test func itNeverHoldsMoreThanItsCapacity() {
        let queue = BoundedQueue<Int>(capacity: 4)
        let group = DispatchGroup()
        DispatchQueue(label: "producer").async(group: group) {
            for number in 0..<1000 { queue.push(number) }
            queue.close()
        }
        var most = 0
        var taken: [Int] = []
        while true {
            most = max(most, queue.count)
            guard let number = queue.pop() else { break }
            taken.append(number)
        }
        group.wait()
        #expect(taken == Array(0..<1000))
        #expect(most <= 4)
    }

    @Test(arguments: [true, false])
    func whoWaitsForRoomIsLetGo(cancelling: Bool) {
        let queue = BoundedQueue<Int>(capacity: 1)
        queue.push(0)
        let started = DispatchSemaphore(value: 0)
        let answers = BoundedQueue<Bool>(capacity: 3)
        for number in 1...3 {
            DispatchQueue(label: "producer.\(number)").async {
                started.signal()
                answers.push(queue.push(number))
            }
        }
        for _ in 1...3 { started.wait() }
        if cancelling { queue.cancel() } else { queue.close() }
        #expect((1...3).map { _ in answers.pop() } == [false, false, false])
    }

    @Test(arguments: [true, false])
    func whoWaitsForAnElementIsLetGo(cancelling: Bool) {
        let queue = BoundedQueue<Int>(capacity: 1)
        let started = DispatchSemaphore(value: 0)
        let answers = BoundedQueue<Int?>(capacity: 3)
        for number in 1...3 {
            DispatchQueue(label: "consumer.\(number)").async {
                started.signal()
                answers.push(queue.pop())
            }
        }
        for _ in 1...3 { started.wait() }
        if cancelling { queue.cancel() } else { queue.close() }
        #expect((1...3).map { _ in answers.pop() } == [.some(nil), .some(nil), .some(nil)])
    }
}
