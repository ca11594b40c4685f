import Model

/// Reads CSV with named columns: `id` and `text`, and `title`, `published_on`, `source`, `url`, `lang` where they are.
/// Commas, semicolons or tabs part the cells, as the header shows.
struct TableReader {
    private let name: String
    private let limits: ReadingLimits
    private let header: TableHeader
    private let detected: DetectedCharset
    private var records: TableRecords
    private var count = 0
    private var hasEnded = false
    /// After a faulty record its remains are told with it: lines that fit no columns, or begin with words.
    private var isAfterFault = false

    init(_ source: ByteSource, limits: ReadingLimits) throws(Rejection) {
        name = source.name
        self.limits = limits
        _ = try source.head()
        var head = try source.read(upTo: 1 << 16)
        while head.count < 1 << 16, !head.contains(0x0A) {
            let piece = try source.read(upTo: 1 << 16)
            if piece.isEmpty { break }
            head += piece
        }
        do {
            detected = try DetectedCharset(head[...], declared: nil, isCut: true)
        } catch {
            throw Rejection(error, source: name)
        }
        var (rest, line) = (head.withoutMark, 1)
        // Excel writes and reads a line that names the separator.
        if rest.prefix(4).elementsEqual("sep=".utf8) {
            rest = rest.afterLine
            line += 1
        }
        while let end = rest.firstIndex(of: 0x0A), rest[..<end].allSatisfy(\.isASCIISpace) {
            rest = rest[(end + 1)...]
            line += 1
        }
        guard !rest.allSatisfy(\.isASCIISpace) else {
            throw Rejection(source: name, reason: .empty, detail: "is empty; write a header line and records below it")
        }
        header = TableHeader(line: rest.prefix { $0 != 0x0A })
        for column in ["id", "text"] where !header.names.contains(column) {
            let names = header.names.map { "\"\($0.prefix(24))\"" }.joined(separator: ", ")
            throw Rejection(
                source: name, line: line, reason: .malformed,
                detail: "has no column `\(column)`, but \(names.prefix(200)); name the columns "
                    + TableHeader.known.joined(separator: ", ") + " in the first line, as far as they are there")
        }
        for column in TableHeader.known where header.names.count(where: { $0 == column }) > 1 {
            throw Rejection(
                source: name, line: line, reason: .malformed,
                detail: "has two columns `\(column)`; name one of them otherwise")
        }
        records = TableRecords(
            source, buffer: rest.afterLine, line: line + 1, separator: header.separator, limit: limits.longestArticle)
    }

    /// The next record or what is wrong with it; nil after the last, and once reading is cancelled.
    mutating func next() -> SourceEntry? {
        guard !hasEnded else { return nil }
        do throws(Rejection) {
            while !limits.isCancelled(), let record = try records.next() {
                if isAfterFault, case .whole(_, let cells) = record, isRemains(cells) { continue }
                if case .whole = record { isAfterFault = false } else { isAfterFault = true }
                count += 1
                return entry(of: record)
            }
            hasEnded = true
            guard count == 0 && !limits.isCancelled() else { return nil }
            throw Rejection(
                source: name, reason: .empty, detail: "holds no records below its header; write some or delete it")
        } catch {
            hasEnded = true
            return limits.isCancelled() ? nil : SourceEntry(error)
        }
    }

    private func isRemains(_ cells: [[UInt8]]) -> Bool {
        guard cells.count == header.names.count, let id = header.names.firstIndex(of: "id") else { return true }
        return cells[id].contains(where: \.isASCIISpace)
    }

    private func entry(of record: TableRecords.Record) -> SourceEntry {
        switch record {
        case .whole(let line, let cells):
            SourceEntry(source: name, line: line, outcome: Result { () throws(Rejection) in try article(line, cells) })
        case .faulty(let line, let detail):
            SourceEntry(Rejection(source: name, line: line, reason: .malformed, detail: detail))
        case .tooLong(let line):
            SourceEntry(
                Rejection(
                    source: name, line: line, reason: .tooLarge,
                    detail: "is longer than \(limits.longestArticle) bytes, or a quote in it is not closed; "
                        + "write one article a record"))
        }
    }

    private func article(_ line: Int, _ cells: [[UInt8]]) throws(Rejection) -> Article {
        func rejection(_ reason: Rejection.Reason, _ detail: String, id: String? = nil) -> Rejection {
            Rejection(source: name, line: line, articleID: id, reason: reason, detail: detail)
        }
        guard cells.count == header.names.count else {
            throw rejection(
                .malformed,
                "has \(cells.count) cells where the header has \(header.names.count); put cells with "
                    + "separators or line breaks in quotes")
        }
        var values: [String: String] = [:]
        for (name, cell) in zip(header.names, cells) where TableHeader.known.contains(name) && !cell.isEmpty {
            guard !detected.charset.isUTF8 || String(validating: cell, as: UTF8.self) != nil else {
                throw rejection(.invalidEncoding, "`\(name)` is not UTF-8; save the table as UTF-8")
            }
            let value = String(decoding: detected.charset.utf8(cell[...]), as: UTF8.self)
            guard !value.utf8.contains(0) else {
                throw rejection(.binary, "`\(name)` holds a NUL, which text cannot; remove it")
            }
            if !value.isBlank { values[name] = name == "text" ? value : value.trimmed }
        }
        guard let id = values["id"] else { throw rejection(.malformed, "has no `id`; give it one") }
        guard id.utf8.count <= Record.longestID else {
            throw rejection(.malformed, "its `id` is longer than \(Record.longestID) bytes; shorten it")
        }
        guard let text = values["text"] else { throw rejection(.noText, "has no `text`; give it one", id: id) }
        if let fault = Encoding.doubled(in: text) {
            throw rejection(fault.reason, "its `text` " + fault.detail, id: id)
        }
        let day = values["published_on"].flatMap(PublicationDate.day(in:))
        if let given = values["published_on"], day == nil {
            throw rejection(
                .invalidDate, "`published_on` \(given.excerpt) is no date there is; write a day as 2024-11-27",
                id: id)
        }
        return Article(
            id: id, source: values["source"], url: values["url"], title: values["title"], publishedOn: day,
            language: values["lang"],
            provenance: Provenance(
                format: .csv, encoding: detected.charset.name, encodingBasis: detected.basis, part: "column text",
                dateFrom: day.map { _ in "column published_on" }),
            text: text)
    }
}

extension ArraySlice<UInt8> {
    /// What follows the first line.
    fileprivate var afterLine: ArraySlice<UInt8> { firstIndex(of: 0x0A).map { self[($0 + 1)...] } ?? [] }
}
