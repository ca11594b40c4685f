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
        if indicator == Indicator("share"), let whole = tradeShared(in: clause) {
            let flow = self.flow(whole, trigger: nil, named: named, clause: clause, focus: focus, index: index)
            if flow.origin != nil && flow.destination != nil { return flow }
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
            return joint(named, indicator, clause: clause, focus: focus, index: index)
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
    private func isSold(_ clause: Range<Int>) -> Bool {
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
    private func tradeShared(in clause: Range<Int>) -> Indicator? {
        for mark in document.marks(marks.indicator, in: clause) {
            guard
                let use = marks.indicatorUses[mark.entry]?.first(where: { !$0.isWeak && $0.units.contains(.percent) }),
                use.indicator == Indicator("exports") || use.indicator == Indicator("imports")
            else { continue }
            return use.indicator
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
        if named.isEmpty, !isPair, let state = provincial(clause, focus: focus, index: index) {
            return Parties(countries: [state])
        }
        if isPair, !focus.isEmpty, named.allSatisfy({ focus.contains($0) }) { return Parties(countries: focus) }
        if named.count >= 2 { return Parties(countries: named.sorted()) }
        guard let only = named.first else { return Parties(countries: focus) }
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
            && !isAttribution(place, sentence) && !reading.isInRoadName(place)
        {
            if !codes.contains(place.country) { codes.append(place.country) }
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
    private func isOfRegion(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.region, in: clause).isEmpty
    }

    /// "с государствами ШОС": many partners, and none of them by name.
    private func isOfMany(_ clause: Range<Int>) -> Bool {
        document.marks(marks.region, in: clause).contains { mark in
            document.word(mark.first).map { $0.can(be: .plur) && !$0.can(be: .sing) } ?? false
        }
    }

    // MARK: Flows

    /// Origin and destination from adjective, genitive and preposition: "узбекский экспорт", "экспорт Казахстана в Китай",
    /// "импорт из России", "инвестиции в экономику Казахстана", "Иран вложил", "Афганистан закупил".
    private func flow(
        _ indicator: Indicator, trigger: Trigger?, named: [CountryCode], clause: Range<Int>, focus: [CountryCode],
        index: Int
    ) -> Parties {
        var origin: CountryCode?
        var destination: CountryCode?
        /// The state that a bare name or the adjective of the trigger stands for receives.
        let receives = trigger.map { receiving($0, indicator) } ?? (indicator == Indicator("imports"))
        var open: [PlaceMention] = []
        // What a preposition or a dative says goes before what the order of words suggests.
        for place in reading.places(in: clause) where place.kind != .city && named.contains(place.country) {
            var sign = governor(of: place.range.lowerBound, in: clause)
            // "закупить в Кении" is to buy from there.
            if receives, sign == "to", let trigger, document.mark(at: trigger.mark.first, marks.purchase) != nil,
                isLocative(place) || document.word(place.range.lowerBound)?.can(be: .fixd) == true
            {
                sign = "from"
            }
            if let sign, sign == "from" || receives || indicator == Indicator("investment") || !isLocative(place) {
                if sign == "from" {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
            } else if isDative(place) {
                destination = destination ?? place.country
            } else {
                open.append(place)
            }
        }
        // "экспорт в торговле с Китаем": the partner is on the other side.
        open.removeAll { place in
            guard isPartner(place) else { return false }
            if receives { origin = origin ?? place.country } else { destination = destination ?? place.country }
            return true
        }
        if let pointed = pointedPlace(in: clause, index: index), pointed != origin {
            destination = destination ?? pointed
        }
        for place in open where place.country != origin && place.country != destination {
            let gets: Bool
            if place.kind == .adjective || place.kind == .people {
                // "импорт китайских товаров" comes from there; "узбекский импорт" goes there.
                let isOnTrigger =
                    trigger.map {
                        $0.mark.first - place.range.upperBound <= 1 && $0.mark.first >= place.range.upperBound
                    } ?? false
                gets = receives && (isOnTrigger || place.kind == .people)
            } else {
                gets = receives
            }
            if gets { destination = destination ?? place.country } else { origin = origin ?? place.country }
        }
        // "продать за границу"
        if origin == nil, destination == nil, let home = onlyHome, indicator == Indicator("exports"),
            reachesAbroad(clause)
        {
            return Parties(countries: [home], origin: home)
        }
        if origin == nil, destination == nil {
            if let previous = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
                index - previous.sentence <= 2, previous.figure.indicator == indicator,
                reading.discourse.focus[previous.sentence] == focus
            {
                return Parties(
                    countries: previous.figure.countries, origin: previous.figure.origin,
                    destination: previous.figure.destination)
            }
            if let own = reading.discourse.own[index], !document.marks(marks.own, in: clause).isEmpty {
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
        // In an article about what one state sells to several, the seller goes without saying.
        if origin == nil, let destination, let home = onlyHome, home != destination,
            indicator == Indicator("exports") || indicator == Indicator("imports")
        {
            origin = home
        }
        if let known = origin ?? destination, focus.count == 2, focus.contains(known), !reachesAbroad(clause),
            !isOfMany(clause), !isOfRegion(clause), isPairNear(focus, index)
        {
            let other = focus[0] == known ? focus[1] : focus[0]
            if origin == nil { origin = other } else if destination == nil { destination = other }
        }
        let both = [origin, destination].compactMap { $0 }.sorted()
        return Parties(countries: both.isEmpty ? focus : both, origin: origin, destination: destination)
    }

    /// "импорт зерна из Кении вырос впятеро, поставки составили 5 тыс. тонн": the sentence goes on with the flow before, or
    /// turns it round: "экспортировала туда на 2 млн, а импортировала – на 3".
    private func sameFlow(_ indicator: Indicator, amount: Amount, clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("exports") || indicator == Indicator("imports"), let previous = found.last,
            previous.sentence == index, previous.figure.origin != nil, previous.figure.destination != nil,
            amount.core.lowerBound > previous.amount.core.upperBound, !reachesAbroad(clause), !isOfRegion(clause)
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.core.lowerBound
        let rest = amount.core.upperBound..<max(amount.core.upperBound, clause.upperBound)
        guard reading.places(in: between).isEmpty, reading.places(in: rest).isEmpty else { return nil }
        let it = previous.figure
        if it.indicator == indicator {
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        guard it.indicator == Indicator("exports") || it.indicator == Indicator("imports") else { return nil }
        // Of "поставки" and "закупки" both tell of one flow; "экспорт" and "импорт" of two.
        let isOpposite =
            between.contains { document.mark(at: $0, marks.opposite) != nil }
            && document.mark(at: previous.trigger?.mark.first ?? -1, marks.opposite) != nil
        return isOpposite
            ? Parties(countries: it.countries, origin: it.destination, destination: it.origin)
            : Parties(countries: it.countries, origin: it.origin, destination: it.destination)
    }

    /// The flow just before that one with an open end goes on with: its seller is the same one, or one word measures both.
    private func flowBefore(
        _ indicator: Indicator, trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> (origin: CountryCode, destination: CountryCode)? {
        guard indicator == Indicator("exports") || indicator == Indicator("imports"),
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            index - last.sentence <= 2, !isOfRegion(clause), !reachesAbroad(clause)
        else { return nil }
        let isSameWord = last.sentence == index && (trigger == nil || last.trigger?.mark == trigger?.mark)
        // A list of buyers: the states before had the seller too.
        let sellers = found.suffix(4).filter { $0.figure.destination != nil && index - $0.sentence <= 3 }
        let isRow =
            onlyHome == nil && index - last.sentence <= 1 && sellers.count >= 2
            && Set(sellers.map(\.figure.origin)).count == 1
            && Set(sellers.map(\.figure.destination)).count >= 2
        return isSameWord || isRow ? (last.figure.origin!, last.figure.destination!) : nil
    }

    /// "в экономику страны", "в республику"
    private func isIntoOwn(_ clause: Range<Int>) -> Bool {
        document.marks(marks.own, in: clause).contains { mark in
            (1...2).contains { back in
                document.mark(at: mark.first - back, marks.preposition).map { reading.value($0) == "into" } ?? false
            } && document.mark(at: mark.first, marks.pair) == nil
        }
    }

    /// The state that does what a gerund at the head of a clause tells.
    private func subjectOfGerund(_ clause: Range<Int>, index: Int) -> CountryCode? {
        let sentence = document.sentences[index]
        guard clause.lowerBound > sentence.lowerBound + 1,
            document.word(clause.lowerBound)?.parses[0].tag.grammemes.contains(.grnd) == true
        else { return nil }
        let head = reading.clause(around: clause.lowerBound - 2, in: sentence)
        let first = head.lowerBound > sentence.lowerBound + 1 ? sentence.lowerBound : head.lowerBound
        return reading.places(in: first..<head.upperBound).first {
            $0.kind == .name && document.word($0.range.lowerBound)?.can(be: .nomn) == true
        }?.country
    }

    /// Whether both states of a pair are spoken of around a sentence.
    private func isPairNear(_ focus: [CountryCode], _ index: Int) -> Bool {
        if reading.discourse.mainPair == focus || paragraphHasPartner { return true }
        let around = document.sentences[max(0, index - 2)].lowerBound..<document.sentences[index].upperBound
        let named = Set(reading.places(in: around).map(\.country))
        return focus.allSatisfy(named.contains)
    }

    /// Whether the subject of a trigger is who gets: an import, or a verb of buying and receiving.
    private func receiving(_ trigger: Trigger, _ indicator: Indicator) -> Bool {
        document.mark(at: trigger.mark.first, marks.receive) != nil || indicator == Indicator("imports")
    }

    /// "за рубеж", "внешнеторговый", "весь экспорт": all the world stands on the other side.
    func reachesAbroad(_ clause: Range<Int>) -> Bool { !document.marks(marks.abroad, in: clause).isEmpty }

    /// "с Китаем", "с китайской стороной"
    private func isPartner(_ place: PlaceMention) -> Bool {
        // "доля Турции в экспорте"
        if place.kind == .name, document.mark(at: place.range.lowerBound - 1, marks.share) != nil,
            document.word(place.range.lowerBound - 1)?.can(be: .noun) == true
        {
            return true
        }
        guard let word = document.word(place.range.lowerBound), word.can(be: .ablt), !word.can(be: .gent),
            let mark = document.mark(at: place.range.lowerBound - 1, marks.preposition)
        else { return false }
        return reading.value(mark) == "from"
    }

    /// "экспорт в Казахстане", "на азербайджанском участке": where something is, and not where it goes.
    private func isLocative(_ place: PlaceMention) -> Bool {
        guard let word = document.word(place.range.upperBound - 1) else { return false }
        return word.can(be: .loct) && !word.can(be: .accs)
    }

    /// "Ирану отгружена 791 тыс. тонн"
    private func isDative(_ place: PlaceMention) -> Bool {
        if place.kind == .adjective {
            // "выделить белорусской стороне"
            guard let noun = document.word(place.range.upperBound), noun.can(be: [.noun, .datv]) else { return false }
            return ![Grammemes.nomn, .gent, .accs, .ablt].contains { noun.can(be: [.noun, $0]) }
        }
        guard let word = document.word(place.range.upperBound - 1) else { return false }
        return word.can(be: [.noun, .datv]) && !word.can(be: [.noun, .gent]) && !word.can(be: [.noun, .nomn])
            && !word.can(be: [.noun, .loct])
    }

    /// What the preposition before a place's noun phrase says: from it or to it; nil when none governs it.
    func governor(of token: Int, in clause: Range<Int>) -> String? {
        var at = token - 1
        // "в первой половине февраля Казахстан поставит": a nominative depends on no noun before it.
        // So does one that does not inflect where its verb follows: "в прошлом сезоне РФ экспортировала".
        let isSubject =
            document.word(token)?.can(be: .fixd) == true && reading.isFiniteVerb(token + 1)
            && document.word(token - 1)?.can(be: .prep) == false
        let depends = !isSubject && document.word(token)?.can(be: .gent) == true
        for _ in 0..<4 {
            guard at >= clause.lowerBound, let word = document.word(at) else { return nil }
            if let mark = document.mark(at: at, marks.preposition) {
                switch reading.value(mark) {
                // "с Афганистаном" is with it, "с Кипра" from it.
                case "from":
                    let place = document.word(token)
                    return place?.can(be: .ablt) == true && place?.can(be: .gent) == false ? nil : "from"
                case "into", "to": return "to"
                // "на российский рынок" leads there, "на 40 процентов" nowhere.
                case "by": return document.tokens[at + 1].kind == .word ? "to" : nil
                default: return nil
                }
            }
            if word.can(be: .prep) || reading.isFiniteVerb(at) { return nil }
            // "в экспорте кенийского чая": the trade is in something, and the tea from there.
            if document.mark(at: at, marks.opposite) != nil { return nil }
            guard word.can(be: .adjf) || depends && word.can(be: .noun) else { return nil }
            at -= 1
        }
        return nil
    }
}
