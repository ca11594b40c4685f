import Grammar
import Model

/// What one mention tells of an encounter, completed by what the tale knows by then.
extension Story {
    /// "на полях Генассамблеи в Нью-Йорке": where that is says nothing of whose those are who meet.
    func isAside(_ mention: EncounterMention) -> Bool {
        let reading = cast.reading
        return reading.document.marks(reading.marks.encounters.refer, in: mention.clause)
            .contains { aside in
                // "во время встречи" is the encounter itself.
                reading.value(aside) == "aside" && !(0...3).contains(mention.trigger.lowerBound - aside.end)
            }
    }

    /// Whether the words that name it are those for a meeting.
    func isCalledMeeting(_ mention: EncounterMention) -> Bool {
        !cast.reading.document.marks(cast.reading.marks.encounters.called, in: mention.trigger).isEmpty
    }

    /// "прибыл на консультативную встречу. Встреча пройдет 5 мая": the assembly that was told last under that name.
    func kindRecalled(_ mention: EncounterMention) -> Meeting.Kind? {
        guard mention.kind == .talks, mention.trigger.count == 1, mention.isTold, mention.actors.isEmpty,
            mention.countries.isEmpty, mention.orgs.isEmpty, !mention.isNext || mention.status == .planned,
            !mention.isEarlier, isCalledMeeting(mention), let last, clusters[last].isCalledMeeting,
            mention.clause.lowerBound - (clusters[last].evidence.map(\.upperBound).max() ?? 0) < Self.reachOfTalks
        else { return nil }
        return clusters[last].kind
    }

    /// A session that nobody is said to hold, told behind a summit or a forum, is theirs.
    func adopt(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .session, last.map({ told.orgs.isSubset(of: clusters[$0].orgs) }) ?? false,
            mention.countries.isEmpty, !mention.isMutual, !told.isNext,
            told.ordinal == nil, let last, clusters[last].kind == .summit || clusters[last].kind == .forum,
            clusters[last].status == told.status || !mention.isTold || clusters[last].isExpected,
            EncounterCluster.agree(clusters[last].date, told.date),
            EncounterCluster.agree(clusters[last].place, told.place)
        else { return }
        told.kind = clusters[last].kind
        if told.kind == .summit { told.formats = Set(mention.formats) }
    }

    /// "Министры А, Б и В соберутся в Стамбуле" in the title, "В Стамбуле пройдет совещание" below: what they gather for.
    func gathers(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard told.kind == .session, mention.isTold, told.countries.isEmpty, told.orgs.isEmpty, told.parties.isEmpty,
            !mention.isNext, told.ordinal == nil, let last, clusters[last].rule == "meeting.gather",
            clusters[last].kind == .talks, cast.reading.isHeadline(clusters[last].evidence[0]),
            clusters[last].status == told.status, let place = told.place, clusters[last].place == place,
            EncounterCluster.agree(clusters[last].date, told.date)
        else { return false }
        clusters[last].kind = .session
        clusters[last].take(told)
        return true
    }

