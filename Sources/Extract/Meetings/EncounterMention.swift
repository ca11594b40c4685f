import Grammar
import Model

/// One place in the text that speaks of an encounter.
struct EncounterMention {
    var kind: Meeting.Kind
    /// Tokens of the word that names it.
    let trigger: Range<Int>
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
    /// "следующее заседание": another than the one told.
    var isNext = false
    var date: PartialDate?
    /// Days after the one told before: "в тот же день", "на следующий день".
    var after: Int?
    var place: Place?
    /// The state whose official receives, or whose city does.
    var host: CountryCode?
    /// "13-е заседание"
    var ordinal: Int?
    /// The first of the actors receive the others: "принял".
    var isReception = false

    var sentenceStart: Int { clause.lowerBound }
}

extension Reading {
    /// Every mention of an encounter in the article proper, in order.
    func encounterMentions(_ actors: [Actor]) -> [EncounterMention] {
        var found: [EncounterMention] = []
        for sentence in document.sentences where !frame.isNoise[sentence.lowerBound] {
            let here = actors.filter { sentence.contains($0.range.lowerBound) }
            let parts = clauses(of: sentence)
            for (index, clause) in parts.enumerated() {
                let scene = Scene(
                    sentence: sentence, clause: clause, next: index + 1 < parts.count ? parts[index + 1] : nil,
                    actors: here.filter { clause.contains($0.range.lowerBound) }, all: here)
                found.append(contentsOf: mentions(in: scene))
            }
        }
        return found
    }

    /// A clause with those who appear in it.
    struct Scene {
        let sentence: Range<Int>
        let clause: Range<Int>
        let next: Range<Int>?
        let actors: [Actor]
        /// Of the whole sentence.
        let all: [Actor]
    }

    private func mentions(in scene: Scene) -> [EncounterMention] {
        var found: [EncounterMention] = []
        let nouns = nounTriggers(in: scene)
        for noun in nouns {
            if let mention = mention(noun: noun, scene) { found.append(mention) }
        }
        for mark in document.marks(marks.encounters.meet, in: scene.clause) where !isIdle(mark.range) {
            if let mention = mention(meeting: mark, scene, besides: found) { found.append(mention) }
        }
        for mark in document.marks(marks.encounters.receive, in: scene.clause) where !isIdle(mark.range) {
            if let mention = mention(receiving: mark, scene, besides: found) { found.append(mention) }
        }
        if found.isEmpty, let mention = mention(conferring: scene) { found.append(mention) }
        return found.sorted { $0.trigger.lowerBound < $1.trigger.lowerBound }
    }

    func isIdle(_ range: Range<Int>) -> Bool {
        document.marks(
            marks.encounters.idle, in: max(0, range.lowerBound - 5)..<min(document.tokens.count, range.upperBound + 6)
        )
        .contains { $0.range.overlaps(range) }
    }

    // MARK: Nouns

    /// A noun that names an encounter, with the words of the same phrase.
    struct NounTrigger {
        var kind: Meeting.Kind
        /// The noun itself.
        let head: Int
        /// From the noun to the last word that names it: "заседание Форума".
        var range: Range<Int>
        let isBody: Bool
    }

    private func nounTriggers(in scene: Scene) -> [NounTrigger] {
        var found: [NounTrigger] = []
        for mark in document.marks(marks.encounter, in: scene.clause) where !isIdle(mark.range) {
            guard let kind = Meeting.Kind(rawValue: value(mark)), kind != .visit else { continue }
            guard document.word(mark.end - 1)?.can(be: .noun) == true || mark.range.count > 1 else { continue }
            if let last = found.last, mark.first < last.range.upperBound { continue }
            // "заседание Форума", "участники саммита": the wider thing names the encounter.
            if let last = found.last, mark.first - last.range.upperBound <= 3,
                (last.range.upperBound..<mark.first).allSatisfy({
                    document.word($0)?.can(be: .adjf) ?? !document.isMark($0, ",")
                }),
                cases(ofWord: mark.end - 1).contains(.gent) || mark.range.count > 1, kind != .talks
            {
                found[found.count - 1].kind = kind
                found[found.count - 1].range = last.range.lowerBound..<mark.end
                continue
            }
            found.append(NounTrigger(kind: kind, head: mark.first, range: mark.range, isBody: false))
        }
        for mark in document.marks(marks.encounters.body, in: scene.clause) {
            let isNamed = found.contains { $0.range.lowerBound < mark.first && mark.first - $0.range.upperBound <= 6 }
            guard !isNamed, found.isEmpty else { continue }
            found.append(NounTrigger(kind: .session, head: mark.first, range: mark.range, isBody: true))
        }
        return found
    }

