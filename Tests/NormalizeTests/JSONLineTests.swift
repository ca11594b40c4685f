import Foundation
import Model
import Normalize
import Testing

struct JSONLineTests {
    private func object(_ line: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func writesEveryFieldOfTheContract() throws {
        let facts = Facts(
            language: "ru", publishedOn: PartialDate(iso: "2024-11-27"),
            countries: [CountryMention(code: CountryCode("KZ")!, mentions: 2)],
            meetings: [
                Meeting(
                    kind: .talks, countries: [CountryCode("KZ")!], place: Place(city: "Астана", country: nil),
                    evidence: [Span(0, 2)], rule: "t")
            ],
            figures: [
                Figure(
                    indicator: .other, value: Decimal(string: "1400000000.5")!, unit: .money(Currency("USD")!),
                    evidence: [Span(0, 2)], rule: "t")
            ],
            agreements: [
                Agreement(
                    kind: .protocol, title: "Протокол «О \"чём\"\n»", status: .signed, evidence: [Span(0, 2)], rule: "t"
                )
            ])
        let line = Normalizer().report(of: Article(id: "й\u{0}\"", text: "текст"), facts: facts).jsonLine
        #expect(!line.contains("\n"))
        let json = try object(line)
        #expect(json["id"] as? String == "й\u{0}\"")
        #expect(json["error"] is NSNull)
        let meeting = try #require((json["meetings"] as? [[String: Any]])?.first)
        #expect(
            Set(meeting.keys) == [
                "kind", "countries", "orgs", "level", "participants", "visit", "formats", "status", "date", "place",
                "host",
                "evidence",
            ])
        #expect(meeting["level"] is NSNull)
        #expect((meeting["place"] as? [String: Any])?["city"] as? String == "Астана")
        let figure = try #require((json["figures"] as? [[String: Any]])?.first)
        #expect(
            Set(figure.keys) == [
                "indicator", "subject", "value", "value_max", "unit", "comparator", "measure", "direction", "nature",
                "period",
                "countries", "origin", "destination", "speaker", "evidence",
            ])
        #expect(figure["value"] as? Double == 1_400_000_000.5)
        let agreement = try #require((json["agreements"] as? [[String: Any]])?.first)
        #expect(
            Set(agreement.keys) == [
                "kind", "title", "status", "countries", "orgs", "signed_on", "count", "value", "unit", "term",
                "evidence",
            ])
        #expect(agreement["title"] as? String == "Протокол «О \"чём\"\n»")
    }

    @Test func writesALineForWhatCouldNotBeRead() throws {
        let json = try object(ArticleReport.errorLine(id: nil, error: "no text"))
        #expect(json["error"] as? String == "no text")
        #expect(json["id"] is NSNull)
        #expect((json["figures"] as? [Any])?.isEmpty == true)
    }
}
