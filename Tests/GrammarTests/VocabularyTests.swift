import Morphology
import TestLanguage
import Testing

@testable import Grammar

struct VocabularyTests {
    private func number(_ text: String, in vocabulary: Vocabulary) -> Int { vocabulary.word(for: text).number }

    private func vocabulary(limit: Int) throws -> Vocabulary {
        let lexicon = Lexicon()
        let analyzer = try TestLanguage.analyzer.get()
        try lexicon.add(
            class: "paper", phrase: "договор", value: "", example: "договор", place: "t", analyzer: analyzer)
        return Vocabulary(analyzer: analyzer, lexicon: lexicon, limit: limit)
    }

    @Test func knowsAFormByAnyCaseOfLetters() throws {
        let vocabulary = try vocabulary(limit: 100)
        #expect(number("Договора", in: vocabulary) == number("ДОГОВОРА", in: vocabulary))
        #expect(number("договора", in: vocabulary) != number("договору", in: vocabulary))
        #expect(vocabulary.word(for: "Договора").lemma == "договор")
    }

    @Test func keepsWordsApartAsItGrows() throws {
        let vocabulary = try vocabulary(limit: 100_000)
        let words = (0..<20_000).map { "слово-\($0)" }
        let numbers = words.map { number($0, in: vocabulary) }
        #expect(Set(numbers).count == words.count)
        #expect(words.map { number($0, in: vocabulary) } == numbers)
    }

    @Test func beginsAfreshBeyondItsLimit() throws {
        let vocabulary = try vocabulary(limit: 2)
        for word in ["мир", "дружба", "договоры"] { _ = number(word, in: vocabulary) }
        #expect(vocabulary.trims == 0)
        vocabulary.trim()
        #expect(vocabulary.trims == 1)
        #expect(number("договоры", in: vocabulary) == 0)
        #expect(vocabulary.word(for: "договоры").symbols.count == 1)
        #expect(vocabulary.word(for: "дружба").can(be: [.noun, .femn]))
        vocabulary.trim()
        #expect(vocabulary.trims == 1)
    }
}
