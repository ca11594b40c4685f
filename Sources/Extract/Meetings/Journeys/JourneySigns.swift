import Grammar
import Model
import Morphology

/// What words beside a journey say of it: that it is announced, past, only talked of.
extension Reading {
    func isAuxiliary(_ verb: Int, _ clause: Clause) -> Bool {
        clause.parts.joined().contains { token in
            token != verb
                && document.word(token).map { $0.parses[0].tag.grammemes.intersects([.verb, .infn, .prts]) } ?? false
        }
    }

    /// "пригласил посетить Баку", "приглашение принять участие в саммите"
    func isInvitation(before token: Int, _ scene: EncounterScene) -> Bool {
        // "по приглашению председателя посетит": accepted.
        all(marks.encounters.invite, in: scene.clause).contains { $0.end <= token && !isShortPreposition($0.first - 1) }
    }

    /// A visit among what two confer on, with no day of its own.
    func isTalkedOf(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        // "обсудили повестку предстоящего визита": that it is to come is told all the same.
        let before = max(scene.sentence.lowerBound, mark.first - 6)..<mark.first
        guard document.marks(marks.planned, in: before).isEmpty else { return false }
        guard !isReferredAside(mark.range), dates(in: mark.end..<max(mark.end, scene.clause.upperBound)).isEmpty else {
            return false
        }
        return all(marks.encounters.confer, in: scene.clause).contains {
            isFiniteVerb($0.first) && $0.end <= mark.first && verbTense(of: $0.first) == .past
        }
    }

    /// "реализацию договоренностей, достигнутых в ходе визита": the visit is over, whatever else is to come.
    func isPast(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        let before = max(scene.clause.lowerBound, mark.first - 4)..<mark.first
        // "расскажет об итогах своей поездки"
        let isOver = document.marks(marks.encounters.matter, in: before).contains { matter in
            document.word(matter.first)?.can(be: .plur) == true && cases(ofWord: mark.first).contains(.gent)
                && (matter.end..<mark.first).allSatisfy { document.word($0)?.can(be: [.adjf, .gent]) == true }
        }
        if isOver { return true }
        guard let aside = document.marks(marks.encounters.refer, in: before).first, value(aside) == "aside" else {
            return false
        }
        // "условились во время вашего визита"
        return document.word(aside.first - 1).map { $0.can(be: [.prtf, .past]) || $0.can(be: [.verb, .past]) } ?? false
    }

    /// "визит был анонсирован в сентябре"
    func isAnnounced(by verb: Int?) -> Bool {
        guard let verb else { return false }
        return (verb..<min(document.tokens.count, verb + 2)).contains { token in
            document.mark(at: token, marks.encounters.hold).map { value($0) == Meeting.Status.planned.rawValue }
                ?? false
        }
    }

    /// "Мой визит в Казахстан стоит в графике"
    func isScheduled(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        cases(ofWord: mark.end - 1).contains(.nomn)
            && all(marks.planned, in: scene.clause).contains { value($0) == "programme" && $0.first > mark.end }
            && !scene.clause.parts.joined().contains { isFiniteVerb($0) && verbTense(of: $0) == .past }
    }

    /// "в рамках визита, который состоится в марте"
    func willHappen(_ mark: Mark, _ scene: EncounterScene) -> Bool {
        guard let relative = relative(of: mark.end - 1, scene) else { return false }
        return all(marks.encounters.happen, in: relative).contains { verbTense(of: $0.first) == .future }
    }

    /// "визит сенаторов США", "визит парламентской делегации Ирана"
    func isOfOneState(_ actor: Actor) -> Bool {
        isOfState(actor)
            || actor.office != nil && (actor.kind == .delegation || actor.kind == .group && actor.countries.count == 1)
    }
}
