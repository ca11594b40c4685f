import Grammar
import Model
import Morphology

extension Reading {
    /// Who is described by his state rather than named: "глава Российского государства", "глава казахстанского кабмина".
    ///
    /// The one person of that state in that office; nobody where the article has none or several.
    func described(at token: Int) -> (range: Range<Int>, attribution: Attribution)? {
        guard let head = document.mark(at: token, marks.officeBound),
            let state = places(in: head.end..<min(head.end + 1, document.tokens.count)).first,
            state.kind == .adjective, let body = document.mark(at: state.range.upperBound, marks.officeBody),
            let office = Office(rawValue: fields(body)[0])
        else { return nil }
        let holders = people.persons.filter { $0.country == state.country && $0.office == office }
        guard holders.count == 1, let holder = holders.first else { return nil }
        return (
            token..<body.end, Attribution(name: holder.name, country: holder.country, isPerson: true)
        )
    }
}
