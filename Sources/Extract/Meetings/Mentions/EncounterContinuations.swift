import Grammar
import Model
import Morphology

extension EncounterMention {
    /// What a clause adds to the encounter told before.
    ///
    /// - Parameter kind: taken only where nothing was told before.
    init(going kind: Meeting.Kind, on trigger: Range<Int>, _ scene: EncounterScene) {
        self.init(kind: kind, trigger: trigger, clause: scene.clause.hull, rule: "meeting.continued")
        isContinued = true
    }
}

/// What clauses add to the encounter told before: who took part, who led its sides, when and where it is.
extension Reading {
    /// "Его вели вице-премьеры", "в нем участвовали главы", "туда прилетит премьер": who took part in the one told before.
    func continued(in scene: EncounterScene) -> EncounterMention? {
        if let led = led(in: scene) { return led }
        if let told = itHappens(in: scene) ?? itIsReceived(in: scene) ?? itIsExtended(in: scene) { return told }
        var verbs = all(marks.encounters.hold, in: scene.clause)
        verbs += all(marks.encounters.attend, in: scene.clause)
        verbs += all(marks.encounters.go, in: scene.clause)
        // "участие приняли министры": the noun tells what the verb is.
        let share = verbs.first {
            verbTense(of: $0.first) == nil && document.mark(at: $0.first, marks.encounters.take) != nil
        }
        guard let mark = share ?? verbs.first else { return nil }
        let isThere = !all(marks.encounters.there, in: scene.clause).isEmpty
        let isIt = scene.actors.contains { actor in
            // "в них": in the talks
            actor.kind == .pronoun
                && (!actor.isPlural || actor.cases.contains(.loct) && isLocalPreposition(actor.range.lowerBound - 1))
                && actor.cases.intersects([.accs, .loct])
                && !isPossessive(actor.range.lowerBound)
        }
        var taking = participation(in: scene, isContinued: true)
        if taking.isEmpty { taking = delegations(in: scene) }
        // "примут участие в качестве гостей": in the one told before.
        let takesPart = document.mark(at: mark.first, marks.encounters.attend) != nil && value(mark) != "arrive"
        // "Грузию представляет министр А": in the assembly told before.
        let represents = takesPart && value(mark) == "represent"
        // "принимал участие в перевороте": in something else.
        let isElsewhere =
            share != nil && isLocalPreposition(mark.end)
            && document.word(mark.end + 1)?.can(be: [.npro, .per3]) != true
        let attends =
            represents || verbs.contains { value($0) == "among" }
            || takesPart && !isElsewhere && verbs.contains { document.mark(at: $0.first, marks.encounters.take) != nil }
                && places(in: mark.end..<max(mark.end, scene.clause.upperBound)).allSatisfy { place in
                    // "присутствие подтвердил и президент Грузии"
                    scene.all.contains { $0.kind != .country && $0.range.contains(place.range.lowerBound) }
                }
        guard isThere || isIt || attends || !taking.isEmpty else { return nil }
        var mention = EncounterMention(going: .session, on: mark.range, scene)
        // "Посол решил не участвовать", "не принимает участия", "от участия отказались министры"
        let refuses = all(marks.encounters.refuse, in: scene.clause).contains {
            isFiniteVerb($0.first) && !isNegated($0.first)
        }
        if refuses || all(marks.encounters.attend, in: scene.clause).contains(where: { isNegated($0.first) })
            || finiteVerb(near: mark.first, scene.clause).map(isNegated) ?? false
        {
            return nil
        }
        let verb = isFiniteVerb(mark.first) ? mark.first : finiteVerb(near: mark.first, scene.clause) ?? mark.first
        mention.actors = (taking.isEmpty ? subjects(of: verb, scene) : taking).filter {
            $0.kind != .pronoun && $0.kind != .guest && $0.kind != .host
        }
        // "Грузию будет представлять министр А": of that state.
        if represents { mention.actors = mention.actors.map { sided($0, scene) } }
        // "участвовали лидеры стран-членов: А (Армения), Б (Грузия)": the names behind those who are nobody in particular.
        if let group = mention.actors.last, group.kind == .group,
            let list = (group.range.upperBound..<scene.sentence.upperBound).first(where: {
                document.isMark($0, ":") || document.isDash($0)
            }), list - group.range.upperBound <= 4
        {
            mention.actors += scene.all.filter {
                $0.range.lowerBound > list && $0.kind == .person && $0.isSubject && $0.country != nil
            }
        }
        return mention.actors.isEmpty ? nil : mention
    }

