import Grammar
import Model
import Synchronization

/// Reads articles of one language: a pure function from an article to its facts.
///
/// May be called from any number of threads at once; each call borrows a memory of its own.
public final class Extractor: Sendable {
    private let language: Language
    private let marks: Marks
    private let memories = Mutex<[Memory]>([])

    /// The version of the rules: facts of another version are read anew.
    public static let version = "0.14.0"

    public init(language: Language) {
        self.language = language
        marks = Marks.of(language)
    }

    /// What the article says: meetings, figures, agreements and the countries that it names.
    public func facts(of article: Article) -> Facts {
        withReading(of: article) { $0.facts() }
    }

    /// What the text names, in order of beginning, of two that begin together the longer first.
    public func entities(of article: Article) -> [Entity] { withReading(of: article, tells: false, Self.entities) }

    /// The same, and the words with their lemmas and grammemes, in order.
    public func entitiesAndWords(of article: Article) -> ([Entity], [WordParse]) {
        withReading(of: article, tells: false) { (Self.entities(in: $0), Self.words(of: $0.document)) }
    }

    private static func entities(in reading: Reading) -> [Entity] {
        var annotation = Annotation(reading)
        return annotation.entities()
    }

    private static func words(of document: Document) -> [WordParse] {
        document.tokens.indices.compactMap { token in
            document.parse(at: token).map {
                WordParse(span: document.tokens[token].span, lemma: $0.lemma, tag: String(describing: $0.tag))
            }
        }
    }

    /// Reads an article layer by layer: each recognizer stands on those before it.
    ///
    /// - Parameters:
    ///   - log: what the recognizers pass over goes there.
    ///   - tells: whether anybody asks who holds which office, who speaks and of which states: what is named is found without.
    func withReading<Result>(
        of article: Article, log: OmissionLog? = nil, tells: Bool = true, _ body: (Reading) -> Result
    ) -> Result {
        withMemory { memory in
            let reading = Reading(article: article, language: language, marks: marks, memory: memory)
            reading.log = log
            reading.readFrame()
            reading.readDates()
            reading.readAmounts()
            reading.readPlaces()
            reading.readPeople()
            if tells {
                reading.settlePeople()
                reading.readDiscourse()
            }
            return body(reading)
        }
    }

    private func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
        let memory = memories.withLock { $0.popLast() } ?? Memory(language)
        memory.trim()
        defer { memories.withLock { $0.append(memory) } }
        return body(memory)
    }
}
