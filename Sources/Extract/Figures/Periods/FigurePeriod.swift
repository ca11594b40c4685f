import Grammar
import Model
import Morphology

/// The time measured, or for a target the time by which.
extension FigureReader {
    /// The time measured, or for a target the time by which.
    func period(
        _ amount: Amount, indicator: Indicator, nature: Figure.Nature, clause: Range<Int>, sentence: Range<Int>,
        index: Int, own: Bool
    ) -> Period? {
        if nature == .actual, let months = monthsBefore(amount, sentence: sentence) {
            return timeBefore(months, sentence: sentence, index: index)
                // "3,5 млн тонн (2,9 млн год назад)": with nothing to count from, from today.
                ?? reading.dates(in: sentence).first {
                    $0.rule == "date.ago" && (0...1).contains($0.range.lowerBound - amount.core.upperBound)
                }?.period
        }
        if let base = bracketed(amount, sentence) {
            if let like = likePeriod(base, index: index) { return like }
            // "чем за аналогичный период прошлого года, когда вывезли 5 млн": like one that nobody tells.
            if isLikeUntold(base, amount) { return nil }
            return base.date.flatMap { Period(from: $0.firstDay, to: $0.lastDay) } ?? base.period
        }
        if let same = sameTimeBefore(amount, clause, index) { return same }
        // "в этом году квоту расширят со 150 до 200 мест": that time is of what it will come to.
        // So it is of what it has come to, but where the time stands right behind what it began with.
        if nature == .actual, isStartOfMove(amount), !hasOwnTime(amount, sentence) { return nil }
        if isLongAgo(amount, clause) || isOfLateYears(amount, sentence) { return nil }
        var best: (mention: CalendarMention, cost: Double)?
        for date in reading.dates(in: sentence)
        where !isDay(date) && !isBase(date) && !isPartOfName(date) && !isSigning(date) && !isEmbedded(date, amount)
            && !isCompared(date, with: amount) && !isRecordSince(date, amount)
            && !isOfSaying(date, amount) && !isAsOf(date)
        {
            // A stock has no time but the one told right with it.
            if Self.isStock(indicator), date.role == .time || date.role == .since,
                !clause.overlaps(date.range) || isOfNextVerb(date, amount) || isAdjective(amount)
            {
                continue
            }
            // "к 2028 году мощность доведут до 5 млн тонн, а по линии длиной 162 км пойдут поезда"
            if indicator == Indicator("infrastructure"), date.role == .deadline, !clause.overlaps(date.range) {
                continue
            }
            // "оборот в прошлом году вырос; 96% платежей идет в рублях": what is so now.
            if indicator == Indicator("share"), date.role == .time, isOfNow(clause),
                date.range.upperBound <= clause.lowerBound
            {
                continue
            }
            // "из 200 фирм 35 создано в этом году"
            if Self.isStock(indicator), date.range.lowerBound > amount.core.upperBound,
                reading.amounts(in: amount.core.upperBound..<date.range.lowerBound).first != nil
            {
                continue
            }
            // "на 53% – с 2 млн в 2017 году до 4 млн в 2018 году": the first time is only where it began.
            if amount.isPercent || amount.isTimes || preposition(of: amount) == .by, isOfStart(date, amount) {
                continue
            }
            // "в 2019 году было 17, теперь их 61"
            if isBefore(date, amount), nature == .actual,
                !document.marks(marks.now, in: date.range.upperBound..<amount.core.lowerBound).isEmpty
            {
                continue
            }
            // "долг на май 2024 года – 6 млрд": how much it was then, and not over what time.
            if nature == .actual, date.rule.hasPrefix("date.month"),
                [date.range.lowerBound, date.range.lowerBound - 1].contains(where: {
                    reading.preposition(at: $0) == "by"
                })
            {
                continue
            }
            if isOfAnotherClause(date, amount, sentence) || isBeforeEllipsis(date, amount) || isOfBracket(date, amount)
            {
                continue
            }
            let isBefore = date.range.upperBound <= amount.core.lowerBound
            // The number may be the date's own: "25 апреля" of a text that has lost a word.
            guard isBefore || amount.core.upperBound <= date.range.lowerBound else { continue }
            let between =
                isBefore
                ? date.range.upperBound..<amount.core.lowerBound : amount.core.upperBound..<date.range.lowerBound
            if date.role == .deadline, nature == .actual,
                !isReachedBy(date, amount, clause) || isComparison(amount, clause: clause)
            {
                continue
            }
            // What is still to come is not told of a year that is over.
            if nature != .actual, date.role == .time, isOver(date) { continue }
            var cost = Double(between.count) * 0.3 + reading.separation(between.lowerBound, between.upperBound)
            if !isBefore { cost += 2 }
            // "27 млн, из которых 2 млн – с начала года"
            if !isBefore, document.marks(marks.which, in: between).first != nil { continue }
            // "до 6% с 11% в прошлом году"
            if !isBefore, between.count <= 1, isBehindFrom(amount) { cost = 0 }
            // What a sentence begins with is told of all of it.
            if isBefore, date.range.lowerBound - sentence.lowerBound <= 1 { cost = min(cost, Self.headCost) }
            // "с 25 млн в 2021 году до 31 млн в 2023 году": a time right behind another amount is of that one.
            if isBefore, isTimeOfAnother(date, amount) { cost += 4 }
            if cost < best?.cost ?? 14 { best = (date, cost) }
        }
        if let paired = pairedPeriod(amount, index: index) { return paired }
        if let mention = best?.mention {
            if mention.role == .deadline, nature == .actual { return lastPeriod(by: mention) }
            if let same = sameMonths(mention, index: index) ?? sameMonthsToldBehind(amount, mention, index: index) {
                return same
            }
            if nature != .actual, mention.role == .time, mention.date != nil {
                return Period(from: nil, to: mention.period.to)
            }
            if mention.role == .since, let date = mention.date, isRecordWord(before: mention) {
                return Period(from: date.firstDay, to: date.lastDay)
            }
            // "с 2015 года торговля выросла вдвое и достигла 97 млрд": how much it has come to is so now; investment adds up.
            if mention.role == .since, Self.isTrade(indicator) || indicator == Indicator("gdp"), nature == .actual,
                !amount.isPercent, !amount.isTimes,
                mention.period.from?.year != reading.publishedOn?.year,
                preposition(of: amount) == .reaching
                    || document.mark(at: amount.range.lowerBound - 1, marks.reach) != nil
            {
                return nil
            }
            if isSinceEvent(mention) { return Period(from: mention.period.from, to: nil) }
            return mention.period
        }
        if let year = yearLeftOut(before: amount, sentence) {
            return nature == .actual ? year : Period(from: nil, to: year.to)
        }
        // "сальдо упало на 19%, до 208 млн": what it has come to is of the time of the move.
        if indicator == .other, let last = found.last, last.sentence == index, last.figure.indicator == indicator,
            last.figure.measure == .change, preposition(of: amount) == .reaching
        {
            return last.figure.period
        }
        if isOfSpanBefore(amount, sentence) { return nil }
        if isNow(amount, clause) || !document.marks(marks.asOf, in: sentence).isEmpty {
            return nil
        }
        if let same = samePeriod(amount, sentence: sentence, index: index) { return same }
        if nature == .actual, let like = timeOfBase(sentence, index) { return like }
        if nature != .actual, let same = sameDeadline(clause, index) { return same }
        // "эта цифра на 13% меньше": what points back to a figure is of its time.
        let runsUp = Self.isFlow(indicator) || isOfTransfers(indicator, clause)
        if nature == .actual, !own, !runsUp, let last = recent.last(where: { !$0.isBase }),
            last.figure.indicator == indicator,
            last.figure.nature == .actual, index - last.sentence <= 1, isSameParagraph(index, last.sentence)
        {
            return last.figure.period
        }
        // How much a plant can give does not run up.
        guard nature == .actual, runsUp || own && isBalance(clause), amount.unit != .plain(.watt),
            amount.isPercent || !isYearly(amount, clause)
        else { return nil }
        if let period = listPeriod(index) ?? periodBefore(index) { return period }
        // "инвестиции составляют 7 млрд" is so now.
        if own, indicator == Indicator("investment"), found.last?.figure.indicator != indicator, isPresent(clause) {
            return nil
        }
        if let last = found.last, own, let told = reading.discourse.speakers[last.sentence],
            let speaker = reading.discourse.speakers[index], told != speaker,
            !isSameParagraph(index, last.sentence)
                || reading.discourse.own[index] != reading.discourse.own[last.sentence]
        {
            return nil
        }
        if indicator == Indicator("share"), isOfNow(clause) { return nil }
        // A sentence that goes on with the figure of the one before keeps its time.
        guard
            let previous = recent.last(where: {
                !$0.isBase && ($0.figure.indicator != Indicator("rank") || $0.sentence != index)
            }), previous.figure.nature == .actual,
            Self.isFlow(previous.figure.indicator) || isOfTransfers(previous.trigger), !isAside(previous, index),
            isSameParagraph(index, previous.sentence), index - previous.sentence <= 2 || !own
        else { return reportPeriod(amount, indicator, nature: nature, clause: clause, index: index) }
        // "выросла с 2000 года в 5 раз": since when something grew is no time of what comes next.
        if previous.sentence < index, previous.amount.isTimes, let time = previous.figure.period, time.to == nil,
            time.from?.year != reading.publishedOn?.year
        {
            return nil
        }
        return previous.figure.period
            ?? reportPeriod(amount, indicator, nature: nature, clause: clause, index: index)
    }

