import Foundation
import Model

/// One line of NDJSON: `id` and `text`, and what else the source knows, or `id` and `"withdrawn": true`. Fields it does
/// not know are ignored.
enum Record {
    /// The longest id, in bytes: an index row of PostgreSQL has to hold it.
    static let longestID = 1024

    /// The article of one line's text, or that it is taken back.
    static func content(of text: String, source: String, line number: Int) throws(Rejection) -> SourceEntry.Content {
        let fields: Fields
        do {
            fields = try Fields(plain: Array(text.utf8)) ?? JSONDecoder().decode(Fields.self, from: Data(text.utf8))
        } catch {
            throw Rejection(source: source, line: number, reason: .malformed, detail: complaint(error, text))
        }
        return try content(fields, source: source, line: number)
    }

    /// What the fields of one line are.
    static func content(_ fields: Fields, source: String, line number: Int) throws(Rejection) -> SourceEntry.Content {
        guard fields.withdrawn else { return .article(try article(fields, source: source, line: number)) }
        guard let id = fields.id, !id.isBlank, id.utf8.count <= longestID else {
            throw Rejection(
                source: source, line: number, reason: .malformed,
                detail: "withdraws nothing; give it the article's `id`")
        }
        return .withdrawal(id: id)
    }

    /// The article that the fields make.
    static func article(_ fields: Fields, source: String, line number: Int) throws(Rejection) -> Article {
        func rejection(_ reason: Rejection.Reason, _ detail: String) -> Rejection {
            Rejection(source: source, line: number, articleID: fields.id, reason: reason, detail: detail)
        }
        if let name = fields.mistyped {
            throw rejection(.malformed, "`\(name)` is not a string; put its value in quotes")
        }
        guard let id = fields.id, !id.isBlank else { throw rejection(.malformed, "has no `id`; give it one") }
        guard id.utf8.count <= longestID else {
            throw rejection(.malformed, "its `id` is longer than \(longestID) bytes; shorten it")
        }
        guard let text = fields.text, !text.isBlank else { throw rejection(.noText, "has no `text`; give it one") }
        if let name = fields.nameWithZero {
            throw rejection(.binary, "`\(name)` holds a NUL (\\u0000), which text cannot; remove it")
        }
        if let fault = Encoding.doubled(in: text) { throw rejection(fault.reason, "its `text` " + fault.detail) }
        var publishedOn: PartialDate?
        if let given = fields.publishedOn {
            guard let date = PartialDate(iso: given), date.isDay else {
                throw rejection(
                    .invalidDate, "`published_on` \(given.excerpt) is no date there is; write a day as 2024-11-27")
            }
            publishedOn = date
        }
        return Article(
            id: id, source: fields.source, url: fields.url, title: fields.title, publishedOn: publishedOn,
            language: fields.lang, text: text)
    }

    static func complaint(_ error: any Error, _ text: String) -> String {
        guard case DecodingError.dataCorrupted = error else { return "is not a JSON object; write one object a line" }
        return "is not JSON\(place(ofFaultIn: text)); write one object a line"
    }

    /// JSONDecoder does not say what it stumbled over; JSONSerialization does.
    private static func place(ofFaultIn text: String) -> String {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            return ""
        } catch {
            guard let said = (error as NSError).userInfo["NSDebugDescription"] as? String else { return "" }
            return " (\(said.hasSuffix(".") ? said.dropLast() : said[...]))"
        }
    }
}

extension String {
    /// Whether a NUL is in it.
    var hasZero: Bool {
        utf8.withContiguousStorageIfAvailable { $0.count > 0 && memchr($0.baseAddress!, 0, $0.count) != nil }
            ?? utf8.contains(0)
    }

    /// The value quoted and cut, fit for a message of one line.
    var excerpt: String {
        let visible = prefix(24).map { $0.isNewline ? " " : String($0) }.joined()
        return "\"\(visible)\(count > 24 ? "…" : "")\""
    }
}

/// The fields as far as they could be read, so that a faulty record still tells its id.
struct Fields: Decodable {
    var id: String?
    var text: String?
    var source: String?
    var url: String?
    var title: String?
    var publishedOn: String?
    var lang: String?
    var withdrawn = false
    /// The first field that is neither a string nor null.
    var mistyped: String?

    enum Key: String, CodingKey {
        case id, text, source, url, title, lang, withdrawn
        case publishedOn = "published_on"
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        var mistyped: String?
        func string(_ key: Key) throws -> String? {
            do {
                return try container.decodeIfPresent(String.self, forKey: key)
            } catch DecodingError.typeMismatch {
                mistyped = mistyped ?? key.rawValue
                return nil
            }
        }
        withdrawn = (try? container.decodeIfPresent(Bool.self, forKey: .withdrawn)) ?? false
        id = try string(.id)
        text = try string(.text)
        source = try string(.source)
        url = try string(.url)
        title = try string(.title)
        publishedOn = try string(.publishedOn)
        lang = try string(.lang)
        self.mistyped = mistyped
    }

    var nameWithZero: String? {
        func has(_ text: String?) -> Bool { text.map(\.hasZero) ?? false }
        let key: Key? =
            has(id)
            ? .id
            : has(text)
                ? .text
                : has(source) ? .source : has(url) ? .url : has(title) ? .title : has(lang) ? .lang : nil
        return key?.rawValue
    }
}
