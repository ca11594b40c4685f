import Foundation
import Model

/// The sources a command was given: files, folders of them, and `-` for standard input.
///
/// Formats are told by what a file holds and by its name; gzip data are unpacked. Nothing is ever fetched.
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
        var walk = FolderWalk(isWanted: isWanted(_:), isCancelled: limits.isCancelled)
        for argument in arguments() where !limits.isCancelled() {
            switch argument {
            case .standardInput:
                inventory.files += 1
                let source = ByteSource(
                    descriptor: standardInput, name: "-", isCancelled: limits.isCancelled, warn: limits.warn)
                try readFile(source, id: "-", body) { linewise ? .ndjson : $0 ?? .ndjson }
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
        switch try? PathStatus(realPath).kind {
        case .folder:
            try walk.walk(realPath, name: name) { file in
                if Format(name: file.name) == nil, !isWanted(file.realPath) {
                    inventory.otherKinds += 1
                    return
                }
                try read(file.realPath, name: file.name, id: Format.stem(of: file.relative), body) { format in
                    if format == nil { inventory.otherKinds += 1 } else { inventory.files += 1 }
                    return format
                }
            } fault: { rejection in
                inventory.files += 1
                try body(SourceEntry(rejection))
            }
        case .file:
            // A file inside a folder that was named as well has been read there.
            guard walk.claim(realPath) else { return }
            inventory.files += 1
            var isKnown = true
            try read(realPath, name: name, id: Format.stem(of: name.lastComponent), body) { format in
                isKnown = format != nil
                return format
            }
            if !isKnown { try body(SourceEntry(.noKnownKind(name))) }
        default:
            inventory.files += 1
            try body(SourceEntry(.noKnownKind(name)))
        }
    }

    /// Whether a file holds articles, told by its name or else by its content.
    private func isWanted(_ path: String) -> Bool {
        if Format(name: path) != nil { return true }
        guard let source = try? ByteSource(path: path, name: path, isCancelled: limits.isCancelled),
            let head = try? source.head()
        else { return false }
        let format = Format.of(name: path, head: head[...])
        return format == .page || format == .feed
    }

    private func read(
        _ path: String, name: String, id: String, _ body: (SourceEntry) throws -> Void, as choose: (Format?) -> Format?
    ) throws {
        let source: ByteSource
        do throws(Rejection) {
            source = try ByteSource(path: path, name: name, isCancelled: limits.isCancelled, warn: limits.warn)
        } catch {
            _ = choose(.text)
            return try body(SourceEntry(error))
        }
        try readFile(source, id: id, body, as: choose)
    }

    /// - Parameter choose: given the format that the file shows, says in which it is read; nil for not at all.
    private func readFile(
        _ source: ByteSource, id: String, _ body: (SourceEntry) throws -> Void, as choose: (Format?) -> Format?
    ) throws {
        let shown: Format?
        do throws(Rejection) {
            shown = Format.of(name: source.name, head: linewise && source.name == "-" ? [] : try source.head()[...])
        } catch {
            _ = choose(.text)
            return try body(SourceEntry(error))
        }
        switch choose(shown) {
        case .text:
            try give(source, body) { () throws(Rejection) in try TextReader(limits: limits).read(source, id: id) }
        case .page:
            try give(source, body) { () throws(Rejection) in try PageReader(limits: limits).read(source, id: id) }
        case .ndjson:
            var reader: NDJSONReader?
            try giveAll(body) { () throws(Rejection) in
                if reader == nil { reader = try NDJSONReader(source, limits: limits, linewise: linewise) }
                return reader!.next()
            }
        case .feed:
            var reader: FeedReader?
            try giveAll(body) { () throws(Rejection) in
                if reader == nil { reader = try FeedReader(source, limits: limits, id: id) }
                return reader!.next()
            }
        case .table:
            var reader: TableReader?
            try giveAll(body) { () throws(Rejection) in
                if reader == nil { reader = try TableReader(source, limits: limits) }
                return reader!.next()
            }
        case nil: break
        }
    }

    /// Gives the one article of a file.
    private func give(
        _ source: ByteSource, _ body: (SourceEntry) throws -> Void, _ read: () throws(Rejection) -> Article
    ) throws {
        let outcome = Result { () throws(Rejection) in try read() }
        // Cancelling cuts a file short; what was read of it is no article.
        if !limits.isCancelled() { try body(SourceEntry(source: source.name, line: nil, outcome: outcome)) }
    }

    /// Gives entries until there are none; what is thrown is the last of them.
    private func giveAll(
        _ body: (SourceEntry) throws -> Void, _ next: () throws(Rejection) -> SourceEntry?
    ) throws {
        while true {
            let entry: SourceEntry?
            do throws(Rejection) {
                entry = try next()
            } catch {
                return limits.isCancelled() ? () : try body(SourceEntry(error))
            }
            guard let entry else { return }
            try body(entry)
        }
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

extension Rejection {
    fileprivate static func noKnownKind(_ source: String) -> Rejection {
        Rejection(
            source: source, reason: .unreadable,
            detail: "is no folder and holds no page, feed, table or NDJSON; name text .txt, and give NDJSON from "
                + "elsewhere as -")
    }
}

extension String {
    fileprivate var lastComponent: String {
        split(separator: "/").last.map(String.init) ?? self
    }
}
