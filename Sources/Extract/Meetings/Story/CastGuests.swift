import Grammar
import Model

/// Who came, who received and who is met where a mention names only one of them.
extension Cast {
    /// The traveller, where a mention tells only whom he met: "в ходе визита запланирована встреча с премьером".
    func traveller(meeting parties: [Party], _ mention: EncounterMention) -> Party? {
        guard mention.actors.contains(where: { $0.kind == .person }), mention.actors.allSatisfy({ $0.link == .with }),
            let country = parties.first?.country, parties.allSatisfy({ $0.country == country }),
            let journey = journeys.last(where: {
                $0.clause.lowerBound <= mention.clause.lowerBound && $0.goal?.country == country
                    // "ждет президента в 2026 году. Состоялась также встреча со спикером": of who is there by now.
                    && ($0.status == .held || mention.status != .held)
            }), let traveller = journey.traveller
        else { return nil }
        guard let person = traveller.person else {
            guard traveller.kind == .office, let home = traveller.country, home != country else { return nil }
            return Party(person: nil, country: home, office: traveller.office, level: traveller.level)
        }
        return people[person].country != country ? party(person) : nil
    }

    /// "прибыл в Грузию. Запланированы встречи с президентом и спикером парламента": officials without a name or a state, of the
    /// state that the journey leads to, and not the traveller himself, whose office one of them may be.
    func received(_ mention: EncounterMention) -> EncounterMention {
        guard mention.kind == .talks, let journey = journey(before: mention), let goal = journey.goal?.country,
            mention.clause.lowerBound - journey.clause.upperBound < Self.reachOfJourney,
            mention.place == nil || mention.place?.country == goal,
            let home = journey.traveller?.country ?? journey.traveller?.person.flatMap({ people[$0].country }),
            home != goal
        else { return mention }
        let traveller = journey.traveller?.person
        let acting = mention.actors.filter { $0.link != .with }
        guard acting.allSatisfy({ $0.kind == .pronoun || $0.person != nil && $0.person == traveller }) else {
            return mention
        }
        var received = mention
        for index in received.actors.indices where received.actors[index].link == .with {
            let actor = received.actors[index]
            let isOpen = actor.kind == .office && actor.country == nil
            // "встретится с главой МИД и президентом страны": of that state, whoever else in the article holds such an office.
            let isEcho =
                actor.kind == .person && actor.person != nil && (actor.person == traveller || isOfLand(actor, mention))
            guard isOpen || isEcho, isBareOffice(actor), let level = actor.level, level != .business,
                let office = reading.people.offices(in: actor.range).first, reading.organisation(of: office) == nil
            else { continue }
            received.actors[index].kind = .office
            received.actors[index].person = nil
            received.actors[index].country = goal
        }
        return received
    }

    /// "страны", behind an official or those listed with him.
    private func isOfLand(_ actor: Actor, _ mention: EncounterMention) -> Bool {
        let end = min(mention.clause.upperBound, actor.range.upperBound + Self.reachOfLand)
        return !reading.document.marks(
            reading.marks.encounters.homeland, in: actor.range.upperBound..<max(actor.range.upperBound, end)
        ).isEmpty
    }

    private static let reachOfLand = 5

    /// Tokens of two or three sentences.
    private static let reachOfJourney = 60

    /// "в ходе визита в Италию встретится с премьером и главой МИД страны": officials without a name or a state, of the state that
    /// the journey of whoever meets them leads to.
    func officials(metBy parties: [Party], _ mention: EncounterMention) -> [Party] {
        let homes = Set(parties.compactMap(\.country))
        guard homes.count == 1, let home = homes.first,
            let met = mention.actors.first(where: {
                $0.link == .with && $0.kind == .office && $0.country == nil && $0.level != nil
            }),
            let office = reading.people.offices(in: met.range).first, reading.organisation(of: office) == nil,
            let journey = journey(before: mention),
            mention.clause.lowerBound - journey.clause.upperBound < 30, let goal = journey.goal?.country, goal != home,
            mention.place == nil || mention.place?.country == goal,
            let traveller = journey.traveller?.person, parties.contains(where: { $0.person == traveller })
        else { return [] }
        return [Party(person: nil, country: goal, office: met.office, level: met.level)]
    }

    /// "прилетел в Астану. Там состоится заседание": whoever came there in the sentence before.
    func traveller(to mention: EncounterMention) -> Party? {
        guard let place = mention.place,
            let journey = journey(before: mention),
            mention.clause.lowerBound - journey.clause.upperBound < 4, journey.goal?.country == place.country,
            let person = journey.traveller?.person
        else { return nil }
        return party(person)
    }

