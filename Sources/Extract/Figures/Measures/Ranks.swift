import Foundation
import Grammar
import Model
import Morphology

extension FigureReader {
    /// "занимает второе место", "в пятерке крупнейших": places in an order, by the rules of the group `rank`.
    func ranks(_ hits: [RuleBook.Hit], in sentence: Range<Int>, index: Int) -> [FoundFigure] {
        // Most sentences have no such place.
        if hits.isEmpty { return goingOn(from: hits, in: sentence, index: index) }
        return rankFigures(hits, in: sentence, index: index) + further(hits, in: sentence, index: index)
            + goingOn(from: hits, in: sentence, index: index)
    }

    /// "второе – по добыче газа", "на третьем – Перу": places that go on a row of them, the word itself left out.
    private func goingOn(from hits: [RuleBook.Hit], in sentence: Range<Int>, index: Int) -> [FoundFigure] {
        let before = hits.first { $0.rule.name == "rank.place" }
        // "перечислил места, которые занимает: первое – по добыче нефти"
        let places = document.marks(marks.countFrame, in: sentence).first {
            document.word($0.first)?.can(be: [.noun, .plur]) == true && reading.value($0) == "place"
        }
        let isRow =
            before != nil || places != nil
            || recent.last { $0.figure.rule == "rank.place" }.map { index - $0.sentence <= 1 } ?? false
        guard isRow else { return [] }
        let first = before.map { $0.match.range.upperBound } ?? places?.end ?? sentence.lowerBound
        return document.marks(marks.ordinal, in: first..<sentence.upperBound).compactMap { mark in
            guard document.isDash(mark.end), let word = document.word(mark.first), word.can(be: .neut),
                !hits.contains(where: { $0.match.range.contains(mark.first) }), let value = place(mark.range)
            else { return nil }
            return rank(mark.range, ordinal: mark.range, value, "rank.place", in: sentence, index: index)
        }
    }

    /// "третий торговый партнер в мире и первый в Африке": another place of the same one.
    private func further(_ hits: [RuleBook.Hit], in sentence: Range<Int>, index: Int) -> [FoundFigure] {
        guard let partner = hits.last(where: { $0.rule.name == "rank.partner" }) else { return [] }
        let behind = partner.match.range.upperBound..<min(partner.match.range.upperBound + 8, sentence.upperBound)
        guard let mark = document.marks(marks.ordinal, in: behind).first,
            document.word(mark.first - 1)?.readings[0].contains(.conj) == true,
            document.word(mark.first)?.can(be: [.masc, .nomn]) == true,
            document.word(mark.end)?.readings[0].contains(.prep) == true, let value = place(mark.range),
            !hits.contains(where: { $0.match.range.contains(mark.first) })
        else { return [] }
        return [rank(mark.range, ordinal: mark.range, value, "rank.partner", in: sentence, index: index)]
    }

    private func rankFigures(_ hits: [RuleBook.Hit], in sentence: Range<Int>, index: Int) -> [FoundFigure] {
        hits.compactMap { hit in
            guard !reading.frame.isNoise[sentence.lowerBound], let ordinal = hit.match["o"],
                let value = place(ordinal), !countsPlaces(hit)
            else { return nil }
            return rank(hit.match.range, ordinal: ordinal, value, hit.rule.name, in: sentence, index: index)
        }
    }

