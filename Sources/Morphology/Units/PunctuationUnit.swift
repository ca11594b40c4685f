/// Punctuation marks, alone or in a row, with spaces among them or without: `PNCT`.
struct PunctuationUnit: AnalysisUnit {
    private let tag = Tag("PNCT")!

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard isPunctuation(word.text.unicodeScalars) else { return }
        parses.append(Parse(word: word.lower, lemma: word.lower, tag: tag, score: 0.9, derivation: .invariable([])))
    }

    private func isPunctuation(_ text: String.UnicodeScalarView) -> Bool {
        var found = false
        for scalar in text where !scalar.properties.isWhitespace {
            switch scalar.properties.generalCategory {
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation:
                found = true
            default: return false
            }
        }
        return found
    }
}