    /// "с 5 млн в 2021 году до 7 млн"
    private func hasOwnTime(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        reading.dates(in: sentence).contains { (0...2).contains($0.range.lowerBound - amount.core.upperBound) }
    }

    /// "к концу сентября экспорт вырос": by which something has been.
    private func isReachedBy(_ date: CalendarMention, _ amount: Amount, _ clause: Range<Int>) -> Bool {
        clause.overlaps(date.range) && date.range.upperBound <= amount.core.lowerBound
            && governingTense(amount, clause: clause) == .past
    }

    /// The last such day before the article was written.
    private func lastPeriod(by mention: CalendarMention) -> Period? {
        guard let to = mention.period.to, let today = reading.publishedOn else { return mention.period }
        guard let month = to.month, let first = PartialDate(year: to.year, month: month),
            first.firstDay.dayNumber > today.lastDay.dayNumber
        else { return mention.period }
        return Period(from: nil, to: PartialDate(year: to.year - 1, month: month)?.lastDay)
    }

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
        guard antecedentSentence == index - 1, isSameParagraph(index, index - 1) || isQuoted,
            !reading.frame.titleTokens.contains(document.sentences[index - 1].lowerBound)
        else { return nil }
        let times = timesBefore(index)
        return times.count == 1 ? times[0].period : nil
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

