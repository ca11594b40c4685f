import Foundation

extension UUID {
    /// As PostgreSQL writes it: lower case. Foundation's own way takes many times as long, and a batch has thousands.
    public var text: String {
        String(unsafeUninitializedCapacity: 36) { text in
            withUnsafeBytes(of: uuid) { bytes in
                var next = 0
                for (index, byte) in bytes.enumerated() {
                    if index >= 4 && index <= 10 && index % 2 == 0 {
                        text[next] = UInt8(ascii: "-")
                        next += 1
                    }
                    text[next] = Hex.digits[Int(byte >> 4)]
                    text[next + 1] = Hex.digits[Int(byte & 15)]
                    next += 2
                }
                return next
            }
        }
    }

    /// Nil unless `text` is 32 hex digits, with or without hyphens between them.
    init?(text: UnsafeRawBufferPointer) {
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isWhole = withUnsafeMutableBytes(of: &bytes) { bytes in
            var digits = 0
            for character in text where character != UInt8(ascii: "-") {
                guard digits < 32, let value = Hex.value(character) else { return false }
                bytes[digits / 2] = bytes[digits / 2] << 4 | value
                digits += 1
            }
            return digits == 32
        }
        guard isWhole else { return nil }
        self.init(uuid: bytes)
    }
}
