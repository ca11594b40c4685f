/// A stretch of text that names something, with what it names.
public struct Entity: Hashable, Sendable {
    /// The contract's types.
    public enum Kind: String, CaseIterable, Sendable {
        case country = "COUNTRY"
        case nationality = "NATIONALITY"
        case city = "CITY"
        case person = "PERSON"
        case profession = "PROFESSION"
        case organization = "ORGANIZATION"
        case date = "DATE"
        case number = "NUMBER"
        case ordinal = "ORDINAL"
        case percent = "PERCENT"
        case money = "MONEY"
        case quantity = "QUANTITY"
    }

    public let kind: Kind
    public let span: Span
    /// A code, a name in the nominative, an ISO date or a plain decimal, as the kind has it; nil where the text does not decide.
    public let normal: String?
    /// The name of the rule that made it, for `chancery explain`; two that differ in nothing else are one.
    public let rule: String

    public init(kind: Kind, span: Span, normal: String?, rule: String) {
        self.kind = kind
        self.span = span
        self.normal = normal
        self.rule = rule
    }

    public static func == (a: Entity, b: Entity) -> Bool {
        a.kind == b.kind && a.span == b.span && a.normal == b.normal
    }

    /// The span tells most apart; hashing Russian text is slow.
    public func hash(into hasher: inout Hasher) { hasher.combine(span) }
}

/// By beginning; of two that begin together the longer comes first. Only equal ones are alike, so that any order of finding
/// ends in the same list.
extension Entity: Comparable {
    public static func < (a: Entity, b: Entity) -> Bool {
        if a.span.start != b.span.start { return a.span.start < b.span.start }
        if a.span.end != b.span.end { return a.span.end > b.span.end }
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        return (a.normal ?? "") < (b.normal ?? "")
    }
}
