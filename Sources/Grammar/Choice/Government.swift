import Morphology

/// What a language's small words ask of the words around them, and how much each sign of syntax weighs when the parse of a word
/// is chosen in its context.
public struct Government: Sendable {
    /// The cases that a preposition governs, the commonest in the lowest four bits, by its form in lower case.
    let governed: [String: UInt32]
    /// Words that the genitive follows as it follows a number: много, несколько.
    public let counting: Set<String>
    /// Conjunctions that join words of one case: и, или.
    public let joining: Set<String>
    /// Lemmas of adjectives that open a clause: который.
    public let relative: Set<String>
    /// Women's names, in lower case, far commoner than the men's whose genitive looks like them: Алина, not of Алин.
    public let womensNames: Set<String>
    /// By the place of each sign among all.
    let weights: [Int32]

    /// - Parameters:
    ///   - cases: what a preposition governs, the commonest first, by its form in lower case.
    ///   - weights: thousandths of a natural logarithm of odds, what speaks for a parse positive: integers, so that every machine
    ///     sums alike. What has none weighs nothing.
    public init(
        cases: [String: [Grammemes]], counting: Set<String>, joining: Set<String>, relative: Set<String>,
        womensNames: Set<String>, weights: [Sign: Int32]
    ) {
        governed = cases.mapValues {
            $0.enumerated().reduce(0) { $0 | UInt32(Signature.caseNumber(of: $1.element)) << UInt32(4 * $1.offset) }
        }
        self.counting = counting
        self.joining = joining
        self.relative = relative
        self.womensNames = womensNames
        self.weights = Sign.allCases.map { weights[$0] ?? 0 }
    }

    /// No preference but for the commonest parse of each word.
    public static let none = Government(
        cases: [:], counting: [], joining: [], relative: [], womensNames: [], weights: [:])

    /// What may speak for or against a parse, beside how common it is.
    public enum Sign: Int, CaseIterable, Sendable {
        /// A case that the preposition before it governs; for each case that is commoner behind it; one that it does not govern.
        case governed, rarer, ungoverned
        /// A preposition before something that has no case.
        case openPreposition
        /// A noun that agrees with the adjective before it in case, number and gender; one that does not.
        case concord, discord
        /// An adjective with no noun behind it; a participle that something else than its noun follows.
        case openAdjective, openParticiple
        /// A participle behind a comma that agrees with the noun before it.
        case postposed
        /// A genitive right behind a noun; any other case there.
        case attribute, otherBehindNoun
        /// A second animate noun or name in the case of the first; the same with a capital.
        case apposition, capitalizedApposition
        /// A capitalised word behind a given name: in its case and number; in others.
        case name, otherBehindName
        /// The case of the nominal before a conjunction or comma; another.
        case coordination, otherInCoordination
        /// A genitive behind a number; a nominative or accusative; others.
        case counted, countedNominative, uncounted
        /// Cases that nothing before them asks for.
        case freeLocative, freeGenitive, freeDative, freeInstrumental
        /// The first nominative of a clause; a second.
        case subject, secondSubject
        /// A nominative behind an infinitive or a gerund, which have none.
        case subjectOfInfinitive
        /// Subject and verb agree in number and gender; or do not.
        case agreement, disagreement
        /// An accusative behind a transitive verb; a second one; one without such a verb.
        case object, secondObject, objectWithoutVerb
        /// A second finite verb in a clause.
        case secondVerb
        /// A man's name where a woman's far commoner one looks alike.
        case rareName

        /// The sign of that name.
        public init?(name: some StringProtocol) {
            guard let found = Self.allCases.first(where: { String(describing: $0) == name }) else { return nil }
            self = found
        }
    }

    @inline(__always)
    func weight(_ sign: Sign) -> Int32 { weights[sign.rawValue] }
}
