/// Words that the dictionary has, as they are spelled or with ё for some е.
struct DictionaryUnit: AnalysisUnit {
    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        analyzer.dictionary.parse(word.lower, into: &parses)
    }
}
