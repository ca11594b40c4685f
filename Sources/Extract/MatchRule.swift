/// A rule on whether two tellings are of one fact: ``EncounterPair``, ``AgreementPair``.
struct MatchRule<Pair>: Sendable {
    /// Words that the rule speaks of.
    let example: String
    /// Whether the two are one; nil where the rule does not speak of them.
    let isSame: @Sendable (Pair) -> Bool?

    /// A rule that tells some apart and makes others one.
    static func either(_ example: String, _ isSame: @escaping @Sendable (Pair) -> Bool?) -> MatchRule {
        MatchRule(example: example, isSame: isSame)
    }

    /// A rule that tells two apart.
    static func apart(_ example: String, _ differ: @escaping @Sendable (Pair) -> Bool) -> MatchRule {
        MatchRule(example: example) { differ($0) ? false : nil }
    }

    /// A rule that makes two one.
    static func one(_ example: String, _ agree: @escaping @Sendable (Pair) -> Bool) -> MatchRule {
        MatchRule(example: example) { agree($0) ? true : nil }
    }
}

extension Array {
    /// What the first rule that speaks of a pair says of it; nil where none does.
    func verdict<Pair>(on pair: Pair) -> Bool? where Element == MatchRule<Pair> {
        for rule in self {
            if let verdict = rule.isSame(pair) { return verdict }
        }
        return nil
    }
}
