import Grammar
import Model
import Morphology

/// Who stands on the side of a flow that its clause leaves open, as the article and the figures around it tell.
extension FigureReader {
    /// "Кенийский экспорт составил 5 млн, перуанский – 3 млн. Вывоз чая вырос": behind a sentence of both directions, of the state
    /// that the article is about.
    func homeAgain(_ previous: FoundFigure, _ trigger: Trigger?, _ indicator: Indicator, _ index: Int) -> Parties? {
        guard previous.sentence < index, let home = reading.discourse.home, previous.figure.countries.count == 2,
            previous.figure.indicator == indicator, isTradeOfOne(trigger), previous.figure.countries.contains(home),
            let trigger,
            recent.contains(where: {
                $0.sentence == previous.sentence && $0.figure.indicator == indicator
                    && $0.figure.origin == previous.figure.destination
                    && $0.figure.destination == previous.figure.origin
            }), let other = previous.figure.countries.first(where: { $0 != home })
        else { return nil }
        return receiving(trigger, indicator)
            ? Parties(countries: previous.figure.countries, origin: other, destination: home)
            : Parties(countries: previous.figure.countries, origin: home, destination: other)
    }

    /// "С Перу торговали на 5 млн. Экспорт чая вырос": in the report of one state its own, to the partner whom the paragraph is of.
    func ownTrade(
        _ indicator: Indicator, _ trigger: Trigger?, _ clause: Range<Int>, _ focus: [CountryCode], _ receives: Bool
    ) -> Parties? {
        guard let home = onlyHome, Self.isGoods(indicator), focus.count == 2, focus.contains(home), paragraphHasPartner,
            let trigger, document.mark(at: trigger.mark.first, marks.opposite) != nil, !reachesAbroad(clause),
            !isOfRegion(clause), let other = focus.first(where: { $0 != home }), paragraphStates.contains(other)
        else { return nil }
        return receives
            ? Parties(countries: focus, origin: other, destination: home)
            : Parties(countries: focus, origin: home, destination: other)
    }

    /// Whether no other state's exports have been told of.
    func isOnlySeller(_ state: CountryCode?) -> Bool {
        Set(found.filter { $0.figure.indicator == Indicator("exports") }.compactMap(\.figure.origin)).only == state
    }

    /// "Перу купило у Кении 5 млн тонн, Чили – 3 млн. Всего вывезено 9 млн": behind a row of those with whom one state trades, of all of
    /// them together.
    func traderWithMany(_ it: FlowClause) -> Parties? {
        guard Self.isGoods(it.indicator), it.trigger != nil, it.named.isEmpty, pairs(in: it.clause).isEmpty else {
            return nil
        }
        let told = recent.filter { Self.isGoods($0.figure.indicator) && it.index - $0.sentence <= 8 }.map(\.figure)
        let sellers = Set(told.compactMap(\.origin))
        let buyers = Set(told.compactMap(\.destination))
        if !it.receives, let seller = sellers.only, buyers.count >= 2 {
            return Parties(countries: [seller], origin: seller)
        }
        if it.receives || !isTradeOfOne(it.trigger), let buyer = buyers.only, sellers.count >= 2 {
            return Parties(countries: [buyer], destination: buyer)
        }
        return nil
    }

    /// "Кенийский экспорт чая растет. Экспорт кофе составил 5 млн": its own, where the partner of the article is named only later.
    func loneHome(
        _ indicator: Indicator, _ trigger: Trigger?, _ clause: Range<Int>, _ focus: [CountryCode], _ index: Int
    ) -> CountryCode? {
        guard Self.isGoods(indicator), trigger != nil, isTradeOfOne(trigger), pairs(in: clause).isEmpty,
            !isOfRegion(clause), let home = reading.discourse.home, focus.count == 2, focus.contains(home),
            isMentioned(home, by: index), let other = focus.first(where: { $0 != home }), !isMentioned(other, by: index)
        else { return nil }
        return home
    }

    /// "Кения увеличила экспорт газа. Поставки составили 5 млн кубометров": whether the words before told of what a state sells.
    func goesOnSelling(_ index: Int) -> Bool {
        guard let word = antecedent, index - word.sentence <= 1 else { return false }
        return document.mark(at: word.trigger.mark.first, marks.opposite) != nil
            && document.mark(at: word.trigger.mark.first, marks.receive) == nil
    }

