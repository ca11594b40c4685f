import Grammar
import Model
import Morphology

/// Whose documents a passage tells of where they do not say it: those at the summit, in the room, in the pair.
extension AgreementReader {
    /// The one state that the article is about, where it is about that and an organisation.
    func partner(of orgs: [String]) -> [CountryCode] {
        guard summit == nil, reading.discourse.mainPair.count == 1, let home = reading.discourse.home else { return [] }
        return orgs.allSatisfy(isHome) ? [home] : []
    }

    /// Whether the article is about an organisation: its first sentences name it.
    private func isHome(_ org: String) -> Bool {
        let head = document.sentences.prefix(2)
        guard let first = head.first, let last = head.last else { return false }
        return document.marks(reading.marks.organisation, in: first.lowerBound..<last.upperBound)
            .contains { reading.value($0) == org }
    }

    /// "Банк даст Армении заем. Соответствующее соглашение подпишут": whoever the sentences right before tell of.
    func due(_ mention: DocumentMention) -> AgreementParties? {
        guard mention.sentence > 0,
            (mention.phrase..<mention.noun).contains(where: { document.mark(at: $0, marks.due) != nil })
        else { return nil }
        for sentence in document.sentences[max(0, mention.sentence - Self.reachOfDue)..<mention.sentence].reversed() {
            let before = actors(in: [sentence]) { _ in false }
            if !before.isEmpty { return before.count == 2 ? told(before.countries, before.orgs) : nil }
        }
        return nil
    }

    private static let reachOfDue = 2

    /// "меморандум между службами трех государств": as many as it says, of those who were last told together.
    func sides(of mention: DocumentMention, in sentence: Range<Int>) -> [CountryCode]? {
        let words = sentence.lowerBound..<mention.title.upperBound
        guard let mark = document.marks(marks.sides, in: words).last, let count = Int(reading.value(mark)) else {
            return nil
        }
        let reach = max(0, mention.sentence - Self.reachOfSides)
        for index in stride(from: mention.sentence, through: reach, by: -1) {
            for group in [assemblies[index]?.countries, row(index), companies[index]?.countries] {
                if let group, group.count == count { return group }
            }
        }
        return nil
    }

    private static let reachOfSides = 30

    /// "Участники одобрили коммюнике": all who met at what was told last, when they are more than two.
    func participants(of mention: DocumentMention, in sentence: Range<Int>) -> AgreementParties? {
        guard
            document.marks(marks.participant, in: sentence.lowerBound..<mention.phrase).contains(where: {
                document.word($0.first)?.can(be: .nomn) == true
            })
        else { return nil }
        let here = document.span(sentence).start
        let met = meetings.last {
            $0.status == .held && [.talks, .session, .summit].contains($0.kind) && $0.evidence[0].start < here
        }
        guard let met, met.countries.count + met.orgs.count > 2 else { return nil }
        return AgreementParties(countries: met.countries, orgs: met.orgs)
    }

    /// "После переговоров подписали": of those who met last, if the talks belong to the news.
    func outcome(of mention: DocumentMention, in sentence: Range<Int>) -> AgreementParties? {
        guard let mark = document.marks(marks.outcome, in: sentence.lowerBound..<mention.phrase).first,
            !document.marks(reading.marks.encounter, in: mark.first..<min(mention.phrase, mark.end + 2)).isEmpty
        else { return nil }
        let here = document.span(sentence)
        let told = meetings.filter {
            $0.status == .held && [.talks, .session].contains($0.kind) && $0.evidence[0].start < here.start
                && $0.countries.count + $0.orgs.count >= 2
                && !($0.date.map { isPast($0, sentence: mention.sentence) } ?? false)
        }
        // The one that the sentence speaks of, which need not be what was told last.
        let met = told.last { $0.evidence.contains { $0.start >= here.start && $0.end <= here.end } } ?? told.last
        return met.map { AgreementParties(countries: $0.countries, orgs: $0.orgs) }
    }

