import Grammar
import Model

extension Reading {
    /// The date that the text ties to an encounter: of those in its clause days before months before years, then the nearest.
    func date(of mention: EncounterMention, _ scene: EncounterScene, near verb: Int) -> PartialDate? {
        let isTime = { (it: CalendarMention) in it.role == .time && it.date != nil }
        var candidates = dates(in: scene.clause).filter(isTime)
        if candidates.isEmpty, isUndated(scene.clause) { return nil }
        if let own = dateBeforeDash(mention.trigger, scene) { candidates = [own] }
        // "саммита в Баку 3 мая и форума в Астане 8 июня": each its own.
        if let own = ownPhrase(of: mention.trigger, scene) {
            let inside = candidates.filter { own.contains($0.range.lowerBound) }
            if !inside.isEmpty { candidates = inside }
        }
        // "переговоры, в ходе которых условились встретиться 19 октября": the time of what was agreed there.
        if candidates.isEmpty, let relative = relative(of: mention, scene), tellsEncounter(relative),
            document.word(relative.lowerBound)?.can(be: .prep) != true || !tellsAnother(relative, than: mention),
            all(marks.encounters.not, in: relative).isEmpty
        {
            // "принял короля, который накануне прибыл": the day of the journey.
            let isJourney = !all(marks.encounters.go, in: relative).isEmpty
            candidates = dates(in: relative).filter { isTime($0) && !(isJourney && isEveWord($0.range.lowerBound)) }
        }
        // "5 марта 2020 года приезжал министр, с которым встретился президент": when he had come.
        if candidates.isEmpty, mention.status == .held, let arrival = journeyOfAntecedent(scene) {
            candidates = dates(in: arrival).filter { isTime($0) && $0.date?.month != nil }
        }
        // "в марте прибыла делегация, которую принял президент"
        if candidates.isEmpty, !scene.clause.isRelative || mention.isReception, !mention.isPast,
            mention.isTold || mention.isAsserted, !isAttribution(scene.clause)
        {
            // "В мае 2025 года президент приедет в Будапешт: столица примет саммит": of the sentence's one date.
            let earlier = scene.sentence.lowerBound..<max(scene.sentence.lowerBound, scene.clause.lowerBound)
            // "заявил в четверг, что": the day of the words.
            let isSaid = document.marks(marks.speech, in: earlier).contains { isFiniteVerb($0.first) }
            candidates = isSaid ? [] : dates(in: earlier).filter { isTime($0) && $0.date?.month != nil }
            if Set(candidates.map(\.date)).count > 1 { candidates = [] }
        }
        if candidates.isEmpty, mention.status != .planned, let when = clauseOfTime(behind: mention.trigger, scene) {
            candidates = dates(in: when).filter(isTime)
        }
        if candidates.isEmpty, mention.status == .planned, mention.isAsserted {
            candidates = dates(in: scene.clause).filter(isPeriodsEnd)
            if candidates.isEmpty, let year = yearOfPart(in: scene.clause) { return year }
        }
        if !mention.isAsserted {
            candidates = candidates.filter {
                distance($0.range, mention.trigger) <= 3
                    || $0.date?.isDay == true && !isOfOther($0.range, mention.trigger, scene.clause)
                    || $0.range.lowerBound >= mention.trigger.upperBound
                        && !(mention.trigger.upperBound..<$0.range.lowerBound).contains { isFiniteVerb($0) }
                    || isOfOutcome($0.range, mention.trigger, scene.clause)
            }
        }
        candidates.removeAll { isOfReport($0.range, of: mention.trigger, scene.sentence) }
        if let topic = otherSpokenOf(in: mention, scene) { candidates.removeAll { $0.range.lowerBound >= topic } }
        candidates.removeAll { isOfOtherNoun($0.range, mention.trigger) || isOfContent($0.range, mention, scene) }
        candidates.removeAll { isEve($0.range) || isOfDocument($0) || isOfOldYear($0.range) }
        candidates.removeAll { isOfParticiple($0.range, mention.trigger, verb, scene) }
        candidates.removeAll { isFarYear($0, mention.trigger, verb, scene) }
        func nearness(_ it: CalendarMention) -> Int {
            min(distance(it.range, mention.trigger), distance(it.range, verb..<verb + 1))
        }
        let best = candidates.min { (precision($0), nearness($0)) < (precision($1), nearness($1)) }
        guard let best, var date = best.date else { return dayGoingOn(before: mention, scene) }
        if mention.status == .planned { date = coming(date, best, isSure: verbTense(of: verb) == .future) }
        // Days of which the one is not told: the month; a summit takes the first, by whatever name.
        let isOfLeaders = mention.actors.contains { $0.isVague && $0.level == .headOfState }
        if best.spansDays, !isOfLeaders,
            mention.kind != .summit && mention.kind != .forum || isOfStay(best.range, mention, scene)
        {
            return monthOf(best, date)
        }
        return date
    }

