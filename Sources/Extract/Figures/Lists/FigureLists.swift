import Grammar
import Model
import Morphology

/// Which state of a list an amount stands by.
extension FigureReader {
    /// The states of a list in a sentence, by the first token of their amounts: "Таджикистан – 84 тыс. тонн, Китай – 51 тыс. тонн".
    ///
    /// An item is a state right before its amount, with nothing but a dash, a bracket or a preposition between; a list
    /// has two items with different states. A second amount of an item, as in "Египет (757 тыс., +42%)", keeps its state.
    func listed(_ amounts: [Amount], in sentence: Range<Int>) -> [Int: PlaceMention] {
        guard amounts.count >= 2 else { return [:] }
        let places = reading.places(in: sentence).filter { $0.kind == .name || $0.kind == .capital }
        guard places.count >= 2 else { return [:] }
        if tellsBothEnds(amounts, reading.states(in: sentence)) { return [:] }
        let behind = statesBehind(amounts, places, in: sentence)
        if !behind.isEmpty { return behind }
        let paired = pairedStates(amounts, places)
        var items: [Int: PlaceMention] = [:]
        var codes: Set<CountryCode> = []
        var last: (place: PlaceMention, end: Int)?
        var next = 0
        for amount in amounts {
            var nearest: PlaceMention?
            while next < places.count, places[next].range.lowerBound < amount.core.lowerBound {
                nearest = places[next]
                next += 1
            }
            let isPair =
                next >= 2 && nearest != nil
                && places[next - 1].range.lowerBound - places[next - 2].range.upperBound == 1
                && document.word(places[next - 1].range.lowerBound - 1)?.can(be: .prep) == true
                && document.word(places[next - 2].range.lowerBound - 1)?.can(be: .prep) == true
            if let place = paired[amount.core.lowerBound] ?? takerBehind(amount, places) {
                items[amount.core.lowerBound] = place
                codes.insert(place.country)
                last = (place, amount.core.upperBound)
                continue
            }
            // "из Кении в Перу составил 5 млн" tells both ends.
            // In brackets it is the last one's: "в Кению из Перу (5 млн), Чили (3 млн)".
            if !isPair || opensBracket(amount.range.lowerBound - 1), let place = nearest, isItem(place, amount) {
                items[amount.core.lowerBound] = place
                codes.insert(place.country)
                last = (place, amount.core.upperBound)
            } else if nearest == nil, let item = last, amount.core.lowerBound - item.end <= 6,
                !(item.end..<amount.core.lowerBound).contains(where: reading.isFiniteVerb),
                // "в Перу – 5 млн, в Африку – 3 млн"
                document.marks(marks.region, in: item.end..<amount.core.lowerBound).isEmpty
            {
                items[amount.core.lowerBound] = item.place
                last = (item.place, amount.core.upperBound)
            } else {
                last = nil
            }
        }
        return codes.count >= 2 ? items : [:]
    }

    /// "на экспорт ушло 5 млн: 3 млн в Перу, 2 млн в Чили": a row of amounts, each with where it went or came from right behind.
    private func statesBehind(_ amounts: [Amount], _ places: [PlaceMention], in sentence: Range<Int>)
        -> [Int: PlaceMention]
    {
        var items: [Int: PlaceMention] = [:]
        for (at, amount) in amounts.enumerated() {
            let end = amount.core.upperBound
            let limit = at + 1 < amounts.count ? amounts[at + 1].range.lowerBound : sentence.upperBound
            guard let place = places.first(where: { $0.range.lowerBound >= end }), place.range.upperBound <= limit,
                let sign = reading.preposition(at: place.range.lowerBound - 1),
                sign == "from" && stands(place, in: .gent)
                    || sign == "into" && (!isLocative(place) || document.isDash(end)),
                place.range.lowerBound - end <= 6,
                (end..<place.range.lowerBound - 1).allSatisfy({ token in
                    document.word(token).map { !$0.readings[0].intersects([.prep, .conj]) }
                        ?? (token == end && document.isDash(token))
                }),
                isItemEnd(place.range.upperBound, in: sentence),
                !places.contains(where: { $0.range.upperBound <= amount.core.lowerBound && isItem($0, amount) })
            else { continue }
            items[amount.core.lowerBound] = place
            // "5% – из Перу (3 млн)"
            if at + 1 < amounts.count, amounts[at + 1].range.lowerBound == place.range.upperBound + 1,
                opensBracket(place.range.upperBound)
            {
                items[amounts[at + 1].core.lowerBound] = place
            }
        }
        let ahead = amounts.filter { amount in
            items[amount.core.lowerBound].map { $0.range.lowerBound >= amount.core.upperBound } ?? false
        }
        let isRow = zip(ahead, ahead.dropFirst()).contains { one, two in
            one.unit == two.unit && items[two.core.lowerBound]!.range.lowerBound - two.core.upperBound <= 2
        }
        return isRow && Set(items.values.map(\.country)).count >= 2 ? items : [:]
    }

