import Grammar
import Model
import Morphology

extension Reading {
    /// Encounters told by a verb: "встретились", "принял президента", "обсудили".
    func verbMentions(in scene: EncounterScene, besides nouns: [EncounterMention]) -> [EncounterMention] {
        if isConditional(scene) { return [] }
        var found: [EncounterMention] = []
        for mark in all(marks.encounters.meet, in: scene.clause) where !isIdle(mark.range) && !isNegated(mark.first) {
            if let mention = mention(meeting: mark, scene, besides: nouns) { found.append(mention) }
        }
        for mark in all(marks.encounters.receive, in: scene.clause) where !isIdle(mark.range) && !isNegated(mark.first)
        {
            for mention in mentions(receiving: mark, scene, besides: nouns) { found += oneByOne(mention) }
        }
        if found.isEmpty, nouns.isEmpty { found += gatherings(in: scene) }
        if found.isEmpty { found += accreditations(in: scene) }
        if found.isEmpty { found += calls(in: scene) }
        if found.isEmpty, confersAside(scene) || nouns.allSatisfy({ isTopic($0, scene) }),
            let mention = mention(conferring: scene, besides: nouns)
        {
            found.append(mention)
        }
        return found
    }

    /// "С премьером обсуждали торговлю", "с министром обсуждены поставки": a verb in the plural with one company and no subject.
    private func isHeadless(_ verb: Int, _ joined: [Actor], _ scene: EncounterScene) -> Bool {
        let company = joined.filter { $0.link == .with }
        guard company.count == 1, company[0].kind == .person || company[0].kind == .office,
            company[0].country != nil || company[0].person.flatMap({ people.persons[$0].organisation }) != nil,
            company[0].range.lowerBound - scene.clause.lowerBound <= 3, let word = document.word(verb)
        else { return false }
        return !scene.actors.contains { $0.isSubject && $0.kind != .country }
            && (word.can(be: [.verb, .plur]) || word.can(be: .prts))
    }

    /// Those whom a verb of meeting joins: its subjects, and whoever stands behind "с".
    private func joined(_ verb: Int, _ scene: EncounterScene) -> [Actor] {
        unique(
            (speaker(acting: verb, scene).map { [$0] } ?? subjects(of: verb, scene))
                + scene.actors.filter {
                    $0.link == .with && $0.isCompany
                })
    }

    /// "встретился с руководством Беларуси", "с белорусскими властями": the state of those who are nobody in particular.
    private func envoyStates(_ scene: EncounterScene) -> [CountryCode] {
        all(marks.encounters.part, in: scene.clause).compactMap { mark in
            guard value(mark) == "envoy", cases(ofWord: mark.first).contains(.ablt) else { return nil }
            let before = places(in: max(scene.clause.lowerBound, mark.first - 1)..<mark.first).first {
                $0.kind == .adjective
            }
            let behind = places(in: mark.end..<min(scene.clause.upperBound, mark.end + 2)).first {
                $0.kind == .name && $0.range.lowerBound == mark.end && cases(ofWord: mark.end).contains(.gent)
            }
            let first = before?.range.lowerBound ?? mark.first
            guard let with = document.mark(at: first - 1, marks.encounters.with), value(with) == "with" else {
                return nil
            }
            return (before ?? behind)?.country
        }
    }

    private func mention(meeting mark: Mark, _ scene: EncounterScene, besides: [EncounterMention]) -> EncounterMention?
    {
        guard let kind = Meeting.Kind(rawValue: value(mark)), let tense = verbTense(of: mark.first) else { return nil }
        // "увидятся на саммите" tells the summit.
        let hasCompany = scene.actors.contains {
            $0.link == .with && $0.isCompany
        }
        if !hasCompany, kind != .call,
            besides.contains(where: { $0.kind != .talks && $0.isAsserted && !isAside($0, of: mark, scene) })
        {
            return nil
        }
        if tense == .infinitive, document.marks(marks.planned, in: scene.sentence).isEmpty,
            !isDatedChance(mark.first, scene)
        {
            return nil
        }
        var mention = EncounterMention(
            kind: kind, trigger: mark.range, clause: scene.clause.hull, rule: "meeting.meet")
        mention.isVerbal = true
        mention.actors = joined(mark.first, scene)
        if kind == .call, mention.actors.allSatisfy({ $0.link != .with }) {
            // "позвонил президенту"
            mention.actors += scene.actors.filter {
                $0.link == .bare && $0.cases.contains(.datv) && !$0.cases.contains(.nomn)
                    && [.person, .office, .colleague].contains($0.kind) && distance($0.range, mark.range) <= 6
            }
        }
        mention.isAsserted = true
        mention.countries = envoyStates(scene)
        // "по отдельности побеседовал с А и с Б"
        mention.isSeveral = !all(marks.encounters.bilateral, in: scene.clause).isEmpty
        mention.status = tense == .future || tense == .infinitive ? .planned : .held
        describe(&mention, scene, near: mark.first)
        return mention
    }

