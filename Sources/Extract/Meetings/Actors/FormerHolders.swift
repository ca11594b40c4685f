import Model

extension Reading {
    /// "последний раз глава Казахстана приезжал в 2008 году": an office told without a name, of a time when another may have held
    /// it, is nobody's by name.
    ///
    /// Whom the reference rows know to have held it then, stays; of others what is told of the last years.
    func holder(_ actor: Actor, on date: PartialDate?) -> Actor {
        guard let date, let publishedOn, publishedOn.year - date.year >= Self.yearsOfOffice, let person = actor.person,
            people.names(in: actor.range).isEmpty, !people.offices(in: actor.range).isEmpty
        else { return actor }
        let it = people.persons[person]
        let surname = it.parts.words.last ?? ""
        let terms = (marks.holdersBySurname[TextKey(surname)] ?? []).filter {
            $0.country == it.country && $0.office == it.office
        }
        if terms.contains(where: { $0.isInForce(on: date.firstDay) || $0.isInForce(on: date.lastDay) }) { return actor }
        var office = actor
        office.kind = .office
        office.person = nil
        office.country = actor.country ?? it.country
        return office
    }

    /// Years for which whoever holds an office now may be taken to have held it.
    private static let yearsOfOffice = 2
}
