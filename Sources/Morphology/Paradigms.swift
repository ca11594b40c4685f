/// The tables of inflection: for each form of a paradigm its suffix, tag and prefix, by number.
///
/// The file is the number of paradigms, then each as its length and that many numbers of 16 bits: all suffixes,
/// then all tags, then all prefixes (pymorphy's `_linearized_paradigm`).
///
/// Sendable because the pointer leads into the read-only mapping that `file` keeps alive.
struct Paradigms: @unchecked Sendable {
    struct Form {
        let suffix: Int
        let tag: Int
        let prefix: Int

        /// Whether both put the same before and behind a stem.
        func isSpelled(like other: Form) -> Bool { suffix == other.suffix && prefix == other.prefix }
    }

    private let file: MappedFile
    private let numbers: UnsafePointer<UInt16>
    private let starts: [UInt32]

    /// Reads the table and makes sure that no number in it exceeds the other tables, so that lookups need not.
    init(_ path: String, suffixes: Int, tags: Int, prefixes: Int) throws(DictionaryError) {
        file = try MappedFile(path)
        numbers = file.bytes.baseAddress!.assumingMemoryBound(to: UInt16.self)
        let size = file.bytes.count / 2
        let damaged = DictionaryError(file: path, problem: "the file is damaged, or not of the same dictionary")
        guard size >= 1 else { throw damaged }

        var starts: [UInt32] = []
        var position = 1
        for _ in 0..<Int(UInt16(littleEndian: numbers[0])) {
            guard position < size else { throw damaged }
            let length = Int(UInt16(littleEndian: numbers[position]))
            let forms = length / 3
            guard length == 3 * forms, forms > 0, position + length < size else { throw damaged }
            for form in position + 1...position + forms {
                guard UInt16(littleEndian: numbers[form]) < suffixes,
                    UInt16(littleEndian: numbers[form + forms]) < tags,
                    UInt16(littleEndian: numbers[form + 2 * forms]) < prefixes
                else { throw damaged }
            }
            starts.append(UInt32(position))
            position += 1 + length
        }
        self.starts = starts
    }

    var count: Int { starts.count }

    func formCount(of paradigm: UInt16) -> Int {
        Int(UInt16(littleEndian: numbers[Int(starts[Int(paradigm)])])) / 3
    }

    /// Nil where a word's record names a form that is not there.
    func form(_ form: UInt16, of paradigm: UInt16) -> Form? {
        guard Int(paradigm) < starts.count else { return nil }
        let start = Int(starts[Int(paradigm)])
        let count = Int(UInt16(littleEndian: numbers[start])) / 3
        guard Int(form) < count else { return nil }
        let place = start + 1 + Int(form)
        return Form(
            suffix: Int(UInt16(littleEndian: numbers[place])),
            tag: Int(UInt16(littleEndian: numbers[place + count])),
            prefix: Int(UInt16(littleEndian: numbers[place + 2 * count])))
    }
}
