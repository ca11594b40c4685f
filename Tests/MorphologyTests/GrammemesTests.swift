import Testing

@testable import Morphology

@Suite struct GrammemesTests {
    @Test func readsCodes() throws {
        let tag = try #require(Grammemes("NOUN,masc,sing nomn"))
        #expect(tag == [.noun, .masc, .sing, .nomn])
        #expect(tag.contains([.noun, .nomn]))
        #expect(!tag.contains([.noun, .gent]))
        #expect(tag.intersects([.gent, .nomn]))
    }

    @Test(arguments: ["noun", "NOUN,mask", "NOU", "NOUN,masculine", "СУЩ"])
    func refuses(codes: String) { #expect(Grammemes(codes) == nil) }

    @Test(arguments: [
        ("NOUN", Grammemes.noun), ("Init", .initials), ("1per", .per1), ("ms-f", .msf), ("V-oy", .voy),
        ("GNdr", .genderless), ("Geox", .geox), ("loc2", .loc2), ("pssv", .pssv), ("UNKN", .unkn), ("intg", .intg),
    ])
    func constantsStandAtTheirCodes(code: String, constant: Grammemes) { #expect(Grammemes(code) == constant) }

    @Test func theCasesAreAllThatTheDictionaryHas() {
        #expect(Grammemes.cases == .category("CAse"))
        #expect(Grammemes.numbers == .category("NMbr"))
    }

    @Test func everyCodeIsAGrammemeOfItsOwn() {
        let sets = Grammemes.codes.compactMap { Grammemes($0) }
        #expect(sets.count == Grammemes.codes.count)
        #expect(sets.allSatisfy { $0.count == 1 })
        #expect(Set(sets).count == sets.count)
    }

    @Test(arguments: [
        // set | required | set with what contradicts it taken out
        "NOUN,masc,sing,nomn | gent | NOUN,masc,sing,gent",
        "ADJF,femn,sing,ablt | plur | ADJF,plur,ablt",
        "NOUN,masc,sing,gen2 | gent | NOUN,masc,sing,gent",
    ])
    func updating(row: String) throws {
        let columns = try row.columns.map { try #require(Grammemes($0)) }
        #expect(columns[0].updated(with: columns[1]) == columns[2])
    }
}
