import Grammar
import Model

/// Times that a text tells by counting from another: "тогда", "во второй день визита", "на следующей неделе", "в первом полугодии".
extension Reading {
    /// The time of an encounter that tells neither day nor month of its own, where its words lead to one.
    func timeCounted(for mention: EncounterMention, _ scene: EncounterScene) -> PartialDate? {
        if mention.status == .held, let date = timeThen(scene) ?? dayOfStay(scene) { return date }
        return weekTold(in: scene.clause.hull)
    }

    /// "Они встречались в мае 2022 года в Вене. Тогда министр побеседовал с канцлером": the time told last before it.
    func timeThen(_ scene: EncounterScene) -> PartialDate? {
        let first = scene.sentence.lowerBound
        let then =
            document.mark(at: first, marks.encounters.thattime)
            ?? all(marks.encounters.thattime, in: scene.clause).first
        // "тогда же", "тогда как"
        guard let then, document.mark(at: then.first, marks.encounters.then) == nil,
            document.word(then.end)?.can(be: .conj) != true
        else { return nil }
        let number = Int(document.sentenceOf[first])
        let from = document.sentences[max(0, number - Self.reachOfThen)].lowerBound
        let told = dates(in: from..<max(from, then.first)).last { $0.role == .time && $0.date != nil }
        guard let told, let date = told.date else { return nil }
        return told.spansDays ? monthOf(told, date) : date
    }

    /// Sentences back from "тогда" to the time that it stands for.
    private static let reachOfThen = 2

    /// "Завершился визит, состоявшийся 6–9 октября. Во второй день визита": of the days in a row told last the one that is counted.
    private func dayOfStay(_ scene: EncounterScene) -> PartialDate? {
        guard let counted = all(marks.encounters.stayday, in: scene.clause).first,
            let noun = document.marks(marks.encounter, in: counted.end..<min(document.tokens.count, counted.end + 3))
                .first, noun.first - counted.end <= 1, value(noun) == Meeting.Kind.visit.rawValue
        else { return nil }
        let number = Int(document.sentenceOf[scene.sentence.lowerBound])
        let from = document.sentences[max(0, number - Self.reachOfStay)].lowerBound
        guard let stay = dates(in: from..<max(from, counted.first)).last(where: \.spansDays),
            let first = stay.period.from,
            let last = stay.period.to, first.isDay, last.isDay
        else { return nil }
        guard let day = Int(value(counted)) else { return last }
        let date = PartialDate(dayNumber: first.dayNumber + day - 1)
        return date.flatMap { $0 <= last ? $0 : nil }
    }

    /// Sentences back from a day of a visit to the days of the visit.
    private static let reachOfStay = 8

    /// "на этой неделе", "на следующей неделе": the month that all days of that week are in.
    func weekTold(in range: Range<Int>) -> PartialDate? {
        guard let publishedOn, publishedOn.isDay, let week = document.marks(marks.encounters.week, in: range).first,
            let weeks = Int(value(week))
        else { return nil }
        let monday = publishedOn.dayNumber - publishedOn.weekday + 1 + 7 * weeks
        guard let first = PartialDate(dayNumber: monday), let last = PartialDate(dayNumber: monday + 6),
            first.month == last.month
        else { return nil }
        return PartialDate(year: first.year, month: first.month)
    }

    /// "в первой половине 2026 года", of what is to come: that year.
    func yearOfPart(in clause: Clause) -> PartialDate? {
        let part = dates(in: clause).first { $0.role == .time && $0.date == nil }
        guard let part, let from = part.period.from, let to = part.period.to, from.year == to.year else { return nil }
        // "во втором полугодии", told in the first: of the year that it is.
        if let publishedOn, !isOfYear(part), to < publishedOn { return PartialDate(year: publishedOn.year) }
        return PartialDate(year: from.year)
    }

    /// "Мероприятия намечены на 4 октября. Состоится встреча с президентом. Затем пройдут переговоры с премьером": the one day of what is to
    /// come that the sentence before tells, or the one before that, where it goes on in turn.
    func dayPlanned(before mention: EncounterMention, _ scene: EncounterScene, isNext: Bool) -> PartialDate? {
        guard mention.status == .planned, mention.isTold, !scene.clause.isRelative, let publishedOn,
            document.marks(marks.encounters.go, in: scene.sentence).isEmpty,
            !document.marks(marks.encounters.order, in: scene.sentence).contains(where: { value($0) == "besides" })
        else { return nil }
        let number = Int(document.sentenceOf[scene.sentence.lowerBound])
        for back in 1...(isNext ? 2 : 1) where number >= back {
            let sentence = document.sentences[number - back]
            guard !frame.isNoise[sentence.lowerBound] else { return nil }
            let days = dates(in: sentence).filter { $0.date?.isDay == true }
            // Of a journey the day is that of the arrival.
            guard document.marks(marks.encounters.go, in: sentence).isEmpty else { return nil }
            guard let day = days.first?.date else { continue }
            let isAhead =
                sentence.contains { isFiniteVerb($0) && verbTense(of: $0) == .future }
                || !document.marks(marks.planned, in: sentence).isEmpty
                || document.marks(marks.encounters.happen, in: sentence).contains {
                    value($0) == Meeting.Status.planned.rawValue
                }
            // "5 мая он встретится с премьером. Заседание комиссии пройдет в Осло": in a town of its own, on a day of its own.
            let towns = Set(
                places(in: scene.sentence).filter { isLocalPreposition($0.range.lowerBound - 1) }
                    .compactMap(\.city))
            return isAhead && day >= publishedOn
                && towns.isSubset(of: places(in: sentence).compactMap(\.city))
                && days.allSatisfy { $0.date == day && $0.role == .time && !$0.spansDays }
                ? day : nil
        }
        return nil
    }

    /// "посетит Москву в конце года, заявил премьер на встрече со спикером": the time of what was said there.
    func isOfContent(_ date: Range<Int>, _ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        guard mention.status == .held, date.upperBound < mention.trigger.lowerBound else { return false }
        return document.marks(marks.speech, in: date.upperBound..<mention.trigger.lowerBound).contains { verb in
            isFiniteVerb(verb.first) && document.isMark(verb.first - 1, ",")
                && scene.sentence.contains(date.lowerBound)
                && (scene.sentence.lowerBound..<date.lowerBound).contains { isFiniteVerb($0) || isInfinitive($0) }
        }
    }

    private func isInfinitive(_ token: Int) -> Bool { document.word(token)?.can(be: .infn) == true }

    /// "завершился саммит, проходивший 27–28 июля": the days of what has ended, where another verb tells them.
    func daysHeld(behind trigger: Range<Int>, _ scene: EncounterScene) -> PartialDate? {
        let behind = trigger.upperBound..<max(trigger.upperBound, scene.sentence.upperBound)
        guard let told = dates(in: behind).first(where: { $0.role == .time && $0.date != nil }) else { return nil }
        let held = document.marks(marks.encounters.happen, in: trigger.upperBound..<told.range.lowerBound).last
        guard let held, value(held) != "end", told.range.lowerBound - held.end <= 3 else { return nil }
        return told.date
    }
}