    /// The clause by whose finite verb of travel somebody came of whom a relative clause goes on to tell.
    private func journeyOfAntecedent(_ scene: EncounterScene) -> Clause? {
        guard scene.clause.isRelative,
            let before = scene.clauses.last(where: {
                $0.lowerBound < scene.clause.lowerBound && $0.contains(scene.clause.lowerBound - 2)
            })
        else { return nil }
        return all(marks.encounters.go, in: before).contains {
            isFiniteVerb($0.first) && verbTense(of: $0.first) == .past
        }
            ? before : nil
    }

    /// A noun for an encounter stands in a clause, and not the one that it is said of.
    private func tellsAnother(_ clause: Clause, than mention: EncounterMention) -> Bool {
        all(marks.encounter, in: clause).contains { !$0.range.overlaps(mention.trigger) }
            || !all(marks.encounters.agreeing, in: clause).isEmpty
    }

    /// Of several days in a row the month; the year, where they are of two months.
    func monthOf(_ told: CalendarMention, _ date: PartialDate) -> PartialDate? {
        PartialDate(year: date.year, month: told.period.to?.month == told.period.from?.month ? date.month : nil)
    }

    /// "подписан в июне в Японии по итогам встречи премьеров": when what came of it was.
    private func isOfOutcome(_ date: Range<Int>, _ trigger: Range<Int>, _ clause: Clause) -> Bool {
        guard date.upperBound <= trigger.lowerBound, let reference = reference(to: trigger.lowerBound, clause),
            value(reference) != "before", value(reference) != "after",
            document.mark(at: reference.first, marks.encounters.during) == nil,
            reference.range.count > 1, date.upperBound <= reference.first,
            reference.first - date.upperBound <= Self.reachOfOutcome
        else { return false }
        return !(date.upperBound..<reference.first).contains { document.tokens[$0].kind == .mark || isFiniteVerb($0) }
    }

    /// Tokens from a time to the words for what came of an encounter: "в июне в столице Японии по итогам".
    private static let reachOfOutcome = 6

    /// "20 мая прилетит в Ереван, а 22-го его ждет премьер": a day without its month, of that told before it in the sentence.
    func dayGoingOn(in scene: EncounterScene) -> PartialDate? {
        let before = scene.sentence.lowerBound..<max(scene.sentence.lowerBound, scene.clause.lowerBound)
        guard let last = dates(in: before).last(where: { $0.date?.isDay == true })?.date,
            let day = scene.clause.parts.joined().lazy.compactMap({ self.dayOrdinal($0) }).first
        else { return nil }
        return PartialDate(year: last.year, month: last.month, day: day)
    }

