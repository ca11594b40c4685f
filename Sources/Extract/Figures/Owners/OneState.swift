import Grammar
import Model
import Morphology

/// What is one state's own: its reserves, its output, its trade with all the world.
extension FigureReader {
    /// What a state has of its own, in a clause that names no other and speaks of no trade: its reserves, its place in the world.
    func alone(
        _ indicator: Indicator, _ named: [CountryCode], amount: Amount, trigger: Trigger?, clause: Range<Int>,
        focus: [CountryCode]
    ) -> CountryCode? {
        // "Кению посетили 5 тыс. перуанцев. Перу заняло третье место по турпотоку": a place among those who come there.
        if indicator == Indicator("rank"), !isOfWorld(clause), let last = found.last?.figure,
            last.origin != nil, last.destination != nil, named.count == 1
        {
            return nil
        }
        let isEnergy = indicator == Indicator("energy")
        let isExtracted = isEnergy && !document.marks(marks.extraction, in: clause).isEmpty
        // What a plant can give belongs to where it stands.
        let isPower =
            isEnergy && amount.unit == .plain(.watt) && named.count == 1
            && reading.firms(in: clause).allSatisfy { $0.country == named[0] || !focus.contains($0.country) }
        guard
            isExtracted || isPower
                || ["share", "rank", "gdp", "agriculture", "infrastructure"].contains(indicator.rawValue)
                || indicator == .other && amount.isMoney && trigger != nil
                    && !document.marks(marks.balance, in: clause).contains(where: { reading.value($0) == "trade" }),
            focus.count == 2, pairs(in: clause).isEmpty,
            indicator == Indicator("rank") && isOfWorld(clause) || !isOfRegion(clause) && !isOfTrade(clause),
            cities(in: clause).allSatisfy(named.contains), !isBuiltBy(named, indicator, clause)
        else { return nil }
        if let land = landHelped(by: named, indicator, clause, focus) { return land }
        if named.count == 1 {
            return indicator == Indicator("share") && isHolder(named[0], clause) && focus.contains(named[0])
                ? nil : named[0]
        }
        guard named.isEmpty, isExtracted || ["gdp", "agriculture"].contains(indicator.rawValue) || isOfOutput(clause),
            paragraphStates.count == 1, let only = paragraphStates.first, focus.contains(only)
        else { return nil }
        return only
    }

    /// "добыто 12 млрд кубометров, из них 3 млрд ушло на экспорт": what is dug flows nowhere yet.
    func isDug(_ amount: Amount, _ sentence: Range<Int>) -> Bool {
        let part = part(around: amount, in: sentence)
        let near = part.lowerBound..<min(part.upperBound, amount.core.upperBound + 3)
        return !document.marks(marks.extraction, in: near).isEmpty
            && !near.contains {
                document.mark(at: $0, marks.opposite) != nil || document.mark(at: $0, marks.dispatch) != nil
            }
    }

    /// "доля Перу в фонде", "доля перуанской стороны", "85% покроет перуанский кредит", "90% поступило из Перу": who has a part of
    /// what is of both.
    private func isHolder(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains { place in
            guard place.country == state else { return false }
            if place.kind == .adjective || place.kind == .people { return true }
            let before = place.range.lowerBound - 1
            return document.mark(at: before, marks.share) != nil && document.word(before)?.can(be: .noun) == true
                || document.marks(marks.loan, in: max(0, before - 1)..<before + 1).first != nil
                || reading.preposition(at: before) == "from"
        }
    }

    /// "с перуанским капиталом"
    private func isOnlyCapital(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        reading.places(in: clause).allSatisfy { place in
            place.country != state
                || place.kind == .adjective
                    && (document.mark(at: place.range.upperBound, marks.capital) != nil
                        || document.isDash(place.range.upperBound))
        }
    }

    /// "перуанская сторона поможет нарастить мощности станции", "с помощью перуанской техники страна собрала урожай": of the other of two,
    /// where it stands or grows.
    private func landHelped(
        by named: [CountryCode], _ indicator: Indicator, _ clause: Range<Int>, _ focus: [CountryCode]
    ) -> CountryCode? {
        guard ["energy", "infrastructure", "agriculture"].contains(indicator.rawValue), let helper = named.only,
            focus.contains(helper), cities(in: clause).isEmpty, reading.provinces(in: clause).isEmpty,
            case let places = reading.places(in: clause), !places.isEmpty,
            places.allSatisfy({ place in
                // "перуанских финансовых институтов"
                let noun = (place.range.upperBound..<min(place.range.upperBound + 2, clause.upperBound)).first {
                    document.word($0)?.readings[0].contains(.noun) == true
                }
                return place.kind == .adjective
                    && noun.map { document.mark(at: $0, marks.helper) != nil } ?? false
            })
        else { return nil }
        return focus.first { $0 != helper }
    }

