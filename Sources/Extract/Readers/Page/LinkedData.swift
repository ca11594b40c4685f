import Foundation

/// What a page says of its article in JSON-LD (schema.org): the first object that is an article, wherever it is nested.
struct LinkedData {
    private(set) var headline: String?
    private(set) var datePublished: String?
    private(set) var articleBody: String?

    init(_ markup: Markup) {
        for script in markup.elements(.script)
        where markup.value(.type, of: script)?.lowercased().hasPrefix("application/ld+json") == true {
            let text = markup.range(of: script).dropFirst().flatMap { markup.bytes[markup.nodes[$0].text] }
            guard let data = try? JSONSerialization.jsonObject(with: Data(text)),
                let article = Self.article(in: data)
            else { continue }
            headline = headline ?? Self.string(article["headline"])
            datePublished = datePublished ?? Self.string(article["datePublished"])
            articleBody = articleBody ?? Self.string(article["articleBody"])
        }
    }

    private static func string(_ value: Any?) -> String? {
        (value as? String).flatMap { $0.isBlank ? nil : $0 }
    }

    /// Breadth first, so that an article is found before the articles it mentions.
    private static func article(in data: Any) -> [String: Any]? {
        var waiting = [data]
        var looked = 0
        while looked < waiting.count && looked < 10_000 {
            let value = waiting[looked]
            looked += 1
            if let object = value as? [String: Any] {
                if types(of: object).contains(where: {
                    $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
                }) {
                    return object
                }
                waiting += object.sorted { $0.key < $1.key }.map(\.value)
            } else if let list = value as? [Any] {
                waiting += list
            }
        }
        return nil
    }

    private static func types(of object: [String: Any]) -> [String] {
        (object["@type"] as? [String]) ?? (object["@type"] as? String).map { [$0] } ?? []
    }
}
