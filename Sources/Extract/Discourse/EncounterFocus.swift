import Grammar
import Model

/// In a report on several encounters, the two who met are the states of which what follows tells.
extension Reading {
    /// "Абаи принял Переса. Товарооборот вырос вдвое. Затем он встретился с Сото. Экспорт достиг…": by sentence the two states of the
    /// encounter told last in it or right before it in its paragraph, where the article tells of several pairs; nil elsewhere.
    func pairsMet(_ meetings: [Meeting]) -> [[CountryCode]?] {
        var pairs: [[CountryCode]?] = Array(repeating: nil, count: document.sentences.count)
        let talks = meetings.filter {
            ($0.kind == .talks || $0.kind == .call) && $0.countries.count == 2 && $0.orgs.isEmpty
        }
        guard Set(talks.map(\.countries)).count > 1 else { return pairs }
        let told = pairsTold(talks)
        var last: (pair: [CountryCode], sentence: Int)?
        var named: Set<CountryCode> = []
        for (index, sentence) in document.sentences.enumerated() {
            if document.tokens[sentence.lowerBound].shape.contains(.lineStart) { (last, named) = (nil, []) }
            let states = statesNamed(in: sentence)
            named.formUnion(states)
            if let pair = told[index] {
                last = pair.isEmpty ? nil : (pair, index)
            } else if let met = last, index - met.sentence > Self.reachOfEncounter || !states.isSubset(of: met.pair) {
                last = nil
            }
            // Where the paragraph names others, one of the two has to be among them; on a journey whoever travels is one.
            guard let pair = last?.pair, named.isSubset(of: pair) || !named.isDisjoint(with: partners(in: pair)),
                discourse.traveller.map(pair.contains) ?? true
            else { continue }
            pairs[index] = pair
        }
        return pairs
    }

    /// By sentence the pair of the encounter whose words begin last in it; empty where two begin together.
    private func pairsTold(_ talks: [Meeting]) -> [Int: [CountryCode]] {
        var told: [Int: (start: Int, pair: [CountryCode])] = [:]
        for meeting in talks {
            for span in meeting.evidence {
                let index = sentenceIndex(atScalar: span.start)
                guard !frame.isNoise[document.sentences[index].lowerBound] else { continue }
                if let other = told[index], other.start > span.start { continue }
                let isTie = told[index].map { $0.start == span.start && $0.pair != meeting.countries } ?? false
                told[index] = (span.start, isTie ? [] : meeting.countries)
            }
        }
        return told.mapValues(\.pair)
    }

    /// "Абаи беседовал с президентами Перу и Чили, затем с премьером Кубы", "Абаи встретился с главой Еврокомиссии": whoever meets several
    /// one after the other, and the last of them; alone where the other side is no state.
    func pairMetLast(in sentence: Range<Int>, _ named: [CountryCode]) -> [CountryCode]? {
        let names = people.names(in: sentence)
        guard let subject = names.first(where: \.isNominative), let own = people.persons[subject.person].country,
            !document.marks(marks.encounters.meet, in: sentence).isEmpty
                || !document.marks(marks.encounters.confer, in: sentence).isEmpty
                || !document.marks(marks.encounter, in: sentence).isEmpty
        else { return nil }
        let others = names.filter { $0.range.lowerBound > subject.range.upperBound }
        if named.allSatisfy({ $0 == own }), let other = others.first, others.count == 1,
            case let person = people.persons[other.person], person.country == nil, person.organisation != nil,
            discourse.home == own
        {
            return [own]
        }
        let told =
            others.map { (at: $0.range.lowerBound, state: people.persons[$0.person].country) }
            + people.offices(in: sentence).filter { $0.range.lowerBound > subject.range.upperBound }
            .map { (at: $0.range.lowerBound, state: $0.country) }
        let met = told.sorted { $0.at < $1.at }.compactMap(\.state).filter { $0 != own }
        // "с министрами Перу и Чили" is one meeting of three.
        guard let last = met.last, Set(met).count >= 2,
            document.marks(marks.with, in: subject.range.upperBound..<sentence.upperBound).count >= 2,
            named.allSatisfy({ $0 == own || met.contains($0) })
        else {
            return nil
        }
        return [own, last].sorted()
    }

    /// Those of a pair who are not the state that the article is about.
    private func partners(in pair: [CountryCode]) -> [CountryCode] { pair.filter { $0 != discourse.home } }

    private func statesNamed(in sentence: Range<Int>) -> Set<CountryCode> {
        Set(placeSlice(sentence).lazy.filter { [self] in $0.standsForState && !isAside($0) }.map(\.country))
    }

    /// Sentences behind one that tells an encounter, which tell of what was said there.
    private static let reachOfEncounter = 3
}
