import Grammar
import Model
import Morphology

/// Words of the indicator lexicon that measure nothing where they stand.
extension FigureReader {
    /// "лидерами стали": a form of a noun of the lexicon that is a verb, or "при", far more often.
    func isHomonym(_ mark: Mark) -> Bool {
        if isSetting(mark) || isNamedDocument(mark) || isDuty(mark) || isOfSource(mark) || isLifting(mark) {
            return true
        }
        guard mark.range.count == 1, let best = document.word(mark.first)?.parses[0] else { return false }
        let phrase = document.lexicon.entries[Int(mark.entry)].phrase
        guard best.tag.grammemes.intersects([.verb, .prep, .conj]), !phrase.hasPrefix("=") else { return false }
        return best.lemma != phrase
    }

    /// "должен выплатить 5 млн", "должны были купить": a duty, and no debt.
    private func isDuty(_ mark: Mark) -> Bool {
        guard document.mark(at: mark.first, marks.debt) != nil,
            document.word(mark.first)?.can(be: .noun) == false, document.mark(at: mark.first, marks.nature) != nil
        else { return false }
        return (mark.end..<min(mark.end + 6, document.sentence(of: mark.first).upperBound)).contains {
            document.word($0)?.parses[0].tag.grammemes.contains(.infn) == true
        }
    }

    /// "вывести торговлю на уровень 5 млрд": what is brought to a level is not drawn out.
    private func isLifting(_ mark: Mark) -> Bool {
        guard mark.range.count == 1, document.word(mark.first)?.can(be: .noun) == false,
            document.mark(at: mark.first, marks.moveTo) != nil
        else { return false }
        return (mark.end..<min(mark.end + Self.reachOfLevel, document.sentence(of: mark.first).upperBound)).contains {
            reading.preposition(at: $0) == "by"
                && document.mark(at: $0 + 1, marks.indicatorFrame).map { reading.value($0).isEmpty } == true
        }
    }

    /// Tokens from a verb to the level that something is brought to.
    private static let reachOfLevel = 9

    /// "страны-участницы Соглашения о партнерстве": a document in the genitive, by its name, measures nothing.
    private func isNamedDocument(_ mark: Mark) -> Bool {
        guard document.tokens[mark.first].shape.contains(.capitalized),
            document.word(mark.first)?.can(be: .gent) == true,
            marks.indicatorUses[mark.entry]?.contains(where: { $0.indicator == Indicator("agreements_count") }) == true
        else { return false }
        return document.word(mark.first - 1)?.parses[0].tag.grammemes.contains(.noun) == true
    }

    /// "согласно расчетам комитета": by what something is told measures nothing.
    private func isOfSource(_ mark: Mark) -> Bool {
        // "сообщили в компании"
        if reading.preposition(at: mark.first - 1) == "into",
            document.mark(at: mark.first - 2, marks.speech) != nil, reading.isFiniteVerb(mark.first - 2)
        {
            return true
        }
        return mark.range.count == 1
            && (1...3).contains { back in
                mark.first >= back
                    && document.mark(at: mark.first - back, marks.speechSource).map { $0.range.contains(mark.first) }
                        ?? false
            }
    }

    /// "поставить задачу", "поставили перед собой цель", "цель, поставленная президентами": goals are set, and goods supplied.
    private func isSetting(_ mark: Mark) -> Bool {
        guard let word = document.word(mark.first), !word.parses[0].tag.grammemes.contains(.noun),
            marks.indicatorUses[mark.entry]?.contains(where: { $0.indicator == Indicator("exports") }) == true
        else { return false }
        let before = document.isMark(mark.first - 1, ",") ? mark.first - 2 : mark.first - 1
        // "перед собой", "перед министрами"
        let whom = mark.end..<min(document.tokens.count, mark.end + Self.reachOfGoal)
        let behind =
            whom.first {
                document.word($0).map { $0.readings[0].contains(.noun) && $0.can(be: [.noun, .accs]) } ?? false
            } ?? mark.end
        guard (mark.end..<behind).allSatisfy({ document.word($0) != nil }) else { return false }
        return [behind, before].contains { token in
            guard let noun = document.word(token), noun.parses[0].tag.grammemes.contains(.noun) else { return false }
            return document.mark(at: token, marks.nature) != nil && document.mark(at: token, marks.reach) == nil
        }
    }

    /// Tokens from a verb to the goal that is set.
    private static let reachOfGoal = 4

    /// "министр инвестиций и торговли", "Банк инфраструктурных инвестиций": the genitives of a body's name measure nothing.
    func isInBodyName(_ mark: Mark, _ sentence: Range<Int>) -> Bool {
        if isNamedBody(mark, sentence) { return true }
        guard let noun = document.word(mark.end - 1), noun.can(be: [.noun, .gent]),
            document.word(mark.first)?.can(be: .gent) == true
        else { return false }
        // "По оценке комитета, инвестиции достигли": nothing of its name stands before the comma.
        if document.isMark(mark.first - 1, ","), document.mark(at: mark.first - 2, marks.body) != nil { return false }
        var at = mark.first - 1
        for _ in 0..<7 {
            guard at >= sentence.lowerBound, let word = document.word(at) else {
                // "министерство экономики, инвестиций и торговли"
                guard at > sentence.lowerBound, document.isMark(at, ",") else { return false }
                at -= 1
                continue
            }
            if document.mark(at: at, marks.body) != nil { return true }
            guard word.can(be: .gent) || word.parses[0].tag.grammemes.contains(.conj), !word.can(be: .prep),
                !reading.isFiniteVerb(at)
            else { return false }
            at -= 1
        }
        return false
    }

    /// "Российско-перуанский фонд развития", "в Фонде": a body by its name.
    private func isNamedBody(_ mark: Mark, _ sentence: Range<Int>) -> Bool {
        guard mark.range.count == 1, document.mark(at: mark.first, marks.body) != nil else { return false }
        return [mark.first, mark.first - 1].contains {
            $0 > sentence.lowerBound && document.tokens[$0].shape.contains(.capitalized)
                && ($0 == mark.first || document.word($0)?.can(be: .adjf) == true)
        }
    }
}
