import Foundation
import Grammar
import Model

extension Reading {
    /// Every stated quantity with its meaning, in the order of the text.
    func figures(beside agreements: [Agreement]) -> [Figure] {
        FigureReader(reading: self, agreements: agreements).figures()
    }
}

/// Gives amounts their meaning: what is measured, level or change, reached or aimed at, when, whose, who says so.
///
/// A class: what it keeps in mind is too much to be copied for each of its recognizers.
final class FigureReader {
    let reading: Reading
    /// The documents of several states that are told with their number or their money.
    let packages: [Agreement]
    var found: [FoundFigure] = []
    /// Those that a figure may go on with: no article goes back to what it told so many figures ago.
    var recent: ArraySlice<FoundFigure> { found.suffix(Self.mostRecent) }
    private static let mostRecent = 50
    /// The states of the lists in the sentence at hand, by the first token of their amounts.
    var listed: [Int: PlaceMention] = [:]
    /// The article's state, when the article is about one state and its dealings with several.
    private(set) lazy var onlyHome = Self.onlyHome(of: reading)
    /// The same where the article opens with that state alone, and so keeps its account.
    private(set) lazy var account = onlyHome.flatMap {
        Self.accountOwner(of: reading) == $0 || Self.opensAlone($0, reading) ? $0 : nil
    }
    /// The three states whose common road or council the article is about; empty for other articles.
    private(set) lazy var commonRoute = Self.commonRoute(of: reading)
    /// Whether the paragraph at hand has named a partner so far, for `focus`.
    var paragraphHasPartner = false
    /// The states that the paragraph at hand has named so far.
    var paragraphStates: Set<CountryCode> = []
    /// The last sentence that named a region as the partner of the article's state, where no other state was named since.
    var regionPartner: Int?
    /// The state of the line at hand, in a list of one line a state; and the figure that the list is of.
    var bullet: PlaceMention?
    var listHead: FoundFigure?
    /// Whether the line at hand is one of a list of goods.
    var isGoodsLine = false
    /// What the sentence that opened the list at hand tells of each line, and which way it moved: "экспорт вырос:".
    var listOpening: (trigger: Trigger, direction: Figure.Direction?, isComing: Bool)?
    /// The triggers of the sentence at hand.
    var triggersHere: [Trigger] = []
    /// The last strong trigger of the sentences before, for "этот показатель".
    var antecedent: (trigger: Trigger, sentence: Int)?
    var antecedentSentence: Int? { antecedent?.sentence }
    /// The last flow that a sentence told without a number.
    var toldFlow: ToldFlow?
    /// Whether the sentence at hand tells of places in an order.
    var isOrdered = false
    /// Whence money is sent, by the last sentence that told it.
    var toldSender: (country: CountryCode, sentence: Int)?
    /// The last order of sellers or buyers.
    var ranking: ToldRanking?
    /// Whose firms were last told to work in another state.
    var toldCapital: ToldFlow?
    /// The triggers of a row that amounts follow in the same order: "экспорт и импорт составили 240 и 58 млн соответственно".
    var respective: [Int: Trigger] = [:]
    /// The times of a row that amounts follow in the same order: "в 2021 и 2022 годах вывезли 5 и 7 тонн".
    var timed: [Int: Period] = [:]
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

    init(reading: Reading, agreements: [Agreement]) {
        self.reading = reading
        packages = agreements.filter { $0.countries.count > 1 && ($0.count != nil || $0.value != nil) }
    }

    /// The figure told last for which a test holds, not more than so many sentences before.
    func lastTold(_ reach: Int, before index: Int, where holds: (FoundFigure) -> Bool) -> FoundFigure? {
        for figure in recent.reversed() {
            if index - figure.sentence > reach { return nil }
            if holds(figure) { return figure }
        }
        return nil
    }

    func figures() -> [Figure] {
        let amounts = completed(reading.amounts)
        let rankHits = document.sentences.map { reading.hits(marks.rules.rank, in: $0) }
        // Behind the last of these there is nothing that the text around could say something of.
        let last = max(
            rankHits.lastIndex { !$0.isEmpty } ?? -1,
            amounts.map { Int(document.sentenceOf[$0.core.lowerBound]) }.max() ?? -1,
            // "места, которые занимает: первое – по экспорту чая"
            document.sentences.indices.last { document.has(marks.countFrame, inSentence: $0) } ?? -1)
        var next = 0
        for (index, sentence) in document.sentences.prefix(last + 1).enumerated() {
            var triggers = self.triggers(in: sentence)
            var inSentence: [Amount] = []
            while next < amounts.count, amounts[next].core.lowerBound < sentence.upperBound {
                inSentence.append(amounts[next])
                next += 1
            }
            timed = timesInOrder(inSentence, in: sentence)
            listed = listed(inSentence, in: sentence)
            followList(inSentence, triggers, in: sentence, index: index)
            if triggers.isEmpty, let opening = listOpening { triggers = [opening.trigger] }
            triggersHere = triggers
            openBullet(inSentence, in: sentence, index: index)
            respective = pairedInOrder(inSentence, in: sentence)
            follow(sentence)
            followRegion(sentence, index)
            let places = rankHits[index]
            isOrdered = !places.isEmpty
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
            let ranks = ranks(places, in: sentence, index: index)
            if !ranks.isEmpty { found += ranks }
            noteFlow(triggers, sentence, index)
            noteTravel(triggers, sentence, index)
            noteSender(sentence, index)
            noteRanking(places, sentence, index)
            if let strong = triggers.first(where: { $0.uses.contains { !$0.isWeak } }) { antecedent = (strong, index) }
        }
        return found.map(\.figure)
    }

