import Grammar
import Model
import Morphology

extension FigureReader {
    struct Parties {
        var countries: [CountryCode] = []
        var origin: CountryCode?
        var destination: CountryCode?
    }

    /// Whose a figure is, and from where to where it flows.
    ///
    /// States named in the clause come first; a figure that goes on with the one before keeps its parties; else the states in focus.
    func parties(
        _ indicator: Indicator, amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>, index: Int
    ) -> Parties {
        let isLocal = ["agriculture", "infrastructure", "finance", "freight", "gdp", "jobs", "companies_count"]
            .contains(indicator.rawValue)
        let focus = isLocal ? self.focus(index) : reading.discourse.focus[index]
        let named = self.named(around: amount, trigger: trigger, clause: clause, sentence: sentence)
        if let place = listed[amount.core.lowerBound] {
            return self.parties(item: place, indicator, trigger: trigger, sentence: sentence, index: index)
        }
        if named.isEmpty, trigger == nil, let previous = found.last, index - previous.sentence <= 1,
            previous.sentence == index || !isOfRegion(clause)
        {
            let it = previous.figure
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
        if named.isEmpty, let trigger, let previous = found.last, previous.sentence == index,
            previous.trigger?.mark == trigger.mark, previous.figure.indicator == indicator || isOfRegion(clause)
        {
            let it = previous.figure
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        if named.isEmpty, let trigger, let seller = ours(trigger, indicator, index) {
            return Parties(countries: [seller], origin: seller)
        }
        // "наш международный товарооборот": the speaker's state's with all the world.
        if named.isEmpty, indicator == Indicator("trade_turnover"), reachesAbroad(clause),
            document.marks(marks.pair, in: clause).isEmpty, let own = reading.discourse.own[index]
        {
            return Parties(countries: [own])
        }
        if let own = tradeWithRegion(indicator, trigger: trigger, named, clause: clause, index: index) { return own }
        if let only = self.alone(indicator, named, amount: amount, trigger: trigger, clause: clause, focus: focus) {
            return Parties(countries: [only])
        }
        if named.isEmpty, let state = partnerOfUnion(indicator, clause: clause, index: index) {
            return Parties(
                countries: [state], origin: indicator == Indicator("exports") ? state : nil,
                destination: indicator == Indicator("imports") ? state : nil)
        }
        if named.isEmpty, isOfRegion(clause) { return Parties() }
        if named.isEmpty, let state = worldTrader(indicator, clause: clause, index: index) {
            return Parties(
                countries: [state], origin: indicator == Indicator("exports") ? state : nil,
                destination: indicator == Indicator("imports") ? state : nil)
        }
        // What follows a union's figure without naming a state or a pair is the union's too.
        if named.isEmpty, document.marks(marks.pair, in: clause).isEmpty, document.marks(marks.own, in: clause).isEmpty,
            let previous = found.last, index - previous.sentence <= 1, previous.figure.countries.isEmpty,
            isSameParagraph(index, previous.sentence)
        {
            return Parties()
        }
        if !commonRoute.isEmpty, named.allSatisfy(commonRoute.contains), isCommon(indicator, named, clause) {
            return Parties(countries: commonRoute)
        }
        if indicator == Indicator("share"), let (whole, word) = tradeShared(in: clause) {
            let flow = self.flow(
                whole, trigger: word, named: named, clause: clause, focus: focus, index: index, isShare: true)
            if flow.origin != nil && flow.destination != nil || named.count == 1 && named == flow.countries {
                return flow
            }
        }
        switch Self.shape(of: indicator) {
        case .flow:
            if let pair = sameFlow(indicator, amount: amount, clause: clause, index: index) { return pair }
            var clause = clause
            if let trigger, !clause.contains(trigger.mark.first), reading.places(in: clause).isEmpty {
                clause = reading.clause(around: trigger.mark.first, in: sentence)
            }
            return flow(indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index)
        case .carried:
            if named.isEmpty, let issuer = issuer(of: amount), focus.contains(issuer) {
                return Parties(countries: [issuer])
            }
            // What a plant can give flows nowhere.
            if indicator == Indicator("energy"), amount.unit == .plain(.watt), !isSold(clause) {
                return joint(named, indicator, clause: clause, focus: focus, index: index)
            }
            let flow = self.flow(indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index)
            if flow.origin != nil && flow.destination != nil { return flow }
            if indicator == Indicator("finance"), let borrower = borrower(named, clause: clause, focus: focus) {
                return Parties(countries: [borrower], destination: borrower)
            }
            if indicator == Indicator("energy"), flow.origin != nil, isSold(clause),
                isOfRegion(clause) || reachesAbroad(clause)
            {
                return flow
            }
            return joint(named, indicator, clause: clause, focus: focus, index: index)
        case .own:
            return own(named, indicator, amount: amount, clause: clause, focus: focus, index: index)
        case .travel:
            return travel(named, clause: clause, focus: focus, index: index)
                ?? joint(named, indicator, clause: clause, focus: focus, index: index)
        case .joint:
            if indicator == Indicator("freight"), let local = whereCarried(named, clause: clause, focus: focus) {
                return Parties(countries: local)
            }
            var parties = joint(named, indicator, clause: clause, focus: focus, index: index)
            if indicator == Indicator("freight") { addEnds(to: &parties, named, clause: clause) }
            return parties
        }
    }

    /// What a state has of its own, in a clause that names no other and speaks of no trade: its reserves, its place in the world.
    private func alone(
        _ indicator: Indicator, _ named: [CountryCode], amount: Amount, trigger: Trigger?, clause: Range<Int>,
        focus: [CountryCode]
    ) -> CountryCode? {
        let isEnergy = indicator == Indicator("energy")
        let isExtracted = isEnergy && !document.marks(marks.extraction, in: clause).isEmpty
        // What a plant can give belongs to where it stands.
        let isPower = isEnergy && amount.unit == .plain(.watt) && named.count == 1
        guard
            isExtracted || isPower
                || ["share", "rank", "gdp", "agriculture", "infrastructure"].contains(indicator.rawValue),
            focus.count == 2, document.marks(marks.pair, in: clause).isEmpty, !isOfRegion(clause), !isOfTrade(clause),
            cities(in: clause).allSatisfy(named.contains)
        else { return nil }
        if named.count == 1 { return named[0] }
        guard named.isEmpty, isExtracted || ["gdp", "agriculture"].contains(indicator.rawValue) || isOfOutput(clause),
            paragraphStates.count == 1, let only = paragraphStates.first, focus.contains(only)
        else { return nil }
        return only
    }

    /// Whether a clause speaks of what an economy yields.
    private func isOfOutput(_ clause: Range<Int>) -> Bool {
        document.marks(marks.indicator, in: clause).contains { mark in
            marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("gdp") && !$0.isWeak } == true
        }
    }

    /// Whether a clause speaks of trade or partners.
    private func isOfTrade(_ clause: Range<Int>) -> Bool {
        document.marks(marks.partner, in: clause).first != nil
            || document.marks(marks.indicator, in: clause).contains { mark in
                marks.indicatorUses[mark.entry]?.contains {
                    !$0.isWeak
                        && ["exports", "imports", "trade_turnover", "investment"].contains($0.indicator.rawValue)
                } == true && marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("energy") } == false
            }
    }

