import Grammar
import Model
import Morphology

extension Reading {
    /// Encounters told by a verb: "встретились", "принял президента", "обсудили".
    func verbMentions(in scene: EncounterScene, besides nouns: [EncounterMention]) -> [EncounterMention] {
        if isConditional(scene) { return [] }
        if let continued = continued(byVerbIn: scene, besides: nouns) { return [continued] }
        var found: [EncounterMention] = []
        for mark in all(marks.encounters.meet, in: scene.clause) where !isIdle(mark.range) && !isNegated(mark.first) {
            if let mention = mention(meeting: mark, scene, besides: nouns) { found.append(mention) }
        }
        for mark in all(marks.encounters.receive, in: scene.clause) where !isIdle(mark.range) && !isNegated(mark.first)
        {
            for mention in mentions(receiving: mark, scene, besides: nouns) { found += oneByOne(mention) }
        }
        // "собрались на полях саммита ШОС": of those who gathered.
        if found.isEmpty, nouns.allSatisfy({ isAtMargins($0.trigger) }) {
            found += gatherings(in: scene)
            found += stays(in: scene)
        }
        if found.isEmpty { found += accreditations(in: scene) }
        if found.isEmpty { found += calls(in: scene) }
        if found.isEmpty, nouns.isEmpty { found += awaitings(in: scene) }
        if found.isEmpty, confersAside(scene) || nouns.allSatisfy({ isTopic($0, scene) }),
            let mention = mention(conferring: scene, besides: nouns)
        {
            found.append(mention)
        }
        if found.isEmpty, let mention = telephoned(in: scene, besides: nouns) { found.append(mention) }
        return found
    }

    /// "министр А и посол Италии Б обсудили торговлю", in an article on Italy and another state: an official without a state beside
    /// one of the two.
    private func isOfOther(_ people: [Actor], _ states: Set<CountryCode>) -> Bool {
        people.count == 2 && states.count == 1 && discourse.mainPair.count == 2
            && states.isSubset(of: discourse.mainPair)
            && people.contains { $0.country == nil && $0.kind == .person && $0.level != nil && $0.organisation == nil }
    }

    /// Those whom a verb of meeting joins: its subjects, and whoever stands behind "с".
    func joined(_ verb: Int, _ scene: EncounterScene) -> [Actor] {
        let acting =
            speaker(acting: verb, scene).map { [$0] } ?? bearer(of: verb, scene).map { [$0] }
            ?? subjects(of: verb, scene)
        let with = scene.actors.filter { $0.link == .with && $0.isCompany }
        // "созвонился с А по вопросу саммита с Б": the company of what is talked about, where somebody is met besides.
        let topic = with.first.flatMap { first in
            all(marks.encounter, in: scene.clause).first {
                $0.first >= first.range.upperBound && $0.first > verb && !isReferred($0.range)
                    && cases(ofWord: $0.first).contains(.gent)
                    && !isBehindPreposition($0.first, scene.clause.part(of: $0.first))
            }
        }
        let met = with.filter { actor in topic.map { actor.range.lowerBound < $0.first } ?? true }
        // "вместе с главой Замбии встретился с премьером": he who goes along is no company, and of a state of his own meets too.
        var beside = met.filter { $0.range.upperBound <= verb && isTogether($0) }
        if beside.count == met.count { beside = [] }
        // "переговорил с премьером и обменялся рукопожатием с канцлером": the company of another verb.
        let company = met.filter { actor in
            !beside.contains { $0.range == actor.range }
                && !(verb + 1..<max(verb + 1, actor.range.lowerBound)).contains {
                    isFiniteVerb($0) && scene.clause.contains($0)
                }
        }
        beside.removeAll { actor in actor.country != nil && acting.contains { $0.country == actor.country } }
        for index in beside.indices { (beside[index].link, beside[index].cases) = (.bare, .nomn) }
        // "после беседы с А премьер созвонился с Б": who is told with the noun is of the other talks.
        let own = company.filter { actor in
            !all(marks.encounter, in: scene.clause).contains {
                isReferred($0.range) && $0.end <= actor.range.lowerBound && actor.range.lowerBound - $0.end <= 1
                    && actor.range.upperBound <= verb
            }
        }
        return unique(acting + beside + (own.isEmpty ? company : own))
    }

