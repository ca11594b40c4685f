import Morphology

/// A parse as the choice among parses sees it, in eight bytes: a word has them ready, and a sentence looks at them by the hundred.
struct Candidate {
    let signature: Signature
    private let traits: UInt8
    /// Among the parses of its word.
    let place: UInt8
    /// Thousandths of the logarithm of its share.
    let likelihood: Int32

    /// Parses looked at of each word; beyond them are vocatives and rare doubles.
    static let most = 16

    private static let transitive: UInt8 = 1
    private static let givenName: UInt8 = 2
    private static let properName: UInt8 = 4

    var isTransitive: Bool { traits & Self.transitive != 0 }
    var isGivenName: Bool { traits & Self.givenName != 0 }
    var isProperName: Bool { traits & Self.properName != 0 }

    /// - Parameter rareName: what weighs against a man's name, where the form is far oftener a woman's.
    init(_ grammemes: Grammemes, share: Double, place: Int, rareName: Int32?) {
        signature = Signature(grammemes)
        var traits: UInt8 = grammemes.contains(.tran) ? Self.transitive : 0
        if grammemes.contains(.name) { traits |= Self.givenName }
        if grammemes.intersects([.name, .surn, .patr, .geox]) { traits |= Self.properName }
        self.traits = traits
        self.place = UInt8(place)
        let isRare = traits & Self.givenName != 0 && signature.gender == 1
        likelihood = Self.thousandths(share) + (isRare ? rareName ?? 0 : 0)
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
}

/// What agrees and what is governed of a word, in fourteen bits; none of them for no word.
struct Signature: Equatable {
    enum Kind: UInt8 {
        case none, noun, adjective, participle, numeral, preposition, conjunction, finite, infinitive, other
    }

    let bits: UInt16

    static let none = Signature(bits: 0)
    static let width: UInt64 = 14

    init(bits: UInt16) { self.bits = bits }

    init(_ grammemes: Grammemes) {
        let kind: Kind =
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
        let number: UInt16 = grammemes.contains(.sing) ? 1 : grammemes.contains(.plur) ? 2 : 0
        let gender: UInt16 =
            grammemes.intersects(.msf)
            ? 0
            : grammemes.contains(.masc) ? 1 : grammemes.contains(.femn) ? 2 : grammemes.contains(.neut) ? 3 : 0
        let animacy: UInt16 =
            grammemes.contains(.anim) == grammemes.contains(.inan) ? 0 : grammemes.contains(.anim) ? 1 : 2
        bits =
            UInt16(kind.rawValue) | UInt16(Self.caseNumber(of: grammemes)) << 4 | number << 7 | gender << 9
            | animacy << 11
    }

    var isNone: Bool { bits == 0 }

    @inline(__always)
    var kind: Kind { unsafeBitCast(UInt8(truncatingIfNeeded: bits & 15), to: Kind.self) }

    /// Of the six cases, 1 to 6 in their usual order; 0 for none.
    @inline(__always)
    var grammaticalCase: UInt8 { UInt8(truncatingIfNeeded: bits >> 4 & 7) }

    /// 1 singular, 2 plural; 0 for none.
    @inline(__always)
    var number: UInt8 { UInt8(truncatingIfNeeded: bits >> 7 & 3) }

    /// 1 masculine, 2 feminine, 3 neuter; 0 for none or any.
    @inline(__always)
    var gender: UInt8 { UInt8(truncatingIfNeeded: bits >> 9 & 3) }

    /// 1 animate, 2 inanimate; 0 for none or any.
    @inline(__always)
    var animacy: UInt8 { UInt8(truncatingIfNeeded: bits >> 11 & 3) }

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

    /// Whether two nominals can belong together.
    @inline(__always)
    func agrees(with other: Signature) -> Bool {
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
    func agreesAsSubject(with verb: Signature) -> Bool {
        if number != 0, verb.number != 0, number != verb.number { return false }
        if number == 2 || verb.number == 2 { return true }
        return gender == 0 || verb.gender == 0 || gender == verb.gender
    }
}

/// What the choice among parses asks of a word, whatever stands around it.
struct ChoiceTraits {
    /// The cases that it governs as a preposition, as digits, the commonest in the lowest four bits.
    var governed: UInt32 = 0
    /// "которой" begins a clause.
    var isRelative = false
    /// "и" joins words of one case.
    var isJoining = false
    /// "много" counts what stands behind it.
    var isCounting = false
}

extension Government {
    /// What is to be known of a word before its sentence is.
    func traits(text: String, parses: [Parse], grammemes: Grammemes) -> (ChoiceTraits, [Candidate]) {
        guard !parses.isEmpty else { return (ChoiceTraits(), []) }
        let rareName = grammemes.contains(.name) && womensNames.contains(text) ? weight(.rareName) : nil
        let candidates = parses.indices.prefix(Candidate.most).map {
            Candidate(parses[$0].tag.grammemes, share: parses[$0].score, place: $0, rareName: rareName)
        }
        func has(_ kind: Signature.Kind) -> Bool { candidates.contains { $0.signature.kind == kind } }
        let traits = ChoiceTraits(
            governed: has(.preposition) ? governed[text] ?? 0 : 0,
            isRelative: grammemes.contains(.apro) && relative.contains(parses[0].lemma),
            isJoining: has(.conjunction) && joining.contains(text),
            isCounting: grammemes.intersects([.advb, .comp, .numr]) && counting.contains(text))
        return (traits, candidates)
    }
}
