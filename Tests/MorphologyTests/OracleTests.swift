import Foundation
import Testing

@testable import Morphology

/// Compares all readings of many words with those of pymorphy3.
@Suite(
    .enabled(
        if: Oracle.isInstalled, "pymorphy3 is not installed: scripts/setup --tests fetches it, as scripts/test does"),
    .serialized)
struct OracleTests {
    /// `CHANCERY_ORACLE_WORDS` sets how many; 100000 take a minute or two.
    @Test func agreesOnDictionaryWords() throws {
        let wanted = ProcessInfo.processInfo.environment["CHANCERY_ORACLE_WORDS"].flatMap { Int($0) } ?? 3000
        let words = try sample(of: wanted)
        let agreement = try compare(words)
        agreement.print("dictionary words")
        #expect(agreement.readings >= 0.999)
        #expect(agreement.nominatives >= 0.999)
    }

    @Test(.enabled(if: Nerel.folder != nil, "no corpus/nerel under CHANCERY_SHARED or ../shared"))
    func agreesOnTheWordsOfNews() throws {
        let agreement = try compare(Nerel.tokens())
        agreement.print("words of NEREL")
        #expect(agreement.readings >= 0.99)
    }

    @Test(.enabled(if: Nerel.folder != nil, "no corpus/nerel under CHANCERY_SHARED or ../shared"))
    func agreesOnUnknownWordsOfNews() throws {
        let analyzer = try TestDictionary.analyzer()
        let agreement = try compare(Nerel.tokens().filter { !analyzer.isKnown($0) })
        agreement.print("words of NEREL that the dictionary lacks")
        #expect(agreement.readings >= 0.99)
        #expect(agreement.nominatives >= 0.99)
    }

    /// Words that nobody wrote: halves, compounds and misspellings of dictionary words. Every unit has its share.
    @Test func agreesOnMadeUpWords() throws {
        let words = try sample(of: 1500)
        let made = zip(words, words.reversed()).enumerated().map { place, pair in
            let (word, other) = pair
            switch place % 12 {
            case 0: return String(word.dropFirst())
            case 1: return String(word.dropLast())
            case 2: return "не" + word
            case 3: return "экс-" + word
            case 4: return word + "-" + other
            case 5: return word + "-то"
            case 6: return "по-" + word
            case 7: return "наи" + word
            case 8: return word.uppercased() + other
            case 9: return String(word.reversed())
            case 10: return "суперпере" + word.replacing("ё", with: "е")
            default: return word.prefix(3) + "-" + other + "-ка"
            }
        }
        let agreement = try compare(made)
        agreement.print("made-up words")
        #expect(agreement.readings >= 0.99)
        #expect(agreement.nominatives >= 0.99)
    }

    /// Every so many-th word of the dictionary.
    private func sample(of wanted: Int) throws -> [String] {
        let graph = try TestDictionary.analyzer().dictionary.words
        var total = 0
        graph.forEachWord { _ in total += 1 }
        let step = max(1, total / wanted)
        var words: [String] = []
        var place = 0
        graph.forEachWord { word in
            if place % step == 0 { words.append(String(decoding: word, as: UTF8.self)) }
            place += 1
        }
        return words
    }

    private func compare(_ words: [String]) throws -> Agreement {
        let analyzer = try TestDictionary.analyzer()
        var agreement = Agreement()
        for answer in try Oracle.answers(to: words) {
            let parses = analyzer.parses(of: answer.word)
            let nominative = analyzer.inflect(parses[0], to: .nomn)
            agreement.count += 1
            if Set(parses.map(Oracle.Reading.init)) == answer.parses {
                agreement.sameReadings += 1
            } else {
                agreement.differing.append(answer.word)
            }
            if Oracle.Reading(parses[0]) == answer.best, abs(parses[0].score - answer.score) < 1e-6 {
                agreement.sameBest += 1
            }
            if nominative == answer.nominative { agreement.sameNominative += 1 }
        }
        return agreement
    }
}

private struct Agreement {
    var count = 0
    var sameReadings = 0
    var sameBest = 0
    var sameNominative = 0
    var differing: [String] = []

    var readings: Double { Double(sameReadings) / Double(count) }
    var nominatives: Double { Double(sameNominative) / Double(count) }

    func print(_ what: String) {
        Swift.print(
            """
            \(what): \(count), same readings \(sameReadings), same best \(sameBest), same nominative \(sameNominative)
            \(differing.isEmpty ? "" : "    differing: \(differing.prefix(40).joined(separator: " "))")
            """)
    }
}

/// News articles, for the words in them.
private enum Nerel {
    static let folder: URL? = {
        let shared =
            ProcessInfo.processInfo.environment["CHANCERY_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared").standardized
        let folder = shared.appendingPathComponent("corpus/nerel")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// Each run of letters, digits and hyphens and each other mark, once.
    static func tokens() throws -> [String] {
        guard let folder, let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            return []
        }
        var tokens: Set<String> = []
        for case let file as URL in files where file.pathExtension == "txt" {
            var token = ""
            for scalar in try String(contentsOf: file, encoding: .utf8).unicodeScalars {
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" {
                    token.unicodeScalars.append(scalar)
                    continue
                }
                if !token.isEmpty { tokens.insert(token) }
                token = ""
                if !scalar.properties.isWhitespace { tokens.insert(String(scalar)) }
            }
            if !token.isEmpty { tokens.insert(token) }
        }
        return tokens.sorted()
    }
}
