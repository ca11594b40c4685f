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
            (table + Int(value)).initialize(to: entry(of: scalar))
        }
        return UnsafePointer(table)
    }()

    /// What the table would have of a scalar beyond it.
    static func entry(of scalar: Unicode.Scalar) -> UInt32 {
        switch Tokenizer.Kind(scalar) {
        case .letter:
            let small = Vocabulary.lower(scalar).value | letter
            return small | (scalar.value < 0x250 ? latin : 0) | (Tokenizer.isUppercase(scalar) ? capital : 0)
        case .digit: return scalar.value | digit
        case .space: return scalar.value | space
        case .newline: return scalar.value | newline
        case .other: return scalar.value
        }
    }

    static let letter: UInt32 = 1 << 24
    static let digit: UInt32 = 1 << 25
    static let capital: UInt32 = 1 << 26
    static let latin: UInt32 = 1 << 27
    static let space: UInt32 = 1 << 28
    static let newline: UInt32 = 1 << 29
    /// Those of the small letter.
    static let scalar: UInt32 = (1 << 24) - 1
}

/// The hash that the vocabulary finds a word by, made scalar by scalar while its text is read: FNV-1a.
struct WordHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// - Parameter letter: a scalar in lower case.
    @inline(__always)
    mutating func add(_ letter: UInt32) { state = (state ^ UInt64(letter)) &* 0x100_0000_01b3 }

    @inline(__always)
    var value: UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 29) }
}
