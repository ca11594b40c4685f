import Grammar
import Model

/// One place in the text that speaks of an encounter.
struct EncounterMention {
    var kind: Meeting.Kind
    /// Tokens of the word that names it.
    let trigger: Range<Int>
    /// From the clause's first token to its last.
    let clause: Range<Int>
    let rule: String
    /// Those whom the syntax ties to it.
    var actors: [Actor] = []
    /// States told by adjectives or names beside it.
    var countries: [CountryCode] = []
    var orgs: [String] = []
    var level: Meeting.Level?
    var formats: [Meeting.Format] = []
    var visit: Meeting.Visit?
    var status = Meeting.Status.held
    /// Said to happen here; else only referred to.
    var isAsserted = false
    /// A verb tells whether it is past or to come.
    var isTold = true
    /// "следующее заседание": another than the one told.
    var isNext = false
    /// "о прошедшей встрече": told by a participle, so the time of the sentence is not its own.
    var isPast = false
    /// Some time is told in its clause, whether it can be known or not.
    var isTimed = false
    /// Where the journey told right before leads: "там".
    var isThere = false
    /// Under way as the text tells it.
    var isOngoing = false
    /// Adds to the one told before: "его вели вице-премьеры".
    var isContinued = false
    /// Who led its sides, and no more.
    var isOfHeads = false
    /// Somebody has come for it: planned, unless told to be held elsewhere.
    var isExpected = false
    /// Of the states of a region.
    var isRegional = false
    /// "в переговорах участвовали министры": they sat beside those who met, where somebody is told to have met.
    var isOfCompany = false
    /// "заседание глав государств": of heads of state and nobody else.
    var isOfLeaders = false
    /// Told by what was talked about.
    var isConferred = false
    /// "рабочая группа трех стран": of the three whose encounter was told before.
    var isOfThree = false
    /// "энергетики вновь соберутся": by a word that nobody was called by before.
    var isOfTrade = false
    /// "к беседе присоединился президент А": of those whose talks were told last, and of him.
    var isJoined = false
    /// "Накануне", by itself: the day before that of the tale.
    var isOnEve = false
    /// "в столице", with no word of whose.
    var isInCapital = false
    /// Held by the two states in focus, where none is told.
    var isMutual = false
    /// "Предыдущая встреча": before the one that the tale is about.
    var isEarlier = false
    /// On a day that the text tells but that cannot be known: "накануне".
    var isDetached = false
    var date: PartialDate?
    /// Its clause tells a day whose year is not known.
    var isUndated = false
    /// Days after the one told before: "в тот же день", "на следующий день".
    var after: Int?
    var place: Place?
    /// The state whose official receives, or whose city does.
    var host: CountryCode?
    /// A ceremony: no encounter, but it tells where and when the tale is.
    var isScene = false
    /// "международный форум": of many states, none of them named.
    var isWorldly = false
    /// "Ранее министр посетил": before what was told last, so not where that was.
    var isBefore = false
    /// "провел переговоры в Кении и Бурунди": in each.
    var stops: [Place] = []
    /// "провел встречи с А и Б": one with each.
    var isSeveral = false
    /// "С премьером обсуждали торговлю": whoever holds the talks that the article goes through has no word here.
    var isHeadless = false
    /// "Лидеры двух стран": the two whom the article is about, without their names.
    var isOfPair = false
    /// "Главы правительств обсудят торговлю": of the two of that office whom the article names, where it names no others.
    var isOfNamed = false
    /// "с каждым побеседовал отдельно": one with each of those told right before.
    var isWithEach = false
    /// A host receives his guests.
    var isReception = false
    /// "провел встречу с А, Б и В": one with all.
    var isSingle = false
    /// "саммиты ЕАЭС и СНГ": one of each organisation.
    var isOfEach = false
    /// "встретился с А и Б": told by a verb of its own.
    var isVerbal = false
    /// "провел переговоры с А и Б": a noun that has no singular.
    var isOpenNoun = false
    /// "Делегация примет участие", "запланирована поездка на саммит": of the delegation or the traveller told before.
    var isOfDelegation = false
    /// "на пленарном заседании": a part of the session or the forum that was told before.
    var isPlenary = false
    /// "13-е заседание"
    var ordinal: Int?
    /// "в саммите ЕАЭС и заседании совета СНГ": another than the assembly listed before it.
    var isListed = false
    /// "после беседы вылетел в Баку": before the journey that its clause tells.
    var isLeftBehind = false
    /// "Эксперт встретился с министром": somebody acts who is nobody that the text can tell the state of.
    var isOfStranger = false
    /// "дважды: в мае в Осло и в июне в Риме": when and where each of several was; empty for one.
    var occasions: [EncounterOccasion] = []
    /// "«Сегодня мы провели переговоры», – сказал министр": on the day of the words, which may be before that of the article.
    var isOfSpeech = false
    /// Put off, with or without a new day.
    var isPutOff = false
    /// "они пообщались на саммите": of the two told before, if those are no more; and the assembly, which is then no more than where.
    var isOfPairThere = false
    var isBackground = false

