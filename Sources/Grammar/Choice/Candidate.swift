import Morphology

/// A parse as the choice among parses sees it: what agrees and what is governed, in small numbers.
struct Candidate {
    enum Kind: UInt8 {
        case noun, adjective, participle, numeral, preposition, conjunction, finite, infinitive, other
    }

    let kind: Kind
    /// Of the six cases, 1 to 6 in their usual order; 0 for none.
    let grammaticalCase: UInt8
    /// 1 singular, 2 plural; 0 for none.
    let number: UInt8
    /// 1 masculine, 2 feminine, 3 neuter; 0 for none or any.
    let gender: UInt8
    /// 1 animate, 2 inanimate; 0 for none or any.
    let animacy: UInt8
    let isTransitive: Bool
    let isGivenName: Bool
    let isProperName: Bool
    /// Among the parses of its word.
    let place: Int32
    /// Thousandths of the logarithm of its share.
    var likelihood: Int32

    init(_ grammemes: Grammemes, share: Double, place: Int) {
        kind =
            if grammemes.contains(.prep) {
                .preposition
            } else if grammemes.contains(.conj) {
                .conjunction
            } else if grammemes.contains(.prtf) {
                .participle
            } else if grammemes.contains(.adjf) {
                .adjective
            } else if grammemes.contains(.numr) {
                .numeral
            } else if grammemes.intersects([.noun, .npro]) {
                .noun
            } else if grammemes.intersects([.verb, .prts, .adjs, .pred]) {
                .finite
            } else if grammemes.intersects([.infn, .grnd]) {
                .infinitive
            } else {
                .other
            }
        grammaticalCase = Self.caseNumber(of: grammemes)
        number = grammemes.contains(.sing) ? 1 : grammemes.contains(.plur) ? 2 : 0
        gender =
            grammemes.intersects(.msf)
            ? 0
            : grammemes.contains(.masc) ? 1 : grammemes.contains(.femn) ? 2 : grammemes.contains(.neut) ? 3 : 0
        animacy =
            grammemes.contains(.anim) == grammemes.contains(.inan) ? 0 : grammemes.contains(.anim) ? 1 : 2
        isTransitive = grammemes.contains(.tran)
        isGivenName = grammemes.contains(.name)
        isProperName = grammemes.intersects([.name, .surn, .patr, .geox])
        self.place = Int32(place)
        likelihood = Self.thousandths(share)
    }

    /// The commoner and the rarer variants of a case, and the vocative with the nominative.
    static func caseNumber(of grammemes: Grammemes) -> UInt8 {
        grammemes.intersects([.nomn, .voct])
            ? 1
            : grammemes.intersects([.gent, .gen1, .gen2])
                ? 2
                : grammemes.contains(.datv)
                    ? 3
                    : grammemes.intersects([.accs, .acc2])
                        ? 4 : grammemes.contains(.ablt) ? 5 : grammemes.intersects([.loct, .loc1, .loc2]) ? 6 : 0
    }

    /// 1000 ln share by the binary exponent and a table of its sixteenths: no library's last digit decides.
    private static func thousandths(_ share: Double) -> Int32 {
        let share = max(share, 1e-4)
        return Int32(share.exponent) * 693 + sixteenths[Int((share.significand - 1) * 16)]
    }

    /// 1000 ln (1 + n/16)
    private static let sixteenths: [Int32] = [
        0, 61, 118, 172, 223, 272, 318, 363, 405, 446, 486, 523, 560, 595, 629, 661,
    ]

    /// Whether two nominals can belong together.
    @inline(__always)
    func agrees(with other: Candidate) -> Bool {
        if grammaticalCase != other.grammaticalCase { return false }
        if number != 0, other.number != 0, number != other.number { return false }
        let isPlural = number == 2 || other.number == 2
        if !isPlural, gender != 0, other.gender != 0, gender != other.gender { return false }
        // Only the accusative of the plural and of the masculine tells the animate from the rest.
        guard grammaticalCase == 4, animacy != 0, other.animacy != 0, isPlural || gender == 1 else { return true }
        return animacy == other.animacy
    }

    /// Whether a subject and a verb can belong together.
    @inline(__always)
    func agreesAsSubject(with verb: Candidate) -> Bool {
        if number != 0, verb.number != 0, number != verb.number { return false }
        if number == 2 || verb.number == 2 { return true }
        return gender == 0 || verb.gender == 0 || gender == verb.gender
    }
}
