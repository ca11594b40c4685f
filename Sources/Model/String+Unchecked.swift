extension String {
    /// A text of bytes that are UTF-8 for certain, since they were written from texts or scalars: they are not looked through again.
    public init(uncheckedUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        #if compiler(>=6.2)
            self.init(copying: UTF8Span(unchecked: bytes.span))
        #else
            self.init(decoding: bytes, as: UTF8.self)
        #endif
    }
}
