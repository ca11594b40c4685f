import Grammar
import Model

/// The kind of a visit and the way of talks, which an adjective tells of a noun that may stand behind others.
extension Reading {
    /// The kinds of visits told in a range, each from its adjective to its noun: "государственный двухдневный визит", "официальный и
    /// дружественный визит", "с официальным, первым в истории, визитом".
    func visitKinds(in range: Range<Int>) -> [Mark] {
        document.marks(marks.visitKind, in: range).compactMap { kind in
            // "с государственным – в Венгрии", "госвизит": told whole.
            guard document.word(kind.end - 1)?.can(be: .adjf) == true, kind.range.count == 1 else {
                // "с государственным секретарем"
                let isOfOther =
                    kind.end < range.upperBound && document.word(kind.end)?.can(be: [.noun, .ablt]) == true
                    && document.mark(at: kind.end, marks.encounter) == nil
                return isOfOther ? nil : kind
            }
            guard
                let noun = noun(
                    describedBy: kind,
                    { token in
                        self.document.mark(at: token, self.marks.encounter)
                            .map { self.value($0) == Meeting.Kind.visit.rawValue } ?? false
                    }), noun < range.upperBound
            else { return nil }
            return Mark(kind: kind.kind, entry: kind.entry, first: kind.first, end: noun + 1)
        }
    }

    /// In which ways talks are told to be held: "один на один", "в узком, а затем и в расширенном составе", "с участием членов
    /// официальных делегаций двух стран".
    func formats(in range: Range<Int>) -> [Meeting.Format] {
        var found: Set<String> = []
        for mark in document.marks(marks.format, in: range) {
            let isAdjective =
                mark.range.count == 1
                && document.word(mark.first).map { $0.can(be: .adjf) || $0.can(be: .prtf) } ?? false
            if isAdjective, noun(describedBy: mark, { self.isWay($0, of: mark.first) }) == nil { continue }
            found.insert(value(mark))
        }
        if joinsDelegations(range) { found.insert(Meeting.Format.extended.rawValue) }
        return Meeting.Format.allCases.filter { found.contains($0.rawValue) }
    }

    /// "с участием членов делегаций", "к ним подключились официальные делегации двух стран": who is told beside the principals.
    private func joinsDelegations(_ range: Range<Int>) -> Bool {
        document.marks(marks.formatJoin, in: range).contains { join in
            for token in join.end..<min(range.upperBound, join.end + Self.reachOfAdjective) {
                if let noun = document.mark(at: token, marks.formatCompany) {
                    return document.word(noun.end - 1)?.can(be: .plur) == true
                }
                let isBetween =
                    document.word(token).map {
                        $0.can(be: .adjf) || $0.can(be: .npro) || $0.can(be: .prep) || $0.can(be: .apro)
                    } ?? (document.tokens[token].kind == .number)
                guard isBetween else { return false }
            }
            return false
        }
    }

    /// "состав", "формат", "круг" of any; "переговоры", "встреча" of what is extended, while "широкие консультации" are on much.
    private func isWay(_ token: Int, of adjective: Int) -> Bool {
        document.mark(at: token, marks.formatNoun) != nil
            || document.word(adjective)?.can(be: .prtf) == true
                && document.mark(at: token, marks.encounter).map { value($0) == Meeting.Kind.talks.rawValue } ?? false
    }

    /// The noun that an adjective is told of, with other adjectives and conjunctions between the two; both in one case.
    private func noun(describedBy adjective: Mark, _ isNoun: (Int) -> Bool) -> Int? {
        let cases = cases(ofWord: adjective.first)
        for token in adjective.end..<min(document.tokens.count, adjective.end + Self.reachOfAdjective) {
            if isNoun(token), cases.intersects(self.cases(ofWord: token)) { return token }
            let isBetween =
                document.isMark(token, ",") || document.isDash(token)
                || document.mark(at: token, marks.formatBetween) != nil
                || document.word(token).map { $0.can(be: .adjf) || $0.can(be: .prtf) } ?? false
            guard isBetween else { return nil }
        }
        return nil
    }

    /// Tokens from an adjective to its noun: "узком, а затем и в расширенном составе".
    private static let reachOfAdjective = 9
}
