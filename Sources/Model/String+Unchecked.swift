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
            at = plainEnd(start, from: at, count)
            // Letter by letter over what is none of these, or is left over at the end.
            var letters = 0
            while at < count, letters < 4 {
                letters &+= 1
                let first = start[at]
                if first < 0x80 {
                    at &+= 1
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

    /// Goes over ASCII and letters of two bytes, eight bytes at a time, and stops before the first letter of others.
    ///
    /// - Parameter first: where a letter begins.
    private static func plainEnd(_ start: UnsafePointer<UInt8>, from first: Int, _ count: Int) -> Int {
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = first
        /// The highest bit of the next word's first byte, where the last byte of this one begins a letter.
        var open: UInt64 = 0
        while at &+ 8 <= count {
            let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self).littleEndian
            let high = word & highs
            // 11xxxxxx, of which 110xxxxx with its second or its fifth lowest bit begins a letter of two bytes, and 10xxxxxx.
            let begins = high & word << 1
            let goesOn = high & ~(word << 1)
            guard begins & word << 2 == 0, begins & ~(word << 3 | word << 6) == 0, goesOn == begins << 8 | open else {
                break
            }
            open = begins >> 56
            at &+= 8
        }
        return open == 0 ? at : at &- 1
    }
}
