import Grammar
import Model
import Morphology

/// What is known of a figure when it is asked what it measures.
struct MeaningAsked {
    /// What the word alone would give.
    let indicator: Indicator
    let amount: Amount
    let change: Figure.Direction?
    let trigger: FigureReader.Trigger?
    let own: Bool
    let clause: Range<Int>
    let sentence: Range<Int>

    var isGoods: Bool { FigureReader.isGoods(indicator) }
    /// Whether it is a number without a unit.
    var isCount: Bool { amount.unit == nil }
    /// A level in percent is a part of the whole.
    var energyOrShare: Indicator { amount.isPercent && change == nil ? Indicator("share") : Indicator("energy") }
}

/// What unit, case and company make of the indicator that a word alone would give.
extension FigureReader {
    func settled(_ it: MeaningAsked) -> Indicator {
        meaningOfGoods(it) ?? meaningOfPapers(it) ?? meaningOfCounts(it) ?? meaningOfMoves(it) ?? meaningByUnit(it)
    }

    /// Goods by what they are, how they go and who makes them.
    private func meaningOfGoods(_ it: MeaningAsked) -> Indicator? {
        let (amount, clause) = (it.amount, it.clause)
        // "поставки туркменского газа выросли на 5%"
        if it.isGoods, !amount.isMoney, let trigger = it.trigger,
            triggersHere.contains(where: {
                isOfGas($0)
                    && (depends($0, on: trigger)
                        || (amount.isPercent || amount.unit == .plain(.tonne))
                            && (0...1).contains($0.mark.first - amount.core.upperBound))
            })
        {
            return it.energyOrShare
        }
        // "поставки нефти по нефтепроводу выросли": over a line they are carried.
        if it.isGoods, !amount.isMoney, !amount.isTimes, amount.unit != nil,
            amount.unit != .plain(.count), amount.unit != .plain(.cubicMetre),
            !document.marks(marks.carriedBy, in: clause).isEmpty
        {
            return Indicator("freight")
        }
        // "поставки товаров между Кенией и Перу": both ways.
        if it.isGoods, let trigger = it.trigger, isBothWays(trigger, clause) { return Indicator("trade_turnover") }
        if isCapacity(it) { return Indicator("infrastructure") }
        // "завод сможет собирать 500 тракторов в год": what a plant makes is not yet sold.
        if it.isCount, ["exports", "freight"].contains(it.indicator.rawValue), let made = ofPlant(amount, clause) {
            return made
        }
        return nil
    }

    /// Contracts and documents by whether they have a price.
    private func meaningOfPapers(_ it: MeaningAsked) -> Indicator? {
        guard let trigger = it.trigger else { return nil }
        // "объем заключенных контрактов вырос в 45 раз"
        if it.amount.isTimes || it.amount.isPercent, isSumOf(trigger), let use = trigger.use(.money),
            ["contracts_count", "projects_count"].contains(it.indicator.rawValue)
        {
            return use.indicator
        }
        // "12 договоров, сумма которых составила 5 млн": a treaty that has a price is a contract.
        if it.isCount, it.indicator == Indicator("agreements_count"), isPriced(trigger, it.amount) {
            return Indicator("contracts_count")
        }
        return nil
    }

    /// Goods and people by number, and aid.
    private func meaningOfCounts(_ it: MeaningAsked) -> Indicator? {
        let isWeak = it.trigger?.use(.count)?.isWeak == true
        if it.isCount, isWeak, it.indicator == Indicator("exports"), isOfNoDeal(it) { return .other }
        // "Кения отправила гуманитарную помощь. Самолет доставил 10 тонн груза"
        if it.amount.unit == .plain(.tonne), isOfAid(it.indicator, it.trigger, it.sentence) {
            return Indicator("finance")
        }
        // "в форуме приняли участие 350 гостей"
        if it.isCount, isWeak, it.indicator == Indicator("passengers"),
            !document.marks(marks.attend, in: it.sentence).isEmpty
        {
            return Indicator("people")
        }
        return nil
    }