    /// "встретился с руководством Беларуси", "с белорусскими властями": the state of those who are nobody in particular.
    private func envoyStates(_ scene: EncounterScene) -> [CountryCode] {
        all(marks.encounters.part, in: scene.clause).compactMap { mark in
            guard value(mark) == "envoy", cases(ofWord: mark.first).contains(.ablt) else { return nil }
            let before = places(in: max(scene.clause.lowerBound, mark.first - 1)..<mark.first).first {
                $0.kind == .adjective
            }
            // "с руководством белорусского ведомства", "с руководством министерства обороны Беларуси"
            let behind = places(in: mark.end..<min(scene.clause.upperBound, mark.end + Self.reachOfBody)).first {
                place in
                (place.kind == .name || place.kind == .adjective && place.range.lowerBound == mark.end)
                    && cases(ofWord: place.range.upperBound - 1).contains(.gent)
                    && (mark.end..<place.range.lowerBound).allSatisfy { document.word($0)?.can(be: .gent) == true }
            }
            let first = before?.range.lowerBound ?? mark.first
            guard let with = document.mark(at: first - 1, marks.encounters.with), value(with) == "with" else {
                return nil
            }
            return (before ?? behind)?.country
        }
    }

    /// Tokens from those who speak for a body to its state.
    private static let reachOfBody = 6

    private func mention(meeting mark: Mark, _ scene: EncounterScene, besides: [EncounterMention]) -> EncounterMention?
    {
        guard let kind = Meeting.Kind(rawValue: value(mark)), let tense = verbTense(of: mark.first) else { return nil }
        // "увидятся на саммите" tells the summit.
        let hasCompany = scene.actors.contains {
            $0.link == .with && $0.isCompany
        }
        let isBeside =
            !hasCompany && kind != .call
            && besides.contains(where: { $0.kind != .talks && $0.isAsserted && !isAside($0, of: mark, scene) })
            && !meetThere(mark, scene)
        if isBeside, !besides.contains(where: \.isBackground) { return nil }
        if tense == .infinitive, document.marks(marks.planned, in: scene.sentence).isEmpty,
            !isDatedChance(mark.first, scene)
        {
            return nil
        }
        var actors = joined(mark.first, scene)
        // "представители ведомств Грузии и Армении встретились"
        if actors.isEmpty { actors = envoys(of: Governor(role: .held, verb: mark.first, status: .held), scene) }
        if kind == .call, actors.allSatisfy({ $0.link != .with }) {
            // "позвонил президенту"
            actors += scene.actors.filter {
                $0.link == .bare && $0.cases.contains(.datv) && !$0.cases.contains(.nomn)
                    && [.person, .office, .colleague].contains($0.kind) && distance($0.range, mark.range) <= 6
            }
        }
        var mention = told(
            kind, "meet", by: mark.range, actors, scene, near: mark.first, tense: tense, countries: envoyStates(scene))
        // "встречались шесть раз": some of many, of which none is told.
        let times = all(marks.encounters.times, in: scene.clause)
        if !times.isEmpty, mention.occasions.isEmpty, mention.date?.month == nil, mention.place == nil { return nil }
        // "во вторник встречается": whatever else is told of it says whether it is yet to come.
        if tense == .present, mention.isTimed { mention.isExpected = true }
        mention.isOfStranger = mention.actors.allSatisfy { $0.link == .with } && hasStranger(acting: mark.first, scene)
        mention.isOfPairThere = isBeside
        mention.isWithEach = !all(marks.encounters.each, in: scene.clause).isEmpty
        // "по отдельности побеседовал с А и с Б"
        mention.isSeveral = !all(marks.encounters.bilateral, in: scene.clause).isEmpty
        // "прилетел в Ашхабад, где встретился с руководством страны"
        if mention.countries.isEmpty, meetsHosts(scene), let state = mention.place?.country,
            mention.actors.allSatisfy({ $0.country != state })
        {
            mention.countries = [state]
        }
        return mention
    }

