import Grammar
import Model
import Morphology

extension FigureReader {
    /// The states of a list in a sentence, by the first token of their amounts: "Таджикистан – 84 тыс. тонн, Китай – 51 тыс. тонн".
    ///
    /// An item is a state right before its amount, with nothing but a dash, a bracket or a preposition between; a list
    /// has two items with different states. A second amount of an item, as in "Египет (757 тыс., +42%)", keeps its state.
    func listed(_ amounts: [Amount], in sentence: Range<Int>) -> [Int: PlaceMention] {
        guard amounts.count >= 2 else { return [:] }
        let places = reading.places(in: sentence).filter { $0.kind == .name || $0.kind == .capital }
        guard places.count >= 2 else { return [:] }
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
            // "из Кении в Перу составил 5 млн" tells both ends.
            if !isPair, let place = nearest, isItem(place, amount) {
                items[amount.core.lowerBound] = place
                codes.insert(place.country)
                last = (place, amount.core.upperBound)
            } else if nearest == nil, let item = last, amount.core.lowerBound - item.end <= 6,
                !(item.end..<amount.core.lowerBound).contains(where: reading.isFiniteVerb)
            {
                items[amount.core.lowerBound] = item.place
                last = (item.place, amount.core.upperBound)
            } else {
                last = nil
            }
        }
        return codes.count >= 2 ? items : [:]
    }

    /// "– Чили – 1,6 млн человек;": a line of a list whose head ended in a colon.
    mutating func openBullet(_ amounts: [Amount], in sentence: Range<Int>, index: Int) {
        let last = bullet
        bullet = nil
        guard index > 0, let amount = amounts.first, amounts.count <= 2,
            document.tokens[sentence.lowerBound].shape.contains(.lineStart)
        else { return }
        let before = document.sentences[index - 1]
        let opens = document.isMark(before.upperBound - 1, ":")
        guard opens || last != nil else { return }
        let places = reading.places(in: sentence.lowerBound..<amount.core.lowerBound)
        guard let place = places.last, places.count == 1, place.kind == .name,
            place.range.lowerBound - sentence.lowerBound <= 3, isItem(place, amount)
        else { return }
        if opens {
            listHead = found.last { !$0.amount.isPercent && $0.figure.measure == .level && index - $0.sentence <= 3 }
        }
        bullet = place
        listed[amount.core.lowerBound] = place
    }

    /// "Следом идет Чили – 5 тыс. тонн зерна": the next state of a row that the sentence before told of.
    func rowItem(_ amount: Amount, _ unit: IndicatorUse.UnitClass, index: Int) -> FoundFigure? {
        guard unit == .physical || unit == .money,
            let previous = found.last(where: { $0.amount.unit == amount.unit }), index - previous.sentence == 1,
            previous.figure.origin != nil, previous.figure.destination != nil, previous.figure.measure == .level,
            !triggersHere.contains(where: { $0.mark.end <= amount.core.lowerBound && $0.use(unit)?.isWeak == false })
        else { return nil }
        let sentence = document.sentences[index]
        let places = reading.places(in: sentence.lowerBound..<amount.core.lowerBound)
        guard places.count == 1, let place = places.last, place.kind == .name || place.kind == .capital,
            document.word(place.range.upperBound - 1)?.can(be: .nomn) == true, isItem(place, amount)
        else { return nil }
        return previous
    }

    /// "экспорт нефти сократился на 62%, оборудования – на 13%": an item in the genitive under the head of the one before.
    func namedItem(_ amount: Amount, index: Int) -> (previous: FoundFigure, name: Range<Int>)? {
        guard let last = found.last, last.sentence == index, last.amount.core.upperBound < amount.core.lowerBound,
            let previous = found.last(where: { $0.sentence == index && $0.amount.unit == amount.unit }),
            let head = previous.trigger, listed[amount.core.lowerBound] == nil,
            let word = document.word(head.mark.first), word.can(be: .noun), !reading.isFiniteVerb(head.mark.first)
        else { return nil }
        var first = last.amount.core.upperBound
        if document.isMark(first, ",") { first += 1 }
        if document.word(first)?.parses[0].tag.grammemes.contains(.conj) == true { first += 1 }
        guard let dash = (first..<amount.range.lowerBound).first(where: document.isDash),
            amount.range.lowerBound - dash <= 2, (1...4).contains(dash - first),
            document.word(dash - 1)?.can(be: .noun) == true,
            (first..<dash).allSatisfy({ token in
                // "Рижского порта" is an item, "Риги" a place.
                guard let part = document.word(token),
                    !document.tokens[token].shape.contains(.capitalized) || token + 1 < dash && part.can(be: .adjf)
                else { return false }
                return part.can(be: .gent) && !part.can(be: .nomn.union(.sing)) && !part.can(be: .prep)
                    && !reading.isFiniteVerb(token)
            })
        else { return nil }
        return (previous, first..<dash)
    }

    /// The head of a list with an item in the place of the first one's.
    func subject(of head: Trigger?, item: Range<Int>) -> String? {
        head.map { "\(reading.nominativePhrase($0.mark.range)) \(document.text(item))" }
    }

    private func isItem(_ place: PlaceMention, _ amount: Amount) -> Bool {
        let between = place.range.upperBound..<max(place.range.upperBound, amount.range.lowerBound)
        // "Чили стало четвертым (1,3 млн тонн)", "Чили, закупившее 9 млн тонн"
        let isRanked = between.count <= 4 && document.isMark(between.upperBound - 1, "(")
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
        guard between.count <= 3 else { return false }
        return between.allSatisfy { token in
            document.isDash(token) || document.isMark(token, "(") || document.isMark(token, ":")
                || document.word(token)?.can(be: .prep) == true || document.mark(at: token, marks.reach) != nil
                || document.mark(at: token, marks.share) != nil && reading.isFiniteVerb(token)
        }
    }

    /// The parties of a list's item: its state, and the one on the other side that the words before the list name.
    func parties(
        item place: PlaceMention, _ indicator: Indicator, trigger: Trigger?, sentence: Range<Int>, index: Int
    ) -> Parties {
        let items = Set(listed.values.map(\.country))
        let head = reading.places(in: sentence).filter {
            $0.kind != .city && !items.contains($0.country) && !isAttribution($0, sentence)
                && $0.range.lowerBound < place.range.lowerBound
        }.map(\.country)
        let before =
            (bullet == nil
            ? found.last { $0.figure.indicator == indicator && index - $0.sentence <= 1 } : listHead)?.figure
        let home = reading.discourse.home.flatMap { items.contains($0) ? nil : $0 }
        let sign = governor(of: place.range.lowerBound, in: sentence)
        if indicator == Indicator("share"), let flow = sharesOfFlow(place, before: before, items: items) { return flow }
        guard Self.shape(of: indicator) == .flow || Self.shape(of: indicator) == .travel else {
            let other =
                document.word(place.range.lowerBound - 1)?.can(be: .prep) == true || indicator == Indicator("share")
                ? head.first ?? home : head.first
            return Parties(countries: Set([other, place.country].compactMap { $0 }).sorted())
        }
        // "импортеры: Таджикистан – …" is where exports go; "инвесторы: Китай – …" is where money comes from.
        // "… из Кении в Перу. Больше всех прибавило Перу, а также Чили (+35%)": the items go on in the role of the state
        // before them.
        if let first = head.first,
            let pair = found.last(where: {
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
        let verb = (trigger ?? found.last { $0.figure.indicator == indicator && index - $0.sentence <= 1 }?.trigger)?
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
        let other = (isSameEnd || isNext && sign == nil ? told : nil) ?? head.first ?? told ?? home
        let both = Set([place.country, other].compactMap { $0 }).sorted()
        return isOrigin
            ? Parties(countries: both, origin: place.country, destination: other)
            : Parties(countries: both, origin: other, destination: place.country)
    }

    /// "Кения дала 61% импорта Перу, превосходя Чили (13%)": parts of one flow to the same state.
    private func sharesOfFlow(_ place: PlaceMention, before: Figure?, items: Set<CountryCode>) -> Parties? {
        guard let before, before.indicator == Indicator("share"), let origin = before.origin,
            let destination = before.destination, place.country != origin, place.country != destination,
            let word = found.last(where: { $0.figure.indicator == before.indicator })?.trigger?.mark.first
        else { return nil }
        let isImport = document.mark(at: word, marks.receive) != nil
        if isImport {
            return Parties(
                countries: [destination, place.country].sorted(), origin: place.country, destination: destination)
        }
        guard document.mark(at: word, marks.opposite) != nil else { return nil }
        return Parties(countries: [origin, place.country].sorted(), origin: origin, destination: place.country)
    }

    /// "закупил", "импортировав": its subject gets; of a noun such as "импорт" nobody knows.
    private func isBuyingVerb(_ mark: Mark) -> Bool {
        guard document.mark(at: mark.first, marks.receive) != nil, let word = document.word(mark.first) else {
            return false
        }
        return !word.can(be: .noun)
    }

    /// The figure of the item before, for an item that has no word of its own.
    func itemBefore(_ amount: Amount, triggers: [Trigger], index: Int) -> FoundFigure? {
        guard listed[amount.core.lowerBound] != nil,
            let previous = found.last(where: { $0.sentence != index || $0.amount.unit == amount.unit }),
            previous.sentence == index, listed[previous.amount.core.lowerBound] != nil,
            !triggers.contains(where: {
                $0.mark.first >= previous.amount.core.upperBound && $0.mark.end <= amount.core.lowerBound
            })
        else { return nil }
        return previous
    }
}