    private func rank(
        _ range: Range<Int>, ordinal: Range<Int>, _ value: Decimal, _ rule: String, in sentence: Range<Int>, index: Int
    ) -> FoundFigure {
        let clause = reading.clause(around: range.lowerBound, in: sentence)
        let amount = Amount(
            range: range, core: ordinal, value: value, valueMax: nil, unit: .plain(.count), comparator: .eq,
            isScaled: false)
        let nature = self.nature(amount, clause: clause, sentence: sentence)
        // "на втором месте Чили (5 млн), на третьем – Перу (3 млн)": whose place it is stands right behind.
        let holder = self.holder(behind: range.upperBound, in: sentence)
        if let holder,
            Set(listed.values.map(\.country)).count >= 2
                || isHolder(holder, behind: range.upperBound) && onlyHome != nil
        {
            listed[ordinal.lowerBound] = holder
        } else if let place = self.holder(before: range, in: sentence) {
            listed[ordinal.lowerBound] = place
        }
        var parties =
            inRating(listed[ordinal.lowerBound], index)
            ?? nextInRanking(
                (listed[ordinal.lowerBound] ?? holder)?.country, Indicator("rank"), clause: clause, index: index)
            ?? withPartner(listed[ordinal.lowerBound] ?? holder, index)
            ?? (rule == "rank.by_size" ? bearer(of: range, in: clause) : nil)
            ?? ofMover(range, in: sentence, index)
            ?? self.parties(
                Indicator("rank"), amount: amount, trigger: nil, clause: clause, sentence: sentence, index: index)
        if document.mark(at: ordinal.lowerBound, marks.group) != nil, !isOfWorld(clause) {
            parties = ofGroup(parties, in: sentence, index)
        }
        let figure = Figure(
            indicator: Indicator("rank"), subject: nil, value: value, unit: .plain(.count), nature: nature,
            period: rankPeriod(range, in: clause), countries: parties.countries,
            speaker: reading.discourse.speakers[index],
            evidence: [document.span(range)], rule: rule)
        reading.log?.take(ordinal, .number)
        return FoundFigure(figure: figure, amount: amount, sentence: index, trigger: nil, ownTrigger: false)
    }

    /// "В тройку крупнейших партнеров Кении вошли Перу, Чили и Куба": of all that entered, and of whose partners they are.
    private func ofGroup(_ told: Parties, in sentence: Range<Int>, _ index: Int) -> Parties {
        let entered = Set(subjects(in: sentence)).union(listed.values.filter { stands($0, in: .nomn) }.map(\.country))
        guard !entered.isEmpty, pairs(in: sentence).isEmpty else { return told }
        let owner =
            told.countries.filter { !entered.contains($0) }.only
            ?? ranking.flatMap { index - $0.sentence <= 1 && !entered.contains($0.other) ? $0.other : nil }
            ?? traderAmong(sentence, index) ?? rowOwner(index) ?? ownerTold(before: index, of: Array(entered))
        guard let owner, !entered.contains(owner) else { return told }
        return Parties(countries: entered.union([owner]).sorted())
    }

    /// "Экспорт чая в Перу составил 5 млн. В тройку покупателей вошли Чили и Куба": of whom they buy, or to whom they sell.
    private func traderAmong(_ sentence: Range<Int>, _ index: Int) -> CountryCode? {
        let last = lastTold(3, before: index) { Self.isGoods($0.figure.indicator) }?.figure
        if !document.marks(marks.buyer, in: sentence).isEmpty { return last?.origin }
        return document.marks(marks.seller, in: sentence).isEmpty ? nil : last?.destination
    }

    /// "Чили продало Кении на 5 млн, сместившись с четвертого на шестое место": of those that the figure before the gerund is of.
    private func ofMover(_ range: Range<Int>, in sentence: Range<Int>, _ index: Int) -> Parties? {
        guard let last = found.last, last.sentence == index, last.amount.core.upperBound < range.lowerBound,
            case let between = last.amount.core.upperBound..<range.lowerBound, reading.places(in: between).isEmpty,
            let comma = between.last(where: { document.isMark($0, ",") }),
            document.word(comma + 1)?.parses[0].tag.grammemes.contains(.grnd) == true
        else { return nil }
        return Parties(countries: last.figure.countries)
    }

    /// "по итогам 2024 года заняло второе место": the one time that its clause tells.
    private func rankPeriod(_ range: Range<Int>, in clause: Range<Int>) -> Period? {
        let times = reading.dates(in: clause).filter {
            $0.role == .time && !isDay($0) && !isBase($0) && !isPartOfName($0) && !isSigning($0) && !isAsOf($0)
        }
        guard times.count == 1, let time = times.first else { return nil }
        let between =
            min(time.range.upperBound, range.upperBound)..<max(time.range.lowerBound, range.lowerBound)
        guard !between.contains(where: { document.isMark($0, "(") }), reading.amounts(in: between).isEmpty else {
            return nil
        }
        return time.period
    }

