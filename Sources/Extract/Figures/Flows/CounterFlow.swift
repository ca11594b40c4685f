import Grammar
import Model

/// The way back of a flow: "встречные поставки", "обратный поток", "в обратном направлении".
extension FigureReader {
    /// "Кения отправила в Перу 5 млн, встречные поставки составили 3 млн": what was told before the word turns round, and all that
    /// goes on with it in the sentence does.
    func counterFlow(_ indicator: Indicator, amount: Amount, clause: Range<Int>, index: Int) -> Parties? {
        let sentence = document.sentences[index]
        guard Self.shape(of: indicator) != .own, indicator != Indicator("trade_turnover"),
            let word = document.marks(marks.counter, in: sentence).last(where: {
                // "встречные прибавили 12%": the noun is told before.
                $0.end <= amount.core.lowerBound
                    && (reading.value($0) != "alone" || reading.isFiniteVerb($0.end) || document.isDash($0.end))
            }),
            let flow = lastTold(
                1, before: index,
                where: {
                    $0.amount.core.upperBound <= word.first && $0.figure.origin != nil && $0.figure.destination != nil
                }), let origin = flow.figure.destination, let destination = flow.figure.origin,
            // Both ends told anew need no turning.
            reading.places(in: word.end..<amount.core.lowerBound).allSatisfy({
                $0.country == origin || $0.kind == .city
            })
        else { return nil }
        return Parties(countries: flow.figure.countries, origin: origin, destination: destination)
    }
}

extension FigureReader {
    /// "покупает чай и рис, продает кофе (5 млн)": of two verbs the nearer one tells what is done with the goods.
    func isSoldLast(_ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        guard let trigger, !reading.isFiniteVerb(trigger.mark.first),
            let verb = (clause.lowerBound..<max(clause.lowerBound, trigger.mark.first)).last(
                where: reading.isFiniteVerb)
        else { return false }
        return document.mark(at: verb, marks.receive) == nil && document.mark(at: verb, marks.indicator) != nil
    }

    /// "покупает у Перу чай, продает кофе (5 млн)": of two verbs the second turns round what the first has told.
    func turnedWithin(
        _ indicator: Indicator, _ trigger: Trigger?, _ named: [CountryCode], _ clause: Range<Int>,
        _ focus: [CountryCode],
        _ index: Int
    ) -> Parties? {
        guard Self.isGoods(indicator), let trigger, reading.isFiniteVerb(trigger.mark.first),
            let first = triggersHere.last(where: {
                $0.mark.end <= trigger.mark.first && clause.contains($0.mark.first)
                    && reading.isFiniteVerb($0.mark.first)
            }), receiving(first, indicator) != receiving(trigger, indicator),
            reading.places(in: trigger.mark.end..<max(trigger.mark.end, clause.upperBound)).isEmpty
        else { return nil }
        let told = flow(
            indicator, trigger: first, named: named, clause: clause.lowerBound..<trigger.mark.first, focus: focus,
            index: index)
        return Parties(countries: told.countries, origin: told.destination, destination: told.origin)
    }

    /// "Кения продала чая на 5 млн": whether a figure was told by a verb with the seller as its subject.
    private func isDoneBySubject(_ told: FoundFigure) -> Bool {
        guard told.figure.indicator == Indicator("exports"), let verb = told.trigger?.mark.first,
            reading.isFiniteVerb(verb), document.mark(at: verb, marks.receive) == nil
        else { return false }
        return reading.places(in: document.sentences[told.sentence].lowerBound..<verb).last.map {
            $0.kind == .name && $0.country == told.figure.origin && stands($0, in: .nomn)
        } ?? false
    }

    /// "перуанский экспорт составил 5 млн, кенийский – 3 млн", "Перу продало на 5 млн, Кения – на 3 млн": the adjective or the subject
    /// alone stands for the other one's.
    func turnedByAdjective(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard let previous = found.last, previous.sentence == index,
            Self.isGoods(indicator) || indicator == Indicator("investment"),
            previous.figure.indicator == indicator, previous.amount.core.upperBound < amount.core.lowerBound,
            let origin = previous.figure.origin, let destination = previous.figure.destination,
            let last = reading.places(in: previous.amount.core.upperBound..<amount.core.lowerBound).only,
            last.kind == .adjective || last.kind == .name && isDoneBySubject(previous),
            document.isDash(last.range.upperBound) || document.mark(at: last.range.upperBound, marks.reach) != nil,
            stands(last, in: .nomn), last.country == destination || last.country == origin
        else { return nil }
        let isTurned = (indicator == Indicator("imports") ? origin : destination) == last.country
        return isTurned
            ? Parties(countries: previous.figure.countries, origin: destination, destination: origin)
            : Parties(countries: previous.figure.countries, origin: origin, destination: destination)
    }
}
