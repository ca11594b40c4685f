import Testing

@testable import Morphology

@Suite struct LatinUnitTests {
    @Test(arguments: [
        "PDF | pdf | LATN", "G-20 | g-20 | LATN", "Gül | gül | LATN", "Erdoğan | erdoğan | LATN", "C5+1 | c5+1 | LATN",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["", "20", "G20и", "Αθήνα", "×", "ª"])
    func refuses(word: String) throws { #expect(try !isRead(word, as: .latn)) }
}
