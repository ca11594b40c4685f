import Foundation
import Model

/// Facts as told become reports ready for their rows: repeats within the article joined, sets sorted, keys derived from content.
public struct Normalizer: Sendable {
    public init() {}

    /// The namespace of every id and key of Chancery, itself version 5 in the namespace for URLs (RFC 9562, section 6.6).
    static let namespace = UUID(
        namespace: UUID(uuidString: "6ba7b811-9dad-11d1-80b4-00c04fd430c8")!, name: "chancery:ledger")

    /// The facts alone, for who wants neither their keys nor their words.
    public func told(in article: Article, facts: Facts) -> ToldFacts {
        ToldFacts(
            article: article,
            language: facts.language,
            title: facts.title,
            publishedOn: facts.publishedOn,
            countries: facts.countries.sorted { $0.code < $1.code },
            meetings: facts.meetings.map(\.normalized),
            figures: joined(facts.figures.map(\.normalized)),
            agreements: facts.agreements.map(\.normalized),
            sentences: facts.sentences)
    }

    /// An article's facts as the tables hold them: what is told twice joined, names and values in one form.
    public func report(of article: Article, facts: Facts) -> ArticleReport {
        let told = told(in: article, facts: facts)
        let text = ScalarText(article.text)
        let context = KeyContext(articleID: article.id, publishedOn: facts.publishedOn)
        return ArticleReport(
            article: article,
            contentHash: article.contentHash,
            language: told.language,
            title: told.title,
            publishedOn: told.publishedOn,
            countries: told.countries,
            meetings: reports(told.meetings, "meeting", article, text, facts.sentences, context),
            figures: reports(told.figures, "figure", article, text, facts.sentences, context),
            agreements: reports(told.agreements, "agreement", article, text, facts.sentences, context),
            sentences: told.sentences
        )
    }

    private func reports<Content: KeyedFact>(
        _ facts: [Content], _ kind: String, _ article: Article, _ text: ScalarText, _ sentences: [Span],
        _ context: KeyContext
    ) -> [Report<Content>] {
        facts.enumerated().map { index, fact in
            let first = fact.evidence[0]
            let sentence = sentences.filter { $0.overlaps(first) }.reduce(first) { $0.union($1) }
            return Report(
                id: UUID(namespace: Self.namespace, name: "report|\(kind)|\(index)|\(article.id)"),
                telling: fact.telling(context), fact: fact, quote: text[first], sentence: text[sentence])
        }
    }

    /// The same quantity told twice in one article is one figure with both places as evidence.
    private func joined(_ figures: [Figure]) -> [Figure] {
        var result: [Figure] = []
        var isJoined: Set<Int> = []
        for figure in figures {
            if let index = result.firstIndex(where: { $0.saysTheSame(as: figure) }) {
                result[index].evidence.append(contentsOf: figure.evidence)
                isJoined.insert(index)
                if result[index].period == nil { result[index].period = figure.period }
                if result[index].speaker == nil { result[index].speaker = figure.speaker }
            } else {
                result.append(figure)
            }
        }
        // Once for all, since an article may repeat itself without end.
        for index in isJoined { result[index].evidence = result[index].evidence.sortedUnique }
        return result
    }
}

/// What a key depends on beside the fact itself.
struct KeyContext {
    let articleID: String
    let publishedOn: PartialDate?

    /// For facts that the text does not date: reports of one day may speak of the same, others are not known to.
    var moment: String { publishedOn?.description ?? "article:" + articleID }

    /// As `moment`, for what is told again and again.
    var year: String { publishedOn.map { "\($0.year)" } ?? "article:" + articleID }
}

protocol KeyedFact: Fact {
    /// What decides with which reports of other articles it is one row.
    func telling(_ context: KeyContext) -> Telling
}

extension [String?] {
    /// Each field with its length before it, so that no two lists of fields give one name.
    func keyName(_ kind: String) -> String {
        kind + map { field in field.map { "|\($0.utf8.count):\($0)" } ?? "|-" }.joined()
    }
}

/// A text whose scalars can be cut by offset.
struct ScalarText {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    subscript(span: Span) -> String {
        let cut = scalars[min(span.start, scalars.count)..<min(span.end, scalars.count)]
        return String(unsafeUninitializedCapacity: cut.count * 4) { bytes in
            var count = 0
            for scalar in cut {
                for byte in UTF8.encode(scalar)! {
                    bytes[count] = byte
                    count += 1
                }
            }
            return count
        }
    }
}

extension [Span] {
    /// In order, each once.
    var sortedUnique: [Span] {
        var result: [Span] = []
        for span in sorted() where result.last != span { result.append(span) }
        return result
    }
}

extension Array where Element: Comparable & Hashable {
    /// In order, each once.
    var sortedSet: [Element] { Set(self).sorted() }
}
