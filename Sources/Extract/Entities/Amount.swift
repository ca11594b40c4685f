import Foundation
import Grammar
import Model
import Morphology

/// A quantity as the text tells it: a number, exact, rounded or a range, with its unit.
struct Amount {
    /// Tokens of number, scale and unit, with the words that say how sure the number is.
    var range: Range<Int>
    /// Tokens of number, scale and unit alone.
    var core: Range<Int>
    var value: Decimal
    var valueMax: Decimal?
    /// Nil for a bare number, which counts whatever noun follows.
    var unit: QuantityUnit?
    var comparator: Figure.Comparator
    /// A scale word was there: a bare number with one may have left its unit out.
    var isScaled: Bool
    /// What scale word and unit prefix multiply the number by.
    var factor: Decimal = 1
    /// The direction that the word itself tells: удвоить.
    var direction: Figure.Direction?

    /// Leaves unit and scale word to another amount's: 2,2 млрд, импорт – 1,2.
    mutating func takeUnitAndScale(of other: Amount) {
        unit = other.unit
        value *= other.factor
        isScaled = other.isScaled
        factor = other.factor
    }

    /// Takes the scale over that it leaves out.
    mutating func takeScale(of other: Amount) {
        value *= other.factor
        isScaled = true
        factor = other.factor
    }

    var isMoney: Bool { unit?.isMoney ?? false }
    var isPercent: Bool { unit == .plain(.percent) }
    var isTimes: Bool { unit == .plain(.times) }
}

