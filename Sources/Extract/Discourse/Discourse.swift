import Grammar
import Model
import Morphology

/// Who speaks where, and which states a passage is about.
///
/// What it says of each sentence is read when it is first asked for: an article without a figure and a document is never asked.
final class Discourse {
    /// By sentence: to whom what it says is attributed, nominative.
    var speakers: [String?] { attributions.speakers }
    /// By sentence: the state for which "our country" stands.
    var own: [CountryCode?] { attributions.own }
    private lazy var attributions = reading.attributions()
    /// By sentence: the states in focus, sorted; "our countries" means them.
    private(set) lazy var focus = reading.statesInFocus()

    /// Puts those in focus who met, in the sentences that tell of their encounter.
    func narrow(to pairs: [[CountryCode]?]) {
        for (index, pair) in pairs.enumerated() {
            if let pair { focus[index] = pair }
        }
    }

    /// How much the article is about each state, the first the most.
    var weights: [(code: CountryCode, weight: Int)] = []
    /// The state that the article is most about.
    var home: CountryCode?
    /// The state for which "our country" stands where no speaker says it.
    var outlet: CountryCode?
    /// The pair that the whole article is about.
    var mainPair: [CountryCode] = []
    /// The state whose journey through several others the article tells of.
    var traveller: CountryCode?
    /// Whether three states or more are of like weight, so that a passage may be of one alone.
    var isOfSeveral = false
    /// The three states or more whose officials sat down together; empty where one travels.
    var gathered: Set<CountryCode> = []
    /// A gathering of many has no home and no pair.
    var isGathering: Bool { gathered.count > 3 }

    /// It reads when all that is named has been.
    private unowned let reading: Reading

    init(_ reading: Reading) { self.reading = reading }
}

extension Reading {
    /// Finds the states that the whole article is about.
    func readDiscourse() {
        let weights = self.weights()
        discourse.weights = weights
        // One partner among several of like weight makes no pair with the first state.
        let isTwo =
            weights.count >= 2
            && (weights[1].weight * 4 >= weights[0].weight || areCompounded(weights[0].code, weights[1].code))
            && (weights.count == 2 || weights[2].weight * 4 <= weights[1].weight * 3)
        readTour(weights, isTwo: isTwo)
        discourse.home = readPair(
            weights, isTwo: isTwo,
            home: discourse.traveller ?? (discourse.isGathering ? titledAlone() : weights.first?.code))
    }

    /// How much the article is about each state: mentions, those in the title and at the head more, and its people.
    private func weights() -> [(code: CountryCode, weight: Int)] {
        var weights = CountryTally()
        func count(_ place: PlaceMention) {
            let inTitle = frame.titleTokens.contains(place.range.lowerBound)
            let isEarly = document.sentenceOf[place.range.lowerBound] < 3
            weights.add(inTitle ? 4 : isEarly ? 3 : 1, to: place.country)
        }
        for place in places
        where place.standsForState && !isAside(place) && !isInRoadName(place) && !isSigningPlace(place) {
            count(place)
        }
        for province in provinces { count(province) }
        if let subject = openingSubject() { weights.add(3, to: subject) }
        for person in people.persons {
            if let country = person.country { weights.add(2, to: country) }
        }
        // Where a dispatch is dated tells only of a state whose own people the article begins with.
        if let written = places.first(where: isDateline)?.country,
            people.persons.contains(where: { $0.country == written && document.sentenceOf[$0.first] < 3 })
        {
            weights.add(3, to: written)
        }
        // Of two alike, the one that the text names first.
        return weights.map { (code: $0.code, weight: $0.count, first: firstToken(of: $0.code)) }.sorted {
            ($1.weight, $0.first, $0.code) < ($0.weight, $1.first, $1.code)
        }.map { ($0.code, $0.weight) }
    }

    /// Where the text names a state first, or somebody of it.
    private func firstToken(of state: CountryCode) -> Int {
        min(
            places.first { $0.country == state }?.range.lowerBound ?? .max,
            provinces.first { $0.country == state }?.range.lowerBound ?? .max,
            people.persons.lazy.filter { $0.country == state }.map(\.first).min() ?? .max)
    }

    /// "Кения в прошлом году вывезла 5 млн тонн": the one state in the nominative with which the text below the title begins.
    private func openingSubject() -> CountryCode? {
        guard
            let lead = document.sentences.first(where: {
                !frame.isNoise[$0.lowerBound] && !frame.titleTokens.contains($0.lowerBound) && $0.count >= 5
            }), let first = places(in: lead).first(where: { !isAside($0) }), first.kind == .name,
            first.range.lowerBound - lead.lowerBound <= 1 || opensWithTime(lead.lowerBound..<first.range.lowerBound),
            document.word(first.range.upperBound - 1)?.can(be: .nomn) == true
        else { return nil }
        let behind = first.range.upperBound..<min(first.range.upperBound + 5, lead.upperBound)
        return behind.contains(where: isFiniteVerb) && places(in: behind).isEmpty ? first.country : nil
    }

