import Grammar
import Model
import Morphology

/// Whose a flow is that the clause leaves half open: the state whose official speaks, or that the article is about.
extension FigureReader {
    /// The state of an official who tells of its dealings with another one.
    ///
    /// Only a state that the article is about, and that the clause does not name, can go without saying.
    func speaksFor(
        _ known: CountryCode, _ indicator: Indicator, clause: Range<Int>, index: Int
    ) -> CountryCode? {
        guard let own = reading.discourse.own[index], own != known,
            own == reading.discourse.home || reading.discourse.mainPair.contains(own),
            ["exports", "imports", "investment"].contains(indicator.rawValue), !reachesAbroad(clause),
            !isOfRegion(clause), !isOfMany(clause)
        else { return nil }
        return own
    }

    /// The state of an official who tells of a thing of its own, where the states in focus are only those it deals with.
    func ownAlone(_ focus: [CountryCode], clause: Range<Int>, index: Int) -> CountryCode? {
        guard let own = reading.discourse.own[index], own == reading.discourse.home, !focus.contains(own),
            pairs(in: clause).isEmpty, !isOfRegion(clause)
        else { return nil }
        return own
    }

    /// Whether a clause speaks of one's own country, and not of two: "две страны".
    func speaksOfOwn(_ clause: Range<Int>) -> Bool {
        let pairs = pairs(in: clause)
        return document.marks(marks.own, in: clause).contains { mark in
            !pairs.contains { $0.range.overlaps(mark.range) && $0.range.count > mark.range.count }
        }
    }

    /// "мы добываем", "планируем": whether the speaker's own side is the subject.
    func tellsOfUs(_ clause: Range<Int>) -> Bool {
        clause.contains { token in
            guard let word = document.word(token) else { return false }
            return word.can(be: [.npro, .per1, .plur, .nomn]) || word.readings[0].contains([.verb, .per1, .plur])
        }
    }

    /// "мы потребили 18 млрд кВт·ч. Введены станции на 48 МВт": what the speaker's own state makes, uses or builds, in the sentence that
    /// says "мы" and the next.
    func ownMaking(_ indicator: Indicator, clause: Range<Int>, index: Int) -> Parties? {
        guard
            ["energy", "agriculture", "infrastructure", "gdp"].contains(indicator.rawValue)
                || ["rank", "share"].contains(indicator.rawValue) && isOfWorld(clause),
            let own = reading.discourse.own[index], pairs(in: clause).isEmpty, !isSold(clause),
            document.marks(marks.receive, in: clause).isEmpty
        else { return nil }
        if tellsOfUs(clause) {
            return Parties(countries: [own])
        }
        guard let last = found.last, index - last.sentence == 1, reading.discourse.own[last.sentence] == own,
            last.figure.countries == [own], last.figure.origin == nil, last.figure.destination == nil
        else { return nil }
        return Parties(countries: [own])
    }

    /// Notes whether a sentence deals with a region, "в Африку", "со странами Азии", or with a state again.
    func followRegion(_ sentence: Range<Int>, _ index: Int) {
        let home = reading.discourse.home
        let isOther = reading.placeSlice(sentence).contains { place in
            place.standsForState && place.country != home && !reading.isAside(place)
                && reading.people.office(around: place.range.lowerBound) == nil && !isIncluded(place, in: sentence)
        }
        if isOther {
            regionPartner = nil
        } else if document.marks(marks.region, in: sentence).contains(where: { isPartner($0) }) {
            regionPartner = index
        }
    }

    /// "в Африку", "с африканскими странами", "между Россией и Африкой"
    private func isPartner(_ region: Mark) -> Bool {
        (1...4).contains { back in
            (reading.preposition(at: region.first - back).map { ["from", "into"].contains($0) } ?? false)
                // "с крупнейшей экономикой Азии" is with a state of it.
                && (region.first - back + 1..<region.first).allSatisfy {
                    document.word($0)?.can(be: .adjf) == true || document.mark(at: $0, marks.numberIdle) != nil
                        || document.mark(at: $0, marks.market) != nil
                }
        }
            || (1...2).contains { back in
                document.word(region.first - back)?.parses[0].tag.grammemes.contains(.conj) == true
            }
    }

