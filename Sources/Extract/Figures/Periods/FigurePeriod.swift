import Grammar
import Model
import Morphology

/// What is known of a figure when its time is asked.
struct TimeAsked {
    let amount: Amount
    let indicator: Indicator
    let nature: Figure.Nature
    let clause: Range<Int>
    let sentence: Range<Int>
    let index: Int
    /// Whether a word of its own sentence says what it measures.
    let own: Bool
}

/// What a rule says of a figure's time, where it speaks.
enum TimeVerdict {
    case time(Period)
    /// That the figure has no time.
    case timeless

    init(_ period: Period?) { self = period.map(Self.time) ?? .timeless }

    var period: Period? { if case .time(let period) = self { period } else { nil } }
}

/// The time measured, or for a target the time by which.
extension FigureReader {
    /// The time measured, or for a target the time by which: by what the amount is compared with, by the nearest date
    /// that is of it, and else by the figures told before.
    func period(_ it: TimeAsked) -> Period? {
        if let told = timed[it.amount.core.lowerBound] {
            return it.nature == .actual ? told : Period(from: nil, to: told.to)
        }
        if let verdict = timeByComparison(it) { return verdict.period }
        let mention = nearestTime(it)
        if let paired = pairedPeriod(it.amount, index: it.index) { return paired }
        if let mention { return period(of: mention, it) }
        if let verdict = timeByOwnWords(it) ?? timeLikeBefore(it) { return verdict.period }
        return timeRunningOn(it)
    }

    /// Where what the amount is compared with, or the move that it is an end of, says its time.
    private func timeByComparison(_ it: TimeAsked) -> TimeVerdict? {
        let (amount, sentence) = (it.amount, it.sentence)
        if it.nature == .actual, let months = monthsBefore(amount, sentence: sentence) {
            let before =
                timeBefore(months, sentence: sentence, index: it.index)
                // "3,5 млн тонн (2,9 млн год назад)": with nothing to count from, from today.
                ?? reading.dates(in: sentence).first {
                    $0.rule == "date.ago" && (0...1).contains($0.range.lowerBound - amount.core.upperBound)
                }?.period
            return TimeVerdict(before)
        }
        if let base = bracketed(amount, sentence) {
            if let like = likePeriod(base, index: it.index) { return .time(like) }
            // "чем за аналогичный период прошлого года, когда вывезли 5 млн": like one that nobody tells.
            if isLikeUntold(base, amount) { return .timeless }
            return TimeVerdict(base.date.flatMap { Period(from: $0.firstDay, to: $0.lastDay) } ?? base.period)
        }
        if let same = sameTimeBefore(amount, it.clause, it.index) { return TimeVerdict(same) }
        // "в этом году квоту расширят со 150 до 200 мест": that time is of what it will come to.
        // So it is of what it has come to, but where the time stands right behind what it began with.
        if it.nature == .actual, isStartOfMove(amount), !hasOwnTime(amount, sentence) { return .timeless }
        return isLongAgo(amount, it.clause) || isOfLateYears(amount, sentence) ? .timeless : nil
    }

    /// The date that is of the amount, and costs the least to reach from it.
    private func nearestTime(_ it: TimeAsked) -> CalendarMention? {
        var best: (mention: CalendarMention, cost: Double)?
        for date in reading.dates(in: it.sentence) where !TimeExclusion.excludes(date, it, self) {
            let cost = cost(of: date, it)
            if cost < best?.cost ?? 14 { best = (date, cost) }
        }
        return best?.mention
    }

    /// How far a date is from an amount, in words and in what parts them.
    private func cost(of date: CalendarMention, _ it: TimeAsked) -> Double {
        let isBefore = isBefore(date, it.amount)
        let between = between(date, it.amount)
        var cost = Double(between.count) * 0.3 + reading.separation(between.lowerBound, between.upperBound)
        if !isBefore { cost += 2 }
        // "до 6% с 11% в прошлом году"
        if !isBefore, between.count <= 1, isBehindFrom(it.amount) { cost = 0 }
        // What a sentence begins with is told of all of it.
        if isBefore, date.range.lowerBound - it.sentence.lowerBound <= 1 { cost = min(cost, Self.headCost) }
        // "с 25 млн в 2021 году до 31 млн в 2023 году": a time right behind another amount is of that one.
        if isBefore, isTimeOfAnother(date, it.amount) { cost += 4 }
        return cost
    }

    /// The tokens between a date and an amount that do not overlap.
    func between(_ date: CalendarMention, _ amount: Amount) -> Range<Int> {
        isBefore(date, amount)
            ? date.range.upperBound..<amount.core.lowerBound : amount.core.upperBound..<date.range.lowerBound
    }

