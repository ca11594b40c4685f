import Grammar
import Model

/// The article's encounters as they build up from mention to mention.
///
/// It keeps what a reader keeps in mind: the day and the city of the tale, and the encounter told last. A class, since that is too
/// much to be copied for each of its steps.
final class Story {
    let cast: Cast
    private(set) var journeys: [Journey]
    var clusters: [EncounterCluster] = []
    /// The day of the tale, as the last dated encounter or journey told it.
    var today: PartialDate?
    /// Where that day was told last, and who acted on it.
    var toldOn = DayTold()
    var scene: Place?
    /// The cluster told last.
    var last: Int?
    /// Journeys and days are told up to here.
    var reached = -1
    /// The days that the sentences to come open with.
    var openings: ArraySlice<DayOpening>
    /// Encounters referred to and not told yet.
    private(set) var hints: [EncounterCluster] = []
    /// An assembly told right before of which only one side is known as yet.
    var pending: EncounterCluster?
    /// Talks told right before by when and where they were, and not by whom.
    private var nameless: EncounterCluster?
    /// Talks told right before by whose they were, and not by when or where.
    private var unplaced: EncounterCluster?
    /// Assemblies of leaders of whom none is known where they are told.
    var gatherings: [EncounterCluster] = []
    /// Who has had a number of talks that the article goes through one by one.
    private(set) var holder: Party?
    /// What they are: talks face to face or calls.
    private(set) var heldKind = Meeting.Kind.talks
    /// Who chaired the session told last.
    private(set) var chairs: [Party] = []
    /// The states of people of whom the text tells them only by where they were met.
    var origins: [Int: CountryCode] = [:]
    let mainPair: Set<CountryCode>
    /// Where two were told last to have met at an assembly.
    private var pairThere: Range<Int>?

    init(_ reading: Reading) {
        let scenes = Scenes(reading)
        var told = reading.journeys(scenes)
        for index in told.indices {
            told[index].traveller = told[index].traveller.map { reading.holder($0, on: told[index].date) }
        }
        journeys = told.merged(reading.publishedOn, isCapital: reading.isCapital)
        cast = Cast(reading: reading, scenes: scenes, journeys: journeys)
        mainPair = Set(reading.discourse.mainPair)
        openings = reading.dayOpenings()[...]
        for mention in reading.encounterMentions(scenes, beside: journeys) { tell(mention) }
        if !clusters.isEmpty || !gatherings.isEmpty { addRosters() }
        addSpeakers()
        settleOrigins()
    }

    /// The leaders whose speeches an article on a summit goes on to tell took part in it.
    private func addSpeakers() {
        let summits = clusters.indices.filter { clusters[$0].kind == .summit && clusters[$0].status == .held }
        guard summits.count == 1, let index = summits.first, isOfTheseDays(clusters[index].date) else { return }
        for speaker in cast.speakers(at: clusters[index]) {
            clusters[index].add([speaker.party], told: speaker.clause)
        }
    }

    private func tell(_ mention: EncounterMention) {
        advance(to: mention.clause.lowerBound)
        if mention.isScene {
            return move(mention.date, mention.place, mention.status, told: DayTold(at: mention.clause.lowerBound))
        }
        if mention.isContinued, !mention.isNext { return goOn(mention) }
        if mention.isBackground, pairThere == mention.clause { return }
        if mention.isOfNamed, !cast.areOnlyTwo(mention.actors[0]) || clusters.contains(where: { $0.kind == .summit }) {
            return
        }
        if mention.isOfPairThere {
            guard isOfTwo(mention) else { return }
            pairThere = mention.clause
        }
        let parts = split(cast.received(mention))
        if parts.isEmpty { gather(mention) }
        for part in parts { tell(one: part) }
    }

    private func tell(one given: EncounterMention) {
        if given.isJoined { return join(given) }
        if isOfCompanyTold(given) { return }
        let mention = atItsTime(given)
        var told = cluster(of: mention)
        holdSeries(told, mention)
        precede(&told, mention)
        if mention.isHeadless || mention.actors.isEmpty { complete(&told, mention) }
        if mention.isHeadless, told.parties.count < 2 { return }
        adopt(&told, mention)
        succeed(&told, mention)
        if gathers(told, mention) { return }
        guard inherit(&told, mention) else { return }
        if let after = mention.after, told.date == nil, let day = dayBefore(mention) {
            told.date = PartialDate(dayNumber: day.dayNumber + after)
        }
        if tellsAgain(told, mention) { return }
        if isFurtherCall(told, mention) {
            told.kind = .call
            told.host = nil
        }
        if becomesCall(&told, mention) || confers(told, mention) || tellsAgainOfHero(&told, mention) { return }
        pairUp(&told, mention)
        share(&told, mention)
        settle(&told, mention)
        if isByPhone(told, mention) { told.kind = .call }
        recall(&told, mention)
        takeUnplaced(&told, mention)
        setUp(&told, mention)
        guard isOwn(told, mention) else { return remember(told, mention) }
        takeHints(&told)
        name(&told, mention)
        absorb(&told, mention)
        // What two of them had among themselves is told by the way: the next words are of all again.
        told.whole = clusters.indices.last { isOfTwoAmongMany(clusters[$0], told, mention) }
        clusters.append(told)
        last = told.whole ?? clusters.count - 1
        if !told.isBesideTalks { move(told.date, told.place, told.status, told: DayTold(mention, told)) }
    }

