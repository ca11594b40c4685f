import Grammar
import Model

/// What one mention tells of an encounter by itself, with those who take part as the tale knows them by then.
extension Story {
    /// Those who take part, as far as the syntax, the journeys and the talks told before give them.
    private func parties(of mention: EncounterMention) -> [Party] {
        if areChairs(mention.actors) { return chairs }
        var parties = cast.parties(of: mention, scene: scene, clusters: clusters)
        for index in parties.indices where parties[index].country == nil {
            parties[index].country = parties[index].person.flatMap { origins[$0] }
        }
        if mention.kind == .talks, mention.isAsserted, !mention.isOfStranger,
            let traveller = cast.traveller(meeting: parties, mention)
        {
            parties.append(traveller)
        }
        if mention.kind == .talks, mention.isAsserted, mention.host == nil {
            parties = cast.hosted(parties, of: mention)
            parties += cast.officials(metBy: parties, mention)
        }
        if mention.kind == .talks, parties.isEmpty, mention.isTold, mention.isAsserted, !areConsultations(mention) {
            parties = cast.guestAndHost(of: mention)
            // "На встречах, которые состоятся в рамках визита": with nobody in particular.
            if parties.isEmpty, !mention.isSeveral, !cast.reading.isPluralOnly(mention.trigger.lowerBound) {
                parties = cast.greeted(before: mention)
            }
            if parties.isEmpty, mention.actors.isEmpty { parties = cast.pairTold(before: mention) }
            if parties.isEmpty, mention.actors.isEmpty { parties = cast.guestAndLand(of: mention) }
        }
        if mention.kind == .talks, !mention.isTold, mention.countries.isEmpty, mention.orgs.isEmpty, parties.count == 1,
            let guest = cast.guest(of: parties[0], mention)
        {
            parties.append(guest)
        }
        // "Прибыла делегация во главе со спикером. Делегация примет участие в сессии": he who leads it.
        if [.session, .summit, .forum].contains(mention.kind), mention.isOfDelegation, parties.isEmpty,
            let traveller = cast.traveller(before: mention.clause.lowerBound, besides: [])?.person
        {
            parties.append(cast.party(traveller))
        }
        if mention.isThere, mention.kind != .talks, parties.isEmpty,
            let traveller = cast.traveller(to: mention)
                ?? journeyThither(mention)?.traveller?.person.map({ cast.party($0) })
        {
            parties.append(traveller)
        }
        return parties
    }

    /// "сопредседатели комиссии открыли форум": those who chaired its session.
    private func areChairs(_ actors: [Actor]) -> Bool {
        !chairs.isEmpty && actors.allSatisfy { $0.person == nil }
            && actors.contains { actor in
                actor.isPlural && actor.isSubject
                    && cast.reading.document.mark(at: actor.range.lowerBound, cast.reading.marks.encounters.chair)
                        != nil
            }
    }

    /// "Президент поедет в Осло. Об этом сообщил секретарь. По его словам, там пройдет саммит": the journey told some sentences before,
    /// where no other place is named in between.
    private func journeyThither(_ mention: EncounterMention) -> Journey? {
        guard mention.isThere, mention.place == nil, let journey = cast.journey(before: mention),
            journey.goal?.city != nil, journey.status != .cancelled,
            (0..<Self.reachOfTalks).contains(mention.clause.lowerBound - journey.clause.upperBound),
            cast.reading.places(in: journey.clause.upperBound..<mention.clause.lowerBound)
                .allSatisfy({ $0.kind == .adjective || $0.kind == .people || $0.country == journey.traveller?.country })
        else { return nil }
        return journey
    }

    /// Gives those whose state nothing tells the one that they were met in.
    private func placeStateless(
        _ parties: inout [Party], _ told: Set<CountryCode>, _ mention: EncounterMention, _ isAbroad: Bool
    ) {
        // An official without a state, met in a state that nobody else comes from, is that state's.
        if let country = cast.accreditation(of: mention) ?? mention.place?.country
            ?? (mention.date == nil ? scene?.country : nil),
            // Of a session's attenders only where one of a state is told.
            !told.isEmpty
                || mention.kind != .session && parties.contains(where: { $0.organisation != nil && $0.person != nil }),
            !told.contains(country), mention.host == nil || isAbroad, !isAside(mention)
        {
            for index in parties.indices
            where parties[index].isStateless && parties[index].office != .secretaryGeneral
                && !(mention.kind == .talks && isPrivate(parties[index])) && !isOfFirm(parties[index], in: country)
                && !journeys.contains(where: {
                    $0.goal?.country == country && $0.traveller?.person != nil
                        && $0.traveller?.person == parties[index].person
                })
            {
                parties[index].country = country
                if let person = parties[index].person { origins[person] = country }
            }
        }
    }

    /// Gives those whose state nothing tells the other one that the article is about.
    private func pairStateless(_ parties: inout [Party], _ told: Set<CountryCode>, _ mention: EncounterMention) {
        // "Министр принял посла Японии": one of the two states that the article is about.
        if told.count == 1, mention.isAsserted || mention.isMutual, mention.kind == .talks || mention.kind == .call,
            mainPair.count == 2,
            mainPair.isSuperset(of: told),
            let other = mainPair.subtracting(told).first
        {
            for index in parties.indices
            where parties[index].isStateless && parties[index].office != .secretaryGeneral
                // Not of the state that only is where they met.
                && !(isPrivate(parties[index]) && mention.place?.country == other)
            {
                parties[index].country = other
                if let person = parties[index].person { origins[person] = other }
            }
        }
    }