    /// Whose affairs a passage tells: all who meet at the summit that the article is about, the officials that a sentence
    /// before has named together, or the pair.
    func context(_ sentence: Int) -> AgreementParties {
        if let summit { return apart(sentence) ?? summit }
        for index in stride(from: sentence, through: max(0, sentence - Self.reachOfContext), by: -1) {
            if let leaders = assemblies[index] { return leaders }
            if let row = row(index) { return AgreementParties(countries: row) }
            if sentence - index <= Self.reachOfLeague, let league = league(index) { return league }
            if let pair = pair(index), index == sentence || !isAside(pair) { return AgreementParties(countries: pair) }
            if let company = companies[index] { return company }
            if index == sentence, let pair = pairOfVisit(index) { return AgreementParties(countries: pair) }
        }
        return homeLeague ?? AgreementParties(countries: reading.discourse.focus[sentence])
    }

    /// In an article on a summit: those two whose talks the paragraph has told of before a sentence, which speaks of no summit.
    private func apart(_ index: Int) -> AgreementParties? {
        let sentence = document.sentences[index]
        let first = stride(from: index, through: max(0, index - Self.reachOfTalks), by: -1).first {
            document.tokens[document.sentences[$0].lowerBound].shape.contains(.lineStart)
        }
        guard let first, first > 0, !isOfAssembly(sentence) else { return nil }
        let paragraph = document.span(document.sentences[first].lowerBound..<sentence.upperBound)
        let here = document.span(sentence).start
        // Of its own sentence the talks alone: "поблагодарил за визит в январе, когда был подписан договор".
        let met = meetings.last { meeting in
            meeting.evidence.contains {
                $0.start >= paragraph.start && $0.start < (meeting.kind == .talks ? paragraph.end : here)
            }
        }
        guard let met, met.kind == .talks, met.countries.count == 2, met.orgs.isEmpty else { return nil }
        return AgreementParties(countries: met.countries)
    }

    /// Sentences of a paragraph within which talks of two tell whose its documents are.
    private static let reachOfTalks = 12

    /// Whether a sentence tells of an assembly, its participants or an organisation.
    private func isOfAssembly(_ sentence: Range<Int>) -> Bool {
        document.marks(reading.marks.encounter, in: sentence).contains { Self.isSummit(reading.value($0)) }
            || document.marks(marks.participant, in: sentence).contains {
                document.word($0.first)?.can(be: .nomn) == true
            }
            || !document.marks(reading.marks.organisation, in: sentence).isEmpty
    }

    /// The state and the organisation that the article opens with, of which a lender has no more than its loan.
    var homeLeague: AgreementParties? {
        let opening = document.sentences.indices.prefix(3)
        guard let index = opening.first(where: { league($0) != nil }),
            document.marks(reading.marks.lender, in: document.sentences[index]).isEmpty
        else { return nil }
        return league(index)
    }

