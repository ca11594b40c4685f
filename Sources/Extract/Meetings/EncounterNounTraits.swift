import Grammar
import Model
import Morphology

/// What the form of an encounter's noun and the words beside it say: of two, of many, in several places.
extension Reading {
    /// "в Кении и Бурунди": the states named behind a preposition of place.
    func states(listedIn clause: Clause, behind token: Int) -> [Place] {
        var found: [Place] = []
        var end = token
        for place in places(in: token..<max(token, clause.upperBound)) where place.kind == .name {
            let isFirst =
                found.isEmpty && isLocalPreposition(place.range.lowerBound - 1)
                && cases(ofWord: place.range.upperBound - 1).contains(.loct)
            let isNext =
                place.range.lowerBound == end + 1 && (document.isMark(end, ",") || isShortConjunction(end))
            guard isFirst || !found.isEmpty && isNext, let stop = Place(city: nil, country: place.country) else {
                continue
            }
            found.append(stop)
            end = place.range.upperBound
        }
        return found
    }

    /// "На переговоры с министром прибыл коллега": the phrase of the noun opens the clause.
    func opensWithPreposition(_ head: Int, _ clause: Clause) -> Bool {
        head - clause.lowerBound <= 2 && isBehindPreposition(head, clause.part(of: head))
            && cases(ofWord: head).contains(.accs)
    }

    /// "российско-индийский саммит" is the talks of two leaders.
    func isOfTwo(_ range: Range<Int>, _ scene: EncounterScene) -> Bool {
        let before = max(scene.clause.lowerBound, range.lowerBound - 3)..<range.lowerBound
        return places(in: before).filter {
            $0.kind == .adjective && document.tokens[$0.range.lowerBound].shape.contains(.hyphen)
        }.count == 2
    }

    /// "провести саммит с президентом": of the two, where no organisation is named.
    func isWithSomebody(_ range: Range<Int>, _ scene: EncounterScene) -> Bool {
        guard let next = scene.actors.first(where: { $0.range.lowerBound >= range.upperBound }), next.link == .with,
            next.kind == .person || next.kind == .office, next.range.lowerBound - range.upperBound <= 1
        else { return false }
        return true
    }

    /// A body of two states, or something of "двух стран": the states in focus hold it.
    func isOfBoth(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        let phrase = noun.range.lowerBound..<min(scene.sentence.upperBound, noun.range.upperBound + 6)
        return noun.isBody || !document.marks(marks.encounters.body, in: phrase).isEmpty
            || !document.marks(marks.pair, in: scene.sentence).isEmpty
    }

    /// Several of a kind and no one of them: "на выставках".
    func isGeneric(_ noun: EncounterNoun) -> Bool {
        guard noun.kind != .talks, let word = document.word(noun.head) else { return false }
        return word.can(be: .noun.union(.plur)) && !word.can(be: .noun.union(.sing))
    }

    /// "по итогам встреч президентов": several, and none of them told here.
    func isSeveral(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks, let word = document.word(noun.head), !word.can(be: .noun.union(.sing)),
            !word.can(be: .pltm)
        else { return false }
        if scene.actors.contains(where: { $0.link == .with && $0.kind != .country }) { return false }
        // "по итогам консультаций министр А и министр Б подписали"
        return Set(subjects(of: noun.head, scene).filter { $0.kind == .person }.compactMap(\.country)).count < 2
    }
}