    /// Whether no other amount of the article can be the one that its title tells, rounded or not.
    private func isInTitleAlone(_ amount: Amount, _ amounts: [Amount]) -> Bool {
        guard let unit = amount.unit else { return false }
        return !amounts.contains { other in
            guard !reading.frame.titleTokens.contains(other.core.lowerBound) else { return false }
            if let part = Self.percents(amount) {
                // "вырос на треть", "вырос на 31,4%"
                return Self.percents(other).map { abs($0 - part) <= max(5, max($0, part) * 15 / 100) } ?? false
            }
            return other.unit == unit && other.value < amount.value * 2 && amount.value < other.value * 2
        }
    }

    /// A percentage, or what a factor is as one: "вдвое" is a hundred per cent more.
    private static func percents(_ amount: Amount) -> Decimal? {
        if amount.isPercent { return amount.value }
        return amount.isTimes ? (amount.value - 1) * 100 : nil
    }

    // MARK: One figure

    private func read(
        _ amount: Amount, others: [Amount], triggers: [Trigger], sentence: Range<Int>, index: Int
    ) -> FoundFigure? {
        if isDistance(amount) { return left(amount, .distance) }
        if isPerUnit(amount) { return left(amount, .label) }
        if isManner(amount) { return left(amount, .factorWithoutChange) }
        if isToldExactly(amount, others) { return left(amount, .partOfUnit) }
        let clause = reading.clause(around: amount.core.lowerBound, in: sentence)
        let basis = basis(
            of: amount, others: others, triggers: triggers, clause: clause, sentence: sentence, index: index)
        guard let basis else { return nil }
        return finish(amount, basis, clause: clause, sentence: sentence, index: index, others: others)
    }

    /// Notes why an amount becomes no figure.
    func left<Found>(_ amount: Amount, _ reason: Omission.Reason) -> Found? {
        reading.log?.leave(amount.core, .number, reason)
        return nil
    }

    func isSameParagraph(_ later: Int, _ earlier: Int) -> Bool {
        guard earlier < later else { return true }
        return (earlier + 1...later).allSatisfy {
            !document.tokens[document.sentences[$0].lowerBound].shape.contains(.lineStart)
        }
    }

    // MARK: Fields

