/// The grammemes by their OpenCorpora codes in lower camel case.
///
/// Codes that are no Swift names are spelled out: `1per` is ``per1``, `ms-f` is ``msf``, `Ms-f` is ``possiblyMsf``,
/// `GNdr` is ``genderless``, `V-ey` is ``vey`` and `Init` is ``initials``. The bit is the code's place in ``Grammemes/codes``, which a
/// test checks.
extension Grammemes {
    // MARK: Parts of speech

    @inlinable public static var noun: Grammemes { Grammemes(bit: 1) }
    @inlinable public static var adjf: Grammemes { Grammemes(bit: 2) }
    @inlinable public static var adjs: Grammemes { Grammemes(bit: 3) }
    @inlinable public static var comp: Grammemes { Grammemes(bit: 4) }
    @inlinable public static var verb: Grammemes { Grammemes(bit: 5) }
    @inlinable public static var infn: Grammemes { Grammemes(bit: 6) }
    @inlinable public static var prtf: Grammemes { Grammemes(bit: 7) }
    @inlinable public static var prts: Grammemes { Grammemes(bit: 8) }
    @inlinable public static var grnd: Grammemes { Grammemes(bit: 9) }
    @inlinable public static var numr: Grammemes { Grammemes(bit: 10) }
    @inlinable public static var advb: Grammemes { Grammemes(bit: 11) }
    @inlinable public static var npro: Grammemes { Grammemes(bit: 12) }
    @inlinable public static var pred: Grammemes { Grammemes(bit: 13) }
    @inlinable public static var prep: Grammemes { Grammemes(bit: 14) }
    @inlinable public static var conj: Grammemes { Grammemes(bit: 15) }
    @inlinable public static var prcl: Grammemes { Grammemes(bit: 16) }
    @inlinable public static var intj: Grammemes { Grammemes(bit: 17) }

    // MARK: Animacy, gender, number

    @inlinable public static var anim: Grammemes { Grammemes(bit: 19) }
    @inlinable public static var inan: Grammemes { Grammemes(bit: 20) }
    @inlinable public static var masc: Grammemes { Grammemes(bit: 22) }
    @inlinable public static var femn: Grammemes { Grammemes(bit: 23) }
    @inlinable public static var neut: Grammemes { Grammemes(bit: 24) }
    @inlinable public static var msf: Grammemes { Grammemes(bit: 25) }
    @inlinable public static var possiblyMsf: Grammemes { Grammemes(bit: 113) }
    @inlinable public static var genderless: Grammemes { Grammemes(bit: 21) }
    @inlinable public static var sing: Grammemes { Grammemes(bit: 27) }
    @inlinable public static var plur: Grammemes { Grammemes(bit: 28) }
    @inlinable public static var sgtm: Grammemes { Grammemes(bit: 29) }
    @inlinable public static var pltm: Grammemes { Grammemes(bit: 30) }
    @inlinable public static var fixd: Grammemes { Grammemes(bit: 31) }

    // MARK: Case

    @inlinable public static var nomn: Grammemes { Grammemes(bit: 33) }
    @inlinable public static var gent: Grammemes { Grammemes(bit: 34) }
    @inlinable public static var datv: Grammemes { Grammemes(bit: 35) }
    @inlinable public static var accs: Grammemes { Grammemes(bit: 36) }
    @inlinable public static var ablt: Grammemes { Grammemes(bit: 37) }
    @inlinable public static var loct: Grammemes { Grammemes(bit: 38) }
    @inlinable public static var voct: Grammemes { Grammemes(bit: 39) }
    @inlinable public static var gen1: Grammemes { Grammemes(bit: 40) }
    @inlinable public static var gen2: Grammemes { Grammemes(bit: 41) }
    @inlinable public static var acc2: Grammemes { Grammemes(bit: 42) }
    @inlinable public static var loc1: Grammemes { Grammemes(bit: 43) }
    @inlinable public static var loc2: Grammemes { Grammemes(bit: 44) }

    // MARK: Names and abbreviations

    @inlinable public static var name: Grammemes { Grammemes(bit: 46) }
    @inlinable public static var surn: Grammemes { Grammemes(bit: 47) }
    @inlinable public static var patr: Grammemes { Grammemes(bit: 48) }
    @inlinable public static var geox: Grammemes { Grammemes(bit: 49) }
    @inlinable public static var orgn: Grammemes { Grammemes(bit: 50) }
    @inlinable public static var trad: Grammemes { Grammemes(bit: 51) }
    @inlinable public static var initials: Grammemes { Grammemes(bit: 111) }
    @inlinable public static var hypo: Grammemes { Grammemes(bit: 114) }

    // MARK: Kinds of adjectives, pronouns and numerals

