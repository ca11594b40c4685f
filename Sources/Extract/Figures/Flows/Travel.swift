import Grammar
import Model
import Morphology

/// A clause that tells of travellers.
struct TravelClause {
    /// The states that the clause names for them.
    let named: [CountryCode]
    let clause: Range<Int>
    /// The states that the sentence is about.
    let focus: [CountryCode]
    let index: Int
}

/// From where to where people travel: "Турцию посетили 902 тысячи азербайджанских граждан", "гостей из Казахстана".
///
/// A people, an adjective or a genitive on the travellers is where they come from; a place in or to which, or one that
/// is visited or receives, is where they go.
extension FigureReader {
    func travel(_ it: TravelClause) -> Parties? {
        if isBetweenTwo(it.clause) { return nil }
        var ends = travelEnds(it)
        travelOfSpeech(&ends, it)
        completeGoal(&ends, it)
        if ends.origin == nil, !reachesAbroad(it.clause) {
            if let told = travelGoneOnWith(ends, it) { return told }
            guard let goal = ends.destination else { return travelOfFigureBefore(it.index) }
            ends.origin = homeOfTravellers(to: goal, it.index)
        }
        guard ends.origin != nil else { return travelOfAnybody(to: ends.destination, it) }
        completeGoalByArticle(&ends, it)
        return Parties(
            countries: [ends.origin, ends.destination].compactMap { $0 }.sorted(), origin: ends.origin,
            destination: ends.destination)
    }

    /// "пассажиропоток между Кенией и Перу": both ways.
    private func isBetweenTwo(_ clause: Range<Int>) -> Bool {
        guard
            let between = document.marks(marks.preposition, in: clause).first(where: { reading.value($0) == "between" })
        else { return false }
        return Set(reading.places(in: between.end..<min(between.end + 6, clause.upperBound)).map(\.country)).count == 2
    }

    /// What the places of the clause tell.
    private func travelEnds(_ it: TravelClause) -> FlowSides {
        var ends = FlowSides()
        let clause = it.clause
        let here = reading.places(in: clause)
        // "вторая – Турция, откуда в Кению прибыло 5 тысяч человек", "Из этой страны прибыло 5 тысяч"
        let thence = pointedPlace(marks.thence, in: clause, index: it.index)
        // "турецкие курорты посетили россияне": whose people they are goes before whose the place is.
        // So does what a preposition says.
        let others = here.filter { $0.kind != .people }
        let signed = others.filter { governor(of: $0.range.lowerBound, in: clause) != nil }
        for place in here.filter({ $0.kind == .people }) + signed
            + others.filter({ place in !signed.contains { $0.range == place.range } })
        where place.standsForState && it.named.contains(place.country) && !isVia(place)
            && place.country != ends.origin && place.country != thence
        {
            let sign = place.kind == .people ? "from" : governor(of: place.range.lowerBound, in: clause)
            let isOrigin = sign.map { $0 == "from" } ?? (place.kind == .adjective || belongsToTravellers(place))
            // "турецкие курорты": of whom it is told who travels, the adjective is where to.
            if isOrigin, ends.origin == nil {
                ends.origin = place.country
            } else if !isOrigin || place.kind == .adjective && sign == nil {
                ends.put(place.country, on: .destination)
            }
        }
        if let thence { ends.origin = thence }
        return ends
    }

    /// Whither by what else the clause says, and our own people.
    private func completeGoal(_ ends: inout FlowSides, _ it: TravelClause) {
        let (clause, index) = (it.clause, it.index)
        let isVisit = !document.marks(marks.visit, in: clause).isEmpty
        let ours =
            document.marks(marks.ours, in: clause).isEmpty
            ? nil : reading.discourse.own[index] ?? toldTravel?.origin
        // "в Лиме отдохнули 2 млн кенийцев"
        if ends.destination == nil, isVisit,
            let town = reading.places(in: clause).first(where: { town in
                town.kind == .city && reading.preposition(at: town.range.lowerBound - 1) == "into"
            }), town.country != ends.origin
        {
            ends.destination = town.country
        }
        if ends.destination == nil, !document.marks(marks.there, in: clause).isEmpty,
            let there = travelBefore(index)?.destination ?? pointedPlace(marks.there, in: clause, index: index),
            there != ends.origin
        {
            ends.destination = there
        }
        if ends.destination == nil, isVisit, let visited = stateMeant(clause, index), visited != ends.origin,
            visited != ours
        {
            ends.destination = visited
        }
        if ends.origin == nil, let ours, ours != ends.destination { ends.origin = ours }
        if ends.origin == ends.destination { ends.origin = nil }
        // "В страну приехали 4 млн человек из Перу": where those went of whom the article told.
        if ends.destination == nil, let told = travelTold(index), ends.origin == told.origin, isIntoOwn(clause) {
            ends.destination = told.destination
        }
    }

