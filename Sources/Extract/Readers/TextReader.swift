import Model

/// Reads a `.txt` file: the whole file is one article, page noise and all, so that offsets are those of the file.
struct TextReader {
    let limits: ReadingLimits

    func read(_ source: ByteSource, id: String) throws(Rejection) -> Article {
        let name = source.name
        guard let bytes = try source.all(upTo: limits.longestArticle) else {
            throw Rejection(
                source: name, reason: .tooLarge,
                detail: "is longer than \(limits.longestArticle) bytes; a text file is one article, so split it")
        }
        if let fault = Encoding.fault(inHead: bytes[...]) { throw Rejection(fault, source: name) }
        let body = bytes.withoutMark
        switch Encoding.text(of: body) {
        case .failure(let fault): throw Rejection(fault, source: name)
        case .success(let text) where text.isBlank:
            throw Rejection(
                source: name, reason: .empty,
                detail: bytes.isEmpty
                    ? "is empty; write the article into it or delete it"
                    : "holds nothing but white space; write the article into it or delete it")
        case .success(let text):
            if let fault = Encoding.doubled(in: text) { throw Rejection(fault, source: name) }
            return Article(id: id, text: text)
        }
    }
}

extension String {
    /// Nothing but white space and invisible marks.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    }
}
