import Foundation

/// The end of a run before its time, and why: a stage that failed, or a signal. The first reason counts.
///
/// `@unchecked Sendable`: `lock` guards all mutable state.
public final class Cancellation: @unchecked Sendable {
    private let lock = NSLock()
    private var first: (any Error)?
    private var handlers: [@Sendable () -> Void] = []

    public init() {}

    /// Nil as long as nothing is cancelled.
    public var reason: (any Error)? { lock.withLock { first } }

    public var isCancelled: Bool { reason != nil }

    /// Cancels, unless that has happened already, and calls the handlers on this thread.
    public func cancel(because reason: any Error) {
        let pending: [@Sendable () -> Void] = lock.withLock {
            guard first == nil else { return [] }
            first = reason
            defer { handlers = [] }
            return handlers
        }
        for handler in pending { handler() }
    }

    /// Calls `handler` once: when cancelled, or at once when that has happened already.
    public func onCancel(_ handler: @escaping @Sendable () -> Void) {
        let late = lock.withLock {
            if first == nil { handlers.append(handler) }
            return first != nil
        }
        if late { handler() }
    }
}

/// A signal asked the run to end.
public struct Interruption: Error, Hashable, CustomStringConvertible {
    /// SIGINT or SIGTERM.
    public let signal: Int32

    public init(signal: Int32) { self.signal = signal }

    public var description: String {
        "interrupted; what was loaded before is whole, and the next run goes on from there"
    }
}
