import Testing

@testable import Morphology

@Suite struct OrdinalUnitTests {
    @Test(arguments: [
        ("22-е", "22-й"), ("31-го", "31-й"), ("112-я", "112-й"), ("1945-м", "1945-й"), ("15-е", "15-й"),
    ])
    func readsAsAdjectives(word: String, lemma: String) throws {
        let parses = try TestDictionary.analyzer().parses(of: word)
        #expect(parses[0].lemma == lemma)
        #expect(parses.allSatisfy { $0.tag.grammemes.contains(.adjf) })
    }

    @Test func declinesThem() throws {
        let analyzer = try TestDictionary.analyzer()
        let parse = try #require(analyzer.parses(of: "22-го").first { $0.tag.grammemes.contains(.neut) })
        #expect(analyzer.inflect(parse, to: .nomn) == "22-е")
    }

    @Test(arguments: ["22-ё-й", "а-е", "2-икс", "-22-е"])
    func refuses(word: String) throws {
        var found: [Parse] = []
        OrdinalUnit().parse(Word(word), with: try TestDictionary.analyzer(), into: &found)
        #expect(found.isEmpty)
    }
}
