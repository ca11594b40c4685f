import Model
import Testing

struct CountrySetTests {
    private func codes(_ text: String) -> [CountryCode] { text.split(separator: " ").compactMap { CountryCode($0) } }

    private func set(_ text: String) -> CountrySet { CountrySet(codes(text)) }

    @Test(arguments: [
        ("", ""), ("KZ", "KZ"), ("KZ AZ KZ", "AZ KZ"), ("ZA UZ AZ KG UZ ZA", "AZ KG UZ ZA"),
    ])
    func keepsEachOnceInOrder(_ given: String, _ kept: String) {
        #expect(Array(set(given)) == codes(kept))
        #expect(set(given).sorted() == codes(kept))
        #expect(set(given) == set(kept))
    }

    @Test func joinsPartsAndCompares() {
        #expect(set("AZ KZ").union(codes("UZ KZ AM")) == set("AM AZ KZ UZ"))
        #expect(set("AM AZ KZ UZ").subtracting(set("KZ RU")) == set("AM AZ UZ"))
        #expect(set("AM AZ").isDisjoint(with: set("KZ UZ")))
        #expect(!set("AM AZ").isDisjoint(with: set("KZ AZ")))
        #expect(set("AM KZ").isSubset(of: set("AM AZ KZ")))
        #expect(!set("AM KZ").isSubset(of: set("AM AZ")))
        #expect(set("") != set("AM"))
    }

    @Test func countsStatesInTheOrderOfTheirFirst() {
        var tally = CountryTally()
        for code in codes("UZ AM UZ KZ UZ") { tally.add(to: code) }
        for code in codes("AM") { tally.add(4, to: code) }
        #expect(tally.map(\.code) == codes("UZ AM KZ"))
        #expect(tally.map(\.count) == [3, 5, 1])
        #expect(codes("AM RU").map { tally[$0] } == [5, 0])
    }
}
