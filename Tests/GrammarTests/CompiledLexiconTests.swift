import Model
import Morphology
import TestLanguage
import Testing

@testable import Grammar

struct CompiledLexiconTests {
    private func lexicon() throws -> Lexicon {
        let lexicon = Lexicon()
        let analyzer = try TestLanguage.analyzer.get()
        for (name, phrase, value) in [
            ("paper", "дорожная карта", "roadmap"), ("paper", "карта", "map"), ("body", "ООН", "UN"),
            ("money", "=млн", ""),
            ("city", "Южно-Сахалинск", "RU"),
        ] {
            try lexicon.add(
                class: name, phrase: phrase, value: value, example: phrase, place: "t:1", analyzer: analyzer,
                lastForms: name == "city" ? ["южно-сахалинсков"] : [])
        }
        return lexicon
    }

    private func reread(_ lexicon: Lexicon) -> Lexicon? { lexicon.compiled().withUnsafeBytes(Lexicon.init(compiled:)) }

    private func marks(_ lexicon: Lexicon, in text: String) throws -> [String] {
        let russian = try TestLanguage.russian.get()
        let language = Language(
            code: "ru", analyzer: russian.analyzer, lexicon: lexicon, abbreviations: russian.abbreviations,
            rules: RuleBook(), rangeWords: russian.rangeWords, joinedClasses: [], surnameEndings: [])
        let document = Document(text: text, language: language, vocabulary: language.makeVocabulary())
        return document.tokens.indices.flatMap { token in
            document.marks(at: token).map { "\(lexicon.name(of: $0.kind)) \($0.range) \(document.value(of: $0))" }
        }
    }

    @Test func marksTheSameAsTheLexiconItWasMadeOf() throws {
        let lexicon = try lexicon()
        let again = try #require(reread(lexicon))
        let text = "Дорожную карту ООН и карту за 5 млн обсудили в Южно-Сахалинске и Южно-Сахалинсков, не в оон."
        let expected = try marks(lexicon, in: text)
        #expect(expected.count > 5)
        #expect(try marks(again, in: text) == expected)
    }

    @Test func goesOnWhereTheOtherEnded() throws {
        let lexicon = try lexicon()
        let again = try #require(reread(lexicon))
        #expect(again.existingClass("body") == lexicon.existingClass("body"))
        let analyzer = try TestLanguage.analyzer.get()
        for word in ["карта", "меморандум", "=млн"] {
            #expect(again.symbols.number(word) == lexicon.symbols.number(word))
        }
        try again.add(class: "paper", phrase: "меморандум", value: "memo", example: "", place: "", analyzer: analyzer)
        #expect(again.value(of: "меморандум", try #require(again.existingClass("paper"))) == "memo")
        #expect(again.value(of: "карта", try #require(again.existingClass("paper"))) == "map")
    }

    @Test func refusesWhatIsCutShort() throws {
        let bytes = try lexicon().compiled()
        for count in [0, 1, 7, 8, 100, bytes.count / 2, bytes.count - 1] {
            #expect(bytes.prefix(count).withUnsafeBytes(Lexicon.init(compiled:)) == nil)
        }
        #expect((bytes + [0]).withUnsafeBytes(Lexicon.init(compiled:)) == nil)
    }
}
