/// The formats that articles come in, told by the name of a file and by what it begins with.
enum Format: Equatable {
    case text, ndjson, page, feed, table

    /// By the last extension but `gz`; nil for one that says nothing.
    init?(name: String) {
        switch name.formatExtension?.lowercased() {
        case "txt": self = .text
        case "ndjson", "jsonl": self = .ndjson
        case "html", "htm", "xhtml", "shtml": self = .page
        case "rss", "atom", "rdf", "xml": self = .feed
        case "csv", "tsv": self = .table
        default: return nil
        }
    }

    /// What a file holds. Content outweighs the name: pages and feeds are saved under names of every kind.
    ///
    /// - Returns: nil for what holds no articles so far as its beginning shows.
    static func of(name: String, head: ArraySlice<UInt8>) -> Format? {
        let named = Format(name: name)
        switch Root(head) {
        case .page: return .page
        case .feed: return .feed
        case .other?: return named == .page || named == .text ? named : nil
        case nil:
            // A file that calls itself a feed and holds none is told so; of a file without a known name only markup
            // and what is NDJSON or a table beyond doubt is taken.
            if let named { return named }
            if head.first(where: { !$0.isASCIISpace }) == UInt8(ascii: "{") { return .ndjson }
            return TableHeader(head) == nil ? nil : .table
        }
    }

    /// The name without `gz` and the extension that tells the format.
    static func stem(of name: String) -> String {
        guard Format(name: name) != nil else { return name }
        var stem = name[...]
        if stem.lowercased().hasSuffix(".gz") { stem = stem.dropLast(3) }
        return stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? String(stem)
    }
}

/// The first element of markup.
private enum Root {
    case page, feed, other

    /// - Returns: nil when the bytes do not begin like markup.
    init?(_ head: ArraySlice<UInt8>) {
        var rest = head.starts(with: Encoding.mark) ? head.dropFirst(Encoding.mark.count) : head
        var isMarkup = false
        while true {
            rest = rest.drop(while: \.isASCIISpace)
            guard rest.first == UInt8(ascii: "<") else { break }
            if rest.starts(with: "<!--".utf8) {
                guard let end = rest.first("-->") else { break }
                rest = rest[end.upperBound...]
            } else if rest.starts(with: "<?".utf8) {
                guard let end = rest.first("?>") else { break }
                isMarkup = true
                rest = rest[end.upperBound...]
            } else if rest.starts(with: "<!".utf8) {
                if rest.dropFirst(2).name == "doctype",
                    let root = Root(rest.dropFirst(9).drop(while: \.isASCIISpace).name)
                {
                    self = root
                    return
                }
                guard let end = rest.first(">") else { break }
                isMarkup = true
                rest = rest[end.upperBound...]
            } else {
                let root = Root(rest.dropFirst().name)
                guard isMarkup || root != nil else { return nil }
                self = root ?? .other
                return
            }
        }
        guard isMarkup else { return nil }
        self = .other
    }

    /// By the name of the element.
    private init?(_ name: String) {
        switch name.split(separator: ":").last {
        case "html", "head", "body", "meta", "title", "article", "main": self = .page
        case "rss", "rdf", "feed": self = .feed
        default: return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// The name that begins here, in small letters.
    fileprivate var name: String {
        String(decoding: prefix { !$0.isASCIISpace && $0 != 0x3E && $0 != 0x2F && $0 < 0x80 }.prefix(64), as: UTF8.self)
            .lowercased()
    }
}

extension String {
    /// `html` of `a/page.html` and of `page.html.gz`; nil without one.
    fileprivate var formatExtension: Substring? {
        var parts = (split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
            .dropFirst()
        if parts.count > 1, parts.last?.lowercased() == "gz" { parts.removeLast() }
        return parts.last
    }
}
