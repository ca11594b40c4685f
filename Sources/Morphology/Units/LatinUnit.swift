/// Words whose letters are all Latin, whatever else is in them: `LATN` for `pdf`, `G-20` and `Gül`.
///
/// pymorphy asks for `LATIN` in the letter's Unicode name; the blocks here hold those letters, save for phonetic
/// notation.
struct LatinUnit: AnalysisUnit {
    private let tag = Tag("LATN")!

    func parse(_ word: Word, with analyzer: MorphologicalAnalyzer, into parses: inout [Parse]) {
        guard isLatin(word.text.unicodeScalars) else { return }
        parses.append(Parse(word: word.lower, lemma: word.lower, tag: tag, score: 0.9, derivation: .invariable([])))
    }

    private func isLatin(_ text: String.UnicodeScalarView) -> Bool {
        var found = false
        for scalar in text where isLetter(scalar) {
            guard isLatinLetter(scalar) else { return false }
            found = true
        }
        return found
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    private func isLatinLetter(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x41...0x7A, 0xC0...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xFB00...0xFB06,
            0xFF21...0xFF5A:
            true
        default: false
        }
    }
}