    /// "Перу ввезло чая на 9 млн. Кения поставила на 5 млн": the one whose trade with all was told right before is the other end.
    func openEnd(
        _ indicator: Indicator, origin: CountryCode?, destination: CountryCode?, clause: Range<Int>, index: Int
    ) -> CountryCode? {
        guard (origin == nil) != (destination == nil), let known = origin ?? destination, Self.isGoods(indicator),
            !reachesAbroad(clause), !isOfRegion(clause),
            let last = lastTold(
                2, before: index,
                where: {
                    Self.isGoods($0.figure.indicator) && isSameParagraph(index, $0.sentence) || $0.sentence == index - 1
                })
        else { return nil }
        let whole = recent.last {
            index - $0.sentence <= 3 && Self.isGoods($0.figure.indicator) && $0.figure.countries.count == 1
        }
        if destination == nil {
            // The trade of all that it buys, or what another has sold to it.
            if let buyer = whole?.figure.destination, buyer != known, last.figure.countries.contains(buyer) {
                return buyer
            }
            guard indicator == Indicator("imports") else { return nil }
            return last.figure.destination != known ? last.figure.destination : nil
        }
        guard let seller = whole?.figure.origin, seller != known, last.figure.countries.contains(seller) else {
            return nil
        }
        return seller
    }

    /// The one state whose body tells what a sentence says.
    func informedOf(_ index: Int) -> CountryCode? {
        let sentence = document.sentences[index]
        return Set(reading.places(in: sentence).filter { isAttribution($0, sentence) }.map(\.country)).only
    }

    /// "Перу ввезло чая на 9 млн. Кения поставила на 5 млн, Чили – на 3 млн": a whole whose parts the next sentence gives to several.
    func isTotalOfNext(_ state: CountryCode, _ index: Int) -> Bool {
        guard index + 1 < document.sentences.count, isSameParagraph(index + 1, index) else { return false }
        let next = document.sentences[index + 1]
        let holders = reading.places(in: next).filter { place in
            place.kind == .name && stands(place, in: .nomn)
                && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
                && !reading.amounts(in: place.range.upperBound..<min(place.range.upperBound + 6, next.upperBound))
                    .isEmpty
        }
        let codes = Set(holders.map(\.country))
        if codes.count >= 2, codes.contains(state) { return true }
        // "По объему поставок лидирует Куба": another of several.
        return !document.marks(marks.lead, in: next).isEmpty
            && reading.places(in: next).contains { place in
                place.kind == .name && stands(place, in: .nomn) && place.country != state
                    && !reading.places(in: document.sentences[index]).contains { $0.country == place.country }
            }
    }

    /// "Перуанский фонд даст 5 млн" in an article on Kenya: what one gives whom the passage is not of goes to the article's state.
    func takerAtHome(
        _ indicator: Indicator, _ trigger: Trigger?, origin: CountryCode?, destination: CountryCode?,
        clause: Range<Int>,
        _ focus: [CountryCode]
    ) -> CountryCode? {
        guard indicator == Indicator("finance"), destination == nil, let giver = origin, !focus.contains(giver),
            let home = reading.discourse.home, home != giver, focus.contains(home), !isOwed(trigger, clause),
            pairs(in: clause).isEmpty, !isOfRegion(clause)
        else { return nil }
        return home
    }

    /// "Кения купила в Перу 5 млн тонн. Чили приобрело 3 млн": of the same seller, where the words are of buying and not of all imports.
    func isNextBuyer(_ trigger: Trigger?, _ index: Int) -> Bool {
        guard let trigger, isSameParagraph(index, found.last!.sentence) else { return false }
        return document.mark(at: trigger.mark.first, marks.purchase) != nil
            || document.mark(at: trigger.mark.first, marks.purchaseNoun) != nil
            || document.mark(at: trigger.mark.first, marks.receive) != nil
                && document.word(trigger.mark.first)?.can(be: .accs) == true
                && document.word(trigger.mark.first)?.can(be: .noun) == true
    }

    /// "Импорт Кении составил 5 млн, Перу импортировало на 8 млн": of another state its own clause tells the like.
    func isToldApart(_ state: CountryCode, _ clause: Range<Int>, _ index: Int) -> Bool {
        reading.places(in: document.sentences[index]).contains { place in
            guard place.country == state, place.kind == .name else { return false }
            // "Кения экспортировала на 5 млн, Перу – на 8 млн"
            if document.isMark(place.range.lowerBound - 1, ","), document.isDash(place.range.upperBound) { return true }
            return triggersHere.contains { trigger in
                guard document.mark(at: trigger.mark.first, marks.opposite) != nil else { return false }
                return trigger.mark.end == place.range.lowerBound && stands(place, in: .gent)
                    || reading.isFiniteVerb(trigger.mark.first) && stands(place, in: .nomn)
                        && trigger.mark.first == place.range.upperBound
            }
        }
    }

    /// "В Чили отгружено 2 млн тонн": in a new paragraph of an article on a seller its own again, whoever sold right before.
    func sellerAgain(_ indicator: Indicator, _ last: FoundFigure, _ index: Int) -> CountryCode? {
        guard indicator == Indicator("exports"), !isSameParagraph(index, last.sentence),
            let home = reading.discourse.home, last.figure.origin != home,
            found.contains(where: { $0.figure.indicator == indicator && $0.figure.origin == home })
        else { return nil }
        return home
    }
}
