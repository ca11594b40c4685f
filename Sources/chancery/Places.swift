import Foundation

/// Where Chancery keeps what it makes and finds what it came with.
struct Places: Sendable {
    /// The private cluster and the dictionary.
    let state: URL
    /// The folder with `words.dawg`.
    let dictionary: URL
    private let dataSearch: [URL]

    /// From the environment: `CHANCERY_HOME`, `CHANCERY_DICTIONARY`, `CHANCERY_DATA`, `XDG_STATE_HOME`.
    init(
        environment: [String: String] = ProcessInfo.processInfo.environment, isRoot: Bool = geteuid() == 0,
        executable: URL = Places.executable
    ) {
        func folder(_ name: String) -> URL? {
            environment[name].flatMap { $0.isEmpty ? nil : URL(filePath: $0, directoryHint: .isDirectory) }
        }
        let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
        let xdg = folder("XDG_STATE_HOME") ?? home.appending(path: ".local/state")
        state =
            folder("CHANCERY_HOME") ?? (isRoot ? URL(filePath: "/var/lib/chancery") : xdg.appending(path: "chancery"))
        dictionary = folder("CHANCERY_DICTIONARY") ?? state.appending(path: "dictionary")
        dataSearch = folder("CHANCERY_DATA").map { [$0] } ?? Self.candidates(above: executable)
    }

    /// The folder with `sql` and `seeds`: of the checkout the program was built in, or installed beside it.
    ///
    /// - Throws: `ConfigurationError` when there is none.
    func data() throws -> URL {
        if let found = dataSearch.first(where: { FileManager.default.fileExists(atPath: $0.path + "/seeds/reference") })
        {
            return found
        }
        throw ConfigurationError(
            problem: "the data folder, with sql and seeds in it, is not found"
                + (dataSearch.count == 1 ? " at \(dataSearch[0].path)" : ""),
            mend: "Set CHANCERY_DATA to the checkout of Chancery, or install its data as PREFIX/share/chancery.")
    }

    /// - Throws: `ConfigurationError` when there is no dictionary, which only reading text needs.
    func checkDictionary() throws {
        guard !FileManager.default.fileExists(atPath: dictionary.path + "/meta.json") else { return }
        throw ConfigurationError(
            problem: "the dictionary is not found at \(dictionary.path)",
            mend: "Run scripts/setup, which fetches it, or set CHANCERY_DICTIONARY to its folder.")
    }

    /// Each folder above the program, and what is installed in it.
    private static func candidates(above executable: URL) -> [URL] {
        var candidates: [URL] = []
        var folder = executable.deletingLastPathComponent()
        while folder.path != "/" {
            candidates += [folder, folder.appending(path: "share/chancery")]
            folder = folder.deletingLastPathComponent()
        }
        return candidates
    }

    /// The program's own file, without links.
    static var executable: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    }
}
