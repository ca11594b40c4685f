import Foundation
import Grammar
import Model

extension Reading {
    /// Every stated quantity with its meaning, in the order of the text.
    func figures() -> [Figure] {
        var reader = FigureReader(reading: self)
        return reader.figures()
    }
}

/// Gives amounts their meaning: what is measured, level or change, reached or aimed at, when, whose, who says so.
struct FigureReader {
    let reading: Reading
    var found: [FoundFigure] = []
    /// The states of the lists in the sentence at hand, by the first token of their amounts.
    var listed: [Int: PlaceMention] = [:]
    /// The article's state, when the article is about one state and its dealings with several.
    let onlyHome: CountryCode?
    /// Whether the paragraph at hand has named a partner so far, for `focus`.
    var paragraphHasPartner = false
    /// The triggers of the sentence at hand.
    private var triggersHere: [Trigger] = []
    /// The last strong trigger of the sentences before, for "этот показатель".
    private var antecedent: (trigger: Trigger, sentence: Int)?

    /// A figure with what later ones may take over from it.
    struct FoundFigure {
        var figure: Figure
        let amount: Amount
        let sentence: Int
        let trigger: Trigger?
        /// Whether the trigger stood in the figure's own sentence.
        let ownTrigger: Bool
    }

    /// A word of the indicator lexicon in the text.
    struct Trigger {
        let mark: Mark
        let uses: [IndicatorUse]

        func use(_ unit: IndicatorUse.UnitClass) -> IndicatorUse? { uses.first { $0.units.contains(unit) } }
    }

    var document: Document { reading.document }
    var marks: Marks { reading.marks }

    init(reading: Reading) {
        self.reading = reading
        onlyHome = Self.onlyHome(of: reading)
    }

    mutating func figures() -> [Figure] {
        let amounts = completed(reading.amounts)
        var next = 0
        for (index, sentence) in document.sentences.enumerated() {
            let triggers = self.triggers(in: sentence)
            var inSentence: [Amount] = []
            while next < amounts.count, amounts[next].core.lowerBound < sentence.upperBound {
                inSentence.append(amounts[next])
                next += 1
            }
            listed = listed(inSentence, in: sentence)
            triggersHere = triggers
            follow(sentence)
            for amount in inSentence where !reading.frame.titleTokens.contains(amount.core.lowerBound) {
                if let figure = read(amount, others: inSentence, triggers: triggers, sentence: sentence, index: index) {
                    found.append(figure)
                }
            }
            found.append(contentsOf: ranks(in: sentence, index: index))
            if let strong = triggers.first(where: { $0.uses.contains { !$0.isWeak } }) { antecedent = (strong, index) }
        }
        return found.map(\.figure)
    }

    // MARK: Units that are left out

    /// "с 3 до 5 млрд долларов", "экспорт – 2,1 млрд, импорт – 800 млн": units and scales taken over from a neighbour.
    private func completed(_ amounts: [Amount]) -> [Amount] {
        var amounts = amounts
        for index in amounts.indices where amounts[index].unit == nil {
            let amount = amounts[index]
            if index + 1 < amounts.count, let unit = amounts[index + 1].unit, unit != .plain(.times),
                amounts[index + 1].core.lowerBound - amount.core.upperBound == 1,
                document.word(amount.core.upperBound)?.text == reading.language.rangeWords.to
            {
                amounts[index].unit = unit
                if !amount.isScaled { amounts[index].value *= amounts[index + 1].factor }
                continue
            }
            // "7 из 16 млрд"
            if !amount.isScaled, index + 1 < amounts.count, let unit = amounts[index + 1].unit,
                document.mark(at: amount.core.upperBound, marks.outOf) != nil,
                amounts[index + 1].core.lowerBound == amount.core.upperBound + 1, isShareable(unit)
            {
                amounts[index].unit = unit
                amounts[index].value *= amounts[index + 1].factor
                continue
            }
            guard amount.isScaled, !countsNoun(amount) else { continue }
            amounts[index].unit = unitOfNeighbour(amounts, index)
        }
        return amounts
    }

