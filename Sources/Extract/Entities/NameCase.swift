/// Names as they are written.
extension Reading {
    /// With capitals at the beginning and after hyphens.
    static func cased(_ form: String) -> String {
        var copy = form
        if let plain = copy.withUTF8(plainlyCased) { return plain }
        var capital = true
        return String(
            form.map { letter in
                defer { capital = letter == "-" || letter == "'" || letter == "’" }
                return capital ? Character(letter.uppercased()) : letter
            })
    }

    /// The same for letters of English and Russian, byte by byte; nil where there are others.
    private static func plainlyCased(_ form: UnsafeBufferPointer<UInt8>) -> String? {
        for byte in form where byte >= 0x80 && byte & 0xC0 != 0x80 && byte != 0xD0 && byte != 0xD1 { return nil }
        var isPlain = true
        let cased = String(unsafeUninitializedCapacity: form.count) { target in
            _ = target.initialize(fromContentsOf: form)
            var capital = true
            var at = 0
            while at < form.count {
                let byte = form[at]
                if byte < 0x80 {
                    if capital, (0x61...0x7A).contains(byte) { target[at] = byte - 0x20 }
                    capital = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
                    at += 1
                    continue
                }
                guard at + 1 < form.count, byte == 0xD0 || form[at + 1] < 0xA0 else {
                    isPlain = false
                    break
                }
                let second = form[at + 1]
                // а–п, р–я, ѐ–џ.
                switch (capital, byte, second) {
                case (true, 0xD0, 0xB0...0xBF): target[at + 1] = second - 0x20
                case (true, 0xD1, 0x80...0x8F): (target[at], target[at + 1]) = (0xD0, second + 0x20)
                case (true, 0xD1, 0x90...0x9F): (target[at], target[at + 1]) = (0xD0, second - 0x10)
                default: break
                }
                capital = false
                at += 2
            }
            return form.count
        }
        return isPlain ? cased : nil
    }
}
