import Grammar
import Model
import Morphology

/// Of several encounters in a clause which one a place belongs to.
extension Reading {
    /// "рассказал о встрече в Вене": whatever the noun itself hangs on.
    func isRightBehind(_ place: Range<Int>, _ trigger: Range<Int>?) -> Bool {
        guard let trigger, place.lowerBound == trigger.upperBound + 1, isLocalPreposition(trigger.upperBound) else {
            return false
        }
        return cases(ofWord: place.lowerBound).contains(.loct)
    }

    /// A place right behind the noun of another encounter.
    func isOfOther(_ place: Range<Int>, than trigger: Range<Int>?) -> Bool {
        guard let trigger, !trigger.contains(place.lowerBound - 2), place.lowerBound > 1,
            isLocalPreposition(place.lowerBound - 1)
        else { return false }
        return document.marks(marks.encounter, in: max(0, place.lowerBound - 5)..<place.lowerBound - 1).contains {
            $0.end == place.lowerBound - 1 && !$0.range.overlaps(trigger)
        }
    }

    /// "В ходе беседы с послом отметил важность визита в этом году и проведения форума в Оше осенью": where the words for another
    /// encounter begin that is spoken of in the one referred to, with what is told of it.
    func otherSpokenOf(in mention: EncounterMention, _ scene: EncounterScene) -> Int? {
        let trigger = mention.trigger
        guard !mention.isTold, isReferred(trigger), scene.clause.contains(trigger.lowerBound) else { return nil }
        let behind = trigger.upperBound..<max(trigger.upperBound, scene.clause.upperBound)
        guard let verb = behind.first(where: { isFiniteVerb($0) || document.word($0)?.can(be: .prts) == true }) else {
            return nil
        }
        let other = all(marks.encounter, in: scene.clause).first { $0.first > verb && !isReferred($0.range) }
        guard let other else { return nil }
        // "предстоящего в этом году визита": the words before the noun are its own.
        var first = other.first
        while first - 1 > verb, !isFiniteVerb(first - 1), other.first - first < Self.reachOfAttributes,
            document.word(first - 1)?.can(be: .conj) != true, !document.isMark(first - 1, ",")
        {
            first -= 1
        }
        return first
    }

    private static let reachOfAttributes = 6

    /// "В ходе беседы отметил важность форума в Баку": where another is that the verb between speaks of.
    func isToldOfOther(_ place: Range<Int>, than trigger: Range<Int>?) -> Bool {
        guard let trigger, trigger.upperBound < place.lowerBound, isOfOther(place, than: trigger), isReferred(trigger)
        else { return false }
        return (trigger.upperBound..<place.lowerBound).contains { isFiniteVerb($0) }
    }

    /// "встретился с премьером, а накануне в Баку принял участие в форуме": a clause with a verb of its own that tells another.
    func furtherEncounter(behind trigger: Range<Int>, _ scene: EncounterScene) -> Clause? {
        scene.clauses.first { clause in
            clause.lowerBound > trigger.upperBound && !clause.isRelative && !all(marks.encounter, in: clause).isEmpty
                && clause.parts.joined().contains { isFiniteVerb($0) }
        }
    }
}
