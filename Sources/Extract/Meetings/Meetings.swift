import Grammar
import Model

extension Reading {
    /// Every distinct encounter that the article tells, one row each.
    ///
    /// Mentions are found clause by clause, those of one encounter are brought together, and journeys give them the visit they
    /// were part of; a journey that nobody was met on is a row of its own.
    func meetings() -> [Meeting] {
        let story = Story(self)
        var clusters = story.clusters.filter { !wasToBe($0, on: story.journeys) }
        var used: Set<Int> = []
        for (at, journey) in story.journeys.enumerated() {
            var journey = journey
            var days: [PartialDate] = []
            // The city of one encounter is that of the others on the same journey.
            if journey.goal?.city == nil, let goal = journey.goal?.country {
                let cities = clusters.filter { cluster in
                    isPart(cluster, of: journey, story) && cluster.place?.country == goal
                        // "провел переговоры; завтра посетит Луксор": not yet there.
                        && (cluster.status == journey.status || cluster.status == .held)
                        // A forum of others is in a town of its own.
                        && journey.traveller?.person.map(cluster.persons.contains) ?? true
                }
                // Where they are in several, nobody knows in which the others were.
                let places = cities.compactMap(\.place).filter { $0.city != nil }
                if Set(places.map(\.city)).count == 1 {
                    journey.goal = places[0]
                    if !isCapital(places[0]) { days = cities.filter { $0.place?.city != nil }.compactMap(\.date) }
                }
            }
            for index in clusters.indices where isPart(clusters[index], of: journey, story) {
                // A session of which nobody is named leaves the journey a row of its own.
                // A state visit is paid to the state, whatever assembly its guest goes to there besides.
                let isBeside = clusters[index].kind == .summit && journey.kind == .state
                if !isBeside,
                    clusters[index].status == journey.status
                        || clusters[index].status != .cancelled && journey.status != .cancelled,
                    !clusters[index].persons.isEmpty || clusters[index].kind == .talks
                        || journey.traveller?.countries.isEmpty == false
                {
                    used.insert(at)
                }
                // "в Бишкеке, куда прилетел с государственным визитом, встретился с президентом третьей страны"; of a working trip, to
                // Geneva or New York, all that was done there is a part.
                let isOfThird =
                    clusters[index].kind == .talks
                    && (clusters[index].orgs.isEmpty || clusters[index].countries.count > 1)
                    && journey.goal?.country.map { !clusters[index].countries.contains($0) } ?? false
                // Nor is the summit of an organisation a part of the visit that one of its guests pays to the state besides.
                let isOfMany =
                    clusters[index].kind == .summit && !clusters[index].orgs.isEmpty && journey.kind != .working
                if clusters[index].visit == nil, !isOfThird || journey.isTrip, !isOfMany,
                    !clusters[index].isBesideTalks, !isOfNobody(clusters[index], on: journey)
                {
                    clusters[index].visit = journey.kind
                }
                let isOpen = isStage(journey, of: clusters[index], story)
                if clusters[index].place?.city == nil, let goal = journey.goal {
                    // "сегодня встретится с президентом; завтра в Хошимине его примет глава горкома": on another day, elsewhere.
                    let isOfAnotherDay =
                        clusters[index].date?.isDay == true
                        && !days.allSatisfy { EncounterCluster.agree($0, clusters[index].date) }
                    clusters[index].place =
                        isOpen || isOfAnotherDay ? Place(city: nil, country: goal.country) : goal
                }
                if clusters[index].date == nil || clusters[index].isDateOpen, !clusters[index].isDetached,
                    isOfItsDay(clusters[index], on: journey)
                {
                    let date =
                        clusters[index].status == journey.status
                        ? journey.encounterDate : monthOfStay(journey, clusters[index])
                    clusters[index].settleDay(
                        isOpen ? date.flatMap { PartialDate(year: $0.year, month: $0.month) } : date)
                }
            }
        }
        // "прибыл в Астану для участия в саммитах": there too, whomever else he meets on the journey.
        for at in used.sorted() where isForSummit(story.journeys[at]) {
            _ = takePart(story.journeys[at], in: &clusters)
        }
        used.formUnion(attend(&clusters, story))
        shareVisits(&clusters)
        shareStops(&clusters)
        completePlaces(&clusters, story)
        openDays(&clusters, story.journeys)
        let lone = story.journeys.enumerated().filter { !used.contains($0.offset) && !$0.element.isScene }.map(
            \.element
        )
        .filter {
            !takePart($0, in: &clusters) && !isVaguePlan($0, clusters) && !isTold($0, by: clusters)
                && !areTold($0, by: clusters, story.journeys) && !isStageOfDelegation($0, clusters)
        }
        return (clusters.map(meeting) + visits(lone)).sorted { ($0.evidence[0], $0.rule) < ($1.evidence[0], $1.rule) }
    }

