import Grammar
import Model

/// Times of a row that amounts follow in the same order.
extension FigureReader {
    /// "в 2021 и 2022 годах экспорт составил 9 и 13 млрд соответственно": as many times as amounts, by the amounts' first tokens.
    func timesInOrder(_ amounts: [Amount], in sentence: Range<Int>) -> [Int: Period] {
        guard amounts.count >= 2, let run = runsOfTimes(in: sentence).filter({ $0.count >= 2 }).only else { return [:] }
        let behind = amounts.filter { $0.range.lowerBound >= run.last!.range.upperBound }
        let mark = document.marks(marks.respectively, in: sentence).first
        let row = mark.flatMap { rowOfAmounts(behind, endingBefore: $0) } ?? joinedRow(behind)
        guard let row, row.count == run.count, Set(run.map(\.period)).count == run.count else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(row.map(\.core.lowerBound), run.map(\.period)))
    }

    /// The amounts of one unit that a sentence joins in one row, where it has no others.
    private func joinedRow(_ amounts: [Amount]) -> ArraySlice<Amount>? {
        guard let last = amounts.indices.last,
            zip(amounts, amounts.dropFirst()).allSatisfy({ isNextInOrder($1, $0) && $1.unit == $0.unit })
        else { return nil }
        return amounts[0...last]
    }

    /// A time of a row, whose noun or year may stand behind the last of them alone.
    private typealias TimeInRow = (range: Range<Int>, period: Period)

    /// Times with nothing between but commas and conjunctions: "в 2020, 2021 и 2022 годах", "в мае и в июне", "в марте и апреле".
    private func runsOfTimes(in sentence: Range<Int>) -> [[TimeInRow]] {
        let told = reading.dates(in: sentence).filter { $0.role == .time && !isDay($0) && !isBase($0) }
        var times: [TimeInRow] = []
        for date in told {
            if let months = twoMonths(date) {
                times += months
            } else {
                times += yearsLeftOut(before: date) + [(date.range, date.period)]
            }
        }
        var runs: [[TimeInRow]] = []
        for time in times {
            if let last = runs.last?.last, isJoined(last.range.upperBound, time.range.lowerBound) {
                runs[runs.count - 1].append(time)
            } else {
                runs.append([time])
            }
        }
        return runs
    }

    /// "в 2020, 2021" of "в 2020, 2021 и 2022 годах": years whose noun stands behind the last one.
    private func yearsLeftOut(before date: CalendarMention) -> [TimeInRow] {
        guard date.rule == "date.year" else { return [] }
        var years: [TimeInRow] = []
        var at = date.range.lowerBound
        while at >= 2, joins(at - 1), let number = reading.integer(at - 2), DateMatch.years.contains(number),
            let year = PartialDate(year: number), let period = Period(from: year.firstDay, to: year.lastDay)
        {
            years.insert((at - 2..<at - 1, period), at: 0)
            at -= 2
        }
        return years
    }

    /// "в мае и июне": two months, and not all that lies between.
    private func twoMonths(_ date: CalendarMention) -> [TimeInRow]? {
        guard date.rule == "date.month_range", let joint = date.range.first(where: joins), let from = date.period.from,
            let to = date.period.to, let first = from.month, let last = to.month,
            let one = PartialDate(year: from.year, month: first), let two = PartialDate(year: to.year, month: last),
            let early = Period(from: one.firstDay, to: one.lastDay),
            let late = Period(from: two.firstDay, to: two.lastDay)
        else { return nil }
        return [(date.range.lowerBound..<joint, early), (joint + 1..<date.range.upperBound, late)]
    }

    private func joins(_ token: Int) -> Bool {
        document.isMark(token, ",") || document.word(token)?.readings[0].contains(.conj) == true
    }

    /// Whether a comma or a conjunction, and at most a preposition, lies between two tokens.
    private func isJoined(_ end: Int, _ start: Int) -> Bool {
        switch start - end {
        case 1: joins(end)
        case 2: joins(end) && document.word(end + 1)?.can(be: .prep) == true
        default: false
        }
    }
}
