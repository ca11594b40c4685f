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
}
