import Grammar
import Model
import Morphology

/// Talks told by who takes part in them.
extension Reading {
    /// "принял участие в переговорах с послами", "примет участие во встрече России, Турции и Ирана": talks of which nobody is
    /// told but the one who takes part, and the states.
    func isShared(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard noun.kind == .talks, isOn(noun.head, scene),
            let mark = all(marks.encounters.take, in: scene.clause).first,
            mark.end <= noun.head && noun.head - mark.end <= 5
                || isOfNamed(noun, scene) && (0...2).contains(mark.first - noun.range.upperBound)
                || isOfStates(noun, scene) && (0...4).contains(mark.first - noun.range.upperBound)
        else { return false }
        let own = scene.actors.filter { $0.range.lowerBound >= noun.range.upperBound && $0.link == .bare }
        guard
            own.allSatisfy({
                $0.kind == .country || $0.kind == .group || $0.kind == .person && $0.cases.contains(.nomn)
            })
        else { return false }
        return sideCountries(of: noun.range, scene).count >= 2 || own.contains { $0.countries.count >= 2 }
            || isOfNamed(noun, scene)
    }

    /// "во встрече принимают участие президенты А, Б и В": the holders of an office of several states.
    func isOfStates(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        scene.actors.contains {
            $0.range.lowerBound >= noun.range.upperBound && $0.link == .bare && $0.kind == .group
                && $0.cases.contains(.nomn) && $0.countries.count > 2
        }
    }

    /// "во встрече приняли участие А и Б": attenders of two states, by name. With "также" they sit beside those who met.
    func isOfNamed(_ noun: EncounterNoun, _ scene: EncounterScene) -> Bool {
        guard all(marks.encounters.join, in: scene.clause).isEmpty else { return false }
        let named = scene.actors.filter {
            $0.range.lowerBound >= noun.range.upperBound && $0.link == .bare && $0.kind == .person
                && $0.cases.contains(.nomn)
        }
        return Set(named.compactMap(\.country)).count >= 2
    }
}
