import Foundation
import Model
import Testing

@testable import Normalize

struct NormalizerTests {
    private let text = "Товарооборот вырос на 40%. Рост торговли на 40% отметили оба."

    private func figure(_ start: Int, _ end: Int, period: Period? = nil, speaker: String? = nil) -> Figure {
        Figure(
            indicator: Indicator("trade_turnover"), value: 40, unit: .plain(.percent), measure: .change, direction: .up,
            period: period, countries: [CountryCode("RU")!, CountryCode("KZ")!], speaker: speaker,
            evidence: [Span(start, end)], rule: "t")
    }

    private func report(_ facts: Facts, id: String = "a") -> ArticleReport {
        Normalizer().report(of: Article(id: id, text: text), facts: facts)
    }

    @Test func joinsAQuantityToldTwice() throws {
        let year = Period(from: PartialDate(iso: "2024"), to: PartialDate(iso: "2024"))
        let facts = Facts(
            language: "ru", figures: [figure(0, 25), figure(27, 48, period: year, speaker: "Президент")],
            sentences: [Span(0, 26), Span(27, 61)])
        let rows = report(facts).figures
        let only = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(only.fact.evidence == [Span(0, 25), Span(27, 48)])
        #expect(only.fact.period == year)
        #expect(only.fact.speaker == "Президент")
        #expect(only.fact.countries.map(\.rawValue) == ["KZ", "RU"])
        #expect(only.quote == "Товарооборот вырос на 40%")
        #expect(only.sentence == "Товарооборот вырос на 40%.")
    }

    @Test func keepsQuantitiesOfDifferentPeriodsApart() {
        let years = ["2023", "2024"].map { Period(from: PartialDate(iso: $0), to: PartialDate(iso: $0)) }
        let facts = Facts(language: "ru", figures: years.map { figure(0, 25, period: $0) })
        #expect(report(facts).figures.count == 2)
    }

    @Test func givesOneTellingToOneFigureOfTwoArticlesOfAYear() throws {
        var facts = Facts(language: "ru", publishedOn: PartialDate(iso: "2024-11-27"), figures: [figure(0, 25)])
        let first = try #require(report(facts, id: "a").figures.first)
        let second = try #require(report(facts, id: "b").figures.first)
        #expect(first.telling == second.telling)
        #expect(first.id != second.id)
        facts.publishedOn = PartialDate(iso: "2025-11-27")
        #expect(report(facts, id: "b").figures.first?.telling != first.telling)
        facts.publishedOn = nil
        #expect(report(facts, id: "a").figures.first?.telling != report(facts, id: "b").figures.first?.telling)
    }

    @Test func tellsFieldsApartInKeys() {
        #expect([nil, "a"].keyName("k") != ["a", nil].keyName("k"))
        #expect(["ab", "c"].keyName("k") != ["a", "bc"].keyName("k"))
        #expect(["-"].keyName("k") != [String?.none].keyName("k"))
    }

    @Test func hashesEveryField() {
        let article = Article(id: "a", source: "s", text: "t")
        let others = [
            Article(id: "b", source: "s", text: "t"), Article(id: "a", source: "st", text: ""),
            Article(id: "a", source: nil, text: "t"), Article(id: "a", url: "s", text: "t"),
            Article(id: "a", source: "s", publishedOn: PartialDate(iso: "2024-01-01"), text: "t"),
        ]
        #expect(article.contentHash.count == 32)
        #expect(Article(id: "a", source: "s", text: "t").contentHash == article.contentHash)
        for other in others { #expect(other.contentHash != article.contentHash) }
    }
}
