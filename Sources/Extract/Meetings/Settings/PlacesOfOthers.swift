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

    /// "В ходе беседы отметил важность форума в Баку": where another is that the verb between speaks of.
    func isToldOfOther(_ place: Range<Int>, than trigger: Range<Int>?) -> Bool {
        guard let trigger, trigger.upperBound < place.lowerBound, isOfOther(place, than: trigger), isReferred(trigger)
        else { return false }
        return (trigger.upperBound..<place.lowerBound).contains { isFiniteVerb($0) }
    }
}
