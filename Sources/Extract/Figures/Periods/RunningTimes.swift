import Grammar
import Model
import Morphology

/// The time of a figure that its own sentence leaves out: that of the list or of the figures before.
extension FigureReader {
    /// The time of the list or of the figures before it, for what adds up over a time.
    func timeRunningOn(_ it: TimeAsked) -> Period? {
        // How much a plant can give does not run up.
        guard it.nature == .actual, runsUp(it) || it.own && isBalance(it.clause), it.amount.unit != .plain(.watt),
            it.amount.isPercent || !isYearly(it.amount, it.clause)
        else { return nil }
        if let period = listPeriod(it.index) ?? periodBefore(it.index) { return period }
        // "инвестиции составляют 7 млрд" is so now.
        if it.own, it.indicator == Indicator("investment"), found.last?.figure.indicator != it.indicator,
            isPresent(it.clause)
        {
            return nil
        }
        if isOfNextSpeaker(it) || it.indicator == Indicator("share") && isOfNow(it.clause) { return nil }
        // "Оборот за год вырос. На Перу приходится 27% экспорта" is so now; an account of one state keeps its time.
        if it.indicator == Indicator("share"), account == nil, isPresent(it.clause),
            found.last.map({ $0.sentence < it.index }) ?? true
        {
            return nil
        }
        guard let previous = figureGoneOnWith(it) else { return timeOfReport(it) }
        // "выросла с 2000 года в 5 раз": since when something grew is no time of what comes next.
        if previous.sentence < it.index, previous.amount.isTimes, let time = previous.figure.period, time.to == nil,
            time.from?.year != reading.publishedOn?.year
        {
            return nil
        }
        return previous.figure.period ?? timeOfReport(it)
    }

    /// The figure before whose time a sentence keeps that goes on with it.
    private func figureGoneOnWith(_ it: TimeAsked) -> FoundFigure? {
        let rank = Indicator("rank")
        guard
            let last = recent.last(where: { !$0.isBase && ($0.figure.indicator != rank || $0.sentence != it.index) }),
            // "В январе Перу было вторым с долей в 13%. Экспорт составил 5 млн": a place beside another figure is passed over.
            case let previous = last.figure.indicator != rank || !Self.isCounted(it.indicator)
                ? last
                : recent.last(where: { $0.sentence == last.sentence && !$0.isBase && $0.figure.indicator != rank })
                    ?? last,
            previous.figure.nature == .actual,
            Self.isFlow(previous.figure.indicator) || isOfTransfers(previous.trigger), !isAside(previous, it.index),
            isSameParagraph(it.index, previous.sentence), it.index - previous.sentence <= 2 || !it.own
        else { return nil }
        return previous
    }

    /// Whether somebody else speaks than of the figure before, in a paragraph or for a state of his own.
    private func isOfNextSpeaker(_ it: TimeAsked) -> Bool {
        guard let last = found.last, it.own, let told = reading.discourse.speakers[last.sentence],
            let speaker = reading.discourse.speakers[it.index], told != speaker
        else { return false }
        // "…», – сказала премьер. По данным статистики, экспорт достиг 5 млн": a body of no state's own tells of the same.
        guard let own = reading.discourse.own[it.index], let before = reading.discourse.own[last.sentence] else {
            return !isSameParagraph(it.index, last.sentence)
        }
        return !isSameParagraph(it.index, last.sentence) || own != before
    }