    /// "4 октября премьер возложил венок. Во второй половине дня он встретился с президентом": the one day of the sentence before.
    private func dayGoingOn(before mention: EncounterMention, _ scene: EncounterScene) -> PartialDate? {
        // "В четверг он проведет ряд встреч. В частности, он поговорит с президентом": on that day too; "После этого он встретится".
        let first = scene.sentence.lowerBound
        let isNext =
            mention.status == .planned
            && document.marks(marks.encounters.order, in: first..<min(scene.sentence.upperBound, first + 2)).contains {
                value($0) == "turn"
            }
        let isOneOf =
            (document.mark(at: first, marks.encounters.among) != nil || isNext) && scene.clause.lowerBound == first
        guard mention.isAsserted, dates(in: scene.sentence).isEmpty else { return nil }
        guard isOneOf || !all(marks.encounters.hour, in: scene.clause).isEmpty else {
            return dayPlanned(before: mention, scene, isNext: isNext)
        }
        let number = Int(document.sentenceOf[scene.sentence.lowerBound])
        // "Саммит, намеченный на сегодня, отменен. Причина – буря. Вечером премьеры поговорили по телефону"
        let told = (max(0, number - (isOneOf ? 1 : Self.reachOfHour))..<max(0, number)).last { sentence in
            !dates(in: document.sentences[sentence]).allSatisfy { $0.date?.isDay != true }
        }
        guard let told else { return isNext ? dayPlanned(before: mention, scene, isNext: true) : nil }
        let before = document.sentences[told]
        guard !frame.isNoise[before.lowerBound] else { return nil }
        let days = dates(in: before).filter { $0.date?.isDay == true }
        guard let day = days.first, !day.spansDays, day.role == .time, Set(days.map(\.date)).count == 1,
            !isOfReport(day.range, of: before.upperBound - 1..<before.upperBound, before), !isEve(day.range)
        else { return nil }
        return day.date
    }

    /// Sentences from a day to the part of it that is told.
    private static let reachOfHour = 2

    /// "апрельский визит", "на декабрьском саммите": the month that stands before a noun, of the year nearest to the article.
    func monthBefore(_ noun: Int, isAhead: Bool) -> PartialDate? {
        guard let publishedOn,
            let mark = document.marks(marks.encounters.monthly, in: max(0, noun - 3)..<noun).last,
            (mark.end..<noun).allSatisfy({ isAttribute($0) }), let month = Int(value(mark)), let now = publishedOn.month
        else { return nil }
        let year = publishedOn.year + (isAhead && month < now ? 1 : !isAhead && month > now ? -1 : 0)
        return PartialDate(year: year, month: month)
    }

    /// "вылетел на форум, который пройдет 22 мая": of the clause that tells of the encounter itself.
    func day(toldIn relative: Clause) -> PartialDate? {
        guard tellsEncounter(relative), all(marks.encounters.not, in: relative).isEmpty else { return nil }
        return dates(in: relative).first { $0.role == .time && $0.date != nil && !$0.spansDays }?.date
    }

    /// "9–11 марта посетит Душанбе и примет участие в саммите": the days of the stay, of which the summit has one.
    private func isOfStay(_ date: Range<Int>, _ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        let before = scene.sentence.lowerBound..<max(scene.sentence.lowerBound, mention.trigger.lowerBound)
        return document.marks(marks.encounters.go, in: before).contains { verb in
            isFiniteVerb(verb.first) && value(verb) == "object"
                && distance(date, verb.range) < distance(date, mention.trigger)
        }
    }

    /// "в декабре – саммиты СНГ": the time before the dash that stands for the verb.
    private func dateBeforeDash(_ trigger: Range<Int>, _ scene: EncounterScene) -> CalendarMention? {
        var at = trigger.lowerBound - 1
        while at > scene.clause.lowerBound, isAttribute(at) { at -= 1 }
        guard at > scene.clause.lowerBound, document.isDash(at) else { return nil }
        return dates(in: scene.clause).first { $0.range.upperBound == at && $0.role == .time && $0.date != nil }
    }

