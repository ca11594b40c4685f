import Grammar
import Model
import Morphology

/// Names told as somebody's colleague's: "встретился с узбекским коллегой А".
extension Reading {
    /// "министр встретился с коллегой А": his office is that of the one whose colleague he is, told last.
    func takeOfficeOfColleague(
        _ range: Range<Int>, _ offices: [OfficeMention], _ context: inout NameContext
    ) {
        let told = offices[..<lowerBound(range.lowerBound, offices)]
        // "министр был принят президентом и встретился со своим коллегой": his who acts.
        let isOwn =
            colleagueBefore(range.lowerBound).map { mark in
                (max(0, mark.first - 3)..<mark.first).contains {
                    document.mark(at: $0, marks.encounters.oneself) != nil
                }
            } ?? false
        let sentence = document.sentence(of: range.lowerBound)
        let isToldHere = told.last { !$0.isPlural }.map { sentence.contains($0.range.lowerBound) } ?? false
        let subject = told.last {
            !$0.isPlural && cases(ofHead: $0.range).contains(.nomn) && sentence.contains($0.range.lowerBound)
        }
        // "министр Кении, сопровождавший главу государства, встретился с эмиратским коллегой": nor that of his own president.
        let isOfCompatriot = subject != nil && told.last.map { !$0.isPlural && $0.country == nil } ?? false
        let acting = isOwn || !isToldHere || isOfCompatriot ? subject : nil
        // "Затем Беридзе встретился с австрийским коллегой": the office of a name, told before.
        if acting == nil, isOwn || !isToldHere,
            let name = people.names(in: sentence.lowerBound..<range.lowerBound).last(where: \.isNominative),
            let office = people.persons[name.person].office
        {
            context.office = office
            context.level = people.persons[name.person].level
            context.isColleague = true
            return
        }
        // "с премьером Ливана А и ливанским коллегой Б": not of his compatriot.
        let others = told.filter { !$0.isPlural }
        let foreign = context.country.flatMap { home in others.last { $0.country != home } }
        guard let last = acting ?? foreign ?? others.last else { return }
        context.office =
            minister(calledBy: last, before: last.range.lowerBound).flatMap { people.persons[$0].office }
            ?? last.office
        context.level = last.level
        context.isColleague = true
    }

    struct Colleague {
        let country: CountryCode?
    }

    /// "узбекский коллега", "коллега из Узбекистана": the state of a colleague whose name begins at a token.
    func colleague(before token: Int) -> Colleague? {
        guard let mark = colleagueBefore(token) else { return nil }
        if mark.end < token { return Colleague(country: place(endingAt: token)?.country) }
        return Colleague(country: place(endingAt: mark.first).flatMap { $0.kind == .adjective ? $0.country : nil })
    }

    /// The word for a colleague that a name stands behind, perhaps with his state between: "коллега из Узбекистана".
    func colleagueBefore(_ token: Int) -> Mark? {
        if let mark = document.marks(marks.officeColleague, in: max(0, token - 2)..<token).last, mark.end == token {
            return mark
        }
        guard let place = place(endingAt: token), place.kind == .name,
            document.mark(at: place.range.lowerBound - 1, marks.outOf) != nil
        else { return nil }
        return document.marks(marks.officeColleague, in: max(0, place.range.lowerBound - 3)..<place.range.lowerBound)
            .first { $0.end == place.range.lowerBound - 1 }
    }
}
