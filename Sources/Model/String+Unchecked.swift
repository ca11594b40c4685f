extension String {
    /// A text of bytes that are UTF-8 for certain, since they were written from texts or scalars: they are not looked through again.
    public init(uncheckedUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        #if compiler(>=6.2)
            self.init(copying: UTF8Span(unchecked: bytes.span))
        #else
            self.init(decoding: bytes, as: UTF8.self)
        #endif
    }

    /// Looks at the bytes, without the copy of the text that `withUTF8` wants to be free to write to.
    @inlinable @inline(__always)
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        // Of a text from Foundation, one of our own is made first.
        var copy = self
        return copy.withUTF8(body)
    }

    /// A text of UTF-8; nil where the bytes are none.
    ///
    /// What Russian is written with is checked a word at a time; where there is more, the library checks all of it.
    public init?(checkingUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        if Self.isPlainUTF8(bytes) {
            self.init(uncheckedUTF8: bytes)
        } else {
            self.init(validating: bytes, as: UTF8.self)
        }
    }

    /// Whether all is ASCII, letters of two bytes and punctuation of three that begin with E2, as Unicode's table 3-7 has them.
    private static func isPlainUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        let count = bytes.count
        var at = 0
        while at < count {
            while at &+ 8 <= count {
                let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
                // Four Cyrillic letters (D0 to D3 and what follows these), or eight signs of ASCII.
                guard word & 0xC0FC_C0FC_C0FC_C0FC == 0x80D0_80D0_80D0_80D0 || word & 0x8080_8080_8080_8080 == 0 else {
                    break
                }
                at &+= 8
            }
            // Letter by letter to the end of the word.
            while at < count {
                let first = start[at]
                if first < 0x80 {
                    at &+= 1
                    break
                } else if first >= 0xC2, first < 0xE0 {
                    guard at &+ 1 < count, start[at &+ 1] & 0xC0 == 0x80 else { return false }
                    at &+= 2
                } else if first == 0xE2 {
                    guard at &+ 2 < count, start[at &+ 1] & 0xC0 == 0x80, start[at &+ 2] & 0xC0 == 0x80 else {
                        return false
                    }
                    at &+= 3
                } else {
                    return false
                }
            }
        }
        return true
    }
}
