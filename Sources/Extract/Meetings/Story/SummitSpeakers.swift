import Grammar
import Model

/// Who speaks in an article on a summit.
extension Cast {
    struct Speaker {
        let party: Party
        let clause: Range<Int>
    }

    /// The leaders who speak behind the place where a summit is told, each once, in order.
    ///
    /// One or two who speak may comment from afar. It is the tale of their speeches where those of three states do, or of two where
    /// one is known to take part, or speaks on the floor or to the others: "открывая саммит", "призвал партнеров".
    func speakers(at summit: EncounterCluster) -> [Speaker] {
        guard let start = summit.evidence.map(\.lowerBound).min() else { return [] }
        var found: [Speaker] = []
        var isOnFloor = !summit.persons.isEmpty
        let sentences = reading.document.sentences.indices
        for scene in sentences.lazy.flatMap({ scenes.of($0) }) where scene.clause.lowerBound > start {
            for speaker in speakers(in: scene) where !found.contains(where: { $0.party.person == speaker.person }) {
                found.append(Speaker(party: speaker, clause: scene.clause.hull))
                isOnFloor = isOnFloor || isOnFloorTold(scene)
            }
        }
        let states = Set(found.compactMap(\.party.country)).count
        guard states > 2 || isOnFloor && states == 2 else { return [] }
        return found.filter { !summit.persons.contains($0.party.person!) }
    }

    /// The heads of state or government who say something in a clause: as subjects of its verb, or by attribution.
    private func speakers(in scene: EncounterScene) -> [Party] {
        let verbs =
            reading.all(reading.marks.speech, in: scene.clause)
            + reading.all(reading.marks.encounters.urge, in: scene.clause)
        var persons = verbs.filter { reading.isFiniteVerb($0.first) && reading.verbTense(of: $0.first) == .past }
            .flatMap { reading.subjects(of: $0.first, scene).compactMap(\.person) }
        let sentence = Int(reading.document.sentenceOf[scene.sentence.lowerBound])
        if let name = reading.discourse.speakers[sentence] {
            persons += reading.people.persons.indices.filter { reading.people.persons[$0].name == name }
        }
        return persons.compactMap { person in
            people[person].isLeader && people[person].country != nil ? party(person) : nil
        }
    }

    /// "открывая саммит", "выступая", "призвал партнеров"
    private func isOnFloorTold(_ scene: EncounterScene) -> Bool {
        let encounters = reading.marks.encounters
        return !reading.all(encounters.floor, in: scene.clause).isEmpty
            || reading.document.marks(reading.marks.encounter, in: scene.sentence).contains {
                reading.value($0) == "summit" && reading.isBehindPreposition($0.first, scene.clause.part(of: $0.first))
            }
    }
}