    /// The unit of an amount near by that a scaled number goes on from: the one under the same preposition, else the last.
    private func unitOfNeighbour(_ amounts: [Amount], _ index: Int) -> QuantityUnit? {
        let amount = amounts[index]
        let home = document.sentenceOf[amount.core.lowerBound]
        // Thousands without a unit count things as often as they leave a unit out.
        let isThousands = amount.factor == 1000
        let earlier = amounts[..<index].reversed().prefix(4).prefix {
            home - document.sentenceOf[$0.core.lowerBound] <= (isThousands ? 0 : 1)
        }.filter { isShareable($0.unit) && !(isThousands && $0.isMoney) }
        let own = preposition(of: amount)
        if let alike = earlier.first(where: { own != .none && preposition(of: $0) == own }) ?? earlier.first {
            return alike.unit
        }
        guard !isThousands else { return nil }
        return amounts[(index + 1)...].prefix(8).first {
            document.sentenceOf[$0.core.lowerBound] == home && isShareable($0.unit)
        }?.unit
    }

    private func isShareable(_ unit: QuantityUnit?) -> Bool {
        guard let unit else { return false }
        return unit.isMoney || IndicatorUse.UnitClass(unit) == .physical
    }

    /// Whether a noun that can be counted follows the number.
    private func countsNoun(_ amount: Amount) -> Bool {
        var at = amount.core.upperBound
        for _ in 0..<4 {
            guard let word = document.word(at) else { return false }
            if document.marks(at: at).contains(where: { mark in
                (mark.kind == marks.indicator
                    && marks.indicatorUses[mark.entry]?.contains { $0.units.contains(.count) } == true)
                    || mark.kind == marks.countryPeople
            }) {
                return true
            }
            guard word.can(be: .adjf) || word.can(be: .prtf) else { return false }
            at += 1
        }
        return false
    }

    // MARK: One figure

    private func read(
        _ amount: Amount, others: [Amount], triggers: [Trigger], sentence: Range<Int>, index: Int
    ) -> FoundFigure? {
        let unitClass = IndicatorUse.UnitClass(amount.unit)
        let clause = reading.clause(around: amount.core.lowerBound, in: sentence)
        var trigger: Trigger?
        var own = true
        if amount.unit == nil {
            guard let counted = counted(amount, triggers: triggers, others: others, index: index) else { return nil }
            trigger = counted.trigger
            own = counted.own
            if counted.people {
                return finish(
                    amount, unit: .plain(.count), indicator: Indicator("people"), trigger: nil, own: true,
                    clause: clause,
                    sentence: sentence, index: index, others: others, rule: "figure.people_counted")
            }
        } else if let item = itemBefore(amount, triggers: triggers, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: item.figure.indicator, trigger: item.trigger, own: false,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.list")
        } else if let governing = governing(amount, unitClass, others: others, triggers: triggers) {
            trigger = governing.0
        } else if let pointed = pointed(amount, unitClass, clause: clause, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: pointed.use(unitClass)!.indicator, trigger: pointed, own: false,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.anaphor")
        } else if let previous = inheritable(amount, unitClass, sentence: sentence, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: inherited(previous, unitClass), trigger: previous.trigger,
                own: false, clause: clause, sentence: sentence, index: index, others: others, rule: "figure.inherited")
        }
        guard let trigger, let use = trigger.use(unitClass) else {
            guard amount.unit != nil, !amount.isTimes else { return nil }
            return finish(
                amount, unit: amount.unit!, indicator: meaning(of: amount), trigger: nil,
                own: true,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.without_indicator")
        }
        return finish(
            amount, unit: amount.unit ?? .plain(.count), indicator: use.indicator, trigger: trigger, own: own,
            clause: clause, sentence: sentence, index: index, others: others, rule: "figure.governed")
    }

