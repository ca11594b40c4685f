import Grammar
import Model
import Morphology

/// Whose the items of a list are.
extension FigureReader {
    /// "на долю Перу пришлось 34% внешней торговли Кении, Чили – 8%": whose the whole is, behind the first part.
    private func wholeBehind(
        _ place: PlaceMention, _ items: Set<CountryCode>, in sentence: Range<Int>
    ) -> CountryCode? {
        let end =
            (place.range.upperBound..<sentence.upperBound).first { document.isMark($0, ",") } ?? sentence.upperBound
        return reading.places(in: place.range.upperBound..<end).first {
            $0.kind == .name && !items.contains($0.country) && stands($0, in: .gent)
                && document.word($0.range.lowerBound - 1)?.can(be: .prep) != true
        }?.country
    }

    /// "Кения купила рис:", "– Перу – 5 тыс. тонн;": a line stands on the other side of the one whose deals the list opens with.
    private func partiesOfLine(_ place: PlaceMention, _ indicator: Indicator) -> Parties? {
        guard bullet != nil, listHead == nil, Self.isGoods(indicator), let opening = listOpening?.trigger else {
            return nil
        }
        let sentence = document.sentence(of: opening.mark.first)
        let told = reading.places(in: sentence).filter { $0.kind == .name && stands($0, in: .nomn) }
        guard let owner = Set(told.map(\.country)).only, owner != place.country else { return nil }
        return receiving(opening, indicator)
            ? Parties(from: place.country, to: owner)
            : Parties(from: owner, to: place.country)
    }

    /// "Кения продала 25 млн тонн: Перу – 9 млн, Чили – 2 млн": the whole that a list of states parts.
    func totalOfList(
        _ indicator: Indicator, amount: Amount, trigger: Trigger?, _ named: [CountryCode], clause: Range<Int>,
        index: Int
    ) -> Parties? {
        guard Self.isGoods(indicator) || indicator == Indicator("energy"), named.count == 1,
            Set(listed.values.map(\.country)).subtracting(named).count >= 2,
            let first = listed.keys.min(), amount.core.upperBound < first,
            (amount.core.upperBound..<first).contains(where: { document.isMark($0, ":") }),
            !isDug(amount, document.sentences[index])
        else { return nil }
        let receives = trigger.map { receiving($0, indicator) } ?? false
        let sides = sides(
            of: FlowClause(
                indicator: indicator, trigger: trigger, named: named, clause: clause, index: index, receives: receives))
        guard (sides.origin == nil) != (sides.destination == nil) else { return nil }
        return Parties(countries: named, origin: sides.origin, destination: sides.destination)
    }

    /// An item of a list of states, and what the words around the list tell of it.
    struct ListItem {
        let place: PlaceMention
        let indicator: Indicator
        let trigger: Trigger?
        let sentence: Range<Int>
        let index: Int
        /// The states of the list.
        let items: Set<CountryCode>
        /// The other states of the sentence.
        let others: [PlaceMention]
        /// Of those the ones whose the list may be, in order.
        let head: [CountryCode]
        /// Whether the states of the row stand before all of its amounts.
        let isDealt: Bool
        /// The figure that the list goes on with.
        let before: Figure?
        /// The state that the article is about, where it is no item.
        let home: CountryCode?
        /// What a preposition says of the item: "from" or "to".
        let sign: String?

        var country: CountryCode { place.country }
        var isShare: Bool { indicator == Indicator("share") }
    }

    /// The parties of a list's item: its state, and the one on the other side that the words before the list name.
    func parties(
        item place: PlaceMention, _ indicator: Indicator, trigger: Trigger?, sentence: Range<Int>, index: Int
    ) -> Parties {
        if let line = partiesOfLine(place, indicator) { return line }
        if isOwnItem(indicator) { return Parties(countries: [place.country]) }
        if !isSent(indicator, trigger, sentence, index),
            let row = rowOfHands(place, indicator, sentence: sentence, index: index)
        {
            return row
        }
        if let next = nextDoer(place, indicator, sentence: sentence, index: index) { return next }
        if let side = sideOfPartner(place, indicator, sentence) { return side }
        let it = listItem(place, indicator, trigger: trigger, sentence: sentence, index: index)
        if let done = rowOfDoers(place, indicator, it.head.first, sentence: sentence) { return done }
        return moneySent(it) ?? goodsOfItemAlone(it) ?? partOfWhole(it) ?? partiesOfNoFlow(it) ?? roleOfStateBefore(it)
            ?? partiesBySide(it)
    }