    /// A coming one has the kind, the organisation and the states of the one that it follows; false where there is none.
    func inherit(_ told: inout EncounterCluster, _ mention: EncounterMention) -> Bool {
        if told.kind == .talks, told.parties.isEmpty, told.isNext || told.status == .planned,
            let last, clusters[last].kind == .summit
        {
            told.kind = .summit
        }
        // "заседание межправительственной комиссии": of the two states, whatever organisation has sat before.
        if told.kind == .session, mention.isMutual, mention.isTold, told.orgs.isEmpty, mainPair.count == 2,
            isOfTwoStates(mention), clusters.last(where: { $0.kind == .session })?.orgs.isEmpty == false
        {
            return true
        }
        // "Лидеры встретились в Вене. Первая встреча состоялась в Осло, вторая – в Риме"
        if mention.isOfCountedTalks, let last, clusters[last].kind == .talks, clusters[last].countries.count == 2 {
            (told.kind, told.parties) = (.talks, clusters[last].parties)
            (told.countries, told.orgs) = (clusters[last].countries, clusters[last].orgs)
            return true
        }
        let kind = told.kind
        let isLike = { (cluster: EncounterCluster) in
            guard mention.isContinued else { return cluster.kind == kind }
            // "Предыдущее", a session; "предыдущий", a summit or a forum.
            let isFitting = !mention.isEarlier || (cluster.kind == .session) == (kind == .session)
            return isFitting && [.session, .forum, .summit].contains(cluster.kind)
        }
        // "Предыдущее заседание проходило в феврале": of the same body.
        let isPrevious = mention.isEarlier && mention.isTold && !mention.isContinued
        guard told.isNext || isPrevious || isNextOfSeries(told, mention), told.kind != .talks, told.kind != .call
        else { return true }
        if isPrevious, !told.orgs.isEmpty || !told.countries.isEmpty { return true }
        // "Предыдущий саммит «четверки»": by a name of its own.
        if isPrevious, cast.reading.opensQuote(mention.trigger.upperBound) { return true }
        guard let before = clusters.last(where: { isLike($0) && $0.status == .held }) ?? clusters.last(where: isLike)
        else {
            return !mention.isContinued
        }
        if isPrevious, before.evidence[0] == mention.clause { return true }
        if mention.isContinued { told.kind = before.kind }
        if told.kind == .summit, before.isRegional { told.isRegional = true }
        if told.orgs.isEmpty, told.countries.isEmpty {
            told.orgs = before.orgs
            if before.orgs.isEmpty { told.countries = before.countries }
        }
        return true
    }

    /// Without its parties, where they are "стороны" or "сопредседатели" and so those of the encounter told before.
    func bare(_ told: EncounterCluster, _ mention: EncounterMention) -> EncounterCluster {
        guard !mention.actors.isEmpty,
            mention.actors.allSatisfy({
                $0.kind == .group && $0.level == nil && $0.countries.isEmpty || $0.kind == .pronoun && $0.isPlural
            })
        else { return told }
        var bare = told
        bare.parties = []
        bare.countries = Set(mention.countries)
        return bare
    }

    /// "оргкомитет Форума регионов Беларуси и России. Форум должен состояться в Минске": whose it is was told before.
    func recall(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard [.session, .forum].contains(told.kind), mention.isAsserted, told.orgs.isEmpty, mention.countries.isEmpty,
            told.parties.isEmpty, !told.isNext || told.kind == .forum
        else { return }
        let known = told.place?.country.map { [$0] } ?? []
        guard
            let hint = hints.last(where: {
                $0.kind == told.kind && $0.orgs.isEmpty && $0.countries.count >= 2
                    && $0.countries.isSuperset(of: known) && mention.clause.lowerBound - $0.evidence[0].upperBound < 90
            })
        else { return }
        told.countries.formUnion(hint.countries)
    }

    /// "В Осло 26 марта открывается саммит по климату. В саммите участвует президент": the assembly of nobody in particular told right
    /// before, which alone would be none.
    func setUp(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard var whole = pending, whole.kind == told.kind, [.summit, .forum, .session].contains(whole.kind),
            whole.place != nil, !told.parties.isEmpty, told.place == nil || told.isPlaceAssumed, mention.date == nil,
            mention.isAsserted, !told.isNext, told.ordinal == nil, !mention.isEarlier,
            told.orgs.isEmpty || told.orgs == whole.orgs, !isOwn(told, mention),
            mention.clause.lowerBound - whole.evidence[0].upperBound < Self.reachOfMore
        else { return }
        let status = whole.status
        told.place = nil
        whole.take(told)
        told = whole
        told.status = status
        pending = nil
    }

    /// Fills what the tale knows: the day, the city, the states in focus.
    func settle(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        settleSides(&told, mention)
        settleOfficials(&told, mention)
        if told.status == .held, told.kind != .call, !told.isDetached { setScene(&told, mention) }
        settlePlace(&told, mention)
        settleOrganisation(&told, mention)
        settleMargins(&told, mention)
        told.isBesideTalks = isBesideTalks(told, mention)
        settleStates(&told, mention)
    }

