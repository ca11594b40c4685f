import Grammar
import Model

/// Who is meant by the people of a mention: "президенты", "гость", "его коллега".
struct Cast {
    let reading: Reading
    let scenes: Scenes
    let journeys: [Journey]

    var people: [People.Person] { reading.people.persons }

    var actors: [Actor] { scenes.actors }

    /// An office without a name or a state.
    func isBareOffice(_ actor: Actor) -> Bool {
        reading.people.names(in: actor.range).isEmpty
            && reading.people.offices(in: actor.range).first.map { $0.country == nil } ?? false
    }

    /// Where an ambassador of the mention is accredited: "посол Казахстана в Словении".
    func accreditation(of mention: EncounterMention) -> CountryCode? {
        for actor in mention.actors where actor.office == .ambassador {
            for office in reading.people.offices where actor.range.contains(office.range.lowerBound) {
                let behind = office.range.upperBound..<min(reading.document.tokens.count, office.range.upperBound + 3)
                if let place = reading.places(in: behind).first, reading.isShortPreposition(place.range.lowerBound - 1)
                {
                    return place.country
                }
            }
        }
        return nil
    }

    /// The organisation named last before a token, for "Совет глав государств" alone.
    func organisation(before token: Int) -> Set<String> {
        let document = reading.document
        let sentence = Int(document.sentenceOf[token])
        let from = document.sentences[max(0, sentence - 3)].lowerBound
        let told = document.marks(reading.marks.organisation, in: from..<token)
        // "заседание Североатлантического совета под председательством генерального секретаря": by its body.
        let organs = told.isEmpty ? document.marks(reading.marks.encounters.organ, in: from..<token) : told
        return Set(organs.suffix(1).map(reading.value))
    }

    func party(_ index: Int, country: CountryCode? = nil) -> Party {
        let it = people[index]
        // "встретился с генеральным секретарем Организации": of the one named last.
        let organisation =
            it.organisation
            ?? (it.office == .secretaryGeneral ? self.organisation(before: it.first).first : nil)
        // "президент МККК" and "вице-президент Всемирного банка" lead no state; a union's president counts as a leader of states.
        let isOfBody = organisation.map { !reading.isUnion($0) } ?? false
        let isRuler = it.office == .president || it.office == .vicePresident
        return Party(
            person: index, country: organisation == nil ? it.country ?? country : nil, office: it.office,
            level: isOfBody && isRuler ? .official : it.level, organisation: organisation)
    }

    /// "лидеры", who may be premiers, and not "президенты".
    private func isOfLeaders(_ actor: Actor) -> Bool {
        actor.level == .headOfState && !reading.document.marks(reading.marks.officeLeader, in: actor.range).isEmpty
    }

    /// "итальянский лидер": the one leader of the state whom the article names, be it the premier.
    func leader(meantBy actor: Actor, of country: CountryCode) -> Party? {
        guard isOfLeaders(actor) else { return nil }
        let leaders = people.indices.filter { people[$0].country == country && people[$0].isLeader }
        return leaders.count == 1 ? party(leaders[0]) : nil
    }

    /// "главы правительств": whether the article names two of that office or rank, of two states, and no others.
    func areOnlyTwo(_ group: Actor) -> Bool {
        let named = people.filter { person in
            person.country != nil && (isOfLeaders(group) ? person.isLeader : person.level == group.level)
        }
        return named.count == 2 && named[0].country != named[1].country
    }

    /// Those whom "президенты" or "стороны" means: the listed states' own, else the last that met, else the article's leading
    /// ones.
    func group(_ actor: Actor, _ clusters: [EncounterCluster]) -> [Party] {
        if !actor.countries.isEmpty {
            return actor.countries.map { country in
                let equals = people.indices.filter { people[$0].country == country && people[$0].level == actor.level }
                // "лидеры Германии и Франции": of a state whose president the article does not tell, the premier.
                let holders =
                    equals.isEmpty && isOfLeaders(actor)
                    ? people.indices.filter { people[$0].country == country && people[$0].isLeader } : equals
                // Of a longer list the article would name whom it means.
                // "встреча монгольских и российских губернаторов": of many.
                return holders.count == 1 && actor.countries.count == 2 && actor.level != .official
                    ? party(holders[0]) : Party(person: nil, country: country, office: actor.office, level: actor.level)
            }
        }
        if reading.isOfThree(actor) { return three(actor, clusters) }
        if let pair = pairNamed(before: actor) { return pair }
        // "Президенты А, Б и В подписали договор в рамках встречи глав государств": of more than two, those.
        if actor.level.isLeader, !reading.isOfPair(actor),
            case let many = officials(actingBefore: actor.range.lowerBound, of: actor.level), many.count > 2
        {
            return many
        }
        // "… В ходе встречи лидеры подписали декларацию": of those who were told to meet.
        if actor.level.isLeader, !reading.isOfPair(actor), let last = clusters.last, last.isOfTalks,
            last.parties.count > 2, last.persons.isEmpty
        {
            return last.parties
        }
        let isEqual = { (party: Party) in actor.level == nil || party.level == actor.level }
        // "лидеры" may be premiers.
        let isLead = { (party: Party) in actor.level == .headOfState && party.level.isLeader }
        for fits in [isEqual, isLead] {
            for cluster in clusters.reversed() where cluster.kind != .forum {
                let members = cluster.parties.filter { $0.person != nil && fits($0) }
                if members.count == 2, Set(members.compactMap(\.country)).count == 2 { return members }
            }
        }
        let found = principals(of: actor.level, in: actor.office)
        let others = found.isEmpty && actor.level == .headOfState ? principals(of: .headOfGovernment) : found
        let pair = reading.discourse.mainPair
        let isOfPair = reading.isOfPair(actor)
        if others.count < 2, let level = actor.level, pair.count == 2, isOfPair {
            // "президенты двух стран", of whom the article names one or none.
            return pair.map { country in
                holder(of: country, level: level).map { party($0) }
                    ?? Party(person: nil, country: country, office: actor.office, level: level)
            }
        }
        return others.prefix(2).map { party($0) }
    }

