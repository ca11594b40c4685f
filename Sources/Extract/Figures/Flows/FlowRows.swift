import Grammar
import Model
import Morphology

/// The next state of a row, which sends or receives what the one before did.
extension FigureReader {
    /// "импорт Кении вырос на 5%, Перу – на 4%", "экспорт вырос в Кении на 5%, в Перу – на 4%", "кенийский импорт вырос на 5%,
    /// перуанский – на 4%": the next state of which the same is told, with all the world on the other side.
    func nextOwner(_ indicator: Indicator, trigger: Trigger?, amount: Amount, index: Int) -> Parties? {
        guard Self.isGoods(indicator), let previous = found.last, previous.sentence == index,
            previous.figure.indicator == indicator, previous.figure.countries.count == 1,
            (previous.figure.origin == nil) != (previous.figure.destination == nil),
            trigger == nil || trigger?.mark == previous.trigger?.mark,
            previous.amount.core.upperBound < amount.core.lowerBound
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.core.lowerBound
        let here = reading.states(in: between)
        // "на 40% до 8 млн"
        if here.isEmpty, between.count <= 2, preposition(of: amount) == .reaching {
            let it = previous.figure
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        guard here.count == 1, let place = here.first, place.country != previous.figure.countries[0],
            document.isDash(place.range.upperBound) || document.mark(at: place.range.upperBound, marks.reach) != nil
        else { return nil }
        let isOwner: Bool
        switch place.kind {
        case .adjective: isOwner = stands(place, in: .nomn)
        case .name:
            let isBare = document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
            // "Чили экспортировало на 5 млн, Куба – на 3 млн"
            let isSubject =
                stands(place, in: .nomn) && (previous.trigger.map { reading.isFiniteVerb($0.mark.first) } ?? false)
            isOwner =
                isBare ? stands(place, in: .gent) || stands(place, in: .fixd) || isSubject : isLocative(place)
        default: isOwner = false
        }
        guard isOwner else { return nil }
        return Parties(
            countries: [place.country], origin: previous.figure.origin == nil ? nil : place.country,
            destination: previous.figure.destination == nil ? nil : place.country)
    }

    /// "для Кении торговля с Перу составила 5 млн, для Чили – 3 млн", "Кения выделила Перу 5 млн, Чили – 3 млн": a state in the same case
    /// and behind the same preposition stands in the place of the one before.
    func parallel(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard let previous = lastOfRow(indicator, index), previous.figure.indicator == indicator,
            !previous.figure.countries.isEmpty, previous.amount.core.upperBound < amount.core.lowerBound,
            previous.amount.unit == amount.unit,
            case let between = found.last!.amount.core.upperBound..<amount.core.lowerBound, between.count <= 8,
            let next = reading.places(in: between).only, next.kind == .name,
            document.isDash(next.range.upperBound), !between.contains(where: reading.isFiniteVerb)
        else { return nil }
        let before = preposition(before: next)
        // A subject needs a verb, which both share; so does "Кении достанется 5 млн, Перу – 3 млн".
        let grammeme: Grammemes? =
            before != nil ? nil : stands(next, in: .nomn) ? .nomn : stands(next, in: .datv) ? .datv : nil
        guard before != nil || grammeme != nil else { return nil }
        let told = reading.places(in: document.sentences[index].lowerBound..<previous.amount.core.lowerBound)
        let isRow = document.isDash(previous.amount.range.lowerBound - 1)
        let first = told.last { place in
            guard place.kind == .name || place.kind == .capital,
                previous.figure.countries.contains(place.country), preposition(before: place) == before,
                !isRow || place.range.upperBound == previous.amount.range.lowerBound - 1
            else { return false }
            return grammeme.map {
                stands(place, in: $0) && (isRow || isVerbBehind(place, until: previous.amount.core.lowerBound))
            }
                ?? true
        }
        guard let first, first.country != next.country, !previous.figure.countries.contains(next.country) else {
            return nil
        }
        return Parties(of: previous.figure, with: next.country, for: first.country)
    }

    /// "Импорт кенийского чая упал с 9 до 7 тонн, мексиканского – с 7 до 5": the adjective alone stands in the place of the one before.
    func nextByAdjective(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard let previous = lastOfRow(indicator, index), previous.figure.indicator == indicator,
            previous.amount.core.upperBound < amount.core.lowerBound, let noun = previous.trigger?.mark.end,
            noun < previous.amount.core.lowerBound,
            let next = reading.places(in: previous.amount.core.upperBound..<amount.core.lowerBound).only,
            next.kind == .adjective, document.isDash(next.range.upperBound), stands(next, in: .gent),
            let first = reading.places(in: noun..<previous.amount.core.lowerBound).first(where: {
                $0.kind == .adjective
            }),
            stands(first, in: .gent), first.country != next.country,
            previous.figure.countries.contains(first.country), !previous.figure.countries.contains(next.country)
        else { return nil }
        return Parties(of: previous.figure, with: next.country, for: first.country)
    }

    private func preposition(before place: PlaceMention) -> String? {
        document.word(place.range.lowerBound - 1).flatMap { $0.can(be: .prep) ? $0.text : nil }
    }

    private func isVerbBehind(_ place: PlaceMention, until end: Int) -> Bool {
        (place.range.upperBound..<max(place.range.upperBound, min(end, place.range.upperBound + 3))).contains(
            where: reading.isFiniteVerb)
    }

    /// The figure of a sentence that a row goes on with: a part of it in brackets is none, "5 млн (37% вывоза), в Перу – 3 млн".
    func lastOfRow(_ indicator: Indicator, _ index: Int) -> FoundFigure? {
        guard let last = found.last, last.sentence == index else { return nil }
        guard last.figure.indicator == Indicator("share"), indicator != last.figure.indicator,
            document.isMark(last.amount.range.lowerBound - 1, "("), let whole = found.dropLast().last,
            whole.sentence == index, whole.figure.indicator == indicator
        else { return last }
        return whole
    }

    /// "экспорт в Перу составил 5 млн, в ЕС – 3 млн", "для Кении – 34%, для Евросоюза – 20%": a union in a row of states is none, and
    /// who deals with all of them stays.
    func unionInRow(amount: Amount, _ indicator: Indicator, index: Int) -> Parties? {
        guard let previous = lastOfRow(indicator, index), previous.figure.indicator == indicator,
            previous.figure.countries.count == 2, previous.amount.core.upperBound < amount.core.lowerBound,
            document.isDash(amount.range.lowerBound - 1) || document.isDash(amount.range.lowerBound - 2),
            case let between = found.last!.amount.core.upperBound..<amount.core.lowerBound, between.count <= 10,
            !between.compactMap(union).isEmpty,
            reading.places(in: between).allSatisfy({
                $0.kind == .adjective && previous.figure.countries.contains($0.country)
            }),
            !between.contains(where: reading.isFiniteVerb),
            let partner = reading.places(
                in: document.sentences[index].lowerBound..<previous.amount.core.lowerBound
            ).last(where: \.standsForState)?.country,
            let owner = previous.figure.countries.first(where: { $0 != partner }), partner != owner,
            previous.figure.countries.contains(partner)
        else { return nil }
        let it = previous.figure
        return Parties(
            countries: [owner], origin: it.origin == owner ? owner : nil,
            destination: it.destination == owner ? owner : nil)
    }

    /// "долг Кении достиг 5 млн, Перу – 3 млн", "помощь Перу составила 5 млн, Чили – 3 млн": the next whose noun it is stands in the
    /// place of the one before, on whatever side that was.
    func nextOfNoun(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard !Self.isGoods(indicator), indicator != Indicator("share"), let previous = found.last,
            previous.sentence == index, previous.figure.indicator == indicator, let noun = previous.trigger?.mark,
            noun.end <= previous.amount.core.lowerBound, previous.amount.core.upperBound < amount.core.lowerBound,
            let first = reading.places(in: noun.end..<previous.amount.core.lowerBound).first,
            first.range.lowerBound == noun.end, first.kind == .name, stands(first, in: .gent),
            case let between = previous.amount.core.upperBound..<amount.core.lowerBound,
            let next = reading.places(in: between).only, next.kind == .name, next.country != first.country,
            stands(next, in: .gent) || stands(next, in: .fixd), document.isDash(next.range.upperBound),
            document.word(next.range.lowerBound - 1)?.can(be: .prep) != true
        else { return nil }
        let it = previous.figure
        guard it.countries.contains(first.country), !it.countries.contains(next.country) else { return nil }
        return Parties(of: it, with: next.country, for: first.country)
    }

    /// Whether a region is where something comes from or where it goes: "в страны союза", "из Африки".
    func regionSign(in range: Range<Int>) -> String? {
        for mark in document.marks(marks.region, in: range) where !isJoined(mark) {
            // "в ЕС"
            if let own = document.mark(at: mark.first, marks.preposition), mark.range.count > 1 {
                return reading.value(own) == "from" ? "from" : reading.value(own) == "into" ? "to" : nil
            }
            for back in 1...3 where mark.first - back >= range.lowerBound {
                guard let before = document.mark(at: mark.first - back, marks.preposition) else { continue }
                switch reading.value(before) {
                case "from" where document.word(mark.first)?.can(be: .gent) == true: return "from"
                case "into": return "to"
                // "на рынок ЕС"
                case "by" where document.mark(at: before.end, marks.market) != nil: return "to"
                default: return nil
                }
            }
        }
        return nil
    }

    /// "Кения купила чая на 5 млн. Перу заняло второе место с 3 млн": the next one that does as the one before did.
    func nextInRow(_ trigger: Trigger?, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard named.count == 1, let previous = recent.last(where: { $0.figure.indicator != Indicator("rank") }),
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
        return Parties(from: pair.0, to: pair.1)
    }

    /// The states that stand in the nominative, with no preposition before.
    func subjects(in range: Range<Int>) -> [CountryCode] {
        reading.places(in: range).filter { place in
            (place.kind == .name || place.kind == .capital)
                && stands(place, in: .nomn)
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
            $0.kind == .name && stands($0, in: .nomn)
        }?.country
    }
}
