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
        var sentence: Int
    }

    /// Notes with whom those trade whose places a sentence tells.
    func noteRanking(_ places: [RuleBook.Hit], _ sentence: Range<Int>, _ index: Int) {
        if !places.isEmpty, let flow = toldFlow, flow.sentence == index,
            let holder = reading.places(in: sentence).first(where: {
                ($0.country == flow.origin || $0.country == flow.destination) && $0.kind == .name
                    && stands($0, in: .nomn) && document.word($0.range.lowerBound - 1)?.can(be: .prep) != true
            })
        {
            let isBuyer = holder.country == flow.origin
            ranking = ToldRanking(
                other: isBuyer ? flow.destination : flow.origin, isBuyer: isBuyer, sentence: index)
        } else if let told = ranking, told.sentence == index - 1, !places.isEmpty || !listed.isEmpty {
            ranking?.sentence = index
        }
    }

    /// "На первом месте – Перу, экспорт которого достиг 7 млн. Далее следуют Куба – 2 млн и Уганда – 1 млн": the next of the order.
    func nextInRanking(_ state: CountryCode?, _ indicator: Indicator, clause: Range<Int>, index: Int) -> Parties? {
        guard let told = ranking, index - told.sentence == 1, let state, state != told.other,
            Self.isGoods(indicator) || indicator == Indicator("energy") || indicator == Indicator("rank"),
            pairs(in: clause).isEmpty, !isOfRegion(clause),
            reading.discourse.own[index].map({ $0 == told.other }) ?? true,
            reading.places(in: clause).allSatisfy({ place in
                place.kind == .city || stands(place, in: .nomn) || stands(place, in: .gent)
            }), reading.places(in: clause).contains(where: { $0.country == state })
        else { return nil }
        let both = [state, told.other].sorted()
        if indicator == Indicator("rank") { return Parties(countries: both) }
        return told.isBuyer
            ? Parties(countries: both, origin: state, destination: told.other)
            : Parties(countries: both, origin: told.other, destination: state)
    }
}
