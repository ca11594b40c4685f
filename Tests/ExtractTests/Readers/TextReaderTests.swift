import Model
import Testing

@testable import Extract

@Suite struct TextReaderTests {
    @Test func aTextFileIsOneArticleExactlyAsItStands() throws {
        let scratch = try Scratch()
        let text = "  Заголовок\r\n\r\n27.11.2024 14:25\t\n— Встреча й\u{0306} 🤝\nПечать | Поделиться\n"
        let path = try scratch.write("note.txt", text)
        let all = try entries([path])
        #expect(all.map(\.source) == [path])
        #expect(all[0].line == nil)
        let article = try #require(all[0].article)
        #expect(article.id == "note")
        #expect(Array(article.text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(article.title == nil && article.publishedOn == nil && article.language == nil)
    }

    @Test func theByteOrderMarkIsNoPartOfTheText() throws {
        let scratch = try Scratch()
        let path = try scratch.write("note.txt", [0xEF, 0xBB, 0xBF] + Array("Текст".utf8))
        #expect(try entries([path]).first?.article?.text == "Текст")
    }

    struct Fault: CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let reason: Rejection.Reason
        let says: String

        init(_ name: String, _ bytes: some Sequence<UInt8>, _ reason: Rejection.Reason, _ says: String) {
            testDescription = name
            self.bytes = Array(bytes)
            self.reason = reason
            self.says = says
        }
    }

    static let russian = "Главы государств провели переговоры в Астане.\n«Товарооборот вырос», — сказал он.\n"

    @Test(arguments: [
        Fault("empty", [], .empty, "is empty"),
        Fault("only a mark", [0xEF, 0xBB, 0xBF], .empty, "white space"),
        Fault("only white space", " \r\n\t\u{A0}".utf8, .empty, "white space"),
        Fault("Windows-1251", [0xD2, 0xE5, 0xEA, 0xF1, 0xF2], .invalidEncoding, "at byte 0;"),
        Fault("broken in the middle", Array("да".utf8) + [0xFF] + Array("нет".utf8), .invalidEncoding, "at byte 4;"),
        Fault("cut short", Array("да".utf8).dropLast(), .invalidEncoding, "at byte 2;"),
        Fault("a surrogate", [0x61, 0xED, 0xA0, 0x80], .invalidEncoding, "at byte 1;"),
        Fault("an overlong slash", [0x61, 0xC0, 0xAF], .invalidEncoding, "at byte 1;"),
        Fault("UTF-16LE, marked", utf16(russian, bigEndian: false, mark: true), .invalidEncoding, "is UTF-16LE"),
        Fault("UTF-16BE, marked", utf16(russian, bigEndian: true, mark: true), .invalidEncoding, "is UTF-16BE"),
        Fault("UTF-16LE", utf16(russian, bigEndian: false, mark: false), .invalidEncoding, "is UTF-16LE"),
        Fault("UTF-16BE", utf16(russian, bigEndian: true, mark: false), .invalidEncoding, "is UTF-16BE"),
        Fault("UTF-16LE in Latin", utf16("A note.\n", bigEndian: false, mark: false), .invalidEncoding, "is UTF-16LE"),
        Fault("UTF-32LE, marked", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], .invalidEncoding, "is UTF-32LE"),
        Fault("a NUL", "да\0нет".utf8, .binary, "NUL at byte 4,"),
        Fault("an executable", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1], .binary, "an ELF executable"),
        Fault("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF], .binary, "a PNG picture"),
        Fault("compressed", [0x1F, 0x8B, 0x08, 0, 0, 0xFF], .malformed, "gzip data breaks off"),
        Fault("bytes of no kind", [0xC1, 0, 0xFE, 0x13, 0x37, 0, 0xC0, 0xDE], .binary, "binary data"),
    ])
    func aFaultyFileIsRejectedOnce(_ fault: Fault) throws {
        let scratch = try Scratch()
        let path = try scratch.write("note.txt", fault.bytes)
        let all = try entries([path])
        #expect(all.count == 1)
        let rejection = try #require(all.first?.rejection)
        #expect(rejection.reason == fault.reason)
        #expect(rejection.source == path && rejection.line == nil)
        #expect(rejection.detail.contains(fault.says), "\(rejection)")
        #expect(!rejection.description.contains("\n"))
    }

    @Test func whatIsOnlyUnusualIsRead() throws {
        let scratch = try Scratch()
        for text in ["Да", "a", "   — да — нет —   ", "ТОО «Ромашка»", "Қазақстан 🇰🇿"] {
            let path = try scratch.write("note.txt", text)
            #expect(try entries([path]).first?.article?.text == text)
        }
    }

    @Test func aFileLongerThanTheLimitIsTooLarge() throws {
        let scratch = try Scratch()
        let path = try scratch.write("note.txt", String(repeating: "а", count: 600))
        #expect(try entries([path], limit: 1200).first?.article != nil)
        #expect(try entries([path], limit: 1199).first?.rejection?.reason == .tooLarge)
    }

    @Test func aFileThatFailsWhileReadIsUnreadable() throws {
        let scratch = try Scratch()
        // Reading another process image at address 0 fails with EIO, for root as well.
        try scratch.link("note.txt", to: "/proc/self/mem")
        let rejection = try #require(try entries([scratch.path + "/note.txt"]).first?.rejection)
        #expect(rejection.reason == .unreadable)
        #expect(rejection.detail.contains("Input/output error"))
    }
}
