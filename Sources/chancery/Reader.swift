import Extract
import Foundation
import Grammar
import Model
import Morphology
import Normalize
import Pipeline
import Russian
import Synchronization

/// What reads an article, put together from the dictionary, the language and the reference rows.
struct Reader: Sendable {
    private let extractor: Extractor
    private let normalizer: Normalizer

    /// - Throws: what is missing or wrong in the dictionary or the data folder.
    init(places: Places) throws {
        try places.checkDictionary()
        let dictionary = try MorphologicalDictionary(folder: places.dictionary.path)
        let language = try Russian.language(
            seeds: places.data().appending(path: "seeds"),
            analyzer: MorphologicalAnalyzer(dictionary: dictionary), store: places.dictionary)
        extractor = Extractor(language: language)
        normalizer = Normalizer()
    }

    func facts(of article: Article) -> Facts { extractor.facts(of: article) }

    /// An article's facts, and what in it became none.
    func explained(_ article: Article) -> (facts: Facts, omissions: [Omission]) { extractor.explained(article) }

    /// The facts as `extract` prints them: what is told twice joined.
    func joined(_ facts: Facts, of article: Article) -> Facts {
        let report = report(of: article, facts: facts)
        var facts = facts
        facts.meetings = report.meetings.map(\.fact)
        facts.figures = report.figures.map(\.fact)
        facts.agreements = report.agreements.map(\.fact)
        return facts
    }

    func entities(of article: Article) -> [Entity] { extractor.entities(of: article) }

    func report(of article: Article, facts: Facts) -> ArticleReport { normalizer.report(of: article, facts: facts) }

    /// The stages of `annotate`: an article's entities, and their line.
    func annotating(_ options: StagingOptions) -> Stages<[Entity], String> {
        Stages(options: options, extract: extractor.entities(of:)) { EntityLine.jsonLine(id: $0.id, entities: $1) }
    }

    /// The same with the words and their parses.
    func parsing(_ options: StagingOptions) -> Stages<([Entity], [WordParse]), String> {
        Stages(options: options, extract: extractor.entitiesAndWords(of:)) {
            EntityLine.jsonLine(id: $0.id, entities: $1.0, words: $1.1)
        }
    }

    /// The stages of `extract`: an article's facts, and their line.
    func extracting(_ options: StagingOptions, withText: Bool) -> Stages<Facts, String> {
        Stages(options: options, extract: facts(of:)) { [normalizer] article, facts in
            let told = normalizer.told(in: article, facts: facts)
            return withText ? told.jsonLineWithText(extractorVersion: Extractor.version) : told.jsonLine
        }
    }
}

/// A reader that is made when the first article is to be read: a run that finds nothing new needs none.
final class LateReader: Sendable {
    private let places: Places
    private let made = Mutex<Reader?>(nil)

    /// - Throws: what is missing of the dictionary or the data folder, so that it is told by a run with nothing to read, too.
    init(places: Places) throws {
        try places.checkDictionary()
        _ = try places.data()
        self.places = places
    }

    /// The stages of `run`; what is wrong in the dictionary or the vocabularies ends it.
    func staging(_ options: Staging.Options) -> Staging {
        let normalizer = Normalizer()
        return Staging(
            options: options, extract: { try self.reader().facts(of: $0) }, normalize: normalizer.report(of:facts:))
    }

    /// Workers that need it at the same time wait for the one that makes it.
    private func reader() throws -> Reader {
        try made.withLock { made in
            if let made { return made }
            let reader = try Reader(places: places)
            made = reader
            return reader
        }
    }
}