extension Reading {
    /// Finds every quantity that is not part of a date.
    func readAmounts() {
        var taken = Array(repeating: false, count: document.tokens.count)
        for date in dates { for token in date.range { taken[token] = true } }
        var found: [Amount] = []
        for sentence in document.sentences {
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                if !taken[at], mayCount(at), !frame.isNoise[at], let amount = amount(at: at, in: sentence) {
                    found.append(amount)
                    at = amount.core.upperBound
                } else {
                    at += 1
                }
            }
        }
        amounts = joinedRanges(found)
    }

    /// Whether a number can begin at a token: it has a digit, or the lexicon knows it.
    func mayCount(_ token: Int) -> Bool {
        document.tokens[token].shape.contains(.digits) || document.mayHave(marks.countable, at: token)
    }

    /// The amounts whose number begins within a token range.
    func amounts(in range: Range<Int>) -> ArraySlice<Amount> {
        let first = amounts.lowerBound { $0.core.lowerBound < range.lowerBound }
        let end = amounts.lowerBound { $0.core.lowerBound < range.upperBound }
        return amounts[first..<max(first, end)]
    }

    /// The place of an amount among those of the text.
    func place(of amount: Amount) -> Int? {
        let index = amounts.lowerBound { $0.core.lowerBound < amount.core.lowerBound }
        return index < amounts.count && amounts[index].core == amount.core ? index : nil
    }

    /// The last amount before a token.
    func amounts(before token: Int) -> Amount? {
        let index = amounts.lowerBound { $0.core.upperBound <= token }
        return index > 0 ? amounts[index - 1] : nil
    }

    /// The amount that ends before a token.
    func amount(endingAt end: Int) -> Amount? {
        let index = amounts.lowerBound { $0.core.upperBound < end }
        return index < amounts.count && amounts[index].core.upperBound == end ? amounts[index] : nil
    }

    private func amount(at start: Int, in sentence: Range<Int>) -> Amount? {
        if let adjective = unitAdjective(at: start) { return withComparator(adjective, in: sentence) }
        if let word = timesWord(at: start) { return withComparator(word, in: sentence) }
        guard var it = numbers(at: start, in: sentence) else { return nil }
        // "5 млрд тонно-километров" are neither tonnes nor a distance.
        if it.unit == nil, let idle = document.mark(at: it.end, marks.numberIdle),
            document.tokens[it.end].shape.contains(.hyphen)
        {
            return left(start..<idle.end, .label)
        }
        if let (found, by, end) = unit(at: it.end, limit: sentence.upperBound), it.unit == nil || it.unit == found {
            if it.unit == nil { it.factor = by }
            (it.unit, it.end) = (found, end)
        }
        if it.unit != .plain(.percent), it.second == nil, isInThousands(it.digits, it.first, it.unit) {
            it.first.value *= 1000
        }
        if let mark = document.mark(at: it.end, marks.timesNoun), it.unit == nil, !it.first.isScaled {
            // "в три раза" is a factor; "три раза" without its preposition counts occasions.
            let isOften = document.mark(at: mark.end, marks.frequency) != nil
            guard isOften || opensTimes(start) else { return left(start..<mark.end, .occasions) }
            // "три раза в неделю": how often, whatever comes so often.
            if !isOften { it.unit = .plain(.times) }
            it.end = mark.end
        }
        if let (end, reason) = noQuantity(it, start) { return left(start..<end, reason) }
        if it.first.isFraction, it.unit == nil, !it.first.isScaled {
            // "на четверть", "треть экспорта" are shares of a hundred.
            it.first.value = it.first.value == Numeral.third ? Decimal(string: "33.3")! : it.first.value * 100
            it.unit = .plain(.percent)
        }
        return finish(it, at: start, in: sentence)
    }

    /// One number or the two of a range, as they are written, with the unit that stands before or behind them.
    private struct Numbers {
        var first: Numeral
        var second: Numeral?
        var comparator: Figure.Comparator?
        var unit: QuantityUnit?
        var factor: Decimal = 1
        /// The token that the digits begin at, behind a sign of money.
        let digits: Int
        var end: Int
    }

    /// "$26,5", "5–6 млрд", "5 с лишним млрд"
    private func numbers(at start: Int, in sentence: Range<Int>) -> Numbers? {
        var (at, unit): (Int, QuantityUnit?) = (start, nil)
        if let mark = document.mark(at: at, marks.currency),
            document.tokens[at].kind == .mark || document.tokens[at].shape.contains(.latin)
        {
            unit = QuantityUnit(value(mark))
            at = mark.end
        }
        guard let first = number(at: at, limit: sentence.upperBound) else { return nil }
        // "USD 200 млн"; "USD 87.45" is a rate at the edge of a page.
        if at > start, document.tokens[start].kind != .mark, !first.isScaled { return nil }
        var it = Numbers(first: first, unit: unit, digits: at, end: first.end)
        if let dash = rangeSign(at: it.end, start: start), let next = number(at: dash, limit: sentence.upperBound),
            next.value > first.value || next.isScaled && !first.isScaled
        {
            it.second = next
            it.end = next.end
        }
        // "с лишним", which may stand between the number and its scale.
        if let mark = document.mark(at: it.end, marks.comparator), value(mark) == "gt", mark.range.count == 2 {
            it.comparator = .gt
            it.end = mark.end
            if let scale = document.mark(at: it.end, marks.scale), let by = decimal(scale) {
                it.first.value *= by
                it.first.isScaled = true
                it.end = scale.end
            }
        }
        if var next = it.second {
            if next.isScaled && !it.first.isScaled { it.first.value *= next.scale }
            it.first.isScaled = it.first.isScaled || next.isScaled
            if next.value < it.first.value { next.value = it.first.value }
            it.second = next
        }
        return it
    }

    /// Why a number measures nothing, and the end of the words that tell so.
    private func noQuantity(_ it: Numbers, _ start: Int) -> (end: Int, reason: Omission.Reason)? {
        // "против 4 млн годом ранее" is no span of years.
        if it.unit == nil, document.mark(at: it.end, marks.earlier) == nil,
            let time = document.mark(at: it.end, marks.time)
        {
            return (time.end, .duration)
        }
        // "5 млрд крон" of nobody knows which.
        if it.unit == nil, let (_, end) = currency(at: it.end) { return (end, .label) }
        if it.unit == nil, isOrdinalOrLabel(start, it.end) { return (it.end, .label) }
        if it.unit == .plain(.percent), it.first.isFraction { return (it.end, .partOfUnit) }
        if it.first.isFraction, isPartOfTime(start, it.end) { return (it.end, .partOfTime) }
        return nil
    }

    /// "2,000 км": no fraction ends in a nought, so the comma parts thousands, as in English; and containers, as "432,216 TEU",
    /// have no fractions.
    private func isInThousands(_ start: Int, _ number: Numeral, _ unit: QuantityUnit?) -> Bool {
        guard !number.isScaled, number.end == start + 1, document.tokens[start].kind == .number else { return false }
        let token = document.tokens[start]
        guard document.scalars[Int(token.start)..<Int(token.end)].contains(",") else { return false }
        let parts = document.text(start..<start + 1).split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0] != "0" && parts[0].count <= 3 && parts[1].count == 3
            && (parts[1].last == "0" || unit == .plain(.teu))
    }

    private func left(_ range: Range<Int>, _ reason: Omission.Reason) -> Amount? {
        log?.leave(range, .number, reason)
        return nil
    }

    private func finish(_ it: Numbers, at start: Int, in sentence: Range<Int>) -> Amount {
        var amount = Amount(
            range: start..<it.end, core: start..<it.end, value: it.first.value.times(it.factor),
            valueMax: it.second.map { $0.value.times(it.factor) }, unit: it.unit, comparator: it.comparator ?? .eq,
            isScaled: it.first.isScaled, factor: (it.second ?? it.first).scale.times(it.factor))
        if amount.isPercent || amount.isMoney, let sign = sign(before: start) {
            amount.direction = sign
            amount.range = start - 1..<it.end
        }
        return withComparator(amount, in: sentence)
    }

    /// "(+9,4%)", "экспорт −20%": a sign right before the digits that nothing stands right before.
    private func sign(before start: Int) -> Figure.Direction? {
        guard start > 0,
            document.tokens[start].kind == .number || document.mark(at: start, marks.currency) != nil,
            !document.tokens[start].shape.contains(.spaceBefore) || document.isMark(start - 2, "("),
            document.tokens[start - 1].shape.contains(.spaceBefore) || document.isMark(start - 2, "(")

        else { return nil }
        if document.isMark(start - 1, "+") { return .up }
        return document.isDash(start - 1) ? .down : nil
    }

    /// "3–5", "от 3 до 5", "3 или 5": the token after the sign.
    private func rangeSign(at: Int, start: Int) -> Int? {
        if document.isDash(at) {
            // A dash between spaces parts clauses as often as numbers; only digits on both sides make a range.
            let tight = !document.tokens[at].shape.contains(.spaceBefore)
            let next = at + 1
            guard next < document.tokens.count else { return nil }
            return tight || document.tokens[next].kind == .number ? next : nil
        }
        guard opensEnd(at),
            opensRange(start - 1)
        else { return nil }
        return at + 1
    }

    private func opensTimes(_ start: Int) -> Bool {
        var at = start - 1
        while at >= 0, at > start - 4 {
            if document.word(at)?.can(be: .prep) == true { return true }
            // "в рекордные 3,3 раза"
            guard
                document.marks(at: at).contains(where: { $0.kind == marks.comparator })
                    || document.word(at)?.can(be: [.adjf, .plur, .accs]) == true
            else { return false }
            at -= 1
        }
        return false
    }

    // MARK: Around

    /// "в первой половине февраля", "четверть века": a part of a time is no share.
    private func isPartOfTime(_ start: Int, _ end: Int) -> Bool {
        document.mark(at: start - 1, marks.ordinal) != nil || document.mark(at: end, marks.month) != nil
            || document.mark(at: end, marks.season) != nil || document.mark(at: end, marks.time) != nil
    }

    /// "№ 5", "5-й", "5 сентября" read otherwise, "5)" and list numbers are no quantities.
    private func isOrdinalOrLabel(_ start: Int, _ end: Int) -> Bool {
        if document.isMark(start - 1, "№") || document.isMark(end, ")") && !isInBrackets(start) { return true }
        // "статья 6 договора", "ст. 6"
        if end == start + 1,
            document.mark(at: start - 1, marks.label) != nil
                || document.isMark(start - 1, ".") && document.mark(at: start - 2, marks.label)?.range.count == 1
                    && !document.tokens[start - 1].shape.contains(.spaceBefore)
        {
            return true
        }
        if start > 0, !document.tokens[start].shape.contains(.spaceBefore),
            document.isDash(start - 1) || document.isMark(start - 1, "+")
        {
            return document.tokens[start - 2 < 0 ? 0 : start - 2].kind == .word
        }
        if document.isMark(end, "+") { return true }
        return false
    }

    /// "(более 1 млн)": whether a bracket is open before a token.
    private func isInBrackets(_ token: Int) -> Bool {
        let floor = max(document.sentence(of: token).lowerBound, token - Self.longestBracket)
        let last = (floor..<token).last { document.isMark($0, "(") || document.isMark($0, ")") }
        return last.map { document.isMark($0, "(") } ?? false
    }

    /// Tokens back to which a bracket may be open.
    private static let longestBracket = 30

    /// Takes in the words before a number that say how sure it is.
    private func withComparator(_ amount: Amount, in sentence: Range<Int>) -> Amount {
        var amount = amount
        var at = amount.core.lowerBound
        // Prepositions may stand between: "более чем на 40%", "почти в три раза".
        for _ in 0..<4 {
            let before = at - 1
            guard before >= sentence.lowerBound else { break }
            if let mark = comparator(endingAt: at, from: sentence.lowerBound) {
                if let known = Figure.Comparator(rawValue: value(mark)), amount.comparator == .eq {
                    amount.comparator = known
                }
                amount.range = mark.first..<amount.range.upperBound
                at = mark.first
            } else if amount.isPercent || amount.isTimes, isFrame(before), preposition(at: at) == "by" {
                // "превысил прежний показатель на 27%": by how much, and no more than that.
                return amount
            } else if before > sentence.lowerBound,
                document.word(before)?.can(be: .prep) == true || isFrame(before)
            {
                at = before
            } else {
                break
            }
        }
        if amount.comparator == .eq, let known = comparator(over: at, from: sentence.lowerBound) {
            amount.comparator = known
        }
        return amount
    }

    /// "превышает сейчас 32 тысячи", "превысит ранее заявленные 50 трлн": a verb that says how sure the number is, with
    /// an adverb or what agrees with the number between.
    private func comparator(over end: Int, from: Int) -> Figure.Comparator? {
        var at = end
        var end = end
        // "превысил в прошлом году 759 млрд"
        if let date = dates(touching: end - 1..<end).first(where: { $0.range.upperBound == end }),
            date.range.lowerBound > from, date.role == .time
        {
            let isBehind = document.word(date.range.lowerBound)?.can(be: .prep) == true
            at = isBehind ? date.range.lowerBound : date.range.lowerBound - 1
            guard isBehind || document.word(at)?.can(be: .prep) == true, comparator(endingAt: at, from: from) != nil
            else {
                return nil
            }
            // The verb stands right before the time.
            end = at + 1
        }
        while at - 1 >= from, end - at < 3, let word = document.word(at - 1) {
            let best = word.readings[0]
            if let mark = comparator(endingAt: at, from: from), best.intersects([.verb, .infn, .grnd]) {
                return at < end ? Figure.Comparator(rawValue: value(mark)) : nil
            }
            guard best.intersects([.advb, .adjf, .prtf]) else { return nil }
            at -= 1
        }
        return nil
    }

    /// "перешагнул отметку в 3 млрд": a noun between what says how sure the number is and the number.
    private func isFrame(_ token: Int) -> Bool { document.mark(at: token, marks.indicatorFrame) != nil }

    private func comparator(endingAt end: Int, from: Int) -> Mark? {
        for first in stride(from: end - 1, through: max(from, end - 4), by: -1) {
            if let mark = document.marks(at: first).first(where: { $0.kind == marks.comparator && $0.end == end }) {
                return mark
            }
        }
        return nil
    }
}