    /// "министры Грузии и Армении собрались в Астане": those of several states, told by their states or names.
    private func gatherings(in scene: EncounterScene) -> [EncounterMention] {
        all(marks.encounters.gather, in: scene.clause).compactMap { mark in
            guard let tense = verbTense(of: mark.first), tense == .past || tense == .future, !isNegated(mark.first)
            else { return nil }
            let subjects = subjects(of: mark.first, scene)
            let states = Set(subjects.compactMap(\.country)).union(subjects.flatMap(\.countries))
            guard states.count > 1 || subjects.contains(where: \.isVague) else { return nil }
            var mention = EncounterMention(
                kind: .talks, trigger: mark.range, clause: scene.clause.hull, rule: "meeting.gather")
            mention.isVerbal = true
            mention.isAsserted = true
            mention.actors = subjects
            mention.status = tense == .future ? .planned : .held
            describe(&mention, scene, near: mark.first)
            return mention
        }
    }

    /// "А и Б встретились в рамках заседания": those of two states meet beside it.
    private func isAside(_ other: EncounterMention, of verb: Mark, _ scene: EncounterScene) -> Bool {
        guard isReferredAside(other.trigger) || isReferredBefore(other.trigger) else { return false }
        let subjects = subjects(of: verb.first, scene)
        return Set(subjects.compactMap(\.country)).union(subjects.flatMap(\.countries)).count == 2
    }

    private func mentions(receiving mark: Mark, _ scene: EncounterScene, besides: [EncounterMention])
        -> [EncounterMention]
    {
        // "принимает участие" receives nobody.
        let takesPart = all(marks.encounters.attend, in: scene.clause).contains {
            verbTense(of: $0.first) == nil && cases(ofWord: $0.first).contains(.accs)
                && !isBehindPreposition($0.first, scene.clause.part(of: $0.first))
        }
        if value(mark) == "welcome", !document.marks(marks.encounters.arrival, in: scene.sentence).isEmpty {
            return []
        }
        guard !takesPart, let tense = verbTense(of: mark.first), tense != .infinitive else { return [] }
        var hosts = subjects(of: mark.first, scene)
        // "гость был принят президентом"
        let agents = scene.actors.filter {
            $0.link == .bare && $0.kind == .person && $0.cases.contains(.ablt) && $0.range.lowerBound >= mark.end
        }
        if document.word(mark.first)?.can(be: [.prts, .pssv]) == true, let agent = agents.first, let guest = hosts.first
        {
            // "был принят президентом и спикером": by each.
            let others = agents.dropFirst().prefix(while: \.isCoordinated)
            return ([agent] + others).map { reception(mark, scene, [$0], [guest], tense) }
        }
        // "прибыл министр, его принял президент"
        if let guest = scene.actors.last(where: { $0.range.upperBound == mark.first }), guest.kind == .pronoun,
            guest.cases.contains(.accs), !guest.isPlural,
            let host = scene.actors.first(where: { $0.range.lowerBound >= mark.end && $0.isSubject }),
            host.range.lowerBound - mark.end <= 3, host.kind == .person || host.kind == .office
        {
            let before = scene.actors.last {
                $0.range.upperBound < guest.range.lowerBound && $0.isSubject && $0.kind == .person
            }
            return [reception(mark, scene, [host], [before ?? guest], tense)]
        }
        hosts = hosts.filter { !$0.cases.isEmpty }
        let guests = scene.actors.filter { actor in
            !hosts.contains { $0.range == actor.range } && actor.link == .bare && actor.cases.contains(.accs)
                && (actor.isCompany || actor.kind == .delegation && !actor.isPlural)
                // "гостей приветствовал спикер": nobody in particular.
                && (actor.kind != .guest || !actor.isPlural)
                && (actor.kind != .pronoun || abs(actor.range.lowerBound - mark.first) <= 3)
        }
        let chain = chained(guests)
        guard let host = hosts.first, [.person, .office, .pronoun].contains(host.kind), let guest = guests.first else {
            return []
        }
        // "лидеров стран приветствовал президент": at the door, one by one.
        if value(mark) == "welcome", chain.contains(where: { $0.kind == .group }) { return [] }
        if besides.contains(where: { $0.isAsserted && $0.kind != .talks }), guest.kind != .person,
            guest.kind != .office || guest.country == nil
        {
            return []
        }
        return [reception(mark, scene, hosts, chain, tense)]
    }

