import Grammar
import Model
import Morphology

/// A match of a date rule, to be resolved against the article's date and the date told before it.
///
/// A rule captures `d` and `e` days, `m` and `n` months or a number of them, `y` and `z` years, `o` an ordinal, `r`, `rel`, `s`, `u`
/// and `w` marks of the lexicon.
struct DateMatch {
    private let reading: Reading
    private let rule: Rule
    private let match: Match
    private let previous: CalendarMention?
    /// That it tells, by a number or as "прошлого года".
    private let year: Int?

    init(_ hit: RuleBook.Hit, in reading: Reading, behind previous: CalendarMention?) {
        self.reading = reading
        rule = hit.rule
        match = hit.match
        self.previous = previous
        if let number = reading.integer(match["y"]?.lowerBound) {
            year = Self.years.contains(number) ? number : nil
        } else {
            year = Self.relativeYear(match, in: reading, behind: previous)
        }
    }

    /// Nil where it cannot be resolved.
    var mention: CalendarMention? {
        // "в сентябре того же года", and no year has been told.
        if year == nil, isOfSameYear { return nil }
        return Self.meanings[rule.gives]?(self)
    }

    /// What a rule may give, each with what it makes of a match.
    static let meanings: [String: @Sendable (DateMatch) -> CalendarMention?] = [
        "day": { $0.made($0.day("d", $0.monthNumber("m"), $0.year)) },
        "day_in_words": { $0.dayInWords },
        "days": { $0.days },
        "day_span": { $0.daySpan },
        "month": { $0.made($0.pastMonth($0.monthNumber("m"))) },
        "months": { $0.months },
        "month_span": { $0.monthSpan },
        "year_month_span": { $0.yearMonthSpan },
        "first_months": { $0.firstMonths },
        "quarters": { $0.parts($0.count("n"), of: 4, isFirst: true) },
        "quarter": { $0.parts($0.ordinal("o"), of: 4) },
        "half": { $0.half },
        "start_to_month": { $0.startToMonth },
        "since_start": { $0.made($0.yearOrNow, .since) },
        "since": { $0.made($0.year.flatMap { PartialDate(year: $0) }, .since) },
        "since_month": { $0.sinceMonth },
        "since_day": { $0.made($0.day("d", $0.monthNumber("m"), $0.year), .since) },
        "by": { $0.deadline },
        "years": { $0.yearSpan },
        "year": { $0.wholeYear },
        // "в 1990-х": of no year, and no amount either.
        "decade": { _ in nil },
        "month_of_year": { $0.made($0.month($0.ordinal("o"))) },
        "month_of_season": { $0.made($0.pastMonth($0.monthOfSeason)) },
        // A season has no bounds that a source would vouch for: the year is what is known.
        "season": { $0.made($0.yearOrNow) },
        "relative_day": { $0.relativeDay },
        "relative_month": { $0.relativeMonth },
        "ago": { $0.made($0.ago) },
        "weekday": { $0.nearestWeekday },
        // "на четверг запланированы переговоры", written on Thursday: today.
        "weekday_for": { $0.weekday { back in (7 - back) % 7 } },
        "weekday_past": { $0.weekday { back in back == 0 ? -7 : -back } },
        "weekday_coming": { $0.weekday { back in 7 - back } },
    ]
}

/// Days.
extension DateMatch {
    private var dayInWords: CalendarMention? {
        // "двадцать седьмого": what is no genitive is no day of a month.
        guard let token = match["o"]?.lowerBound, document.word(token)?.can(be: .gent) == true,
            let unit = ordinal("o"), match["n"] == nil || unit < 10
        else { return nil }
        return made(Self.day((count("n") ?? 0) + unit, monthNumber("m"), year, from: reading))
    }

    private var days: CalendarMention? {
        let from = day("d", monthNumber("m"), year)
        return spanning(from, day("e", monthNumber("m"), year), date: from)
    }

    private var daySpan: CalendarMention? {
        let last = day(
            "e", monthNumber("n"),
            integer("z") ?? Self.relativeYear(match, in: reading, behind: previous))
        guard let last, let first = day("d", monthNumber("m"), integer("y") ?? last.year) else { return nil }
        // "с 1 сентября по 20 января 2025 года" began the year before.
        let isLate = first.dayNumber > last.dayNumber
        let from = isLate ? PartialDate(year: first.year - 1, month: first.month, day: first.day) ?? first : first
        // A summit has days, what is counted has months.
        return spanning(from, last, date: last.dayNumber - from.dayNumber <= Self.daysOfEvent ? from : nil)
    }