    /// What goes on with gas or travellers told right before, and people who travel or work.
    private func meaningOfMoves(_ it: MeaningAsked) -> Indicator? {
        let amount = it.amount
        // "поставки в Европу выросли на 5%" right behind gas
        if amount.isPercent || amount.isTimes, let trigger = it.trigger, it.own,
            isOfGasBefore(it.indicator, trigger, it.sentence)
        {
            return it.energyOrShare
        }
        if it.indicator == Indicator("people"), let last = found.last,
            last.figure.indicator == Indicator("passengers"),
            last.sentence == Int(document.sentenceOf[it.sentence.lowerBound])
        {
            // "5 тыс. граждан посетили Перу, что вдвое больше"
            if amount.isTimes || it.change != nil && amount.isPercent { return last.figure.indicator }
            // "поток гостей вырос на 5% и превысил 2 млн человек"
            if it.isCount, it.trigger?.use(.count)?.isWeak == true, last.amount.isPercent || last.amount.isTimes,
                document.mark(at: amount.range.lowerBound - 1, marks.reach) != nil
                    || amount.range.contains(where: { document.mark(at: $0, marks.reach) != nil })
                    || preposition(of: amount) == .reaching
            {
                return last.figure.indicator
            }
        }
        if isOfPeopleBefore(it) { return Indicator("people") }
        // "на заработки в Перу выехало 5 тыс. человек": they do not travel for pleasure.
        if it.indicator == Indicator("passengers"), it.isCount, !document.marks(marks.labour, in: it.sentence).isEmpty {
            return Indicator("people")
        }
        if isOfTravellers(amount, it.indicator, it.trigger, it.sentence) { return Indicator("passengers") }
        return it.isCount && it.indicator == Indicator("people") && isOfWork(it.clause) ? Indicator("jobs") : nil
    }

    /// By the unit alone.
    private func meaningByUnit(_ it: MeaningAsked) -> Indicator {
        let (indicator, amount, trigger, clause) = (it.indicator, it.amount, it.trigger, it.clause)
        if amount.isPercent { return ofPercent(indicator, amount, it.change, trigger) }
        if amount.isMoney { return ofMoney(indicator, amount, it.own ? trigger : nil, it.sentence) }
        switch amount.unit {
        // Current is energy, whoever sells it and whatever it runs through; of gas, only what is sold or carried.
        case .plain(.watt), .plain(.kilowattHour): return Indicator("energy")
        case .plain(.cubicMetre):
            return Self.isTradeOrShare(indicator) || indicator == Indicator("freight") ? Indicator("energy") : indicator
        // Length and area are of what is built or sown, and not of what passes through it.
        case .plain(.squareMetre)
        where Self.isGoods(indicator) && trigger.map({ $0.use(.physical)?.isWeak == false }) == true:
            return indicator
        case .plain(.kilometre), .plain(.squareMetre):
            return document.marks(marks.produce, in: clause).isEmpty || amount.unit == .plain(.kilometre)
                ? Indicator("infrastructure") : .other
        case .plain(.hectare):
            if triggersHere.contains(where: { $0.use(.physical)?.indicator == Indicator("agriculture") }) {
                return Indicator("agriculture")
            }
            return ["freight", "energy"].contains(indicator.rawValue) ? Indicator("infrastructure") : indicator
        // Containers are carried, whoever sells what is in them.
        case .plain(.teu): return Indicator("freight")
        case .plain(.tonne): return ofTonnes(indicator, amount, trigger, clause)
        // "грузовые поезда совершили 9 тысяч рейсов"
        case nil where indicator == Indicator("flights") && isByTrain(clause): return Indicator("freight")
        default: return indicator
        }
    }