    /// What "этот показатель" before an amount points to: the word that measured in the last figure, or in the sentence before.
    private func pointed(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, clause: Range<Int>, index: Int
    ) -> Trigger? {
        let before = clause.lowerBound..<max(clause.lowerBound, amount.core.lowerBound)
        // "он вырос на 33%" is no person's doing.
        let isPronoun = document.marks(marks.pronoun, in: before).contains { mark in
            (mark.end..<min(mark.end + 2, before.upperBound)).contains {
                document.mark(at: $0, marks.direction) != nil || document.mark(at: $0, marks.reach) != nil
            }
        }
        guard isPronoun || !document.marks(marks.anaphor, in: before).isEmpty || isBare(amount, unit, clause, index)
        else { return nil }
        let last = found.last { $0.trigger != nil && index - $0.sentence <= 2 }?.trigger
        let named = antecedent.flatMap { index - $0.sentence <= 2 ? $0.trigger : nil }
        return [last, named].compactMap { $0 }.first { $0.use(unit) != nil }
    }

    /// "Ориентир прежний – 30 млрд", "насчитали спад на 3%": a frame or a change of nothing, right behind a sentence that
    /// says of what.
    private func isBare(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, _ clause: Range<Int>, _ index: Int
    ) -> Bool {
        guard let antecedent, !triggersHere.contains(where: { $0.use(unit) != nil }),
            found.last.map({ $0.sentence < index }) ?? true
        else { return false }
        if amount.isMoney {
            return index - antecedent.sentence <= 2
                && document.marks(marks.nature, in: clause).contains { mark in
                    document.mark(at: mark.first, marks.indicatorFrame) != nil
                }
        }
        return amount.isPercent && antecedent.sentence == index - 1 && isSameParagraph(index, antecedent.sentence)
            && preposition(of: amount) == .by && !document.marks(marks.direction, in: clause).isEmpty
    }

    /// The figure just before, when an amount without a word of its own goes on with it: "… – на 2,9% больше".
    private func inheritable(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, sentence: Range<Int>, index: Int
    ) -> FoundFigure? {
        guard let previous = found.last(where: { $0.figure.indicator != Indicator("rank") }),
            index == previous.sentence
                || index - previous.sentence == 1
                    && (isSameParagraph(index, previous.sentence)
                        || document.mark(at: sentence.lowerBound, marks.anaphor) != nil)
                || index - previous.sentence <= 2 && listed[amount.core.lowerBound] != nil
                    && unit == .physical && previous.figure.unit == amount.unit
        else { return nil }
        if amount.isPercent || amount.isTimes { return previous }
        let isAlike = previous.trigger?.use(unit) != nil || previous.figure.unit == amount.unit
        return isAlike ? previous : nil
    }

    /// What an inherited amount measures: money that goes on from a share is of the whole that the share was of.
    private func inherited(_ previous: FoundFigure, _ unit: IndicatorUse.UnitClass) -> Indicator {
        let before = previous.figure.indicator
        guard unit == .money, before == Indicator("share") || before == .other else { return before }
        return previous.trigger?.use(unit)?.indicator ?? .other
    }

    func isSameParagraph(_ later: Int, _ earlier: Int) -> Bool {
        guard earlier < later else { return true }
        return (earlier + 1...later).allSatisfy {
            !document.tokens[document.sentences[$0].lowerBound].shape.contains(.lineStart)
        }
    }

    private struct Counted {
        var trigger: Trigger?
        var own = true
        var people = false
    }

    /// What a bare number counts: the noun behind it, or for "ещё 49", "из них 12" the noun counted before.
    private func counted(_ amount: Amount, triggers: [Trigger], others: [Amount], index: Int) -> Counted? {
        var at = amount.core.upperBound
        for _ in 0..<5 {
            guard let word = document.word(at) else { break }
            if document.mark(at: at, marks.numberIdle) != nil || document.mark(at: at, marks.time) != nil { return nil }
            if document.mark(at: at, marks.countryPeople) != nil {
                let verbs = triggers.filter { $0.use(.count)?.indicator == Indicator("passengers") }
                if let visit = governing(amount, .count, others: others, triggers: verbs), visit.cost < 14 {
                    return Counted(trigger: visit.0)
                }
                return Counted(people: true)
            }
            if let trigger = triggers.first(where: { $0.mark.first == at && $0.use(.count) != nil }) {
                // "более ста представителей крупнейших предприятий": what depends on the counted noun is not counted.
                if trigger.use(.count)?.isWeak == true,
                    let strong = governing(
                        amount, .count, others: others,
                        triggers: triggers.filter {
                            $0.use(.count)?.isWeak == false && !depends($0, on: trigger)
                                && canTake($0.use(.count)!.indicator, trigger.use(.count)!.indicator)
                        }),
                    strong.cost < 14
                {
                    return Counted(trigger: strong.0)
                }
                return Counted(trigger: trigger)
            }
            guard word.can(be: .adjf) || word.can(be: .prtf) else { break }
            at += 1
        }
        if let word = document.word(amount.core.upperBound), word.can(be: .noun), word.can(be: .gent),
            !word.can(be: .prep),
            !word.can(be: .conj)
        {
            return nil
        }
        return ellipsis(amount, index: index) ?? countedBefore(amount, triggers: triggers, others: others)
    }