    /// "Сопредседателями выступили А и Б", "белорусскую делегацию возглавил А": who led the sides of the one told before.
    func led(in scene: EncounterScene) -> EncounterMention? {
        let sentence = Int(document.sentenceOf[scene.sentence.lowerBound])
        guard document.has(marks.encounters.leaders, inSentence: sentence) else { return nil }
        let heads = heads(in: scene)
        guard let first = heads.first else { return nil }
        var mention = EncounterMention(going: .session, on: first.range, scene)
        mention.isOfHeads = true
        mention.actors = heads
        return mention
    }

    /// "Оно пройдет в Сочи", "Мероприятие пройдет в Сочи": when and where the one told before is.
    private func itHappens(in scene: EncounterScene) -> EncounterMention? {
        // "данное мероприятие"
        let event =
            document.mark(at: scene.clause.lowerBound, marks.encounters.there)
            ?? (isAttribute(scene.clause.lowerBound)
                ? document.mark(at: scene.clause.lowerBound + 1, marks.encounters.there) : nil)
        guard
            let pronoun = scene.actors.first.flatMap({ actor in
                actor.kind == .pronoun && !actor.isPlural && actor.range.lowerBound == scene.clause.lowerBound
                    && actor.cases.contains(.nomn) ? actor.range : nil
            }) ?? event.flatMap({ document.word($0.first)?.can(be: [.noun, .nomn, .sing]) == true ? $0.range : nil }),
            let verb = all(marks.encounters.happen, in: scene.clause).first, isFiniteVerb(verb.first),
            (0...2).contains(verb.first - pronoun.upperBound), status(verb, scene) != nil
        else { return nil }
        // Of the days of an assembly the first.
        var mention = EncounterMention(going: .forum, on: verb.range, scene)
        mention.isAsserted = true
        describe(&mention, scene, near: verb.first)
        // "пройдет под председательством министра"
        mention.actors = scene.actors.filter {
            $0.link == .including && ($0.kind == .person || $0.kind == .office && $0.country != nil)
        }
        return mention.place == nil && mention.date == nil && mention.formats.isEmpty && mention.actors.isEmpty
            ? nil : mention
    }

