import ArgumentParser
import Foundation
import Pipeline

/// How many work at what.
struct WorkerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many extract at once (default: as many as there are cores).", valueName: "n"))
    var extractWorkers: Int?

    @Option(help: ArgumentHelp("How many normalize at once (default: one for every four cores).", valueName: "n"))
    var normalizeWorkers: Int?

    func validate() throws {
        for (name, count) in [("--extract-workers", extractWorkers), ("--normalize-workers", normalizeWorkers)] {
            if let count, !(1...256).contains(count) { throw ValidationError("\(name) takes a number from 1 to 256.") }
        }
    }

    var staging: Staging.Options {
        var options = Staging.Options.forCores(ProcessInfo.processInfo.activeProcessorCount)
        if let extractWorkers { options.extractWorkers = extractWorkers }
        if let normalizeWorkers { options.normalizeWorkers = normalizeWorkers }
        return options
    }
}