    /// The sides of talks that name none of their own.
    private func settleSides(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .talks, told.orgs.isEmpty, mention.isAsserted else { return }
        // "Затем прошли переговоры в узком и расширенном составах" of nobody named before: of the two states in focus.
        if told.parties.isEmpty, told.countries.isEmpty, mainPair.count == 2,
            !told.formats.isEmpty || isOfTheirLeaders(told, mention)
        {
            told.countries = mainPair
            // "А и его гостья выступили на форуме. Разговор начался один на один": of those two, whoever else leads a state.
            let before = last.map { clusters[$0].parties.filter { $0.level.isLeader && $0.person != nil } } ?? []
            told.parties =
                before.count == 2 && Set(before.compactMap(\.country)) == mainPair
                ? before : cast.leaders(of: mainPair)
        }
        // "Президенты А и Б подписали заявление. Как рассказал А, на прошедших в Минске переговорах": of those who acted.
        if told.countries.count < 2, told.parties.count < 2, mention.isTold, told.status == .held,
            mention.place?.city != nil, !mention.isEarlier, !told.isNext, clusters.isEmpty,
            mention.actors.allSatisfy({ $0.kind == .person && $0.link == .bare })
        {
            let leaders = cast.leadersActing(before: mention.clause.lowerBound, of: mainPair)
            if !leaders.isEmpty, told.persons.isSubset(of: leaders.compactMap(\.person)) {
                told.parties = leaders
                told.countries = Set(leaders.compactMap(\.country))
            }
        }
    }

    /// The officials of several states who acted right before, for talks that name nobody.
    private func settleOfficials(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .talks, told.orgs.isEmpty, told.parties.isEmpty, told.countries.isEmpty,
            told.status == .held, mention.place != nil || mention.isAsserted && mention.date != nil, !mention.isEarlier,
            !told.isNext
        else { return }
        let officials = cast.officials(actingBefore: mention.trigger.lowerBound, of: mention.level)
        told.parties = officials
        told.countries = Set(officials.compactMap(\.country))
        if officials.count > 2, officials[0].level.isLeader { (told.kind, told.isOfTalks) = (.summit, true) }
    }

    /// Where a journey leads, or where the others are that are planned beside it.
    private func settlePlace(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        if let place = told.place, let country = place.country, told.kind == .talks, !told.countries.contains(country),
            mention.place == nil,
            let goal = journeys.last(where: { journey in
                journey.clause.lowerBound <= mention.clause.lowerBound
                    && journey.goal?.country.map(told.countries.contains) ?? false
                    && journey.traveller?.person.map(told.persons.contains) ?? false
            })?.goal
        {
            // A trip of several stages: where the one goes whom he meets is from.
            told.place = goal
        }
        if told.kind == .talks, told.status == .planned, told.place == nil, told.host == nil {
            told.place = stage(of: told, mention)
            // "в апреле проведет переговоры с А. Намечены также встречи с Б и В": of that month.
            if told.date == nil, told.place != nil, let other = others(beside: told, mention),
                other.place == told.place
            {
                told.date = other.date
            }
        }
        if told.place == nil, told.status == .planned, [.summit, .session, .forum].contains(told.kind), !told.isNext {
            told.place = goal(of: told, mention)
        }
    }

    /// The organisation of a summit or session that the words before it tell.
    private func settleOrganisation(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.orgs.isEmpty else { return }
        if told.kind == .summit, told.countries.count < 2,
            mention.trigger.count > 1
                || cast.reading.document.mark(at: mention.trigger.upperBound, cast.reading.marks.nameNot) != nil,
            !mention.isRegional
        {
            told.orgs = cast.organisation(before: mention.trigger.lowerBound)
        }
        // "Саммит ОТГ пройдет в Габале. В его канун состоится заседание совета министров": of the same organisation.
        if told.kind == .session, told.countries.isEmpty, told.parties.isEmpty, mention.isTold, mention.isMutual,
            mention.level != nil, mention.ordinal == nil, let last, clusters[last].kind == .summit,
            !clusters[last].orgs.isEmpty, clusters[last].status == told.status, isWithinReach(clusters[last], mention)
        {
            told.orgs = clusters[last].orgs
            told.place = told.place ?? clusters[last].place
        }
    }

