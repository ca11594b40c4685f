import Grammar
import Model
import Morphology

/// Ambassadors who hand over their papers: whoever hands them over has met whoever takes them, one by one.
extension Reading {
    /// "посол вручил верительные грамоты президенту", "президент принял верительные грамоты от послов А и Б".
    func accreditations(in scene: EncounterScene) -> [EncounterMention] {
        guard let letters = all(marks.encounters.credentials, in: scene.clause).first else { return [] }
        return handing(letters, scene) ?? taking(letters, scene) ?? ceremony(of: letters, scene) ?? []
    }

    /// "состоялась церемония вручения верительных грамот нового посла А президенту Б", "при участии министра Б прошла церемония".
    private func ceremony(of letters: Mark, _ scene: EncounterScene) -> [EncounterMention]? {
        guard
            let verb = all(marks.encounters.happen, in: scene.clause).first(where: {
                isFiniteVerb($0.first) && verbTense(of: $0.first) == .past && !isNegated($0.first)
            }),
            let guest = scene.actors.first(where: {
                $0.range.lowerBound >= letters.end && $0.office == .ambassador
                    && $0.cases.intersects([.gent, .ablt]) && $0.link == .bare
            }),
            let host = scene.actors.first(where: { actor in
                actor.office != .ambassador && (actor.kind == .person || actor.kind == .office)
                    && (actor.link == .including
                        || actor.range.lowerBound >= letters.end && actor.cases.contains(.datv) && actor.link == .bare)
            })
        else { return nil }
        return mentions(of: envoys(listed: [guest], scene), host, letters, scene, near: verb.first)
    }

    private func handing(_ letters: Mark, _ scene: EncounterScene) -> [EncounterMention]? {
        guard let verb = all(marks.encounters.hand, in: scene.clause).first(where: { isFiniteVerb($0.first) }),
            !isNegated(verb.first), verbTense(of: verb.first) == .past,
            let host = scene.actors.first(where: {
                $0.link == .bare && $0.cases.contains(.datv) && !$0.cases.contains(.nomn)
                    && ($0.kind == .person || $0.kind == .office)
            })
        else { return nil }
        let first = subjects(of: verb.first, scene)
        return mentions(of: envoys(listed: first, scene), host, letters, scene, near: verb.first)
    }

    private func taking(_ letters: Mark, _ scene: EncounterScene) -> [EncounterMention]? {
        guard let verb = all(marks.encounters.receive, in: scene.clause).first(where: { isFiniteVerb($0.first) }),
            !isNegated(verb.first), verbTense(of: verb.first) == .past,
            let host = subjects(of: verb.first, scene).first, host.kind == .person || host.kind == .office
        else { return nil }
        let first = scene.actors.filter { $0.range.lowerBound >= letters.end && $0.office == .ambassador }
        let found = mentions(of: envoys(listed: first, scene), host, letters, scene, near: verb.first)
        if !found.isEmpty { return found }
        // "принял верительные грамоты от новых послов": who they were is told behind.
        var ceremony = told(.talks, "ceremony", by: letters.range, [], scene, near: verb.first, isVerbal: false)
        ceremony.isScene = true
        return [ceremony]
    }

    /// Those of a list that begins with an ambassador: the word stands once for all of them.
    private func envoys(listed first: [Actor], _ scene: EncounterScene) -> [Actor] {
        guard let head = first.first(where: { $0.office == .ambassador }) else { return [] }
        if head.kind == .group, head.countries.count > 1 { return head.countries.map { envoy(of: head, from: $0) } }
        var found = head.kind == .person ? [head] : []
        for actor in scene.actors where actor.range.lowerBound >= head.range.upperBound {
            let gap = (found.last ?? head).range.upperBound..<actor.range.lowerBound
            guard actor.kind == .person || actor.kind == .office,
                gap.count <= 2
                    && gap.allSatisfy({
                        document.isMark($0, ",") || isShortConjunction($0)
                            || document.mark(at: $0, marks.nameTitle) != nil
                    })
            else { break }
            // "послы Грузии А, Армении Б": the first name stands behind the state, and not "посол А и министр Б".
            let country = actor.country ?? (found.isEmpty ? head.country : nil)
            guard country != nil, actor.office == nil || actor.office == .ambassador else { break }
            var envoy = actor
            envoy.country = country
            envoy.office = .ambassador
            envoy.level = envoy.level ?? .official
            found.append(envoy)
        }
        if found.isEmpty, head.kind == .office || head.country != nil { found = [envoy(of: head, from: head.country)] }
        return found
    }

    /// One of several ambassadors who are told by their states alone.
    func envoy(of group: Actor, from country: CountryCode?) -> Actor {
        var envoy = group
        envoy.kind = .office
        envoy.origin = origin(group.organisation)
        envoy.country = country
        envoy.isPlural = false
        return envoy
    }

    private func mentions(
        of envoys: [Actor], _ host: Actor, _ letters: Mark, _ scene: EncounterScene, near verb: Int
    ) -> [EncounterMention] {
        envoys.map { told(.talks, "credentials", by: letters.range, [$0, host], scene, near: verb, isVerbal: false) }
    }
}
