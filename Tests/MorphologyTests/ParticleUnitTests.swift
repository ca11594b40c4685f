import Testing

@testable import Morphology

@Suite struct ParticleUnitTests {
    @Test(arguments: [
        "смотри-ка | смотреть-ка | VERB,impf,tran sing,impr,excl",
        "президент-то | президент-то | NOUN,anim,masc sing,nomn",
        "приехали-таки | приехать-таки | VERB,perf,intr plur,past,indc",
    ])
    func reads(row: String) throws { try expectReading(row) }

    @Test(arguments: ["президента-то | nomn | президент-то", "министром-то | plur gent | министров-то"])
    func inflects(row: String) throws { try expectForm(row) }
}