    private func mention(noun: NounTrigger, _ scene: Scene) -> EncounterMention? {
        var mention = EncounterMention(
            kind: noun.kind, trigger: noun.range, clause: scene.clause, rule: "meeting.\(noun.kind.rawValue)")
        let governed = governor(of: noun, scene)
        if noun.isBody, governed.map({ $0.role != .happens && $0.role != .held }) ?? true { return nil }
        var actors = attached(to: noun.range, scene)
        switch governed?.role {
        case .held, .attended:
            actors += subjects(of: governed!.verb, scene).filter { $0.kind != .country }
            if governed!.role == .held, let city = subjectPlace(scene) {
                mention.place = city.place
                mention.host = city.country
            }
        case .happens:
            break
        case nil:
            // "По итогам переговоров с президентом Б президент А сообщил": whoever acts has taken part.
            if actors.contains(where: { $0.link == .with }) || isReferred(noun.range) {
                actors += subjects(of: noun.head, scene).filter { $0.kind != .country }
            }
        }
        mention.actors = unique(actors)
        mention.isAsserted = governed != nil
        mention.status = governed?.status ?? .held
        describe(&mention, scene, near: governed?.verb ?? noun.head)
        if governed == nil {
            let isOwn = mention.actors.contains { $0.link == .with || $0.link == .between } || mention.date != nil
            mention.isAsserted = isOwn || mention.status == .planned
        }
        return mention
    }

    private struct Governor {
        enum Role { case happens, held, attended }
        let role: Role
        let verb: Int
        let status: Meeting.Status
    }

    /// The verb that says that the encounter happens, is held or attended.
    private func governor(of noun: NounTrigger, _ scene: Scene) -> Governor? {
        let cases = cases(ofWord: noun.head)
        let behind = isBehindPreposition(noun.head, scene.clause)
        func status(_ mark: Mark) -> Meeting.Status? {
            if value(mark) == "planned" { return .planned }
            switch tense(of: mark.first) {
            case .past, .present: return .held
            case .future: return .planned
            case .infinitive: return document.marks(marks.planned, in: scene.sentence).isEmpty ? nil : .planned
            case nil: return .held
            }
        }
        if !behind || cases.contains(.nomn) && noun.isBody {
            for mark in document.marks(marks.encounters.happen, in: scene.clause)
            where cases.contains(.nomn) && !isElsewhere(mark.first, noun.range, scene) {
                if let status = status(mark) { return Governor(role: .happens, verb: mark.first, status: status) }
            }
        }
        // "состоявшейся встречей", "встречу, намеченную на осень"
        for mark in document.marks(marks.encounters.happen, in: scene.clause)
        where document.word(mark.first)?.can(be: .prtf) == true && abs(mark.first - noun.head) <= 4 {
            if let status = status(mark) { return Governor(role: .happens, verb: mark.first, status: status) }
        }
        if let next = scene.next, let relative = document.word(next.lowerBound), relative.can(be: .adjf),
            relative.can(be: .apro),
            next.lowerBound - noun.range.upperBound <= 14
        {
            for mark in document.marks(marks.encounters.happen, in: next)
                + document.marks(marks.encounters.hold, in: next)
            {
                if let status = status(mark) { return Governor(role: .happens, verb: mark.first, status: status) }
            }
        }
        if !behind, cases.contains(.accs) {
            for mark in document.marks(marks.encounters.hold, in: scene.clause) where mark.first != noun.head {
                if let status = status(mark) { return Governor(role: .held, verb: mark.first, status: status) }
            }
        }
        if !noun.isBody, noun.kind != .talks || behind {
            for mark in document.marks(marks.encounters.attend, in: scene.clause) where noun.kind != .talks {
                let verb =
                    tense(of: mark.first) == nil ? finiteVerb(near: mark.first, scene.clause) ?? mark.first : mark.first
                switch tense(of: verb) {
                case .future: return Governor(role: .attended, verb: verb, status: .planned)
                case .infinitive, nil: return Governor(role: .attended, verb: verb, status: statusOf(scene) ?? .held)
                default: return Governor(role: .attended, verb: verb, status: statusOf(scene) ?? .held)
                }
            }
        }
        return nil
    }

