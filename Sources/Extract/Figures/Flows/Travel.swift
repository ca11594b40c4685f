import Grammar
import Model
import Morphology

extension FigureReader {
    /// From where to where people travel: "Турцию посетили 902 тысячи азербайджанских граждан", "гостей из Казахстана".
    ///
    /// A people, an adjective or a genitive on the travellers is where they come from; a place in or to which, or one that
    /// is visited or receives, is where they go.
    func travel(
        _ named: [CountryCode], clause: Range<Int>, focus: [CountryCode], index: Int
    ) -> Parties? {
        var origin: CountryCode?
        var destination: CountryCode?
        let here = reading.places(in: clause)
        // "пассажиропоток между Кенией и Перу": both ways.
        if let between = document.marks(marks.preposition, in: clause).first(where: { reading.value($0) == "between" }),
            Set(reading.places(in: between.end..<min(between.end + 6, clause.upperBound)).map(\.country)).count == 2
        {
            return nil
        }
        // "вторая – Турция, откуда в Кению прибыло 5 тысяч человек", "Из этой страны прибыло 5 тысяч"
        let thence = pointedPlace(marks.thence, in: clause, index: index)
        // "турецкие курорты посетили россияне": whose people they are goes before whose the place is.
        // So does what a preposition says.
        let others = here.filter { $0.kind != .people }
        let signed = others.filter { governor(of: $0.range.lowerBound, in: clause) != nil }
        for place in here.filter({ $0.kind == .people }) + signed
            + others.filter({ place in !signed.contains { $0.range == place.range } })
        where place.kind != .city && named.contains(place.country) && !isVia(place) && place.country != origin
            && place.country != thence
        {
            let sign = governor(of: place.range.lowerBound, in: clause)
            let isOrigin: Bool
            if place.kind == .people {
                isOrigin = true
            } else if let sign {
                isOrigin = sign == "from"
            } else {
                isOrigin = place.kind == .people || place.kind == .adjective || belongsToTravellers(place)
            }
            // "турецкие курорты": of whom it is told who travels, the adjective is where to.
            if isOrigin, origin == nil {
                origin = place.country
            } else if !isOrigin || place.kind == .adjective && sign == nil {
                destination = destination ?? place.country
            }
        }
        if let thence { origin = thence }
        let ours =
            document.marks(marks.ours, in: clause).isEmpty
            ? nil : reading.discourse.own[index] ?? toldTravel?.origin
        // "в Лиме отдохнули 2 млн кенийцев"
        if destination == nil, !document.marks(marks.visit, in: clause).isEmpty,
            let town = here.first(where: { town in
                town.kind == .city
                    && reading.preposition(at: town.range.lowerBound - 1) == "into"
            }), town.country != origin
        {
            destination = town.country
        }
        if destination == nil, !document.marks(marks.there, in: clause).isEmpty,
            let there = travelBefore(index)?.destination ?? pointedPlace(marks.there, in: clause, index: index),
            there != origin
        {
            destination = there
        }
        if destination == nil, !document.marks(marks.visit, in: clause).isEmpty,
            let visited = stateMeant(clause, index),
            visited != origin, visited != ours
        {
            destination = visited
        }
        if origin == nil, let ours, ours != destination { origin = ours }
        if origin == destination { origin = nil }
        // "В страну приехали 4 млн человек из Перу": where those went of whom the article told.
        if destination == nil, let told = toldTravel, origin == told.origin, index - told.sentence <= Self.travelReach,
            isIntoOwn(clause)
        {
            destination = told.destination
        }
        // "турпоток в Китай вырос", of those of whom the article told.
        if origin == nil, let told = toldTravel, index - told.sentence <= Self.travelReach, !reachesAbroad(clause),
            destination.map({ $0 == told.destination })
                ?? clause.contains(where: { document.mark(at: $0, marks.flowOfPeople) != nil }),
            !isOfRegion(clause)
        {
            return Parties(from: told.origin, to: told.destination)
        }
        if origin == nil, destination == nil, !reachesAbroad(clause) {
            guard let previous = found.last, previous.figure.indicator == Indicator("passengers"),
                index - previous.sentence <= 1, previous.figure.origin != nil,
                // What comes behind a list of those who came is of all of them.
                previous.sentence == index || !isOfList(previous)
            else { return nil }
            return Parties(
                countries: previous.figure.countries, origin: previous.figure.origin,
                destination: previous.figure.destination)
        }
        // "Россияне совершили 31 млн поездок. На первом месте Турция – 6 млн": the next goal of the travellers of the article's state.
        if origin == nil, let goal = destination, let home = reading.discourse.home, goal != home,
            travelBefore(index)?.origin == home
                || toldTravel.map({ $0.origin == home && index - $0.sentence <= Self.travelReach }) ?? false,
            !reachesAbroad(clause)
        {
            origin = home
        }
        // Where nothing tells whence they came, all the world may have.
        guard origin != nil else {
            // A line can carry a million passengers: nobody goes anywhere yet.
            guard !document.marks(marks.visit, in: clause).isEmpty,
                let visited = destination ?? stateMeant(clause, index)
                    ?? (reachesAbroad(clause) ? visitedBefore(index) : nil)
            else { return nil }
            return Parties(countries: [visited], destination: visited)
        }
        // "из Перу приехало 2 млн человек" in an article about one state.
        if destination == nil, let home = onlyHome, home != origin, !document.marks(marks.visit, in: clause).isEmpty {
            destination = home
        }
        // "Туристов из Чили было 5 тысяч": in a row of those who come to the same state.
        if destination == nil, let known = origin, !reachesAbroad(clause),
            let into = travelBefore(index)?.destination, into != known
        {
            destination = into
        }
        if destination == nil, let known = origin, focus.count == 2, focus.contains(known), !reachesAbroad(clause) {
            destination = focus[0] == known ? focus[1] : focus[0]
        }
        return Parties(
            countries: [origin, destination].compactMap { $0 }.sorted(), origin: origin, destination: destination)
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
        for place in reading.places(in: clause)
        where place.kind != .city && !isAttribution(place, sentence) && !named.contains(place.country) {
            named.append(place.country)
        }
        guard named.count == 2, let told = travel(named, clause: clause, focus: [], index: index),
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