    /// "на бизнес-форуме двух стран", of whom nobody is named: beside a visit, and no part of it; nor is the session of a council part
    /// of what a head of state is honoured with.
    private func isOfNobody(_ cluster: EncounterCluster, on journey: Journey) -> Bool {
        cluster.persons.isEmpty && (cluster.kind == .forum || cluster.kind == .session && journey.kind == .state)
    }

    /// "прибыл в Ирак", "17 мая посетит Эрбиль": a stage of the journey, which leaves town and day open of what has none.
    private func isStage(_ journey: Journey, of cluster: EncounterCluster, _ story: Story) -> Bool {
        guard let goal = journey.goal, goal.city != nil, cluster.date == nil, !cluster.evidence.contains(journey.clause)
        else { return false }
        return story.journeys.contains { other in
            other.traveller?.person == journey.traveller?.person && other.clause != journey.clause
                && other.clause.lowerBound < journey.clause.lowerBound && other.goal?.country == goal.country
                && other.goal?.city != goal.city
        }
    }

    func isCapital(_ place: Place) -> Bool {
        place.city != nil && place.country.flatMap(capitalCity) == place.city
    }

    /// Encounters that nothing ties to the day of the tale have none: on a visit of several days the month, as far as is known.
    private func openDays(_ clusters: inout [EncounterCluster], _ journeys: [Journey]) {
        for index in clusters.indices where clusters[index].isDateOpen {
            let stay = journeys.first { journey in
                guard journey.spansDays, journey.status == .held, let date = journey.date, date.month != nil,
                    EncounterCluster.agree(PartialDate(year: date.year, month: date.month), clusters[index].date),
                    let home = journey.traveller?.country, let goal = journey.goal?.country
                else { return false }
                return clusters[index].countries == [home, goal]
            }
            clusters[index].date = stay?.encounterDate
        }
    }

    /// "5 мая прилетел, чтобы встретиться с премьером", and not what is told to have been on that journey further on.
    private func isOfItsDay(_ cluster: EncounterCluster, on journey: Journey) -> Bool {
        guard cluster.status == .held, journey.isArrival, journey.date?.isDay == true, !journey.spansDays else {
            return true
        }
        let sentence = document.sentenceOf[journey.clause.lowerBound]
        // "Министры встретились в Батуми", in the headline, "В понедельник в Батуми приехали А и Б": what they came for.
        return cluster.evidence.contains { document.sentenceOf[$0.lowerBound] == sentence }
            || cluster.evidence.allSatisfy { $0.upperBound <= journey.clause.lowerBound && isHeadline($0) }
    }

    /// "8 декабря прилетел с визитом. Программа предусматривает переговоры": what is to come on a journey that has begun, in the
    /// days after.
    private func monthOfStay(_ journey: Journey, _ cluster: EncounterCluster) -> PartialDate? {
        guard cluster.status == .planned, cluster.kind == .talks, journey.status == .held, let day = journey.date?.day,
            day <= Self.lastArrival, let date = journey.date, let publishedOn,
            (0...Self.daysOfStay).contains(publishedOn.dayNumber - date.dayNumber)
        else { return nil }
        return PartialDate(year: date.year, month: date.month)
    }

    private static let lastArrival = 25
    private static let daysOfStay = 3

