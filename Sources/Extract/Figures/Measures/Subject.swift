import Grammar
import Morphology

extension FigureReader {
    /// The noun phrase measured: a trigger with the adjectives before it and the genitives behind; of a verb, the noun it governs.
    func subject(of amount: Amount, _ trigger: Trigger, sentence: Range<Int>) -> Range<Int>? {
        let last = trigger.mark.end - 1
        guard let word = document.word(last) else { return nil }
        if word.can(be: .noun), !reading.isFiniteVerb(last) || trigger.mark.range.count > 1 {
            return phrase(trigger.mark.range, before: amount)
        }
        if word.parses[0].tag.grammemes.contains(.adjf) { return phrase(trigger.mark.range, before: amount) }
        return goods(of: amount) ?? object(of: trigger, before: amount, sentence: sentence)
    }

    /// "20 тыс. тонн тканой шерсти": the genitive behind an amount with a unit, or the noun that a number counts.
    private func goods(of amount: Amount) -> Range<Int>? {
        var at = amount.core.upperBound
        let first = at
        while at < document.tokens.count, at - first < 4, let word = document.word(at) {
            let best = word.parses[0].tag.grammemes
            if word.can(be: .noun), !best.intersects([.prep, .conj]), !reading.isFiniteVerb(at) {
                return word.can(be: .gent) || amount.unit == nil ? phrase(first..<at + 1, before: amount) : nil
            }
            guard best.intersects([.adjf, .prtf]) else { return nil }
            at += 1
        }
        return nil
    }

    /// "закупить чипы на 2 млрд", "отправили зерна на 5 млн": the noun phrase right behind a verb.
    private func object(of trigger: Trigger, before amount: Amount, sentence: Range<Int>) -> Range<Int>? {
        var at = trigger.mark.end
        while at < sentence.upperBound, at - trigger.mark.end < 4, !amount.range.contains(at),
            let word = document.word(at)
        {
            let best = word.parses[0].tag.grammemes
            if best.intersects([.prep, .conj]) || reading.isFiniteVerb(at) { return nil }
            if word.can(be: .noun) {
                let isObject = word.can(be: [.noun, .accs]) || word.can(be: [.noun, .gent])
                let isPlace = !reading.places(in: at..<at + 1).isEmpty
                return isObject && !isPlace && !document.tokens[at].shape.contains(.capitalized)
                    ? phrase(trigger.mark.end..<at + 1, before: amount) : nil
            }
            guard best.intersects([.adjf, .prtf]) else { return nil }
            at += 1
        }
        return nil
    }

    /// A noun with the adjectives and frames before it and the genitives behind, up to the amount.
    private func phrase(_ core: Range<Int>, before amount: Amount) -> Range<Int> {
        var first = core.lowerBound
        let floor = document.sentence(of: first).lowerBound
        while first > floor, let word = document.word(first - 1), !amount.range.contains(first - 1),
            document.mark(at: first - 1, marks.which) == nil,
            // "в том числе экспорт"
            document.mark(at: max(0, first - 3), marks.again)?.end != first,
            word.parses[0].tag.grammemes.intersects([.adjf, .prtf])
                || document.mark(at: first - 1, marks.indicatorFrame) != nil && word.can(be: .noun)
                    && document.mark(at: first - 1, marks.direction) == nil
        {
            first -= 1
        }
        var end = core.upperBound
        let ceiling = document.sentence(of: first).upperBound
        while end < ceiling, end - core.upperBound < 5 {
            if isGenitive(end), !amount.range.contains(end) {
                end += 1
            } else if end > core.upperBound, document.word(end)?.parses[0].tag.grammemes.contains(.conj) == true,
                end + 1 < ceiling, isGenitive(end + 1), !amount.range.contains(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        let isOne = document.word(core.upperBound - 1)?.can(be: .plur) == false
        while end > core.upperBound, isOfNext(end - 1) || isOne && acts(end - 1) { end -= 1 }
        return first..<end
    }

    /// "предприятий общей стоимостью": an adjective of what follows.
    private func isOfNext(_ token: Int) -> Bool {
        document.word(token).map { $0.readings[0].contains(.adjf) && !$0.can(be: .noun) } ?? false
    }

    /// "товарооборот стороны доведут": the subject of a verb in the plural.
    private func acts(_ token: Int) -> Bool {
        document.word(token)?.can(be: [.noun, .nomn, .plur]) == true
            && document.word(token + 1).map { $0.can(be: [.verb, .plur]) || $0.can(be: [.adjs, .plur]) } ?? false
    }

    private func isGenitive(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        return word.can(be: .gent) && !reading.isFiniteVerb(token) && document.mark(at: token, marks.which) == nil
            && reading.people.name(at: token) == nil
            && !word.parses[0].tag.grammemes.intersects([.prep, .conj])
    }
}
