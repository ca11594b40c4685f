import Morphology

/// The lemmas and word forms that some lexicon entry or rule names, numbered, so that matching compares integers.
///
/// Their spellings lie one behind the other and are found by their bytes: a string's own comparison and hash look for other ways
/// to write each letter.
public struct Symbols: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each spelling ends, by its number.
    private(set) var ends: [UInt32] = []
    /// Open addressing, a power of two in size: one more than a number, 0 where there is none.
    private(set) var table: [UInt32]

    public init() { table = Array(repeating: 0, count: 1 << 10) }

    /// - Precondition: the parts belong together, as another value's did.
    init(bytes: [UInt8], ends: [UInt32], table: [UInt32]) {
        self.bytes = bytes
        self.ends = ends
        self.table = table
    }

    /// The number of `text`, given now when it had none.
    public mutating func number(_ text: String) -> Int32 {
        var spelling = Self.folded(text)
        return spelling.withUTF8 { spelling in
            let place = place(of: spelling)
            if table[place] != 0 { return Int32(table[place] - 1) }
            bytes += spelling
            ends.append(UInt32(bytes.count))
            table[place] = UInt32(ends.count)
            if ends.count * 2 > table.count { grow() }
            return Int32(ends.count - 1)
        }
    }

    /// The number of `text`, nil when nothing names it.
    public subscript(_ text: String) -> Int32? { find(text, behind: nil) }

    /// The number of `text` as a form, which is named with "=" before it; nil when nothing names it so.
    public subscript(form text: String) -> Int32? { find(text, behind: Self.formSign) }

    private static let formSign = UInt8(ascii: "=")

    private func find(_ text: String, behind sign: UInt8?) -> Int32? {
        var spelling = Self.folded(text)
        return spelling.withUTF8 { spelling in
            let place = place(of: spelling, behind: sign)
            return table[place] == 0 ? nil : Int32(table[place] - 1)
        }
    }

    private mutating func grow() {
        table = Array(repeating: 0, count: table.count * 2)
        bytes.withUnsafeBufferPointer { bytes in
            for number in ends.indices {
                table[place(of: UnsafeBufferPointer(rebasing: bytes[range(number)]))] = UInt32(number + 1)
            }
        }
    }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    /// Where a spelling is in the table, or would be.
    ///
    /// - Parameter sign: a byte that stands before it, without having to be put there.
    private func place(of spelling: UnsafeBufferPointer<UInt8>, behind sign: UInt8? = nil) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        if let sign { hash = (hash ^ UInt64(sign)) &* 0x100_0000_01b3 }
        for byte in spelling { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 29
        var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
        while table[place] != 0, !isSpelled(Int(table[place] - 1), sign, spelling) {
            place = (place + 1) & (table.count - 1)
        }
        return place
    }

    private func isSpelled(_ number: Int, _ sign: UInt8?, _ spelling: UnsafeBufferPointer<UInt8>) -> Bool {
        var range = range(number)
        if let sign {
            guard range.count == spelling.count + 1, bytes[range.lowerBound] == sign else { return false }
            range = range.lowerBound + 1..<range.upperBound
        }
        guard range.count == spelling.count else { return false }
        for place in spelling.indices where bytes[range.lowerBound + place] != spelling[place] { return false }
        return true
    }

    /// In lower case, е for ё.
    private static func folded(_ text: String) -> String {
        if let plain = text.foldedPlainly() { return plain }
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch (scalars.last, scalar.value) {
            // Letters with their marks behind them.
            case ("и", 0x306): scalars.replaceSubrange(scalars.index(before: scalars.endIndex)..., with: ["й"])
            case ("е", 0x308): break
            default: scalars.append(scalar == "ё" ? "е" : scalar)
            }
        }
        return String(scalars)
    }
}
