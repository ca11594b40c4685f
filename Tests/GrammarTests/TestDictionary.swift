import Foundation
import Grammar
import Morphology
import Russian

/// The real dictionary and the real language, opened once for all tests of the target.
enum TestDictionary {
    private static let folder: String = {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["CHANCERY_DICTIONARY"] { return folder }
        return (environment["CHANCERY_HOME"] ?? "/var/lib/chancery") + "/dictionary"
    }()
    private static let opened = Result {
        MorphologicalAnalyzer(dictionary: try MorphologicalDictionary(folder: folder))
    }
    private static let language = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try Russian.language(seeds: root.appending(path: "seeds"), analyzer: try opened.get())
    }

    static func analyzer() throws -> MorphologicalAnalyzer { try opened.get() }
    static func russian() throws -> Language { try language.get() }
}
