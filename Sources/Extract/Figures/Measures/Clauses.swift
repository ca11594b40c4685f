import Grammar
import Model
import Morphology

extension Reading {
    /// How strongly what stands between two tokens of a sentence parts them: 0 within a clause.
    ///
    /// A semicolon parts most, then a comma with a conjunction or a new finite verb, a dash between words, a comma.
    func separation(_ from: Int, _ to: Int) -> Double {
        guard from < to else { return 0 }
        var cost = 0.0
        for token in from..<to where document.tokens[token].kind == .mark {
            if document.isMark(token, ";") {
                cost += 12
            } else if document.isMark(token, ",") {
                cost += opensClause(token + 1) ? 4 : 1.5
            } else if document.isDash(token) {
                cost += 1
            } else if document.isMark(token, ":") {
                cost += 2
            } else if document.isMark(token, "(") || document.isMark(token, ")") {
                cost += 1
            }
        }
        return cost
    }

    /// Whether a new clause begins at a token behind a comma: a conjunction or a relative.
    func opensClause(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        // "Турция, напротив, увеличила": a word between commas.
        if document.isMark(token + 1, ","), document.isMark(token - 1, ","), document.tokens[token].span.length > 4,
            document.mark(at: token, marks.relative) == nil
        {
            return false
        }
        return word.readings[0].contains(.conj) || word.readings[0].contains(.grnd)
            || document.mark(at: token, marks.clauseOpener) != nil
    }

    /// The part of a sentence around a token, between semicolons and between commas that open a clause.
    func clause(around token: Int, in sentence: Range<Int>) -> Range<Int> {
        var low = token
        while low > sentence.lowerBound {
            let before = low - 1
            if document.isMark(before, ";") { break }
            if document.isMark(before, ","), opensClause(low), hasFiniteVerb(low..<sentence.upperBound),
                !isInserted(low, before: token)
            {
                break
            }
            low = before
        }
        var high = token + 1
        while high < sentence.upperBound {
            if document.isMark(high, ";") { break }
            if document.isMark(high, ","), opensClause(high + 1) { break }
            high += 1
        }
        return low..<high
    }

    /// "Перу, опередив Чили, продало 5 тыс. тонн": a gerund's phrase between commas parts no clause.
    private func isInserted(_ gerund: Int, before token: Int) -> Bool {
        guard document.word(gerund)?.readings[0].contains(.grnd) == true,
            let comma = (gerund..<token).first(where: { document.isMark($0, ",") }), !opensClause(comma + 1)
        else { return false }
        return hasFiniteVerb(comma..<token) && !hasFiniteVerb(gerund..<comma)
    }

    private func hasFiniteVerb(_ range: Range<Int>) -> Bool { range.contains { isFiniteVerb($0) } }

    func isFiniteVerb(_ token: Int) -> Bool {
        guard let word = document.word(token) else { return false }
        let best = word.readings[0]
        if isNameLikeVerb(word, at: token) { return false }
        return (best.contains(.verb) || best.contains(.prts)) && document.mark(at: token, marks.noVerb) == nil
            || document.mark(at: token, marks.sureVerb) != nil
    }

    /// "Моди", "Кылычем", "Отиено": no command in a report is written with a capital, nor a verb that the dictionary has not.
    private func isNameLikeVerb(_ word: Word, at token: Int) -> Bool {
        let best = word.readings[0]
        return (best.contains(.impr) || !word.isKnown && best.intersects([.verb, .prts]))
            && document.tokens[token].shape.contains(.capitalized)
            && document.sentence(of: token).lowerBound != token
    }

    /// The tense of a finite verb; of a short participle that of its auxiliary: "будут выданы".
    func tense(_ token: Int) -> Grammemes? {
        guard let word = document.word(token), !isNameLikeVerb(word, at: token) else { return nil }
        let best = word.readings[0]
        // "инвестиции достигнут 20 млрд": no participle takes an amount.
        if best.contains(.prts), word.can(be: [.verb, .futr, .plur]), token + 1 < document.tokens.count,
            document.tokens[token + 1].kind == .number || document.mark(at: token + 1, marks.currency) != nil
        {
            return .futr
        }
        if best.contains(.prts) {
            let around = max(0, token - 6)..<min(document.tokens.count, token + 3)
            let isComing = around.contains { near in
                document.sentenceOf[near] == document.sentenceOf[token]
                    && document.word(near)?.readings[0].contains([.verb, .futr, .impf]) == true
            }
            return isComing ? .futr : .past
        }
        guard best.contains(.verb), document.mark(at: token, marks.noVerb) == nil else { return nil }
        // "реализуют" is present as often as future: what is under way is told so.
        let isPresentToo =
            best.contains(.futr)
            && word.parses.contains {
                $0.tag.grammemes.contains([.verb, .pres]) && $0.score >= word.parses[0].score
            }
        return isPresentToo ? .pres : [Grammemes.past, .pres, .futr].first { best.contains($0) }
    }
}
