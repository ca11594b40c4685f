import Foundation
import Model
import Testing

struct CodeTests {
    @Test(arguments: ["KZ", "RU", "CN"])
    func takesCountryCodes(_ text: String) { #expect(CountryCode(text)?.rawValue == text) }

    @Test(arguments: ["", "K", "KAZ", "kz", "К3", "КZ", "K1"])
    func refusesOtherCountryCodes(_ text: String) { #expect(CountryCode(text) == nil) }

    @Test func countryCodesAreInTheOrderOfTheAlphabet() {
        let codes = ["UZ", "KZ", "AZ", "KG", "ZA"].compactMap { CountryCode($0) }
        #expect(codes.sorted().map(\.rawValue) == ["AZ", "KG", "KZ", "UZ", "ZA"])
    }

    @Test(arguments: ["USD", "EUR", "KZT", "percent", "cubic_metre", "kilowatt_hour", "teu"])
    func readsAndWritesUnits(_ text: String) { #expect(QuantityUnit(text)?.description == text) }

    @Test(arguments: ["", "usd", "US", "percents", "cubicMetre", "TEU1"])
    func refusesOtherUnits(_ text: String) { #expect(QuantityUnit(text) == nil) }

    @Test func tellsMoneyFromTheRest() {
        #expect(QuantityUnit("KZT")?.isMoney == true)
        #expect(QuantityUnit("tonne")?.isMoney == false)
    }
}

struct SpanTests {
    @Test func joinsAndMeets() {
        #expect(Span(2, 5).union(Span(8, 9)) == Span(2, 9))
        #expect(Span(2, 5).overlaps(Span(4, 6)))
        #expect(!Span(2, 5).overlaps(Span(5, 6)))
        #expect(Span(2, 5).contains(Span(2, 5)))
        #expect(!Span(2, 5).contains(Span(1, 5)))
        #expect([Span(3, 4), Span(1, 9), Span(1, 2)].sorted() == [Span(1, 2), Span(1, 9), Span(3, 4)])
    }
}

struct DecimalTests {
    @Test(arguments: [
        "0", "1", "-7", "1400000000", "0.25", "1.5", "999999999999999", "1000000000000000", "12345678901234567890",
        "-0.1", "100000000000000000000000000000",
    ])
    func areWrittenInDigits(_ text: String) { #expect(Decimal(string: text)?.plain == text) }
}