    /// "прилетел в Ашхабад на форум. На полях форума встретится с президентом": where the assembly is.
    private func settleMargins(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.kind == .talks, told.place == nil, told.host == nil, told.date == nil || told.status == .planned,
            isAtMargins(mention), let last, [.summit, .forum, .session].contains(clusters[last].kind),
            clusters[last].status == told.status || clusters[last].isOngoing, isWithinReach(clusters[last], mention)
        else { return }
        told.place = clusters[last].place
        if told.date == nil, told.status == .planned, !mention.isTimed { told.date = dayOfAssembly(clusters[last]) }
    }

    /// Whether an encounter was told last within reach of a mention.
    private func isWithinReach(_ known: EncounterCluster, _ mention: EncounterMention) -> Bool {
        mention.clause.lowerBound - (known.evidence.map(\.upperBound).max() ?? 0) < Self.reachOfTalks
    }

    /// The two states in focus, for a session or forum of theirs.
    private func settleStates(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        guard told.orgs.isEmpty, mention.isAsserted,
            mention.isMutual || told.kind == .forum && !told.parties.isEmpty || told.isBesideTalks,
            told.kind == .session || told.kind == .forum, told.countries.count < 2
        else { return }
        var known = told.countries
        if let country = told.place?.country { known.insert(country) }
        // "министр провел заседание комитета по закупкам" is at home.
        let isHome =
            (told.kind == .session || mention.level == .business && told.parties.isEmpty)
            && !isOfTwoStates(mention) && !told.isBesideTalks && !isAgreed(mention)
        if !isHome, known.isSubset(of: mainPair), told.kind == .session || known.count < 2 || told.parties.isEmpty {
            told.countries.formUnion(mainPair)
        }
    }

    /// "В рамках визита прошли переговоры на высшем уровне": of the leaders of the two states, who are both named and have not been told
    /// to have met then.
    private func isOfTheirLeaders(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        guard mention.isTold, mention.level == .headOfState, !mention.isEarlier, !mention.isNext else { return false }
        let leaders = Set(cast.leaders(of: mainPair).compactMap(\.person))
        return leaders.count == 2
            && !clusters.contains {
                $0.persons.isSuperset(of: leaders) && EncounterCluster.agree($0.date, told.date)
            }
    }

    /// "посещает Шанхай. Он примет участие в выставке": where the journey leads that was told right before.
    private func goal(of told: EncounterCluster, _ mention: EncounterMention) -> Place? {
        guard
            let journey = journeys.last(where: { $0.clause.lowerBound <= mention.clause.lowerBound }),
            mention.clause.lowerBound - journey.clause.upperBound < 30,
            let person = journey.traveller?.person, told.persons.contains(person),
            let goal = journey.goal, goal.country != cast.reading.people.persons[person].country
        else { return nil }
        return goal
    }

    /// What the title told before the day and the city of the tale were known, and the body tells again.
    func settleTitle(_ index: Int, _ mention: EncounterMention) {
        // "по итогам встречи подписан договор" says nothing of when that was.
        guard clusters[index].status == .held, clusters[index].kind != .call, mention.status == .held,
            mention.isTold || !mention.actors.isEmpty,
            !mention.isDetached, !mention.isEarlier, !mention.isBefore
        else { return }
        var told = clusters[index]
        setScene(&told, mention)
        clusters[index] = told
    }

