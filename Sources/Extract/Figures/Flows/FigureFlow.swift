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
        let receives = receives(indicator, trigger, clause)
        for place in reading.places(in: clause) {
            if let side = sideOfPartner(place, indicator, clause) { return side }
        }
        if let ours = ourDeal(trigger, indicator, named, clause, index) { return ours }
        if let turned = turnedWithin(indicator, trigger, named, clause, focus, index) { return turned }
        if let many = flowOfMany(indicator, named, clause: clause, index: index) { return many }
        if let into = foreignInvestment(indicator, named, clause: clause, focus: focus, index: index) { return into }
        if let sent = remittance(indicator, trigger: trigger, clause: clause, index: index) { return sent }
        if let same = sameOfMany(indicator, named, clause: clause, index: index) { return same }
        let it = FlowClause(
            indicator: indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index,
            receives: receives, isShare: isShare)
        let sides = sides(of: it)
        var (origin, destination) = (sides.origin, sides.destination)
        // "Египет опустился на третье место, но он нарастил закупки": whom a pronoun stands for does what its clause tells.
        if origin == nil, destination == nil, Self.isGoods(indicator), let only = named.only,
            reading.places(in: clause).isEmpty, reading.firms(in: clause).isEmpty, reading.provinces(in: clause).isEmpty
        {
            if receives { destination = only } else { origin = only }
        }
        if origin == nil, destination == nil, let told = flowToldBefore(it, &origin, &destination) { return told }
        completeByClause(&origin, &destination, it)
        completeByFlowBefore(&origin, &destination, it)
        completeByTrader(&origin, &destination, it)
        // "общий объем экспорта вырос": of the seller of whom the figures before told.
        if origin == nil, destination == nil, indicator == Indicator("exports"), reachesAbroad(clause),
            let last = recent.last(where: { $0.figure.origin != nil }),
            index - last.sentence <= (isOnlySeller(last.figure.origin) ? 8 : 3),
            last.figure.indicator == indicator
        {
            return Parties(countries: [last.figure.origin!], origin: last.figure.origin)
        }
        completeByPartner(&origin, &destination, it)
        if origin == nil, destination == nil, let whole = traderWithMany(it) { return whole }
        if origin == nil, destination == nil, let own = ownTrade(indicator, trigger, clause, focus, receives) {
            return own
        }
        let both = [origin, destination].compactMap { $0 }.sorted()
        return Parties(countries: both.isEmpty ? focus : both, origin: origin, destination: destination)
    }

    /// Whether the state that a bare name or the adjective of the trigger stands for receives.
    private func receives(_ indicator: Indicator, _ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        isOwed(trigger, clause)
            || trigger.map { receiving($0, indicator) } ?? (indicator == Indicator("imports"))
            || (Self.shape(of: indicator) == .carried || trigger.map(isOfGoods) ?? false)
                && !(indicator == Indicator("finance") && clause.contains { isGiving($0) })
                && !isSoldLast(trigger, clause)
                && clause.contains {
                    document.mark(at: $0, marks.receive) != nil
                        && (reading.isFiniteVerb($0) || document.word($0)?.readings[0].contains(.infn) == true
                            || document.mark(at: $0, marks.purchase) != nil)
                }
            || trigger.map { isOfGoods($0) && isImported($0, clause) } ?? false
            || indicator == Indicator("investment")
                && clause.contains { document.mark(at: $0, marks.attract) != nil && reading.isFiniteVerb($0) }
    }

    /// Of a clause that tells neither end: the flow that was told before, or the same turned round.
    private func flowToldBefore(
        _ it: FlowClause, _ origin: inout CountryCode?, _ destination: inout CountryCode?
    ) -> Parties? {
        let (indicator, trigger, named) = (it.indicator, it.trigger, it.named)
        let (clause, focus, index, receives) = (it.clause, it.focus, it.index, it.receives)
        // "Поставки за рубеж сократились на 54%. В денежном выражении экспорт упал на 69%": of all that the one state sells.
        if origin == nil, destination == nil, named.isEmpty, document.marks(marks.pair, in: clause).isEmpty,
            let last = found.last, index - last.sentence <= 1, last.figure.countries.count == 1,
            let seller = last.figure.origin, last.figure.destination == nil, !receives,
            indicator == Indicator("energy") || last.figure.indicator == Indicator("energy")
        {
            return Parties(countries: [seller], origin: seller)
        }
        // "продать за границу"
        if origin == nil, destination == nil, let home = onlyHome,
            indicator == Indicator("exports")
                || indicator == Indicator("energy")
                    && (trigger.map({ reading.isFiniteVerb($0.mark.first) }) ?? false || isSold(clause)),
            reachesAbroad(clause)
        {
            return Parties(countries: [home], origin: home)
        }
        if origin == nil, destination == nil,
            let turned = tradeOfPair(indicator, receives: receives, clause: clause, index: index)
        {
            return turned
        }
        if origin == nil, destination == nil {
            // "В Перу продали чая на 5 млн. Импорт упал": what comes the other way to the one that sold.
            if let last = recent.last(where: { Self.isGoods($0.figure.indicator) && $0.trigger != nil }),
                index - last.sentence <= 1, last.figure.indicator == Indicator("exports"),
                indicator == Indicator("imports"), !areOpposite(last.trigger, trigger), let seller = last.figure.origin,
                let buyer = last.figure.destination, seller == reading.discourse.home, !reachesAbroad(clause),
                let trigger, document.mark(at: trigger.mark.first, marks.opposite) != nil,
                document.word(trigger.mark.first)?.can(be: .noun) == true,
                !triggersHere.contains(where: { depends($0, on: trigger) })
            {
                return Parties(countries: last.figure.countries, origin: buyer, destination: seller)
            }
            if let previous = recent.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
                index - previous.sentence <= 2, !reachesAbroad(clause),
                previous.figure.indicator == indicator
                    || (Self.isGoods(previous.figure.indicator) || previous.figure.indicator == Indicator("share"))
                        && (Self.isGoods(indicator) || indicator == Indicator("energy") && isSold(clause))
                        && !turns(trigger, from: previous),
                reading.discourse.focus[previous.sentence] == focus
            {
                if let seller = sellerToMany(previous, index) { return Parties(countries: [seller], origin: seller) }
                if let own = homeAgain(previous, trigger, indicator, index) { return own }
                return Parties(
                    countries: previous.figure.countries, origin: previous.figure.origin,
                    destination: previous.figure.destination)
            }
            if let pair = tradeOfOwner(indicator, receives: receives, clause: clause, index: index) { return pair }
            if let told = toldCapital, index - told.sentence <= 1, indicator == Indicator("investment") {
                return Parties(from: told.origin, to: told.destination)
            }
            if let turned = turnedFlow(indicator, trigger: trigger, clause: clause, index: index) { return turned }
            if let told = toldFlow, index - told.sentence <= 2,
                Self.isGoods(indicator) || indicator == Indicator("energy") && isSold(clause), !reachesAbroad(clause),
                !isOfRegion(clause)
            {
                let turns = areOpposite(told.trigger, trigger)
                return turns
                    ? Parties(from: told.destination, to: told.origin)
                    : Parties(from: told.origin, to: told.destination)
            }
            // "экспорт вырос, сообщил министр Кении": its own.
            if let own = reading.discourse.own[index], focus.count == 2, focus.contains(own), isTradeOfOne(trigger),
                own == reading.discourse.home || trigger.map({ $0.mark.range.count == 1 }) ?? false,
                Self.isGoods(indicator), named.isEmpty, pairs(in: clause).isEmpty,
                !isOfRegion(clause),
                !reachesAbroad(clause)
            {
                if receives { destination = own } else { origin = own }
            }
            if let own = reading.discourse.own[index] ?? informedOf(index) ?? ownSubject(trigger, clause),
                speaksOfOwn(clause)
            {
                // "инвестиции в страну выросли"
                if receives || indicator == Indicator("investment") && isIntoOwn(clause) {
                    destination = own
                } else {
                    origin = own
                }
            }
        }
        return nil
    }

    /// "выделит республике грант и примет на учебу": a finite verb of giving, whatever its subject gets besides.
    private func isGiving(_ token: Int) -> Bool {
        document.mark(at: token, marks.give) != nil && reading.isFiniteVerb(token)
            && document.word(token)?.can(be: .prts) != true
    }

    /// Whether the figures right before told the same of each of two states, with all the world on the other side.
    func areCompared(_ states: [CountryCode], _ index: Int) -> Bool {
        let alone = recent.filter { $0.figure.countries.count == 1 && index - $0.sentence <= 2 }
        return states.allSatisfy { state in
            alone.contains { $0.figure.origin == state || $0.figure.destination == state }
        }
    }

    /// "экспорт Кении в Перу, Чили и Кубу": of all of them together, and to none alone.
    private func flowOfMany(
        _ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int
    ) -> Parties? {
        guard Self.isGoods(indicator) || indicator == Indicator("investment") || indicator == Indicator("energy"),
            named.count >= 2
        else { return nil }
        let places = reading.places(in: clause).filter { $0.kind == .name && named.contains($0.country) }
        let rows = places.compactMap { first -> (row: [PlaceMention], sign: String)? in
            guard document.word(first.range.lowerBound - 1)?.can(be: .prep) == true,
                let sign = governor(of: first.range.lowerBound, in: clause), !isLocative(first) || sign == "from"
            else { return nil }
            let row = self.row(from: first, places)
            return Set(row.map(\.country)).count >= 2 ? (row, sign) : nil
        }
        guard let (row, sign) = rows.first else { return nil }
        let codes = Set(row.map(\.country))
        let others = named.filter { !codes.contains($0) }
        // "Кения и Перу поставят в Чили и на Кубу": of two sellers together.
        if indicator == Indicator("energy"), others.count > 1 { return nil }
        let told = lastTold(3, before: index) { Self.isGoods($0.figure.indicator) }?.figure
        let trader =
            others.first ?? stateMeant(clause, index) ?? (sign == "from" ? told?.destination : told?.origin)
            ?? reading.discourse.home
        guard let trader, !codes.contains(trader) else { return Parties(countries: codes.sorted()) }
        return Parties(
            countries: codes.union([trader]).sorted(), origin: sign == "from" ? nil : trader,
            destination: sign == "from" ? trader : nil)
    }

    /// "Импорт газа в Кению из Перу и Чили упал на 5%. В мае он составил 2 млн": from the same several, where no state is told anew.
    private func sameOfMany(_ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties?
    {
        guard named.isEmpty, !reachesAbroad(clause), !isOfRegion(clause), pairs(in: clause).isEmpty,
            let last = found.last, index - last.sentence <= 2, last.figure.countries.count > 2,
            (last.figure.origin == nil) != (last.figure.destination == nil),
            last.figure.indicator == indicator
                || Self.isGoods(indicator) && last.figure.indicator == Indicator("energy")
        else { return nil }
        let it = last.figure
        return (indicator == Indicator("imports")) == (it.destination != nil)
            ? Parties(countries: it.countries, origin: it.origin, destination: it.destination) : nil
    }

    /// States that commas and conjunctions join, from one of them on.
    private func row(from first: PlaceMention, _ places: [PlaceMention]) -> [PlaceMention] {
        var row = [first]
        for place in places where place.range.lowerBound > row.last!.range.upperBound {
            let gap = row.last!.range.upperBound..<place.range.lowerBound
            guard gap.count == 1,
                document.isMark(gap.lowerBound, ",")
                    || document.word(gap.lowerBound)?.parses[0].tag.grammemes.contains(.conj) == true
            else { break }
            row.append(place)
        }
        return row
    }

    /// "прямые иностранные инвестиции в Кению": of all the world, into the one state that is told of.
    private func foreignInvestment(
        _ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties? {
        guard indicator == Indicator("investment"), named.count <= 1 else { return nil }
        let last = recent.last {
            $0.figure.indicator == indicator && $0.figure.destination != nil && index - $0.sentence <= 4
        }
        let isForeign = !document.marks(marks.abroad, in: clause).isEmpty
        let host = last.flatMap {
            $0.figure.origin == nil || Self.isRowOf($0.figure, found) ? $0.figure.destination : nil
        }
        guard let only = named.first else {
            // What goes on with investment of all the world is of all the world.
            guard isForeign || host != nil && last?.figure.origin == nil,
                pairs(in: clause).isEmpty,
                let into = host ?? stateMeant(clause, index) ?? informant(index)
                    ?? (focus.count == 1 ? focus[0] : onlyHome)
            else { return nil }
            return Parties(countries: [into], destination: into)
        }
        // "По объему инвестиций в страну список возглавляет Чили"
        if let host, host != only,
            reading.places(in: clause).contains(where: { $0.country == only && stands($0, in: .nomn) })
        {
            return Parties(from: only, to: host)
        }
        guard isForeign,
            reading.places(in: clause).allSatisfy({
                $0.country != only || governor(of: $0.range.lowerBound, in: clause) != "from"
            })
        else { return nil }
        return Parties(countries: [only], destination: only)
    }

    /// The one state whose body or official tells what a sentence says.
    func informant(_ index: Int) -> CountryCode? {
        if let own = reading.discourse.own[index] { return own }
        let sentence = document.sentences[index]
        let told = Set(reading.places(in: sentence).filter { isAttribution($0, sentence) }.map(\.country))
        return told.count == 1 ? told.first : nil
    }

    /// Whether a flow is one of several to the same state.
    private static func isRowOf(_ figure: Figure, _ found: [FoundFigure]) -> Bool {
        let same = found.filter {
            $0.figure.indicator == figure.indicator && $0.figure.destination == figure.destination
        }
        return same.contains { $0.figure.origin == nil }
    }

    static func isGoods(_ indicator: Indicator) -> Bool {
        indicator == Indicator("exports") || indicator == Indicator("imports")
    }
}
