/// A word of a text with the one parse that its sentence speaks for.
public struct WordParse: Hashable, Sendable {
    public let span: Span
    /// The normal form, in lower case.
    public let lemma: String
    /// OpenCorpora grammemes as the dictionary writes them: `NOUN,inan,masc sing,nomn`.
    public let tag: String

    public init(span: Span, lemma: String, tag: String) {
        self.span = span
        self.lemma = lemma
        self.tag = tag
    }
}