    /// "Индонезия и ЕАЭС завершили переговоры": a state and an organisation that a sentence begins with.
    private func league(_ index: Int) -> AgreementParties? {
        let sentence = document.sentences[index]
        let opening = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.opening)
        for body in document.marks(reading.marks.organisation, in: opening) {
            for place in reading.places(in: opening) where place.kind == .name {
                let isFirst = place.range.upperBound + 1 == body.first && isConjunction(body.first - 1)
                // "союз (ЕАЭС) и Иран"
                let end = document.isMark(body.end, ")") ? body.end + 1 : body.end
                let isSecond = end + 1 == place.range.lowerBound && isConjunction(end)
                guard isFirst || isSecond, document.word(place.range.lowerBound)?.can(be: .nomn) == true else {
                    continue
                }
                return AgreementParties(countries: [place.country], orgs: [reading.value(body)])
            }
        }
        return nil
    }

    private static let opening = 10
    private static let reachOfLeague = 1

    /// No article goes on for so many sentences with whom it told of last.
    private static let reachOfContext = 100

    /// By sentence that tells of talks: who meets there, be the host named only before: "там он провел переговоры с президентом Грузии".
    static func companies(_ reading: Reading, _ meetings: [Meeting]) -> [Int: AgreementParties] {
        var companies: [Int: AgreementParties] = [:]
        for meeting in meetings where meeting.status == .held {
            // A summit that is told by who is there: "к беседе присоединился президент".
            let isOfNamed =
                meeting.kind == .summit && meeting.orgs.isEmpty
                && Set(meeting.participants.compactMap(\.country)) == Set(meeting.countries)
            guard isOfNamed || [.talks, .session, .call].contains(meeting.kind) else { continue }
            let isOfStates = meeting.countries.count >= 2 && meeting.orgs.isEmpty
            // "принял президента ЕБРР": one state and one organisation.
            let isOfBody = meeting.countries.count == 1 && meeting.orgs.count == 1
            guard isOfStates || isOfBody, let evidence = meeting.evidence.first else { continue }
            let index = reading.sentenceIndex(atScalar: evidence.start)
            // "В Душанбе прошло заседание министров СНГ": who only gives the room adopts nothing.
            let isRoom =
                isOfBody && meeting.kind == .session && meeting.host == meeting.countries[0]
                && !meeting.participants.contains { $0.country == meeting.host }
            companies[index] = AgreementParties(countries: isRoom ? [] : meeting.countries, orgs: meeting.orgs)
        }
        return companies
    }

    /// Three states or more that a sentence names in a row: "президенты Грузии, Армении и Ирана".
    func row(_ index: Int) -> [CountryCode]? {
        var row: [CountryCode] = []
        var end = 0
        var isWhere = false
        func isRow() -> Bool { !isWhere && row.count >= 3 && Set(row).count >= 3 }
        for place in reading.places(in: document.sentences[index]) where place.kind == .name && !isInBrackets(place) {
            let isNext = (end..<place.range.lowerBound).allSatisfy { document.isMark($0, ",") || isConjunction($0) }
            if !row.isEmpty, !isNext || place.range.lowerBound == end {
                if isRow() { break }
                row = []
            }
            // "побывает в Грузии, Армении и Иране", "посетит Грузию, Армению и Иран"
            if row.isEmpty { isWhere = isLocation(place) || isGoal(place) }
            row.append(place.country)
            end = place.range.upperBound
        }
        return isRow() ? Set(row).sorted() : nil
    }

    /// "посетит Грузию": an accusative alone, which is where one goes.
    private func isGoal(_ place: PlaceMention) -> Bool {
        guard let word = document.word(place.range.lowerBound) else { return false }
        return word.can(be: .accs) && !word.can(be: .nomn) && !word.can(be: .gent)
    }

    /// "(в том числе Монголии и Ирана)": named by the way.
    func isInBrackets(_ place: PlaceMention) -> Bool {
        let sentence = document.sentence(of: place.range.lowerBound)
        let before = sentence.lowerBound..<place.range.lowerBound
        guard let opens = before.last(where: { document.isMark($0, "(") }) else { return false }
        return !(opens..<place.range.lowerBound).contains { document.isMark($0, ")") }
    }

    /// The two states that a sentence names or whose officials it names, when they are two.
    private func pair(_ index: Int) -> [CountryCode]? {
        if let known = pairs[index] { return known }
        let pair = pairTold(index)
        pairs[index] = .some(pair)
        return pair
    }

    private func pairTold(_ index: Int) -> [CountryCode]? {
        let sentence = document.sentences[index]
        if reading.frame.titleTokens.contains(sentence.lowerBound) { return nil }
        let places = reading.states(in: sentence).filter {
            !isWitness($0.range.lowerBound) && !isLanguage($0) && !isInBrackets($0)
                && !isLocation($0) && document.mark(at: $0.range.lowerBound, marks.seat) == nil
        }
        var named = Set(places.map(\.country))
        if named.count < 2, reading.discourse.focus[index].count < 2 {
            named.formUnion(
                reading.people.names(in: sentence)
                    .filter { !isWitness($0.range.lowerBound) && reading.people.persons[$0.person].level != nil }
                    .compactMap { reading.people.persons[$0.person].country })
        }
        return named.count == 2 ? named.sorted() : nil
    }

    /// "По итогам визита премьера Ирана в Грузию подписан договор": who travels and where, when nobody else is named.
    private func pairOfVisit(_ index: Int) -> [CountryCode]? {
        let sentence = document.sentences[index]
        guard
            let visit = document.marks(reading.marks.encounter, in: sentence).first(where: {
                reading.value($0) == "visit"
            }),
            let goal = reading.states(in: sentence).first(where: { $0.range.lowerBound >= visit.end && isLocation($0) })
        else { return nil }
        let states = reading.states(in: sentence).filter { !isWitness($0.range.lowerBound) }.map(\.country)
        let persons = reading.people.names(in: sentence).compactMap { reading.people.persons[$0.person].country }
        let named = Set(states + persons)
        return named.count == 2 && named.contains(goal.country) ? named.sorted() : nil
    }

    /// Two states that are neither of those whom the article is about: "коснулись отношений Кипра с Францией".
    private func isAside(_ pair: [CountryCode]) -> Bool {
        let main = reading.discourse.mainPair
        return main.count == 2 && Set(pair).isDisjoint(with: main)
    }

    /// Those who meet at the summit that the article opens with: its organisation, else the states whose leaders are named,
    /// three or more of them together.
    static func summit(_ reading: Reading, _ meetings: [Meeting], assemblies: [Int: AgreementParties])
        -> AgreementParties?
    {
        let document = reading.document
        let sentences = document.sentences.filter { !reading.frame.isNoise[$0.lowerBound] }
        for (index, sentence) in sentences.prefix(4).enumerated() {
            let marks = document.marks(reading.marks.encounter, in: sentence)
            // "Консультативная встреча": the longer word.
            let encounters = marks.filter { mark in
                !marks.contains { $0 != mark && $0.first <= mark.first && $0.end >= mark.end }
            }
            if encounters.contains(where: { reading.value($0) == "talks" }) { continue }
            for mark in encounters where isSummit(reading.value(mark)) && !isAside(mark, reading) {
                let isSession = reading.value(mark) == "session"
                let near = isSession ? mark.first..<min(sentence.upperBound, mark.end + 8) : sentence
                if let org = document.marks(reading.marks.organisation, in: near).first(where: {
                    // "на саммите подпишут договор о создании союза"
                    !isFounded($0, reading)
                }) {
                    return AgreementParties(orgs: [reading.value(org)])
                }
                // "Главы правительств стран СНГ по итогам заседания подписали"
                if isSession, let org = members(in: sentence.lowerBound..<mark.first, reading) {
                    return AgreementParties(orgs: [org])
                }
                // "Лидеры стран ШОС подписали декларацию. Саммит проходит в Астане."
                if !isSession, index > 0, let org = members(in: sentences[index - 1], reading) {
                    return AgreementParties(orgs: [org])
                }
                // "саммит «Россия – Африка»": of the states those that the text has taking part, be it the host alone.
                let start = document.span(sentence)
                if index < 2, !isSession,
                    let met = meetings.first(where: {
                        $0.kind == .summit && $0.orgs.isEmpty && !$0.countries.isEmpty
                            && $0.evidence[0].start >= start.start && $0.evidence[0].end <= start.end
                    }), met.countries.count == 1
                {
                    return AgreementParties(countries: met.countries, isTold: true)
                }
                guard !isSession, !assemblies.isEmpty else { continue }
                let leaders = reading.people.persons.filter(\.isLeader)
                let countries = Set(leaders.compactMap(\.country)).sorted()
                if countries.count >= 3 { return AgreementParties(countries: countries) }
            }
        }
        return nil
    }

    private static func isSummit(_ kind: String) -> Bool { kind == "summit" || kind == "session" }

    /// "на полях саммита": the article tells of something beside it.
    private static func isAside(_ mark: Mark, _ reading: Reading) -> Bool {
        let before = max(0, mark.first - 4)..<mark.first
        return reading.document.marks(reading.marks.agreements.beside).contains { before.contains($0.first) }
    }

    /// By sentence that names officials of three or more states: those states.
    static func assemblies(_ reading: Reading) -> [Int: AgreementParties] {
        var found: [Int: AgreementParties] = [:]
        for (index, sentence) in reading.document.sentences.enumerated() {
            var countries: [CountryCode] = []
            for name in reading.people.names(in: sentence) where !isWitness(name.range.lowerBound, reading) {
                if let country = reading.people.persons[name.person].country, !countries.contains(country) {
                    countries.append(country)
                }
            }
            if countries.count >= 3 { found[index] = AgreementParties(countries: countries.sorted()) }
        }
        return found
    }
}
