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
}
