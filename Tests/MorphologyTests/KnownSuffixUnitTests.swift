import Testing

@testable import Morphology

@Suite struct KnownSuffixUnitTests {
    @Test(arguments: [
        "Токаевым | токаев | NOUN,anim,masc,Sgtm,Surn sing,ablt",
        "Мирзиёевым | мирзиёев | NOUN,anim,masc,Sgtm,Surn sing,ablt",
        "бутявками | бутявка | NOUN,inan,femn plur,ablt",
        "Пашиняна | пашинян | NOUN,anim,masc,Sgtm,Surn sing,gent",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: [
        "Токаевым | nomn | токаев", "Мирзиёевым | nomn | мирзиёев", "бутявкать | sing past masc | бутявкал",
        "наиталантливейшего | nomn | наиталантливейший",
    ])
    func inflects(row: String) throws { try expectForm(row) }

    @Test func shortWordsAreNotGuessed() throws { #expect(try isRead("щщщ", as: .unkn)) }
}
