import Grammar
import Model
import Morphology

/// What the flows told before say of one whose clause leaves an end open.
extension FigureReader {
    /// A flow of goods that a sentence told without a number.
    struct ToldFlow {
        let origin: CountryCode
        let destination: CountryCode
        let trigger: Trigger
        let sentence: Int
    }

    /// Notes from where to where a sentence says that goods flow, for figures behind it that say nothing of that.
    mutating func noteFlow(_ triggers: [Trigger], _ sentence: Range<Int>, _ index: Int) {
        for trigger in triggers {
            guard let use = trigger.uses.first(where: { !$0.isWeak && Self.isGoods($0.indicator) }) else { continue }
            let clause = reading.clause(around: trigger.mark.first, in: sentence)
            var named: [CountryCode] = []
            for place in reading.places(in: clause)
            where place.kind != .city && !isAttribution(place, sentence) && !named.contains(place.country) {
                named.append(place.country)
            }
            guard named.count == 2 else { continue }
            let told = sides(
                use.indicator, trigger: trigger, receives: receiving(trigger, use.indicator), named: named,
                clause: clause, index: index, isShare: false)
            guard let origin = told.origin, let destination = told.destination, origin != destination else { continue }
            toldFlow = ToldFlow(origin: origin, destination: destination, trigger: trigger, sentence: index)
            return
        }
    }

    /// "импорт зерна из Кении вырос впятеро, поставки составили 5 тыс. тонн": the sentence goes on with the flow before, or
    /// turns it round: "экспортировала туда на 2 млн, а импортировала – на 3".
    func sameFlow(_ indicator: Indicator, amount: Amount, clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("exports") || indicator == Indicator("imports"), let previous = found.last,
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
            let changed = reading.places(in: between).last(where: { $0.kind == .name || $0.kind == .capital }),
            let sign = governor(
                of: changed.range.lowerBound, in: changed.range.lowerBound - 3..<changed.range.upperBound),
            Set(reading.places(in: between).map(\.country)).count == 1, !isVia(changed)
        {
            let origin = sign == "from" ? changed.country : it.origin!
            let destination = sign == "from" ? it.destination! : changed.country
            guard origin != destination else { return nil }
            return Parties(countries: [origin, destination].sorted(), origin: origin, destination: destination)
        }
        guard reading.places(in: between).isEmpty, reading.places(in: rest).isEmpty else { return nil }
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
    func flowBefore(
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

    /// "экспорт в Перу вырос. Импорт упал": the other direction of the trade that was told right before.
    func turnedFlow(_ indicator: Indicator, trigger: Trigger?, clause: Range<Int>, index: Int) -> Parties? {
        guard Self.isGoods(indicator), !reachesAbroad(clause), !isOfRegion(clause),
            let last = found.last(where: { Self.isGoods($0.figure.indicator) && $0.trigger != nil }),
            index - last.sentence <= 2, areOpposite(last.trigger, trigger), let origin = last.figure.origin,
            let destination = last.figure.destination
        else { return nil }
        return Parties(countries: [origin, destination].sorted(), origin: destination, destination: origin)
    }

    /// "Кения купила чая на 5 млн. Перу заняло второе место с 3 млн": the next one that does as the one before did.
    func nextInRow(_ trigger: Trigger?, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard named.count == 1, let previous = found.last(where: { $0.figure.indicator != Indicator("rank") }),
            index - previous.sentence <= 1, trigger == nil || trigger?.mark == previous.trigger?.mark,
            trigger == nil || isSameParagraph(index, previous.sentence), let origin = previous.figure.origin,
            let destination = previous.figure.destination, named[0] != origin, named[0] != destination,
            subjects(in: clause).contains(named[0])
        else { return nil }
        let sentence = document.sentences[previous.sentence]
        let before = subjects(
            in: previous.sentence == index ? sentence.lowerBound..<previous.amount.core.lowerBound : sentence)
        var isBuyer = before.contains(destination)
        if isBuyer == before.contains(origin) {
            // "Больше всего отправили в Перу. Второе место занимает Чили": who trades with all of them stays.
            guard trigger == nil,
                Self.isGoods(previous.figure.indicator) || previous.figure.indicator == Indicator("share"),
                let home = reading.discourse.home,
                home == origin || home == destination
            else { return nil }
            isBuyer = home == origin
        }
        let pair = isBuyer ? (origin, named[0]) : (named[0], destination)
        return Parties(countries: [pair.0, pair.1].sorted(), origin: pair.0, destination: pair.1)
    }

    /// The states that stand in the nominative, with no preposition before.
    private func subjects(in range: Range<Int>) -> [CountryCode] {
        reading.places(in: range).filter { place in
            (place.kind == .name || place.kind == .capital)
                && document.word(place.range.upperBound - 1)?.can(be: .nomn) == true
                && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
        }.map(\.country)
    }

    /// The state that does what a gerund at the head of a clause tells.
    func subjectOfGerund(_ clause: Range<Int>, index: Int) -> CountryCode? {
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

    /// Of "поставки" and "закупки" both tell of one flow; "экспорт" and "импорт" of two.
    func areOpposite(_ one: Trigger?, _ other: Trigger?) -> Bool {
        guard let one, let other, let first = one.uses.first?.indicator, let second = other.uses.first?.indicator,
            first != second
        else { return false }
        return document.mark(at: one.mark.first, marks.opposite) != nil
            && document.mark(at: other.mark.first, marks.opposite) != nil
    }

    /// Whether a word tells one of the two directions of a state's trade: of "экспорт Китая" nobody knows where it goes.
    func isTradeOfOne(_ trigger: Trigger?) -> Bool {
        trigger.map { document.mark(at: $0.mark.first, marks.opposite) != nil } ?? true
    }

    /// Whether both states of a pair are spoken of around a sentence.
    func isPairNear(_ focus: [CountryCode], _ index: Int) -> Bool {
        if reading.discourse.mainPair == focus || paragraphHasPartner { return true }
        let around = document.sentences[max(0, index - 2)].lowerBound..<document.sentences[index].upperBound
        let named = Set(reading.places(in: around).map(\.country))
        return focus.allSatisfy(named.contains)
    }
}
