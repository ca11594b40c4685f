import DequeModule
import Model

/// Reads an RSS or Atom file: each item is an article, HTML inside it stripped. Holds no more than a piece of the file.
struct FeedReader {
    private let source: ByteSource
    private let limits: ReadingLimits
    /// Before an id that is one within its feed only.
    private let id: String
    private let detected: DetectedCharset
    private let parser: FeedParser
    private var waiting: Deque<SourceEntry> = []
    private var pending: ArraySlice<UInt8>
    private var hasEnded = false
    private var count = 0
    private var isFaulty = false

    init(_ source: ByteSource, limits: ReadingLimits, id: String) throws(Rejection) {
        self.source = source
        self.limits = limits
        self.id = id
        _ = try source.head()
        let head = try source.read(upTo: 1 << 16)
        guard !head.isEmpty else {
            throw Rejection(source: source.name, reason: .empty, detail: "is empty; fetch the feed again or delete it")
        }
        do {
            detected = try DetectedCharset(head[...], declared: CharsetDeclaration.read(head[...]), isCut: true)
        } catch {
            throw Rejection(error, source: source.name)
        }
        parser = FeedParser(longestItem: limits.longestArticle)
        pending = head.withoutMark
    }

    /// The next item or what is wrong with it; nil after the last, and once reading is cancelled.
    mutating func next() -> SourceEntry? {
        while waiting.isEmpty && !hasEnded && !limits.isCancelled() { advance() }
        return limits.isCancelled() ? nil : waiting.popFirst()
    }

    private mutating func advance() {
        do throws(Rejection) {
            if pending.isEmpty { pending = try source.read(upTo: 1 << 16)[...] }
            guard !pending.isEmpty else { return end() }
            try parser.feed(decoded())
            take()
            if parser.hasStopped { end() }
        } catch {
            hasEnded = true
            waiting.append(SourceEntry(error))
        }
    }

    /// What is pending as UTF-8, without what XML does not allow; a character that is cut in two waits for its rest.
    private mutating func decoded() throws(Rejection) -> [UInt8] {
        var bytes = pending
        pending = []
        if detected.charset.isUTF8 {
            let cut = bytes.cutCharacter
            if cut > 0, bytes.count > cut {
                let rest = try source.read(upTo: 1 << 16)
                pending = bytes.suffix(cut) + rest
                bytes = bytes.dropLast(cut)
            }
            if String(validating: bytes, as: UTF8.self) == nil { isFaulty = true }
        }
        return detected.charset.utf8(bytes).map {
            $0 < 0x20 && !$0.isASCIISpace || $0 == 0x0B || $0 == 0x0C ? 0x20 : $0
        }
    }

    private mutating func end() {
        hasEnded = true
        let stopped = parser.hasStopped
        parser.finish()
        take()
        if let root = parser.root, !["rss", "feed", "RDF", "rdf:RDF"].contains(root) {
            waiting.append(
                SourceEntry(
                    Rejection(
                        source: source.name, line: parser.fault?.line, reason: .malformed,
                        detail: "is XML with <\(root)> outermost and no RSS or Atom feed; take it out")))
        } else if let fault = parser.fault {
            let rest = stopped ? "; what follows is not read" : ""
            waiting.append(
                SourceEntry(
                    Rejection(source: source.name, line: fault.line, reason: .malformed, detail: fault.detail + rest)))
        } else if count == 0 {
            waiting.append(
                SourceEntry(
                    Rejection(source: source.name, reason: .empty, detail: "is a feed without items; delete it")))
        }
    }

    private mutating func take() {
        for item in parser.items {
            count += 1
            waiting.append(
                SourceEntry(
                    source: source.name, line: item.line,
                    outcome: Result { () throws(Rejection) in try article(of: item) }))
        }
        parser.items = []
    }

    private func article(of item: FeedItem) throws(Rejection) -> Article {
        func rejection(_ reason: Rejection.Reason, _ detail: String, line: Int? = nil) -> Rejection {
            Rejection(
                source: source.name, line: line ?? item.line, articleID: articleID(of: item), reason: reason,
                detail: detail)
        }
        if let fault = item.fault { throw rejection(fault.reason, fault.detail, line: fault.line) }
        guard let articleID = articleID(of: item) else {
            throw rejection(.malformed, "the item has no guid, link or title to know it by; give it one")
        }
        guard articleID.utf8.count <= Record.longestID else {
            throw rejection(.malformed, "the item's id is longer than \(Record.longestID) bytes; shorten it")
        }
        guard let (part, lines) = body(of: item) else {
            throw rejection(.noText, "the item has no text, neither content nor description; take it out")
        }
        let text = lines.joined(separator: "\n")
        if isFaulty && text.unicodeScalars.contains("\u{FFFD}") {
            throw rejection(.invalidEncoding, "the item holds bytes that are not UTF-8; save the feed as UTF-8")
        }
        if let fault = Encoding.doubled(in: text) { throw rejection(fault.reason, "the item's text " + fault.detail) }
        let date = ["pubDate", "published", "dc:date"].lazy
            .compactMap { name in item.text(name).flatMap(PublicationDate.day(in:)).map { (name, $0) } }.first
        return Article(
            id: articleID, source: parser.head.title, url: item.link, title: title(of: item), publishedOn: date?.1,
            provenance: Provenance(
                format: parser.head.format, encoding: detected.charset.name, encodingBasis: detected.basis, part: part,
                dateFrom: date?.0),
            text: text)
    }

    /// The guid where it is one in the world; where it is one in its feed, with the feed's file before it.
    private func articleID(of item: FeedItem) -> String? {
        let own = item.text("guid") ?? item.text("id")
        if let own, own.contains(":") { return own }
        return item.link ?? (own ?? title(of: item)).map { "\(id)#\($0)" }
    }

    private func title(of item: FeedItem) -> String? {
        guard let title = item.fields["title"] else { return nil }
        return title.kind == "text" ? title.text.trimmed : MarkupText.line(of: title.text)
    }

    private func body(of item: FeedItem) -> (part: String, lines: [String])? {
        for name in FeedItem.bodies {
            guard let content = item.fields[name] else { continue }
            let lines =
                content.kind == "text"
                ? content.text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isBlank }
                : MarkupText.lines(of: content.text)
            if !lines.isEmpty { return (name, lines) }
        }
        return nil
    }
}
