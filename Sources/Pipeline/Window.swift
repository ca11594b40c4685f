import Foundation

/// How much may be under way between the reader and the place where order is restored, by weight.
///
/// Without it one slow article would let all that comes after it pile up behind.
///
/// `@unchecked Sendable`: `condition` guards all mutable state.
final class Window: @unchecked Sendable {
    private let condition = NSCondition()
    private let items: Int
    private let weight: Int
    private var itemsInside = 0
    private var weightInside = 0
    private var cancelled = false
    /// The one reader waits.
    private var isWaiting = false

    /// - Parameters:
    ///   - items: how many may be inside at once.
    ///   - weight: what they may weigh together; something heavier than that passes alone.
    init(items: Int, weight: Int) {
        self.items = items
        self.weight = weight
    }

    /// Waits until there is room; false once cancelled.
    func enter(weight added: Int) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while !cancelled && itemsInside > 0 && (itemsInside >= items || weightInside + added > weight) {
            isWaiting = true
            condition.wait()
        }
        isWaiting = false
        itemsInside += 1
        weightInside += added
        return !cancelled
    }

    func leave(weight removed: Int) {
        condition.lock()
        defer { condition.unlock() }
        itemsInside -= 1
        weightInside -= removed
        // A reader who waits for room is woken for several, not for each.
        if isWaiting && itemsInside * 4 <= items * 3 { condition.broadcast() }
    }

    func cancel() {
        condition.lock()
        defer { condition.unlock() }
        cancelled = true
        condition.broadcast()
    }
}