    /// "наш экспорт в Европу": the seller is the speaker's state, or the one that the passage is about.
    private func ours(_ trigger: Trigger, _ indicator: Indicator, _ index: Int) -> CountryCode? {
        guard indicator == Indicator("exports") || indicator == Indicator("energy") || indicator == Indicator("share"),
            !document.marks(marks.ours, in: max(0, trigger.mark.first - 3)..<trigger.mark.first).isEmpty
        else { return nil }
        if let own = reading.discourse.own[index] { return own }
        let focus = self.focus(index)
        return focus.count == 1 ? focus[0] : nil
    }

    /// The one state whose trade with all the world the figure before told, where a sentence goes on with it.
    private func worldTrader(_ indicator: Indicator, clause: Range<Int>, index: Int) -> CountryCode? {
        guard ["trade_turnover", "exports", "imports"].contains(indicator.rawValue),
            document.marks(marks.pair, in: clause).isEmpty, let previous = found.last, previous.trigger != nil,
            index - previous.sentence <= 1,
            isSameParagraph(index, previous.sentence) || reading.places(in: document.sentences[index]).isEmpty,
            ["trade_turnover", "exports", "imports"].contains(previous.figure.indicator.rawValue),
            previous.figure.countries.count == 1,
            !reachesAbroad(clause) || previous.figure.countries == focus(index)
        else { return nil }
        return previous.figure.countries[0]
    }