    /// "саммит, который пройдет 3 мая", and not "выставка, в которой Грузия в этом году участвует".
    func tellsEncounter(_ relative: Clause) -> Bool {
        let first = relative.lowerBound
        return isRelative(first) || (document.mark(at: first, marks.encounters.refer)?.range.count ?? 0) > 1
            || !all(marks.encounters.happen, in: relative).isEmpty
            || !all(marks.encounters.hold, in: relative).isEmpty || !all(marks.encounters.meet, in: relative).isEmpty
            || document.mark(at: first, marks.encounters.place) != nil
    }

    /// "перенесен с апреля на 5 мая", "отложил до мая": the day or the month that something is put off to.
    func postponedDate(in clause: Clause) -> PartialDate? {
        guard let put = all(marks.postponed, in: clause).first else { return nil }
        return dates(in: clause).last { date in
            guard date.date != nil, date.range.lowerBound >= put.end else { return false }
            let first = date.range.lowerBound
            let until = [first, first - 1].first { document.mark(at: $0, marks.encounters.until) != nil }
            // "перенести планировавшийся на 28 октября визит": the day that it was put off from.
            return until.map { document.word($0 - 1)?.can(be: .prtf) != true } ?? false
        }?.date
    }

    /// "встречались в Ереване, когда премьер приезжал туда в мае": the clause that tells of the journey on which it was.
    private func clauseOfTime(behind trigger: Range<Int>, _ scene: EncounterScene) -> Clause? {
        guard let next = scene.clauses.first(where: { $0.lowerBound >= trigger.upperBound }),
            document.mark(at: next.lowerBound, marks.encounters.when) != nil,
            !all(marks.encounters.go, in: next).isEmpty
        else { return nil }
        return next
    }

    /// "29–30 мая" where no year is told, "на этой неделе": a day, and not that of another clause.
    func isUndated(_ clause: Clause) -> Bool {
        !all(marks.encounters.sometime, in: clause).isEmpty || timeApart(in: clause) != nil
            || all(marks.month, in: clause).contains { month in
                month.first > clause.lowerBound && document.tokens[month.first - 1].kind == .number
                    && dates(touching: month.range).allSatisfy { $0.date == nil }
            }
    }

    /// "десятью днями позже", "спустя две недели": by how much, in what unit, and in which direction.
    private func timeApart(in clause: Clause) -> (count: Int?, unit: String, isLater: Bool)? {
        for mark in all(marks.encounters.apart, in: clause) {
            for unit in [mark.first - 1, mark.end, mark.end + 1] where clause.contains(unit) {
                guard let time = document.mark(at: unit, marks.time) else { continue }
                let count = integer(unit - 1) ?? document.mark(at: unit - 1, marks.number).flatMap { Int(value($0)) }
                return (count, value(time), value(mark) == "later")
            }
        }
        return nil
    }

    /// "десятью днями позже": how many days after what was told last.
    func daysLater(in clause: Clause) -> Int? {
        guard let apart = timeApart(in: clause), apart.unit == "day" else { return nil }
        return apart.count.map { apart.isLater ? $0 : -$0 }
    }

    /// "состоится 14 сентября": what is yet to come is the next of that day, where no year is told.
    /// - Parameter isSure: whether the verb itself is in the future; what is only planned may be told late.
    func coming(_ date: PartialDate, _ told: CalendarMention, isSure: Bool) -> PartialDate {
        guard let publishedOn, let month = date.month, date.lastDay < publishedOn.firstDay,
            date.year + 1 >= publishedOn.year,
            !told.range.contains(where: { document.text($0..<$0 + 1).count >= 4 && document.tokens[$0].kind == .number }
            ),
            publishedOn.dayNumber - date.lastDay.dayNumber > (isSure ? 45 : 120)
        else { return date }
        return PartialDate(year: date.year + 1, month: month, day: date.day) ?? date
    }

