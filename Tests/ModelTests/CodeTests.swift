import Model
import Testing

struct CodeTests {
    @Test(arguments: ["KZ", "RU", "CN"])
    func takesCountryCodes(_ text: String) { #expect(CountryCode(text)?.rawValue == text) }

    @Test(arguments: ["", "K", "KAZ", "kz", "К3", "КZ", "K1"])
    func refusesOtherCountryCodes(_ text: String) { #expect(CountryCode(text) == nil) }

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
