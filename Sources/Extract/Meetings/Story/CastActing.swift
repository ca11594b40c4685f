import Grammar
import Model

/// Those who are meant by a word for whoever came or acted right before.
extension Cast {
    /// "Баку посетила делегация во главе с А. На встрече украинской делегации с президентом": who leads those who came last.
    func head(of delegation: Actor, _ mention: EncounterMention) -> Party? {
        guard let country = delegation.country, !delegation.isPlural, let journey = journey(before: mention),
            let traveller = journey.traveller, traveller.delegation != nil, traveller.country == country,
            mention.clause.lowerBound - journey.clause.upperBound < Self.reachOfDelegation
        else { return nil }
        return traveller.person.map { party($0, country: country) }
    }

    /// Tokens from a journey to the delegation that came on it.
    private static let reachOfDelegation = 60

    /// "Министры А и Б приехали в Тбилиси. Они встретились с президентом Грузии": whoever acted in the sentence before, where
    /// somebody of another state is met.
    func acting(before pronoun: Actor, _ mention: EncounterMention) -> [Party] {
        let met = mention.actors.filter { $0.link == .with && ($0.kind == .person || $0.kind == .office) }
        let sentence = Int(reading.document.sentenceOf[pronoun.range.lowerBound]) - 1
        guard pronoun.link == .bare, !met.isEmpty, sentence >= 0 else { return [] }
        let acting = scenes.actors(in: sentence).filter { actor in
            actor.isSubject && (actor.kind == .person || actor.kind == .group)
        }
        guard let first = acting.first, acting.count > 1 || !first.countries.isEmpty,
            acting.dropFirst().allSatisfy(\.isCoordinated),
            !acting.contains(where: { actor in
                met.contains {
                    $0.country == nil || $0.country == actor.country || actor.countries.contains($0.country!)
                }
            })
        else { return [] }
        return acting.flatMap { actor in
            actor.kind == .group
                ? actor.countries.map { Party(person: nil, country: $0, office: actor.office, level: actor.level) }
                : actor.person.map { [party($0, country: actor.country)] } ?? []
        }
    }

    /// "Лидеры Армении и Грузии подписали декларацию. Встреча прошла в Тбилиси": the officials of several states who acted together
    /// in the sentence of a token or up to two before, and who may have met as it is told.
    ///
    /// - Parameter level: theirs, where it is told.
    func officials(actingBefore token: Int, of level: Meeting.Level?) -> [Party] {
        let last = Int(reading.document.sentenceOf[token])
        for sentence in [last, last - 1, last - 2] where sentence >= 0 {
            let acting = scenes.actors(in: sentence).filter {
                $0.isSubject && !$0.isVague && ($0.kind == .office || $0.kind == .group && $0.office != nil)
                    && $0.range.upperBound <= token
            }
            guard let first = acting.first else { continue }
            let officials = acting.flatMap { actor in
                (actor.countries.isEmpty ? [actor.country].compactMap { $0 } : actor.countries).map {
                    Party(person: nil, country: $0, office: actor.office, level: actor.level)
                }
            }
            guard acting.dropFirst().allSatisfy(\.isCoordinated), officials.count > 1,
                Set(officials.map(\.country)).count == officials.count, level == nil || level == first.level,
                officials.allSatisfy({ $0.level == first.level })
            else { return [] }
            return officials
        }
        return []
    }
}
