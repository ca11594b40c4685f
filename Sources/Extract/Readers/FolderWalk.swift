import Foundation
import Model

/// What a path leads to, so far as reading is concerned.
struct PathStatus {
    enum Kind { case file, folder, special }

    let kind: Kind

    /// Follows links; the error is that of stat(2).
    init(_ path: String) throws(SystemError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SystemError(code: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .special
        }
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The path without links, `.` and `..`; the error is that of realpath(3).
    static func realPath(_ path: String) throws(SystemError) -> String {
        guard let resolved = realpath(path, nil) else { throw SystemError(code: errno) }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

struct SystemError: Error { let code: Int32 }

/// A file as found: where it is, what the user would call it, and its place below the folder that was named.
struct FoundFile {
    /// Without links.
    let realPath: String
    let name: String
    let relative: String
}

/// Walks folders in the order of their entries' bytes, entering each real folder and giving each real file once,
/// however many links lead to it. Memory grows with the folders and the links, not with the files.
struct FolderWalk {
    private let isWanted: (String) -> Bool
    private let isCancelled: () -> Bool
    private var entered: Set<[UInt8]> = []
    private var claimed: Set<[UInt8]> = []

    /// - Parameters:
    ///   - isWanted: tells whether the file at a path is read when its folder is.
    ///   - isCancelled: once true, walking ends early and without an error.
    init(isWanted: @escaping (String) -> Bool, isCancelled: @escaping () -> Bool) {
        self.isWanted = isWanted
        self.isCancelled = isCancelled
    }

    /// True once for each file that is reached otherwise than through its own folder; false when the walk came
    /// through that folder and gave it there.
    mutating func claim(_ realPath: String) -> Bool {
        let slash = realPath.utf8.lastIndex(of: 0x2F) ?? realPath.startIndex
        let name = realPath[slash...].dropFirst()
        if entered.contains(Array(realPath.utf8[..<slash])), name.first != ".", isWanted(realPath) { return false }
        return claimed.insert(Array(realPath.utf8)).inserted
    }

    /// Calls `file` for each file, wanted or not, and `fault` for each entry that cannot be followed.
    ///
    /// - Parameters:
    ///   - folder: its real path.
    ///   - name: what the user calls it.
    mutating func walk(
        _ folder: String, name: String, relative: String = "", file: (FoundFile) throws -> Void,
        fault: (Rejection) throws -> Void
    ) throws {
        guard entered.insert(Array(folder.utf8)).inserted else { return }
        let entries: [Entry]
        do {
            entries = try Self.entries(of: folder)
        } catch {
            return try fault(.cannotOpen(name, error.code))
        }
        let names = Set(entries.map(\.name))
        for entry in entries where !isCancelled() && !Self.belongsToPage(entry.name, beside: names) {
            let entryName = name.hasSuffix("/") ? name + entry.name : "\(name)/\(entry.name)"
            guard entry.isUTF8 else {
                try fault(
                    Rejection(
                        source: entryName, reason: .invalidEncoding, detail: "has a name that is not UTF-8; rename it"))
                continue
            }
            try visit(
                entry, at: "\(folder == "/" ? "" : folder)/\(entry.name)", name: entryName,
                relative: relative + entry.name, file: file, fault: fault)
        }
    }

    private mutating func visit(
        _ entry: Entry, at path: String, name: String, relative: String, file: (FoundFile) throws -> Void,
        fault: (Rejection) throws -> Void
    ) throws {
        let kind: PathStatus.Kind
        let realPath: String
        do throws(SystemError) {
            kind = try PathStatus(path).kind
            realPath = entry.isLink ? try PathStatus.realPath(path) : path
        } catch {
            return try fault(.cannotOpen(name, error.code))
        }
        switch kind {
        case .folder: try walk(realPath, name: name, relative: relative + "/", file: file, fault: fault)
        case .file where entry.isLink ? claim(realPath) : !claimed.contains(Array(realPath.utf8)):
            try file(FoundFile(realPath: realPath, name: name, relative: relative))
        case .file, .special: break
        }
    }

    /// Browsers put what a page shows into a folder beside it; there is no article in `Page_files`.
    private static func belongsToPage(_ name: String, beside names: Set<String>) -> Bool {
        guard name.hasSuffix("_files") else { return false }
        let page = name.dropLast("_files".count)
        return names.contains("\(page).html") || names.contains("\(page).htm")
    }

    private struct Entry {
        let name: String
        let isUTF8: Bool
        let isLink: Bool
    }

    /// The entries that are not hidden: what is there itself first, links after, each by the bytes of the name.
    private static func entries(of folder: String) throws(SystemError) -> [Entry] {
        guard let stream = opendir(folder) else { throw SystemError(code: errno) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard bytes.first != 0x2E else { continue }
            let name = String(decoding: bytes, as: UTF8.self)
            entries.append(
                Entry(
                    name: name, isUTF8: Array(name.utf8) == bytes,
                    isLink: PathStatus.isLink("\(folder)/\(name)")))
        }
        return entries.sorted { a, b in
            a.isLink == b.isLink ? bytewise(a.name, b.name) : !a.isLink
        }
    }
}
