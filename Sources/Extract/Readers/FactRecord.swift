import Foundation
import Model

/// One line that `chancery extract --with-text` printed: the contract's fields, and beside them the article as it was
/// given, its sentences, the rule behind each fact and the version of the extractor.
enum FactRecord {
    static func content(
        of text: String, source: String, line number: Int, extractorVersion: String
    ) throws(Rejection) -> SourceEntry.Content {
        func rejection(_ reason: Rejection.Reason, _ detail: String, id: String? = nil) -> Rejection {
            Rejection(source: source, line: number, articleID: id, reason: reason, detail: detail)
        }
        let told: Told
        do {
            told = try JSONDecoder().decode(Told.self, from: Data(text.utf8))
        } catch {
            throw rejection(.malformed, complaint(error, text))
        }
        if told.withdrawn == true, let id = told.id { return .withdrawal(id: id) }
        if let error = told.error { throw rejection(.unreadable, "was not extracted: \(error)", id: told.id) }
        guard let fields = told.article, let language = told.lang else {
            throw rejection(.noText, "has no `article`; extract it with --with-text", id: told.id)
        }
        guard told.extractor == extractorVersion else {
            throw rejection(
                .malformed,
                "was extracted by \(told.extractor ?? "another version"), this is \(extractorVersion); extract it anew",
                id: told.id)
        }
        let given = try Record.article(fields, source: source, line: number)
        let article = Article(
            id: given.id, source: given.source, url: given.url, title: given.title, publishedOn: given.publishedOn,
            language: given.language, provenance: told.provenance, text: given.text)
        let facts = Facts(
            language: language, publishedOn: told.publishedOn, title: told.title, countries: told.countries,
            meetings: told.meetings, figures: told.figures, agreements: told.agreements, sentences: told.sentences)
        let length = article.text.unicodeScalars.count
        guard facts.sentences.allSatisfy({ $0.end <= length }),
            facts.evidence.allSatisfy({ $0.last?.end ?? .max <= length })
        else { throw rejection(.malformed, "has words outside its text; extract it anew", id: told.id) }
        return .facts(article, facts)
    }

    private static func complaint(_ error: any Error, _ text: String) -> String {
        switch error {
        case DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty: Record.complaint(error, text)
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context), DecodingError.keyNotFound(_, let context):
            "holds no facts as extract prints them, at \(path(context)); extract it anew"
        default: "is not JSON; write one object a line"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return path.isEmpty ? "its top" : String(path.drop { $0 == "." })
    }
}

extension Facts {
    fileprivate var evidence: [[Span]] {
        meetings.map(\.evidence) + figures.map(\.evidence) + agreements.map(\.evidence)
    }
}

/// The line's fields.
private struct Told: Decodable {
    let id: String?
    let withdrawn: Bool?
    let error: String?
    let lang: String?
    let publishedOn: PartialDate?
    let title: String?
    let extractor: String?
    let article: Fields?
    let provenance: Provenance?
    let sentences: [Span]
    let countries: [CountryMention]
    let meetings: [Meeting]
    let figures: [Figure]
    let agreements: [Agreement]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        id = try fields.decodeIfPresent(String.self, forKey: "id")
        withdrawn = try fields.decodeIfPresent(Bool.self, forKey: "withdrawn")
        error = try fields.decodeIfPresent(String.self, forKey: "error")
        lang = try fields.decodeIfPresent(String.self, forKey: "lang")
        publishedOn = try fields.date("published_on")
        title = try fields.decodeIfPresent(String.self, forKey: "title")
        extractor = try fields.decodeIfPresent(String.self, forKey: "extractor")
        article = try fields.decodeIfPresent(Fields.self, forKey: "article")
        sentences = try (fields.decodeIfPresent([[Int]].self, forKey: "sentences") ?? []).map { ends in
            guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { throw fields.fault("sentences") }
            return Span(ends[0], ends[1])
        }
        provenance = try fields.object("article").flatMap { article in
            try article.object("provenance").map { origin in
                Provenance(
                    format: try origin.word("format"), encoding: try origin.decode(String.self, forKey: "encoding"),
                    encodingBasis: try origin.decode(String.self, forKey: "encoding_basis"),
                    part: try origin.decode(String.self, forKey: "part"),
                    dateFrom: try origin.decodeIfPresent(String.self, forKey: "date_from"))
            }
        }
        // Without the article the facts are of no use, whatever they are.
        let isWhole = article != nil
        countries =
            try !isWhole
            ? []
            : fields.list("countries") { mention in
                CountryMention(
                    code: try mention.value("code") { CountryCode($0) },
                    mentions: try mention.decode(Int.self, forKey: "mentions"))
            }
        meetings = try isWhole ? fields.list("meetings", Self.meeting) : []
        figures = try isWhole ? fields.list("figures", Self.figure) : []
        agreements = try isWhole ? fields.list("agreements", Self.agreement) : []
    }

    private static func meeting(_ fields: Container) throws -> Meeting {
        Meeting(
            kind: try fields.word("kind"), countries: try fields.countries("countries"),
            orgs: try fields.decode([String].self, forKey: "orgs"), level: try fields.wordIfPresent("level"),
            participants: try fields.list("participants") { person in
                Participant(
                    name: try person.decode(String.self, forKey: "name"), country: try person.country("country"),
                    office: try person.wordIfPresent("office"))
            },
            visit: try fields.wordIfPresent("visit"),
            formats: try fields.decode([String].self, forKey: "formats").map { word in
                guard let format = Meeting.Format(rawValue: word) else { throw fields.fault("formats") }
                return format
            },
            status: try fields.word("status"), date: try fields.date("date"),
            place: try fields.object("place").flatMap { place in
                Place(
                    city: try place.decodeIfPresent(String.self, forKey: "city"), country: try place.country("country"))
            },
            host: try fields.country("host"), evidence: try fields.evidence(),
            rule: try fields.decode(String.self, forKey: "rule"))
    }

    private static func figure(_ fields: Container) throws -> Figure {
        Figure(
            indicator: Indicator(try fields.decode(String.self, forKey: "indicator")),
            subject: try fields.decodeIfPresent(String.self, forKey: "subject"),
            value: try fields.decode(Decimal.self, forKey: "value"),
            valueMax: try fields.decodeIfPresent(Decimal.self, forKey: "value_max"),
            unit: try fields.value("unit") { QuantityUnit($0) }, comparator: try fields.word("comparator"),
            measure: try fields.word("measure"), direction: try fields.wordIfPresent("direction"),
            nature: try fields.word("nature"), period: try fields.period("period"),
            countries: try fields.countries("countries"), origin: try fields.country("origin"),
            destination: try fields.country("destination"),
            speaker: try fields.decodeIfPresent(String.self, forKey: "speaker"), evidence: try fields.evidence(),
            rule: try fields.decode(String.self, forKey: "rule"))
    }

    private static func agreement(_ fields: Container) throws -> Agreement {
        Agreement(
            kind: try fields.word("kind"), title: try fields.decode(String.self, forKey: "title"),
            status: try fields.word("status"), countries: try fields.countries("countries"),
            orgs: try fields.decode([String].self, forKey: "orgs"), signedOn: try fields.date("signed_on"),
            count: try fields.decodeIfPresent(Int.self, forKey: "count"),
            value: try fields.decodeIfPresent(Decimal.self, forKey: "value"),
            unit: try fields.valueIfPresent("unit") { QuantityUnit($0) }, term: try fields.period("term"),
            evidence: try fields.evidence(), rule: try fields.decode(String.self, forKey: "rule"))
    }
}

