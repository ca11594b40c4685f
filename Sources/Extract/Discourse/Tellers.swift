import Grammar
import Morphology

/// Who tells by another form than the verb of a clause: a participle, a gerund, "такое заявление сделал".
extension Reading {
    /// "названный Ильхамом Алиевым": who stands in the instrumental right behind a participle of telling, behind a comma.
    func teller(by mark: Mark) -> Attribution? {
        guard document.isMark(mark.first - 1, ","), document.word(mark.first)?.readings[0].contains(.prtf) == true,
            document.word(mark.end)?.can(be: .ablt) == true, let found = who(at: mark.end, limit: mark.end + 6)
        else { return nil }
        return found.isPerson ? found : nil
    }

    /// "Такое заявление сделал министр": the verb may be any.
    func teller(in sentence: Range<Int>) -> Attribution? {
        guard let back = document.mark(at: sentence.lowerBound, marks.speechBack) else { return nil }
        return subject(around: back, in: sentence)
    }

    /// "министр коснулся торговли, отметив, что она выросла": the subject of the verb beside a gerund of telling, where no number
    /// stands before it.
    func teller(byGerund mark: Mark, in sentence: Range<Int>, last: Attribution?) -> Attribution? {
        let before = sentence.lowerBound..<mark.first
        guard document.word(mark.first)?.readings[0].contains(.grnd) == true,
            (mark.end..<min(mark.end + Self.reachOfContent, sentence.upperBound)).contains(where: {
                document.isMark($0, ",") && document.mark(at: $0 + 1, marks.relative) != nil
            }), amounts(in: before).isEmpty
        else { return nil }
        if let name = people.names(in: before).first(where: \.isNominative) {
            return Attribution(people.persons[name.person])
        }
        if let office = people.offices(in: before).first(where: { !$0.isPlural && isSingularSubject($0.range) }) {
            return office.person.map { Attribution(people.persons[$0]) }
        }
        // "Он напомнил о визите, отметив, что", "Дипломат коснулся торговли, отметив, что"
        let isSame = before.contains {
            document.mark(at: $0, marks.pronoun) != nil && document.word($0)?.can(be: .nomn) == true
                || document.mark(at: $0, marks.speechSame) != nil && document.word($0)?.can(be: [.nomn, .sing]) == true
        }
        return isSame ? last.flatMap { $0.isPerson ? $0 : nil } : nil
    }

    /// Tokens from a gerund to what it tells: "добавив при этом, что".
    private static let reachOfContent = 5
}
