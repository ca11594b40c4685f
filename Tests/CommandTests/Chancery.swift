import Foundation
import Testing

/// The program as built, run as a user would.
enum Chancery {
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    }

    /// Stands beside the tests in the build folder.
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "chancery")

    /// What every call inherits: no database but the one a test names, and the dictionary of the whole suite.
    static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PG") }
        let home = environment["CHANCERY_HOME"] ?? "/var/lib/chancery"
        environment["CHANCERY_DICTIONARY"] = environment["CHANCERY_DICTIONARY"] ?? home + "/dictionary"
        environment["CHANCERY_HOME"] = "/nonexistent"
        return environment
    }

    /// Starts it, with `input` on standard input.
    static func start(
        _ arguments: [String], environment extra: [String: String] = [:], input: Data = Data(), folder: String = "/",
        standardInput: FileHandle? = nil
    ) throws -> Running {
        try Running(
            program, arguments, environment.merging(extra) { $1 }, input, folder, standardInput: standardInput)
    }

    static func run(
        _ arguments: String..., environment: [String: String] = [:], input: String = "", folder: String = "/"
    ) throws -> Outcome {
        try start(arguments, environment: environment, input: Data(input.utf8), folder: folder).wait()
    }
}

/// A program under way, with its output in files, so that neither side waits for the other.
final class Running {
    let process = Process()
    private let scratch = Scratch()

    init(
        _ program: URL, _ arguments: [String], _ environment: [String: String], _ input: Data, _ folder: String,
        standardInput: FileHandle? = nil
    ) throws {
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(filePath: folder)
        try input.write(to: URL(filePath: scratch.path + "/in"))
        process.standardInput =
            try standardInput ?? FileHandle(forReadingFrom: URL(filePath: scratch.path + "/in"))
        for name in ["out", "err"] { try Data().write(to: URL(filePath: "\(scratch.path)/\(name)")) }
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/out"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch.path + "/err"))
        try process.run()
    }

    func wait() throws -> Chancery.Outcome {
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            try String(contentsOf: URL(filePath: "\(scratch.path)/\(name)"), encoding: .utf8)
        }
        // A signal's number is told as the shell does.
        let status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        return Chancery.Outcome(status: status, output: try text("out"), errors: try text("err"))
    }
}

/// A folder of its own for one test, gone with it; its name is short enough for a Unix socket below it.
final class Scratch: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/ccy-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
        chmod(path, 0o755)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders it needs, and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }
}
