import Grammar
import Model

extension Reading {
    /// The date that the text ties to an encounter: of those in its clause days before months before years, then the nearest.
    func date(of mention: EncounterMention, _ scene: EncounterScene, near verb: Int) -> PartialDate? {
        let isTime = { (it: CalendarMention) in it.role == .time && it.date != nil }
        var candidates = dates(in: scene.clause).filter(isTime)
        if candidates.isEmpty, let relative = relative(of: mention, scene),
            all(marks.encounters.not, in: relative).isEmpty
        {
            candidates = dates(in: relative).filter(isTime)
        }
        if candidates.isEmpty, !scene.clause.isRelative {
            // "В мае 2025 года президент приедет в Будапешт: столица примет саммит": of the sentence's one date.
            let earlier = scene.sentence.lowerBound..<max(scene.sentence.lowerBound, scene.clause.lowerBound)
            // "заявил в четверг, что": the day of the words.
            let isSaid = document.marks(marks.speech, in: earlier).contains { isFiniteVerb($0.first) }
            candidates = isSaid ? [] : dates(in: earlier).filter { isTime($0) && $0.date?.month != nil }
            if Set(candidates.map(\.date)).count > 1 { candidates = [] }
        }
        if !mention.isAsserted {
            candidates = candidates.filter {
                distance($0.range, mention.trigger) <= 3 || $0.date?.isDay == true
                    || $0.range.lowerBound >= mention.trigger.upperBound
                        && !(mention.trigger.upperBound..<$0.range.lowerBound).contains { isFiniteVerb($0) }
            }
        }
        func nearness(_ it: CalendarMention) -> Int {
            min(distance(it.range, mention.trigger), distance(it.range, verb..<verb + 1))
        }
        let best = candidates.min { (precision($0), nearness($0)) < (precision($1), nearness($1)) }
        guard let best, let date = best.date else { return nil }
        // Days of which the one is not told: the month; a summit takes the first.
        if best.rule == "date.day_range", mention.kind != .summit, mention.kind != .forum {
            return PartialDate(year: date.year, month: date.month)
        }
        return date
    }

    /// The relative clause that speaks of the noun of a mention.
    func relative(of mention: EncounterMention, _ scene: EncounterScene) -> Clause? {
        relative(of: mention.trigger.lowerBound, scene) ?? relative(of: mention.trigger.upperBound - 1, scene)
    }

    /// 0 for a day, 1 for a month, 2 for a year.
    private func precision(_ it: CalendarMention) -> Int { it.date?.isDay == true ? 0 : it.date?.month != nil ? 1 : 2 }

    func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        a.lowerBound >= b.upperBound ? a.lowerBound - b.upperBound : max(0, b.lowerBound - a.upperBound)
    }
}
