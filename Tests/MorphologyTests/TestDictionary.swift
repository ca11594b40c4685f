import Foundation
import Testing

@testable import Morphology

/// The dictionary that the tests read.
enum TestDictionary {
    /// `CHANCERY_DICTIONARY`, else the folder that scripts/setup fills.
    static var folder: String {
        let environment = ProcessInfo.processInfo.environment
        return environment["CHANCERY_DICTIONARY"]
            ?? environment["CHANCERY_HOME"].map { $0 + "/dictionary" }
            ?? "/var/lib/chancery/dictionary"
    }

    private static let opened = Result { () throws(DictionaryError) in try MorphologicalDictionary(folder: folder) }

    /// Fails the test, with a word on scripts/setup, where there is no dictionary.
    static func analyzer() throws -> MorphologicalAnalyzer {
        MorphologicalAnalyzer(dictionary: try opened.get())
    }
}