    /// "Министр провел ряд встреч": the next ones are his.
    private func holdSeries(_ told: EncounterCluster, _ mention: EncounterMention) {
        guard mention.isSeveral, mention.isTold, told.kind == .talks || told.kind == .call, told.status == .held,
            told.parties.count == 1, told.parties[0].person != nil, told.countries.count == 1, told.orgs.isEmpty
        else { return }
        holder = told.parties[0]
        heldKind = told.kind
        move(told.date, told.place, told.status, told: DayTold(mention, told))
    }

    /// Whether a mention tells again of an encounter told before, which takes what it tells.
    private func tellsAgain(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        let asBefore = match(bare(told, mention), mention).flatMap { $0 == last ? $0 : nil }
        guard let index = asBefore ?? match(told, mention) else { return false }
        clusters[index].take(clusters[index].persons.count > 1 ? bare(told, mention) : told)
        // "побывал на форуме" in the first sentence, "утром 30 мая выступил на форуме" below: the day of the tale.
        if today == nil, mention.isAsserted, !mention.isEarlier, !mention.isBefore, !mention.isPast {
            move(mention.date, nil, mention.status, told: DayTold(mention, clusters[index]))
        }
        if isAnnounced(index, before: mention) { settleTitle(index, mention) }
        last = clusters[index].whole ?? index
        return true
    }

    /// "Представители А и Б провели переговоры. Встреча состоялась в Риме": the sides of what had no place of its own.
    private func takeUnplaced(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard let known = unplaced, told.kind == .talks, told.parties.isEmpty, told.countries.isEmpty,
            told.orgs.isEmpty, mention.isTold, mention.place != nil || mention.date != nil, !mention.isEarlier,
            !mention.isNext, told.status == known.status,
            mention.clause.lowerBound - known.evidence[0].upperBound < Self.reachOfName
        else { return }
        (told.parties, told.countries, told.orgs) = (known.parties, known.countries, known.orgs)
        told.evidence = known.evidence + told.evidence
        unplaced = nil
    }

    /// What is no encounter by itself, and may yet become one or tell more of another.
    private func remember(_ told: EncounterCluster, _ mention: EncounterMention) {
        if told.kind == .talks, mention.isAsserted, mention.isTold, told.countries.count > 1 { unplaced = told }
        if !mention.isAsserted || told.kind == .call { hints.append(told) }
        let isOfLeaders = mention.actors.contains { $0.kind == .group && $0.level == .headOfState }
        if told.kind == .summit || told.kind == .talks && isOfLeaders, mention.isAsserted || mention.isTold {
            var gathering = told
            gathering.kind = .summit
            gatherings.append(gathering)
            if mention.isTold, mention.place != nil { pending = gathering }
        }
        let isAssembly = [.session, .forum, .summit].contains(told.kind)
        if isAssembly, mention.isAsserted, mention.isTold,
            told.place != nil || !told.countries.isEmpty || !told.orgs.isEmpty
        {
            pending = told
        }
        // "Саммит открылся. Сначала лидеры побеседовали в узком составе"
        if isOfLeaders, !told.formats.isEmpty, mention.place == nil, let last, clusters[last].kind == .summit,
            clusters[last].status == told.status, EncounterCluster.agree(clusters[last].date, mention.date)
        {
            clusters[last].formats.formUnion(told.formats)
        }
        if told.kind == .talks, told.parties.isEmpty, told.countries.isEmpty, mention.isAsserted, mention.isTold,
            told.place != nil || told.date != nil
        {
            nameless = told
        }
        if isLead(mention, told) { move(told.date, told.place, told.status, told: DayTold(mention, told)) }
    }

    private func takeHints(_ told: inout EncounterCluster) {
        // What was only referred to before, in a title, may tell where and when.
        for hint in hints where hint.kind == told.kind && hint.evidence[0].upperBound < 80 && !isMemory(told.date) {
            guard EncounterCluster.agree(hint.date, told.date), EncounterCluster.agree(hint.place, told.place),
                hint.persons.isSubset(of: told.persons), hint.countries.isSubset(of: told.countries),
                told.orgs.isEmpty || hint.orgs.isSubset(of: told.orgs)
            else { continue }
            if told.place == nil { told.place = hint.place }
            told.evidence.insert(contentsOf: hint.evidence, at: 0)
        }
        hints.removeAll { told.evidence.contains($0.evidence[0]) }
    }