    /// People counted are travellers, workers or simply people, whatever other things are counted near by.
    private func canTake(_ strong: Indicator, _ weak: Indicator) -> Bool {
        weak != Indicator("people") || ["people", "passengers", "jobs"].contains(strong.rawValue)
    }

    /// "предприятий … насчитывается почти 20 тысяч", "число рейсов – до 30": the counted noun stands before, in the genitive plural.
    private func countedBefore(_ amount: Amount, triggers: [Trigger], others: [Amount]) -> Counted? {
        let nouns = triggers.filter { trigger in
            guard trigger.mark.end <= amount.core.lowerBound, let use = trigger.use(.count), !use.isWeak,
                let word = document.word(trigger.mark.end - 1)
            else { return false }
            return word.can(be: [.noun, .gent, .plur]) && !word.can(be: [.noun, .nomn, .plur])
                && !others.contains {
                    $0.core.upperBound <= trigger.mark.first && trigger.mark.first - $0.core.upperBound <= 3
                }
        }
        guard let nearest = governing(amount, .count, others: others, triggers: nouns), nearest.cost < 9 else {
            return nil
        }
        return Counted(trigger: nearest.0)
    }

    private func ellipsis(_ amount: Amount, index: Int) -> Counted? {
        guard
            let previous = found.last(where: {
                $0.figure.unit == .plain(.count) && $0.figure.indicator != Indicator("rank")
            }),
            index - previous.sentence <= 1, previous.trigger != nil,
            (1...3).contains(where: { back in
                document.mark(at: amount.range.lowerBound - back, marks.again)?.end == amount.range.lowerBound
            })
        else { return nil }
        return Counted(trigger: previous.trigger, own: previous.sentence == index)
    }

    /// What a unit measures where no word says it.
    private func meaning(of amount: Amount) -> Indicator {
        switch amount.unit {
        case .plain(.percent): Indicator("share")
        case .plain(.teu): Indicator("freight")
        case .plain(.watt), .plain(.kilowattHour), .plain(.barrel): Indicator("energy")
        default: .other
        }
    }

    // MARK: Fields