    /// A noun for somebody stands as the verb's subject.
    private func hasStranger(acting verb: Int, _ scene: EncounterScene) -> Bool {
        let part = scene.clause.part(of: verb)
        return (max(part.lowerBound, verb - Self.reachOfSubject)..<verb).contains { token in
            guard let word = document.word(token), word.isKnown,
                word.parses[0].tag.grammemes.contains([.noun, .nomn, .anim]),
                !isBehindPreposition(token, part), !scene.all.contains(where: { $0.range.contains(token) })
            else { return false }
            return !(token..<verb).contains { document.isMark($0, ",") }
        }
    }

    /// Tokens between a subject and its verb.
    private static let reachOfSubject = 8

    /// "с руководством страны", "с властями республики": of the state where they are.
    private func meetsHosts(_ scene: EncounterScene) -> Bool {
        all(marks.encounters.part, in: scene.clause).contains { mark in
            value(mark) == "envoy" && cases(ofWord: mark.first).contains(.ablt)
                && document.mark(at: mark.first - 1, marks.encounters.with).map { value($0) == "with" } ?? false
                && document.marks(marks.encounters.homeland, in: mark.end..<min(scene.clause.upperBound, mark.end + 2))
                    .contains { $0.first == mark.end }
        }
    }

    /// "провел 45 минут с президентом": time spent with somebody.
    private func stays(in scene: EncounterScene) -> [EncounterMention] {
        all(marks.encounters.hold, in: scene.clause).compactMap { mark in
            guard let tense = verbTense(of: mark.first), tense == .past, !isNegated(mark.first),
                document.marks(marks.encounters.spent, in: mark.end..<min(scene.clause.upperBound, mark.end + 12))
                    .contains(where: { spent in
                        // "провел с коллегой А без малого три часа": behind those whom it was spent with.
                        cases(ofWord: spent.first).intersects([.accs, .gent])
                            && (spent.first - mark.end < 4
                                || document.tokens[spent.first - 1].kind == .number
                                || document.word(spent.first - 1)?.can(be: .numr) == true
                                || spent.first == scene.clause.upperBound - 2)
                    })
            else { return nil }
            let actors = joined(mark.first, scene).filter { [.person, .office, .pronoun].contains($0.kind) }
            guard actors.contains(where: { $0.link == .with }), actors.contains(where: { $0.link != .with }) else {
                return nil
            }
            return told(.talks, "stay", by: mark.range, actors, scene, near: mark.first)
        }
    }

    /// "министры Грузии и Армении собрались в Астане": those of several states, told by their states or names.
    private func gatherings(in scene: EncounterScene) -> [EncounterMention] {
        all(marks.encounters.gather, in: scene.clause).compactMap { mark in
            // "договорились собраться в Риме"
            guard let tense = verbTense(of: mark.first), tense != .present, !isNegated(mark.first),
                tense != .infinitive || !all(marks.encounters.agreeing, in: scene.clause).isEmpty
            else { return nil }
            let subjects = subjects(of: mark.first, scene)
            let states = Set(subjects.compactMap(\.country)).union(subjects.flatMap(\.countries))
            guard states.count > 1 || subjects.contains(where: { $0.isVague || isOfThree($0) }) else { return nil }
            // "под председательством президента А собрались президенты": he sits there too.
            let chairing = scene.actors.filter { $0.link == .including && ($0.kind == .person || $0.kind == .office) }
            return told(
                .talks, "gather", by: mark.range, unique(chairing + subjects), scene, near: mark.first, tense: tense)
        }
    }