    /// "Делегация посетила Сеул. Состоялись переговоры с министром торговли": officials without a state, met by who came there.
    func hosted(_ parties: [Party], of mention: EncounterMention) -> [Party] {
        guard !parties.isEmpty, parties.allSatisfy(\.isStateless), mention.actors.allSatisfy({ $0.link == .with }),
            mention.actors.contains(where: {
                $0.office != nil && $0.office != .secretaryGeneral && $0.office != .executive
            }),
            let journey = journey(before: mention),
            mention.clause.lowerBound - journey.clause.upperBound < 60, let goal = journey.goal?.country,
            mention.place == nil || mention.place?.country == goal,
            let guest = journey.traveller?.person, people[guest].country != nil, people[guest].country != goal
        else { return parties }
        var hosted = parties
        for index in hosted.indices { hosted[index].country = goal }
        return hosted + [party(guest)]
    }

    /// "прибыл в Баку по приглашению президента А. Переговоры прошли в узком составе": who came and who asked him to.
    func guestAndHost(of mention: EncounterMention) -> [Party] {
        let document = reading.document
        guard
            let journey = journey(before: mention),
            mention.clause.lowerBound - journey.clause.upperBound < 60,
            // "прибыл в Баку. Вечером пройдут переговоры"
            journey.status == mention.status || journey.status == .held && mention.status == .planned,
            let guest = journey.traveller?.person, let goal = journey.goal?.country
        else { return [] }
        let from = document.sentences[Int(document.sentenceOf[journey.clause.lowerBound])].lowerBound
        let sentence = min(Int(document.sentenceOf[from]) + 1, Int(document.sentenceOf[mention.clause.lowerBound]))
        let told = from..<document.sentences[sentence].upperBound
        for mark in document.marks(reading.marks.encounters.invite, in: told)
        where reading.isShortPreposition(mark.first - 1) {
            let host = actors.first { $0.range.lowerBound >= mark.end && $0.range.lowerBound - mark.end <= 2 }
            guard let person = host?.person, people[person].country == goal, person != guest else { continue }
            return [party(guest, country: journey.traveller?.country), party(person)]
        }
        return []
    }

    /// "Делегация Кубы во главе с А находится в Минске. Сегодня прошли переговоры в Минздраве": the head of who came, and the state that
    /// they are in.
    func guestAndLand(of mention: EncounterMention) -> [Party] {
        let document = reading.document
        guard mention.status == .held, mention.countries.isEmpty, mention.orgs.isEmpty, !mention.isEarlier,
            !mention.isBefore, let journey = journey(before: mention), journey.status == .held,
            journey.clause != mention.clause, !journey.isBygone, let traveller = journey.traveller,
            document.sentenceOf[mention.clause.lowerBound] - document.sentenceOf[journey.clause.lowerBound] == 1,
            let goal = journey.goal?.country, mention.place == nil || mention.place?.country == goal,
            let home = traveller.country ?? traveller.person.flatMap({ people[$0].country }), home != goal,
            traveller.delegation != nil, let person = traveller.person
        else { return [] }
        return [party(person, country: home), Party(person: nil, country: goal)]
    }

    /// "Гостя встретил президент Б, после чего прошли переговоры": whoever met the guest where he came, and the guest.
    func greeted(before mention: EncounterMention) -> [Party] {
        let document = reading.document
        let sentence = Int(document.sentenceOf[mention.trigger.lowerBound])
        let from = document.sentences[max(0, sentence - 1)].lowerBound
        let verbs = document.marks(
            reading.marks.encounters.greet, in: from..<max(from, mention.trigger.lowerBound))
        for verb in verbs.reversed()
        where reading.isFiniteVerb(verb.first) && reading.verbTense(of: verb.first) == .past {
            let near = actors.filter {
                document.sentenceOf[$0.range.lowerBound] == document.sentenceOf[verb.first]
                    && reading.distance($0.range, verb.range) <= 12
            }
            let hosts = near.filter { $0.isSubject && $0.person != nil }
            guard
                let host =
                    (hosts.first { $0.range.lowerBound >= verb.end }
                    ?? hosts.last { $0.range.upperBound <= verb.first })?.person, let home = people[host].country
            else { continue }
            let named = near.first { actor in
                actor.person != host && actor.link == .bare && actor.cases.contains(.accs)
                    && actor.person.map { people[$0].country != nil && people[$0].country != home } ?? false
            }?.person
            let guest =
                named ?? journey(before: mention).flatMap { $0.goal?.country == home ? $0.traveller?.person : nil }
            guard let guest, guest != host, people[guest].country != home, areOfOneRank(guest, host) else { continue }
            return [party(host), party(guest)]
        }
        return []
    }

