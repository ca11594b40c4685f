import Testing

@testable import Morphology

@Suite struct AdverbUnitTests {
    @Test(arguments: [
        "по-западному | по-западному | ADVB", "По-казахстански | по-казахстански | ADVB",
        "по-братски | по-братски | ADVB", "по-президентскому | по-президентскому | ADVB",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["по-", "по-мо", "по-стол", "западному"])
    func refuses(word: String) throws { #expect(try !isRead(word, as: .advb)) }
}
