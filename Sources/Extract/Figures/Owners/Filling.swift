import Grammar
import Model
import Morphology

/// Whose a figure is of which its own words name no state: the one rule of who may be put in.
///
/// What the clause names, what its noun depends on, the list or the account that it goes on with have been asked before.
extension FigureReader {
    /// Of what stands or grows somewhere the one state where it does, as far as that is told; of what two do together the pair
    /// that the passage is about.
    func filled(_ indicator: Indicator, clause: Range<Int>, focus: [CountryCode], index: Int) -> [CountryCode] {
        guard pairs(in: clause).isEmpty else { return focus }
        if let same = ofSameWorks(indicator, clause, index) { return same }
        if Self.isPlaced(indicator) {
            // "Мы добываем 5 млн тонн угля", says an official.
            if let own = reading.discourse.own[index], !document.marks(marks.we, in: clause).isEmpty { return [own] }
            if let land = landBefore(clause, index) ?? builtFor(indicator, clause, index) { return [land] }
        }
        if Self.isPlaced(indicator) || indicator == Indicator("projects_value"),
            let land = paragraphLand(clause, index)
        {
            return [land]
        }
        // "Население Кении – 50 млн человек, средняя зарплата выросла на 9%"
        if let last = found.last, last.sentence == index, let one = last.figure.countries.only,
            last.figure.origin == nil, last.figure.destination == nil,
            Self.isYield(indicator) || indicator == .other
                // "Урожай превысил 17 млн тонн, четверть посевов отдана под рис"
                || indicator == .share && !isOfTrade(clause)
        {
            return [one]
        }
        // "Кения отправит в Перу газ. Добыча составила 5 млрд кубометров": who sells it digs it.
        if indicator == Indicator("energy"), !document.marks(marks.extraction, in: clause).isEmpty,
            let seller = lastTold(2, before: index, where: { $0.figure.indicator == indicator })?.figure.origin
        {
            return [seller]
        }
        // A harvest is one state's, whoever buys of it.
        if Self.isYield(indicator), focus.count == 2, let home = reading.discourse.home, focus.contains(home) {
            return [home]
        }
        // Of one that the text names only later, in passing, nobody has told yet.
        if let only = focus.only, !isMentioned(only, by: index), !isWritten(in: only) { return [] }
        return focus
    }

    /// Whether a dispatch was written in a state, or opens with a firm of it.
    private func isWritten(in state: CountryCode) -> Bool {
        reading.places.contains { $0.country == state && reading.isDateline($0) }
            || reading.firms.contains { $0.country == state }
    }

    /// Of one state that is named, the pair that it makes in the passage; alone where a region stands on the other side, or where
    /// the other one is told of only later, with a number of its own.
    func partnered(_ only: CountryCode, clause: Range<Int>, focus: [CountryCode]) -> [CountryCode] {
        guard pairs(in: clause).isEmpty, let other = focus.first(where: { $0 != only }) else { return focus }
        return regionSign(in: clause) != nil || isNamedOnlyBehind(other, clause) ? [only] : focus
    }

    /// "Ставка составит 5%": what no word measures and no state is named for is of no state's ledger.
    func isOfNobody(_ indicator: Indicator, _ clause: Range<Int>) -> Bool {
        indicator == .other && pairs(in: clause).isEmpty && !speaksOfOwn(clause) && cities(in: clause).isEmpty
            && !isOfTrade(clause)
    }

    /// "Фонд выделит Кении заем на достройку плотины. Мощность станции составит 20 МВт": what is built with a loan stands where the
    /// money goes.
    private func builtFor(_ indicator: Indicator, _ clause: Range<Int>, _ index: Int) -> CountryCode? {
        guard Self.isBuilt(indicator),
            indicator != Indicator("freight") || !document.marks(marks.facility, in: clause).isEmpty,
            let loan = lastTold(
                Self.buildingReach, before: index,
                where: {
                    $0.figure.indicator == Indicator("finance")
                        && !document.marks(marks.loan, in: document.sentences[$0.sentence]).isEmpty
                        || $0.figure.indicator == Indicator("investment") && $0.figure.origin == nil
                            && !document.marks(marks.lender, in: document.sentences[$0.sentence]).isEmpty
                })
        else { return nil }
        return loan.figure.destination
    }

    /// "По дороге Лима – Момбаса перевезли 5 млн тонн. Пропускная способность линии вырастет вдвое", "ее стоимость – 3 млн": of those of
    /// whom the figure before told, where it is of the same thing.
    private func ofSameWorks(_ indicator: Indicator, _ clause: Range<Int>, _ index: Int) -> [CountryCode]? {
        guard Self.isOfWorks(indicator) || indicator == .other, cities(in: clause).isEmpty, let last = found.last,
            index - last.sentence <= 1, !last.figure.countries.isEmpty, last.figure.origin == nil,
            last.figure.destination == nil, Self.isOfWorks(last.figure.indicator)
        else { return nil }
        let isSame = isSameParagraph(index, last.sentence)
        let told = document.sentences[last.sentence].lowerBound..<clause.lowerBound
        let again = clause.contains { token in
            if isSame, document.mark(at: token, marks.theirs) != nil { return true }
            guard let noun = document.mark(at: token, marks.works), document.word(token)?.can(be: .sing) == true,
                document.marks(marks.works, in: told).contains(where: { reading.value($0) == reading.value(noun) })
            else { return false }
            return document.mark(at: token - 1, marks.agreements.told) != nil
                || isSame && document.word(token - 1)?.readings[0].contains(.adjf) != true
                    && reading.places(in: max(clause.lowerBound, token - 2)..<token).isEmpty
        }
        return again ? last.figure.countries : nil
    }

    /// "Кенийский чай покупает Перу. Речь идет о 5 млн долларов": of those in focus, where the sentence right before named just them.
    func ofSentenceBefore(_ it: Told) -> [CountryCode] {
        guard it.index > 0, isSameParagraph(it.index, it.index - 1) else { return [] }
        let before = document.sentences[it.index - 1]
        // "Победителю дадут 5 млн" goes on with nothing.
        let goesOn =
            it.amount.unit.map { !it.amount.isMoney && $0 != .plain(.count) } ?? false
            || document.marks(marks.anaphor, in: it.sentence).contains { $0.first == it.sentence.lowerBound }
            || document.marks(marks.topic, in: it.sentence).contains { $0.first == it.sentence.lowerBound }
        guard goesOn else { return [] }
        let named = Set(
            reading.places(in: before).filter {
                $0.standsForState && !reading.isAside($0) && !isAttribution($0, before)
            }
            .map(\.country))
        return named == Set(it.focus) ? it.focus : []
    }

    /// What a state has from its land and its people alone.
    private static func isYield(_ indicator: Indicator) -> Bool {
        ["agriculture", "gdp"].contains(indicator.rawValue)
    }

    /// What is somewhere, and so may be of the state that the words before told to have it.
    private static func isPlaced(_ indicator: Indicator) -> Bool {
        isYield(indicator) || ["infrastructure", "jobs", "freight", "energy", "other"].contains(indicator.rawValue)
    }

    /// What works are measured by.
    private static func isBuilt(_ indicator: Indicator) -> Bool {
        ["infrastructure", "energy", "freight", "people"].contains(indicator.rawValue)
    }

    /// Sentences over which works are still those for which money was told.
    private static let buildingReach = 3
}
