import Model
import Morphology

/// All that reading one language takes, handed to the engine as a value.
public struct Language: Sendable {
    /// BCP 47.
    public let code: String
    public let analyzer: MorphologicalAnalyzer
    public let lexicon: Lexicon
    public let abbreviations: Abbreviations
    public let rules: RuleBook
    /// The words before the ends of a range: "от 3 до 5".
    public let rangeWords: (from: String, to: String)

    public init(
        code: String, analyzer: MorphologicalAnalyzer, lexicon: Lexicon, abbreviations: Abbreviations, rules: RuleBook,
        rangeWords: (from: String, to: String)
    ) {
        self.code = code
        self.analyzer = analyzer
        self.lexicon = lexicon
        self.abbreviations = abbreviations
        self.rules = rules
        self.rangeWords = rangeWords
    }

    public func makeVocabulary() -> Vocabulary { Vocabulary(analyzer: analyzer, symbols: lexicon.symbols) }
}
