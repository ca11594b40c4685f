import Grammar
import Model
import Morphology

extension Annotation {
    /// Dates and periods by the rules of the group `when`, with what the calendar layer makes of them.
    mutating func addDates() {
        for sentence in document.sentences {
            var at = sentence.lowerBound
            while at < sentence.upperBound {
                if reading.numericDate(at) != nil {
                    let end = document.text(at..<at + 1).contains(".") ? at + 1 : at + 5
                    addDate(at..<end)
                    at = end
                } else if let hit = reading.hit("when", at: at, limit: sentence.upperBound), isDate(hit) {
                    addDate(hit.match.range)
                    at = hit.match.range.upperBound
                } else {
                    at += 1
                }
            }
        }
    }

    private mutating func addDate(_ tokens: Range<Int>) {
        let known = reading.dates(touching: tokens).max { $0.range.count < $1.range.count }
        add(.date, tokens, known.map(Self.iso), as: .date)
    }

    /// A bare number of four digits is a year only within bounds; a number with "years" may be an age.
    private func isDate(_ hit: RuleBook.Hit) -> Bool {
        let range = hit.match.range
        let last = range.upperBound - 1
        if hit.rule.name == "when.year_bare" || hit.rule.name == "when.years" {
            guard let year = reading.integer(last).map({ $0 }) ?? reading.integer(last - 1),
                (1000...2100).contains(year)
            else { return false }
            if document.tokens[last].kind == .number,
                document.mark(at: last + 1, marks.unit) != nil
                    || document.mark(at: last + 1, marks.currency) != nil
                    || document.mark(at: last + 1, marks.scale) != nil
            {
                return false
            }
        }
        return true
    }

    /// ISO 8601: a date as far as it is known, or an interval, open at either end.
    static func iso(_ mention: CalendarMention) -> String {
        if mention.role == .time, let date = mention.date, mention.period.from == date.firstDay,
            mention.period.to == date.lastDay
        {
            return date.description
        }
        return (mention.period.from?.description ?? "") + "/" + (mention.period.to?.description ?? "")
    }
}

extension Reading {
    /// The dates that share a token with a range.
    func dates(touching range: Range<Int>) -> ArraySlice<CalendarMention> {
        let low = dates.lowerBound { $0.range.upperBound <= range.lowerBound }
        var high = low
        while high < dates.count, dates[high].range.lowerBound < range.upperBound { high += 1 }
        return dates[low..<high]
    }
}

extension Array {
    /// The index of the first element of an ordered list that does not come before, by binary search.
    func lowerBound(where comesBefore: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