    /// "министры трех стран": of the three whose encounter was told before.
    func isOfThree(_ actor: Actor) -> Bool {
        actor.kind == .group && actor.countries.isEmpty
            && document.marks(
                marks.triple, in: actor.range.lowerBound..<min(document.tokens.count, actor.range.upperBound + 3)
            ).contains {
                // "министры всех трех стран"
                $0.first <= actor.range.upperBound
                    || $0.first == actor.range.upperBound + 1 && isAttribute(actor.range.upperBound)
            }
    }

    /// "А и Б побеседовали на саммите": two who are named and have met each other there.
    func meetThere(_ verb: Mark, _ scene: EncounterScene) -> Bool {
        guard verbTense(of: verb.first) == .past, document.mark(at: verb.first, marks.encounters.meet) != nil else {
            return false
        }
        let subjects = subjects(of: verb.first, scene)
        // "президенты России и США встретились на саммите", "президенты России и США А и Б"
        let persons = subjects.filter { $0.kind == .person }
        let groups = subjects.filter { $0.kind == .group && !$0.isVague }
        guard persons.count + groups.count == subjects.count else { return false }
        let states = Set(persons.compactMap(\.country)).union(groups.flatMap(\.countries))
        return states.count == 2 && (persons.count == 2 || persons.isEmpty && groups.count == 1)
    }

    /// "А и Б встретились в рамках заседания": those of two states meet beside it.
    private func isAside(_ other: EncounterMention, of verb: Mark, _ scene: EncounterScene) -> Bool {
        guard isReferredAside(other.trigger) || isReferredBefore(other.trigger) else { return false }
        let subjects = subjects(of: verb.first, scene)
        // "Оба лидера пообщались в рамках заседания"
        if subjects.contains(where: { other.actors.map(\.range).contains($0.range) && $0.kind == .group }) {
            return true
        }
        return Set(subjects.compactMap(\.country)).union(subjects.flatMap(\.countries)).count == 2
    }

    /// "Лидеры двух стран обсудили торговлю": a plural subject that can only mean two of whom the article tells.
    private func isOfPair(_ actors: [Actor]) -> Bool {
        guard actors.count == 1, actors[0].kind == .group, actors[0].level != nil, !actors[0].isVague,
            actors[0].isSubject
        else { return false }
        return isOfPair(actors[0])
    }

    /// "лидеры двух стран", "министры энергетики обоих государств": with the words of the office between.
    func isOfPair(_ group: Actor) -> Bool {
        let limit = min(document.tokens.count, group.range.upperBound + Self.reachOfPair)
        return document.marks(marks.pair, in: group.range.lowerBound..<limit).contains { pair in
            pair.first <= group.range.upperBound
                || (group.range.upperBound..<pair.first).allSatisfy { document.word($0)?.can(be: .gent) == true }
        }
    }

    /// Tokens from a group of officials to its states: "министры сельского хозяйства двух стран".
    private static let reachOfPair = 4