    /// "республика наторговала с государствами союза", "поставки в страны союза": the state that the passage is about.
    private func partnerOfUnion(_ indicator: Indicator, clause: Range<Int>, index: Int) -> CountryCode? {
        guard ["trade_turnover", "exports", "imports"].contains(indicator.rawValue) else { return nil }
        let isPartner = document.marks(marks.region, in: clause).contains { mark in
            (1...4).contains { back in
                document.mark(at: mark.first - back, marks.preposition).map {
                    ["from", "into"].contains(reading.value($0))
                } ?? false
            }
        }
        guard isPartner else { return nil }
        if let previous = found.last(where: { $0.figure.countries.count == 1 }), index - previous.sentence <= 2 {
            return previous.figure.countries[0]
        }
        let focus = self.focus(index)
        return focus.count == 1 ? focus[0] : nil
    }

    /// "Азиатский банк развития предоставит заем Кении": an organisation lends, and only who gets is a state.
    private func borrower(_ named: [CountryCode], clause: Range<Int>, focus: [CountryCode]) -> CountryCode? {
        guard !document.marks(marks.lender, in: clause).isEmpty else { return nil }
        if named.count == 1 { return named[0] }
        return named.isEmpty && focus.count == 1 ? focus[0] : nil
    }

    /// Whether a clause tells of what is sold or supplied, and not of what is produced.
    func isSold(_ clause: Range<Int>) -> Bool {
        document.marks(marks.indicator, in: clause).contains { mark in
            marks.indicatorUses[mark.entry]?.contains {
                !$0.isWeak && ($0.indicator == Indicator("exports") || $0.indicator == Indicator("imports"))
            } == true
        }
    }

    /// Whether a figure of an article about a road of three is all three's.
    private func isCommon(_ indicator: Indicator, _ named: [CountryCode], _ clause: Range<Int>) -> Bool {
        if !document.marks(marks.triple, in: clause).isEmpty { return true }
        guard named.isEmpty, document.marks(marks.own, in: clause).isEmpty, cities(in: clause).isEmpty else {
            return false
        }
        return ["freight", "infrastructure", "projects_value", "passengers", "agreements_count"].contains(
            indicator.rawValue)
    }

    /// Whose cargo carried through a state, its port or its stretch of a line is; nil when both ends count.
    /// "из Кении в Чили перевезено": the ends that prepositions name.
    private func addEnds(to parties: inout Parties, _ named: [CountryCode], clause: Range<Int>) {
        for place in reading.places(in: clause) where place.kind == .name && named.contains(place.country) {
            switch governor(of: place.range.lowerBound, in: clause) {
            case "from": parties.origin = parties.origin ?? place.country
            case "to" where !isLocative(place): parties.destination = parties.destination ?? place.country
            default: break
            }
        }
    }

    private func whereCarried(_ named: [CountryCode], clause: Range<Int>, focus: [CountryCode]) -> [CountryCode]? {
        let line = route(in: clause)
        if line.count >= 2, line.count > named.count { return Set(named + line).sorted() }
        let passed = self.passed(in: clause)
        if !passed.isEmpty, reading.discourse.mainPair.count == 1, document.marks(marks.pair, in: clause).isEmpty {
            return passed.sorted()
        }
        guard !document.marks(marks.facility, in: clause).isEmpty else { return nil }
        let cities = self.cities(in: clause)
        if named.count == 1 { return Set(named + cities).sorted() }
        return named.isEmpty && cities.count == 1 ? cities : nil
    }

    /// The exports or imports that a share is of.
    private func tradeShared(in clause: Range<Int>) -> (Indicator, Trigger)? {
        for mark in document.marks(marks.indicator, in: clause) {
            guard
                let uses = marks.indicatorUses[mark.entry],
                let use = uses.first(where: { !$0.isWeak && $0.units.contains(.percent) }),
                // Gas is sold, but also burnt.
                uses.allSatisfy({ $0.indicator == Indicator("exports") || $0.indicator == Indicator("imports") })
            else { continue }
            return (use.indicator, Trigger(mark: mark, uses: uses))
        }
        return nil
    }

    enum Shape { case joint, own, flow, carried, travel }

