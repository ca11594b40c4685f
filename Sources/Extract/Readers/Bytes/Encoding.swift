import Foundation
import Model

/// What bytes are, told by their beginning and their contents. All text is UTF-8 here; the rest is named, not guessed at.
enum Encoding {
    /// The UTF-8 byte order mark, which is no part of the text.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Why a source that begins like this cannot be UTF-8 text; nil when it may be.
    ///
    /// UTF-16 is looked for first: without its mark it is often valid UTF-8, control characters and all.
    static func fault(inHead head: ArraySlice<UInt8>) -> Fault? {
        if let wide = wideName(of: head) { return .wide(wide) }
        if let magic = magics.first(where: { head.starts(with: $0.bytes) }) { return .binary(magic.name) }
        return nil
    }

    /// The text of `bytes`, or what keeps them from being one.
    static func text(of bytes: some RandomAccessCollection<UInt8>) -> Result<String, Fault> {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let zero = bytes.contains(0)
            return .failure(zero ? .binary("binary data") : .invalid(byte: validPrefix(of: bytes)))
        }
        if text.hasZero, let zero = text.utf8.firstIndex(of: 0) {
            return .failure(.zero(byte: text.utf8.distance(from: text.startIndex, to: zero)))
        }
        return .success(text)
    }

    enum Fault: Error, Equatable {
        /// UTF-16 or UTF-32, by name.
        case wide(String)
        /// What kind of file it is.
        case binary(String)
        case zero(byte: Int)
        case invalid(byte: Int)
        /// An encoding that is declared and not read here.
        case unread(String)
        /// UTF-8 that was read in an encoding, by name, and written as UTF-8 again.
        case doubled(String)

        var reason: Rejection.Reason {
            switch self {
            case .wide, .invalid, .unread, .doubled: .invalidEncoding
            case .binary, .zero: .binary
            }
        }

        var detail: String {
            switch self {
            case .wide(let name): "is \(name), not UTF-8; save it as UTF-8 (iconv -f \(name) -t UTF-8)"
            case .binary(let name): "is \(name), not text; take it out, or save its text as UTF-8"
            case .zero(let byte): "holds a NUL at byte \(byte), which text cannot; remove it (tr -d '\\000')"
            case .unread(let label):
                "declares the encoding \(label), which is not read here; save it as UTF-8 (iconv -f \(label) -t UTF-8)"
            case .doubled(let name):
                "was UTF-8 that something read as \(name) and wrote as UTF-8 again; have it read as UTF-8 there, or undo "
                    + "it (iconv -f UTF-8 -t \(name))"
            case .invalid(let byte):
                "is not UTF-8 at byte \(byte); save it as UTF-8 (for Windows-1251: iconv -f CP1251 -t UTF-8)"
            }
        }
    }

    /// UTF-16 or UTF-32 by its mark, or UTF-16 by its looks: every second byte of Russian or Latin text in UTF-16 is
    /// 0x04 or 0x00, of a dash or a quotation mark 0x20 or 0x21.
    private static func wideName(of head: ArraySlice<UInt8>) -> String? {
        if let marked = marks.first(where: { head.starts(with: $0.bytes) }) { return marked.name }
        let sample = head.prefix(4096 & ~1)
        guard sample.count >= 4 else { return nil }
        for (parity, name) in [(1, "UTF-16LE"), (0, "UTF-16BE")] {
            let high = stride(from: sample.startIndex + parity, to: sample.endIndex, by: 2).map { sample[$0] }
            let telling = high.count { $0 == 0x00 || $0 == 0x04 }
            let allowed = telling + high.count { $0 == 0x20 || $0 == 0x21 }
            if telling * 2 >= high.count && allowed * 10 >= high.count * 9 { return name }
        }
        return nil
    }

    /// How many bytes at the beginning are whole characters of UTF-8 (Unicode 16, table 3-7).
    private static func validPrefix(of bytes: some RandomAccessCollection<UInt8>) -> Int {
        var iterator = bytes.makeIterator()
        var decoder = Unicode.UTF8.ForwardParser()
        var valid = 0
        while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { valid += scalar.count }
        return valid
    }

    /// The longer mark of two that begin alike comes first.
    private static let marks: [(bytes: [UInt8], name: String)] = [
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
        ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]

    private static let magics: [(bytes: [UInt8], name: String)] = [
        ([0x7F, 0x45, 0x4C, 0x46], "an ELF executable"), ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
        ([0x1F, 0x8B], "gzip data packed twice"), (Array("BZh".utf8), "bzip2 data"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office document"), (Array("%PDF-".utf8), "a PDF document"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"), (Array("SQLite format 3".utf8), "a SQLite database"),
    ]
}

extension Rejection {
    init(_ fault: Encoding.Fault, source: String, line: Int? = nil) {
        self.init(source: source, line: line, reason: fault.reason, detail: fault.detail)
    }
}

extension [UInt8] {
    /// Without the byte order mark of UTF-8.
    var withoutMark: ArraySlice<UInt8> { starts(with: Encoding.mark) ? dropFirst(Encoding.mark.count) : self[...] }
}

extension ArraySlice<UInt8> {
    /// How many bytes at the end begin a character of UTF-8 and do not end it.
    var cutCharacter: Int {
        for back in 1...3 where back <= count {
            let byte = self[endIndex - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? back : 0
        }
        return 0
    }
}