    /// The time that a date of the figure's own tells.
    private func period(of mention: CalendarMention, _ it: TimeAsked) -> Period? {
        let (amount, nature) = (it.amount, it.nature)
        if mention.role == .deadline, nature == .actual { return lastPeriod(by: mention) }
        if let same = sameMonths(mention, index: it.index) ?? sameMonthsToldBehind(amount, mention, index: it.index) {
            return same
        }
        if nature != .actual, mention.role == .time, mention.date != nil {
            return Period(from: nil, to: mention.period.to)
        }
        if mention.role == .since, let date = mention.date, isRecordWord(before: mention) {
            return Period(from: date.firstDay, to: date.lastDay)
        }
        if isLevelSince(mention, it) { return nil }
        if isSinceEvent(mention) { return Period(from: mention.period.from, to: nil) }
        return mention.period
    }

    /// "с 2015 года торговля выросла вдвое и достигла 97 млрд": how much it has come to is so now; investment adds up.
    private func isLevelSince(_ mention: CalendarMention, _ it: TimeAsked) -> Bool {
        mention.role == .since && (Self.isTrade(it.indicator) || it.indicator == Indicator("gdp"))
            && it.nature == .actual && !it.amount.isPercent && !it.amount.isTimes
            && mention.period.from?.year != reading.publishedOn?.year
            && (preposition(of: it.amount) == .reaching
                || document.mark(at: it.amount.range.lowerBound - 1, marks.reach) != nil)
    }

    /// Without a date: a year that the sentence leaves out, the time of the move, or what is so now.
    private func timeByOwnWords(_ it: TimeAsked) -> TimeVerdict? {
        if let year = yearLeftOut(before: it.amount, it.sentence) {
            return TimeVerdict(it.nature == .actual ? year : Period(from: nil, to: year.to))
        }
        // "сальдо упало на 19%, до 208 млн": what it has come to is of the time of the move.
        if it.indicator == .other, let last = found.last, last.sentence == it.index,
            last.figure.indicator == it.indicator, last.figure.measure == .change,
            preposition(of: it.amount) == .reaching
        {
            return TimeVerdict(last.figure.period)
        }
        let isNow =
            isOfSpanBefore(it.amount, it.sentence) || isNow(it.amount, it.clause)
            || !document.marks(marks.asOf, in: it.sentence).isEmpty
        return isNow ? .timeless : nil
    }

    /// The time of another figure that the sentence points to.
    private func timeLikeBefore(_ it: TimeAsked) -> TimeVerdict? {
        if let same = samePeriod(it.amount, sentence: it.sentence, index: it.index) { return .time(same) }
        if it.nature == .actual, let like = timeOfBase(it.sentence, it.index) { return .time(like) }
        if it.nature != .actual, let same = sameDeadline(it.clause, it.index) { return .time(same) }
        // "эта цифра на 13% меньше": what points back to a figure is of its time.
        if it.nature == .actual, !it.own, !runsUp(it), let last = recent.last(where: { !$0.isBase }),
            last.figure.indicator == it.indicator, last.figure.nature == .actual, it.index - last.sentence <= 1,
            isSameParagraph(it.index, last.sentence)
        {
            return TimeVerdict(last.figure.period)
        }
        return nil
    }

    /// Whether a figure is of something that adds up over a time.
    func runsUp(_ it: TimeAsked) -> Bool {
        Self.isFlow(it.indicator) || isOfTransfers(it.indicator, it.clause)
    }

    /// "с 5 млн в 2021 году до 7 млн"
    private func hasOwnTime(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        reading.dates(in: sentence).contains { (0...2).contains($0.range.lowerBound - amount.core.upperBound) }
    }

    /// "к концу сентября экспорт вырос": by which something has been.
    func isReachedBy(_ date: CalendarMention, _ amount: Amount, _ clause: Range<Int>) -> Bool {
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

    /// At most this parts a time at the head of a sentence from its amounts.
    private static let headCost = 12.0

    func isBefore(_ date: CalendarMention, _ amount: Amount) -> Bool {
        date.range.upperBound <= amount.core.lowerBound
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

    /// Whether a clause behind a semicolon tells of what is so now.
    func isOfNow(_ clause: Range<Int>) -> Bool {
        document.isMark(clause.lowerBound - 1, ";") && isPresent(clause)
    }

    func isPresent(_ clause: Range<Int>) -> Bool {
        let tenses = clause.compactMap { reading.tense($0) }
        return tenses.contains(.pres) && !tenses.contains(.past)
    }

    func isOver(_ date: CalendarMention) -> Bool {
        guard let to = date.period.to, let today = reading.publishedOn else { return false }
        return to.lastDay.dayNumber < today.firstDay.dayNumber
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
    static func isStock(_ indicator: Indicator) -> Bool {
        ["companies_count", "infrastructure", "people", "flights"].contains(indicator.rawValue)
    }
}