    /// Whether a quantity is of the pair, of one state, flows from one to another, or may do so.
    static func shape(of indicator: Indicator) -> Shape {
        switch indicator.rawValue {
        case "exports", "imports", "investment": .flow
        case "finance", "energy", "commodity_items": .carried
        case "passengers": .travel
        case "gdp", "agriculture", "infrastructure", "jobs": .own
        default: .joint
        }
    }

    private func own(
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
        let line = route(in: clause)
        if line.count >= 2, line.count > named.count { return Parties(countries: Set(named + line).sorted()) }
        if !named.isEmpty {
            let lies = indicator == Indicator("infrastructure") ? cities(in: clause) : []
            return Parties(countries: Set(named.prefix(2) + lies).sorted())
        }
        if let own = reading.discourse.own[index], !document.marks(marks.own, in: clause).isEmpty {
            return Parties(countries: [own])
        }
        let isShared = !document.marks(marks.pair, in: clause).isEmpty
        // "в городе построено 20 км дорог": where a thing stands is whose it is.
        let lies = cities(in: clause)
        if !isShared, lies.count == 1 { return Parties(countries: lies) }
        // A harvest is one state's, whoever buys of it.
        if indicator == Indicator("agriculture") || indicator == Indicator("gdp"), focus.count == 2,
            document.marks(marks.pair, in: clause).isEmpty, let home = reading.discourse.home, focus.contains(home)
        {
            return Parties(countries: [home])
        }
        return Parties(countries: focus)
    }

