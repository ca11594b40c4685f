/// A text as the scalars that tokens and spans are counted in.
enum Scalars {
    /// The scalars of a text.
    static func of(_ text: String) -> [Unicode.Scalar] {
        var text = text
        return text.withUTF8 { bytes in
            // There are at most as many scalars as bytes.
            Array(unsafeUninitializedCapacity: bytes.count) { buffer, filled in
                if let start = buffer.baseAddress { filled = decode(bytes, to: start) }
            }
        }
    }

    /// Writes the scalars of a text and tells their number. A string holds valid UTF-8, whatever it was made from.
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, to scalars: UnsafeMutablePointer<Unicode.Scalar>
    ) -> Int {
        guard let start = bytes.baseAddress else { return 0 }
        let end = start + bytes.count
        var byte = start
        var next = scalars
        while byte < end {
            let first = UInt32(byte.pointee)
            let value: UInt32
            if first & 0xE0 == 0xC0 {
                value = (first & 0x1F) << 6 | UInt32(byte[1] & 0x3F)
                byte += 2
            } else if first < 0x80 {
                let isLatin = first | 0x20 == 0x63 && isLatinForCyrillic(byte - start, bytes)
                value = isLatin ? first + fromLatinC : first
                byte += 1
            } else if first < 0xF0 {
                value = (first & 0x0F) << 12 | UInt32(byte[1] & 0x3F) << 6 | UInt32(byte[2] & 0x3F)
                byte += 3
            } else {
                value =
                    (first & 0x07) << 18 | UInt32(byte[1] & 0x3F) << 12 | UInt32(byte[2] & 0x3F) << 6
                    | UInt32(byte[3] & 0x3F)
                byte += 4
            }
            next.initialize(to: unsafeBitCast(value, to: Unicode.Scalar.self))
            next += 1
        }
        return next - scalars
    }

    /// "на встрече c министром": the one letter that shares its key with the Cyrillic preposition, alone between Cyrillic words.
    private static func isLatinForCyrillic(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[at] == UInt8(ascii: "c") || bytes[at] == UInt8(ascii: "C"), at > 2, at + 2 < bytes.count,
            bytes[at - 1] == UInt8(ascii: " "), bytes[at + 1] == UInt8(ascii: " ")
        else { return false }
        let isCyrillic = { (byte: UInt8) in byte == 0xD0 || byte == 0xD1 }
        return isCyrillic(bytes[at + 2]) && (isCyrillic(bytes[at - 3]) || bytes[at - 2] == UInt8(ascii: ","))
    }

    /// From a Latin C to the Cyrillic letter, in capitals; small letters lie by the same way apart.
    private static let fromLatinC: UInt32 = 0x421 - 0x43
}
