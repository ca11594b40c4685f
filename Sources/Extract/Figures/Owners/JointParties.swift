import Grammar
import Model
import Morphology

/// What is known of a figure that a pair or several states may share.
struct JointClause {
    /// The states that the clause names for it.
    let named: [CountryCode]
    let indicator: Indicator
    let clause: Range<Int>
    /// The states that the sentence is about.
    let focus: [CountryCode]
    let index: Int
    /// Whether words such as "двусторонний" or "обе стороны" stand in the clause.
    let isPair: Bool

    var isTrade: Bool { indicator == Indicator("trade_turnover") }
}

/// Whose a figure is that a pair or several states share.
extension FigureReader {
    func joint(
        _ named: [CountryCode], _ indicator: Indicator, clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties {
        let it = JointClause(
            named: named, indicator: indicator, clause: clause, focus: focus, index: index,
            isPair: !pairs(in: clause).isEmpty)
        let line = route(in: clause)
        if line.count >= 3 || line.count >= 2 && line.count > named.count {
            return Parties(countries: Set(named + line).sorted())
        }
        // "Чили – его второй партнер после Перу": of the one that the article is about.
        if indicator == Indicator("rank"), let only = named.only, let home = reading.discourse.home, home != only,
            reading.places(in: clause).contains(where: { $0.country != home && isOutrun($0, in: clause) })
        {
            return Parties(countries: [home, only].sorted())
        }
        if let only = named.only, isBesideUnion(only, clause) { return Parties(countries: named) }
        if named.isEmpty, let states = statesUnnamed(it) { return Parties(countries: states) }
        if it.isPair, !focus.isEmpty, named.allSatisfy({ focus.contains($0) }) { return Parties(countries: focus) }
        if named.count >= 2 { return Parties(countries: named.sorted()) }
        guard let only = named.first else {
            return Parties(countries: filled(indicator, clause: clause, focus: focus, index: index))
        }
        // "гражданство Кении получили:", "– 5 тысяч граждан Перу;": a line of a list, whose first sentence names the other one.
        if !it.isPair, let other = stateOfList(index), other != only {
            return Parties(countries: [other, only].sorted())
        }
        if isAlone(only, it) { return Parties(countries: [only]) }
        if let other = partnerUnnamed(of: only, it) { return Parties(countries: Set([other, only]).sorted()) }
        if isOfMany(clause) || indicator == Indicator("share") && isOfRegion(clause) {
            return Parties(countries: [only])
        }
        if let other = partnerBefore(of: only, it) { return Parties(countries: [other, only].sorted()) }
        if focus.contains(only) { return Parties(countries: partnered(only, clause: clause, focus: focus)) }
        if let home = traderAtHome(beside: only, it) { return Parties(countries: [home, only].sorted()) }
        if let own = reading.discourse.own[index], own != only { return Parties(countries: [own, only].sorted()) }
        return Parties(countries: [only])
    }

    /// Of a clause that names no state: the one that is meant, or the two of whom was told.
    private func statesUnnamed(_ it: JointClause) -> [CountryCode]? {
        if let own = ownAlone(it.focus, clause: it.clause, index: it.index) { return [own] }
        // "в республике 5 фирм с капиталом из его страны" is of both.
        if document.marks(marks.own, in: it.clause).count < 2, let meant = stateMeant(it.clause, it.index),
            Self.isOfOne(it.indicator)
        {
            return [meant]
        }
        // "аттестованы три отечественных предприятия"
        if it.indicator == Indicator("companies_count"), !it.isPair,
            document.marks(marks.own, in: it.clause).contains(where: { document.word($0.first)?.can(be: .adjf) == true }
            ),
            let home = reading.discourse.own[it.index] ?? reading.discourse.home
        {
            return [home]
        }
        guard !it.isPair else { return nil }
        if let state = provincial(it.clause, focus: it.focus, index: it.index) { return [state] }
        guard it.isTrade else { return nil }
        // "Кения вложила в Перу 5 млн и стоит за Чили и Кубой. Товарооборот составил 3 млн": of the two of whom was told.
        if let only = it.focus.only, account == nil, !reachesAbroad(it.clause), !isOfRegion(it.clause),
            let last = found.last, it.index - last.sentence == 1, isSameParagraph(it.index, last.sentence),
            last.figure.countries.count == 2, last.figure.countries.contains(only)
        {
            return last.figure.countries
        }
        // "За год внешнеторговый оборот страны достиг 5 млн": with all the world, of the one that the article is about.
        if reachesAbroad(it.clause), speaksOfOwn(it.clause),
            let home = account ?? onlyHome ?? reading.discourse.home
        {
            return [home]
        }
        return nil
    }

    /// Whether the one state that a clause names has the figure alone.
    private func isAlone(_ only: CountryCode, _ it: JointClause) -> Bool {
        guard !it.isPair else { return false }
        let (indicator, clause) = (it.indicator, it.clause)
        // "через кенийские порты отгружено 41%", "в Кении отмечено падение грузооборота"
        if indicator == Indicator("share"), passed(in: clause) == [only], !speaksOfOwn(clause) { return true }
        if indicator == Indicator("freight"), isWithin(only, clause) { return true }
        // "в Кении проживает 50 млн человек"
        if indicator == Indicator("people"), isWithin(only, clause),
            !document.marks(marks.dwelling, in: clause).isEmpty || isOfInhabitants(it)
        {
            return true
        }
        if isOfGuests(only, it) { return true }
        // "Казахстан пропустил 4,5 млн тонн": what one state does alone.
        if ["freight", "energy", "other"].contains(indicator.rawValue), isSubject(only, clause) { return true }
        let places = reading.places(in: clause)
        // "на дороги области предусмотрено 5 млн": what a province has is its state's.
        if !isOfTrade(clause), places.allSatisfy({ $0.kind == .city }), !reading.provinces(in: clause).isEmpty {
            return true
        }
        guard it.isTrade else { return false }
        // "оборот союза с Кенией": of the union's trade only who stands on the other side is a state.
        if places.contains(where: { $0.country == only && isBehindWith($0) }),
            clause.contains(where: { token in
                (union(at: token) ?? unionWord(at: token)) != nil
                    && document.marks(marks.indicator, in: max(0, token - 1)..<token).first?.end == token
            })
        {
            return true
        }
        // "внешний товарооборот Кении": with all the world.
        return reachesAbroad(clause) && !places.contains(where: isPartner)
    }

    /// "в форуме участвовали 80 кенийских фирм", "с кенийской стороны участвуют 30 человек", "делегация из 50 фирм Кении": those who come
    /// from one side.
    private func isOfGuests(_ only: CountryCode, _ it: JointClause) -> Bool {
        let clause = it.clause
        guard ["people", "companies_count"].contains(it.indicator.rawValue) else { return false }
        func isSide(_ token: Int) -> Bool {
            document.mark(at: token, marks.encounters.part) != nil && document.word(token)?.can(be: .sing) == true
        }
        let isOfSide = reading.places(in: clause).contains { place in
            place.country == only && (isSide(place.range.upperBound) || isSide(place.range.lowerBound - 1))
        }
        // Firms at a forum are of both: those that come and those that receive them.
        let isGathering =
            clause.contains(where: isSide)
            // "с участием кенийского капитала"
            || it.indicator == Indicator("people")
                && document.marks(marks.encounters.attend, in: clause).contains {
                    document.word($0.first)?.can(be: [.noun, .ablt]) != true
                }
                && document.marks(marks.encounter, in: document.sentences[it.index]).contains {
                    reading.value($0) == "forum"
                }
        guard isOfSide || isGathering else { return false }
        // "70 кенийских фирм", "65 гостей из Кении"
        let isOfCounted = reading.places(in: clause).contains { place in
            place.country == only
                && reading.amounts(in: max(clause.lowerBound, place.range.lowerBound - 4)..<place.range.lowerBound)
                    .contains { place.range.lowerBound - $0.core.upperBound <= 2 }
                && (document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
                    || reading.preposition(at: place.range.lowerBound - 1) == "from")
        }
        return isOfSide || isOfCounted
    }

    /// "в Кении 4 млн человек": people counted as such, and not as students or workers of another state.
    private func isOfInhabitants(_ it: JointClause) -> Bool {
        document.marks(marks.inhabitants, in: it.clause).contains { noun in
            reading.amounts.contains {
                (0...2).contains(noun.first - $0.core.upperBound) && $0.unit == .plain(.count)
                    || $0.unit == nil && noun.first == $0.core.upperBound
            }
        }
    }

    /// "товарооборот с Кенией": the other side goes without saying.
    private func partnerUnnamed(of only: CountryCode, _ it: JointClause) -> CountryCode? {
        guard !it.isPair, !it.focus.contains(only), let home = reading.discourse.home, home != only,
            reading.places(in: it.clause).contains(where: { $0.country == only && isPartner($0) })
        else { return nil }
        return reading.discourse.own[it.index] ?? home
    }

    /// The other state where the speaker is its own, or where a figure or a row has told it before.
    private func partnerBefore(of only: CountryCode, _ it: JointClause) -> CountryCode? {
        guard !it.isPair else { return nil }
        // "президент Перу сообщил, что работают 700 фирм с кенийским капиталом": there, whoever the passage is about.
        if it.indicator == Indicator("companies_count"), let own = reading.discourse.own[it.index], own != only,
            !it.focus.contains(own)
        {
            return own
        }
        guard reading.places(in: it.clause).contains(where: { $0.country == only && isBehindWith($0) }) else {
            return nil
        }
        // "Кения создала с Перу фонд на 5 млн, с Чили подписала 12 соглашений": both are hers.
        if let last = found.last, last.sentence == it.index, last.figure.countries.count == 2,
            let partner = reading.places(in: document.sentences[it.index]).last(where: {
                isBehindWith($0) && $0.country != only && $0.range.upperBound <= last.amount.core.lowerBound
            })?.country, last.figure.countries.contains(partner),
            let own = last.figure.countries.first(where: { $0 != partner }), own != only
        {
            return own
        }
        // "оборот Кении с Перу вырос на 5%, с Чили – на 3%. С Кубой он удвоился": of the one whose trade a row has told.
        if it.isTrade, let own = rowOwner(it.index), own != only { return own }
        return nil
    }

    /// "США, где оборот превысил 2 млрд": trade is with the one that the article is about.
    private func traderAtHome(beside only: CountryCode, _ it: JointClause) -> CountryCode? {
        let isRank = it.indicator == Indicator("rank")
        guard it.isTrade || isRank, let home = reading.discourse.home, home != only,
            reading.discourse.mainPair.contains(home) || isRank && !isOfWorld(it.clause),
            let last = found.last, it.index - last.sentence <= 2, last.figure.countries.contains(home)
        else { return nil }
        return home
    }

    /// The one state that the sentence above a list of lines names, who informs aside.
    private func stateOfList(_ index: Int) -> CountryCode? {
        guard let head = reading.listHead(of: index).map({ document.sentences[$0] }) else { return nil }
        return Set(
            reading.states(in: head).filter { !isAttribution($0, head) }.map(\.country)
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

    /// "товарооборот между ЕС и Кенией", "торговля Кении и Евросоюза": the other side of the trade is no state.
    func isBesideUnion(_ state: CountryCode, _ clause: Range<Int>) -> Bool {
        func isUnion(at token: Int) -> Mark? {
            union(at: token) ?? unionWord(at: token)
        }
        let parts = reading.provinces(in: clause)
        return (reading.places(in: clause) + parts).contains { place in
            guard place.country == state, place.kind == .name || parts.contains(where: { $0.range == place.range })
            else { return false }
            let behind = place.range.upperBound
            if document.word(behind)?.parses[0].tag.grammemes.contains(.conj) == true, isUnion(at: behind + 1) != nil {
                return true
            }
            // "торговля Кении с союзом"
            if document.mark(at: behind, marks.with) != nil, unionWord(at: behind + 1) != nil { return true }
            guard document.word(place.range.lowerBound - 1)?.parses[0].tag.grammemes.contains(.conj) == true else {
                return false
            }
            return (clause.lowerBound..<max(clause.lowerBound, place.range.lowerBound - 1)).contains { token in
                isUnion(at: token)?.end == place.range.lowerBound - 1
            }
        }
    }

    /// Tokens of a row of four states.
    static let wordsOfLinked = 12

    /// "в Перу работают 14 кенийских фирм", "12 предприятий с участием кенийского капитала": whose they are, and where they work.
    func addOwners(to parties: inout Parties, clause: Range<Int>, index: Int) {
        guard parties.countries.count == 2, !isOfVisitors(clause) else { return }
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
        let isOurs = isWithUs(clause) && sidesOfSpeech(index)?.we == host
        guard isThere || isLocal || isOurs || speaksOfOwn(clause) else { return }
        parties.origin = owner.country
        parties.destination = host
    }

    /// "в форуме участвовали 40 перуанских фирм": firms that are only guests of an event.
    private func isOfVisitors(_ clause: Range<Int>) -> Bool {
        !document.marks(marks.encounters.attend, in: clause).isEmpty
            && document.marks(marks.encounter, in: document.sentence(of: clause.lowerBound)).contains {
                reading.value($0) == "forum"
            }
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
