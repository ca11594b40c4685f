import Grammar
import Model
import Morphology

/// Whose journey a possessive pronoun tells of: "моего визита", "вашей поездки", "его визита".
extension Reading {
    /// The speaker's, that of the one who is spoken to, or that of the only one named so far whose home is not where it goes.
    func possessingTraveller(of mark: Mark, _ scene: EncounterScene) -> Actor? {
        guard mark.first > scene.clause.lowerBound else { return nil }
        var possessive = mark.first - 1
        while possessive > scene.clause.lowerBound, isAttribute(possessive), !isOfSomebody(possessive) {
            possessive -= 1
        }
        guard isOfSomebody(possessive),
            let goal = place(enteredIn: mark.end..<max(mark.end, min(scene.clause.upperBound, mark.end + 4))).first?.1
                ?? placeBefore(visit: mark, possessive, scene),
            let state = goal.country
        else { return nil }
        if document.mark(at: possessive, marks.encounters.mine) != nil {
            return speaker(of: scene).flatMap { $0.country == state ? nil : $0 }
        }
        // "договоренности, достигнутые в ходе его визита": an aside, since "его визит станет" is of the one pointed at.
        let isYours = document.mark(at: possessive, marks.encounters.yours) != nil
        let aside = document.marks(
            marks.encounters.refer, in: max(scene.clause.lowerBound, possessive - 2)..<possessive)
        guard isYours || aside.contains(where: { value($0) == "aside" }) else { return nil }
        let speaker = isYours ? speaker(of: scene) : nil
        if isYours, speaker?.country != state { return nil }
        let reach = isYours ? 0..<scene.sentence.lowerBound : reachOfPronoun(scene.sentence.lowerBound, possessive)
        let told = people.names(in: reach).filter { name in
            let person = people.persons[name.person]
            return person.level != nil && person.country.map { $0 != state } ?? false
        }
        guard Set(told.map(\.person)).count == 1, let name = told.last else { return nil }
        let person = people.persons[name.person]
        return Actor(
            range: name.range, kind: .person, person: name.person, country: person.country, office: person.office,
            level: person.level, cases: .nomn)
    }

    /// "документы, подписанные в Риме в ходе его визита": where that was, told before the words for the visit.
    func placeBefore(visit: Mark, _ possessive: Int, _ scene: EncounterScene) -> Place? {
        let from = max(scene.sentence.lowerBound, possessive - Self.reachOfPlace)
        guard let aside = document.marks(marks.encounters.refer, in: from..<possessive).last, value(aside) == "aside",
            let place = place(endingAt: aside.first), [.city, .capital, .name].contains(place.kind),
            isLocalPreposition(place.range.lowerBound - 1)
        else { return nil }
        return Place(city: place.city, country: place.country)
    }

    /// Tokens from a pronoun back to the place.
    private static let reachOfPlace = 6

    /// The tokens before a pronoun in its sentence, or with the sentence before where they name nobody.
    private func reachOfPronoun(_ sentence: Int, _ pronoun: Int) -> Range<Int> {
        let index = Int(document.sentenceOf[sentence])
        guard index > 0, people.names(in: sentence..<pronoun).isEmpty else { return sentence..<pronoun }
        return document.sentences[index - 1].lowerBound..<pronoun
    }

    private func isOfSomebody(_ token: Int) -> Bool {
        document.mark(at: token, marks.encounters.mine) != nil
            || document.mark(at: token, marks.encounters.yours) != nil
            || isOfOne(token)
    }
}