    /// "В январе–августе 2024 года Кения продала": whether nothing but a time stands in a range.
    private func opensWithTime(_ range: Range<Int>) -> Bool {
        guard range.count <= 9 else { return false }
        let times = dates(in: range)
        return !times.isEmpty
            && range.allSatisfy { token in
                times.contains { $0.range.contains(token) } || document.word(token)?.can(be: .prep) == true
                    || document.mark(at: token, marks.indicatorFrame) != nil
            }
    }

    /// Whose journey the article tells of, and whose officials sat down together.
    private func readTour(_ weights: [(code: CountryCode, weight: Int)], isTwo: Bool) {
        discourse.isOfSeveral = weights.count >= 3 && !isTwo && weights[2].weight * 2 >= weights[1].weight
        let traveller = self.traveller()
        discourse.traveller = traveller
        discourse.gathered = traveller == nil ? gathered() : []
        // Where one of them outweighs the others, each of those deals with it.
        if discourse.gathered.isEmpty, traveller == nil, titledAlone() == nil, weights.count >= 2,
            weights[0].weight * 2 < weights[1].weight * 3
        {
            discourse.gathered = headsOfRegion()
        }
    }

    /// The pair that the whole article is about; gives the state that it is most about.
    private func readPair(
        _ weights: [(code: CountryCode, weight: Int)], isTwo: Bool, home: CountryCode?
    ) -> CountryCode? {
        let traveller = discourse.traveller
        let titled = CountrySet(
            placeSlice(frame.titleTokens).lazy.filter { $0.standsForState && !self.isAside($0) }.map(\.country))
        // A title that names two is about both, however often the text comes back to the second.
        let isTitled = titled.count == 2 && home.map(titled.contains) ?? false
        if let traveller {
            discourse.mainPair = [traveller]
        } else {
            discourse.mainPair = isTitled ? titled.sorted() : weights.prefix(isTwo ? 2 : 1).map(\.code).sorted()
        }
        if traveller == nil, let ours = outletState(of: discourse.mainPair) {
            discourse.outlet = ours
            return ours
        }
        return home
    }

    /// "Министр Кении встретился с министром Перу": whether the title or the first sentence is about the two that the article is about,
    /// by their names or by their people.
    var isHeadedByPair: Bool {
        guard discourse.mainPair.count == 2 else { return false }
        let lead = document.sentences.first {
            !frame.isNoise[$0.lowerBound] && !frame.titleTokens.contains($0.lowerBound) && endsSentence($0)
        }
        return [frame.titleTokens, lead ?? 0..<0].contains { head in
            var told = CountrySet(
                placeSlice(head).lazy.filter { $0.kind == .name && !self.isAside($0) }.map(\.country))
            told.formUnion(people.names(in: head).lazy.compactMap { self.people.persons[$0.person].country })
            return told.sorted() == discourse.mainPair
        }
    }

    /// "молдавско-германские отношения": two states told by one adjective.
    private func areCompounded(_ one: CountryCode, _ other: CountryCode) -> Bool {
        zip(places, places.dropFirst()).contains { first, second in
            first.kind == .adjective && second.kind == .adjective
                && Set([first.country, second.country]) == [one, other]
                && document.tokens[first.range.lowerBound].shape.contains(.hyphen)
                && first.range.lowerBound == second.range.lowerBound
        }
    }

