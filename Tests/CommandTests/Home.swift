import Foundation
import Load
import Postgres
import Synchronization
import Testing

/// A state folder with a private cluster of its own, made by the program itself; stopped and removed with the object.
final class Home: Sendable {
    let path: String
    private let scratch = Scratch()

    init() { path = scratch.path + "/h" }

    deinit { _ = try? Chancery.run("db", "stop", environment: environment) }

    var environment: [String: String] { ["CHANCERY_HOME": path] }

    func run(_ arguments: String..., input: String = "", folder: String = "/") throws -> Chancery.Outcome {
        try Chancery.start(arguments, environment: environment, input: Data(input.utf8), folder: folder).wait()
    }

    func connect() throws -> Connection {
        try Connection(PrivateCluster(stateFolder: URL(filePath: path)).settings)
    }

    /// The cluster, started, that tests share which need no more than a database.
    static let shared: Home = {
        let home = Home.untilExit()
        _ = try? home.run("db", "start")
        return home
    }()

    /// A home for a static value, which has no end of its own: stopped and removed at exit.
    static func untilExit() -> Home {
        _ = removesAtExit
        let home = Home()
        kept.withLock { $0.append(home) }
        return home
    }

    private static let kept = Mutex<[Home]>([])
    private static let removesAtExit: Void = {
        atexit {
            for home in Home.kept.withLock({ $0 }) {
                _ = try? Chancery.run("db", "stop", environment: home.environment)
                try? FileManager.default.removeItem(atPath: home.scratch.path)
            }
        }
    }()
}

/// A new empty database, in the shared cluster unless another is named.
struct TestDatabase {
    /// What `--database` takes.
    let target: String

    init(in home: Home = .shared, with options: String = "") throws {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        try home.connect().query(SQL(verbatim: "create database \(name) template template0 \(options)"))
        let settings = try #require(PrivateCluster(stateFolder: URL(filePath: home.path)).settings.target)
        target = settings + " dbname=\(name)"
    }

    func run(_ arguments: String..., input: String = "", folder: String = "/") throws -> Chancery.Outcome {
        try start(arguments, input: Data(input.utf8), folder: folder).wait()
    }

    func start(
        _ arguments: [String], input: Data = Data(), folder: String = "/", standardInput: FileHandle? = nil
    ) throws -> Running {
        try Chancery.start(
            ["run", "--database", target] + arguments, input: input, folder: folder, standardInput: standardInput)
    }

    func connect() throws -> Connection { try Connection(ConnectionSettings(target: target)) }

    func dump() throws -> String { try canonicalDump(connect()) }

    /// The first column of each row.
    func column(_ sql: SQL) throws -> [String?] { try connect().query(sql).rows.map { $0[0] } }
}