    @inlinable public static var subx: Grammemes { Grammemes(bit: 52) }
    @inlinable public static var supr: Grammemes { Grammemes(bit: 53) }
    @inlinable public static var qual: Grammemes { Grammemes(bit: 54) }
    @inlinable public static var apro: Grammemes { Grammemes(bit: 55) }
    @inlinable public static var anum: Grammemes { Grammemes(bit: 56) }
    @inlinable public static var poss: Grammemes { Grammemes(bit: 57) }
    @inlinable public static var cmp2: Grammemes { Grammemes(bit: 60) }
    @inlinable public static var adjx: Grammemes { Grammemes(bit: 112) }
    @inlinable public static var coll: Grammemes { Grammemes(bit: 105) }
    @inlinable public static var coun: Grammemes { Grammemes(bit: 104) }
    @inlinable public static var anph: Grammemes { Grammemes(bit: 110) }
    @inlinable public static var dmns: Grammemes { Grammemes(bit: 96) }
    @inlinable public static var ques: Grammemes { Grammemes(bit: 95) }

    // MARK: Verbs

    @inlinable public static var perf: Grammemes { Grammemes(bit: 63) }
    @inlinable public static var impf: Grammemes { Grammemes(bit: 64) }
    @inlinable public static var tran: Grammemes { Grammemes(bit: 66) }
    @inlinable public static var intr: Grammemes { Grammemes(bit: 67) }
    @inlinable public static var impe: Grammemes { Grammemes(bit: 68) }
    @inlinable public static var impx: Grammemes { Grammemes(bit: 69) }
    @inlinable public static var mult: Grammemes { Grammemes(bit: 70) }
    @inlinable public static var refl: Grammemes { Grammemes(bit: 71) }
    @inlinable public static var per1: Grammemes { Grammemes(bit: 73) }
    @inlinable public static var per2: Grammemes { Grammemes(bit: 74) }
    @inlinable public static var per3: Grammemes { Grammemes(bit: 75) }
    @inlinable public static var pres: Grammemes { Grammemes(bit: 77) }
    @inlinable public static var past: Grammemes { Grammemes(bit: 78) }
    @inlinable public static var futr: Grammemes { Grammemes(bit: 79) }
    @inlinable public static var indc: Grammemes { Grammemes(bit: 81) }
    @inlinable public static var impr: Grammemes { Grammemes(bit: 82) }
    @inlinable public static var incl: Grammemes { Grammemes(bit: 84) }
    @inlinable public static var excl: Grammemes { Grammemes(bit: 85) }
    @inlinable public static var actv: Grammemes { Grammemes(bit: 87) }
    @inlinable public static var pssv: Grammemes { Grammemes(bit: 88) }

    // MARK: Variants of endings

    @inlinable public static var vey: Grammemes { Grammemes(bit: 58) }
    @inlinable public static var voy: Grammemes { Grammemes(bit: 59) }

    // MARK: Use

    @inlinable public static var infr: Grammemes { Grammemes(bit: 89) }
    @inlinable public static var slng: Grammemes { Grammemes(bit: 90) }
    @inlinable public static var arch: Grammemes { Grammemes(bit: 91) }
    @inlinable public static var litr: Grammemes { Grammemes(bit: 92) }
    @inlinable public static var erro: Grammemes { Grammemes(bit: 93) }
    @inlinable public static var dist: Grammemes { Grammemes(bit: 94) }
    @inlinable public static var prnt: Grammemes { Grammemes(bit: 97) }
    @inlinable public static var prdx: Grammemes { Grammemes(bit: 103) }
    @inlinable public static var vpre: Grammemes { Grammemes(bit: 109) }
    @inlinable public static var inmx: Grammemes { Grammemes(bit: 108) }
    @inlinable public static var fimp: Grammemes { Grammemes(bit: 102) }

    // MARK: Tokens that are not words

    @inlinable public static var pnct: Grammemes { Grammemes(bit: 115) }
    @inlinable public static var latn: Grammemes { Grammemes(bit: 116) }
    @inlinable public static var numb: Grammemes { Grammemes(bit: 117) }
    @inlinable public static var intg: Grammemes { Grammemes(bit: 118) }
    @inlinable public static var real: Grammemes { Grammemes(bit: 119) }
    @inlinable public static var romn: Grammemes { Grammemes(bit: 120) }
    @inlinable public static var unkn: Grammemes { Grammemes(bit: 121) }

    // MARK: Categories

    public static let partsOfSpeech = Grammemes.category("POST")
    @inlinable public static var genders: Grammemes { masc.union(femn).union(neut) }
    @inlinable public static var numbers: Grammemes { sing.union(plur) }
    @inlinable public static var cases: Grammemes {
        nomn.union(gent).union(datv).union(accs).union(ablt).union(loct).union(voct).union(gen1).union(gen2).union(acc2)
            .union(loc1).union(loc2)
    }
    public static let persons = Grammemes.category("PErs")
    public static let tenses = Grammemes.category("TEns")
}
