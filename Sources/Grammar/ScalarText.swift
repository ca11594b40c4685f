import Model

extension String {
    /// A text of scalars, written to its place at once: the standard library's views append one letter at a time.
    init(scalars: some Collection<Unicode.Scalar>) {
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * scalars.count + 1) { bytes in
            var count = 0
            for scalar in scalars {
                let value = scalar.value
                switch value {
                case ..<0x80:
                    bytes[count] = UInt8(truncatingIfNeeded: value)
                    count += 1
                case ..<0x800:
                    bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
                    bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                    count += 2
                default:
                    for byte in UTF8.encode(scalar)! {
                        bytes[count] = byte
                        count += 1
                    }
                }
            }
            return String(uncheckedUTF8: UnsafeBufferPointer(rebasing: bytes[..<count]))
        }
    }
}
