import Load
import Synchronization

/// How long each stage of a run has worked, waiting left out. Several workers of a stage add up.
public final class StageClock: Sendable {
    private let worked = Mutex(StageTimes())

    public init() {}

    public var times: StageTimes { worked.withLock { $0 } }

    /// Does `work` and adds the time it takes to a stage.
    public func measure<Value>(
        _ stage: WritableKeyPath<StageTimes, Duration> & Sendable, _ work: () throws -> Value
    ) rethrows -> Value {
        let start = ContinuousClock.now
        defer { add(ContinuousClock.now - start, to: stage) }
        return try work()
    }

    func add(_ time: Duration, to stage: WritableKeyPath<StageTimes, Duration> & Sendable) {
        worked.withLock { $0[keyPath: stage] += time }
    }
}
