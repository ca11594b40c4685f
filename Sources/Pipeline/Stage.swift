import Dispatch

/// A step that a fixed number of workers take, each on a thread of its own, from one queue to the next.
///
/// With more than one worker the order of what comes out is not that of what goes in. Blocked workers of a concurrent
/// Dispatch queue make it start ever more threads; a serial queue each keeps the number fixed.
public struct Stage<Input: Sendable, Output: Sendable>: Sendable {
    public let name: String
    public let workers: Int
    private let parcel: Int
    private let work: @Sendable (Input) throws -> Output

    /// - Parameter parcel: how many a worker takes from the queue at once, where so many lie there.
    /// - Precondition: `workers` and `parcel` are at least 1.
    public init(_ name: String, workers: Int, parcel: Int = 1, work: @escaping @Sendable (Input) throws -> Output) {
        precondition(workers >= 1, "a stage without workers would never end")
        precondition(parcel >= 1, "a worker that takes nothing would never end")
        self.name = name
        self.workers = workers
        self.parcel = parcel
        self.work = work
    }

    /// Starts the workers. They end when `input` has ended; the last of them closes `output`. What `work` throws
    /// cancels the run; the queues must end with it.
    ///
    /// - Parameter group: left by every worker as it ends.
    public func start(
        from input: BoundedQueue<Input>, to output: BoundedQueue<Output>, in group: DispatchGroup,
        cancelling cancellation: Cancellation
    ) {
        let own = DispatchGroup()
        for number in 1...workers {
            let thread = DispatchQueue(label: "chancery.\(name).\(number)")
            own.enter()
            thread.async(group: group) {
                defer { own.leave() }
                do {
                    while true {
                        let taken = input.pop(upTo: parcel, among: workers)
                        guard !taken.isEmpty, try hand(taken, to: output) else { break }
                    }
                } catch {
                    cancellation.cancel(because: error)
                }
            }
        }
        group.enter()
        own.notify(queue: DispatchQueue(label: "chancery.\(name).end")) {
            output.close()
            group.leave()
        }
    }

    /// Does the work of a parcel and passes it on: together, unless it takes so long that somebody may wait for the first.
    ///
    /// - Returns: whether the queue takes more.
    private func hand(_ parcel: [Input], to output: BoundedQueue<Output>) throws -> Bool {
        var done: [Output] = []
        done.reserveCapacity(parcel.count)
        var since = ContinuousClock.now
        for element in parcel {
            done.append(try work(element))
            guard parcel.count > 1, done.count < parcel.count, ContinuousClock.now - since > Self.patience else {
                continue
            }
            guard output.push(contentsOf: done) else { return false }
            done.removeAll(keepingCapacity: true)
            since = .now
        }
        return output.push(contentsOf: done)
    }

    /// How long what is done waits for the rest of its parcel.
    private static var patience: Duration { .milliseconds(20) }
}