    /// The encounter that a mention tells, as if it were none told before.
    func cluster(of mention: EncounterMention) -> EncounterCluster {
        var parties = parties(of: mention)
        let told = Set(parties.compactMap(\.country))
        let isAbroad = isReceivingAbroad(mention)
        placeStateless(&parties, told, mention, isAbroad)
        pairStateless(&parties, told, mention)
        var countries = Set(mention.countries)
        countries.formUnion(parties.compactMap(\.country))
        if mention.isOfThree, countries.isEmpty,
            let three = clusters.last(where: { $0.countries.count == 3 && $0.orgs.isEmpty })
        {
            countries = three.countries
        }
        let level = Meeting.Level.allCases.first { level in parties.contains { $0.level == level } } ?? mention.level
        var kind = mention.kind
        // Leaders of three states or more hold a summit, whatever it is called.
        let leads = parties.filter(\.level.isLeader)
        if kind == .talks, Set(leads.compactMap(\.country)).count >= 3, level.isLeader { kind = .summit }
        if kind == .session, mention.isOfLeaders, !mention.orgs.isEmpty { kind = .summit }
        // "А и Б возглавили расширенное заседание": of no body, but of the talks of the two.
        if kind == .session, mention.formats.contains(.extended), mention.orgs.isEmpty, mention.ordinal == nil,
            Set(leads.compactMap(\.country)).count == 2, leads.count == parties.count, !isOfBody(mention)
        {
            kind = .talks
        }
        // "саммит глав ОТГ": the heads of what is no state are its members' leaders.
        let ownLevel = kind == .summit && mention.level == .official ? nil : mention.level
        var cluster = EncounterCluster(
            kind: kind, parties: parties, countries: countries,
            orgs: Set(mention.orgs).union(
                // "генсек НАТО примет участие в заседании контактной группы": of no organisation that is told, his.
                kind == .session && mention.orgs.isEmpty
                    ? bodyInSession(mention) ?? parties.compactMap(\.organisation)
                    : kind == .call || kind == .talks ? parties.compactMap(\.organisation) : []),
            level: ownLevel,
            visit: mention.visit, formats: kind == .talks || kind == .summit ? Set(mention.formats) : [],
            status: mention.status, date: mention.date,
            place: kind == .call ? nil : mention.place ?? journeyThither(mention)?.goal,
            host: isAbroad ? nil : mention.host ?? (mention.isReception ? receivingState(mention, parties) : nil),
            ordinal: mention.ordinal, evidence: [mention.clause], rule: mention.rule, isNext: mention.isNext,
            isDetached: mention.isDetached, isExpected: mention.isExpected,
            isOngoing: mention.isOngoing,
            isReferred: !mention.isTold && !(kind != .talks && kind != .call && mention.isAsserted))
        let reading = cast.reading
        cluster.isLeftBehind = mention.isLeftBehind
        cluster.isRegional = mention.isRegional
        cluster.isOfTalks = kind == .summit && mention.kind == .talks
        cluster.isCalledMeeting = [.summit, .session].contains(kind) && isCalledMeeting(mention)
        cluster.isOpen =
            kind == .talks
            && reading.document.mark(at: mention.trigger.lowerBound, reading.marks.encounters.open) != nil
        return cluster
    }

    /// "заседание комиссии": whether a noun in the genitive tells whose session it is.
    private func isOfBody(_ mention: EncounterMention) -> Bool {
        mention.trigger.count > 1 || mention.isMutual
            || cast.reading.document.word(mention.trigger.upperBound).map {
                $0.readings[0].intersects([.noun, .adjf]) && $0.can(be: .gent)
            } == true
    }

    /// "Прошло заседание совета ЕАЭС. Участие в заседании приняли генсек СНГ и премьер": the organisations that the session told last is
    /// of, where nothing says that another is meant.
    private func bodyInSession(_ mention: EncounterMention) -> [String]? {
        guard !mention.isNext, mention.ordinal == nil, mention.trigger.count == 1, let last,
            clusters[last].kind == .session, !clusters[last].orgs.isEmpty,
            mention.clause.lowerBound - (clusters[last].evidence.map(\.upperBound).max() ?? 0) < Self.reachOfTalks
        else { return nil }
        return clusters[last].orgs.sorted()
    }

    /// "Министр принял посла Китая": the state of the receiving one, where only the article around tells it.
    private func receivingState(_ mention: EncounterMention, _ parties: [Party]) -> CountryCode? {
        guard let host = mention.actors.first?.person else { return nil }
        return parties.first { $0.person == host }?.country
    }

    /// "На второй день визита в Катар президент принял министра финансов": who receives is himself a guest there.
    private func isReceivingAbroad(_ mention: EncounterMention) -> Bool {
        guard mention.isReception, mention.place == nil, let home = mention.host, let here = scene?.country,
            here != home, let receiving = mention.actors.first?.person
        else { return false }
        return journeys.contains { journey in
            journey.clause.lowerBound <= mention.clause.lowerBound && journey.goal?.country == here
                && journey.status == mention.status && journey.traveller?.person == receiving && !journey.isBygone
                && EncounterCluster.agree(journey.date, mention.date ?? today)
        }
    }

    /// "встретился в Мюнхене с основателем компании": told by no office, and so of any state.
    private func isPrivate(_ party: Party) -> Bool { party.office == nil && party.level == nil && party.person != nil }

    /// The head of a firm, met in a state that the other is on no journey to.
    private func isOfFirm(_ party: Party, in country: CountryCode) -> Bool {
        party.office == .executive && !journeys.contains { $0.goal?.country == country }
    }
}
