import Grammar
import Model
import Morphology

/// Whose a figure is that a pair or several states share.
extension FigureReader {
    func joint(
        _ named: [CountryCode], _ indicator: Indicator, clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties {
        let isPair = !pairs(in: clause).isEmpty
        let line = route(in: clause)
        if line.count >= 3 || line.count >= 2 && line.count > named.count {
            return Parties(countries: Set(named + line).sorted())
        }
        // "Чили – его второй партнер после Перу": of the one that the article is about.
        if indicator == Indicator("rank"), named.count == 1, let home = reading.discourse.home, home != named[0],
            reading.places(in: clause).contains(where: { $0.country != home && isOutrun($0, in: clause) })
        {
            return Parties(countries: [home, named[0]].sorted())
        }
        if named.count == 1, isBesideUnion(named[0], clause) { return Parties(countries: named) }
        if named.isEmpty, let own = ownAlone(focus, clause: clause, index: index) { return Parties(countries: [own]) }
        // "в республике 5 фирм с капиталом из его страны" is of both.
        if named.isEmpty, document.marks(marks.own, in: clause).count < 2, let meant = stateMeant(clause, index),
            Self.isOfOne(indicator)
        {
            return Parties(countries: [meant])
        }
        if named.isEmpty, !isPair, let state = provincial(clause, focus: focus, index: index) {
            return Parties(countries: [state])
        }
        // "Кения вложила в Перу 5 млн и стоит за Чили и Кубой. Товарооборот составил 3 млн": of the two of whom was told.
        if named.isEmpty, !isPair, indicator == Indicator("trade_turnover"), focus.count == 1, account == nil,
            !reachesAbroad(clause), !isOfRegion(clause), let last = found.last, index - last.sentence == 1,
            isSameParagraph(index, last.sentence), last.figure.countries.count == 2,
            last.figure.countries.contains(focus[0])
        {
            return Parties(countries: last.figure.countries)
        }
        // "За год внешнеторговый оборот страны достиг 5 млн": with all the world, of the one that the article is about.
        if named.isEmpty, !isPair, indicator == Indicator("trade_turnover"), reachesAbroad(clause),
            speaksOfOwn(clause), let home = account ?? onlyHome ?? reading.discourse.home
        {
            return Parties(countries: [home])
        }
        if isPair, !focus.isEmpty, named.allSatisfy({ focus.contains($0) }) { return Parties(countries: focus) }
        if named.count >= 2 { return Parties(countries: named.sorted()) }
        let isOwn = ["freight", "energy", "other"].contains(indicator.rawValue)
        guard let only = named.first else {
            return Parties(countries: filled(indicator, clause: clause, focus: focus, index: index))
        }
        // "гражданство Кении получили:", "– 5 тысяч граждан Перу;": a line of a list, whose first sentence names the other one.
        if !isPair, let other = stateOfList(index), other != only { return Parties(countries: [other, only].sorted()) }
        // "через кенийские порты отгружено 41%", "в Кении отмечено падение грузооборота"
        if !isPair, indicator == Indicator("share"), passed(in: clause) == [only] { return Parties(countries: [only]) }
        if !isPair, indicator == Indicator("freight"), isWithin(only, clause) { return Parties(countries: [only]) }
        // "Казахстан пропустил 4,5 млн тонн": what one state does alone.
        if isOwn, !isPair, isSubject(only, clause) { return Parties(countries: [only]) }
        // "на дороги области предусмотрено 5 млн": what a province has is its state's.
        if !isPair, !isOfTrade(clause), reading.places(in: clause).allSatisfy({ $0.kind == .city }),
            !reading.provinces(in: clause).isEmpty
        {
            return Parties(countries: [only])
        }
        // "оборот союза с Кенией": of the union's trade only who stands on the other side is a state.
        if indicator == Indicator("trade_turnover"), !isPair,
            reading.places(in: clause).contains(where: { $0.country == only && isPartner($0) }),
            clause.contains(where: { token in
                (union(at: token) ?? document.mark(at: token, marks.unionWord)) != nil
                    && document.marks(marks.indicator, in: max(0, token - 1)..<token).first?.end == token
            })
        {
            return Parties(countries: [only])
        }
        // "внешний товарооборот Кении": with all the world.
        if indicator == Indicator("trade_turnover"), reachesAbroad(clause), !isPair,
            !reading.places(in: clause).contains(where: isPartner)
        {
            return Parties(countries: [only])
        }
        // "товарооборот с Кенией": the other side goes without saying.
        if !isPair, !focus.contains(only), let home = reading.discourse.home, home != only,
            reading.places(in: clause).contains(where: { $0.country == only && isPartner($0) })
        {
            let own = reading.discourse.own[index] ?? home
            return Parties(countries: Set([own, only]).sorted())
        }
        if isOfMany(clause) || indicator == Indicator("share") && isOfRegion(clause) {
            return Parties(countries: [only])
        }
        // "президент Перу сообщил, что работают 700 фирм с кенийским капиталом": there, whoever the passage is about.
        if !isPair, !focus.contains(where: { $0 == reading.discourse.own[index] }),
            let own = reading.discourse.own[index], own != only, indicator == Indicator("companies_count")
        {
            return Parties(countries: [own, only].sorted())
        }
        // "Кения создала с Перу фонд на 5 млн, с Чили подписала 12 соглашений": both are hers.
        if !isPair, let last = found.last, last.sentence == index, last.figure.countries.count == 2,
            reading.places(in: clause).contains(where: { $0.country == only && isBehindWith($0) }),
            let partner = reading.places(in: document.sentences[index]).last(where: {
                isBehindWith($0) && $0.country != only && $0.range.upperBound <= last.amount.core.lowerBound
            })?.country, last.figure.countries.contains(partner),
            let own = last.figure.countries.first(where: { $0 != partner }), own != only
        {
            return Parties(countries: [own, only].sorted())
        }
        // "оборот Кении с Перу вырос на 5%, с Чили – на 3%. С Кубой он удвоился": of the one whose trade a row has told.
        if !isPair, indicator == Indicator("trade_turnover"), let own = rowOwner(index), own != only,
            reading.places(in: clause).contains(where: { $0.country == only && isBehindWith($0) })
        {
            return Parties(countries: [own, only].sorted())
        }
        if focus.contains(only) { return Parties(countries: partnered(only, clause: clause, focus: focus)) }
        // "США, где оборот превысил 2 млрд": trade is with the one that the article is about.
        if indicator == Indicator("trade_turnover") || indicator == Indicator("rank"),
            let home = reading.discourse.home,
            home != only,
            reading.discourse.mainPair.contains(home) || indicator == Indicator("rank") && !isOfWorld(clause),
            found.last.map({ index - $0.sentence <= 2 && $0.figure.countries.contains(home) }) ?? false
        {
            return Parties(countries: [home, only].sorted())
        }
        if let own = reading.discourse.own[index], own != only { return Parties(countries: [own, only].sorted()) }
        return Parties(countries: [only])
    }

    /// The one state that the sentence above a list of lines names, who informs aside.
    private func stateOfList(_ index: Int) -> CountryCode? {
        guard let head = reading.listHead(of: index).map({ document.sentences[$0] }) else { return nil }
        return Set(
            reading.places(in: head).filter { $0.kind != .city && !isAttribution($0, head) }.map(\.country)
        ).only
    }

    /// "в Кении": where something is.
    func isWithin(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains { place in
            place.country == state && place.kind == .name && isLocative(place)
                && reading.preposition(at: place.range.lowerBound - 1) == "into"
        }
    }

    /// A state in the nominative before the verb of its clause, and nothing that it deals with.
    private func isSubject(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains { place in
            guard place.country == state, place.kind == .name, !isPartner(place),
                document.parse(at: place.range.upperBound - 1)?.tag.grammemes.contains(.nomn) == true
            else { return false }
            // "Перу, замыкающее маршрут, за год приняло"
            let isFirst = place.range.lowerBound == document.sentence(of: place.range.lowerBound).lowerBound
            let reach = isFirst && document.isMark(place.range.upperBound, ",") ? 9 : 4
            return (place.range.upperBound..<min(clause.upperBound, place.range.upperBound + reach)).contains {
                reading.isFiniteVerb($0)
            }
        }
    }

    /// "с Кенией", and "с Перу", which does not inflect.
    func isBehindWith(_ place: PlaceMention) -> Bool {
        isPartner(place)
            || document.word(place.range.lowerBound)?.can(be: .fixd) == true
                && document.mark(at: place.range.lowerBound - 1, marks.with) != nil
    }

    /// "товарооборот с Перу вырос на 5%, с Чили – на 7%": each partner of a row with the state that trades with all of them.
    func partnerInRow(_ amount: Amount, sentence: Range<Int>, index: Int) -> [CountryCode]? {
        let partners = reading.places(in: sentence).filter(isBehindWith)
        guard partners.count >= 2, Set(partners.map(\.country)).count >= 2,
            let partner = partners.last(where: { $0.range.lowerBound < amount.core.lowerBound }),
            reading.amounts.contains(where: {
                (partners[0].range.upperBound..<partners[1].range.lowerBound).contains($0.core.lowerBound)
            })
        else { return nil }
        // "с Перу – на 7%, а оборот Мексики и Чили – на 3%": a word of trade of its own opens anew.
        guard
            !triggersHere.contains(where: {
                (partner.range.upperBound..<amount.core.lowerBound).contains($0.mark.first)
            })
        else { return nil }
        let others = reading.places(in: sentence).filter { place in
            place.kind == .name && !partners.contains { $0.country == place.country } && !isAttribution(place, sentence)
        }
        // Two partners are no pair.
        let own = [
            others.first?.country, reading.discourse.own[index], reading.discourse.home,
            ownerTold(before: index, of: partners.map(\.country)),
            reading.discourse.focus[index].filter { code in !partners.contains { $0.country == code } }.only,
        ].compactMap { $0 }.first { own in !partners.contains { $0.country == own } }
        guard let own else { return [partner.country] }
        return [own, partner.country].sorted()
    }

    /// The one state that has told of its trade with several others right before.
    func rowOwner(_ index: Int) -> CountryCode? {
        let row = recent.filter {
            $0.figure.indicator == Indicator("trade_turnover") && index - $0.sentence <= 2
                && $0.figure.countries.count == 2
        }
        guard Set(row.map(\.figure.countries)).count >= 2 else { return nil }
        return row.map { Set($0.figure.countries) }.reduce(Set(row[0].figure.countries)) { $0.intersection($1) }.only
    }

    /// The one state of the figure told last, not long before, that is none of these partners.
    func ownerTold(before index: Int, of partners: [CountryCode]) -> CountryCode? {
        guard let last = found.last, index - last.sentence <= 2 else { return nil }
        let others = last.figure.countries.filter { !partners.contains($0) }
        return others.count == 1 ? others[0] : nil
    }

    /// "товарооборот между ЕС и Кенией", "торговля Кении и Евросоюза": the other side of the trade is no state.
    func isBesideUnion(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        func isUnion(at token: Int) -> Mark? {
            union(at: token) ?? document.mark(at: token, marks.unionWord)
        }
        let parts = reading.provinces(in: clause)
        return (reading.places(in: clause) + parts).contains { place in
            guard place.country == state, place.kind == .name || parts.contains(where: { $0.range == place.range })
            else { return false }
            let behind = place.range.upperBound
            if document.word(behind)?.parses[0].tag.grammemes.contains(.conj) == true, isUnion(at: behind + 1) != nil {
                return true
            }
            guard document.word(place.range.lowerBound - 1)?.parses[0].tag.grammemes.contains(.conj) == true else {
                return false
            }
            return (clause.lowerBound..<max(clause.lowerBound, place.range.lowerBound - 1)).contains { token in
                isUnion(at: token)?.end == place.range.lowerBound - 1
            }
        }
    }

    /// Whether a figure of an article about a road of three is all three's.
    func isCommon(_ indicator: Indicator, _ named: [CountryCode], _ clause: Range<Int>) -> Bool {
        if !document.marks(marks.triple, in: clause).isEmpty { return true }
        // "до перуанских портов": where it leads to.
        let areEnds = reading.places(in: clause).allSatisfy {
            !named.contains($0.country) || governor(of: $0.range.lowerBound, in: clause) != nil
        }
        guard named.isEmpty || areEnds && indicator == Indicator("freight"),
            document.marks(marks.own, in: clause).isEmpty, cities(in: clause).isEmpty
        else { return false }
        return Self.isOfWorks(indicator) || ["agreements_count", "jobs"].contains(indicator.rawValue)
    }

    /// Whether the paragraph has begun with figures of some of the three alone: "Хаб на границе обойдется в 5 млн. Он даст работу".
    func isOfFewer(_ index: Int) -> Bool {
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        guard let told = recent.first(where: { $0.sentence >= first }) else { return false }
        return !told.figure.countries.isEmpty && Set(told.figure.countries).isStrictSubset(of: commonRoute)
    }

    /// "по коридору, который через Каспий связывает Кению с Перу, Чили и Мексикой": the states that a route is told to link, before any
    /// amount.
    func linked(around clause: Range<Int>) -> [CountryCode] {
        let sentence = document.sentence(of: clause.lowerBound)
        guard let link = document.marks(marks.routeLinks, in: sentence).first else { return [] }
        let next = reading.amounts.first { $0.range.lowerBound >= link.end }?.range.lowerBound ?? sentence.upperBound
        let end = min(sentence.upperBound, next, link.end + Self.wordsOfLinked)
        return Set(reading.places(in: link.end..<max(link.end, end)).filter { $0.kind == .name }.map(\.country))
            .sorted()
    }

    /// Tokens of a row of four states.
    private static let wordsOfLinked = 12

    /// Whose cargo carried through a state, its port or its stretch of a line is; nil when both ends count.
    func whereCarried(_ named: [CountryCode], clause: Range<Int>, focus: [CountryCode]) -> [CountryCode]? {
        // "через погранпереход прошло 2 млн тонн": of those on both sides of the border.
        if !document.marks(marks.borderPost, in: clause).isEmpty, focus.count == 2,
            (named + cities(in: clause)).allSatisfy(focus.contains)
        {
            return focus
        }
        let linked = linked(around: clause)
        if linked.count >= 2 { return linked }
        let line = route(in: clause)
        if line.count >= 2, line.count > named.count { return Set(named + line).sorted() }
        let passed = self.passed(in: clause)
        // "из Кении в Перу через Чили": of both ends and of those between.
        let ends = Set(named).subtracting(passed)
        if !passed.isEmpty, ends.count >= 2, areEnds(ends, clause) { return ends.union(passed).sorted() }
        if !passed.isEmpty, reading.discourse.mainPair.count == 1 || named.allSatisfy(passed.contains),
            pairs(in: clause).isEmpty
        {
            return passed.sorted()
        }
        guard !document.marks(marks.facility, in: clause).isEmpty else { return nil }
        let cities = self.cities(in: clause)

        if named.count == 1 { return Set(named + cities).sorted() }
        return named.isEmpty && cities.count == 1 ? cities : nil
    }

    /// "контейнерооборот Кении и Перу", "между Кенией и Перу", "из Кении в Перу": two states between which something is carried.
    private func areEnds(_ states: Set<CountryCode>, _ clause: Range<Int>) -> Bool {
        let places = reading.places(in: clause).filter { $0.kind == .name && states.contains($0.country) }
        return zip(places, places.dropFirst()).contains { one, two in
            guard one.country != two.country else { return false }
            let isRow = isInRow(one, of: [two])
            return isRow
                || governor(of: one.range.lowerBound, in: clause) == "from"
                    && governor(of: two.range.lowerBound, in: clause) == "to"
        }
    }

    /// "в Перу работают 14 кенийских фирм", "12 предприятий с участием кенийского капитала": whose they are, and where they work.
    func addOwners(to parties: inout Parties, clause: Range<Int>, index: Int) {
        guard parties.countries.count == 2 else { return }
        let owner = reading.places(in: clause).first { place in
            guard parties.countries.contains(place.country) else { return false }
            let behind = place.range.upperBound
            if place.kind == .adjective {
                return document.mark(at: behind, marks.capital) != nil
                    || document.word(behind)?.can(be: .adjf) == true
                        && document.mark(at: behind + 1, marks.capital) != nil
            }
            // "с капиталом из Кении", "с участием Кении"
            let before = max(clause.lowerBound, place.range.lowerBound - 2)..<place.range.lowerBound
            return place.kind == .name && stands(place, in: .gent)
                && document.marks(marks.capital, in: before).contains {
                    document.word($0.first)?.can(be: .ablt) == true
                }
        }
        guard let owner, let host = parties.countries.first(where: { $0 != owner.country }) else { return }
        let isThere = reading.places(in: clause).contains {
            $0.country == host && governor(of: $0.range.lowerBound, in: clause) == "to"
        }
        let isInProvince = reading.provinces(in: clause).contains { $0.country == host }
        let isLocal = isInProvince || !document.marks(marks.province, in: clause).isEmpty
        guard isThere || isLocal || speaksOfOwn(clause) else { return }
        parties.origin = owner.country
        parties.destination = host
    }

    /// "в Лиме открыто 75 кенийских фирм, а перуанские – в Кении": of a row, whose firms work where.
    func firmsAbroad(_ indicator: Indicator, _ place: PlaceMention, amount: Amount, index: Int) -> Parties? {
        guard indicator == Indicator("companies_count"),
            reading.preposition(at: place.range.lowerBound - 1) == "into"
        else { return nil }
        let owner = reading.places(in: part(around: amount, in: document.sentences[index])).first {
            ($0.kind == .adjective || $0.kind == .people) && $0.country != place.country
        }
        return owner.map {
            Parties(from: $0.country, to: place.country)
        }
    }

    /// "из Кении в Чили перевезено": the ends that prepositions name; "5 млн тонн кенийской нефти": whose goods are carried.
    func addEnds(
        to parties: inout Parties, _ named: [CountryCode], amount: Amount, trigger: Trigger?, clause: Range<Int>
    ) {
        // "связывает Кению с Чили": along a route nothing tells which way.
        if linked(around: clause).count >= 2 { return }
        // "из Кении в Перу вырос на 5%, из Перу в Кению – на 7%": what stands behind the amount before tells it anew.
        let last = reading.amounts(before: amount.range.lowerBound)?.core.upperBound ?? clause.lowerBound
        let anew = reading.places(in: min(last, amount.core.lowerBound)..<amount.core.lowerBound).filter {
            $0.kind == .name && governor(of: $0.range.lowerBound, in: clause) != nil
        }
        for place in (clause.contains(last) ? anew : []) + reading.places(in: clause)
        where place.kind == .name && named.contains(place.country) && place.country != parties.origin
            && place.country != parties.destination
        {
            switch governor(of: place.range.lowerBound, in: clause) {
            case "from": parties.origin = parties.origin ?? place.country
            case "to" where !isLocative(place): parties.destination = parties.destination ?? place.country
            default: break
            }
        }
        let heads = [amount.core.upperBound, trigger?.mark.end].compactMap { $0 }
        let goods = reading.places(in: clause).first { place in
            place.kind == .adjective && named.contains(place.country) && heads.contains(place.range.lowerBound)
                && document.word(place.range.lowerBound)?.can(be: .gent) == true
                && document.word(place.range.upperBound)?.can(be: [.noun, .gent]) == true
                && document.mark(at: place.range.upperBound, marks.facility) == nil
        }
        if parties.origin == nil, let goods, goods.country != parties.destination { parties.origin = goods.country }
    }
}
