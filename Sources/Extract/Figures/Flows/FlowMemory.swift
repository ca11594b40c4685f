import Grammar
import Model
import Morphology

/// What the flows told before say of one whose clause leaves an end open.
extension FigureReader {
    /// A flow of goods that a sentence told without a number.
    struct ToldFlow {
        let origin: CountryCode
        let destination: CountryCode
        let trigger: Trigger?
        let sentence: Int
    }

    /// Notes from where to where a sentence says that goods flow, for figures behind it that say nothing of that.
    func noteFlow(_ triggers: [Trigger], _ sentence: Range<Int>, _ index: Int) {
        noteCapital(sentence, index)
        for trigger in triggers {
            guard let use = trigger.uses.first(where: { !$0.isWeak && Self.isGoods($0.indicator) }) else { continue }
            let clause = reading.clause(around: trigger.mark.first, in: sentence)
            var named: [CountryCode] = []
            for place in reading.states(in: clause)
            where !isAttribution(place, sentence) && !named.contains(place.country) {
                named.append(place.country)
            }
            // "мы закупаем у Кении": the other side is the speaker's.
            let own = reading.discourse.own[index].flatMap { own in
                named.count == 1 && named[0] != own && clause.contains { document.mark(at: $0, marks.we) != nil }
                    ? own : nil
            }
            guard named.count == 2 || own != nil else { continue }
            let told = sides(
                of: FlowClause(
                    indicator: use.indicator, trigger: trigger, named: named, clause: clause, index: index,
                    receives: receiving(trigger, use.indicator)))
            guard let origin = told.origin ?? own, let destination = told.destination ?? own, origin != destination
            else { continue }
            toldFlow = ToldFlow(origin: origin, destination: destination, trigger: trigger, sentence: index)
            return
        }
    }

    /// Notes whose firms or capital work in which state: "в Перу действует 120 компаний с кенийским капиталом".
    private func noteCapital(_ sentence: Range<Int>, _ index: Int) {
        let places = reading.placeSlice(sentence)
        guard
            let owner = places.first(where: { place in
                place.kind == .adjective && document.mark(at: place.range.upperBound, marks.capital) != nil
            }),
            let host = places.first(where: { place in
                place.country != owner.country && (place.kind == .name || place.kind == .adjective)
                    && reading.preposition(at: place.range.lowerBound - 1) == "into"
            })
        else { return }
        toldCapital = ToldFlow(origin: owner.country, destination: host.country, trigger: nil, sentence: index)
    }

