import Grammar
import Model

/// Where the day of the tale was told last, and by whom something was done on it.
struct DayTold {
    var at = 0
    var persons: Set<Int> = []
    /// Told as the day on which somebody came or left.
    var isArrival = false
    /// Of those who are told to have come on the day before.
    var isOnEve = false

    init() {}

    init(at token: Int) { at = token }

    init(_ journey: Journey) {
        at = journey.clause.lowerBound
        persons = Set([journey.traveller?.person].compactMap { $0 })
        isArrival = journey.isArrival
        isOnEve = journey.isOnEve
    }

    /// Nil for an encounter whose day is open.
    init?(_ mention: EncounterMention, _ told: EncounterCluster) {
        if told.isDateOpen { return nil }
        at = mention.clause.lowerBound
        persons = told.persons
    }
}

/// Time and place of the tale.
extension Story {
    /// Whether an encounter that tells no day was on that of the tale: the words tie it to what was told on that day, or the tale has
    /// barely gone on since; else its day is open.
    func isOnDayOfTale(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard let today, today.isDay else { return true }
        let order = order(of: mention)
        if order == "day" || isBesideAssembly(of: today, mention) { return true }
        // "На полях прошла встреча с премьером. Затем он принял министра": on the day of what was told right before, which is open.
        if order == "turn" { return !(last.map { isOpen(clusters[$0], before: mention) } ?? false) }
        guard order == nil, mention.isTold || told.topLevel.isLeader && !toldOn.isArrival else { return false }
        let document = cast.reading.document
        let sentences =
            Int(document.sentenceOf[mention.trigger.lowerBound]) - Int(document.sentenceOf[toldOn.at])
        // "прибыл 5 мая. С ним встретился премьер"; further on it is some day of the stay.
        if toldOn.isArrival, sentences > (toldOn.isOnEve ? 0 : 1) { return false }
        // "2 апреля президент встретился с премьером, а министр – с коллегой"
        if sentences == 0 { return true }
        let isOfPair = mainPair.count == 2 && told.countries == mainPair
        return isOfPair && sentences <= Self.reachOfPairsDay
            || !toldOn.persons.isDisjoint(with: told.persons) && sentences <= Self.reachOfDay
    }

    /// "5 мая прошел саммит. На полях саммита президенты провели переговоры": of an assembly of one day, told right before.
    private func isBesideAssembly(of day: PartialDate, _ mention: EncounterMention) -> Bool {
        guard let last, [.summit, .session, .forum].contains(clusters[last].kind), clusters[last].date == day,
            isAtMargins(mention), !lastsDays(clusters[last])
        else { return false }
        let sentence = Int(cast.reading.document.sentenceOf[mention.trigger.lowerBound])
        return clusters[last].evidence.contains {
            (0...Self.reachOfDay).contains(sentence - Int(cast.reading.document.sentenceOf[$0.lowerBound]))
        }
    }

    private func lastsDays(_ cluster: EncounterCluster) -> Bool {
        cluster.evidence.contains { clause in cast.reading.dates(in: clause).contains(where: \.spansDays) }
    }

    /// Told since the day of the tale, and on a day of its own that is not known.
    private func isOpen(_ cluster: EncounterCluster, before mention: EncounterMention) -> Bool {
        cluster.status == .held && (cluster.date == nil || cluster.isDateOpen)
            && cluster.evidence.contains {
                $0.lowerBound > toldOn.at && $0.lowerBound < mention.clause.lowerBound
            }
    }

    /// Sentences from where the day of the tale is told to what else is told of it: of those who acted on it, and of the two states that
    /// the article is about.
    private static let reachOfDay = 2
    private static let reachOfPairsDay = 3

