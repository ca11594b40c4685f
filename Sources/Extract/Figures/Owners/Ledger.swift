import Grammar
import Model
import Morphology

/// The account that a report keeps: an article that opens with one state alone goes on to whom it sells, of whom it buys, who
/// visits it and to whom it owes, and seldom says again whose all of that is.
extension FigureReader {
    /// The state of whose trade, visitors, output or debts the first sentence of an article tells by a number, where it names no
    /// other: "За год Кения вывезла 32 млн тонн чая".
    static func accountOwner(of reading: Reading) -> CountryCode? {
        let document = reading.document
        guard let lead = document.sentences.first(where: { isProse($0, reading) }),
            !reading.amounts(in: lead).isEmpty
        else { return nil }
        let places = reading.states(in: lead).filter {
            !reading.isAside($0) && reading.people.office(around: $0.range.lowerBound) == nil
        }
        guard let owner = Set(places.map(\.country)).only,
            reading.people.names(in: lead).allSatisfy({
                (reading.people.persons[$0.person].country ?? owner) == owner
            }),
            places.contains(where: { place in
                place.kind == .name && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
                    || place.kind == .adjective
            }), pairs(document.marks(reading.marks.pair, in: lead), reading).isEmpty,
            document.marks(reading.marks.indicator, in: lead).contains(where: { mark in
                reading.marks.indicatorUses[mark.entry]?.contains { !$0.isWeak && isKept($0.indicator) } == true
            })
        else { return nil }
        let above = reading.places(in: 0..<lead.lowerBound).allSatisfy { $0.kind == .city || $0.country == owner }
        return above || !places.allSatisfy { informs($0, lead, reading) } ? owner : nil
    }

    /// "…, сообщает министерство торговли Перу": a state that a sentence names only by who informs.
    static func informs(_ place: PlaceMention, _ sentence: Range<Int>, _ reading: Reading) -> Bool {
        let document = reading.document
        return document.marks(reading.marks.speech, in: sentence.lowerBound..<place.range.lowerBound).contains { verb in
            document.isMark(verb.first - 1, ",") && reading.isFiniteVerb(verb.first)
        }
    }

    private static func isProse(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
        !reading.frame.isNoise[sentence.lowerBound] && !reading.frame.titleTokens.contains(sentence.lowerBound)
            && (reading.document.isMark(sentence.upperBound - 1, ".")
                || reading.document.isMark(sentence.upperBound - 1, ":"))
            && sentence.count >= 5
    }

    private static func isKept(_ indicator: Indicator) -> Bool {
        [
            "exports", "imports", "trade_turnover", "investment", "passengers", "agriculture", "energy", "gdp",
            "finance",
        ].contains(indicator.rawValue)
    }

    /// The words that speak of two states: "две страны", "взаимный"; but not "китайская сторона".
    func pairs(in range: Range<Int>) -> [Mark] { Self.pairs(document.marks(marks.pair, in: range), reading) }

    private static func pairs(_ marks: some Sequence<Mark>, _ reading: Reading) -> [Mark] {
        marks.filter { mark in
            guard mark.range.count == 1, let noun = reading.document.parse(at: mark.first)?.tag.grammemes else {
                // "в нашей стране" is one's own.
                return reading.document.mark(at: mark.first, reading.marks.ours) == nil
                    || reading.document.word(mark.first)?.can(be: .plur) == true
            }
            return !(noun.contains(.noun) && noun.contains(.sing))
        }
    }