private typealias Container = KeyedDecodingContainer<Key>

/// Any name of a field.
private struct Key: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringLiteral name: String) { stringValue = name }
    init(stringValue name: String) { stringValue = name }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<Key> {
    fileprivate func fault(_ key: Key) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath + [key], debugDescription: "not a value of the contract"))
    }

    fileprivate func valueIfPresent<Value>(_ key: Key, _ read: (String) -> Value?) throws -> Value? {
        guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
        guard let value = read(text) else { throw fault(key) }
        return value
    }

    fileprivate func value<Value>(_ key: Key, _ read: (String) -> Value?) throws -> Value {
        guard let value = try valueIfPresent(key, read) else { throw fault(key) }
        return value
    }

    fileprivate func word<Word: RawRepresentable<String>>(_ key: Key) throws -> Word {
        try value(key) { Word(rawValue: $0) }
    }

    fileprivate func wordIfPresent<Word: RawRepresentable<String>>(_ key: Key) throws -> Word? {
        try valueIfPresent(key) { Word(rawValue: $0) }
    }

    fileprivate func country(_ key: Key) throws -> CountryCode? { try valueIfPresent(key) { CountryCode($0) } }

    fileprivate func date(_ key: Key) throws -> PartialDate? { try valueIfPresent(key) { PartialDate(iso: $0) } }

    fileprivate func countries(_ key: Key) throws -> [CountryCode] {
        try decode([String].self, forKey: key).map { text in
            guard let code = CountryCode(text) else { throw fault(key) }
            return code
        }
    }

    fileprivate func object(_ key: Key) throws -> Container? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        return try nestedContainer(keyedBy: Key.self, forKey: key)
    }

    fileprivate func list<Element>(_ key: Key, _ read: (Container) throws -> Element) throws -> [Element] {
        guard contains(key) else { return [] }
        var elements = try nestedUnkeyedContainer(forKey: key)
        var result: [Element] = []
        while !elements.isAtEnd { result.append(try read(elements.nestedContainer(keyedBy: Key.self))) }
        return result
    }

    fileprivate func period(_ key: Key) throws -> Period? {
        guard let ends = try object(key) else { return nil }
        guard let period = Period(from: try ends.date("from"), to: try ends.date("to")) else { throw fault(key) }
        return period
    }

    fileprivate func evidence() throws -> [Span] {
        let spans = try list("evidence") { span in
            let (start, end) = (try span.decode(Int.self, forKey: "start"), try span.decode(Int.self, forKey: "end"))
            guard 0 <= start, start <= end else { throw fault("evidence") }
            return Span(start, end)
        }
        guard !spans.isEmpty else { throw fault("evidence") }
        return spans
    }
}
