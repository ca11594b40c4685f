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
        if named.isEmpty, trigger == nil, let previous = found.last, index - previous.sentence <= 1 {
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
        if named.isEmpty, isOfRegion(clause) { return Parties() }
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
            return flow(indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index)
        case .carried:
            if named.isEmpty, let issuer = issuer(of: amount), focus.contains(issuer) {
                return Parties(countries: [issuer])
            }
            let flow = self.flow(indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index)
            if flow.origin != nil && flow.destination != nil { return flow }
            return joint(named, clause: clause, focus: focus, index: index)
        case .own:
            return own(named, indicator, clause: clause, focus: focus, index: index)
        case .travel:
            return travel(named, clause: clause, focus: focus, index: index)
                ?? joint(named, clause: clause, focus: focus, index: index)
        case .joint:
            if indicator == Indicator("freight"), let local = whereCarried(named, clause: clause, focus: focus) {
                return Parties(countries: local)
            }
            return joint(named, clause: clause, focus: focus, index: index)
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
        _ named: [CountryCode], _ indicator: Indicator, clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties {
        if !named.isEmpty {
            let lies = indicator == Indicator("infrastructure") ? cities(in: clause) : []
            return Parties(countries: Set(named.prefix(2) + lies).sorted())
        }
        if let own = reading.discourse.own[index], !document.marks(marks.own, in: clause).isEmpty {
            return Parties(countries: [own])
        }
        // A harvest is one state's, whoever buys of it.
        if indicator == Indicator("agriculture") || indicator == Indicator("gdp"), focus.count == 2,
            document.marks(marks.pair, in: clause).isEmpty, let home = reading.discourse.home, focus.contains(home)
        {
            return Parties(countries: [home])
        }
        return Parties(countries: focus)
    }

    private func joint(_ named: [CountryCode], clause: Range<Int>, focus: [CountryCode], index: Int) -> Parties {
        let isPair = !document.marks(marks.pair, in: clause).isEmpty
        if isPair, !focus.isEmpty, named.allSatisfy({ focus.contains($0) }) { return Parties(countries: focus) }
        if named.count >= 2 { return Parties(countries: named.sorted()) }
        guard let only = named.first else { return Parties(countries: focus) }
        if isOfMany(clause) { return Parties(countries: [only]) }
        if focus.contains(only) { return Parties(countries: focus) }
        if let own = reading.discourse.own[index], own != only { return Parties(countries: [own, only].sorted()) }
        return Parties(countries: [only])
    }

    /// The states named around the amount, in the order of the text, each once.
    private func named(around amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>)
        -> [CountryCode]
    {
        var codes: [CountryCode] = []
        for place in reading.places(in: clause)
        where place.kind != .city && !reading.isDateline(place) && !amount.core.contains(place.range.lowerBound)
            && !isAttribution(place, sentence)
        {
            if !codes.contains(place.country) { codes.append(place.country) }
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
            let sign = governor(of: place.range.lowerBound, in: clause)
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
        if origin == destination { destination = nil }
        // In an article about what one state sells to several, the seller goes without saying.
        if origin == nil, let destination, let home = onlyHome, home != destination,
            indicator == Indicator("exports") || indicator == Indicator("imports")
        {
            origin = home
        }
        if let known = origin ?? destination, focus.count == 2, focus.contains(known), !reachesAbroad(clause),
            !isOfMany(clause)
        {
            let other = focus[0] == known ? focus[1] : focus[0]
            if origin == nil { origin = other } else if destination == nil { destination = other }
        }
        let both = [origin, destination].compactMap { $0 }.sorted()
        return Parties(countries: both.isEmpty ? focus : both, origin: origin, destination: destination)
    }

    /// Whether the subject of a trigger is who gets: an import, or a verb of buying and receiving.
    private func receiving(_ trigger: Trigger, _ indicator: Indicator) -> Bool {
        document.mark(at: trigger.mark.first, marks.receive) != nil || indicator == Indicator("imports")
    }

    /// "за рубеж", "внешнеторговый", "весь экспорт": all the world stands on the other side.
    func reachesAbroad(_ clause: Range<Int>) -> Bool { !document.marks(marks.abroad, in: clause).isEmpty }

    /// "с Китаем", "с китайской стороной"
    private func isPartner(_ place: PlaceMention) -> Bool {
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
        let depends = document.word(token).map { $0.can(be: .gent) || $0.can(be: .adjf) } ?? false
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
            guard word.can(be: .adjf) || depends && word.can(be: .noun) else { return nil }
            at -= 1
        }
        return nil
    }
}