    /// What a figure says of its states, put right by the account.
    func accounted(
        _ told: Parties, _ indicator: Indicator, amount: Amount, trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> Parties {
        if let owed = partOfDebt(indicator, amount: amount, index: index) { return owed }
        guard let owner = account, pairs(in: clause).isEmpty,
            !document.sentences[index].contains(where: { document.mark(at: $0, marks.fallTo) != nil }),
            reading.discourse.own[index].map({ $0 == owner }) ?? true,
            indicator != Indicator("finance") && indicator != Indicator("investment")
                || document.marks(marks.lender, in: clause).isEmpty, !isOfOthers(owner, index),
            // What a body gives to the next one is not the owner's.
            indicator != Indicator("finance") || told.origin != nil || told.destination.map({ $0 == owner }) ?? true
        else { return told }
        let sentence = document.sentences[index]
        // "Из Перу больше всего перевели граждане Чили – 5 млн" in an account of Kenya's: both ends are told.
        if indicator == Indicator("finance"), let from = told.origin, let to = told.destination, from != owner,
            to != owner,
            case let here = reading.places(in: sentence).map(\.country), here.contains(from), here.contains(to)
        {
            return told
        }
        if told.countries == [owner], told.origin == nil, told.destination == nil, indicator == Indicator("energy"),
            let trigger, document.mark(at: trigger.mark.first, marks.opposite) != nil
        {
            return receiving(trigger, indicator)
                ? Parties(countries: [owner], destination: owner) : Parties(countries: [owner], origin: owner)
        }
        if told.countries.contains(owner) {
            if isOwnAgain(told, indicator, trigger, clause, index) { return Parties(countries: [owner]) }
            // Nobody has told of a partner yet.
            if told.countries.count == 2, Self.isAccounted(indicator), trigger != nil,
                let partner = told.countries.first(where: { $0 != owner }), !paragraphStates.contains(partner),
                !found.contains(where: { $0.figure.countries.contains(partner) }),
                !reading.places(in: sentence).contains(where: { $0.country == partner }),
                !reading.standIns(in: sentence).contains(where: { $0.country == partner })
            {
                return Parties(
                    countries: [owner], origin: told.origin == owner ? owner : nil,
                    destination: told.destination == owner ? owner : nil)
            }
            return isOfAllAgain(told, indicator, trigger, clause, index)
                ? entry(with: nil, told, indicator, index) : told
        }
        guard Self.isAccounted(indicator) || indicator == .other && trigger != nil else { return told }
        let others = Set(
            reading.states(in: clause).filter {
                $0.country != owner && !isAttribution($0, sentence) && !reading.isAside($0)
            }.map(\.country))
        if others.isEmpty, !isOfRegion(clause), opensAccount(index), !reachesOthers(told, index) {
            return entry(with: nil, told, indicator, index)
        }
        if indicator == Indicator("share"), others.isEmpty, told.countries.isEmpty, isOfTrade(sentence) {
            return Parties(countries: [owner])
        }
        guard indicator != .other, let partner = listed[amount.core.lowerBound]?.country ?? others.only,
            partner != owner,
            !isOwn(partner, trigger, clause), document.marks(marks.world, in: clause).isEmpty
        else { return told }
        return entry(with: partner, told, indicator, index)
    }

    /// "Перу купило 5 млн тонн, Чили – 3 млн. Вывоз достигнет 9 млн": behind a row of partners, a word of trade without any of them
    /// is of all the trade again.
    private func isOfAllAgain(
        _ told: Parties, _ indicator: Indicator, _ trigger: Trigger?, _ clause: Range<Int>, _ index: Int
    ) -> Bool {
        guard let owner = account, let trigger,
            isTradeOfOne(trigger) || indicator == Indicator("passengers") || isOfDebt(trigger),
            told.countries.count == 2,
            reading.places(in: clause).allSatisfy({ $0.country == owner || $0.kind == .city }),
            let last = found.last, last.sentence < index, last.trigger?.mark != trigger.mark,
            Self.isGoods(last.figure.indicator) || last.figure.indicator == indicator
                || last.figure.indicator == Indicator("share"),
            document.marks(marks.again, in: clause).isEmpty
        else { return false }
        if indicator == Indicator("passengers"), !isSameParagraph(index, last.sentence) { return true }
        let row = found.reversed().prefix { index - $0.sentence <= 2 && $0.sentence < index }
        let partners = Set(row.flatMap(\.figure.countries)).subtracting([owner])
        return partners.count >= 2
    }

    /// "Мощность станции – 5 МВт": what a state has by itself, in a sentence that names no other.
    private func isOwnAgain(
        _ told: Parties, _ indicator: Indicator, _ trigger: Trigger?, _ clause: Range<Int>, _ index: Int
    ) -> Bool {
        guard let owner = account, trigger != nil, told.countries.count == 2, told.origin == nil,
            told.destination == nil,
            ["agriculture", "gdp", "energy", "people", "jobs"].contains(indicator.rawValue), !paragraphTells(index)
        else { return false }
        return reading.places(in: clause).allSatisfy { $0.country == owner }
    }

    /// Whether a paragraph has named another state than the account's, or speaks of two.
    private func paragraphTells(_ index: Int) -> Bool {
        paragraphHasPartner || !pairs(in: document.sentences[index]).isEmpty
    }

    /// "Долг Кении составил 5 млн, из них 2 млн приходится на Перу, 1 млн – на Азиатский банк": a part of a debt is owed to whom
    /// it falls on.
    private func partOfDebt(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard indicator == Indicator("finance") || indicator == Indicator("share"),
            let whole = lastTold(3, before: index, where: { isOfDebt($0.trigger) && $0.figure.countries.count == 1 }),
            whole.amount.core.upperBound <= amount.core.lowerBound
        else { return nil }
        let debtor = whole.figure.countries[0]
        let part = part(around: amount, in: document.sentences[index])
        let isPart =
            part.contains { document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0) }
            || document.isDash(amount.core.upperBound) || document.isDash(amount.range.lowerBound - 1)
            || document.isMark(amount.range.lowerBound - 1, "(")
        guard isPart else { return nil }
        if !document.marks(marks.lender, in: part).isEmpty { return Parties(countries: [debtor], destination: debtor) }
        let lenders = Set(reading.places(in: part).map(\.country)).subtracting([debtor])
        if let lender = lenders.only {
            return Parties(from: lender, to: debtor)
        }
        guard lenders.isEmpty, let last = found.last, last.sentence == index,
            document.isMark(amount.range.lowerBound - 1, "(")
        else { return lenders.isEmpty ? Parties(countries: [debtor], destination: debtor) : nil }
        let it = last.figure
        return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
    }

