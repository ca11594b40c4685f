import Testing

@testable import Extract

@Suite struct TextKeyTests {
    @Test(arguments: [
        "Иванов", "Йылмаз", "И\u{306}ылмаз", "Ёлкин", "Е\u{308}лкин", "É", "E\u{301}", "İ", "Ω", "\u{2126}", "",
    ])
    func isEqualAsAStringIs(_ text: String) {
        for other in ["Иванов", "Йылмаз", "И\u{306}ылмаз", "Ёлкин", "É", "Ω", "\u{2126}", ""] {
            let (a, b) = (TextKey(text), TextKey(other))
            #expect((a == b) == (text == other))
            if text == other { #expect(a.hashValue == b.hashValue) }
        }
    }

    @Test(arguments: [("Иванов", "Иванова", 6), ("Иванов", "Иванян", 4), ("а", "б", 0), ("", "а", 0), ("аь", "аѐ", 1)])
    func countsWhatTwoHaveInCommon(_ first: String, _ second: String, _ count: Int) {
        #expect(first.commonScalars(with: second) == count)
        #expect(second.commonScalars(with: first) == count)
    }

    @Test(arguments: [
        ("10:30", ":", true), ("10.30", ":", false), ("", ":", false), ("а–б", "–", true), ("аб", "абв", false),
        ("ббв", "бв", true),
    ])
    func looksForAPartByBytes(_ text: String, _ part: String, _ isThere: Bool) {
        #expect(text.contains(part) == isThere)
    }
}
