import Model
import Morphology
import TestLanguage
import Testing

@testable import Grammar

struct PatternTests {
    /// The tokens that a pattern takes at the beginning of a text; nil where it does not match.
    private func match(_ pattern: String, _ text: String) throws -> (String, [String: String])? {
        let analyzer = try TestLanguage.analyzer.get()
        let lexicon = Lexicon()
        try lexicon.add(
            class: "month", phrase: "март", value: "3", example: "март", place: "t", analyzer: analyzer)
        try lexicon.add(
            class: "month", phrase: "апрель", value: "4", example: "апрель", place: "t", analyzer: analyzer)
        let compiled = try Pattern(pattern, lexicon: lexicon, place: "t")
        let language = Language(
            code: "ru", analyzer: analyzer, lexicon: lexicon,
            abbreviations: Abbreviations(neverFinal: [], sometimesFinal: [], scales: []), rules: RuleBook(),
            rangeWords: (from: "от", to: "до"), joinedClasses: [], surnameEndings: [])
        let document = Document(text: text, language: language, vocabulary: language.makeVocabulary())
        guard let found = compiled.match(in: document, at: 0, limit: document.tokens.count) else { return nil }
        return (document.text(found.range), found.captures.mapValues { document.text($0) })
    }

    @Test(arguments: [
        ("подписать", "подписали договор", "подписали"),
        ("=подписали", "подписали договор", "подписали"),
        ("[ADJF] договор", "новый договор", "новый договор"),
        ("# год", "2024 году", "2024 году"),
        ("#- год?", "2024-й год", "2024-й год"),
        ("<month> #", "марте 2025 года", "марте 2025"),
        ("(в | к) <month=4>", "к апрелю", "к апрелю"),
        ("в [ADJF]* год", "в новом большом году", "в новом большом году"),
        ("в … году", "в самом начале года", nil),
        ("в … год", "в самом начале года", "в самом начале года"),
        ("^ ^", "Комплексная Программа", "Комплексная Программа"),
        ("два – три", "два — три", "два — три"),
        ("два ',' три", "два, три", "два, три"),
        ("договор !союз .", "договор дружбы", "договор дружбы"),
        ("((не)? подписать)+", "не подписали", "не подписали"),
        ("[VERB,past]&подписать договор", "подписали договор", "подписали договор"),
        ("(в | на | к)? апрель", "к апрелю", "к апрелю"),
        ("(в | на | к)? апрель", "апрель", "апрель"),
        ("новый? новый год", "новый год", "новый год"),
        ("((новый | старый)* год)+", "новый год старый новый год мир", "новый год старый новый год"),
    ])
    func matches(_ pattern: String, _ text: String, _ expected: String?) throws {
        #expect(try match(pattern, text)?.0 == expected)
    }

    @Test(arguments: [
        ("=подписали", "подписал договор"), ("<month=4>", "в марте"), ("договор !союз .", "договор союза"),
        ("#", "2024-й"), ("^", "договор"),
        ("[VERB,past]&подписать", "подписать"),
    ])
    func refuses(_ pattern: String, _ text: String) throws { #expect(try match(pattern, text) == nil) }

    @Test func remembersWhatItNamed() throws {
        let found = try #require(try match("d:# m:<month> y:(# год)?", "3 марта 2025 года"))
        #expect(found.1 == ["d": "3", "m": "марта", "y": "2025 года"])
    }

    @Test func remembersNothingOfWhatShallNotFollow() throws {
        let found = try #require(try match("!(a:март b:#) a:март", "марта"))
        #expect(found.1 == ["a": "марта"])
        let later = try #require(try match("(a:март b:# | a:март) договор", "марта договор"))
        #expect(later.1 == ["a": "марта"])
    }

    @Test(arguments: [
        ("(в | к", "a bracket is not closed"), ("[NOPE]", "unknown grammeme"), ("", "the pattern is empty"),
        ("в )", "unexpected ')'"), ("<>", "a mark has no class"), ("@", "cannot read '@'"),
    ])
    func namesTheFault(_ pattern: String, _ message: String) throws {
        let lexicon = Lexicon()
        #expect {
            try Pattern(pattern, lexicon: lexicon, place: "rule t")
        } throws: {
            "\($0)".hasPrefix("rule t: ") && "\($0)".contains(message)
        }
    }

    @Test func givesUpOnWhatWouldTakeForever() throws {
        let text = String(repeating: "новый ", count: 400)
        #expect(try match("(([ADJF]* [ADJF]*)* [ADJF]*)* договор", text) == nil)
    }
}
