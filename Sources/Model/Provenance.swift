/// How an article came out of a file that holds more than its text: a page, a feed, a table.
public struct Provenance: Hashable, Sendable {
    public let format: Format
    /// The encoding of the file, by its usual name: `UTF-8`, `windows-1251`.
    public let encoding: String
    /// How the encoding was told: `declared`, `by its letters`.
    public let encodingBasis: String
    /// The part that became the text: `div[itemprop=articleBody]`, `content:encoded`, `column text`.
    public let part: String
    /// Where the day of publication stood: `article:published_time`, `pubDate`; nil when it stood nowhere.
    public let dateFrom: String?

    public init(format: Format, encoding: String, encodingBasis: String, part: String, dateFrom: String?) {
        self.format = format
        self.encoding = encoding
        self.encodingBasis = encodingBasis
        self.part = part
        self.dateFrom = dateFrom
    }

    /// What kind of file an article was read from.
    public enum Format: String, CaseIterable, Sendable {
        case html, rss, atom, csv
    }
}

extension Provenance: CustomStringConvertible {
    /// `html in windows-1251 (declared), text from article, date from datePublished`
    public var description: String {
        "\(format.rawValue) in \(encoding) (\(encodingBasis)), text from \(part), "
            + (dateFrom.map { "date from \($0)" } ?? "no date")
    }
}
