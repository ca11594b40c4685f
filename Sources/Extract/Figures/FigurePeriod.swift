import Grammar
import Model

extension FigureReader {
    /// The time measured, or for a target the time by which.
    func period(
        _ amount: Amount, indicator: Indicator, nature: Figure.Nature, clause: Range<Int>, sentence: Range<Int>,
        index: Int, own: Bool
    ) -> Period? {
        if let base = bracketed(amount, sentence) {
            if let like = likePeriod(base, index: index) { return like }
            return base.date.flatMap { Period(from: $0.firstDay, to: $0.lastDay) } ?? base.period
        }
        if isLongAgo(amount, clause) { return nil }
        var best: (mention: CalendarMention, cost: Double)?
        for date in reading.dates(in: sentence)
        where !isDay(date) && !isBase(date) && !isPartOfName(date) && !isSigning(date) && !isEmbedded(date, amount)
            && !isCompared(date, with: amount) && !isRecordSince(date, amount)
            && !isOfSaying(date, amount) && !isAsOf(date)
        {
            // A stock has no time but the one told right with it.
            if Self.isStock(indicator), date.role == .time, !clause.overlaps(date.range) { continue }
            let isBefore = date.range.upperBound <= amount.core.lowerBound
            // The number may be the date's own: "25 апреля" of a text that has lost a word.
            guard isBefore || amount.core.upperBound <= date.range.lowerBound else { continue }
            let between =
                isBefore
                ? date.range.upperBound..<amount.core.lowerBound : amount.core.upperBound..<date.range.lowerBound
            if date.role == .deadline && nature == .actual { continue }
            // What is still to come is not told of a year that is over.
            if nature != .actual, date.role == .time, isOver(date) { continue }
            var cost = Double(between.count) * 0.3 + reading.separation(between.lowerBound, between.upperBound)
            if !isBefore { cost += 2 }
            // "27 млн, из которых 2 млн – с начала года"
            if !isBefore, document.marks(marks.which, in: between).first != nil { continue }
            // What a sentence begins with is told of all of it.
            if isBefore, date.range.lowerBound - sentence.lowerBound <= 1 { cost = min(cost, Self.headCost) }
            // "с 25 млн в 2021 году до 31 млн в 2023 году": a time right behind another amount is of that one.
            if isBefore, isTimeOfAnother(date, amount) { cost += 4 }
            if cost < best?.cost ?? 14 { best = (date, cost) }
        }
        if let mention = best?.mention {
            if let same = sameMonths(mention, index: index) { return same }
            if nature != .actual, mention.role == .time, mention.date != nil {
                return Period(from: nil, to: mention.period.to)
            }
            if mention.role == .since, let date = mention.date, isRecordWord(before: mention) {
                return Period(from: date.firstDay, to: date.lastDay)
            }
            if isSinceEvent(mention) { return Period(from: mention.period.from, to: nil) }
            return mention.period
        }
        if !document.marks(marks.now, in: clause).isEmpty || !document.marks(marks.asOf, in: sentence).isEmpty {
            return nil
        }
        if let same = samePeriod(amount, sentence: sentence, index: index) { return same }
        // "эта цифра на 13% меньше": what points back to a figure is of its time.
        if nature == .actual, !own, !Self.isFlow(indicator), let last = found.last, last.figure.indicator == indicator,
            last.figure.nature == .actual, index - last.sentence <= 1, isSameParagraph(index, last.sentence)
        {
            return last.figure.period
        }
        guard nature == .actual, Self.isFlow(indicator), !isYearly(amount, clause) else { return nil }
        if let period = listPeriod(index) ?? periodBefore(index) { return period }
        // "инвестиции составляют 7 млрд" is so now.
        if own, indicator == Indicator("investment"), found.last?.figure.indicator != indicator, isPresent(clause) {
            return nil
        }
        if let last = found.last, own, let told = reading.discourse.speakers[last.sentence],
            let speaker = reading.discourse.speakers[index], told != speaker
        {
            return nil
        }
        // A sentence that goes on with the figure of the one before keeps its time.
        guard let previous = found.last(where: { !$0.isBase }), previous.figure.nature == .actual,
            Self.isFlow(previous.figure.indicator), !isAside(previous, index),
            isSameParagraph(index, previous.sentence), index - previous.sentence <= 2 || !own
        else { return reportPeriod(indicator, nature: nature, index: index) }
        return previous.figure.period ?? reportPeriod(indicator, nature: nature, index: index)
    }