    /// "Алиев десять раз встречался с Си. Главы двух государств виделись в Астане": the two of that rank whom the sentence before names,
    /// where it names no others.
    private func pairNamed(before group: Actor) -> [Party]? {
        let document = reading.document
        guard let level = group.level else { return nil }
        let index = Int(document.sentenceOf[group.range.lowerBound])
        let behind = group.range.lowerBound..<min(document.tokens.count, group.range.upperBound + 1)
        guard index > 0, !document.marks(reading.marks.pair, in: behind).isEmpty else { return nil }
        let from = document.sentences[index - 1].lowerBound
        let told = Set(reading.people.names(in: from..<group.range.lowerBound).map(\.person)).filter { person in
            people[person].level == level || isOfLeaders(group) && people[person].isLeader
        }
        guard told.count == 2, Set(told.compactMap { people[$0].country }).count == 2 else { return nil }
        return told.sorted { people[$0].first < people[$1].first }.map { party($0) }
    }

    /// The leading persons of the two states that the article is about, one of each.
    ///
    /// - Parameter office: of several of a level those who hold this office go before the others.
    private func principals(of level: Meeting.Level?, in office: Office? = nil) -> [Int] {
        let pair = reading.discourse.mainPair
        func order(_ index: Int) -> (Int, Int, Int) {
            (people[index].office == office ? 0 : 1, rank(index), people[index].first)
        }
        let ranked = people.indices.filter { index in
            let it = people[index]
            guard let country = it.country, it.level != nil else { return false }
            return (level == nil || it.level == level) && pair.contains(country)
        }.sorted { order($0) < order($1) }
        var found: [Int] = []
        for index in ranked where !found.contains(where: { people[$0].country == people[index].country }) {
            found.append(index)
        }
        if found.count >= 2 { return found }
        // The article names one of the two states by its leader alone.
        let all = people.indices.filter { people[$0].level != nil && (level == nil || people[$0].level == level) }
        let states = Set(all.compactMap { people[$0].country })
        guard level != nil, states.count == 2, states.isSuperset(of: pair) else { return [] }
        return states.compactMap { state in all.first { people[$0].country == state } }
            .sorted { people[$0].first < people[$1].first }
    }

    /// The one head of each of two states, of state or else of government, where both are named; none otherwise.
    func leaders(of pair: Set<CountryCode>) -> [Party] {
        for level in [Meeting.Level.headOfState, .headOfGovernment] {
            let heads = pair.sorted().compactMap { holder(of: $0, level: level) }
            if heads.count == pair.count {
                return heads.sorted { people[$0].first < people[$1].first }.map { party($0) }
            }
        }
        return []
    }

    /// The leaders of two states that have done something as one shortly before a token: "А и Б подписали"; none where they have
    /// not.
    func leadersActing(before token: Int, of pair: Set<CountryCode>) -> [Party] {
        var at = actors.lowerBound { $0.range.upperBound <= token } - 1
        while at > 0, token - actors[at].range.upperBound < Self.reachOfDeed {
            let two = actors[at - 1...at]
            if actors[at].isCoordinated,
                two.allSatisfy({ $0.isSubject && $0.kind == .person && $0.level.isLeader && $0.link == .bare })
            {
                return Set(two.compactMap(\.country)) == pair ? two.compactMap(\.person).map { party($0) } : []
            }
            at -= 1
        }
        return []
    }

    /// Tokens of some paragraphs.
    private static let reachOfDeed = 200

    private func rank(_ index: Int) -> Int {
        people[index].level.flatMap { Meeting.Level.allCases.firstIndex(of: $0) } ?? Meeting.Level.allCases.count
    }

    /// The organisation whose members a group are.
    func organisations(of group: Actor) -> [String] {
        let document = reading.document
        let end = min(document.sentence(of: group.range.lowerBound).upperBound, group.range.upperBound + 12)
        return document.marks(reading.marks.organisation, in: group.range.lowerBound..<end).prefix(1).map(reading.value)
    }

    /// The one of a state who holds an office of a level in the article.
    func holder(of country: CountryCode, level: Meeting.Level?) -> Int? {
        let holders = people.indices.filter { people[$0].country == country && people[$0].level == level }
        return holders.count == 1 ? holders[0] : nil
    }

    /// The person who was the subject of a sentence shortly before a token, from another state than those given.
    ///
    /// None where somebody speaks: "мы провели встречи" is of the speaker.
    func subject(before token: Int, besides countries: [CountryCode]) -> Actor? {
        if isToldOfOneself(token) { return nil }
        return actors.last { actor in
            guard actor.range.upperBound <= token, token - actor.range.upperBound < 80, actor.isSubject,
                !isSpokesman(actor), let person = actor.person, let country = people[person].country
            else { return false }
            return !countries.contains(country)
        }
    }
}