    private static let daysOfEvent = 14

    private var relativeDay: CalendarMention? {
        guard let offset = number("r", marks.day), let today else { return nil }
        return made(PartialDate(dayNumber: today.dayNumber + offset))
    }

    /// The nearest such day: up to today in the past six days, tomorrow's weekday the coming one; the coming one too where the
    /// sentence tells only of what will be.
    private var nearestWeekday: CalendarMention? {
        weekday { back in
            let isComing = back == 6 || back > 0 && (tells(only: .futr) || tellsOnlyOfPlans)
            return (isComing ? 7 : 0) - back
        }
    }

    /// "должна состояться", "намечена": a plan, and nothing that has been.
    private var tellsOnlyOfPlans: Bool {
        let document = reading.document
        let sentence = document.sentence(of: match.range.lowerBound)
        let plans = document.marks(reading.marks.planned, in: sentence).map(\.first).filter { plan in
            document.word(plan)?.readings[0].intersects([.adjs, .prts, .verb]) == true
        }
        // "договорились на встрече во вторник": the day of the encounter at which they did.
        if document.mark(at: match.range.lowerBound - 1, reading.marks.encounter) != nil,
            reading.isLocalPreposition(match.range.lowerBound - 2),
            document.word(match.range.lowerBound - 1)?.can(be: .accs) != true
        {
            return false
        }
        return !plans.isEmpty && !sentence.contains { !plans.contains($0) && reading.tense($0) == .past }
    }

    /// - Parameter offset: in days from that of the article, by how long before it the last such weekday was.
    private func weekday(_ offset: (Int) -> Int) -> CalendarMention? {
        guard let weekday = number("w", marks.weekday), let today else { return nil }
        return made(PartialDate(dayNumber: today.dayNumber + offset((today.weekday - weekday + 7) % 7)))
    }

    private func day(_ capture: String, _ month: Int?, _ year: Int?) -> PartialDate? {
        Self.day(integer(capture), month, year, from: reading)
    }

    /// Of the year nearest to the article where none is told.
    private static func day(_ day: Int?, _ month: Int?, _ year: Int?, from reading: Reading) -> PartialDate? {
        guard let day, let month else { return nil }
        if let year { return PartialDate(year: year, month: month, day: day) }
        guard let now = reading.publishedOn else { return nil }
        return [now.year - 1, now.year, now.year + 1]
            .compactMap { PartialDate(year: $0, month: month, day: day) }
            .min { abs($0.dayNumber - now.dayNumber) < abs($1.dayNumber - now.dayNumber) }
    }
}

/// Months and parts of a year.
extension DateMatch {
    private var months: CalendarMention? {
        guard let first = monthNumber("m"), let last = monthNumber("n"),
            let year = year ?? now.map({ last > ($0.month ?? 12) ? $0.year - 1 : $0.year })
        else { return nil }
        // "с сентября по март" began the year before.
        return spanning(
            PartialDate(year: first > last ? year - 1 : year, month: first), PartialDate(year: year, month: last))
    }

    private var monthSpan: CalendarMention? {
        guard let first = integer("y"), let last = integer("z"), Self.years.contains(first),
            (first...first + 10).contains(last)
        else { return nil }
        return spanning(month(monthNumber("m"), first), month(monthNumber("n"), last))
    }

    private var yearMonthSpan: CalendarMention? {
        guard let first = integer("y"), let last = integer("z"), Self.years.contains(first),
            (first...Self.years.upperBound).contains(last)
        else { return nil }
        return spanning(PartialDate(year: first, month: 1), month(monthNumber("n"), last))
    }

    private var startToMonth: CalendarMention? {
        guard let last = monthNumber("n"), let year = yearOrNow?.year else { return nil }
        return spanning(PartialDate(year: year, month: 1), PartialDate(year: year, month: last))
    }

    private var firstMonths: CalendarMention? {
        // "за 5 месяцев (июль–ноябрь) 2022 года": those that stand in brackets.
        if let first = monthNumber("f"), let last = monthNumber("l"), first > 1, first <= last, let year {
            return spanning(PartialDate(year: year, month: first), PartialDate(year: year, month: last))
        }
        guard let count = count("n"), (1...12).contains(count), let year = year ?? assumedYear(throughMonth: count)
        else { return nil }
        // "за 10 месяцев текущего иранского года": of a year that begins in another month.
        let behind = match.range.upperBound..<min(match.range.upperBound + 3, document.tokens.count)
        if match["y"] == nil, let state = behind.first(where: { document.mark(at: $0, marks.countryAdjective) != nil }),
            document.mark(at: state + 1, marks.time).map({ reading.value($0) == "year" }) == true
        {
            return nil
        }
        // Ten months of "this year" that has only begun are of another calendar.
        if match["y"] == nil, let now, year == now.year, count > now.month ?? 12 { return nil }
        return spanning(PartialDate(year: year, month: 1), PartialDate(year: year, month: count))
    }