    /// A passage keeps the pair that it last named; a sentence that names only a partner pairs it with the article's first state.
    func statesInFocus() -> [[CountryCode]] {
        let (weights, home, isGathering) = (discourse.weights, discourse.home, discourse.isGathering)
        // States that send somebody or weigh as much as half of the second are partners; others are named in passing.
        var partners = CountrySet(people.persons.lazy.compactMap(\.country))
        partners.formUnion(people.offices.lazy.compactMap(\.country))
        for (code, weight) in weights where weights.count > 1 && weight * 2 >= weights[1].weight {
            partners.insert(code)
        }
        partners.formUnion(discourse.gathered)
        let outset = isGathering ? [] : discourse.mainPair
        var current = outset
        /// Two others of whom a paragraph of an article on one state tells in passing.
        var aside: [CountryCode]?
        /// The states in focus before a paragraph that is of a state named in passing.
        var kept: [CountryCode]?
        /// The state with which a paragraph of an article on a gathering begins.
        var local: CountryCode?
        func follow(_ states: [CountryCode]) -> [CountryCode] {
            current = states
            return states
        }
        return document.sentences.enumerated().map { index, sentence in
            if document.tokens[sentence.lowerBound].shape.contains(.lineStart) {
                aside = nil
                local = nil
                if let before = kept {
                    current = before
                    kept = nil
                }
                if isGathering {
                    current = outset
                    local = self.topic(of: sentence)
                }
                if let home, current != discourse.mainPair || current.count == 1 || !discourse.gathered.isEmpty,
                    let next = partnerAhead(index, home: home, past: current, partners)
                {
                    current = [home, next].sorted()
                }
            }
            var named: [CountryCode] = []
            for place in placeSlice(sentence)
            where place.standsForState && !isAside(place) && !isInRoadName(place) && !isMeasuredBy(place)
                && !isLeftBehind(place) && !named.contains(place.country)
            {
                named.append(place.country)
            }
            for province in provinces(in: sentence) where !named.contains(province.country) {
                named.append(province.country)
            }
            // "Абаи и Перес обсудили двустороннюю торговлю": of the two of a gathering who are named.
            if isGathering, named.isEmpty {
                let speakers = CountrySet(people.names(in: sentence).compactMap { people.persons[$0.person].country })
                if speakers.count == 2 { current = speakers.sorted() }
            }
            if let pair = pairMetLast(in: sentence, named) { return follow(pair) }
            let topic = self.topic(of: sentence) ?? tradePartner(of: sentence, home: home)
            if let topic, !partners.contains(topic), topic != home, kept == nil { kept = current }
            let two = named.filter { partners.contains($0) || $0 == topic }
            if let pair = pairTold(at: sentence), named.allSatisfy(pair.contains) {
                current = pair
            } else if two.count == 2, let home, discourse.mainPair == [home], !two.contains(home),
                isBehindPreposition(two[0], sentence)
            {
                // "транзит между Кенией и Перу" says of the one state what it does for two others.
                aside = two.sorted()
                return document.marks(marks.pair, in: sentence).isEmpty ? current : two.sorted()
            } else if two.count == 2, discourse.mainPair.count == 2, current == discourse.mainPair,
                !two.contains(where: discourse.mainPair.contains),
                two.allSatisfy({ isBehindPreposition($0, sentence) })
                    || isBehindPreposition(two[0], sentence) && areInRow(two, sentence)
            {
                // "треть машин пойдет в Чили и на Кубу"
                return current
            } else if let aside, named.isEmpty, !document.marks(marks.pair, in: sentence).isEmpty {
                return aside
            } else if two.count == 2 {
                current = two.sorted()
            } else if isGathering, two.count == 1 {
                current = local.map { Set([$0, two[0]]).sorted() } ?? pairOfGathering(two[0], sentence, past: current)
            } else if let home, two.count == 1, two[0] != home {
                current = [home, two[0]].sorted()
            }
            return current
        }
    }

    /// "Абаи принял Переса. Премьер-министр Кении рассказал", "На встрече с перуанским лидером речь шла о торговле двух стран": of a
    /// gathering, the two of whom the paragraph has told, or the one that is named with the one that the article is most about.
    private func pairOfGathering(_ one: CountryCode, _ sentence: Range<Int>, past: [CountryCode]) -> [CountryCode] {
        if past.count == 2, past.contains(one), !document.tokens[sentence.lowerBound].shape.contains(.lineStart) {
            return past
        }
        let weights = discourse.weights
        guard !document.marks(marks.pair, in: sentence).isEmpty, weights.count >= 2, weights[0].code != one,
            weights[0].weight * 2 >= weights[1].weight * 3
        else { return [one] }
        return [weights[0].code, one].sorted()
    }

    /// "Оборот с Перу достиг 5 млн", "Перуанский чай идет через Чили": the one other state with which the first sentence of a paragraph
    /// says that there is trade.
    private func tradePartner(of sentence: Range<Int>, home: CountryCode?) -> CountryCode? {
        guard let home, document.tokens[sentence.lowerBound].shape.contains(.lineStart),
            document.isMark(sentence.upperBound - 1, "."), !document.marks(marks.indicator, in: sentence).isEmpty
        else { return nil }
        let others = placeSlice(sentence).lazy.filter { [self] place in
            (place.kind == .name || place.kind == .adjective) && place.country != home && !isAside(place)
                && !isInRoadName(place) && !isMeasuredBy(place) && !isLeftBehind(place)
                && preposition(at: place.range.lowerBound - 1) != "via"
                && people.office(around: place.range.lowerBound) == nil
        }
        return CountrySet(others.map(\.country)).only
    }

