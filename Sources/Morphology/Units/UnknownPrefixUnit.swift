/// Words that the dictionary has behind up to five letters: байткод is read as код.
struct UnknownPrefixUnit: AnalysisUnit {
    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard !word.isOverlong else { return }
        let scalars = word.lower.unicodeScalars
        let longest = min(5, scalars.count - 3)
        guard longest > 0 else { return }
        var split = scalars.startIndex
        for _ in 1...longest {
            split = scalars.index(after: split)
            var known: [Parse] = []
            analyzer.dictionary.parse(String(scalars[split...]), into: &known)
            if known.isEmpty { continue }
            let prefix = String(scalars[..<split])
            for base in known where base.tag.isProductive {
                parses.appendIfNew(base.prefixed(by: prefix, weight: 0.5))
            }
        }
    }
}
