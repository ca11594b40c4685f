import Testing

@testable import Morphology

@Suite struct UnknownPrefixUnitTests {
    @Test(arguments: [
        "байткодом | байткод | NOUN,inan,masc sing,ablt", "евродоговора | евродоговор | NOUN,inan,masc sing,gent",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["байткодом | plur nomn | байткоды"])
    func inflects(row: String) throws { try expectForm(row) }
}
