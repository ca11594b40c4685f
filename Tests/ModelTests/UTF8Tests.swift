import Model
import Testing

/// What is checked a word at a time must come out as the library has it.
@Suite struct UTF8Tests {
    /// Pieces of texts, whole and damaged: ASCII, letters of two bytes, of three, of four, overlong ones, halves of letters.
    private static let pieces: [[UInt8]] = [
        Array("a".utf8), Array(" ".utf8), Array("ж".utf8), Array("Я".utf8), Array("«".utf8), Array("ё".utf8),
        Array("—".utf8), Array("…".utf8), Array("語".utf8), Array("🙂".utf8), Array("é".utf8), Array("ѝ".utf8),
        [0xC0, 0xAF], [0xC1, 0xBF], [0xD0], [0xD1], [0x80], [0xBF], [0xE2, 0x80], [0xE2], [0xE0, 0x80, 0xAF], [0xFF],
        [0xED, 0xA0, 0x80], [0xC4, 0x80], [0xDF, 0xBF], [0xC2], [0xE2, 0xD0, 0x80],
    ]

    @Test func checksAsTheLibraryDoes() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            // Mostly of whole letters, so that many pass.
            let most = Bool.random(using: &random) ? 12 : Self.pieces.count
            let bytes = (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
                Self.pieces[Int.random(in: 0..<most, using: &random)]
            }
            bytes.withUnsafeBufferPointer { bytes in
                #expect(String(checkingUTF8: bytes) == String(validating: bytes, as: UTF8.self), "\(Array(bytes))")
            }
        }
    }

    /// Every damaged piece at every place of a word of eight bytes.
    @Test(arguments: pieces) func checksAtEveryPlace(_ piece: [UInt8]) {
        for before in 0...17 {
            for letter in ["a", "ж"] {
                let bytes = Array(String(repeating: letter, count: before).utf8) + piece + Array("жжжж a".utf8)
                bytes.withUnsafeBufferPointer { bytes in
                    #expect(String(checkingUTF8: bytes) == String(validating: bytes, as: UTF8.self), "\(before)")
                }
            }
        }
    }
}