    private func statusOf(_ scene: Scene) -> Meeting.Status? {
        document.marks(marks.planned, in: scene.clause).isEmpty ? nil : .planned
    }

    /// Another noun in the nominative stands nearer to the verb.
    private func isElsewhere(_ verb: Int, _ noun: Range<Int>, _ scene: Scene) -> Bool {
        let between = verb < noun.lowerBound ? verb + 1..<noun.lowerBound : noun.upperBound..<max(noun.upperBound, verb)
        return between.contains { token in
            guard let word = document.word(token), tense(of: token) != nil else { return false }
            return word.parses[0].tag.grammemes.contains(.verb)
        }
    }

    func finiteVerb(near token: Int, _ clause: Range<Int>) -> Int? {
        clause.filter { document.word($0)?.parses[0].tag.grammemes.intersects([.verb, .prts]) ?? false }
            .min { abs($0 - token) < abs($1 - token) }
    }

    /// A preposition stands before the phrase that the token is the head of.
    func isBehindPreposition(_ token: Int, _ clause: Range<Int>) -> Bool {
        var at = token - 1
        while at >= clause.lowerBound, token - at < 7 {
            if let word = document.word(at) {
                if word.can(be: .prep), !word.can(be: .noun) || word.text.count < 4 { return true }
                guard
                    word.can(be: .adjf) || word.can(be: .prtf) || word.text.contains(where: \.isNumber)
                        || word.isKnown == false || document.tokens[at].shape.contains(.upper)
                else { return false }
            } else if document.tokens[at].kind != .number && !document.isMark(at, "-") {
                return false
            }
            at -= 1
        }
        return false
    }

    private func isReferred(_ range: Range<Int>) -> Bool {
        (max(0, range.lowerBound - 6)..<range.lowerBound).contains { token in
            document.mark(at: token, marks.encounters.refer).map { $0.end <= range.lowerBound } ?? false
        }
    }

    /// Actors that belong to the noun itself: "переговоры президентов", "встреча А с Б", "между А и Б".
    private func attached(to range: Range<Int>, _ scene: Scene) -> [Actor] {
        var found: [Actor] = []
        var end = range.upperBound
        for actor in scene.actors where actor.range.lowerBound >= range.upperBound {
            let isNext =
                actor.range.lowerBound - end <= 1
                || actor.isCoordinated && found.last?.range == previous(of: actor, scene)?.range
            if isNext, actor.cases.contains(.gent), actor.link == .bare, actor.kind != .country || found.isEmpty {
                found.append(actor)
                end = actor.range.upperBound
            } else if actor.link == .with || actor.link == .between || actor.link == .including {
                if actor.kind == .delegation { continue }
                found.append(actor)
                end = actor.range.upperBound
            }
        }
        // "с гостем переговорил", "с ним встретился": also before it.
        for actor in scene.actors where actor.range.upperBound <= range.lowerBound {
            if actor.link == .with || actor.link == .between, actor.kind != .country, actor.kind != .delegation {
                found.append(actor)
            }
        }
        return found
    }

    private func previous(of actor: Actor, _ scene: Scene) -> Actor? {
        scene.actors.last { $0.range.lowerBound < actor.range.lowerBound }
    }

    /// The subjects of a verb: the nearest nominative before it, else behind it, with those joined to it.
    func subjects(of verb: Int, _ scene: Scene) -> [Actor] {
        let nominative = scene.actors.indices.filter {
            scene.actors[$0].isSubject && scene.actors[$0].kind != .country && scene.actors[$0].kind != .delegation
        }
        let before = nominative.last { scene.actors[$0].range.upperBound <= verb }
        let behind = nominative.first { scene.actors[$0].range.lowerBound > verb }
        guard let chosen = before ?? behind else { return [] }
        var first = chosen
        while first > 0, scene.actors[first].isCoordinated { first -= 1 }
        var last = chosen
        while last + 1 < scene.actors.count, scene.actors[last + 1].isCoordinated { last += 1 }
        return scene.actors[first...last].filter { $0.cases.contains(.nomn) && $0.kind != .country }
    }

