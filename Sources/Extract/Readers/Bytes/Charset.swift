import Model

/// An encoding that pages, feeds and tables are read in.
struct Charset: Sendable {
    let name: String
    /// For each byte from 0x80 on its UTF-8; nil for UTF-8 itself.
    private let upper: [[UInt8]]?
    /// For each character above ASCII its byte. What the encoding leaves undefined, and in Latin-1 the control characters that
    /// windows-1252 has letters for, stand for themselves.
    private let places: [Unicode.Scalar: UInt8]

    static let utf8 = Charset(name: "UTF-8", upper: nil)

    /// The encoding of that label, as the Encoding Standard of the WHATWG and IANA give them; nil for one not read here.
    static func labelled(_ label: String) -> Charset? {
        let label = label.lowercased()
        if utf8Labels.contains(label) { return utf8 }
        return singleByte.first { $0.labels.contains(label) }?.charset
    }

    /// The bytes as UTF-8. What is no character becomes U+FFFD.
    func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard let upper else { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            guard byte >= 0x80 else {
                result.append(byte)
                continue
            }
            let letter = upper[Int(byte & 0x7F)]
            result.append(letter[0])
            if letter.count > 1 { result.append(letter[1]) }
            if letter.count > 2 { result.append(letter[2]) }
        }
        return result
    }

    /// A text in this encoding of one byte a letter; nil where a character is not in it.
    func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = scalar.value < 0x80 ? UInt8(scalar.value) : places[scalar] else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    var isUTF8: Bool { upper == nil }

    /// Those that a text without a declaration may be in, commonest first.
    static let guessable = ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"].compactMap(labelled)

    /// In which Russian in UTF-8 is misread, commonest first.
    static let misreadings = ["windows-1251", "windows-1252", "koi8-r", "ibm866"].compactMap(labelled)

    /// The scalar of each byte from 0x80 on.
    var letters: [Unicode.Scalar] {
        (upper ?? []).map { String(decoding: $0, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}" }
    }

    private init(name: String, upper: [[UInt8]]?, places: [Unicode.Scalar: UInt8] = [:]) {
        self.name = name
        self.upper = upper
        self.places = places
    }

    private init(_ name: String, _ table: String) {
        var places: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0x9F { places[Unicode.Scalar(byte)] = byte }
        for (place, letter) in table.unicodeScalars.enumerated() where letter != "\u{FFFD}" {
            places[letter] = UInt8(place) | 0x80
        }
        self.init(name: name, upper: table.unicodeScalars.map { Array(String($0).utf8) }, places: places)
    }

    private static let utf8Labels: Set = ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"]

    private static let singleByte: [(labels: Set<String>, charset: Charset)] = [
        (
            ["windows-1251", "cp1251", "cp-1251", "x-cp1251", "win-1251", "win1251", "1251"],
            Charset("windows-1251", CharsetTables.windows1251)
        ),
        (["koi8-r", "koi8r", "koi8", "koi", "cskoi8r", "koi8_r"], Charset("KOI8-R", CharsetTables.koi8R)),
        (["koi8-u", "koi8u", "koi8-ru"], Charset("KOI8-U", CharsetTables.koi8U)),
        (["ibm866", "cp866", "866", "csibm866", "dos-866"], Charset("IBM866", CharsetTables.ibm866)),
        (
            ["iso-8859-5", "iso8859-5", "iso_8859-5", "iso88595", "cyrillic", "csisolatincyrillic", "iso-ir-144"],
            Charset("ISO-8859-5", CharsetTables.iso88595)
        ),
        (["kz-1048", "kz1048", "strk1048-2002", "rk1048", "cskz1048"], Charset("KZ-1048", CharsetTables.kz1048)),
        (
            ["x-mac-cyrillic", "mac-cyrillic", "macintosh-cyrillic"],
            Charset("x-mac-cyrillic", CharsetTables.macCyrillic)
        ),
        (
            [
                "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1",
                "us-ascii",
                "ascii",
            ], Charset("windows-1252", CharsetTables.windows1252)
        ),
    ]
}
