import Grammar
import Model
import Morphology

/// Encounters told as a call on somebody, or by whom somebody spoke to.
extension Reading {
    /// "у президента побывал министр", "нанес визит вежливости спикеру", "собеседником министра стал посол".
    func calls(in scene: EncounterScene) -> [EncounterMention] {
        if let told = spokenByTelephone(in: scene) { return [told] }
        for mark in all(marks.encounters.callOn, in: scene.clause) where !isNegated(mark.first) {
            guard let tense = verbTense(of: mark.first), tense != .infinitive,
                let host = scene.actors.first(where: { isVisited($0) })
            else { continue }
            let guests = subjects(of: mark.first, scene).filter { $0.range != host.range }
            let told = guests.map { call(mark, scene, host, $0, tense) }
            if !told.isEmpty { return told }
        }
        for mark in all(marks.encounters.courtesy, in: scene.clause) {
            guard let verb = finiteVerb(near: mark.first, scene.clause), let tense = verbTense(of: verb),
                !isNegated(verb),
                var host = scene.actors.first(where: {
                    // "Президенту нанес визит министр"
                    ((0...1).contains($0.range.lowerBound - mark.end) || $0.range.upperBound == mark.first)
                        && $0.link == .bare && $0.cases.contains(.datv)
                        && !$0.cases.contains(.nomn) && [.person, .office].contains($0.kind)
                }), let guest = subjects(of: verb, scene).first
            else { continue }
            host.cases = .datv
            return [call(mark, scene, host, guest, tense)]
        }
        for mark in all(marks.encounters.interlocutor, in: scene.clause)
        where document.word(mark.first)?.can(be: [.noun, .sing, .ablt]) == true {
            guard let verb = finiteVerb(near: mark.first, scene.clause), !isNegated(verb),
                document.word(verb)?.can(be: .past) == true, abs(verb - mark.first) <= 12,
                var guest = scene.actors.first(where: {
                    $0.range.lowerBound > verb && $0.isSubject && [.person, .office].contains($0.kind)
                })
            else { continue }
            guard
                let host = scene.actors.first(where: {
                    $0.range.lowerBound == mark.end && [.person, .office].contains($0.kind)
                }) ?? owner(of: mark)
            else {
                // "Первым собеседником стал президент": of whoever holds the talks that the article goes through.
                guard mark.end == verb, guest.country != nil else { continue }
                guest.link = .with
                var mention = call(mark, scene, guest, guest, .past)
                mention.isHeadless = true
                mention.host = nil
                return [mention]
            }
            return [call(mark, scene, host, guest, .past)]
        }
        return rung(in: scene)
    }

    /// "поздравил по телефону президента", "по телефону выразил соболезнования королю": whom somebody speaks to on the telephone,
    /// whatever he says.
    private func rung(in scene: EncounterScene) -> [EncounterMention] {
        for channel in all(marks.encounters.channel, in: scene.clause) {
            guard let verb = finiteVerb(near: channel.first, scene.clause), !isNegated(verb),
                let tense = verbTense(of: verb), tense == .past || tense == .future,
                distance(channel.range, verb..<verb + 1) <= 4,
                let caller = subjects(of: verb, scene).first, let home = caller.country
            else { continue }
            let called = scene.actors.filter {
                $0.link == .bare && ($0.kind == .person || $0.kind == .office) && !$0.cases.contains(.nomn)
                    && $0.cases.intersects([.datv, .accs]) && $0.country != nil && $0.country != home
            }
            guard called.count == 1 else { continue }
            var mention = call(channel, scene, caller, called[0], tense)
            mention.kind = .call
            mention.host = nil
            return [mention]
        }
        return []
    }

