import Testing

@testable import Morphology

struct LemmaTests {
    @Test(arguments: [
        ("договор", true), ("договором", false), ("еще", true), ("ещё", true), ("подписать", true), ("подписал", false),
        ("мыла", false), ("мыло", true), ("бутявка", false), ("", false),
    ])
    func isTold(_ word: String, _ isLemma: Bool) throws {
        let analyzer = try TestDictionary.analyzer()
        #expect(analyzer.isLemma(word) == isLemma)
        // As its readings have it, when the dictionary has any.
        #expect(!isLemma || analyzer.parses(of: word).contains { $0.lemma == $0.word })
    }
}
