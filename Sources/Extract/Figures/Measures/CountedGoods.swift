import Foundation
import Grammar
import Model
import Morphology

/// Goods by number that are bought, sold or given.
extension FigureReader {
    /// "1000 совместных с Кенией предприятий", "300 работающих в стране компаний": the counted noun behind what an adjective takes.
    func countedBehindAside(_ amount: Amount, _ triggers: [Trigger]) -> Trigger? {
        var at = amount.core.upperBound
        while let word = document.word(at), word.can(be: [.gent, .plur]), word.can(be: .adjf) || word.can(be: .prtf),
            document.word(at + 1)?.readings[0].contains(.prep) != true
        {
            at += 1
        }
        guard let word = document.word(at), word.can(be: [.gent, .plur]), word.can(be: .adjf) || word.can(be: .prtf),
            !word.can(be: .noun), document.word(at + 1)?.readings[0].contains(.prep) == true
        else { return nil }
        let behind = at + 2..<min(at + 2 + Self.longestAside, document.sentence(of: at).upperBound)
        guard behind.lowerBound < behind.upperBound,
            !behind.contains(where: { document.tokens[$0].kind == .number || reading.isFiniteVerb($0) }),
            let noun = triggers.first(where: { trigger in
                behind.contains(trigger.mark.first) && trigger.use(.count)?.isWeak == false
                    && document.word(trigger.mark.end - 1)?.can(be: [.noun, .gent, .plur]) == true
                    && document.word(trigger.mark.end - 1)?.can(be: .sing) == false
            }),
            !(at + 2..<noun.mark.first).contains(where: { document.tokens[$0].kind == .mark })
        else { return nil }
        return noun
    }

    private static let longestAside = 6

    /// "закупит у Кении 60 генераторов", "поставка 6 томографов": what a word of trade has for its object is goods, whether the
    /// lexicon knows them or not.
    func boughtOrSold(_ amount: Amount, _ at: Int, triggers: [Trigger]) -> Counted? {
        if let verb = tradedBehind(at, amount, triggers), amount.value >= 2 { return Counted(trigger: verb) }
        guard let noun = document.word(at), noun.can(be: .inan), !noun.can(be: .anim), amount.value >= 2,
            document.mark(at: at, marks.setNoun) == nil, document.mark(at: at, marks.nature) == nil,
            document.mark(at: at, marks.indicator) == nil
        else { return nil }
        if let head = triggers.last(where: { $0.mark.end == amount.range.lowerBound }),
            let use = head.use(.count), !use.isWeak, Self.isGoods(use.indicator),
            document.word(head.mark.end - 1)?.readings[0].contains(.noun) == true
        {
            return Counted(trigger: head)
        }
        let verbs = triggers.filter { trigger in
            guard let use = trigger.use(.count), !use.isWeak, Self.isGoods(use.indicator),
                trigger.mark.end <= amount.core.lowerBound, let word = document.word(trigger.mark.first)
            else { return false }
            return word.parses[0].tag.grammemes.intersects([.verb, .infn, .prts, .grnd])
        }
        // "экспорт включает 510 тыс. мотоциклов"
        if let trade = triggers.last(where: { trigger in
            trigger.use(.count).map { !$0.isWeak && Self.isGoods($0.indicator) } ?? false
                && document.word(trigger.mark.end - 1)?.can(be: [.noun, .nomn]) == true
        }), trade.mark.end <= amount.core.lowerBound, amount.range.lowerBound - trade.mark.end <= 8,
            let verb = (trade.mark.end..<amount.range.lowerBound).last(where: reading.isFiniteVerb),
            document.mark(at: verb, marks.reach) != nil || document.mark(at: verb, marks.comprise) != nil,
            !(trade.mark.end..<amount.range.lowerBound).contains(where: { document.isMark($0, ",") })
        {
            return Counted(trigger: trade)
        }
        guard let verb = verbs.last,
            !(verb.mark.end..<amount.core.lowerBound).contains(where: {
                document.isMark($0, ",") || document.isMark($0, ";") || reading.isFiniteVerb($0)
            }), amount.core.lowerBound - verb.mark.end <= 6, preposition(of: amount) == .none
        else { return nil }
        return Counted(trigger: verb)
    }

    /// "5 млн флаконов ежегодно экспортируем в Перу": a verb of trade soon behind what it has for its object.
    private func tradedBehind(_ noun: Int, _ amount: Amount, _ triggers: [Trigger]) -> Trigger? {
        guard document.word(noun).map({ $0.can(be: .inan) && !$0.can(be: .anim) }) == true,
            document.mark(at: noun, marks.indicator) == nil, preposition(of: amount) == .none
        else { return nil }
        return triggers.first { trigger in
            guard let use = trigger.use(.count), !use.isWeak, Self.isGoods(use.indicator),
                (noun + 1...noun + 3).contains(trigger.mark.first), reading.isFiniteVerb(trigger.mark.first)
            else { return false }
            return (noun + 1..<trigger.mark.first).allSatisfy { document.word($0)?.readings[0].contains(.advb) == true }
        }
    }

    /// "2 тыс. овец вывезли в Перу", "купит 30 грузовиков": animals and vehicles that are sold are goods.
    func soldAlive(_ animals: Trigger, _ amount: Amount, _ triggers: [Trigger], _ others: [Amount]) -> Trigger? {
        let indicator = animals.use(.count)?.indicator
        guard indicator == Indicator("agriculture") || indicator == Indicator("freight") else { return nil }
        let trade = triggers.filter {
            // "закупит 30 грузовиков"; those that are sent carry something.
            (indicator == Indicator("agriculture") || document.mark(at: $0.mark.first, marks.purchase) != nil)
                && $0.use(.count).map { !$0.isWeak && Self.isGoods($0.indicator) } ?? false
                && document.word($0.mark.first)?.readings[0].contains(.noun) == false
        }
        return governing(amount, .count, others: others, triggers: trade).flatMap { $0.cost < 14 ? $0.0 : nil }
    }

    /// "завод на 5 тыс. тонн чая", "фабрика на 300 тракторов", "школа на 360 учеников", "комплекс по производству 5 тыс. тонн": how much a
    /// thing that is built can make or hold.
    func isCapacity(_ it: MeaningAsked) -> Bool {
        let (amount, first) = (it.amount, it.amount.range.lowerBound)
        guard amount.unit == .plain(.tonne) || it.isCount, it.indicator != Indicator("jobs") else { return false }
        if preposition(of: amount) == .by {
            return triggersHere.contains { plant in
                guard (0...2).contains(first - plant.mark.end), let use = plant.use(.count) else { return false }
                return use.indicator == Indicator("companies_count") && plant.use(.money)?.isWeak == true
                    || it.isCount && document.mark(at: plant.mark.first, marks.house) != nil
            }
        }
        return document.mark(at: first - 2, marks.plantFor)?.end == first
    }

    /// "в учениях участвовали 300 единиц техники": nobody buys, sells, gives or brings.
    func isOfNoDeal(_ it: MeaningAsked) -> Bool {
        let isTraded = triggersHere.contains { one in
            one.uses.contains { use in
                !use.isWeak && Self.isGoods(use.indicator) && use.indicator != Indicator("energy")
                    && (use.units.contains(.count) || document.word(one.mark.first)?.can(be: .noun) == false)
            }
        }
        return !isTraded && found.last?.figure.indicator != it.indicator
            && document.marks(marks.gift, in: it.sentence).isEmpty
            && document.marks(marks.receive, in: it.clause).isEmpty
            && document.marks(marks.bring, in: it.clause).isEmpty && !isByContract(it.clause)
    }
}
