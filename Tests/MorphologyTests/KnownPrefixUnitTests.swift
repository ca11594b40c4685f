import Testing

@testable import Morphology

@Suite struct KnownPrefixUnitTests {
    @Test(arguments: [
        "экс-президентом | экс-президент | NOUN,anim,masc sing,ablt",
        "вице-премьера | вице-премьер | NOUN,anim,masc sing,gent",
        "псевдокошками | псевдокошка | NOUN,anim,femn plur,ablt",
        "суперперенаправление | суперперенаправление | NOUN,inan,neut sing,nomn",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["экс-президентом | nomn | экс-президент", "псевдоелку | plur nomn | псевдоёлки"])
    func inflects(row: String) throws { try expectForm(row) }

    @Test(arguments: ["пседвами", "экстри", "недом"])
    func closedClassesTakeNoPrefix(word: String) throws { #expect(try !isRead(word, as: .numr)) }

    @Test func longestPrefixComesFirst() {
        let list = PrefixList(["анти", "анти-", "авто"])
        #expect(list.prefixes(of: "анти-герой") == ["анти-", "анти"])
        #expect(list.prefixes(of: "герой").isEmpty)
        #expect(list.prefixes(of: "").isEmpty)
    }
}
