import Grammar
import Model
import Morphology

/// Money that people send home, and help that is sent to a state.
extension FigureReader {
    /// Whether a word tells of money that people send home.
    func isOfTransfers(_ trigger: Trigger?) -> Bool {
        trigger.map { document.mark(at: $0.mark.first, marks.transfer) != nil } ?? false
    }

    /// Where the money goes of whose sending the figures right before told.
    func transfersGoTo(_ index: Int) -> CountryCode? {
        let last = lastTold(2, before: index) { isOfTransfers($0.trigger) && $0.figure.destination != nil }
        return last?.figure.destination
    }

    /// "Кения предоставит Перу 5 млн. Помощь Чили достигла 3 млн": the next who gives to the same state.
    func nextGiver(_ flow: Parties, _ indicator: Indicator, _ named: [CountryCode], _ index: Int) -> Parties? {
        guard indicator == Indicator("finance"), let giver = flow.origin, named == [giver],
            let last = lastTold(2, before: index, where: { $0.figure.indicator == indicator }),
            let taker = last.figure.destination, let before = last.figure.origin, taker != giver, before != giver,
            flow.destination == nil || flow.destination == before,
            isSameParagraph(index, last.sentence), pairs(in: document.sentences[index]).isEmpty
        else { return nil }
        return Parties(from: giver, to: taker)
    }

    /// "Из Кении перевели домой 5 млн. В Перу отправлено 2 млн": whence the money came of whose sending was told right before.
    func transfersComeFrom(_ index: Int, _ trigger: Trigger?) -> CountryCode? {
        // A loan or a grant is another's.
        if let trigger, !isOfTransfers(trigger), document.mark(at: trigger.mark.first, marks.dispatch) == nil {
            return nil
        }
        let last = lastTold(2, before: index) { $0.figure.indicator == Indicator("finance") }
        guard let last, last.figure.origin != nil else { return senderTold(index) }
        let isSent =
            isOfTransfers(last.trigger)
            || !document.marks(marks.homeward, in: document.sentences[last.sentence]).isEmpty
            || last.trigger.map { document.mark(at: $0.mark.first, marks.dispatch) != nil } ?? false
        return isSent ? last.figure.origin : senderTold(index)
    }

    /// Notes whence a sentence tells that money is sent, whithersoever: "Чили лидирует по переводам из Кении".
    func noteSender(_ sentence: Range<Int>, _ index: Int) {
        guard !document.marks(marks.transfer, in: sentence).isEmpty else { return }
        let senders = reading.states(in: sentence).filter {
            governor(of: $0.range.lowerBound, in: sentence) == "from"
        }
        if let sender = Set(senders.map(\.country)).only { toldSender = (sender, index) }
    }

    private func senderTold(_ index: Int) -> CountryCode? {
        toldSender.flatMap { index - $0.sentence <= Self.senderReach ? $0.country : nil }
    }

    /// Sentences over which it goes without saying whence money is sent.
    private static let senderReach = 6

    /// "В страны союза перевели 5 млн", "переводы во все страны": whence alone is told.
    func sentToMany(
        _ indicator: Indicator, _ named: [CountryCode], trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> Parties? {
        guard indicator == Indicator("finance"), isOfRegion(clause) || reachesAbroad(clause),
            regionSign(in: clause) != "from",
            isOfTransfers(trigger) || found.last.map({ isOfTransfers($0.trigger) && $0.sentence == index }) ?? false
        else { return nil }
        let told = reading.places(in: clause).first { governor(of: $0.range.lowerBound, in: clause) == "from" }?.country
        guard let sender = told ?? transfersComeFrom(index, trigger), named.allSatisfy({ $0 == sender }) else {
            return nil
        }
        return Parties(countries: [sender], origin: sender)
    }

    /// "Переводы в Перу составили 5 млн. Из Кении поступило 2 млн, из Чили – 1 млн": to where all of them go.
    func sentFrom(_ amount: Amount, sentence: Range<Int>, index: Int) -> Parties? {
        guard let home = transfersGoTo(index), !reachesAbroad(sentence) else { return nil }
        let first = found.last.flatMap { $0.sentence == index ? $0.amount.core.upperBound : nil } ?? sentence.lowerBound
        let here = reading.states(in: first..<max(first, amount.core.lowerBound))
        guard here.count == 1, let place = here.first, place.country != home,
            governor(of: place.range.lowerBound, in: first..<amount.core.lowerBound) == "from"
        else { return nil }
        return Parties(from: place.country, to: home)
    }

    /// "Кения направила в Перу помощь. Ранее в страну отправили 12 тонн": where what was told right before went.
    func reachedBefore(_ index: Int) -> CountryCode? {
        guard index > 0 else { return nil }
        let before = document.sentences[index - 1]
        return reading.places(in: before).last { place in
            place.kind == .name && !isLocative(place) && governor(of: place.range.lowerBound, in: before) == "to"
        }?.country
    }

    /// "мигранты из Кении перевели на родину из Перу 5 млн": home is whose people they are, and the money comes from where
    /// they work.
    func remittance(
        _ indicator: Indicator, trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> Parties? {
        guard indicator == Indicator("finance"), !document.marks(marks.homeward, in: clause).isEmpty else { return nil }
        var home: CountryCode?
        var abroad: CountryCode?
        for place in reading.states(in: clause)
        where !isAttribution(place, document.sentences[index]) {
            let first = place.range.lowerBound
            let isOfPeople =
                place.kind == .people
                || (place.kind == .adjective
                    ? document.marks(
                        marks.migrant, in: place.range.upperBound..<min(clause.upperBound, place.range.upperBound + 2)
                    ).first != nil
                    : document.marks(marks.migrant, in: max(clause.lowerBound, first - 3)..<first).contains {
                        (0...1).contains(first - $0.end)
                    })
            let before = reading.preposition(at: place.range.lowerBound - 1)
            let isWhere = before == "into" || before != nil && !isOfPeople
            if isWhere {
                abroad = abroad ?? place.country
            } else if isOfPeople {
                home = home ?? place.country
            }
        }
        if home == nil, let abroad, let known = recent.last(where: { isOfTransfers($0.trigger) })?.figure.destination,
            known != abroad
        {
            home = known
        }
        guard let home else { return nil }
        return Parties(countries: Set([home, abroad].compactMap { $0 }).sorted(), origin: abroad, destination: home)
    }
}
