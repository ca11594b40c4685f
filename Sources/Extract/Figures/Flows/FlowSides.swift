import Grammar
import Model
import Morphology

/// What is known of a flow when it is asked whence and whither it goes.
struct FlowClause {
    let indicator: Indicator
    let trigger: FigureReader.Trigger?
    /// The states that its clause names for it.
    let named: [CountryCode]
    let clause: Range<Int>
    /// The states that the sentence is about.
    var focus: [CountryCode] = []
    let index: Int
    /// Whether the subject of the trigger is who gets.
    let receives: Bool
    var isShare = false

    /// The end that the subject of the trigger stands on.
    var near: FlowEnd { receives ? .destination : .origin }
}

/// An end of a flow.
enum FlowEnd {
    case origin, destination

    var opposite: FlowEnd { self == .origin ? .destination : .origin }
}

/// Who stands on each end of a flow. Of several that are put on one end the first counts.
struct FlowSides {
    var origin: CountryCode?
    var destination: CountryCode?

    mutating func put(_ country: CountryCode, on end: FlowEnd) {
        switch end {
        case .origin: origin = origin ?? country
        case .destination: destination = destination ?? country
        }
    }
}

/// What the words of a clause say of both ends of a flow.
extension FigureReader {
    /// What the words of a clause say of both ends: first what a preposition, a case or a verb says of a place
    /// (``FlowEndRule``), then what the order of words suggests, then where a firm or a town stands for its state.
    func sides(of flow: FlowClause) -> FlowSides {
        var sides = FlowSides()
        let there = pointedPlace(marks.there, in: flow.clause, index: flow.index)
        var open = placesWithoutEnd(of: flow, there: there, &sides)
        if let thence = pointedPlace(marks.thence, in: flow.clause, index: flow.index), thence != sides.destination {
            open.removeAll { $0.country == thence }
            sides.put(thence, on: .origin)
        }
        if let there, there != sides.origin { sides.put(there, on: .destination) }
        putByOrder(open, of: flow, &sides)
        putInvestorAlone(of: flow, &sides)
        putTownInvestedIn(of: flow, &sides)
        putFirmOnOpenEnd(of: flow, &sides)
        return sides
    }

    /// Puts each place that a rule speaks of on its end, and gives the others.
    private func placesWithoutEnd(of flow: FlowClause, there: CountryCode?, _ sides: inout FlowSides) -> [PlaceMention]
    {
        let thereAt = there == nil ? nil : document.marks(marks.there, in: flow.clause).first?.first
        var open: [PlaceMention] = []
        for place in ends(in: flow.clause, flow.indicator)
        where place.standsForState && flow.named.contains(place.country) {
            // "с партнерами из Перу и поставило туда": what "туда" points back to is told of by it.
            let isPointedTo = place.country == there && place.range.lowerBound < thereAt!
            switch FlowEndRule.verdict(on: place, of: flow, isPointedTo: isPointedTo, self) {
            case .stands(let end): sides.put(place.country, on: end)
            case .neither: break
            case nil: open.append(place)
            }
        }
        // "экспорт в торговле с Китаем": the partner is on the other side.
        open.removeAll { place in
            guard isPartner(place) else { return false }
            sides.put(place.country, on: flow.near.opposite)
            return true
        }
        let all = open
        open.removeAll { isInRow($0, of: all) }
        // "кабинет министров Перу утвердил меморандум о кредите": a genitive that gives nothing is no side.
        if flow.indicator == Indicator("finance") { open.removeAll { !canGive($0, flow.trigger, flow.clause) } }
        return open
    }

    /// Places of which nothing says the end, by what they stand beside: the trade's own adjective first, then that of
    /// goods.
    private func putByOrder(_ open: [PlaceMention], of flow: FlowClause, _ sides: inout FlowSides) {
        let isToldWhere = sides.destination != nil
        // "турецкий лидер ждет азербайджанских инвестиций": the adjective of the trade itself goes first.
        let first = open.filter { isOnTrigger($0, of: flow) }
        // So does that of goods: "Перу заключило контракт на поставку кенийского чая".
        let second = open.filter { !isOnTrigger($0, of: flow) && isOnGoods($0, of: flow) }
        let ordered = first + second + open.filter { !isOnTrigger($0, of: flow) && !isOnGoods($0, of: flow) }
        for place in ordered where place.country != sides.origin && place.country != sides.destination {
            let gets: Bool
            if place.kind == .adjective || place.kind == .people {
                // "импорт китайских товаров" comes from there; "узбекский импорт" goes there.
                gets = flow.receives && (isOnTrigger(place, of: flow) && !isBought(flow) || place.kind == .people)
            } else {
                // "Чили стало вторым поставщиком чая в Перу": who sends is told beside where to.
                gets = flow.receives && !(isToldWhere && sides.origin == nil) && !isSeller(flow.trigger)
            }
            sides.put(place.country, on: gets ? .destination : .origin)
        }
    }

