import Model

/// Reads NDJSON: one record a line, in order, holding one line at a time.
struct NDJSONReader {
    private let name: String
    private let limits: ReadingLimits
    private let linewise: Bool
    private let parse: Parse?
    private var lines: Lines
    private var number = 0
    private var records = 0
    private var ended = false

    /// What one line holds, from its text, the source's name and the line's number.
    typealias Parse = (String, String, Int) throws(Rejection) -> SourceEntry.Content

    /// - Parameters:
    ///   - linewise: as a filter every line counts, an empty one too, and every fault is the line's own.
    ///     Otherwise empty lines are skipped, and a source that is no UTF-8 text at all is rejected once, as a whole.
    ///   - parse: reads a line; nil where it holds an article's record.
    init(
        _ source: ByteSource, limits: ReadingLimits, linewise: Bool, parse: Parse? = nil
    ) throws(Rejection) {
        let head = try source.head()
        if !linewise, let fault = Encoding.fault(inHead: head[...]) { throw Rejection(fault, source: source.name) }
        name = source.name
        self.limits = limits
        self.linewise = linewise
        self.parse = parse
        _ = try source.read(upTo: head.count)
        lines = Lines(source, head: head.withoutMark, limit: limits.longestArticle)
    }

    /// The next record or what is wrong with it; nil after the last, and once reading is cancelled.
    mutating func next() -> SourceEntry? {
        guard !ended else { return nil }
        do throws(Rejection) {
            while !limits.isCancelled(), let line = try lines.next() {
                number += 1
                if !linewise && line.isBlank { continue }
                records += 1
                return entry(of: line)
            }
            ended = true
            guard records == 0 && !linewise && !limits.isCancelled() else { return nil }
            throw Rejection(source: name, reason: .empty, detail: "holds no records; write one JSON object a line")
        } catch {
            ended = true
            return SourceEntry(error)
        }
    }

    private func entry(of line: Lines.Line) -> SourceEntry {
        do throws(Rejection) {
            return SourceEntry(source: name, line: number, content: try content(of: line))
        } catch {
            return SourceEntry(error)
        }
    }

    private func content(of line: Lines.Line) throws(Rejection) -> SourceEntry.Content {
        switch line {
        case .tooLong(let length):
            throw Rejection(
                source: name, line: number, reason: .tooLarge,
                detail: "is \(length) bytes long, more than \(limits.longestArticle); write one article a line")
        case .whole(let bytes):
            // Most lines are read without making a text of the line itself.
            if parse == nil, let fields = Fields(plain: bytes) {
                return try Record.content(fields, source: name, line: number)
            }
            switch Encoding.text(of: bytes) {
            case .failure(let fault): throw Rejection(fault, source: name, line: number)
            case .success(let text):
                if let parse { return try parse(text, name, number) }
                return try Record.content(of: text, source: name, line: number)
            }
        }
    }
}

extension Lines.Line {
    /// Nothing but JSON's white space.
    fileprivate var isBlank: Bool {
        guard case .whole(let bytes) = self else { return false }
        return bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}