    private var half: CalendarMention? {
        // "За полугодие" of a year is its first; a capital is no Roman number yet.
        let isAlone = match["o"].map { document.word($0.lowerBound)?.can(be: .prep) == true } ?? true
        return parts(isAlone ? 1 : ordinal("o"), of: 2)
    }

    /// A quarter or a half by its number, or from the first on.
    private func parts(_ number: Int?, of count: Int, isFirst: Bool = false) -> CalendarMention? {
        let months = 12 / count
        guard let number, (1...count).contains(number), let year = year ?? assumedYear(throughMonth: number * months)
        else { return nil }
        return spanning(
            PartialDate(year: year, month: isFirst ? 1 : (number - 1) * months + 1),
            PartialDate(year: year, month: number * months))
    }

    private var sinceMonth: CalendarMention? {
        guard let month = match["m"] else { return nil }
        let date = pastMonth(monthNumber("m"))
        if document.word(month.lowerBound)?.can(be: .gent) == true { return made(date, .since) }
        // "с июнем" is with it, "по сравнению с июнем" names a time to compare with.
        let isBase = document.marks(marks.base, in: max(0, month.lowerBound - 4)..<month.lowerBound).contains {
            $0.end == month.lowerBound
        }
        return isBase ? made(date) : nil
    }

    private var relativeMonth: CalendarMention? {
        // "за эти месяцы" are more than one.
        guard let mark = mark("r", marks.monthRelative), let offset = Int(reading.value(mark)),
            document.word(mark.end - 1)?.can(be: .sing) == true
        else { return nil }
        return made(monthFromNow(offset))
    }

    /// "в первый месяц лета": which month that is; of a winter, which lies in two years, nothing is known.
    private var monthOfSeason: Int? {
        let firsts = ["spring": 3, "summer": 6, "autumn": 9]
        guard let season = mark("s", marks.season), let first = firsts[reading.value(season)] else { return nil }
        guard match["o"] != nil else { return first + 2 }
        return ordinal("o").flatMap { (1...3).contains($0) ? first + $0 - 1 : nil }
    }

    /// - Parameter offset: in months, from that of the article.
    private func monthFromNow(_ offset: Int) -> PartialDate? {
        guard let now, let month = now.month else { return nil }
        let months = now.year * 12 + month - 1 + offset
        return PartialDate(year: months / 12, month: months % 12 + 1)
    }

    /// A month, of this year when no year is told and its sentence tells of what has been: "в феврале продажи упали", written in
    /// November.
    private func pastMonth(_ number: Int?) -> PartialDate? {
        guard let month = month(number), year == nil, let now, month.year > now.year, tells(only: .past)
        else { return month(number) }
        return PartialDate(year: now.year, month: month.month)
    }

    private func month(_ number: Int?) -> PartialDate? { month(number, year) }

    /// - Parameter coming: of this month or one after it, where no year is told; else of the nearest.
    private func month(_ number: Int?, _ year: Int?, coming: Bool = false) -> PartialDate? {
        guard let number else { return nil }
        if let year { return PartialDate(year: year, month: number) }
        guard let now, let current = now.month else { return nil }
        if coming { return PartialDate(year: number < current ? now.year + 1 : now.year, month: number) }
        let distance = number - current
        return PartialDate(year: distance > 6 ? now.year - 1 : distance < -6 ? now.year + 1 : now.year, month: number)
    }

    /// The year of "за девять месяцев" without one: this year when those months are over by now, else the last.
    private func assumedYear(throughMonth last: Int) -> Int? {
        guard let now, let month = now.month else { return nil }
        return last < month ? now.year : now.year - 1
    }
}

/// Years, deadlines, and times told from now.
extension DateMatch {
    private var yearSpan: CalendarMention? {
        guard let from = year, let to = integer("z"), from <= to, to - from <= 60 else { return nil }
        return spanning(PartialDate(year: from), PartialDate(year: to))
    }