    /// "импорт зерна из Кении вырос впятеро, поставки составили 5 тыс. тонн": the sentence goes on with the flow before, or
    /// turns it round: "экспортировала туда на 2 млн, а импортировала – на 3".
    func sameFlow(_ indicator: Indicator, amount: Amount, clause: Range<Int>, index: Int) -> Parties? {
        guard let previous = lastOfRow(indicator, index),
            Self.isGoods(indicator)
                || indicator == previous.figure.indicator
                    && (indicator == Indicator("finance") || indicator == Indicator("energy")),
            previous.sentence == index, previous.figure.origin != nil, previous.figure.destination != nil,
            amount.core.lowerBound > previous.amount.core.upperBound, !reachesAbroad(clause), !isOfRegion(clause)
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.core.lowerBound
        let next = reading.amounts.first { $0.core.lowerBound >= amount.core.upperBound }?.range.lowerBound
        let limit = min(clause.upperBound, next ?? clause.upperBound)
        let comma = (amount.core.upperBound..<max(amount.core.upperBound, limit)).first { document.isMark($0, ",") }
        let rest = amount.core.upperBound..<max(amount.core.upperBound, comma ?? limit)
        let it = previous.figure
        // "в Перу – на 30%, до 5 млн, в Чили – на 11%": the next of a row changes one end.
        if it.indicator == indicator, previous.trigger != nil,
            let changed = reading.places(in: between).last(where: {
                $0.kind == .name || $0.kind == .capital || $0.kind == .adjective && isMarket($0)
            }),
            !closesPart(changed, amount),
            let sign = governor(
                of: changed.range.lowerBound, in: changed.range.lowerBound - 3..<changed.range.upperBound),
            Set(reading.places(in: between).map(\.country)).count == 1, !isVia(changed)
        {
            let origin = sign == "from" ? changed.country : it.origin!
            let destination = sign == "from" ? it.destination! : changed.country
            guard origin != destination else { return nil }
            return Parties(from: origin, to: destination)
        }
        // "Чили импортировало из Кении чай на 5 млн, Куба – на 3 млн": the next who does the same.
        let isSame =
            it.indicator == indicator
            || Self.isGoods(it.indicator) && Self.isGoods(indicator)
                && !areOpposite(previous.trigger, triggerOf(between))
        if isSame, let next = reading.places(in: between).last, next.kind == .name,
            Set(reading.places(in: between).map(\.country)).count == 1, next.country != it.origin,
            next.country != it.destination, stands(next, in: .nomn),
            document.word(next.range.lowerBound - 1)?.can(be: .prep) != true
        {
            let first = document.sentences[index].lowerBound
            let did = subjects(in: first..<previous.amount.core.lowerBound)
            if did.contains(it.destination!), !did.contains(it.origin!) {
                return Parties(
                    countries: [it.origin!, next.country].sorted(), origin: it.origin, destination: next.country)
            }
            if did.contains(it.origin!), !did.contains(it.destination!) {
                return Parties(
                    countries: [it.destination!, next.country].sorted(), origin: next.country,
                    destination: it.destination)
            }
        }
        if let turned = turnedByAdjective(indicator, amount: amount, index: index) { return turned }
        guard reading.places(in: between).isEmpty, reading.places(in: rest).isEmpty else { return nil }
        // "купил на 5 млн, продал на 3 млн"
        if isBoughtInTurn(previous, between), Self.isGoods(it.indicator) {
            return Parties(countries: it.countries, origin: it.destination, destination: it.origin)
        }
        if it.indicator == indicator {
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        guard it.indicator == Indicator("exports") || it.indicator == Indicator("imports") else { return nil }
        // Of "поставки" and "закупки" both tell of one flow; "экспорт" and "импорт" of two.
        let isOpposite =
            respective[amount.core.lowerBound] != nil || isBoughtInTurn(previous, between)
            || between.contains { document.mark(at: $0, marks.opposite) != nil }
                && document.mark(at: previous.trigger?.mark.first ?? -1, marks.opposite) != nil
        return isOpposite
            ? Parties(countries: it.countries, origin: it.destination, destination: it.origin)
            : Parties(countries: it.countries, origin: it.origin, destination: it.destination)
    }

    /// "продала на 5 млн, а купила на 3 млн": the same one sells and buys.
    private func isBoughtInTurn(_ previous: FoundFigure, _ between: Range<Int>) -> Bool {
        guard let sold = previous.trigger?.mark, reading.isFiniteVerb(sold.first) else { return false }
        let isSale = document.mark(at: sold.first, marks.receive) == nil
        return between.contains { token in
            guard reading.isFiniteVerb(token), document.mark(at: token, marks.indicator) != nil else { return false }
            return (document.mark(at: token, marks.purchase) != nil) == isSale
        }
    }

    /// "55 млн в Перу и 14 тонн": the state behind the amount before, and not of the next one.
    private func closesPart(_ place: PlaceMention, _ amount: Amount) -> Bool {
        amount.range.lowerBound == place.range.upperBound + 1
            && document.word(place.range.upperBound)?.parses[0].tag.grammemes.contains(.conj) == true
    }

    private func triggerOf(_ range: Range<Int>) -> Trigger? {
        triggersHere.first { range.contains($0.mark.first) && !$0.uses.allSatisfy(\.isWeak) }
    }

    /// "экспорт из Кении в Перу вырос на 5%, импорт из Перу – на 3%", "экспорт в страны союза вырос на 5%, в Перу – на 7%":
    /// what stands between two amounts of a sentence tells one end of the second anew, and the first the other.
    func toldAnew(
        _ indicator: Indicator, trigger: Trigger?, amount: Amount, sentence: Range<Int>, index: Int
    ) -> Parties? {
        guard let previous = lastOfRow(indicator, index),
            Self.isGoods(indicator) && Self.isGoods(previous.figure.indicator)
                || indicator == previous.figure.indicator,
            Self.shape(of: indicator) == .flow || isOfTransfers(previous.trigger)
                || (indicator == Indicator("energy") || indicator == Indicator("finance"))
                    && previous.figure.origin != nil,
            previous.amount.core.upperBound < amount.core.lowerBound
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.core.lowerBound
        let it = previous.figure
        let turns = areOpposite(previous.trigger, trigger)
        let (origin, destination) = turns ? (it.destination, it.origin) : (it.origin, it.destination)
        let places = reading.states(in: between).filter {
            !isAttribution($0, sentence) && !isVia($0)
        }
        if places.allSatisfy({ isIncluded($0, in: sentence) }) {
            guard let sign = regionSign(in: between) else { return nil }
            let known = sign == "from" ? destination : origin
            return known.map { end in
                Parties(countries: [end], origin: sign == "from" ? nil : end, destination: sign == "from" ? end : nil)
            }
        }
        guard Set(places.map(\.country)).count == 1, let place = places.last, !closesPart(place, amount),
            var sign = governor(of: place.range.lowerBound, in: between)
                ?? (isDative(place) || isBareGoal(place) ? "to" : nil)
        else { return nil }
        // "закупки в Кении" come from there.
        if sign == "to", isLocative(place) || document.word(place.range.lowerBound)?.can(be: .fixd) == true,
            let trigger, between.contains(trigger.mark.first),
            document.mark(at: trigger.mark.first, marks.purchase) != nil
                || document.mark(at: trigger.mark.first, marks.purchaseNoun) != nil
        {
            sign = "from"
        }
        let told = place.country
        let other = sign == "from" ? [destination, origin] : [origin, destination]
        guard let end = other.compactMap({ $0 }).first(where: { $0 != told }) else { return nil }
        let pair = sign == "from" ? (told, end) : (end, told)
        return Parties(countries: [told, end].sorted(), origin: pair.0, destination: pair.1)
    }

    /// Who sells to a region, or buys from it, by the figures told before.
    func traderTold(_ index: Int, _ sign: String, _ indicator: Indicator = Indicator("exports")) -> CountryCode? {
        let last = recent.last {
            (Self.isGoods(indicator) ? Self.isGoods($0.figure.indicator) : $0.figure.indicator == indicator)
                && (sign == "to" ? $0.figure.origin : $0.figure.destination) != nil
        }
        if let last, index - last.sentence <= 3 { return sign == "to" ? last.figure.origin : last.figure.destination }
        return onlyHome ?? (found.isEmpty ? reading.discourse.home : nil)
    }

    /// The flow just before that one with an open end goes on with: its seller is the same one, or one word measures both.
    func flowBefore(
        _ indicator: Indicator, trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> (origin: CountryCode, destination: CountryCode)? {
        guard indicator == Indicator("exports") || indicator == Indicator("imports"),
            let last = recent.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
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

    /// The other state of the pair whose trade was told last: "Товарооборот Кении с Перу составил 5 млн. Импорт из Перу".
    func partnerTold(of known: CountryCode, _ index: Int) -> CountryCode? {
        guard let last = recent.last(where: { $0.figure.indicator == Indicator("trade_turnover") }),
            index - last.sentence <= 4, last.figure.countries.count == 2, last.figure.countries.contains(known)
        else { return nil }
        return last.figure.countries.first { $0 != known }
    }

    /// "Экспорт Кении в Перу составил 5 млн. Товарооборот с Чили – 3 млн, из них 2 млн составил экспорт": of the same seller,
    /// to the partner told last.
    func tradeOfPair(_ indicator: Indicator, receives: Bool, clause: Range<Int>, index: Int) -> Parties? {
        guard Self.isGoods(indicator), !reachesAbroad(clause), !isOfRegion(clause),
            let turnover = recent.last(where: { $0.figure.indicator == Indicator("trade_turnover") }),
            turnover.figure.countries.count == 2, index - turnover.sentence <= 1,
            let flow = recent.last(where: {
                Self.isGoods($0.figure.indicator) && $0.figure.origin != nil && $0.figure.destination != nil
            }), flow.amount.core.lowerBound < turnover.amount.core.lowerBound,
            flow.figure.countries != turnover.figure.countries
        else { return nil }
        let isImport = flow.figure.indicator == Indicator("imports")
        guard let owner = isImport ? flow.figure.destination : flow.figure.origin,
            let other = turnover.figure.countries.first(where: { $0 != owner }),
            turnover.figure.countries.contains(owner)
        else { return nil }
        let pair = receives ? (other, owner) : (owner, other)
        return Parties(countries: [owner, other].sorted(), origin: pair.0, destination: pair.1)
    }

    /// "Товарооборот Кении с Перу составил 5 млн. Экспорт достиг 3 млн": of the one whose trade with the other was told.
    func tradeOfOwner(_ indicator: Indicator, receives: Bool, clause: Range<Int>, index: Int) -> Parties? {
        guard Self.isGoods(indicator), !isOfRegion(clause),
            let turnover = recent.last(where: { $0.figure.indicator == Indicator("trade_turnover") }),
            turnover.figure.countries.count == 2, index - turnover.sentence <= 2,
            reading.places(in: clause).allSatisfy({ $0.kind == .city })
        else { return nil }
        let sentence = document.sentences[turnover.sentence]
        let partner = reading.places(in: sentence).first {
            turnover.figure.countries.contains($0.country) && isBehindWith($0)
        }
        guard let partner, let owner = turnover.figure.countries.filter({ $0 != partner.country }).only,
            reading.places(in: sentence.lowerBound..<partner.range.lowerBound).contains(where: { $0.country == owner })
        else { return nil }
        let other = partner.country
        return receives
            ? Parties(from: other, to: owner)
            : Parties(from: owner, to: other)
    }

    /// The seller of whom a new paragraph tells after figures of all its trade and of several buyers: "экспорт чая вырос" is
    /// of all of them again.
    func sellerToMany(_ previous: FoundFigure, _ index: Int) -> CountryCode? {
        guard !isSameParagraph(index, previous.sentence), let seller = previous.figure.origin else { return nil }
        let sold = found.filter { $0.figure.indicator == Indicator("exports") && $0.figure.origin == seller }
        let buyers = Set(sold.map(\.figure.destination))
        return buyers.count >= 2 && previous.figure.indicator == Indicator("exports") ? seller : nil
    }

    /// "инвестиции в Кению составили 17 млн, из них на Перу пришлось 2 млн": a part of what was told stands on its open side.
    func partOfFlow(_ indicator: Indicator, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard named.count == 1,
            let previous = recent.last(where: { $0.figure.origin != nil || $0.figure.destination != nil }),
            index - previous.sentence <= 1,
            indicator == Indicator("share")
                ? Self.isGoods(previous.figure.indicator) && isSameParagraph(index, previous.sentence)
                : previous.figure.indicator == indicator,
            previous.figure.countries.count == 1, previous.figure.countries != named,
            reading.places(in: clause).contains(where: { $0.country == named[0] && hasPart($0, clause) })
        else { return nil }
        let (origin, destination) = (previous.figure.origin ?? named[0], previous.figure.destination ?? named[0])
        return Parties(from: origin, to: destination)
    }

    /// "экспорт в Перу вырос. Импорт упал": the other direction of the trade that was told right before.
    func turnedFlow(_ indicator: Indicator, trigger: Trigger?, clause: Range<Int>, index: Int) -> Parties? {
        guard Self.isGoods(indicator), !reachesAbroad(clause), !isOfRegion(clause),
            let last = recent.last(where: { Self.isGoods($0.figure.indicator) && $0.trigger != nil }),
            index - last.sentence <= 2, turns(trigger, from: last), let origin = last.figure.origin,
            let destination = last.figure.destination
        else { return nil }
        return Parties(from: destination, to: origin)
    }

    /// Of "поставки" and "закупки" both tell of one flow; "экспорт" and "импорт" of two.
    func areOpposite(_ one: Trigger?, _ other: Trigger?) -> Bool {
        guard let one, let other, let first = one.uses.first?.indicator, let second = other.uses.first?.indicator,
            first != second
        else { return false }
        return document.mark(at: one.mark.first, marks.opposite) != nil
            && document.mark(at: other.mark.first, marks.opposite) != nil
    }

    /// Whether a word of trade turns round what a figure told; of goods the word of trade before them tells: "вырос экспорт чая (на 5 млн)".
    func turns(_ trigger: Trigger?, from told: FoundFigure) -> Bool {
        if areOpposite(told.trigger, trigger) { return true }
        guard let goods = told.trigger, isOfGoods(goods) else { return false }
        let before = document.sentences[told.sentence].lowerBound..<told.amount.core.lowerBound
        let word = document.marks(marks.indicator, in: before).last {
            document.mark(at: $0.first, marks.opposite) != nil
        }
        return areOpposite(word.map { Trigger(mark: $0, uses: marks.indicatorUses[$0.entry] ?? []) }, trigger)
    }

    /// Whether a word tells one of the two directions of a state's trade: of "экспорт Китая" nobody knows where it goes.
    func isTradeOfOne(_ trigger: Trigger?) -> Bool {
        trigger.map { document.mark(at: $0.mark.first, marks.opposite) != nil } ?? true
    }

    /// Whether a reader who has come to a sentence knows that a state is spoken of: it, or somebody of it, was named before,
    /// or is right behind as who says so.
    ///
    /// "Экспорт чая вырос на 5%. В Перу поставки упали на 3%": nobody reads the first as of what goes to Peru.
    func isMentioned(_ state: CountryCode, by index: Int) -> Bool {
        var end = document.sentences[index].upperBound
        if index + 1 < document.sentences.count,
            document.mark(at: document.sentences[index + 1].lowerBound, marks.speechBack) != nil
        {
            end = document.sentences[index + 1].upperBound
        }
        if reading.places.contains(where: {
            $0.country == state && $0.range.lowerBound < end && !reading.isDateline($0)
        }) {
            return true
        }
        return reading.people.persons.contains { $0.country == state && $0.first < end }
            || reading.provinces.contains { $0.country == state && $0.range.lowerBound < end }
    }

    /// "Кения отправляет 5 тонн, Перу увеличило поставки втрое", "Кения получит от ЕС 5 млн. Перу достанется 3 млн": who did the same
    /// right before stands on the same side.
    func isAlongside(_ other: CountryCode, origin: CountryCode?, _ indicator: Indicator, _ index: Int) -> Bool {
        guard let last = found.last?.figure, index - found.last!.sentence <= 1 else { return false }
        if origin != nil {
            return found.last!.sentence == index && last.origin == other && last.destination == nil
                && (Self.isGoods(indicator) && Self.isGoods(last.indicator) || last.indicator == indicator)
        }
        let given = recent.last { $0.figure.indicator == Indicator("finance") && $0.figure.destination == other }
        return indicator == Indicator("finance")
            && given.map { index - $0.sentence <= 2 && $0.figure.origin == nil } ?? false
    }

    /// "импортировала 2 млн тонн, из них 95% – из Кении": a state that is first named behind, with another number.
    func isNamedOnlyBehind(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        let sentence = document.sentence(of: clause.lowerBound)
        guard clause.upperBound < sentence.upperBound,
            reading.places(in: clause.upperBound..<sentence.upperBound).contains(where: { $0.country == state })
        else { return false }
        return !reading.places.contains { $0.country == state && $0.range.lowerBound < clause.upperBound }
            && !reading.people.persons.contains { $0.country == state && $0.first < clause.upperBound }
    }

    /// Whether both states of a pair are spoken of around a sentence.
    func isPairNear(_ focus: [CountryCode], _ index: Int) -> Bool {
        guard focus.allSatisfy({ isMentioned($0, by: index) }) else { return false }
        if reading.discourse.mainPair == focus || paragraphHasPartner { return true }
        let around = document.sentences[max(0, index - 2)].lowerBound..<document.sentences[index].upperBound
        let named = Set(reading.places(in: around).map(\.country))
        return focus.allSatisfy(named.contains)
    }
}