    /// "накануне принял министра, который прибыл в Баку": what somebody came for, in the same sentence.
    private func isTold(_ journey: Journey, by clusters: [EncounterCluster]) -> Bool {
        guard journey.kind == nil, let country = journey.traveller?.country, let goal = journey.goal?.country else {
            return false
        }
        let sentence = document.sentenceOf[journey.clause.lowerBound]
        return clusters.contains { cluster in
            // "в мае посетил Берлин, а в сентябре участвовал там в саммите": each at its own time.
            guard cluster.kind != .call, EncounterCluster.agree(cluster.date, journey.date),
                cluster.countries.contains(country) || !cluster.orgs.isEmpty,
                cluster.countries.contains(goal) || cluster.place?.country == goal
            else { return false }
            // "прилетел в Баку. Там состоится заседание": what he came for.
            let isNext = cluster.evidence.contains {
                Int(document.sentenceOf[$0.lowerBound]) - Int(sentence) == 1
            }
            let isAhead =
                cluster.status == .planned && cluster.kind != .talks && cluster.place?.country == goal
                && (journey.traveller?.person.map(cluster.persons.contains) ?? false
                    || isNext && cluster.persons.isEmpty && cluster.countries == [country, goal])
                && EncounterCluster.agree(cluster.date, journey.date)
            // "Ранее в Алматы прибыл министр": to the session that the article tells of there.
            let isAssembly =
                !cluster.orgs.isEmpty && cluster.kind != .talks && journey.date == nil
                && cluster.place?.city != nil && cluster.place?.city == journey.goal?.city
            // "В ходе беседы с послом отметил важность предстоящего визита президента": another's, and yet to come.
            let isOfAnother =
                journey.status != cluster.status
                && journey.traveller?.person.map { person in
                    !cluster.persons.contains(person)
                        && cluster.persons.contains { people.persons[$0].country == country }
                } ?? false
            return isAhead || isAssembly
                || !isOfAnother && cluster.evidence.contains { document.sentenceOf[$0.lowerBound] == sentence }
        }
    }

    /// "Президенты Кении и Чили посетят Баку", in the title: of each whose journey, or what he comes for, the text tells.
    private func areTold(_ journey: Journey, by clusters: [EncounterCluster], _ journeys: [Journey]) -> Bool {
        guard let group = journey.traveller, group.kind == .group, let goal = journey.goal?.country else {
            return false
        }
        return group.countries.allSatisfy { country in
            journeys.contains {
                $0.traveller?.country == country && $0.goal?.country == goal && $0.status == journey.status
            }
                || clusters.contains {
                    $0.countries.contains(country) && $0.place?.country == goal && $0.status == journey.status
                }
        } && group.countries.count > 1
    }

    /// "В среду делегация отправится в Агдам": where those go who came for talks, in these days.
    private func isStageOfDelegation(_ journey: Journey, _ clusters: [EncounterCluster]) -> Bool {
        guard let sent = journey.traveller, sent.kind == .delegation, sent.office == nil, let home = sent.country,
            let goal = journey.goal?.country
        else { return false }
        return clusters.contains { cluster in
            guard cluster.kind != .call, cluster.status != .cancelled, cluster.countries.isSuperset(of: [home, goal]),
                cluster.place?.country == nil || cluster.place?.country == goal
            else { return false }
            guard let a = journey.date, let b = cluster.date ?? publishedOn, a.isDay, b.isDay else { return false }
            return abs(a.dayNumber - b.dayNumber) <= Self.daysOfDelegation
        }
    }

    /// Days from the talks that a delegation came for to its way on.
    private static let daysOfDelegation = 7

    /// A journey told to be planned and no more, on which somebody has been met by now.
    private func isVaguePlan(_ journey: Journey, _ clusters: [EncounterCluster]) -> Bool {
        guard journey.status == .planned, journey.date?.month == nil, journey.kind == nil,
            let person = journey.traveller?.person, let goal = journey.goal?.country
        else { return false }
        return clusters.contains { $0.persons.contains(person) && $0.place?.country == goal }
    }

