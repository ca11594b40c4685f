import Foundation
import Grammar

/// What one worker remembers from article to article, so that it is worked out once.
///
/// Unchecked: it is in the extractor's pool or with one caller, never both; the pool's lock parts the two.
final class Memory: @unchecked Sendable {
    let vocabulary: Vocabulary
    let names = NameForms()
    /// What the values of the lexicon's entries consist of.
    let fields = EntryMemory<[String]>()
    let decimals = EntryMemory<Decimal?>()

    init(_ language: Language) { vocabulary = language.makeVocabulary() }

    /// To be called before an article.
    func trim() {
        vocabulary.trim()
        names.trim(with: vocabulary)
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
