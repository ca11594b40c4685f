import Grammar
import Model
import Morphology

/// Whose a figure is, and from where to where it flows.
extension FigureReader {
    struct Parties {
        var countries: [CountryCode] = []
        var origin: CountryCode?
        var destination: CountryCode?

        init(countries: [CountryCode] = [], origin: CountryCode? = nil, destination: CountryCode? = nil) {
            self.countries = countries
            self.origin = origin
            self.destination = destination
        }

        /// What flows from one state to another is of both.
        init(from origin: CountryCode, to destination: CountryCode) {
            self.init(countries: [origin, destination].sorted(), origin: origin, destination: destination)
        }
    }

    /// Whose a figure is, and from where to where it flows, with the state whose account the article keeps.
    func parties(
        _ indicator: Indicator, amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>, index: Int
    ) -> Parties {
        let told = partiesTold(
            indicator, amount: amount, trigger: trigger, clause: clause, sentence: sentence, index: index)
        return accounted(told, indicator, amount: amount, trigger: trigger, clause: clause, index: index)
    }

    /// States named in the clause come first; a figure that goes on with the one before keeps its parties; else the states in focus.
    private func partiesTold(
        _ indicator: Indicator, amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>, index: Int
    ) -> Parties {
        let isLocal = ["agriculture", "infrastructure", "finance", "freight", "gdp", "jobs", "companies_count"]
            .contains(indicator.rawValue)
        let isOfHome = onlyHome != nil && indicator != Indicator("agreements_count")
        let focus =
            isLocal || isOfHome
            ? self.focus(index, isLocal: Self.isOfPlace(indicator) && !isSold(clause)) : reading.discourse.focus[index]
        var named = self.named(around: amount, trigger: trigger, clause: clause, sentence: sentence)
        // "население этой страны"
        if named.isEmpty, Self.isOfPlace(indicator) || indicator == Indicator("finance"),
            let meant = pointedPlace(marks.thatState, in: clause, index: index)
        {
            named = [meant]
        }
        let told = Told(
            indicator: indicator, amount: amount, trigger: trigger, named: named, clause: clause, sentence: sentence,
            index: index, focus: focus)
        return partiesInRow(told) ?? partiesGoneOn(told) ?? partiesOfOne(told) ?? partiesOfUnion(told)
            ?? partiesOfRoad(told) ?? partiesOfShare(told) ?? partiesOfGiver(told) ?? partiesByShape(told)
    }

    /// What is known of a figure when it is asked whose it is.
    struct Told {
        let indicator: Indicator
        let amount: Amount
        let trigger: Trigger?
        /// The states that its clause names for it.
        let named: [CountryCode]
        let clause: Range<Int>
        let sentence: Range<Int>
        let index: Int
        let focus: [CountryCode]
    }

