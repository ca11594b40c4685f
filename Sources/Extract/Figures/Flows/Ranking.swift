import Grammar
import Model
import Morphology

/// The order of those who sell to one state or buy of it: who comes next in it stands on the same side.
extension FigureReader {
    /// An order that a sentence told of: "Чили занимает второе место по поставкам чая в Кению".
    struct ToldRanking {
        /// The state with which all of them trade.
        let other: CountryCode
        let isBuyer: Bool
        /// Whether it is told by a part that one of them has, and not by a place.
        let isOfShares: Bool
        var sentence: Int
    }

    /// Notes with whom those trade whose places a sentence tells.
    func noteRanking(_ places: [RuleBook.Hit], _ sentence: Range<Int>, _ index: Int) {
        if let told = tradersCalled(in: sentence) ?? ranked(places, in: sentence, index) ?? sentOn(index) {
            ranking = ToldRanking(other: told.other, isBuyer: told.isBuyer, isOfShares: false, sentence: index)
        } else if places.isEmpty, let told = sharedWith(index) {
            ranking = ToldRanking(other: told.other, isBuyer: told.isBuyer, isOfShares: true, sentence: index)
        } else if let told = ranking, told.sentence == index - 1,
            !places.isEmpty || !listed.isEmpty || isLine(sentence)
                // "Об этом сообщил министр" stands between.
                || document.mark(at: sentence.lowerBound, marks.speechBack) != nil
        {
            ranking?.sentence = index
        }
    }

    /// "Россия занимает второе место по поставкам в Индию", and who leads by a figure told of both ends.
    private func ranked(
        _ places: [RuleBook.Hit], in sentence: Range<Int>, _ index: Int
    ) -> (other: CountryCode, isBuyer: Bool)? {
        let isOrder = !places.isEmpty || !document.marks(marks.lead, in: sentence).isEmpty
        guard isOrder else { return nil }
        var ends: (CountryCode, CountryCode)?
        if let flow = toldFlow, flow.sentence == index {
            ends = (flow.origin, flow.destination)
        } else if let last = lastTold(
            0, before: index, where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            Self.isGoods(last.figure.indicator)
                || ["energy", "passengers"].contains(last.figure.indicator.rawValue)
        {
            ends = (last.figure.origin!, last.figure.destination!)
        } else if let travel = toldTravel, travel.sentence == index {
            ends = (travel.origin, travel.destination)
        } else {
            ends = arrivals(in: sentence)
        }
        guard let (origin, destination) = ends,
            let holder = reading.places(in: sentence).first(where: {
                ($0.country == origin || $0.country == destination) && $0.kind == .name && stands($0, in: .nomn)
                    && document.word($0.range.lowerBound - 1)?.can(be: .prep) != true
            })
        else { return nil }
        return holder.country == origin ? (destination, true) : (origin, false)
    }

    /// "доля кенийского чая составила 41% от импорта Перу": whose trade it is that others have their parts of as well.
    private func sharedWith(_ index: Int) -> (other: CountryCode, isBuyer: Bool)? {
        guard let last = found.last, last.sentence == index, last.figure.indicator == Indicator("share"),
            Set(listed.values.map(\.country)).count < 2, let owner = ownerOfTrade(last)
        else { return nil }
        return (owner, owner == last.figure.destination)
    }

    /// Those to whom money is sent from the one state.
    private func sentOn(_ index: Int) -> (other: CountryCode, isBuyer: Bool)? {
        guard let sender = toldSender, found.last.map({ $0.sentence == index && isOfTransfers($0.trigger) }) ?? false,
            let from = transfersComeFrom(index, nil)
        else { return nil }
        return from == sender.country ? (from, false) : nil
    }

    /// "Россия занимает первую строчку среди стран-поставщиков туристов в Кению": who comes from where by a sentence without a number.
    private func arrivals(in sentence: Range<Int>) -> (CountryCode, CountryCode)? {
        guard !document.marks(marks.visitors, in: sentence).isEmpty,
            let holder = reading.places(in: sentence).first(where: { $0.kind == .name && stands($0, in: .nomn) }),
            let visited = reading.places(in: sentence).first(where: { place in
                place.kind == .name && place.country != holder.country
                    && governor(of: place.range.lowerBound, in: sentence) == "to"
            })
        else { return nil }
        return (holder.country, visited.country)
    }

    /// "Основными покупателями кенийского чая стали Чили и Перу", "крупнейшие поставщики чая в Кению": who are called so trade with
    /// the one other state.
    private func tradersCalled(in sentence: Range<Int>) -> (other: CountryCode, isBuyer: Bool)? {
        guard
            let word = document.marks(marks.buyer, in: sentence).first
                ?? document.marks(marks.seller, in: sentence).first,
            document.word(word.first)?.can(be: .plur) == true
        else { return nil }
        let isBuyer = document.mark(at: word.first, marks.buyer) == nil
        let near = reading.states(in: word.end..<min(word.end + 6, sentence.upperBound)).first
        guard let near else { return nil }
        let sign = governor(of: near.range.lowerBound, in: sentence)
        let isOther =
            isBuyer
            ? sign == "to" && near.kind == .name
            : near.kind == .adjective && document.word(near.range.lowerBound)?.can(be: .gent) == true
        return isOther ? (near.country, isBuyer) : nil
    }

    /// Whether a sentence is a line of a list.
    func isLine(_ sentence: Range<Int>) -> Bool {
        document.tokens[sentence.lowerBound].shape.contains(.lineStart)
            && document.tokens[sentence.lowerBound].kind != .word
    }

    /// "На первом месте – Перу, экспорт которого достиг 7 млн. Далее следуют Куба – 2 млн и Уганда – 1 млн": the next of the order.
    func nextInRanking(_ state: CountryCode?, _ indicator: Indicator, clause: Range<Int>, index: Int) -> Parties? {
        guard let told = ranking, index - told.sentence == 1, let state, state != told.other,
            ["exports", "imports", "energy", "rank", "share", "passengers"].contains(indicator.rawValue)
                || isOrdered && ["finance", "other"].contains(indicator.rawValue),
            pairs(in: clause).isEmpty, !isOfRegion(clause),
            // "По импорту Перу с 18% второе": the other direction of its trade.
            !told.isOfShares
                || !document.marks(marks.opposite, in: clause).contains(where: {
                    (document.mark(at: $0.first, marks.receive) != nil) != told.isBuyer
                }),
            // "Италия, на рынке которой мы продали"
            !tellsOfUs(clause),
            reading.discourse.own[index].map({ $0 == told.other }) ?? true,
            reading.places(in: clause).allSatisfy({ place in
                place.kind == .city || stands(place, in: .nomn)
                    // "импорт из Перу" tells on which side it stands.
                    || stands(place, in: .gent) && governor(of: place.range.lowerBound, in: clause) == nil
                    || document.mark(at: place.range.lowerBound - 1, marks.rankOf) != nil
            }), reading.places(in: clause).contains(where: { $0.country == state })
        else { return nil }
        if indicator == Indicator("rank") { return Parties(countries: [state, told.other].sorted()) }
        return told.isBuyer
            ? Parties(from: state, to: told.other)
            : Parties(from: told.other, to: state)
    }
}
