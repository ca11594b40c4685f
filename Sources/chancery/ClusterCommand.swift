import ArgumentParser
import Foundation
import Postgres

struct ClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Starts, stops or shows the PostgreSQL that Chancery keeps for itself.",
        subcommands: [Start.self, Stop.self, Status.self])

    struct Start: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Starts it, making it when there is none.")

        func run() throws {
            let cluster = ClusterCommand.cluster
            try cluster.start()
            try StandardOutput.write(cluster.description(try cluster.status()))
        }
    }

    struct Stop: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Stops it, ending its sessions.")

        func run() throws {
            let cluster = ClusterCommand.cluster
            try cluster.stop()
            try StandardOutput.write(cluster.description(try cluster.status()))
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows whether it runs; exits with 69 when it does not.")

        func run() throws {
            let cluster = ClusterCommand.cluster
            let status = try cluster.status()
            try StandardOutput.write(cluster.description(status))
            if case .running = status { return }
            throw ArgumentParser.ExitCode(ExitStatus.unavailable.rawValue)
        }
    }

    static var cluster: PrivateCluster { PrivateCluster(stateFolder: Places().state) }
}

extension PrivateCluster {
    fileprivate func description(_ status: Status) -> String {
        let place = stateFolder.path
        return switch status {
        case .absent: "there is none in \(place); `chancery db start` makes it"
        case .stopped: "stopped: \(place)"
        case .starting: "starting: \(place)"
        case .running(let pid): "running\(pid.map { " as process \($0)" } ?? ""): \(place), log \(logFile.path)"
        }
    }
}
