import Grammar
import Model
import Morphology

/// Leaders of three states or more in a row: who takes part in the assembly that is told around them.
struct Roster {
    let persons: [Int]
    /// From the first office to the last name.
    let range: Range<Int>
    /// The sentences that the row runs through.
    let sentences: ClosedRange<Int>
}

extension Reading {
    /// Rows of leaders, each of another state, with nothing but their offices and the signs of a list between: in the nominative,
    /// or as what a summit has brought together.
    func rosters() -> [Roster] {
        var found: [Roster] = []
        var row: [NameMention] = []
        func close() {
            if row.count >= Self.leastOfRoster, let roster = roster(row) { found.append(roster) }
            row = []
        }
        for name in people.names {
            guard let country = leaderState(name), !frame.isNoise[name.range.lowerBound] else {
                close()
                continue
            }
            if let last = row.last, !areInRow(last, name) || row.contains(where: { leaderState($0) == country }) {
                close()
            }
            row.append(name)
        }
        close()
        return found
    }

    private static let leastOfRoster = 3

    private func leaderState(_ name: NameMention) -> CountryCode? {
        let it = people.persons[name.person]
        return it.isLeader ? it.country : nil
    }

    /// Whether a comma, a conjunction or a new line joins two names, and nothing acts between them.
    private func areInRow(_ a: NameMention, _ b: NameMention) -> Bool {
        let between = a.range.upperBound..<b.range.lowerBound
        guard (1...Self.farthestInRow).contains(between.count) else { return false }
        var isJoined = false
        for token in between {
            if isFiniteVerb(token) || document.word(token)?.parses[0].tag.grammemes.contains(.prep) == true {
                return false
            }
            if document.isMark(token, ".") || document.isMark(token, ":") || document.isMark(token, "\"") {
                return false
            }
            isJoined =
                isJoined || document.isMark(token, ",") || document.isMark(token, ";") || isShortConjunction(token)
                || document.tokens[token].shape.contains(.lineStart)
        }
        return isJoined
    }

    /// Tokens of an office at the most, with the marks of a list.
    private static let farthestInRow = 16

    private func roster(_ row: [NameMention]) -> Roster? {
        let first = row[0].range.lowerBound
        let start = people.offices.last { $0.range.upperBound == first }?.range.lowerBound ?? first
        let end = row[row.count - 1].range.upperBound
        let sentences = Int(document.sentenceOf[start])...Int(document.sentenceOf[end - 1])
        // "саммит собрал президентов А, Б и В"
        let isGathered = (max(0, start - 2)..<start).contains { document.mark(at: $0, marks.encounters.gathers) != nil }
        guard isGathered || row.allSatisfy(\.isNominative) && isOfThose(start, sentences) else { return nil }
        return Roster(persons: row.map(\.person), range: start..<end, sentences: sentences)
    }

    /// Whether the sentence says that they take part, hold, come or speak, or says nothing but who they are.
    private func isOfThose(_ start: Int, _ sentences: ClosedRange<Int>) -> Bool {
        let encounters = marks.encounters
        let range =
            document.sentences[sentences.lowerBound].lowerBound..<document.sentences[sentences.upperBound].upperBound
        for kind in [encounters.deny, encounters.not, encounters.invite, encounters.hardly, encounters.wish]
        where !document.marks(kind, in: range).isEmpty { return false }
        let verbs = range.filter { isFiniteVerb($0) }
        guard !verbs.isEmpty else { return true }
        let acts = [
            encounters.attend, encounters.hold, encounters.confer, encounters.meet, encounters.go, encounters.happen,
            encounters.urge, encounters.seated, marks.speech,
        ]
        return verbs.contains { verb in acts.contains { document.mark(at: verb, $0) != nil } }
    }
}

extension Story {
    /// Sentences behind the word for an assembly that may tell who is there.
    private static let reachOfRoster = 4

    /// Gives the rows of leaders to the assemblies told around them: a summit of its own, or one that had nobody yet.
    func addRosters() {
        let reading = cast.reading
        let sentence = { (range: Range<Int>) in Int(reading.document.sentenceOf[range.lowerBound]) }
        func isNear(_ cluster: EncounterCluster, _ roster: Roster) -> Bool {
            cluster.evidence.contains { evidence in
                let told = sentence(evidence)
                return roster.sentences.contains(told)
                    || (1...Self.reachOfRoster).contains(roster.sentences.lowerBound - told)
            }
        }
        for roster in reading.rosters() {
            let persons = Set(roster.persons)
            let parties = roster.persons.map { cast.party($0) }
            let clause = roster.range
            // "Саммит пройдет в Осло. Об этом говорили по телефону президенты А и Б": those of the call.
            let isOfTalks = clusters.contains { cluster in
                [.talks, .call].contains(cluster.kind) && cluster.persons == persons
                    && cluster.evidence.contains { roster.sentences.contains(sentence($0)) }
            }
            if isOfTalks { continue }
            if let index = clusters.indices.last(where: { index in
                clusters[index].kind == .summit && clusters[index].status != .cancelled
                    && (isNear(clusters[index], roster) || clusters[index].persons.intersection(persons).count > 1)
            }) {
                guard !persons.isSubset(of: clusters[index].persons) else { continue }
                clusters[index].add(parties, told: clause)
                continue
            }
            // Those who have met each other by another name.
            if clusters.contains(where: { $0.persons.isSuperset(of: persons) }) { continue }
            guard var told = gatherings.last(where: { isNear($0, roster) }) else { continue }
            told.add(parties, told: clause)
            clusters.append(told)
        }
        settleGatherings()
    }

    /// "В Ташкенте проходит саммит. На саммит прибыли президенты": where and when it is was told before anybody who is there.
    private func settleGatherings() {
        for index in clusters.indices where clusters[index].kind == .summit && clusters[index].orgs.isEmpty {
            let start = clusters[index].evidence.map(\.lowerBound).min() ?? 0
            guard clusters[index].date == nil || clusters[index].place == nil,
                let told = gatherings.last(where: { gathering in
                    let end = gathering.evidence[0].upperBound
                    return end <= start && start - end < Self.nearGathering
                        && gathering.status == clusters[index].status
                        && EncounterCluster.agree(gathering.date, clusters[index].date)
                        && EncounterCluster.agree(gathering.place, clusters[index].place)
                })
            else { continue }
            clusters[index].date = clusters[index].date ?? told.date
            clusters[index].place = clusters[index].place ?? told.place
            clusters[index].evidence.append(contentsOf: told.evidence)
        }
    }

    /// Tokens from an assembly to who takes part.
    private static let nearGathering = 60
}
