import Model

/// Reads a `.txt` file: the whole file is one article, page noise and all, so that offsets are those of the file.
struct TextReader {
    let limits: ReadingLimits

    func read(path: String, name: String, id: String) throws(Rejection) -> Article {
        let bytes = try contents(of: ByteSource(path: path, name: name, isCancelled: limits.isCancelled))
        if let fault = Encoding.fault(inHead: bytes[...]) { throw Rejection(fault, source: name) }
        let body = bytes.starts(with: Encoding.mark) ? bytes.dropFirst(Encoding.mark.count) : bytes[...]
        switch Encoding.text(of: body) {
        case .failure(let fault): throw Rejection(fault, source: name)
        case .success(let text) where text.isBlank:
            throw Rejection(
                source: name, reason: .empty,
                detail: bytes.isEmpty
                    ? "is empty; write the article into it or delete it"
                    : "holds nothing but white space; write the article into it or delete it")
        case .success(let text): return Article(id: id, text: text)
        }
    }

    private func contents(of source: ByteSource) throws(Rejection) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limits.longestArticle {
            let piece = try source.read(upTo: 1 << 16)
            if piece.isEmpty { return bytes }
            bytes += piece
        }
        throw Rejection(
            source: source.name, reason: .tooLarge,
            detail: "is longer than \(limits.longestArticle) bytes; a text file is one article, so split it")
    }
}

extension String {
    /// Nothing but white space and invisible marks.
    var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    }
}
