/// The last resort: `UNKN`, so that every token has a reading.
struct UnknownUnit: AnalysisUnit {
    private let tag = Tag("UNKN")!

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        parses.append(Parse(word: word.lower, lemma: word.lower, tag: tag, score: 1, derivation: .invariable([])))
    }
}
