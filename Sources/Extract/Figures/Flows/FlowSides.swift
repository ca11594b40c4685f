import Grammar
import Model
import Morphology

/// What the words of a clause say of both ends of a flow.
extension FigureReader {
    /// What the words of a clause say of both ends.
    func sides(
        _ indicator: Indicator, trigger: Trigger?, receives: Bool, named: [CountryCode], clause: Range<Int>, index: Int,
        isShare: Bool
    ) -> (origin: CountryCode?, destination: CountryCode?) {
        var origin: CountryCode?
        var destination: CountryCode?
        let isOnTrigger = { (place: PlaceMention) in
            place.kind == .adjective
                && trigger.map {
                    $0.mark.first - place.range.upperBound <= 1 && $0.mark.first >= place.range.upperBound
                        // "для перуанских предприятий кредит": of its own noun.
                        && (place.range.upperBound..<$0.mark.first).allSatisfy {
                            self.document.word($0)?.parses[0].tag.grammemes.contains(.noun) != true
                        }
                } ?? false
        }
        let there = pointedPlace(marks.there, in: clause, index: index)
        let thereAt = there == nil ? nil : document.marks(marks.there, in: clause).first?.first
        var open: [PlaceMention] = []
        // What a preposition or a dative says goes before what the order of words suggests.
        for place in ends(in: clause, indicator) where place.kind != .city && named.contains(place.country) {
            // "на Китай приходится 19% импорта", "Китай обеспечивает": who has a part of it stands on the other side.
            if isShare, hasPart(place, clause) {
                if receives || place.kind == .adjective || isToldWhither(in: clause, beside: place) {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
                continue
            }
            // "Перу обеспечивает почти весь импорт чая"
            if receives, !isShare, trigger.map({ document.mark(at: $0.mark.first, marks.opposite) != nil }) ?? false,
                place.kind == .name, hasPart(place, clause)
            {
                origin = origin ?? place.country
                continue
            }
            // "с партнерами из Перу и поставило туда": what "туда" points back to is told of by it.
            if isVia(place) || place.country == there && place.range.lowerBound < thereAt! { continue }
            // "пришлось на Чили, которое поставило 5 тонн": who the clause behind is about does what its verb tells.
            if let verb = trigger?.mark.first, isToldBehind(place, verb) {
                if receives { destination = destination ?? place.country } else { origin = origin ?? place.country }
                continue
            }
            // "перуанские мельницы получили 5 тыс. тонн": the subject of a verb of getting.
            if isReceiver(place, clause) {
                destination = destination ?? place.country
                continue
            }
            // "Кенийско-перуанский фонд с капиталом 5 млн": of both, and from neither to the other.
            if place.kind == .adjective, isHalfOfPair(place, in: clause) { continue }
            // "на перуанские проекты направили 5 млн"
            if Self.isMoney(indicator), place.kind == .adjective, stands(place, in: .accs),
                let before = reading.preposition(at: place.range.lowerBound - 1), before == "by" || before == "into",
                document.word(place.range.upperBound)?.can(be: [.noun, .accs]) == true,
                !isOnTrigger(place), clause.contains(where: { document.mark(at: $0, marks.give) != nil })
            {
                destination = destination ?? place.country
                continue
            }
            // "завод под Лимой"
            if indicator == Indicator("investment"), place.kind == .capital,
                document.word(place.range.lowerBound - 1)?.can(be: .prep) == true,
                governor(of: place.range.lowerBound, in: clause) != "from"
            {
                destination = destination ?? place.country
                continue
            }
            // "продано на перуанском рынке", "закуплено на перуанском рынке"
            if place.kind == .adjective, isMarket(place), isLocative(place),
                reading.preposition(at: place.range.lowerBound - 1) == "by"
            {
                if clause.contains(where: { document.mark(at: $0, marks.purchase) != nil }) {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
                continue
            }
            // "долг перед Кенией": to whom it is owed has lent it.
            if isOwed(trigger, clause),
                document.mark(at: place.range.lowerBound - 1, marks.owedTo) != nil || isDative(place)
            {
                origin = origin ?? place.country
                continue
            }
            // "доля российского рынка в экспорте": where it goes.
            if isShare, !receives, place.kind == .adjective, isMarket(place) {
                destination = destination ?? place.country
                continue
            }
            // "Кении достанется 5 млн"
            if document.mark(at: place.range.upperBound, marks.fallTo) != nil {
                destination = destination ?? place.country
                continue
            }
            // "в объеме кенийского экспорта" leads nowhere.
            let isInto =
                indicator == Indicator("finance")
                && reading.preposition(at: place.range.lowerBound - 1) == "into"
            var sign = isOnTrigger(place) && !isInto ? nil : governor(of: place.range.lowerBound, in: clause)
            // "закупить в Кении" is to buy from there.
            if receives, sign == "to", let trigger,
                document.mark(at: trigger.mark.first, marks.purchase) != nil
                    || isPurchase(trigger, of: named)
                    || isOfGoods(trigger) && !document.marks(marks.purchase, in: clause).isEmpty,
                isLocative(place) || document.word(place.range.lowerBound)?.can(be: .fixd) == true
            {
                sign = "from"
            }
            let isSpentThere = indicator == Indicator("investment") || indicator == Indicator("finance")
            if let sign, sign == "from" || receives || isSpentThere || !isLocative(place) {
                if sign == "from" {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
            } else if isDative(place) || !receives && (isGivenTo(place, trigger) || isHanded(place)) {
                destination = destination ?? place.country
            } else {
                open.append(place)
            }
        }
        // "экспорт в торговле с Китаем": the partner is on the other side.
        open.removeAll { place in
            guard isPartner(place) else { return false }
            if receives { origin = origin ?? place.country } else { destination = destination ?? place.country }
            return true
        }
        let all = open
        open.removeAll { isInRow($0, of: all) }
        // "кабинет министров Перу утвердил меморандум о кредите": a genitive that gives nothing is no side.
        if indicator == Indicator("finance") { open.removeAll { !canGive($0, trigger, clause) } }
        if let pointed = pointedPlace(marks.thence, in: clause, index: index), pointed != destination {
            open.removeAll { $0.country == pointed }
            origin = origin ?? pointed
        }
        if let there, there != origin { destination = destination ?? there }
        let isToldWhere = destination != nil
        // "турецкий лидер ждет азербайджанских инвестиций": the adjective of the trade itself goes first.
        let isOfGoods = { (place: PlaceMention) in
            place.kind == .adjective && place.range.lowerBound > (trigger?.mark.first ?? clause.upperBound)
                && self.document.word(place.range.lowerBound)?.can(be: .gent) == true
                && self.document.word(place.range.upperBound)?.can(be: [.noun, .gent]) == true
        }
        // So does that of goods: "Перу заключило контракт на поставку кенийского чая".
        let first = open.filter(isOnTrigger)
        let second = open.filter { place in !isOnTrigger(place) && isOfGoods(place) }
        let ordered = first + second + open.filter { !isOnTrigger($0) && !isOfGoods($0) }
        for place in ordered where place.country != origin && place.country != destination {
            let gets: Bool
            if place.kind == .adjective || place.kind == .people {
                // "импорт китайских товаров" comes from there; "узбекский импорт" goes there.
                // "покупает 5 млн тонн кенийского чая": what is bought comes from there.
                let isObject =
                    trigger.map { goods in
                        document.mark(at: goods.mark.first, marks.opposite) == nil
                            && document.word(goods.mark.first)?.can(be: [.noun, .gent]) == true
                            && clause.contains {
                                (document.mark(at: $0, marks.purchase) != nil
                                    || document.mark(at: $0, marks.receive) != nil && reading.isFiniteVerb($0))
                                    && !goods.mark.range.contains($0)
                            }
                    } ?? false
                gets = receives && (isOnTrigger(place) && !isObject || place.kind == .people)
            } else {
                // "Чили стало вторым поставщиком чая в Перу": who sends is told beside where to.
                gets = receives && !(isToldWhere && origin == nil) && !isSeller(trigger)
            }
            if gets { destination = destination ?? place.country } else { origin = origin ?? place.country }
        }
        // "«Амкодор» вложит 5 млн": alone the firm that gives stands for its state.
        if origin == nil, destination == nil, !receives, let trigger, let only = named.only,
            let firm = reading.firms(in: clause).first(where: { $0.country == only }),
            firm.range.upperBound <= trigger.mark.first, reading.places(in: clause).allSatisfy({ $0.kind == .city })
        {
            origin = only
        }
        // "вложит 5 млн в завод под Лимой"
        if indicator == Indicator("investment"), destination == nil, let investor = origin,
            let town = reading.places(in: clause).first(where: { $0.kind == .city && $0.country != investor }),
            document.word(town.range.lowerBound - 1)?.can(be: .prep) == true, !isVia(town),
            governor(of: town.range.lowerBound, in: clause) != "from"
        {
            destination = town.country
        }
        // "Boeing продаст Узбекистану самолеты": the firm's state on the side that is open.
        if (origin == nil) != (destination == nil), let known = origin ?? destination,
            let firm = reading.firms(in: clause).first(where: { named.contains($0.country) }), firm.country != known
        {
            // "«Газпром» поставил Венгрии газ": a dative that looks like a genitive.
            let isGiven = reading.places(in: clause).contains {
                $0.country == known && $0.range.lowerBound > firm.range.upperBound && stands($0, in: .datv)
            }
            (origin, destination) =
                destination != nil || isGiven && !receives ? (firm.country, known) : (known, firm.country)
        }
        return (origin, destination)
    }

    /// "перуанские мельницы получили", "купили перуанские заводы": an adjective on the subject of a verb of getting.
    private func isReceiver(_ place: PlaceMention, _ clause: Range<Int>) -> Bool {
        isDoer(place, of: marks.receive, clause)
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

    /// "Чили, которое поставило": a name whose relative clause has it for the subject of a finite verb.
    private func isToldBehind(_ place: PlaceMention, _ verb: Int) -> Bool {
        place.kind == .name && document.isMark(place.range.upperBound, ",") && reading.isFiniteVerb(verb)
            && document.mark(at: place.range.upperBound + 1, marks.which) != nil
            && document.word(place.range.upperBound + 1)?.can(be: .nomn) == true
            && (1...6).contains(verb - place.range.upperBound)
            && !(place.range.upperBound + 1..<verb).contains { document.isMark($0, ",") }
    }

    /// "кенийско-перуанский": two states in one adjective.
    private func isHalfOfPair(_ place: PlaceMention, in clause: Range<Int>) -> Bool {
        reading.places(in: clause).contains { $0.country != place.country && $0.range.overlaps(place.range) }
    }

    private static func isMoney(_ indicator: Indicator) -> Bool {
        indicator == Indicator("investment") || indicator == Indicator("finance")
    }

    /// The states of a clause and the parts of states, which sell and buy like them: "вывоз Баварии в Кению".
    private func ends(in clause: Range<Int>, _ indicator: Indicator) -> [PlaceMention] {
        let provinces = reading.provinces(in: clause)
        guard !provinces.isEmpty, Self.shape(of: indicator) == .flow else { return reading.places(in: clause) }
        let parts = provinces.map {
            PlaceMention(
                range: $0.range,
                kind: document.word($0.range.upperBound - 1)?.can(be: .noun) == true ? .name : .adjective,
                country: $0.country, city: nil)
        }
        return (reading.places(in: clause) + parts).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// "Перу лидирует по закупкам чая в Кении": a purchase that is told beside who buys is made there.
    private func isPurchase(_ trigger: Trigger, of named: [CountryCode]) -> Bool {
        named.count >= 2 && document.mark(at: trigger.mark.first, marks.purchaseNoun) != nil
    }

    /// "договор об импорте 5 млн тонн чая": what the noun before goods tells of them.
    func isImported(_ goods: Trigger, _ clause: Range<Int>) -> Bool {
        let before = clause.lowerBound..<max(clause.lowerBound, goods.mark.first)
        let last = document.marks(marks.indicator, in: before).last { mark in
            document.mark(at: mark.first, marks.opposite) != nil
        }
        return last.map { document.mark(at: $0.first, marks.receive) != nil } ?? false
    }

    /// "на Чили приходится 30% инвестиций в Перу": whither all of it goes.
    private func isToldWhither(in clause: Range<Int>, beside holder: PlaceMention) -> Bool {
        reading.places(in: clause).contains { place in
            place.country != holder.country && place.kind == .name && !isLocative(place)
                && governor(of: place.range.lowerBound, in: clause) == "to"
        }
    }

    /// Whether money is told of as a debt, and nobody gives or remits it: of "долг Кении" Kenya has got it.
    func isOwed(_ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        guard let trigger, document.mark(at: trigger.mark.first, marks.debt) != nil else { return false }
        return !clause.contains { document.mark(at: $0, marks.give) != nil }
    }

    /// Whether a state can be whose money it is: a subject, the money's own adjective or genitive, or anybody of it who gives.
    private func canGive(_ place: PlaceMention, _ trigger: Trigger?, _ clause: Range<Int>) -> Bool {
        if place.kind != .name || stands(place, in: .nomn) || isAbbreviated(place) { return true }
        if let trigger, (0...2).contains(place.range.lowerBound - trigger.mark.end) { return true }
        // "Японией выделено"
        if stands(place, in: .ablt), !stands(place, in: .gent) { return true }
        return stands(place, in: .gent) && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
            && clause.contains { document.mark(at: $0, marks.give) != nil }
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
        if reading.preposition(at: place.range.lowerBound - 1) == "by" {
            // "на российскую нефть приходится 5% поставок": of the goods that come from there.
            return clause.contains { document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0) }
        }
        return place.kind == .name && stands(place, in: .nomn)
            && (place.range.upperBound..<min(place.range.upperBound + 3, clause.upperBound)).contains {
                document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0)
            }
    }

    /// "продало Кении": right behind a verb of selling stands who gets.
    private func isGivenTo(_ place: PlaceMention, _ trigger: Trigger?) -> Bool {
        guard let trigger, place.kind == .name, place.range.lowerBound == trigger.mark.end,
            let verb = document.word(trigger.mark.first)?.parses[0].tag.grammemes,
            verb.intersects([.verb, .infn, .grnd])
        else { return false }
        return stands(place, in: [.noun, .datv])
    }

    /// "безвозмездно передал Кении": right behind a finite verb of giving.
    private func isHanded(_ place: PlaceMention) -> Bool {
        let verb = place.range.lowerBound - 1
        return place.kind == .name && document.mark(at: verb, marks.give) != nil && reading.isFiniteVerb(verb)
            && stands(place, in: [.noun, .datv])
    }

    /// "крупнейшим поставщиком стало Чили": who is called so sends.
    private func isSeller(_ trigger: Trigger?) -> Bool {
        trigger.map { document.mark(at: $0.mark.first, marks.seller) != nil } ?? false
    }

    /// Whether a trigger names goods, and neither trade nor what is done with them.
    func isOfGoods(_ trigger: Trigger) -> Bool {
        guard let word = document.word(trigger.mark.first), !word.parses[0].tag.grammemes.contains(.verb) else {
            return false
        }
        return document.mark(at: trigger.mark.first, marks.opposite) == nil
            && trigger.uses.allSatisfy { $0.isWeak || $0.units.isSubset(of: [.count, .percent, .times]) }
    }

    /// Whether the subject of a trigger is who gets: an import, or a verb of buying and receiving.
    func receiving(_ trigger: Trigger, _ indicator: Indicator) -> Bool {
        document.mark(at: trigger.mark.first, marks.receive) != nil || indicator == Indicator("imports")
            || document.mark(at: trigger.mark.first, marks.buyer) != nil
    }

    /// "российский рынок": an adjective with a noun that things go to.
    func isMarket(_ place: PlaceMention) -> Bool {
        document.mark(at: place.range.upperBound, marks.market) != nil
    }

    /// "Кения и Перу договорились о поставках": of two in a row neither is where something comes from.
    func isInRow(_ place: PlaceMention, of places: [PlaceMention]) -> Bool {
        func joins(_ token: Int) -> Bool {
            document.word(token)?.parses[0].tag.grammemes.contains(.conj) == true
        }
        return places.contains { other in
            guard other.country != place.country, other.kind != .adjective, place.kind != .adjective else {
                return false
            }
            return other.range.lowerBound == place.range.upperBound + 1 && joins(place.range.upperBound)
                || place.range.lowerBound == other.range.upperBound + 1 && joins(other.range.upperBound)
        }
    }

    /// "в экономику страны", "в республику"
    func isIntoOwn(_ clause: Range<Int>) -> Bool {
        document.marks(marks.own, in: clause).contains { mark in
            (1...2).contains { back in
                reading.preposition(at: mark.first - back) == "into"
            } && document.mark(at: mark.first, marks.pair) == nil
        }
    }

    /// "для республики", "стране предоставили"
    func isForOwn(_ clause: Range<Int>) -> Bool {
        document.marks(marks.own, in: clause).contains { mark in
            reading.preposition(at: mark.first - 1) == "to"
                || document.word(mark.first - 1)?.can(be: .prep) != true
                    && document.word(mark.end - 1)?.can(be: [.noun, .datv]) == true
                    && document.word(mark.end - 1)?.can(be: .gent) != true
        }
    }
}
