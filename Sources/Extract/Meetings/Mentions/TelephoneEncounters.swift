import Grammar
import Model
import Morphology

/// Encounters told by what somebody did over the telephone, whatever it is.
extension Reading {
    /// "по телефону выразил премьеру соболезнования", "президенту пришлось объясняться по телефону с коллегой": what one
    /// official does to or with another of another state.
    ///
    /// - Parameter nouns: encounters that the clause tells by name. Beside them only a word said to one other counts, near
    ///   the channel.
    func telephoned(in scene: EncounterScene, besides nouns: [EncounterMention]) -> EncounterMention? {
        guard let channel = all(marks.encounters.channel, in: scene.clause).first,
            let verb = deed(near: channel, scene), let tense = verbTense(of: verb), tense == .past || tense == .future,
            !isNegated(verb)
        else { return nil }
        var acting = subjects(of: verb, scene).filter {
            $0.kind == .person || $0.kind == .office || $0.kind == .pronoun
        }
        if acting.isEmpty, let actor = bearer(of: verb, scene) { acting = [actor] }
        guard let actor = acting.first, acting.count == 1 else { return nil }
        let others = scene.actors.filter { other in
            (other.kind == .person || other.kind == .office) && other.country != nil && other.country != actor.country
                && other.range != actor.range && (other.link == .with || isAddressed(other))
        }
        guard var other = others.first,
            nouns.isEmpty
                || others.count == 1 && other.link == .bare
                    && distance(channel.range, verb..<verb + 1) <= Self.reachOfChannel
        else { return nil }
        other.link = .with
        return told(.call, "telephone", by: channel.range, [actor, other], scene, near: verb, tense: tense)
    }

    /// Beside an encounter that has a name, words between a channel and the verb.
    private static let reachOfChannel = 8

    /// "президенту", "президента"
    func isAddressed(_ actor: Actor) -> Bool {
        actor.link == .bare && actor.cases.intersects([.datv, .accs]) && !actor.cases.contains(.nomn)
    }

    /// The verb of what is done over the telephone: an infinitive that came about, or else the verb of the clause.
    private func deed(near channel: Mark, _ scene: EncounterScene) -> Int? {
        scene.clause.parts.joined().first { token in
            document.word(token)?.can(be: .infn) == true && verbTense(of: token) == .past
        } ?? finiteVerb(near: channel.first, scene.clause)
    }

    /// "президенту пришлось, удалось": whoever it fell to, in the dative.
    func bearer(of infinitive: Int, _ scene: EncounterScene) -> Actor? {
        guard document.word(infinitive)?.can(be: .infn) == true else { return nil }
        guard
            let actor = scene.actors.first(where: {
                $0.link == .bare && $0.cases.contains(.datv) && !$0.cases.contains(.nomn)
                    && $0.range.upperBound <= infinitive
                    && ($0.kind == .person || $0.kind == .office || $0.kind == .pronoun || $0.countries.count > 1)
            })
        else { return nil }
        var bearer = actor
        bearer.cases = .nomn
        return bearer
    }
}
