import Testing

@testable import Morphology

/// Checks a row `word | lemma | tag`: the analyzer reads the word so, among other readings.
func expectReading(_ row: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let columns = row.columns
    let readings = try TestDictionary.analyzer().parses(of: columns[0]).map { "\($0.lemma) | \($0.tag)" }
    #expect(
        readings.contains("\(columns[1]) | \(columns[2])"), "\(columns[0]) is read as \(readings)",
        sourceLocation: sourceLocation)
}

/// Checks a row `word | required grammemes | form`: one reading of the word has this form.
func expectForm(_ row: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let columns = row.columns
    let analyzer = try TestDictionary.analyzer()
    let required = try #require(Grammemes(columns[1]), sourceLocation: sourceLocation)
    let forms = analyzer.parses(of: columns[0]).compactMap { analyzer.inflect($0, to: required) }
    #expect(forms.contains(columns[2]), "\(columns[0]) becomes \(forms)", sourceLocation: sourceLocation)
}

/// Whether some reading of the word has these grammemes.
func isRead(_ word: String, as grammemes: Grammemes) throws -> Bool {
    try TestDictionary.analyzer().parses(of: word).contains { $0.tag.grammemes.contains(grammemes) }
}
