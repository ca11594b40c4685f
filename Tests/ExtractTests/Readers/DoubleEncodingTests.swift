import Testing

@testable import Extract

@Suite struct DoubleEncodingTests {
    private let russian = "Президент Перу прибыл в Кению. Товарооборот вырос на 5 % – до 3 млрд долларов."

    /// UTF-8 read in another encoding; undefined bytes stand for themselves.
    private func doubled(_ text: String, _ label: String) throws -> String {
        let charset = try #require(Charset.labelled(label))
        let letters = charset.letters
        var read = String.UnicodeScalarView()
        for byte in text.utf8 {
            let letter = byte < 0x80 ? Unicode.Scalar(byte) : letters[Int(byte & 0x7F)]
            read.append(letter == "\u{FFFD}" ? Unicode.Scalar(byte) : letter)
        }
        return String(read)
    }

    @Test(arguments: ["windows-1251", "windows-1252", "koi8-r", "ibm866"])
    func isToldWithTheEncodingItWasReadIn(_ label: String) throws {
        let text = try doubled(russian, label)
        guard case .doubled(let name) = Encoding.doubled(in: text) else {
            Issue.record("taken for text: \(text)")
            return
        }
        #expect(name.lowercased() == label)
    }

    @Test func latin1IsToldAsWindows1252() {
        let text = String(String.UnicodeScalarView(russian.utf8.map { Unicode.Scalar($0) }))
        #expect(Encoding.doubled(in: text) == .doubled("windows-1252"))
    }

    /// A text with a letter that no such encoding has was not doubled as a whole, and nothing is certain.
    @Test func whatIsUnusualAloneIsText() throws {
        let texts = [
            russian, "СССР, РСФСР, РФ, СРР, ССР, РССР", "РОССИЯ И СЕРБИЯ: ПЕРЕГОВОРЫ В ПРЕСС-СЛУЖБЕ",
            "Ñandú, Ñuñoa, Ñoño, Ñame",
            "пяпяпяпяпяпяпяпя", "Р. С. Р. С. Р. С. Р. С.", "╨╤╨╤╨╤╨╤╨╤╨╤╨╤╨╤", "Ð", "",
            try doubled(russian, "windows-1251") + " Қазақстан",
        ]
        for text in texts { #expect(Encoding.doubled(in: text) == nil, "\(text)") }
    }

    @Test func theArticleIsNamed() throws {
        let scratch = try Scratch()
        let text = try doubled(russian, "windows-1251")
        let path = try scratch.write("a.ndjson", #"{"id": "n-1", "text": "\#(text)"}"#)
        let rejection = try #require(try entries([path]).first?.rejection)
        #expect(rejection.articleID == "n-1" && rejection.line == 1 && rejection.reason == .invalidEncoding)
        #expect(rejection.detail.contains("iconv -f UTF-8 -t windows-1251"), "\(rejection)")
    }
}