    private var wholeYear: CalendarMention? {
        // "в 2019/2020 учебном году": of two years, and of neither.
        if document.isMark(match.range.lowerBound - 1, "/"),
            reading.integer(match.range.lowerBound - 2).map(Self.years.contains) == true
        {
            return nil
        }
        return made(year.flatMap { PartialDate(year: $0) })
    }

    private var deadline: CalendarMention? {
        guard let number = monthNumber("m") else { return made(yearOrNow, .deadline) }
        return made(
            match["d"] == nil ? month(number, year, coming: true) : day("d", number, year), .deadline)
    }

    /// "три дня назад": as exact as its unit; nothing of "более года назад".
    private var ago: PartialDate? {
        guard let unit = mark("u", marks.time), let now, let count = match["n"] == nil ? 1 : count("n"),
            (1...200).contains(count), document.mark(at: match.range.lowerBound - 1, marks.comparator) == nil
        else { return nil }
        switch reading.value(unit) {
        case "day" where now.isDay: return PartialDate(dayNumber: now.dayNumber - count)
        // "две недели назад": in that month, on whichever day.
        case "week" where now.isDay:
            return PartialDate(dayNumber: now.dayNumber - 7 * count).flatMap {
                PartialDate(year: $0.year, month: $0.month)
            }
        case "month": return monthFromNow(-count)
        case "year": return PartialDate(year: now.year - count)
        default: return nil
        }
    }

    private var yearOrNow: PartialDate? { (year ?? now?.year).flatMap { PartialDate(year: $0) } }

    /// "прошлого года" of the article, "того же года" of the date told last.
    private static func relativeYear(_ match: Match, in reading: Reading, behind previous: CalendarMention?) -> Int? {
        guard let token = match["rel"]?.lowerBound,
            let told = reading.value(at: token, reading.marks.yearRelative)
        else { return nil }
        if told == "same" { return previous.flatMap { $0.date?.year ?? ($0.period.to ?? $0.period.from)?.year } }
        guard let offset = Int(told), let now = reading.publishedOn?.year ?? reading.toldYear else { return nil }
        return now + offset
    }

    private var isOfSameYear: Bool { mark("rel", marks.yearRelative).map { reading.value($0) == "same" } ?? false }

    static let years = 1900...2100
}

/// What a rule has captured, and what becomes of it.
extension DateMatch {
    private var document: Document { reading.document }
    private var marks: Marks { reading.marks }
    /// When the article appeared.
    private var now: PartialDate? { reading.publishedOn }
    /// The same where its day is known.
    private var today: PartialDate? { now.flatMap { $0.isDay ? $0 : nil } }

    private func made(_ date: PartialDate?, _ role: CalendarMention.Role = .time) -> CalendarMention? {
        date.map { CalendarMention(match.range, rule.name, $0, role) }
    }

    private func spanning(_ from: PartialDate?, _ to: PartialDate?, date: PartialDate? = nil) -> CalendarMention? {
        guard let from, let to, let period = Period(from: from.firstDay, to: to.lastDay) else { return nil }
        return CalendarMention(range: match.range, rule: rule.name, period: period, date: date, role: .time)
    }

    private func mark(_ capture: String, _ kind: MarkClass) -> Mark? {
        match[capture].flatMap { document.mark(at: $0.lowerBound, kind) }
    }

    private func number(_ capture: String, _ kind: MarkClass) -> Int? {
        mark(capture, kind).flatMap { Int(reading.value($0)) }
    }

    private func integer(_ capture: String) -> Int? { reading.integer(match[capture]?.lowerBound) }

    private func monthNumber(_ capture: String) -> Int? { reading.monthNumber(match[capture]) }

    /// A small number in digits or in a word.
    private func count(_ capture: String) -> Int? { integer(capture) ?? number(capture, marks.number) }

    /// An ordinal as a word, a digit or a Roman numeral.
    private func ordinal(_ capture: String) -> Int? {
        if let mark = mark(capture, marks.ordinal) { return Int(reading.value(mark)) }
        if let number = integer(capture) { return number }
        let roman = ["I": 1, "II": 2, "III": 3, "IV": 4]
        return match[capture].flatMap { roman[document.text($0)] }
    }

    /// Whether the verbs of the sentence tell only of what has been, or of what will be.
    private func tells(only tense: Grammemes) -> Bool {
        let tenses = document.sentence(of: match.range.lowerBound).compactMap { reading.tense($0) }
        return tenses.contains(tense) && !tenses.contains(tense == .past ? .futr : .past)
    }
}