    /// "Перу занимает третье место", "С Перу торговали на 5 млн": the state with which a paragraph begins, however seldom the article
    /// names it.
    private func topic(of sentence: Range<Int>) -> CountryCode? {
        guard document.tokens[sentence.lowerBound].shape.contains(.lineStart),
            document.isMark(sentence.upperBound - 1, "."),
            let first = placeSlice(sentence.lowerBound..<min(sentence.lowerBound + 2, sentence.upperBound)).first,
            !isAside(first)
        else { return nil }
        // "Перуанский рынок невелик", "На перуанском рынке"
        if first.kind == .adjective, document.mark(at: first.range.upperBound, marks.market) != nil {
            return first.country
        }
        guard first.kind == .name else { return nil }
        if first.range.lowerBound == sentence.lowerBound {
            return document.word(first.range.upperBound - 1)?.can(be: .nomn) == true ? first.country : nil
        }
        return document.word(sentence.lowerBound)?.can(be: .prep) == true ? first.country : nil
    }

    /// "С соседом Кения торгует охотно. Оборот вырос. Кенийский экспорт достиг 5 млн, перуанский – 3 млн": the one partner whom a
    /// paragraph that begins with the article's state, or with two, names only later.
    private func partnerAhead(
        _ index: Int, home: CountryCode, past: [CountryCode], _ partners: CountrySet
    ) -> CountryCode? {
        let first = document.sentences[index]
        var end = index + 1
        while end < document.sentences.count,
            !document.tokens[document.sentences[end].lowerBound].shape.contains(.lineStart)
        {
            end += 1
        }
        guard end > index + 1 else { return nil }
        func others(in range: Range<Int>) -> CountrySet {
            CountrySet(
                placeSlice(range).lazy.filter { [self] place in
                    place.standsForState && place.country != home && !isAside(place) && !isInRoadName(place)
                        && !isMeasuredBy(place) && preposition(at: place.range.lowerBound - 1) != "via"
                }.map(\.country))
        }
        guard let next = others(in: first.lowerBound..<document.sentences[end - 1].upperBound).only,
            partners.contains(next), !past.contains(next), others(in: first).isEmpty,
            states(in: first).contains(where: { $0.country == home })
                || !document.marks(marks.pair, in: first).isEmpty
        else { return nil }
        return next
    }

    /// "между Кенией и Перу", "из Кении в Перу"
    private func isBehindPreposition(_ state: CountryCode, _ sentence: Range<Int>) -> Bool {
        places(in: sentence).first { $0.country == state }.map {
            document.word($0.range.lowerBound - 1)?.can(be: .prep) == true
        } ?? false
    }

    /// "Чили и Куба": two names with nothing but a conjunction between.
    private func areInRow(_ two: [CountryCode], _ sentence: Range<Int>) -> Bool {
        let places = places(in: sentence).filter { two.contains($0.country) }
        return zip(places, places.dropFirst()).contains { one, next in
            one.country != next.country && next.range.lowerBound - one.range.upperBound <= 2
        }
    }

    /// The one state that the title names, and not only by a town.
    private func titledAlone() -> CountryCode? {
        let titled = places(in: frame.titleTokens)
        return titled.contains { $0.kind == .name || $0.kind == .adjective } ? Set(titled.map(\.country)).only : nil
    }

    /// "Кения и Перу согласовали": the two of whom a paragraph begins to tell, whoever the article is about.
    private func pairTold(at sentence: Range<Int>) -> [CountryCode]? {
        // "КАМПАЛА." may stand before.
        let before = sentence.lowerBound > 0 ? document.sentence(of: sentence.lowerBound - 1) : sentence
        let first = before.count <= 5 ? before.lowerBound : sentence.lowerBound
        guard
            document.tokens[sentence.lowerBound].shape.contains(.lineStart)
                || document.tokens[first].shape.contains(.lineStart)
        else { return nil }
        let head = placeSlice(sentence.lowerBound..<min(sentence.lowerBound + 8, sentence.upperBound))
        // To choose the parses of a sentence costs more than all else here.
        guard head.count(where: { $0.kind == .name }) >= 2 else { return nil }
        let names = head.filter {
            $0.kind == .name
                && document.parse(at: $0.range.upperBound - 1)?.tag.grammemes.intersects([.gent, .loct]) != true
        }
        guard names.count == 2, names[0].country != names[1].country,
            names[1].range.lowerBound == names[0].range.upperBound + 1,
            document.word(names[0].range.upperBound)?.readings[0].contains(.conj) == true,
            document.word(names[0].range.lowerBound - 1)?.can(be: .prep) != true
        else { return nil }
        return names.map(\.country).sorted()
    }
}
