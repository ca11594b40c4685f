import Foundation
import Model
import TestLanguage
import Testing

@testable import Extract

/// Any text at all is answered: what an author would never write ends no program and points at no words that are not there.
@Suite struct DamagedTextTests {
    private static let extractor = Result { Extractor(language: try TestLanguage.russian.get()) }

    /// Each of these once ended the program, or gave a number that is none.
    @Test(arguments: [
        "Отгрузили 1,5 т.г.",
        "Об этом сообщает премьер-министр\nБолгарии",
        "Экспорт составил от 3 до 5 мая 2024 года.",
        "Экспорт вырос до 5 млн млн млн млн млн млн млн млн млн млн млн млн млн долларов.",
        "Прибыл наследный принц принц Салман бен Хамад.",
        "Их было 15\nДокументы подписали Грузия и Иран.",
        "Договор (СНВ) президенты Грузии и Ирана подписали в Праге.",
        "Их было 15\n\nДокументов подписали много Грузия и Иран.",
        "Грузия и Иран встретились 15\n\nПакет документов подписан Грузией и Ираном.",
        "Грузия и Иран подписали договор о торговле,",
        "Прошла встреча с Верховным лидером Аятоллой Сейедом Али",
        "Вчера, 1 января, на 9999999999999999999999999999999999 долларов.",
    ])
    func isAnswered(_ text: String) throws {
        for date in ["2024-11-27", "0001-01-01", "9999-12-31"] { try check(text, on: date) }
    }

    /// Words of the sample articles with some dropped, doubled, swapped, run together and cut; the seed names the case.
    @Test(arguments: 0..<24) func isAnsweredHoweverDamaged(seed: Int) throws {
        let words = try Self.words.get()
        var chance = Chance(state: UInt64(seed))
        var text = ""
        for _ in 0..<40 {
            let at = Int.random(in: words.indices, using: &chance)
            var stretch = Array(words[at..<min(words.count, at + Int.random(in: 1...10, using: &chance))])
            switch Int.random(in: 0..<5, using: &chance) {
            case 0: stretch.shuffle(using: &chance)
            case 1: stretch += stretch
            case 2: stretch.append(Self.shards.randomElement(using: &chance)!)
            case 3: stretch = [stretch.joined()]
            default: stretch[0] = String(stretch[0].unicodeScalars.dropFirst())
            }
            text += stretch.joined(separator: " ") + (Self.joints.randomElement(using: &chance)!)
        }
        try check(text, on: "2024-11-27")
    }

    /// Stretches of the sample articles, each of which ends behind another word, with a comma or without.
    @Test(arguments: 0..<8) func isAnsweredWhereverItEnds(seed: Int) throws {
        let words = try Self.words.get()
        for end in stride(from: 12 + seed, to: words.count, by: 16) {
            let text = words[end - 12..<end].joined(separator: " ")
            try check(seed.isMultiple(of: 2) ? text : text + ",", on: "2024-11-27")
        }
    }

    private static let shards = [
        "«", "»", "\"", "(", ")", "1 000", "5,3млн", "А.", "\u{301}", "%", "$", "т.г.", "от 3 до", "–", "\u{0}", "№",
    ]
    private static let joints = [" ", " ", " ", " ", ". ", ", ", " – ", "\n", "", "-"]

    private static let words = Result {
        let folder = TestLanguage.seeds.appending(path: "articles")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    private func check(_ text: String, on date: String) throws {
        let article = Article(id: "test", publishedOn: PartialDate(iso: date), text: text)
        let extractor = try Self.extractor.get()
        let length = text.unicodeScalars.count
        let entities = extractor.entities(of: article)
        #expect(entities.allSatisfy { 0 <= $0.span.start && $0.span.start < $0.span.end && $0.span.end <= length })
        #expect(entities == entities.sorted())
        #expect(entities.allSatisfy { $0.normal?.contains("NaN") != true })
        let facts = extractor.facts(of: article)
        let evidence = facts.meetings.flatMap(\.evidence) + facts.figures.flatMap(\.evidence)
        #expect((evidence + facts.agreements.flatMap(\.evidence)).allSatisfy { $0.start < $0.end && $0.end <= length })
        #expect(facts.figures.allSatisfy { !$0.value.isNaN && $0.valueMax?.isNaN != true })
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every run.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
