import Grammar
import Model
import Morphology

/// Which of the states in a clause a figure can be of.
extension FigureReader {
    /// The states named around the amount, in the order of the text, each once.
    func named(around amount: Amount, trigger: Trigger?, clause: Range<Int>, sentence: Range<Int>)
        -> [CountryCode]
    {
        var codes: [CountryCode] = []
        // "2 млн россиян и 900 тыс. немцев": those right behind the number.
        let people = reading.places(in: amount.core.upperBound..<amount.core.upperBound + 2).first {
            $0.kind == .people
        }
        for place in reading.states(in: clause)
        where !reading.isAside(place)
            && (people == nil || place.kind != .people || place.range == people?.range)
            && !amount.core.contains(place.range.lowerBound)
            && !isAttribution(place, sentence) && !reading.isInRoadName(place) && !isOutrun(place, in: clause)
            && !isIncluded(place, in: sentence) && !reading.isMeasuredBy(place) && !isOfAnother(place, than: amount)
            && !isOfItemBefore(place, amount, in: clause) && !isOfBase(place, amount) && !isVenue(place, in: clause)
        {
            if !codes.contains(place.country) { codes.append(place.country) }
        }
        for province in reading.provinces(in: clause)
        where !codes.contains(province.country) && !isAttribution(province, sentence) {
            codes.append(province.country)
        }
        // "Росатом построит в Узбекистане": the other side of a state that is named, but for what that has of its own.
        // "Амкодор вложит 5 млн": alone a firm gives, sells or invests for its state.
        if codes.count == 1 || codes.isEmpty && isGivenOrSold(trigger, clause), amount.isMoney || trigger != nil,
            !amount.isPercent || isOfSupply(trigger), amount.unit != .plain(.watt)
        {
            let firms = reading.firms(in: clause).filter { !isAttribution($0, sentence) }.map(\.country)
            if Set(firms).count == 1, firms[0] != codes.first { codes.append(firms[0]) }
        }
        // "Египет сместился на третье место, но он нарастил закупки": whom the pronoun stands for.
        if codes.isEmpty, let trigger, clause.lowerBound > sentence.lowerBound + 1,
            document.marks(marks.pronoun, in: clause.lowerBound..<max(clause.lowerBound, trigger.mark.first)).first
                != nil || hasNoSubject(clause.lowerBound..<max(clause.lowerBound, trigger.mark.first))
        {
            let before = reading.clause(around: clause.lowerBound - 2, in: sentence)
            if let subject = reading.places(in: before).first(where: {
                $0.kind == .name && !isAttribution($0, sentence)
            }) {
                codes.append(subject.country)
            }
        }
        if codes.isEmpty, let firm = firmMeant(trigger, clause) { codes.append(firm) }
        if codes.isEmpty, let trigger, !clause.contains(trigger.mark.first) {
            let other = reading.clause(around: trigger.mark.first, in: sentence)
            for place in reading.states(in: other) where !isAttribution(place, sentence) {
                if !codes.contains(place.country) { codes.append(place.country) }
            }
        }
        return codes
    }

    /// "соглашение, подписанное в Лиме", "в Лиме прошел форум": a capital that only tells where something took place.
    private func isVenue(_ place: PlaceMention, in clause: Range<Int>) -> Bool {
        let first = place.range.lowerBound
        guard place.kind == .capital, reading.preposition(at: first - 1) == "into",
            stands(place, in: .loct) || document.word(first)?.can(be: .fixd) == true
        else { return false }
        let near = max(clause.lowerBound, first - 6)..<min(clause.upperBound, place.range.upperBound + 3)
        func tells(_ kind: MarkClass) -> Bool {
            document.marks(kind, in: near).contains { mark in
                !(min(mark.first, first)..<max(mark.end, first)).contains { document.isMark($0, ",") }
                    && (reading.isFiniteVerb(mark.first) || document.word(mark.first)?.can(be: .prtf) == true)
            }
        }
        return tells(marks.agreements.sign) || tells(marks.encounters.happen)
    }