    /// Whether an item of a row can end at a token.
    private func isItemEnd(_ token: Int, in sentence: Range<Int>) -> Bool {
        guard token < sentence.upperBound else { return true }
        return [",", ";", ".", "(", ")"].contains { document.isMark(token, $0) }
            || document.word(token)?.readings[0].contains(.conj) == true
    }

    /// "2 млн получило Чили", "1 млн – Перу": who stands behind its amount, where nothing but a verb or a dash is between.
    private func takerBehind(_ amount: Amount, _ places: [PlaceMention]) -> PlaceMention? {
        let end = amount.core.upperBound
        guard let place = places.first(where: { $0.range.lowerBound >= end }), stands(place, in: .nomn),
            place.range.lowerBound - end == 1,
            document.isDash(end)
                || (document.mark(at: end, marks.receive) ?? document.mark(at: end, marks.give)) != nil
                    && reading.isFiniteVerb(end),
            !document.isDash(amount.range.lowerBound - 1)
        else { return nil }
        // "– 5 млн, Чили – 3 млн": the next of a row that stands the other way round.
        let behind = place.range.upperBound
        let isNext =
            document.isDash(end) && !document.isMark(behind, ",")
            // "8 млн – Перу и 1 млн – Чили"
            && document.word(behind)?.readings[0].contains(.conj) != true
            && reading.amounts.contains { (0...2).contains($0.range.lowerBound - behind) }
        return isNext ? nil : place
    }

    /// "следуют Чили и Перу с 5 млн и 3 млн": two states and two amounts in the same order.
    private func pairedStates(_ amounts: [Amount], _ places: [PlaceMention]) -> [Int: PlaceMention] {
        func joins(_ token: Int) -> Bool { document.word(token)?.parses[0].tag.grammemes.contains(.conj) == true }
        if let dealt = dealtOut(amounts, places) { return dealt }
        if !timed.isEmpty { return [:] }
        for (one, two) in zip(amounts, amounts.dropFirst())
        where two.core.lowerBound - one.core.upperBound <= 2 && joins(one.core.upperBound) {
            let isInOrder =
                document.marks(marks.respectively, in: two.core.upperBound..<two.core.upperBound + 2).first != nil
            guard let last = places.lastIndex(where: { $0.range.upperBound <= one.range.lowerBound }), last > 0,
                one.range.lowerBound - places[last].range.upperBound <= 2 || isInOrder,
                places[last].range.lowerBound - places[last - 1].range.upperBound == 1,
                joins(places[last - 1].range.upperBound), places[last].country != places[last - 1].country,
                // "торговля Кении и Перу выросла на 5% и составила 3 млн": a verb tells more of the two together.
                isInOrder
                    || stands(places[last], in: .nomn) && stands(places[last - 1], in: .nomn)
                        && !(one.core.upperBound..<two.core.lowerBound).contains(where: reading.isFiniteVerb)
            else { continue }
            return [one.core.lowerBound: places[last - 1], two.core.lowerBound: places[last]]
        }
        return [:]
    }