    private func joint(
        _ named: [CountryCode], _ indicator: Indicator, clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties {
        let isPair = !document.marks(marks.pair, in: clause).isEmpty
        let line = route(in: clause)
        if line.count >= 2, line.count > named.count { return Parties(countries: Set(named + line).sorted()) }
        if named.count == 1, isBesideUnion(named[0], clause) { return Parties(countries: named) }
        if named.isEmpty, let own = ownAlone(focus, clause: clause, index: index) { return Parties(countries: [own]) }
        if named.isEmpty, !isPair, let state = provincial(clause, focus: focus, index: index) {
            return Parties(countries: [state])
        }
        if isPair, !focus.isEmpty, named.allSatisfy({ focus.contains($0) }) { return Parties(countries: focus) }
        if named.count >= 2 { return Parties(countries: named.sorted()) }
        guard let only = named.first else { return Parties(countries: focus) }
        // "на дороги области предусмотрено 5 млн": what a province has is its state's.
        if !isPair, !isOfTrade(clause), reading.places(in: clause).allSatisfy({ $0.kind == .city }),
            !reading.provinces(in: clause).isEmpty
        {
            return Parties(countries: [only])
        }
        // "оборот союза с Кенией": of the union's trade only who stands on the other side is a state.
        if indicator == Indicator("trade_turnover"), !isPair,
            reading.places(in: clause).contains(where: { $0.country == only && isPartner($0) }),
            document.marks(marks.organisation, in: clause).contains(where: { mark in
                document.marks(marks.indicator, in: max(0, mark.first - 1)..<mark.first).first?.end == mark.first
            })
        {
            return Parties(countries: [only])
        }
        // "внешний товарооборот Кении": with all the world.
        if indicator == Indicator("trade_turnover"), reachesAbroad(clause), !isPair,
            !reading.places(in: clause).contains(where: isPartner)
        {
            return Parties(countries: [only])
        }
        // "товарооборот с Кенией": the other side goes without saying.
        if !isPair, !focus.contains(only), let home = reading.discourse.home, home != only,
            reading.places(in: clause).contains(where: { $0.country == only && isPartner($0) })
        {
            let own = reading.discourse.own[index] ?? home
            return Parties(countries: Set([own, only]).sorted())
        }
        if isOfMany(clause) { return Parties(countries: [only]) }
        if focus.contains(only) { return Parties(countries: focus) }
        if let own = reading.discourse.own[index], own != only { return Parties(countries: [own, only].sorted()) }
        return Parties(countries: [only])
    }

    /// "с Кенией", and "с Перу", which does not inflect.
    private func isBehindWith(_ place: PlaceMention) -> Bool {
        isPartner(place)
            || document.word(place.range.lowerBound)?.can(be: .fixd) == true
                && document.mark(at: place.range.lowerBound - 1, marks.with) != nil
    }

    /// "товарооборот с Перу вырос на 5%, с Чили – на 7%": each partner of a row with the state that trades with all of them.
    private func partnerInRow(_ amount: Amount, sentence: Range<Int>, index: Int) -> [CountryCode]? {
        let partners = reading.places(in: sentence).filter(isBehindWith)
        guard partners.count >= 2, Set(partners.map(\.country)).count >= 2,
            let partner = partners.last(where: { $0.range.lowerBound < amount.core.lowerBound }),
            reading.amounts.contains(where: {
                (partners[0].range.upperBound..<partners[1].range.lowerBound).contains($0.core.lowerBound)
            })
        else { return nil }
        let others = reading.places(in: sentence).filter { place in
            place.kind == .name && !partners.contains { $0.country == place.country } && !isAttribution(place, sentence)
        }
        // Two partners are no pair.
        let own = [
            others.first?.country, reading.discourse.own[index], reading.discourse.home,
            ownerTold(before: index, of: partners.map(\.country)),
        ].compactMap { $0 }.first { own in !partners.contains { $0.country == own } }
        guard let own else { return [partner.country] }
        return [own, partner.country].sorted()
    }

    /// The one state of the figure told last, not long before, that is none of these partners.
    private func ownerTold(before index: Int, of partners: [CountryCode]) -> CountryCode? {
        guard let last = found.last, index - last.sentence <= 2 else { return nil }
        let others = last.figure.countries.filter { !partners.contains($0) }
        return others.count == 1 ? others[0] : nil
    }

    /// "в области построено 20 школ": the one state of the region, where the sentence speaks of no pair.
    private func provincial(_ clause: Range<Int>, focus: [CountryCode], index: Int) -> CountryCode? {
        // "в области энергетики" is no place.
        let isPlace = document.marks(marks.province, in: clause).contains { mark in
            document.word(mark.end)?.can(be: .gent) != true
        }
        guard isPlace else { return nil }
        if let own = reading.discourse.own[index], focus.contains(own) { return own }
        return reading.discourse.home
    }

    /// The states named around the amount, in the order of the text, each once.
    private func named(around amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>)
        -> [CountryCode]
    {
        var codes: [CountryCode] = []
        for place in reading.places(in: clause)
        where place.kind != .city && !reading.isDateline(place) && !amount.core.contains(place.range.lowerBound)
            && !isAttribution(place, sentence) && !reading.isInRoadName(place) && !isOutrun(place, in: clause)
        {
            if !codes.contains(place.country) { codes.append(place.country) }
        }
        for province in reading.provinces(in: clause)
        where !codes.contains(province.country) && !isAttribution(province, sentence) {
            codes.append(province.country)
        }
        // "Египет сместился на третье место, но он нарастил закупки": whom the pronoun stands for.
        if codes.isEmpty, let trigger, clause.lowerBound > sentence.lowerBound + 1,
            document.marks(marks.pronoun, in: clause.lowerBound..<max(clause.lowerBound, trigger.mark.first)).first
                != nil
        {
            let before = reading.clause(around: clause.lowerBound - 2, in: sentence)
            if let subject = reading.places(in: before).first(where: {
                $0.kind == .name && !isAttribution($0, sentence)
            }) {
                codes.append(subject.country)
            }
        }
        if codes.isEmpty, let trigger, !clause.contains(trigger.mark.first) {
            let other = reading.clause(around: trigger.mark.first, in: sentence)
            for place in reading.places(in: other) where place.kind != .city && !isAttribution(place, sentence) {
                if !codes.contains(place.country) { codes.append(place.country) }
            }
        }
        return codes
    }

    /// The state of an official who speaks, or of a body that informs, is not by that a party.
    func isAttribution(_ place: PlaceMention, _ sentence: Range<Int>) -> Bool {
        if reading.people.office(around: place.range.lowerBound) != nil {
            return !document.marks(marks.speech, in: sentence).isEmpty
        }
        return document.marks(marks.speechSource, in: sentence).contains {
            place.range.lowerBound >= $0.end && place.range.lowerBound - $0.end <= 6
                && !($0.end..<place.range.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "государств ШОС", "стран Центральной Азии": figures of many that no list names.
    func isOfRegion(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.region, in: clause).isEmpty
    }

    /// "с государствами ШОС": many partners, and none of them by name.
    func isOfMany(_ clause: Range<Int>) -> Bool {
        document.marks(marks.region, in: clause).contains { mark in
            document.word(mark.first).map { $0.can(be: .plur) && !$0.can(be: .sing) } ?? false
        }
    }
}