    /// "Первая состоялась в Осло": the noun that is left out may be one for talks.
    var isOfCountedTalks = false

    /// Where it comes in the tale: what two have had at an assembly goes before the assembly.
    var order: Int { isOfPairThere ? clause.lowerBound : trigger.lowerBound }
}

extension Reading {
    /// Every mention of an encounter in the article proper, in order.
    ///
    /// What adds to the encounter told before stands near it, and else does no more than to lead the tale past a journey: other
    /// sentences are passed over, and so are those without a word of an encounter.
    ///
    /// - Parameter journeys: those of the article.
    func encounterMentions(_ scenes: Scenes, beside journeys: [Journey]) -> [EncounterMention] {
        let encounters = marks.encounters
        let starts = journeys.map(\.clause.lowerBound).sorted()
        /// The first journey that begins in the last sentence that tells something, or behind it.
        var nextStart = 0
        /// Where that sentence ends.
        var end = Int.min / 2
        var found: [EncounterMention] = []
        for (index, sentence) in document.sentences.enumerated() where !frame.isNoise[sentence.lowerBound] {
            func hasBoth(_ one: MarkClass, _ other: MarkClass) -> Bool {
                document.has(one, inSentence: index) && document.has(other, inSentence: index)
            }
            let tells =
                document.has(encounters.tellers, inSentence: index)
                || hasBoth(encounters.happen, marks.planned) || hasBoth(encounters.hold, encounters.spent)
                // "Седьмое провели в Осло", "следующее решено провести в Осло", "первое состоялось в Осло"
                || hasBoth(encounters.hold, marks.planned) || hasBoth(encounters.hold, marks.ordinal)
                || hasBoth(encounters.greet, encounters.arrival) || hasBoth(encounters.happen, marks.ordinal)
                || hasBoth(encounters.happen, encounters.previous)
            let addsTo =
                document.has(encounters.followers, inSentence: index)
                && (sentence.lowerBound - end < Story.reachOfMore
                    || nextStart < starts.count && starts[nextStart] < sentence.upperBound)
            guard tells || addsTo else {
                // Every test looks whether a class is missing.
                assert(
                    mentions(in: scenes.of(index)).allSatisfy {
                        $0.isContinued && !$0.isNext && document.has(encounters.followers, inSentence: index)
                    }, "tellers or followers lack a class: \(document.text(sentence))")
                continue
            }
            let here = mentions(in: scenes.of(index))
            guard !here.isEmpty else { continue }
            found += here
            end = sentence.upperBound
            while nextStart < starts.count, starts[nextStart] < sentence.lowerBound { nextStart += 1 }
        }
        return found.sorted { $0.order < $1.order }
    }

    private func mentions(in scenes: [EncounterScene]) -> [EncounterMention] { scenes.flatMap { mentions(in: $0) } }