    /// "объем контрактов", "общая стоимость совместных проектов": money, whose words do not count what they are of.
    private func isSumOf(_ trigger: Trigger) -> Bool {
        guard document.word(trigger.mark.end - 1)?.can(be: [.gent, .plur]) == true else { return false }
        var at = trigger.mark.first - 1
        while let word = document.word(at), word.can(be: .gent), word.can(be: .adjf) || word.can(be: .prtf) { at -= 1 }
        return document.mark(at: at, marks.indicatorFrame).map { reading.value($0) == "sum" } ?? false
    }

    /// What goods by number are that somebody makes: the capacity of a plant, or what it has made.
    private func ofPlant(_ amount: Amount, _ clause: Range<Int>) -> Indicator? {
        let before = max(clause.lowerBound, amount.core.lowerBound - 6)..<amount.core.lowerBound
        // "еще 5 тыс. доз будет произведено на месте"
        let end = min(amount.core.upperBound + 5, document.sentence(of: amount.core.lowerBound).upperBound)
        if let made = document.marks(marks.produce, in: amount.core.upperBound..<max(amount.core.upperBound, end))
            .first,
            reading.isFiniteVerb(made.first),
            !(amount.core.upperBound..<made.first).contains(where: { document.isMark($0, ",") })
        {
            return .other
        }
        guard let make = document.marks(marks.produce, in: before).last,
            !triggersHere.contains(where: { trigger in
                trigger.mark.first > make.first && trigger.mark.end <= amount.core.lowerBound
                    && trigger.use(.count)?.isWeak == false && !reading.isFiniteVerb(make.first)
            })
        else { return nil }
        let near = before.lowerBound..<min(amount.core.upperBound + 5, document.tokens.count)
        return document.marks(marks.yearly, in: near).isEmpty && reading.value(make) != "capacity"
            ? .other : Indicator("infrastructure")
    }

    /// Whether supplies of nothing in particular are those of the gas that was told of right before.
    private func isOfGasBefore(_ indicator: Indicator, _ trigger: Trigger, _ sentence: Range<Int>) -> Bool {
        guard Self.isGoods(indicator), document.mark(at: trigger.mark.first, marks.opposite) == nil,
            document.word(trigger.mark.first)?.can(be: .noun) == true,
            !triggersHere.contains(where: { depends($0, on: trigger) }), let last = found.last,
            last.figure.indicator == Indicator("energy"), !last.amount.isPercent,
            case let index = Int(document.sentenceOf[sentence.lowerBound]), index - last.sentence <= 1
        else { return false }
        return isSameParagraph(index, last.sentence)
    }

    /// Gas and current are energy, sold or not.
    private func isOfGas(_ trigger: Trigger) -> Bool {
        guard let use = trigger.use(.physical) else { return false }
        return use.indicator == Indicator("energy") && !use.isWeak && trigger.mark.range.count <= 3
            && document.mark(at: trigger.mark.first, marks.extraction) == nil
    }

