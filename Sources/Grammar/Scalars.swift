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
            // Letters of two bytes, up to four at once: nearly all that a word consists of. What is written behind them is
            // overwritten; there is room, since a scalar for each byte is to come.
            if end - byte >= 8, byte.pointee & 0xE0 == 0xC0 {
                let pairs = UnsafeRawPointer(byte).loadUnaligned(as: SIMD4<UInt16>.self)
                let others = unsafeBitCast(pairs, to: UInt64.self) & leadMasks ^ leads
                let letters = (pairs & 0x1F) &<< 6 | (pairs &>> 8) & 0x3F
                UnsafeMutableRawPointer(next).storeBytes(
                    of: SIMD4<UInt32>(truncatingIfNeeded: letters), as: SIMD4<UInt32>.self)
                let count = others == 0 ? 4 : max(1, others.trailingZeroBitCount >> 4)
                byte += 2 &* count
                next += count
                continue
            }
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

    /// In four pairs of bytes the bits that tell a first and a second byte of a letter of two, and what they are.
    private static let leadMasks: UInt64 = 0xC0E0_C0E0_C0E0_C0E0
    private static let leads: UInt64 = 0x80C0_80C0_80C0_80C0

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