    /// "«Газпром» продал 5 млн. Кроме того, компания нарастила добычу": the state of the firm that was told last.
    private func firmMeant(_ trigger: Trigger?, _ clause: Range<Int>) -> CountryCode? {
        guard isOfSupply(trigger), reading.places(in: clause).isEmpty,
            let word = clause.first(where: { token in
                document.mark(at: token, marks.officeFirm) != nil && !reading.opensQuote(token + 1)
                    && document.word(token).map { $0.can(be: .sing) && ($0.can(be: .nomn) || $0.can(be: .gent)) }
                        == true
            }), case let sentence = Int(document.sentenceOf[word]), sentence > 0
        else { return nil }
        let before = document.sentences[max(0, sentence - 3)].lowerBound..<word
        return Set(reading.firms(in: before).map(\.country)).only
    }

    /// "вдвое больше, чем закупки в Перу": a state behind what a change is compared with.
    private func isOfBase(_ place: PlaceMention, _ amount: Amount) -> Bool {
        guard amount.isTimes || amount.isPercent, place.range.lowerBound > amount.core.upperBound else { return false }
        let between = amount.core.upperBound..<place.range.lowerBound
        return document.marks(marks.base, in: between).contains { base in
            base.range.count == 1 && document.isMark(base.first - 1, ",")
                && document.marks(marks.indicator, in: base.end..<place.range.lowerBound).contains {
                    $0.first == base.end
                }
        }
    }

    /// "…, хотя и нарастил": a conjunction and a verb with nothing that could be its subject.
    private func hasNoSubject(_ range: Range<Int>) -> Bool {
        guard let first = range.first, document.word(first)?.readings[0].contains(.conj) == true,
            let verb = range.first(where: reading.isFiniteVerb), verb - first <= 3,
            document.word(verb)?.can(be: .sing) == true
        else { return false }
        return !range.contains { token in
            document.word(token).map { $0.can(be: [.noun, .nomn]) || $0.readings[0].contains(.npro) } ?? false
        }
    }

    /// "доля Перу в торговле Кении – 61%, а доля Чили – 16%": another's part of the same whole.
    func nextPart(_ indicator: Indicator, amount: Amount, index: Int) -> Parties? {
        guard indicator == Indicator("share"), let previous = found.last, previous.sentence == index,
            previous.figure.indicator == indicator, previous.amount.core.upperBound < amount.core.lowerBound
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.core.lowerBound
        let first = document.sentences[index].lowerBound
        func holder(_ range: Range<Int>) -> CountryCode? {
            reading.states(in: range).first {
                document.mark(at: $0.range.lowerBound - 1, marks.share) != nil
                    && document.word($0.range.lowerBound - 1)?.can(be: .noun) == true
            }?.country
        }
        /// "доля Перу – 72%, Чили – 9%"
        func bareHolder() -> CountryCode? {
            guard let place = reading.places(in: between).only, place.kind == .name, stands(place, in: .gent),
                document.isDash(place.range.upperBound),
                document.isMark(place.range.lowerBound - 1, ",")
                    || document.word(place.range.lowerBound - 1)?.parses[0].tag.grammemes.contains(.conj) == true
            else { return nil }
            return place.country
        }
        // "второй идет Кения (18% импорта), впереди – Перу с долей 31%", "Кения с 18% уступает Перу, на которое пришлось 31%": on the
        // partner's side of the same trade.
        if let ahead = reading.places(in: between).only, ahead.kind == .name,
            document.mark(at: ahead.range.upperBound, marks.with) != nil
                && document.mark(at: ahead.range.upperBound + 1, marks.share) != nil
                || document.isMark(ahead.range.upperBound, ",")
                    && document.mark(at: ahead.range.upperBound + 2, marks.which) != nil,
            let owner = ownerOfTrade(previous), let partner = previous.figure.countries.first(where: { $0 != owner }),
            ahead.country != owner
        {
            return Parties(of: previous.figure, with: ahead.country, for: partner)
        }
        let bare = bareHolder()
        let told = first..<previous.amount.core.lowerBound
        // Of a row it is the next to last: "доля Перу – 72%, Чили – 9%, Кубы – 8%".
        let before =
            bare == nil
            ? nil
            : reading.places(in: told).last {
                document.isDash($0.range.upperBound) && $0.range.upperBound + 1 == previous.amount.range.lowerBound
            }?.country
        let last = before ?? holder(told)
        guard let next = holder(between) ?? bare, let last, next != last,
            Set(reading.places(in: between).map(\.country)) == [next]
        else { return nil }
        return Parties(of: previous.figure, with: next, for: last)
    }