    /// "Кения вложила в Перу 5 млн, а Перу в Кению – 3 млн": both ends told anew before the second amount make no list.
    private func tellsBothEnds(_ amounts: [Amount], _ places: [PlaceMention]) -> Bool {
        zip(amounts, amounts.dropFirst()).contains { before, amount in
            let between = before.core.upperBound..<max(before.core.upperBound, amount.core.lowerBound)
            let here = places.filter { between.contains($0.range.lowerBound) }
            return Set(here.map(\.country)).count == 2 && here.count == 2
                && here.filter { document.word($0.range.lowerBound - 1)?.can(be: .prep) == true }.count == 1
                && !(here[0].range.upperBound..<here[1].range.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "Чили, Перу и Куба, поставившие на 5, 4 и 3 млн соответственно": as many states as amounts, in the same order. Right before
    /// the amounts they need no word that says so: "Чили, Перу и Куба с 5, 4 и 3 млн".
    private func dealtOut(_ amounts: [Amount], _ places: [PlaceMention]) -> [Int: PlaceMention]? {
        guard let last = amounts.last else { return nil }
        let sentence = document.sentence(of: last.core.lowerBound)
        let mark = document.marks(marks.respectively, in: sentence).first
        guard let row = mark.flatMap({ rowOfAmounts(amounts, endingBefore: $0) }) ?? rowBehindStates(amounts, places),
            row.count >= 2
        else { return nil }
        var run: [PlaceMention] = []
        var best: [PlaceMention] = []
        for place in places where place.range.upperBound <= row[row.startIndex].range.lowerBound {
            if let before = run.last, joins(before.range.upperBound, place.range.lowerBound) {
                run.append(place)
            } else {
                run = [place]
            }
            if run.count == row.count { best = run }
        }
        guard best.count == row.count, Set(best.map(\.country)).count == row.count else { return nil }
        return Dictionary(uniqueKeysWithValues: zip(row.map(\.core.lowerBound), best))
    }

    /// The three amounts of one unit or more that begin right behind the last of as many states.
    private func rowBehindStates(_ amounts: [Amount], _ places: [PlaceMention]) -> ArraySlice<Amount>? {
        for first in amounts.indices {
            guard let place = places.last(where: { $0.range.upperBound <= amounts[first].range.lowerBound }),
                amounts[first].range.lowerBound - place.range.upperBound == 1,
                document.mark(at: place.range.upperBound, marks.with) != nil
            else { continue }
            var end = first
            while end + 1 < amounts.endIndex, isNextInOrder(amounts[end + 1], amounts[end]),
                amounts[end + 1].unit == amounts[first].unit
            {
                end += 1
            }
            if end - first >= 2 { return amounts[first...end] }
        }
        return nil
    }

    /// Whether a comma or a conjunction joins what ends at one token with what begins at another, a preposition aside.
    private func joins(_ end: Int, _ start: Int) -> Bool {
        (1...2).contains(start - end)
            && (document.isMark(end, ",") || document.word(end)?.can(be: .conj) == true)
            && (start - end == 1 || document.word(end + 1)?.can(be: .prep) == true)
    }

    /// The amounts of one unit that end right before "соответственно".
    func rowOfAmounts(_ amounts: [Amount], endingBefore mark: Mark) -> ArraySlice<Amount>? {
        guard
            let end = amounts.lastIndex(where: {
                $0.core.upperBound <= mark.first && mark.first - $0.core.upperBound <= 2
            })
        else { return nil }
        var first = end
        while first > 0, isNextInOrder(amounts[first], amounts[first - 1]), amounts[first - 1].unit == amounts[end].unit
        {
            first -= 1
        }
        return amounts[first...end]
    }

    /// "экспорт и импорт составили 240 и 58 млн соответственно": as many words as amounts, in the same order.
    func pairedInOrder(_ amounts: [Amount], in sentence: Range<Int>) -> [Int: Trigger] {
        guard let mark = document.marks(marks.respectively, in: sentence).first,
            let row = rowOfAmounts(amounts, endingBefore: mark), let last = row.last
        else { return [:] }
        let first = row.startIndex
        let unit = IndicatorUse.UnitClass(last.unit)
        let words = triggersHere.filter {
            $0.mark.end <= row[first].core.lowerBound && $0.use(unit)?.isWeak == false
                && document.mark(at: $0.mark.first, marks.opposite) != nil
        }.suffix(row.count)
        guard row.count >= 2, words.count == row.count, Set(words.map { $0.use(unit)!.indicator }).count == row.count
        else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(row.map(\.core.lowerBound), words))
    }

    /// "наибольшая доля (2 млрд долларов, или 64%) в инвестициях": money within a part is of what the part is of.
    func wholeOfShare(_ amount: Amount) -> Trigger? {
        let open = amount.range.lowerBound - 1
        guard !amount.isPercent, document.isMark(open, "("), document.mark(at: open - 1, marks.share) != nil,
            document.word(open - 1)?.can(be: .noun) == true,
            let close = (amount.core.upperBound..<amount.core.upperBound + 8).first(where: { document.isMark($0, ")") }
            ),
            reading.preposition(at: close + 1) == "into"
        else { return nil }
        return triggersHere.first { (close + 2...close + 4).contains($0.mark.first) }
    }

    func isItem(_ place: PlaceMention, _ amount: Amount) -> Bool {
        let between = place.range.upperBound..<max(place.range.upperBound, amount.range.lowerBound)
        // "Чили втрое увеличило поставки"
        if between.isEmpty, amount.isTimes { return false }
        // "Чили стало четвертым (1,3 млн тонн)", "Чили, закупившее 9 млн тонн"
        let isRanked = between.count <= 4 && opensBracket(between.upperBound - 1)
        if isRanked,
            between.dropLast().allSatisfy({
                document.mark(at: $0, marks.ordinal) != nil || document.isDash($0) || reading.isFiniteVerb($0)
                    || document.mark(at: $0, marks.reach) != nil
            })
        {
            return true
        }
        if between.count == 2, document.isMark(between.lowerBound, ","),
            document.word(between.lowerBound + 1)?.can(be: .prtf) == true
        {
            return true
        }
        if between.count <= 4, isWhereMoved(place, between) { return true }
        guard between.count <= 3 else { return false }
        return between.allSatisfy { token in
            document.isDash(token) || opensBracket(token) || document.isMark(token, ":")
                || document.word(token)?.can(be: .prep) == true || document.mark(at: token, marks.reach) != nil
                // "в Перу – на сумму 5 млн, Чили – на сумму 3 млн"
                || document.mark(at: token, marks.indicatorFrame).map { reading.value($0) == "sum" } == true
                || document.mark(at: token, marks.share) != nil
                    && (reading.isFiniteVerb(token) || opensBracket(between.lowerBound))
        }
    }

    /// "в Кении снизились на 7%", "в Перу – также на 7%": where something moved.
    private func isWhereMoved(_ place: PlaceMention, _ between: Range<Int>) -> Bool {
        reading.preposition(at: place.range.lowerBound - 1) == "into"
            && isLocative(place)
            && between.allSatisfy {
                document.isDash($0) || document.word($0)?.can(be: .prep) == true
                    || document.word($0)?.readings[0].intersects([.advb, .prcl, .conj]) == true
                    || document.mark(at: $0, marks.direction) != nil && reading.isFiniteVerb($0)
            }
    }

    /// "(", and the slash that agencies put for it: "Перу /5 млн/".
    func opensBracket(_ token: Int) -> Bool {
        guard document.isMark(token, "/") else { return document.isMark(token, "(") }
        return document.tokens[token].shape.contains(.spaceBefore) && token + 1 < document.tokens.count
            && !document.tokens[token + 1].shape.contains(.spaceBefore)
    }

    /// The figure of the item before, for an item that has no word of its own.
    func itemBefore(_ amount: Amount, triggers: [Trigger], index: Int) -> FoundFigure? {
        guard listed[amount.core.lowerBound] != nil,
            let previous = recent.last(where: { $0.sentence != index || $0.amount.unit == amount.unit }),
            previous.sentence == index, listed[previous.amount.core.lowerBound] != nil,
            !triggers.contains(where: {
                $0.mark.first >= previous.amount.core.upperBound && $0.mark.end <= amount.core.lowerBound
            })
        else { return nil }
        return previous
    }
}
