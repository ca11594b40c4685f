import Testing

@testable import Morphology

@Suite struct NumberUnitTests {
    @Test(arguments: [
        "12 | 12 | NUMB,intg",
        "-5 | -5 | NUMB,intg",
        "1_000 | 1_000 | NUMB,intg",
        "12,4 | 12,4 | NUMB,real",
        "12.4 | 12.4 | NUMB,real",
        ".5 | .5 | NUMB,real",
        "5. | 5. | NUMB,real",
        "1E6 | 1e6 | NUMB,real",
        "1e-6 | 1e-6 | NUMB,real",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: [
        "", "-", ".", "1.2.3", "1,000,000", "1__0", "_1", "1_", "e5", "1e", "12-й", "5млн", "инф", "inf", "nan",
    ])
    func refuses(word: String) throws { #expect(try !isRead(word, as: .numb)) }
}
