import Testing

@testable import Morphology

@Suite struct PunctuationUnitTests {
    @Test(arguments: [", | , | PNCT", "« | « | PNCT", "— | — | PNCT", "?.. | ?.. | PNCT", "» — | » — | PNCT"])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["", " ", "$", "+", "№", "а,", "№,"])
    func refuses(word: String) throws { #expect(try !isRead(word, as: .pnct)) }
}
