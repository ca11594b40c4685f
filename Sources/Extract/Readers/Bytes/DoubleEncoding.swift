import Model

/// Text in UTF-8 that was read in an encoding of one byte a letter and written as UTF-8 once more: "РџРµСЂСѓ" for "Перу".
extension Encoding {
    /// Told only where it is certain: the whole text, put back into that encoding, is valid UTF-8 and reads as Russian.
    static func doubled(in text: String) -> Fault? {
        guard mayBeDoubled(text) else { return nil }
        for charset in Charset.misreadings {
            guard let bytes = charset.bytes(of: text),
                let undone = String(validating: bytes, as: UTF8.self)
            else { continue }
            let wide = undone.unicodeScalars.filter { $0.value >= 0x80 }
            let russian = wide.count { $0 == "ё" || $0 == "Ё" || ("А"..."я").contains($0) }
            if russian >= leastLetters, russian * 4 >= wide.count * 3 { return .doubled(charset.name) }
        }
        return nil
    }

    /// Fewer letters are a name or an abbreviation, and could be anything.
    private static let leastLetters = 6
    /// Characters above ASCII that are looked at before anything else is.
    private static let sample = 48

    /// Whether a text begins like one: of a letter's two bytes the first is 0xD0 or 0xD1, so that every second character is one of
    /// what these are in some encoding. Nearly every text is answered by this.
    private static func mayBeDoubled(_ text: String) -> Bool {
        var (wide, leads) = (0, 0)
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            wide += 1
            switch scalar {
            case "Р", "С", "Ð", "Ñ", "п", "я", "╨", "╤": leads += 1
            default: break
            }
            if wide == sample { break }
        }
        return wide >= 2 * leastLetters && leads * 5 >= wide * 2
    }
}
