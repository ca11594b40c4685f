/// One encounter, held or to be held, between officials of two or more countries.
public struct Meeting: Fact {
    public var kind: Kind
    /// The states represented, sorted.
    public var countries: [CountryCode]
    /// Abbreviations of the international organisations represented or hosting, sorted.
    public var orgs: [String]
    public var level: Level?
    public var participants: [Participant]
    public var visit: Visit?
    public var formats: [Format]
    public var status: Status
    public var date: PartialDate?
    public var place: Place?
    /// The receiving side.
    public var host: CountryCode?
    public var evidence: [Span]
    public var rule: String

    public init(
        kind: Kind, countries: [CountryCode], orgs: [String] = [], level: Level? = nil,
        participants: [Participant] = [], visit: Visit? = nil, formats: [Format] = [], status: Status = .held,
        date: PartialDate? = nil, place: Place? = nil, host: CountryCode? = nil, evidence: [Span],
        rule: String
    ) {
        self.kind = kind
        self.countries = countries
        self.orgs = orgs
        self.level = level
        self.participants = participants
        self.visit = visit
        self.formats = formats
        self.status = status
        self.date = date
        self.place = place
        self.host = host
        self.evidence = evidence
        self.rule = rule
    }

    public enum Kind: String, CaseIterable, Sendable { case talks, call, summit, session, forum, visit }

    /// The highest level taking part, the highest first.
    public enum Level: String, CaseIterable, Sendable {
        case headOfState = "head_of_state"
        case headOfGovernment = "head_of_government"
        case parliament, minister, official, business
    }

    /// The kind of visit that it is part of.
    public enum Visit: String, CaseIterable, Sendable { case state, official, working }
    /// One to one, or with delegations.
    public enum Format: String, CaseIterable, Sendable { case narrow, extended }
    /// Whether it was, is to be, or was called off.
    public enum Status: String, CaseIterable, Sendable { case held, planned, cancelled }
}

/// A named person who takes part, with the office held and the state represented.
public struct Participant: Hashable, Sendable {
    /// Nominative, given name first, as full as the article ever gives it.
    public var name: String
    public var country: CountryCode?
    public var office: Office?

    public init(name: String, country: CountryCode? = nil, office: Office? = nil) {
        self.name = name
        self.country = country
        self.office = office
    }
}

/// What somebody is, as far as rows tell offices apart.
public enum Office: String, CaseIterable, Sendable {
    case president, monarch, minister, speaker, ambassador, governor, mayor, executive, other
    case vicePresident = "vice_president"
    case primeMinister = "prime_minister"
    case deputyPrimeMinister = "deputy_prime_minister"
    case foreignMinister = "foreign_minister"
    case secretaryGeneral = "secretary_general"
}

/// Where a meeting takes place; at least one of the two is known.
public struct Place: Hashable, Sendable {
    /// Nominative.
    public let city: String?
    public let country: CountryCode?

    /// Nil when neither is known.
    public init?(city: String?, country: CountryCode?) {
        if city == nil && country == nil { return nil }
        self.city = city
        self.country = country
    }
}
