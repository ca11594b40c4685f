import Model

/// Reads a saved HTML page: one article, its text without what stands around it, a line a paragraph.
struct PageReader {
    let limits: ReadingLimits

    func read(_ source: ByteSource, id: String) throws(Rejection) -> Article {
        let name = source.name
        guard let bytes = try source.all(upTo: limits.longestArticle) else {
            throw Rejection(
                source: name, reason: .tooLarge,
                detail: "is longer than \(limits.longestArticle) bytes, which no page with an article is; take it out")
        }
        guard !bytes.isEmpty else {
            throw Rejection(source: name, reason: .empty, detail: "is empty; save the page again or delete it")
        }
        let detected: DetectedCharset
        do {
            detected = try DetectedCharset(bytes[...], declared: CharsetDeclaration.read(bytes[...]))
        } catch {
            throw Rejection(error, source: name)
        }
        let markup: Markup
        do {
            markup = try MarkupParser.parse(detected.charset.utf8(bytes.withoutMark))
        } catch {
            throw Rejection(source: name, line: error.line, reason: .malformed, detail: error.detail)
        }
        return try article(markup, id: id, name: name, detected)
    }

    private func article(
        _ markup: Markup, id: String, name: String, _ detected: DetectedCharset
    ) throws(Rejection) -> Article {
        let metadata = PageMetadata(markup)
        let main = MainText(markup, title: metadata.heading, bodies: metadata.bodies)
        var lines = main?.lines ?? []
        var part = main?.part
        if lines.isEmpty, let body = metadata.linkedBody {
            lines = MarkupText.lines(of: body)
            part = "JSON-LD articleBody"
        }
        guard let part, !lines.isEmpty else {
            throw Rejection(
                source: name, reason: .noText,
                detail: "no text of an article was found on the page beside menus and links; take it out, or give its "
                    + "text as .txt")
        }
        let beside = metadata.publishedOn == nil ? main?.dateLine : nil
        let day = metadata.publishedOn ?? beside.flatMap(PublicationDate.day(in:))
        // A date in words is for the language to read: it stands before the text as it does on the page.
        if let beside, day == nil { lines.insert(beside, at: 0) }
        let text = lines.joined(separator: "\n")
        if let fault = Encoding.doubled(in: text) { throw Rejection(fault, source: name) }
        return Article(
            id: id, source: metadata.source, url: metadata.url, title: metadata.title, publishedOn: day,
            provenance: Provenance(
                format: .html, encoding: detected.charset.name, encodingBasis: detected.basis, part: part,
                dateFrom: metadata.dateFrom ?? day.map { _ in "the line beside the text" }),
            text: text)
    }
}

/// The text of a piece of HTML that is all article, as feeds and metadata hold it.
enum MarkupText {
    /// Its lines; of text without markup those between line breaks.
    static func lines(of text: String) -> [String] {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return text.split(whereSeparator: \.isNewline).map { piece in
                var line = Line()
                line.append(piece.utf8)
                return line.finished
            }.filter { !$0.isBlank }
        }
        guard let markup = try? MarkupParser.parse(Array(text.utf8)) else { return [] }
        let page = PageBlocks(markup, noise: PageNoise(markup, vital: []), title: nil)
        let lines = page.blocks.filter { !$0.isIdle }
        return (lines.isEmpty ? page.blocks : lines).map(\.line)
    }

    /// A title: one line, entities and tags resolved.
    static func line(of text: String) -> String? {
        let line = lines(of: text).joined(separator: " ")
        return line.isBlank ? nil : line
    }
}
