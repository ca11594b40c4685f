import Testing

@testable import Morphology

/// Any token at all is answered, in time that grows no faster than the token.
@Suite struct RobustnessTests {
    static let tokens: [String] = [
        "", " ", "\0", "\u{1}", "а\u{1}б", "\u{FEFF}", "\u{301}", "и\u{306}", "-", "--", "а-", "-а", "👨‍👩‍👧‍👦", "ß", "İ", "Ω",
        "٣", "中文",
        "ё", "Ё", "ѣ", "президент\u{301}", "-то", "-то-то-то", "по-по-по-по", "по-\u{301}западному",
    ]

    @Test(arguments: tokens)
    func answers(token: String) throws {
        let analyzer = try TestDictionary.analyzer()
        let parses = analyzer.parses(of: token)
        #expect(!parses.isEmpty)
        for parse in parses {
            #expect(!analyzer.lexeme(of: parse).isEmpty)
            _ = analyzer.inflect(parse, to: [.gent, .plur])
        }
    }

    @Test(arguments: ["а", "е", "Ж", "7", "x", "-", "-то", "не", "небез", "деде-", ",", "é", "👍"])
    func answersLongTokens(unit: String) throws {
        let analyzer = try TestDictionary.analyzer()
        for count in [10, 40, 60, 128, 100_000] {
            let token = String(repeating: unit, count: count)
            #expect(!analyzer.parses(of: token).isEmpty)
            _ = analyzer.isKnown(token)
        }
    }

    @Test(arguments: ["Е", "Ё", "Ђ", "Я", "Z", "Ω", "—", "İ", "ß", "Ѣ", "Ԥ", "«", "Ꙋ", "а\u{301}", "Ї", "ҚҒ"])
    func lowersAsTheStandardLibraryDoes(text: String) {
        let word = "А" + text + "б" + text
        #expect(Array(word.lowercasedWord().utf8) == Array(word.lowercased().utf8))
    }
}
