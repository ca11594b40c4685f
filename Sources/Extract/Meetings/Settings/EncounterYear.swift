import Grammar
import Model
import Morphology

/// Which year or week a date is of that the text tells without one.
extension Reading {
    /// A month or a year that lies behind the article is told of another year, or of what is to come.
    func settleYear(_ mention: inout EncounterMention, _ scene: EncounterScene, near verb: Int) {
        // "в прошлом году, в июле": the year stands apart.
        if let date = mention.date, date.month != nil, isOfNoYear(date, scene),
            let month = dates(in: scene.clause).first(where: { $0.date == date }),
            let year = dates(in: scene.clause).first(where: {
                $0.role == .time && $0.date != nil && $0.date?.month == nil && distance($0.range, month.range) <= 1
            })?.date?.year
        {
            mention.date = PartialDate(year: year, month: date.month, day: date.day)
        }
        // "последняя беседа была в январе", told in May: of this year, and told in December of it too.
        if let publishedOn, let date = mention.date, !date.isDay, date.month != nil, mention.status == .held,
            date.firstDay > publishedOn.lastDay, isOfNoYear(date, scene),
            !all(marks.encounters.happen, in: scene.clause).contains(where: {
                value($0) == Meeting.Status.planned.rawValue
            })
        {
            mention.date = PartialDate(year: date.year - 1, month: date.month)
        }
        // "обсудили проведение конгресса в 2022 году", told in 2018.
        if let publishedOn, let date = mention.date, !date.isDay, mention.status == .held,
            verbTense(of: verb) != .past || mention.kind == .forum || mention.kind == .session,
            date.firstDay > publishedOn.lastDay
        {
            mention.status = .planned
        }
        // "условились о поставках в следующем году": a year that is yet to come is not when they met.
        if let publishedOn, let date = mention.date, !date.isDay, mention.status == .held,
            date.firstDay > publishedOn.lastDay
        {
            mention.date = nil
        }
    }

    /// The same of a day.
    func settleDay(_ mention: inout EncounterMention, _ scene: EncounterScene, near verb: Int) {
        if let publishedOn, let date = mention.date, date.isDay, publishedOn.isDay {
            // "в пятницу встретился", written on Thursday: the Friday before.
            let isOfWeek =
                verbTense(of: verb) == .past && date.dayNumber - publishedOn.dayNumber < 7 && isOfWeekday(date, scene)
            if mention.status == .held, date > publishedOn {
                if isOfWeek {
                    mention.date = PartialDate(dayNumber: date.dayNumber - 7)
                } else if verbTense(of: verb) == .past, isOfNoYear(date, scene),
                    mention.isEarlier || date.dayNumber - publishedOn.dayNumber > Self.daysAhead
                {
                    mention.date = PartialDate(year: date.year - 1, month: date.month, day: date.day)
                } else {
                    mention.status = .planned
                }
            }
            // "во вторник встречается", written on Sunday: the Tuesday to come.
            if mention.status == .held, verbTense(of: verb) == .present, date < publishedOn,
                publishedOn.dayNumber - date.dayNumber < 7, isOfWeekday(date, scene)
            {
                mention.date = PartialDate(dayNumber: date.dayNumber + 7)
                mention.status = .planned
            }
            // "5 мая стало известно о предстоящей встрече": the day of the news.
            if mention.status == .planned,
                date < publishedOn || date == publishedOn && isOfPastVerb(date, mention.trigger, verb, scene)
            {
                mention.date = nil
            }
        }
    }

    /// "сегодня ушел на карантин из-за предстоящей встречи": the day of what has been done.
    private func isOfPastVerb(_ date: PartialDate, _ trigger: Range<Int>, _ verb: Int, _ scene: EncounterScene) -> Bool
    {
        guard verbTense(of: verb) == .past, document.mark(at: verb, marks.encounters.happen) == nil else {
            return false
        }
        return dates(in: scene.clause).filter { $0.date == date }
            .allSatisfy { distance($0.range, verb..<verb + 1) < distance($0.range, trigger) }
    }

    /// "состоялась 7 октября": a day that the text tells without its year.
    private func isOfNoYear(_ date: PartialDate, _ scene: EncounterScene) -> Bool {
        dates(in: scene.clause).contains { told in
            told.date == date
                && !told.range.contains { document.tokens[$0].kind == .number && document.text($0..<$0 + 1).count == 4 }
                && document.marks(marks.yearRelative, in: told.range).isEmpty
        }
    }

    /// "Министры встретились во второй раз. Первая встреча состоялась в феврале": the first, of a month or a year of its own.
    func isFirstOfSeveral(_ mention: EncounterMention) -> Bool {
        mention.kind == .talks && mention.ordinal == 1 && mention.status == .held && mention.isTold
            && mention.actors.isEmpty && mention.countries.isEmpty && mention.date.map { !$0.isDay } ?? false
    }

    /// "в пятницу": a day that the text tells without a number.
    private func isOfWeekday(_ date: PartialDate, _ scene: EncounterScene) -> Bool {
        dates(in: scene.clause).contains { told in
            told.date == date && told.range.allSatisfy { document.tokens[$0].kind == .word }
        }
    }

    /// Days by which an article may be told to be older than it is.
    private static let daysAhead = 31
}
