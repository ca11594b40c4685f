/// Adverbs made of an adjective in the dative: по-западному, по-нашему.
struct AdverbUnit: AnalysisUnit {
    let prefix: String
    private let tag = Tag("ADVB")!

    init(prefix: String) { self.prefix = prefix }

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard !word.isOverlong, word.lower.utf8.starts(with: prefix.utf8), word.lower.unicodeScalars.count >= 5 else {
            return
        }
        let adjectives = analyzer.parses(of: Substring(word.lower.utf8.dropFirst(prefix.utf8.count)), in: word)
        guard adjectives.contains(where: { $0.tag.grammemes.contains([.adjf, .sing, .datv]) }) else { return }
        parses.append(Parse(word: word.lower, lemma: word.lower, tag: tag, score: 0.7, derivation: .invariable([])))
    }
}
