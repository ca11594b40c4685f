import Grammar
import Model
import Morphology

/// Whose a figure is by what kind of thing it measures, where nothing nearer tells.
extension FigureReader {
    /// By what kind of thing is measured, where nothing nearer tells.
    func partiesByShape(_ it: Told) -> Parties {
        let (indicator, amount, trigger, named) = (it.indicator, it.amount, it.trigger, it.named)
        let (clause, index, focus) = (it.clause, it.index, it.focus)
        switch Self.shape(of: indicator) {
        case .flow:
            if let pair = sameFlow(indicator, amount: amount, clause: clause, index: index) { return pair }
            var clause = clause
            if let trigger, !clause.contains(trigger.mark.first), reading.places(in: clause).isEmpty {
                clause = reading.clause(around: trigger.mark.first, in: it.sentence)
            }
            return flow(indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index)
        case .carried:
            return partiesCarried(it)
        case .own:
            return own(named, indicator, amount: amount, clause: clause, focus: focus, index: index)
        case .travel:
            return travel(TravelClause(named: named, clause: clause, focus: focus, index: index))
                ?? visitedAlone(it) ?? joint(named, indicator, clause: clause, focus: focus, index: index)
        case .joint:
            if indicator == Indicator("freight"), let local = whereCarried(named, clause: clause, focus: focus) {
                var parties = Parties(countries: local)
                addEnds(to: &parties, named, amount: amount, trigger: trigger, clause: clause)
                return parties
            }
            var parties = joint(named, indicator, clause: clause, focus: focus, index: index)
            if indicator == Indicator("companies_count") { addOwners(to: &parties, clause: clause, index: index) }
            if indicator == Indicator("freight") {
                addEnds(to: &parties, named, amount: amount, trigger: trigger, clause: clause)
            }
            return parties
        }
    }

    /// "Всего Кения приняла 5 млн гостей", "В Кении поезда перевезли 3 млн пассажиров": of the one state that a sentence names and that says
    /// nothing of whence they come.
    private func visitedAlone(_ it: Told) -> Parties? {
        guard let only = it.named.only, pairs(in: it.clause).isEmpty,
            Set(reading.places(in: it.sentence).filter { !isAttribution($0, it.sentence) }.map(\.country)) == [only],
            let place = reading.places(in: it.clause).first(where: { $0.country == only && $0.kind == .name })
        else { return nil }
        if isLocative(place), document.word(place.range.lowerBound - 1)?.can(be: .prep) == true {
            return Parties(countries: [only])
        }
        let isGoal =
            governor(of: place.range.lowerBound, in: it.clause) == "to"
            || stands(place, in: .nomn)
                && it.clause.contains {
                    document.mark(at: $0, marks.receive) != nil && reading.isFiniteVerb($0)
                }
        return isGoal ? Parties(countries: [only], destination: only) : nil
    }

    /// Of money, energy and what else is brought from one to another.
    private func partiesCarried(_ it: Told) -> Parties {
        let (indicator, amount, trigger, named) = (it.indicator, it.amount, it.trigger, it.named)
        let (clause, index, focus) = (it.clause, it.index, it.focus)
        if named.isEmpty, let issuer = issuer(of: amount), focus.contains(issuer) {
            // "По соглашению выделят 350 млн юаней": what is agreed on goes to the other of the two.
            if indicator == Indicator("finance"), focus.count == 2, isAgreedOn(clause),
                let taker = focus.first(where: { $0 != issuer })
            {
                return Parties(from: issuer, to: taker)
            }
            return Parties(countries: [issuer])
        }
        // What a plant can give flows nowhere.
        if indicator == Indicator("energy"), amount.unit == .plain(.watt) || amount.unit == nil, !isSold(clause),
            !isGot(clause)
        {
            return joint(named, indicator, clause: clause, focus: focus, index: index)
        }
        if indicator == Indicator("energy"), isDug(amount, it.sentence) {
            return joint(named, indicator, clause: clause, focus: focus, index: index)
        }
        if isOfTransfers(found.last?.trigger)
            || (indicator == Indicator("energy") || indicator == Indicator("finance"))
                && (trigger == nil || trigger?.mark == found.last?.trigger?.mark),
            let same = sameFlow(indicator, amount: amount, clause: clause, index: index)
        {
            return same
        }
        // "из Чили – 5 млн, из Перу – 3 млн. Переводы вырастут на 5%": what comes behind a list is of all of them.
        if named.isEmpty, isOfTransfers(trigger), let last = found.last, last.sentence < index,
            let home = transfersGoTo(index), isOfList(last)
        {
            return Parties(countries: [home], destination: home)
        }
        let flow = self.flow(indicator, trigger: trigger, named: named, clause: clause, focus: focus, index: index)
        // "На родину перевели 5 млн. Объем переводов на 2 млн больше, чем год назад"
        if flow.origin == nil, flow.destination == nil, named.isEmpty, isOfTransfers(trigger),
            pairs(in: clause).isEmpty,
            let last = lastTold(2, before: index, where: { $0.figure.indicator == indicator }), !isOfList(last),
            last.figure.origin == nil, let home = last.figure.destination
        {
            return Parties(countries: [home], destination: home)
        }
        if let next = nextGiver(flow, indicator, named, index) { return next }
        if flow.origin != nil && flow.destination != nil { return flow }
        if flow.countries.count == 1, flow.destination != nil, !document.marks(marks.fallTo, in: clause).isEmpty {
            return flow
        }
        if let half = partiesHalfKnown(flow, it) { return half }
        let told = joint(named, indicator, clause: clause, focus: focus, index: index)
        // "ЕС выделит Кении 250 млн евро. Из них 50 млн мы дадим школам", "Кения даст странам Африки 9 млн. Из них 5 млн составят кредиты": to
        // or from the same one.
        if indicator == Indicator("finance"), named.isEmpty, let only = told.countries.only,
            let last = lastTold(2, before: index, where: { $0.figure.indicator == indicator })?.figure,
            last.countries == told.countries, !isOwed(trigger, clause)
        {
            if last.destination != nil { return Parties(countries: told.countries, destination: only) }
            if last.origin != nil { return Parties(countries: told.countries, origin: only) }
        }
        return told
    }

