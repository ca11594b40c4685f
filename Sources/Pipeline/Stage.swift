import Dispatch

/// A step that a fixed number of workers take, each on a thread of its own, from one queue to the next.
///
/// With more than one worker the order of what comes out is not that of what goes in. Blocked workers of a concurrent
/// Dispatch queue make it start ever more threads; a serial queue each keeps the number fixed.
public struct Stage<Input: Sendable, Output: Sendable>: Sendable {
    public let name: String
    public let workers: Int
    private let work: @Sendable (Input) throws -> Output

    /// - Precondition: `workers` is at least 1.
    public init(_ name: String, workers: Int, work: @escaping @Sendable (Input) throws -> Output) {
        precondition(workers >= 1, "a stage without workers would never end")
        self.name = name
        self.workers = workers
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
                    while let element = input.pop() {
                        guard try output.push(work(element)) else { break }
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
}
