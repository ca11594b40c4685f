import Grammar
import Model

extension AgreementReader {
    /// When a document was concluded, as far as the words around its frame tell.
    func date(around frame: StatusFrame, in sentence: Range<Int>, mentions: [DocumentMention]) -> PartialDate? {
        let candidates = reading.dates(in: sentence).filter { date in
            date.role == .time && date.date != nil
                && !mentions.contains { $0.title.overlaps(date.range) } && !isFuture(date.date!)
        }
        let near = candidates.compactMap { date -> (PartialDate, Double)? in
            let isBefore = date.range.lowerBound < frame.range.lowerBound
            let between =
                isBefore
                ? date.range.upperBound..<max(frame.range.lowerBound, date.range.upperBound)
                : frame.range.upperBound..<max(date.range.lowerBound, frame.range.upperBound)
            var cost = Double(between.count)
            for token in between {
                if document.isMark(token, ";") { return nil }
                if document.isMark(token, ",") { cost += 3 }
                if document.isMark(token, "(") || document.isMark(token, ")") { return nil }
            }
            // A bare year is a date of signing only beside the verb.
            if date.date?.month == nil { cost += 8 }
            return cost <= 18 ? (date.date!, cost) : nil
        }
        return near.min { $0.1 < $1.1 }?.0
    }

    private func isFuture(_ date: PartialDate) -> Bool {
        reading.publishedOn.map { date.firstDay.dayNumber > $0.lastDay.dayNumber } ?? false
    }

    /// "от 27 августа 1996 года" behind a name.
    func dateBehind(_ mention: DocumentMention) -> PartialDate? {
        guard let link = document.mark(at: mention.title.upperBound, marks.link), reading.value(link) == "other" else {
            return nil
        }
        return reading.dates(touching: link.end..<link.end + 1)
            .first { $0.range.lowerBound == link.end && $0.role == .time }?.date
    }

    /// The day of the events that the article tells before a sentence, else the only one that it tells at all; nil when a span
    /// of days comes before.
    func eventDay(before sentence: Int) -> PartialDate? {
        let now = reading.publishedOn ?? latestDay()
        var last: PartialDate?
        var later: Set<PartialDate> = []
        for mention in reading.dates {
            guard mention.role == .time, let date = mention.date, date.isDay else { continue }
            if let now, date > now || now.dayNumber - date.dayNumber > 10 { continue }
            let isBefore = document.sentenceOf[mention.range.lowerBound] <= sentence
            if mention.period.from != mention.period.to {
                if isBefore { return nil }
            } else if isBefore {
                last = date
            } else {
                later.insert(date)
            }
        }
        return last ?? (later.count == 1 ? later.first : nil)
    }

    /// Whether a document concluded then is old news here.
    func isEarlier(_ date: PartialDate, sentence: Int) -> Bool {
        guard let now = reading.publishedOn ?? eventDay(before: document.sentences.count) ?? latestDay() else {
            return !date.isDay
        }
        return now.dayNumber - date.lastDay.dayNumber > 60
    }

    private func latestDay() -> PartialDate? {
        reading.dates.filter { $0.role == .time }.compactMap(\.date).filter(\.isDay).max()
    }
}