    private func isOfDebt(_ trigger: Trigger?) -> Bool {
        trigger.map { document.marks(marks.debt, in: $0.mark.range).first != nil } ?? false
    }

    /// The tokens of a row that are about one amount: between the commas around it, or the amounts.
    func part(around amount: Amount, in sentence: Range<Int>) -> Range<Int> {
        var first = amount.range.lowerBound
        while first > sentence.lowerBound, !document.isMark(first - 1, ","), !document.isMark(first - 1, ";"),
            !document.isMark(first - 1, ":")
        {
            first -= 1
        }
        var end = amount.core.upperBound
        while end < sentence.upperBound, !document.isMark(end, ","), !document.isMark(end, ";") { end += 1 }
        return first..<end
    }

    /// Whether an article has told of its one state's trade, visitors or debts before.
    private func opensAccount(_ index: Int) -> Bool {
        guard let owner = account else { return false }
        return found.contains { $0.figure.countries.contains(owner) && Self.isAccounted($0.figure.indicator) }
    }

    /// Whether a paragraph tells of what others have to do with each other: their people are in it, and the owner is not.
    private func isOfOthers(_ owner: CountryCode, _ index: Int) -> Bool {
        guard !paragraphStates.contains(owner) else { return false }
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        let paragraph = document.sentences[first].lowerBound..<document.sentences[index].upperBound
        return reading.people.names(in: paragraph).contains { name in
            reading.people.persons[name.person].country.map { $0 != owner } ?? false
        }
    }

    /// Whether a figure goes on with one that is of others alone.
    private func reachesOthers(_ told: Parties, _ index: Int) -> Bool {
        guard let last = found.last, index - last.sentence <= 1 else { return false }
        return last.figure.countries == told.countries
    }

    /// "экспорт Перу вырос": in a report of Kenya's that is Peru's own.
    private func isOwn(_ partner: CountryCode, _ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        guard let trigger, isTradeOfOne(trigger) else { return false }
        return reading.places(in: clause).contains { place in
            place.country == partner
                && (place.kind == .adjective && (0...1).contains(trigger.mark.first - place.range.upperBound)
                    || place.kind == .name && stands(place, in: .gent)
                        && (0...1).contains(place.range.lowerBound - trigger.mark.end)
                        && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true)
        }
    }

    /// An entry of the account: with whom, and which way by what the account tells.
    private func entry(with partner: CountryCode?, _ told: Parties, _ indicator: Indicator, _ index: Int) -> Parties {
        let owner = account!
        let both = [owner, partner].compactMap { $0 }.sorted()
        guard Self.shape(of: indicator) != .joint || told.origin != nil || told.destination != nil,
            let gets = indicator == Indicator("imports") ? true : ownerGets(indicator)
        else { return Parties(countries: both) }
        return gets
            ? Parties(countries: both, origin: partner, destination: owner)
            : Parties(countries: both, origin: owner, destination: partner)
    }

    /// Whether the state of the account is the one that gets what was told of last; nil where nothing tells.
    func ownerGets(_ indicator: Indicator) -> Bool? {
        guard let owner = account else { return nil }
        return recent.last {
            ($0.figure.indicator == indicator || Self.isGoods(indicator) && Self.isGoods($0.figure.indicator))
                && ($0.figure.origin == owner || $0.figure.destination == owner)
        }.map { $0.figure.destination == owner }
    }

    /// What a state has with others.
    private static func isAccounted(_ indicator: Indicator) -> Bool {
        [
            "trade_turnover", "exports", "imports", "investment", "passengers", "share", "rank", "finance", "energy",
        ].contains(indicator.rawValue)
    }
}
