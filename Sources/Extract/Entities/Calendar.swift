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

    init(range: Range<Int>, rule: String, period: Period, date: PartialDate?, role: Role) {
        self.range = range
        self.rule = rule
        self.period = period
        self.date = date
        self.role = role
    }

    /// A day, a month or a year.
    init(_ range: Range<Int>, _ rule: String, _ date: PartialDate, _ role: Role) {
        let period: Period =
            switch role {
            case .time: Period(from: date.firstDay, to: date.lastDay)!
            case .deadline: Period(from: nil, to: date.lastDay)!
            case .since: Period(from: date.firstDay, to: nil)!
            }
        self.init(range: range, rule: rule, period: period, date: date, role: role)
    }

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
    /// What a rule may give is in ``DateMatch/meanings``. What cannot be resolved gives nothing.
    func readDates() {
        guard let rules = marks.rules.date else { return }
        var found: [CalendarMention] = []
        toldYear = publishedOn == nil ? yearTold() : nil
        for sentence in document.sentences where rules.mayMatch(in: document, sentence) {
            var at = sentence.lowerBound
            while true {
                at = rules.candidate(in: document, range: at..<sentence.upperBound)
                guard at < sentence.upperBound else { break }
                if let date = numericDate(at) {
                    let end = document.text(at..<at + 1).contains(".") ? at + 1 : at + 5
                    // "2024-11-27" at the head of a page is its stamp.
                    let isStamp =
                        at < Self.headOfPage && document.tokens[at].span.length == 4 && document.isMark(at + 1, "-")
                    if !isStamp { found.append(CalendarMention(at..<end, "date.numeric", date, .time)) }
                    at = end
                } else if let hit = rules.hit(in: document, at: at, limit: sentence.upperBound) {
                    let mention = DateMatch(hit, in: self, behind: found.last).mention.map { withoutAmount($0, hit) }
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
            !DateMatch.years.contains(number)
        else { return mention }
        return CalendarMention(
            range: mention.range.lowerBound..<token, rule: mention.rule, period: mention.period, date: mention.date,
            role: mention.role)
    }

    /// Tokens in which a page is stamped.
    private static let headOfPage = 12

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