    /// Who took part in the session, forum or summit told just before.
    private func goOn(_ mention: EncounterMention) {
        if let known = pending, !mention.actors.isEmpty,
            mention.clause.lowerBound - known.evidence[0].upperBound < Self.reachOfMore, !isFollowed(known)
        {
            pending = nil
            var told = known
            told.add(cast.parties(of: mention, scene: scene, clusters: clusters), told: mention.clause)
            let sides = told.countries.union([told.place?.country].compactMap { $0 })
            if sides.count + told.orgs.count >= 2 {
                clusters.append(told)
                last = clusters.count - 1
                move(told.date, told.place, told.status, told: DayTold(mention, told))
                return
            }
            pending = told
        }
        guard let last, let told = clusters[last].evidence.map(\.upperBound).max(),
            mention.clause.lowerBound - told < Self.reachOfMore
        else { return }
        if mention.actors.isEmpty || mention.isAsserted {
            if clusters[last].date == nil { clusters[last].date = mention.date }
            if [.talks, .summit].contains(clusters[last].kind) { clusters[last].formats.formUnion(mention.formats) }
            if clusters[last].place?.city == nil, clusters[last].kind != .call, let place = mention.place {
                clusters[last].place = place
            }
            clusters[last].evidence.append(mention.clause)
            if mention.actors.isEmpty { return }
        }
        // Of talks those who led them, where nobody has been named.
        guard
            [.session, .forum, .summit].contains(clusters[last].kind)
                || clusters[last].kind == .talks && clusters[last].persons.isEmpty
        else { return }
        let parties = cast.parties(of: mention, scene: scene, clusters: clusters)
        clusters[last].add(parties, told: mention.clause)
        if mention.isOfHeads, Set(parties.compactMap(\.country)).count > 1 { chairs = parties }
    }

    /// Whether an assembly has been told since: "Следующий саммит пройдет в 2019 году. Встреча лидеров прошла в Астане".
    private func isFollowed(_ known: EncounterCluster) -> Bool {
        guard let last, [.session, .forum, .summit].contains(clusters[last].kind) else { return false }
        return clusters[last].evidence.contains { $0.lowerBound > known.evidence[0].lowerBound }
    }

    /// "Президент А проведет саммит. В саммите примут участие Б и В": the assembly of which one side was told right before.
    private func absorb(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard let known = pending, known.kind == told.kind, known.kind != .talks, known.status == told.status,
            mention.clause.lowerBound - known.evidence[0].upperBound < Self.lead,
            EncounterCluster.agree(known.date, told.date), EncounterCluster.agree(known.place, told.place),
            known.orgs.isEmpty || told.orgs.isEmpty || !known.orgs.isDisjoint(with: told.orgs), !told.isNext,
            mention.countries.isEmpty, known.evidence[0] != mention.clause
        else { return }
        pending = nil
        var whole = known
        whole.take(told)
        told = whole
    }

    /// "Прошло заседание межправсовета. Вопросы обсудили главы правительств А, Б и В": those who conferred there.
    private func confers(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard mention.isConferred, told.countries.count > 2, let last,
            [.session, .summit].contains(clusters[last].kind), !clusters[last].orgs.isEmpty,
            clusters[last].status == told.status, mention.place == nil,
            EncounterCluster.agree(clusters[last].date, mention.date),
            clusters[last].level == nil
                || told.topLevel == nil || clusters[last].level == told.topLevel,
            mention.clause.lowerBound - (clusters[last].evidence.last?.upperBound ?? 0) < Self.reachOfName
        else { return false }
        clusters[last].add(told.parties, told: mention.clause)
        return true
    }

    /// "Беседа прошла в Риге. Министр А и министр Б обсуждали торговлю": when and where those met who are named next.
    private func name(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard let known = nameless else { return }
        nameless = nil
        guard told.kind == .talks, mention.place == nil || told.isPlaceAssumed, known.status == told.status,
            EncounterCluster.agree(mention.date, known.date), !mention.isEarlier, !mention.isBefore, !told.isDetached,
            mention.clause.lowerBound - known.evidence[0].upperBound < Self.reachOfName
        else { return }
        if let place = known.place {
            told.place = place
            told.isPlaceAssumed = known.isPlaceAssumed
        }
        told.date = mention.date ?? known.date ?? told.date
        told.evidence.insert(contentsOf: known.evidence, at: 0)
    }

    private static let reachOfName = 40

    /// Tokens from an encounter to what adds to it.
    static let reachOfMore = 60

    /// "26 октября в столице Грузии открылся форум", of nobody in particular, in the first lines: it sets the day of the tale.
    private func isLead(_ mention: EncounterMention, _ told: EncounterCluster) -> Bool {
        clusters.isEmpty && (today == nil || today == told.date) && mention.isAsserted && mention.isTold
            && told.date?.isDay == true
            && mention.clause.lowerBound < Self.lead && !mention.isEarlier && !mention.isBefore
    }

    /// Tokens of a headline and a first sentence.
    static let lead = 60

    /// The encounter told last before a journey, in the sentences right before it.
    func encounter(before journey: Journey) -> EncounterCluster? {
        let start = journey.clause.lowerBound
        let told = clusters.filter { $0.kind != .call && $0.evidence.contains { $0.lowerBound <= start } }
        func reach(_ it: EncounterCluster) -> Int {
            it.evidence.filter { $0.lowerBound <= start }.map(\.upperBound).max() ?? 0
        }
        return told.max { reach($0) < reach($1) }.flatMap { start - reach($0) < Self.lead ? $0 : nil }
    }
}
