/// The catalogue of grammemes: every code, and the category it stands under.
///
/// The first 115 are the dictionary's `grammemes.json` in its order, with parents; the last seven are those that
/// pymorphy's analysis units add for tokens that are not words.
extension Grammemes {
    private static let catalogue = """
        POST NOUN:POST ADJF:POST ADJS:POST COMP:POST VERB:POST INFN:POST PRTF:POST PRTS:POST GRND:POST
        NUMR:POST ADVB:POST NPRO:POST PRED:POST PREP:POST CONJ:POST PRCL:POST INTJ:POST ANim anim:ANim
        inan:ANim GNdr masc:ms-f femn:ms-f neut:GNdr ms-f:GNdr NMbr sing:NMbr plur:NMbr Sgtm Pltm Fixd CAse
        nomn:CAse gent:CAse datv:CAse accs:CAse ablt:CAse loct:CAse voct:nomn gen1:gent gen2:gent acc2:accs
        loc1:loct loc2:loct Abbr Name Surn Patr Geox Orgn Trad Subx Supr Qual Apro Anum Poss V-ey V-oy Cmp2
        V-ej ASpc perf:ASpc impf:ASpc TRns tran:TRns intr:TRns Impe Impx Mult Refl PErs 1per:PErs 2per:PErs
        3per:PErs TEns pres:TEns past:TEns futr:TEns MOod indc:MOod impr:MOod INvl incl:INvl excl:INvl VOic
        actv:VOic pssv:VOic Infr Slng Arch Litr Erro Dist Ques Dmns Prnt V-be V-en V-ie V-bi Fimp Prdx Coun
        Coll V-sh Af-p Inmx Vpre Anph Init Adjx Ms-f Hypo PNCT LATN NUMB intg real ROMN UNKN
        """

    private static let entries: [(code: String, parent: String?)] =
        catalogue
        .split { $0 == " " || $0 == "\n" }
        .map { entry in
            let halves = entry.split(separator: ":").map(String.init)
            return (halves[0], halves.count > 1 ? halves[1] : nil)
        }

    /// All codes, each at the place of its bit.
    static let codes: [String] = entries.map(\.code)

    /// The place of each code, under its four ASCII bytes packed into one number.
    private static let places: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: codes.enumerated().map { place, code in
            (code.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }, UInt8(place))
        })

    /// Reads codes parted by commas or spaces. Nil if one of them is unknown.
    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var set = Grammemes()
        var key: UInt32 = 0
        var length = 0
        for position in 0...bytes.count {
            let byte = position < bytes.count ? bytes[position] : UInt8(ascii: ",")
            if byte != UInt8(ascii: ","), byte != UInt8(ascii: " ") {
                key = key << 8 | UInt32(byte)
                length += 1
                continue
            }
            if length == 0 { continue }
            guard length == 4, let place = Grammemes.places[key] else { return nil }
            set.formUnion(Grammemes(bit: Int(place)))
            (key, length) = (0, 0)
        }
        self = set
    }

    /// Everything that stands under the category `code`, to the second level: `gen2` stands under `gent` and `CAse`.
    static func category(_ code: String) -> Grammemes {
        let parents = Dictionary(uniqueKeysWithValues: entries.map { ($0.code, $0.parent) })
        var set = Grammemes()
        for (place, entry) in entries.enumerated() {
            guard let parent = entry.parent else { continue }
            if parent == code || parents[parent] == code { set.formUnion(Grammemes(bit: place)) }
        }
        return set
    }

    /// For each grammeme, by its place, those that cannot stand beside it: its siblings, and the genders beside the
    /// plural (pymorphy's `_EXTRA_INCOMPATIBLE`).
    private static let rivals: [Grammemes] = entries.enumerated().map { place, entry in
        var set = entry.parent.map(category) ?? Grammemes()
        if entry.code == "plur" { set.formUnion(category("GNdr").union(.genderless)) }
        return set.subtracting(Grammemes(bit: place))
    }

    /// This set with `required` added and what contradicts it taken out.
    func updated(with required: Grammemes) -> Grammemes {
        required.members.reduce(union(required)) { $0.subtracting(Grammemes.rivals[$1]) }
    }

    /// The set with the rare cases replaced by the common ones that they are forms of.
    var withCommonCases: Grammemes {
        let common: [(rare: Grammemes, case: Grammemes)] = [
            (.gen1, .gent), (.gen2, .gent), (.acc2, .accs), (.loc1, .loct), (.loc2, .loct), (.voct, .nomn),
        ]
        return common.reduce(self) { $0.intersects($1.rare) ? $0.subtracting($1.rare).union($1.case) : $0 }
    }
}