    /// "Затем к диалогу присоединились делегации": the talks told before, in another format.
    private func itIsExtended(in scene: EncounterScene) -> EncounterMention? {
        guard
            let verb = all(marks.formatJoin, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && verbTense(of: $0.first) == .past
            }), document.mark(at: scene.clause.lowerBound, marks.formatBetween) != nil,
            formats(in: scene.clause.hull) == [.extended]
        else { return nil }
        var mention = EncounterMention(going: .talks, on: verb.range, scene)
        mention.formats = [.extended]
        return mention
    }

    /// "Принимать его будет Самарканд": the city that receives the one told before.
    private func itIsReceived(in scene: EncounterScene) -> EncounterMention? {
        guard let (verb, place) = reception(ofItIn: scene.clause) else { return nil }
        var mention = EncounterMention(going: .forum, on: verb.range, scene)
        mention.isAsserted = true
        mention.place = place
        return mention
    }

    /// "его примет Самарканд", "принимать его будет Самарканд": the city that receives what the pronoun means, and no person.
    func reception(ofItIn clause: Clause) -> (verb: Mark, city: Place)? {
        for verb in all(marks.encounters.receive, in: clause) {
            let near = max(clause.lowerBound, verb.first - 2)..<min(clause.upperBound, verb.end + 2)
            guard
                near.contains(where: {
                    document.word($0)?.can(be: [.npro, .accs]) == true && document.word($0)?.can(be: .per3) == true
                        && !isPossessive($0)
                }), let place = receivingPlace(clause), place.city != nil
            else { continue }
            return (verb, place)
        }
        return nil
    }

    /// "его" before a noun is whose, not whom.
    private func isPossessive(_ token: Int) -> Bool {
        guard let word = document.word(token), word.can(be: [.adjf, .apro]) else { return false }
        return document.word(token + 1).map { $0.can(be: .noun) && !$0.can(be: .verb) || $0.can(be: .adjf) } ?? false
    }

    /// What a verb adds to an encounter told before, or to the next one of the same: who joins it, whom its host welcomes, that they
    /// will meet again.
    func continued(byVerbIn scene: EncounterScene, besides nouns: [EncounterMention]) -> EncounterMention? {
        if let again = reunion(in: scene) { return again }
        return nouns.allSatisfy { !$0.isAsserted } ? joining(in: scene) ?? welcome(in: scene) : nil
    }

    /// "к беседе присоединился президент А", "к ним присоединился глава Б"
    private func joining(in scene: EncounterScene) -> EncounterMention? {
        for mark in all(marks.encounters.joining, in: scene.clause)
        where verbTense(of: mark.first) == .past && document.word(mark.first)?.can(be: [.verb, .sing]) == true {
            let isToTalks = (scene.clause.lowerBound..<scene.clause.upperBound - 1).contains { token in
                preposition(at: token) == "to" && document.word(token + 1)?.can(be: .datv) == true
                    && (document.mark(at: token + 1, marks.encounter).map { value($0) == Meeting.Kind.talks.rawValue }
                        ?? (document.word(token + 1)?.can(be: [.npro, .plur]) == true))
            }
            guard isToTalks, let subject = subjects(of: mark.first, scene).first, subject.kind == .person,
                subject.country != nil, subject.level.isLeader
            else { continue }
            var mention = told(.talks, "joined", by: mark.range, [subject], scene, near: mark.first)
            mention.isJoined = true
            return mention
        }
        return nil
    }

    /// "А встречал президента Б и премьера В": who takes part in the assembly told before, with its host.
    private func welcome(in scene: EncounterScene) -> EncounterMention? {
        for mark in all(marks.encounters.welcome, in: scene.clause)
        where isFiniteVerb(mark.first) && !isNegated(mark.first) {
            let guests = scene.actors.filter {
                $0.range.lowerBound >= mark.end && $0.kind == .person && $0.link == .bare && $0.level.isLeader
                    && $0.cases.contains(.accs)
            }
            let hosts = subjects(of: mark.first, scene).filter { $0.kind == .person && $0.level.isLeader }
            guard Set(guests.compactMap(\.country)).count > 1, hosts.count == 1 else { continue }
            var mention = told(.summit, "welcome", by: mark.range, hosts + guests, scene, near: mark.first)
            mention.isContinued = true
            return mention
        }
        return nil
    }

    /// "В ноябре министры вновь соберутся в Осло": those whose talks were told last, of whom nobody's state is told anew.
    private func reunion(in scene: EncounterScene) -> EncounterMention? {
        guard !all(marks.encounters.again, in: scene.clause).isEmpty,
            scene.actors.allSatisfy({ $0.country == nil && $0.countries.isEmpty || $0.kind == .country })
        else { return nil }
        let verbs = all(marks.encounters.meet, in: scene.clause) + all(marks.encounters.gather, in: scene.clause)
        let verb = verbs.first {
            verbTense(of: $0.first) == .future && !isNegated($0.first)
                && document.word($0.first)?.can(be: [.verb, .plur]) == true
        }
        guard let verb else { return nil }
        var mention = told(.talks, "again", by: verb.range, [], scene, near: verb.first, tense: .future)
        mention.isNext = true
        mention.isOfTrade = subjects(of: verb.first, scene).isEmpty
        return mention
    }
}
