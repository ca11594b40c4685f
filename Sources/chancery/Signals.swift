import Dispatch
import Foundation
import Pipeline

/// SIGINT and SIGTERM end a run between two batches; a second one ends the program at once, and the server rolls back.
/// That nobody reads the messages any more ends nothing.
///
/// `@unchecked Sendable`: the sources are made before and only kept alive after.
final class Signals: @unchecked Sendable {
    private let sources: [any DispatchSourceSignal]

    init(cancelling cancellation: Cancellation) {
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "chancery.signals")
        sources = [SIGINT, SIGTERM].map { number in
            // Dispatch sees a signal only when its default action is off.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                if cancellation.isCancelled { _exit(Failure(Interruption(signal: number)).status.rawValue) }
                StandardError.write("ending after the batches under way; once more to end at once", level: .notice)
                cancellation.cancel(because: Interruption(signal: number))
            }
            source.resume()
            return source
        }
    }
}
