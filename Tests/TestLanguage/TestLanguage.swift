import Foundation
import Grammar
import Morphology
import Russian

/// The real dictionary, and Russian as the repository's seeds give it, opened once for all tests of a target.
///
/// Without a dictionary the tests fail with a word on scripts/setup.
public enum TestLanguage {
    public static let analyzer = Result {
        let environment = ProcessInfo.processInfo.environment
        let dictionary =
            environment["CHANCERY_DICTIONARY"] ?? environment["CHANCERY_HOME"].map { $0 + "/dictionary" }
            ?? "/var/lib/chancery/dictionary"
        return MorphologicalAnalyzer(dictionary: try MorphologicalDictionary(folder: dictionary))
    }

    public static let russian = Result {
        try Russian.language(seeds: seeds, analyzer: try analyzer.get())
    }

    /// The repository's `seeds`.
    public static let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "seeds")

    public static func document(_ text: String) throws -> Document {
        let language = try russian.get()
        return Document(text: text, language: language, vocabulary: language.makeVocabulary())
    }
}
