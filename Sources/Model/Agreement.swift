import Foundation

/// One document between states, signed, to be signed or in force.
public struct Agreement: Fact {
    public var kind: Kind
    /// From the kind word on, nominative.
    public var title: String
    public var status: Status
    /// The parties, sorted.
    public var countries: [CountryCode]
    /// Abbreviations of the organisations that are parties, sorted.
    public var orgs: [String]
    public var signedOn: PartialDate?
    /// The number of documents of a package.
    public var count: Int?
    /// Money, for contracts.
    public var value: Decimal?
    public var unit: QuantityUnit?
    /// The years in its name.
    public var term: Period?
    public var evidence: [Span]
    public var rule: String

    public init(
        kind: Kind, title: String, status: Status, countries: [CountryCode] = [], orgs: [String] = [],
        signedOn: PartialDate? = nil, count: Int? = nil, value: Decimal? = nil, unit: QuantityUnit? = nil,
        term: Period? = nil, evidence: [Span], rule: String
    ) {
        self.kind = kind
        self.title = title
        self.status = status
        self.countries = countries
        self.orgs = orgs
        self.signedOn = signedOn
        self.count = count
        self.value = value
        self.unit = unit
        self.term = term
        self.evidence = evidence
        self.rule = rule
    }

    public enum Kind: String, CaseIterable, Sendable {
        case treaty, agreement, declaration, memorandum, statement, roadmap, program, plan, `protocol`,
            contract
        case package, other
    }

    /// Whether it was signed, is to be, or is in force already.
    public enum Status: String, CaseIterable, Sendable { case signed, planned, existing }
}
