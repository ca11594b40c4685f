import Grammar
import Morphology

/// Agreement of words in case, number and gender: which of their readings can stand together.
enum Concord {
    /// The cases, numbers and genders of one reading that another must share.
    private static func shares(_ first: Grammemes, _ second: Grammemes) -> Bool {
        let grammar = first.intersection(Grammemes.cases)
        guard !grammar.isEmpty,
            second.intersects(grammar) || first.contains(.fixd) || second.contains(.fixd)
        else { return false }
        if first.contains(.plur) || second.contains(.plur) { return first.contains(.plur) && second.contains(.plur) }
        let gender = first.intersection(Grammemes.genders)
        return gender.isEmpty || !second.intersects(Grammemes.genders) || second.intersects(gender)
    }

    /// Whether an adjective can belong to a noun.
    static func agree(_ adjective: Word, _ noun: Word) -> Bool {
        adjective.readings.contains { first in
            first.intersects([.adjf, .prtf])
                && noun.readings.contains { $0.intersects([.noun, .adjf, .prtf, .npro]) && shares(first, $0) }
        }
    }

    /// Whether an adjective leaves a noun a reading that has all of `wanted`: "известного политика" a man, "известная политика" not.
    static func leaves(_ wanted: Grammemes, of noun: Word, by adjective: Word) -> Bool {
        noun.readings.contains { reading in
            reading.contains(wanted)
                && adjective.readings.contains { $0.intersects([.adjf, .prtf]) && shares($0, reading) }
        }
    }
}
