import Foundation
import Model
import TestLanguage
import Testing

@testable import Extract

/// Whole articles against what they say: `articles/`, see its README.
@Suite struct ArticleTests {
    private struct Sample: Decodable {
        struct Meeting: Decodable {
            let kind: String
            let countries: [String]
            let orgs: [String]
        }

        struct Figure: Decodable {
            let value: Double
            let unit: String
        }

        struct Gold: Decodable {
            let countries: [String]
            let meetings: [Meeting]
            let figures: [Figure]
        }

        let publishedOn: String
        let text: String
        let gold: Gold

        enum CodingKeys: String, CodingKey {
            case publishedOn = "published_on"
            case text, gold
        }
    }

    private static func samples() throws -> [Sample] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "articles")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
            .map { try JSONDecoder().decode(Sample.self, from: Data(contentsOf: $0)) }
    }

    /// Of what is told how much is found, and of what is found how much is told; each row counts once.
    private struct Tally {
        var told = 0
        var shown = 0
        var found = 0

        mutating func add<Told, Shown>(_ told: [Told], _ shown: [Shown], _ isSame: (Told, Shown) -> Bool) {
            var rest = shown
            for one in told {
                guard let place = rest.firstIndex(where: { isSame(one, $0) }) else { continue }
                rest.remove(at: place)
                found += 1
            }
            self.told += told.count
            self.shown += shown.count
        }

        var recall: Double { Double(found) / Double(told) }
        var precision: Double { Double(found) / Double(shown) }
    }

    @Test func mostRowsAreFoundAndFewAreWrong() throws {
        var meetings = Tally()
        var figures = Tally()
        var countries = Tally()
        let samples = try Self.samples()
        for sample in samples {
            let facts = try TestLanguage.facts(sample.text, on: sample.publishedOn)
            meetings.add(sample.gold.meetings, facts.meetings) { told, shown in
                let one = Set(told.countries + told.orgs)
                let other = Set(shown.countries.map(\.rawValue) + shown.orgs)
                return told.kind == shown.kind.rawValue && !one.isDisjoint(with: other)
                    && one.intersection(other).count * 2 >= one.union(other).count
            }
            figures.add(sample.gold.figures, facts.figures) { told, shown in
                let value = NSDecimalNumber(decimal: shown.value).doubleValue
                return told.unit == "\(shown.unit)" && abs(told.value - value) <= 1e-6 * max(1, told.value)
            }
            countries.add(sample.gold.countries, facts.countries) { $0 == $1.code.rawValue }
        }
        #expect(samples.count == 32)
        #expect(meetings.recall > 0.6, "\(meetings)")
        #expect(meetings.precision > 0.8, "\(meetings)")
        #expect(figures.recall > 0.9, "\(figures)")
        #expect(figures.precision > 0.9, "\(figures)")
        #expect(countries.recall > 0.98, "\(countries)")
        #expect(countries.precision > 0.98, "\(countries)")
    }
}
