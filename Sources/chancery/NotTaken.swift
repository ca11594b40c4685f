import Foundation
import Model

/// The numbers and the documents' words of an article that became no fact, each with its line and the reason.
struct NotTaken {
    let article: Article
    let omissions: [Omission]

    /// Nil when every number and every document's word became a fact.
    var text: String? {
        if omissions.isEmpty { return nil }
        let scalars = Array(article.text.unicodeScalars)
        var line = 1
        var counted = 0
        let rows = omissions.map { omission in
            let span = omission.span
            line += scalars[counted..<span.start].count { $0 == "\n" }
            counted = span.start
            let words = String(String.UnicodeScalarView(scalars[span.start..<span.end])).cut(to: 32)
            return "  \(span.start)–\(span.end)".padded(to: 16) + "line \(line)".padded(to: 10)
                + "«\(words)»".padded(to: 36) + omission.reason.rawValue
        }
        return (["Not taken:"] + rows).joined(separator: "\n") + "\n"
    }
}