    /// At most this parts a time at the head of a sentence from its amounts.
    private static let headCost = 12.0

    /// How many figures back the time that an aside left is looked for.
    private static let asideReach = 5

    private func isBefore(_ date: CalendarMention, _ amount: Amount) -> Bool {
        date.range.upperBound < amount.core.lowerBound
    }

    /// Whether a time begins after the article was written.
    func isAhead(_ period: Period) -> Bool {
        guard let from = period.from, let today = reading.publishedOn else { return false }
        return from.firstDay.dayNumber > today.lastDay.dayNumber
    }

    func isToCome(_ date: CalendarMention) -> Bool {
        guard let to = date.period.to, let today = reading.publishedOn else { return false }
        return to.lastDay.dayNumber > today.lastDay.dayNumber
    }

    /// "5 млн тонн в год", "годовой оборот": of each year, and of none.
    private func isYearly(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let near =
            max(clause.lowerBound, amount.core.lowerBound - 8)..<min(amount.core.upperBound + 4, clause.upperBound)
        return document.marks(marks.yearly, in: near.lowerBound..<max(near.lowerBound, near.upperBound)).contains {
            document.mark(at: $0.end, marks.reckoning) == nil
        }
    }

    /// Whether a clause behind a semicolon tells of what is so now.
    private func isOfNow(_ clause: Range<Int>) -> Bool {
        document.isMark(clause.lowerBound - 1, ";") && isPresent(clause)
    }

    private func isPresent(_ clause: Range<Int>) -> Bool {
        let tenses = clause.compactMap { reading.tense($0) }
        return tenses.contains(.pres) && !tenses.contains(.past)
    }

    private func isOver(_ date: CalendarMention) -> Bool {
        guard let to = date.period.to, let today = reading.publishedOn else { return false }
        return to.lastDay.dayNumber < today.firstDay.dayNumber
    }

    /// A report on trade goes on with its period over several paragraphs, and to its end where it has only one.
    private func reportPeriod(
        _ amount: Amount, _ indicator: Indicator, nature: Figure.Nature, clause: Range<Int>, index: Int
    ) -> Period? {
        let isInvestment =
            indicator == Indicator("investment")
            && (!listed.isEmpty || !document.marks(marks.abroad, in: document.sentences[index]).isEmpty)
        let isSupply = indicator == Indicator("energy") && amount.unit != .plain(.watt) && isTold(clause, index)
        // A report on one state keeps its time for all that it tells of the same.
        let isTrade =
            Self.isTrade(indicator) || isSupply
            || indicator == Indicator("share") && (onlyHome != nil || isTold(document.sentences[index], index))
                && isOfTrade(document.sentences[index])
        func isLike(_ figure: Figure) -> Bool {
            isTrade
                ? Self.isTrade(figure.indicator) || figure.indicator == Indicator("energy")
                : figure.indicator == indicator
        }
        guard nature == .actual,
            isTrade || isInvestment || isOfTransfers(indicator, clause)
                || indicator == Indicator("passengers") && (onlyHome != nil || isTold(clause, index)),
            let last = recent.last(where: {
                isLike($0.figure) && $0.figure.nature == .actual && !$0.isBase && !isAside($0, index)
            })
        else { return isTrade && nature == .actual && !isPresent(clause) ? titlePeriod() : nil }
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

    /// Whether money is told of as sent by people, here or right before.
    private func isOfTransfers(_ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        indicator == Indicator("finance")
            && (!document.marks(marks.transfer, in: clause).isEmpty
                || found.last?.figure.indicator == indicator && found.suffix(3).contains { isOfTransfers($0.trigger) })
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

    private static func isTrade(_ indicator: Indicator) -> Bool {
        ["trade_turnover", "exports", "imports", "freight"].contains(indicator.rawValue)
    }

    /// Quantities that run up over a time, unlike stocks such as companies, projects and documents.
    static func isFlow(_ indicator: Indicator) -> Bool {
        switch indicator.rawValue {
        case "trade_turnover", "exports", "imports", "investment", "freight", "passengers", "energy", "agriculture",
            "gdp",
            "share":
            true
        default: false
        }
    }

    /// What is there, and does not run up over a time.
    private static func isStock(_ indicator: Indicator) -> Bool {
        ["companies_count", "infrastructure", "people", "flights"].contains(indicator.rawValue)
    }
}
