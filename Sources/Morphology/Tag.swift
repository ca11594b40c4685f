/// What a dictionary says of a word form: `NOUN,inan,masc sing,nomn`.
///
/// The grammemes before the space belong to the lexeme, those after it to the form.
public struct Tag: Hashable, Sendable, CustomStringConvertible {
    public var grammemes: Grammemes

    /// The tag as the dictionary writes it, with its own order of grammemes.
    public let description: String

    /// Nil if a code is unknown.
    public init?(_ description: String) {
        guard let grammemes = Grammemes(description) else { return nil }
        self.init(grammemes: grammemes, description: description)
    }

    init(grammemes: Grammemes, description: String) {
        self.grammemes = grammemes
        self.description = description
    }

    /// The text is left to equality: the grammemes alone spread well enough.
    public func hash(into hasher: inout Hasher) { hasher.combine(grammemes) }

    /// Whether words of this kind can be formed anew. The closed classes cannot, so no unknown word is one of them
    /// (pymorphy's `_NON_PRODUCTIVE_GRAMMEMES`).
    var isProductive: Bool {
        !grammemes.intersects([.numr, .npro, .pred, .prep, .conj, .prcl, .intj, .apro])
    }

    /// Whether this is a word at all: numbers, punctuation, Latin and unknown tokens have no part of speech.
    var hasPartOfSpeech: Bool { grammemes.intersects(.partsOfSpeech) }
}
