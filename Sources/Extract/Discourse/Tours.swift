import Grammar
import Model
import Morphology

/// Articles about several states: a journey, whose hosts each deal with the one that travels, and a gathering, where no two are
/// a pair.
extension Reading {
    /// The state whose official an article sends at its opening to two others or more: "Президент Кении побывал с официальным
    /// визитом в Перу и с рабочим – в Чили".
    ///
    /// "Президенты Кении и Перу встретились в Лиме" is no journey of one, nor is "министр Кении рассказал о школах в Перу и в
    /// Чили": between who goes and where to stands a finite verb, and one of speech tells only of what is said.
    func traveller() -> CountryCode? {
        for sentence in document.sentences.prefix(Self.openingSentences) {
            guard let (state, end) = official(in: sentence), !frame.isNoise[sentence.lowerBound] else { continue }
            let behind = end..<max(end, sentence.upperBound)
            guard document.marks(marks.speech, in: behind).isEmpty else { continue }
            var hosts: [CountryCode] = []
            var last: PlaceMention?
            for place in places(in: behind) where place.kind != .adjective && place.kind != .people {
                let isGoal = (1...2).contains { preposition(at: place.range.lowerBound - $0) == "into" }
                let isNext = last.map { isJoined($0, place) } ?? false
                guard isGoal && hasVerb(end..<place.range.lowerBound) || isNext else { continue }
                last = place
                if !hosts.contains(place.country) { hosts.append(place.country) }
            }
            if hosts.count >= 2, !hosts.contains(state) { return state }
        }
        return nil
    }

    /// The one official who stands in the nominative in a sentence, by his office or his name.
    private func official(in sentence: Range<Int>) -> (CountryCode, end: Int)? {
        if let office = people.offices(in: sentence).first(where: { office in
            document.word(office.range.lowerBound)?.can(be: .nomn) == true
                && document.word(office.range.lowerBound - 1)?.can(be: .prep) != true
        }) {
            guard !office.isPlural, let state = office.country else { return nil }
            return (state, office.range.upperBound)
        }
        guard let name = people.names(in: sentence).first(where: \.isNominative),
            let state = people.persons[name.person].country
        else { return nil }
        return (state, name.range.upperBound)
    }

    private func hasVerb(_ range: Range<Int>) -> Bool { range.contains(where: isFiniteVerb) }

    /// "в Перу и Чили", "в Перу, Чили и Кубе"
    private func isJoined(_ one: PlaceMention, _ other: PlaceMention) -> Bool {
        other.range.lowerBound == one.range.upperBound + 1
            && (document.isMark(one.range.upperBound, ",")
                || document.word(one.range.upperBound)?.parses[0].tag.grammemes.contains(.conj) == true)
    }

    /// The states, three or more, whose officials one of the first sentences brings together; empty for other articles.
    ///
    /// Ambassadors do not meet each other: each deals with the one state that they call on.
    func gathered() -> Set<CountryCode> {
        var most = CountrySet()
        for sentence in document.sentences.prefix(Self.openingSentences) where !frame.isNoise[sentence.lowerBound] {
            var states = CountrySet()
            for office in people.offices(in: sentence) where office.office != .ambassador {
                states.formUnion(office.countries)
                if office.countries.isEmpty, let country = office.country { states.insert(country) }
            }
            // "Участвовали Абаи, Кеньятта, Перес": known by their names.
            for name in people.names(in: sentence) where name.isNominative {
                if let country = people.persons[name.person].country { states.insert(country) }
            }
            if states.count > max(2, most.count) { most = states }
        }
        return Set(most)
    }

    /// The states whose heads an article on a region's meeting brings on, four or more: none is the host of the others.
    func headsOfRegion() -> Set<CountryCode> {
        let opening = document.sentences.prefix(Self.openingSentences)
        guard opening.contains(where: { !document.marks(marks.region, in: $0).isEmpty }) else { return [] }
        let heads = people.persons.filter { $0.office == .president || $0.office == .monarch }.compactMap(\.country)
        return Set(heads).count >= 4 ? Set(heads) : []
    }

    /// Sentences that say what an article is about, its title among them.
    private static let openingSentences = 4
}
