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
    /// Words that are two states joined by a hyphen.
    let pairs = WordMemory<Bool>()
    /// The states that a word with a hyphen is made of: "казахско-таджикский".
    let compounds = WordMemory<[CountryCode]>()
    /// Grammemes of a word by the surname's ending that it has.
    let surnameCases = WordMemory<Grammemes>()
    /// What the values of the lexicon's entries consist of.
    let fields = EntryMemory<[String]>()
    let decimals = EntryMemory<Decimal?>()

    init(_ language: Language) { vocabulary = language.makeVocabulary() }

    /// To be called before an article.
    func trim() {
        vocabulary.trim()
        names.trim(with: vocabulary)
        pairs.trim(with: vocabulary)
        surnameCases.trim(with: vocabulary)
        compounds.trim(with: vocabulary)
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
        if word.number < values.count, let known = values[word.number] { return known }
        while values.count <= word.number { values.append(nil) }
        let made = make()
        values[word.number] = made
        return made
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
