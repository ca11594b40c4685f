import TestLanguage
import Testing

@testable import Grammar

struct MarkRowTests {
    private static let text = """
        В Астане 5 мая президент Казахстана и премьер-министр Республики Узбекистан подписали соглашение о торговле.
        Дорожная карта – на 5 млн долларов США, сообщил министр иностранных дел. Визит завершён!
        """

    /// Every range of tokens, also such as go over the ends of sentences and of the text.
    private func ranges(_ document: Document) -> [Range<Int>] {
        let ends = 0...document.tokens.count + 2
        return ends.flatMap { first in ends.filter { $0 >= first }.map { first..<$0 } }
    }

    @Test func showsTheMarksOfAClassWithinEachRange() throws {
        let document = try TestLanguage.document(Self.text)
        let all = document.tokens.indices.flatMap { Array(document.marks(at: $0)) }
        let kinds = Set(all.map(\.kind))
        #expect(kinds.count > 10)
        #expect(all.contains { $0.range.count > 1 })
        for kind in kinds {
            let own = all.filter { $0.kind == kind }
            #expect(Array(document.marks(kind)) == own)
            for range in ranges(document) {
                let within = own.filter { range.lowerBound <= $0.first && $0.end <= range.upperBound }
                #expect(Array(document.marks(kind, in: range)) == within, "\(range)")
            }
        }
    }

    @Test func tellsWhatASentenceHas() throws {
        let document = try TestLanguage.document(Self.text)
        #expect(document.sentences.count == 3)
        for (index, sentence) in document.sentences.enumerated() {
            let here = Set(sentence.flatMap { document.marks(at: $0).map(\.kind) })
            for place in 0..<document.lexicon.classCount {
                let kind = MarkClass(index: Int16(place))
                #expect(document.has(kind, inSentence: index) == here.contains(kind))
                #expect(document.has(MarkSet([kind]), inSentence: index) == here.contains(kind))
            }
            #expect(!document.has(MarkSet(), inSentence: index))
        }
        #expect(document.marks(.none).isEmpty)
        #expect(document.marks(.none, in: document.tokens.indices).isEmpty)
    }

    @Test func readsNothing() throws {
        let document = try TestLanguage.document("")
        let kind = try #require(document.lexicon.existingClass("country"))
        #expect(document.marks(kind).isEmpty)
        #expect(document.marks(kind, in: 0..<4).isEmpty)
    }

    /// The same word whatever ends it, and with a capital or without.
    @Test(arguments: ["мир", "Мир", "МИР", "word", "Ёлка", "а"])
    func knowsAWordAgain(_ word: String) throws {
        let ends = [" ", ",", ".", "»", "\n", ")", "\u{2014}", "\u{a0}", ""]
        let document = try TestLanguage.document(ends.dropLast().map { word + $0 + " " }.joined() + word)
        let words = document.tokens.indices.filter { document.tokens[$0].kind == .word }
        #expect(words.count == ends.count)
        #expect(Set(words.compactMap { document.word($0)?.number }).count == 1)
        #expect(
            Set(words.map { document.tokens[$0].shape.intersection([.capitalized, .upper, .latin]).rawValue }).count
                == 1)
        for token in words { #expect(document.text(token..<token + 1) == word) }
    }

    @Test(arguments: [
        ("5", 5), ("2024", 2024), ("007", 7), ("123456789012345678", 123_456_789_012_345_678),
        ("1234567890123456789012", nil), ("5,3", nil), ("14:25", nil), ("мир", nil), (".", nil),
    ])
    func readsPlainNumbers(_ text: String, _ number: Int?) throws {
        #expect(try TestLanguage.document(text).plainNumber(0) == number)
    }
}