    /// Whose exports or imports a figure with both ends is of.
    func ownerOfTrade(_ told: FoundFigure) -> CountryCode? {
        guard let origin = told.figure.origin, let destination = told.figure.destination, let word = tradeWord(of: told)
        else { return nil }
        return document.mark(at: word, marks.receive) != nil ? destination : origin
    }

    /// The word of one direction of trade that measures a figure, or of which it is a part: "доля Перу в экспорте – 5%".
    private func tradeWord(of told: FoundFigure) -> Int? {
        guard let first = told.trigger?.mark.first else { return nil }
        if document.mark(at: first, marks.opposite) != nil { return first }
        guard told.figure.indicator == Indicator("share"), first < told.amount.core.lowerBound else { return nil }
        // "доля кенийского чая составила 41% от общего импорта Перу"
        let behind = told.amount.core.upperBound..<min(told.amount.core.upperBound + 5, document.tokens.count)
        return (first..<told.amount.core.lowerBound).first { document.mark(at: $0, marks.opposite) != nil }
            ?? behind.first { document.mark(at: $0, marks.opposite) != nil }
    }

    /// Whether a verb sells, or invests in a town; what a firm invests at home flows nowhere.
    private func isGivenOrSold(_ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        guard let trigger else { return false }
        // "«Газпром» увеличил экспорт газа в Европу"
        if isOfSupply(trigger), reachesAbroad(clause) || isOfRegion(clause) || isIntoOwn(clause) { return true }
        guard reading.isFiniteVerb(trigger.mark.first) else { return false }
        return trigger.uses.contains { use in
            !use.isWeak
                && (Self.isGoods(use.indicator)
                    || use.indicator == Indicator("investment")
                        && reading.places(in: clause).contains { $0.kind == .city })
        }
    }

    /// Whether a word tells of goods that are sold or bought, or of energy.
    private func isOfSupply(_ trigger: Trigger?) -> Bool {
        trigger?.uses.contains { use in
            !use.isWeak && (Self.isGoods(use.indicator) || use.indicator == Indicator("energy"))
        } ?? false
    }

    /// The state of an official who speaks, or of a body that informs, is not by that a party.
    func isAttribution(_ place: PlaceMention, _ sentence: Range<Int>) -> Bool {
        if reading.people.office(around: place.range.lowerBound) != nil,
            !document.marks(marks.speech, in: sentence).isEmpty
        {
            return true
        }
        if isDataOf(place, sentence) { return true }
        return document.marks(marks.speechSource, in: sentence).contains {
            place.range.lowerBound >= $0.end && place.range.lowerBound - $0.end <= 6
                && !($0.end..<place.range.lowerBound).contains { document.isMark($0, ",") }
        }
    }

    /// "согласно обнародованным данным перуанского министерства": whose data they are.
    private func isDataOf(_ place: PlaceMention, _ sentence: Range<Int>) -> Bool {
        let before = max(sentence.lowerBound, place.range.lowerBound - 6)..<place.range.lowerBound
        return document.marks(marks.data, in: before).contains { data in
            let isBody = (data.end..<min(place.range.upperBound + 3, sentence.upperBound)).contains {
                document.mark(at: $0, marks.body) != nil
            }
            guard isBody,
                !(data.end..<place.range.lowerBound).contains(where: {
                    document.isMark($0, ",") || reading.isFiniteVerb($0)
                })
            else { return false }
            var at = data.first - 1
            while at >= sentence.lowerBound,
                document.word(at)?.can(be: .adjf) == true || document.word(at)?.can(be: .prtf) == true
            {
                at -= 1
            }
            return at >= sentence.lowerBound && document.mark(at: at, marks.according) != nil
        }
    }

