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

    public init(
        code: String, analyzer: MorphologicalAnalyzer, lexicon: Lexicon, abbreviations: Abbreviations, rules: RuleBook
    ) {
        self.code = code
        self.analyzer = analyzer
        self.lexicon = lexicon
        self.abbreviations = abbreviations
        self.rules = rules
    }

    public func makeVocabulary() -> Vocabulary { Vocabulary(analyzer: analyzer, symbols: lexicon.symbols) }
}
