import Grammar
import Model
import Morphology

/// Of which of several journeys in a clause a day is.
extension Reading {
    /// "визита первого вице-президента Республики Чили А Б в Иран в конце прошлого года": one phrase, however long its names.
    func isToldOf(_ noun: Int, _ date: Range<Int>) -> Bool {
        guard document.word(noun)?.can(be: .noun) == true, noun < date.lowerBound,
            date.lowerBound - noun <= Self.reachOfNames
        else { return false }
        return !(noun..<date.lowerBound).contains {
            document.tokens[$0].kind == .mark && !document.isDash($0)
                || isFiniteVerb($0) && people.name(around: $0) == nil
        }
    }

    private static let reachOfNames = 16

    /// "побывал в Кении, а 25 января посетит Анголу": a day that a comma parts from a verb, and that another verb of travel is
    /// beside.
    func isOfOtherLeg(_ date: Range<Int>, _ verb: Int, _ scene: EncounterScene) -> Bool {
        let part = scene.clause.part(of: date.lowerBound)
        func isComma(_ token: Int) -> Bool { document.isMark(token, ",") }
        let first = (part.lowerBound..<date.lowerBound).last(where: isComma).map { $0 + 1 } ?? part.lowerBound
        let end = (date.upperBound..<max(date.upperBound, part.upperBound)).first(where: isComma) ?? part.upperBound
        guard !(first..<end).contains(verb) else { return false }
        return document.marks(marks.encounters.go, in: first..<end).contains {
            // "посетив Баку 5 мая, премьер отправился в Ереван"
            let isGerund = document.word($0.first).map { $0.can(be: .grnd) && !$0.can(be: .verb) } ?? false
            return isGerund || isFiniteVerb($0.first) && verbTense(of: $0.first) != verbTense(of: verb)
        }
    }

    /// A time that tells its year.
    func isOfYear(_ date: CalendarMention) -> Bool {
        date.range.contains { document.tokens[$0].kind == .number && document.text($0..<$0 + 1).count == 4 }
            || !document.marks(marks.yearRelative, in: date.range).isEmpty
    }

    /// "может состояться к концу 2019 года", "прибудет до конца июня": of that year, of that month.
    func isPeriodsEnd(_ date: CalendarMention) -> Bool {
        date.role == .deadline && date.date != nil && date.date?.day == nil
    }
}