    /// "1,2 млн граждан Кении и 520 тыс. граждан Перу", "5 млн тонн кенийского чая и 3 млн перуанского": of two amounts side by side
    /// that each have their own state behind them, whose one is.
    private func isOfAnother(_ place: PlaceMention, than amount: Amount) -> Bool {
        func owned(_ amount: Amount, _ next: Int?) -> PlaceMention? {
            let limit = min(amount.core.upperBound + 3, next ?? .max)
            return reading.states(in: amount.core.upperBound..<max(amount.core.upperBound, limit)).first {
                document.word($0.range.lowerBound)?.can(be: .gent) == true
                    && !(amount.core.upperBound..<$0.range.lowerBound).contains { token in
                        document.word(token) == nil || reading.isFiniteVerb(token)
                    }
                    && document.word($0.range.lowerBound - 1)?.can(be: .prep) != true
            }
        }
        guard let index = reading.place(of: amount) else { return false }
        func mine(_ at: Int) -> PlaceMention? {
            guard reading.amounts.indices.contains(at) else { return nil }
            let next = at + 1 < reading.amounts.count ? reading.amounts[at + 1].range.lowerBound : nil
            return owned(reading.amounts[at], next)
        }
        guard let own = mine(index), own.country != place.country else { return false }
        return [index - 1, index + 1].contains { at in
            guard let other = mine(at), other.range == place.range, other.country != own.country else { return false }
            return document.sentenceOf[other.range.lowerBound] == document.sentenceOf[own.range.lowerBound]
        }
    }

    /// "в Перу поставляют чай и кофе, в Чили – рис на 5 млн": a state behind the same preposition, of an item without a number.
    private func isOfItemBefore(_ place: PlaceMention, _ amount: Amount, in clause: Range<Int>) -> Bool {
        guard place.kind == .name, place.range.upperBound < amount.range.lowerBound,
            let before = document.word(place.range.lowerBound - 1), before.can(be: .prep),
            let next = reading.places(in: place.range.upperBound..<amount.range.lowerBound).last, next.kind == .name,
            next.country != place.country, document.isDash(next.range.upperBound),
            document.isMark(next.range.lowerBound - 2, ",")
        else { return false }
        return document.word(next.range.lowerBound - 1)?.text == before.text
    }

    /// "вторым после Чили", "обогнав Чили и Перу": a state told of only beside the one that the figure is of.
    func isOutrun(_ place: PlaceMention, in clause: Range<Int>) -> Bool {
        guard place.kind != .adjective else { return false }
        var at = place.range.lowerBound
        for _ in 0..<4 {
            if let back = (1...3).first(where: { back in
                at - back >= clause.lowerBound && document.mark(at: at - back, marks.outrun)?.end == at
            }) {
                // "мы, обойдя Чили, заняли"
                if document.word(at - back)?.parses[0].tag.grammemes.contains(.grnd) == true { return true }
                return reading.places(in: clause).contains {
                    $0.country != place.country && !(at..<place.range.upperBound).contains($0.range.lowerBound)
                }
            }
            // "после США и Китая"
            guard at - 1 >= clause.lowerBound,
                document.word(at - 1)?.parses[0].tag.grammemes.contains(.conj) == true
                    || document.isMark(at - 1, ",")
                        && (document.word(at)?.can(be: .nomn.union(.sing)) == false
                            || document.word(at)?.can(be: .fixd) == true),
                let other = reading.places(in: clause.lowerBound..<at - 1).last, other.range.upperBound == at - 1
            else { return false }
            at = other.range.lowerBound
        }
        return false
    }

    /// "в страны союза, включая Перу, – на 5%": a state told only as one of many, without a number of its own.
    func isIncluded(_ place: PlaceMention, in sentence: Range<Int>) -> Bool {
        if isInBracketedRow(place, sentence) { return true }
        guard
            let mark = document.marks(
                marks.included, in: max(sentence.lowerBound, place.range.lowerBound - 6)..<place.range.lowerBound
            )
            .last, !document.marks(marks.region, in: sentence.lowerBound..<mark.first).isEmpty,
            (mark.end..<place.range.lowerBound).allSatisfy({ token in
                document.word(token).map { $0.can(be: .prep) || $0.can(be: .conj) || $0.can(be: .adjf) }
                    ?? document.isMark(token, ",")
                    || !reading.places(in: token..<token + 1).isEmpty
            })
        else { return false }
        let behind = place.range.upperBound
        let own = reading.amounts.first { $0.range.lowerBound >= behind }
        guard let own, sentence.contains(own.range.lowerBound) else { return true }
        return (behind..<own.range.lowerBound).contains {
            document.isMark($0, ",") || document.isMark($0, ")") || reading.isFiniteVerb($0)
        }
    }