    private func finish(
        _ amount: Amount, unit: QuantityUnit, indicator: Indicator, trigger: Trigger?, own: Bool, clause: Range<Int>,
        sentence: Range<Int>, index: Int, others: [Amount], rule: String
    ) -> FoundFigure? {
        let change = self.change(amount, trigger: own ? trigger : nil, clause: clause, sentence: sentence)
        var indicator = indicator
        // No part is more than the whole: "индекс составил 108,7 процента".
        if amount.isPercent, change == nil, amount.value <= 100, !keepsPercent(indicator) {
            indicator = Indicator("share")
        }
        if amount.isPercent, change != nil, trigger == nil, indicator == Indicator("share") { indicator = .other }
        // Gas and current are energy, whoever sells them and whatever they run through.
        if isOfEnergy(amount), Self.isTradeOrShare(indicator) || indicator == Indicator("freight") {
            indicator = Indicator("energy")
        }
        // Goods that go abroad are exported, whatever the verb.
        if let trigger, trigger.use(IndicatorUse.UnitClass(amount.unit))?.isWeak == true,
            IndicatorUse.UnitClass(amount.unit) == .physical, indicator == Indicator("agriculture"),
            reachesAbroad(clause)
        {
            indicator = Indicator("exports")
        }
        // Land and length are of what is built, and not of what passes through it.
        if isOfGround(amount), indicator == Indicator("freight") { indicator = Indicator("infrastructure") }
        // Containers are carried, whoever sells what is in them.
        if amount.unit == .plain(.teu), Self.isTradeOrShare(indicator) { indicator = Indicator("freight") }
        if indicator == Indicator("investment"), amount.isMoney, let trigger, own,
            belongsToProjects(trigger, amount, sentence)
        {
            indicator = Indicator("projects_value")
        }
        if amount.isTimes, change == nil { return nil }
        let nature = self.nature(amount, clause: clause, sentence: sentence)
        let subjectRange = trigger.flatMap { subject(of: amount, $0, sentence: sentence) }
        let scope = self.scope(
            amount, clause: clause, sentence: sentence, others: others, triggers: triggersHere)
        let parties = self.parties(
            indicator, amount: amount, trigger: own ? trigger : nil, clause: scope, sentence: sentence, index: index)
        if let trigger, own, isBought(trigger, indicator, parties) { indicator = Indicator("exports") }
        let evidence = self.evidence(amount, trigger: own ? trigger : nil, sentence: sentence)
        let figure = Figure(
            indicator: indicator,
            subject: subjectRange.map { reading.nominativePhrase($0) },
            value: amount.value, valueMax: amount.valueMax, unit: unit, comparator: amount.comparator,
            measure: change == nil ? .level : .change, direction: change, nature: nature,
            period: period(
                amount, indicator: indicator, nature: nature, clause: clause, sentence: sentence, index: index, own: own
            ),
            countries: parties.countries, origin: parties.origin, destination: parties.destination,
            speaker: reading.discourse.speakers[index], evidence: [document.span(evidence)], rule: rule)
        return FoundFigure(figure: figure, amount: amount, sentence: index, trigger: trigger, ownTrigger: own)
    }

    /// "Египет закупил": a purchase from the state that the article is about is its export.
    private func isBought(_ trigger: Trigger, _ indicator: Indicator, _ parties: Parties) -> Bool {
        indicator == Indicator("imports") && parties.destination != nil
            && parties.origin != nil && parties.origin == reading.discourse.home
            && document.mark(at: trigger.mark.first, marks.purchase) != nil
    }

    private func isOfEnergy(_ amount: Amount) -> Bool {
        amount.unit == .plain(.cubicMetre) || amount.unit == .plain(.kilowattHour) || amount.unit == .plain(.watt)
    }

    private func isOfGround(_ amount: Amount) -> Bool {
        amount.unit == .plain(.hectare) || amount.unit == .plain(.squareMetre) || amount.unit == .plain(.kilometre)
    }

    private static func isTradeOrShare(_ indicator: Indicator) -> Bool {
        ["exports", "imports", "trade_turnover", "share"].contains(indicator.rawValue)
    }

    /// Indicators that are told in per cent themselves.
    private func keepsPercent(_ indicator: Indicator) -> Bool {
        indicator == Indicator("share") || indicator == .other
    }

    /// "93 проекта с общим объемом инвестиций 18,3 млрд": the money is the projects'.
    private func belongsToProjects(_ trigger: Trigger, _ amount: Amount, _ sentence: Range<Int>) -> Bool {
        let window = max(sentence.lowerBound, trigger.mark.first - 8)..<trigger.mark.first
        return document.marks(marks.indicator, in: window).contains { mark in
            marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("projects_count") } == true
        } && reading.separation(window.lowerBound, window.upperBound) < 4
    }

    /// From the governing word to the amount, or the amount with what follows it up to the counted noun.
    private func evidence(_ amount: Amount, trigger: Trigger?, sentence: Range<Int>) -> Range<Int> {
        guard let trigger else { return amount.range }
        let range =
            min(trigger.mark.first, amount.range.lowerBound)..<max(trigger.mark.end, amount.range.upperBound)
        return range.count <= 40 ? range : amount.range
    }
}
