/// Roman numerals up to 4999 in any case of letters, written by the rules: `ROMN`.
struct RomanNumeralUnit: AnalysisUnit {
    private let tag = Tag("ROMN")!

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard isRoman(word.lower.utf8[...]) else { return }
        parses.append(Parse(word: word.lower, lemma: word.lower, tag: tag, score: 0.9, derivation: .invariable([])))
    }

    private func isRoman(_ numeral: Substring.UTF8View) -> Bool {
        guard !numeral.isEmpty, numeral.count <= 16 else { return false }
        var rest = numeral
        drop("m", upTo: 4, from: &rest)
        dropPlace(one: "c", five: "d", ten: "m", from: &rest)
        dropPlace(one: "x", five: "l", ten: "c", from: &rest)
        dropPlace(one: "i", five: "v", ten: "x", from: &rest)
        return rest.isEmpty
    }

    /// One decimal place: 9 as IX, 4 as IV, else V or nothing and up to three I.
    private func dropPlace(
        one: Unicode.Scalar, five: Unicode.Scalar, ten: Unicode.Scalar, from text: inout Substring.UTF8View
    ) {
        let subtractive = text.dropFirst().first
        if text.first == UInt8(ascii: one), subtractive == UInt8(ascii: ten) || subtractive == UInt8(ascii: five) {
            text = text.dropFirst(2)
            return
        }
        drop(five, upTo: 1, from: &text)
        drop(one, upTo: 3, from: &text)
    }

    private func drop(_ letter: Unicode.Scalar, upTo most: Int, from text: inout Substring.UTF8View) {
        var count = 0
        while count < most, text.first == UInt8(ascii: letter) {
            text = text.dropFirst()
            count += 1
        }
    }
}