    /// The people of other states named in the two sentences before a mention, or in its own before it: "с каждым из них".
    func others(before mention: EncounterMention, than one: Actor) -> [Actor] {
        let document = reading.document
        let sentence = Int(document.sentenceOf[mention.trigger.lowerBound])
        let home = one.country
        for from in [sentence, sentence - 1] where from >= 0 {
            let told =
                document.sentences[from]
                .lowerBound..<min(document.sentences[from].upperBound, mention.clause.lowerBound)
            guard !told.isEmpty else { continue }
            var seen: Set<Int> = []
            let named = actors.filter { actor in
                guard told.contains(actor.range.lowerBound), let person = actor.person,
                    let country = people[person].country
                else { return false }
                return country != home && person != one.person && seen.insert(person).inserted
            }
            // "А не выпускал Б и В. С каждым он говорил": of those named the objects.
            let objects = named.filter { !$0.isSubject }
            let others = home == nil && objects.count > 1 ? objects : named
            guard others.count > 1 else { continue }
            return others.map { actor in
                var other = actor
                other.link = .with
                return other
            }
        }
        return []
    }

    /// "А поблагодарил Б за прием. Беседа прошла в Осло": the two of one rank from two states in the sentence right before talks
    /// that are told with a day or a town.
    func pairTold(before mention: EncounterMention) -> [Party] {
        let document = reading.document
        let sentence = Int(document.sentenceOf[mention.trigger.lowerBound])
        guard sentence > 0, mention.countries.isEmpty, mention.orgs.isEmpty,
            mention.date != nil || mention.place != nil,
            mention.status == .held, !mention.isEarlier, !mention.isBefore
        else { return [] }
        let before = document.sentences[sentence - 1]
        var seen: Set<Int> = []
        let named = actors.filter { actor in
            before.contains(actor.range.lowerBound) && actor.kind == .person
                && actor.person.map { people[$0].country != nil && seen.insert($0).inserted } ?? false
        }.compactMap(\.person)
        guard named.count == 2, people[named[0]].country != people[named[1]].country,
            areOfOneRank(named[0], named[1]) || isHandedOver(in: before)
        else { return [] }
        return named.map { party($0) }
    }

    /// "Министр А передал президенту Б послание": who hands something over stands before whoever takes it.
    private func isHandedOver(in sentence: Range<Int>) -> Bool {
        let document = reading.document
        return document.marks(reading.marks.encounters.hand, in: sentence).contains { hand in
            reading.isFiniteVerb(hand.first) && reading.verbTense(of: hand.first) == .past
                && actors.contains {
                    $0.kind == .person && $0.link == .bare && $0.cases.contains(.datv) && !$0.cases.contains(.nomn)
                        && (0...Self.reachOfTaker).contains($0.range.lowerBound - hand.end)
                }
        }
    }

    /// Tokens from a verb of handing over to whoever takes it.
    private static let reachOfTaker = 3

    /// "прилетит в Вену, где с ним встретится канцлер, а в среду его ждет в Праге премьер": whoever travels in the same sentence.
    func traveller(meantBy pronoun: Actor, _ mention: EncounterMention, where fits: (Int) -> Bool) -> Party? {
        let document = reading.document
        guard
            let journey = journeys.last(where: {
                $0.clause.upperBound <= pronoun.range.lowerBound
                    && document.sentenceOf[$0.clause.lowerBound] == document.sentenceOf[pronoun.range.lowerBound]
            }), let person = journey.traveller?.person, fits(person)
        else { return nil }
        return party(person, country: journey.traveller?.country)
    }

    /// "министры трех стран": of the three that met last; leaders are those who did.
    func three(_ actor: Actor, _ clusters: [EncounterCluster]) -> [Party] {
        guard let last = clusters.last(where: { $0.countries.count == 3 && $0.orgs.isEmpty }) else { return [] }
        let leaders = last.parties.filter { $0.person != nil && $0.level == actor.level && $0.level.isLeader }
        return last.countries.sorted().map { country in
            leaders.first { $0.country == country }
                ?? Party(person: nil, country: country, office: actor.office, level: actor.level)
        }
    }

    /// The one of a group's several who is from a state.
    func member(of group: Actor, from country: CountryCode) -> Actor {
        var actor = group
        actor.origin = reading.origin(group.organisation)
        actor.country = country
        actor.isPlural = false
        actor.person = holder(of: country, level: group.level)
        actor.kind = actor.person == nil ? .office : .person
        return actor
    }

    /// "Прилетел министр обороны Индии. Встреча с казахстанским коллегой отменена": the office of whoever is on a journey.
    func colleagueOf(_ actor: Actor, _ mention: EncounterMention) -> Office? {
        guard let country = actor.country, mention.actors.count == 1 else { return nil }
        return
            (traveller(before: mention.clause.lowerBound, besides: [country])
            ?? subject(before: mention.clause.lowerBound, besides: [country]))?.office
    }

