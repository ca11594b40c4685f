import DequeModule
import Foundation

/// A queue between stages that holds only so much: who is ahead waits, and memory stays flat.
///
/// It ends in one of two ways. Closed, it takes nothing more and gives what is left. Cancelled, it drops what is left,
/// and everyone who waits is let go.
///
/// `@unchecked Sendable`: `condition` guards all mutable state.
public final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
    public let capacity: Int
    private let condition = NSCondition()
    private var elements: Deque<Element>
    private var state = State.open
    /// How many wait, so that nobody is woken in vain.
    private var waiting = 0

    private enum State { case open, closed, cancelled }

    /// - Precondition: `capacity` is at least 1.
    public init(capacity: Int) {
        precondition(capacity >= 1, "a queue of capacity \(capacity) would never pass anything on")
        self.capacity = capacity
        elements = Deque(minimumCapacity: capacity)
    }

    /// Waits for room and appends; false, without appending, when the queue is closed or cancelled.
    @discardableResult
    public func push(_ element: Element) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while state == .open && elements.count >= capacity { wait() }
        guard state == .open else { return false }
        elements.append(element)
        if waiting > 0 { condition.broadcast() }
        return true
    }

    /// Appends them all in order, each as room comes; false when the queue is closed or cancelled before the last.
    @discardableResult
    public func push(contentsOf added: [Element]) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        for element in added {
            while state == .open && elements.count >= capacity {
                // Who waits for those before it makes the room.
                if waiting > 0 { condition.broadcast() }
                wait()
            }
            guard state == .open else { return false }
            elements.append(element)
        }
        if waiting > 0 { condition.broadcast() }
        return true
    }

    /// Appends and waits until everything is taken: who hands over heavy things one by one does not begin another while
    /// one lies here. False when the queue is closed or cancelled before that.
    @discardableResult
    public func handOver(_ element: Element) -> Bool {
        guard push(element) else { return false }
        condition.lock()
        defer { condition.unlock() }
        while state == .open && !elements.isEmpty { wait() }
        return elements.isEmpty && state != .cancelled
    }

    /// Waits for an element and takes it; nil once the queue is closed and empty, or cancelled.
    public func pop() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while state == .open && elements.isEmpty { wait() }
        guard state != .cancelled, let element = elements.popFirst() else { return nil }
        if waiting > 0 { condition.broadcast() }
        return element
    }

    /// Waits for an element and takes it with those that lie behind it; none once the queue is closed and empty, or cancelled.
    ///
    /// To wake a thread for every element would take longer than many an article does.
    ///
    /// - Parameter takers: how many take from the queue: each leaves the others their share.
    public func pop(upTo most: Int, among takers: Int = 1) -> [Element] {
        condition.lock()
        defer { condition.unlock() }
        while state == .open && elements.isEmpty { wait() }
        guard state != .cancelled, !elements.isEmpty else { return [] }
        var taken: [Element] = []
        let share = min(most, max(1, elements.count / takers))
        taken.reserveCapacity(share)
        while taken.count < share { taken.append(elements.removeFirst()) }
        if waiting > 0 { condition.broadcast() }
        return taken
    }

    private func wait() {
        waiting += 1
        condition.wait()
        waiting -= 1
    }

    /// Takes nothing more; what is in the queue can still be taken out. Closing twice is harmless.
    public func close() { end(as: .closed) }

    /// Takes nothing more and drops what it holds.
    public func cancel() { end(as: .cancelled) }

    private func end(as ended: State) {
        condition.lock()
        defer { condition.unlock() }
        if state != .cancelled { state = ended }
        if state == .cancelled { elements.removeAll() }
        condition.broadcast()
    }

    public var count: Int {
        condition.lock()
        defer { condition.unlock() }
        return elements.count
    }
}