    private func mentions(in scene: EncounterScene) -> [EncounterMention] {
        var found = nounMentions(in: scene)
        found += verbMentions(in: scene, besides: found)
        if found.isEmpty {
            let other =
                ceremony(in: scene) ?? welcome(in: scene) ?? press(in: scene) ?? received(in: scene)
                ?? continued(in: scene)
            if let other { found.append(other) }
        } else if found.allSatisfy({ $0.actors.isEmpty }), let led = led(in: scene) {
            // "на консультациях белорусскую делегацию возглавил А"
            found.append(led)
        }
        return found
    }

    /// "заявил премьер на брифинге в Ереване с президентом": no encounter, but those who face the press together are there.
    private func press(in scene: EncounterScene) -> EncounterMention? {
        guard let mark = all(marks.encounters.idle, in: scene.clause).first(where: { value($0) == "press" }),
            scene.actors.contains(where: {
                $0.link == .with && ($0.kind == .person || $0.kind == .office || $0.kind == .colleague)
            })
        else { return nil }
        var mention = told(.talks, "press", by: mark.range, [], scene, near: mark.first, isVerbal: false)
        mention.isScene = true
        return mention.place == nil ? nil : mention
    }

    /// In the first line, where the article has one of a title's length.
    func isHeadline(_ clause: Range<Int>) -> Bool {
        let end = document.tokens.indices.prefix(40).dropFirst()
            .first { document.tokens[$0].shape.contains(.lineStart) }
        return end.map { clause.upperBound <= $0 } ?? false
    }

    /// "5 мая в Астане прошла церемония встречи президента"
    private func ceremony(in scene: EncounterScene) -> EncounterMention? {
        guard
            let mark = all(marks.encounters.idle, in: scene.clause).first(where: {
                value($0) == "ceremony"
            }),
            let verb = all(marks.encounters.happen, in: scene.clause).first(where: { isFiniteVerb($0.first) }),
            verbTense(of: verb.first) == .past
        else { return nil }
        var mention = told(.talks, "ceremony", by: mark.range, [], scene, near: verb.first, isVerbal: false)
        mention.isScene = true
        return mention
    }

    /// "в аэропорту Тяньцзиня президента встречали министр и другие": in what city somebody has arrived.
    private func welcome(in scene: EncounterScene) -> EncounterMention? {
        guard !all(marks.encounters.arrival, in: scene.clause).isEmpty,
            let verb = all(marks.encounters.greet, in: scene.clause).first(where: { verbTense(of: $0.first) == .past }),
            scene.actors.contains(where: { $0.link == .bare && $0.cases.contains(.accs) && $0.kind == .person })
        else { return nil }
        var mention = told(.talks, "welcome", by: verb.range, [], scene, near: verb.first, isVerbal: false)
        mention.isScene = true
        mention.date = nil
        return mention.place?.city == nil ? nil : mention
    }

    /// A ceremony, a manner of speaking, or a use of the word that is no encounter.
    func isIdle(_ range: Range<Int>) -> Bool {
        let around = max(0, range.lowerBound - 5)..<min(document.tokens.count, range.upperBound + 6)
        return document.marks(marks.encounters.idle, in: around).contains { $0.range.overlaps(range) }
    }

    /// The same, but "вел переговоры с министром" where it is told by whom and with whom.
    func isIdle(_ range: Range<Int>, _ scene: EncounterScene) -> Bool {
        let around = max(0, range.lowerBound - 5)..<min(document.tokens.count, range.upperBound + 6)
        let idle = document.marks(marks.encounters.idle, in: around).filter { $0.range.overlaps(range) }
        guard !idle.isEmpty, idle.allSatisfy({ value($0) == "carry" }) else { return !idle.isEmpty }
        return !scene.actors.contains {
            $0.link == .with
                && ([.person, .office].contains($0.kind) || [.colleague, .pronoun].contains($0.kind) && !$0.isPlural)
        }
    }

    func unique(_ actors: [Actor]) -> [Actor] {
        var seen: Set<Int> = []
        return actors.filter { seen.insert($0.range.lowerBound).inserted }
    }
}