    /// "принял министра, прибывшего на заседание Совета министров": he, and those listed behind him.
    private func chained(_ guests: [Actor]) -> [Actor] {
        guard var last = guests.first else { return [] }
        var chain = [last]
        for guest in guests.dropFirst() {
            let between = last.range.upperBound..<max(last.range.upperBound, guest.range.lowerBound)
            let isParted = between.contains { token in
                isFiniteVerb(token) || isShortPreposition(token)
                    || document.word(token)?.parses[0].tag.grammemes.contains(.prtf) == true
            }
            if isParted { break }
            chain.append(guest)
            last = guest
        }
        return chain
    }

    /// "принял послов Швеции и Норвегии": ambassadors come one by one.
    private func oneByOne(_ mention: EncounterMention) -> [EncounterMention] {
        guard
            let group = mention.actors.last(where: { $0.kind == .group && $0.office == .ambassador }),
            group.countries.count > 1
        else { return [mention] }
        return group.countries.map { country in
            var part = mention
            part.actors = mention.actors.filter { $0.range != group.range } + [envoy(of: group, from: country)]
            return part
        }
    }

    private func reception(_ mark: Mark, _ scene: EncounterScene, _ hosts: [Actor], _ guests: [Actor], _ tense: Tense)
        -> EncounterMention
    {
        var mention = EncounterMention(
            kind: .talks, trigger: mark.range, clause: scene.clause.hull, rule: "meeting.receive")
        mention.actors = unique(hosts + guests)
        mention.isReception = hosts.count == 1
        mention.isAsserted = true
        let isComing = (max(scene.clause.lowerBound, mark.first - 3)..<mark.first).contains {
            document.word($0)?.can(be: [.verb, .futr, .impf]) ?? false
        }
        mention.status = tense == .future || isComing ? .planned : .held
        mention.host = hosts.first?.country
        describe(&mention, scene, near: mark.first)
        return mention
    }

    /// Behind a noun of an encounter that is talked about.
    private func isOfTopic(_ actor: Actor, behind verb: Int, _ scene: EncounterScene) -> Bool {
        guard actor.range.lowerBound > verb else { return false }
        return document.marks(marks.encounter, in: verb..<actor.range.lowerBound).contains { noun in
            [Meeting.Kind.talks, .call, .visit].contains { $0.rawValue == value(noun) } && !isReferred(noun.range)
        }
    }

    /// "обсудил на саммите с турецким коллегой торговлю": two of those who are there, beside the assembly.
    func confersAside(_ scene: EncounterScene) -> Bool {
        guard let verb = all(marks.encounters.confer, in: scene.clause).first(where: { isFiniteVerb($0.first) }),
            let subject = subjects(of: verb.first, scene).first, let home = subject.country,
            subjects(of: verb.first, scene).count == 1
        else { return false }
        return scene.actors.contains {
            $0.link == .with && ($0.kind == .person || $0.kind == .office) && $0.country != nil && $0.country != home
                && !isOfTopic($0, behind: verb.end, scene)
        }
    }

    /// "обсудил с коллегой подготовку к саммиту": what is talked about, behind the verb and no setting of the talks.
    private func isTopic(_ noun: EncounterMention, _ scene: EncounterScene) -> Bool {
        guard [.session, .summit, .forum].contains(noun.kind), !isReferredAside(noun.trigger),
            !isOn(noun.trigger.lowerBound, scene),
            let verb = all(marks.encounters.confer, in: scene.clause).first(where: { isFiniteVerb($0.first) })
        else { return false }
        return noun.trigger.lowerBound >= verb.end
    }

