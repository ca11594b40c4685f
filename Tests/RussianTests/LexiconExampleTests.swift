import Foundation
import Grammar
import Model
import Russian
import TestLanguage
import Testing

/// Each entry of the vocabularies against the words that show it at work.
@Suite struct LexiconExampleTests {
    /// The entries of a vocabulary whose example does not carry their mark, with file and line.
    private func unmarked(_ file: String) throws -> [String] {
        let lexicon = try TestLanguage.russian.get().lexicon
        var faults: [String] = []
        for (index, entry) in lexicon.entries.enumerated() where entry.place.hasPrefix(file + ".txt:") {
            let document = try TestLanguage.document(entry.example)
            if !document.marks(entry.kind).contains(where: { Int($0.entry) == index }), try !isHalf(entry) {
                faults.append("\(entry.place) [\(lexicon.name(of: entry.kind))] \(entry.phrase) | \(entry.example)")
            }
        }
        return faults
    }

    /// Whether the example shows the phrase as a part of a hyphenated word, which the recognizers take apart themselves.
    private func isHalf(_ entry: Lexicon.Entry) throws -> Bool {
        let analyzer = try TestLanguage.russian.get().analyzer
        let phrase = entry.phrase.drop { $0 == "=" }
        return entry.example.split(separator: " ").contains { word in
            let parts = word.split(separator: "-")
            return parts.count > 1
                && parts.contains { $0 == phrase || analyzer.parses(of: String($0)).contains { $0.lemma == phrase } }
        }
    }

    /// A row of parliaments whose example carries no office of it, with the state that the row gives.
    @Test func everyParliamentHasASpeaker() throws {
        let file = TestLanguage.seeds.appending(path: "reference/assemblies.csv")
        let rows = try CSV(
            String(contentsOf: file, encoding: .utf8), file: "assemblies.csv",
            required: ["genitive_ru", "country", "example"]
        ).rows
        let office = try #require(try TestLanguage.russian.get().lexicon.existingClass("office"))
        var faults: [String] = []
        for row in rows {
            let document = try TestLanguage.document(row["example"])
            let values = document.marks(office).map { document.value(of: $0) }
            if !values.contains("speaker;parliament;" + row["country"]) { faults.append(row["example"]) }
        }
        #expect(rows.count > 50)
        #expect(faults.isEmpty, Comment(rawValue: faults.joined(separator: "\n")))
    }

    @Test(arguments: Russian.vocabularies) func everyExampleCarriesItsMark(_ file: String) throws {
        let faults = try unmarked(file)
        #expect(faults.isEmpty, Comment(rawValue: faults.joined(separator: "\n")))
    }
}