    /// "А и Б обсудили торговлю", "по видеосвязи подвели итоги".
    private func mention(conferring scene: EncounterScene, besides topics: [EncounterMention]) -> EncounterMention? {
        let verbs = all(marks.encounters.confer, in: scene.clause)
        guard let mark = verbs.first(where: { value($0) != "placed" }) ?? verbs.first,
            // "речь шла": the verb behind its noun.
            let verb = mark.range.first(where: { verbTense(of: $0) != nil }), let tense = verbTense(of: verb),
            !isNegated(verb)
        else { return nil }
        // "в Риме министры договорились о поставках": where they did is told before what they did.
        let before = scene.clause.lowerBound..<mark.first
        let isPlaced = value(mark) == "placed"
        if isPlaced, tense != .past || place(in: before, near: mark.range) == nil { return nil }
        // "обсудил возможность встречи с президентом": company of what is talked about.
        var actors = joined(verb, scene).filter { actor in
            actor.link != .with || !isOfTopic(actor, behind: mark.end, scene)
        }
        let agents = isPassive(verb) && actors.allSatisfy { $0.link == .with } ? agentsOfPassive(of: verb, scene) : []
        actors = unique(agents + actors)
        // "главы правительств обсудят торговлю": of the two premiers whom the article names.
        let isOfLeaders =
            !isPlaced && actors.count == 1 && actors[0].kind == .group && actors[0].level.isLeader
            && !actors[0].isVague && actors[0].isSubject && actors[0].countries.isEmpty && !self.isOfPair(actors)
        // "планирует обсудить вопросы с премьером"
        if tense == .infinitive,
            all(marks.planned, in: scene.clause).isEmpty
                || !isOfLeaders && scene.actors.allSatisfy({ $0.link != .with })
        {
            return nil
        }
        // A lone subject that "обсудил" something meets nobody.
        let people = actors.filter { $0.kind == .person || $0.kind == .office }
        let states = Set(people.compactMap(\.country)).union(actors.flatMap(\.countries))
        // "обсудил с главой Еврокомиссии"
        let unions = Set(
            people.filter { $0.link == .with || !agents.isEmpty }.compactMap {
                $0.person.flatMap { self.people.persons[$0].organisation }
            }
        )
        // "обсудил в Москве с коллегой А": of the state where they are.
        let isThere = people.contains { other in
            other.link == .with && other.country == nil
                && place(in: scene.clause.hull, near: mark.range)?.country.map { !states.contains($0) } ?? false
        }
        // "он обсудит торговлю с министром"
        let isHe = actors.contains { $0.kind == .pronoun && !$0.isPlural && $0.isSubject }
        let areTwo = states.count + unions.count + (isHe || isThere || isOfOther(people, states) ? 1 : 0) >= 2
        // "Год назад в Осло лидеры условились открыть рейс": of the pair in focus, where they are told to have been.
        let isOfGroup =
            isPlaced && actors.count == 1 && actors[0].kind == .group && actors[0].level != nil && !actors[0].isVague
            && actors[0].isSubject && actors[0].countries.isEmpty
        let isOfPair = !areTwo && tense == .past && (self.isOfPair(actors) || isOfGroup)
        let isHeadless = !areTwo && !isOfPair && !isOfLeaders
        if isHeadless {
            guard tense == .past, self.isHeadless(verb, actors, scene) else { return nil }
            actors = actors.filter { $0.link == .with }
        }
        var mention = told(
            .talks, "confer", by: mark.range, actors, scene, near: verb, tense: tense, isVerbal: false)
        mention.isConferred = true
        // "начались переговоры. Лидеры намерены обсудить торговлю": at them, and at no next ones.
        mention.isNext = false
        mention.isOfPair = isOfPair
        mention.isOfNamed = isOfLeaders && !areTwo
        mention.isHeadless = isHeadless
        if isPlaced {
            mention.place = place(in: before, near: mention.trigger)
            if !dates(in: before).contains(where: { $0.date == mention.date }) { mention.date = nil }
            mention.status = .held
        }
        // "обсудили съезд, который пройдет в Осло": where that is.
        if let relative = scene.clauses.first(where: { $0.isRelative && $0.lowerBound >= mark.end }),
            !all(marks.encounters.happen, in: relative).isEmpty
        {
            mention.place = place(in: scene.clause.lowerBound..<relative.lowerBound, near: mention.trigger)
        }
        // "обсудил саммит в Китае 31 августа": when and where that is.
        if let topic = topics.map(\.trigger.lowerBound).min() {
            let own = scene.clause.lowerBound..<topic
            mention.place = place(in: own, near: mention.trigger)
            if !dates(in: own).contains(where: { $0.date == mention.date }) {
                mention.date = nil
                mention.status = tense.status
            }
        }
        return mention
    }
}
