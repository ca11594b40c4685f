import Testing

@testable import Morphology

@Suite struct DictionaryUnitTests {
    @Test(arguments: [
        // word | lemma | tag of the best reading
        "встреча | встреча | NOUN,inan,femn sing,nomn",
        "Президентом | президент | NOUN,anim,masc sing,ablt",
        "Назарбаевым | назарбаев | NOUN,anim,masc,Sgtm,Surn sing,ablt",
        "подписали | подписать | VERB,perf,tran plur,past,indc",
        "КАЗАХСТАНА | казахстан | NOUN,inan,masc,Geox sing,gent",
        "товарооборот | товарооборот | NOUN,inan,masc sing,nomn",
        "елка | ёлка | NOUN,inan,femn sing,nomn",
        "ёлка | ёлка | NOUN,inan,femn sing,nomn",
        "крупнейший | крупный | ADJF,Supr,Qual masc,sing,nomn",
        "двух | два | NUMR gent",
        "в | в | PREP",
    ])
    func readsTheDictionary(row: String) throws {
        let columns = row.columns
        let best = try #require(try TestDictionary.analyzer().parses(of: columns[0]).first)
        #expect("\(best.lemma) | \(best.tag)" == "\(columns[1]) | \(columns[2])")
    }

    @Test func restoresYoInTheWord() throws {
        let parses = try TestDictionary.analyzer().parses(of: "ЕЛКАМИ")
        #expect(parses.map(\.word) == ["ёлками"])
    }

    @Test func prefersTheSpellingAsItStands() throws {
        let words = try TestDictionary.analyzer().parses(of: "все").map(\.word)
        #expect(Set(words) == ["все", "всё"])
    }

    @Test func scoresSumToOne() throws {
        for word in ["стали", "и", "мая", "договор", "ее"] {
            let sum = try TestDictionary.analyzer().parses(of: word).reduce(0) { $0 + $1.score }
            #expect(abs(sum - 1) < 0.001, "\(word)")
        }
    }

    @Test(arguments: ["Астана", "елка", "ПРЕЗИДЕНТ"])
    func knows(word: String) throws {
        #expect(try TestDictionary.analyzer().isKnown(word))
        #expect(try TestDictionary.analyzer().read(word).isKnown)
    }

    @Test(arguments: ["", "бутявка", "встреч-", "pdf", "встреча\u{1}"])
    func doesNotKnow(word: String) throws {
        #expect(try !TestDictionary.analyzer().isKnown(word))
        #expect(try !TestDictionary.analyzer().read(word).isKnown)
    }
}