    /// "по телефону поздравил президента", "выразил президенту по телефону соболезнования": what one official does to another
    /// over the telephone, whatever the verb.
    private func spokenByTelephone(in scene: EncounterScene) -> EncounterMention? {
        guard let channel = all(marks.encounters.channel, in: scene.clause).first,
            let verb = finiteVerb(near: channel.first, scene.clause), verbTense(of: verb) == .past, !isNegated(verb),
            abs(verb - channel.first) <= Self.reachOfChannel,
            let subject = subjects(of: verb, scene).first, subject.kind == .person || subject.kind == .office,
            let home = subject.country, subject.level != nil
        else { return nil }
        let objects = scene.actors.filter { actor in
            actor.link == .bare && (actor.kind == .person || actor.kind == .office) && !actor.cases.contains(.nomn)
                && actor.cases.intersects([.datv, .accs]) && actor.range.lowerBound > verb && actor.level != nil
                && actor.country != nil && actor.country != home
        }
        guard var company = objects.first, objects.count == 1 else { return nil }
        company.link = .with
        var mention = EncounterMention(
            kind: .call, trigger: channel.range, clause: scene.clause.hull, rule: "meeting.telephone")
        mention.actors = [subject, company]
        mention.isAsserted = true
        mention.isVerbal = true
        describe(&mention, scene, near: verb)
        return mention
    }

    private static let reachOfChannel = 8

    /// "его собеседником": of whoever the tale is about.
    private func owner(of mark: Mark) -> Actor? {
        let token = mark.first - 1
        guard let word = document.word(token), word.can(be: [.adjf, .apro]), word.can(be: [.npro, .gent]) else {
            return nil
        }
        return Actor(range: token..<mark.first, kind: .pronoun, cases: .gent)
    }

    /// "у президента", "у него"
    private func isVisited(_ actor: Actor) -> Bool {
        guard let mark = document.mark(at: actor.range.lowerBound - 1, marks.encounters.with), value(mark) == "at"
        else {
            return false
        }
        return [.person, .office].contains(actor.kind) || actor.kind == .pronoun && !actor.isPlural
    }

    private func call(_ mark: Mark, _ scene: EncounterScene, _ host: Actor, _ guest: Actor, _ tense: Tense)
        -> EncounterMention
    {
        var mention = EncounterMention(
            kind: .talks, trigger: mark.range, clause: scene.clause.hull, rule: "meeting.callon")
        mention.actors = unique([host, guest])
        mention.isAsserted = true
        mention.isVerbal = true
        mention.status = tense == .future ? .planned : .held
        mention.host = host.country
        describe(&mention, scene, near: mark.first)
        return mention
    }

    /// "сообщил президенту в телефонном разговоре", "ознакомил министра на встрече": whom the one who acts speaks to there.
    func addressee(of noun: EncounterNoun, _ actors: [Actor], _ scene: EncounterScene) -> Actor? {
        guard noun.kind == .call || noun.kind == .talks && isMeeting(noun, scene), isReferred(noun.range),
            actors.allSatisfy({ $0.link != .with })
        else { return nil }
        let addressees = scene.actors.filter { actor in
            guard actor.link == .bare, actor.kind == .person, !actor.cases.contains(.nomn) else { return false }
            return actor.cases.intersects([.datv, .accs])
        }
        guard var company = addressees.first, addressees.count == 1 else { return nil }
        if noun.kind == .talks || !company.cases.contains(.datv) {
            // Of another state than the one who speaks, right behind the verb.
            guard let verb = finiteVerb(near: noun.head, scene.clause), verbTense(of: verb) == .past, !isNegated(verb),
                (0...2).contains(company.range.lowerBound - verb - 1), let subject = subjects(of: verb, scene).first,
                subject.kind == .person, let home = subject.country, let other = company.country, home != other
            else { return nil }
        }
        company.link = .with
        return company
    }

    /// "на встрече", "в ходе встречи", of nobody else.
    private func isMeeting(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard let reference = reference(to: noun.head, scene.clause), value(reference) != "before" else { return false }
        let behind = noun.range.upperBound
        return document.mark(at: behind, marks.encounters.with) == nil
            && !scene.actors.contains { $0.range.lowerBound == behind }
            && (isOn(noun.head, scene) || value(reference) == "aside")
    }
}
