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
        if let told = itHappens(in: scene) ?? itIsReceived(in: scene) { return told }
        var verbs = all(marks.encounters.hold, in: scene.clause)
        verbs += all(marks.encounters.attend, in: scene.clause)
        verbs += all(marks.encounters.go, in: scene.clause)
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
            represents || verbs.contains { value($0) == "among" }
            || takesPart && verbs.contains { document.mark(at: $0.first, marks.encounters.take) != nil }
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
}
