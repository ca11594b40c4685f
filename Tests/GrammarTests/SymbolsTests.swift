import Testing

@testable import Grammar

/// Lemmas and forms that entries name are numbered apart.
struct SymbolsTests {
    private let symbols = {
        var symbols = Symbols()
        for text in ["договор", "=договора", "=ёлки", "слово", "=слово"] { _ = symbols.number(text) }
        return symbols
    }()

    @Test func findsALemma() {
        #expect(symbols["Договор"] == 0)
        #expect(symbols["договора"] == nil)
        #expect(symbols["=договора"] == 1)
    }

    @Test func findsAFormWithoutItsSign() {
        #expect(symbols[form: "ДОГОВОРА"] == 1)
        #expect(symbols[form: "елки"] == 2)
        #expect(symbols[form: "договор"] == nil)
        #expect(symbols[form: "=договора"] == nil)
        #expect(symbols[form: ""] == nil)
    }

    @Test func keepsAWordAndItsFormApart() {
        #expect(symbols["слово"] == 3)
        #expect(symbols[form: "слово"] == 4)
    }

    @Test func knowsASpellingInAnyCaseAndWithoutDots() {
        var symbols = Symbols()
        let numbers = (0..<3000).map { symbols.number("слово\($0)") }
        #expect(numbers == Array(0..<3000))
        #expect((0..<3000).map { symbols["Слово\($0)"] } == numbers.map { $0 })
        #expect(symbols["слово3000"] == nil)
        #expect(symbols.number("Берёза") == symbols.number("береза"))
        #expect(symbols["бере\u{308}за"] == symbols["береза"])
        #expect(symbols["=береза"] == nil)
    }
}