    /// Whether an encounter happened on a journey: the traveller takes part, where and when the journey led.
    private func isPart(_ cluster: EncounterCluster, of journey: Journey, _ story: Story) -> Bool {
        let sentence = document.sentenceOf[journey.clause.lowerBound]
        let isOneTale =
            cluster.evidence.contains {
                $0 == journey.clause || cluster.isDetached && document.sentenceOf[$0.lowerBound] == sentence
            }
            && (cluster.status == journey.status || cluster.status == .planned)
        guard cluster.kind != .call, !cluster.isDetached || isOneTale || isOnVisit(cluster, journey) else {
            return false
        }
        // "После беседы с А канцлер вылетел в Баку"
        if cluster.isLeftBehind, cluster.evidence.contains(journey.clause) { return false }
        if journey.isBygone, cluster.date == nil || !EncounterCluster.agree(cluster.date, journey.date) { return false }
        // Who has come for a summit is on a journey that is under way.
        // "беседа с премьером, значившаяся в программе, отменена": it was to be on the visit.
        let isOffThere =
            cluster.status == .cancelled && cluster.kind == .talks && cluster.date == nil
            && journey.status != .cancelled
        let isSameStatus =
            cluster.status == journey.status || cluster.isExpected && journey.status == .held || isOffThere
        guard let traveller = journey.traveller else {
            // A visit told without its traveller is the one that the encounter told last before it was part of.
            guard isSameStatus, cluster.visit == nil else { return false }
            if let near = story.encounter(before: journey) { return isOfOneVisit(cluster, near) }
            return EncounterCluster.agree(cluster.date, story.today)
        }
        if let person = traveller.person, !cluster.persons.isEmpty {
            guard cluster.persons.contains(person) else { return false }
        } else if let country = traveller.country {
            guard cluster.countries.contains(country) else { return false }
            // "куда премьер приезжал с официальным визитом": the talks of the minister are not on it.
            let ours = cluster.parties.filter { $0.country == country && $0.level != nil }
            if let level = traveller.level, !ours.isEmpty, !ours.contains(where: { $0.level == level }) { return false }
        } else if !cluster.countries.isSuperset(of: traveller.countries) {
            return false
        }
        if cluster.status == .planned, cluster.place == nil, cluster.visit != nil, cluster.visit == journey.kind {
            return true
        }
        if journey.goal == nil { return isCalledVisit(cluster, journey, story) }
        if isCause(cluster, of: journey) { return true }
        guard let goal = journey.goal?.country,
            cluster.countries.contains(goal) || cluster.place?.country == goal
                || meetsOrganisation(cluster, on: journey)
        else {
            return false
        }
        if let country = cluster.place?.country, country != goal { return false }
        // "премьер, который в пятницу посещает Оршу, встретится в октябре": a trip at home is no visit.
        let home = home(of: traveller)
        let isAbroad = home != goal
        guard let a = cluster.date, let b = journey.date else {
            // "В рамках рабочего визита примет участие в саммите": said of the journey itself.
            if let date = journey.date, cluster.date == nil, isElsewhen(date, journey, cluster) { return false }
            // "в последний раз встречались осенью": before the journey of the tale.
            // "бизнес-форум, прошедший 12 ноября": of nobody who travels, and before it.
            let isOfTraveller = !cluster.persons.isEmpty || cluster.kind == .talks
            if let date = cluster.date, cluster.status == .held, !cluster.evidence.contains(journey.clause),
                story.today.map({
                    !EncounterCluster.agree(date, $0)
                        && (!isOfStay(date, $0) || !isOfTraveller && date.dayNumber < $0.dayNumber)
                }) ?? isLongAgo(date)
            {
                return false
            }
            return isSameStatus || isOneTale
                || cluster.status == .planned && isAbroad
                    && (cluster.kind == .talks || cluster.orgs.isEmpty && cluster.countries == [goal, home ?? goal])
                    && (cluster.persons.contains { $0 == traveller.person }
                        || traveller.person == nil && traveller.kind == .office)
        }
        // On the second day of a visit a talk may still be to come.
        guard isSameStatus || cluster.status == .planned && isAbroad && journey.status == .held && a.isDay && b.isDay
        else {
            return false
        }
        // The traveller's own talks may be told to be on the eve of the day that the visit is known by.
        let first = cluster.persons.contains(where: { $0 == traveller.person }) ? -1 : 0
        return a.isDay && b.isDay ? (first...5).contains(a.dayNumber - b.dayNumber) : EncounterCluster.agree(a, b)
    }

    /// "Спикер находится в Пекине с визитом. Ранее он встретился с премьером Китая": told in the next sentence, of the traveller with
    /// one of the state that he is in.
    private func isOnVisit(_ cluster: EncounterCluster, _ journey: Journey) -> Bool {
        let sentence = Int(document.sentenceOf[journey.clause.lowerBound])
        guard journey.status == .held, journey.kind != nil, cluster.date == nil, cluster.status == .held,
            let person = journey.traveller?.person, cluster.persons.contains(person),
            let goal = journey.goal?.country, cluster.countries.contains(goal)
        else { return false }
        return cluster.evidence.contains { Int(document.sentenceOf[$0.lowerBound]) - sentence == 1 }
    }