    /// "А и Б обсудили торговлю", "по видеосвязи подвели итоги".
    private func mention(conferring scene: EncounterScene, besides topics: [EncounterMention]) -> EncounterMention? {
        guard let mark = all(marks.encounters.confer, in: scene.clause).first,
            let tense = verbTense(of: mark.first), !isNegated(mark.first)
        else { return nil }
        // "планирует обсудить вопросы с премьером"
        if tense == .infinitive,
            all(marks.planned, in: scene.clause).isEmpty || scene.actors.allSatisfy({ $0.link != .with })
        {
            return nil
        }
        var mention = EncounterMention(
            kind: .talks, trigger: mark.range, clause: scene.clause.hull, rule: "meeting.confer")
        // "обсудил возможность встречи с президентом": company of what is talked about.
        mention.actors = joined(mark.first, scene).filter { actor in
            actor.link != .with || !isOfTopic(actor, behind: mark.end, scene)
        }
        mention.status = tense == .future || tense == .infinitive ? .planned : .held
        // A lone subject that "обсудил" something meets nobody.
        let people = mention.actors.filter { $0.kind == .person || $0.kind == .office }
        let states = Set(people.compactMap(\.country)).union(mention.actors.flatMap(\.countries))
        // "обсудил с главой Еврокомиссии"
        let unions = Set(
            people.filter { $0.link == .with }.compactMap { $0.person.flatMap { self.people.persons[$0].organisation } }
        )
        // "он обсудит торговлю с министром"
        let isHe = mention.actors.contains { $0.kind == .pronoun && !$0.isPlural && $0.isSubject }
        if states.count + unions.count + (isHe ? 1 : 0) < 2 {
            guard tense == .past, isHeadless(mark.first, mention.actors, scene) else { return nil }
            mention.actors = mention.actors.filter { $0.link == .with }
            mention.isHeadless = true
        }
        mention.isAsserted = true
        mention.isConferred = true
        let status = mention.status
        describe(&mention, scene, near: mark.first)
        // "обсудил саммит в Китае 31 августа": when and where that is.
        if let topic = topics.map(\.trigger.lowerBound).min() {
            let own = scene.clause.lowerBound..<topic
            mention.place = place(in: own, near: mention.trigger)
            if !dates(in: own).contains(where: { $0.date == mention.date }) {
                mention.date = nil
                mention.status = status
            }
        }
        return mention
    }

    /// "Его вели вице-премьеры", "в нем участвовали главы", "туда прилетит премьер": who took part in the one told before.
    func continued(in scene: EncounterScene) -> EncounterMention? {
        if let led = led(in: scene) { return led }
        let verbs =
            all(marks.encounters.hold, in: scene.clause) + all(marks.encounters.attend, in: scene.clause)
            + all(marks.encounters.go, in: scene.clause)
        if let told = itHappens(in: scene) { return told }
        guard let mark = verbs.first else { return nil }
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
        let attends =
            represents
            || takesPart && verbs.contains { document.mark(at: $0.first, marks.encounters.take) != nil }
                && places(in: mark.end..<max(mark.end, scene.clause.upperBound)).isEmpty
        guard isThere || isIt || attends || !taking.isEmpty else { return nil }
        var mention = EncounterMention(
            kind: .session, trigger: mark.range, clause: scene.clause.hull, rule: "meeting.continued")
        mention.isContinued = true
        let verb = isFiniteVerb(mark.first) ? mark.first : finiteVerb(near: mark.first, scene.clause) ?? mark.first
        mention.actors = (taking.isEmpty ? subjects(of: verb, scene) : taking).filter {
            $0.kind != .pronoun && $0.kind != .guest && $0.kind != .host
        }
        return mention.actors.isEmpty ? nil : mention
    }

    /// "Сопредседателями выступили А и Б", "белорусскую делегацию возглавил А": who led the sides of the one told before.
    func led(in scene: EncounterScene) -> EncounterMention? {
        let heads = heads(in: scene)
        guard let first = heads.first else { return nil }
        var mention = EncounterMention(
            kind: .session, trigger: first.range, clause: scene.clause.hull, rule: "meeting.continued")
        mention.isContinued = true
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
        var mention = EncounterMention(
            kind: .forum, trigger: verb.range, clause: scene.clause.hull, rule: "meeting.continued")
        mention.isContinued = true
        mention.isAsserted = true
        describe(&mention, scene, near: verb.first)
        return mention.place == nil && mention.date == nil && mention.formats.isEmpty ? nil : mention
    }

    /// "его" before a noun is whose, not whom.
    private func isPossessive(_ token: Int) -> Bool {
        guard let word = document.word(token), word.can(be: [.adjf, .apro]) else { return false }
        return document.word(token + 1).map { $0.can(be: .noun) && !$0.can(be: .verb) || $0.can(be: .adjf) } ?? false
    }
}
