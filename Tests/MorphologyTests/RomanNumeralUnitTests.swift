import Testing

@testable import Morphology

@Suite struct RomanNumeralUnitTests {
    @Test(arguments: [
        "I | i | ROMN", "IV | iv | ROMN", "XXI | xxi | ROMN", "MCMXCIX | mcmxcix | ROMN", "MMXXVI | mmxxvi | ROMN",
        "xix | xix | ROMN", "DCC | dcc | ROMN", "XXI | xxi | LATN",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["", "IIII", "VX", "IXI", "MMMMM", "ICM", "pdf", "ХХІ"])
    func refuses(word: String) throws { #expect(try !isRead(word, as: .romn)) }
}
