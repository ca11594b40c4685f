import Foundation
import Model

/// The sources a command was given: files, folders of them, and `-` for NDJSON on standard input.
///
/// The same set of paths gives the same entries in the same order, in whatever order and however often they are named.
public struct Sources: EntrySource {
    private let paths: [String]
    private let limits: ReadingLimits
    private let linewise: Bool
    private let standardInput: Int32

    /// - Parameters:
    ///   - paths: files, folders and `-`.
    ///   - linewise: give every line of NDJSON an entry, empty ones too, as `chancery extract` promises.
    ///   - standardInput: the descriptor that `-` stands for.
    public init(
        _ paths: [String], limits: ReadingLimits = ReadingLimits(), linewise: Bool = false, standardInput: Int32 = 0
    ) {
        self.paths = paths
        self.limits = limits
        self.linewise = linewise
        self.standardInput = standardInput
    }

    /// Reads everything, one entry after the other. Nothing that is wrong with a source ends it: that is an entry, too.
    ///
    /// - Parameter body: what it throws ends the reading.
    public func read(_ body: (SourceEntry) throws -> Void) throws -> Inventory {
        var inventory = Inventory()
        var walk = FolderWalk(isWanted: { FileKind($0) != nil }, isCancelled: limits.isCancelled)
        for argument in arguments() where !limits.isCancelled() {
            switch argument {
            case .standardInput:
                inventory.files += 1
                try readLines(body) {
                    ByteSource(descriptor: standardInput, name: "-", isCancelled: limits.isCancelled)
                }
            case .path(let realPath, let name):
                try read(realPath, name, &walk, &inventory, body)
            case .fault(let rejection):
                inventory.files += 1
                try body(SourceEntry(rejection))
            }
        }
        return inventory
    }

    private func read(
        _ realPath: String, _ name: String, _ walk: inout FolderWalk, _ inventory: inout Inventory,
        _ body: (SourceEntry) throws -> Void
    ) throws {
        switch (try? PathStatus(realPath).kind, FileKind(name)) {
        case (.folder, _):
            try walk.walk(realPath, name: name) { file in
                guard let kind = FileKind(file.name) else {
                    inventory.otherKinds += 1
                    return
                }
                inventory.files += 1
                try readFile(file.realPath, kind, name: file.name, id: file.relative.withoutExtension, body)
            } fault: { rejection in
                inventory.files += 1
                try body(SourceEntry(rejection))
            }
        case (.file, let kind?):
            // A file inside a folder that was named as well has been read there.
            guard walk.claim(realPath) else { return }
            inventory.files += 1
            try readFile(realPath, kind, name: name, id: name.lastComponent.withoutExtension, body)
        default:
            inventory.files += 1
            try body(
                SourceEntry(
                    Rejection(
                        source: name, reason: .unreadable,
                        detail: "is no folder and no .txt, .ndjson or .jsonl file; give NDJSON from elsewhere as -")))
        }
    }

    private func readFile(
        _ path: String, _ kind: FileKind, name: String, id: String, _ body: (SourceEntry) throws -> Void
    ) throws {
        switch kind {
        case .text:
            let outcome = Result { () throws(Rejection) in
                try TextReader(limits: limits).read(path: path, name: name, id: id)
            }
            // Cancelling cuts a file short; what was read of it is no article.
            if !limits.isCancelled() { try body(SourceEntry(source: name, line: nil, outcome: outcome)) }
        case .ndjson:
            try readLines(body) { () throws(Rejection) in
                try ByteSource(path: path, name: name, isCancelled: limits.isCancelled)
            }
        }
    }

    private func readLines(
        _ body: (SourceEntry) throws -> Void, from open: () throws(Rejection) -> ByteSource
    ) throws {
        var reader: NDJSONReader
        do throws(Rejection) {
            reader = try NDJSONReader(open(), limits: limits, linewise: linewise)
        } catch {
            return try body(SourceEntry(error))
        }
        while let entry = reader.next() { try body(entry) }
    }

    private enum Argument {
        case standardInput
        case path(real: String, name: String)
        case fault(Rejection)
    }

    /// Standard input first, then what is missing by name, then what is there by real path, each once.
    private func arguments() -> [Argument] {
        var faults: [Argument] = []
        var found: [(real: String, name: String)] = []
        var previous: String?
        for name in paths.sorted(by: bytewise) where name != "-" {
            defer { previous = name }
            if let previous, !bytewise(previous, name) { continue }
            do throws(SystemError) {
                found.append((try PathStatus.realPath(name), name))
            } catch {
                faults.append(.fault(.cannotOpen(name, error.code)))
            }
        }
        // Of two names for one file the first by bytes gives the id.
        found.sort { a, b in
            bytewise(a.real, b.real) || !bytewise(b.real, a.real) && bytewise(a.name, b.name)
        }
        return (paths.contains("-") ? [.standardInput] : []) + faults + found.map(Argument.path)
    }
}

/// Whether `a` comes before `b`, by bytes: the same in every locale, and unlike `<` never equal for unequal names.
func bytewise(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

/// The kinds of file that hold articles, told by the extension.
private enum FileKind {
    case text, ndjson

    init?(_ name: String) {
        switch name.lastComponent.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
        {
        case "txt": self = .text
        case "ndjson", "jsonl": self = .ndjson
        default: return nil
        }
    }
}

extension String {
    fileprivate var lastComponent: String {
        split(separator: "/").last.map(String.init) ?? self
    }

    fileprivate var withoutExtension: String {
        lastIndex(of: ".").map { String(self[..<$0]) } ?? self
    }
}
