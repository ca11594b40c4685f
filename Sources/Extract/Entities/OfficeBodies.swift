import Grammar
import Model
import Morphology

/// Heads of bodies, organisations and firms: "глава белорусского государства", "глава «Роснефти»".
extension Reading {
    /// "глава белорусского государства": the state's adjective stands before the body.
    func headOfBody(_ mark: Mark) -> OfficeMention? {
        guard mark.kind == marks.officeBound, mark.range.count == 1,
            let state = places(in: mark.end..<min(document.tokens.count, mark.end + 1)).first, state.kind == .adjective,
            let body = document.mark(at: state.range.upperBound, marks.officeBody)
        else { return nil }
        let fields = fields(body)
        guard fields.count >= 2, let office = Office(rawValue: fields[0]) else { return nil }
        return OfficeMention(
            range: mark.first..<body.end, office: office, level: Meeting.Level(rawValue: fields[1]),
            country: state.country, person: nil, isPlural: false)
    }

    /// "глава Нового банка развития", "глава «Роснефти»": the organisation or the firm behind the word that needs one.
    func headOfOrganisation(_ mark: Mark) -> OfficeMention? {
        guard mark.kind == marks.officeBound, mark.range.count == 1 else { return nil }
        if let firm = knownFirmAfter(mark.end) {
            return OfficeMention(
                range: mark.first..<end(of: firm), office: .executive, level: .business, country: firm.country,
                person: nil, isPlural: false)
        }
        guard let organisation = document.mark(at: mark.end, marks.organisation) else { return nil }
        // "саммит глав ШОС": the leaders of its states.
        let isOfMany =
            document.word(mark.first).map { $0.can(be: [.plur, .gent]) && !$0.can(be: .sing) } ?? false
            && document.marks(marks.encounter, in: max(0, mark.first - 2)..<mark.first).contains {
                $0.end == mark.first
            }
            && !document.isMark(organisation.end, ",") && !isShortConjunction(organisation.end)
        return OfficeMention(
            range: mark.first..<organisation.end, office: isOfMany ? .president : .other,
            level: isOfMany ? .headOfState : .official, country: nil, person: nil, isPlural: isOfMany)
    }
}
