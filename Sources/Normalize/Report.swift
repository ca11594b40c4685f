import Foundation
import Model

/// A fact as one article reports it, ready for its row.
public struct Report<Content: Fact>: Sendable {
    /// UUID version 5 over the article's id and the fact's place in it: the same article gives the same id.
    public let id: UUID
    /// What decides with which reports of other articles it is one canonical row.
    public let telling: Telling
    public let fact: Content
    /// The words of the first evidence, exactly as they stand in the text.
    public let quote: String
    /// The sentence or sentences around the first evidence.
    public let sentence: String

    public init(id: UUID, telling: Telling, fact: Content, quote: String, sentence: String) {
        self.id = id
        self.telling = telling
        self.fact = fact
        self.quote = quote
        self.sentence = sentence
    }
}

/// Everything one article reports: one row of `articles` with the rows that hang on it.
public struct ArticleReport: Sendable {
    public let article: Article
    /// SHA-256 over all that was read of the article; decides whether it is new. 32 bytes.
    public let contentHash: [UInt8]
    public let language: String
    public let title: String?
    public let publishedOn: PartialDate?
    /// Sorted by code.
    public let countries: [CountryMention]
    public let meetings: [Report<Meeting>]
    public let figures: [Report<Figure>]
    public let agreements: [Report<Agreement>]
    /// The article's sentences, in order.
    public let sentences: [Span]

    public init(
        article: Article, contentHash: [UInt8], language: String, title: String?, publishedOn: PartialDate?,
        countries: [CountryMention], meetings: [Report<Meeting>], figures: [Report<Figure>],
        agreements: [Report<Agreement>], sentences: [Span] = []
    ) {
        self.article = article
        self.contentHash = contentHash
        self.language = language
        self.title = title
        self.publishedOn = publishedOn
        self.countries = countries
        self.meetings = meetings
        self.figures = figures
        self.agreements = agreements
        self.sentences = sentences
    }
}