    /// "«Амкодор» вложит 5 млн": alone the firm that gives stands for its state.
    private func putInvestorAlone(of flow: FlowClause, _ sides: inout FlowSides) {
        guard sides.origin == nil, sides.destination == nil, !flow.receives, let trigger = flow.trigger,
            let only = flow.named.only,
            let firm = reading.firms(in: flow.clause).first(where: { $0.country == only }),
            firm.range.upperBound <= trigger.mark.first,
            reading.places(in: flow.clause).allSatisfy({ $0.kind == .city })
        else { return }
        sides.put(only, on: .origin)
    }

    /// "вложит 5 млн в завод под Лимой"
    private func putTownInvestedIn(of flow: FlowClause, _ sides: inout FlowSides) {
        guard flow.indicator == Indicator("investment"), sides.destination == nil, let investor = sides.origin,
            let town = reading.places(in: flow.clause).first(where: { $0.kind == .city && $0.country != investor }),
            document.word(town.range.lowerBound - 1)?.can(be: .prep) == true, !isVia(town),
            governor(of: town.range.lowerBound, in: flow.clause) != "from"
        else { return }
        sides.put(town.country, on: .destination)
    }

    /// "Boeing продаст Узбекистану самолеты": the firm's state on the side that is open.
    private func putFirmOnOpenEnd(of flow: FlowClause, _ sides: inout FlowSides) {
        guard (sides.origin == nil) != (sides.destination == nil), let known = sides.origin ?? sides.destination,
            let firm = reading.firms(in: flow.clause).first(where: { flow.named.contains($0.country) }),
            firm.country != known
        else { return }
        // "«Газпром» поставил Венгрии газ": a dative that looks like a genitive.
        let isGiven = reading.places(in: flow.clause).contains {
            $0.country == known && $0.range.lowerBound > firm.range.upperBound && stands($0, in: .datv)
        }
        let gets = sides.destination != nil || isGiven && !flow.receives
        sides = FlowSides(origin: gets ? firm.country : known, destination: gets ? known : firm.country)
    }

    /// "кенийский экспорт": an adjective right before the trigger.
    func isOnTrigger(_ place: PlaceMention, of flow: FlowClause) -> Bool {
        guard place.kind == .adjective, let trigger = flow.trigger?.mark.first else { return false }
        return (0...1).contains(trigger - place.range.upperBound)
            // "для перуанских предприятий кредит": of its own noun.
            && (place.range.upperBound..<trigger).allSatisfy {
                document.word($0)?.parses[0].tag.grammemes.contains(.noun) != true
            }
    }

    /// "на поставку кенийского чая": an adjective on a noun that depends on the trigger.
    private func isOnGoods(_ place: PlaceMention, of flow: FlowClause) -> Bool {
        place.kind == .adjective && place.range.lowerBound > (flow.trigger?.mark.first ?? flow.clause.upperBound)
            && document.word(place.range.lowerBound)?.can(be: .gent) == true
            && document.word(place.range.upperBound)?.can(be: [.noun, .gent]) == true
    }

    /// "покупает 5 млн тонн кенийского чая": what is bought comes from there.
    private func isBought(_ flow: FlowClause) -> Bool {
        guard let goods = flow.trigger, document.mark(at: goods.mark.first, marks.opposite) == nil,
            document.word(goods.mark.first)?.can(be: [.noun, .gent]) == true
        else { return false }
        return flow.clause.contains {
            (document.mark(at: $0, marks.purchase) != nil
                || document.mark(at: $0, marks.receive) != nil && reading.isFiniteVerb($0))
                && !goods.mark.range.contains($0)
        }
    }

