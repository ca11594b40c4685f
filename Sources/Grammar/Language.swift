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
    /// A hard consonant stands before it.
    public let isBehindConsonant: Bool
    private let bytes: [UInt8]

    /// Of so many letters that it tells what a name is.
    public var isTelling: Bool {
        grammemes.intersects(Grammemes.cases) && ending.unicodeScalars.count >= 3
            && nominative.unicodeScalars.count >= 3
    }

    private static let consonants = Set("бвгджзклмнпрстфхцчшщ".unicodeScalars)

    /// Whether a word, in lower case, ends so.
    public func ends(_ word: String) -> Bool {
        var copy = word
        let isAlike = copy.withUTF8 { word in
            guard word.count >= bytes.count else { return false }
            let start = word.count - bytes.count
            // The last letter tells most.
            for place in bytes.indices.reversed() where word[start + place] != bytes[place] { return false }
            return true
        }
        guard isAlike, isBehindConsonant else { return isAlike }
        return word.unicodeScalars.dropLast(bytes.count / 2).last.map(Self.consonants.contains) ?? false
    }

    /// - Parameters:
    ///   - ending: with `*` before it where a hard consonant stands there.
    ///   - nominative: with `*` for the same.
    public init(ending: String, nominative: String, grammemes: Grammemes) {
        isBehindConsonant = ending.hasPrefix("*")
        self.ending = isBehindConsonant ? String(ending.dropFirst()) : ending
        bytes = Array(self.ending.utf8)
        self.nominative = nominative.hasPrefix("*") ? String(nominative.dropFirst()) : nominative
        self.grammemes = grammemes
    }
}
