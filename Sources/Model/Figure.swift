import Foundation

/// One stated quantity.
public struct Figure: Fact {
    public var indicator: Indicator
    /// The noun phrase measured, in the article's words.
    public var subject: String?
    /// Scaled: "1,4 миллиарда" is 1400000000.
    public var value: Decimal
    /// The upper end of a range, else nil.
    public var valueMax: Decimal?
    public var unit: QuantityUnit
    public var comparator: Comparator
    public var measure: Measure
    /// For a change only.
    public var direction: Direction?
    public var nature: Nature
    public var period: Period?
    /// Whose figure it is, sorted.
    public var countries: [CountryCode]
    public var origin: CountryCode?
    public var destination: CountryCode?
    public var speaker: String?
    public var evidence: [Span]
    public var rule: String

    public init(
        indicator: Indicator, subject: String? = nil, value: Decimal, valueMax: Decimal? = nil, unit: QuantityUnit,
        comparator: Comparator = .eq, measure: Measure = .level, direction: Direction? = nil,
        nature: Nature = .actual, period: Period? = nil, countries: [CountryCode] = [],
        origin: CountryCode? = nil, destination: CountryCode? = nil, speaker: String? = nil, evidence: [Span],
        rule: String
    ) {
        self.indicator = indicator
        self.subject = subject
        self.value = value
        self.valueMax = valueMax
        self.unit = unit
        self.comparator = comparator
        self.measure = measure
        self.direction = direction
        self.nature = nature
        self.period = period
        self.countries = countries
        self.origin = origin
        self.destination = destination
        self.speaker = speaker
        self.evidence = evidence
        self.rule = rule
    }

    /// Whether the number is told to be just this, about this, more or less.
    public enum Comparator: String, CaseIterable, Sendable { case eq, approx, gt, lt }
    /// The amount itself, or how much it moved.
    public enum Measure: String, CaseIterable, Sendable { case level, change }
    /// Which way it moved.
    public enum Direction: String, CaseIterable, Sendable { case up, down }
    /// Reached, to be reached, or possible.
    public enum Nature: String, CaseIterable, Sendable { case actual, target, potential }
}

/// The code of an indicator, as listed in the reference rows.
public struct Indicator: Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String

    public init(_ rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    public static let other = Indicator("other")
    public static let share = Indicator("share")
}
