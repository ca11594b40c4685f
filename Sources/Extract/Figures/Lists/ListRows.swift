import Grammar
import Model
import Morphology

/// Rows of states, each in the place of the one before: who has done, got or given the like.
extension FigureReader {
    /// "Чили и Перу купили на 5 и 3 млн соответственно": whether the states of a row stand before all of its amounts.
    func isDealtOut() -> Bool {
        guard let first = listed.keys.min(), listed.count >= 2 else { return false }
        return listed.values.allSatisfy { $0.range.upperBound <= first }
    }

    /// "Закупки чая у Кении увеличили Перу (на 5%) и Чили (на 3%)": behind a verb with trade for its object stand those who have it.
    func rowOfDoers(
        _ place: PlaceMention, _ indicator: Indicator, _ other: CountryCode?, sentence: Range<Int>
    ) -> Parties? {
        guard Self.isGoods(indicator) || indicator == Indicator("energy"), place.kind == .name,
            stands(place, in: .nomn),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true, let other, other != place.country,
            let first = listed.values.map(\.range.lowerBound).min(),
            let verb = (sentence.lowerBound..<first).last(where: reading.isFiniteVerb),
            document.word(verb)?.can(be: .tran) == true,
            subjects(in: sentence.lowerBound..<verb).isEmpty,
            !(verb..<first).contains(where: { document.isMark($0, ":") || document.isDash($0) }),
            let object = triggersHere.first(where: { trigger in
                trigger.mark.end <= first && document.word(trigger.mark.first)?.can(be: [.noun, .accs]) == true
                    && trigger.uses.contains { !$0.isWeak && Self.isGoods($0.indicator) }
            })
        else { return nil }
        return receiving(object, indicator)
            ? Parties(from: other, to: place.country) : Parties(from: place.country, to: other)
    }

    /// "по импорту крупнейшими партнерами Кении стали Чили и Перу": a partner stands on the other side of the trade of whom it is one.
    func sideOfPartner(_ place: PlaceMention, _ indicator: Indicator, _ sentence: Range<Int>) -> Parties? {
        guard Self.isGoods(indicator), place.kind == .name, stands(place, in: .nomn),
            let partner = document.marks(marks.partner, in: sentence).first(where: { reading.value($0) == "of" }),
            let owner = reading.places(in: partner.end..<min(partner.end + 2, sentence.upperBound)).first,
            owner.kind == .name, owner.country != place.country, stands(owner, in: .gent)
        else { return nil }
        let both = [owner.country, place.country].sorted()
        return indicator == Indicator("imports")
            ? Parties(countries: both, origin: place.country, destination: owner.country)
            : Parties(countries: both, origin: owner.country, destination: place.country)
    }

    /// "Перу взяло 5 тыс. тонн, Чили – 3 тыс.": the next of a row stands in the place of the one before.
    func nextDoer(
        _ place: PlaceMention, _ indicator: Indicator, sentence: Range<Int>, index: Int
    ) -> Parties? {
        guard Self.isGoods(indicator), let last = found.last, last.sentence == index,
            Self.isGoods(last.figure.indicator), last.figure.origin != nil, last.figure.destination != nil,
            !last.figure.countries.contains(place.country), place.kind == .name, stands(place, in: .nomn),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
            let before = reading.places(in: sentence.lowerBound..<last.amount.core.lowerBound).last,
            before.kind == .name, stands(before, in: .nomn), last.figure.countries.contains(before.country),
            document.word(before.range.lowerBound - 1)?.can(be: .prep) != true,
            let verb = last.trigger?.mark.first, reading.isFiniteVerb(verb),
            verb >= before.range.upperBound
                || listed[last.amount.core.lowerBound]?.range == before.range
        else { return nil }
        return Parties(of: last.figure, with: place.country, for: before.country)
    }

    /// "Перу получило 5 млн кубометров, Чили – 3 млн", "5 млн предоставит Перу, 3 млн – Чили": who gets of the one before, or gives
    /// to it.
    func rowOfHands(
        _ place: PlaceMention, _ indicator: Indicator, sentence: Range<Int>, index: Int
    ) -> Parties? {
        // "Кения продала Перу 5 млн кубометров газа, Чили – 3 млн"
        if indicator == Indicator("energy"), stands(place, in: .datv), isSold(sentence),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
            let seller = subjects(in: sentence).first, !listed.values.contains(where: { $0.country == seller })
        {
            return Parties(from: seller, to: place.country)
        }
        guard indicator == Indicator("energy") || indicator == Indicator("finance"),
            stands(place, in: .nomn) || stands(place, in: .gent) && indicator == Indicator("finance"),
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
            document.marks(marks.lender, in: sentence).isEmpty
        else { return nil }
        let items = Set(listed.values.map(\.country))
        let before = lastTold(2, before: index) { $0.figure.indicator == indicator }?.figure
        func has(_ verbs: MarkClass) -> Bool {
            sentence.contains { document.mark(at: $0, verbs) != nil && reading.isFiniteVerb($0) }
        }
        // "Кении достанется 5 млн, Перу – 3 млн": from whom the one before got it, if that is told.
        if sentence.contains(where: { document.mark(at: $0, marks.fallTo) != nil }) {
            let giver = before?.origin.flatMap { items.contains($0) ? nil : $0 }
            return Parties(
                countries: [giver, place.country].compactMap { $0 }.sorted(), origin: giver, destination: place.country)
        }
        if has(marks.receive) {
            let giver = before?.origin ?? (indicator == Indicator("energy") ? before?.countries.only : nil)
            guard let giver, !items.contains(giver) else { return nil }
            return Parties(from: giver, to: place.country)
        }
        // "помощь Кении достигла 5 млн, Перу – 3 млн"
        let isAid = document.marks(marks.help, in: sentence).contains { $0.end <= place.range.lowerBound }
        guard indicator == Indicator("finance"), has(marks.give) || isAid && before?.origin != nil,
            let taker = before?.destination, taker != place.country,
            !items.contains(taker)
        else { return nil }
        return Parties(from: place.country, to: taker)
    }

    /// "Кения дала 61% импорта Перу, превосходя Чили (13%)": parts of one flow to the same state.
    func sharesOfFlow(_ place: PlaceMention, before: Figure?, items: Set<CountryCode>) -> Parties? {
        guard let before, before.indicator == Indicator("share"), let origin = before.origin,
            let destination = before.destination, place.country != origin, place.country != destination,
            let word = recent.last(where: { $0.figure.indicator == before.indicator })?.trigger?.mark.first
        else { return nil }
        // "Доля Перу в экспорте Кении – 5%. Крупнейшим рынком остается Чили (33%)"
        let isShare = before.countries.count == 2 && document.mark(at: word, marks.share) != nil
        let isTold = isShare && document.sentenceOf[word] != document.sentenceOf[place.range.lowerBound]
        let isNext = isShare && found.last.map { listed[$0.amount.core.lowerBound]?.country == destination } ?? false
        let isImport = document.mark(at: word, marks.receive) != nil || isTold && destination == reading.discourse.home
        if isTold || isNext, origin == reading.discourse.home {
            return Parties(from: origin, to: place.country)
        }
        if isImport {
            return Parties(from: place.country, to: destination)
        }
        guard document.mark(at: word, marks.opposite) != nil else { return nil }
        return Parties(from: origin, to: place.country)
    }
}
