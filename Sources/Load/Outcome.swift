import Model

/// What became of a batch.
public struct Outcome: Sendable {
    public var new = 0
    public var replaced = 0
    /// In the database already, with the same text and read by the same rules.
    public var unchanged = 0
    public var withdrawn = 0
    /// Those handed over with the batch, and those the database refused.
    public var rejections: [Rejection] = []
    public var meetings = 0
    public var figures = 0
    public var agreements = 0
    /// The articles that came, changed or went, in this order.
    public var changes: [Change] = []

    /// What became of an article.
    public struct Change: Hashable, Sendable {
        public let id: String
        public let kind: Kind

        public enum Kind: String, CaseIterable, Sendable { case new, changed, withdrawn }
    }

    public init() {}

    public static func += (a: inout Outcome, b: Outcome) {
        a.new += b.new
        a.replaced += b.replaced
        a.unchanged += b.unchanged
        a.withdrawn += b.withdrawn
        a.rejections += b.rejections
        a.meetings += b.meetings
        a.figures += b.figures
        a.agreements += b.agreements
        a.changes += b.changes
    }

    var isEmpty: Bool { new + replaced + unchanged + withdrawn + rejections.count == 0 }
}