    private func listItem(
        _ place: PlaceMention, _ indicator: Indicator, trigger: Trigger?, sentence: Range<Int>, index: Int
    ) -> ListItem {
        let items = Set(listed.values.map(\.country))
        let others = reading.states(in: saidPart(of: sentence, before: place)).filter {
            !items.contains($0.country) && !isAttribution($0, sentence)
                && !(isBehindWith($0) && isBehindWith(place))
        }
        let ahead = others.filter { $0.range.lowerBound < place.range.lowerBound }
        // "студентов из Кении и Перу в вузах Чили стало больше на 5% и 7%": whose the row is stands behind it.
        let isDealt = isDealtOut()
        let before = bullet == nil ? lastTold(1, before: index) { $0.figure.indicator == indicator } : listHead
        return ListItem(
            place: place, indicator: indicator, trigger: trigger, sentence: sentence, index: index, items: items,
            others: others, head: (ahead.isEmpty && isDealt ? others : ahead).map(\.country), isDealt: isDealt,
            before: before?.figure, home: reading.discourse.home.flatMap { items.contains($0) ? nil : $0 },
            sign: governor(of: place.range.lowerBound, in: sentence))
    }

    /// "Больше них перевели граждане Перу – 5 млн": whence the money before came.
    private func moneySent(_ it: ListItem) -> Parties? {
        let from = it.head.first ?? it.before?.origin
        guard isSent(it.indicator, it.trigger, it.sentence, it.index), it.sign == nil,
            !document.marks(marks.homeward, in: it.sentence).isEmpty || from != nil && it.before?.destination != nil
        else { return nil }
        return Parties(
            countries: Set([from, it.country].compactMap { $0 }).sorted(), origin: from, destination: it.country)
    }

    /// Goods of which the item is one end and nobody tells the other, or the other item is.
    private func goodsOfItemAlone(_ it: ListItem) -> Parties? {
        guard Self.isGoods(it.indicator) else { return nil }
        if it.head.isEmpty {
            // "экспорт вырос в Кении на 5%": where it is, and not where it goes.
            let isThere = it.sign == "to" && isLocative(it.place)
            // "импорт Кении составил 5 млн, Перу – 4 млн": whose it is stands right behind the word.
            let isOwner =
                it.sign == nil
                && it.trigger.map { trigger in
                    trigger.mark.end == it.place.range.lowerBound
                        && document.word(trigger.mark.first)?.can(be: .noun) == true
                        && document.mark(at: trigger.mark.first, marks.opposite) != nil
                } ?? false && stands(it.place, in: .gent)
            if isThere || isOwner {
                let isImport = it.indicator == Indicator("imports")
                return Parties(
                    countries: [it.country], origin: isImport ? nil : it.country,
                    destination: isImport ? it.country : nil)
            }
            // "экспорт вырос в Кении на 5%, Перу – на 4%"
            if it.sign == nil, let last = found.last, last.sentence == it.index, last.figure.countries.count == 1,
                listed[last.amount.core.lowerBound] != nil,
                last.figure.origin == nil || last.figure.destination == nil
            {
                return Parties(
                    countries: [it.country], origin: last.figure.origin == nil ? nil : it.country,
                    destination: last.figure.destination == nil ? nil : it.country)
            }
        }
        // "экспорт в Перу составил 5 млн, импорт в Кению – 3 млн": the two are each other's partners.
        guard it.items.count == 2, let sign = it.sign, let other = it.items.first(where: { $0 != it.country }),
            triggersHere.contains(where: { one in triggersHere.contains { areOpposite(one, $0) } })
        else { return nil }
        return sign == "from" ? Parties(from: it.country, to: other) : Parties(from: other, to: it.country)
    }

