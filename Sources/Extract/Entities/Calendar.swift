import Grammar
import Model

/// A date or a period in the text, resolved against the article's date.
struct CalendarMention {
    /// Tokens.
    let range: Range<Int>
    let rule: String
    /// What it covers.
    let period: Period
    /// The point in time as far as it is known, for events; nil for periods that are none: "2022–2026 годы".
    let date: PartialDate?
    let role: Role

    /// "6–7 апреля", "с 4 по 7 февраля": of which day something is stays open.
    var spansDays: Bool { date?.isDay == true && role == .time && period.from != period.to }

    enum Role {
        /// When something is, or the time over which it is measured.
        case time
        /// The time by which: "к 2030 году".
        case deadline
        /// The time from which, open at the end.
        case since
    }
}

extension Reading {
    /// Finds dates by the language's rules of the group `date`.
    ///
    /// A rule gives: `day`, `days`, `day_span`, `month`, `months`, `month_span`, `first_months`, `quarters`, `quarter`, `half`, `since_start`, `since`, `since_month`, `since_day`, `by`,
    /// `years`, `decade`, `year`, `season`, `month_of_season`, `month_of_year`, `relative_day`, `relative_month`, `ago`, `day_in_words`, `weekday`, `weekday_past`, `weekday_coming`; it captures `d` and `e` days, `m` and `n` months or a number of them,
    /// `y` and `z` years, `o` an ordinal, `r`, `rel`, `s`, `w` marks of the lexicon. What cannot be resolved gives nothing.
    func readDates() {
        guard let rules = marks.rules.date else { return }
        var found: [CalendarMention] = []
        toldYear = publishedOn == nil ? yearTold() : nil
        for sentence in document.sentences {
            var at = sentence.lowerBound
            while true {
                at = rules.candidate(in: document, range: at..<sentence.upperBound)
                guard at < sentence.upperBound else { break }
                if let date = numericDate(at) {
                    let end = document.text(at..<at + 1).contains(".") ? at + 1 : at + 5
                    // "2024-11-27" at the head of a page is its stamp.
                    let isStamp =
                        at < Self.headOfPage && document.tokens[at].span.length == 4 && document.isMark(at + 1, "-")
                    if !isStamp { found.append(mention(at..<end, "date.numeric", date, .time)) }
                    at = end
                } else if let hit = rules.hit(in: document, at: at, limit: sentence.upperBound) {
                    let mention = resolve(hit, near: found.last).map { withoutAmount($0, hit) }
                    if let mention { found.append(mention) }
                    at = mention?.range.upperBound ?? hit.match.range.upperBound
                } else {
                    at += 1
                }
            }
        }
        dates = found
    }

    /// "в январе 57 млрд": the number behind a month is no year.
    private func withoutAmount(_ mention: CalendarMention, _ hit: RuleBook.Hit) -> CalendarMention {
        guard let token = hit.match["y"]?.lowerBound, token > mention.range.lowerBound, let number = integer(token),
            !Self.years.contains(number)
        else { return mention }
        return CalendarMention(
            range: mention.range.lowerBound..<token, rule: mention.rule, period: mention.period, date: mention.date,
            role: mention.role)
    }

    private static let years = 1900...2100
    /// Tokens in which a page is stamped.
    private static let headOfPage = 12

    private func mention(_ range: Range<Int>, _ rule: String, _ date: PartialDate, _ role: CalendarMention.Role)
        -> CalendarMention
    {
        let period: Period =
            switch role {
            case .time: Period(from: date.firstDay, to: date.lastDay)!
            case .deadline: Period(from: nil, to: date.lastDay)!
            case .since: Period(from: date.firstDay, to: nil)!
            }
        return CalendarMention(range: range, rule: rule, period: period, date: date, role: role)
    }

