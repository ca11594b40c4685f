import Testing

@testable import Morphology

@Suite struct InitialUnitTests {
    @Test(arguments: [
        "Б | б | NOUN,anim,masc,Sgtm,Name,Fixd,Abbr,Init sing,nomn",
        "Б | б | NOUN,anim,femn,Sgtm,Patr,Fixd,Abbr,Init sing,loct",
        "К | к | NOUN,anim,masc,Sgtm,Name,Fixd,Abbr,Init sing,gent",
        "К | к | PREP",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["к", "КК", "Ъ", "K", ""])
    func refuses(word: String) throws { #expect(try !isRead(word, as: .initials)) }

    @Test func aWomansFirstNameIsNotAMans() throws {
        let analyzer = try TestDictionary.analyzer()
        let woman = try #require(
            analyzer.parses(of: "Б").first { $0.tag.grammemes.contains([.femn, .name, .gent]) })
        #expect(analyzer.inflected(woman, to: .nomn)?.tag.grammemes.contains(.femn) == true)
        #expect(analyzer.lexeme(of: woman).count == 6)
    }
}