    /// Two leaders, or two of one office: others meet a guest on his arrival and no more.
    private func areOfOneRank(_ a: Int, _ b: Int) -> Bool {
        people[a].isLeader && people[b].isLeader || people[a].office != nil && people[a].office == people[b].office
    }

    /// "По итогам встречи президент подчеркнул" in an article of an official visit to him: the guest, who is of his rank.
    func guest(of host: Party, _ mention: EncounterMention) -> Party? {
        guard mention.actors.allSatisfy({ $0.link == .bare && $0.kind == .person }), host.level.isLeader,
            reading.isReferred(mention.trigger),
            let journey = journey(before: mention),
            journey.status == .held, journey.kind == .official || journey.kind == .state,
            let home = host.country, journey.goal?.country == home,
            let guest = journey.traveller?.person, people[guest].country != home, people[guest].isLeader
        else { return nil }
        return party(guest)
    }

    /// "В рамках визита состоялся бизнес-форум": the two states of the journey told right before.
    func visit(around mention: EncounterMention) -> Set<CountryCode>? {
        let document = reading.document
        let before = max(0, mention.trigger.lowerBound - 10)..<mention.trigger.lowerBound
        let isOfVisit = document.marks(reading.marks.encounter, in: before).contains { visit in
            reading.value(visit) == Meeting.Kind.visit.rawValue && reading.isReferredAside(visit.range)
        }
        guard isOfVisit, let journey = journey(before: mention),
            mention.clause.lowerBound - journey.clause.upperBound < 90, let goal = journey.goal?.country,
            let home = journey.traveller?.country ?? journey.traveller?.person.flatMap({ people[$0].country }),
            home != goal
        else { return nil }
        return [home, goal]
    }

    /// The journey told last before a mention, or with it.
    func journey(before mention: EncounterMention) -> Journey? {
        journeys.last { $0.clause.lowerBound <= mention.clause.lowerBound }
    }

    /// The official whom the paragraph that a token lies in opens with, in a sentence before the token's.
    func opener(before token: Int) -> Party? {
        let document = reading.document
        let sentence = Int(document.sentenceOf[token])
        guard let start = (0...token).last(where: { document.tokens[$0].shape.contains(.lineStart) }),
            Int(document.sentenceOf[start]) < sentence, sentence - Int(document.sentenceOf[start]) <= 2,
            let actor = actors.first(where: { $0.range.lowerBound >= start }), actor.range.lowerBound - start <= 2,
            actor.isSubject, let person = actor.person, people[person].level != nil, people[person].country != nil
        else { return nil }
        return party(person)
    }

    /// Who came on the journey told shortly before a token, from another state than those given.
    ///
    /// - Parameter isHeld: only who is on it by now.
    func traveller(before token: Int, besides countries: [CountryCode], isHeld: Bool = false) -> Actor? {
        if isToldOfOneself(token) { return nil }
        return journeys.last { journey in
            journey.clause.lowerBound <= token && token - journey.clause.upperBound < 80
                && (!isHeld || journey.status == .held && !journey.isBygone)
                && (journey.traveller?.person != nil || journey.traveller?.kind == .office)
                && journey.traveller?.country.map { !countries.contains($0) } ?? false
        }?.traveller
    }

    /// Whoever the tale is about at a mention, from another state than those given: who travels, or else acted last.
    func hero(of mention: EncounterMention, besides countries: [CountryCode]) -> Actor? {
        let traveller = journeys.last { journey in
            journey.clause.lowerBound <= mention.clause.lowerBound
                && journey.traveller?.country.map { !countries.contains($0) } ?? false
        }?.traveller
        return traveller ?? subject(before: mention.clause.lowerBound, besides: countries)
    }

    /// Somebody speaks in a token's sentence, and no spokesman: what he tells may be of himself.
    func isToldOfOneself(_ token: Int) -> Bool {
        let document = reading.document
        guard let name = reading.discourse.speakers[Int(document.sentenceOf[token])] else { return false }
        // "На встрече с послом отмечено": said of the encounter, by nobody who tells of himself.
        let isPassive = document.sentence(of: token).contains { document.word($0)?.can(be: [.prts, .neut]) == true }
        if isPassive, !document.sentence(of: token).contains(where: { document.word($0)?.can(be: .per1) == true }) {
            return false
        }
        return people.first { $0.name == name }.map { $0.level != nil && $0.office != .other } ?? true
    }

    /// "сообщила официальный представитель МИД": who only tells of others.
    func isSpokesman(_ actor: Actor) -> Bool {
        guard actor.office == nil || actor.office == .other else { return false }
        let near = max(0, actor.range.lowerBound - 9)..<actor.range.upperBound + 3
        return reading.document.marks(reading.marks.speech, in: near).contains { reading.isFiniteVerb($0.first) }
    }
}