    private func resolve(_ hit: RuleBook.Hit, near previous: CalendarMention?) -> CalendarMention? {
        let match = hit.match
        let rule = hit.rule.name
        let year = self.year(match, near: previous)
        // "в сентябре того же года", and no year has been told.
        if year == nil, isOfSameYear(match) { return nil }
        func made(_ date: PartialDate?, _ role: CalendarMention.Role = .time) -> CalendarMention? {
            date.map { mention(match.range, rule, $0, role) }
        }
        func spanning(_ from: PartialDate?, _ to: PartialDate?, date: PartialDate? = nil) -> CalendarMention? {
            guard let from, let to, let period = Period(from: from.firstDay, to: to.lastDay) else { return nil }
            return CalendarMention(range: match.range, rule: rule, period: period, date: date, role: .time)
        }
        switch hit.rule.gives {
        case "day":
            return made(day(match["d"], monthNumber(match["m"]), year))
        case "day_in_words":
            // "двадцать седьмого": what is no genitive is no day of a month.
            guard let token = match["o"]?.lowerBound, document.word(token)?.can(be: .gent) == true,
                let unit = ordinal(match["o"]), match["n"] == nil || unit < 10
            else { return nil }
            return made(day((count(match["n"]) ?? 0) + unit, monthNumber(match["m"]), year))
        case "days":
            let from = day(match["d"], monthNumber(match["m"]), year)
            let to = day(match["e"], monthNumber(match["m"]), year)
            return spanning(from, to, date: from)
        case "day_span":
            let last = day(
                match["e"], monthNumber(match["n"]),
                integer(match["z"]?.lowerBound) ?? relativeYear(match, near: previous))
            let first = day(
                match["d"], monthNumber(match["m"]), integer(match["y"]?.lowerBound) ?? last?.year)
            guard let first, let last else { return nil }
            // "с 1 сентября по 20 января 2025 года" began the year before.
            let isLate = first.dayNumber > last.dayNumber
            return spanning(
                isLate ? PartialDate(year: first.year - 1, month: first.month, day: first.day) : first, last)
        case "month":
            return made(pastMonth(match, year))
        case "months":
            guard let first = monthNumber(match["m"]), let last = monthNumber(match["n"]),
                let year = year ?? publishedOn.map({ last > ($0.month ?? 12) ? $0.year - 1 : $0.year })
            else { return nil }
            // "с сентября по март" began the year before.
            return spanning(
                PartialDate(year: first > last ? year - 1 : year, month: first), PartialDate(year: year, month: last))
        case "month_span":
            guard let first = integer(match["y"]?.lowerBound), let last = integer(match["z"]?.lowerBound),
                (1900...2100).contains(first), (first...first + 10).contains(last)
            else { return nil }
            return spanning(month(monthNumber(match["m"]), first), month(monthNumber(match["n"]), last))
        case "year_month_span":
            guard let first = integer(match["y"]?.lowerBound), let last = integer(match["z"]?.lowerBound),
                (1900...2100).contains(first), (first...2100).contains(last)
            else { return nil }
            return spanning(PartialDate(year: first, month: 1), month(monthNumber(match["n"]), last))
        case "first_months":
            guard let count = count(match["n"]), (1...12).contains(count) else { return nil }
            guard let year = year ?? assumedYear(throughMonth: count) else { return nil }
            // Ten months of "this year" that has only begun are of another calendar.
            if match["y"] == nil, let now = publishedOn, year == now.year, count > now.month ?? 12 { return nil }
            return spanning(PartialDate(year: year, month: 1), PartialDate(year: year, month: count))
        case "quarters":
            guard let count = count(match["n"]), (1...4).contains(count),
                let year = year ?? assumedYear(throughMonth: count * 3)
            else { return nil }
            return spanning(PartialDate(year: year, month: 1), PartialDate(year: year, month: count * 3))
        case "quarter":
            guard let number = ordinal(match["o"]), (1...4).contains(number),
                let year = year ?? assumedYear(throughMonth: number * 3)
            else { return nil }
            return spanning(
                PartialDate(year: year, month: number * 3 - 2), PartialDate(year: year, month: number * 3))
        case "half":
            // "За полугодие" of a year is its first; a capital is no Roman number yet.
            let isAlone = match["o"].map { document.word($0.lowerBound)?.can(be: .prep) == true } ?? true
            guard let number = isAlone ? 1 : ordinal(match["o"]), (1...2).contains(number),
                let year = year ?? assumedYear(throughMonth: number * 6)
            else { return nil }
            return spanning(
                PartialDate(year: year, month: number * 6 - 5), PartialDate(year: year, month: number * 6))
        case "since_start":
            return made((year ?? publishedOn?.year).flatMap { PartialDate(year: $0) }, .since)
        case "since":
            return made(year.flatMap { PartialDate(year: $0) }, .since)
        case "since_month":
            // "с июнем" is with it.
            guard let month = match["m"], document.word(month.lowerBound)?.can(be: .gent) == true else { return nil }
            return made(pastMonth(match, year), .since)
        case "since_day":
            return made(day(match["d"], monthNumber(match["m"]), year), .since)
        case "by":
            if let number = monthNumber(match["m"]) {
                if match["d"] != nil { return made(day(match["d"], number, year), .deadline) }
                return made(month(number, year, coming: true), .deadline)
            }
            return made((year ?? publishedOn?.year).flatMap { PartialDate(year: $0) }, .deadline)
        case "years":
            guard let from = year, let to = integer(match["z"]?.lowerBound), from <= to, to - from <= 60 else {
                return nil
            }
            return spanning(PartialDate(year: from), PartialDate(year: to))
        case "year":
            // "в 2019/2020 учебном году": of two years, and of neither.
            if document.isMark(match.range.lowerBound - 1, "/"),
                integer(match.range.lowerBound - 2).map(Self.years.contains) == true
            {
                return nil
            }
            return made(year.flatMap { PartialDate(year: $0) })
        case "month_of_year":
            return made(month(ordinal(match["o"]), year))
        case "month_of_season":
            return made(
                pastMonth(monthOfSeason(match), year, in: document.sentence(of: match.range.lowerBound)))
        case "season":
            // A season has no bounds that a source would vouch for: the year is what is known.
            return made((year ?? publishedOn?.year).flatMap { PartialDate(year: $0) })
        case "relative_day":
            guard let mark = match["r"].flatMap({ document.mark(at: $0.lowerBound, marks.day) }),
                let offset = Int(value(mark)), let publishedOn, publishedOn.isDay
            else { return nil }
            return made(PartialDate(dayNumber: publishedOn.dayNumber + offset))
        case "weekday", "weekday_past", "weekday_coming", "weekday_for":
            guard let mark = match["w"].flatMap({ document.mark(at: $0.lowerBound, marks.weekday) }),
                let weekday = Int(value(mark)), let publishedOn, publishedOn.isDay
            else { return nil }
            let back = (publishedOn.weekday - weekday + 7) % 7
            switch hit.rule.gives {
            case "weekday_past": return made(PartialDate(dayNumber: publishedOn.dayNumber - (back == 0 ? 7 : back)))
            // "на четверг запланированы переговоры", written on Thursday: today.
            case "weekday_for": return made(PartialDate(dayNumber: publishedOn.dayNumber + (7 - back) % 7))
            case "weekday_coming": return made(PartialDate(dayNumber: publishedOn.dayNumber + 7 - back))
            default:
                // The nearest such day: up to today in the past six days, tomorrow's weekday the coming one; the coming one
                // too where the sentence tells only of what will be.
                let isComing = back == 6 || back > 0 && isFuture(document.sentence(of: match.range.lowerBound))
                return made(PartialDate(dayNumber: publishedOn.dayNumber + (isComing ? 7 : 0) - back))
            }
        case "ago":
            return made(ago(match))
        case "relative_month":
            // "за эти месяцы" are more than one.
            guard let mark = match["r"].flatMap({ document.mark(at: $0.lowerBound, marks.monthRelative) }),
                let offset = Int(value(mark)), document.word(mark.end - 1)?.can(be: .sing) == true
            else { return nil }
            return made(monthFromNow(offset))
        default:
            return nil
        }
    }

