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

    public init(
        code: String, analyzer: MorphologicalAnalyzer, lexicon: Lexicon, abbreviations: Abbreviations, rules: RuleBook,
        government: Government = .none, rangeWords: (from: String, to: String), joinedClasses: [String],
        surnameEndings: [SurnameEnding],
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
        self.cityStems = cityStems
    }

    /// What a city may be called that an adjective comes from.
    public func cityStems(ofAdjective lemma: String) -> [String] { cityStems(lemma) }

    public func makeVocabulary() -> Vocabulary {
        let lexicon = lexicon
        let classes = joinedClasses.compactMap { lexicon.existingClass($0) }
        return Vocabulary(analyzer: analyzer, lexicon: lexicon, rules: rules) { parts in
            classes.contains { kind in
                parts.allSatisfy { $0.contains { lexicon.value(of: $0.lemma, kind) != nil } }
            }
        }
    }
}

/// One form of a class of surnames.
public struct SurnameEnding: Sendable {
    public let ending: String
    /// What stands in its place in the nominative.
    public let nominative: String
    /// Gender and case.
    public let grammemes: Grammemes
    private let bytes: [UInt8]

    /// Whether a word, in lower case, ends so.
    public func ends(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { word in
            guard word.count >= bytes.count else { return false }
            let start = word.count - bytes.count
            // The last letter tells most.
            for place in bytes.indices.reversed() where word[start + place] != bytes[place] { return false }
            return true
        }
    }

    public init(ending: String, nominative: String, grammemes: Grammemes) {
        self.ending = ending
        bytes = Array(ending.utf8)
        self.nominative = nominative
        self.grammemes = grammemes
    }
}