    /// Shares of a flow that was told, and money from lenders.
    private func partOfWhole(_ it: ListItem) -> Parties? {
        if it.indicator == Indicator("finance"), !document.marks(marks.lender, in: it.sentence).isEmpty {
            return Parties(countries: [it.country], destination: it.country)
        }
        guard it.isShare else { return nil }
        // "Чили – 5 млн долларов (20%)": the part of the same flow.
        if let last = found.last, last.sentence == it.index, last.figure.origin != nil,
            last.figure.destination != nil, last.figure.countries.contains(it.country),
            listed[last.amount.core.lowerBound]?.range == it.place.range
        {
            return Parties(
                countries: last.figure.countries, origin: last.figure.origin, destination: last.figure.destination)
        }
        let isTradeHere = triggersHere.contains {
            document.mark(at: $0.mark.first, marks.opposite) != nil && $0.mark.end <= it.place.range.lowerBound
        }
        if it.head.isEmpty || !isTradeHere || found.last?.sentence == it.index,
            let flow = sharesOfFlow(it.place, before: it.before, items: it.items)
        {
            return flow
        }
        return shareOfTrade(it.place, it.items, it.sentence, it.index)
    }

    /// Of what does not go from one state to another: the item, and whose the list is.
    private func partiesOfNoFlow(_ it: ListItem) -> Parties? {
        let shape = Self.shape(of: it.indicator)
        let isSent = isSent(it.indicator, it.trigger, it.sentence, it.index)
        let isSoldEnergy = it.indicator == Indicator("energy") && isLed(it.sentence)
        if shape == .flow || shape == .travel || it.sign != nil && (isSent || isSoldEnergy) { return nil }
        let before = document.word(it.place.range.lowerBound - 1)
        let isBehindPreposition = before?.can(be: .prep) == true
        // "5 тысяч работают в Кении, 3 тысячи – в Перу": nor is who stands in the same place of a row the other side.
        let next = it.others.filter { other in
            isBehindPreposition && stands(it.place, in: .loct) && stands(other, in: .loct)
                && document.word(other.range.lowerBound - 1)?.text == before?.text
        }.map(\.country)
        var other = it.head.first { !next.contains($0) }
        let isOpen =
            isBehindPreposition || it.isDealt || it.isShare || it.indicator == Indicator("trade_turnover")
            || it.indicator == Indicator("rank")
        if isOpen {
            let partners = it.items.union(next + reading.places(in: it.sentence).filter(isBehindWith).map(\.country))
            let whole = it.isShare ? wholeBehind(it.place, it.items, in: it.sentence) : nil
            let speaks =
                isBehindWith(it.place)
                ? reading.discourse.own[it.index].flatMap { it.items.contains($0) ? nil : $0 } : nil
            other =
                other ?? whole ?? speaks ?? ownerTold(before: it.index, of: Array(partners)) ?? rowOwner(it.index)
                ?? it.home
        }
        return Parties(countries: Set([other, it.country].compactMap { $0 }).sorted())
    }

    /// "… из Кении в Перу. Больше всех прибавило Перу, а также Чили (+35%)": the items go on in the role of the state before
    /// them.
    private func roleOfStateBefore(_ it: ListItem) -> Parties? {
        guard it.sign == nil, let first = it.head.first,
            let pair = recent.last(where: {
                listed[$0.amount.core.lowerBound] == nil && $0.figure.indicator == it.indicator
                    && it.index - $0.sentence <= 2 && $0.figure.origin != nil && $0.figure.destination != nil
            })?.figure, let origin = pair.origin, first == pair.destination, !it.items.contains(origin)
        else { return nil }
        return Parties(
            countries: Set([origin, it.country]).sorted(), origin: origin, destination: it.country)
    }

    /// "импортеры: Таджикистан – …" is where exports go; "инвесторы: Китай – …" is where money comes from.
    private func partiesBySide(_ it: ListItem) -> Parties {
        let isOrigin = isOrigin(it)
        let told = isOrigin ? it.before?.destination : it.before?.origin
        let other = (keepsOtherEnd(it, isOrigin: isOrigin) ? told : nil) ?? it.head.first ?? told ?? it.home
        let both = Set([it.country, other].compactMap { $0 }).sorted()
        return isOrigin
            ? Parties(countries: both, origin: it.country, destination: other)
            : Parties(countries: both, origin: other, destination: it.country)
    }