    private func ofPercent(
        _ indicator: Indicator, _ amount: Amount, _ change: Figure.Direction?, _ trigger: Trigger?
    ) -> Indicator {
        // "подорожали билеты на рейсы"
        let near =
            max(0, amount.core.lowerBound - 4)..<min(document.tokens.count, amount.core.upperBound + 2)
        if change != nil, document.marks(marks.priceMove, in: near).first != nil {
            return .other
        }
        if change != nil { return trigger == nil && indicator == Indicator("share") ? .other : indicator }
        // "кредит под 2%"
        if document.mark(at: amount.range.lowerBound - 1, marks.atRate) != nil { return .other }
        // "металлы (31%), продукция пищевой промышленности (24%)"
        if document.isMark(amount.range.lowerBound - 1, "("), document.isMark(amount.core.upperBound, ")"),
            amount.value <= 100
        {
            return Indicator("share")
        }
        // "60% выручки": of what the percentage is a part.
        if let trigger, indicator == .other, trigger.mark.first >= amount.core.upperBound,
            document.word(trigger.mark.first)?.can(be: .gent) == true, trigger.use(.money) != nil
        {
            return Indicator("share")
        }
        // "госдолг достиг 77% ВВП"
        if indicator == Indicator("finance"),
            triggersHere.contains(where: {
                $0.mark.first == amount.core.upperBound && $0.use(.percent)?.indicator == Indicator("gdp")
            })
        {
            return indicator
        }
        // "ВВП вырастет с 4% до 5%" tells of its growth, "5% ВВП" and "доля в ВВП" of a part.
        if indicator == Indicator("gdp"), let trigger, trigger.mark.end <= amount.core.lowerBound,
            document.mark(at: trigger.mark.first - 1, marks.preposition) == nil,
            document.marks(marks.share, in: trigger.mark.first..<amount.core.lowerBound).allSatisfy({
                document.mark(at: $0.first, marks.reach) != nil
            })
        {
            return indicator
        }
        // "40% этих запасов"
        if indicator == .other, amount.value <= 100, let part = document.word(amount.core.upperBound),
            part.can(be: .gent), part.can(be: .adjf) || part.can(be: .noun), !part.can(be: .prep),
            document.mark(at: amount.core.upperBound, marks.indicator) == nil
        {
            return Indicator("share")
        }
        // "выполнила сделку на 130%"
        if amount.value > 100, trigger?.use(.count)?.indicator == indicator { return .other }
        // No part is more than the whole: "индекс составил 108,7 процента".
        return amount.value <= 100 && indicator != .other ? Indicator("share") : indicator
    }

    private func ofMoney(
        _ indicator: Indicator, _ amount: Amount, _ trigger: Trigger?, _ sentence: Range<Int>
    ) -> Indicator {
        if document.mark(at: amount.core.upperBound, marks.perUnit) != nil { return .other }
        // "газ по 142 доллара"
        if !amount.isScaled, amount.value < 10_000,
            document.mark(at: amount.range.lowerBound - 1, marks.perPrice) != nil
        {
            return .other
        }
        // "за баррель нефти дают 82 доллара"
        let before = max(sentence.lowerBound, amount.range.lowerBound - 7)..<amount.range.lowerBound
        if document.marks(marks.perUnit, in: before).first != nil { return .other }
        // "275 долларов за 1000 кубометров"
        if document.mark(at: amount.core.upperBound, marks.perOne) != nil,
            let unit = reading.amounts.first(where: { $0.core.lowerBound >= amount.core.upperBound }),
            unit.core.lowerBound - amount.core.upperBound == 1, IndicatorUse.UnitClass(unit.unit) == .physical
        {
            return .other
        }
        // "мигранты отправили домой 5 млн", "Переводы составили 5 млн. Из Перу отправлено 3 млн"
        if indicator == Indicator("exports"), let trigger, document.mark(at: trigger.mark.first, marks.dispatch) != nil,
            !document.marks(marks.homeward, in: sentence).isEmpty
                || recent.last(where: { $0.amount.isMoney }).map({ $0.figure.indicator == Indicator("finance") })
                    ?? false
        {
            return Indicator("finance")
        }
        // "стоимость электромобилей – 3 тыс. долларов": what goods cost is a price.
        if indicator == Indicator("projects_value"), !amount.isScaled || amount.factor == 1000, let trigger,
            triggersHere.contains(where: {
                $0.mark.first == trigger.mark.end && $0.use(.count)?.indicator == Indicator("exports")
            })
        {
            return .other
        }
        // "по контракту Кения купит у Перу два парома за 84 млн"
        if Self.isGoods(indicator), isByTerms(amount, sentence) { return Indicator("contracts_value") }
        if indicator == Indicator("investment"), let trigger,
            belongsToProjects(trigger, amount, sentence) || isCostOfBuilding(trigger, amount, sentence)
        {
            return Indicator("projects_value")
        }
        // "на закупку вакцины выделил 5 млн": what money is given for is not yet built or bought.
        if indicator == Indicator("projects_value") || indicator == Indicator("imports"), let trigger,
            isGivenForWorks(trigger, amount, sentence)
        {
            return Indicator("finance")
        }
        return indicator
    }