    /// "саммит примет Бишкек", "венгерская столица примет форум": the city that receives.
    private func subjectPlace(_ scene: Scene) -> (place: Place?, country: CountryCode)? {
        for place in places(in: scene.clause) where place.kind == .capital || place.kind == .city || place.kind == .name
        {
            guard cases(ofWord: place.range.upperBound - 1).contains(.nomn),
                !isBehindPreposition(place.range.lowerBound, scene.clause)
            else { continue }
            return (Place(city: place.city, country: place.country), place.country)
        }
        for mark in document.marks(marks.encounters.capital, in: scene.clause)
        where cases(ofWord: mark.first).contains(.nomn) {
            if let place = capital(at: mark) { return (place, place.country!) }
        }
        return nil
    }

    func unique(_ actors: [Actor]) -> [Actor] {
        var seen: Set<Int> = []
        return actors.filter { seen.insert($0.range.lowerBound).inserted }
    }

    // MARK: Verbs

    private func mention(meeting mark: Mark, _ scene: Scene, besides: [EncounterMention]) -> EncounterMention? {
        guard let kind = Meeting.Kind(rawValue: value(mark)), let tense = tense(of: mark.first) else { return nil }
        // "увидятся на саммите" tells the summit.
        if besides.contains(where: { $0.kind == .summit || $0.kind == .forum || $0.kind == .session && $0.isAsserted })
        {
            return nil
        }
        let planned = !document.marks(marks.planned, in: scene.sentence).isEmpty
        if tense == .infinitive && !planned { return nil }
        var mention = EncounterMention(
            kind: kind, trigger: mark.range, clause: scene.clause, rule: "meeting.meet")
        mention.actors = unique(
            subjects(of: mark.first, scene)
                + scene.actors.filter { $0.link == .with && $0.kind != .delegation && $0.kind != .country })
        mention.isAsserted = true
        mention.status = tense == .future || tense == .infinitive ? .planned : .held
        describe(&mention, scene, near: mark.first)
        return mention
    }

    private func mention(receiving mark: Mark, _ scene: Scene, besides: [EncounterMention]) -> EncounterMention? {
        guard let tense = tense(of: mark.first), tense != .infinitive else { return nil }
        let hosts = subjects(of: mark.first, scene)
        let isHost = { (actor: Actor) in hosts.contains { $0.range == actor.range } }
        let guests = scene.actors.filter {
            !isHost($0) && $0.link == .bare && $0.cases.contains(.accs) && $0.kind != .country && $0.kind != .delegation
                && ($0.kind != .group || $0.isPlural) && ($0.kind != .pronoun || !$0.cases.contains(.nomn))
        }
        guard let host = hosts.first, host.kind == .person || host.kind == .office || host.kind == .pronoun,
            let first = guests.first
        else { return nil }
        if besides.contains(where: { $0.isAsserted && $0.kind != .talks }), first.kind != .person { return nil }
        var mention = EncounterMention(
            kind: .talks, trigger: mark.range, clause: scene.clause, rule: "meeting.receive")
        mention.actors = unique(hosts + guests)
        mention.isReception = true
        mention.isAsserted = true
        mention.status = tense == .future ? .planned : .held
        mention.host = host.country
        describe(&mention, scene, near: mark.first)
        return mention
    }

    /// "А и Б обсудили торговлю", "по видеосвязи подвели итоги".
    private func mention(conferring scene: Scene) -> EncounterMention? {
        let channel = document.marks(marks.encounters.channel, in: scene.clause).first
        guard let mark = document.marks(marks.encounters.confer, in: scene.clause).first,
            let tense = tense(of: mark.first), tense != .infinitive
        else { return nil }
        var mention = EncounterMention(
            kind: channel == nil ? .talks : .call, trigger: mark.range, clause: scene.clause, rule: "meeting.confer")
        mention.actors = unique(
            subjects(of: mark.first, scene)
                + scene.actors.filter { $0.link == .with && $0.kind != .delegation && $0.kind != .country })
        mention.status = tense == .future ? .planned : .held
        let people = mention.actors.filter { $0.kind == .person || $0.kind == .office }
        let countries = Set(people.compactMap(\.country))
        // A lone subject that "обсудил" something meets nobody.
        guard countries.count >= 2 else { return nil }
        mention.isAsserted = true
        describe(&mention, scene, near: mark.first)
        return mention
    }
}
