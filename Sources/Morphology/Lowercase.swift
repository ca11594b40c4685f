extension String {
    /// The same as `lowercased()`, several times as fast for Russian and English, and contiguous in memory.
    public func lowercasedWord() -> String {
        var text = self
        text.makeContiguousUTF8()
        switch text.utf8.withContiguousStorageIfAvailable(LetterCase.init(of:)) ?? .mixed {
        case .lower: return text
        case .plainUpper:
            return text.withUTF8 { bytes in
                String(unsafeUninitializedCapacity: bytes.count) { lower(bytes, into: $0) }
            }
        case .mixed: return lowercased()
        }
    }

    /// In lower case with е for ё; nil if letters other than English and Russian are in it.
    public func foldedPlainly() -> String? {
        var text = self
        return text.withUTF8 { bytes in
            let letters = LetterCase(of: bytes)
            if letters == .mixed { return nil }
            if letters == .lower, !Self.hasYo(bytes) { return self }
            return String(unsafeUninitializedCapacity: bytes.count) { target in
                let count = lower(bytes, into: target)
                for position in 1..<max(1, count) where target[position] == 0x91 && target[position - 1] == 0xD1 {
                    (target[position - 1], target[position]) = (0xD0, 0xB5)
                }
                return count
            }
        }
    }

    private static func hasYo(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for position in 1..<Swift.max(1, bytes.count) where bytes[position] == 0x91 && bytes[position - 1] == 0xD1 {
            return true
        }
        return false
    }

    private enum LetterCase {
        case lower

        /// With capitals, all of them English or Russian.
        case plainUpper

        /// With letters for the standard library to judge.
        case mixed

        init(of bytes: UnsafeBufferPointer<UInt8>) {
            self = .lower
            var position = 0
            while position < bytes.count {
                let byte = bytes[position]
                switch byte {
                case 0x41...0x5A: self = .plainUpper
                case 0..<0x80: break
                case 0xD0 where position + 1 < bytes.count:
                    position += 1
                    if bytes[position] < 0xB0 { self = .plainUpper }
                case 0xD1 where position + 1 < bytes.count && bytes[position + 1] < 0xA0:
                    position += 1
                // General punctuation: dashes, quotation marks, spaces.
                case 0xE2 where position + 2 < bytes.count && bytes[position + 1] == 0x80:
                    position += 2
                default:
                    self = .mixed
                    return
                }
                position += 1
            }
        }
    }

    /// Cyrillic capitals stand at U+0400 to U+042F: D0 80 to D0 AF. Their small letters are 80 or 32 places on.
    private func lower(
        _ bytes: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        _ = target.initialize(fromContentsOf: bytes)
        for position in bytes.indices {
            let byte = bytes[position]
            if (0x41...0x5A).contains(byte) { target[position] = byte + 0x20 }
            guard byte == 0xD0, position + 1 < bytes.count else { continue }
            switch bytes[position + 1] {
            case 0x80..<0x90: (target[position], target[position + 1]) = (0xD1, bytes[position + 1] + 0x10)
            case 0x90..<0xA0: target[position + 1] = bytes[position + 1] + 0x20
            case 0xA0..<0xB0: (target[position], target[position + 1]) = (0xD1, bytes[position + 1] - 0x20)
            default: break
            }
        }
        return bytes.count
    }
}
