import Grammar
import Model
import Morphology

/// What several states have in common: a line, a work, the ends that cargo goes between.
extension FigureReader {
    /// Whether a figure of an article about a road of three is all three's.
    func isCommon(_ indicator: Indicator, _ named: [CountryCode], _ clause: Range<Int>) -> Bool {
        if !document.marks(marks.triple, in: clause).isEmpty { return true }
        // "до перуанских портов": where it leads to.
        let areEnds = reading.places(in: clause).allSatisfy {
            !named.contains($0.country) || governor(of: $0.range.lowerBound, in: clause) != nil
        }
        guard named.isEmpty || areEnds && indicator == Indicator("freight"),
            document.marks(marks.own, in: clause).isEmpty, cities(in: clause).isEmpty
        else { return false }
        return Self.isOfWorks(indicator) || ["agreements_count", "jobs"].contains(indicator.rawValue)
    }

    /// Whether the paragraph has begun with figures of some of the three alone: "Хаб на границе обойдется в 5 млн. Он даст работу".
    func isOfFewer(_ index: Int) -> Bool {
        var first = index
        while first > 0, !document.tokens[document.sentences[first].lowerBound].shape.contains(.lineStart) {
            first -= 1
        }
        guard let told = recent.first(where: { $0.sentence >= first }) else { return false }
        return !told.figure.countries.isEmpty && Set(told.figure.countries).isStrictSubset(of: commonRoute)
    }

    /// "по коридору, который через Каспий связывает Кению с Перу, Чили и Мексикой": the states that a route is told to link, before any
    /// amount.
    func linked(around clause: Range<Int>) -> [CountryCode] {
        let sentence = document.sentence(of: clause.lowerBound)
        guard let link = document.marks(marks.routeLinks, in: sentence).first else { return [] }
        let next = reading.amounts.first { $0.range.lowerBound >= link.end }?.range.lowerBound ?? sentence.upperBound
        let end = min(sentence.upperBound, next, link.end + Self.wordsOfLinked)
        return Set(reading.places(in: link.end..<max(link.end, end)).filter { $0.kind == .name }.map(\.country))
            .sorted()
    }

    /// Whose cargo carried through a state, its port or its stretch of a line is; nil when both ends count.
    func whereCarried(_ named: [CountryCode], clause: Range<Int>, focus: [CountryCode]) -> [CountryCode]? {
        // "через погранпереход прошло 2 млн тонн": of those on both sides of the border.
        if !document.marks(marks.borderPost, in: clause).isEmpty, focus.count == 2,
            (named + cities(in: clause)).allSatisfy(focus.contains)
        {
            return focus
        }
        let linked = linked(around: clause)
        if linked.count >= 2 { return linked }
        let line = route(in: clause)
        if line.count >= 2, line.count > named.count { return Set(named + line).sorted() }
        let passed = self.passed(in: clause)
        // "из Кении в Перу через Чили": of both ends and of those between.
        let ends = Set(named).subtracting(passed)
        if !passed.isEmpty, ends.count >= 2, areEnds(ends, clause) { return ends.union(passed).sorted() }
        if !passed.isEmpty, reading.discourse.mainPair.count == 1 || named.allSatisfy(passed.contains),
            pairs(in: clause).isEmpty
        {
            return passed.sorted()
        }
        guard !document.marks(marks.facility, in: clause).isEmpty else { return nil }
        let cities = self.cities(in: clause)

        if named.count == 1 { return Set(named + cities).sorted() }
        return named.isEmpty && cities.count == 1 ? cities : nil
    }

    /// "контейнерооборот Кении и Перу", "между Кенией и Перу", "из Кении в Перу": two states between which something is carried.
    private func areEnds(_ states: Set<CountryCode>, _ clause: Range<Int>) -> Bool {
        let places = reading.places(in: clause).filter { $0.kind == .name && states.contains($0.country) }
        return zip(places, places.dropFirst()).contains { one, two in
            guard one.country != two.country else { return false }
            let isRow = isInRow(one, of: [two])
            return isRow
                || governor(of: one.range.lowerBound, in: clause) == "from"
                    && governor(of: two.range.lowerBound, in: clause) == "to"
        }
    }
}
