import Foundation
import Grammar
import TestLanguage
import Testing

@testable import Russian

struct LexiconStoreTests {
    private let folder: URL
    private let source: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        source = folder.appending(path: "words.txt")
        try "договор".write(to: source, atomically: true, encoding: .utf8)
    }

    private var store: LexiconStore { LexiconStore(folder: folder, sources: [source]) }

    private var kept: URL { folder.appending(path: "lexicon-ru.compiled") }

    private func lexicon() throws -> Lexicon {
        let lexicon = Lexicon()
        try lexicon.add(
            class: "paper", phrase: "договор", value: "treaty", example: "", place: "",
            analyzer: try TestLanguage.analyzer.get())
        return lexicon
    }

    @Test func keepsALexiconUntilItsSourcesChange() throws {
        #expect(store.read() == nil)
        store.keep(try lexicon())
        let known = try #require(store.read())
        #expect(known.value(of: "договор", try #require(known.existingClass("paper"))) == "treaty")
        try "договоры".write(to: source, atomically: true, encoding: .utf8)
        #expect(store.read() == nil)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func forgetsItWithTheDictionary() throws {
        store.keep(try lexicon())
        try "{}".write(to: folder.appending(path: "meta.json"), atomically: true, encoding: .utf8)
        #expect(store.read() == nil)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func readsNothingDamaged() throws {
        store.keep(try lexicon())
        let whole = try Data(contentsOf: kept)
        for place in [0, 8, 16, 24, whole.count / 2, whole.count - 1] {
            var damaged = whole
            damaged[place] ^= 1
            try damaged.write(to: kept)
            #expect(store.read() == nil)
        }
        try whole.prefix(40).write(to: kept)
        #expect(store.read() == nil)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func doesWithoutAFolder() throws {
        let store = LexiconStore(folder: folder.appending(path: "none"), sources: [source])
        store.keep(try lexicon())
        #expect(store.read() == nil)
        try FileManager.default.removeItem(at: folder)
    }

    /// The whole language, compiled and kept, reads as the one made anew.
    @Test func givesTheSameLanguage() throws {
        let analyzer = try TestLanguage.analyzer.get()
        let made = try Russian.language(seeds: TestLanguage.seeds, analyzer: analyzer, store: folder)
        let size = try FileManager.default.attributesOfItem(atPath: kept.path)[.size] as? Int
        #expect(size ?? 0 > 100_000)
        let kept = try Russian.language(seeds: TestLanguage.seeds, analyzer: analyzer, store: folder)
        #expect(kept.lexicon.entries.map(\.value) == made.lexicon.entries.map(\.value))
        let text =
            "5 мая 2024 года президент Казахстана Касым-Жомарт Токаев и премьер-министр Италии подписали в Астане договор."
        func marks(_ language: Language) -> [Mark] {
            let document = Document(text: text, language: language, vocabulary: language.makeVocabulary())
            return document.tokens.indices.flatMap { Array(document.marks(at: $0)) }
        }
        #expect(marks(kept) == marks(made))
        #expect(marks(made).count > 8)
        try FileManager.default.removeItem(at: folder)
    }
}