    /// "за этот же период": the time told last, where no other follows: "за тот же период прошлого года".
    private func samePeriod(_ amount: Amount, sentence: Range<Int>, index: Int) -> Period? {
        guard
            let mark = document.marks(marks.samePeriod, in: sentence).first(where: { mark in
                !reading.dates(in: sentence).contains { (0...1).contains($0.range.lowerBound - mark.end) }
            }), !document.marks(marks.base, in: sentence).contains(where: { $0.end == mark.first })
        else { return nil }
        let last = found.last { $0.figure.nature == .actual && $0.figure.period != nil && !$0.isBase }
        guard let last, index - last.sentence <= 4 else { return timesBefore(index).last?.period }
        return timesBefore(index).last { _ in last.sentence < index - 1 }?.period ?? last.figure.period
    }

    /// The times that the sentence before tells, where no figure stands in it.
    private func timesBefore(_ index: Int) -> [CalendarMention] {
        guard index > 0, (found.last?.sentence ?? -1) < index - 1 else { return [] }
        return reading.dates(in: document.sentences[index - 1]).filter {
            $0.role == .time && !isDay($0) && !isBase($0) && !isPartOfName($0) && !isSigning($0)
        }
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
        guard antecedentSentence == index - 1, isSameParagraph(index, index - 1),
            !reading.frame.titleTokens.contains(document.sentences[index - 1].lowerBound)
        else { return nil }
        let times = timesBefore(index)
        return times.count == 1 ? times[0].period : nil
    }

