import Grammar
import Model
import Morphology

/// A rule on which end of a flow a place stands, by a preposition, a case or a verb beside it.
struct FlowEndRule {
    /// What a rule that speaks of a place says.
    enum Verdict {
        case stands(FlowEnd)
        /// On neither end.
        case neither
    }

    /// Words that the rule speaks of.
    let example: String
    /// Nil where the rule does not speak of the place.
    let verdict: @Sendable (PlaceMention, FlowClause, FigureReader) -> Verdict?

    private init(_ example: String, _ verdict: @escaping @Sendable (PlaceMention, FlowClause, FigureReader) -> Verdict?)
    {
        self.example = example
        self.verdict = verdict
    }

    /// What the first rule that speaks of a place says of it.
    static func verdict(
        on place: PlaceMention, of flow: FlowClause, isPointedTo: Bool, _ reader: FigureReader
    ) -> Verdict? {
        for rule in parts {
            if let verdict = rule.verdict(place, flow, reader) { return verdict }
        }
        if isPointedTo { return .neither }
        for rule in ends {
            if let verdict = rule.verdict(place, flow, reader) { return verdict }
        }
        return nil
    }

    /// Those who have a part of the flow, and roads that only lead through.
    private static let parts: [FlowEndRule] = [
        // Who has a part of it stands on the other side.
        FlowEndRule("на Китай приходится 19% импорта") { place, flow, reader in
            guard flow.isShare, reader.hasPart(place, flow.clause) else { return nil }
            let sends =
                flow.receives || place.kind == .adjective || reader.isToldWhither(in: flow.clause, beside: place)
            return .stands(sends ? .origin : .destination)
        },
        FlowEndRule("Перу обеспечивает почти весь импорт чая") { place, flow, reader in
            guard flow.receives, !flow.isShare, let trigger = flow.trigger?.mark.first,
                reader.document.mark(at: trigger, reader.marks.opposite) != nil,
                place.kind == .name, reader.hasPart(place, flow.clause)
            else { return nil }
            return .stands(.origin)
        },
        FlowEndRule("через Перу") { place, _, reader in reader.isVia(place) ? .neither : nil },
    ]

    /// The first that speaks counts.
    private static let ends: [FlowEndRule] = [
        // Who the clause behind is about does what its verb tells.
        FlowEndRule("пришлось на Чили, которое поставило 5 тонн") { place, flow, reader in
            guard let verb = flow.trigger?.mark.first, reader.isToldBehind(place, verb) else { return nil }
            return .stands(flow.near)
        },
        // The subject of a verb of getting.
        FlowEndRule("перуанские мельницы получили 5 тыс. тонн") { place, flow, reader in
            reader.isDoer(place, of: reader.marks.receive, flow.clause) ? .stands(.destination) : nil
        },
        // Who buys or sells stands in the instrumental behind the noun.
        FlowEndRule("импорт нефти Китаем") { place, flow, reader in
            guard place.kind == .name, reader.stands(place, in: .ablt), !reader.stands(place, in: .gent),
                reader.document.word(place.range.lowerBound - 1)?.can(be: .prep) != true,
                let trade = reader.document.marks(reader.marks.opposite, in: flow.clause).first(where: {
                    (0...3).contains(place.range.lowerBound - $0.end)
                }), reader.document.word(trade.first)?.can(be: .noun) == true
            else { return nil }
            return .stands(flow.near)
        },
        // Of both, and from neither to the other.
        FlowEndRule("Кенийско-перуанский фонд с капиталом 5 млн") { place, flow, reader in
            place.kind == .adjective && reader.isHalfOfPair(place, in: flow.clause) ? .neither : nil
        },
        FlowEndRule("на перуанские проекты направили 5 млн") { place, flow, reader in
            reader.isMoneyInto(place, flow) ? .stands(.destination) : nil
        },
        FlowEndRule("завод под Лимой") { place, flow, reader in
            guard flow.indicator == Indicator("investment"), place.kind == .capital,
                reader.document.word(place.range.lowerBound - 1)?.can(be: .prep) == true,
                reader.governor(of: place.range.lowerBound, in: flow.clause) != "from"
            else { return nil }
            return .stands(.destination)
        },
        FlowEndRule("продано на перуанском рынке, закуплено на перуанском рынке") { place, flow, reader in
            guard place.kind == .adjective, reader.isMarket(place), reader.isLocative(place),
                reader.reading.preposition(at: place.range.lowerBound - 1) == "by"
            else { return nil }
            let isBoughtThere = flow.clause.contains {
                reader.document.mark(at: $0, reader.marks.purchase) != nil
            }
            return .stands(isBoughtThere ? .origin : .destination)
        },
        // To whom it is owed has lent it.
        FlowEndRule("долг перед Кенией") { place, flow, reader in
            guard reader.isOwed(flow.trigger, flow.clause),
                reader.document.mark(at: place.range.lowerBound - 1, reader.marks.owedTo) != nil
                    || reader.isDative(place)
            else { return nil }
            return .stands(.origin)
        },
        // Where it goes.
        FlowEndRule("доля российского рынка в экспорте") { place, flow, reader in
            flow.isShare && !flow.receives && place.kind == .adjective && reader.isMarket(place)
                ? .stands(.destination) : nil
        },
        FlowEndRule("Кении достанется 5 млн") { place, _, reader in
            reader.document.mark(at: place.range.upperBound, reader.marks.fallTo) != nil
                ? .stands(.destination) : nil
        },
        FlowEndRule("вывезли из Перу, ввезли в Перу") { place, flow, reader in
            reader.endByPreposition(place, flow).map(Verdict.stands)
        },
        FlowEndRule("Кении будут предоставлены 5 млн") { place, _, reader in
            reader.isGivenInPassive(place) ? .stands(.destination) : nil
        },
        FlowEndRule("в Лиме подписан договор об экспорте") { place, flow, reader in
            reader.isWhereSigned(place, flow) ? .neither : nil
        },
        FlowEndRule("продали Кении") { place, flow, reader in
            reader.isDative(place)
                || !flow.receives && (reader.isGivenTo(place, flow.trigger) || reader.isHanded(place))
                ? .stands(.destination) : nil
        },
    ]
}

