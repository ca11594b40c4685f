/// What the tokenizer and the vocabulary ask of a scalar, looked up for the scripts of the genre: its class, whether it is a
/// capital or a Latin letter, and its small letter.
enum Letters {
    /// Scalars below this are in the table.
    static let count: UInt32 = 0x530

    /// Small letter, and above it the bits below.
    ///
    /// Made once and never freed or changed: it lives as long as the program.
    nonisolated(unsafe) static let table: UnsafePointer<UInt32> = {
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Int(count))
        for value in 0..<count {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var entry = Vocabulary.lower(scalar).value
            switch Tokenizer.Kind(scalar) {
            case .letter: entry |= letter | (value < 0x250 ? latin : 0)
            case .digit: entry |= digit
            case .space: entry |= space
            case .newline: entry |= newline
            case .other: break
            }
            if Tokenizer.isUppercase(scalar) { entry |= capital }
            (table + Int(value)).initialize(to: entry)
        }
        return UnsafePointer(table)
    }()

    static let letter: UInt32 = 1 << 24
    static let digit: UInt32 = 1 << 25
    static let capital: UInt32 = 1 << 26
    static let latin: UInt32 = 1 << 27
    static let space: UInt32 = 1 << 28
    static let newline: UInt32 = 1 << 29
    /// Those of the small letter.
    static let scalar: UInt32 = (1 << 24) - 1
}