    /// "страны союза (Перу, Чили, Куба)": who they are, and no number with any.
    private func isInBracketedRow(_ place: PlaceMention, _ sentence: Range<Int>) -> Bool {
        guard let open = (sentence.lowerBound..<place.range.lowerBound).last(where: { document.isMark($0, "(") }),
            let close = (place.range.upperBound..<sentence.upperBound).first(where: { document.isMark($0, ")") }),
            !(open..<place.range.lowerBound).contains(where: { document.isMark($0, ")") })
        else { return false }
        return Set(reading.places(in: open..<close).map(\.country)).count >= 3
            && !reading.amounts.contains { (open..<close).contains($0.core.lowerBound) }
    }

    /// "государств ШОС", "стран Центральной Азии": figures of many that no list names.
    func isOfRegion(_ clause: Range<Int>) -> Bool {
        document.marks(marks.region, in: clause).contains { !isJoined($0) }
    }

    /// "со вступления в ЕАЭС": a union that a state has joined is none that it trades with.
    func isJoined(_ union: Mark) -> Bool {
        (1...2).contains { document.mark(at: union.first - $0, marks.membership) != nil }
    }

    /// "мировой рынок кофе", "экономика всего мира": of no state.
    func isOfAllTheWorld(_ trigger: Trigger?, _ named: [CountryCode], _ clause: Range<Int>) -> Bool {
        guard named.isEmpty, let trigger else { return false }
        let near = max(clause.lowerBound, trigger.mark.first - 3)..<min(clause.upperBound, trigger.mark.end + 3)
        return document.marks(marks.allTheWorld, in: near.lowerBound..<max(near.lowerBound, near.upperBound)).first
            != nil
    }

    /// A union of states that begins at a token.
    func union(at token: Int) -> Mark? {
        document.mark(at: token, marks.region) ?? document.mark(at: token, marks.organisation)
    }

    /// "товарооборот ЕС и МЕРКОСУР": of two unions, and of no state.
    func isOfUnions(_ indicator: Indicator, _ named: [CountryCode], _ clause: Range<Int>) -> Bool {
        guard named.isEmpty,
            ["trade_turnover", "rank", "exports", "imports", "investment"].contains(indicator.rawValue),
            regionSign(in: clause) == nil
        else { return false }
        let unions = clause.compactMap(union).filter { document.word($0.first - 1)?.can(be: .prep) != true }
        return Set(unions.map(\.entry)).count >= 2
    }

    /// A word that stands for a union, or for the region that the sentences before tell of.
    func unionWord(at token: Int) -> Mark? {
        if let word = document.mark(at: token, marks.unionWord) { return word }
        guard let word = document.mark(at: token, marks.regionWord) else { return nil }
        let first = document.sentences[max(0, Int(document.sentenceOf[token]) - Self.regionWordReach)].lowerBound
        return document.marks(marks.region, in: first..<token).isEmpty ? nil : word
    }

    /// Sentences back to which "регион" may point.
    private static let regionWordReach = 3

    /// "взаимная торговля десяти стран", "экономика блока": of a union as a whole, or of as many states as it has.
    func isOfUnion(_ trigger: Trigger?, _ named: [CountryCode], _ clause: Range<Int>) -> Bool {
        guard named.isEmpty, let end = trigger?.mark.end, clause.contains(end) else { return false }
        // "торговля региона" of those who have gathered.
        if document.mark(at: end, marks.gatheredWord) != nil, reading.discourse.gathered.count > 3 { return true }
        if let word = document.mark(at: end, marks.unionWord) {
            return document.word(word.first)?.can(be: .gent) == true && reading.provinces.isEmpty
        }
        guard let amount = reading.amounts(in: end..<clause.upperBound).first, amount.range.lowerBound == end,
            amount.unit == nil,
            amount.value >= 3, let noun = document.mark(at: amount.range.upperBound, marks.own)
        else { return false }
        return document.word(noun.end - 1)?.can(be: [.plur, .gent]) == true
    }

    /// "с государствами ШОС": many partners, and none of them by name.
    func isOfMany(_ clause: Range<Int>) -> Bool {
        document.marks(marks.region, in: clause).contains { mark in
            !isJoined(mark) && document.word(mark.first).map { $0.can(be: .plur) && !$0.can(be: .sing) } ?? false
        }
    }
}
