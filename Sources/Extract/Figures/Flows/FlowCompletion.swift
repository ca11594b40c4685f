import Grammar
import Model
import Morphology

/// Which state stands at the end of a flow that its words leave open.
extension FigureReader {
    /// Whence or whither by what else the clause says.
    func completeByClause(
        _ origin: inout CountryCode?, _ destination: inout CountryCode?, _ it: FlowClause
    ) {
        let (indicator, trigger, clause) = (it.indicator, it.trigger, it.clause)
        let (focus, index, receives) = (it.focus, it.index, it.receives)
        // "Кения рассчитывает на инвестиции в экономику страны": they come to it.
        if indicator == Indicator("investment"), destination == nil, let investor = origin, isIntoOwn(clause) {
            // "Кения вложила в экономику республики": who puts in is no other's host.
            let isVerb = trigger.map { reading.isFiniteVerb($0.mark.first) } ?? false
            let isSubject =
                !isVerb
                && reading.places(in: clause).contains { place in
                    place.country == investor && place.kind == .name && stands(place, in: .nomn)
                }
            // "вложения Кении в экономику республики": the other one's.
            let other = focus.count == 2 ? focus.first { $0 != investor } : reading.discourse.home
            if isSubject {
                destination = investor
                origin = nil
            } else if let other, other != investor {
                destination = other
            }
        }
        // "Перу приблизилось к лидеру, закупив в Кении 2 млн тонн"
        if receives, destination == nil, let buyer = subjectOfGerund(clause, index: index), buyer != origin {
            destination = buyer
        }
        if origin == destination { destination = nil }
        if origin == nil, let home = destination, indicator == Indicator("finance"),
            let abroad = transfersComeFrom(index, trigger), abroad != home
        {
            origin = abroad
        }
    }

    /// The open end is that of a flow told right before.
    func completeByFlowBefore(
        _ origin: inout CountryCode?, _ destination: inout CountryCode?, _ it: FlowClause
    ) {
        let (indicator, trigger, named) = (it.indicator, it.trigger, it.named)
        let (clause, focus, index, receives, isShare) = (it.clause, it.focus, it.index, it.receives, it.isShare)
        // "на долю Перу пришлось 24% всего экспорта": of the one whose exports were told before.
        if isShare, (origin == nil) != (destination == nil), let known = origin ?? destination,
            let last = recent.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            index - last.sentence <= 2, last.figure.countries.contains(known)
        {
            if origin == nil, last.figure.destination == known { origin = last.figure.origin }
            if destination == nil, last.figure.origin == known { destination = last.figure.destination }
        }
        // "на долю Чили приходится 27% общего экспорта" in an article about one who trades with many.
        if isShare, isTradeOfOne(trigger), (origin == nil) != (destination == nil), let known = origin ?? destination,
            reachesAbroad(clause), let home = reading.discourse.home, home != known, named == [known]
        {
            if origin == nil { origin = home } else { destination = home }
        }
        if origin == nil, let buyer = destination, let last = recent.last(where: { $0.figure.origin != nil }),
            let seller = sellerAgain(indicator, last, index), seller != buyer, !reachesAbroad(clause),
            !isOfRegion(clause)
        {
            origin = seller
        }
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
        let isSupply = Self.isGoods(indicator) || indicator == Indicator("energy") && isSold(clause)
        if (origin == nil) != (destination == nil), let known = origin ?? destination, isSupply,
            !reachesAbroad(clause), !isOfRegion(clause),
            let last = recent.last(where: { $0.figure.origin != nil && $0.figure.destination != nil })?.figure,
            index - found.last!.sentence <= 2, last.origin != known, last.destination != known,
            Self.isGoods(last.indicator) || last.indicator == Indicator("share")
                || last.indicator == Indicator("energy") && indicator == last.indicator
        {
            if destination == nil,
                indicator == Indicator("imports")
                    && (last.indicator == indicator || last.indicator == Indicator("share"))
                    || indicator == Indicator("energy") && receives && last.indicator != Indicator("exports")
            {
                destination = last.destination
            } else if origin == nil, let seller = last.origin,
                !receives || seller == reading.discourse.home || !focus.contains(reading.discourse.home ?? seller)
                    || isNextBuyer(trigger, index)
                    || indicator == Indicator("energy") && isSameParagraph(index, found.last!.sentence)
            {
                origin = seller
            }
        }
    }