    /// "три дня назад": as exact as its unit; nothing of "более года назад".
    private func ago(_ match: Match) -> PartialDate? {
        guard let unit = match["u"].flatMap({ document.mark(at: $0.lowerBound, marks.time) }), let publishedOn,
            let count = match["n"] == nil ? 1 : count(match["n"]), (1...200).contains(count),
            document.mark(at: match.range.lowerBound - 1, marks.comparator) == nil
        else { return nil }
        switch value(unit) {
        case "day" where publishedOn.isDay: return PartialDate(dayNumber: publishedOn.dayNumber - count)
        case "month": return monthFromNow(-count)
        case "year": return PartialDate(year: publishedOn.year - count)
        default: return nil
        }
    }

    /// - Parameter offset: in months, from that of the article.
    private func monthFromNow(_ offset: Int) -> PartialDate? {
        guard let publishedOn, let now = publishedOn.month else { return nil }
        let months = publishedOn.year * 12 + now - 1 + offset
        return PartialDate(year: months / 12, month: months % 12 + 1)
    }

    /// A month, of this year when no year is told and its sentence tells of what has been: "в феврале продажи упали", written in
    /// November.
    private func pastMonth(_ match: Match, _ year: Int?) -> PartialDate? {
        pastMonth(monthNumber(match["m"]), year, in: document.sentence(of: match.range.lowerBound))
    }

    private func pastMonth(_ number: Int?, _ year: Int?, in sentence: Range<Int>) -> PartialDate? {
        guard let month = month(number, year), year == nil, let publishedOn, month.year > publishedOn.year,
            isPast(sentence)
        else { return self.month(number, year) }
        return PartialDate(year: publishedOn.year, month: month.month)
    }

