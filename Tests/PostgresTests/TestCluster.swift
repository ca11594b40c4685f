import Foundation
import Postgres
import Testing

/// One private cluster for all tests of a process, in a folder with a short name; stopped and removed at exit.
enum TestCluster {
    static let folder: URL = {
        var template = Array("/tmp/cpg-XXXXXX".utf8CString)
        let url = URL(filePath: String(cString: mkdtemp(&template)))
        chmod(url.path, 0o755)
        return url
    }()

    private static let started: Result<PrivateCluster, any Error> = Result {
        let cluster = PrivateCluster(stateFolder: folder)
        atexit { TestCluster.remove() }
        _ = try cluster.ensureRunning()
        return cluster
    }

    static func cluster() throws -> PrivateCluster { try started.get() }

    static func connect() throws -> Connection { try Connection(cluster().settings) }

    /// A new empty database of its own.
    static func database() throws -> ConnectionSettings {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        try connect().query(SQL(verbatim: "create database \(name) template template0"))
        return try settings(["dbname": name])
    }

    /// The cluster's address with other keywords.
    static func settings(_ keywords: [String: String]) throws -> ConnectionSettings {
        let extra = keywords.map { "\($0)='\($1)'" }.joined(separator: " ")
        return try ConnectionSettings(target: cluster().settings.target! + " " + extra)
    }

    private static func remove() {
        try? PrivateCluster(stateFolder: folder).stop()
        try? FileManager.default.removeItem(at: folder)
    }
}
