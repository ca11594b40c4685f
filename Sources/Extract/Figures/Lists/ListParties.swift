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
        let items = Set(listed.values.map(\.country))
        let others = reading.places(in: saidPart(of: sentence, before: place)).filter {
            $0.kind != .city && !items.contains($0.country) && !isAttribution($0, sentence)
                && !(isBehindWith($0) && isBehindWith(place))
        }
        let ahead = others.filter { $0.range.lowerBound < place.range.lowerBound }
        // "студентов из Кении и Перу в вузах Чили стало больше на 5% и 7%": whose the row is stands behind it.
        let isDealt = isDealtOut()
        let head = (ahead.isEmpty && isDealt ? others : ahead).map(\.country)
        if let done = rowOfDoers(place, indicator, head.first, sentence: sentence) { return done }
        let before =
            (bullet == nil
            ? lastTold(1, before: index) { $0.figure.indicator == indicator } : listHead)?.figure
        let home = reading.discourse.home.flatMap { items.contains($0) ? nil : $0 }
        let sign = governor(of: place.range.lowerBound, in: sentence)
        // "Больше них перевели граждане Перу – 5 млн": whence the money before came.
        if isSent(indicator, trigger, sentence, index), sign == nil,
            case let from = head.first ?? before?.origin,
            !document.marks(marks.homeward, in: sentence).isEmpty || from != nil && before?.destination != nil
        {
            return Parties(
                countries: Set([from, place.country].compactMap { $0 }).sorted(), origin: from,
                destination: place.country)
        }
        // "Чили – 5 млн долларов (20%)": the part of the same flow.
        // "экспорт вырос в Кении на 5%": where it is, and not where it goes.
        if Self.isGoods(indicator), sign == "to", isLocative(place), head.isEmpty {
            let isImport = indicator == Indicator("imports")
            return Parties(
                countries: [place.country], origin: isImport ? nil : place.country,
                destination: isImport ? place.country : nil)
        }
        // "импорт Кении составил 5 млн, Перу – 4 млн": whose it is stands right behind the word.
        if Self.isGoods(indicator), sign == nil, head.isEmpty, let trigger,
            trigger.mark.end == place.range.lowerBound, document.word(trigger.mark.first)?.can(be: .noun) == true,
            document.mark(at: trigger.mark.first, marks.opposite) != nil, stands(place, in: .gent)
        {
            let isImport = indicator == Indicator("imports")
            return Parties(
                countries: [place.country], origin: isImport ? nil : place.country,
                destination: isImport ? place.country : nil)
        }
        // "экспорт вырос в Кении на 5%, Перу – на 4%"
        if Self.isGoods(indicator), sign == nil, head.isEmpty, let last = found.last, last.sentence == index,
            last.figure.countries.count == 1, listed[last.amount.core.lowerBound] != nil,
            last.figure.origin == nil || last.figure.destination == nil
        {
            return Parties(
                countries: [place.country], origin: last.figure.origin == nil ? nil : place.country,
                destination: last.figure.destination == nil ? nil : place.country)
        }
        // "экспорт в Перу составил 5 млн, импорт в Кению – 3 млн": the two are each other's partners.
        if items.count == 2, let sign, Self.isGoods(indicator), let other = items.first(where: { $0 != place.country }),
            triggersHere.contains(where: { one in triggersHere.contains { areOpposite(one, $0) } })
        {
            let pair = sign == "from" ? (place.country, other) : (other, place.country)
            return Parties(countries: items.sorted(), origin: pair.0, destination: pair.1)
        }
        if indicator == Indicator("share"), let last = found.last, last.sentence == index,
            last.figure.origin != nil, last.figure.destination != nil, last.figure.countries.contains(place.country),
            listed[last.amount.core.lowerBound]?.range == place.range
        {
            return Parties(
                countries: last.figure.countries, origin: last.figure.origin, destination: last.figure.destination)
        }
        if indicator == Indicator("finance"), !document.marks(marks.lender, in: sentence).isEmpty {
            return Parties(countries: [place.country], destination: place.country)
        }
        let isTradeHere = triggersHere.contains {
            document.mark(at: $0.mark.first, marks.opposite) != nil && $0.mark.end <= place.range.lowerBound
        }
        if indicator == Indicator("share"), head.isEmpty || !isTradeHere || found.last?.sentence == index,
            let flow = sharesOfFlow(place, before: before, items: items)
        {
            return flow
        }
        if indicator == Indicator("share"), let part = shareOfTrade(place, items, sentence, index) { return part }
        let isSent = isSent(indicator, trigger, sentence, index)
        let isSoldEnergy = indicator == Indicator("energy") && sign != nil && isLed(sentence)
        guard
            Self.shape(of: indicator) == .flow || Self.shape(of: indicator) == .travel
                || (isSent || isSoldEnergy) && sign != nil
        else {
            let isOpen =
                document.word(place.range.lowerBound - 1)?.can(be: .prep) == true || isDealt
                || indicator == Indicator("share") || indicator == Indicator("trade_turnover")
                || indicator == Indicator("rank")
            // "5 тысяч работают в Кении, 3 тысячи – в Перу": nor is who stands in the same place of a row the other side.
            let before = document.word(place.range.lowerBound - 1)
            let next = others.filter { other in
                before?.can(be: .prep) == true && stands(place, in: .loct) && stands(other, in: .loct)
                    && document.word(other.range.lowerBound - 1)?.text == before?.text
            }.map(\.country)
            let head = head.filter { !next.contains($0) }
            let whole = indicator == Indicator("share") ? wholeBehind(place, items, in: sentence) : nil
            let partners = items.union(next + reading.places(in: sentence).filter(isBehindWith).map(\.country))
            let speaks =
                isBehindWith(place) ? reading.discourse.own[index].flatMap { items.contains($0) ? nil : $0 } : nil
            let other =
                isOpen
                ? head.first ?? whole ?? speaks ?? ownerTold(before: index, of: Array(partners)) ?? rowOwner(index)
                    ?? home
                : head.first
            return Parties(countries: Set([other, place.country].compactMap { $0 }).sorted())
        }
        // "импортеры: Таджикистан – …" is where exports go; "инвесторы: Китай – …" is where money comes from.
        // "… из Кении в Перу. Больше всех прибавило Перу, а также Чили (+35%)": the items go on in the role of the state
        // before them.
        if let first = head.first,
            let pair = recent.last(where: {
                listed[$0.amount.core.lowerBound] == nil && $0.figure.indicator == indicator
                    && index - $0.sentence <= 2 && $0.figure.origin != nil
                    && $0.figure.destination != nil
            })?.figure, let origin = pair.origin, let destination = pair.destination, sign == nil,
            first == destination, !items.contains(origin)
        {
            return Parties(
                countries: Set([origin, place.country]).sorted(), origin: origin, destination: place.country)
        }
        // Where the article is about a seller, who buys stands in the list.
        let verb = (trigger ?? lastTold(1, before: index) { $0.figure.indicator == indicator }?.trigger)?
            .mark
        let isBought = verb.map { isBuyingVerb($0) } ?? false
        let areBuyers =
            indicator == Indicator("imports")
            && (isBought
                || onlyHome != nil
                    && trigger.map {
                        document.mark(at: $0.mark.first, marks.receive) != nil
                    } ?? (before?.origin == onlyHome))
        // "из Кении совершили 5 млн поездок. В лидерах Перу (1,7 млн)": they travel there.
        let areVisited =
            Self.shape(of: indicator) == .travel && before?.origin.map { !items.contains($0) } ?? false
        // The items stand on the side where the partner of the figure before stood.
        let side = before.flatMap { before -> Bool? in
            guard let home = reading.discourse.home, !items.contains(home), head.isEmpty else { return nil }
            return before.origin == home ? false : before.destination == home ? true : nil
        }
        let isOrigin =
            sign.map { $0 == "from" } ?? side
            ?? (indicator != Indicator("exports") && !areBuyers && !areVisited)
        // "из Кении в Чили прибыло 2 млн человек, из Перу – 1 млн": the other end is told with the first.
        let isSameEnd = found.last?.sentence == index && found.last?.figure.indicator == indicator && sign != nil
        let told = isOrigin ? before?.destination : before?.origin
        // "Чили (5 млн), третье – Кения, а Перу (3 млн)": the items keep the other end.
        let isNext =
            found.last.map {
                $0.sentence == index && listed[$0.amount.core.lowerBound] != nil && $0.figure.indicator == indicator
            } ?? false
        // "первой была Кения с 5 млн, за ней следуют Чили и Перу с 3 и 2 млн"
        let isSibling =
            found.last.map {
                $0.sentence == index && $0.figure.indicator == indicator && $0.figure.origin == head.first
                    && $0.figure.destination != nil
            } ?? false
        let other =
            (isSameEnd || isSibling && isOrigin || isNext && sign == nil ? told : nil) ?? head.first ?? told ?? home
        let both = Set([place.country, other].compactMap { $0 }).sorted()
        return isOrigin
            ? Parties(countries: both, origin: place.country, destination: other)
            : Parties(countries: both, origin: other, destination: place.country)
    }

    /// "Чили и Перу купили на 5 и 3 млн соответственно": whether the states of a row stand before all of its amounts.
    private func isDealtOut() -> Bool {
        guard let first = listed.keys.min(), listed.count >= 2 else { return false }
        return listed.values.allSatisfy { $0.range.upperBound <= first }
    }

    /// "Закупки чая у Кении увеличили Перу (на 5%) и Чили (на 3%)": behind a verb with trade for its object stand those who have it.
    private func rowOfDoers(
        _ place: PlaceMention, _ indicator: Indicator, _ other: CountryCode?, sentence: Range<Int>
    ) -> Parties? {
        guard Self.isGoods(indicator) || indicator == Indicator("energy"), place.kind == .name,
            stands(place, in: .nomn),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true, let other, other != place.country,
            let first = listed.values.map(\.range.lowerBound).min(),
            let verb = (sentence.lowerBound..<first).last(where: reading.isFiniteVerb),
            document.word(verb)?.can(be: .tran) == true,
            subjects(in: sentence.lowerBound..<verb).isEmpty,
            !(verb..<first).contains(where: { document.isMark($0, ":") || document.isDash($0) }),
            let object = triggersHere.first(where: { trigger in
                trigger.mark.end <= first && document.word(trigger.mark.first)?.can(be: [.noun, .accs]) == true
                    && trigger.uses.contains { !$0.isWeak && Self.isGoods($0.indicator) }
            })
        else { return nil }
        return receiving(object, indicator)
            ? Parties(from: other, to: place.country) : Parties(from: place.country, to: other)
    }

    /// "по импорту крупнейшими партнерами Кении стали Чили и Перу": a partner stands on the other side of the trade of whom it is one.
    func sideOfPartner(_ place: PlaceMention, _ indicator: Indicator, _ sentence: Range<Int>) -> Parties? {
        guard Self.isGoods(indicator), place.kind == .name, stands(place, in: .nomn),
            let partner = document.marks(marks.partner, in: sentence).first(where: { reading.value($0) == "of" }),
            let owner = reading.places(in: partner.end..<min(partner.end + 2, sentence.upperBound)).first,
            owner.kind == .name, owner.country != place.country, stands(owner, in: .gent)
        else { return nil }
        let both = [owner.country, place.country].sorted()
        return indicator == Indicator("imports")
            ? Parties(countries: both, origin: place.country, destination: owner.country)
            : Parties(countries: both, origin: owner.country, destination: place.country)
    }

    /// "в Перу ушло 5 млн кубометров", "продано": gas that is told to go somewhere.
    private func isLed(_ sentence: Range<Int>) -> Bool {
        isSold(sentence) || document.marks(marks.goneOut, in: sentence).contains { reading.isFiniteVerb($0.first) }
    }

    /// "Перу взяло 5 тыс. тонн, Чили – 3 тыс.": the next of a row stands in the place of the one before.
    private func nextDoer(
        _ place: PlaceMention, _ indicator: Indicator, sentence: Range<Int>, index: Int
    ) -> Parties? {
        guard Self.isGoods(indicator), let last = found.last, last.sentence == index,
            Self.isGoods(last.figure.indicator), last.figure.origin != nil, last.figure.destination != nil,
            !last.figure.countries.contains(place.country), place.kind == .name, stands(place, in: .nomn),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
            let before = reading.places(in: sentence.lowerBound..<last.amount.core.lowerBound).last,
            before.kind == .name, stands(before, in: .nomn), last.figure.countries.contains(before.country),
            document.word(before.range.lowerBound - 1)?.can(be: .prep) != true,
            let verb = last.trigger?.mark.first, reading.isFiniteVerb(verb),
            verb >= before.range.upperBound
                || listed[last.amount.core.lowerBound]?.range == before.range
        else { return nil }
        return Parties(of: last.figure, with: place.country, for: before.country)
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

    /// "Перу получило 5 млн кубометров, Чили – 3 млн", "5 млн предоставит Перу, 3 млн – Чили": who gets of the one before, or gives
    /// to it.
    private func rowOfHands(
        _ place: PlaceMention, _ indicator: Indicator, sentence: Range<Int>, index: Int
    ) -> Parties? {
        // "Кения продала Перу 5 млн кубометров газа, Чили – 3 млн"
        if indicator == Indicator("energy"), stands(place, in: .datv), isSold(sentence),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
            let seller = subjects(in: sentence).first, !listed.values.contains(where: { $0.country == seller })
        {
            return Parties(from: seller, to: place.country)
        }
        guard indicator == Indicator("energy") || indicator == Indicator("finance"),
            stands(place, in: .nomn) || stands(place, in: .gent) && indicator == Indicator("finance"),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
            document.marks(marks.lender, in: sentence).isEmpty
        else { return nil }
        let items = Set(listed.values.map(\.country))
        let before = lastTold(2, before: index) { $0.figure.indicator == indicator }?.figure
        func has(_ verbs: MarkClass) -> Bool {
            sentence.contains { document.mark(at: $0, verbs) != nil && reading.isFiniteVerb($0) }
        }
        // "Кении достанется 5 млн, Перу – 3 млн": from whom the one before got it, if that is told.
        if sentence.contains(where: { document.mark(at: $0, marks.fallTo) != nil }) {
            let giver = before?.origin.flatMap { items.contains($0) ? nil : $0 }
            return Parties(
                countries: [giver, place.country].compactMap { $0 }.sorted(), origin: giver, destination: place.country)
        }
        if has(marks.receive) {
            let giver = before?.origin ?? (indicator == Indicator("energy") ? before?.countries.only : nil)
            guard let giver, !items.contains(giver) else { return nil }
            return Parties(from: giver, to: place.country)
        }
        // "помощь Кении достигла 5 млн, Перу – 3 млн"
        let isAid = document.marks(marks.help, in: sentence).contains { $0.end <= place.range.lowerBound }
        guard indicator == Indicator("finance"), has(marks.give) || isAid && before?.origin != nil,
            let taker = before?.destination, taker != place.country,
            !items.contains(taker)
        else { return nil }
        return Parties(from: place.country, to: taker)
    }

    /// Whether a list is of money that people send.
    private func isSent(_ indicator: Indicator, _ trigger: Trigger?, _ sentence: Range<Int>, _ index: Int) -> Bool {
        indicator == Indicator("finance")
            && (isOfTransfers(trigger) || !document.marks(marks.homeward, in: sentence).isEmpty
                || isOfTransfers(recent.last { $0.sentence == index }?.trigger))
    }

    /// "Кения дала 61% импорта Перу, превосходя Чили (13%)": parts of one flow to the same state.
    private func sharesOfFlow(_ place: PlaceMention, before: Figure?, items: Set<CountryCode>) -> Parties? {
        guard let before, before.indicator == Indicator("share"), let origin = before.origin,
            let destination = before.destination, place.country != origin, place.country != destination,
            let word = recent.last(where: { $0.figure.indicator == before.indicator })?.trigger?.mark.first
        else { return nil }
        // "Доля Перу в экспорте Кении – 5%. Крупнейшим рынком остается Чили (33%)"
        let isShare = before.countries.count == 2 && document.mark(at: word, marks.share) != nil
        let isTold = isShare && document.sentenceOf[word] != document.sentenceOf[place.range.lowerBound]
        let isNext = isShare && found.last.map { listed[$0.amount.core.lowerBound]?.country == destination } ?? false
        let isImport = document.mark(at: word, marks.receive) != nil || isTold && destination == reading.discourse.home
        if isTold || isNext, origin == reading.discourse.home {
            return Parties(from: origin, to: place.country)
        }
        if isImport {
            return Parties(from: place.country, to: destination)
        }
        guard document.mark(at: word, marks.opposite) != nil else { return nil }
        return Parties(from: origin, to: place.country)
    }

    /// "закупил", "импортировав": its subject gets; of a noun such as "импорт" nobody knows.
    private func isBuyingVerb(_ mark: Mark) -> Bool {
        guard document.mark(at: mark.first, marks.receive) != nil, let word = document.word(mark.first) else {
            return false
        }
        return !word.can(be: .noun)
    }
}