/// What the rules look at.
extension FigureReader {
    /// "на перуанские проекты направили 5 млн"
    fileprivate func isMoneyInto(_ place: PlaceMention, _ flow: FlowClause) -> Bool {
        guard Self.isMoney(flow.indicator), place.kind == .adjective, stands(place, in: .accs),
            let before = reading.preposition(at: place.range.lowerBound - 1), before == "by" || before == "into",
            document.word(place.range.upperBound)?.can(be: [.noun, .accs]) == true, !isOnTrigger(place, of: flow)
        else { return false }
        return flow.clause.contains { document.mark(at: $0, marks.give) != nil }
    }

    /// "в Перу", "из Перу", "для Перу": nil where the preposition tells where something is.
    fileprivate func endByPreposition(_ place: PlaceMention, _ flow: FlowClause) -> FlowEnd? {
        // "в объеме кенийского экспорта" leads nowhere.
        let isInto =
            flow.indicator == Indicator("finance") && reading.preposition(at: place.range.lowerBound - 1) == "into"
        if isOnTrigger(place, of: flow), !isInto { return nil }
        guard let sign = governor(of: place.range.lowerBound, in: flow.clause) else { return nil }
        if sign == "from" || sign == "to" && isBoughtIn(place, flow) { return .origin }
        return flow.receives || Self.isMoney(flow.indicator) || !isLocative(place) ? .destination : nil
    }

    /// "закупить в Кении" is to buy from there.
    private func isBoughtIn(_ place: PlaceMention, _ flow: FlowClause) -> Bool {
        guard flow.receives, let trigger = flow.trigger,
            document.mark(at: trigger.mark.first, marks.purchase) != nil || isPurchase(trigger, of: flow.named)
                || isOfGoods(trigger) && !document.marks(marks.purchase, in: flow.clause).isEmpty
        else { return false }
        return isLocative(place) || document.word(place.range.lowerBound)?.can(be: .fixd) == true
    }

    /// "Чили, которое поставило": a name whose relative clause has it for the subject of a finite verb.
    fileprivate func isToldBehind(_ place: PlaceMention, _ verb: Int) -> Bool {
        place.kind == .name && document.isMark(place.range.upperBound, ",") && reading.isFiniteVerb(verb)
            && document.mark(at: place.range.upperBound + 1, marks.which) != nil
            && document.word(place.range.upperBound + 1)?.can(be: .nomn) == true
            && (1...6).contains(verb - place.range.upperBound)
            && !(place.range.upperBound + 1..<verb).contains { document.isMark($0, ",") }
    }

    /// "кенийско-перуанский": two states in one adjective.
    func isHalfOfPair(_ place: PlaceMention, in clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains { $0.country != place.country && $0.range.overlaps(place.range) }
    }

    /// "на Чили приходится 30% инвестиций в Перу": whither all of it goes.
    fileprivate func isToldWhither(in clause: Range<Int>, beside holder: PlaceMention) -> Bool {
        reading.places(in: clause).contains { place in
            place.country != holder.country && place.kind == .name && !isLocative(place)
                && governor(of: place.range.lowerBound, in: clause) == "to"
        }
    }

    /// "Перу лидирует по закупкам чая в Кении": a purchase that is told beside who buys is made there.
    fileprivate func isPurchase(_ trigger: Trigger, of named: [CountryCode]) -> Bool {
        named.count >= 2 && document.mark(at: trigger.mark.first, marks.purchaseNoun) != nil
    }

