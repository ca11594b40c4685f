import Foundation
import Grammar
import Model
import Morphology

/// What one worker remembers from article to article, so that it is worked out once.
///
/// Unchecked: it is in the extractor's pool or with one caller, never both; the pool's lock parts the two.
final class Memory: @unchecked Sendable {
    let vocabulary: Vocabulary
    let names = NameForms()
    let texts = NameTexts()
    /// The states that a word with hyphens names: "казахско-таджикский", "Грузия-Казахстан".
    let hyphenated = WordMemory<HyphenatedStates>()
    /// Grammemes of a word by the surname's ending that it has.
    let surnameCases = WordMemory<Grammemes>()
    /// Whether a word has one of those endings.
    let surnameEndings = WordMemory<Bool>()
    /// A word and its lemmas, by their numbers among the texts of names.
    let spellings = WordMemory<[Int32]>()
    /// A word folded, by the numbers of its parts among the texts of names.
    let folded = WordMemory<[Int32]>()
    /// Forms that phrases were put into the nominative by.
    let inflections = WordMemory<[Inflection]>()
    /// The unit of a number in one word with it: "73-километровый".
    let unitAdjectives = WordMemory<UnitValue?>()
    /// How long "экс-" is at the beginning of a word.
    let prefixes = WordMemory<Int?>()
    /// The city that an adjective comes from which the dictionary lacks.
    let adjectiveCities = WordMemory<String?>()
    /// What the values of the lexicon's entries consist of.
    let fields = EntryMemory<[String]>()
    let decimals = EntryMemory<Decimal?>()
    let doubles = EntryMemory<Double?>()
    let units = EntryMemory<UnitValue?>()
    /// The reference rows of the people that the lexicon knows by name.
    let holders = EntryMemory<[HolderRow]>()
    let professions = EntryMemory<ProfessionTraits>()
    let stems = Stems { TextKey($0).prefix(4) }
    let cityStems = Stems { TextKey(String(Annotation.stem(of: $0))) }

    init(_ language: Language) { vocabulary = language.makeVocabulary() }

    /// To be called before an article.
    func trim() {
        vocabulary.trim()
        names.trim(with: vocabulary)
        texts.trim(with: vocabulary)
        hyphenated.trim(with: vocabulary)
        surnameCases.trim(with: vocabulary)
        surnameEndings.trim(with: vocabulary)
        spellings.trim(with: vocabulary)
        folded.trim(with: vocabulary)
        inflections.trim(with: vocabulary)
        stems.trim(with: vocabulary)
        cityStems.trim(with: vocabulary)
        unitAdjectives.trim(with: vocabulary)
        prefixes.trim(with: vocabulary)
        adjectiveCities.trim(with: vocabulary)
    }
}

/// One thing about each word of the vocabulary. Not for use by two threads at once.
final class WordMemory<Value> {
    private var values: [Value?] = []
    private var trims = 0

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        guard trims != vocabulary.trims else { return }
        trims = vocabulary.trims
        values = []
    }

    func of(_ word: Word, _ make: () -> Value) -> Value {
        if let known = known(word) { return known }
        let made = make()
        keep(made, of: word)
        return made
    }

    func known(_ word: Word) -> Value? { word.number < values.count ? values[word.number] : nil }

    func keep(_ value: Value, of word: Word) {
        while values.count <= word.number { values.append(nil) }
        values[word.number] = value
    }
}

/// What forms of a name share at the least, numbered: an article asks for it at every capital.
final class Stems {
    private let cut: (String) -> TextKey
    private var numbers: [TextKey: Int32] = [:]
    private let byWord = WordMemory<Int32>()
    private var trims = 0

    /// - Parameter cut: what is shared of a word's text.
    init(cut: @escaping (String) -> TextKey) { self.cut = cut }

    /// To be called before an article.
    func trim(with vocabulary: Vocabulary) {
        byWord.trim(with: vocabulary)
        guard trims != vocabulary.trims else { return }
        trims = vocabulary.trims
        numbers = [:]
    }

    func number(of word: Word) -> Int32 {
        byWord.of(word) {
            let stem = cut(word.text)
            if let known = numbers[stem] { return known }
            let made = Int32(numbers.count)
            numbers[stem] = made
            return made
        }
    }
}

/// One thing about each entry of the lexicon.
final class EntryMemory<Value> {
    private var values: [Value?] = []

    func of(_ entry: Int32, _ make: () -> Value) -> Value {
        let entry = Int(entry)
        if entry < values.count, let known = values[entry] { return known }
        while values.count <= entry { values.append(nil) }
        let made = make()
        values[entry] = made
        return made
    }
}