    /// Whether the item is where the flow comes from.
    private func isOrigin(_ it: ListItem) -> Bool {
        if let sign = it.sign { return sign == "from" }
        // The items stand on the side where the partner of the figure before stood.
        if let before = it.before, let home = reading.discourse.home, !it.items.contains(home), it.head.isEmpty {
            if before.origin == home { return false }
            if before.destination == home { return true }
        }
        // Where the article is about a seller, who buys stands in the list.
        let verb = (it.trigger ?? lastTold(1, before: it.index) { $0.figure.indicator == it.indicator }?.trigger)?.mark
        let isOfHome =
            onlyHome != nil
            && it.trigger.map { document.mark(at: $0.mark.first, marks.receive) != nil }
                ?? (it.before?.origin == onlyHome)
        let areBuyers = it.indicator == Indicator("imports") && (verb.map { isBuyingVerb($0) } ?? false || isOfHome)
        // "из Кении совершили 5 млн поездок. В лидерах Перу (1,7 млн)": they travel there.
        let areVisited =
            Self.shape(of: it.indicator) == .travel && it.before?.origin.map { !it.items.contains($0) } ?? false
        return it.indicator != Indicator("exports") && !areBuyers && !areVisited
    }

    /// Whether the item has the other end of the figure before it in its sentence.
    private func keepsOtherEnd(_ it: ListItem, isOrigin: Bool) -> Bool {
        guard let last = found.last, last.sentence == it.index, last.figure.indicator == it.indicator else {
            return false
        }
        // "из Кении в Чили прибыло 2 млн человек, из Перу – 1 млн": the other end is told with the first.
        if it.sign != nil { return true }
        // "Чили (5 млн), третье – Кения, а Перу (3 млн)": the items keep the other end.
        if listed[last.amount.core.lowerBound] != nil { return true }
        // "первой была Кения с 5 млн, за ней следуют Чили и Перу с 3 и 2 млн"
        return isOrigin && last.figure.origin == it.head.first && last.figure.destination != nil
    }

    /// "в Перу ушло 5 млн кубометров", "продано": gas that is told to go somewhere.
    private func isLed(_ sentence: Range<Int>) -> Bool {
        isSold(sentence) || document.marks(marks.goneOut, in: sentence).contains { reading.isFiniteVerb($0.first) }
    }

    /// "заявил в Лиме, что оборот с Кенией вырос": what is said, without where and by whom.
    private func saidPart(of sentence: Range<Int>, before place: PlaceMention) -> Range<Int> {
        let before = sentence.lowerBound..<place.range.lowerBound
        let speech = document.marks(marks.speech, in: before).first { reading.isFiniteVerb($0.first) }
        let opening = speech.flatMap { speech in
            (speech.end..<before.upperBound).first {
                document.isMark($0, ",") && document.mark(at: $0 + 1, marks.relative) != nil
            }
        }
        return (opening ?? sentence.lowerBound)..<sentence.upperBound
    }

    /// "в Кении экономика вырастет на 5%, в Перу – на 3%", "Кения тратит на армию 2% ВВП, Перу – 3%": what each state has of its own.
    private func isOwnItem(_ indicator: Indicator) -> Bool {
        if indicator == Indicator("gdp") || indicator == Indicator("agriculture") { return true }
        guard indicator == Indicator("share"), let last = recent.last(where: { $0.trigger != nil }) else {
            return false
        }
        guard last.figure.indicator == indicator || last.figure.indicator == Indicator("gdp") else { return false }
        return last.trigger?.uses.contains { !$0.isWeak && $0.indicator == Indicator("gdp") } == true
    }

    /// Whether a list is of money that people send.
    private func isSent(_ indicator: Indicator, _ trigger: Trigger?, _ sentence: Range<Int>, _ index: Int) -> Bool {
        indicator == Indicator("finance")
            && (isOfTransfers(trigger) || !document.marks(marks.homeward, in: sentence).isEmpty
                || isOfTransfers(recent.last { $0.sentence == index }?.trigger))
    }

    /// "закупил", "импортировав": its subject gets; of a noun such as "импорт" nobody knows.
    private func isBuyingVerb(_ mark: Mark) -> Bool {
        guard document.mark(at: mark.first, marks.receive) != nil, let word = document.word(mark.first) else {
            return false
        }
        return !word.can(be: .noun)
    }
}