    /// The day and the city of the tale, where an encounter has none of its own.
    func setScene(_ told: inout EncounterCluster, _ mention: EncounterMention) {
        if told.date == nil, !mention.isUndated, !mention.isPast || told.kind != .talks || told.isReferred {
            told.date = today
            told.isDateAssumed = today != nil
            told.isDateOpen = !isOnDayOfTale(told, mention)
        }
        // "Саммит прошел в Вене. Накануне, 5 мая, в столице встретились президенты"
        if told.place == nil, mention.isInCapital, let city = scene?.city, let country = scene?.country,
            cast.reading.capitalCity(of: country) == city
        {
            told.place = scene
        }
        // "После беседы с А канцлер вылетел в Баку": not where he goes.
        let isBeforeLeaving = mention.isLeftBehind && journeys.contains { $0.clause == mention.clause }
        if told.place == nil, isOfTheseDays(told.date) || mention.after != nil, !mention.isEarlier,
            !mention.isBefore, !isBeforeLeaving, !isSceneOfOthers(told),
            // Whoever receives is at home.
            told.host == nil || scene?.country == told.host
        {
            told.place = scene
            told.isPlaceAssumed = scene != nil
        }
    }

    /// Whether a mention that matches nothing tells an encounter of its own.
    func isOwn(_ told: EncounterCluster, _ mention: EncounterMention) -> Bool {
        switch told.kind {
        case .talks, .call:
            guard told.countries.count + told.orgs.count >= 2 else { return false }
            let named = told.parties.filter { $0.person != nil || $0.office != nil }
            if mention.isAsserted {
                if !named.isEmpty || mention.date != nil || mention.place != nil { return true }
                // "прошли консультации между МИД Узбекистана и Японии", on the day of the tale.
                return mention.isTold && told.status == .held && told.date != nil && told.date == today
            }
            return Set(named.compactMap { $0.organisation ?? $0.country?.rawValue }).count >= 2
        case .summit, .session, .forum:
            // "По итогам переговоров президенты А, Б и В подписали декларацию": talks of three leaders.
            if mention.kind == .talks, told.kind == .summit, told.parties.count > 2, mention.status == .held {
                return true
            }
            guard mention.isAsserted else { return false }
            // "решение о дате следующего заседания" tells of none yet.
            if told.isNext, told.date == nil, told.place == nil, !mention.isTold { return false }
            var sides = Set(told.countries.map(\.rawValue)).union(told.orgs)
            if let country = told.place?.country { sides.insert(country.rawValue) }
            // A region's leaders are several, though no state is named but the host.
            let isComing = told.kind == .summit && mention.isRegional && told.status == .planned && told.date != nil
            // "саммит ОДКБ пройдет в пятницу": of an organisation, wherever it is.
            if told.kind == .summit, !told.orgs.isEmpty, mention.isTold || told.date != nil { return true }
            // "заседание Совета НАТО на уровне министров обороны пройдет 15 июня"
            if told.kind == .session, !told.orgs.isEmpty, mention.level != nil,
                mention.isTold || !cast.reading.isReferredAside(mention.trigger),
                told.date?.isDay == true || mention.place != nil
            {
                return true
            }
            // "саммит Китай – Центральная Азия прошел в Сиане": of a state with a region; "первый саммит прошел в Сиане": of its series.
            if told.kind == .summit, mention.isRegional || told.isRegional, !sides.isEmpty,
                told.place != nil || told.date != nil
            {
                return true
            }
            if told.kind != .session, mention.isWorldly, mention.isTold,
                told.place != nil || mention.date != nil && !told.countries.isEmpty
            {
                return true
            }
            // "примет участие в саммите «Центральная Азия – Германия»"
            if told.kind == .summit, mention.isRegional, mention.isTold, !mention.countries.isEmpty,
                !told.persons.isEmpty
            {
                return true
            }
            return sides.count >= 2 || isComing && told.place != nil
        case .visit:
            return false
        }
    }

    /// "договорились о проведении в октябре заседания комитета": of those who agree.
    func isAgreed(_ mention: EncounterMention) -> Bool {
        mention.status == .planned
            && cast.reading.document.marks(cast.reading.marks.encounters.agreeing, in: mention.clause).contains {
                cast.reading.isFiniteVerb($0.first) && $0.end <= mention.trigger.lowerBound
            }
    }
}
