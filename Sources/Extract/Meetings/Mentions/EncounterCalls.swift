import Grammar
import Model
import Morphology

/// Encounters told as a call on somebody, or by whom somebody spoke to.
extension Reading {
    /// "у президента побывал министр", "нанес визит вежливости спикеру", "собеседником министра стал посол".
    func calls(in scene: EncounterScene) -> [EncounterMention] {
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
        return []
    }

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
        return told(
            .talks, "callon", by: mark.range, unique([host, guest]), scene, near: mark.first,
            tense: tense == .future ? .future : .past, host: host.country)
    }

    /// "сообщил президенту в телефонном разговоре", "ознакомил министра на встрече": whom the one who acts speaks to there.
    func addressee(of noun: EncounterNoun, _ actors: [Actor], _ scene: EncounterScene) -> Actor? {
        guard noun.kind == .call || noun.kind == .talks && isMeeting(noun, scene), isReferred(noun.range),
            actors.allSatisfy({ $0.link != .with })
        else { return nil }
        let addressees = scene.actors.filter { $0.kind == .person && isAddressed($0) }
        guard var company = addressees.first, addressees.count == 1 else { return nil }
        if noun.kind == .talks || !company.cases.contains(.datv) {
            // Of another state than the one who speaks, right behind the verb.
            guard let verb = finiteVerb(near: noun.head, scene.clause), verbTense(of: verb) == .past, !isNegated(verb),
                // "Эрдогана поздравил президент Узбекистана А в ходе телефонного разговора"
                (0...2).contains(company.range.lowerBound - verb - 1) || company.range.upperBound == verb,
                let subject = subjects(of: verb, scene).first,
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