    /// What stands in a row, a list or a ranking, or is a part of what was told.
    private func partiesInRow(_ it: Told) -> Parties? {
        let (indicator, amount, trigger, named) = (it.indicator, it.amount, it.trigger, it.named)
        let (clause, sentence, index) = (it.clause, it.sentence, it.index)
        if named.isEmpty, let same = givenAgain(indicator, clause: clause, index: index) { return same }
        if let besides = givenBesides(indicator, amount: amount, index: index) { return besides }
        if let sent = sentToMany(indicator, named, trigger: trigger, clause: clause, index: index) { return sent }
        if isOfAllTheWorld(trigger, named, clause) || isOfUnions(indicator, named, clause) { return Parties() }
        if !Self.isGoods(indicator), isOfUnion(trigger, named, clause) { return Parties() }
        if let back = counterFlow(indicator, amount: amount, clause: clause, index: index) { return back }
        if let same = shareOfSame(indicator, amount: amount, index: index) { return same }
        if let part = shareOfWorld(indicator, named, amount: amount, index: index) { return part }
        if let next = nextPart(indicator, amount: amount, index: index) { return next }
        if let next = nextTaker(indicator, amount: amount, index: index) { return next }
        if let next = nextOwner(indicator, trigger: trigger, amount: amount, index: index) { return next }
        if let next = nextByAdjective(indicator, amount: amount, index: index) { return next }
        if let union = unionInRow(amount: amount, indicator, index: index) { return union }
        if let next = parallel(indicator, amount: amount, index: index) { return next }
        if let next = nextOfNoun(indicator, amount: amount, index: index) { return next }
        if indicator == Indicator("finance"), let sent = sentFrom(amount, sentence: sentence, index: index) {
            return sent
        }
        if let next = nextInRanking(
            listed[amount.core.lowerBound]?.country ?? named.only, indicator, clause: clause, index: index)
        {
            return next
        }
        if let place = listed[amount.core.lowerBound] {
            if let firms = firmsAbroad(indicator, place, amount: amount, index: index) { return firms }
            return self.parties(item: place, indicator, trigger: trigger, sentence: sentence, index: index)
        }
        if isGoodsLine, named.isEmpty, let it = listHead?.figure {
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        return toldAnew(indicator, trigger: trigger, amount: amount, sentence: sentence, index: index)
    }

    /// What goes on with the figure before.
    private func partiesGoneOn(_ it: Told) -> Parties? {
        let (indicator, amount, trigger, named) = (it.indicator, it.amount, it.trigger, it.named)
        let (clause, sentence, index) = (it.clause, it.sentence, it.index)
        // "Мы занимаем первое место в мире"
        if named.isEmpty, indicator == Indicator("rank"), isOfWorld(clause), tellsOfUs(clause),
            let own = reading.discourse.own[index]
        {
            return Parties(countries: [own])
        }
        // "премьер Кении рассказал о росте на 5%. Президент Перу отметил, что запасы страны достигли 3 млн тонн"
        if named.isEmpty, trigger == nil, let own = reading.discourse.own[index], speaksOfOwn(clause),
            let last = found.last, let told = reading.discourse.own[last.sentence], told != own
        {
            return Parties(countries: [own])
        }
        if named.isEmpty, let own = ownMaking(indicator, clause: clause, index: index) { return own }
        if let turned = turnedByAdjective(indicator, amount: amount, index: index) { return turned }
        if named.isEmpty, trigger == nil, let previous = found.last, index - previous.sentence <= 1,
            previous.sentence == index || !isOfRegion(clause)
        {
            let it = previous.figure
            // A goal of both directions flows nowhere.
            if indicator == Indicator("trade_turnover") { return Parties(countries: it.countries) }
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        // "закупил 5 млн тонн, хотя это на 42% меньше": what goes on with a figure is of those that figure is of.
        if trigger == nil, let previous = found.last, previous.sentence == index, previous.trigger != nil,
            previous.figure.indicator == indicator, named.allSatisfy({ previous.figure.countries.contains($0) })
        {
            let it = previous.figure
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        if let next = nextInRow(trigger, named, clause: clause, index: index) { return next }
        if indicator == Indicator("trade_turnover"), let pair = partnerInRow(amount, sentence: sentence, index: index) {
            return Parties(countries: pair)
        }
        // "экспорт в 2021 году составлял 18 млрд, а в этом – 25": what one word measures twice is of the same states.
        if let trigger, let previous = found.last, previous.sentence == index,
            named.isEmpty || indicator == .other && named.allSatisfy({ previous.figure.countries.contains($0) }),
            previous.trigger?.mark == trigger.mark, previous.figure.indicator == indicator || isOfRegion(clause)
        {
            let it = previous.figure
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        return nil
    }

    /// What is one state's, whoever else the article is about.
    private func partiesOfOne(_ it: Told) -> Parties? {
        let (indicator, amount, trigger, named) = (it.indicator, it.amount, it.trigger, it.named)
        let (clause, index) = (it.clause, it.index)
        if named.isEmpty, let trigger, let seller = ours(trigger, indicator, index) {
            return Parties(countries: [seller], origin: seller)
        }
        // "наш международный товарооборот": the speaker's state's with all the world.
        if named.isEmpty, indicator == Indicator("trade_turnover"), reachesAbroad(clause),
            pairs(in: clause).isEmpty, let own = reading.discourse.own[index]
        {
            return Parties(countries: [own])
        }
        // "В Кении ждут урожая в 5 млн тонн, а экспорт достигнет 3 млн": of the one that grows or digs it.
        if named.isEmpty, Self.isGoods(indicator), isTradeOfOne(trigger), let maker = found.last?.figure,
            found.last?.sentence == index, maker.countries.count == 1, pairs(in: clause).isEmpty,
            maker.indicator == Indicator("agriculture") || maker.indicator == Indicator("energy") && maker.origin == nil
        {
            let state = maker.countries[0]
            return indicator == Indicator("imports")
                ? Parties(countries: [state], destination: state) : Parties(countries: [state], origin: state)
        }
        // "Кения добыла 76 млн тонн нефти. На экспорт отправили 43 млн": of the one that digs it, whoever bought of it before.
        if named.isEmpty, Self.isGoods(indicator) || indicator == Indicator("energy"), isForExport(clause),
            let last = found.last, index - last.sentence <= 1, last.figure.indicator == Indicator("energy"),
            last.figure.origin == nil, last.figure.destination == nil, let maker = last.figure.countries.only
        {
            return Parties(countries: [maker], origin: maker)
        }
        if let own = tradeWithRegion(indicator, trigger: trigger, named, clause: clause, index: index) { return own }
        // "Чили заняло второе место с 3 млн долларов": among those of whom its own figure tells.
        if indicator == Indicator("rank"), named.count == 1, !isOfWorld(clause), let last = found.last,
            last.sentence == index, let origin = last.figure.origin, let destination = last.figure.destination,
            origin == named[0] || destination == named[0]
        {
            return Parties(countries: [origin, destination].sorted())
        }
        if let part = shareOfTurnover(indicator, named, clause: clause, index: index) { return part }
        return alone(indicator, named, amount: amount, trigger: trigger, clause: clause, focus: it.focus)
            .map { Parties(countries: [$0]) }
    }

    /// "на экспорт"
    private func isForExport(_ clause: Range<Int>) -> Bool {
        document.marks(marks.indicator, in: clause).contains { mark in
            document.mark(at: mark.first, marks.opposite) != nil
                && reading.preposition(at: mark.first - 1) == "by" && document.word(mark.first)?.can(be: .accs) == true
        }
    }

    /// What a state has with a union, a region or all the world.
    private func partiesOfUnion(_ it: Told) -> Parties? {
        let (indicator, amount, trigger, named) = (it.indicator, it.amount, it.trigger, it.named)
        let (clause, index) = (it.clause, it.index)
        if let union = tradeOfUnion(indicator, trigger: trigger, named, index: index) { return union }
        if named.isEmpty, let state = partnerOfUnion(indicator, clause: clause, index: index) {
            return Parties(
                countries: [state], origin: indicator == Indicator("exports") ? state : nil,
                destination: indicator == Indicator("imports") ? state : nil)
        }
        if let same = shareOfPartner(indicator, named, clause: clause, index: index) { return same }
        if let part = shareOfMarket(indicator, named, clause: clause, index: index) { return part }
        if let part = shareOfUnion(indicator, named, amount: amount, index: index) { return part }
        if named.isEmpty, isOfRegion(clause) { return partiesWithRegion(indicator, clause: clause, index: index) }
        if named.isEmpty, let state = worldTrader(indicator, clause: clause, index: index) {
            return Parties(
                countries: [state], origin: indicator == Indicator("exports") ? state : nil,
                destination: indicator == Indicator("imports") ? state : nil)
        }
        // What follows a union's figure without naming a state or a pair is the union's too.
        // "ВВП стран СНГ вырос на 5%, взаимная торговля – на 7%"
        if named.isEmpty, document.marks(marks.own, in: clause).isEmpty,
            let previous = found.last, index - previous.sentence <= 1, previous.figure.countries.isEmpty,
            pairs(in: clause).isEmpty || previous.sentence == index && indicator == Indicator("trade_turnover"),
            isSameParagraph(index, previous.sentence)
        {
            return Parties()
        }
        return nil
    }

    /// With a region that the clause tells of, and no state.
    private func partiesWithRegion(_ indicator: Indicator, clause: Range<Int>, index: Int) -> Parties {
        if indicator == Indicator("finance"), let home = reading.discourse.own[index] ?? onlyHome {
            return givenByOrToRegion(home, clause)
        }
        guard let sign = regionSign(in: clause) else { return Parties() }
        // "наш товарооборот с ЕАЭС вырастет": the speaker's state's.
        if indicator == Indicator("trade_turnover"), sign == "from", let own = reading.discourse.own[index] {
            return Parties(countries: [own])
        }
        if !Self.isGoods(indicator), ["energy", "freight"].contains(indicator.rawValue),
            let own = reading.discourse.own[index]
        {
            return Parties(countries: [own], origin: indicator == Indicator("energy") && sign == "to" ? own : nil)
        }
        // "добыто 12 млрд кубометров, из них 3 млрд ушло в Европу": of the one that digs it.
        if indicator == Indicator("energy"), sign == "to", let last = found.last?.figure,
            index - found.last!.sentence <= 1, last.indicator == indicator, let seller = last.countries.only
        {
            return Parties(countries: [seller], origin: seller)
        }
        guard Self.isGoods(indicator) || indicator == Indicator("investment"),
            let trader = traderTold(index, sign, indicator)
        else { return Parties() }
        return Parties(
            countries: [trader], origin: sign == "to" ? trader : nil, destination: sign == "from" ? trader : nil)
    }

    /// What is of the states of a common road.
    private func partiesOfRoad(_ it: Told) -> Parties? {
        let (named, clause, index) = (it.named, it.clause, it.index)
        if !commonRoute.isEmpty, named.allSatisfy(commonRoute.contains), paragraphStates.count != 2,
            isCommon(it.indicator, named, clause), !isOfFewer(index)
        {
            // "Министр Кении сообщил, что на участок пойдет 5 млн": a part of the line is one's own.
            if named.isEmpty, let own = reading.discourse.own[index],
                !document.marks(marks.facility, in: clause).isEmpty
            {
                return Parties(countries: [own])
            }
            return Parties(countries: commonRoute)
        }
        return nil
    }

    /// What is a part of a flow.
    private func partiesOfShare(_ it: Told) -> Parties? {
        let (indicator, named, clause) = (it.indicator, it.named, it.clause)
        let (index, focus) = (it.index, it.focus)
        // "доля Перу упала до 40%, тогда как в июле этот показатель составлял 45%"
        if indicator == Indicator("share"), named.isEmpty, !document.marks(marks.anaphor, in: clause).isEmpty,
            let last = found.last, last.sentence == index, last.figure.indicator == indicator,
            last.figure.origin != nil || last.figure.destination != nil
        {
            return Parties(
                countries: last.figure.countries, origin: last.figure.origin, destination: last.figure.destination)
        }
        if indicator == Indicator("share"), let (whole, word) = tradeShared(in: clause, by: it.amount) {
            if let same = shareOfSameTrade(whole, named, clause: clause, index: index) { return same }
            let flow = self.flow(
                whole, trigger: word, named: named, clause: clause, focus: focus, index: index, isShare: true)
            // "в общем объеме экспорта на Перу приходится 4%": of the other one's of the two.
            if named.count == 1, flow.countries == named, focus.count == 2, focus.contains(named[0]),
                reading.places(in: clause).contains(where: { $0.country == named[0] && hasPart($0, clause) })
            {
                let other = focus[0] == named[0] ? focus[1] : focus[0]
                return flow.origin == nil
                    ? Parties(countries: focus, origin: other, destination: named[0])
                    : Parties(countries: focus, origin: named[0], destination: other)
            }
            if flow.origin != nil && flow.destination != nil || named.count == 1 && named == flow.countries
                || named.isEmpty && flow.countries == onlyHome.map({ [$0] })
            {
                return flow
            }
        }
        return partOfFlow(indicator, named, clause: clause, index: index)
    }

    /// What nobody in particular gives, invests or builds, or those of a row do.
    private func partiesOfGiver(_ it: Told) -> Parties? {
        let (indicator, trigger, named) = (it.indicator, it.trigger, it.named)
        let (clause, index) = (it.clause, it.index)
        if let own = ofOneAlone(named, trigger: trigger, clause: clause, index: index) { return own }
        if named.isEmpty, trigger == nil, isOfNobody(indicator, clause) {
            // "Месторождение находится в Кении. Его запасы составляют 6 млрд тонн"
            let isOfThat =
                !it.amount.isMoney && it.amount.unit != .plain(.kilogram) && it.amount.unit != .plain(.count)
                && clause.contains { document.mark(at: $0, marks.theirs) != nil }
            if isOfThat { return Parties(countries: [landBefore(clause, index)].compactMap { $0 }) }
            // "За девять месяцев мы приросли на 60%", "Это на 5% больше": of those that the passage is about.
            if tellsOfUs(clause) { return Parties(countries: it.focus) }
            let last = found.last.flatMap { index - $0.sentence <= 1 ? $0.figure.countries : nil }
            return Parties(countries: last ?? ofSentenceBefore(it))
        }
        if let given = givenToRegion(indicator, named, clause) { return given }
        if let given = givenByBody(indicator, named, clause: clause, index: index) { return given }
        if let open = investedByNobody(indicator, named, trigger: trigger, clause: clause, index: index) { return open }
        if named.isEmpty, Self.isOfWorks(indicator), indicator != Indicator("energy") || !isSold(clause),
            pairs(in: clause).isEmpty,
            document.marks(marks.own, in: clause).isEmpty, cities(in: clause).isEmpty,
            case let row = rowTold(clause, index), !row.isEmpty
        {
            return Parties(countries: row)
        }
        return totalOfList(indicator, amount: it.amount, trigger: trigger, named, clause: clause, index: index)
    }

    /// What "в стране" counts of one state, and not of its dealings with another.
    static func isOfOne(_ indicator: Indicator) -> Bool {
        [
            "other", "people", "projects_count", "projects_value", "companies_count", "freight", "passengers", "energy",
            "finance",
        ].contains(
            indicator.rawValue)
    }

    /// What stands, lives or is made somewhere, and so is of where it is.
    static func isOfPlace(_ indicator: Indicator) -> Bool {
        [
            "agriculture", "infrastructure", "freight", "gdp", "jobs", "energy", "other", "people", "projects_value",
            "share", "rank",
        ].contains(indicator.rawValue)
    }

    /// The exports or imports that a share is of.
    ///
    /// "доля в экспорте – 3%, в импорте – 6%": of a row, the one told with the amount.
    private func tradeShared(in clause: Range<Int>, by amount: Amount) -> (Indicator, Trigger)? {
        let last = found.last.map { $0.amount.core.upperBound } ?? 0
        let all = document.marks(marks.indicator, in: clause)
        let near = all.filter { $0.first >= last && $0.end <= amount.core.lowerBound }
        let isRow = clause.contains(last - 1) && !near.isEmpty
        // "45% экспорта и 53% импорта"
        let behind = all.filter { (0...1).contains($0.first - amount.core.upperBound) }
        for mark in !behind.isEmpty ? behind : isRow ? near : Array(all) {
            guard
                let uses = marks.indicatorUses[mark.entry],
                let use = uses.first(where: { !$0.isWeak && $0.units.contains(.percent) }),
                // Gas is sold, but also burnt.
                uses.allSatisfy({ Self.isGoods($0.indicator) || $0.indicator == Indicator("investment") })
            else { continue }
            return (use.indicator, Trigger(mark: mark, uses: uses))
        }
        return nil
    }
}

extension FigureReader.Parties {
    /// The parties of another figure with one state in the place of another: "помощь Перу составила 5 млн, Чили – 3 млн".
    init(of figure: Figure, with next: CountryCode, for last: CountryCode) {
        func turned(_ code: CountryCode?) -> CountryCode? { code == last ? next : code }
        countries = Set(figure.countries.map { $0 == last ? next : $0 }).sorted()
        origin = turned(figure.origin)
        destination = turned(figure.destination)
    }
}