    /// "встретились в Оше, сообщила в понедельник пресс-служба": the day of the words, behind the comma.
    func isOfReport(_ date: Range<Int>, of trigger: Range<Int>, _ sentence: Range<Int>) -> Bool {
        // "22 мая сообщил об отмене встречи": what is spoken about is of another day.
        if let topic = topicTold(before: trigger, sentence), date.upperBound <= topic { return true }
        return document.marks(marks.speech, in: sentence).contains { verb in
            // "встретятся в Оше, сообщил пресс-секретарь президента Иван Петров в воскресенье"
            let reach = verb.first > trigger.upperBound ? 12 : 1
            guard isFiniteVerb(verb.first), distance(verb.range, date) <= reach else { return false }
            // A word may be both the verb of speech and what brings the two together.
            guard !verb.range.overlaps(trigger), !verb.range.overlaps(date) else { return false }
            let between = min(verb.end, trigger.upperBound)..<max(verb.first, trigger.lowerBound)
            let own = min(verb.end, date.upperBound)..<max(verb.first, date.lowerBound)
            return between.contains { document.isMark($0, ",") }
                && !own.contains { document.isMark($0, ",") && !joinsDates($0) }
        }
    }

    /// "сегодня, 14 марта": a comma between two ways to tell one day.
    private func joinsDates(_ comma: Int) -> Bool {
        comma > 0 && !dates(touching: comma - 1..<comma).isEmpty && !dates(touching: comma + 1..<comma + 2).isEmpty
    }

    /// "сообщили о встрече", "стало известно об отмене переговоров": where the words for what is told begin.
    func topicTold(before trigger: Range<Int>, _ sentence: Range<Int>) -> Int? {
        let before = sentence.lowerBound..<max(sentence.lowerBound, trigger.lowerBound)
        guard
            let about = document.marks(marks.encounters.about, in: before).last(where: {
                trigger.lowerBound - $0.end <= Self.reachOfTopic
            }),
            let verb =
                (document.marks(marks.speech, in: before.lowerBound..<about.first)
                + document.marks(marks.encounters.reported, in: before.lowerBound..<about.first))
                .last(where: { isFiniteVerb($0.first) }), about.first - verb.end <= Self.reachOfTopic,
            !(verb.end..<trigger.lowerBound).contains(where: { isFiniteVerb($0) || document.isMark($0, ",") })
        else { return nil }
        return about.first
    }

    private static let reachOfTopic = 4

    /// "накануне намеченной на 31 мая встречи поговорил": the day of the noun that the participle is said of.
    private func isOfOtherNoun(_ date: Range<Int>, _ trigger: Range<Int>) -> Bool {
        // "разговор в продолжение беседы 9 октября": the day of what it follows up.
        if let other = document.marks(marks.encounter, in: max(0, date.lowerBound - 2)..<date.lowerBound).last,
            other.end == date.lowerBound, !other.range.overlaps(trigger),
            !document.marks(marks.encounters.sequel, in: max(0, other.first - 4)..<other.first).isEmpty
        {
            return true
        }
        let before = max(0, date.lowerBound - 2)..<date.lowerBound
        guard
            document.marks(marks.encounters.happen, in: before).contains(where: {
                document.word($0.first)?.can(be: .prtf) == true && !isFiniteVerb($0.first)
            })
        else { return false }
        let behind = date.upperBound..<min(document.tokens.count, date.upperBound + 5)
        return document.marks(marks.encounter, in: behind).first.map { !$0.range.overlaps(trigger) } ?? false
    }

    /// "накануне заседания" is the day before that, "накануне президент встретился" the day before this.
    func isEve(_ date: Range<Int>) -> Bool {
        guard let eve = document.mark(at: date.lowerBound, marks.encounters.refer), value(eve) == "before" else {
            return false
        }
        // "накануне главы правительств встретились": nothing is on the eve of a person.
        if people.office(around: date.upperBound) != nil || people.name(around: date.upperBound) != nil { return false }
        // "накануне заседания": a form of many too, but "накануне президенты" is no genitive.
        guard let next = document.word(date.upperBound) else { return false }
        return next.can(be: .gent) && !next.can(be: [.nomn, .sing])
    }

