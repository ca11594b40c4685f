import Model
import TestLanguage

@testable import Extract

/// What the extractor makes of a text.
extension TestLanguage {
    private static let extractor = Result { Extractor(language: try russian.get()) }

    static func facts(_ text: String, on date: String? = nil, title: String? = nil) throws -> Facts {
        try extractor.get().facts(of: article(text, on: date, title: title))
    }

    /// What became no fact: "words: reason".
    static func omissions(_ text: String, on date: String? = nil) throws -> [String] {
        let scalars = Array(text.unicodeScalars)
        return try extractor.get().explained(article(text, on: date)).omissions.map { omission in
            let words = String(String.UnicodeScalarView(scalars[omission.span.start..<omission.span.end]))
            return "\(omission.kind) \(words): \(omission.reason)"
        }
    }

    static func reading<T>(_ text: String, on date: String? = nil, _ body: (Reading) -> T) throws -> T {
        try extractor.get().withReading(of: article(text, on: date), body)
    }

    private static func article(_ text: String, on date: String?, title: String? = nil) -> Article {
        Article(id: "test", title: title, publishedOn: date.flatMap { PartialDate(iso: $0) }, text: text)
    }
}
