import Grammar
import Model
import Morphology

/// Whoever a relative clause speaks of, where he is not its subject.
extension Reading {
    /// "спикер А, с которой министр увиделся", "премьер Б, которого принял президент": the one who stands before the clause, in
    /// the case and behind the preposition of its pronoun.
    func antecedent(of clause: Clause, among actors: [Actor]) -> Actor? {
        let first = clause.lowerBound
        guard clause.isRelative, document.isMark(first - 1, ",") else { return nil }
        let with = document.mark(at: first, marks.encounters.with).flatMap { value($0) == "with" ? $0 : nil }
        let pronoun = with?.end ?? first
        guard isRelative(pronoun), let word = document.word(pronoun), word.can(be: .apro), !word.can(be: .nomn),
            let actor = actors.last(where: { $0.range.upperBound <= first - 1 }), actor.range.upperBound == first - 1,
            actor.kind == .person || actor.kind == .office, !actor.isPlural, word.can(be: .sing)
        else { return nil }
        let cases = self.cases(ofWord: pronoun)
        let wanted: Grammemes = with != nil ? .ablt : [.accs, .datv]
        guard cases.intersects(wanted), with != nil || document.word(pronoun + 1)?.can(be: .noun) != true else {
            return nil
        }
        var told = Actor(
            range: pronoun..<pronoun + 1, kind: actor.kind, person: actor.person, country: actor.country,
            office: actor.office, level: actor.level, cases: cases.intersection(wanted))
        if with != nil { told.link = .with }
        return told
    }
}