    /// "Государственный визит президента А стал первым", "с президентом А, который прибывает с официальным визитом": told by no
    /// goal, the visit on which the one who travels is met in these days, and not at home.
    private func isCalledVisit(_ cluster: EncounterCluster, _ journey: Journey, _ story: Story) -> Bool {
        guard journey.kind != nil, cluster.kind != .forum, cluster.status != .cancelled,
            let person = journey.traveller?.person, cluster.persons.contains(person), cluster.countries.count == 2,
            let home = people.persons[person].country, cluster.countries.contains(home), cluster.place?.country != home,
            cluster.host != home
        else { return false }
        let sentence = document.sentenceOf[journey.clause.lowerBound]
        if cluster.evidence.contains(where: { document.sentenceOf[$0.lowerBound] == sentence }) { return true }
        guard cluster.status == journey.status else { return false }
        if let near = story.encounter(before: journey) { return isOfOneVisit(cluster, near) }
        if let date = cluster.date, let today = story.today, isOfStay(date, today) { return true }
        return EncounterCluster.agree(cluster.date, story.today) && (cluster.date != nil || story.today == nil)
    }

    /// "посетит Нью-Йорк. В рамках визита встретится с генсеком ООН": told right behind, with somebody of no state.
    private func meetsOrganisation(_ cluster: EncounterCluster, on journey: Journey) -> Bool {
        guard cluster.kind == .talks, !cluster.orgs.isEmpty, cluster.countries.count == 1, cluster.place == nil,
            cluster.status == journey.status, let person = journey.traveller?.person, cluster.persons.contains(person)
        else { return false }
        return cluster.evidence.contains { (0...60).contains($0.lowerBound - journey.clause.upperBound) }
    }

    /// Two encounters of one guest in one state within days.
    private func isOfOneVisit(_ a: EncounterCluster, _ b: EncounterCluster) -> Bool {
        guard a.status == b.status, !a.persons.isDisjoint(with: b.persons) || a.persons.isEmpty,
            a.countries == b.countries,
            EncounterCluster.agree(a.place?.country.flatMap { Place(city: nil, country: $0) }, b.place)
        else { return false }
        guard let x = a.date, let y = b.date, x.isDay, y.isDay else { return EncounterCluster.agree(a.date, b.date) }
        return abs(x.dayNumber - y.dayNumber) <= Self.daysOfStay
    }

    /// "21 августа провел переговоры. На следующий день встретился с премьером": days of one visit.
    private func isOfStay(_ date: PartialDate, _ today: PartialDate) -> Bool {
        date.isDay && today.isDay && abs(date.dayNumber - today.dayNumber) <= Self.daysOfStay
    }

    /// Two months and more before the article.
    func isLongAgo(_ date: PartialDate) -> Bool {
        publishedOn.map { $0.dayNumber - date.lastDay.dayNumber > 60 } ?? false
    }

    /// "прибыл в Россию. Президент примет участие в саммите": what the traveller came for, where no place is told.
    private func isCause(_ cluster: EncounterCluster, of journey: Journey) -> Bool {
        guard [.summit, .session, .forum].contains(cluster.kind), EncounterCluster.agree(cluster.place, journey.goal),
            let person = journey.traveller?.person, cluster.persons.contains(person),
            let goal = journey.goal?.country, goal != people.persons[person].country,
            EncounterCluster.agree(cluster.date, journey.date)
                || cluster.status == .planned && !isBygone(journey.date, before: cluster.date)
        else { return false }
        return cluster.evidence.contains { (0...90).contains($0.lowerBound - journey.clause.lowerBound) }
    }

    /// "побывал там в ноябре 2023 года" is no journey to the summit of this spring.
    private func isBygone(_ journey: PartialDate?, before assembly: PartialDate?) -> Bool {
        guard let journey, let assembly else { return false }
        return assembly.firstDay.dayNumber - journey.lastDay.dayNumber > Self.daysOfStay
    }

    /// A journey told behind the encounter, or of long before the article, is another.
    private func isElsewhen(_ date: PartialDate, _ journey: Journey, _ cluster: EncounterCluster) -> Bool {
        // "с 9 по 12 февраля совершит визит. В ходе визита встретится с премьером": both are yet to come.
        let areAhead = cluster.status == .planned && journey.status == .planned
        if let publishedOn, !areAhead, abs(publishedOn.dayNumber - date.lastDay.dayNumber) > 31,
            abs(publishedOn.dayNumber - date.dayNumber) > 31
        {
            return true
        }
        let stay = journey.spansDays ? 2 * Self.daysOfStay : Self.daysOfStay
        if let publishedOn, abs(publishedOn.dayNumber - date.dayNumber) <= stay { return false }
        let told = cluster.evidence.map(\.lowerBound).max() ?? 0
        return journey.clause.lowerBound > told
            && document.sentenceOf[journey.clause.lowerBound] != document.sentenceOf[told]
    }
}
