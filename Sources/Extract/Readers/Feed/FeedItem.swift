import Model

/// One item of a feed as it was read.
struct FeedItem {
    let line: Int
    /// Contents of its elements by name, the first of each that is not blank.
    var fields: [String: Content] = [:]
    /// The address it links to.
    var link: String?
    /// Why it cannot be taken, and the line of that.
    var fault: (line: Int, reason: Rejection.Reason, detail: String)?

    init(line: Int) { self.line = line }

    /// What stands in an element.
    struct Content {
        var text = ""
        /// How the element says it is to be read; nil when it does not say.
        var kind: String?

        var isBlank: Bool { text.isBlank }
    }

    func text(_ name: String) -> String? {
        fields[name].flatMap { $0.isBlank ? nil : $0.text.trimmed }
    }

    /// Where the text of an item is looked for: the whole of it before what only tells what it is about.
    static let bodies = ["content:encoded", "yandex:full-text", "turbo:content", "content", "description", "summary"]
}

/// What a feed says of itself.
struct FeedHead {
    var format = Provenance.Format.rss
    var title: String?
    var link: String?
}
