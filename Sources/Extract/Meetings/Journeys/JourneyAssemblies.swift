import Grammar
import Model

/// Leaders whose journeys lead to an assembly take part in it.
extension Reading {
    /// "В Самарканде открылся саммит. В Самарканд прибыли президент А, президент Б": leaders who come to where it is come for it.
    func takePart(_ journey: Journey, in clusters: inout [EncounterCluster]) -> Bool {
        guard journey.kind == nil, let traveller = journey.traveller, let person = traveller.person,
            people.persons[person].isLeader,
            let country = people.persons[person].country ?? traveller.country, let goal = journey.goal,
            let index = clusters.firstIndex(where: {
                ($0.kind == .summit || $0.kind == .session && !$0.orgs.isEmpty && $0.topLevel.isLeader)
                    && $0.status != .cancelled && $0.place?.country == goal.country
                    && EncounterCluster.agree($0.place, goal) && EncounterCluster.agree($0.date, journey.date)
                    && (journey.status == .held || $0.status == .planned)
            })
        else { return false }
        let it = people.persons[person]
        clusters[index].add(
            [Party(person: person, country: country, office: it.office, level: it.level)], told: journey.clause)
        return true
    }

    /// A summit is told in the sentence of the journey.
    func isForSummit(_ journey: Journey) -> Bool {
        document.marks(marks.encounter, in: document.sentence(of: journey.clause.lowerBound)).contains {
            value($0) == Meeting.Kind.summit.rawValue
        }
    }

    /// "12–14 октября посетил Астану. 14 октября на заседании Совета глав государств рассмотрены вопросы": an assembly of leaders of
    /// nobody in particular on a day of a leader's journey told before it.
    ///
    /// - Returns: those journeys, by their index.
    func attend(_ clusters: inout [EncounterCluster], _ story: Story) -> Set<Int> {
        var attended: Set<Int> = []
        for index in clusters.indices {
            let it = clusters[index]
            guard it.kind == .summit, it.status == .held, it.parties.isEmpty, !it.orgs.isEmpty,
                it.place == nil || it.isPlaceAssumed,
                let date = it.date, date.isDay
            else { continue }
            let at = story.journeys.lastIndex { journey in
                guard journey.status == .held, journey.goal?.city != nil,
                    EncounterCluster.agree(journey.goal, it.place), let day = journey.date, day.isDay,
                    let person = journey.traveller?.person, people.persons[person].level == .headOfState
                else { return false }
                return (0..<Self.daysOfJourney).contains(date.dayNumber - day.dayNumber)
                    && (0..<Story.reachOfTalks).contains(it.evidence[0].lowerBound - journey.clause.upperBound)
            }
            guard let at, let person = story.journeys[at].traveller?.person else { continue }
            clusters[index].place = story.journeys[at].goal
            clusters[index].add([story.cast.party(person)], told: it.evidence[0])
            attended.insert(at)
        }
        return attended
    }

    /// Days of a journey on which its traveller may sit at an assembly.
    private static let daysOfJourney = 7
}