    /// Whether a figure looked back to a time long before that of the figures around it.
    private func isAside(_ previous: FoundFigure, _ index: Int) -> Bool {
        guard previous.sentence < index, let to = previous.figure.period?.to,
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

    /// "самый высокий показатель с марта 2023 года", "впервые с 2021 года": since when nothing was like it. What a clause behind
    /// tells of that time is measured in it: "впервые с 2021 года, когда закупки достигли 5 млн".
    private func isRecordSince(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let first = date.range.lowerBound
        guard
            document.mark(at: first, marks.preposition).map({ reading.value($0) == "from" }) ?? false
                || document.mark(at: first - 1, marks.preposition).map({ reading.value($0) == "from" }) ?? false
        else { return false }
        guard isRecordWord(before: date) else { return false }
        let behind = date.range.upperBound..<max(date.range.upperBound, amount.core.lowerBound)
        return !behind.contains { document.isMark($0, ",") && reading.opensClause($0 + 1) }
    }

    /// Whether a time stands right behind an amount, and another right behind the one at hand.
    private func isTimeOfAnother(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let sentence = document.sentence(of: date.range.lowerBound)
        guard
            reading.dates(in: sentence).contains(where: {
                (0...2).contains($0.range.lowerBound - amount.core.upperBound)
            })
        else { return false }
        return reading.amounts.contains {
            $0.core.lowerBound >= sentence.lowerBound && (0...2).contains(date.range.lowerBound - $0.core.upperBound)
        }
    }

    /// "чем 5 млн в 2015 году", "против 360 млн в 2021 году": what a figure is compared with, and its time behind it.
    private func compared(_ amount: Amount, _ sentence: Range<Int>) -> CalendarMention? {
        guard !amount.isPercent, !amount.isTimes,
            document.marks(marks.base, in: sentence).contains(where: {
                $0.end <= amount.core.lowerBound && amount.core.lowerBound - $0.end <= 3
            })
        else { return nil }
        return reading.dates(in: sentence).first {
            let gap = $0.range.lowerBound - amount.core.upperBound
            let isBased = (3...4).contains(gap) && document.mark(at: amount.core.upperBound, marks.base) != nil
            return ((0...2).contains(gap) || isBased) && $0.role == .time
        }
    }

    /// "чем в июне прошлого года (2,3 млн)": the amount in brackets is of the time that the figure is compared with.
    func bracketed(_ amount: Amount, _ sentence: Range<Int>) -> CalendarMention? {
        if let compared = compared(amount, sentence) { return compared }
        return reading.dates(in: sentence).first { date in
            document.isMark(date.range.upperBound, "(") && amount.core.upperBound < document.tokens.count
                && amount.core.lowerBound > date.range.upperBound
                && amount.range.lowerBound - date.range.upperBound <= 2 && isBase(date)
        }
    }

    /// "(чем за аналогичный период прошлого года)": the time of the figure before, in another year.
    private func likePeriod(_ base: CalendarMention, index: Int) -> Period? {
        guard let date = base.date, date.month == nil,
            let last = found.last(where: { !$0.isBase && $0.figure.period != nil }), index - last.sentence <= 2,
            let period = last.figure.period, let from = period.from, let to = period.to, from.year == to.year,
            date.year < from.year
        else { return nil }
        let before = max(document.sentence(of: base.range.lowerBound).lowerBound, base.range.lowerBound - 4)
        guard document.marks(marks.base, in: before..<base.range.lowerBound).contains(where: { $0.range.count >= 2 })
        else { return nil }
        return Period(
            from: PartialDate(year: date.year, month: from.month!)?.firstDay,
            to: PartialDate(year: date.year, month: to.month!)?.lastDay)
    }

    /// "еще пару лет назад был около половины": a time that is no more exact than that.
    private func isLongAgo(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let near = clause.clamped(to: max(0, amount.core.lowerBound - 10)..<amount.core.upperBound + 6)
        return document.marks(marks.ago, in: near).contains { document.mark(at: $0.first - 1, marks.time) != nil }
    }

    private func isToCome(_ date: CalendarMention) -> Bool {
        guard let to = date.period.to, let today = reading.publishedOn else { return false }
        return to.lastDay.dayNumber > today.lastDay.dayNumber
    }

    /// "весной министр отметил, что": the time of saying it.
    private func isOfSaying(_ date: CalendarMention, _ amount: Amount) -> Bool {
        guard date.range.upperBound < amount.core.lowerBound else { return false }
        let between = date.range.upperBound..<amount.core.lowerBound
        return document.marks(marks.speech, in: between).contains { mark in
            mark.first - date.range.upperBound <= 8 && reading.isFiniteVerb(mark.first)
                && (mark.end..<min(mark.end + 10, between.upperBound)).contains {
                    document.isMark($0, ",") && document.mark(at: $0 + 1, marks.relative) != nil
                }
        }
    }

    /// "с момента вступления в банк в 1995 году": open at the end.
    private func isSinceEvent(_ date: CalendarMention) -> Bool {
        let first = max(document.sentence(of: date.range.lowerBound).lowerBound, date.range.lowerBound - 7)
        return document.marks(marks.eventTime, in: first..<date.range.lowerBound).contains { mark in
            !(mark.end..<date.range.lowerBound).contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
        }
    }

    /// "по состоянию на конец августа"
    private func isAsOf(_ date: CalendarMention) -> Bool {
        let first = max(document.sentence(of: date.range.lowerBound).lowerBound, date.range.lowerBound - 4)
        return document.marks(marks.asOf, in: first..<date.range.upperBound).contains {
            $0.first <= date.range.lowerBound && date.range.lowerBound - $0.end <= 1
        }
    }

    /// "5 млн тонн в год", "годовой оборот": of each year, and of none.
    private func isYearly(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let near =
            max(clause.lowerBound, amount.core.lowerBound - 8)..<min(amount.core.upperBound + 4, clause.upperBound)
        return !document.marks(marks.yearly, in: near.lowerBound..<max(near.lowerBound, near.upperBound)).isEmpty
    }

    private func isPresent(_ clause: Range<Int>) -> Bool {
        let tenses = clause.compactMap { reading.tense($0) }
        return tenses.contains(.pres) && !tenses.contains(.past)
    }

    private func isRecordWord(before date: CalendarMention) -> Bool {
        let first = date.range.lowerBound
        let before = max(document.sentence(of: first).lowerBound, first - 7)..<first
        guard let record = document.marks(marks.record, in: before).last else { return false }
        return !(record.end..<first).contains { document.isMark($0, ",") }
    }

    private func isOver(_ date: CalendarMention) -> Bool {
        guard let to = date.period.to, let today = reading.publishedOn else { return false }
        return to.lastDay.dayNumber < today.firstDay.dayNumber
    }

    /// A report on trade goes on with its period over several paragraphs, and to its end where it has only one.
    private func reportPeriod(_ indicator: Indicator, nature: Figure.Nature, index: Int) -> Period? {
        guard nature == .actual, Self.isTrade(indicator),
            let last = found.last(where: {
                Self.isTrade($0.figure.indicator) && $0.figure.nature == .actual && !$0.isBase && !isAside($0, index)
            })
        else { return nil }
        if index - last.sentence <= 3 { return last.figure.period }
        guard let period = last.figure.period, index - last.sentence <= 12 else { return nil }
        let isOnly = found.suffix(Self.reportReach).allSatisfy {
            !Self.isTrade($0.figure.indicator) || $0.figure.nature != .actual || $0.figure.period == period
        }
        return isOnly ? period : nil
    }

    /// How many figures back a report's period is looked for.
    private static let reportReach = 24

    /// "за те же семь месяцев", "за полгода" without a year: the time of the figures before, when it is as long.
    private func sameMonths(_ mention: CalendarMention, index: Int) -> Period? {
        guard
            !mention.range.contains(where: {
                document.tokens[$0].kind == .number && document.text($0..<$0 + 1).count >= 4
            }),
            document.marks(marks.yearRelative, in: mention.range).isEmpty,
            document.marks(marks.month, in: mention.range).isEmpty,
            let length = Self.length(mention.period),
            let last = found.last(where: { $0.figure.nature == .actual && $0.figure.period != nil }),
            index - last.sentence <= 6, let period = last.figure.period, let other = Self.length(period),
            abs(length - other) <= 3, other < 360
        else { return nil }
        return period
    }

    private static func length(_ period: Period) -> Int? {
        guard let from = period.from, let to = period.to else { return nil }
        return to.lastDay.dayNumber - from.firstDay.dayNumber
    }

    /// "отгрузки, составлявшие в 2020 году 700 тыс. тонн, поднялись до 1,8 млн": the time within a participle's phrase is told of
    /// nothing outside it.
    private func isEmbedded(_ date: CalendarMention, _ amount: Amount) -> Bool {
        let floor = document.sentence(of: date.range.lowerBound).lowerBound
        var at = date.range.lowerBound - 1
        while at > floor, date.range.lowerBound - at < 8, !document.isMark(at, ",") { at -= 1 }
        guard at > floor, document.isMark(at, ","), let word = document.word(at + 1),
            word.parses[0].tag.grammemes.contains(.prtf)
        else { return false }
        // "туристов, посетивших страну за полугодие, стало больше на 5%": such a time is of the whole.
        var end = date.range.upperBound
        while end < document.sentence(of: at).upperBound, !document.isMark(end, ",") { end += 1 }
        guard reading.amounts.contains(where: { (at..<end).contains($0.core.lowerBound) }) else { return false }
        if amount.core.lowerBound < at { return true }
        return (date.range.upperBound..<max(date.range.upperBound, amount.core.lowerBound)).contains {
            document.isMark($0, ",")
        }
    }

    private static func isTrade(_ indicator: Indicator) -> Bool {
        ["trade_turnover", "exports", "imports", "freight"].contains(indicator.rawValue)
    }

    /// The day or days on which something was said or signed; a quantity is measured over more.
    private func isDay(_ date: CalendarMention) -> Bool {
        guard date.role == .time, let from = date.period.from, let to = date.period.to else { return false }
        return to.dayNumber - from.dayNumber < 7
    }

    /// Quantities that run up over a time, unlike stocks such as companies, projects and documents.
    private static func isFlow(_ indicator: Indicator) -> Bool {
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

    /// "подписанный в сентябре": the date of a document.
    private func isSigning(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 3)..<date.range.lowerBound
        return document.marks(marks.agreements.sign, in: before).contains { mark in
            document.word(mark.first).map { $0.can(be: .prtf) || $0.can(be: .prts) } == true
                && (mark.end..<date.range.lowerBound).count <= 1
        }
    }

    /// "плюс 13 % к 2023-му": what looks like a time by which is a base.
    func isCompared(_ date: CalendarMention, with amount: Amount) -> Bool {
        date.role == .deadline && amount.isPercent && !isToCome(date)
            && (0...1).contains(date.range.lowerBound - amount.core.upperBound)
    }

    /// What a figure is compared with: "по сравнению с 2023 годом", "чем годом ранее".
    private func isBase(_ date: CalendarMention) -> Bool {
        let sentence = document.sentence(of: date.range.lowerBound)
        // "на 46% больше предыдущего года"
        if document.word(date.range.lowerBound - 1)?.can(be: .comp) == true,
            document.mark(at: date.range.lowerBound - 1, marks.direction) != nil
        {
            return true
        }
        return document.marks(marks.base, in: sentence).contains { base in
            base.end <= date.range.lowerBound && date.range.lowerBound - base.end <= 5
                && !(base.end..<date.range.lowerBound).contains {
                    document.isMark($0, ",") || reading.isFiniteVerb($0)
                }
                || base.first >= date.range.lowerBound && base.end <= date.range.upperBound
                || base.first < date.range.lowerBound && base.end > date.range.lowerBound
                || base.end == date.range.lowerBound
        }
    }

    /// The years in a document's name.
    private func isPartOfName(_ date: CalendarMention) -> Bool {
        let before = max(0, date.range.lowerBound - 14)..<date.range.lowerBound
        guard let name = document.marks(marks.document, in: before).last else { return false }
        // "план на 2029 год – 300 тыс. тонн" is of that year; "Программа на 2022–2026 годы" is a name.
        if date.date != nil, !document.tokens[name.first].shape.contains(.capitalized),
            document.mark(at: date.range.lowerBound - 1, marks.preposition).map({ reading.value($0) == "by" }) == true
        {
            return false
        }
        let between = name.end..<date.range.lowerBound
        return document.sentenceOf[name.first] == document.sentenceOf[date.range.lowerBound]
            && !between.contains { document.isMark($0, ",") || reading.isFiniteVerb($0) }
    }
}