    /// "комбинат, который возводят перуанские строители": theirs, and of where it stands.
    private func isBuiltBy(_ named: [CountryCode], _ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        guard indicator == Indicator("infrastructure"), let builder = named.only else { return false }
        return reading.places(in: clause).allSatisfy { $0.country == builder && isDoer($0, of: marks.build, clause) }
    }

    func own(
        _ named: [CountryCode], _ indicator: Indicator, amount: Amount, clause: Range<Int>, focus: [CountryCode],
        index: Int
    ) -> Parties {
        // "рост экономики Кении прогнозируется на уровне 2%, а Перу – 5%": the one told last.
        if indicator == Indicator("gdp"), named.count > 1 {
            var from = clause.lowerBound
            if let last = found.last, last.sentence == index { from = max(from, last.amount.core.upperBound) }
            if from < amount.core.lowerBound,
                let nearest = reading.places(in: from..<amount.core.lowerBound).last(where: {
                    named.contains($0.country)
                })
            {
                return Parties(countries: [nearest.country])
            }
        }
        if indicator == Indicator("infrastructure"), case let ends = endsOfLine(clause), ends.count == 2 {
            return Parties(countries: ends)
        }
        if let last = found.last, last.sentence == index {
            // "в Кении создано 500 рабочих мест" is where they are.
            if indicator == Indicator("jobs"), isOfEmployers(last), named.count < 2,
                named.allSatisfy({ last.figure.countries.contains($0) && !isWithin($0, clause) })
            {
                return Parties(countries: last.figure.countries)
            }
            // "вложат в Кению 5 млн и построят 30 км дорог": where the money goes.
            if indicator == Indicator("infrastructure"), Self.isMoney(last.figure.indicator),
                let host = last.figure.destination
            {
                return Parties(countries: [host])
            }
        }
        let line = route(in: clause)
        if line.count >= 3 || line.count >= 2 && line.count > named.count {
            return Parties(countries: Set(named + line).sorted())
        }
        if focus.count == 2, isBuiltBy(named, indicator, clause), focus.contains(named[0]) {
            return Parties(countries: focus)
        }
        // "десять фирм с перуанским капиталом, там создано 500 рабочих мест": whose the money is says nothing of where.
        let employers = indicator == Indicator("jobs") ? named.filter { isOnlyCapital($0, clause) } : []
        if !employers.isEmpty, employers == named, pairs(in: clause).isEmpty, let home = reading.discourse.home,
            !employers.contains(home)
        {
            return Parties(countries: [home])
        }
        let named = named.filter { !employers.contains($0) }
        // "турки построили у нас четыре завода и дали работу тысяче человек"
        if indicator == Indicator("jobs") || indicator == Indicator("infrastructure"),
            let own = reading.discourse.own[index],
            !named.contains(own), !document.marks(marks.we, in: clause).isEmpty,
            reading.places(in: clause).allSatisfy({ $0.kind == .people || stands($0, in: .nomn) })
        {
            return Parties(countries: [own])
        }
        // "кенийско-перуанский завод в Лиме даст работу сотне человек": where it stands.
        if ["infrastructure", "jobs"].contains(indicator.rawValue), named.count == 2,
            case let towns = reading.places(in: document.sentences[index]).filter({
                $0.kind == .city || $0.kind == .capital
            }),
            let town = Set(towns.map(\.country)).only, named.contains(town),
            reading.places(in: clause).allSatisfy({ place in
                !named.contains(place.country) || place.kind == .city || place.kind == .capital
                    || place.kind == .adjective && isHalfOfPair(place, in: clause)
            })
        {
            return Parties(countries: [town])
        }
        // "в Кении работает 12 производств с перуанскими деталями, в них занято 2 тысячи человек"
        if indicator == Indicator("jobs"), named.count == 2, let host = named.filter({ isWithin($0, clause) }).only {
            return Parties(countries: [host])
        }
        if !named.isEmpty {
            let lies = ["infrastructure", "jobs"].contains(indicator.rawValue) ? cities(in: clause) : []
            return Parties(countries: Set(named.prefix(2) + lies).sorted())
        }
        if let own = reading.discourse.own[index],
            pairs(in: clause).isEmpty,
            !document.marks(marks.own, in: clause).isEmpty || !document.marks(marks.we, in: clause).isEmpty
        {
            return Parties(countries: [own])
        }
        if let meant = ours(clause, index) ?? stateMeant(clause, index) { return Parties(countries: [meant]) }
        let isShared = !pairs(in: clause).isEmpty
        // "в городе построено 20 км дорог": where a thing stands is whose it is.
        let lies = cities(in: clause)
        if !isShared, lies.count == 1 { return Parties(countries: lies) }
        return Parties(countries: filled(indicator, clause: clause, focus: focus, index: index))
    }

