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
    /// The three states whose common road or council the article is about; empty for other articles.
    let commonRoute: [CountryCode]
    /// Whether the paragraph at hand has named a partner so far, for `focus`.
    var paragraphHasPartner = false
    /// The states that the paragraph at hand has named so far.
    var paragraphStates: Set<CountryCode> = []
    /// The last sentence that named a region as the partner of the article's state, where no other state was named since.
    var regionPartner: Int?
    /// The state of the line at hand, in a list of one line a state; and the figure that the list is of.
    var bullet: PlaceMention?
    var listHead: FoundFigure?
    /// The triggers of the sentence at hand.
    var triggersHere: [Trigger] = []
    /// The last strong trigger of the sentences before, for "этот показатель".
    private var antecedent: (trigger: Trigger, sentence: Int)?
    var antecedentSentence: Int? { antecedent?.sentence }
    /// The last flow that a sentence told without a number.
    var toldFlow: ToldFlow?
    /// The last journey that a sentence told of both ends of.
    var toldTravel: (origin: CountryCode, destination: CountryCode, sentence: Int)?

    /// A figure with what later ones may take over from it.
    struct FoundFigure {
        var figure: Figure
        let amount: Amount
        let sentence: Int
        let trigger: Trigger?
        /// Whether the trigger stood in the figure's own sentence.
        let ownTrigger: Bool
        /// Whether it is what another figure is compared with: "(2,3 млн годом ранее)".
        var isBase = false
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
        commonRoute = Self.commonRoute(of: reading)
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
            openBullet(inSentence, in: sentence, index: index)
            follow(sentence)
            followRegion(sentence, index)
            let places = reading.hits("rank", in: sentence)
            for amount in inSentence {
                // "третью строчку занял" is no third part.
                if amount.isPercent, amount.core.count == 1,
                    places.contains(where: { $0.match.range.contains(amount.core.lowerBound) })
                {
                    continue
                }
                if reading.frame.titleTokens.contains(amount.core.lowerBound), !isInTitleAlone(amount, amounts) {
                    reading.log?.leave(amount.core, .number, .title)
                    continue
                }
                if let figure = read(amount, others: inSentence, triggers: triggers, sentence: sentence, index: index) {
                    found.append(figure)
                    reading.log?.take(amount.core, .number)
                }
            }
            found.append(contentsOf: ranks(places, in: sentence, index: index))
            noteFlow(triggers, sentence, index)
            noteTravel(triggers, sentence, index)
            if let strong = triggers.first(where: { $0.uses.contains { !$0.isWeak } }) { antecedent = (strong, index) }
        }
        return found.map(\.figure)
    }

    /// Whether no other amount of the article can be the one that its title tells, rounded or not.
    private func isInTitleAlone(_ amount: Amount, _ amounts: [Amount]) -> Bool {
        guard let unit = amount.unit else { return false }
        return !amounts.contains { other in
            guard !reading.frame.titleTokens.contains(other.core.lowerBound) else { return false }
            if amount.isPercent || amount.isTimes { return other.isPercent || other.isTimes }
            return other.unit == unit && other.value < amount.value * 2 && amount.value < other.value * 2
        }
    }

    // MARK: One figure

    private func read(
        _ amount: Amount, others: [Amount], triggers: [Trigger], sentence: Range<Int>, index: Int
    ) -> FoundFigure? {
        let unitClass = IndicatorUse.UnitClass(amount.unit)
        if isDistance(amount) { return left(amount, .distance) }
        let clause = reading.clause(around: amount.core.lowerBound, in: sentence)
        if let head = listHead, bullet != nil, head.trigger != nil, head.amount.unit == amount.unit {
            return finish(
                amount, unit: amount.unit ?? .plain(.count), indicator: head.figure.indicator, trigger: head.trigger,
                own: false, clause: clause, sentence: sentence, index: index, others: others, rule: "figure.bullet")
        }
        var trigger: Trigger?
        var own = true
        if amount.unit == nil {
            if !document.marks(marks.harm, in: clause).isEmpty { return left(amount, .harm) }
            guard
                let counted = counted(amount, triggers: triggers, others: others, index: index)
                    ?? countedInList(amount, index: index)
            else { return left(amount, .nothingCounted) }
            trigger = counted.trigger
            own = counted.own
            if let people = counted.people {
                return finish(
                    amount, unit: .plain(.count), indicator: people, trigger: nil, own: true, clause: clause,
                    sentence: sentence, index: index, others: others, rule: "figure.people_counted")
            }
        } else if let previous = gloss(amount, triggers: triggers, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: previous.figure.indicator, trigger: previous.trigger, own: false,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.gloss")
        } else if let item = itemBefore(amount, triggers: triggers, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: item.figure.indicator, trigger: item.trigger, own: false,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.list")
        } else if let row = rowItem(amount, unitClass, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: row.figure.indicator, trigger: row.trigger, own: false,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.row")
        } else if let item = namedItem(amount, index: index), let head = item.previous.trigger {
            return finish(
                amount, unit: amount.unit!, indicator: item.previous.figure.indicator, trigger: head,
                own: item.previous.ownTrigger, clause: clause, sentence: sentence, index: index, others: others,
                rule: "figure.item", of: item.name)
        } else if let same = thisIs(amount, unitClass, index: index) {
            return finish(
                amount, unit: amount.unit!, indicator: inherited(same, unitClass), trigger: same.trigger, own: false,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.this_is")
        } else if let governing = governing(amount, unitClass, others: others, triggers: triggers) {
            trigger = goodsOf(governing.0, amount, unitClass, index) ?? governing.0
            own = sentence.contains(trigger!.mark.first)
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
            guard amount.unit != nil, !amount.isTimes else { return left(amount, .factorWithoutChange) }
            // A length of nothing that is built is how far away a thing is, how high or how deep.
            if amount.unit == .plain(.kilometre) || amount.unit == .plain(.metre) { return left(amount, .distance) }
            return finish(
                amount, unit: amount.unit!, indicator: meaning(of: amount), trigger: nil,
                own: true,
                clause: clause, sentence: sentence, index: index, others: others, rule: "figure.without_indicator")
        }
        return finish(
            amount, unit: amount.unit ?? .plain(.count), indicator: use.indicator, trigger: trigger, own: own,
            clause: clause, sentence: sentence, index: index, others: others, rule: "figure.governed")
    }

    private func left(_ amount: Amount, _ reason: Omission.Reason) -> FoundFigure? {
        reading.log?.leave(amount.core, .number, reason)
        return nil
    }

    /// "перевалили 2 млн тонн, в том числе 1,8 млн тонн нефти, 118 тыс. тонн зерна": goods in a row go the way of the first.
    private func goodsOf(
        _ weak: Trigger, _ amount: Amount, _ unit: IndicatorUse.UnitClass, _ index: Int
    ) -> Trigger? {
        guard unit == .physical, weak.use(unit)?.isWeak == true,
            let previous = found.last(where: { !$0.amount.isPercent && !$0.amount.isTimes }),
            previous.figure.unit == amount.unit, let strong = previous.trigger, strong.use(unit)?.isWeak == false
        else { return nil }
        // "Перевалили 3 млн тонн. Из этого объема нефть составила 2 млн тонн"
        if index - previous.sentence <= 1, !document.marks(marks.partOf, in: document.sentences[index]).isEmpty {
            return strong
        }
        guard weak.mark.first >= amount.core.upperBound, previous.sentence == index,
            !(previous.amount.core.upperBound..<max(previous.amount.core.upperBound, amount.core.lowerBound))
                .contains(where: { reading.isFiniteVerb($0) || document.isMark($0, ";") })
        else { return nil }
        return strong
    }

    /// The figure that a percentage or a multiple right behind it explains: "2 млн тонн зерна, что на 9% меньше",
    /// "2 млн тонн (в 2,8 раза больше)".
    private func gloss(_ amount: Amount, triggers: [Trigger], index: Int) -> FoundFigure? {
        // "1,5 млрд евро (2,1 млрд долларов)": the same in another currency.
        if amount.isMoney, let previous = found.last, previous.amount.isMoney, previous.amount.unit != amount.unit,
            previous.amount.core.upperBound == amount.range.lowerBound - 1,
            document.isMark(amount.range.lowerBound - 1, "(")
        {
            return previous
        }
        guard amount.isPercent || amount.isTimes, let previous = found.last, previous.sentence == index,
            previous.trigger != nil, !previous.amount.isPercent, !previous.amount.isTimes
        else { return nil }
        let between = previous.amount.core.upperBound..<max(previous.amount.core.upperBound, amount.range.lowerBound)
        guard between.count <= 7, !between.contains(where: reading.isFiniteVerb),
            let opening = between.first(where: {
                document.isMark($0, "(") || document.isMark($0, ",") && document.mark(at: $0 + 1, marks.relative) != nil
            }), opening - between.lowerBound <= 2,
            change(
                amount, trigger: nil, clause: opening + 1..<min(document.tokens.count, amount.core.upperBound + 3),
                sentence: document.sentence(of: opening)) != nil,
            !triggers.contains(where: { (opening..<amount.core.lowerBound).contains($0.mark.first) })
        else { return nil }
        return previous
    }

    /// "поставили втрое больше зерна, это приблизительно 9 млн тонн": the figure right before, in another measure.
    private func thisIs(_ amount: Amount, _ unit: IndicatorUse.UnitClass, index: Int) -> FoundFigure? {
        guard let previous = found.last, previous.sentence == index, let trigger = previous.trigger,
            trigger.use(unit) != nil, unit == .physical || unit == .money,
            let this = document.marks(
                marks.anaphor, in: max(0, amount.range.lowerBound - 2)..<amount.range.lowerBound
            ).last, this.range.count == 1, this.end >= amount.range.lowerBound - 1,
            document.isMark(this.first - 1, ","), previous.amount.core.upperBound < this.first
        else { return nil }
        return previous
    }

    /// "в 100 км от Лимы": how far away a thing is.
    private func isDistance(_ amount: Amount) -> Bool {
        guard amount.unit == .plain(.kilometre), let from = document.mark(at: amount.core.upperBound, marks.preposition)
        else { return false }
        guard reading.value(from) == "from", from.end < document.tokens.count else { return false }
        let before = document.mark(at: amount.range.lowerBound - 1, marks.preposition)
        return document.tokens[from.end].shape.contains(.capitalized)
            || before.map { reading.value($0) == "into" } ?? false
    }

    /// What "этот показатель" before an amount points to: the word that measured in the last figure, or in the sentence before.
    private func pointed(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, clause: Range<Int>, index: Int
    ) -> Trigger? {
        // "показатель, напротив, вырос": a word between commas opens no clause.
        let sentence = document.sentence(of: amount.core.lowerBound)
        let isFirst = found.last.map { $0.sentence < index } ?? true
        let opening = isFirst && triggersHere.isEmpty ? sentence.lowerBound : clause.lowerBound
        let before = opening..<max(opening, amount.core.lowerBound)
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
            let isFramed = document.marks(marks.nature, in: clause).contains { mark in
                document.mark(at: mark.first, marks.indicatorFrame) != nil
            }
            if isFramed { return index - antecedent.sentence <= 2 }
        }
        guard antecedent.sentence == index - 1 else { return false }
        // "А именно до 16 млн тонн." right behind the title or a sentence that says of what.
        if unit == .physical, triggersHere.isEmpty {
            return !document.sentences[index].contains(where: reading.isFiniteVerb)
        }
        guard isSameParagraph(index, antecedent.sentence) else { return false }
        if amount.isMoney, triggersHere.isEmpty {
            // "Думаю, что 15 миллиардов мы можем иметь"
            return self.nature(amount, clause: clause, sentence: clause) != .actual
        }
        return amount.isPercent && preposition(of: amount) == .by
            && !document.marks(marks.direction, in: clause).isEmpty
    }

    /// The figure just before, when an amount without a word of its own goes on with it: "… – на 2,9% больше".
    private func inheritable(
        _ amount: Amount, _ unit: IndicatorUse.UnitClass, sentence: Range<Int>, index: Int
    ) -> FoundFigure? {
        let isListed = listed[amount.core.lowerBound] != nil && unit != .percent && unit != .times
        guard
            let previous = found.last(where: {
                $0.figure.indicator != Indicator("rank") && (!isListed || $0.figure.unit == amount.unit)
            }),
            index == previous.sentence
                || index - previous.sentence == 1
                    && (isSameParagraph(index, previous.sentence)
                        || document.mark(at: sentence.lowerBound, marks.anaphor) != nil)
                || index - previous.sentence <= 2 && listed[amount.core.lowerBound] != nil
                    && (amount.isPercent || previous.figure.unit == amount.unit)
        else { return nil }
        if amount.isPercent || amount.isTimes { return previous }
        let isAlike = previous.trigger?.use(unit) != nil || previous.figure.unit == amount.unit
        return isAlike ? previous : nil
    }

    /// What an inherited amount measures: money that goes on from a share is of the whole that the share was of.
    private func inherited(_ previous: FoundFigure, _ unit: IndicatorUse.UnitClass) -> Indicator {
        let before = previous.figure.indicator
        if unit == .money || unit == .physical, IndicatorUse.UnitClass(previous.amount.unit) != unit,
            let use = previous.trigger?.use(unit)
        {
            return use.indicator
        }
        guard unit == .money, before == Indicator("share") || before == .other else { return before }
        return .other
    }

    func isSameParagraph(_ later: Int, _ earlier: Int) -> Bool {
        guard earlier < later else { return true }
        return (earlier + 1...later).allSatisfy {
            !document.tokens[document.sentences[$0].lowerBound].shape.contains(.lineStart)
        }
    }

    // MARK: Fields

    private func finish(
        _ amount: Amount, unit: QuantityUnit, indicator: Indicator, trigger: Trigger?, own: Bool, clause: Range<Int>,
        sentence: Range<Int>, index: Int, others: [Amount], rule: String, of item: Range<Int>? = nil
    ) -> FoundFigure? {
        let change =
            self.change(amount, trigger: own ? trigger : nil, clause: clause, sentence: sentence)
            ?? sameChange(amount, trigger: trigger, index: index)
        var indicator = settled(
            indicator, amount: amount, change: change, trigger: trigger, own: own, clause: clause, sentence: sentence)
        if amount.isTimes, change == nil { return left(amount, .factorWithoutChange) }
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
            subject: item.flatMap { self.subject(of: trigger, item: $0) }
                ?? subjectRange.map { reading.nominativePhrase($0) },
            value: amount.value, valueMax: amount.valueMax, unit: unit, comparator: amount.comparator,
            measure: change == nil ? .level : .change, direction: change, nature: nature,
            period: period(
                amount, indicator: indicator, nature: nature, clause: clause, sentence: sentence, index: index, own: own
            ),
            countries: parties.countries, origin: parties.origin, destination: parties.destination,
            speaker: reading.discourse.speakers[index], evidence: [document.span(evidence)], rule: rule)
        return FoundFigure(
            figure: figure, amount: amount, sentence: index, trigger: trigger, ownTrigger: own,
            isBase: bracketed(amount, sentence) != nil)
    }

    /// "рост составил 10,6%, в 2022 году – 10,4%": a row of percentages under one word moves one way.
    private func sameChange(_ amount: Amount, trigger: Trigger?, index: Int) -> Figure.Direction? {
        guard amount.isPercent, let previous = found.last, index - previous.sentence <= 1, previous.amount.isPercent,
            let trigger, previous.trigger?.mark == trigger.mark, preposition(of: amount) == .none
        else { return nil }
        if previous.sentence == index, previous.figure.indicator == Indicator("gdp") {
            return previous.figure.direction
        }
        // "рост торговли составит 15%, а через год достигнет планки в 20%": a growth again, and no part of the trade.
        guard previous.figure.measure == .change,
            ["trade_turnover", "exports", "imports", "freight", "passengers"].contains(
                previous.figure.indicator.rawValue),
            document.marks(marks.share, in: document.sentences[index]).allSatisfy({
                document.mark(at: $0.first, marks.reach) != nil
            })
        else { return nil }
        return previous.figure.direction
    }

    /// "Египет закупил": a purchase from the state that the article is about is its export.
    private func isBought(_ trigger: Trigger, _ indicator: Indicator, _ parties: Parties) -> Bool {
        indicator == Indicator("imports") && parties.destination != nil
            && parties.origin != nil && parties.origin == reading.discourse.home
            && document.mark(at: trigger.mark.first, marks.purchase) != nil
    }

    /// From the governing word to the amount, or the amount with what follows it up to the counted noun.
    private func evidence(_ amount: Amount, trigger: Trigger?, sentence: Range<Int>) -> Range<Int> {
        guard let trigger else { return amount.range }
        let range =
            min(trigger.mark.first, amount.range.lowerBound)..<max(trigger.mark.end, amount.range.upperBound)
        return range.count <= 40 ? range : amount.range
    }
}