    /// "протокол к соглашению от 19 декабря 1997 года", "план консультаций на 2023 год": the day or the year of a document.
    private func isOfDocument(_ date: CalendarMention) -> Bool {
        guard
            let mark = document.mark(at: date.range.lowerBound - 1, marks.encounters.dated)
                ?? document.mark(at: date.range.lowerBound, marks.encounters.dated)
        else { return false }
        guard value(mark) == "year" else { return true }
        guard date.date?.month == nil, let word = document.word(mark.first - 1) else { return false }
        return word.parses[0].tag.grammemes.contains(.noun) && places(in: mark.first - 1..<mark.first).isEmpty
    }

    /// "23 февраля 1838 года": a year that no date is read of.
    private func isOfOldYear(_ date: Range<Int>) -> Bool {
        date.upperBound < document.tokens.count && document.tokens[date.upperBound].kind == .number
            && document.text(date.upperBound..<date.upperBound + 1).count == 4
    }

    /// "1 января вошли новые члены, и саммит стал первым": the date of the verb beside it, where the trigger has its own.
    private func isOfOther(_ date: Range<Int>, _ trigger: Range<Int>, _ clause: Clause) -> Bool {
        guard date.upperBound <= trigger.lowerBound else { return false }
        let verbs = (date.upperBound..<trigger.lowerBound).filter { isFiniteVerb($0) }
        // "10 мая закончилось одно, поэтому он передал на саммите другое"
        return verbs.count > 1
            || !verbs.isEmpty
                && (trigger.upperBound..<max(trigger.upperBound, clause.upperBound)).contains { isFiniteVerb($0) }
    }

    /// "министр, прибывший накануне, встретился": the day of another deed.
    private func isOfParticiple(_ date: Range<Int>, _ trigger: Range<Int>, _ verb: Int, _ scene: EncounterScene) -> Bool
    {
        var at = date.lowerBound - 1
        while at > scene.clause.lowerBound, date.lowerBound - at < 10, !document.isMark(at, ",") { at -= 1 }
        guard document.isMark(at, ","), document.word(at + 1)?.can(be: .prtf) == true, !isAtMargins(at, scene) else {
            return false
        }
        // "консул, назначенный в декабре, встретился", and not "встреча, назначенная на декабрь"
        let isOfEncounter =
            document.mark(at: at + 1, marks.encounters.happen) != nil
            || document.mark(at: at + 1, marks.encounters.hold) != nil
        if isOfEncounter, !isFiniteVerb(trigger.lowerBound) { return false }
        let end = (date.upperBound..<max(date.upperBound, scene.sentence.upperBound)).first { document.isMark($0, ",") }
        guard let end else { return false }
        return !(at..<end).contains(trigger.lowerBound) && !(at..<end).contains(verb)
    }

    /// "на полях конференции, проходящей сегодня, встретился": a comma behind the assembly that the encounter is beside.
    private func isAtMargins(_ comma: Int, _ scene: EncounterScene) -> Bool {
        let before = max(scene.clause.lowerBound, comma - Self.reachOfMargins)..<comma
        return document.mark(at: comma + 1, marks.encounters.happen) != nil
            && document.marks(marks.encounters.refer, in: before).contains { value($0) == "aside" }
    }

    /// Tokens from "на полях" to the end of what the assembly is called.
    private static let reachOfMargins = 8

    /// "впервые после кризиса в 2018 году": a year away from the encounter and its verb is another thing's.
    private func isFarYear(_ date: CalendarMention, _ trigger: Range<Int>, _ verb: Int, _ scene: EncounterScene) -> Bool
    {
        precision(date) == 2 && date.range.lowerBound - scene.clause.lowerBound > 3
            // "встречи А и Б в Осаке в 2019 году"
            && !places(in: max(scene.clause.lowerBound, date.range.lowerBound - 2)..<date.range.lowerBound).contains {
                $0.range.upperBound == date.range.lowerBound && isLocative($0.range, scene.clause.hull, .loct)
            }
            && min(distance(date.range, trigger), distance(date.range, verb..<verb + 1)) > 9
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
