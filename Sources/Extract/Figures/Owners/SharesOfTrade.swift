import Grammar
import Model
import Morphology

/// Whose a part of some trade is that was told right before.
extension FigureReader {
    /// "на нее пришлось 13% вывоза Кении. Как поставщик она вторая (18% импорта)": the owner of that trade stays, and so does its partner.
    func shareOfSameTrade(_ whole: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard Self.isGoods(whole), pairs(in: clause).isEmpty, !reachesAbroad(clause), !isOfRegion(clause),
            let last = lastTold(2, before: index, where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            let owner = ownerOfTrade(last), let partner = last.figure.countries.first(where: { $0 != owner }),
            named.isEmpty || named == [partner] && isHolder(partner, clause)
        else { return nil }
        let isImport = whole == Indicator("imports")
        return Parties(
            countries: last.figure.countries, origin: isImport ? partner : owner,
            destination: isImport ? owner : partner)
    }

    /// "оборот Кении с Перу составил 5 млн. На его долю приходится 14% торговли": of the pair that was told of right before.
    func shareOfPartner(_ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("share"), named.isEmpty, let last = found.last?.figure,
            index - found.last!.sentence <= 1, last.countries.count == 2,
            last.indicator == Indicator("trade_turnover"),
            document.marks(marks.theirs, in: clause).contains(where: { document.mark(at: $0.end, marks.share) != nil })
        else { return nil }
        return Parties(countries: last.countries)
    }

    /// "Экспорт Кении составил 5 млн. Доля перуанского направления – 14%": a part of what was sold right before.
    func shareOfMarket(_ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("share"), let buyer = named.only,
            let last = lastTold(3, before: index, where: { $0.figure.indicator == Indicator("exports") })?.figure,
            let seller = last.origin, seller != buyer,
            reading.places(in: clause).contains(where: {
                $0.kind == .adjective && isMarket($0) && document.mark(at: $0.range.upperBound, marks.pair) == nil
                    && document.mark(at: $0.range.lowerBound - 1, marks.share) != nil
            })
        else { return nil }
        return Parties(from: seller, to: buyer)
    }

    /// "Оборот области составил 5 млн. Больше половины пришлось на Перу": of the one whose trade was told right before with who has
    /// a part of it.
    func shareOfTurnover(_ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("share"), let partner = named.only, let last = found.last,
            index - last.sentence <= 1, pairs(in: clause).isEmpty,
            let whole = lastTold(1, before: index, where: { $0.figure.indicator == Indicator("trade_turnover") }),
            let owner = whole.figure.countries.only, owner != partner,
            reading.places(in: clause).contains(where: { $0.country == partner && hasPart($0, clause) })
        else { return nil }
        return Parties(countries: [owner, partner].sorted())
    }

    /// "отгрузили 5 млн тонн, или 68% вывоза": another measure of what was told right before.
    func shareOfSame(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard indicator == Indicator("share"), let last = found.last, last.sentence == index,
            case let between = last.amount.core.upperBound..<amount.range.lowerBound, between.count <= 6,
            last.figure.origin != nil || last.figure.destination != nil,
            Self.isGoods(last.figure.indicator) || last.figure.indicator == Indicator("energy"),
            between.contains(where: { document.mark(at: $0, marks.orElse) != nil })
                || document.isMark(between.last ?? 0, "(")
                // "5 млн тонн, это составляет 68% вывоза"
                || between.contains(where: {
                    document.mark(at: $0, marks.relative) != nil || document.mark(at: $0, marks.anaphor) != nil
                }) && between.contains(where: { document.mark(at: $0, marks.reach) != nil }),
            reading.places(in: between).isEmpty
        else { return nil }
        let it = last.figure
        return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
    }

    /// "по импорту Кения с 18% вторая"
    private func isHolder(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains {
            $0.country == state && $0.kind == .name && document.mark(at: $0.range.upperBound, marks.with) != nil
                && startsAmount($0.range.upperBound + 1)
        }
    }

    private func startsAmount(_ token: Int) -> Bool { reading.amounts.contains { $0.core.lowerBound == token } }
}