    /// "на Китай приходится 19% импорта", "Китай обеспечивает 19% импорта"
    func hasPart(_ place: PlaceMention, _ clause: Range<Int>) -> Bool {
        // "второе место за Чили, на долю которой приходится 10% экспорта"
        if document.isMark(place.range.upperBound, ","),
            let which = document.marks(
                marks.which, in: place.range.upperBound..<min(place.range.upperBound + 5, clause.upperBound)
            )
            .first, document.mark(at: which.first - 1, marks.share) != nil
        {
            return true
        }
        // "на долю Китая в нем пришлось 71%"
        let isOnPart =
            document.mark(at: place.range.lowerBound - 1, marks.share) != nil
            && reading.preposition(at: place.range.lowerBound - 2) == "by"
        if isOnPart || reading.preposition(at: place.range.lowerBound - 1) == "by" {
            // "на российскую нефть приходится 5% поставок": of the goods that come from there.
            return clause.contains { document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0) }
        }
        return place.kind == .name && stands(place, in: .nomn)
            && (place.range.upperBound..<min(place.range.upperBound + 3, clause.upperBound)).contains {
                document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0)
            }
    }

    /// "продало Кении": right behind a verb of selling stands who gets.
    fileprivate func isGivenTo(_ place: PlaceMention, _ trigger: Trigger?) -> Bool {
        guard let trigger, place.kind == .name, place.range.lowerBound == trigger.mark.end,
            let verb = document.word(trigger.mark.first)?.parses[0].tag.grammemes,
            verb.intersects([.verb, .infn, .grnd])
        else { return false }
        return stands(place, in: [.noun, .datv])
    }

    /// "безвозмездно передал Кении": right behind a finite verb of giving.
    fileprivate func isHanded(_ place: PlaceMention) -> Bool {
        let verb = place.range.lowerBound - 1
        return place.kind == .name && document.mark(at: verb, marks.give) != nil && reading.isFiniteVerb(verb)
            && stands(place, in: [.noun, .datv])
    }

    /// Whether money is told of as a debt, and nobody gives or remits it: of "долг Кении" Kenya has got it.
    func isOwed(_ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        guard let trigger, document.mark(at: trigger.mark.first, marks.debt) != nil else { return false }
        return !clause.contains { document.mark(at: $0, marks.give) != nil }
    }

    /// "Кении будут предоставлены", "Кении выделен": a dative, though it looks like a genitive, before a passive of giving.
    fileprivate func isGivenInPassive(_ place: PlaceMention) -> Bool {
        guard place.kind == .name, stands(place, in: [.noun, .datv]),
            document.word(place.range.lowerBound - 1)?.can(be: .noun) != true,
            document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
        else { return false }
        return (place.range.upperBound..<place.range.upperBound + 3).contains { token in
            document.mark(at: token, marks.give) != nil && document.word(token)?.can(be: .prts) == true
                && (place.range.upperBound..<token).allSatisfy { document.word($0)?.can(be: .noun) != true }
        }
    }

    /// "в Лиме подписан договор об экспорте": where something was signed is neither end of what it is on.
    fileprivate func isWhereSigned(_ place: PlaceMention, _ flow: FlowClause) -> Bool {
        place.kind == .capital && !flow.receives && isLocative(place)
            && reading.preposition(at: place.range.lowerBound - 1) == "into"
            && document.marks(marks.agreements.sign, in: place.range.upperBound..<flow.clause.upperBound).contains {
                $0.first - place.range.upperBound <= 3
            }
    }

    /// "российский рынок": an adjective with a noun that things go to.
    func isMarket(_ place: PlaceMention) -> Bool {
        document.mark(at: place.range.upperBound, marks.market) != nil
    }

    /// Whether an adjective stands on the subject of a finite verb of a class.
    func isDoer(_ place: PlaceMention, of verbs: MarkClass, _ clause: Range<Int>) -> Bool {
        guard place.kind == .adjective, stands(place, in: .nomn),
            let noun = (place.range.upperBound..<min(place.range.upperBound + 2, clause.upperBound)).first(where: {
                document.word($0)?.can(be: .noun) == true
            }), document.word(noun)?.can(be: [.noun, .nomn]) == true,
            document.mark(at: noun, marks.opposite) == nil
        else { return false }
        func does(_ token: Int) -> Bool {
            document.mark(at: token, verbs) != nil && reading.isFiniteVerb(token)
        }
        if does(place.range.lowerBound - 1) { return true }
        let behind = noun + 1..<min(noun + 7, clause.upperBound)
        guard behind.lowerBound < behind.upperBound, let verb = behind.first(where: reading.isFiniteVerb) else {
            return false
        }
        return does(verb) && !(noun + 1..<verb).contains { document.isMark($0, ",") }
    }
}
