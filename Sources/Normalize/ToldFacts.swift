import Model

/// What one article says, with what it tells twice joined: all that `extract` prints, and what reports are made from.
public struct ToldFacts: Sendable {
    public let article: Article
    public let language: String
    public let title: String?
    public let publishedOn: PartialDate?
    /// Sorted by code.
    public let countries: [CountryMention]
    public let meetings: [Meeting]
    public let figures: [Figure]
    public let agreements: [Agreement]
    /// The article's sentences, in order.
    public let sentences: [Span]
}
