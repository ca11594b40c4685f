/// What an article says: a meeting, a figure or an agreement, with the words that say so.
public protocol Fact: Hashable, Sendable {
    /// Where the text says it, in order; never empty.
    var evidence: [Span] { get set }
    /// The name of the rule that made it, for `chancery explain`.
    var rule: String { get }
}

/// A country and how often the article mentions it.
public struct CountryMention: Hashable, Sendable {
    public let code: CountryCode
    public let mentions: Int

    public init(code: CountryCode, mentions: Int) {
        self.code = code
        self.mentions = mentions
    }
}

/// Everything one article says.
public struct Facts: Hashable, Sendable {
    /// The article's own language tag, or the one it was read as.
    public var language: String
    /// The date that "today" means: given, else from a dateline, else nil.
    public var publishedOn: PartialDate?
    /// Given, else the line that reads as one, else nil.
    public var title: String?
    public var countries: [CountryMention]
    public var meetings: [Meeting]
    public var figures: [Figure]
    public var agreements: [Agreement]
    /// The article's sentences, in order; every evidence lies in one or spans neighbours.
    public var sentences: [Span]

    public init(
        language: String, publishedOn: PartialDate? = nil, title: String? = nil,
        countries: [CountryMention] = [],
        meetings: [Meeting] = [], figures: [Figure] = [], agreements: [Agreement] = [], sentences: [Span] = []
    ) {
        self.language = language
        self.publishedOn = publishedOn
        self.title = title
        self.countries = countries
        self.meetings = meetings
        self.figures = figures
        self.agreements = agreements
        self.sentences = sentences
    }
}
