import Foundation
import Grammar
import Model
import Morphology
import Russian

@testable import Extract

/// Russian as the repository's seeds give it, read once for all tests.
enum TestLanguage {
    /// Russian, or what kept it from being read: without a dictionary the tests fail with a word on scripts/setup.
    static let russian = Result {
        let environment = ProcessInfo.processInfo.environment
        let dictionary =
            environment["CHANCERY_DICTIONARY"] ?? environment["CHANCERY_HOME"].map { $0 + "/dictionary" }
            ?? "/var/lib/chancery/dictionary"
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Russian.language(
            seeds: root.appending(path: "seeds"),
            analyzer: MorphologicalAnalyzer(dictionary: try MorphologicalDictionary(folder: dictionary)))
    }

    private static let extractor = Result { Extractor(language: try russian.get()) }

    static func facts(_ text: String, on date: String? = nil) throws -> Facts {
        try extractor.get().facts(of: article(text, on: date))
    }

    static func reading<T>(_ text: String, on date: String? = nil, _ body: (Reading) -> T) throws -> T {
        try extractor.get().withReading(of: article(text, on: date), body)
    }

    private static func article(_ text: String, on date: String?) -> Article {
        Article(id: "test", publishedOn: date.flatMap { PartialDate(iso: $0) }, text: text)
    }
}