    private func finish(
        _ amount: Amount, _ basis: Basis, clause: Range<Int>, sentence: Range<Int>, index: Int, others: [Amount]
    ) -> FoundFigure? {
        let (unit, trigger, own) = (basis.unit, basis.trigger, basis.isOwn)
        let change =
            self.change(amount, trigger: own ? trigger : nil, clause: clause, sentence: sentence)
            ?? sameChange(amount, trigger: trigger, index: index)
        var indicator = settled(
            MeaningAsked(
                indicator: basis.indicator, amount: amount, change: change, trigger: trigger, own: own, clause: clause,
                sentence: sentence))
        if amount.isTimes, change == nil { return left(amount, .factorWithoutChange) }
        var nature = self.nature(amount, clause: clause, sentence: sentence)
        if nature == .target, let trigger, own, indicator == Indicator("contracts_value"), isInForce(trigger) {
            nature = .actual
        }
        if nature == .actual, isPledged(amount, indicator, clause) || isEstimated(amount, indicator, clause) {
            nature = .target
        }
        let subjectRange = trigger.flatMap { subject(of: amount, $0, sentence: sentence) }
        let scope = self.scope(
            amount, clause: clause, sentence: sentence, others: others, triggers: triggersHere)
        let evidence = self.evidence(amount, trigger: own ? trigger : nil, sentence: sentence)
        let signers = signers(indicator, amount.value, document.span(evidence))
        let parties = self.parties(
            indicator, amount: amount, trigger: own ? trigger : nil, clause: scope, sentence: sentence, index: index
        ).within(signers)
        // Goods by number are the seller's.
        if let trigger, own,
            isBought(trigger, indicator, parties, index) || amount.unit == nil && indicator == Indicator("imports")
        {
            indicator = Indicator("exports")
        }
        // "передал Кении 20 автобусов": what is given is neither bought nor sold.
        if ["exports", "freight"].contains(indicator.rawValue), unit == .plain(.count),
            document.marks(marks.gift, in: clause).contains(where: {
                indicator == Indicator("exports") || reading.isFiniteVerb($0.first)
            }), !isByContract(clause), !isPaidFor(amount, clause)
        {
            indicator = .other
        }
        var period = self.period(
            TimeAsked(
                amount: amount, indicator: indicator, nature: nature, clause: clause, sentence: sentence, index: index,
                own: own))
        // "летает семь рейсов, к концу года их станет девять": a time by which something else is to be.
        if let told = period,
            reading.dates(in: sentence).contains(where: {
                ($0.role == .deadline && $0.period == told
                    || told.to != nil && $0.period.to == told.to && isAhead(told))
                    && isOfNextStatement($0, behind: amount)
            })
        {
            period = nil
        }
        // "строительство двух блоков с вводом в 2031 году": a time that lies wholly ahead is one by which.
        if nature == .actual, let told = period, isAhead(told) {
            nature = .target
            if let end = told.to { period = Period(from: nil, to: end) }
        }
        let figure = Figure(
            indicator: indicator,
            subject: basis.item.flatMap { self.subject(of: trigger, item: $0) }
                ?? subjectRange.map { reading.nominativePhrase($0) },
            value: amount.value, valueMax: amount.valueMax, unit: unit,
            comparator: change == nil && isAtMost(amount, clause: clause) ? .lt : amount.comparator,
            measure: change == nil ? .level : .change, direction: change, nature: nature,
            period: period,
            countries: parties.countries, origin: parties.origin, destination: parties.destination,
            speaker: reading.discourse.speakers[index], evidence: [document.span(evidence)], rule: basis.rule)
        return FoundFigure(
            figure: figure, amount: amount, sentence: index, trigger: trigger, ownTrigger: own,
            isBase: bracketed(amount, sentence) != nil || isBesideInBracket(amount)
                || monthsBefore(amount, sentence: sentence) != nil
                || nature == .actual && period == nil && isStartOfMove(amount))
    }

    /// "еще 80 тыс. доз Кения приобрела": whether somebody buys, before an amount or soon behind it.
    private func isPaidFor(_ amount: Amount, _ clause: Range<Int>) -> Bool {
        let end = max(amount.core.upperBound, min(clause.upperBound, amount.core.upperBound + 5))
        return document.marks(marks.purchase, in: clause.lowerBound..<end).contains {
            $0.first < amount.core.lowerBound || reading.isFiniteVerb($0.first)
        }
    }

    /// "передал Кении 2 вертолета по контракту": whether a contract is told of.
    func isByContract(_ clause: Range<Int>) -> Bool {
        document.marks(marks.indicator, in: clause).contains { mark in
            marks.indicatorUses[mark.entry]?.contains { $0.indicator == Indicator("contracts_value") && !$0.isWeak }
                == true
        }
    }

    /// "Египет закупил": a purchase from the state that the article is about is its export.
    private func isBought(_ trigger: Trigger, _ indicator: Indicator, _ parties: Parties, _ index: Int) -> Bool {
        indicator == Indicator("imports") && parties.destination != nil && parties.origin != nil
            && (parties.origin == reading.discourse.home && isOfExports(of: parties.origin, index)
                && document.mark(at: trigger.mark.first, marks.purchase) != nil
                || parties.origin == account && ownerGets(Indicator("exports")) == false)
    }

    /// Whether what was told last, with a number or without, is the export of a state, or its own official tells of it: "вы закупаете
    /// у нас".
    private func isOfExports(of origin: CountryCode?, _ index: Int) -> Bool {
        let exports = Indicator("exports")
        if document.marks(marks.we, in: document.sentences[index]).contains(where: {
            reading.preposition(at: $0.first - 1) == "from"
        }) {
            return true
        }
        if let antecedent, index - antecedent.sentence <= 1, antecedent.trigger.use(.money)?.indicator == exports {
            return true
        }
        return lastTold(3, before: index) { Self.isGoods($0.figure.indicator) }.map {
            $0.figure.indicator == exports && $0.figure.origin == origin
        } ?? false
    }

    /// From the governing word to the amount, or the amount with what follows it up to the counted noun.
    private func evidence(_ amount: Amount, trigger: Trigger?, sentence: Range<Int>) -> Range<Int> {
        guard let trigger else { return amount.range }
        let range =
            min(trigger.mark.first, amount.range.lowerBound)..<max(trigger.mark.end, amount.range.upperBound)
        return range.count <= 40 ? range : amount.range
    }
}
