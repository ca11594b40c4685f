import Foundation
import Grammar
import Morphology
import TestLanguage
import Testing

@testable import Russian

/// The parse that a sentence speaks for, on sentences of our own.
@Suite struct ParseChoiceTests {
    /// A word, and the grammemes that its chosen parse must have.
    struct Example: CustomTestStringConvertible, Sendable {
        let text: String
        let word: String
        let grammemes: String

        init(_ text: String, _ word: String, _ grammemes: String) {
            self.text = text
            self.word = word
            self.grammemes = grammemes
        }

        var testDescription: String { "\(word) in: \(text)" }
    }

    static let examples = [
        // Prepositions
        Example("Встреча прошла в Астане.", "Астане", "loct"),
        Example("Делегация прибыла в Анкару.", "Анкару", "accs"),
        Example("Стороны договорились о поставках в страны региона.", "страны", "accs"),
        Example("По словам министра, товарооборот вырос.", "министра", "gent"),
        Example("Соглашение по борьбе с засухой готово.", "борьбе", "datv"),
        Example("Он рассказал о подготовке к саммиту.", "подготовке", "loct"),
        Example("Экспорт вырос за счет поставок зерна.", "счет", "accs"),
        // Concord
        Example("Стороны обсудили новое торговое соглашение.", "новое", "accs"),
        Example("Новое торговое соглашение подписано в Баку.", "Новое", "nomn"),
        Example("Президент принял министра, прибывшего с визитом.", "прибывшего", "accs"),
        // Attributes and apposition
        Example("Глава министерства обороны посетил Минск.", "обороны", "gent"),
        Example("Визит президента Александра Орлова начался.", "Александра", "masc gent"),
        Example("Президента встретила Александра Орлова.", "Александра", "femn nomn"),
        Example("Об этом сообщила посол Алина Заречная.", "Алина", "femn nomn"),
        // Coordination
        Example("Парламенты Армении и Грузии провели слушания.", "Грузии", "gent"),
        // Numbers
        Example("Подписано 15 соглашений.", "соглашений", "gent"),
        // Subject and object
        Example("Стороны подписали меморандум.", "меморандум", "accs"),
        Example("Меморандум подписали стороны.", "стороны", "plur nomn"),
        Example("Товарооборот достиг нового рекорда.", "Товарооборот", "nomn"),
        Example("Товары поставляют предприятия области.", "области", "sing gent"),
        Example("Победу одержала команда порта.", "команда", "nomn"),
        // Parts of speech
        Example("Стороны отметили рост торговли.", "рост", "NOUN accs"),
        Example("Стали известны итоги торгов.", "Стали", "VERB"),
    ]

    @Test(arguments: examples)
    func contextChooses(_ example: Example) throws {
        let document = try TestLanguage.document(example.text)
        let token = try #require(document.tokens.indices.first { document.text($0..<$0 + 1) == example.word })
        let parse = try #require(document.parse(at: token))
        let wanted = try #require(Grammemes(example.grammemes))
        #expect(parse.tag.grammemes.contains(wanted), "chose \(parse.tag)")
    }

    @Test func chosenParsesAreOftenerRightThanTheCommonest() throws {
        var chosen = 0
        var commonest = 0
        var all = 0
        for sample in try Self.samples() {
            let document = try TestLanguage.document(sample.text)
            for (start, wanted) in sample.cases {
                let token = try #require(document.tokens.firstIndex { $0.start == Int32(start) })
                let word = try #require(document.word(token))
                all += 1
                if word.parses[0].tag.grammemes.contains(wanted) { commonest += 1 }
                if try #require(document.parse(at: token)).tag.grammemes.contains(wanted) { chosen += 1 }
            }
        }
        #expect(all > 130)
        #expect(Double(chosen) / Double(all) > 0.9, "\(chosen) of \(all) right")
        #expect(chosen - commonest > all / 8, "\(commonest) of \(all) right by frequency alone")
    }

    @Test func aFaultInTheFileNamesItsLine() throws {
        let seeds = FileManager.default.temporaryDirectory.appending(path: "syntax-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: TestLanguage.seeds, to: seeds)
        defer { try? FileManager.default.removeItem(at: seeds) }
        let file = seeds.appending(path: "lexicon/ru/syntax.txt")
        let good = try String(contentsOf: file, encoding: .utf8)
        for (line, message) in [
            ("concord | many | новое соглашение", "'many' is no whole number"),
            ("harmony | 1000 | новое соглашение", "'harmony' is no sign"),
        ] {
            try (good + line + "\n").write(to: file, atomically: true, encoding: .utf8)
            let place = "syntax.txt:\(good.split(separator: "\n", omittingEmptySubsequences: false).count)"
            let error = try #require(throws: LexiconError.self) {
                try Russian.language(seeds: seeds, analyzer: TestLanguage.analyzer.get())
            }
            #expect(error.place == place)
            #expect(error.message == message)
        }
        try good.replacing("concord | 3000 | новое соглашение\n", with: "").write(
            to: file, atomically: true, encoding: .utf8)
        let error = try #require(throws: LexiconError.self) {
            try Russian.language(seeds: seeds, analyzer: TestLanguage.analyzer.get())
        }
        #expect(error.message == "[weight] lacks 'concord'")
    }

    private struct Sample {
        var text = ""
        /// By the scalar that the word begins at.
        var cases: [(Int, Grammemes)] = []
    }

    /// `parse-sample.txt`: a sentence a line, an underscore and the case behind each word that has a choice of cases.
    private static func samples() throws -> [Sample] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "parse-sample.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            var sample = Sample()
            for word in $0.split(separator: " ") {
                if !sample.text.isEmpty { sample.text += " " }
                let parts = word.split(separator: "_")
                guard parts.count == 2 else {
                    sample.text += word
                    continue
                }
                let code = parts[1].prefix(4)
                sample.cases.append((sample.text.unicodeScalars.count, try #require(Grammemes(String(code)))))
                sample.text += parts[0] + parts[1].dropFirst(4)
            }
            return sample
        }
    }
}
