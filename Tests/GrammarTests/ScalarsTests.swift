import Testing

@testable import Grammar

@Suite struct ScalarsTests {
    /// Letters of two bytes are decoded by fours: every number of them stands before and behind scalars of every other width, and
    /// ends the text.
    @Test(arguments: ["", " ", "z", "€", "😀", "ё", "\u{80}", "\u{7FF}", "\u{FFFF}"])
    func decodesWhatTheLibraryDoes(_ between: String) {
        let letters = Array("ПрезидентЁўҚ")
        for before in 0...9 {
            for behind in 0...9 {
                let text = String(letters.prefix(before)) + between + String(letters.suffix(behind)) + between
                #expect(Scalars.of(text) == Array(text.unicodeScalars), "\(text)")
            }
        }
    }

    @Test func aLatinLetterAloneBetweenRussianWordsIsRussian() {
        #expect(String(String.UnicodeScalarView(Scalars.of("встреча c министром"))) == "встреча с министром")
        #expect(String(String.UnicodeScalarView(Scalars.of("группа c10"))) == "группа c10")
    }
}
