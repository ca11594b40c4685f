import Grammar
import Model
import Morphology

/// From where to where a figure flows, and which state sends and which receives.
extension FigureReader {
    /// Origin and destination from adjective, genitive and preposition: "узбекский экспорт", "экспорт Казахстана в Китай",
    /// "импорт из России", "инвестиции в экономику Казахстана", "Иран вложил", "Афганистан закупил".
    func flow(
        _ indicator: Indicator, trigger: Trigger?, named: [CountryCode], clause: Range<Int>, focus: [CountryCode],
        index: Int, isShare: Bool = false
    ) -> Parties {
        /// The state that a bare name or the adjective of the trigger stands for receives.
        let receives =
            trigger.map { receiving($0, indicator) } ?? (indicator == Indicator("imports"))
            || (Self.shape(of: indicator) == .carried || trigger.map(isOfGoods) ?? false)
                && clause.contains { document.mark(at: $0, marks.receive) != nil && reading.isFiniteVerb($0) }
        var (origin, destination) = sides(
            indicator, trigger: trigger, receives: receives, named: named, clause: clause, index: index,
            isShare: isShare)
        // "продать за границу"
        if origin == nil, destination == nil, let home = onlyHome, indicator == Indicator("exports"),
            reachesAbroad(clause)
        {
            return Parties(countries: [home], origin: home)
        }
        if origin == nil, destination == nil {
            if let previous = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
                index - previous.sentence <= 2, !reachesAbroad(clause),
                previous.figure.indicator == indicator
                    || (Self.isGoods(previous.figure.indicator) || previous.figure.indicator == Indicator("share"))
                        && Self.isGoods(indicator)
                        && !areOpposite(previous.trigger, trigger),
                reading.discourse.focus[previous.sentence] == focus
            {
                return Parties(
                    countries: previous.figure.countries, origin: previous.figure.origin,
                    destination: previous.figure.destination)
            }
            if let turned = turnedFlow(indicator, trigger: trigger, clause: clause, index: index) { return turned }
            if let told = toldFlow, index - told.sentence <= 2,
                Self.isGoods(indicator) || indicator == Indicator("energy") && isSold(clause), !reachesAbroad(clause),
                !isOfRegion(clause)
            {
                let turns = areOpposite(told.trigger, trigger)
                return Parties(
                    countries: [told.origin, told.destination].sorted(),
                    origin: turns ? told.destination : told.origin, destination: turns ? told.origin : told.destination)
            }
            // "экспорт вырос, сообщил министр Кении": its own.
            if let own = reading.discourse.own[index], focus.count == 2, focus.contains(own), isTradeOfOne(trigger),
                own == reading.discourse.home || trigger.map({ $0.mark.range.count == 1 }) ?? false,
                Self.isGoods(indicator), named.isEmpty, document.marks(marks.pair, in: clause).isEmpty,
                !isOfRegion(clause),
                !reachesAbroad(clause)
            {
                if receives { destination = own } else { origin = own }
            }
            if let own = reading.discourse.own[index] ?? ownSubject(trigger, clause), speaksOfOwn(clause) {
                if receives { destination = own } else { origin = own }
            }
        }
        // "Кения рассчитывает на инвестиции в экономику страны": they come to it.
        if indicator == Indicator("investment"), destination == nil, let home = origin, isIntoOwn(clause),
            !reading.places(in: clause).contains(where: { $0.country == home && $0.kind != .name })
        {
            destination = home
            origin = nil
        }
        // "Перу приблизилось к лидеру, закупив в Кении 2 млн тонн"
        if receives, destination == nil, let buyer = subjectOfGerund(clause, index: index), buyer != origin {
            destination = buyer
        }
        if origin == destination { destination = nil }
        if (origin == nil) != (destination == nil),
            let pair = flowBefore(indicator, trigger: trigger, clause: clause, index: index)
        {
            if origin == nil, pair.origin != destination {
                origin = pair.origin
            } else if destination == nil, pair.destination != origin, found.last?.sentence == index {
                destination = pair.destination
            }
        }
        // "импорт иракской нефти снизился" goes on with the state whose imports were told right before; so does a seller's
        // next buyer.
        if (origin == nil) != (destination == nil), let known = origin ?? destination, Self.isGoods(indicator),
            !reachesAbroad(clause), !isOfRegion(clause),
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil })?.figure,
            index - found.last!.sentence <= 2, last.origin != known, last.destination != known,
            Self.isGoods(last.indicator)
        {
            if destination == nil, indicator == Indicator("imports"), last.indicator == indicator {
                destination = last.destination
            } else if origin == nil, let seller = last.origin,
                !receives || seller == reading.discourse.home || !focus.contains(reading.discourse.home ?? seller)
            {
                origin = seller
            }
        }
        // "по поставкам первым стал Китай": in an article about a buyer they go there.
        if destination == nil, let seller = origin, Self.isGoods(indicator), !isTradeOfOne(trigger),
            !reachesAbroad(clause), !isOfRegion(clause), let home = reading.discourse.home, seller != home,
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            index - last.sentence <= 2, last.figure.destination == home, last.figure.origin != seller
        {
            destination = home
        }
        if origin == nil, let destination, Self.isGoods(indicator), !receives, let told = toldFlow,
            index - told.sentence <= 4, told.origin != destination, !focus.contains(destination) || focus.count == 1
        {
            origin = told.origin
        }
        // "общий объем экспорта вырос": of the seller of whom the figures before told.
        if origin == nil, destination == nil, indicator == Indicator("exports"), reachesAbroad(clause),
            let last = found.last(where: { $0.figure.origin != nil }), index - last.sentence <= 3,
            last.figure.indicator == indicator
        {
            return Parties(countries: [last.figure.origin!], origin: last.figure.origin)
        }
        // In an article about what one state sells to several, the seller goes without saying.
        if origin == nil, let destination, let home = onlyHome, home != destination,
            indicator == Indicator("exports") || indicator == Indicator("imports")
        {
            origin = home
        }
        // "поставки в республику": the one that got before.
        if let origin, destination == nil, isIntoOwn(clause), indicator != Indicator("investment"),
            let last = found.last(where: { $0.figure.destination != nil }), index - last.sentence <= 2,
            let got = last.figure.destination, got != origin
        {
            destination = got
        }
        // "получает из Кении через Чили" names neither end by Chile.
        let passed = reading.places(in: clause).filter(isVia).map(\.country)
        if !passed.isEmpty, (origin == nil) != (destination == nil),
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil })?.figure,
            last.indicator == indicator, last.origin == origin || last.destination == destination
        {
            (origin, destination) = (last.origin, last.destination)
        }
        // "экспорт в Китай вырос, сообщил вице-премьер Беларуси": the seller is whose official speaks.
        if let known = origin ?? destination, let other = speaksFor(known, indicator, clause: clause, index: index) {
            if origin == nil {
                origin = other
            } else if destination == nil, Self.isGoods(indicator) || indicator == Indicator("investment") {
                destination = other
            }
        }
        if let known = origin ?? destination, focus.count == 2, focus.contains(known), !reachesAbroad(clause),
            !isOfMany(clause), !isOfRegion(clause), isPairNear(focus, index), !focus.contains(where: passed.contains)
        {
            let other = focus[0] == known ? focus[1] : focus[0]
            if origin == nil { origin = other } else if destination == nil { destination = other }
        }
        // "экспорт вырос на 5%" in an article about one state is its own.
        if origin == nil, destination == nil, Self.isGoods(indicator), focus.count == 1 {
            if receives { destination = focus[0] } else { origin = focus[0] }
        }
        let both = [origin, destination].compactMap { $0 }.sorted()
        return Parties(countries: both.isEmpty ? focus : both, origin: origin, destination: destination)
    }

    static func isGoods(_ indicator: Indicator) -> Bool {
        indicator == Indicator("exports") || indicator == Indicator("imports")
    }
}