    static func isMoney(_ indicator: Indicator) -> Bool {
        indicator == Indicator("investment") || indicator == Indicator("finance")
    }

    /// The states of a clause and the parts of states, which sell and buy like them: "вывоз Баварии в Кению".
    private func ends(in clause: Range<Int>, _ indicator: Indicator) -> [PlaceMention] {
        let provinces = reading.provinces(in: clause)
        guard !provinces.isEmpty, Self.shape(of: indicator) == .flow else { return reading.places(in: clause) }
        let parts = provinces.map {
            PlaceMention(
                range: $0.range,
                kind: document.word($0.range.upperBound - 1)?.can(be: .noun) == true ? .name : .adjective,
                country: $0.country, city: nil)
        }
        return (reading.places(in: clause) + parts).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// "договор об импорте 5 млн тонн чая": what the noun before goods tells of them.
    func isImported(_ goods: Trigger, _ clause: Range<Int>) -> Bool {
        let before = clause.lowerBound..<max(clause.lowerBound, goods.mark.first)
        let last = document.marks(marks.indicator, in: before).last { mark in
            document.mark(at: mark.first, marks.opposite) != nil
        }
        return last.map { document.mark(at: $0.first, marks.receive) != nil } ?? false
    }

    /// Whether a state can be whose money it is: a subject, the money's own adjective or genitive, or anybody of it who gives.
    private func canGive(_ place: PlaceMention, _ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        if place.kind != .name || stands(place, in: .nomn) || isAbbreviated(place) { return true }
        if let trigger, (0...2).contains(place.range.lowerBound - trigger.mark.end) { return true }
        // "Японией выделено"
        if stands(place, in: .ablt), !stands(place, in: .gent) { return true }
        return stands(place, in: .gent) && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
            && clause.contains { document.mark(at: $0, marks.give) != nil }
    }

    /// "крупнейшим поставщиком стало Чили": who is called so sends.
    private func isSeller(_ trigger: Trigger?) -> Bool {
        trigger.map { document.mark(at: $0.mark.first, marks.seller) != nil } ?? false
    }

    /// Whether a trigger names goods, and neither trade nor what is done with them.
    func isOfGoods(_ trigger: Trigger) -> Bool {
        guard let word = document.word(trigger.mark.first), !word.parses[0].tag.grammemes.contains(.verb) else {
            return false
        }
        return document.mark(at: trigger.mark.first, marks.opposite) == nil
            && trigger.uses.allSatisfy { $0.isWeak || $0.units.isSubset(of: [.count, .percent, .times]) }
    }

    /// Whether the subject of a trigger is who gets: an import, or a verb of buying and receiving.
    func receiving(_ trigger: Trigger, _ indicator: Indicator) -> Bool {
        document.mark(at: trigger.mark.first, marks.receive) != nil || indicator == Indicator("imports")
            || document.mark(at: trigger.mark.first, marks.buyer) != nil
    }

    /// "Кения и Перу договорились о поставках": of two in a row neither is where something comes from.
    func isInRow(_ place: PlaceMention, of places: [PlaceMention]) -> Bool {
        func joins(_ token: Int) -> Bool {
            document.word(token)?.parses[0].tag.grammemes.contains(.conj) == true
        }
        return places.contains { other in
            guard other.country != place.country, other.kind != .adjective, place.kind != .adjective else {
                return false
            }
            return other.range.lowerBound == place.range.upperBound + 1 && joins(place.range.upperBound)
                || place.range.lowerBound == other.range.upperBound + 1 && joins(other.range.upperBound)
        }
    }

    /// "в экономику страны", "в республику"
    func isIntoOwn(_ clause: Range<Int>) -> Bool {
        document.marks(marks.own, in: clause).contains { mark in
            (1...2).contains { back in
                reading.preposition(at: mark.first - back) == "into"
            } && document.mark(at: mark.first, marks.pair) == nil
        }
    }

    /// "для республики", "стране предоставили"
    func isForOwn(_ clause: Range<Int>) -> Bool {
        document.marks(marks.own, in: clause).contains { mark in
            reading.preposition(at: mark.first - 1) == "to"
                || document.word(mark.first - 1)?.can(be: .prep) != true
                    && document.word(mark.end - 1)?.can(be: [.noun, .datv]) == true
                    && document.word(mark.end - 1)?.can(be: .gent) != true
        }
    }
}
