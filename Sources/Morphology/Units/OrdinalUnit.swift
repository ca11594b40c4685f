/// Ordinals in digits beyond those of the dictionary, which has 1-й to 20-й and a few more: 22-е is 2-е with something before it.
///
/// On purpose: pymorphy reads 22-е as the abbreviated verb быть, and so a sentence with "22-е заседание" as one with two verbs.
struct OrdinalUnit: AnalysisUnit {
    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        let bytes = word.lower.utf8
        guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), !word.isOverlong,
            bytes[..<hyphen].count > 1,
            bytes[..<hyphen].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return }
        // 112-е goes with 12-е, 122-е with 2-е.
        for kept in [2, 1] where bytes[..<hyphen].count > kept {
            let start = bytes.index(hyphen, offsetBy: -kept)
            let rest = Substring(word.lower[start...])
            guard analyzer.isKnown(String(rest)) else { continue }
            let prefix = String(word.lower[..<start])
            for base in analyzer.parses(of: rest, in: word) where base.tag.grammemes.contains(.adjf) {
                parses.appendIfNew(base.prefixed(by: prefix, weight: 1))
            }
            if !parses.isEmpty { return }
        }
    }
}
