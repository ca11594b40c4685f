import Morphology

/// Cases that a name may stand in.
struct CaseSet: OptionSet, Hashable {
    let rawValue: UInt8

    /// The cases in their usual order, one a bit.
    static let all: [Grammemes] = [.nomn, .gent, .datv, .accs, .ablt, .loct]

    static let genitive = CaseSet(place: 1)
    static let accusative = CaseSet(place: 3)
    static let instrumental = CaseSet(place: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The case of one place.
    init(place: Int) { rawValue = 1 << UInt8(place) }

    /// The cases for which something holds.
    init(where holds: (Grammemes) -> Bool) {
        var bits: UInt8 = 0
        for place in Self.all.indices where holds(Self.all[place]) { bits |= 1 << UInt8(place) }
        rawValue = bits
    }

    func contains(place: Int) -> Bool { rawValue & 1 << UInt8(place) != 0 }

    var grammemes: Grammemes {
        Self.all.indices.reduce(Grammemes()) { contains(place: $1) ? $0.union(Self.all[$1]) : $0 }
    }
}
