import Grammar
import Model
import Morphology

/// Encounters told by who waits for whom: "прилетел в Баку, где его ждал президент", "22 мая главу правительства ждет в Баку премьер".
extension Reading {
    func awaitings(in scene: EncounterScene) -> [EncounterMention] {
        all(marks.encounters.await, in: scene.clause).compactMap { mark in
            guard let tense = verbTense(of: mark.first), tense != .infinitive, !isNegated(mark.first),
                document.marks(marks.encounters.arrival, in: scene.sentence).isEmpty,
                let (host, guest) = waiting(mark, scene), guest.country != host.country || guest.country == nil,
                host.kind != .pronoun || guest.kind != .pronoun
            else { return nil }
            // Whoever is being waited for is yet to come.
            var mention = told(
                .talks, "await", by: mark.range, [host, guest], scene, near: mark.first,
                tense: tense == .past ? .past : .future, isReception: true, host: host.country)
            mention.date = dayGoingOn(in: scene) ?? mention.date
            // "весной ждет гостя": a visit at some time.
            return (mention.status == .held ? mention.place != nil : mention.date?.isDay == true) ? mention : nil
        }
    }

    /// Who waits, and for whom: "его ждет премьер", "министр ждет посла".
    private func waiting(_ mark: Mark, _ scene: EncounterScene) -> (host: Actor, guest: Actor)? {
        func isHost(_ actor: Actor) -> Bool {
            (actor.kind == .person || actor.kind == .office) && actor.country != nil
                || actor.kind == .pronoun && !actor.isPlural
        }
        // "приедет министр, его ждет коллега": he who was spoken of, and who stands behind the verb.
        if let pronoun = scene.actors.last(where: {
            $0.range.upperBound <= mark.first && mark.first - $0.range.upperBound <= 3
        }),
            pronoun.kind == .pronoun, !pronoun.isPlural, pronoun.cases.contains(.accs),
            let host = scene.actors.first(where: { $0.range.lowerBound >= mark.end && $0.isSubject && isHost($0) }),
            host.range.lowerBound - mark.end <= 4
        {
            let before = scene.actors.last {
                $0.range.upperBound < pronoun.range.lowerBound && $0.isSubject
                    && ($0.kind == .person || $0.kind == .office)
            }
            return (host, before ?? pronoun)
        }
        guard
            let host = subjects(of: mark.first, scene).first(where: {
                isHost($0) && scene.clause.contains($0.range.lowerBound)
            }),
            let guest = scene.actors.first(where: { actor in
                actor.range != host.range && actor.link == .bare && actor.cases.contains(.accs)
                    && (actor.kind == .person || actor.kind == .office || actor.kind == .pronoun && !actor.isPlural
                        || actor.kind == .guest && !actor.isPlural)
            })
        else { return nil }
        return (host, guest)
    }

    /// "Следующее заседание комиссии – в мае в Баку": the dash stands for the verb of what is to come.
    func isSetByDash(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard !document.marks(marks.planned, in: max(scene.clause.lowerBound, noun.head - 4)..<noun.head).isEmpty,
            let dash = (noun.range.upperBound..<max(noun.range.upperBound, scene.clause.upperBound)).first(where: {
                document.isDash($0)
            }), dash - noun.range.upperBound <= Self.reachOfDash,
            !scene.clause.parts.joined().contains(where: { isFiniteVerb($0) })
        else { return false }
        let behind = dash + 1..<max(dash + 1, scene.clause.upperBound)
        return dates(touching: dash + 1..<min(dash + 2, document.tokens.count)).contains {
            $0.range.lowerBound == dash + 1
        }
            || isLocalPreposition(dash + 1) && place(in: behind, near: dash + 1..<dash + 1) != nil
    }

    /// Tokens from an encounter to the dash: "комиссии по торговле и транспорту".
    private static let reachOfDash = 8

    /// "министра ждут переговоры с премьером": what awaits somebody is to come.
    func expectation(of noun: EncounterNoun, _ scene: EncounterScene) -> Int? {
        guard let mark = all(marks.encounters.await, in: scene.clause).first(where: { $0.end <= noun.head }),
            noun.head - mark.end <= 3, isFiniteVerb(mark.first), !isNegated(mark.first),
            !scene.actors.contains(where: { $0.isSubject && $0.kind != .country && $0.range.upperBound <= noun.head }),
            expecting(in: scene) != nil
        else { return nil }
        return mark.first
    }

    /// "министра ждут переговоры", "министру предстоят переговоры": whom they await.
    func expecting(in scene: EncounterScene) -> Actor? {
        let verbs =
            all(marks.encounters.await, in: scene.clause).map { ($0, Grammemes.accs) }
            + all(marks.encounters.ahead, in: scene.clause).map { ($0, Grammemes.datv) }
        for (verb, form) in verbs {
            guard
                var actor = scene.actors.last(where: {
                    $0.range.upperBound <= verb.first && $0.link == .bare && $0.cases.intersects(form)
                        && !$0.cases.contains(.nomn)
                        && ($0.kind == .person || $0.kind == .office || $0.kind == .pronoun)
                })
            else { continue }
            actor.cases = .nomn
            return actor
        }
        return nil
    }
}
