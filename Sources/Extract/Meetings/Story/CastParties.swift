import Grammar
import Model

/// The sides of an encounter, by what the syntax tied to it and what was told before.
extension Cast {
    /// What is known where the actors of a mention are read.
    private struct Told {
        let mention: EncounterMention
        let scene: Place?
        let clusters: [EncounterCluster]
        var parties: [Party] = []

        /// Takes in a party: a person once, and instead of his state alone.
        mutating func add(_ party: Party) {
            guard let person = party.person else {
                let isTold = parties.contains {
                    $0.country == party.country && $0.organisation == party.organisation
                }
                if !isTold { parties.append(party) }
                return
            }
            if parties.contains(where: { $0.person == person }) { return }
            let bare = parties.firstIndex {
                $0.person == nil && $0.country == party.country && $0.country != nil
            }
            if let bare { parties[bare] = party } else { parties.append(party) }
        }
    }

    func parties(of mention: EncounterMention, scene: Place?, clusters: [EncounterCluster]) -> [Party] {
        var told = Told(mention: mention, scene: scene, clusters: clusters)
        for actor in mention.actors {
            for party in parties(meantBy: actor, told) { told.add(party) }
        }
        return told.parties
    }

    /// Whom one actor of a mention means, by what his words are.
    private func parties(meantBy actor: Actor, _ told: Told) -> [Party] {
        switch actor.kind {
        case .person: person(actor, told).map { [$0] } ?? []
        case .office: holder(of: actor).map { [$0] } ?? []
        case .country: [Party(person: nil, country: actor.country, office: nil, level: nil)]
        case .group: members(of: actor, told)
        case .pronoun where actor.isPlural: they(actor, told)
        case .guest, .host, .colleague, .pronoun:
            counterpart(actor, told.mention, told.parties, told.scene).map { [$0] } ?? []
        case .delegation: delegation(actor, told).map { [$0] } ?? []
        }
    }

    private func person(_ actor: Actor, _ told: Told) -> Party? {
        guard let person = actor.person else { return nil }
        var one =
            other(than: person, for: actor, told.mention) ?? traveller(as: actor, told.mention)
            ?? present(as: actor, told.mention, told.clusters) ?? party(person, country: actor.country)
        // Who heads the delegation of an organisation speaks for it.
        if let organisation = actor.organisation { (one.organisation, one.country) = (organisation, nil) }
        return one
    }

    /// "президент Кении", "заместитель генсека ООН": whoever holds an office of a state or of an organisation.
    private func holder(of actor: Actor) -> Party? {
        if let country = actor.country {
            return leader(meantBy: actor, of: country)
                ?? Party(person: nil, country: country, office: actor.office, level: actor.level)
        }
        guard let office = reading.people.offices(in: actor.range).first,
            let organisation = reading.organisation(of: office)
        else { return nil }
        return Party(
            person: nil, country: nil, office: actor.office, level: actor.level, organisation: organisation)
    }

    /// "министры трех стран", "стороны"
    private func members(of actor: Actor, _ told: Told) -> [Party] {
        let mention = told.mention
        let named = mention.actors.count { $0.kind == .person }
        if actor.isVague || actor.countries.isEmpty && named >= 2 { return [] }
        // "условился о встречах с главами государств": with nobody in particular.
        if actor.link == .with, actor.countries.isEmpty, actor.level != nil, !reading.isOfPair(actor),
            !reading.isOfThree(actor)
        {
            return []
        }
        // "министры и вице-премьеры трех стран": of the same three.
        if !reading.isOfThree(actor), actor.countries.isEmpty, mention.actors.contains(where: reading.isOfThree) {
            return []
        }
        let members = group(actor, told.clusters)
        // "в ходе встречи с президентом А стороны обсудили": the sides of another talk are not meant.
        let isOfOthers = mention.actors.contains { other in
            other.kind == .person && !members.contains { $0.person == other.person }
        }
        if actor.level == nil, actor.countries.isEmpty, isOfOthers { return [] }
        // "стороны договорились провести заседание комиссии": who will sit there is not told.
        let isOpen =
            actor.level == nil && actor.link != .including && mention.status == .planned
            && (mention.kind == .session || mention.kind == .forum)
        return isOpen ? members.map { Party(person: nil, country: $0.country) } : members
    }