    /// The travel that the article told of, where that is near.
    private func travelTold(_ index: Int) -> (origin: CountryCode, destination: CountryCode, sentence: Int)? {
        toldTravel.flatMap { index - $0.sentence <= Self.travelReach ? $0 : nil }
    }

    /// "турпоток в Китай вырос", of those of whom the article told.
    private func travelGoneOnWith(_ ends: FlowSides, _ it: TravelClause) -> Parties? {
        guard let told = travelTold(it.index),
            ends.destination.map({ $0 == told.destination })
                ?? it.clause.contains(where: { document.mark(at: $0, marks.flowOfPeople) != nil }),
            !isOfRegion(it.clause)
        else { return nil }
        return Parties(from: told.origin, to: told.destination)
    }

    /// The travel of the figure right before.
    private func travelOfFigureBefore(_ index: Int) -> Parties? {
        guard let previous = found.last, previous.figure.indicator == Indicator("passengers"),
            index - previous.sentence <= 1, previous.figure.origin != nil,
            // What comes behind a list of those who came is of all of them.
            previous.sentence == index || !isOfList(previous)
        else { return nil }
        return Parties(
            countries: previous.figure.countries, origin: previous.figure.origin,
            destination: previous.figure.destination)
    }

    /// "Россияне совершили 31 млн поездок. На первом месте Турция – 6 млн": the next goal of the travellers of the article's state.
    private func homeOfTravellers(to goal: CountryCode, _ index: Int) -> CountryCode? {
        guard let home = reading.discourse.home, goal != home,
            travelBefore(index)?.origin == home || travelTold(index)?.origin == home
        else { return nil }
        return home
    }

    /// Where nothing tells whence they came, all the world may have.
    private func travelOfAnybody(to destination: CountryCode?, _ it: TravelClause) -> Parties? {
        // A line can carry a million passengers: nobody goes anywhere yet.
        guard !document.marks(marks.visit, in: it.clause).isEmpty,
            let visited = destination ?? stateMeant(it.clause, it.index)
                ?? (reachesAbroad(it.clause) ? visitedBefore(it.index) : nil)
        else { return nil }
        return Parties(countries: [visited], destination: visited)
    }

    /// Whither by what the article is about.
    private func completeGoalByArticle(_ ends: inout FlowSides, _ it: TravelClause) {
        // "из Перу приехало 2 млн человек" in an article about one state.
        if ends.destination == nil, let home = onlyHome, home != ends.origin,
            !document.marks(marks.visit, in: it.clause).isEmpty
        {
            ends.destination = home
        }
        guard ends.destination == nil, let known = ends.origin, !reachesAbroad(it.clause) else { return }
        // "Туристов из Чили было 5 тысяч": in a row of those who come to the same state.
        if let into = travelBefore(it.index)?.destination, into != known {
            ends.destination = into
        } else if it.focus.count == 2, it.focus.contains(known) {
            ends.destination = it.focus[0] == known ? it.focus[1] : it.focus[0]
        }
    }

    /// Whether a figure is one of several in its sentence, of travellers from different states.
    func isOfList(_ figure: FoundFigure) -> Bool {
        Set(recent.filter { $0.sentence == figure.sentence }.map(\.figure.origin)).count > 1
    }

    /// Where those went of whom the figures before told.
    private func visitedBefore(_ index: Int) -> CountryCode? {
        guard let last = travelBefore(index) else { return onlyHome }
        return last.destination
    }

    /// The figure of travellers told last, and not long before.
    private func travelBefore(_ index: Int) -> Figure? {
        lastTold(2, before: index) { $0.figure.indicator == Indicator("passengers") }?.figure
    }

    /// Sentences over which travellers stay the same.
    private static let travelReach = 4

    /// Notes who travels where, for figures behind that say only one of the two.
    func noteTravel(_ triggers: [Trigger], _ sentence: Range<Int>, _ index: Int) {
        guard let trigger = triggers.first(where: { $0.use(.count)?.indicator == Indicator("passengers") }) else {
            return
        }
        let clause = reading.clause(around: trigger.mark.first, in: sentence)
        var named: [CountryCode] = []
        for place in reading.states(in: clause)
        where !isAttribution(place, sentence) && !named.contains(place.country) {
            named.append(place.country)
        }
        guard named.count == 2, let told = travel(TravelClause(named: named, clause: clause, focus: [], index: index)),
            let origin = told.origin, let destination = told.destination
        else { return }
        toldTravel = (origin, destination, index)
    }

    /// "граждан СРВ": a genitive right behind the noun that travels.
    private func belongsToTravellers(_ place: PlaceMention) -> Bool {
        guard let word = document.word(place.range.lowerBound),
            word.can(be: .gent) || word.can(be: .fixd) || isAbbreviated(place),
            let before = document.word(place.range.lowerBound - 1)
        else { return false }
        return before.can(be: [.noun, .anim, .gent]) || before.can(be: [.noun, .anim, .nomn])
    }
}