    /// "В 2022 году взаимная торговля составила 18 млрд долларов" of a state and a region that was told of before.
    func tradeWithRegion(
        _ indicator: Indicator, trigger: Trigger?, _ named: [CountryCode], clause: Range<Int>, index: Int
    ) -> Parties? {
        guard let since = regionPartner, index - since <= Self.regionReach, let home = reading.discourse.home,
            let trigger, named.allSatisfy({ $0 == home }),
            // "Оборот с Перу вырос. Это больше, чем с другими странами. Из него 2 млн – экспорт"
            found.last.map({ $0.figure.countries.count < 2 || $0.sentence > since || index - $0.sentence > 2 }) ?? true,
            // "между странами" are two states.
            !pairs(in: clause).contains(where: { $0.range.count > 1 })
        else { return nil }
        switch indicator.rawValue {
        case "trade_turnover": return Parties(countries: [home])
        case "exports" where document.mark(at: trigger.mark.first, marks.receive) == nil:
            let seller = traderTold(index, "to") ?? home
            return Parties(countries: [seller], origin: seller)
        default: return nil
        }
    }

    /// "Экспорт в Кению достиг 5 млн, а на долю ЕС приходится 60% поставок": of all that the seller sells, or the buyer buys.
    func shareOfUnion(
        _ indicator: Indicator, _ named: [CountryCode], amount: Amount, index: Int
    ) -> Parties? {
        guard indicator == Indicator("share"), named.isEmpty, let last = found.last?.figure,
            index - found.last!.sentence <= 1, Self.isGoods(last.indicator), last.countries.count == 2,
            case let part = part(around: amount, in: document.sentences[index]),
            let union = part.compactMap(union).first,
            (1...3).contains(where: { document.mark(at: union.first - $0, marks.share) != nil })
                || document.mark(at: union.end, marks.share) != nil
        else { return nil }
        let isImport = last.indicator == Indicator("imports")
        guard let owner = isImport ? last.destination : last.origin else { return nil }
        return Parties(countries: [owner], origin: isImport ? nil : owner, destination: isImport ? owner : nil)
    }

    /// "Доля Кении в мировом экспорте – 24%, Перу – 30%": what each has of all the world's trade.
    func shareOfWorld(
        _ indicator: Indicator, _ named: [CountryCode], amount: Amount, index: Int
    ) -> Parties? {
        guard indicator == Indicator("share") else { return nil }
        let sentence = document.sentences[index]
        let all = document.marks(marks.allTheWorld, in: sentence)
        let world = all.first { near in
            document.marks(marks.indicator, in: near.first..<near.end).contains { mark in
                marks.indicatorUses[mark.entry]?.contains { !$0.isWeak && Self.isGoods($0.indicator) } == true
            }
        }
        guard let world else { return nil }
        let first = found.last.map { $0.sentence == index ? $0.amount.core.upperBound : sentence.lowerBound }
        let start = first ?? sentence.lowerBound
        let here = reading.states(in: start..<max(start, amount.core.lowerBound))
        // "на Кению и Перу – по 5%"
        let holders = Set(here.map(\.country))
        if holders.count > 1, document.isDash(amount.range.lowerBound - 2) {
            return Parties(countries: holders.sorted())
        }
        guard let holder = here.last?.country ?? (named.count == 1 ? named[0] : nil) else { return nil }
        let isImport = (world.first..<world.end).contains { document.mark(at: $0, marks.receive) != nil }
        return Parties(countries: [holder], origin: isImport ? nil : holder, destination: isImport ? holder : nil)
    }

    /// Sentences over which a region stays the partner.
    private static let regionReach = 4

    /// "республика импортировала товары": the state that the article is about, as the subject of the verb that measures.
    func ownSubject(_ trigger: Trigger?, _ clause: Range<Int>) -> CountryCode? {
        guard let trigger, reading.isFiniteVerb(trigger.mark.first), let home = reading.discourse.home else {
            return nil
        }
        let isSubject = document.marks(marks.own, in: clause.lowerBound..<max(clause.lowerBound, trigger.mark.first))
            .contains { mark in
                document.word(mark.end - 1)?.can(be: [.noun, .nomn, .sing]) == true
                    && trigger.mark.first - mark.end <= 2
            }
        return isSubject ? home : nil
    }
}
