import Testing

@testable import Morphology

@Suite struct InflectionTests {
    @Test(arguments: [
        // word | required grammemes | form of the best reading
        "Назарбаевым | nomn | назарбаев",
        "президентом | plur gent | президентов",
        "российской | masc nomn | российский",
        "российских | sing femn ablt | российской",
        "подписали | INFN | подписать",
        "республике | nomn | республика",
        "елку | plur | ёлки",
        "друг | voct | друг",
        "встреча | VERB | -",
        "щщщ | nomn | -",
    ])
    func inflects(row: String) throws {
        let columns = row.columns
        let analyzer = try TestDictionary.analyzer()
        let best = try #require(analyzer.parses(of: columns[0]).first)
        let required = try #require(Grammemes(columns[1]))
        #expect(analyzer.inflect(best, to: required) ?? "-" == columns[2])
    }

    @Test func lexemeHoldsTheWordItself() throws {
        let analyzer = try TestDictionary.analyzer()
        for parse in analyzer.parses(of: "стали") {
            #expect(analyzer.lexeme(of: parse).contains { $0.word == parse.word && $0.tag == parse.tag })
        }
    }
}
