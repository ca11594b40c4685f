import Grammar
import Model
import Morphology

/// Who has a row of partners in common, and who the partners of a row are.
extension FigureReader {
    /// "с Кенией", and "с Перу", which does not inflect.
    func isBehindWith(_ place: PlaceMention) -> Bool {
        isPartner(place)
            || document.word(place.range.lowerBound)?.can(be: .fixd) == true
                && document.mark(at: place.range.lowerBound - 1, marks.with) != nil
    }

    /// "товарооборот с Перу вырос на 5%, с Чили – на 7%": each partner of a row with the state that trades with all of them.
    func partnerInRow(_ amount: Amount, sentence: Range<Int>, index: Int) -> [CountryCode]? {
        let partners = reading.places(in: sentence).filter(isBehindWith)
        guard partners.count >= 2, Set(partners.map(\.country)).count >= 2,
            let partner = partners.last(where: { $0.range.lowerBound < amount.core.lowerBound }),
            reading.amounts.contains(where: {
                (partners[0].range.upperBound..<partners[1].range.lowerBound).contains($0.core.lowerBound)
            })
        else { return nil }
        // "с Перу – на 7%, а оборот Мексики и Чили – на 3%": a word of trade of its own opens anew.
        guard
            !triggersHere.contains(where: {
                (partner.range.upperBound..<amount.core.lowerBound).contains($0.mark.first)
            })
        else { return nil }
        let others = reading.places(in: sentence).filter { place in
            place.kind == .name && !partners.contains { $0.country == place.country } && !isAttribution(place, sentence)
        }
        // Two partners are no pair.
        let own = [
            others.first?.country, reading.discourse.own[index], reading.discourse.home,
            ownerTold(before: index, of: partners.map(\.country)),
            reading.discourse.focus[index].filter { code in !partners.contains { $0.country == code } }.only,
        ].compactMap { $0 }.first { own in !partners.contains { $0.country == own } }
        guard let own else { return [partner.country] }
        return [own, partner.country].sorted()
    }

    /// "Кения поставит Перу 50 млн тонн, еще 8 млн – Чили", "8 млн – Ирану": to the next one, told in the dative right behind a dash.
    func nextTaker(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard let last = found.last, last.sentence == index, last.amount.core.upperBound < amount.core.lowerBound,
            last.figure.indicator == indicator, let told = last.figure.destination, last.figure.origin != nil,
            document.isDash(amount.core.upperBound),
            let next = reading.places(in: amount.core.upperBound + 1..<amount.core.upperBound + 2).first,
            next.kind == .name, stands(next, in: .datv), next.country != told, next.country != last.figure.origin
        else { return nil }
        return Parties(of: last.figure, with: next.country, for: told)
    }

    /// The one state that has told of its trade with several others right before.
    func rowOwner(_ index: Int) -> CountryCode? {
        let row = recent.filter {
            $0.figure.indicator == Indicator("trade_turnover") && index - $0.sentence <= 2
                && $0.figure.countries.count == 2
        }
        guard Set(row.map(\.figure.countries)).count >= 2 else { return nil }
        return row.map { Set($0.figure.countries) }.reduce(Set(row[0].figure.countries)) { $0.intersection($1) }.only
    }

    /// The one state of the figure told last, not long before, that is none of these partners.
    func ownerTold(before index: Int, of partners: [CountryCode]) -> CountryCode? {
        guard let last = found.last, index - last.sentence <= 2 else { return nil }
        let others = last.figure.countries.filter { !partners.contains($0) }
        return others.count == 1 ? others[0] : nil
    }
}