    /// "второе место у Перу", "второе место за Перу"
    private func isHolder(_ place: PlaceMention, behind end: Int) -> Bool {
        place.range.lowerBound == end + 1 && document.mark(at: end, marks.rankOf) != nil
    }

    /// The state of a place in a rating, where nobody is anybody's partner.
    private func inRating(_ place: PlaceMention?, _ index: Int) -> Parties? {
        let near = document.sentences[max(0, index - 1)].lowerBound..<document.sentences[index].upperBound
        guard let place, !document.marks(marks.rating, in: near).isEmpty else { return nil }
        return Parties(countries: [place.country])
    }

    /// "на втором месте Перу (5 млн), на третьем – Чили": with the state of the article, as its own figure tells.
    private func withPartner(_ place: PlaceMention?, _ index: Int) -> Parties? {
        guard let place, let home = reading.discourse.home, place.country != home else { return nil }
        let own = found.last {
            $0.sentence == index && $0.figure.countries == [home, place.country].sorted()
                && $0.figure.indicator != Indicator("rank")
        }
        return own.map { Parties(countries: $0.figure.countries) }
    }

    /// "Чили – четвертая по численности населения страна региона": the state that the words are said of, and nobody's partner.
    private func bearer(of range: Range<Int>, in clause: Range<Int>) -> Parties? {
        let before = clause.lowerBound..<max(clause.lowerBound, range.lowerBound)
        return reading.places(in: before).last { $0.kind == .name && stands($0, in: .nomn) }
            .map { Parties(countries: [$0.country]) }
    }

    /// "Перу (88-е место)", "Чили – на 47-м месте": the state right before a place.
    private func holder(before range: Range<Int>, in sentence: Range<Int>) -> PlaceMention? {
        let floor = max(sentence.lowerBound, range.lowerBound - 4)
        guard let place = reading.places(in: floor..<range.lowerBound).last, place.kind == .name else { return nil }
        let between = place.range.upperBound..<range.lowerBound
        guard between.contains(where: { document.isDash($0) || document.isMark($0, "(") }) else { return nil }
        return between.allSatisfy {
            document.isDash($0) || document.isMark($0, "(") || document.word($0)?.can(be: .prep) == true
        } ? place : nil
    }

    /// The first state in the nominative behind a place, before any amount: "на первом месте по числу поездок оказалась Кения (5 млн)".
    private func holder(behind end: Int, in sentence: Range<Int>) -> PlaceMention? {
        let next =
            reading.amounts(in: end..<max(end, sentence.upperBound)).first?.range.lowerBound ?? sentence.upperBound
        let limit = max(end, min(end + 10, next, sentence.upperBound))
        return reading.places(in: end..<limit).first {
            $0.kind == .name && (stands($0, in: .nomn) || isHolder($0, behind: end))
        }
    }

    /// "4720 мест в вузах": seats, of which there are many.
    private func countsPlaces(_ hit: RuleBook.Hit) -> Bool {
        guard hit.rule.name == "rank.place", let noun = document.word(hit.match.range.upperBound - 1) else {
            return false
        }
        // "рассчитана на 1224 места", but "занимает 3 место"
        if let number = hit.match["o"], document.mark(at: number.lowerBound, marks.ordinal) == nil, number.count == 1,
            noun.can(be: [.noun, .nomn, .plur])
        {
            return true
        }
        return !noun.can(be: .sing)
    }

    private func place(_ range: Range<Int>) -> Decimal? {
        for kind in [marks.ordinal, marks.group, marks.number] {
            if let mark = document.mark(at: range.lowerBound, kind) { return Decimal(string: reading.value(mark)) }
        }
        return reading.integer(range.lowerBound).map { Decimal($0) }
    }
}
