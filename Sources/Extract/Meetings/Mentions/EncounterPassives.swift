import Grammar
import Model
import Morphology

/// Encounters that are told to be held, and not by whom.
extension Reading {
    /// "проведена встреча", "переговоры организованы": by nobody who is told.
    func passiveHolding(of noun: EncounterNoun, _ head: Int, _ scene: EncounterScene) -> Governor? {
        for mark in all(marks.encounters.hold, in: scene.clause)
        where document.word(mark.first)?.can(be: .prts) == true && abs(mark.first - head) <= Self.reachOfPassive
            && !isParted(mark.first, noun.range, scene) && agreesInNumber(mark.first, with: head)
            // "принято решение провести заседание"
            && !(min(mark.first, head)..<max(mark.first, head)).contains(where: {
                document.word($0)?.can(be: .infn) == true
            })
        {
            if let status = status(mark, scene) {
                return Governor(role: .happens, verb: mark.first, status: status)
            }
        }
        return nil
    }

    /// Tokens between an encounter and the participle that says that it was held: "встреча президентов в Баку организована".
    private static let reachOfPassive = 7

    /// A short participle with the noun in the nominative that it is said of.
    private func agreesInNumber(_ participle: Int, with head: Int) -> Bool {
        guard let word = document.word(participle), let noun = document.word(head) else { return false }
        if word.can(be: .plur) { return noun.can(be: [.noun, .nomn, .plur]) }
        let gender = word.parses[0].tag.grammemes.intersection(Grammemes.genders)
        return noun.can(be: gender.union([.noun, .nomn, .sing]))
    }
}