    /// The open end is that of whom the article has trade, at home or with several.
    func completeByTrader(
        _ origin: inout CountryCode?, _ destination: inout CountryCode?, _ it: FlowClause
    ) {
        let (indicator, trigger, clause) = (it.indicator, it.trigger, it.clause)
        let (focus, index, receives) = (it.focus, it.index, it.receives)
        if let taker = takerAtHome(indicator, trigger, origin: origin, destination: destination, clause: clause, focus)
        {
            destination = taker
        }
        if let end = openEnd(indicator, origin: origin, destination: destination, clause: clause, index: index) {
            if origin == nil { origin = end } else { destination = end }
        }
        // "по поставкам первым стал Китай": in an article about a buyer they go there.
        if destination == nil, let seller = origin, Self.isGoods(indicator), !isTradeOfOne(trigger),
            !reachesAbroad(clause), !isOfRegion(clause), let home = reading.discourse.home, seller != home,
            let last = recent.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            index - last.sentence <= 2, last.figure.destination == home, last.figure.origin != seller
        {
            destination = home
        }
        if origin == nil, let destination, Self.isGoods(indicator), !receives, let told = toldFlow,
            index - told.sentence <= 4, told.origin != destination, !focus.contains(destination) || focus.count == 1
        {
            origin = told.origin
        }
    }

    /// The open end is that of the other one of two.
    func completeByPartner(
        _ origin: inout CountryCode?, _ destination: inout CountryCode?, _ it: FlowClause
    ) {
        let (indicator, trigger, clause) = (it.indicator, it.trigger, it.clause)
        let (focus, index, receives) = (it.focus, it.index, it.receives)
        // In an article about what one state sells to several, the seller goes without saying.
        if origin == nil, let destination, let home = onlyHome, home != destination, !isTotalOfNext(home, index),
            indicator == Indicator("exports") || indicator == Indicator("imports")
        {
            origin = home
        }
        // "поставки в республику": the one that got before.
        if let origin, destination == nil, isIntoOwn(clause), indicator != Indicator("investment"),
            !reachesAbroad(clause),
            let last = recent.last(where: { $0.figure.destination != nil }), index - last.sentence <= 2,
            let got = last.figure.destination, got != origin
        {
            destination = got
        }
        // "получает из Кении через Чили" names neither end by Chile.
        let passed = reading.places(in: clause).filter(isVia).map(\.country)
        if !passed.isEmpty, (origin == nil) != (destination == nil),
            let last = recent.last(where: { $0.figure.origin != nil && $0.figure.destination != nil })?.figure,
            last.indicator == indicator, last.origin == origin || last.destination == destination,
            !last.countries.contains(where: passed.contains)
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
        if (origin == nil) != (destination == nil), let known = origin ?? destination, !reachesAbroad(clause),
            !isOfMany(clause), !isOfRegion(clause), passed.isEmpty, let other = partnerTold(of: known, index)
        {
            if origin == nil { origin = other } else { destination = other }
        }
        // Of three who sat down or have a work together none is the other's only partner.
        if let known = origin ?? destination, focus.count == 2, focus.contains(known), !reachesAbroad(clause),
            commonRoute.isEmpty || indicator == Indicator("finance") || paragraphStates.count == 2,
            !areCompared(focus, index), !isTotalOfNext(focus.first { $0 != known } ?? known, index),
            !isToldApart(focus.first { $0 != known } ?? known, clause, index),
            !isOfMany(clause), !isOfRegion(clause), isPairNear(focus, index), !focus.contains(where: passed.contains),
            !isNamedOnlyBehind(focus.first { $0 != known } ?? known, clause),
            !isAlongside(focus.first { $0 != known } ?? known, origin: origin, indicator, index)
        {
            let other = focus[0] == known ? focus[1] : focus[0]
            // "Кения взяла кредит на 5 млн": of whom nobody tells, and a lender may be anybody.
            let isBorrowed =
                indicator == Indicator("finance") && origin == nil && !isOwed(trigger, clause)
                && subjects(in: clause).contains(known)
            if origin == nil, !isBorrowed { origin = other } else if destination == nil { destination = other }
        }
        // "экспорт вырос на 5%" in an article about one state is its own.
        let lone = focus.only ?? loneHome(indicator, trigger, clause, focus, index)
        if origin == nil, destination == nil, let lone,
            Self.isGoods(indicator) || indicator == Indicator("energy") && isSold(clause) && goesOnSelling(index)
        {
            if receives { destination = lone } else { origin = lone }
        }
    }
}