    /// "в стране действует 400 перуанских проектов, они дали работу тысяче человек": what one
    /// state's firms do in another gives work by both.
    private func isOfEmployers(_ told: FoundFigure) -> Bool {
        ["investment", "companies_count", "projects_count", "projects_value"].contains(told.figure.indicator.rawValue)
            && told.figure.countries.count == 2
    }

    /// "кредит Чили на дорогу из Лимы в Кению": the states between which a thing is built.
    private func endsOfLine(_ clause: Range<Int>) -> [CountryCode] {
        let places = reading.places(in: clause)
        let joined = zip(places, places.dropFirst()).first { one, next in
            one.country != next.country && next.range.lowerBound - one.range.upperBound == 1
                && reading.preposition(at: one.range.lowerBound - 1) == "from"
                && reading.preposition(at: next.range.lowerBound - 1) == "into"
                && document.marks(marks.facility, in: max(0, one.range.lowerBound - 4)..<one.range.lowerBound).first
                    != nil
        }
        return joined.map { [$0.country, $1.country].sorted() } ?? []
    }

    /// The state that "в стране", "в республике" stands for: the one that its paragraph tells of, or the article.
    ///
    /// In a paragraph that names several it is the article's own, where it is among them.
    func stateMeant(_ clause: Range<Int>, _ index: Int) -> CountryCode? {
        guard speaksOfOwn(clause), pairs(in: clause).isEmpty else { return nil }
        let own = document.marks(marks.own, in: clause).contains { mark in
            guard let word = document.word(mark.end - 1), word.can(be: [.noun, .sing]) else { return false }
            // "в стране", "по республике", "страна собрала"; a mere genitive is of what stands before it.
            let before =
                document.mark(at: mark.first - 1, marks.preposition) != nil
                || document.word(mark.first - 1)?.can(be: .prep) == true
            return before
                || word.can(be: [.nomn, .sing]) && !word.can(be: [.gent, .sing])
                || word.can(be: [.accs, .sing]) && !word.can(be: [.gent, .sing])
                // "стране необходимо"
                || word.can(be: [.datv, .sing]) && !word.can(be: [.gent, .sing])
        }
        guard own else { return nil }
        // "министр Перу заявил, что его страна сократит"
        if document.marks(marks.own, in: clause).contains(where: {
            document.mark(at: $0.first - 1, marks.theirs) != nil
        }) {
            let before = document.sentences[max(0, index - 1)].lowerBound..<clause.upperBound
            if let person = reading.people.names(in: before).last(where: {
                reading.people.persons[$0.person].country != nil
            }) {
                return reading.people.persons[person.person].country
            }
        }
        // "Согласно данным комитета Перу, страну посетили 5 млн человек"
        let here = document.sentences[index]
        let told = Set(reading.places(in: here).filter { isAttribution($0, here) }.map(\.country))
        if told.count == 1 { return told.first }
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        let before = document.sentences[first].lowerBound..<clause.lowerBound
        let named = Set(
            reading.states(in: before).filter { !reading.isAside($0) && !isPartner($0) }
                .map(\.country))
        if named.count == 1 { return named.first }
        // Of several who sat down together it is the one whose official speaks.
        if !reading.discourse.gathered.isEmpty { return reading.discourse.own[index] }
        // "Министр заявил, что стране нужно 5 млн"
        if named.isEmpty, reading.discourse.speakers[index] != nil, let own = reading.discourse.own[index] {
            return own
        }
        guard let home = reading.discourse.home, named.isEmpty || named.contains(home) else { return nil }
        return home
    }

