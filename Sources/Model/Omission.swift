/// A number or a document's word in an article that became no fact, with the reason why.
public struct Omission: Hashable, Sendable {
    public let span: Span
    public let kind: Kind
    public let reason: Reason

    public init(_ span: Span, _ kind: Kind, _ reason: Reason) {
        self.span = span
        self.kind = kind
        self.reason = reason
    }

    /// What was passed over.
    public enum Kind: String, CaseIterable, Sendable { case number, document }

    /// Why a recognizer passed something over, in words for a reader.
    public enum Reason: String, CaseIterable, Sendable {
        // Numbers.
        case date = "a date or a period of time"
        case duration = "a duration or an age"
        case clock = "a time of the day"
        case ordinal = "an ordinal, and no rank in an order"
        case label = "a number or mark of a list, an issue or a name"
        case occasions = "times that something happened"
        case partOfTime = "a part of a period of time"
        case partOfUnit = "a part told in per cent already"
        case title = "the title alone tells it"
        case furniture = "the page's, not the article's"
        case idle = "what it numbers is not counted: states, sides, years"
        case nothingCounted = "no word that is counted follows it or stands before it"
        case factorWithoutChange = "a factor, and nothing that grew or fell by it"
        case unread = "no rule reads it as a quantity"
        case distance = "how far away a thing is"
        case harm = "those who were hurt, killed or held"
        // Documents.
        case nameOfBody = "part of a body's name"
        case noDocument = "the words around it make it none between states"
        case general = "documents in general: neither their number nor a name is told"
        case single = "one paper without a name"
        case stock = "a stock counted over the years: a figure"
        case inName = "part of another document's name"
        case notConcluded = "the text says that it is not concluded"
        case noStatus = "neither a name of its own nor words that it is concluded, drafted or in force"
        case noParties = "no party is told"
        case domestic = "one state's own paper"
        case echo = "it points back to documents told of above"
        case headingOnly = "a heading alone tells it"
    }
}