    /// "в рамках соглашения", "договорились о выделении": whether two have agreed on what a clause tells.
    private func isAgreedOn(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.encounters.agreeing, in: clause).isEmpty
            || document.marks(marks.agreements.document, in: clause).first != nil
    }

    /// A flow of which one end is known, or neither, where it is not of the states in focus.
    private func partiesHalfKnown(_ flow: Parties, _ it: Told) -> Parties? {
        let (indicator, trigger, named) = (it.indicator, it.trigger, it.named)
        let (clause, index, focus) = (it.clause, it.index, it.focus)
        // "фонд одобрил для республики кредит": of the giver nobody tells.
        if indicator == Indicator("finance"), named.isEmpty, let only = focus.only, isForOwn(clause) {
            return Parties(countries: [only], destination: only)
        }
        // "доставил в республику 40 тонн помощи": from the other one of the two.
        if indicator == Indicator("finance"), named.isEmpty, isIntoOwn(clause), focus.count == 2,
            let into = reachedBefore(index) ?? stateMeant(clause, index), focus.contains(into),
            let other = focus.first(where: { $0 != into })
        {
            return Parties(countries: focus, origin: other, destination: into)
        }
        // "Кредит выделен Молдове": of the lender nobody tells.
        if indicator == Indicator("finance"), flow.origin == nil, let taker = flow.destination,
            flow.countries == [taker],
            reading.places(in: clause).contains(where: { $0.country == taker && isDative($0) })
        {
            return flow
        }
        // "Кении дали 5 млн. Из этих средств 2 млн уже выделено"
        if indicator == Indicator("finance"), named.isEmpty, flow.origin == nil, flow.destination == nil,
            document.marks(marks.partOf, in: document.sentences[index]).first != nil,
            let last = lastTold(1, before: index, where: { $0.figure.indicator == indicator })?.figure
        {
            return Parties(countries: last.countries, origin: last.origin, destination: last.destination)
        }
        // "Переводы мигрантов составили 30% ВВП Кении": home, from wherever they are.
        if isOfTransfers(trigger), flow.origin == nil, flow.destination == nil, pairs(in: clause).isEmpty,
            named.count == 1
        {
            return Parties(countries: named)
        }
        // "переводы из Кении": whence money is sent is told without whither.
        if isOfTransfers(trigger) || !document.marks(marks.homeward, in: clause).isEmpty,
            flow.origin != nil || flow.destination != nil,
            isPrepositional(flow, clause) || !document.marks(marks.homeward, in: clause).isEmpty
        {
            return flow
        }
        if indicator == Indicator("energy"), (flow.origin == nil) != (flow.destination == nil), isSold(clause),
            Set(listed.values.map(\.country)).count >= 2
        {
            return flow
        }
        if indicator == Indicator("energy"), flow.origin != nil, isSold(clause),
            isOfRegion(clause) || reachesAbroad(clause) || flow.countries.count == 1 && named.isEmpty
        {
            return flow
        }
        // "общие поставки газа в Перу"
        if indicator == Indicator("energy"), flow.destination != nil, flow.origin == nil, reachesAbroad(clause) {
            return flow
        }
        // "из стран союза в Перу поставили 5 млрд кубометров": of the seller nobody tells.
        if indicator == Indicator("energy"), flow.countries.count == 1, flow.destination != nil,
            regionSign(in: clause) == "from"
        {
            return flow
        }
        // "Кения импортировала 5 млн тонн нефти": with all the world.
        if indicator == Indicator("energy"), (flow.origin == nil) != (flow.destination == nil),
            flow.countries.count == 1,
            clause.contains(where: { document.mark(at: $0, marks.opposite) != nil && reading.isFiniteVerb($0) })
        {
            return flow
        }
        // "импорт из Чили, Перу и Кубы"
        if indicator == Indicator("energy"), flow.countries.count > 2, isSold(clause) { return flow }
        return nil
    }

    /// Whether a preposition tells the one end of a flow that is known.
    private func isPrepositional(_ flow: Parties, _ clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains { place in
            let sign = governor(of: place.range.lowerBound, in: clause)
            return place.country == flow.origin && sign == "from" || place.country == flow.destination && sign == "to"
        }
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
}
