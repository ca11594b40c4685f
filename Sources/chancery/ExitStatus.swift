import Extract
import Foundation
import Grammar
import Model
import Morphology
import Pipeline

/// How a command ends, told to cron and scripts by number. The numbers are those of sysexits(3) and, for signals, the shell's.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case usage = 64
    case rejected = 65
    case unavailable = 69
    case fault = 70
    case cannotCreate = 73
    case noSpace = 74
    case busy = 75
    case schemaNewer = 76
    case notPermitted = 77
    case configuration = 78
    case interrupted = 130
    case terminated = 143

    /// What it means, in one line of the help.
    var meaning: String {
        switch self {
        case .done: "all was read and loaded, or was already"
        case .usage: "the command line is not one; see --help"
        case .rejected: "something could not be read; all else is loaded"
        case .unavailable: "the database is not reachable, or was lost on the way"
        case .fault: "a fault in Chancery or in the database, or a check does not hold"
        case .cannotCreate: "the state folder cannot be made or used"
        case .noSpace: "no free space is left, or the server cannot use its disk"
        case .busy: "another run is in progress; try again later"
        case .schemaNewer: "the database was migrated by a newer Chancery"
        case .notPermitted: "the password is wrong, or a right is missing"
        case .configuration: "the dictionary, the data or PostgreSQL is missing or unfit"
        case .interrupted: "interrupted (SIGINT); what was loaded before is whole"
        case .terminated: "terminated (SIGTERM); what was loaded before is whole"
        }
    }

    /// All of them as a table for the help.
    static var help: String {
        "Exit codes:\n" + allCases.map { "  \($0.rawValue)".padded(to: 7) + $0.meaning }.joined(separator: "\n")
    }
}

/// Something that Chancery needs is not where it should be, with what mends it.
struct ConfigurationError: Error, CustomStringConvertible {
    let problem: String
    let mend: String

    var description: String { "\(problem)\n\(mend)" }
}
