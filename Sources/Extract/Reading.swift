import Foundation
import Grammar
import Model

/// One article as it has been understood so far: its tokens and, layer by layer, what each recognizer found in them.
///
/// A class: its recognizers hand it on at every step, and a structure of this size would be copied each time.
/// Layers are written one after the other before anybody reads them. Not for use by two threads at once.
final class Reading {
    let article: Article
    let language: Language
    let marks: Marks
    let document: Document
    let memory: Memory
    /// Token ranges of the article proper; page furniture and the title line stand outside.
    var frame = Frame()
    /// The date that "today" means.
    var publishedOn: PartialDate?
    /// The year in which the article was written, where it has no date and tells by what it compares with.
    var toldYear: Int?
    var dates: [CalendarMention] = []
    var amounts: [Amount] = []
    var places: [PlaceMention] = []
    /// Parts of one state, such as provinces; they are no mention of it.
    var provinces: [PlaceMention] = []
    /// Firms known by the state where they are at home; they are no mention of it either.
    var firms: [PlaceMention] = []
    var people = People()
    /// What the actors of the article point to, as long as it is read.
    var origins: [Actor.Origin] = []
    private(set) lazy var discourse = Discourse(self)
    /// Where the recognizers say what they pass over; nil when nobody asks.
    var log: OmissionLog?

    init(article: Article, language: Language, marks: Marks, memory: Memory) {
        self.article = article
        self.language = language
        self.marks = marks
        self.memory = memory
        document = Document(text: article.text, language: language, vocabulary: memory.vocabulary)
    }

    /// Everything that the article says.
    func facts() -> Facts {
        let meetings = meetings()
        discourse.narrow(to: pairsMet(meetings))
        let agreements = agreements(beside: meetings)
        return Facts(
            language: article.language ?? language.code,
            publishedOn: publishedOn,
            title: article.title ?? frame.title,
            countries: countries(),
            meetings: meetings,
            figures: withCounts(of: agreements, figures(beside: agreements)),
            agreements: agreements,
            sentences: document.sentences.map { document.span($0) }
        )
    }

    /// The best hit of a rule group at a token.
    func hit(_ group: RuleBook.Group?, at: Int, limit: Int) -> RuleBook.Hit? {
        group?.hit(in: document, at: at, limit: limit)
    }

    func hits(_ group: RuleBook.Group?, in range: Range<Int>) -> [RuleBook.Hit] {
        group?.hits(in: document, range: range) ?? []
    }

    func value(_ mark: Mark) -> String { document.value(of: mark) }

    /// The index of the sentence that a scalar of the text stands in, or of the next where it stands between two; the number of
    /// sentences behind the last.
    func sentenceIndex(atScalar scalar: Int) -> Int {
        document.sentences.lowerBound { document.span($0).end <= scalar }
    }

    /// The value of the mark of a class at a token.
    func value(at token: Int, _ kind: MarkClass) -> String? { document.mark(at: token, kind).map(value) }

    /// What the preposition at a token says of the place or time behind it: "into", "from", "by".
    func preposition(at token: Int) -> String? { value(at: token, marks.preposition) }

    /// The fields of a gazetteer's value.
    func fields(_ mark: Mark) -> [String] {
        memory.fields.of(mark.entry) {
            value(mark).split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The number that is a mark's value.
    func decimal(_ mark: Mark) -> Decimal? { memory.decimals.of(mark.entry) { Decimal(string: value(mark)) } }

    /// The same where it is to be compared and added up: numerals are whole, or end in a half.
    func double(_ mark: Mark) -> Double? { memory.doubles.of(mark.entry) { Double(value(mark)) } }
}
