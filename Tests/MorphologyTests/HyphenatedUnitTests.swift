import Testing

@testable import Morphology

@Suite struct HyphenatedUnitTests {
    @Test(arguments: [
        "казахско-таджикских | казахско-таджикский | ADJF,Geox plur,gent",
        "российско-китайского | российско-китайский | ADJF masc,sing,gent",
        "Касым-Жомартом | касым-жомарт | NOUN,anim,masc,Name sing,ablt",
        "страной-партнером | страна-партнёр | NOUN,inan,femn sing,ablt",
        "интернет-магазином | интернет-магазин | NOUN,inan,masc sing,ablt",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: [
        "Касым-Жомартом | nomn | касым-жомарт",
        "страной-партнером | plur nomn | страны-партнёры",
        "казахско-таджикских | masc sing nomn | казахско-таджикский",
    ])
    func inflects(row: String) throws { try expectForm(row) }

    @Test(arguments: ["-казахский", "казахский-", "а--б", "-", "12-pdf"])
    func refuses(word: String) throws {
        #expect(
            try TestDictionary.analyzer().parses(of: word).allSatisfy { parse in
                if case .pair = parse.derivation { false } else { true }
            })
    }
}