    /// "в первый месяц лета": which month that is; of a winter, which lies in two years, nothing is known.
    private func monthOfSeason(_ match: Match) -> Int? {
        let firsts = ["spring": 3, "summer": 6, "autumn": 9]
        guard let season = match["s"].flatMap({ document.mark(at: $0.lowerBound, marks.season) }),
            let first = firsts[value(season)]
        else { return nil }
        guard let place = match["o"] else { return first + 2 }
        return ordinal(place).flatMap { (1...3).contains($0) ? first + $0 - 1 : nil }
    }

    /// Whether the verbs of a sentence tell only of what has been.
    private func isPast(_ sentence: Range<Int>) -> Bool {
        let tenses = sentence.compactMap { tense($0) }
        return tenses.contains(.past) && !tenses.contains(.futr)
    }

    /// Whether the verbs of a sentence tell only of what will be.
    private func isFuture(_ sentence: Range<Int>) -> Bool {
        let tenses = sentence.compactMap { tense($0) }
        return tenses.contains(.futr) && !tenses.contains(.past)
    }

    private func year(_ match: Match, near previous: CalendarMention?) -> Int? {
        if let token = match["y"]?.lowerBound, let year = integer(token) {
            return Self.years.contains(year) ? year : nil
        }
        return relativeYear(match, near: previous)
    }

    /// "прошлого года" of the article, "того же года" of the date told last.
    private func relativeYear(_ match: Match, near previous: CalendarMention?) -> Int? {
        guard let token = match["rel"]?.lowerBound, let mark = document.mark(at: token, marks.yearRelative) else {
            return nil
        }
        if value(mark) == "same" { return previous.flatMap { $0.date?.year ?? ($0.period.to ?? $0.period.from)?.year } }
        guard let offset = Int(value(mark)), let now = publishedOn?.year ?? toldYear else { return nil }
        return now + offset
    }

    private func isOfSameYear(_ match: Match) -> Bool {
        match["rel"].flatMap { document.mark(at: $0.lowerBound, marks.yearRelative) }.map { value($0) == "same" }
            ?? false
    }

    private func day(_ range: Range<Int>?, _ month: Int?, _ year: Int?) -> PartialDate? {
        day(integer(range?.lowerBound), month, year)
    }

    private func day(_ day: Int?, _ month: Int?, _ year: Int?) -> PartialDate? {
        guard let day, let month else { return nil }
        if let year { return PartialDate(year: year, month: month, day: day) }
        guard let publishedOn else { return nil }
        return [publishedOn.year - 1, publishedOn.year, publishedOn.year + 1]
            .compactMap { PartialDate(year: $0, month: month, day: day) }
            .min { abs($0.dayNumber - publishedOn.dayNumber) < abs($1.dayNumber - publishedOn.dayNumber) }
    }

    private func month(_ month: Int?, _ year: Int?, coming: Bool = false) -> PartialDate? {
        guard let month else { return nil }
        if let year { return PartialDate(year: year, month: month) }
        guard let publishedOn, let now = publishedOn.month else { return nil }
        if coming { return PartialDate(year: month < now ? publishedOn.year + 1 : publishedOn.year, month: month) }
        let distance = month - now
        let year = distance > 6 ? publishedOn.year - 1 : distance < -6 ? publishedOn.year + 1 : publishedOn.year
        return PartialDate(year: year, month: month)
    }

    /// The year of "за девять месяцев" without one: this year when those months are over by now, else the last.
    private func assumedYear(throughMonth month: Int) -> Int? {
        guard let publishedOn, let now = publishedOn.month else { return nil }
        return month < now ? publishedOn.year : publishedOn.year - 1
    }

    /// A small number in digits or in a word.
    private func count(_ range: Range<Int>?) -> Int? {
        guard let range else { return nil }
        if let number = integer(range.lowerBound) { return number }
        return document.mark(at: range.lowerBound, marks.number).flatMap { Int(value($0)) }
    }

    /// An ordinal as a word, a digit or a Roman numeral.
    private func ordinal(_ range: Range<Int>?) -> Int? {
        guard let range else { return nil }
        if let mark = document.mark(at: range.lowerBound, marks.ordinal) { return Int(value(mark)) }
        if let number = integer(range.lowerBound) { return number }
        let roman = ["I": 1, "II": 2, "III": 3, "IV": 4]
        return roman[document.text(range)]
    }

    /// The dates that lie within a token range.
    func dates(in range: Range<Int>) -> [CalendarMention] {
        var low = 0
        var high = dates.count
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return dates[low...].prefix { $0.range.lowerBound < range.upperBound }
            .filter { $0.range.upperBound <= range.upperBound }
    }
}
