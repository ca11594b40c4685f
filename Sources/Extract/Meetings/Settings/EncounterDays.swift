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

    /// "завершился саммит, проходивший 27–28 июля": the days of what has ended, where another verb tells them.
    func daysHeld(behind trigger: Range<Int>, _ scene: EncounterScene) -> PartialDate? {
        let behind = trigger.upperBound..<max(trigger.upperBound, scene.sentence.upperBound)
        guard let told = dates(in: behind).first(where: { $0.role == .time && $0.date != nil }) else { return nil }
        let held = document.marks(marks.encounters.happen, in: trigger.upperBound..<told.range.lowerBound).last
        guard let held, value(held) != "end", told.range.lowerBound - held.end <= 3 else { return nil }
        return told.date
    }
}
