import Grammar
import Model
import Morphology

/// Whether an encounter was held, is to come or was called off, by the words around it.
extension Reading {
    func settleStatus(_ mention: inout EncounterMention, _ scene: EncounterScene, near verb: Int) {
        let before = max(scene.sentence.lowerBound, mention.trigger.lowerBound - 5)..<mention.trigger.lowerBound
        // "условились о переговорах в ходе телефонного разговора": what is to come is another.
        let aside = document.marks(marks.encounters.refer, in: before).last {
            value($0) == "aside" && $0.end <= mention.trigger.lowerBound
        }
        // "планируются встречи с участниками саммита": said of the meetings.
        let other = document.marks(marks.encounter, in: before).last {
            $0.end < mention.trigger.lowerBound && value($0) != Meeting.Kind.visit.rawValue
        }?.end
        // "на следующий день" is no "следующее заседание".
        let thens = document.marks(marks.encounters.then, in: max(0, before.lowerBound - 2)..<before.upperBound)
        let words = document.marks(
            marks.planned, in: max(aside?.end ?? 0, other ?? 0, before.lowerBound)..<before.upperBound
        )
        .filter { word in
            // "о предстоящем визите сообщил после беседы": said of the visit.
            !thens.contains { $0.range.contains(word.first) } && !isAgreedThere(word, mention.trigger, scene)
                && (word.end == mention.trigger.lowerBound || document.mark(at: word.end, marks.encounter) == nil)
        }
        // "проходит очередное заседание"
        let isNow = mention.status == .held && mention.isTold && verbTense(of: verb) == .present
        if !words.isEmpty, !isNow || words.contains(where: { value($0) != "again" }) {
            if verbTense(of: verb) != .past { mention.status = .planned }
            mention.isNext = mention.status == .planned
        }
        // "отменил встречу", "встреча отменена"
        let around =
            max(
                scene.clause.lowerBound, mention.trigger.lowerBound - 5)..<max(
                mention.trigger.upperBound, scene.clause.upperBound)
        if isCalledOff(around) || isTakenBack(mention, scene) { mention.status = .cancelled }
        // "дважды переносилось и состоялось лишь в марте": it has been by now.
        let putOff = all(marks.postponed, in: scene.clause)
        let isHeldAfter =
            mention.isTold
            && all(marks.encounters.happen, in: scene.clause).contains { verb in
                isFiniteVerb(verb.first) && verbTense(of: verb.first) == .past
                    && putOff.allSatisfy { $0.end <= verb.first && isFiniteVerb($0.first) }
            }
        if !putOff.isEmpty, !isHeldAfter { mention.status = .planned }
        // "встреча намечалась на среду, однако она была отложена"
        if let behind = behindTurn(mention, scene), !document.marks(marks.postponed, in: behind).isEmpty {
            mention.status = .planned
            mention.isPutOff = true
        }
    }

    /// "договорились об этом на встрече": where something is agreed on has been, unlike what is agreed on.
    private func isAgreedThere(_ plan: Mark, _ encounter: Range<Int>, _ scene: EncounterScene) -> Bool {
        document.mark(at: plan.first, marks.encounters.agreeing) != nil && verbTense(of: plan.first) == .past
            && encounter.contains { isOn($0, scene) }
    }

    /// "встреча намечалась на среду, однако ее отменили", "но была отменена": called off in the clause behind.
    private func isTakenBack(_ mention: EncounterMention, _ scene: EncounterScene) -> Bool {
        behindTurn(mention, scene).map { isCalledOff($0) } ?? false
    }

    /// The words behind "однако" that speak of an encounter told before it.
    private func behindTurn(_ mention: EncounterMention, _ scene: EncounterScene) -> Range<Int>? {
        guard mention.status == .planned || !mention.isTold || mention.kind == .talks,
            let however = document.marks(
                marks.encounters.however,
                in: mention.trigger.upperBound..<max(mention.trigger.upperBound, scene.sentence.upperBound)
            ).first, document.isMark(however.first - 1, ",")
        else { return nil }
        let behind = however.end..<min(scene.sentence.upperBound, however.end + 6)
        // Of it: by a pronoun, or by the verb's own form.
        let speaksOfIt =
            behind.contains { document.word($0)?.can(be: [.npro, .per3, .accs]) == true }
            || behind.contains {
                document.word($0)?.can(be: [.prts, .femn]) == true
                    || document.word($0)?.can(be: [.prts, .plur]) == true
            }
        return speaksOfIt ? behind : nil
    }

    /// Said to be called off, and not: "не отменит".
    func isCalledOff(_ range: Range<Int>) -> Bool {
        document.marks(marks.cancelled, in: range).contains { mark in
            // "отказался от участия": it is held without him.
            document.mark(at: mark.first - 1, marks.encounters.not) == nil && !isOfSomethingElse(mark, in: range)
                && document.marks(marks.encounters.attend, in: mark.end..<min(document.tokens.count, mark.end + 2))
                    .isEmpty
        }
    }

    /// "соглашение об отмене виз", "отменили пошлины": what is no encounter, right behind, is called off.
    private func isOfSomethingElse(_ mark: Mark, in range: Range<Int>) -> Bool {
        guard let word = document.word(mark.first),
            word.can(be: .noun) || word.can(be: .infn) || isFiniteVerb(mark.first)
        else { return false }
        for token in mark.end..<max(mark.end, min(range.upperBound, mark.end + Self.reachOfObject)) {
            if document.mark(at: token, marks.encounter) != nil
                || document.mark(at: token, marks.encounters.body) != nil
            {
                return false
            }
            guard let next = document.word(token), next.can(be: .gent) || next.can(be: .accs) else { return false }
            if next.readings[0].contains(.noun), next.readings[0].intersects([.gent, .accs]) { return true }
        }
        return false
    }

    /// Tokens from a verb to its object: "отменил ранее намеченную на май встречу".
    private static let reachOfObject = 5
}
