import Grammar
import Model

/// A day that a sentence opens with, and where.
struct DayOpening {
    let token: Int
    let day: PartialDate
}

extension Reading {
    /// "Во вторник глава государства приехал во дворец", "14 мая состоялось открытие памятника": the days that the tale comes to by
    /// what is no encounter; what was said on a day, or is yet to come, moves nothing.
    func dayOpenings() -> [DayOpening] {
        guard let publishedOn, publishedOn.isDay else { return [] }
        return dates.compactMap { told in
            guard told.role == .time, let day = told.date, day.isDay, !told.spansDays,
                (0...Self.daysOfOpening).contains(publishedOn.dayNumber - day.dayNumber)
            else { return nil }
            let first = told.range.lowerBound
            let sentence = document.sentence(of: first)
            let isFirst =
                first == sentence.lowerBound || first == sentence.lowerBound + 1 && isLocalPreposition(first - 1)
            // "14 мая 2025 Прочитано: 131": a line of the page, which no stop ends.
            guard isFirst, document.isMark(sentence.upperBound - 1, "."),
                !frame.isNoise[first], !isEve(told.range), !isEveWord(first),
                discourse.speakers[Int(document.sentenceOf[first])] == nil,
                document.marks(marks.encounters.earlier, in: sentence).isEmpty,
                let verb = (told.range.upperBound..<max(told.range.upperBound, sentence.upperBound)).first(where: {
                    isFiniteVerb($0)
                }), verbTense(of: verb) == .past || verbTense(of: verb) == .present,
                document.mark(at: verb, marks.speech) == nil
            else { return nil }
            return DayOpening(token: first, day: day)
        }
    }

    /// Days before the article that it still tells of as its own.
    private static let daysOfOpening = 3
}
