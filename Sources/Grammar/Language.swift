import Model
import Morphology

/// All that reading one language takes, handed to the engine as a value.
public final class Language: Sendable {
    /// BCP 47.
    public let code: String
    public let analyzer: MorphologicalAnalyzer
    public let lexicon: Lexicon
    public let abbreviations: Abbreviations
    public let rules: RuleBook
    /// What decides on a word's parse in its context.
    public let government: Government
    /// The words before the ends of a range: "от 3 до 5".
    public let rangeWords: (from: String, to: String)
    /// Classes of words that a hyphen joins without making them one: январь-июль.
    public let joinedClasses: [String]
    /// What a city may be called that an adjective comes from, in lower case: "сеул" and more of "сеульский".
    private let cityStems: @Sendable (String) -> [String]
    /// How surnames decline that the dictionary does not know as such, longest ending first.
    public let surnameEndings: [SurnameEnding]
    /// How any other name may decline, which says little of what a word is.
    public let nameEndings: [SurnameEnding]
    private let surnameIndex: EndingIndex
    private let nameIndex: EndingIndex

    public init(
        code: String, analyzer: MorphologicalAnalyzer, lexicon: Lexicon, abbreviations: Abbreviations, rules: RuleBook,
        government: Government = .none, rangeWords: (from: String, to: String), joinedClasses: [String],
        surnameEndings: [SurnameEnding], nameEndings: [SurnameEnding] = [],
        cityStems: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) {
        self.code = code
        self.analyzer = analyzer
        self.lexicon = lexicon
        self.abbreviations = abbreviations
        self.rules = rules
        self.government = government
        self.rangeWords = rangeWords
        self.joinedClasses = joinedClasses
        self.surnameEndings = surnameEndings
        self.nameEndings = nameEndings
        surnameIndex = EndingIndex(surnameEndings)
        nameIndex = EndingIndex(nameEndings)
        self.cityStems = cityStems
    }

    /// What a city may be called that an adjective comes from.
    public func cityStems(ofAdjective lemma: String) -> [String] { cityStems(lemma) }

    /// The endings of surnames that a word in lower case has.
    public func surnameEndings(of word: String) -> [SurnameEnding] { surnameIndex.endings(of: word) }

    /// The endings of other names that it has.
    public func nameEndings(of word: String) -> [SurnameEnding] { nameIndex.endings(of: word) }

    /// The memory of words that one worker reads with.
    public func makeVocabulary() -> Vocabulary {
        let lexicon = lexicon
        let classes = joinedClasses.compactMap { lexicon.existingClass($0) }
        return Vocabulary(analyzer: analyzer, lexicon: lexicon, rules: rules, government: government) { parts in
            classes.contains { kind in
                parts.allSatisfy { $0.contains { lexicon.value(of: $0.lemma, kind) != nil } }
            }
        }
    }
}