    /// A report on trade goes on with its period over several paragraphs, and to its end where it has only one.
    private func timeOfReport(_ it: TimeAsked) -> Period? {
        let (indicator, nature, clause, index) = (it.indicator, it.nature, it.clause, it.index)
        let isInvestment =
            indicator == Indicator("investment")
            && (!listed.isEmpty || !document.marks(marks.abroad, in: document.sentences[index]).isEmpty
                || isTold(clause, index))
        let isSupply = indicator == Indicator("energy") && it.amount.unit != .plain(.watt) && isTold(clause, index)
        // "Крупнейшие инвесторы:", "– Перу – 5%;"
        let whole = document.sentences[(bullet == nil ? nil : reading.listHead(of: index)) ?? index]
        // A report on one state keeps its time for all that it tells of the same.
        let isTrade =
            Self.isTrade(indicator) || isSupply
            || indicator == Indicator("share") && (onlyHome != nil || isTold(document.sentences[index], index))
                && isOfTrade(whole)
        let isOfCapital = document.marks(marks.indicator, in: whole).contains { mark in
            marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("investment") } == true
        }
        func isLike(_ figure: Figure) -> Bool {
            isTrade
                ? Self.isTrade(figure.indicator) || figure.indicator == Indicator("energy")
                    || isOfCapital && figure.indicator == Indicator("investment")
                : figure.indicator == indicator
        }
        guard nature == .actual,
            isTrade || isInvestment || isOfTransfers(indicator, clause)
                || indicator == Indicator("passengers") && (onlyHome != nil || isTold(clause, index)),
            let last = recent.last(where: {
                isLike($0.figure) && $0.figure.nature == .actual && !$0.isBase && !isAside($0, index)
            })
        else { return isTrade && nature == .actual && !isPresent(clause) ? titlePeriod() : nil }
        // "экспорт в Перу составил 5 млн. Далее следуют Чили (3 млн) и Куба (2 млн)"
        if index - last.sentence == 1, !listed.isEmpty, let order = ranking, index - order.sentence == 1 {
            return last.figure.period
        }
        if index - last.sentence <= 3, isSameParagraph(index, last.sentence) || isOfOneTime(index) {
            return last.figure.period
        }
        guard let period = last.figure.period, index - last.sentence <= 12 else { return nil }
        let isOnly = found.suffix(Self.reportReach).allSatisfy {
            !isLike($0.figure) || $0.figure.nature != .actual || $0.figure.period == period
        }
        return isOnly ? period : nil
    }

    /// The one time that the title tells, where no figure has told another yet.
    private func titlePeriod() -> Period? {
        let times = reading.dates(in: reading.frame.titleTokens).filter {
            $0.role == .time && !isDay($0) && !isBase($0)
        }
        guard let period = times.only?.period, !isAhead(period), found.allSatisfy({ $0.figure.period == nil }) else {
            return nil
        }
        return period
    }

    /// Whether words tell only of what has been, or stand in a line of a list without a verb, in a report of one time.
    private func isTold(_ range: Range<Int>, _ index: Int) -> Bool {
        let tenses = range.compactMap { reading.tense($0) }
        let periods = Set(found.suffix(Self.reportReach).filter { !$0.isBase }.compactMap(\.figure.period))
        return (tenses.contains(.past) || tenses.isEmpty && (bullet != nil || isLine(document.sentences[index])))
            && !tenses.contains(.pres) && !tenses.contains(.futr) && periods.count == 1
    }

    /// How many figures back a report's period is looked for.
    private static let reportReach = 24

    /// "дефицит составил 3 млн": what is left of a trade of which the words before told.
    private func isBalance(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.balance, in: clause).isEmpty
    }

    /// The time of a list, told before its colon: "за 2019–2024 годы торговля изменилась так:".
    private func listPeriod(_ index: Int) -> Period? {
        guard let head = reading.listHead(of: index) else { return nil }
        let times = reading.dates(in: document.sentences[head]).filter { $0.role == .time && !isDay($0) && !isBase($0) }
        return times.count == 1 ? times[0].period : nil
    }

    /// "Кения сократила закупки в феврале. Импорт составил 5 млн": the time of a sentence that tells of the same without a
    /// number.
    private func periodBefore(_ index: Int) -> Period? {
        // What is quoted right behind it goes on, over the end of a paragraph too.
        let isQuoted =
            index > 0 && reading.discourse.speakers[index] != nil
            && reading.discourse.speakers[index] == reading.discourse.speakers[index - 1]
        guard antecedentSentence == index - 1,
            isSameParagraph(index, index - 1) || isQuoted || found.isEmpty && isLead(index - 1),
            !reading.frame.titleTokens.contains(document.sentences[index - 1].lowerBound)
        else { return nil }
        let times = timesBefore(index)
        return times.count == 1 ? times[0].period : nil
    }

    /// Whether a sentence is the first of an article below its title, of which the next paragraph tells more.
    private func isLead(_ index: Int) -> Bool {
        index == (reading.frame.titleTokens.isEmpty ? 0 : 1)
    }

    /// Whether a figure looked back to a time long before that of the figures around it.
    func isAside(_ previous: FoundFigure, _ index: Int) -> Bool {
        guard previous.sentence < index, let to = previous.figure.period?.to else { return false }
        if isMonthWithin(previous, index) { return true }
        guard
            !isSameParagraph(index, previous.sentence) || !opensParagraph(previous)
        else { return false }
        return found.suffix(Self.asideReach).contains {
            guard $0.figure.nature == .actual, $0.sentence < previous.sentence, let from = $0.figure.period?.from else {
                return false
            }
            return from.firstDay.dayNumber > to.lastDay.dayNumber
        }
    }

    /// Whether a paragraph begins with the sentence of a figure: it is of that time.
    private func opensParagraph(_ figure: FoundFigure) -> Bool {
        var index = figure.sentence
        while index > 0, !document.tokens[document.sentences[index].lowerBound].shape.contains(.lineStart) {
            index -= 1
            guard reading.dates(in: document.sentences[index]).isEmpty else { return false }
        }
        return true
    }

    /// How many figures back the time that an aside left is looked for.
    private static let asideReach = 5

    /// "5 млн тонн в год", "годовой оборот": of each year, and of none.
    private func isYearly(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let near =
            max(clause.lowerBound, amount.core.lowerBound - 8)..<min(amount.core.upperBound + 4, clause.upperBound)
        return document.marks(marks.yearly, in: near.lowerBound..<max(near.lowerBound, near.upperBound)).contains {
            document.mark(at: $0.end, marks.reckoning) == nil
        }
    }

    /// Whether money is told of as sent by people, here or right before.
    func isOfTransfers(_ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        indicator == Indicator("finance")
            && (!document.marks(marks.transfer, in: clause).isEmpty
                || found.last?.figure.indicator == indicator && found.suffix(3).contains { isOfTransfers($0.trigger) })
    }

    /// What statistics tell over one time in a row.
    private static func isCounted(_ indicator: Indicator) -> Bool {
        isTrade(indicator) || ["share", "passengers"].contains(indicator.rawValue)
    }

    static func isTrade(_ indicator: Indicator) -> Bool {
        ["trade_turnover", "exports", "imports", "freight"].contains(indicator.rawValue)
    }
}