    /// "они встретились", "с ними беседовал спикер"
    private func they(_ actor: Actor, _ told: Told) -> [Party] {
        let mention = told.mention
        // "они с президентом подписали": he who was spoken of, and the president.
        if reading.document.mark(at: actor.range.upperBound, reading.marks.encounters.with) != nil,
            let company = mention.actors.first(where: {
                $0.link == .with && (1...2).contains($0.range.lowerBound - actor.range.upperBound)
            }), let other = company.country
        {
            let one = before(actor.range.lowerBound, isSubject: true) { index in
                people[index].country.map { $0 != other } ?? false
            }
            return one.map { [$0] } ?? []
        }
        // "побывала делегация во главе с А: с ней и с ними беседовал спикер": of whoever heads those who came.
        if actor.link == .with, journey(before: mention)?.traveller?.delegation != nil,
            let guest = guest(of: actor, mention, told.parties, told.scene), let home = guest.country,
            mention.actors.contains(where: { $0.country != nil && $0.country != home })
        {
            return [guest]
        }
        // "С премьером они встречались в Осло": he and whoever the tale is about.
        if actor.link == .bare, let met = mention.actors.first(where: { $0.link == .with && $0.kind == .person }),
            met.range.upperBound == actor.range.lowerBound, let home = met.country
        {
            return hero(of: mention, besides: [home])?.person.map { [party($0)] } ?? []
        }
        let acting = acting(before: actor, mention)
        if !acting.isEmpty { return acting }
        // "они прибудут в Баку на сессию": not those who are at home there.
        let isThither = !reading.document.marks(reading.marks.encounters.go, in: mention.clause).isEmpty
        return group(actor, told.clusters).filter {
            !isThither || $0.country == nil || $0.country != mention.place?.country
        }
    }

    private func delegation(_ actor: Actor, _ told: Told) -> Party? {
        if let head = head(of: actor, told.mention) { return head }
        if actor.country != nil || actor.organisation != nil {
            return Party(
                person: nil, country: actor.country, office: nil, level: actor.level,
                organisation: actor.organisation)
        }
        // "делегацию принял президент": of whoever came.
        guard actor.link == .bare || actor.link == .with, !actor.isPlural else { return nil }
        return guest(of: actor, told.mention, told.parties, told.scene)
    }

    /// "встреча главы государства с президентом Турции А": the bare office is not the one who is named beside it, but the other
    /// holder in the article.
    private func other(than person: Int, for actor: Actor, _ mention: EncounterMention) -> Party? {
        guard isBareOffice(actor),
            mention.actors.contains(where: { $0.person == person && $0.range != actor.range && !isBareOffice($0) })
        else { return nil }
        let home = people[person].country
        let others = people.indices.filter {
            people[$0].level == people[person].level && people[$0].country != nil && people[$0].country != home
                && people[$0].first < actor.range.lowerBound
        }
        return others.count == 1 ? party(others[0]) : nil
    }

    /// "прибыл в Баку по приглашению президента А. Президент примет участие в саммите": who came, where the office could be his.
    private func traveller(as actor: Actor, _ mention: EncounterMention) -> Party? {
        guard isBareOffice(actor), actor.isSubject,
            let journey = journey(before: mention),
            mention.clause.lowerBound - journey.clause.upperBound < 60,
            journey.clause.upperBound <= actor.range.lowerBound,
            let person = journey.traveller?.person, people[person].office == actor.office,
            people[person].level == actor.level
        else { return nil }
        return party(person, country: journey.traveller?.country)
    }

    /// "Беседа премьера А с президентом прошла во вторник. Премьер в начале встречи передал приветствие": who took part in what was
    /// told last.
    private func present(as actor: Actor, _ mention: EncounterMention, _ clusters: [EncounterCluster]) -> Party? {
        guard isBareOffice(actor), actor.isSubject, let person = actor.person,
            let told = clusters.last(where: { cluster in
                cluster.evidence.last.map { (0..<Self.reachOfLast).contains(mention.clause.lowerBound - $0.upperBound) }
                    ?? false
            })
        else { return nil }
        let present = told.parties.filter { $0.office == actor.office && $0.person != nil }
        return present.count == 1 && present[0].person != person ? present[0] : nil
    }

    /// Tokens of a sentence or two.
    private static let reachOfLast = 30
}
