import Foundation
import Model

/// Splits bytes into lines without ever holding more than one of them, nor more of it than the limit.
struct Lines {
    enum Line: Equatable {
        /// Without its end, LF or CR LF.
        case whole([UInt8])
        /// Longer than the limit; its bytes are gone, only their number is left.
        case tooLong(Int)
    }

    private let source: ByteSource
    private let limit: Int
    private var chunk: ArraySlice<UInt8>
    private var ended = false

    /// - Parameter head: bytes already taken from the source, to be read first.
    init(_ source: ByteSource, head: ArraySlice<UInt8> = [], limit: Int) {
        self.source = source
        self.limit = limit
        chunk = head
    }

    /// The next line, nil after the last. What follows the last LF is a line unless it is empty.
    mutating func next() throws(Rejection) -> Line? {
        var kept: [UInt8] = []
        var length = 0
        while try fill() {
            let newline = chunk.firstNewline
            let piece = chunk[..<(newline ?? chunk.endIndex)]
            length += piece.count
            if length <= limit { kept += piece } else { kept = [] }
            chunk = newline.map { chunk[($0 + 1)...] } ?? []
            if newline != nil { return line(kept, length) }
        }
        return length == 0 ? nil : line(kept, length)
    }

    private func line(_ kept: [UInt8], _ length: Int) -> Line {
        guard length <= limit else { return .tooLong(length) }
        return .whole(kept.last == 0x0D ? kept.dropLast() : kept)
    }

    /// False at the end.
    private mutating func fill() throws(Rejection) -> Bool {
        guard chunk.isEmpty else { return true }
        guard !ended else { return false }
        chunk = try source.read(upTo: 1 << 16)[...]
        ended = chunk.isEmpty
        return !ended
    }
}

extension ArraySlice<UInt8> {
    fileprivate var firstNewline: Int? {
        withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else { return nil }
            return startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