    /// How the words around a mention place it among what was told before: `day` at an hour of its day, `turn` in its order,
    /// `besides` somewhere beside it; nil where none does.
    private func order(of mention: EncounterMention) -> String? {
        let reading = cast.reading
        let (document, marks) = (reading.document, reading.marks)
        let sentence = document.sentence(of: mention.trigger.lowerBound)
        let around = sentence.lowerBound..<max(mention.trigger.upperBound, mention.clause.upperBound)
        let words = document.marks(marks.encounters.order, in: around)
        let isOnDay =
            !document.marks(marks.encounters.hour, in: around).isEmpty
            || document.marks(marks.encounters.then, in: around).contains { reading.value($0) == "0" }
        if isOnDay { return "day" }
        // "принял министра, а позднее – посла", and not "принял министра, после чего вылетел в Вену"
        let own = sentence.lowerBound..<mention.trigger.upperBound
        let isInTurn = words.contains {
            reading.value($0) == "turn" && (own.contains($0.first) || mention.clause.contains($0.first))
        }
        if isInTurn { return "turn" }
        return words.contains { reading.value($0) == "besides" } ? "besides" : nil
    }

    /// When an assembly is on whose margins others will meet: its day, or of several the month.
    func dayOfAssembly(_ cluster: EncounterCluster) -> PartialDate? {
        lastsDays(cluster) ? cluster.date.flatMap { PartialDate(year: $0.year, month: $0.month) } : cluster.date
    }

    /// The day that "в тот же день" and "на следующий день" count from: of the encounter told last; where its day is not known, the day
    /// told last before in the text; else that of the tale.
    func dayBefore(_ mention: EncounterMention) -> PartialDate? {
        if let day = last.flatMap({ clusters[$0].date }), day.isDay { return day }
        let reading = cast.reading
        let number = Int(reading.document.sentenceOf[mention.clause.lowerBound])
        let from = reading.document.sentences[max(0, number - Self.reachOfDayBefore)].lowerBound
        let told = reading.dates(in: from..<max(from, mention.clause.lowerBound)).last {
            $0.role == .time && $0.date?.isDay == true && !$0.spansDays
        }?.date
        let isNear = told.map { day in today.map { abs(day.dayNumber - $0.dayNumber) <= Self.daysOfTale } ?? true }
        return isNear ?? false ? told : today.flatMap { $0.isDay ? $0 : nil }
    }

    /// Sentences back to a day that is told, and days of one tale.
    private static let reachOfDayBefore = 4
    private static let daysOfTale = 10

    /// Of the day of the tale, or of one right beside it.
    func isOfTheseDays(_ date: PartialDate?) -> Bool {
        guard let date, let today, date.isDay, today.isDay else { return EncounterCluster.agree(date, today) }
        return abs(date.dayNumber - today.dayNumber) <= 1
    }

    /// Journeys told up to here move the tale.
    func advance(to token: Int) {
        for journey in journeys
        where journey.clause.lowerBound <= token && journey.clause.lowerBound > reached && !journey.isBygone {
            open(until: journey.clause.lowerBound)
            // A journey without a day or a kind may be a memory.
            if journey.date != nil || journey.kind != nil || scene == nil {
                move(
                    journey.encounterDate, journey.goal, journey.status,
                    told: DayTold(journey))
            }
        }
        open(until: token)
        reached = max(reached, token)
    }

    /// The days that sentences up to here open with move the tale.
    private func open(until token: Int) {
        while let first = openings.first, first.token <= token {
            move(first.day, nil, .held, told: DayTold(at: first.token))
            openings.removeFirst()
        }
    }

    /// Two months and more before the article.
    func isMemory(_ date: PartialDate?) -> Bool {
        guard let date, cast.reading.publishedOn?.isDay == true else { return false }
        return cast.reading.isLongAgo(date)
    }

    /// What was told long before the tale's day is a memory and moves nothing.
    func move(_ date: PartialDate?, _ place: Place?, _ status: Meeting.Status, told: DayTold?) {
        guard status == .held else { return }
        if let date {
            // "первое заседание состоялось в августе прошлого года": no tale of an article begins there.
            if today == nil, isMemory(date) { return }
            // Of an article without a day a year alone may be of any time.
            if today == nil, date.month == nil, cast.reading.publishedOn == nil { return }
            guard date.isDay || today.map({ EncounterCluster.agree($0, date) }) ?? true else { return }
            if let today, date.isDay, today.isDay, abs(today.dayNumber - date.dayNumber) > Self.daysOfTale { return }
            if date.isDay || today == nil || today?.month == nil && date.month != nil {
                today = date
                if let told { toldOn = told }
            }
        }
        if let place { scene = place }
    }
}
