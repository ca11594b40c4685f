import Foundation
import Grammar
import Morphology
import Russian

/// Russian as the repository's seeds give it, read once for all tests.
enum TestLanguage {
    /// Russian, or what kept it from being read: without a dictionary the tests fail with a word on scripts/setup.
    static let russian = Result {
        let environment = ProcessInfo.processInfo.environment
        let dictionary =
            environment["CHANCERY_DICTIONARY"] ?? environment["CHANCERY_HOME"].map { $0 + "/dictionary" }
            ?? "/var/lib/chancery/dictionary"
        return try Russian.language(
            seeds: seeds, analyzer: MorphologicalAnalyzer(dictionary: try MorphologicalDictionary(folder: dictionary)))
    }

    private static let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "seeds")

    static func document(_ text: String) throws -> Document {
        let language = try russian.get()
        return Document(text: text, language: language, vocabulary: language.makeVocabulary())
    }
}
