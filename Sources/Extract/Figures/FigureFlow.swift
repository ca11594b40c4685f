import Grammar
import Model
import Morphology

/// From where to where a figure flows, and which state sends and which receives.
extension FigureReader {
    /// Origin and destination from adjective, genitive and preposition: "узбекский экспорт", "экспорт Казахстана в Китай",
    /// "импорт из России", "инвестиции в экономику Казахстана", "Иран вложил", "Афганистан закупил".
    func flow(
        _ indicator: Indicator, trigger: Trigger?, named: [CountryCode], clause: Range<Int>, focus: [CountryCode],
        index: Int, isShare: Bool = false
    ) -> Parties {
        /// The state that a bare name or the adjective of the trigger stands for receives.
        let receives =
            trigger.map { receiving($0, indicator) } ?? (indicator == Indicator("imports"))
            || (Self.shape(of: indicator) == .carried || trigger.map(isOfGoods) ?? false)
                && clause.contains { document.mark(at: $0, marks.receive) != nil && reading.isFiniteVerb($0) }
        var (origin, destination) = sides(
            indicator, trigger: trigger, receives: receives, named: named, clause: clause, index: index,
            isShare: isShare)
        // "продать за границу"
        if origin == nil, destination == nil, let home = onlyHome, indicator == Indicator("exports"),
            reachesAbroad(clause)
        {
            return Parties(countries: [home], origin: home)
        }
        if origin == nil, destination == nil {
            if let previous = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
                index - previous.sentence <= 2, !reachesAbroad(clause),
                previous.figure.indicator == indicator
                    || (Self.isGoods(previous.figure.indicator) || previous.figure.indicator == Indicator("share"))
                        && Self.isGoods(indicator)
                        && !areOpposite(previous.trigger, trigger),
                reading.discourse.focus[previous.sentence] == focus
            {
                return Parties(
                    countries: previous.figure.countries, origin: previous.figure.origin,
                    destination: previous.figure.destination)
            }
            if let turned = turnedFlow(indicator, trigger: trigger, clause: clause, index: index) { return turned }
            if let told = toldFlow, index - told.sentence <= 2,
                Self.isGoods(indicator) || indicator == Indicator("energy") && isSold(clause), !reachesAbroad(clause),
                !isOfRegion(clause)
            {
                let turns = areOpposite(told.trigger, trigger)
                return Parties(
                    countries: [told.origin, told.destination].sorted(),
                    origin: turns ? told.destination : told.origin, destination: turns ? told.origin : told.destination)
            }
            // "экспорт вырос, сообщил министр Кении": its own.
            if let own = reading.discourse.own[index], focus.count == 2, focus.contains(own), isTradeOfOne(trigger),
                own == reading.discourse.home || trigger.map({ $0.mark.range.count == 1 }) ?? false,
                Self.isGoods(indicator), named.isEmpty, document.marks(marks.pair, in: clause).isEmpty,
                !isOfRegion(clause),
                !reachesAbroad(clause)
            {
                if receives { destination = own } else { origin = own }
            }
            if let own = reading.discourse.own[index] ?? ownSubject(trigger, clause), speaksOfOwn(clause) {
                if receives { destination = own } else { origin = own }
            }
        }
        // "Кения рассчитывает на инвестиции в экономику страны": they come to it.
        if indicator == Indicator("investment"), destination == nil, let home = origin, isIntoOwn(clause),
            !reading.places(in: clause).contains(where: { $0.country == home && $0.kind != .name })
        {
            destination = home
            origin = nil
        }
        // "Перу приблизилось к лидеру, закупив в Кении 2 млн тонн"
        if receives, destination == nil, let buyer = subjectOfGerund(clause, index: index), buyer != origin {
            destination = buyer
        }
        if origin == destination { destination = nil }
        if (origin == nil) != (destination == nil),
            let pair = flowBefore(indicator, trigger: trigger, clause: clause, index: index)
        {
            if origin == nil, pair.origin != destination {
                origin = pair.origin
            } else if destination == nil, pair.destination != origin, found.last?.sentence == index {
                destination = pair.destination
            }
        }
        // "импорт иракской нефти снизился" goes on with the state whose imports were told right before; so does a seller's
        // next buyer.
        if (origin == nil) != (destination == nil), let known = origin ?? destination, Self.isGoods(indicator),
            !reachesAbroad(clause), !isOfRegion(clause),
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil })?.figure,
            index - found.last!.sentence <= 2, last.origin != known, last.destination != known,
            Self.isGoods(last.indicator)
        {
            if destination == nil, indicator == Indicator("imports"), last.indicator == indicator {
                destination = last.destination
            } else if origin == nil, let seller = last.origin,
                !receives || seller == reading.discourse.home || !focus.contains(reading.discourse.home ?? seller)
            {
                origin = seller
            }
        }
        // "по поставкам первым стал Китай": in an article about a buyer they go there.
        if destination == nil, let seller = origin, Self.isGoods(indicator), !isTradeOfOne(trigger),
            !reachesAbroad(clause), !isOfRegion(clause), let home = reading.discourse.home, seller != home,
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            index - last.sentence <= 2, last.figure.destination == home, last.figure.origin != seller
        {
            destination = home
        }
        if origin == nil, let destination, Self.isGoods(indicator), !receives, let told = toldFlow,
            index - told.sentence <= 4, told.origin != destination, !focus.contains(destination) || focus.count == 1
        {
            origin = told.origin
        }
        // "общий объем экспорта вырос": of the seller of whom the figures before told.
        if origin == nil, destination == nil, indicator == Indicator("exports"), reachesAbroad(clause),
            let last = found.last(where: { $0.figure.origin != nil }), index - last.sentence <= 3,
            last.figure.indicator == indicator
        {
            return Parties(countries: [last.figure.origin!], origin: last.figure.origin)
        }
        // In an article about what one state sells to several, the seller goes without saying.
        if origin == nil, let destination, let home = onlyHome, home != destination,
            indicator == Indicator("exports") || indicator == Indicator("imports")
        {
            origin = home
        }
        // "поставки в республику": the one that got before.
        if let origin, destination == nil, isIntoOwn(clause), indicator != Indicator("investment"),
            let last = found.last(where: { $0.figure.destination != nil }), index - last.sentence <= 2,
            let got = last.figure.destination, got != origin
        {
            destination = got
        }
        // "получает из Кении через Чили" names neither end by Chile.
        let passed = reading.places(in: clause).filter(isVia).map(\.country)
        if !passed.isEmpty, (origin == nil) != (destination == nil),
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil })?.figure,
            last.indicator == indicator, last.origin == origin || last.destination == destination
        {
            (origin, destination) = (last.origin, last.destination)
        }
        // "экспорт в Китай вырос, сообщил вице-премьер Беларуси": the seller is whose official speaks.
        if let known = origin ?? destination, let other = speaksFor(known, indicator, clause: clause, index: index) {
            if origin == nil {
                origin = other
            } else if destination == nil, Self.isGoods(indicator) || indicator == Indicator("investment") {
                destination = other
            }
        }
        if let known = origin ?? destination, focus.count == 2, focus.contains(known), !reachesAbroad(clause),
            !isOfMany(clause), !isOfRegion(clause), isPairNear(focus, index), !focus.contains(where: passed.contains)
        {
            let other = focus[0] == known ? focus[1] : focus[0]
            if origin == nil { origin = other } else if destination == nil { destination = other }
        }
        // "экспорт вырос на 5%" in an article about one state is its own.
        if origin == nil, destination == nil, Self.isGoods(indicator), focus.count == 1 {
            if receives { destination = focus[0] } else { origin = focus[0] }
        }
        let both = [origin, destination].compactMap { $0 }.sorted()
        return Parties(countries: both.isEmpty ? focus : both, origin: origin, destination: destination)
    }

    /// What the words of a clause say of both ends.
    private func sides(
        _ indicator: Indicator, trigger: Trigger?, receives: Bool, named: [CountryCode], clause: Range<Int>, index: Int,
        isShare: Bool
    ) -> (origin: CountryCode?, destination: CountryCode?) {
        var origin: CountryCode?
        var destination: CountryCode?
        let isOnTrigger = { (place: PlaceMention) in
            place.kind == .adjective
                && trigger.map {
                    $0.mark.first - place.range.upperBound <= 1 && $0.mark.first >= place.range.upperBound
                } ?? false
        }
        var open: [PlaceMention] = []
        // What a preposition or a dative says goes before what the order of words suggests.
        for place in reading.places(in: clause) where place.kind != .city && named.contains(place.country) {
            // "на Китай приходится 19% импорта", "Китай обеспечивает": who has a part of it stands on the other side.
            if isShare, hasPart(place, clause) {
                if receives || place.kind == .adjective {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
                continue
            }
            if isVia(place) { continue }
            // "доля российского рынка в экспорте": where it goes.
            if isShare, !receives, place.kind == .adjective, isMarket(place) {
                destination = destination ?? place.country
                continue
            }
            // "в объеме кенийского экспорта" leads nowhere.
            var sign = isOnTrigger(place) ? nil : governor(of: place.range.lowerBound, in: clause)
            // "закупить в Кении" is to buy from there.
            if receives, sign == "to", let trigger, document.mark(at: trigger.mark.first, marks.purchase) != nil,
                isLocative(place) || document.word(place.range.lowerBound)?.can(be: .fixd) == true
            {
                sign = "from"
            }
            if let sign, sign == "from" || receives || indicator == Indicator("investment") || !isLocative(place) {
                if sign == "from" {
                    origin = origin ?? place.country
                } else {
                    destination = destination ?? place.country
                }
            } else if isDative(place) {
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
        if let pointed = pointedPlace(marks.thence, in: clause, index: index), pointed != destination {
            open.removeAll { $0.country == pointed }
            origin = origin ?? pointed
        }
        if let pointed = pointedPlace(marks.there, in: clause, index: index), pointed != origin {
            destination = destination ?? pointed
        }
        let isToldWhere = destination != nil
        // "турецкий лидер ждет азербайджанских инвестиций": the adjective of the trade itself goes first.
        let isOfGoods = { (place: PlaceMention) in
            place.kind == .adjective && place.range.lowerBound > (trigger?.mark.first ?? clause.upperBound)
                && document.word(place.range.lowerBound)?.can(be: .gent) == true
                && document.word(place.range.upperBound)?.can(be: [.noun, .gent]) == true
        }
        // So does that of goods: "Перу заключило контракт на поставку кенийского чая".
        let first = open.filter(isOnTrigger)
        let second = open.filter { place in !isOnTrigger(place) && isOfGoods(place) }
        let ordered = first + second + open.filter { !isOnTrigger($0) && !isOfGoods($0) }
        for place in ordered where place.country != origin && place.country != destination {
            let gets: Bool
            if place.kind == .adjective || place.kind == .people {
                // "импорт китайских товаров" comes from there; "узбекский импорт" goes there.
                gets = receives && (isOnTrigger(place) || place.kind == .people)
            } else {
                // "Чили стало вторым поставщиком чая в Перу": who sends is told beside where to.
                gets = receives && !(isToldWhere && origin == nil)
            }
            if gets { destination = destination ?? place.country } else { origin = origin ?? place.country }
        }
        return (origin, destination)
    }

    /// "импорт зерна из Кении вырос впятеро, поставки составили 5 тыс. тонн": the sentence goes on with the flow before, or
    /// turns it round: "экспортировала туда на 2 млн, а импортировала – на 3".
    func sameFlow(_ indicator: Indicator, amount: Amount, clause: Range<Int>, index: Int) -> Parties? {
        guard indicator == Indicator("exports") || indicator == Indicator("imports"), let previous = found.last,
            previous.sentence == index, previous.figure.origin != nil, previous.figure.destination != nil,
            amount.core.lowerBound > previous.amount.core.upperBound, !reachesAbroad(clause), !isOfRegion(clause)
        else { return nil }
        let between = previous.amount.core.upperBound..<amount.core.lowerBound
        let next = reading.amounts.first { $0.core.lowerBound >= amount.core.upperBound }?.range.lowerBound
        let limit = min(clause.upperBound, next ?? clause.upperBound)
        let comma = (amount.core.upperBound..<max(amount.core.upperBound, limit)).first { document.isMark($0, ",") }
        let rest = amount.core.upperBound..<max(amount.core.upperBound, comma ?? limit)
        let it = previous.figure
        // "в Перу – на 30%, до 5 млн, в Чили – на 11%": the next of a row changes one end.
        if it.indicator == indicator, previous.trigger != nil,
            let changed = reading.places(in: between).last(where: { $0.kind == .name || $0.kind == .capital }),
            let sign = governor(
                of: changed.range.lowerBound, in: changed.range.lowerBound - 3..<changed.range.upperBound),
            Set(reading.places(in: between).map(\.country)).count == 1, !isVia(changed)
        {
            let origin = sign == "from" ? changed.country : it.origin!
            let destination = sign == "from" ? it.destination! : changed.country
            guard origin != destination else { return nil }
            return Parties(countries: [origin, destination].sorted(), origin: origin, destination: destination)
        }
        guard reading.places(in: between).isEmpty, reading.places(in: rest).isEmpty else { return nil }
        if it.indicator == indicator {
            return Parties(countries: it.countries, origin: it.origin, destination: it.destination)
        }
        guard it.indicator == Indicator("exports") || it.indicator == Indicator("imports") else { return nil }
        // Of "поставки" and "закупки" both tell of one flow; "экспорт" and "импорт" of two.
        let isOpposite =
            between.contains { document.mark(at: $0, marks.opposite) != nil }
            && document.mark(at: previous.trigger?.mark.first ?? -1, marks.opposite) != nil
        return isOpposite
            ? Parties(countries: it.countries, origin: it.destination, destination: it.origin)
            : Parties(countries: it.countries, origin: it.origin, destination: it.destination)
    }

    /// The flow just before that one with an open end goes on with: its seller is the same one, or one word measures both.
    private func flowBefore(
        _ indicator: Indicator, trigger: Trigger?, clause: Range<Int>, index: Int
    ) -> (origin: CountryCode, destination: CountryCode)? {
        guard indicator == Indicator("exports") || indicator == Indicator("imports"),
            let last = found.last(where: { $0.figure.origin != nil && $0.figure.destination != nil }),
            index - last.sentence <= 2, !isOfRegion(clause), !reachesAbroad(clause)
        else { return nil }
        let isSameWord = last.sentence == index && (trigger == nil || last.trigger?.mark == trigger?.mark)
        // A list of buyers: the states before had the seller too.
        let sellers = found.suffix(4).filter { $0.figure.destination != nil && index - $0.sentence <= 3 }
        let isRow =
            onlyHome == nil && index - last.sentence <= 1 && sellers.count >= 2
            && Set(sellers.map(\.figure.origin)).count == 1
            && Set(sellers.map(\.figure.destination)).count >= 2
        return isSameWord || isRow ? (last.figure.origin!, last.figure.destination!) : nil
    }

    /// "в экономику страны", "в республику"
    private func isIntoOwn(_ clause: Range<Int>) -> Bool {
        document.marks(marks.own, in: clause).contains { mark in
            (1...2).contains { back in
                document.mark(at: mark.first - back, marks.preposition).map { reading.value($0) == "into" } ?? false
            } && document.mark(at: mark.first, marks.pair) == nil
        }
    }

    /// The state that does what a gerund at the head of a clause tells.
    private func subjectOfGerund(_ clause: Range<Int>, index: Int) -> CountryCode? {
        let sentence = document.sentences[index]
        guard clause.lowerBound > sentence.lowerBound + 1,
            document.word(clause.lowerBound)?.parses[0].tag.grammemes.contains(.grnd) == true
        else { return nil }
        let head = reading.clause(around: clause.lowerBound - 2, in: sentence)
        let first = head.lowerBound > sentence.lowerBound + 1 ? sentence.lowerBound : head.lowerBound
        return reading.places(in: first..<head.upperBound).first {
            $0.kind == .name && document.word($0.range.lowerBound)?.can(be: .nomn) == true
        }?.country
    }

    /// "Кения купила чая на 5 млн. Перу заняло второе место с 3 млн": the next one that does as the one before did.
    func nextInRow(_ trigger: Trigger?, _ named: [CountryCode], clause: Range<Int>, index: Int) -> Parties? {
        guard named.count == 1, let previous = found.last(where: { $0.figure.indicator != Indicator("rank") }),
            index - previous.sentence <= 1, trigger == nil || trigger?.mark == previous.trigger?.mark,
            trigger == nil || isSameParagraph(index, previous.sentence), let origin = previous.figure.origin,
            let destination = previous.figure.destination, named[0] != origin, named[0] != destination,
            subjects(in: clause).contains(named[0])
        else { return nil }
        let sentence = document.sentences[previous.sentence]
        let before = subjects(
            in: previous.sentence == index ? sentence.lowerBound..<previous.amount.core.lowerBound : sentence)
        var isBuyer = before.contains(destination)
        if isBuyer == before.contains(origin) {
            // "Больше всего отправили в Перу. Второе место занимает Чили": who trades with all of them stays.
            guard trigger == nil,
                Self.isGoods(previous.figure.indicator) || previous.figure.indicator == Indicator("share"),
                let home = reading.discourse.home,
                home == origin || home == destination
            else { return nil }
            isBuyer = home == origin
        }
        let pair = isBuyer ? (origin, named[0]) : (named[0], destination)
        return Parties(countries: [pair.0, pair.1].sorted(), origin: pair.0, destination: pair.1)
    }

    /// The states that stand in the nominative, with no preposition before.
    private func subjects(in range: Range<Int>) -> [CountryCode] {
        reading.places(in: range).filter { place in
            (place.kind == .name || place.kind == .capital)
                && document.word(place.range.upperBound - 1)?.can(be: .nomn) == true
                && document.word(place.range.lowerBound - 1)?.can(be: .prep) != true
        }.map(\.country)
    }

    /// Whether a trigger names goods, and neither trade nor what is done with them.
    private func isOfGoods(_ trigger: Trigger) -> Bool {
        guard let word = document.word(trigger.mark.first), !word.parses[0].tag.grammemes.contains(.verb) else {
            return false
        }
        return document.mark(at: trigger.mark.first, marks.opposite) == nil
            && trigger.uses.allSatisfy { $0.isWeak || $0.units == [.count] }
    }

    /// A flow of goods that a sentence told without a number.
    struct ToldFlow {
        let origin: CountryCode
        let destination: CountryCode
        let trigger: Trigger
        let sentence: Int
    }

    /// Notes from where to where a sentence says that goods flow, for figures behind it that say nothing of that.
    mutating func noteFlow(_ triggers: [Trigger], _ sentence: Range<Int>, _ index: Int) {
        for trigger in triggers {
            guard let use = trigger.uses.first(where: { !$0.isWeak && Self.isGoods($0.indicator) }) else { continue }
            let clause = reading.clause(around: trigger.mark.first, in: sentence)
            var named: [CountryCode] = []
            for place in reading.places(in: clause)
            where place.kind != .city && !isAttribution(place, sentence) && !named.contains(place.country) {
                named.append(place.country)
            }
            guard named.count == 2 else { continue }
            let told = sides(
                use.indicator, trigger: trigger, receives: receiving(trigger, use.indicator), named: named,
                clause: clause, index: index, isShare: false)
            guard let origin = told.origin, let destination = told.destination, origin != destination else { continue }
            toldFlow = ToldFlow(origin: origin, destination: destination, trigger: trigger, sentence: index)
            return
        }
    }

    /// Of "поставки" and "закупки" both tell of one flow; "экспорт" and "импорт" of two.
    func areOpposite(_ one: Trigger?, _ other: Trigger?) -> Bool {
        guard let one, let other, let first = one.uses.first?.indicator, let second = other.uses.first?.indicator,
            first != second
        else { return false }
        return document.mark(at: one.mark.first, marks.opposite) != nil
            && document.mark(at: other.mark.first, marks.opposite) != nil
    }

    static func isGoods(_ indicator: Indicator) -> Bool {
        indicator == Indicator("exports") || indicator == Indicator("imports")
    }

    /// "на Китай приходится 19% импорта", "Китай обеспечивает 19% импорта"
    private func hasPart(_ place: PlaceMention, _ clause: Range<Int>) -> Bool {
        guard let word = document.word(place.range.upperBound - 1) else { return false }
        if document.mark(at: place.range.lowerBound - 1, marks.preposition).map({ reading.value($0) == "by" }) == true {
            // "на российскую нефть приходится 5% поставок": of the goods that come from there.
            return clause.contains { document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0) }
        }
        return place.kind == .name && word.can(be: .nomn)
            && (place.range.upperBound..<min(place.range.upperBound + 3, clause.upperBound)).contains {
                document.mark(at: $0, marks.share) != nil && reading.isFiniteVerb($0)
            }
    }

    /// Whether both states of a pair are spoken of around a sentence.
    private func isPairNear(_ focus: [CountryCode], _ index: Int) -> Bool {
        if reading.discourse.mainPair == focus || paragraphHasPartner { return true }
        let around = document.sentences[max(0, index - 2)].lowerBound..<document.sentences[index].upperBound
        let named = Set(reading.places(in: around).map(\.country))
        return focus.allSatisfy(named.contains)
    }

    /// Whether the subject of a trigger is who gets: an import, or a verb of buying and receiving.
    private func receiving(_ trigger: Trigger, _ indicator: Indicator) -> Bool {
        document.mark(at: trigger.mark.first, marks.receive) != nil || indicator == Indicator("imports")
            || document.mark(at: trigger.mark.first, marks.buyer) != nil
    }

    /// "за рубеж", "внешнеторговый", "весь экспорт": all the world stands on the other side.
    func reachesAbroad(_ clause: Range<Int>) -> Bool {
        if !document.marks(marks.abroad, in: clause).isEmpty { return true }
        // "Всего Кения продала 5 млн тонн"
        let first = document.sentence(of: clause.lowerBound).lowerBound
        return clause.lowerBound == first && document.mark(at: first, marks.inAll) != nil
    }

    /// "с Китаем", "с китайской стороной"
    func isPartner(_ place: PlaceMention) -> Bool {
        // "доля Турции в экспорте"
        if place.kind == .name, document.mark(at: place.range.lowerBound - 1, marks.share) != nil,
            document.word(place.range.lowerBound - 1)?.can(be: .noun) == true
        {
            return true
        }
        guard let word = document.word(place.range.lowerBound), word.can(be: .ablt), !word.can(be: .gent),
            let mark = document.mark(at: place.range.lowerBound - 1, marks.preposition)
        else { return false }
        return reading.value(mark) == "from"
    }

    /// "экспорт в Казахстане", "на азербайджанском участке": where something is, and not where it goes.
    func isLocative(_ place: PlaceMention) -> Bool {
        guard let word = document.word(place.range.upperBound - 1) else { return false }
        return word.can(be: .loct) && !word.can(be: .accs)
    }

    /// "Ирану отгружена 791 тыс. тонн"
    private func isDative(_ place: PlaceMention) -> Bool {
        if place.kind == .adjective {
            // "выделить белорусской стороне"
            guard let noun = document.word(place.range.upperBound), noun.can(be: [.noun, .datv]) else { return false }
            return ![Grammemes.nomn, .gent, .accs, .ablt].contains { noun.can(be: [.noun, $0]) }
        }
        guard let word = document.word(place.range.upperBound - 1) else { return false }
        return word.can(be: [.noun, .datv]) && !word.can(be: [.noun, .gent]) && !word.can(be: [.noun, .nomn])
            && !word.can(be: [.noun, .loct])
    }

    /// "через Турцию": what passes through a state neither comes from there nor goes there.
    func isVia(_ place: PlaceMention) -> Bool {
        document.mark(at: place.range.lowerBound - 1, marks.preposition).map { reading.value($0) == "via" } ?? false
    }

    /// "на российский рынок" leads there; "расходы на российский газ" do not.
    private func leadsThere(_ token: Int) -> Bool {
        guard let word = document.word(token), word.parses[0].tag.grammemes.contains(.adjf),
            let noun = document.word(token + 1), noun.can(be: .noun)
        else { return true }
        return document.mark(at: token + 1, marks.market) != nil
    }

    /// What the preposition before a place's noun phrase says: from it or to it; nil when none governs it.
    func governor(of token: Int, in clause: Range<Int>) -> String? {
        var at = token - 1
        // "в первой половине февраля Казахстан поставит": a nominative depends on no noun before it.
        // So does one that does not inflect where its verb follows: "в прошлом сезоне РФ экспортировала".
        let isSubject =
            document.word(token)?.can(be: .fixd) == true && reading.isFiniteVerb(token + 1)
            && document.word(token - 1)?.can(be: .prep) == false
        var depends = !isSubject && document.word(token)?.can(be: .gent) == true
        for _ in 0..<4 {
            guard at >= clause.lowerBound, let word = document.word(at) else { return nil }
            if let mark = document.mark(at: at, marks.preposition) {
                switch reading.value(mark) {
                // "с Афганистаном" is with it, "с Кипра" from it.
                case "from":
                    let place = document.word(token)
                    return place?.can(be: .ablt) == true && place?.can(be: .gent) == false ? nil : "from"
                case "into", "to": return "to"
                // "на российский рынок" leads there, "на 40 процентов" nowhere.
                case "by": return document.tokens[at + 1].kind == .word && leadsThere(token) ? "to" : nil
                default: return nil
                }
            }
            if word.can(be: .prep) || word.parses[0].tag.grammemes.contains(.conj) || reading.isFiniteVerb(at) {
                return nil
            }
            // "в прошлом году инвестиции Кении": the preposition is the year's.
            if reading.dates(in: max(0, at - 6)..<at + 1).contains(where: { $0.range.contains(at) }) { return nil }
            // "в экспорте кенийского чая": the trade is in something, and the tea from there.
            if document.mark(at: at, marks.opposite) != nil { return nil }
            guard word.can(be: .adjf) || depends && word.can(be: .noun) else { return nil }
            // "в марте доля Кении": what is no genitive itself depends on nothing before.
            if !word.can(be: .adjf) { depends = word.can(be: .gent) }
            at -= 1
        }
        return nil
    }
}
