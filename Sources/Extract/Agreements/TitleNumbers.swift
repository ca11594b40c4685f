import Grammar
import Model
import Morphology

/// Numbers, years and terms within the name of a document.
extension AgreementReader {
    /// "о закупке 64 беспилотников", "на поставку 5 тыс. тонн чая": how much of what, where it is neither money nor a date.
    func count(_ walk: TitleWalk, limit: Int) -> TitleWalk? {
        guard walk.last == .nominal, walk.at == walk.end, let noun = walk.nominals.last,
            reading.dates(touching: walk.at..<walk.at + 1).isEmpty
        else { return nil }
        let amount = reading.amounts(in: walk.at..<walk.at + 1).first
        // "станции мощностью 220 МВт"
        guard isWork(noun) || amount?.unit != nil && document.word(noun)?.can(be: [.noun, .ablt, .sing]) == true else {
            return nil
        }
        if let amount, amount.isMoney || amount.isPercent { return nil }
        let end = max(walk.at + 1, amount?.core.upperBound ?? walk.at + 1)
        guard end < limit, amount?.unit != nil || document.word(end)?.can(be: [.plur, .gent]) == true else {
            return nil
        }
        let isWhole = amount?.unit != nil
        return TitleWalk(
            at: end, end: isWhole ? end : walk.end, last: isWhole ? .nominal : .modifier, nominals: walk.nominals)
    }

    /// "о закупке", "на строительство": a noun of what is done to so many things.
    private func isWork(_ token: Int) -> Bool {
        isAct([token]) || document.word(token)?.lemma.hasSuffix("тво") == true
    }

    /// "энергоблоков № 3 и № 4": numbers that things go by.
    func numbers(_ walk: TitleWalk, limit: Int) -> TitleWalk? {
        func end(of sign: Int) -> Int? {
            sign + 1 < limit && document.isMark(sign, "№") && document.tokens[sign + 1].kind == .number ? sign + 2 : nil
        }
        guard walk.last == .nominal, walk.at == walk.end, var last = end(of: walk.at) else { return nil }
        while isConjunction(last) || document.isMark(last, ","), let next = end(of: last + 1) { last = next }
        return TitleWalk(at: last, end: last, last: .nominal, nominals: walk.nominals)
    }

    /// "на 2022–2026 годы", "до 2035 года", "на период с 2022 по 2026 год": years that belong to the name.
    func term(at: Int, _ walk: TitleWalk) -> TitleWalk? {
        let link = document.mark(at: at, marks.link).map { reading.value($0) }
        // "подпишут соглашение о торговле к концу 2022 года"
        if document.mark(at: at, marks.stop) != nil { return nil }
        // "на период 2031–2033 годов"
        let isSpan = document.mark(at: at - 1, marks.span) != nil
        guard
            let date = reading.dates(touching: at..<at + 2).first(where: {
                $0.range.lowerBound == at || link == "on" && $0.range.lowerBound == at + 1
            }), isTerm(date)
        else { return nil }
        let follows = walk.last == .nominal || walk.last == .head
        guard follows, date.range.lowerBound == at + 1 || link != nil || isSpan else { return nil }
        return TitleWalk(at: date.range.upperBound, end: date.range.upperBound, last: .nominal, nominals: walk.nominals)
    }

    /// "Договор 1973 года о границе", "в соглашение от 3 мая 1996 года о полигонах": when it was signed, between the kind word and
    /// what it is about.
    func year(at: Int, _ walk: TitleWalk) -> TitleWalk? {
        let isInner = walk.last == .nominal && document.mark(at: at - 1, marks.document) != nil
        guard walk.last == .head || isInner, let date = yearDate(at: at) ?? dateFrom(at),
            document.mark(at: date.range.upperBound, marks.link).map({ reading.value($0) }) == "about"
        else { return nil }
        return TitleWalk(at: date.range.upperBound, end: walk.end, last: walk.last, nominals: walk.nominals)
    }

    /// A year that begins at a token.
    func yearDate(at token: Int) -> CalendarMention? {
        reading.dates(touching: token..<token + 1).first {
            $0.range.lowerBound == token && $0.role == .time && $0.date != nil && $0.date?.month == nil
        }
    }

    /// "до 2030 года и на период до 2045 года": the second of two terms.
    func laterTerm(at: Int, _ walk: TitleWalk) -> TitleWalk? {
        guard walk.last == .nominal, walk.at == walk.end, isConjunction(at),
            !reading.dates(touching: at - 1..<at).isEmpty,
            document.mark(at: at + 1, marks.link).map({ reading.value($0) }) == "on",
            document.mark(at: at + 2, marks.span) != nil
        else { return nil }
        return term(at: at + 3, walk)
    }

    /// Whether a date names years as a document's name does: whole years, told in digits.
    func isTerm(_ date: CalendarMention) -> Bool {
        guard date.range.contains(where: { document.tokens[$0].kind == .number }) else { return false }
        let isWhole = date.period.from.map { $0.month == 1 && $0.day == 1 } ?? true
        return isWhole && date.period.to.map { $0.month == 12 && $0.day == 31 } ?? false
    }
}
