import Foundation
import Model

extension String {
    /// Whether a text stands in this one, compared byte by byte.
    ///
    /// In this module it stands before Foundation's, which builds strings of its own to look for other ways to write each letter.
    func contains(_ part: String) -> Bool {
        let part = part.utf8
        guard let first = part.first else { return true }
        let text = utf8
        if part.count == 1 { return text.contains(first) }
        var from = text.startIndex
        while let found = text[from...].firstIndex(of: first) {
            if text[found...].starts(with: part) { return true }
            from = text.index(after: found)
        }
        return false
    }
}

extension String {
    /// Compared byte by byte: a string's own comparison looks for other ways to write each letter where two differ.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return withBytes { a in
            other.withBytes { b in a.isEmpty || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0 }
        }
    }

    /// Whether another text stands at its end, compared byte by byte.
    func endsInBytes(of other: String) -> Bool {
        return withBytes { a in
            other.withBytes { b in
                guard a.count >= b.count, let start = a.baseAddress, let end = b.baseAddress else { return b.isEmpty }
                return memcmp(start + (a.count - b.count), end, b.count) == 0
            }
        }
    }

    /// With a capital at its beginning.
    func withCapital() -> String {
        var copy = self
        let plain: String? = copy.withUTF8 { bytes in
            guard bytes.count > 1 else { return nil }
            var first = (bytes[0], bytes[1])
            switch first {
            case (0x61...0x7A, 0..<0x80): first.0 -= 0x20
            // а–п, р–я, ѐ–џ.
            case (0xD0, 0xB0...0xBF): first.1 -= 0x20
            case (0xD1, 0x80...0x8F): first = (0xD0, first.1 + 0x20)
            case (0xD1, 0x90...0x9F): first = (0xD0, first.1 - 0x10)
            default: return nil
            }
            return String(unsafeUninitializedCapacity: bytes.count) { target in
                _ = target.initialize(fromContentsOf: bytes)
                (target[0], target[1]) = first
                return bytes.count
            }
        }
        if let plain { return plain }
        return prefix(1).uppercased() + dropFirst()
    }

    /// How many scalars two texts have in common at their beginning.
    func commonScalars(with other: String) -> Int {
        return withBytes { a in
            other.withBytes { b in
                let shorter = min(a.count, b.count)
                var (same, scalars) = (0, 0)
                while same < shorter, a[same] == b[same] {
                    if a[same] & 0xC0 != 0x80 { scalars += 1 }
                    same += 1
                }
                // Within a scalar that has begun alike.
                let isWithin = same < a.count && a[same] & 0xC0 == 0x80 || same < b.count && b[same] & 0xC0 == 0x80
                return isWithin ? scalars - 1 : scalars
            }
        }
    }
}

/// A text as a key: equal to what is equal to it as a string, and hashed by its bytes where no letter could be written otherwise.
struct TextKey: Hashable {
    let text: String
    /// No letter of it could be written otherwise.
    let isPlain: Bool

    init(_ text: String) {
        isPlain = text.withBytes(Self.isPlain)
        self.text = text
    }

    /// The first characters.
    func prefix(_ count: Int) -> TextKey {
        guard isPlain else { return TextKey(String(text.prefix(count))) }
        // Each letter is a scalar by itself.
        return TextKey(String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))))
    }

    /// Bytes of English and Russian and of Latin letters with their marks; what combines with others, or stands for others
    /// (Unicode Standard Annex 15), is not among them.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        while at < bytes.count {
            // Four letters of Russian at once.
            if at + 8 <= bytes.count, let start = bytes.baseAddress,
                UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self) & 0xC0FE_C0FE_C0FE_C0FE
                    == 0x80D0_80D0_80D0_80D0
            {
                at += 8
                continue
            }
            let byte = bytes[at]
            guard byte < 0xCC || byte == 0xD0 || byte == 0xD1 else { return false }
            at += 1
        }
        return true
    }

    static func == (a: TextKey, b: TextKey) -> Bool {
        a.isPlain && b.isPlain ? a.text.hasSameBytes(as: b.text) : a.text == b.text
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(
            isPlain ? text.withBytes(Self.folded) : text.precomposedStringWithCanonicalMapping.withBytes(Self.folded))
    }

    /// Bytes as one number, eight at a time, by multiplication with a number that nobody who writes a text knows.
    private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let factor = secret
        func mixed(_ value: UInt64) -> UInt64 {
            let product = value.multipliedFullWidth(by: factor)
            return product.high ^ product.low
        }
        var state = factor ^ UInt64(bytes.count)
        var at = 0
        while at + 8 <= bytes.count {
            state = mixed(state ^ UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self))
            at += 8
        }
        var rest: UInt64 = 0
        while at < bytes.count {
            rest = rest << 8 | UInt64(bytes[at])
            at += 1
        }
        return mixed(state ^ rest)
    }

    private static let secret = UInt64.random(in: .min ... .max) | 1
}
