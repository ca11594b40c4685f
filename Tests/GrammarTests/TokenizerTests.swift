import Testing

@testable import Grammar

struct TokenizerTests {
    private func cut(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return Tokenizer.tokens(of: scalars).map {
            String(String.UnicodeScalarView(scalars[Int($0.start)..<Int($0.end)]))
        }
    }

    @Test(arguments: [
        ("Касым-Жомарт Токаев", ["Касым-Жомарт", "Токаев"]),
        ("казахско-таджикский", ["казахско-таджикский"]),
        ("5,3млн", ["5,3", "млн"]),
        ("1.844.036.360,12 тенге", ["1.844.036.360,12", "тенге"]),
        ("2023-2024 годы", ["2023", "-", "2024", "годы"]),
        ("30-летие", ["30-летие"]),
        ("2024-й", ["2024-й"]),
        ("2\u{a0}800 участников", ["2", "800", "участников"]),
        ("$1,2–1,5 млрд.", ["$", "1,2", "–", "1,5", "млрд", "."]),
        ("А.Асадов", ["А", ".", "Асадов"]),
        ("27.11.2024 14:25", ["27.11.2024", "14:25"]),
        ("«Сила Сибири – 2»,", ["«", "Сила", "Сибири", "–", "2", "»", ","]),
        ("О'Брайен", ["О'Брайен"]),
        ("кВт·ч", ["кВт", "·", "ч"]),
        ("40%", ["40", "%"]),
        ("COP29", ["COP29"]),
        ("до\u{ad}говор", ["до\u{ad}говор"]),
        ("5,", ["5", ","]),
        ("-", ["-"]),
        ("", []),
    ])
    func cuts(_ text: String, _ tokens: [String]) { #expect(cut(text) == tokens) }

    @Test func coversEverythingButWhiteSpace() {
        let text = "За 10 месяцев\u{2009}т.г. – 5 «млн»\n\n\tтонн… 🙂 é\u{301}x"
        let scalars = Array(text.unicodeScalars)
        let tokens = Tokenizer.tokens(of: scalars)
        var covered = Set<Int>()
        for token in tokens { covered.formUnion(Int(token.start)..<Int(token.end)) }
        for (index, scalar) in scalars.enumerated() {
            #expect(covered.contains(index) == !scalar.properties.isWhitespace, "scalar \(index)")
        }
    }

    @Test func tellsLineStartsAndCase() {
        let scalars = Array("Фото: РК\nглава".unicodeScalars)
        let shapes = Tokenizer.tokens(of: scalars).map(\.shape)
        #expect(shapes[0].contains([.lineStart, .capitalized]))
        #expect(!shapes[0].contains(.upper))
        #expect(shapes[2].contains([.upper, .spaceBefore]))
        #expect(shapes[3].contains(.lineStart))
        #expect(!shapes[3].contains(.capitalized))
    }
}
