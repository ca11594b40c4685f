/// One article as a source gave it.
public struct Article: Hashable, Sendable {
    /// Unique within a ledger; from the record, or from the file's path below the folder that was read.
    public let id: String
    public let source: String?
    public let url: String?
    public let title: String?
    /// A whole day, or nil when the source does not say.
    public let publishedOn: PartialDate?
    /// BCP 47 language tag; nil when the source does not say.
    public let language: String?
    /// How it was taken out of a page, a feed or a table; nil when the text was given as it stands.
    public let provenance: Provenance?
    /// Exactly as given: every offset of every fact counts Unicode scalars of this text.
    public let text: String

    public init(
        id: String, source: String? = nil, url: String? = nil, title: String? = nil,
        publishedOn: PartialDate? = nil, language: String? = nil, provenance: Provenance? = nil,
        text: String
    ) {
        self.id = id
        self.source = source
        self.url = url
        self.title = title
        self.publishedOn = publishedOn
        self.language = language
        self.provenance = provenance
        self.text = text
    }
}
