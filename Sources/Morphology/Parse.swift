/// One reading of a word form.
public struct Parse: Hashable, Sendable {
    /// The form that was parsed, in lower case, with ё where the dictionary has it.
    public let word: String

    /// The normal form, in lower case.
    public let lemma: String

    public let tag: Tag

    /// P(tag | word) as counted in the OpenCorpora corpus, or a share by the analysis unit's own estimate where the
    /// corpus does not know the word. Over the parses of one word the scores sum to 1.
    public internal(set) var score: Double

    /// How the reading came about, which says how its other forms are built.
    let derivation: Derivation
}

/// The way a reading came about, kept so that its lexeme can be built again.
///
/// Units are open in number, the ways of forming are these: a paradigm of the dictionary, a word that keeps its
/// shape, and a base with something fixed before it, behind it, or with a second word behind a hyphen.
enum Derivation: Hashable, Sendable {
    /// The form at `form` of a dictionary paradigm.
    case paradigm(id: UInt16, form: UInt16)

    /// A word of one shape that carries any of these tags; with none, its own alone.
    case invariable([Tag])

    indirect case prefixed(String, base: Derivation)
    indirect case suffixed(String, base: Derivation)

    /// Two words joined by a hyphen that are inflected together: человека-горы.
    indirect case pair(Derivation, Derivation)

    /// The paradigm at the bottom, by which two equal readings with different lexemes are told apart. Of a pair it is
    /// the right half's, as in pymorphy, so that не-гров-рабов is not read as a pair and as fixed besides.
    var root: Derivation? {
        switch self {
        case .paradigm(let id, _): .paradigm(id: id, form: 0)
        case .invariable: nil
        case .prefixed(_, let base), .suffixed(_, let base), .pair(_, let base): base.root
        }
    }
}