    /// "в десятке крупнейших экспортеров мира": a place among all, and none with a partner.
    func isOfWorld(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.world, in: clause).isEmpty
            && !document.marks(marks.partner, in: clause).contains { reading.value($0) == "of" }
    }

    /// Whether a clause speaks of what an economy yields.
    private func isOfOutput(_ clause: Range<Int>) -> Bool {
        document.marks(marks.indicator, in: clause).contains { mark in
            marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("gdp") && !$0.isWeak } == true
        }
    }

    /// Whether a clause speaks of trade or partners.
    func isOfTrade(_ clause: Range<Int>) -> Bool {
        document.marks(marks.partner, in: clause).first != nil
            || document.marks(marks.indicator, in: clause).contains { mark in
                marks.indicatorUses[mark.entry]?.contains {
                    !$0.isWeak
                        && ["exports", "imports", "trade_turnover", "investment"].contains($0.indicator.rawValue)
                } == true && marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("energy") } == false
            }
    }

    /// "наш экспорт в Европу": the seller is the speaker's state, or the one that the passage is about.
    func ours(_ trigger: Trigger, _ indicator: Indicator, _ index: Int) -> CountryCode? {
        guard indicator == Indicator("exports") || indicator == Indicator("energy") || indicator == Indicator("share"),
            // "в нашей стране добыто 5 тонн": what is dug flows nowhere yet.
            document.mark(at: trigger.mark.first, marks.extraction) == nil,
            !document.marks(marks.ours, in: max(0, trigger.mark.first - 3)..<trigger.mark.first).isEmpty
        else { return nil }
        if let own = reading.discourse.own[index] { return own }
        let focus = self.focus(index)
        return focus.count == 1 ? focus[0] : nil
    }

    /// The one state whose trade with all the world the figure before told, where a sentence goes on with it.
    func worldTrader(_ indicator: Indicator, clause: Range<Int>, index: Int) -> CountryCode? {
        guard ["trade_turnover", "exports", "imports"].contains(indicator.rawValue),
            pairs(in: clause).isEmpty, document.marks(marks.there, in: clause).isEmpty,
            // "Оборот Кении достиг 5 млн. На Перу пришлось 12%. Экспорт составил 3 млн"
            let previous = recent.last(where: { $0.figure.indicator != Indicator("share") }), previous.trigger != nil,
            index - previous.sentence <= (found.last?.figure.indicator == Indicator("share") ? 2 : 1),
            isSameParagraph(index, previous.sentence) || reading.places(in: document.sentences[index]).isEmpty,
            ["trade_turnover", "exports", "imports"].contains(previous.figure.indicator.rawValue),
            previous.figure.countries.count == 1,
            !reachesAbroad(clause) || previous.figure.countries == focus(index)
        else { return nil }
        return previous.figure.countries[0]
    }

    /// "республика наторговала с государствами союза", "поставки в страны союза": the state that the passage is about.
    func partnerOfUnion(_ indicator: Indicator, clause: Range<Int>, index: Int) -> CountryCode? {
        guard ["trade_turnover", "exports", "imports"].contains(indicator.rawValue) else { return nil }
        let isPartner = document.marks(marks.region, in: clause).contains { mark in
            (1...4).contains { back in
                reading.preposition(at: mark.first - back).map { ["from", "into"].contains($0) } ?? false
            }
        }
        guard isPartner else { return nil }
        if let previous = recent.last(where: { $0.figure.countries.count == 1 }), index - previous.sentence <= 2 {
            return previous.figure.countries[0]
        }
        let focus = self.focus(index)
        return focus.count == 1 ? focus[0] : nil
    }

    /// "Товарооборот союза с Кенией составил 5 млн. Экспорт ЕАЭС достиг 3 млн", "Экспорт достиг 3 млн": from the union to the state
    /// that was told of right before.
    func tradeOfUnion(_ indicator: Indicator, trigger: Trigger?, _ named: [CountryCode], index: Int) -> Parties? {
        guard named.isEmpty, Self.isGoods(indicator), let trigger, let last = found.last, index - last.sentence <= 1,
            let state = last.figure.countries.only,
            ["trade_turnover", "exports", "imports", "share"].contains(last.figure.indicator.rawValue),
            union(at: trigger.mark.end) != nil || isTradeOfOne(trigger) && isOfUnion(last)
        else { return nil }
        return receiving(trigger, indicator)
            ? Parties(countries: [state], origin: state) : Parties(countries: [state], destination: state)
    }

    /// "оборот ЕАЭС с Кенией вырос на 5%", and what goes on with it.
    private func isOfUnion(_ told: FoundFigure) -> Bool {
        let trade = recent.last {
            $0.figure.indicator == Indicator("trade_turnover") && $0.ownTrigger && told.sentence - $0.sentence <= 1
        }
        guard let trade, let word = trade.trigger?.mark, let union = union(at: word.end),
            trade.figure.countries == told.figure.countries
        else { return false }
        return reading.places(in: union.end..<min(union.end + 2, document.tokens.count)).contains(where: isBehindWith)
    }

    /// "в области построено 20 школ": the one state of the region, where the sentence speaks of no pair.
    func provincial(_ clause: Range<Int>, focus: [CountryCode], index: Int) -> CountryCode? {
        // "в области энергетики" is no place.
        let isPlace = document.marks(marks.province, in: clause).contains { mark in
            document.word(mark.end)?.can(be: .gent) != true
        }
        guard isPlace else { return nil }
        if let own = reading.discourse.own[index], focus.contains(own) { return own }
        return reading.discourse.home
    }
}