    /// Whether what is carried or sent is told of as help, in its sentence or right before, and none of it is sold.
    private func isOfAid(_ indicator: Indicator, _ trigger: Trigger?, _ sentence: Range<Int>) -> Bool {
        guard
            ["exports", "freight"].contains(indicator.rawValue)
                || indicator == Indicator("agriculture") && trigger?.use(.physical)?.isWeak == true,
            !triggersHere.contains(where: {
                document.mark(at: $0.mark.first, marks.opposite) != nil
                    && document.mark(at: $0.mark.first, marks.dispatch) == nil
            })
        else { return false }
        let index = Int(document.sentenceOf[sentence.lowerBound])
        let first = document.sentences[max(0, index - Self.aidReach)].lowerBound
        return !document.marks(marks.aid, in: first..<sentence.upperBound).isEmpty
    }

    /// Sentences over which what is brought stays help.
    private static let aidReach = 2

    /// Whether what a noun tells of goes between two states, and so both ways.
    private func isBothWays(_ trigger: Trigger, _ clause: Range<Int>) -> Bool {
        guard document.word(trigger.mark.first)?.can(be: .noun) == true else { return false }
        let behind = trigger.mark.end..<min(trigger.mark.end + 5, clause.upperBound)
        guard behind.lowerBound < behind.upperBound,
            let between = document.marks(marks.preposition, in: behind).first(where: { reading.value($0) == "between" }
            ),
            !(behind.lowerBound..<between.first).contains(where: reading.isFiniteVerb)
        else { return false }
        let rest = between.end..<min(between.end + 6, clause.upperBound)
        return Set(reading.places(in: rest).map(\.country)).count >= 2 || !document.marks(marks.pair, in: rest).isEmpty
    }

    /// Whether trains run in a clause, and nothing flies.
    private func isByTrain(_ clause: Range<Int>) -> Bool {
        triggersHere.contains { trigger in
            clause.contains(trigger.mark.first) && trigger.use(.count)?.indicator == Indicator("freight")
                && document.word(trigger.mark.end - 1)?.can(be: .noun) == true
        }
    }

    private static func isTradeOrShare(_ indicator: Indicator) -> Bool {
        ["exports", "imports", "trade_turnover", "share"].contains(indicator.rawValue)
    }

    /// "среди поставщиков первой стала Кения (2 млн тонн чая)": what is told of sellers and buyers is traded.
    func trader(before amount: Amount) -> Indicator? {
        triggersHere.last {
            $0.mark.end <= amount.core.lowerBound && $0.use(.physical)?.isWeak == true
                && $0.use(.money)?.isWeak == true && document.word($0.mark.first)?.can(be: [.noun, .anim]) == true
        }?.use(.physical)?.indicator
    }

    /// What a unit measures where no word says it.
    func meaning(of amount: Amount, in clause: Range<Int>) -> Indicator {
        // "передала Перу вооружений на 5 млн": what is given is aid.
        if amount.isMoney,
            document.marks(marks.gift, in: clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound))
                .contains(where: { reading.isFiniteVerb($0.first) })
        {
            return Indicator("finance")
        }
        // "банк развития одобрил программу в размере 5 млн": what banks of several states give is lent or granted.
        if amount.isMoney,
            !document.marks(marks.lender, in: clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound))
                .isEmpty
        {
            return Indicator("finance")
        }
        return switch amount.unit {
        case .plain(.percent): Indicator("share")
        case .plain(.teu): Indicator("freight")
        case .plain(.kilometre): Indicator("infrastructure")
        case .plain(.watt), .plain(.kilowattHour), .plain(.barrel): Indicator("energy")
        // So much that nobody says of what is gas.
        case .plain(.cubicMetre) where amount.value >= 10_000_000: Indicator("energy")
        default: Indicator.other
        }
    }
}
